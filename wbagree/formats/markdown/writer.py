"""The writer of a Markdown document: starred Kosovo, numbered sources."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TextIO

from wbagree.domain.agreements.parts import Source
from wbagree.formats.common import kosovo
from wbagree.formats.markdown.source_numbers import SourceNumbers
from wbagree.formats.markdown.syntax import escape_markdown, link, star_kosovo_markdown, write_kosovo_note

# The beginning of the address that the number of a source links to; the number follows.
SOURCE_ANCHOR = "#source-"
_LINKED = re.compile(rf"\[(\\\[\d+\\\])\]\({SOURCE_ANCHOR}\d+\)")


@dataclass(slots=True)
class MarkdownWriter:
    """The writer of one document, with its sources and its Kosovo footnote.

    ``linked``: the numbers of sources are links, from which the Word document makes references to endnotes.
    """

    file: TextIO
    kosovo_note: bool = True
    linked: bool = False
    source_numbers: SourceNumbers = field(default_factory=SourceNumbers)
    _kosovo: bool = False

    def write_line(self, text: str = "") -> None:
        """Write a line that is Markdown already."""
        self.file.write(text + "\n")

    def as_markdown(self, text: str) -> str:
        """Return text as Markdown, with Kosovo starred unless that is off."""
        plain = escape_markdown(text)
        if not self.kosovo_note:
            return plain
        self._kosovo = self._kosovo or kosovo.mentions_kosovo(text)
        return star_kosovo_markdown(plain)

    def cite(self, sources: Iterable[Source]) -> str:
        """Return the numbers of sources, ``[1][2]``.

        A source that was cited before keeps its number.
        """
        numbers = map(self.source_numbers.number, sources)
        return "".join(f"[\\[{n}\\]]({SOURCE_ANCHOR}{n})" if self.linked else f"\\[{n}\\]" for n in numbers)

    def finish(self) -> None:
        """Write the numbered sources and, where Kosovo occurred, its footnote."""
        for number, source in self.source_numbers.sources():
            if number == 1:
                self.write_line("## Sources\n")
            self.write_line(f"{number}. {_cited(source)}")
        self.source_numbers.clear()
        if self._kosovo:
            write_kosovo_note(self.file)


def plain_text(markdown: str) -> str:
    """Return the plain text of a line of our Markdown."""
    return _LINKED.sub(r"\1", markdown).replace("\\", "")


def _cited(source: Source) -> str:
    if not source.url:
        return escape_markdown(source.citation)
    return link(source.citation or source.url, source.url)
