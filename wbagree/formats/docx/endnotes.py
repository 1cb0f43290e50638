"""Endnotes of a Word document, which python-docx lacks.

Word numbers endnotes itself, so that a user can move and add some. Our own numbers follow the order of citation too,
and so are the same.
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

from wbagree.formats.docx.styles import add_run, set_style

# The separator between text and notes, and that above notes that continue from the page before. Every document with
# notes needs both.
_EMPTY = f"""
<w:endnotes {nsdecls("w", "r")}>
  <w:endnote w:type="separator" w:id="-1"/>
  <w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote>
</w:endnotes>"""
_SETTINGS = f"""
<w:endnotePr {nsdecls("w")}><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>"""


class Endnotes:
    """The endnotes of one document, by our own numbers."""

    def __init__(self, document: Document) -> None:
        package = document.part.package
        self._notes = parse_xml(_EMPTY)
        self._part = StoryPart(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, self._notes, package)
        self._document = document
        self._cited: set[int] = set()

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """Add ``[number]`` to a paragraph.

        The first citation is a reference to the note; later ones are fields that repeat its number.
        """
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

    def add_note(self, number: int) -> Paragraph:
        """Return the paragraph of a new note.

        It begins with the number of the note.
        """
        if not self._notes[2:]:
            self._attach()
        note = _element("w:endnote", id=number)
        self._notes.append(note)
        element = OxmlElement("w:p")
        note.append(element)
        paragraph = Paragraph(element, self._part)
        set_style(paragraph, "endnote text")
        _mark(paragraph)._r.append(OxmlElement("w:endnoteRef"))
        paragraph.add_run(" ")
        return paragraph

    def move_heading(self, heading: Paragraph) -> None:
        """Move a heading from the text to the beginning of the notes.

        There it is above the notes wherever a program puts them.
        """
        self._notes[0].append(heading._p)

    def _attach(self) -> None:
        self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.ENDNOTES)
        # In the schema these settings come before those of compatibility.
        self._document.settings.element.find(qn("w:compat")).addprevious(parse_xml(_SETTINGS))


def _mark(paragraph: Paragraph, text: str = "") -> Run:
    return add_run(paragraph, text, "endnote reference")


def _element(tag: str, **attributes: object) -> BaseOxmlElement:
    return OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})


def _field(kind: str) -> BaseOxmlElement:
    """Return a part of a field.

    ``begin``, ``separate`` and ``end`` are marks; any other text is the field's instruction.
    """
    if kind in ("begin", "separate", "end"):
        return _element("w:fldChar", fldCharType=kind)
    instruction = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
    instruction.text = kind
    return instruction


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field, whose text Word computes, to a paragraph.

    ``instruction``: such as ``PAGE``.
    """
    for kind in ("begin", instruction, "end"):
        paragraph.add_run()._r.append(_field(kind))
