"""Validation of cells: they become an agreement, or all problems are named.

``add``, ``edit`` (the whole merged agreement), ``import`` and ``seed`` all use it. ``to_cells`` is the inverse.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.kinds import PAST_ROLES, ActBook, role_of
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import KEY_PATTERN, NOTATIONS, write_by_party
from wbagree.domain.agreements.fields import ALL_NAMES, DATE_NAMES, FIELD_BY_NAME, FIELDS
from wbagree.domain.agreements.languages import read_languages
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.vocabularies import AssertedStatus, Binding, Disclosure
from wbagree.domain.dates import clock
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.types import TypeBook
from wbagree.errors import AmbiguousName, InvalidValue, NotFound, WbagreeError

# Fields never cached: values are unique per agreement.
_UNIQUE = ("key", "title", "title_original", "sources", "acts", "notes", "entry_clause", "termination_clause",
           "archive_number", "registration")  # fmt: skip
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WORDS = {field.name: tuple(word.value for word in field.words) for field in FIELDS if field.words}
# Dates that cannot be in the future, in words.
_FUTURE = {
    "signed": "The signature date",
    "status_on": "The date of the status",
    "implementation": "The date of the assessment",
    "acts": "The date of the act",
}
# Words that are stored as an empty text, by field.
_STORED_EMPTY = {"disclosure": Disclosure.PUBLIC, "binding": Binding.UNKNOWN}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One fault of a field, and how to correct it.

    ``unknown``: the fault is an unknown or ambiguous name. ``unquoted`` is the reason without any text of the
    agreement. ``line``: that of its row, where several rows are one agreement; 0 for all of them.
    """

    field: str
    reason: str
    value: str = ""
    unknown: bool = False
    unquoted: str = "cannot be stored; the reason is shown on a terminal only (restricted)"
    line: int = 0

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"

    def redacted(self) -> "FieldProblem":
        """Return the problem without text of a restricted agreement.

        Its reason may quote such text, and is replaced by ``unquoted``.
        """
        if self.field == "disclosure":  # only the word for restricted
            return self
        return FieldProblem(self.field, self.unquoted, line=self.line)


class AgreementValidator:
    """The validator of cells, with the parties and types of one register.

    ``term`` returns the code of a field (form, level, status ...) that a word in any language means, or ''. With
    ``by_clock``, facts dated in the future are refused; without it, dates are not compared with the clock, which may be
    wrong. ``dates`` reads a date: that of a list, or one that a person types.
    """

    def __init__(
        self,
        parties: PartyBook,
        types: TypeBook,
        term: Callable[[str, str], str] = lambda _field, _text: "",
        *,
        acts: ActBook | None = None,
        by_clock: bool = True,
        dates: Callable[[str], PartialDate] = read_date,
    ) -> None:
        self.parties = parties
        self.types = types
        self.acts = acts or ActBook()
        self._term = term
        self._by_clock = by_clock
        self._read_date = dates
        # Lists whose items name parties, types or kinds, each to a function that resolves them.
        self._resolved: Mapping[str, Callable[[Any], tuple[object, ...]]] = {
            "types": self._known_types,
            "parties": self._known_parties,
            "implementation": lambda items: tuple(map(self._resolve_assessed_party, items)),
            "acts": lambda items: tuple(map(self._resolve_act, items)),
        }
        self._readers = {field: self._reader(field) for field in ALL_NAMES}

    def validate(
        self, row: Mapping[str, str], before: Agreement | None = None
    ) -> tuple[Agreement | None, list[FieldProblem]]:
        """Return the agreement of cells, or None, and all problems.

        ``row`` is field name to text; a missing cell is empty. Dates that ``before``, the stored agreement, has already
        are not compared with the clock again.
        """
        problems: list[FieldProblem] = []
        values: dict[str, Any] = {"key": ""}
        for field, read in self._readers.items():
            text = row.get(field) or ""
            if text:
                text = _normalise(text)
            if not text and not FIELD_BY_NAME[field].required:
                continue
            try:
                values[field] = read(text)
            except WbagreeError as error:
                problems.append(FieldProblem(field, error.sentence, text, isinstance(error, NotFound | AmbiguousName)))
        if problems:
            return None, problems
        agreement = Agreement(**values)
        problems = _contradictions(agreement) + self._check_parties_of_parts(agreement)
        if self._by_clock:
            problems += _future_facts(agreement, before)
        return (None, problems) if problems else (agreement, [])

    def read_again(self, field: str, text: str) -> object:
        """Return the value of one field as ``read_field``, which may be cached."""
        return self._readers[field](_normalise(text))

    def _reader(self, field: str) -> Callable[[str], object]:
        """Return ``read_field`` for one field, cached for most fields.

        The same few thousand words, names and dates come again and again.
        """
        read = partial(self.read_field, field)
        return read if field in _UNIQUE else lru_cache(maxsize=2**15)(read)

    def read_field(self, field: str, text: str) -> object:
        """Return the value of one field from its text.

        A WbagreeError names the fault and how to correct it.
        """
        if "\0" in text:
            raise InvalidValue("contains a NUL character; remove it")
        if not text.isascii() and _LONE_SURROGATE.search(text):
            raise InvalidValue("contains half a character (a lone surrogate), which cannot be kept; remove it")
        if field in DATE_NAMES:
            return self._read_date(text) if text else None
        if field in NOTATIONS:
            values = NOTATIONS[field].read(write_by_party(text, self._code_of) if NOTATIONS[field].by_party else text)
            return self._resolved[field](values) if field in self._resolved else values
        if field == "renewal":
            return Renewal.parse(text)
        if field == "languages":
            return read_languages(text, self._term)
        return self._read_word(field, text) if field in _WORDS else _read_text(field, text)

    def _read_word(self, field: str, text: str) -> str:
        word = "-".join(text.lower().split())
        if not word and field in ("level", "status"):
            return "unknown" if field == "level" else ""
        allowed = _WORDS[field]
        if word and word not in allowed:
            word = self._term(field, text)
        if word not in allowed:
            stated = f"{text!r} is none of" if text else "is missing; one of"
            raise InvalidValue(f"{stated} {', '.join(allowed)}")
        return "" if word == _STORED_EMPTY.get(field) else word

    def _code_of(self, text: str) -> str:
        """Return the code of the one party that ``text`` names.

        '' when it names none or several.
        """
        found = self.parties.codes_meant(text)
        return next(iter(found)) if len(found) == 1 else ""

    def _resolve_assessed_party(self, seen: Assessment) -> Assessment:
        return seen._replace(party=self.parties.resolve(seen.party)) if seen.party else seen

    def _resolve_act(self, act: Act) -> Act:
        party = self.parties.resolve(act.party) if act.party else ""
        return act._replace(kind=self.acts.resolve(act.kind), party=party)

    def _check_parties_of_parts(self, agreement: Agreement) -> list[FieldProblem]:
        """Return a problem for each unbound party of a part.

        A party is bound if it is a party of the agreement, or a successor of one.
        """
        named = dict.fromkeys(
            (field, one.party)
            for field, parts in (("implementation", agreement.implementation), ("acts", agreement.acts))
            for one in parts
            if one.party and one.party not in agreement.parties
        )
        # A party that inherits nothing may have agreed to continue: that is an act.
        heirs = self.parties.with_later_parties(agreement.parties) if named else ()
        return [
            FieldProblem(
                field,
                f"{party} is no party to this agreement, nor a successor (its parties: {', '.join(agreement.parties)})",
                party,
            )
            for field, party in named
            if party not in heirs
        ]

    def _known_types(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(self.types.resolve(text) for text in texts))
        if not codes:
            raise InvalidValue("is missing; name at least one, such as mla, extradition or other")
        return codes

    def _known_parties(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        codes = sorted(self.parties.resolve(text) for text in texts)
        if len(set(codes)) < 2:
            raise InvalidValue("an agreement has at least two different parties, as in AL;XK")
        if len(set(codes)) < len(codes):
            raise InvalidValue(f"{';'.join(codes)} names a party twice")
        return tuple(codes)


def _normalise(text: str) -> str:
    return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).strip()


def _read_text(field: str, text: str) -> str:
    if field == "title" and not text:
        raise InvalidValue("is missing. Type a title, or describe the agreement in a few words.")
    if field == "key" and text and not re.fullmatch(KEY_PATTERN, text):
        raise InvalidValue(f"{text!r} cannot be a key: letters, digits, '.', '_' and '-' only, as in AL-XK-2012-1")
    return text


def _contradictions(agreement: Agreement) -> list[FieldProblem]:
    problems = []
    own: Collection[str] = agreement.parties
    strangers = {signatory.party for signatory in agreement.signatories if signatory.party not in own}
    problems += [
        FieldProblem("signatories", f"{party} is not among the parties {';'.join(own)}", party)
        for party in sorted(strangers)
    ]
    if len({act.identity for act in agreement.acts}) < len(agreement.acts):
        problems.append(FieldProblem("acts", "has the same act twice"))
    if relations := agreement.relations:
        if agreement.key and any(relation.key == agreement.key for relation in relations):
            problems.append(FieldProblem("relations", f"{agreement.key} cannot relate to itself", agreement.key))
        if len(set(relations)) < len(relations):
            problems.append(FieldProblem("relations", "says the same thing twice"))
    return problems + _impossible_dates(agreement) + _impossible_status_date(agreement)


def _impossible_dates(agreement: Agreement) -> list[FieldProblem]:
    """Return a problem for each event dated after the agreement's end.

    An entry into force before the signature is no problem: sources do assert that.
    """
    problems = []
    if agreement.ended:
        for earlier, before in ((agreement.signed, "it was signed"), (agreement.in_force, "it entered into force")):
            if earlier and agreement.ended.latest < earlier.earliest:
                reason = f"{agreement.ended} is before {before} ({earlier})"
                problems.append(FieldProblem("ended", reason, str(agreement.ended)))
    return problems


def _impossible_status_date(agreement: Agreement) -> list[FieldProblem]:
    """Return a problem for an impossible date of the asserted status.

    It is a date without a status, or one before the signature for a status that follows it.
    """
    on, signed = agreement.status_on, agreement.signed
    if on is None:
        return []
    if not agreement.status:
        return [FieldProblem("status_on", f"{on} is the date of a status, and there is none", str(on))]
    if signed is None or on.mark or signed.mark or agreement.status == AssertedStatus.NEGOTIATION:
        return []
    if on.latest < signed.earliest:
        return [FieldProblem("status_on", f"{on} is before it was signed ({signed})", str(on))]
    return []


def _future_facts(agreement: Agreement, before: Agreement | None) -> list[FieldProblem]:
    """Return a problem for each fact that is dated in the future."""
    known = []
    if before:
        done = [act.on for act in before.acts]
        known = [before.signed, before.status_on, *(seen.on for seen in before.implementation), *done]
    stated = [
        ("signed", agreement.signed),
        ("status_on", agreement.status_on),
        *(("implementation", seen.on) for seen in agreement.implementation),
        *(("acts", act.on) for act in agreement.acts if role_of(act.kind) in PAST_ROLES),
    ]
    return [
        FieldProblem(field, reason, str(day))
        for field, day in stated
        if day and (reason := clock.future_reason(day, *known, what=_FUTURE[field]))
    ]


def is_restricted(cells: Mapping[str, str]) -> bool:
    """Return whether the cell ``disclosure`` is anything but empty or ``public``."""
    return cells.get("disclosure", "").strip().lower() not in ("", Disclosure.PUBLIC)


def to_cells(agreement: Agreement) -> dict[str, str]:
    """Return the cells of an agreement: field name to text.

    They are in the order of the fields.
    """
    cells = {}
    for field in ALL_NAMES:
        value = getattr(agreement, field)
        if field in NOTATIONS:
            cells[field] = NOTATIONS[field].write(value)
        else:
            cells[field] = "" if value is None else str(value)
    return cells
