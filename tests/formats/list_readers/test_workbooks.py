"""Workbooks as people make them: titles above, merged cells, real dates, several sheets, and damage."""

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.errors import ImportRefused, NotFound
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

HEADER = ("Title", "Parties", "Signed")
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a workbook of sheets (name to rows), with ``merged`` ranges in the first."""

    def made(*, merged: Sequence[str] = (), **sheets: Sequence[Sequence[object]]) -> Path:
        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        for cells in merged:
            book.worksheets[0].merge_cells(cells)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return made


def read(path: Path, **how: object) -> list[tuple[int, list[str]]]:
    """The header and the rows below it."""
    with open_list(path, path.name, ReaderOptions(**how), Mapping(), bundled_vocabulary()) as listing:
        header = [column.header for column in listing.layout.columns]
        return [(listing.header_line, header), *listing.rows]


def refusal(path: Path, **how: object) -> str:
    with pytest.raises(ImportRefused) as caught:
        read(path, **how)
    return caught.value.sentence


def test_titles_above_the_header_are_told_and_rows_keep_their_numbers(make):
    path = make(List=[["Register of agreements"], [], ["Ministry", None, "2020"], HEADER, ["A", "AL;XK", 2012], [],
                      ["B", "AL;ME", None]])  # fmt: skip
    with open_list(path, "their list", ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
        assert listing.facts == {"format": "workbook", "sheet": "List"}
        assert (listing.header_line, listing.lines_above) == (4, ("Register of agreements", "Ministry 2020"))
        assert list(listing.rows) == [(5, ["A", "AL;XK", "2012"]), (7, ["B", "AL;ME", ""])]
        assert listing.notices == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2012, 3, 10), "2012-03-10"),
        (dt.datetime(2012, 3, 10, 0, 0), "2012-03-10"),  # noqa: DTZ001 - a workbook knows no time zone
        (dt.datetime(2012, 3, 10, 14, 30), "2012-03-10"),  # noqa: DTZ001 - likewise
        (2012, "2012"),
        (2012.0, "2012"),
        (40978, "40978"),
        (1.5, "1.5"),
        (10**15, "1000000000000000"),
        (True, "True"),
        (None, ""),
        ("10.3.2012", "10.3.2012"),
        ("Споразум\no Đ", "Споразум\no Đ"),
        ("=1+1", ""),  # nobody has computed it
    ],
)
def test_dates_are_dates_and_whole_numbers_have_no_point(make, value, text):
    assert read(make(List=[HEADER, ["A", "AL;XK", value]]))[1] == (2, ["A", "AL;XK", text])


def test_what_is_merged_downwards_holds_for_every_row(make):
    path = make(List=[HEADER, ["A", "AL;XK", 2012], ["B", None, None], ["C", None, 2014]], merged=["B2:B4", "C2:C3"])
    assert read(path)[1:] == [(2, ["A", "AL;XK", "2012"]), (3, ["B", "AL;XK", "2012"]), (4, ["C", "AL;XK", "2014"])]


def test_what_is_merged_across_stays_in_its_first_cell(make):
    rows = [["Register of agreements", None, None], HEADER, ["A", "AL;XK", None], ["All of 2013", None, None]]
    path = make(List=rows, merged=["A1:C1", "B3:C3", "A4:C4"])
    assert read(path) == [(2, [*HEADER]), (3, ["A", "AL;XK", ""]), (4, ["All of 2013", "", ""])]


def test_what_is_merged_both_ways_is_in_all_its_cells(make):
    path = make(List=[HEADER, ["A", "AL;XK", None], ["B", None, None]], merged=["B2:C3"])
    assert read(path)[1:] == [(2, ["A", "AL;XK", "AL;XK"]), (3, ["B", "AL;XK", "AL;XK"])]


def test_a_table_that_does_not_begin_in_the_corner_is_read_in_place(tmp_path):
    book = Workbook()
    for cell, value in {"C5": "Title", "D5": "Parties", "C6": "A", "D6": "AL;XK"}.items():
        book.active[cell] = value
    book.save(tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx") == [(5, ["column 1", "column 2", "Title", "Parties"]),
                                            (6, ["", "", "A", "AL;XK"])]  # fmt: skip


def test_the_first_sheet_with_rows_is_read_and_the_others_are_told(make):
    path = make(Cover=[["Ministry"]], List=[HEADER, ["A", "AL;XK", None]], Old=[HEADER, ["B", "AL;ME", None]])
    assert read(path)[1:] == [(2, ["A", "AL;XK", ""])]
    with open_list(path, "their list", ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
        assert listing.notices == ("their list: sheet 'List' was read; --sheet reads another: Cover, Old",)
    assert read(path, sheet="Old")[1:] == [(2, ["B", "AL;ME", ""])]


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(make):
    with pytest.raises(NotFound, match="unknown sheet: 'list'") as caught:
        read(make(List=[HEADER], Old=[HEADER]), sheet="list")
    assert caught.value.hint == "list.xlsx has the sheets List, Old"


def test_an_empty_sheet_has_no_rows(make):
    assert refusal(make(List=[])) == "list.xlsx has no rows"
    assert refusal(make(List=[HEADER], Empty=[]), sheet="Empty") == "list.xlsx has no rows"


def test_a_workbook_is_known_by_what_it_holds(make, tmp_path):
    path = make(List=[HEADER, ["A", "AL;XK", None]]).rename(tmp_path / "list.csv")
    assert read(path)[1:] == [(2, ["A", "AL;XK", ""])]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    "content",
    [
        OLE + bytes(600),
        OLE + bytes(5000) + "EncryptedPackage".encode("utf-16-le"),  # a password's
        b"PK\x03\x04",
        b"PK\x03\x04" + bytes(range(256)) * 10,
    ],
)
def test_what_only_begins_like_a_workbook_is_refused(tmp_path, content):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert refusal(path).startswith("list.xlsx cannot be read as a workbook: ")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off_is_refused(make, share):
    path = make(List=[HEADER, *[["A", "AL;XK", number] for number in range(200)]])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert refusal(path).startswith("list.xlsx cannot be read as a workbook: ")


def rewritten(path: Path, old: bytes, new: bytes, member: str = "xl/worksheets/sheet1.xml") -> Path:
    """The workbook with other bytes in one of its parts."""
    made = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            assert name != member or old in content
            target.writestr(name, content.replace(old, new, 1) if name == member else content)
    return made


def test_a_zip_of_something_else_and_broken_parts_are_refused(make, tmp_path):
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert "cannot be read as a workbook: " in refusal(tmp_path / "other.xlsx")
    path = make(List=[HEADER, ["A", "AL;XK", None]])
    for old, new in ((b"<sheetData>", b"<sheetData"), (b"</sheetData>", b"</sheet"), (b'r="A1"', b'r="?"')):
        assert "cannot be read as a workbook: " in refusal(rewritten(path, old, new)), old


def test_entities_are_not_followed_nor_multiplied(make, tmp_path):
    path = make(List=[HEADER, ["SECRET", "AL;XK", None]])
    (tmp_path / "secret.txt").write_text("the secret")
    outer = f'<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">'.encode()
    grown = b'<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in b"bcde"
    )
    for entity in (outer, grown):
        declared = rewritten(path, b"<worksheet", b"<!DOCTYPE x [" + entity + b"]><worksheet")
        try:
            rows = read(rewritten(declared, b"SECRET", b"&e;"))
        except ImportRefused:
            continue
        assert "the secret" not in str(rows)
        assert "aaaa" not in str(rows)


def test_a_small_file_that_unpacks_to_a_large_one_is_read(make):
    path = rewritten(make(List=[HEADER, ["LONG", "AL;XK", None]]), b"LONG", b"x" * 8_000_000)
    assert path.stat().st_size < 50_000
    assert len(read(path)[1][1][0]) == 8_000_000


def test_a_merged_range_larger_than_the_sheet_is_cut_to_it(make):
    path = make(List=[HEADER, ["A", "AL;XK", None]], merged=["B2:B3"])
    assert read(rewritten(path, b'ref="B2:B3"', b'ref="B2:XFD1048576"'))[1:] == [(2, ["A", "AL;XK", "AL;XK"])]
