"""The Markdown of the brief on a pair."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.cell_notation import SOURCES
from wbagree.domain.agreements.parts import Source
from wbagree.domain.agreements.vocabularies import Confidence, is_or_are, pluralise
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.cover import PairCover
from wbagree.domain.reports.assessments import differing_assessments
from wbagree.domain.tallies import Tally
from wbagree.domain.text.sentences import capitalise
from wbagree.errors import InvalidValue
from wbagree.formats.brief.assessment_digest import (
    JUDGEMENT_WORDS,
    DatedAssessment,
    assessment_sentences,
    assessments_to_show,
    dated_assessments,
    omitted_reports,
)
from wbagree.formats.brief.framework_sentences import Frameworks
from wbagree.formats.brief.overview import (
    count_by_status,
    number_and_noun,
    number_sentences,
    unknown_status_sentence,
)
from wbagree.formats.common.citation import date_in_words
from wbagree.formats.common.short_title import one_line_facts, short_title
from wbagree.formats.markdown.contact_lines import contact_lines
from wbagree.formats.markdown.writer import MarkdownWriter, plain_text

_LIMITS = "From a research register, not a treaty series: nothing is called in force unless a source says so."
_PROOF = "Absence of a record is not proof of absence."
# A type that the pair lacks is listed with a number if at least so many other pairs have it.
_COMMON = 3
# The characters of a printed line. An entry fills one line, or two if there are no more records than _FEW.
_LINE, _FEW = 98, 20
# A brief of more records than this has no room for the names of all frameworks.
_MANY = 30
# Characters of a title: the least in an entry, however long its facts are, and the most in a sentence.
_LEAST, _SHORT = 48, 60


@dataclass(frozen=True, slots=True)
class MissingType:
    """A type of which the pair has no agreement.

    ``others_with``: how many of the other pairs have one.
    """

    label: str
    others_with: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The content of a brief.

    ``day`` (of the statuses) and ``made_on`` are ISO dates. ``parties`` and ``types``: code to name. ``groups``: label
    of a group to the codes of its types, in order. ``others``: how many other pairs ``missing_types`` compares with;
    ``among``: these, in words. ``frameworks``: those that either party has to do with. ``contacts``: None if the brief
    has no contact points.
    """

    pair: tuple[str, str]
    day: str
    made_on: str
    records: Sequence[Record]
    parties: Mapping[str, str]
    types: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    missing_types: Sequence[MissingType]
    others: int
    among: str
    frameworks: Sequence[PairCover] = ()
    tallies: Sequence[Tally] = ()
    contacts: Sequence[Contact] | None = None
    kosovo_note: bool = True

    def write(self, file: TextIO, *, linked: bool = False) -> None:
        """Write the brief as Markdown.

        ``linked``: the numbers of sources are links.
        """
        _Writer(self, MarkdownWriter(file, self.kosovo_note, linked)).write()


@dataclass(slots=True)
class _Writer:
    brief: Brief
    writer: MarkdownWriter

    def write(self) -> None:
        own = [record for record in self.brief.records if not record.inherited_from]
        inherited = [record for record in self.brief.records if record.inherited_from]
        name = " – ".join(self.writer.as_markdown(self.brief.parties[code]) for code in self.brief.pair)
        self.writer.write_line(f"# Brief: {name}\n")
        self.writer.write_line(
            f"Status as of {_day(self.brief.day)}. Made by wbagree on {_day(self.brief.made_on)}. Each agreement is"
            " listed once, under its main subject. Dates in square brackets are inferred or disputed; c is"
            " approximate. Where a title is shortened (…), `wbagree show KEY` prints it whole.\n"
        )
        self.writer.write_line(f"> {_LIMITS}\n")
        self._section("At a glance", self._at_a_glance(own, inherited))
        self._by_group(own)
        if inherited:
            self._section("Inherited from predecessors", map(self._entry, inherited))
        self._section("What is missing", self._missing())
        if self.brief.frameworks:
            self._section("Frameworks", self._frameworks())
        if self.brief.records or self.brief.tallies:
            self._section("Implementation", self._implementation())
        if self.brief.contacts is not None:
            names = {**self.brief.parties, **self.brief.types}
            self._section("Contact points", contact_lines(self.brief.contacts, names, self.writer))
        self.writer.finish()

    @property
    def _as_of(self) -> date:
        return date.fromisoformat(self.brief.day)

    def _section(self, title: str, lines: Iterator[str]) -> None:
        self.writer.write_line(f"## {title}\n")
        for line in lines:
            self.writer.write_line(f"- {line}")
        self.writer.write_line()

    def _at_a_glance(self, own: list[Record], inherited: list[Record]) -> Iterator[str]:
        yield " ".join(number_sentences(own, inherited))
        for words, records in count_by_status(self.brief.records):
            yield f"{words}: {'; '.join(map(self._short_with_confidence, records))}."
        if open_ := unknown_status_sentence(self.brief.records):
            yield open_
        dated = [(record.agreement.signed, record.agreement) for record in own if record.agreement.signed]
        undated = len(own) - len(dated)
        if dated:
            signed, last = max(dated, key=lambda one: (one[0].earliest, one[1].key))
            when = self.writer.as_markdown(date_in_words(signed, short=True))
            others = f" {undated} of the {len(own)} {is_or_are(undated)} undated." if undated else ""
            yield f"Most recent: {self._short(last)}, {when}.{others}"
        elif own:
            yield "None of their own has a signature date."

    def _short(self, agreement: Agreement, room: int = _SHORT) -> str:
        """Return the shortened title and the key of an agreement."""
        return f"{self.writer.as_markdown(short_title(agreement.title, room))} (`{agreement.key}`)"

    def _short_with_confidence(self, record: Record) -> str:
        """Return the shortened title and key, with low confidence mentioned."""
        weak = ", low confidence" if record.agreement.confidence == Confidence.LOW else ""
        return f"{self._short(record.agreement)}{weak}"

    def _by_group(self, own: list[Record]) -> None:
        self.writer.write_line("## What they have\n")
        if not own:
            self.writer.write_line(f"Nothing of their own recorded. {_PROOF}\n")
        for group, types in self.brief.groups.items():
            records = [record for record in own if record.agreement.types[0] in types]
            if records:
                self.writer.write_line(f"### {self.writer.as_markdown(capitalise(group))} ({len(records)})\n")
                for record in records:
                    self.writer.write_line(f"- {self._entry(record)}")
                self.writer.write_line()

    def _entry(self, record: Record) -> str:
        """Return an entry: title, facts, key, numbers of sources."""
        agreement = record.agreement
        numbers = self.writer.cite(agreement.sources)
        lines = 2 if len(self.brief.records) <= _FEW else 1
        title, facts = agreement.title, ""
        for _ in range(2):
            # The facts depend on the shortened title: they include the form if the title lost it.
            facts = one_line_facts(record, title, self.brief.pair, self.brief.parties)
            taken = len(plain_text(f", {facts}. {agreement.key} {numbers}"))
            title = short_title(agreement.title, max(_LEAST, lines * _LINE - taken))
        return (
            f"{self.writer.as_markdown(title)}, {self.writer.as_markdown(facts)}. `{agreement.key}` {numbers}".rstrip()
        )

    def _missing(self) -> Iterator[str]:
        if not self.brief.others:
            yield "There are no other pairs to compare with."
            return
        lacks = sorted(self.brief.missing_types, key=lambda lack: -lack.others_with)
        common = [f"{lack.label} ({lack.others_with})" for lack in lacks if lack.others_with >= _COMMON]
        rare = [lack.label for lack in lacks if lack.others_with < _COMMON]
        if common:
            yield (
                "Not found in this register (in brackets, how many of the"
                f" {pluralise(self.brief.others, 'other pair')} among {self.writer.as_markdown(self.brief.among)}"
                f" {'has' if self.brief.others == 1 else 'have'} one):"
                f" {self.writer.as_markdown(', '.join(common))}."
            )
        if rare:
            names = self.writer.as_markdown(", ".join(rare))
            yield f"Not found here, and rare in the region (one or two pairs): {names}. {_PROOF}"
        elif not common:
            yield "Nothing that other pairs have and these two lack."
        if not rare:
            yield _PROOF

    def _frameworks(self) -> Iterator[str]:
        frameworks = Frameworks(self.brief.frameworks, self.brief.parties, self.brief.types)
        pair = "-".join(self.brief.pair)
        if len(self.brief.records) > _MANY:
            yield f"{frameworks.number_sentence()} By name: `wbagree frameworks common {pair}`."
            return
        yield from map(self.writer.as_markdown, frameworks.sentences())
        yield f"Short names in full: `wbagree frameworks show NAME`; all: `wbagree frameworks common {pair}`."

    def _implementation(self) -> Iterator[str]:
        found = dated_assessments(self.brief.records, self.brief.day)
        yield " ".join(assessment_sentences(found, len(self.brief.records)))
        if apart := [
            r.agreement.key
            for r in self.brief.records
            if differing_assessments(r.agreement.implementation, self._as_of)
        ]:
            yield f"Assessors differ on {', '.join(f'`{key}`' for key in apart)}."
        for tally in self.brief.tallies:
            numbers = self.writer.cite(SOURCES.read(tally.source))
            clause = f"Another count, not of these records, by {tally.by} ({date_in_words(tally.on, short=True)})"
            yield f"{self.writer.as_markdown(f'{clause}: {tally.sentence()}')}. {numbers}"
        for one in assessments_to_show(found):
            yield f"{self._short(one.record.agreement, _LEAST)}, {self._observed(one)}"
        if more := omitted_reports(found):
            reports, keys = number_and_noun(more.total(), "other report"), ", ".join(f"`{key}`" for key in sorted(more))
            yield f"{reports} {is_or_are(more.total())} in the register, on {keys}: see `wbagree show KEY`."

    def _observed(self, one: DatedAssessment) -> str:
        """Return an assessment as a clause with its sources.

        It has the date, the judgement or report, the party that was assessed, the assessor, the note.
        """
        assessment = one.assessment
        whose = f" for {self.brief.parties.get(assessment.party, assessment.party)}" if assessment.party else ""
        who = f" by {assessment.assessor}" if assessment.assessor else ""
        if one.is_judgement:
            judged = f"judged {JUDGEMENT_WORDS[assessment.score]}{whose}{who}"
        else:
            judged = f"reported{whose}{who}" if whose or who else ""
        note = "; ".join(filter(None, (judged, assessment.note))) or "no more is recorded"
        plain, linked = _words_and_sources(assessment.source)
        clause = f"{date_in_words(assessment.on, short=True)}: {note}" + (f" ({plain})" if plain else "")
        return f"{self.writer.as_markdown(clause)} {self.writer.cite(linked)}".rstrip()


def _words_and_sources(text: str) -> tuple[str, list[Source]]:
    """Return the words of a source, and its parts with an address.

    Only parts with an address get a number.
    """
    try:
        sources = SOURCES.read(text)
    except InvalidValue:  # free text, not in our notation
        return text, []
    linked = [source for source in sources if source.url]
    return ("; ".join(source.citation for source in sources if not source.url), linked) if linked else (text, [])


def _day(iso: str) -> str:
    return date_in_words(PartialDate.parse(iso), short=True)
