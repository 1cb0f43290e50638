"""A document being written: running text with Kosovo starred, sources that are numbered as they are cited."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TextIO

from wbagree.domain.record import Source
from wbagree.formats.markdown import escaped, link, mentions_kosovo, starred, write_kosovo_note


@dataclass(slots=True)
class Prose:
    """Markdown text of one document; remembers whether Kosovo occurred and which sources have a number."""

    file: TextIO
    kosovo_note: bool = True
    _sources: dict[Source, int] = field(default_factory=dict)
    _kosovo: bool = False

    def line(self, text: str = "") -> None:
        """Write a line that is Markdown already."""
        self.file.write(text + "\n")

    def words(self, text: str) -> str:
        """Return running text as Markdown, with Kosovo starred unless that is turned off."""
        plain = escaped(text)
        if not self.kosovo_note:
            return plain
        self._kosovo = self._kosovo or mentions_kosovo(text)
        return starred(plain)

    def numbers(self, sources: Iterable[Source]) -> str:
        """Return the numbers of sources, ``[1][2]``; a source that is cited again keeps its number."""
        return "".join(f"\\[{self._sources.setdefault(source, len(self._sources) + 1)}\\]" for source in sources)

    def close(self) -> None:
        """Write the numbered sources and, where Kosovo occurred, its footnote."""
        if self._sources:
            self.line("## Sources\n")
            for source, number in self._sources.items():
                self.line(f"{number}. {_cited(source)}")
        if self._kosovo:
            write_kosovo_note(self.file)


def _cited(source: Source) -> str:
    if not source.url:
        return escaped(source.citation)
    return link(source.citation or source.url, source.url)
