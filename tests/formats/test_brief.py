"""The brief on a pair, read as Markdown: every record once, every figure recounted from the bundled files."""

import io
import re
import textwrap
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from urllib.parse import unquote

import oracles
import pytest
import seed_data
from markdown_it import MarkdownIt

from wbagree.domain.agreements.parts import Assessment, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.frameworks.cover import Grade, PairCover, PartyCover
from wbagree.domain.frameworks.framework import Framework
from wbagree.formats.brief.brief import Brief, MissingType
from wbagree.formats.common.citation import date_in_words
from wbagree.services.brief import make_brief
from wbagree.services.question_words import pair_of_words
from wbagree.store.file import connection
from wbagree.store.read import agreements

DAY = date(2026, 11, 1)
PAIRS = ["AL-XK", "BA-RS", "HR-RS", "BA-XK", "AL-ME"]
WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
LACKING = {"negotiation", "not-in-force", "ended", "terminated", "expired", "superseded"}
HEAD = (
    "Status as of 1 Nov 2026. Made by wbagree on 2 Nov 2026. Each agreement is listed once, under its main subject."
    " Dates in square brackets are inferred or disputed; c is approximate. Where a title is shortened (…), wbagree show"
    " KEY prints it whole."
)
FORCE_WORDS = {
    "Known to be in force": lambda record: record.status == "in-force" and record.verdict == "in-force",
    "In force by what a source says, as of its date": lambda record: (
        record.status == "in-force" and record.verdict == "asserted"
    ),
    "In force for a predecessor": lambda record: (
        record.status == "inherited"
        and (record.verdict == "in-force" or (record.verdict, record.agreement.status) == ("asserted", "in-force"))
    ),
    "Said to be applied provisionally": lambda record: record.status == "provisional",
    "Said to be applied provisionally for a predecessor": lambda record: (
        record.status == "inherited" and (record.verdict, record.agreement.status) == ("asserted", "provisional")
    ),
    "Said to be under negotiation": lambda record: record.status == "negotiation",
    "Said not to be in force": lambda record: record.status == "not-in-force",
    "Ended": lambda record: record.status in ("ended", "terminated", "expired", "superseded"),
    "Uncertain for that day, because a date is missing or too coarse": lambda record: (
        record.status == "unknown" and record.verdict != "nothing-known"
    ),
}
MISSING = re.compile(
    r"Not found in this register \(in brackets, how many of the (\d+) other pairs among (.+) have"
    r" one\): (.+)\."
)
RARE = re.compile(
    r"Not found here, and rare in the region \(one or two pairs\): (.+)\."
    r" Absence of a record is not proof of absence\."
)
NOTE = "* This designation is without prejudice to positions on status"
NASTY = ["*a* [b](c) `d`", "# Heading", "- item", "1. one", "<b>x</b>", "a | b", "[1]", "two\n\nlines", "a\\", "`"]


@dataclass
class Page:
    """A brief as its reader sees it: the items of lists by heading, with their code spans, and other paragraphs."""

    items: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    sources: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)

    def text(self) -> str:
        return " ".join([*self.paragraphs, *(item for items in self.items.values() for item in items)])

    def read(self, markdown: str) -> "Page":
        heading, inside, before = "", 0, None
        for token in MarkdownIt("commonmark").parse(markdown):
            inside += (token.type == "list_item_open") - (token.type == "list_item_close")
            if token.type == "inline":
                shown = "".join(child.content for child in token.children)
                if before == "heading_open":
                    heading = shown
                elif heading == "Sources" and inside:
                    links = [child.attrs["href"] for child in token.children if child.type == "link_open"]
                    self.sources.append((shown, links[0] if links else ""))
                elif inside:
                    self.items.setdefault(heading, []).append(shown)
                    codes = [child.content for child in token.children if child.type == "code_inline"]
                    self.keys.setdefault(heading, []).extend(codes)
                else:
                    self.paragraphs.append(shown)
            before = token.type
        return self


def page_of(brief: Brief) -> Page:
    file = io.StringIO()
    brief.write(file)
    return Page().read(file.getvalue())


def table(name):
    return seed_data.rows(name)


@pytest.fixture(scope="module")
def seed_rows():
    return seed_data.agreements()


@pytest.fixture(scope="module")
def seed_records(_whole):
    with connection.open_for_reading(_whole) as register:
        return {record.agreement.key: record for record in agreements.records(register, Filter(as_of=DAY))}


@pytest.fixture(scope="module")
def brief_of(_whole):
    """The brief on a pair of the bundled register as of 1 November 2026."""
    with connection.open_for_reading(_whole) as register:
        yield lambda pair, among="wb6", day=DAY: make_brief(
            register, pair_of_words(register, [pair]), among, day, on_message=print
        )


def names(shortened, title, room=60):
    """Whether a title is told whole where there is room, else in its own words, in order, with … for the others."""
    shortened, title = shortened.replace("Kosovo*", "Kosovo"), " ".join(title.split())
    if len(title) <= room or "…" not in shortened:
        return shortened == title
    kept = ".+".join(re.escape(part.strip()) for part in shortened.removesuffix(")").split("…"))
    return len(shortened) <= room and len(shortened) >= 20 and bool(re.fullmatch(kept, title))


@pytest.fixture(scope="module")
def served(seed_rows):
    """The pairs that every record serves today, and whether as inherited."""
    return {key: oracles.pairs(row, DAY) for key, row in seed_rows.items()}


@pytest.fixture(scope="module")
def group_of():
    """The heading of a type's group."""
    labels = {row["code"]: row["label"] for row in table("type_groups")}
    return {row["code"]: labels[row["group"]].capitalize() for row in table("types")}


def for_pair(record, inherited):
    """A record with its status for a pair that inherits it, or not: what is inherited never is a pair's own status."""
    over = record.verdict in ("ended", "end-asserted")
    return record._replace(status="inherited") if inherited and not over else record


def of(served, pair, *, inherited):
    return sorted(key for key, pairs in served.items() if pairs.get(tuple(pair.split("-"))) is inherited)


@pytest.mark.parametrize("pair", PAIRS)
def test_every_record_of_the_pair_stands_once_under_the_group_of_its_main_type(
    pair, brief_of, served, seed_rows, group_of
):
    page = page_of(brief_of(pair))
    expected = {}
    for key in of(served, pair, inherited=False):
        expected.setdefault(group_of[seed_rows[key]["types"].split(";")[0]], []).append(key)
    shown_keys = {re.sub(r" \(\d+\)$", "", head): sorted(keys) for head, keys in page.keys.items() if head[-1] == ")"}
    assert shown_keys == expected
    assert all(head.endswith(f"({len(keys)})") for head, keys in page.keys.items() if head[-1] == ")")
    assert sorted(page.keys.get("Inherited from predecessors", [])) == of(served, pair, inherited=True)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_figures_at_a_glance_are_those_of_the_file(pair, brief_of, served, seed_rows):
    lines = page_of(brief_of(pair)).items["At a glance"]
    own, inherited = (of(served, pair, inherited=value) for value in (False, True))
    more = [str(len(inherited))] if inherited else []
    counted = re.match(r"(\d+) .*? of their own (?:is|are) recorded(?:: ([^.]*))?\.", lines[0])
    assert counted[1] == str(len(own))
    forms = [seed_rows[key]["form"] for key in own]
    figures = re.findall(r"\d+", counted[2]) if counted[2] else [counted[1]]
    assert sorted(map(int, figures)) == sorted(forms.count(form) for form in {*forms})
    assert re.findall(r"(\d+) more (?:is|are) inherited from a predecessor\.", lines[0]) == more
    wider = sum(seed_rows[key]["parties"].count(";") > 1 for key in own)
    assert re.findall(r"(\d+) of them ha(?:s|ve) further parties\.", lines[0]) == ([str(wider)] if wider else [])
    undated = sum(not seed_rows[key]["signed"] for key in own)
    dated = {key: oracles.span(seed_rows[key]["signed"])[0] for key in own if seed_rows[key]["signed"]}
    named = [line.partition(": ")[2] for line in lines if line.startswith("Most recent: ")]
    assert len(named) == bool(dated)
    if not dated:
        assert lines[-1] == "None of their own has a signature date."
    for line in named:
        last = max(dated, key=lambda key: (dated[key], key))
        title, key, when, undated_count = re.fullmatch(
            r"(.+) \((\S+)\), ([^.]+)\.(?: (\d+) of the \d+ (?:is|are) undated\.)?", line
        ).groups()
        assert (key, when, undated_count) == (last, short(seed_rows[last]["signed"]), str(undated) if undated else None)
        assert names(title, seed_rows[last]["title"])


@pytest.mark.parametrize("pair", [*PAIRS, "AT-XK", "BA-EU"])
def test_each_that_is_or_may_be_in_force_is_told_by_its_title_and_key(pair, brief_of, served, seed_rows, seed_records):
    lines = page_of(brief_of(pair)).items["At a glance"]
    records = {
        key: for_pair(seed_records[key], value) for value in (False, True) for key in of(served, pair, inherited=value)
    }
    keys = list(records)
    line_by_words = {words: rest for words, found, rest in (line.partition(": ") for line in lines) if found}
    named = []
    for words, holds in FORCE_WORDS.items():
        *found, end = re.split(r" \(([A-Z][\w-]+-\d+)\)(, low confidence)?(?:; |\.$)", line_by_words.get(words, ""))
        assert end == ""
        titles, known, weak = found[::3], found[1::3], found[2::3]
        assert sorted(known) == sorted(key for key in keys if holds(records[key]))
        assert all(names(title, seed_rows[key]["title"]) for title, key in zip(titles, known, strict=True))
        assert [bool(low) for low in weak] == [seed_rows[key]["confidence"] == "low" for key in known]
        named += known
    if rest := len({*keys} - {*named}):
        all_ = f" of all {len(keys)}" if of(served, pair, inherited=True) else ""
        others = f"the other {rest if rest > 1 else 'one'}{all_}" if named else "all of them"
        assert f"The status of {others} is not confirmed." in lines


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_missing_is_what_the_others_have_and_the_pair_lacks(pair, brief_of, served, seed_rows, seed_records):
    pairs = set(combinations(sorted({*WB6, *pair.split("-")}), 2))
    having = {}
    for key, serves in served.items():
        if seed_records[key].status not in LACKING:
            for code in seed_rows[key]["types"].split(";"):
                having.setdefault(code, set()).update(serves.keys() & pairs)
    codes = tuple(pair.split("-"))
    lacks = {
        row["label"]: len(having[row["code"]])
        for row in table("types")
        if row["code"] != "other" and having.get(row["code"]) and codes not in having[row["code"]]
    }
    # A pair that only negotiates, or whose agreement has ended, lacks it, and that is said.
    notes = {}
    for key in of(served, pair, inherited=False):
        if (status := seed_records[key].status) in LACKING:
            note = "under negotiation or not in force" if status in ("negotiation", "not-in-force") else ""
            for code in seed_rows[key]["types"].split(";"):
                notes.setdefault(code, set()).add(f"is {note}" if note else "has ended")
    label_of = {row["code"]: row["label"] for row in table("types")}
    noted = {label_of[code]: max(found) for code, found in notes.items()}
    *commons, rare = page_of(brief_of(pair)).items["What is missing"]
    common = commons[0] if commons else ""
    shown_notes = dict(re.findall(r"(\w[^(),:]*) \(only what ([^()]+)\)", f"{common} {rare}"))
    assert shown_notes == {label: note for label, note in noted.items() if label in lacks}
    common, rare = (re.sub(r" \(only what [^()]+\)", "", text) for text in (common, rare))
    labels = RARE.fullmatch(rare)[1].split(", ")
    assert sorted(labels) == sorted(label for label, figure in lacks.items() if figure < 3)
    if not common:
        assert all(figure < 3 for figure in lacks.values())
        return
    number, among, types_list = MISSING.fullmatch(common).groups()
    lacking = [(label, int(figure)) for label, figure in re.findall(r"(\S[^()]*) \((\d+)\)(?:, |$)", types_list)]
    assert dict(lacking) == {label: figure for label, figure in lacks.items() if figure >= 3}
    assert len(dict(lacking)) == len(lacking)
    assert [figure for _, figure in lacking] == sorted(dict(lacking).values(), reverse=True)
    assert number == str(len(pairs) - 1)
    outside = {"HR": "Croatia and "}.get(pair[:2], "")
    assert among == f"{outside}the six of the Western Balkans"


def sources_of(row):
    parts = [re.fullmatch(r"(.*?) ?(?:<(.*)>)?", part) for part in row["sources"].split(" | ") if part]
    return [(found[1] or found[2], found[2] or "") for found in parts]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_record_cites_its_sources_by_number_and_every_number_is_cited(pair, brief_of, seed_rows):
    page = page_of(brief_of(pair))
    sources = [(text, unquote(url)) for text, url in page.sources]
    assert len(set(sources)) == len(sources)
    cited = []
    for head, items in page.items.items():
        if head[-1] == ")" or head.startswith("Inherited"):
            for key, item in zip(page.keys[head], items, strict=True):
                numbers = [int(number) for number in re.findall(r"\[(\d+)\]", item.rpartition(key)[2])]
                expected = [(text, unquote(url)) for text, url in sources_of(seed_rows[key])]
                assert [sources[number - 1] for number in numbers] == expected
                cited += numbers
    assert list(dict.fromkeys(cited)) == list(range(1, len(sources) + 1))


SCORES = {"full": "fully applied", "partial": "partly applied", "none": "not begun"}


def short(date):
    return date_in_words(PartialDate.parse(date), short=True)


def observed(row, until):
    """What was seen of a record up to a day, as the file has it: date, score, and what the brief says of it."""
    parts = [part.split(" ", 2) for part in row["implementation"].split(" | ") if part]
    for on, score, note in parts:
        if oracles.span(on)[0] <= until:
            text, bracket, source = note.rstrip("]").rpartition("[")
            judged = SCORES.get(score.rstrip(":"), "")
            quoted = f"{text.strip()} ({source})" if bracket else note
            words = f"judged {judged}; {quoted}" if judged else quoted
            yield oracles.span(on)[1], judged, f"{short(on)}: {words}".replace("Kosovo", "Kosovo*")


@pytest.mark.parametrize("day", [DAY, date(2018, 12, 31), date(2009, 10, 31)])
@pytest.mark.parametrize("pair", [*PAIRS, "RS-XK"])
def test_who_judged_what_comes_first_then_the_last_reports_and_what_is_left_out_is_counted(
    pair, day, brief_of, seed_rows
):
    brief = brief_of(pair, day=day)
    keys = [record.agreement.key for record in brief.records]
    seen = {key: found for key in keys if (found := list(observed(seed_rows[key], day.isoformat())))}
    latest = [judged[-1] for found in seen.values() if (judged := [score for _, score, _ in sorted(found) if score])]
    first, *lines = page_of(brief).items["Implementation"]
    counts = [f"Judged {score}: {latest.count(score)}." for score in SCORES.values() if score in latest]
    if seen and not latest:
        counts = ["Judged: none."]
    if len(seen) > len(latest):
        counts.append(f"Only reported on, without a judgement: {len(seen) - len(latest)}.")
    assert first == " ".join([f"Never assessed: {len(keys) - len(seen)} of {len(keys)}.", *counts])
    apart = {key for key, found in seen.items() if len({judged for _, judged, _ in found if judged}) > 1}
    if lines and lines[0].startswith("Assessors differ on "):
        # Whoever judged twice may have changed their mind: those who differ are among those judged in two ways.
        assert {*re.findall(r"[A-Z][A-Z-]+-(?:\d{4}|nd)-\d+", lines.pop(0))} <= apart
    everything = {(key, report): (on, judged) for key, found in seen.items() for on, judged, report in found}
    reported = []
    while lines and not re.match(r"\d+ other reports? (?:is|are) in the register", lines[0]):
        title, key, report = re.fullmatch(r"(.+) \((\S+)\), (.+)", lines.pop(0)).groups()
        assert names(title, seed_rows[key]["title"], 48)
        reported.append((key, report))
    assert len({*reported}) == len(reported)
    assert {*reported} <= {*everything}
    assert [one for one in everything if everything[one][1] and one not in reported] == []
    reports = [everything[one][0] for one in reported if not everything[one][1]]
    assert reports == sorted(reports, reverse=True)
    assert [bool(everything[one][1]) for one in reported] == sorted(
        (bool(everything[one][1]) for one in reported), reverse=True
    )
    missing = [key for key, report in everything if (key, report) not in reported]
    number = "".join(re.findall(r"^(\d+) other", lines[0])) if lines else "0"
    assert number == str(len(missing))
    assert re.findall(r"[A-Z][A-Z-]+-(?:\d{4}|nd)-\d+", "".join(lines)) == sorted({*missing})


@pytest.mark.parametrize("pair", PAIRS)
def test_the_body_is_no_longer_than_two_pages(pair, brief_of):
    # Of A4 with margins of 2 cm, 134 lines filled 1.92 to 1.98 pages in Times of 10.5 points or a narrow sans serif;
    # in one as wide as Helvetica, whose line holds 95 characters, 2.04 to 2.07.
    file = io.StringIO()
    brief_of(pair).write(file)
    body = file.getvalue().partition("## Sources")[0]
    plain = re.sub(r"\\(.)", r"\1", body)
    lines = [part for line in plain.splitlines() for part in textwrap.wrap(line, 100) or [""]]
    assert len(lines) <= 134


@pytest.mark.parametrize("pair", PAIRS)
def test_kosovo_has_its_star_and_one_footnote_unless_that_is_turned_off(pair, brief_of):
    brief = brief_of(pair)
    page, bare = page_of(brief), page_of(replace(brief, kosovo_note=False))
    notes = [paragraph for paragraph in page.paragraphs if paragraph.startswith(NOTE)]
    text = page.text().replace("".join(notes), "")
    assert not re.findall(r"\bKosovo\b(?!\*)", text)
    assert len(notes) == ("Kosovo*" in text or "XK" in pair)
    assert "Kosovo*" not in bare.text()
    assert NOTE not in bare.text()


def made(*records, **fields) -> Brief:
    plain = {"day": "2026-11-01", "made_on": "2026-11-02", "missing_types": [], "others": 14, "among": "AL, XK",
             "types": {"mla": "MLA"}, "parties": {"AL": "Albania", "XK": "Kosovo"},
             "groups": {"justice": ["mla"]}}  # fmt: skip
    return Brief(**{**plain, "pair": ("AL", "XK"), "records": records, **fields})


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_read_as_it_is_wherever_it_stands(text, record_of):
    seen = Assessment(PartialDate(2013), "partial", text, text)
    source = Source(text, "https://a.example/")
    record = record_of(title=text, signed=PartialDate(2012, mark="?"), sources=(source,), implementation=(seen,))
    old = record_of(key="AL-XK-nd-2", title=text, inherited_from="UNMIK", sources=(source,), computed="in-force")
    page = page_of(made(record, old, missing_types=[MissingType(text, 9), MissingType(text, 1)], among=text))
    shown = " ".join(text.split())
    assert page.items["Justice (1)"] == [f"{shown}, agreement, [2012]. AL-XK-nd-1 [1]"]
    (entry,) = page.items["Inherited from predecessors"]
    assert entry == f"{shown}, agreement, undated, signed by UNMIK, in force. AL-XK-nd-2 [1]"
    number, among, types_list = MISSING.fullmatch(page.items["What is missing"][0]).groups()
    assert (number, among, types_list) == ("14", shown, f"{shown} (9)")
    assert RARE.fullmatch(page.items["What is missing"][1])[1] == shown
    assert page.items["Implementation"][1] == f"{shown} (AL-XK-nd-1), 2013: judged partly applied; {shown} ({shown})"
    assert f"Known to be in force: {shown} (AL-XK-nd-2), low confidence." in page.items["At a glance"]
    assert f"Most recent: {shown} (AL-XK-nd-1), [2012]." in page.items["At a glance"]
    assert page.sources == [(shown, "https://a.example/")]


def test_the_head_says_the_day_and_what_brackets_and_about_mean():
    assert page_of(made()).paragraphs[0] == HEAD


@pytest.mark.parametrize(
    ("parties", "sentences"),
    [
        ([("AL", "XK")], []),
        ([("AL", "XK"), ("AL", "MK", "XK")], ["1 of them has further parties."]),
        ([("AL", "MK", "XK"), ("AL", "RS", "UN", "XK")], ["2 of them have further parties."]),
    ],
)
def test_it_is_told_how_many_have_further_parties(parties, sentences, record_of):
    records = [record_of(key=f"AL-XK-nd-{number}", parties=bound) for number, bound in enumerate(parties)]
    first = page_of(made(*records)).items["At a glance"][0]
    assert re.findall(r"\d of them [^.]+\.", first) == sentences


@pytest.mark.parametrize(
    ("status", "verdict", "words"),
    [
        ("in-force", "in-force", "Known to be in force"),
        ("in-force", "asserted", "In force by what a source says, as of its date"),
        ("suspended", "suspended", "Suspended"),
        ("suspended", "asserted", "Suspended"),
        ("inherited", "in-force", "In force for a predecessor"),
        ("provisional", "asserted", "Said to be applied provisionally"),
        ("negotiation", "asserted", "Said to be under negotiation"),
        ("not-in-force", "asserted", "Said not to be in force"),
        ("terminated", "end-asserted", "Ended"),
        ("unknown", "assertion-undated", "Uncertain for that day, because a date is missing or too coarse"),
        ("unknown", "entry-straddles", "Uncertain for that day, because a date is missing or too coarse"),
    ],
)
def test_what_is_said_of_its_force_is_said_with_its_title_and_key(status, verdict, words, record_of):
    stated, other = record_of(title="One", computed=status), record_of(key="AL-XK-nd-2", title="Two")
    lines = page_of(made(stated._replace(verdict=verdict), other)).items["At a glance"]
    assert f"{words}: One (AL-XK-nd-1), low confidence." in lines
    assert [line for line in lines if "Two" in line] == []
    assert "The status of the other one is not confirmed." in lines


@pytest.mark.parametrize("status", ["signed", "unknown"])
def test_of_what_nothing_tells_it_says_that_nothing_tells(status, record_of):
    lines = page_of(made(record_of(computed=status))).items["At a glance"]
    assert "The status is not confirmed." in lines
    assert not [line for line in lines if line.partition(": ")[0] in FORCE_WORDS]


def test_the_last_signed_is_the_last_of_those_with_a_date(record_of):
    dates = {"One": PartialDate(2012), "Two": PartialDate(2011, 12, 31), "Three": PartialDate(2012, 2, mark="~")}
    records = [record_of(key=f"AL-XK-nd-{title}", title=title, signed=signed) for title, signed in dates.items()]
    lines = page_of(made(*records, record_of(title="Four"))).items["At a glance"]
    assert lines[-1] == ("Most recent: Three (AL-XK-nd-Three), c Feb 2012. 1 of the 4 is undated.")


def test_of_an_inherited_one_it_is_not_said_that_the_pair_signed_it_last(record_of):
    old = record_of(signed=PartialDate(2005), inherited_from="UNMIK")
    assert "Last signed" not in page_of(made(old)).text()


NOR = "Not found here, and rare in the region (one or two pairs):"
MANY = "Not found in this register (in brackets, how many of the {} other pairs among AL, XK have one): {}."


@pytest.mark.parametrize(
    ("lacks", "others", "lines"),
    [
        ([], 0, ["There are no other pairs to compare with."]),
        (
            [],
            14,
            ["Nothing that other pairs have and these two lack.", "Absence of a record is not proof of absence."],
        ),
        (
            [
                MissingType("customs", 3),
                MissingType("hot pursuit", 2),
                MissingType("mutual legal assistance", 13),
                MissingType("training", 1),
            ],
            14,
            [
                MANY.format(14, "mutual legal assistance (13), customs (3)"),
                f"{NOR} hot pursuit, training. Absence of a record is not proof of absence.",
            ],
        ),
        (
            [MissingType("hot pursuit", 1)],
            4,
            [f"{NOR} hot pursuit. Absence of a record is not proof of absence."],
        ),
        (
            [MissingType("customs", 3)],
            4,
            [
                MANY.format(4, "customs (3)"),
                "Absence of a record is not proof of absence.",
            ],
        ),
    ],
)
def test_what_is_missing_is_one_sentence_with_numbers_and_one_for_the_rare(lacks, others, lines):
    assert page_of(made(missing_types=lacks, others=others)).items["What is missing"] == lines


def test_a_long_title_has_two_lines_where_records_are_few_and_is_cut_between_words_where_it_is_one_of_many(record_of):
    title = "Agreement on " + "very " * 12 + "close cooperation"
    seen = Assessment(PartialDate(2013), "full", "", "")
    one = record_of(title=title, computed="in-force", implementation=(seen,))
    page = page_of(made(one))
    assert page.items["Justice (1)"][0] == f"{title}, undated, in force. AL-XK-nd-1"
    cut = "Agreement on " + "very " * 8 + "very …"
    assert f"Known to be in force: {cut} (AL-XK-nd-1), low confidence." in page.items["At a glance"]
    cut = "Agreement on " + "very " * 5 + "very …"
    assert page.items["Implementation"][1] == f"{cut} (AL-XK-nd-1), 2013: judged fully applied"
    many = [one, *(record_of(key=f"AL-XK-nd-{number}") for number in range(2, 22))]
    (entry, *_) = page_of(made(*many)).items["Justice (21)"]
    assert re.fullmatch(r"Agreement on (very )+…, undated, in force\. AL-XK-nd-1", entry)
    assert 90 < len(entry) <= 98


GRADES = {"member": Grade.MEMBER, "in force": Grade.IN_FORCE, "bound": Grade.BOUND, "signatory": Grade.SIGNED}


def framework(name, kind="organisation", types=("other",), standings=("member", "member")):
    covers = (
        PartyCover(party, GRADES.get(standing, Grade.NONE), standing=standing if standing in STANDINGS else "")
        for party, standing in zip(("AL", "XK"), standings, strict=True)
    )
    return PairCover(Framework(name, name, kind, types=types), *covers)


STANDINGS = ("member", "observer", "excluded", "signatory")


def test_frameworks_are_told_by_who_belongs_to_them_and_conventions_by_what_they_are_about():
    found = [
        framework("RCC"),
        framework("ETS 30", "convention", ("mla",), ("in force", "in force")),
        framework("ETS 99", "convention", ("mla",), ("in force", "in force")),
        framework("ETS 86", "convention", ("mla",), ("in force", "bound")),
        framework("INTERPOL", standings=("member", "excluded")),
        framework("ETS 24", "convention", ("mla",), ("bound", None)),
        framework("ID cards", "convention", ("mla",), ("signatory", "bound")),
        framework("SEESAC", standings=("observer", None)),
    ]
    *lines, hint = page_of(made(frameworks=found)).items["Frameworks"]
    assert lines == [
        "In force for both: conventions on MLA (ETS 30, ETS 99).",
        "Both belong to: RCC.",
        "Both are bound, entry into force not recorded for both: ETS 86.",
        "Only signed by one or both: ID cards.",
        "Recorded for Albania only: INTERPOL (the other is excluded); conventions on MLA (ETS 24).",
    ]
    assert hint.endswith("wbagree frameworks show NAME; all: wbagree frameworks common AL-XK.")


@pytest.mark.parametrize(
    ("on", "is_counted"),
    [("2026-11-01", True), ("2026-11", True), ("2026", True), ("2026-11-02", False), ("2027", False), ("2009~", True)],
)
def test_an_assessment_after_the_day_is_not_told_and_not_counted(on, is_counted, record_of):
    seen = Assessment(PartialDate.parse(on), "none", "so it was", "")
    lines = page_of(made(record_of(implementation=(seen,)))).items["Implementation"]
    assert lines[0] == ("Never assessed: 0 of 1. Judged not begun: 1." if is_counted else "Never assessed: 1 of 1.")
    assert len(lines) == 1 + is_counted


def test_of_a_pair_without_a_record_it_says_that_this_proves_nothing():
    page = page_of(made())
    assert "Nothing of their own recorded. Absence of a record is not proof of absence." in page.paragraphs
    assert page.items["At a glance"] == ["No instrument of their own is recorded."]
    assert page.sources == []
    assert "Implementation" not in page.items
