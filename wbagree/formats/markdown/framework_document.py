"""A framework as a Markdown document."""

from typing import TextIO

from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.formats.common.framework_facts import FrameworkDetails
from wbagree.formats.markdown.syntax import escaped, link, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


def write_framework_document(details: FrameworkDetails, file: TextIO, *, kosovo_note: bool) -> None:
    """Write a framework as a Markdown document.

    ``kosovo_note``: Kosovo has its star and footnote.
    """
    writer = MarkdownWriter(file, kosovo_note)
    writer.line(f"# {writer.text(details.title)}\n")
    for name, lines in details.facts().items():
        if text := "; ".join(filter(None, lines)):
            writer.line(f"- {name}: {writer.text(text)}")
    if details.members:
        writer.line("\n## Members\n")
        rows = [
            (details.parties.get(one.party, one.party), one.party, one.standing, one.joined, one.left, one.note)
            for one in details.members
        ]
        headings = ("Party", "Code", "Standing", "Joined", "Left", "Note")
        write_table(headings, [tuple(map(writer.text, row)) for row in rows], file)
    if notes := details.framework.notes:
        writer.line(f"\n{writer.text(notes)}")
    if details.sources:
        writer.line("\n## Sources\n")
        for source in details.sources:
            writer.line(f"- {_link(source)}")
    writer.close()


def _link(source: str) -> str:
    parsed = SOURCES.read(source)[0]
    return link(parsed.citation or parsed.url, parsed.url) if parsed.url else escaped(parsed.citation)
