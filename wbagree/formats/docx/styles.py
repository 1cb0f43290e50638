"""The styles of a Word document: A4, quiet, British English."""

from datetime import datetime

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_DARK, _GREY, _BLUE = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x59, 0x59, 0x59), RGBColor(0x05, 0x63, 0xC1)
# name: size in points, space before and after, colour
_PARAGRAPHS = {
    "Normal": (10, 0, 5, None),
    "Title": (20, 0, 8, _DARK),
    "Heading 1": (14, 14, 4, _DARK),
    "Heading 2": (11.5, 10, 3, _DARK),
    "Quote": (10, 0, 6, _GREY),
    "List Bullet": (10, 0, 2, None),
    "Footer": (8, 0, 0, _GREY),
    "Table Text": (8, 1, 1, None),
    "Table Heading": (8, 1, 1, _DARK),
    "endnote text": (8.5, 0, 1, None),
}
# Styles that Word knows by these names, and that a new document lacks.
_WORDS_OWN = ("endnote text", "endnote reference", "Hyperlink")
_CHARACTERS = {"Key": _GREY, "Hyperlink": _BLUE, "endnote reference": None}


def set_style(paragraph: Paragraph, name: str) -> Paragraph:
    """Set the style of a paragraph; return the paragraph.

    By the identifier of the style: looking it up by name would take longer than writing all the rest.
    """
    paragraph._p.style = _identifier(name)
    return paragraph


def add_run(paragraph: Paragraph, text: str, name: str) -> Run:
    """Add text in a style to a paragraph, and return its run."""
    run = paragraph.add_run(text)
    run._r.style = _identifier(name)
    return run


def _identifier(name: str) -> str:
    return name.replace(" ", "")


def prepare_document(document: Document, *, made_on: datetime) -> None:
    """Set the page, styles, language and properties of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _set_styles(document)
    # Endnotes are counted in Roman numerals unless a section says otherwise.
    section._sectPr.insert_element_before(
        parse_xml(f'<w:endnotePr {nsdecls("w")}><w:numFmt w:val="decimal"/></w:endnotePr>'), "w:type", "w:pgSz"
    )
    properties = document.core_properties
    properties.author, properties.comments, properties.language = "wbagree", "", "en-GB"
    properties.created = properties.modified = made_on


def _set_styles(document: Document) -> None:
    styles = document.styles
    for name in ("Table Text", "Table Heading", "endnote text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, name in _WORDS_OWN).base_style = styles["Normal"]
    for name, (size, before, after, colour) in _PARAGRAPHS.items():
        style = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    styles["Normal"].font.name = "Calibri"
    styles["Normal"].paragraph_format.line_spacing = 1
    styles["Table Heading"].font.bold = True
    # The heading of a table stays with its first row.
    styles["Table Heading"].paragraph_format.keep_with_next = True
    for name, colour in _CHARACTERS.items():
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER, name in _WORDS_OWN).font.color.rgb = colour
    styles["Hyperlink"].font.underline = True
    styles["endnote reference"].font.superscript = True
    styles["Key"].element.get_or_add_rPr().insert_element_before(OxmlElement("w:noProof"), "w:color")
    language = styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    _set_table_lines(document)


def _set_table_lines(document: Document) -> None:
    """Set the lines and cell margins of tables.

    Thin grey lines between rows, none between columns, and narrow margins to the left and right of the text.
    """
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for side in ("top", "bottom", "insideH")
    )
    margins = "".join(f'<w:{side} w:w="57" w:type="dxa"/>' for side in ("left", "right"))
    table = document.styles["Table Grid"].element
    for name, inside in (("tblBorders", lines), ("tblCellMar", margins)):
        old = table.find(f"w:tblPr/w:{name}", nsmap)
        new = parse_xml(f"<w:{name} {nsdecls('w')}>{inside}</w:{name}>")
        if old is None:
            table.find("w:tblPr", nsmap).append(new)
        else:
            old.getparent().replace(old, new)
