"""The interchange format: written as the bundled file is, and read back byte for byte by way of ``lists``."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import seed_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree import resources
from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import EXTRA_NAMES, STANDARD_NAMES
from wbagree.domain.agreements.identity import new_id
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.errors import ImportRefused
from wbagree.formats.data.csv import write_csv
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

NEEDED = "title,form,types,parties,confidence"
Rows = list[tuple[str, InterpretedRow]]


@pytest.fixture
def read_file(validator: AgreementValidator) -> Callable[..., Rows]:
    """What a file says, row by row, as an import reads it."""

    def read(path: Path, **mapping_fields: object) -> Rows:
        mapping = Mapping(**mapping_fields)
        with open_list(path, path.name, ReaderOptions(), mapping, bundled_vocabulary()) as listing:
            parties = PartyReader(validator.parties, bundled_vocabulary().names)
            interpreter = RowInterpreter(listing.layout, mapping, parties, validator.types, bundled_vocabulary())
            return [(f"{listing.name}:{line}", interpreter.read(row)) for line, row in listing.rows]

    return read


@pytest.fixture
def read(read_file: Callable[..., Rows], tmp_path: Path) -> Callable[..., Rows]:
    """What a file with this text says."""

    def of(text: str, **mapping_fields: object) -> Rows:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8", newline="")
        return read_file(path, **mapping_fields)

    return of


def test_the_bundled_file_is_written_as_it_was_read(read_file, validator):
    path = resources.seed_folder() / "agreements.csv"
    found = read_file(path)
    assert all(read.problems == read.inferred == read.remarks == [] for _, read in found)
    passed = [validator.validate(read.cells) for _, read in found]
    assert all(problems == [] for _, problems in passed)
    written = io.StringIO(newline="")
    records = [Record(agreement, "2026-01-01", "signed", "signed", id=new_id()) for agreement, _ in passed]
    write_csv(records, written, extra=("status_on",))
    rows = csv.reader(io.StringIO(written.getvalue()))
    cut = io.StringIO(newline="")
    csv.writer(cut, lineterminator="\n").writerows(row[:-2] for row in rows)
    assert cut.getvalue().encode() == path.read_bytes()


def test_the_bundled_file_is_read_as_another_reader_reads_it(read_file):
    assert [read.cells for _, read in read_file(resources.seed_folder() / "agreements.csv")] == seed_data.rows(
        "agreements"
    )


def test_a_column_that_few_registers_need_is_written_when_asked_for(record_of, read):
    act = Act("ratification", "AL", PartialDate(2012), reference="Gazette 12")
    records = [record_of(acts=(act,)), record_of(key="AL-XK-nd-2")]
    renewal = Renewal.parse("tacit every 5 years from 2020, notice 6 months")
    records.append(record_of(key="AL-XK-nd-3", renewal=renewal))
    for extra in ((), ("acts",), ("renewal",), EXTRA_NAMES):
        written = io.StringIO(newline="")
        write_csv(records, written, extra=extra)
        rows = [one.cells for _, one in read(written.getvalue())]
        # An empty word lifts no restriction, so it says nothing.
        assert tuple(rows[0]) == (*STANDARD_NAMES, *(name for name in extra if name != "disclosure"))
        assert written.getvalue().splitlines()[0] == ",".join((*STANDARD_NAMES, *extra, "id", "version"))
        for name, cells in (
            ("acts", ["ratification AL 2012 (Gazette 12)", "", ""]),
            ("renewal", ["", "", str(renewal)]),
        ):
            assert [row.get(name) for row in rows] == (cells if name in extra else [None] * 3)


def test_the_dates_of_parties_of_an_earlier_export_are_read_as_acts(read):
    ((_, one), (_, two)) = read(
        f"{NEEDED},party_dates\na,mou,mla,AL;XK,low,AL: ratified 2012 ; XK: in force 2013\n"
        "b,mou,mla,AL;XK,low,AL: 2012\n"
    )
    assert one.problems == []
    assert one.cells["acts"] == "ratification AL 2012: kind not distinguished before | entry-into-force XK 2013"
    assert "party_dates" not in one.cells
    assert [str(problem) for problem in two.problems] == [
        "party_dates: 'AL: 2012' is not 'PARTY: ratified DATE, in force DATE'"
    ]


def test_no_records_are_a_header(read):
    written = io.StringIO(newline="")
    write_csv([], written)
    assert written.getvalue() == ",".join((*STANDARD_NAMES, "id", "version")) + "\n"
    assert read(written.getvalue()) == []


def test_a_row_has_the_place_of_its_first_line(read):
    found = read(f'{NEEDED},notes\na,,,,,\nb,,,,,"one\ntwo\n\nthree"\n\n , ,,,,\n"c\nd",,,,,\ne,,,,,')
    assert [place for place, _ in found] == ["list.csv:2", "list.csv:3", "list.csv:9", "list.csv:11"]
    assert [one.cells["title"] for _, one in found] == ["a", "b", "c\nd", "e"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_either_kind_are_read(read, end):
    found = read(end.join([NEEDED, "a,mou,mla,AL;XK,low", "b,mou,mla,AL;XK,low", ""]))
    assert [(place, one.cells["confidence"], one.problems) for place, one in found] == [
        ("list.csv:2", "low", []),
        ("list.csv:3", "low", []),
    ]


def test_columns_stand_in_any_order_case_and_spacing(read):
    ((_, one),) = read(" Confidence,PARTIES ,types,form,Title\nlow,AL;XK,mla,mou,a\n")
    assert one.problems == []
    assert one.cells == {"confidence": "low", "parties": "AL;XK", "types": "mla", "form": "mou", "title": "a"}


def test_our_own_layout_is_taken_at_its_word(read):
    text = f"{NEEDED},signed\nOn extradition,wish,cheese,Atlantis,,05/03/2012\n"
    ((_, one),) = read(text, home="AL", date_order="dmy")
    assert (one.problems, one.inferred) == ([], [])  # the validator judges what it says
    assert list(one.cells.values()) == ["On extradition", "wish", "cheese", "Atlantis", "", "05/03/2012"]


def test_rows_with_too_many_or_too_few_cells_are_told_with_their_line(read):
    found = read(f'{NEEDED}\na,mou,mla,AL;XK\n"b\n",mou,mla,AL,XK,low\nc,mou,mla,AL;XK,low\n')
    assert [(place, [str(problem) for problem in one.problems]) for place, one in found] == [
        ("list.csv:2", ["row: has 4 cells where the header has 5"]),
        ("list.csv:3", ["row: has 6 cells where the header has 5"]),
        ("list.csv:5", []),
    ]
    assert found[1][1].problems[0].value == "low"


def test_a_column_of_ones_own_goes_to_the_notes_when_asked_for(read):
    text = f"{NEEDED},notes,Shelf\na,mou,mla,AL;XK,low,n,K 12\nb,mou,mla,AL;XK,low,,K 13\n"
    assert [one.cells["notes"] for _, one in read(text)] == ["n", ""]
    assert [one.cells["notes"] for _, one in read(text, keep_unmapped=True)] == ["n\nShelf: K 12", "Shelf: K 13"]


def test_what_is_computed_is_not_read(read):
    ((_, one),) = read(f"{NEEDED},computed_status,status_reason\na,mou,mla,AL;XK,low,signed,why\n", keep_unmapped=True)
    assert list(one.cells) == NEEDED.split(",")


def test_an_empty_file_is_refused(read):
    with pytest.raises(ImportRefused, match=r"list\.csv is empty"):
        read("")


def test_a_cell_may_hold_a_long_text(read):
    ((_, one),) = read(f"{NEEDED}\n{'a' * 1_000_000},mou,mla,AL;XK,low\n")
    assert len(one.cells["title"]) == 1_000_000


# Without apostrophes: of a disarmed formula, reading takes one off.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="'") | st.sampled_from("\n\t;|"),
    max_size=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(
    st.lists(
        st.lists(TEXTS, min_size=len(STANDARD_NAMES), max_size=len(STANDARD_NAMES)).filter(
            lambda row: "".join(row).strip()
        )
    )
)
def test_whatever_cells_a_file_holds_are_read(read, rows):
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([STANDARD_NAMES, *rows])
    assert [list(one.cells.values()) for _, one in read(file.getvalue())] == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(
    st.text(max_size=200) | st.lists(st.sampled_from([NEEDED, "\n", '"', ",", "a", "\r", "\r\n", "\0"])).map("".join)
)
def test_any_text_is_read_or_refused(read, text):
    try:
        found = read(text)
    except ImportRefused as refused:
        assert refused.sentence.startswith("list.csv")  # noqa: PT017 - a text that is read is right as well
        return
    assert all(place.startswith("list.csv:") for place, _ in found)
