"""Workbooks that would fill the memory, never end, reach outside or end the process: refused with a sentence."""

import io
import os
import random
import re
import struct
import zipfile
from contextlib import suppress

import pytest
import xlwt
from openpyxl import Workbook

from wbagree.errors import ImportRefused
from wbagree.formats.list_readers.sandbox import read_sheet_confined

# SWEEP=long damages more workbooks.
LONG = os.environ.get("SWEEP") == "long"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ODS = (
    '<?xml version="1.0"?>{declared}<office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
STRINGS_OF = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'


@pytest.fixture(scope="session")
def real():
    """A workbook with a list."""
    book = Workbook()
    for row in (["title", "parties", "signed"], ["A", "AL;XK", 2012], ["B", "AL;ME", "2013-02-01"]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(content, name=SHEET, *, old=b"<sheetData>", new=b"<sheetData>", **more):
    """The workbook with other bytes in one of its parts, and with more parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1), **more})


def without(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed({part: archive.read(part) for part in archive.namelist() if part != name})


def inflating(content, size):
    return changed(content, old=b"</sheetData>", new=b" " * size + b"</sheetData>")


def lying(content):
    """A part that says that it is small."""
    made = bytearray(inflating(content, 2**24))
    for entry in re.finditer(b"PK\x01\x02", made):
        start = entry.start()
        (length,) = struct.unpack_from("<H", made, start + 28)
        if made[start + 46 : start + 46 + length] == SHEET.encode():
            struct.pack_into("<I", made, start + 24, 500)
    return bytes(made)


def entities(content, declared, used):
    document = changed(content, old=b"<worksheet", new=b"<!DOCTYPE x [" + declared + b"]><worksheet")
    return changed(document, old=b"AL;XK", new=used)


def laughs():
    steps = (f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 10))
    return ('<!ENTITY a "lol">' + "".join(steps)).encode()


def ods(rows, declared=""):
    # As OpenOffice 2 wrote it.
    manifest = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    manifest += '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return packed(
        {"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": ODS.format(rows, declared=declared)}
    )


def row(*texts, times=1, wide=1):
    cells = "".join(
        f'<table:table-cell table:number-columns-repeated="{wide}" office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


HEAD = row("title", "parties")
# Beyond the end of the page, which takes two seconds to read; in the suite beyond what is taken.
END = 2 * 10**9 if LONG else 20_000
WORKBOOKS = {
    "a sheet of 129 MB": (lambda real: inflating(real, 129 * 2**20), "would unpack to 129 MiB"),
    "a sheet that says it is small": (lying, "cannot be read as a workbook"),
    "9 million texts": (
        lambda real: changed(real, **{STRINGS: STRINGS_OF.format("<si><t>a</t></si>" * 9 * 10**6)}),
        "would unpack to",
    ),
    "100,000 cells in a row": (
        lambda real: changed(real, old=b"</row>", new=b"<c><v>1</v></c>" * 100_000 + b"</row>"),
        "",
    ),
    "elements 300,000 deep": (lambda real: changed(real, new=b"<sheetData>" + b"<x>" * 300_000), ""),
    "a cell in the last corner": (
        lambda real: changed(real, old=b'<c r="A2"', new=b'<c s="0" r="XFD1048576"'),
        "has a cell so far out",
    ),
    "a cell beyond every corner": (lambda real: changed(real, old=b'<c r="A2"', new=b'<c r="A4294967295"'), "far out"),
    "a cell far out that is not seen coming": (
        lambda real: changed(real, old=b'<c r="A2"', new=b"<c\nr = 'XFD1048576'"),
        "cannot be read as a workbook",
    ),
    "a size that is declared only": (lambda real: changed(real, old=b"A1:C3", new=b"A1:XFD1048576"), "2 new"),
    "merged cells over each other": (
        lambda real: changed(
            real,
            old=b"</sheetData>",
            new=b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 99_999 + b"</mergeCells>",
        ),
        "lie over each other",
    ),
    "an outer entity": (
        lambda real: entities(real, b'<!ENTITY e SYSTEM "file:///etc/passwd">', b"&e;"),
        "document type",
    ),
    "a billion laughs": (lambda real: entities(real, laughs(), b"&j;"), "document type"),
    "an outer entity in the texts": (
        lambda real: changed(real, **{STRINGS: f"<!DOCTYPE x SYSTEM 'file:///etc/passwd'>{STRINGS_OF.format('')}"}),
        f"{STRINGS} declares a document type",
    ),
    "ODS, an outer entity": (
        lambda _: ods(HEAD + row("A", "&e;"), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "document type",
    ),
    "escapes in every text": (lambda real: changed(real, old=b"<t>A<", new="<t>A\x9b31m\u202e&#27;[31m<".encode()), ""),
    "no sheet": (lambda real: without(real, SHEET), "cannot be read as a workbook"),
    "no workbook": (lambda real: without(real, "xl/workbook.xml"), "has no sheets"),
    "no parts": (lambda _: packed({}), "cannot be read as a workbook"),
    "parts that lead outside": (lambda real: changed(real, **{"../../outside": b"x", "/tmp/outside": b"x"}), "2 new"),
    "twice": (lambda real: real + real, "2 new"),
    "another's ending": (lambda _: b"title,parties\nA,AL;XK\n", "1 new"),
    "an old one of noise": (
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 9999,
        "cannot be read as a workbook",
    ),
    "ODS, a row that is repeated": (lambda _: ods(HEAD + row("A", "AL;XK", times=END)), "is repeated"),
    "ODS, a cell to the end of the page": (lambda _: ods(HEAD + row("A", "AL;XK", wide=2 * 10**9)), "column 3"),
    "ODS, both": (lambda _: ods(HEAD + row("A", "AL;XK", times=10**6, wide=8000)), "cannot be read as a workbook"),
    "ODS, fewer rows than none": (lambda _: ods(HEAD + row("A", "AL;XK", times=-1)), "cannot be read as a workbook"),
}


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_a_malformed_workbook_is_refused_or_read(kind, real, withstands, tmp_path):
    make, sentence = WORKBOOKS[kind]
    path = tmp_path / ("list.ods" if kind.startswith("ODS") else "list.xlsx")
    path.write_bytes(make(real))
    message = withstands(path)
    assert sentence in message
    assert "root:" not in message
    assert not [*tmp_path.parent.rglob("outside")]


@pytest.fixture(scope="session")
def old():
    """A workbook of the binary kind, with a list."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("List")
    for number, cells in enumerate((["title", "parties", "signed"], ["A", "AL;XK", 2012], ["Споразум", "AL;ME", 2013])):
        for column, value in enumerate(cells):
            sheet.write(number, column, value)
    sheet.write_merge(3, 4, 0, 2, "merged")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["old", "ODS"])
def test_a_workbook_with_any_damage_is_refused_or_read(kind, old, tmp_path):
    sound = old if kind == "old" else ods(HEAD + row("A", "AL;XK", times=2, wide=2))
    chance = random.Random(kind)
    for _ in range(15 if LONG else 5):
        content = bytearray(sound)
        for _ in range(chance.randint(0, 8)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (tmp_path / "list.xls").write_bytes(
            content[: chance.randrange(len(content))] if chance.random() < 0.3 else content
        )
        # The process that unpacks ends, however it ends, and what it says is a sheet or a sentence.
        with suppress(ImportRefused):
            assert read_sheet_confined(tmp_path / "list.xls", "list.xls", "").rows is not None


def test_a_workbook_of_the_binary_kind_is_read(old, withstands, tmp_path):
    (tmp_path / "list.xls").write_bytes(old)
    assert "merged" in withstands(tmp_path / "list.xls")


@pytest.mark.parametrize("seed", range(8 if LONG else 4))
def test_a_workbook_with_damage_is_refused_or_read(seed, real, withstands, tmp_path):
    chance = random.Random(seed)
    content = bytearray(real if seed % 2 else ods(HEAD + row("A", "AL;XK")))
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    (tmp_path / "list.xlsx").write_bytes(content)
    withstands(tmp_path / "list.xlsx")


def test_a_workbook_is_read_wherever_one_happens_to_be(real, forked, empty, tmp_path, monkeypatch):
    (tmp_path / "list.xlsx").write_bytes(real)
    (tmp_path / "python_calamine.py").write_text("raise SystemExit('not mine')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "2 new" in forked("import", "list.xlsx", db=empty).text
