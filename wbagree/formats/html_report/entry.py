"""One agreement on the page: its row and its facts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.cell_notation import write_signatory
from wbagree.domain.agreements.parts import Source
from wbagree.domain.agreements.status import asserted_words, date_words, explain_status, status_words
from wbagree.domain.agreements.vocabularies import Level, label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.reports.assessments import assessment_text, disagreement_sentence
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.acts import act_line, acts_by_date
from wbagree.formats.common.agreement_context import AgreementContext, facts_of_the_text
from wbagree.formats.common.citation import date_in_words

# Addresses that begin with one of these become links.
_LINKED = ("http://", "https://")
_DOUBT = {"?": " (inferred or disputed)", "~": " (approximate)"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line.

    ``href``: the address that it links to. ``searched``: whether the search of the page looks into it. ``original``: it
    is not in the language of the page.
    """

    text: str
    href: str = ""
    searched: bool = False
    original: bool = False


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an agreement: its name and its lines."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageEntry:
    """An agreement as the page shows it.

    ``span``: the first and last possible day of signature (ISO), or ''. ``also``: the pairs that inherited it, such as
    ``HR-RS``. ``facts``: those of its full record.
    """

    record: Record
    title: str
    parties: tuple[str, ...]
    types: tuple[str, ...]
    status: str
    span: str
    also: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def agreement(self) -> Agreement:
        """The agreement itself."""
        return self.record.agreement


@dataclass(frozen=True, slots=True)
class Names:
    """The names of parties and types by code.

    ``running_text`` turns running text into the text that the page shows (Kosovo starred).
    """

    parties: Mapping[str, str]
    types: Mapping[str, str]
    running_text: Callable[[str], str]

    def party(self, code: str) -> str:
        """Return the name of a party as the page shows it."""
        return self.running_text(self.parties.get(code, code))


def page_entry(record: Record, context: AgreementContext, also: tuple[str, ...], names: Names) -> PageEntry:
    """Return a record as the page shows it."""
    agreement, signed = record.agreement, record.agreement.signed
    return PageEntry(
        record=record,
        title=names.running_text(agreement.title),
        parties=tuple(map(names.party, agreement.parties)),
        types=tuple(names.types.get(code, code) for code in agreement.types),
        status=status_words(record),
        span=f"{signed.earliest.isoformat()} {signed.latest.isoformat()}" if signed else "",
        also=also,
        facts=tuple(Fact(name, lines) for name, lines in _facts(record, context, names) if lines),
    )


def _facts(record: Record, context: AgreementContext, names: Names) -> Iterator[tuple[str, tuple[Line, ...]]]:
    agreement = record.agreement
    yield "Original title", _lines((Piece(agreement.title_original, searched=True, original=True),))
    yield (
        "Status",
        _lines((Piece(f"{capitalise(status_words(record))}, as of {_day(record.day)}: {explain_status(record)}."),)),
    )
    yield "Asserted", _lines((Piece(capitalise(asserted_words(agreement))),))
    yield "Signed", _lines((*_dated(agreement.signed), *_in_place(agreement, names)))
    for heading, name in (("In force", "in_force"), ("Ended", "ended")):
        yield heading, _lines(_dated(getattr(agreement, name)) or (Piece(date_words(record, name)),))
    parties = {act.party: names.party(act.party) for act in agreement.acts if act.party}
    yield "Acts", _each([act_line(act, parties) for act in acts_by_date(agreement.acts)], names)
    yield "Renewal", _lines((Piece(str(agreement.renewal or "")),))
    for kept, text in facts_of_the_text(agreement):
        lines = map(names.running_text, text.splitlines())
        yield kept.column_heading, _lines(*((Piece(line, searched=kept.searched),) for line in lines))
    yield "Form", _lines((Piece(capitalise(label(agreement.form))),))
    yield "Types", _lines((Piece(capitalise(", ".join(names.types.get(code, code) for code in agreement.types))),))
    yield "Parties", tuple(_party(agreement, code, names) for code in agreement.parties)
    yield "Level", _lines((Piece("" if agreement.level == Level.UNKNOWN else capitalise(label(agreement.level))),))
    yield "References", _each(agreement.references, names)
    yield "Relations", tuple(_relations(agreement, context, names))
    yield (
        "Implementation",
        (
            *_each(list(map(assessment_text, agreement.implementation)), names),
            *_lines((Piece(names.running_text(disagreement_sentence(record))),)),
        ),
    )
    yield "Sources", tuple(map(_source, agreement.sources))
    yield "Confidence", _lines((Piece(capitalise(agreement.confidence)),))
    yield "Disclosure", _lines((Piece(capitalise(agreement.disclosure)),))
    yield "Notes", _each(agreement.notes.splitlines(), names)


def _lines(*lines: Line) -> tuple[Line, ...]:
    """Return the lines that have text."""
    return tuple(line for line in lines if any(piece.text for piece in line))


def _each(texts: Sequence[str], names: Names) -> tuple[Line, ...]:
    return _lines(*((Piece(names.running_text(text), searched=True),) for text in texts))


def _day(day: str) -> str:
    return date_in_words(PartialDate.parse(day))


def _dated(when: PartialDate | None) -> Line:
    return (Piece(_date(when)),) if when else ()


def _date(when: PartialDate) -> str:
    """Return a date in words, with its uncertainty spelt out."""
    return date_in_words(PartialDate(when.year, when.month, when.day)) + _DOUBT.get(when.mark, "")


def _in_place(agreement: Agreement, names: Names) -> Line:
    if not agreement.place:
        return ()
    before = " in " if agreement.signed else "in "
    after = () if agreement.signed else (Piece(", date not recorded"),)
    return (Piece(before), Piece(names.running_text(agreement.place), searched=True), *after)


def _party(agreement: Agreement, code: str, names: Names) -> Line:
    line = [Piece(names.party(code))]
    for place, signatory in enumerate(agreement.signatories_of(code)):
        line += [Piece("; " if place else ": "), Piece(names.running_text(write_signatory(signatory)), searched=True)]
    return tuple(line)


def _relations(agreement: Agreement, context: AgreementContext, names: Names) -> Iterator[Line]:
    for verb, key in context.relations_of(agreement):
        title = names.running_text(context.titles.get(key, "not in this register"))
        yield (Piece(f"{capitalise(verb)} "), Piece(key, href=f"#{key}"), Piece(f" ({title})"))


def _source(source: Source) -> Line:
    text = source.citation or source.url
    if source.url.lower().startswith(_LINKED):
        return (Piece(text, href=source.url, searched=True),)
    address = f" <{source.url}>" if source.url and source.citation else ""
    return (Piece(text + address, searched=True),)
