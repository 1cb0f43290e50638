"""The interchange format: read and written byte for byte, and what is wrong with a file is told with its line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wbagree import resources
from wbagree.domain.dates import PartialDate
from wbagree.domain.record import EXTRA_FIELDS, FIELDS, PartyDates
from wbagree.errors import ImportRefused
from wbagree.formats.interchange import read_csv, write_csv

NEEDED = "title,form,types,parties,confidence"
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=20)


def read(text: str) -> list[tuple[str, dict[str, str], str]]:
    return list(read_csv(io.StringIO(text, newline=""), "list.csv"))


def places(text: str) -> list[str]:
    return [place for place, _, _ in read(text)]


def refusal(text: str) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read(text)
    return caught.value


def test_the_bundled_file_is_written_as_it_was_read(gate):
    path = resources.seed() / "agreements.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        passed = [(gate.check(cells), shape) for _, cells, shape in read_csv(lines, path.name)]
    assert all(problems == [] and shape == "" for (_, problems), shape in passed)
    written = io.StringIO(newline="")
    write_csv([agreement for (agreement, _), _ in passed], written)
    assert written.getvalue().encode() == path.read_bytes()


def test_the_bundled_file_is_read_as_another_reader_reads_it(seed_rows):
    path = resources.seed() / "agreements.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        assert [cells for _, cells, _ in read_csv(lines, path.name)] == list(seed_rows.values())


def test_a_column_that_few_registers_need_is_written_when_asked_for(record_of):
    dates = PartyDates("AL", PartialDate(2012), None)
    agreements = [record_of(party_dates=(dates,)).agreement, record_of(key="AL-XK-nd-2").agreement]
    for extra, fields in ((False, FIELDS), (True, (*FIELDS, *EXTRA_FIELDS))):
        written = io.StringIO(newline="")
        write_csv(agreements, written, extra=extra)
        rows = [cells for _, cells, _ in read(written.getvalue())]
        assert tuple(rows[0]) == fields
        assert [row.get("party_dates") for row in rows] == (["AL: ratified 2012", ""] if extra else [None, None])


def test_no_records_are_a_header():
    written = io.StringIO(newline="")
    write_csv([], written)
    assert written.getvalue() == ",".join(FIELDS) + "\n"
    assert read(written.getvalue()) == []


def test_a_row_has_the_place_of_its_first_line():
    text = f'{NEEDED},notes\na,,,,,\nb,,,,,"one\ntwo\n\nthree"\n\n , ,,,,\n"c\nd",,,,,\ne,,,,,'
    assert places(text) == ["list.csv:2", "list.csv:3", "list.csv:9", "list.csv:11"]
    assert [cells["title"] for _, cells, _ in read(text)] == ["a", "b", "c\nd", "e"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_either_kind_are_read(end):
    text = end.join([NEEDED, "a,mou,mla,AL;XK,low", "b,mou,mla,AL;XK,low", ""])
    assert [(place, cells["confidence"], shape) for place, cells, shape in read(text)] == [
        ("list.csv:2", "low", ""),
        ("list.csv:3", "low", ""),
    ]


def test_columns_stand_in_any_order_case_and_spacing():
    ((_, cells, shape),) = read(" Confidence,PARTIES ,types,form,Title\nlow,AL;XK,mla,mou,a\n")
    assert shape == ""
    assert cells == {"confidence": "low", "parties": "AL;XK", "types": "mla", "form": "mou", "title": "a"}


def test_rows_with_too_many_or_too_few_cells_are_told_with_their_line():
    rows = read(f'{NEEDED}\na,mou,mla,AL;XK\n"b\n",mou,mla,AL,XK,low\nc,mou,mla,AL;XK,low\n')
    assert [(place, shape) for place, _, shape in rows] == [
        ("list.csv:2", "has 4 cells where the header has 5"),
        ("list.csv:3", "has 6 cells where the header has 5"),
        ("list.csv:5", ""),
    ]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (f"{NEEDED},remark", "list.csv:1 unknown column 'remark'"),
        (f"{NEEDED},", "list.csv:1 unknown column ''"),
        ("title,form,types,parties", "list.csv:1 column 'confidence' is missing"),
        (f"{NEEDED},title,Form,title", "list.csv:1 column 'form' stands twice; column 'title' stands twice"),
        (
            "titel,form,form,types,parties",
            (
                "list.csv:1 unknown column 'titel'; column 'title' is missing; column 'confidence' is missing; column"
                " 'form' stands twice"
            ),
        ),
        (
            NEEDED.replace(",", ";"),
            f"list.csv:1 unknown column '{NEEDED.replace(',', ';')}'; column 'title' is missing",
        ),
    ],
)
def test_a_header_is_refused_with_all_that_is_wrong_and_the_columns_there_are(header, sentence):
    refused = refusal(f"{header}\na,b,c,d,e,f\n")
    assert refused.sentence.startswith(sentence)
    assert refused.hint == f"the columns are: {','.join((*FIELDS, *EXTRA_FIELDS))}"


def test_an_empty_file_is_refused_with_the_line_it_should_begin_with():
    refused = refusal("")
    assert (refused.sentence, refused.hint) == ("list.csv is empty", f"its first line should be: {','.join(FIELDS)}")


@pytest.mark.parametrize(
    ("rows", "line"),
    [('"a,,,,\nb,,,,\n', 2), ('a,,,,\n"b\n\nc,,,,\n', 3), ('"a"b,,,,\n', 2), ('"a\n",,,,\n"b" ,,,,\n', 4)],
)
def test_quotes_that_do_not_close_are_refused_with_the_line_where_the_row_begins(rows, line):
    assert refusal(f"{NEEDED}\n{rows}").sentence.startswith(f"list.csv:{line} cannot be read as CSV: ")


def test_rows_before_the_one_that_cannot_be_read_are_given_out():
    rows = read_csv(io.StringIO(f'{NEEDED}\na,,,,\n"b', newline=""), "list.csv")
    assert next(rows)[0] == "list.csv:2"
    with pytest.raises(ImportRefused, match=r"list\.csv:3 cannot be read as CSV"):
        next(rows)


@pytest.mark.parametrize("encoding", ["windows-1250", "utf-16"])
def test_a_file_in_another_encoding_is_refused_with_the_byte_and_what_to_do(encoding, tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_bytes(f"{NEEDED}\nIzručenje i zaštita,mou,mla,AL;XK,low\n".encode(encoding))
    with path.open(encoding="utf-8", newline="") as lines, pytest.raises(ImportRefused) as caught:
        list(read_csv(lines, path.name))
    assert caught.value.sentence.startswith("list.csv is not UTF-8 (byte 0x")
    assert caught.value.hint == "save it as 'CSV UTF-8' and import it again"


def test_a_cell_may_hold_a_long_text():
    ((_, cells, _),) = read(f"{NEEDED}\n{'a' * 1_000_000},mou,mla,AL;XK,low\n")
    assert len(cells["title"]) == 1_000_000


@settings(deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=len(FIELDS), max_size=len(FIELDS)).filter(lambda row: "".join(row).strip())))
def test_whatever_cells_a_file_holds_are_read(rows):
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([FIELDS, *rows])
    assert [list(cells.values()) for _, cells, _ in read(file.getvalue())] == rows


@given(
    st.text(max_size=200) | st.lists(st.sampled_from([NEEDED, "\n", '"', ",", "a", "\r", "\r\n", "\0"])).map("".join)
)
def test_any_text_is_read_or_refused(text):
    try:
        rows = read(text)
    except ImportRefused as refused:
        assert refused.sentence.startswith("list.csv")  # noqa: PT017 - a text that is read is right as well
        return
    assert all(place.startswith("list.csv:") for place, _, _ in rows)
