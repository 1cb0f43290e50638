"""What is no list is named, options without effect are refused, and a header that was said is believed."""

import bz2
import gzip
import zipfile

import pytest
from xlsxwriter import Workbook

LIST = "Title,Parties,Date signed\nExtradition treaty,AL;XK,2012-07-29\n"
TABLE = "<table><tr><td>Title</td><td>Parties</td></tr></table>"
XML = '<?xml version="1.0"?>\n'
WORKBOOK = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
FLAT = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
MHT = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
KINDS = {
    "a.xls": (f"<html><body>{TABLE}".encode(), "is an HTML page"),
    "b.xls": (f"\ufeff \r\n<!DOCTYPE html><html>{TABLE}".encode("utf-16-le"), "is an HTML page"),
    "c.xls": (TABLE.encode(), "is an HTML page"),
    "d.xls": (f"{XML}<Workbook {WORKBOOK}/>".encode(), "is a workbook in XML (SpreadsheetML)"),
    "e.fods": (f"{XML}<office:document {FLAT}/>".encode(), "is a flat OpenDocument (FODS)"),
    "f.xls": (MHT.encode(), "is a web page with its pictures (MHT)"),
    "g.xml": (f"{XML}<agreements/>".encode(), "is an XML document"),
    "h.csv.gz": (gzip.compress(LIST.encode()), "is packed (gzip)"),
    "i.csv.bz2": (bz2.compress(LIST.encode()), "is packed (bzip2)"),
    "j.pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF document"),
    "k.rtf": (b"{\\rtf1 Title}", "is a document (RTF)"),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_a_file_is_is_said_whatever_it_is_called(name, empty, forked, tmp_path):
    content, what = KINDS[name]
    (tmp_path / name).write_bytes(content)
    ran = forked("import", str(tmp_path / name), db=empty)
    assert ran.code == 6
    assert f"{name} {what}" in " ".join(ran.text.split())


def test_a_register_is_no_list(empty, seeded, forked):
    ran = forked("import", str(seeded), db=empty)
    assert ran.code == 6
    assert "is a database" in ran.text


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"list.csv": LIST}, "it is a ZIP archive with list.csv in it; unpack it"),
        ({f"{n}.csv": LIST for n in range(5)}, "with 0.csv, 1.csv, 2.csv, ... in it"),
        ({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}, "it is a Word document"),
    ],
)
def test_an_archive_is_named_with_what_is_in_it(files, what, empty, forked, tmp_path):
    with zipfile.ZipFile(tmp_path / "list.zip", "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    ran = forked("import", str(tmp_path / "list.zip"), db=empty)
    assert ran.code == 6
    assert what in " ".join(ran.text.split())


@pytest.fixture
def workbook(tmp_path):
    """Write the list as a workbook; with ``far``, a cell far out has a format."""

    def write(*, far=False):
        with Workbook(tmp_path / "list.xlsx") as book:
            sheet = book.add_worksheet("One")
            for line, row in enumerate(LIST.splitlines()):
                sheet.write_row(line, 0, row.split(","))
            if far:
                sheet.write_blank(2**20 - 1, 29, None, book.add_format({"bold": True}))
        return str(tmp_path / "list.xlsx")

    return write


OWN = "title,form,types,parties,confidence\nT,mou,mla,AL;XK,low\n"
JSON = '[{"title": "T", "parties": ["AL", "XK"]}]'


@pytest.mark.parametrize(
    ("name", "text", "option"),
    [
        ("list.csv", LIST, ("--sheet", "One")),
        ("list.json", JSON, ("--sheet", "One")),
        ("list.json", JSON, ("--delimiter", ";")),
        ("list.json", JSON, ("--header", "2")),
        ("list.csv", f"\ufeff{LIST}", ("--encoding", "cp1250")),
        ("own.csv", OWN, ("--home", "AL")),
        ("own.csv", OWN, ("--party", "Ceylon=LK")),
        ("own.csv", OWN, ("--date-order", "dmy")),
        ("", "", ("--encoding", "cp1250")),
        ("", "", ("--delimiter", ";")),
    ],
)
def test_an_option_without_effect_is_refused(name, text, option, empty, forked, file, workbook):
    path = file(text, name) if name else workbook()
    ran = forked("import", path, *option, db=empty)
    assert ran.code == 2
    assert f"{option[0]} has no effect: " in ran.text


@pytest.mark.parametrize(
    ("name", "text"),
    [("list.csv", LIST), ("list.json", JSON), ("marked.csv", f"\ufeff{LIST}"), ("own.csv", OWN), ("", "")],
)
def test_without_the_option_it_is_read(name, text, empty, forked, file, workbook):
    assert forked("import", file(text, name) if name else workbook(), db=empty).code == 0


def test_a_formatted_cell_far_out_is_no_cell(empty, forked, workbook):
    ran = forked("import", workbook(far=True), db=empty)
    assert (ran.code, "1 new" in ran.text) == (0, True)


def test_a_cell_far_out_is_named(empty, forked, tmp_path):
    with Workbook(tmp_path / "far.xlsx") as book:
        book.add_worksheet().write_string(2**20 - 1, 29, "x")
    ran = forked("import", str(tmp_path / "far.xlsx"), db=empty)
    assert ran.code == 6
    assert "so far out (AD1048576)" in " ".join(ran.text.split())


@pytest.mark.parametrize("line", [2, 46, 300])
def test_the_line_of_the_header_is_believed_however_far_down(line, empty, forked, file):
    path = file("".join(f"Remark {n},,\n" for n in range(1, line)) + LIST)
    ran = forked("import", path, "--header", str(line), db=empty)
    assert (ran.code, "1 new" in ran.text) == (0, True), ran.text
    beyond = forked("import", path, "--header", str(line + 9), db=empty)
    assert beyond.code == 2
    assert "has no row there; rows near it begin at" in " ".join(beyond.text.split())


def test_a_mapping_is_kept_with_a_preview_too(empty, forked, file):
    ran = forked("import", file(LIST), "--preview", "--save-map", "ministry", db=empty)
    assert "this mapping is kept as" in ran.text
    assert forked("import", file(LIST), "--use-map", "ministry", db=empty).code == 0
