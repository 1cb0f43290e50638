"""Properties of sheets that python-calamine does not report.

Hidden rows and columns, struck text, comments, links, errors, formulas without a value, and dates whose format shows
less than a day. Sheets are searched as bytes: to parse them would take longer than to read them. An old workbook (XLS)
has none of these here.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN_ROW = re.compile(rb'<row\b(?=[^<>]{0,300}\bhidden="(?:1|true)")[^<>]{0,300}?\br="(\d{1,8})"')
_HIDDEN_COLUMNS = re.compile(rb'<col\b(?=[^<>]{0,300}\bhidden="(?:1|true)")[^<>]{0,300}>')
_EDGE = re.compile(rb'\b(min|max)="(\d{1,6})"')
_PLACE = rb'<c\b(?=[^<>]{0,300}\br="([A-Z]{1,3}\d{1,8})")'
_ERROR = re.compile(_PLACE + rb'(?=[^<>]{0,300}\bt="e")[^<>]{0,300}>')
_NO_VALUE = re.compile(
    _PLACE + rb"[^<>]{0,300}>\s{0,99}<f\b[^<>]{0,300}(?:/>|>[^<]{0,2000}</f>)"
    rb"\s{0,99}(?:<v\s{0,9}/>|<v></v>)?\s{0,99}</c>"
)
_STYLED = re.compile(_PLACE + rb'(?=[^<>]{0,300}\bs="(\d{1,6})")[^<>]{0,300}(?<!/)>')
_LINK = re.compile(rb"<f\b[^<>]{0,300}>(?:_xlfn\.)?HYPERLINK\(", re.IGNORECASE)
# The built-in formats that show a month and a year; custom formats have numbers of their own.
_BUILT_IN = {17: "month"}
_NO_FORMAT = re.compile(r'"[^"]{0,255}"|\\.|\[[^\]]{0,99}\]|am/pm|a/p', re.IGNORECASE)
_NAMED = 10


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one sheet.

    ``precisions``: cell to ``month`` or ``year``, where its format shows no day. ``notices``: sentences without the
    name of the file.
    """

    precisions: dict[str, str]
    notices: tuple[str, ...]
    links: bool = False


def marks_of(parts: zipfile.ZipFile, sheet: str) -> Marks:
    """Return the marks of the sheet with this name."""
    names = set(parts.namelist())
    if "content.xml" in names:
        return _marks_of_ods(parts.read("content.xml"), sheet)
    part = _part_of(parts, sheet)
    if part not in names:
        return Marks({}, ())
    content = parts.read(part)
    shown, struck = _styles(parts) if "xl/styles.xml" in names else ({}, set())
    related = _related(parts, part)
    comments = sum(len(_COMMENT.findall(parts.read(name))) for name in related if name in names and "omments" in name)
    notices = (
        _sentence(_rows(_HIDDEN_ROW, content), "hidden row was read", "hidden rows were read"),
        _sentence(list(_hidden_columns(content)), "hidden column was read", "hidden columns were read"),
        _sentence(
            _styled(content, struck),
            "cell with struck-through text was read",
            "cells with struck-through text were read",
        ),
        _sentence(
            _rows(_ERROR, content), "cell has an error and is empty here", "cells have errors and are empty here"
        ),
        _sentence(
            _rows(_NO_VALUE, content),
            "formula has no value and is empty here (save the workbook in a spreadsheet)",
            "formulas have no values and are empty here (save the workbook in a spreadsheet)",
        ),
        f"{comments} comment{'s are' if comments != 1 else ' is'} not kept" if comments else "",
    )
    precisions = {cell: shown[style] for style in shown for cell in _styled(content, {style})}
    return Marks(precisions, tuple(filter(None, notices)), links=_LINK.search(content) is not None)


_COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)\b")


def apply_precisions(grid: list[list[Any]], precisions: dict[str, str]) -> str:
    """Cut the dates whose format shows no day; return a sentence."""
    cut = []
    for cell, precision in precisions.items():
        row, column = place_of(cell)
        value = grid[row][column] if row < len(grid) and column < len(grid[row]) else None
        if isinstance(value, date):
            grid[row][column] = f"{value:%Y-%m}" if precision == "month" else f"{value:%Y}"
            cut.append(cell)
    return _sentence(cut, "date is as precise as its cell shows", "dates are as precise as their cells show")


def place_of(cell: str) -> tuple[int, int]:
    """Return the row and column of a cell such as ``B2``."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(cell[len(letters) :]) - 1, column - 1


def _sentence(places: list[str], one: str, several: str) -> str:
    if not places:
        return ""
    more = f" and {len(places) - _NAMED} more" if places[_NAMED:] else ""
    return f"{len(places)} {several if places[1:] else one}: {', '.join(places[:_NAMED])}{more}"


def _rows(pattern: re.Pattern[bytes], content: bytes) -> list[str]:
    return [found.decode() for found in pattern.findall(content)]


def _hidden_columns(content: bytes) -> Iterator[str]:
    for found in _HIDDEN_COLUMNS.findall(content):
        edges = {name: int(number) for name, number in _EDGE.findall(found)}
        for number in range(edges.get(b"min", 1), min(edges.get(b"max", 0), edges.get(b"min", 1) + _NAMED) + 1):
            yield _letters(number)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _styled(content: bytes, styles: set[int]) -> list[str]:
    """Return the filled cells with one of these styles."""
    if not styles:
        return []
    return [cell.decode() for cell, style in _STYLED.findall(content) if int(style) in styles]


def _parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - a part that declares entities was refused before


def _part_of(parts: zipfile.ZipFile, sheet: str) -> str:
    book = _parsed(parts.read("xl/workbook.xml"))
    identity = next((one.get(_RELATION) for one in book.iter(f"{_MAIN}sheet") if one.get("name") == sheet), "")
    relations = _parsed(parts.read("xl/_rels/workbook.xml.rels"))
    target = next((one.get("Target", "") for one in relations if one.get("Id") == identity), "")
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _related(parts: zipfile.ZipFile, part: str) -> list[str]:
    folder, _, name = part.rpartition("/")
    try:
        relations = _parsed(parts.read(f"{folder}/_rels/{name}.rels"))
    except KeyError:
        return []
    targets = [one.get("Target", "") for one in relations]
    return [
        target.removeprefix("/") if target.startswith("/") else f"xl/{target.removeprefix('../')}" for target in targets
    ]


def _styles(parts: zipfile.ZipFile) -> tuple[dict[int, str], set[int]]:
    """Return the styles whose format shows no day, and those struck through."""
    styles = _parsed(parts.read("xl/styles.xml"))
    formats = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in styles.iter(f"{_MAIN}numFmt")}
    fonts = styles.find(f"{_MAIN}fonts")
    struck = {
        place
        for place, font in enumerate(fonts if fonts is not None else ())
        if (strike := font.find(f"{_MAIN}strike")) is not None and strike.get("val", "1") not in ("0", "false")
    }
    cells = styles.find(f"{_MAIN}cellXfs")
    shown: dict[int, str] = {}
    crossed: set[int] = set()
    for place, style in enumerate(cells if cells is not None else ()):
        number = int(style.get("numFmtId", 0))
        if precision := _shown_by(formats[number]) if number in formats else _BUILT_IN.get(number, ""):
            shown[place] = precision
        if int(style.get("fontId", 0)) in struck:
            crossed.add(place)
    return shown, crossed


def _shown_by(code: str) -> str:
    """Return the precision of a number format: ``month``, ``year``, or ''."""
    letters = _NO_FORMAT.sub("", code.partition(";")[0]).lower()
    if "y" not in letters or "d" in letters:
        return ""
    return "month" if "m" in letters else "year"


_MARKS_OF_ODS = (
    (
        re.compile(rb'<table:table-row\b[^<>]{0,300}table:visibility="(?:collapse|filter)"'),
        "hidden row was read",
        "hidden rows were read",
    ),
    (
        re.compile(rb'<table:table-column\b[^<>]{0,300}table:visibility="collapse"'),
        "hidden column was read",
        "hidden columns were read",
    ),
    (re.compile(rb"<office:annotation\b"), "comment is not kept", "comments are not kept"),
    (
        re.compile(rb'table:number-rows-spanned="(?!1")'),
        "cell is merged downwards, and only its first row has the text; save the sheet as XLSX",
        "cells are merged downwards, and only their first rows have the text; save the sheet as XLSX",
    ),
    (re.compile(rb'calcext:value-type="error"'), "cell has an error", "cells have errors"),
    (
        re.compile(
            rb"<table:table-cell\b(?=[^<>]{0,300}table:formula=)(?![^<>]{0,300}office:value-type=)[^<>]{0,300}>"
        ),
        "formula has no value",
        "formulas have no values",
    ),
)


def _marks_of_ods(content: bytes, sheet: str) -> Marks:
    table = next(
        (
            found
            for found in re.split(rb"(?=<table:table )", content)
            if (name := re.match(rb'<table:table [^<>]{0,300}?table:name="([^"]*)"', found))
            and name[1].decode(errors="replace") == sheet
        ),
        b"",
    )
    notices = [(len(pattern.findall(table)), one, several) for pattern, one, several in _MARKS_OF_ODS]
    return Marks(
        {},
        tuple(f"{number} {several if number > 1 else one}" for number, one, several in notices if number),
        links=b"<text:a " in table,
    )
