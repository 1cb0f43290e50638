"""Changes of one agreement, each a revision of its cells.

The revised cells are validated as a whole.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.merge import replace_cells
from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem, is_restricted, to_cells
from wbagree.domain.dates import clock
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.errors import AmbiguousName, InvalidRecord, NotFound, WbagreeError
from wbagree.formats.common.sanitiser import single_line

if TYPE_CHECKING:
    from sqlmodel import Session

# A function from all cells of an agreement to the changed ones.
Rewrite = Callable[[dict[str, str]], Mapping[str, str]]


def validator_for(
    connection: sqlite3.Connection, *, by_clock: bool = True, is_typed: bool = False
) -> AgreementValidator:
    """Return the validator for a register's agreements.

    Without ``by_clock`` dates may be later than today, for texts that were stored already. ``is_typed``: a person types
    the cells, whose dates may be ``yesterday``.
    """
    from wbagree.services import typed_words
    from wbagree.store.read.parties_and_types import act_book

    return AgreementValidator(
        typed_words.party_book(connection),
        typed_words.type_book(connection),
        typed_words.code_of_word,
        acts=act_book(connection),
        by_clock=by_clock,
        dates=read_typed_date if is_typed else read_date,
    )


def validate_or_refuse(
    connection: sqlite3.Connection, cells: Mapping[str, str], before: Agreement | None = None
) -> Agreement:
    """Return the agreement in ``cells``; InvalidRecord names all problems.

    Relations that ``before`` had may point outside the register, as an import may have brought them; new ones may
    not.
    """
    validator = validator_for(connection, is_typed=True)
    cells = with_codes(validator, cells)
    agreement, problems = validator.validate(cells, before)
    stated = {relation.key for relation in before.relations} if before else set()
    # Even when other fields are wrong, so that all problems are named at once.
    problems += _unknown_keys(connection, cells, stated)
    if agreement is None or problems:
        raise _refusal(problems, hide=is_restricted(cells) or bool(before and before.disclosure))
    return agreement


def with_codes(validator: AgreementValidator, cells: Mapping[str, str]) -> dict[str, str]:
    """Return typed cells with codes: a pair is two parties, and replaces is supersedes."""
    from wbagree.services import typed_words

    coded = dict(cells)
    if parties := cells.get("parties", ""):
        coded["parties"] = typed_words.codes_of_parties(validator.parties, parties)
    if relations := cells.get("relations", ""):
        coded["relations"] = ";".join(map(typed_words.with_verb, relations.split(";")))
    return coded


def refuse_wrong_fields(connection: sqlite3.Connection, cells: Mapping[str, str]) -> None:
    """Raise InvalidRecord for wrong cells of an agreement that lacks others."""
    validator = validator_for(connection, is_typed=True)
    cells = with_codes(validator, cells)
    problems = _unknown_keys(connection, cells, set())
    for field, text in cells.items():
        try:
            validator.read_field(field, text)
        except WbagreeError as error:
            unknown = isinstance(error, NotFound | AmbiguousName)
            problems.append(FieldProblem(field, error.sentence, text, unknown))
    if problems:
        raise _refusal(problems, hide=is_restricted(cells))


def _refusal(problems: Sequence[FieldProblem], *, hide: bool) -> InvalidRecord:
    return InvalidRecord(
        list(map(str, problems)),
        unknown=all(problem.unknown for problem in problems),
        log_sentences=[str(problem.redacted()) for problem in problems] if hide else (),
    )


def _unknown_keys(connection: sqlite3.Connection, cells: Mapping[str, str], stated: set[str]) -> list[FieldProblem]:
    parts = (part.strip().partition(" ")[2].strip() for part in cells.get("relations", "").split(";"))
    return [problem for key in parts if key and key not in stated for problem in _unknown_key(connection, key)]


def _unknown_key(connection: sqlite3.Connection, key: str) -> list[FieldProblem]:
    from wbagree.store.read import keys

    try:
        known = keys.resolve_key(connection, key)
    except NotFound as error:
        return [FieldProblem("relations", error.sentence, key, unknown=True)]
    return [] if known == key else [FieldProblem("relations", f"{key} is written {known}", key)]


def revise_agreement(session: "Session", key: str, rewrite: Rewrite) -> tuple[Agreement, Agreement]:
    """Rewrite the cells of an agreement; return it before and after."""
    from wbagree.store.read import agreements
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    connection = raw_connection(session)
    before = agreements.record(connection, key).agreement
    cells = to_cells(before)
    after = validate_or_refuse(connection, {**replace_cells(cells, rewrite(cells)), "key": before.key}, before)
    if after != before:
        apply_agreement_changes(session, [AgreementChange(before, after)])
    return before, after


def changed_fields(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the names of the fields that differ."""
    return [name for name in after if before[name] != after[name]]


def difference_lines(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return one line for each field that differs."""
    return [
        f"  {name}: {single_line(before[name]) or '(empty)'} → {single_line(after[name]) or '(empty)'}"
        for name in changed_fields(before, after)
    ]


def unlikely_date_notes(connection: sqlite3.Connection, agreement: Agreement) -> list[str]:
    """Return notes on dates that are possible but unlikely.

    Signed later than today, or outside the time recorded for a party.
    """
    from wbagree.store.read.parties_and_types import party_book

    if agreement.signed is None:
        return []
    book = party_book(connection)
    lines = []
    if clock.future_reason(agreement.signed) and not clock.is_wrong():
        lines.append(f"The signature date {agreement.signed} is in the future: today is {date.today()}.")
    for party in (book.parties[code] for code in agreement.parties):
        if party.since and PartialDate.parse(party.since).earliest > agreement.signed.latest:
            earlier = book.earlier_party(party.code, agreement.signed)
            instead = f"; earlier ones under {book.code_and_name(earlier)}" if earlier else ""
            lines.append(f"Agreements of {party.name} are recorded from {party.since}{instead}.")
        if party.until and PartialDate.parse(party.until).latest < agreement.signed.earliest:
            lines.append(f"Agreements of {party.name} are recorded until {party.until}; this one is dated later.")
    return lines
