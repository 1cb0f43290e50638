"""The document on pairs: tables, agreements, numbered sources, Kosovo footnote."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TextIO

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.cell_notation import write_assessment, write_signatory
from wbagree.domain.agreements.status import explain_status, status_words
from wbagree.domain.agreements.vocabularies import label
from wbagree.domain.contacts import Contact
from wbagree.formats.common import legend
from wbagree.formats.common.acts import act_line, acts_by_date
from wbagree.formats.common.agreement_context import AgreementContext, facts_of_the_text
from wbagree.formats.common.grid import Grid
from wbagree.formats.markdown.contact_lines import contact_lines
from wbagree.formats.markdown.syntax import escape_markdown, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


@dataclass(frozen=True, slots=True)
class Chapter:
    """A pair and its records, of which inherited ones name the predecessor.

    ``records`` is iterated over twice.
    """

    pair: tuple[str, str]
    records: Iterable[Record]


@dataclass(frozen=True, slots=True)
class Preface:
    """The preface of a document: its question, date and summary.

    ``question``: the filter in words. ``made_on``: an ISO date. ``explanation``: sentences on what the summary counts.
    """

    question: str
    made_on: str
    summary: Grid
    explanation: Sequence[str]
    kosovo_note: bool = True


@dataclass(slots=True)
class Document:
    """A document of chapters, one for each pair.

    Each record is printed in full in the first chapter that has it. ``parties`` and ``types``: code to name.
    ``context_of`` is called for the context of a record when it is written. ``contacts``: None if the document has no
    contact points. ``linked``: the numbers of sources are links.
    """

    preface: Preface
    parties: Mapping[str, str]
    context_of: Callable[[Record], AgreementContext]
    file: TextIO
    contacts: Sequence[Contact] | None = None
    types: Mapping[str, str] = field(default_factory=dict)
    linked: bool = False
    _writer: MarkdownWriter = field(init=False)

    def __post_init__(self) -> None:
        self._writer = MarkdownWriter(self.file, self.preface.kosovo_note, self.linked)

    def write(self, chapters: Iterable[Chapter]) -> None:
        """Write the whole document, each chapter as ``chapters`` yields it.

        The head comes first; contact points, sources and, where Kosovo occurs, its footnote come last.
        """
        remaining = iter(chapters)
        first = list(islice(remaining, 2))  # a single chapter gives its name to the document
        self._head(first)
        for chapter in chain(first, remaining):
            self._chapter(chapter)
        if self.contacts is not None:
            self._writer.write_line("## Contact points\n")
            for line in contact_lines(self.contacts, {**self.parties, **self.types}, self._writer):
                self._writer.write_line(f"- {line}")
            self._writer.write_line()
        self._writer.finish()

    def _head(self, chapters: Sequence[Chapter]) -> None:
        title = f"Agreements between {self._pair(chapters[0].pair, ' and ')}" if len(chapters) == 1 else "Agreements"
        self._writer.write_line(f"# {title}\n")
        self._writer.write_line(
            f"Question: {self._writer.as_markdown(self.preface.question)}. Made by wbagree on {self.preface.made_on}.\n"
        )
        self._writer.write_line(f"> {legend.LIMITS}\n")
        if not chapters:
            self._writer.write_line("No record answers the question. Absence of a record is not proof of absence.")
            return
        self._writer.write_line("## Summary\n")
        rows = [tuple(map(self._writer.as_markdown, row)) for row in self.preface.summary.rows]
        write_table(
            tuple(map(escape_markdown, self.preface.summary.headings)),
            rows,
            self.file,
            numeric=self.preface.summary.numeric,
        )
        self._writer.write_line()
        for sentence in self.preface.explanation:
            self._writer.write_line(f"- {self._writer.as_markdown(sentence)}")
        self._writer.write_line()

    def _pair(self, pair: tuple[str, str], joint: str = " – ") -> str:
        return joint.join(self._writer.as_markdown(self.parties.get(code, code)) for code in pair)

    def _chapter(self, chapter: Chapter) -> None:
        name = self._pair(chapter.pair)
        self._writer.write_line(f"## {name}\n")
        rows = (
            (
                self._writer.as_markdown(record.agreement.key),
                str(record.agreement.signed or "undated"),
                escape_markdown(label(record.agreement.form)),
                self._writer.as_markdown(record.agreement.title),
                self._writer.as_markdown(status_words(record)),
            )
            for record in chapter.records
        )
        write_table(("Key", "Signed", "Form", "Title", "Status"), rows, self.file)
        self._writer.write_line()
        elsewhere = []
        for record in chapter.records:
            key = record.agreement.key
            heading = self._writer.source_numbers.first_heading(key, name)
            if heading == name:
                self._article(record)
            else:
                elsewhere.append(f"{self._writer.as_markdown(key)} under {heading}")
        if elsewhere:
            self._writer.write_line(f"In full above: {'; '.join(elsewhere)}.\n")

    def _article(self, record: Record) -> None:
        agreement = record.agreement
        self._writer.write_line(f"### {self._writer.as_markdown(agreement.title)}\n")
        signed = self._writer.as_markdown(_signed(agreement))
        self._writer.write_line(
            f"**{escape_markdown(agreement.key)}**, {escape_markdown(label(agreement.form))}, {signed}.\n"
        )
        for name, text in self._facts(record):
            self._writer.write_line(f"- {name}: {text}")
        self._writer.write_line()

    def _facts(self, record: Record) -> Iterator[tuple[str, str]]:
        agreement, context = record.agreement, self.context_of(record)
        yield (
            "Status",
            self._writer.as_markdown(f"{status_words(record)} as of {record.day} ({explain_status(record)})"),
        )
        yield "Types", self._writer.as_markdown(", ".join(context.types.get(code, code) for code in agreement.types))
        for party in agreement.parties:
            yield (
                self._writer.as_markdown(self.parties.get(party, party)),
                self._writer.as_markdown(_party_facts(agreement, party)),
            )
        texts = {
            "Original title": escape_markdown(agreement.title_original),
            "Acts": self._writer.as_markdown(
                "; ".join(act_line(act, self.parties) for act in acts_by_date(agreement.acts))
            ),
            "Renewal": escape_markdown(str(agreement.renewal or "")),
            **{field.column_heading: self._writer.as_markdown(text) for field, text in facts_of_the_text(agreement)},
            "References": escape_markdown("; ".join(agreement.references)),
            "Relations": self._writer.as_markdown("; ".join(_relations(agreement, context))),
            "Implementation": self._writer.as_markdown("; ".join(map(write_assessment, agreement.implementation))),
            "Disclosure": agreement.disclosure,
            "Notes": self._writer.as_markdown(agreement.notes),
            "Sources": f"{self._writer.cite(agreement.sources)} (confidence {agreement.confidence})".strip(),
        }
        yield from ((name, text) for name, text in texts.items() if text)


def _signed(agreement: Agreement) -> str:
    place = f"in {agreement.place}" if agreement.place else ""
    if agreement.signed:
        return " ".join(filter(None, ("signed", str(agreement.signed), place)))
    return f"signed {place}, date not recorded" if place else "no signature date"


def _party_facts(agreement: Agreement, party: str) -> str:
    """Return one party's signatories, in words."""
    signed = " and ".join(map(write_signatory, agreement.signatories_of(party)))
    parts = [f"signed by {signed}"] if signed else []
    return "; ".join(parts) or "signatory not recorded"


def _relations(agreement: Agreement, context: AgreementContext) -> list[str]:
    relations = context.relations_of(agreement)
    return [f"{verb} {key} ({context.titles.get(key, 'not in this register')})" for verb, key in relations]
