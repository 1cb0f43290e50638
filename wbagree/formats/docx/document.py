"""A Word document, made from the Markdown of the same document.

Only our own Markdown is understood: its one numbered list is the sources, which become endnotes; a link to
``#source-3`` cites the third of them; the text below the rule is a footnote, which is put at the foot of every page.
"""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import BinaryIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.pkgwriter import _ContentTypesItem
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from wbagree.formats.docx.endnotes import Endnotes, add_field
from wbagree.formats.docx.styles import add_run, prepare_document, set_style
from wbagree.formats.markdown.writer import SOURCE_ANCHOR

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}
# The width of a table in characters, and the characters that the margins of a column take.
_ACROSS, _MARGINS = 118, 3
# How much wider the letters of a heading are.
_BOLD = 1.25
# Longer texts of a column do not take room from the others; longer words (keys) may break at their hyphens.
_WIDEST, _LONGEST_WORD = 100, 18
# Two characters that XML cannot hold; the other such characters are shown as codes already.
_NO_CHARACTERS = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_word(markdown: str, file: BinaryIO, *, made_on: str) -> None:
    """Write a document as DOCX.

    The same Markdown and the same ``made_on`` (an ISO date) give the same bytes.
    """
    document = docx.Document()
    prepare_document(document, made_on=datetime.fromisoformat(made_on))
    _Writer(document).write(SyntaxTreeNode(_PARSER.parse(markdown.translate(_NO_CHARACTERS))))
    with zipfile.ZipFile(file, "w") as packed:
        for name, part in _parts(document.part.package):
            # python-docx would write the current time, which a ZIP cannot hold before 1980 or after 2107.
            packed.writestr(zipfile.ZipInfo(name, _ZIP_DATE), part, zipfile.ZIP_DEFLATED)


def _parts(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each part of a document's ZIP.

    The list of content types comes first.
    """
    parts = package.parts
    yield CONTENT_TYPES_URI.membername, _ContentTypesItem.from_parts(parts).blob  # type: ignore[no-untyped-call]  # theirs has no types
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, part.rels.xml


class _Writer:
    def __init__(self, document: "docx.document.Document") -> None:
        self._document = document
        self._notes = Endnotes(document)
        self._footer = document.sections[0].footer.paragraphs[0]

    def write(self, root: SyntaxTreeNode) -> None:
        below = False
        for node in root.children:
            if node.type == "hr":
                below = True
            elif below:
                _inline(node.children[0], self._footer.insert_paragraph_before(style="Footer"), self._notes)
            else:
                self._block(node)
        add_field(self._footer, "PAGE")
        self._footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _block(self, node: SyntaxTreeNode) -> None:
        match node.type:
            case "heading":
                self._paragraph(node, _HEADINGS[node.tag])
                if node.tag == "h1":
                    self._document.core_properties.title = self._document.paragraphs[-1].text
            case "bullet_list":
                for item in node.children:
                    self._paragraph(item.children[0], "List Bullet")
            case "ordered_list":
                self._notes.move_heading(self._document.paragraphs[-1])
                for number, item in enumerate(node.children, 1):
                    _inline(item.children[0].children[0], self._notes.add_note(number), self._notes)
            case "blockquote":
                self._paragraph(node.children[0], "Quote")
            case "table":
                self._table([row.children for part in node.children for row in part.children])
            case _:
                # A paragraph that begins in bold introduces the next one, and is kept on the same page.
                paragraph = self._paragraph(node, "Normal")
                begun = next((run for run in paragraph.runs if run.text), None)
                paragraph.paragraph_format.keep_with_next = (begun and begun.bold) or None

    def _paragraph(self, node: SyntaxTreeNode, name: str) -> Paragraph:
        paragraph = set_style(self._document.add_paragraph(), name)
        _inline(node.children[0], paragraph, self._notes)
        return paragraph

    def _table(self, rows: Sequence[Sequence[SyntaxTreeNode]]) -> None:
        table = self._document.add_table(len(rows), len(rows[0]), "Table Grid")
        for place, (row, nodes) in enumerate(zip(table.rows, rows, strict=True)):
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            if place == 0:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            for cell, node in zip(row.cells, nodes, strict=True):
                paragraph = cell.paragraphs[0]
                set_style(paragraph, "Table Heading" if place == 0 else "Table Text")
                if "right" in str(node.attrs.get("style", "")):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if node.children:
                    _inline(node.children[0], paragraph, self._notes)
        _set_column_widths(table)
        set_style(self._document.add_paragraph(), "Table Text")


def _set_column_widths(table: Table) -> None:
    """Set the widths of a table's columns by their texts.

    Each column has the width of its longest word; the rest is shared among columns with longer texts. Not every program
    does that by itself.
    """
    cells = [row.cells for row in table.rows]
    texts = [[row[place].text for row in cells] for place in range(len(cells[0]))]
    words = [max(_longest(column[0]) * _BOLD, *map(_longest, column)) for column in texts]
    least = [min(word, _LONGEST_WORD) + _MARGINS for word in words]
    longer = [min(max(map(len, column)) + _MARGINS, _WIDEST) for column in texts]
    wanting = [max(0, most - few) for most, few in zip(longer, least, strict=True)]
    left = max(0, min(_ACROSS - sum(least), sum(wanting)))
    shares = [few + left * more / (sum(wanting) or 1) for few, more in zip(least, wanting, strict=True)]
    whole = sum(column.width or 0 for column in table.columns)
    table.autofit = False
    for place, share in enumerate(shares):
        width = Emu(int(whole * share / max(sum(shares), _ACROSS)))
        table.columns[place].width = width
        for row in cells:
            row[place].width = width


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _inline(node: SyntaxTreeNode, paragraph: Paragraph, notes: Endnotes, *, strong: bool = False) -> None:
    for child in node.children:
        match child.type:
            case "text":
                run = paragraph.add_run(child.content)
                if strong:
                    run.bold = True
            case "strong":
                _inline(child, paragraph, notes, strong=True)
            case "code_inline":
                add_run(paragraph, child.content, "Key")
            case "link" if str(child.attrs["href"]).startswith(SOURCE_ANCHOR):
                notes.cite(paragraph, int(str(child.attrs["href"]).removeprefix(SOURCE_ANCHOR)))
            case "link":
                _link(child, paragraph)
            case _:  # the end of a line
                paragraph.add_run(" ")


def _link(node: SyntaxTreeNode, paragraph: Paragraph) -> None:
    target = paragraph.part.relate_to(str(node.attrs["href"]), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): target})
    text = "".join(child.content for child in node.children)
    link.append(add_run(paragraph, text, "Hyperlink")._r)
    paragraph._p.append(link)
