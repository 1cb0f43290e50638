"""Writing and logging of changes of agreements."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session, SQLModel, col, delete, func, select, update

from wbagree.domain.acts.derived_dates import DerivedDates, PartyLife, Span, derive_dates, party_lives
from wbagree.domain.acts.kinds import Role, role_of
from wbagree.domain.agreements.agreement import AGREEMENT, Agreement, key_stem
from wbagree.domain.agreements.cell_notation import CODES
from wbagree.domain.agreements.fields import EXTRA_NAMES, STANDARD_NAMES, Field, ValueKind
from wbagree.domain.agreements.validation import to_cells
from wbagree.store.read.agreement_rows import SCALARS
from wbagree.store.write import change_log
from wbagree.store.write.bundled_digests import store_digests
from wbagree.store.write.identities import give_ids
from wbagree.store.write.keys import KeyNumbering, issue_keys, mark_deleted
from wbagree.store.write.rows import insert_tuples
from wbagree.store.write.search_index import index_agreements, unindex_agreement
from wbagree.store.write.tables import (
    ActRow,
    AgreementRow,
    AgreementTypeRow,
    AssessmentRow,
    ParticipationRow,
    PartyLifeRow,
    ReferenceRow,
    RelationRow,
    SignatoryRow,
    SourceRow,
)

_LOT = 1000


@dataclass(frozen=True, slots=True)
class AgreementChange:
    """An agreement before and after a change; None = did not exist.

    An added one without a key gets one. ``bundled``: the state after is that of the bundled register; its digest is
    stored, so that a later ``seed`` knows whether a user has edited the agreement since. ``id`` is that of an added one
    in another register, if it has one.
    """

    before: Agreement | None
    after: Agreement | None
    bundled: bool = False
    id: str = ""

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change has a record before, after, or both")
        if self.before and self.after and self.before.key != self.after.key:
            raise ValueError("a key is never changed")

    @property
    def key(self) -> str:
        """The key of the agreement, empty until it gets one."""
        agreement = self.after or self.before
        return agreement.key if agreement else ""


def agreement_digest(agreement: Agreement) -> str:
    """Return a digest of all fields of an agreement.

    A field that was introduced later counts only if it is filled, so that older digests stay valid.
    """
    cells = to_cells(agreement)
    later = [f"{name}={cells[name]}" for name in EXTRA_NAMES[1:] if cells[name]]
    text = "\x1f".join([*(cells[name] for name in (*STANDARD_NAMES, EXTRA_NAMES[0])), *later])
    return hashlib.sha256(text.encode()).hexdigest()


def apply_agreement_changes(session: Session, changes: Iterable[AgreementChange]) -> list[str]:
    """Apply validated changes; return the keys of their agreements, in order."""
    changes = list(changes)
    numbered = _with_keys(session, changes)
    added = [change for change in numbered if change.before is None]
    for start in range(0, len(added), _LOT):
        _insert(session, added[start : start + _LOT])
    for change in numbered:
        if change.before and change.after:
            _replace(session, change.before, change.after)
        elif change.before:
            _delete(session, change.before.key)
    store_digests(session, AGREEMENT, {c.key: agreement_digest(c.after) for c in numbered if c.bundled and c.after})
    change_log.log_changes(session, map(_entity_change, numbered))
    return [change.key for change in numbered]


def _entity_change(change: AgreementChange) -> change_log.EntityChange:
    """Return the change for the history.

    That of an added agreement has no cells: the register has them.
    """
    before = to_cells(change.before) if change.before else None
    after = (to_cells(change.after) if change.before else {}) if change.after else None
    return change_log.EntityChange(AGREEMENT, change.key, before, after)


def _with_keys(session: Session, changes: list[AgreementChange]) -> list[AgreementChange]:
    """Return the changes with a new key for each agreement without one."""
    if all(change.key for change in changes):
        return changes
    numbering = KeyNumbering(session, {change.key for change in changes})
    return [change if change.key else _with_new_key(change, numbering) for change in changes]


def _with_new_key(change: AgreementChange, numbering: KeyNumbering) -> AgreementChange:
    if change.after is None:
        return change
    key = numbering.next_key(key_stem(change.after.parties, change.after.signed))
    return replace(change, after=change.after._replace(key=key))


def _insert(session: Session, changes: Sequence[AgreementChange]) -> None:
    if not changes:
        return
    first = (session.exec(select(func.max(AgreementRow.id))).one() or 0) + 1
    agreements = [change.after for change in changes if change.after is not None]
    issue_keys(session, [agreement.key for agreement in agreements])
    for bundled in (True, False):
        of_these = [change for change in changes if change.bundled == bundled]
        ids = {change.key: change.id for change in of_these}
        give_ids(session, AGREEMENT, ids, ids, bundled=bundled)
    numbered = list(enumerate(agreements, first))
    insert_tuples(session, AgreementRow, ("id", *_COLUMNS), [(number, *_values(one)) for number, one in numbered])
    _insert_lists(session, numbered)


def _replace(session: Session, before: Agreement, after: Agreement) -> None:
    number = session.exec(select(AgreementRow.id).where(AgreementRow.key == before.key)).one()
    values = dict(zip(_COLUMNS, _values(after), strict=True))
    session.exec(update(AgreementRow).where(col(AgreementRow.id) == number).values(values))
    for table in _LISTS:
        of_record = f'DELETE FROM "{table.__tablename__}" WHERE agreement_id = ?'
        session.connection().exec_driver_sql(of_record, (number,))
    unindex_agreement(session.connection(), number or 0)
    _insert_lists(session, [(number or 0, after)])


def _delete(session: Session, key: str) -> None:
    number = session.exec(select(AgreementRow.id).where(AgreementRow.key == key)).one()
    unindex_agreement(session.connection(), number or 0)
    session.exec(delete(AgreementRow).where(col(AgreementRow.id) == number))
    mark_deleted(session, [key], date.today().isoformat())


def _columns(field: Field) -> tuple[str, ...]:
    """Return the columns of a field.

    A date has three: its text, its earliest and its latest day.
    """
    dated = field.kind is ValueKind.DATE
    return tuple(f"{field.stored_as}{end}" for end in ("", "_earliest", "_latest")) if dated else (field.stored_as,)


_DERIVED = DerivedDates._fields
_COLUMNS = (
    *(column for field in SCALARS for column in _columns(field)),
    *("parties", "types", "act_roles"),
    *(f"derived_{name}" for name in _DERIVED),
)
# The roles that the status of an agreement needs, in addition to the dates that follow from acts.
_STATUS_ROLES = (Role.PAUSE, Role.PROVISIONAL)


def _values(agreement: Agreement) -> tuple[str | None, ...]:
    """Return the values of ``_COLUMNS``, in their order."""
    values = {
        column: value
        for field in SCALARS
        for column, value in zip(_columns(field), _column_values(field, getattr(agreement, field.name)), strict=True)
    }
    values["parties"], values["types"] = CODES.write(agreement.parties), CODES.write(agreement.types)
    values |= columns_of_acts(agreement)
    return tuple(values[column] for column in _COLUMNS)


def columns_of_acts(agreement: Agreement) -> dict[str, str | None]:
    """Return the columns of an agreement that follow from its acts.

    They have the derived dates, the days of these, and the roles that its status needs.
    """
    columns: dict[str, str | None] = {"act_roles": "", **{f"derived_{name}": "" for name in _DERIVED}}
    if not agreement.acts:
        return columns
    for name, span in derive_dates(agreement.acts, agreement.parties)._asdict().items():
        if span and getattr(agreement, name) is None:
            columns[f"derived_{name}"] = str(span)
            columns[f"{name}_earliest"], columns[f"{name}_latest"] = _days(span)
    roles = {role_of(act.kind) for act in agreement.acts}
    needed = [*(str(role) for role in _STATUS_ROLES if role in roles)]
    if party_lives(agreement.acts, agreement.parties):
        needed.append("party")
    return columns | {"act_roles": "".join(f" {role} " for role in needed)}


def rows_of_acts(agreement: Agreement) -> Iterator[tuple[str, tuple[str, ...], list[tuple[object, ...]]]]:
    """Yield each table that follows from an agreement's acts: its name, columns and rows."""
    for table in (ActRow, PartyLifeRow):
        columns, rows_of = _LISTS[table]
        yield str(table.__tablename__), columns, list(rows_of(agreement))


def _column_values(field: Field, value: Any) -> tuple[str | None, ...]:
    if field.kind is ValueKind.DATE:
        return (str(value), value.earliest.isoformat(), value.latest.isoformat()) if value else (None, None, None)
    if field.name == "status":
        return (value or None,)
    return ("" if value is None else str(value),)


def _insert_lists(session: Session, numbered: list[tuple[int, Agreement]]) -> None:
    for table, (columns, rows_of) in _LISTS.items():
        rows = [(number, *row) for number, agreement in numbered for row in rows_of(agreement)]
        insert_tuples(session, table, ("agreement_id", *columns), rows)
    index_agreements(session.connection(), numbered)


def _days(span: Span | None) -> tuple[str | None, str | None]:
    if span is None:
        return None, None
    return span.earliest.isoformat(), span.latest.isoformat() if span.latest else None


def _acts(agreement: Agreement) -> Iterable[tuple[object, ...]]:
    for place, act in enumerate(agreement.acts):
        days = act.counts_from.earliest.isoformat(), act.counts_from.latest.isoformat()
        kind = (place, act.kind, role_of(act.kind), act.party, str(act.on), str(act.effect or ""))
        yield (*kind, *days, act.reference, act.source, act.note)


# Each table of an agreement's lists to its columns, and to a function that returns an agreement's rows.
_LISTS: dict[type[SQLModel], tuple[tuple[str, ...], Callable[[Agreement], Iterable[tuple[object, ...]]]]] = {
    ParticipationRow: (("party_code",), lambda agreement: ((party,) for party in agreement.parties)),
    PartyLifeRow: (
        ("party_code", *(f"{name}_{end}" for name in PartyLife._fields for end in ("earliest", "latest"))),
        lambda agreement: (
            (party, *(day for span in life for day in _days(span)))
            for party, life in party_lives(agreement.acts, agreement.parties).items()
        ),
    ),
    ActRow: (
        (
            "position",
            "kind",
            "role",
            "party_code",
            "on_date",
            "effect",
            "earliest",
            "latest",
            "reference",
            "source",
            "note",
        ),
        _acts,
    ),
    AgreementTypeRow: (("position", "type_code"), lambda agreement: enumerate(agreement.types)),
    ReferenceRow: (("position", "text"), lambda agreement: enumerate(agreement.references)),
    SourceRow: (
        ("position", "citation", "url"),
        lambda agreement: ((place, *source) for place, source in enumerate(agreement.sources)),
    ),
    RelationRow: (
        ("position", "verb", "target_key"),
        lambda agreement: ((place, *relation) for place, relation in enumerate(agreement.relations)),
    ),
    SignatoryRow: (
        ("position", "party_code", "institution", "person", "person_position"),
        lambda agreement: ((place, *signatory) for place, signatory in enumerate(agreement.signatories)),
    ),
    AssessmentRow: (
        ("position", "on_date", "on_latest", "score", "note", "source", "assessor", "party_code"),
        lambda agreement: (
            (place, str(seen.on), seen.on.latest.isoformat(), *seen[1:])
            for place, seen in enumerate(agreement.implementation)
        ),
    ),
}
