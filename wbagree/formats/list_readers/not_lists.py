"""Refusal of files that are no list, with advice."""

import codecs

from wbagree.errors import ImportRefused

_UNPACK = "unpack it and import the list that is in it"
_SAVE = "open it in a spreadsheet, save it as XLSX or CSV and import that"
_COPY = "copy the table into a spreadsheet, save it as XLSX or CSV and import that"
# The first bytes of files that are not text, what they are, and what to do with them.
_BEGINNINGS = {
    b"\x1f\x8b": ("is packed (gzip)", _UNPACK),
    b"BZh": ("is packed (bzip2)", _UNPACK),
    b"\xfd7zXZ\0": ("is packed (xz)", _UNPACK),
    b"7z\xbc\xaf\x27\x1c": ("is a 7z archive", _UNPACK),
    b"Rar!\x1a": ("is a RAR archive", _UNPACK),
    b"%PDF-": ("is a PDF document", _COPY),
    b"{\\rtf": ("is a document (RTF)", _COPY),
    b"SQLite format 3\0": ("is a database", "export a list from it and import that; --db FILE opens a register"),
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# So many bytes at the beginning are examined.
_EXAMINED = 4096
_OPENING = ("<?", "<!", "<html", "<head", "<body", "<table", "<meta", "<style", "<workbook", "<office:")
_MAIL = ("mime-version:", "from:", "subject:", "date:", "content-type:")


def refuse_no_list(name: str, beginning: bytes) -> None:
    """Raise ImportRefused for a file that is no list, by its beginning.

    The message says how to get a list from it.
    """
    for start, (what, instead) in _BEGINNINGS.items():
        if beginning.startswith(start):
            raise ImportRefused(f"{name} {what}", instead)
    if what := _markup(_text(beginning)):
        raise ImportRefused(f"{name} is {what}, whatever its name says", _SAVE)


def _text(beginning: bytes) -> str:
    mark, coding = next((one for one in _MARKS if beginning.startswith(one[0])), (b"", "utf-8"))
    return beginning[len(mark) : _EXAMINED].decode(coding, errors="replace").lstrip().lower()


def _markup(text: str) -> str:
    """Return the kind of document that a text in markup is.

    '' for any other text.
    """
    if text.startswith(_MAIL) and "multipart/related" in text:
        return "a web page with its pictures (MHT)"
    if not text.startswith(_OPENING):
        return ""
    if "urn:schemas-microsoft-com:office:spreadsheet" in text or "excel.sheet" in text:
        return "a workbook in XML (SpreadsheetML)"
    if "opendocument" in text:
        return "a flat OpenDocument (FODS)"
    return "an XML document" if text.startswith("<?xml") and "<html" not in text else "an HTML page"
