"""A Markdown document of one table with its question and notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from wbagree.formats.common.grid import Grid
from wbagree.formats.markdown.syntax import escape_markdown, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


@dataclass(frozen=True, slots=True)
class TableDocument:
    """The parts of a document of one table or list of sentences.

    ``question``: the filter in words. ``day``: the day of the statuses. ``notes``: sentences below the content.
    """

    title: str
    question: str
    day: str
    content: Grid | Sequence[str]
    notes: Sequence[str]


def write_table_document(document: TableDocument, file: TextIO, *, kosovo_note: bool = True) -> None:
    """Write a document as Markdown.

    With ``kosovo_note`` Kosovo has its star wherever it occurs, and its footnote at the end.
    """
    writer, content = MarkdownWriter(file, kosovo_note), document.content
    writer.write_line(f"# {writer.as_markdown(document.title)}\n")
    writer.write_line(f"Question: {writer.as_markdown(document.question)}, as of {document.day}.\n")
    if isinstance(content, Grid):
        rows = [tuple(map(writer.as_markdown, row)) for row in content.rows]
        write_table(tuple(map(escape_markdown, content.headings)), rows, file, numeric=content.numeric)
    else:
        file.writelines(f"- {writer.as_markdown(sentence)}\n" for sentence in content)
    writer.write_line()
    for note in document.notes:
        # Below a list, a note with a bullet would be one more item of the list.
        writer.write_line(f"- {writer.as_markdown(note)}" if isinstance(content, Grid) else writer.as_markdown(note))
    writer.finish()
