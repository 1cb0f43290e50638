"""A framework as a Markdown document."""

from typing import TextIO

from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.formats.common.acts import acts_by_date
from wbagree.formats.common.framework_facts import FrameworkDetails
from wbagree.formats.markdown.syntax import escape_markdown, link, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


def write_framework_document(details: FrameworkDetails, file: TextIO, *, kosovo_note: bool) -> None:
    """Write a framework as a Markdown document.

    ``kosovo_note``: Kosovo has its star and footnote.
    """
    writer = MarkdownWriter(file, kosovo_note)
    writer.write_line(f"# {writer.as_markdown(details.title)}\n")
    for name, lines in details.facts().items():
        if text := "; ".join(filter(None, lines)):
            writer.write_line(f"- {name}: {writer.as_markdown(text)}")
    if details.members:
        writer.write_line("\n## Members\n")
        rows = [
            (details.parties.get(one.party, one.party), one.party, one.standing, one.joined, one.left, one.note)
            for one in details.members
        ]
        headings = ("Party", "Code", "Standing", "Joined", "Left", "Note")
        write_table(headings, [tuple(map(writer.as_markdown, row)) for row in rows], file)
    if details.acts:
        writer.write_line("\n## Acts\n")
        acts = [
            (str(act.on), act.kind.replace("-", " "), details.parties.get(act.party, act.party or "all"),
             str(act.effect or ""), act.reference, act.source, act.note)
            for act in acts_by_date(details.acts)
        ]  # fmt: skip
        of_acts = ("Date", "Act", "Party", "Effect", "Reference", "Source", "Note")
        write_table(of_acts, [tuple(map(writer.as_markdown, row)) for row in acts], file)
    if notes := details.framework.notes:
        writer.write_line(f"\n{writer.as_markdown(notes)}")
    if details.sources:
        writer.write_line("\n## Sources\n")
        for source in details.sources:
            writer.write_line(f"- {_link(source)}")
    writer.finish()


def _link(source: str) -> str:
    parsed = SOURCES.read(source)[0]
    return link(parsed.citation or parsed.url, parsed.url) if parsed.url else escape_markdown(parsed.citation)
