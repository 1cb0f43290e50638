"""Whatever says how many agreements there are, and how many have a status, is true: recounted from the file itself."""

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import lxml.html
import pytest
import seed_data

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
STATUS = {
    "in force": {"in-force"},
    "in force by a source": {"in-force-by-source"},
    "applied provisionally": {"provisional"},
    "signed": {"signed"},
    "status unknown": {"unknown"},
    "suspended": {"suspended"},
    "under negotiation or not in force": {"negotiation", "not-in-force"},
    "ended": {"ended", "terminated", "expired", "superseded"},
}
LETTERS = {
    "F": "in force",
    "f": "in force by a source",
    "P": "applied provisionally",
    "S": "signed",
    "?": "status unknown",
    "U": "suspended",
    "N": "under negotiation or not in force",
    "E": "ended",
}
COUNT_AND_STATUS = re.compile(rf"(\d+) agreements?[,;] (\d+) ({'|'.join(sorted(STATUS, key=len, reverse=True))})")
MARKS = {
    "●": "in force",
    "◐": "in force by a source",
    "◔": "applied provisionally",
    "○": "signed",
    "?": "status unknown",
    "=": "suspended",
    "…": "under negotiation or not in force",
    "×": "ended",
}
MARKED = re.compile(rf"(\d+)(?:\+\d+)? ([{''.join(MARKS)}])")


@pytest.fixture(scope="module")
def rows():
    return seed_data.some().values()


@pytest.fixture(scope="module")
def labels():
    """Label of a type to its code, and code to group's label."""
    return {row["label"]: row["code"] for row in seed_data.rows("types")}


@pytest.fixture(scope="module")
def statuses(rows, status_of, is_by_source):
    """The statuses today of what a pair has of a type; of all its types under '', of all pairs under ()."""
    found, today = defaultdict(list), date.today().isoformat()
    for row in rows:
        status = status_of(row, today)
        if status == "in-force" and is_by_source(row, today):
            status = "in-force-by-source"
        for pair in [(), *combinations(sorted(row["parties"].split(";")), 2)]:
            for code in ["", *row["types"].split(";")]:
                found[pair, code].append(status)
    return found


@pytest.fixture(scope="module")
def by_sources(rows, status_of, is_by_source):
    """How many of those are in force today only by what a source says, by pair and type as above."""
    found, today = Counter(), date.today().isoformat()
    for row in rows:
        if status_of(row, today) == "in-force" and is_by_source(row, today):
            for pair in [(), *combinations(sorted(row["parties"].split(";")), 2)]:
                found.update((pair, code) for code in ["", *row["types"].split(";")])
    return found


@pytest.fixture(scope="module")
def holds(statuses):
    """Whether so many agreements of a pair and type are all it has, and so many of them have the status."""

    def check(found, pair, code):
        number, some, words = found
        have = statuses[pair, code]
        assert int(number) == len(have), (pair, code, found)
        assert int(some) == sum(status in STATUS[words] for status in have), (pair, code, found)
        # No stronger status is passed over.
        stronger = set().union(*list(STATUS.values())[: list(STATUS).index(words)])
        assert not stronger & {*have}, (pair, code, found)

    return check


@pytest.fixture
def page(wbagree, seeded, tmp_path):
    def made(*question):
        ran = wbagree("report", *question, str(tmp_path / "page.html"), db=seeded)
        assert ran.returncode == 0, ran.stderr
        return lxml.html.parse(tmp_path / "page.html").getroot()

    return made


def test_every_cell_of_the_page_of_the_whole_register(page, holds, labels, statuses):
    root, seen = page(), 0
    (table,) = root.xpath("//table[@class='heat across']")
    heads = [text.lower() for text in table.xpath(".//tr[@class='heads']/th/span/text()")]
    codes = [*(labels.get(text) or labels[_spelt(text, labels)] for text in heads[:-1]), ""]
    for line in table.xpath("./tbody/tr"):
        pair = tuple(line.xpath(".//span[@class='code']/text()")[0].split("–"))
        cells = line.xpath("./td")
        assert len(cells) == len(codes)
        for cell, code in zip(cells, codes, strict=True):
            words = cell.xpath("string(.//i)")
            shown = cell.xpath("string(.//small)")
            assert bool(statuses[pair, code]) == bool(re.match(r"\d+ agreements?[,;]", words) or "; 1 more" in words)
            if found := COUNT_AND_STATUS.match(words):
                holds(found.groups(), pair, code)
                assert shown == f"{found[2]} {next(letter for letter, word in LETTERS.items() if word == found[3])}"
                seen += 1
    assert seen > 100


def _spelt(text, labels):
    return next(label for label in labels if label.lower() == text)


@pytest.mark.parametrize("pair", ["AL-XK", "BA-RS", "AL-MK"])
def test_every_cell_of_the_page_of_a_pair(pair, page, holds, labels):
    root, seen = page("--pair", pair), 0
    for line in root.xpath("//table[@class='heat upright']/tbody/tr"):
        code = labels[_spelt(line.xpath("string(th)").lower(), labels)]
        if found := COUNT_AND_STATUS.match(line.xpath("string(td)")):
            holds(found.groups(), tuple(pair.split("-")), code)
            seen += 1
    assert seen >= 8


def test_the_figures_and_the_pairs_of_the_page(page, statuses, by_sources):
    root, everything = page(), statuses[(), ""]
    figures = {one.xpath("string(dt)"): one.xpath("string(dd)") for one in root.xpath("//dl[1]/div")}
    assert figures["Records"] == str(len(everything))
    for name, words in (("In force", "in force"), ("Signed", "signed"), ("Status unknown", "status unknown")):
        by_source = by_sources[(), ""] if name == "In force" else 0
        assert figures[name] == str(sum(status in STATUS[words] for status in everything) + by_source)
    table = root.xpath("//table[@class='plain'][.//th[text()='Undated']]")[0]
    found = 0
    for line in table.xpath("./tbody/tr"):
        pair = tuple(sorted(re.findall(r"party=([A-Z-]+)", line.xpath("string(th/@data-go)"))))
        number, in_force = (line.xpath(f"string(td[{place}])") for place in (1, 2))
        assert int(number.partition("+")[0] or 0) == len(statuses[pair, ""])
        dated, by_source = re.fullmatch(r"(\d*)(?:(?:^|, )(\d+) by a source)?", in_force).groups()
        assert int(by_source or 0) == by_sources[pair, ""]
        assert int(dated or 0) == statuses[pair, ""].count("in-force")
        found += 1
    assert found > 100


@pytest.mark.parametrize("form", ["table", "md"])
def test_every_cell_of_the_matrix_in_text(form, wbagree, seeded, holds, labels, statuses):
    text = wbagree("matrix", "--by", "type", "--format", form, db=seeded).stdout
    lines = [re.split(r"\s*\|\s*|\s{2,}", line.strip().strip("|").strip()) for line in text.splitlines()]
    (head,) = [line for line in lines if line[0] == "Type"]
    seen = 0
    for line in lines:
        if line[0] not in labels:
            continue
        for name, cell in zip(head[1:-1], line[1:-1], strict=True):
            if found := MARKED.fullmatch(cell.replace("\\", "")):
                number, mark = found.groups()
                pair, code = tuple(name.split("-")), labels[line[0]]
                if mark not in "…×" or "+" not in cell:
                    some = sum(status in STATUS[MARKS[mark]] for status in statuses[pair, code])
                    assert some
                    holds((number, some, MARKS[mark]), pair, code)
                    seen += 1
    assert seen > 100


@pytest.mark.parametrize("form", ["json", "csv"])
def test_every_cell_of_the_matrix_for_machines(form, wbagree, seeded, statuses):
    words = {"on-record": "status unknown", "not-in-force": "under negotiation or not in force", "in-force": "in force",
             "in-force-by-source": "in force by a source",
             "provisional": "applied provisionally"}  # fmt: skip
    text = wbagree("matrix", "--by", "type", "--format", form, db=seeded).stdout
    cells = json.loads(text) if form == "json" else list(csv.DictReader(text.splitlines()))
    assert len(cells) > 400
    for cell in cells:
        have = statuses[tuple(cell["pair"].split("-")), cell["type"]]
        assert int(cell["records"]) == len(have)
        if cell["best"] not in ("none", "inherited", "ended", "not-in-force"):
            best = STATUS[words.get(cell["best"], cell["best"])]
            assert int(cell["best_records"]) == sum(status in best for status in have)


def test_every_cell_of_the_picture(wbagree, seeded, holds, tmp_path, labels):
    names = {"Albania": "AL", "Bosnia and Herzegovina": "BA", "Montenegro": "ME", "North Macedonia": "MK",
             "Serbia": "RS", "Kosovo": "XK"}  # fmt: skip
    file = tmp_path / "matrix.svg"
    assert wbagree("plot", "matrix", "--by", "type", str(file), db=seeded).returncode == 0
    titles = [one.text for one in ET.parse(file).iter("{http://www.w3.org/2000/svg}title")]
    seen = 0
    for title in titles:
        about, _, words = title.partition(": ")
        if found := COUNT_AND_STATUS.match(words):
            pair, _, label = about.partition(", ")
            codes = tuple(sorted(names[name.strip("*")] for name in pair.split(" – ")))
            holds(found.groups(), codes, labels[label])
            seen += 1
    assert seen > 100
    assert not [title for title in titles if re.search(r"on record[^;]*, in force", title)]


@pytest.mark.parametrize("cut", ["pair", "type"])
def test_every_line_of_the_summary_of_the_whole_register(cut, wbagree, seeded, statuses, by_sources):
    counted = json.loads(wbagree("summary", "--by", cut, "--format", "json", db=seeded).stdout)
    pairs = {"-".join(pair): pair for pair, _ in statuses if pair}
    assert len(counted) > 25
    for row in counted:
        place = ((), "") if row[cut] == "total" else (pairs.get(row[cut]), "") if cut == "pair" else ((), row[cut])
        by_source = by_sources[place]
        in_force = statuses[place].count("in-force")
        shown = row["records"], row["in_force"], row["in_force_by_source"]
        assert shown == (len(statuses[place]), in_force, by_source)
    assert by_sources[(), ""]


@pytest.mark.parametrize("pair", list(combinations(WB6, 2)), ids="-".join)
def test_what_a_brief_says_of_being_in_force(pair, wbagree, seeded, rows, status_of, is_by_source):
    text = " ".join(wbagree("brief", "-".join(pair), db=seeded).stdout.split())
    today = date.today().isoformat()
    own = {row["key"]: status_of(row, today) for row in rows if {*pair} <= {*row["parties"].split(";")}}
    by_source = {row["key"] for row in rows if is_by_source(row, today)}
    for words, alone in (("Known to be in force", False), ("In force by what a source says, as of its date", True)):
        known = re.search(rf"- {words}: (.*?)\. - ", text)
        named = set(re.findall(r"`([A-Za-z0-9-]+)`", known[1])) if known else set()
        in_force = {key for key, status in own.items() if status == "in-force" and (key in by_source) == alone}
        assert {key for key in named if key in own} == in_force, words
    groups = sum(map(int, re.findall(r"### [A-Z][a-z ]+ \((\d+)\)", text)))
    assert groups == len(own)
    if found := re.search(r"whether the other (\d+) of all (\d+) are in force", text):
        assert int(found[1]) == int(found[2]) - len(re.findall(r"`[A-Z]", text.partition("The status of the")[0]))
