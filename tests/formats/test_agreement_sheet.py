"""One record for reading."""

import io
import re
from datetime import date
from itertools import chain

import pytest
import seed_data

from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.parts import Relation
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.terminal.agreement_sheet import write_agreement_sheet
from wbagree.formats.terminal.plain_table import cell_width as cells_of
from wbagree.services.agreement_context import context_of
from wbagree.store.file import connection
from wbagree.store.read import agreements

LABELS = {row["code"]: row["label"] for row in seed_data.rows("types")}
DAY = date(2026, 11, 1)
WIDTHS = (60, 80, 200)
NOTHING_AROUND = AgreementContext(parties={}, types={}, titles={}, related_from=())
SEPARATORS = {"signatories": " ; ", "sources": " | ", "implementation": " | "}
LISTED = {"parties": ";", "references": ";", "relations": ";"}


@pytest.fixture
def sheet(monkeypatch):
    """What the sheet of a record says, on a terminal of some width."""

    def written(record, context=NOTHING_AROUND, *, width=100, bold=False):
        monkeypatch.setenv("COLUMNS", str(width))
        file = io.StringIO()
        write_agreement_sheet(record, context, file, bold=bold)
        return file.getvalue()

    return written


def normal(text: str) -> str:
    return " ".join(text.split())


def sections(text: str) -> dict[str, str]:
    """The text of each section by its label, on one line."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n\n", 1)[1].splitlines():
        label = line[:16].strip().removesuffix(":")
        found.setdefault(label or list(found)[-1], []).append(line[16:])
    return {name: normal(" ".join(lines)) for name, lines in found.items()}


def facts(row: dict[str, str]) -> list[tuple[str, str]]:
    """What each cell of the file says, and the section it belongs to."""
    whole = {"title_original": "Original title", "signed": "Signed", "place": "Signed", "in_force": "In force",
             "ended": "Ended", "confidence": "Confidence", "notes": "Notes"}  # fmt: skip
    worded = {"form": "Form", "level": "Level", "status": "Source says"}
    items = {"parties": "Parties", "references": "References", "relations": "Relations",
             "sources": "Sources", "implementation": "Implementation"}  # fmt: skip
    expected = [(label, row[field]) for field, label in whole.items()]
    expected += [(label, row[field].replace("-", " ").replace("mou", "MoU")) for field, label in worded.items()]
    for field, label in items.items():
        expected += [(label, item) for item in row[field].split({**SEPARATORS, **LISTED}[field])]
    # Signatories stand beside their party, which its name follows.
    expected += [("Parties", item.partition(": ")[2]) for item in row["signatories"].split(" ; ")]
    expected += [("Types", LABELS[code]) for code in row["types"].split(";")]
    return [(label, normal(re.sub("[<>]", "", text))) for label, text in expected if text.strip()]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_fact_of_every_record_can_be_read_back(width, sheet, seed_rows, seed_records, seed_surroundings):
    for key, row in seed_rows.items():
        text = sheet(seed_records[key], seed_surroundings[key], width=width)
        shown = sections(text)
        for label, fact in facts(row):
            assert fact in re.sub("[<>]", "", shown.get(label, "")), (key, label, fact)


@pytest.mark.parametrize("width", WIDTHS)
def test_key_and_title_stand_above_everything(width, sheet, seed_records, seed_rows):
    for key, row in seed_rows.items():
        head = sheet(seed_records[key], width=width).split("\n\n", 1)[0]
        assert head.splitlines()[0] == key
        assert normal(head.partition("\n")[2]) == normal(row["title"])


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal_unless_one_word_is(width, sheet, seed_records, seed_surroundings):
    for key, record in seed_records.items():
        for line in sheet(record, seed_surroundings[key], width=width).splitlines():
            words = line[16:].split() if line[:16].strip().endswith(":") or line.startswith(" " * 16) else line.split()
            assert cells_of(line) <= width or len(words) == 1, line


def test_what_is_not_known_is_not_mentioned(sheet, record_of):
    assert list(sections(sheet(record_of()))) == ["Status", "Form", "Types", "Parties", "Level", "Confidence"]


def test_no_code_is_doubled(sheet, record_of):
    context = NOTHING_AROUND._replace(
        parties={"AL": "Albania", "XK": "Kosovo"},
        types={"joint-patrol": "joint patrols", "mla": "mutual legal assistance", "own": ""},
    )
    shown = sections(sheet(record_of(types=("joint-patrol", "mla", "own")), context))
    assert shown["Types"] == "joint patrols, mutual legal assistance (mla), own"
    assert shown["Parties"] == "Albania (AL) Kosovo (XK)"


def test_relations_are_read_from_both_ends(sheet, record_of):
    context = AgreementContext(
        parties={},
        types={},
        titles={"AL-XK-2011-1": "Treaty", "AL-XK-2013-1": "Protocol"},
        related_from=(Relation("amends", "AL-XK-2013-1"),),
    )
    record = record_of(relations=(Relation("implements", "AL-XK-2011-1"), Relation("extends", "EU-XK-2000-1")))
    assert sections(sheet(record, context))["Relations"] == (
        "implements AL-XK-2011-1 (Treaty) extends EU-XK-2000-1 (not in this register)"
        " amended by AL-XK-2013-1 (Protocol)"
    )


def test_every_relation_of_the_bundled_records_is_told_at_its_other_end(
    sheet, seed_rows, seed_records, seed_surroundings
):
    inverse = {"implements": "implemented", "amends": "amended", "supplements": "supplemented",
               "supersedes": "superseded", "extends": "extended"}  # fmt: skip
    relations = chain.from_iterable(
        ((key, *relation.split(" ")) for relation in row["relations"].split(";") if relation)
        for key, row in seed_rows.items()
    )
    for key, verb, other in relations:
        if other in seed_rows:
            shown = sections(sheet(seed_records[other], seed_surroundings[other], width=200))["Relations"]
            assert f"{inverse[verb]} by {key} ({normal(seed_rows[key]['title'])})" in shown


def test_acts_are_a_table_by_party_and_a_list_by_date(sheet, record_of):
    acts = ACTS.read(
        "entry-into-force all 2014 | accession XK 2013-02 effect 2013-05 (G 1): late [Source] | ratification AL 2012-04"
        " | signature AL 2012-03-10 | succession RS 2013"
    )
    text = sheet(record_of(acts=acts)).partition("Acts:")[2]
    assert [line.removeprefix(" " * 16) for line in text.partition("\nConfidence")[0].strip().splitlines()] == [
        "Party  Signature   Consent    In force",
        "all                           2014",
        "AL     2012-03-10  2012-04",
        "XK                 2013-02 a",
        "RS                 2013 s",
        "2012-03-10: signature by AL",
        "2012-04: ratification by AL",
        "2013: succession by RS",
        "2013-02: accession by XK, effect 2013-05 (G 1): late [Source]",
        "2014: entry into force for all",
    ]


def test_acts_of_other_roles_need_no_table(sheet, record_of):
    acts = ACTS.read("reservation XK 2013: on Article 3")
    assert sections(sheet(record_of(acts=acts)))["Acts"] == "2013: reservation by XK: on Article 3"


def test_a_date_that_follows_from_acts_says_so(sheet, record_of):
    record = record_of(place="Tirana")._replace(derived_signed="2012-03", derived_in_force="2013-05-01/2013-05-03")
    shown = sections(sheet(record._replace(derived_ended="2020-01-01/..")))
    assert shown["Signed"] == "2012-03 (from acts) in Tirana"
    assert shown["In force"] == "2013-05-01 or 2013-05-03, by party (from acts)"
    assert "Ended" not in shown


@pytest.mark.parametrize(
    ("signed", "words"),
    [("2012", "2012"), ("2012-03?", "2012-03? (inferred or disputed)"), ("2012-03-10~", "2012-03-10~ (approximate)")],
)
def test_a_doubtful_date_says_its_doubt_in_words(signed, words, sheet, record_of):
    record = record_of(signed=PartialDate.parse(signed), place="Tirana")
    assert sections(sheet(record))["Signed"] == f"{words} in Tirana"


def test_what_a_terminal_would_obey_is_shown(sheet, record_of):
    text = sheet(record_of(title="A\x1b]0;x\x07\u202eb", notes="one\x9b31m\ntwo [bold]", place="\x1b[2J"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "A<1B>]0;x<07><202E>b" in text
    assert "Notes:          one<9B>31m\n                two [bold]\n" in text


def test_escape_sequences_of_our_own_come_only_when_bold_is_asked_for(sheet, record_of):
    assert sheet(record_of(), bold=True).startswith("\x1b[1mAL-XK-nd-1\x1b[0m\nAgreement\n")
    assert "\x1b" not in sheet(record_of())


@pytest.mark.parametrize("key", ["AL-XK-2024-1", "BA-RS-2010-1"])
def test_the_sheet_of_a_rich_record(key, sheet, golden, _whole):  # noqa: PT019  (its value is used)
    with connection.open_for_reading(_whole) as register:
        record = agreements.record(register, key, as_of=DAY)
        golden(f"sheet-{key.lower()}.txt", sheet(record, context_of(register, record, set()), width=80))
