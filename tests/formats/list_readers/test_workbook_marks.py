"""A workbook is read as precisely as its sheet shows, and what is hidden, struck or left out is said."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary


@pytest.fixture
def book() -> Workbook:
    """A workbook with two agreements."""
    made = Workbook()
    sheet = made.active
    sheet.title = "List"
    for row in (
        ("Title", "Parties", "Signed", "Remarks"),
        ("A", "AL;XK", dt.date(2012, 3, 1), "x"),
        ("B", "AL;ME", dt.date(2013, 1, 1), "y"),
    ):
        sheet.append(row)
    return made


def read(book: Workbook, tmp_path: Path, **how: str) -> tuple[list[list[str]], tuple[str, ...]]:
    """The rows of a workbook, and its notices."""
    path = tmp_path / "list.xlsx"
    book.save(path)
    with open_list(path, path.name, ReaderOptions(**how), Mapping(), bundled_vocabulary()) as listing:
        return [cells for _, cells in listing.rows], listing.notices


def sheet_of(book: Workbook) -> Worksheet:
    return book.active


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("mmm-yy", "2012-03"),
        ("mm/yyyy", "2012-03"),
        ("yyyy", "2012"),
        ('yyyy" godine"', "2012"),
        ("[$-41A]mmmm yyyy;@", "2012-03"),
        ("dd.mm.yyyy", "2012-03-01"),
        ("d mmm yyyy", "2012-03-01"),
        ("General", "40969"),
    ],
)
def test_a_date_is_as_precise_as_its_cell_shows(book, tmp_path, shown, text):
    sheet_of(book)["C2"].number_format = shown
    rows, notices = read(book, tmp_path)
    assert rows[0][2] == text
    sentence = "list.xlsx: 1 date is as precise as its cell shows: C2"
    assert (sentence in notices) == ((len(text) < len("2012-03-01") and "-" in text) or text == "2012")


def test_a_hair_before_midnight_is_midnight_and_a_time_of_day_keeps_the_day(book, tmp_path):
    sheet_of(book)["C2"] = dt.datetime(2012, 3, 9, 23, 59, 59, 999000)  # noqa: DTZ001 - as workbooks have them
    sheet_of(book)["C3"] = dt.datetime(2012, 3, 9, 23, 0)  # noqa: DTZ001
    rows, _ = read(book, tmp_path)
    assert [row[2] for row in rows] == ["2012-03-10", "2012-03-09"]


def test_what_is_hidden_struck_or_commented_is_said(book, tmp_path):
    sheet = sheet_of(book)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["A2"].font = Font(strike=True)
    sheet["B2"].comment = Comment("checked", "me")
    rows, notices = read(book, tmp_path)
    assert len(rows) == 2
    assert notices == (
        "list.xlsx: 1 hidden row was read: 3",
        "list.xlsx: 1 hidden column was read: D",
        "list.xlsx: 1 cell with struck-through text was read: A2",
        "list.xlsx: 1 comment is not kept",
    )


def test_errors_and_formulas_without_value_are_named(book, tmp_path):
    sheet = sheet_of(book)
    sheet["C2"], sheet["C3"] = "=DATE(2012,3,1)", "#REF!"
    sheet["C3"].data_type = "e"
    rows, notices = read(book, tmp_path)
    assert [row[2] for row in rows] == ["", ""]
    assert notices == (
        "list.xlsx: 1 cell has an error and is empty here: C3",
        "list.xlsx: 1 formula has no value and is empty here (save the workbook in a spreadsheet): C2",
    )


def test_a_link_by_formula_is_a_link(book, tmp_path):
    sheet_of(book)["D2"] = '=HYPERLINK("https://example.org/a","text")'
    assert any("have links behind their text" in notice for notice in read(book, tmp_path)[1])


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_sheets_that_are_shown_come_first(book, tmp_path, state):
    old = book.create_sheet("old", 0)
    for row in (("Title", "Parties"), ("Withdrawn", "AL;XK")):
        old.append(row)
    old.sheet_state = state
    book.active = 1
    rows, notices = read(book, tmp_path)
    assert [row[0] for row in rows] == ["A", "B"]
    assert notices == ("list.xlsx: sheet 'List' was read; --sheet reads another: old (hidden)",)
    rows, notices = read(book, tmp_path, sheet="old")
    assert rows == [["Withdrawn", "AL;XK"]]
    assert "list.xlsx: the sheet is hidden" in notices
