"""Endnotes of a Word document, which python-docx lacks.

Word numbers endnotes itself, so that they can be moved and added to; our numbers are given in the order of citation,
which is the same.
"""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from wbagree.formats.docx.styles import add_run, style

# What stands between the text and the notes, and the line where they go on; every document with notes has both.
_EMPTY = f"""
<w:endnotes {nsdecls("w", "r")}>
  <w:endnote w:type="separator" w:id="-1"/>
  <w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote>
</w:endnotes>"""
_SETTINGS = f"""
<w:endnotePr {nsdecls("w")}><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>"""


class Endnotes:
    """The endnotes of one document, by the numbers that its text gives them."""

    def __init__(self, document: Document) -> None:
        package = document.part.package
        self._notes = parse_xml(_EMPTY)
        self._part = StoryPart(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, self._notes, package)
        self._document = document
        self._cited: set[int] = set()

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """Add ``[number]``: the note's reference, or where it was cited before a field that repeats it."""
        _mark(paragraph, "[")
        name = f"_RefEndnote{number}"
        if number in self._cited:
            for kind in ("begin", f" NOTEREF {name} \\h ", "separate"):
                _mark(paragraph)._r.append(_field(kind))
            _mark(paragraph, str(number))
            _mark(paragraph)._r.append(_field("end"))
        else:
            self._cited.add(number)
            paragraph._p.append(_element("w:bookmarkStart", id=number, name=name))
            _mark(paragraph)._r.append(_element("w:endnoteReference", id=number))
            paragraph._p.append(_element("w:bookmarkEnd", id=number))
        _mark(paragraph, "]")

    def note(self, number: int) -> Paragraph:
        """Return the paragraph of a new note, which begins with its number."""
        if not self._notes[2:]:
            self._attach()
        note = _element("w:endnote", id=number)
        self._notes.append(note)
        element = OxmlElement("w:p")
        note.append(element)
        paragraph = Paragraph(element, self._part)
        style(paragraph, "endnote text")
        _mark(paragraph)._r.append(OxmlElement("w:endnoteRef"))
        paragraph.add_run(" ")
        return paragraph

    def head(self, heading: Paragraph) -> None:
        """Move a heading from the text to where the notes begin, wherever a program puts them."""
        self._notes[0].append(heading._p)

    def _attach(self) -> None:
        self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.ENDNOTES)
        # The schema has them before the settings of compatibility.
        self._document.settings.element.find(qn("w:compat")).addprevious(parse_xml(_SETTINGS))


def _mark(paragraph: Paragraph, text: str = "") -> Run:
    return add_run(paragraph, text, "endnote reference")


def _element(tag: str, **attributes: object) -> BaseOxmlElement:
    return OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})


def _field(kind: str) -> BaseOxmlElement:
    """A part of a field: where it begins, separates from what is shown or ends, or its instruction."""
    if kind in ("begin", "separate", "end"):
        return _element("w:fldChar", fldCharType=kind)
    instruction = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
    instruction.text = kind
    return instruction


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field to a paragraph that shows what Word computes, such as ``PAGE``."""
    for kind in ("begin", instruction, "end"):
        paragraph.add_run()._r.append(_field(kind))
