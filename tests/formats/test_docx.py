"""The Word document, as mammoth reads it, which has nothing to do with what writes it; and as its parts say."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import docx
import mammoth
import pytest

from wbagree.domain.agreements.parts import Source
from wbagree.formats.common import kosovo
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.common.grid import Grid
from wbagree.formats.docx.document import write_word
from wbagree.formats.markdown.pair_document import Chapter, Document, Preface

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SUMMARY = Grid(("Pair", "Records"), [("AL-XK", "41"), ("Total", "41")], (False, True), last_is_total=True)
ALONE = AgreementContext({}, {}, {}, ())
NAMES = {"AL": "Albania", "XK": "Kosovo"}
HOSTILE = ("<b>bold</b>", "[1]", "[x](http://evil.example)", "a | b", "# no heading", "1. no list", "`code`",
           "=cmd|' /C calc'!A1", "**no**", "a\x01\x0b\ufffe\uffffb", "&amp; &lt;", "\u202eturned",
           "Ђорђевић ë ő 😀")  # fmt: skip


@pytest.fixture
def written():
    """Write the document of records of one pair, and return its bytes."""

    def write(*records, note=True):
        markdown, file = io.StringIO(), io.BytesIO()
        preface = Preface("pair AL-XK", "2026-11-24", SUMMARY, ["One."], kosovo_note=note)
        Document(preface, NAMES, lambda _: ALONE, markdown, linked=True).write([Chapter(("AL", "XK"), records)])
        write_word(markdown.getvalue(), file, made_on="2026-11-24")
        return file.getvalue()

    return write


def part(document: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return ET.fromstring(parts.read(name))


def html(document: bytes) -> str:
    return mammoth.convert_to_html(io.BytesIO(document)).value


def test_headings_tables_and_lists_are_those_of_word(written, record_of):
    document = written(record_of(title="Agreement on extradition"))
    opened = docx.Document(io.BytesIO(document))
    styles = {paragraph.text: paragraph.style.name for paragraph in opened.paragraphs}
    assert styles["Agreements between Albania and Kosovo*"] == "Title"
    assert styles["Summary"] == styles["Albania – Kosovo*"] == "Heading 1"
    assert styles["Agreement on extradition"] == "Heading 2"
    assert styles["One."] == "List Bullet"
    summary, records = opened.tables
    assert [[cell.text for cell in row.cells] for row in summary.rows] == [
        ["Pair", "Records"], ["AL-XK", "41"], ["Total", "41"]]  # fmt: skip
    assert [cell.text for cell in records.rows[1].cells][3] == "Agreement on extradition"
    assert "<table>" in html(document)


def test_the_heading_of_a_table_is_repeated_and_no_row_is_torn(written, record_of):
    body = part(written(record_of()), "word/document.xml")
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_what_heads_a_record_stands_on_the_page_of_its_first_fact(written, record_of):
    paragraphs = docx.Document(io.BytesIO(written(record_of()))).paragraphs
    heads = [p for p in paragraphs if p.style.name == "Normal" and p.text.startswith("AL-XK-")]
    assert [p.paragraph_format.keep_with_next for p in heads] == [True]
    assert all(p.style.paragraph_format.keep_with_next for p in paragraphs if p.style.name.startswith("Heading"))


def test_no_word_of_a_heading_is_broken(written, record_of):
    (table, *_) = docx.Document(io.BytesIO(written(record_of()))).tables
    # Bold letters of that size are hardly ever wider than this on average, with the margins of the cell.
    for cell in table.rows[0].cells:
        longest = max(map(len, cell.text.split()), default=0)
        assert cell.width.pt >= longest * 5.5


def test_sources_are_endnotes_in_the_order_in_which_they_are_cited(written, record_of):
    a, b, c = (Source(name, url) for name, url in (("A [1]", "https://example.org/a?x=1&y=2"), ("B", ""), ("C", "")))
    document = written(record_of(key="AL-XK-1", sources=(a, b)), record_of(key="AL-XK-2", sources=(c, a)))
    read = html(document)
    assert re.findall(r'<a href="#endnote-(\d)" id="[^"]*">', read) == ["1", "2", "3"]
    notes = re.findall(r'<li id="endnote-\d"><p>\s*(.*?) <a href="#endnote-ref', read)
    assert notes == ['<a href="https://example.org/a?x=1&amp;y=2">A [1]</a>', "B", "C"]
    # What was cited before is cited again by a field that leads to the first place.
    body = part(document, "word/document.xml")
    assert [field.text for field in body.iter(f"{W}instrText")] == [r" NOTEREF _RefEndnote1 \h "]
    assert [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")] == [f"_RefEndnote{n}" for n in (1, 2, 3)]
    assert "Sources" in "".join(part(document, "word/endnotes.xml")[0].itertext())


def test_a_document_without_sources_has_no_notes(written, record_of):
    with zipfile.ZipFile(io.BytesIO(written(record_of()))) as parts:
        assert "word/endnotes.xml" not in parts.namelist()


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_stands_there_as_it_is(text, written, record_of):
    document = written(record_of(title=text, notes=text, sources=(Source(text),)))
    shown = "".join(
        f"<{ord(char):02X}>" if char in "\x01\x0b\u202e" else "\ufffd" if char in "\ufffe\uffff" else char
        for char in text.replace("\x0b", " ")
    )
    opened = docx.Document(io.BytesIO(document))
    assert shown in [paragraph.text for paragraph in opened.paragraphs if paragraph.style.name == "Heading 2"]
    assert f"Notes: {shown}" in [paragraph.text for paragraph in opened.paragraphs]
    assert shown in "".join(part(document, "word/endnotes.xml").itertext())


def test_the_footnote_on_kosovo_is_at_the_foot_of_every_page(written, record_of):
    assert f"* {kosovo.KOSOVO_NOTE}" in "".join(part(written(record_of()), "word/footer1.xml").itertext())
    plain = written(record_of(), note=False)
    assert kosovo.KOSOVO_NOTE not in "".join(part(plain, "word/footer1.xml").itertext())
    assert "Kosovo*" not in html(plain)


def test_the_page_the_language_and_the_title_are_set(written, record_of):
    document = written(record_of())
    opened = docx.Document(io.BytesIO(document))
    section, properties = opened.sections[0], opened.core_properties
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert {round(margin.cm, 1) for margin in (section.left_margin, section.right_margin, section.top_margin)} == {2.0}
    assert (properties.title, properties.language) == ("Agreements between Albania and Kosovo*", "en-GB")
    assert part(document, "word/styles.xml").find(f".//{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"
    assert "PAGE" in [field.text for field in part(document, "word/footer1.xml").iter(f"{W}instrText")]


def test_the_same_document_of_the_same_day_is_the_same_file(written, record_of):
    record = record_of(sources=(Source("A", "https://example.org"),))
    assert written(record) == written(record)
