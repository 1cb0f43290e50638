"""The brief on a pair: the two pages for a meeting. Every sentence in it is derived from records."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from wbagree.domain.record import Record
from wbagree.domain.terms import Score, label
from wbagree.formats.citation import in_words
from wbagree.formats.columns import status_words
from wbagree.formats.prose import Prose

_LIMITS = (
    "From a research register, not a treaty series: what is not listed may exist all the same, and a status that no"
    " source states is unknown, not valid."
)
# So many other pairs make a gap worth a line of its own.
_COMMON = 3
_SCORES = {Score.FULL: "fully applied", Score.PARTIAL: "partly applied", Score.NONE: "not begun",
           Score.UNKNOWN: "no score"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lack:
    """A type that the pair has nothing of: its label, and how many of the other pairs of the group have something."""

    label: str
    others_with: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief tells.

    ``groups``: label of a group to the codes of its types, in order; ``shared``: names of frameworks that both are
    members of; ``only``: party to those that it alone is a member of.
    """

    pair: tuple[str, str]
    day: str
    made_on: str
    records: Sequence[Record]
    parties: Mapping[str, str]
    types: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    lacks: Sequence[Lack]
    others: int
    among: str
    shared: Sequence[str] = ()
    only: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kosovo_note: bool = True

    def write(self, file: TextIO) -> None:
        """Write the brief as Markdown."""
        _Writer(self, Prose(file, self.kosovo_note)).write()


@dataclass(slots=True)
class _Writer:
    brief: Brief
    prose: Prose

    def write(self) -> None:
        own = [record for record in self.brief.records if not record.inherited_from]
        inherited = [record for record in self.brief.records if record.inherited_from]
        name = " – ".join(self.prose.words(self.brief.parties[code]) for code in self.brief.pair)
        self.prose.line(f"# Brief: {name}\n")
        self.prose.line(
            f"Status as of {self.brief.day}. Made by wbagree on {self.brief.made_on}. A date in square brackets is"
            " inferred or disputed, c is about; each instrument stands under its main subject.\n"
        )
        self.prose.line(f"> {_LIMITS}\n")
        self._section("At a glance", self._at_a_glance(own, inherited))
        self._by_group(own)
        if inherited:
            self._section("Inherited from predecessors", map(self._entry, inherited))
        self._section("What is missing", self._missing())
        if self.brief.shared or any(self.brief.only.values()):
            self._section("Frameworks", self._frameworks())
        self._section("Implementation", self._implementation())
        self.prose.close()

    def _section(self, title: str, lines: Iterator[str]) -> None:
        self.prose.line(f"## {title}\n")
        for line in lines:
            self.prose.line(f"- {line}")
        self.prose.line()

    def _at_a_glance(self, own: list[Record], inherited: list[Record]) -> Iterator[str]:
        said = _counted(len(own), "instrument")
        more = f", and {_counted(len(inherited), 'inherited from a predecessor', '')}" if inherited else ""
        yield f"{said} of their own on record{more}."
        if own:
            forms = Counter(record.agreement.form for record in own)
            yield f"By form: {', '.join(_counted(number, label(form)) for form, number in forms.most_common())}."
        if wider := sum(1 for record in own if len(record.agreement.parties) > len(self.brief.pair)):
            yield f"{wider} of them {'has' if wider == 1 else 'have'} further parties."
        yield from self._in_force()
        dated = [(record.agreement.signed, record.agreement) for record in own if record.agreement.signed]
        if dated:
            signed, last = max(dated, key=lambda one: (one[0].earliest, one[1].key))
            when = self.prose.words(in_words(signed))
            yield f"Last signed, of those with a date: {self.prose.words(last.title)} ({when})."
        if undated := len(own) - len(dated):
            yield f"{_counted(undated, 'instrument')} without a date of signature on record."

    def _in_force(self) -> Iterator[str]:
        """What is known of their being in force, by date or by source; of the others nothing is said."""
        open_ = list(self.brief.records)
        for words, told in _TOLD:
            records = [record for record in open_ if told(record)]
            open_ = [record for record in open_ if record not in records]
            if records:
                yield f"{words}: {'; '.join(map(self._short, records))}."
        if open_:
            others = "Of the others nothing on record tells"
            none = "Nothing on record tells of any"
            yield f"{others if len(open_) < len(self.brief.records) else none} whether they are in force."

    def _short(self, record: Record) -> str:
        """A title as short as it can be cut between words, and the key."""
        title = " ".join(record.agreement.title.split())
        if len(title) > _SHORT:
            title = title[: title.rfind(" ", 0, _SHORT - 1)].rstrip(" -–(,:") + " …"
        return f"{self.prose.words(title)} (`{record.agreement.key}`)"

    def _by_group(self, own: list[Record]) -> None:
        self.prose.line("## What they have\n")
        if not own:
            self.prose.line("Nothing of their own on record. Absence of a record is not proof of absence.\n")
        for group, types in self.brief.groups.items():
            records = [record for record in own if record.agreement.types[0] in types]
            if records:
                self.prose.line(f"### {self.prose.words(group[:1].upper() + group[1:])} ({len(records)})\n")
                for record in records:
                    self.prose.line(f"- {self._entry(record)}")
                self.prose.line()

    def _entry(self, record: Record) -> str:
        """One line: title, date, status, further parties, sources."""
        agreement = record.agreement
        signed = f"signed {in_words(agreement.signed)}" if agreement.signed else "undated"
        status = "" if record.status in ("signed", "unknown") else status_words(record)
        if record.inherited_from and not status:
            status = f"inherited from {record.inherited_from}"
        others = [self.brief.parties.get(code, code) for code in agreement.parties if code not in self.brief.pair]
        with_others = f"with {', '.join(others)}" if others and not record.inherited_from else ""
        told = "; ".join(filter(None, (label(agreement.form), signed, status, with_others)))
        numbers = self.prose.numbers(agreement.sources)
        return f"{self.prose.words(agreement.title)} ({self.prose.words(told)}). `{agreement.key}` {numbers}".rstrip()

    def _missing(self) -> Iterator[str]:
        if not self.brief.others:
            yield "There are no other pairs to compare with."
            return
        lacks = sorted(self.brief.lacks, key=lambda lack: -lack.others_with)
        common = [f"{lack.label} ({lack.others_with})" for lack in lacks if lack.others_with >= _COMMON]
        rare = [lack.label for lack in lacks if lack.others_with < _COMMON]
        if common:
            yield (
                "Nothing is on record about the following; in brackets, how many of the"
                f" {self.brief.others} other pairs among {self.prose.words(self.brief.among)} have something:"
                f" {self.prose.words(', '.join(common))}."
            )
        if rare and common:
            yield f"Nor, as with most pairs, about {self.prose.words(', '.join(rare))}."
        elif rare:
            told = self.prose.words(", ".join(rare))
            yield f"Nothing is on record about {told}; one or two other pairs have something."
        if not lacks:
            yield "Nothing that other pairs have and these two lack."
        yield "Absence of a record is not proof of absence."

    def _frameworks(self) -> Iterator[str]:
        shared = self.prose.words("; ".join(self.brief.shared))
        yield f"Both are members of: {shared}." if shared else "No framework is on record that both are members of."
        for code, names in self.brief.only.items():
            if names:
                party = self.prose.words(self.brief.parties[code])
                yield f"Only {party} is on record as a member of: {self.prose.words('; '.join(names))}."

    def _implementation(self) -> Iterator[str]:
        seen = [
            (record, assessment)
            for record in self.brief.records
            for assessment in record.agreement.implementation
            if assessment.on.earliest.isoformat() <= self.brief.day
        ]
        assessed = {record.agreement.key for record, _ in seen}
        yield f"Never assessed: {len(self.brief.records) - len(assessed)} of {len(self.brief.records)}."
        for record, assessment in seen:
            note = f" {self.prose.words(assessment.note)}" if assessment.note else ""
            source = f" ({self.prose.words(assessment.source)})" if assessment.source else ""
            told = f"{_SCORES[Score(assessment.score)]}, {self.prose.words(in_words(assessment.on))}:"
            yield f"{self._short(record)}: {told}{note}{source}"


_ENDED = ("ended", "terminated", "expired", "superseded")
# What is told of being in force, in this order, and which records it is told of.
_TOLD: tuple[tuple[str, Callable[[Record], bool]], ...] = (
    ("Known to be in force", lambda record: record.status == "in-force"),
    ("Said to be applied provisionally", lambda record: record.status == "provisional"),
    ("Said to be in force or under negotiation, but not since when", lambda r: r.verdict == "assertion-undated"),
    ("Said to be under negotiation or not in force", lambda r: r.status in ("negotiation", "not-in-force")),
    ("Ended", lambda record: record.status in _ENDED),
)
# The titles that are named in passing are cut after so many characters.
_SHORT = 70
# How forms are counted; the others take an s.
_PLURALS = {"treaty": "treaties", "exchange of notes": "exchanges of notes", "informal": "informal instruments",
            "other": "other instruments"}  # fmt: skip
_SINGULARS = {"informal": "informal instrument", "other": "other instrument"}


def _counted(number: int, name: str, plural: str = "s") -> str:
    if number == 1:
        return f"1 {_SINGULARS.get(name, name)}"
    return f"{number} {_PLURALS.get(name, name + plural)}"
