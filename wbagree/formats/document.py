"""The Markdown document: for each pair a table and its agreements, with numbered sources and the Kosovo footnote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from wbagree.domain.notation import write_assessment, write_signatory
from wbagree.domain.record import Agreement, Record, Source
from wbagree.domain.status import why
from wbagree.domain.terms import INVERSE, Verb, label
from wbagree.formats.columns import Grid, status_words
from wbagree.formats.markdown import escaped, link, mentions_kosovo, starred, write_kosovo_note, write_table
from wbagree.formats.sheet import Surroundings

_LIMITS = (
    "A research register, not a treaty series: the number of records reflects what open sources showed, not what was"
    " signed, and a status that no source states is unknown, not valid. Check the depositary or the gazette before"
    " relying on a record."
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A pair's records, as seen from that pair: inherited ones say from whom."""

    pair: tuple[str, str]
    records: Sequence[Record]


@dataclass(frozen=True, slots=True)
class Preface:
    """What a document says of itself: the question in words, the day it was made, its summary and what that counts."""

    question: str
    made_on: str
    summary: Grid
    explanation: Sequence[str]
    kosovo_note: bool = True


@dataclass(slots=True)
class Document:
    """Writes one document; remembers which sources have a number and which records were told in full."""

    preface: Preface
    parties: Mapping[str, str]
    around: Mapping[str, Surroundings]
    file: TextIO
    _sources: dict[Source, int] = field(default_factory=dict)
    _told: dict[str, str] = field(default_factory=dict)
    _kosovo: bool = False

    def write(self, chapters: Sequence[Chapter]) -> None:
        """Write the head, each chapter, the sources and, where Kosovo occurs, its footnote."""
        self._head(chapters)
        for chapter in chapters:
            self._chapter(chapter)
        if self._sources:
            self._line("## Sources\n")
            for source, number in self._sources.items():
                self._line(f"{number}. {_cited(source)}")
            self._line()
        if self._kosovo:
            write_kosovo_note(self.file)

    def _line(self, text: str = "") -> None:
        self.file.write(text + "\n")

    def _words(self, text: str) -> str:
        """Running text as Markdown, with Kosovo starred unless that is turned off."""
        plain = escaped(text)
        if not self.preface.kosovo_note:
            return plain
        self._kosovo = self._kosovo or mentions_kosovo(text)
        return starred(plain)

    def _head(self, chapters: Sequence[Chapter]) -> None:
        title = f"Agreements between {self._pair(chapters[0].pair, ' and ')}" if len(chapters) == 1 else "Agreements"
        self._line(f"# {title}\n")
        self._line(f"Question: {self._words(self.preface.question)}. Made by wbagree on {self.preface.made_on}.\n")
        self._line(f"> {_LIMITS}\n")
        if not chapters:
            self._line("No record answers the question. Absence of a record is not proof of absence.")
            return
        self._line("## Summary\n")
        rows = [tuple(map(self._words, row)) for row in self.preface.summary.rows]
        write_table(
            tuple(map(escaped, self.preface.summary.plain_headings())),
            rows,
            self.file,
            numeric=self.preface.summary.numeric,
        )
        self._line()
        for sentence in self.preface.explanation:
            self._line(f"- {self._words(sentence)}")
        self._line()

    def _pair(self, pair: tuple[str, str], joint: str = " – ") -> str:
        return joint.join(self._words(self.parties.get(code, code)) for code in pair)

    def _chapter(self, chapter: Chapter) -> None:
        name = self._pair(chapter.pair)
        self._line(f"## {name}\n")
        rows = [
            (
                self._words(record.agreement.key),
                str(record.agreement.signed or "undated"),
                escaped(label(record.agreement.form)),
                self._words(record.agreement.title),
                self._words(status_words(record)),
            )
            for record in chapter.records
        ]
        write_table(("Key", "Signed", "Form", "Title", "Status"), rows, self.file)
        self._line()
        for record in chapter.records:
            key = record.agreement.key
            if key in self._told:
                continue
            self._told[key] = name
            self._article(record)
        elsewhere = [r.agreement.key for r in chapter.records if self._told[r.agreement.key] != name]
        if elsewhere:
            told = "; ".join(f"{self._words(key)} under {self._told[key]}" for key in elsewhere)
            self._line(f"Told in full above: {told}.\n")

    def _article(self, record: Record) -> None:
        agreement = record.agreement
        self._line(f"### {self._words(agreement.title)}\n")
        signed = self._words(_signed(agreement))
        self._line(f"**{escaped(agreement.key)}**, {escaped(label(agreement.form))}, {signed}.\n")
        for name, text in self._facts(record):
            self._line(f"- {name}: {text}")
        self._line()

    def _facts(self, record: Record) -> Iterator[tuple[str, str]]:
        agreement, around = record.agreement, self.around[record.agreement.key]
        yield "Status", self._words(f"{status_words(record)} as of {record.day} ({why(record)})")
        yield "Types", self._words(", ".join(around.types.get(code, code) for code in agreement.types))
        for party in agreement.parties:
            yield self._words(self.parties.get(party, party)), self._words(_part_of(agreement, party))
        texts = {
            "Original title": escaped(agreement.title_original),
            "References": escaped("; ".join(agreement.references)),
            "Relations": self._words("; ".join(_relations(agreement, around))),
            "Implementation": self._words("; ".join(map(write_assessment, agreement.implementation))),
            "Notes": self._words(agreement.notes),
            "Sources": f"{self._numbers(agreement.sources)} (confidence {agreement.confidence})".strip(),
        }
        yield from ((name, text) for name, text in texts.items() if text)

    def _numbers(self, sources: Iterable[Source]) -> str:
        return "".join(f"\\[{self._sources.setdefault(source, len(self._sources) + 1)}\\]" for source in sources)


def _signed(agreement: Agreement) -> str:
    place = f"in {agreement.place}" if agreement.place else ""
    if agreement.signed:
        return " ".join(filter(None, ("signed", str(agreement.signed), place)))
    return f"signed {place}, date not on record" if place else "date of signature not on record"


def _cited(source: Source) -> str:
    if not source.url:
        return escaped(source.citation)
    return link(source.citation or source.url, source.url)


def _part_of(agreement: Agreement, party: str) -> str:
    """What one party did: who signed for it, when it ratified, when it says the agreement entered into force."""
    signed = [write_signatory(signatory) for signatory in agreement.signatories if signatory.party == party]
    parts = [f"signed by {' and '.join(signed)}"] if signed else []
    for dates in agreement.party_dates:
        if dates.party == party:
            parts += [f"ratified {dates.ratified}"] if dates.ratified else []
            parts += [f"in force {dates.in_force}"] if dates.in_force else []
    return "; ".join(parts) or "signatory not on record"


def _relations(agreement: Agreement, around: Surroundings) -> list[str]:
    stated = [(relation.verb, relation.key) for relation in agreement.relations]
    stated += [(INVERSE[Verb(relation.verb)], relation.key) for relation in around.related_from]
    return [f"{verb} {key} ({around.titles.get(key, 'not on record here')})" for verb, key in stated]
