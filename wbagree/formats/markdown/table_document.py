"""A counted table as a Markdown document: the question, the table, and what its numbers count."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from wbagree.formats.common.columns import Grid
from wbagree.formats.markdown.syntax import escaped, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A title, the question in words and its day, the table or a list of sentences, and notes on it."""

    title: str
    question: str
    day: str
    told: Grid | Sequence[str]
    notes: Sequence[str]


def write_table_document(document: TableDocument, file: TextIO, *, kosovo_note: bool = True) -> None:
    """Write a document; Kosovo has its star wherever it occurs, and its note at the end."""
    prose, told = MarkdownWriter(file, kosovo_note), document.told
    prose.line(f"# {prose.words(document.title)}\n")
    prose.line(f"Question: {prose.words(document.question)}, as of {document.day}.\n")
    if isinstance(told, Grid):
        rows = [tuple(map(prose.words, row)) for row in told.rows]
        write_table(tuple(map(escaped, told.plain_headings())), rows, file, numeric=told.numeric)
    else:
        file.writelines(f"- {prose.words(sentence)}\n" for sentence in told)
    prose.line()
    for note in document.notes:
        # Below a list a note would be one more of its items.
        prose.line(f"- {prose.words(note)}" if isinstance(told, Grid) else prose.words(note))
    prose.close()
