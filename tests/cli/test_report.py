"""``report``: one page, whole, with figures that are those of the register, and nothing that leads anywhere else."""

import base64
import csv
import hashlib
import io
import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest
import seed_data
from lxml import html

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
SIX = "Albania, Bosnia and Herzegovina, Kosovo*, Montenegro, North Macedonia and Serbia"
TODAY = date.today().isoformat()
HOSTILE = """</script><script>alert(1)</script> <img src=x onerror=alert(2)> "' {{ 7*7 }} &amp; \u202eabc"""


@pytest.fixture(scope="module")
def rows():
    return seed_data.some().values()


@pytest.fixture(scope="module")
def pages():
    """Reports that were written: what was said and the text, by the question and the register."""
    return {}


@pytest.fixture
def report(wbagree, pages, tmp_path):
    """Write a report and return what was said, the text of the page and the page itself; once for each question."""

    def write(*question, db, **more):
        key = (question, str(more), db.read_bytes())
        if key not in pages:
            file = tmp_path / "page.html"
            ran = wbagree("report", str(file), *question, db=db, **more)
            assert ran.returncode == 0, ran.stderr
            pages[key] = ran.stderr, file.read_text(encoding="utf-8")
        message, text = pages[key]
        return message, text, html.fromstring(text)

    return write


def words(element):
    return " ".join(element.text_content().split())


def keys(page):
    return [article.get("id") for article in page.iter("article")]


def figures(page):
    return {
        words(one.find("dt")): int(one.find("dd").text.replace(",", ""))
        for one in page.xpath("//*[@class='figures']/div")
    }


def test_the_bundled_register_is_one_small_page(report, whole):
    message, text, page = report(db=whole)
    assert "761 agreements, written to" in message
    assert len(text.encode()) < 2_000_000
    assert sorted(keys(page)) == sorted(seed_data.agreements())
    assert len(page.xpath("//*[@id='wb:rows']/tr")) == 761


def test_headline_figures_are_those_of_the_file(report, seeded, rows, status_of, is_by_source):
    page = report(db=seeded)[2]
    counted = Counter(status_of(row, TODAY) for row in rows)
    by_source = sum(status_of(row, TODAY) == "in-force" and is_by_source(row, TODAY) for row in rows)
    ended = sum(counted[one] for one in ("ended", "terminated", "expired", "superseded"))
    shown = figures(page)
    assert shown.pop("Undated") == sum(not row["signed"] for row in rows)
    assert shown == {
        "Records": len(rows),
        "In force": counted["in-force"],
        "Signed": counted["signed"],
        "Status unknown": counted["unknown"],
        "Ended": ended,
        "Pending": counted["provisional"] + counted["negotiation"] + counted["not-in-force"],
    }
    assert by_source
    dated = counted["in-force"] - by_source
    assert f"{dated} by its date, {by_source} by a source, as of the source's date" in words(
        page.xpath("//*[@class='figures']")[0]
    )


def test_the_matrix_and_the_years_count_what_the_file_has(report, seeded, rows):
    page = report("--among", "wb6", "--no-inherited", db=seeded)[2]
    inside = [row for row in rows if len({*row["parties"].split(";")} & {*WB6}) > 1]
    expected = Counter(
        f"party={a}&party={b}&type={type_}"
        for row in inside
        for a, b in combinations(sorted({*row["parties"].split(";")} & {*WB6}), 2)
        for type_ in row["types"].split(";")
    )
    cells = {
        cell.get("data-go"): int(cell.find("span").text) for cell in page.xpath("//td[@data-go and @class != 'total']")
    }
    assert cells == expected
    names = [words(one) for one in page.xpath("//span[@class='name']")]
    assert len(names) == 15
    assert "Bosnia and Herzegovina – Kosovo*" in names
    years = {line[0].text: int(line[-1].text) for line in page.xpath("//details//table[@class='plain']/tbody/tr")}
    assert years == Counter(row["signed"][:4] for row in inside if row["signed"])


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ([], "Bilateral agreements on security and justice in the Western Balkans"),
        (["--type", "mla"], "Bilateral agreements on security and justice"),
        (["--pair", "AL-XK"], "Agreements between Albania and Kosovo* on security and justice"),
        (["--party", "HR"], "Agreements of Croatia on security and justice"),
        (
            ["--among", "wb6"],
            f"Agreements among {SIX} on security and justice",
        ),
    ],
)
def test_the_title_names_parties(question, title, report, seeded):
    page = report(*question, db=seeded)[2]
    assert (words(page.find(".//h1")), page.find(".//title").text) == (title, title)


def test_the_rest_of_the_question_is_said_in_words(report, seeded):
    question = ("--pair", "HR-RS", "--type", "mla", "--form", "mou", "--form", "treaty", "--as-of", "2015-06-01")
    question_words = words(report(*question, db=seeded)[2].xpath("//*[@class='asked']")[0])
    assert question_words == "Type mutual legal assistance; form MoU or treaty. As of 1 June 2015."


def test_a_record_is_told_in_full_with_its_sources_as_links(report, seeded):
    page = report("--pair", "AL-XK", db=seeded)[2]
    record = page.get_element_by_id("AL-XK-2012-1")
    text = words(record)
    for part in (
        "Protocol of cooperation establishing joint patrols along the border of the two countries",
        "10 March 2012 (inferred or disputed) in Pristina",
        "Albania: Ministry of Interior of Albania (Bujar Nishani, Minister)",
        "Joint patrols, border control, police cooperation",
        "no entry into force recorded by",
    ):
        assert part in text
    (source,) = record.xpath(".//a")
    assert (source.get("href").startswith("http"), source.get("rel")) == (True, "noopener noreferrer")


def test_what_a_predecessor_signed_says_so(report, seeded):
    page = report("--pair", "HR-RS", db=seeded)[2]
    rows = [row for row in page.xpath("//*[@id='wb:rows']/tr") if row.get("data-a")]
    assert rows
    for row in rows:
        assert row.get("data-a") == "HR/RS"
        assert re.search(r"(for|by) (YU-FRY|CS|YU-SFRY)|\(inherited from ", words(row[-1]))


@pytest.mark.parametrize("question", [[], ["--pair", "AL-XK"], ["--among", "wb6", "--type", "extradition"]])
def test_nothing_in_it_comes_from_elsewhere(question, report, seeded):
    text, page = report(*question, db=seeded)[1:]
    assert not page.xpath(
        "//@src | //link | //iframe | //object | //embed | //img | //base | //@style | //form/@action"
    )
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    outside = page.xpath("//@href[not(starts-with(., '#'))]")
    sources = page.xpath("//article//a[@rel='noopener noreferrer']/@href")
    assert sorted(outside) == sorted(sources)
    (style,), (_, script) = page.xpath("//style"), page.xpath("//script")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|import\(", style.text + script.text)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for kind, element in (("style", style), ("script", script)):
        hashed = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none';")
    assert len(re.findall("<style|<script", text)) == 3


def test_ids_are_given_once_and_links_inside_lead_somewhere(report, seeded):
    page = report(db=seeded)[2]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in page.xpath("//a/@href[starts-with(., '#') and string-length(.) > 1]")} <= {*ids}
    for label in page.xpath("//label/@for | //@aria-describedby | //@aria-labelledby"):
        assert label in ids


def test_hostile_texts_are_shown_and_not_obeyed(wbagree, report, empty, file):
    row = {"title": HOSTILE, "title_original": HOSTILE, "parties": "AL;XK", "form": "mou", "types": "mla",
           "signatories": f"AL: {HOSTILE.replace(';', ',')}", "place": HOSTILE, "references": HOSTILE.replace(";", ","),
           "sources": 'x <https://example.org/"onmouseover=alert(1)>', "notes": HOSTILE, "confidence": "low",
           "signed": "2012"}  # fmt: skip
    written = io.StringIO()
    writer = csv.DictWriter(written, row)
    writer.writeheader()
    writer.writerow(row)
    assert wbagree("import", file(written.getvalue()), db=empty).returncode == 0
    text, page = report(db=empty)[1:]
    assert len(page.xpath("//script")) == 2
    assert not page.xpath("//img | //@onerror | //@onmouseover")
    assert "\u202e" not in text
    shown = " ".join(HOSTILE.replace("\u202e", "<202E>").split())
    assert words(page.xpath("//article/h3")[0]) == shown
    assert words(page).count(shown) >= 5


def test_a_page_lists_a_thousand_and_says_how_to_ask_for_the_others(wbagree, report, empty, long_list):
    assert wbagree("import", str(long_list), db=empty).returncode == 0
    message, _, page = report(db=empty)
    assert "1100 agreements, the 1000 newest of them listed, written to" in message
    assert len(keys(page)) == 1000
    assert figures(page)["Records"] == 1100
    sentence = words(page.xpath("//*[@class='capped']")[0])
    assert sentence.startswith("The 1,000 most recently signed of 1,100 records are listed here;")
    assert "wbagree report --pair" in sentence
    listed = [row.get("data-d")[:4] for row in page.xpath("//*[@id='wb:rows']/tr")]
    assert listed == sorted(listed, reverse=True)
    assert not report("--since", "2020", db=empty)[2].xpath("//*[@class='capped']")


def test_what_is_restricted_is_left_out_and_counted(wbagree, report, seeded):
    title = "Protocol of cooperation establishing joint patrols"
    wbagree("edit", "AL-XK-2012-1", "--disclosure", "restricted", db=seeded)
    wbagree("relate", "AL-XK-2018-1", "implements", "AL-XK-2012-1", db=seeded)
    message, text, page = report("--pair", "AL-XK", db=seeded)
    assert "1 restricted agreement is left out" in message
    assert "1 restricted agreement is left out." in words(page)
    assert figures(page)["Records"] == 40
    assert title not in text
    assert "Implements AL-XK-2012-1 (restricted)" in words(page.get_element_by_id("AL-XK-2018-1"))
    message, text, page = report("--pair", "AL-XK", "--with-restricted", db=seeded)
    assert "left out" not in message + words(page)
    record = page.get_element_by_id("AL-XK-2012-1")
    assert record.xpath(".//dt[. = 'Disclosure']/following-sibling::dd[1]")[0].text == "Restricted"


NOTE = "without prejudice to positions on status"


def test_kosovo_has_its_star_and_footnote_where_it_occurs(report, seeded):
    text = words(report("--pair", "AL-XK", db=seeded)[2])
    assert "Kosovo* – " not in text
    assert text.count(NOTE) == 1
    assert not re.search(r"Kosovo\*\*|\\\*", text)
    assert NOTE not in words(report("--pair", "AL-BG", db=seeded)[2])
    for plain in (
        report("--pair", "AL-XK", "--no-kosovo-note", db=seeded),
        report("--pair", "AL-XK", db=seeded, env={"WBAGREE_KOSOVO_NOTE": "0"}),
    ):
        text = words(plain[2])
        assert (NOTE in text, "Kosovo*" in text) == (False, False)


def test_a_question_without_an_answer_gets_a_page_that_says_so(report, seeded):
    message, _, page = report("--pair", "AL-SI", "--type", "salw", db=seeded)
    assert "0 agreements, written to" in message
    assert "No record answers the question. Absence of a record is not proof of absence." in words(page)
    assert not page.xpath("//script")


@pytest.mark.parametrize("name", ["page.pdf", "page.md"])
def test_another_ending_is_refused_and_the_way_to_other_formats_told(name, wbagree, seeded, tmp_path):
    ran = wbagree("report", str(tmp_path / name), db=seeded)
    assert ran.returncode == 2
    assert "must end in .html." in ran.stderr
    assert "wbagree export" in ran.stderr
    assert not (tmp_path / name).exists()


def test_without_a_file_an_example_is_shown(wbagree, seeded):
    ran = wbagree("report", "AL", "XK", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Which file?\n  For example: wbagree report AL-XK albania-kosovo.html" in ran.stderr


def test_it_is_written_whole_or_not_at_all(wbagree, seeded, tmp_path):
    file = tmp_path / "page.html"
    file.write_text("what was there", encoding="utf-8")
    assert wbagree("report", str(file), "--pair", "AL-Atlantis", db=seeded).returncode == 3
    assert file.read_text(encoding="utf-8") == "what was there"
    assert wbagree("report", str(tmp_path / "no" / "page.html"), db=seeded).returncode == 4
    ran = wbagree("report", "-", "--pair", "ME-XK", db=seeded)
    assert ran.stdout.startswith("<!doctype html>")
    assert ran.stdout.endswith("</html>\n")
    before = seeded.read_bytes()
    assert wbagree("report", str(seeded), db=seeded).returncode == 2
    assert seeded.read_bytes() == before


def test_of_a_question_of_years_it_says_what_is_undated_and_may_not_belong_there(report, whole):
    both = [row for row in seed_data.rows("agreements") if {"MK", "XK"} <= {*row["parties"].split(";")}]
    kept = [row["signed"][:4] for row in both if not row["signed"] or row["signed"][:4] >= "2015"]
    dated = sorted(filter(None, kept))
    undated = len(kept) - len(dated)
    page = report("--pair", "XK-MK", "--since", "2015", "--undated", db=whole)[2]
    assert figures(page)["Records"] == len(kept)
    detail = words(page.xpath("//*[@class='figures']/div")[0].find_class("detail")[0])
    years = f"{len(dated)} signed {dated[0]}–{dated[-1]}"
    assert detail == f"{years}; {undated} undated, which may fall in the range"
    note = f"{undated} of the records are undated and may fall outside the years asked for."
    assert words(page.xpath("//*[@class='undated']")[0]) == note
    count = words(page.get_element_by_id("wb:count"))
    assert count == f"{len(kept)} records, {undated} undated, which may fall outside the years asked for"
    text = words(report("--pair", "XK-MK", "--since", "2015", db=whole)[2].find(".//main"))
    assert f"signed {dated[0]}–{dated[-1]}" in text
    assert years not in text
    assert "which may fall" not in text
