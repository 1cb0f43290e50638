"""Writing what stands beside the records: every change is put in its table and recorded as history, here."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlmodel import Session, col, delete, func, select, update

from wbagree.domain.contacts import CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.parties.party_book import NAME, PARTY, SUCCESSION
from wbagree.domain.tallies import TALLY
from wbagree.domain.types import TYPE
from wbagree.store.write.bulk_insert import insert_rows
from wbagree.store.write.change_log import EntityChange, record
from wbagree.store.write.search_index import index_types
from wbagree.store.write.tables import (
    ChangeRow,
    ContactRow,
    FrameworkMemberRow,
    FrameworkRow,
    FrameworkTypeRow,
    PartyNameRow,
    PartyRow,
    SuccessionRow,
    TallyRow,
    TypeAliasRow,
    TypeRow,
)

# The cells of one thing, None when it goes.
Cells = Mapping[str, str]
_Put = Callable[[Session, str, Cells | None], None]


def apply_entity_changes(session: Session, changes: Iterable[EntityChange]) -> None:
    """Apply changes; the caller has checked their cells. What would change nothing is not recorded."""
    real = [change for change in changes if change.before != change.after]
    for change in real:
        _PUT[change.subject](session, change.key, change.after)
    record(session, real)


def next_key(session: Session, subject: str) -> str:
    """Return the key for a new contact point or tally: numbered after all there ever were, so that none comes twice."""
    used = session.exec(select(ChangeRow.key).where(ChangeRow.subject == subject, ChangeRow.kind == "add"))
    return f"{subject}-{max((int(key.rpartition('-')[2]) for key in used), default=0) + 1}"


def _row_of(table: type[ContactRow | TallyRow]) -> _Put:
    def put(session: Session, key: str, cells: Cells | None) -> None:
        session.exec(delete(table).where(col(table.key) == key))
        if cells is not None:
            insert_rows(session, table, [{"key": key, **cells}])

    return put


def _put_framework(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        session.exec(delete(FrameworkRow).where(col(FrameworkRow.key) == key))
        return
    row = dict(cells)
    codes = filter(None, row.pop("types").split(";"))
    if session.get(FrameworkRow, key):
        session.exec(update(FrameworkRow).where(col(FrameworkRow.key) == key).values(row))
        session.exec(delete(FrameworkTypeRow).where(col(FrameworkTypeRow.framework_key) == key))
    else:
        insert_rows(session, FrameworkRow, [{"key": key, **row}])
    types = [{"framework_key": key, "position": place, "type_code": code} for place, code in enumerate(codes)]
    insert_rows(session, FrameworkTypeRow, types)


def _put_membership(session: Session, key: str, cells: Cells | None) -> None:
    framework, party, *time = key.split("/")
    row = {"framework_key": framework, "party_code": party, "position": int(time[0]) - 1 if time else 0}
    session.exec(delete(FrameworkMemberRow).where(*(col(getattr(FrameworkMemberRow, n)) == v for n, v in row.items())))
    if cells is not None:
        insert_rows(session, FrameworkMemberRow, [{**row, **cells}])


def _put_type(session: Session, key: str, cells: Cells | None) -> None:
    """Put a type in its place, a new one after the others; searches know its names at once."""
    if cells is None:
        session.exec(delete(TypeRow).where(col(TypeRow.code) == key))
    else:
        row = {"group_code": cells["group"], "label": cells["label"]}
        if session.get(TypeRow, key):
            session.exec(update(TypeRow).where(col(TypeRow.code) == key).values(row))
            session.exec(delete(TypeAliasRow).where(col(TypeAliasRow.type_code) == key))
        else:
            last = session.exec(select(func.max(TypeRow.position))).one() or 0
            insert_rows(session, TypeRow, [{"code": key, **row, "position": last + 1}])
        insert_rows(session, TypeAliasRow, alias_rows(key, cells["aliases"].split(";")))
    index_types(session.connection())


def _put_party(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        session.exec(delete(PartyRow).where(col(PartyRow.code) == key))
    elif session.get(PartyRow, key):  # to replace it would take its names with it
        session.exec(update(PartyRow).where(col(PartyRow.code) == key).values(cells))
    else:
        insert_rows(session, PartyRow, [{"code": key, **cells}])


def _put_name(session: Session, key: str, cells: Cells | None) -> None:
    party, _, name = key.partition("/")
    session.exec(delete(PartyNameRow).where(col(PartyNameRow.party_code) == party, col(PartyNameRow.name) == name))
    if cells is not None:
        insert_rows(session, PartyNameRow, [{"party_code": party, "name": name, **cells}])


def _put_succession(session: Session, key: str, cells: Cells | None) -> None:
    """From then on the successor inherits what its predecessor signed (rule 3)."""
    before, after = key.split("/")
    place = col(SuccessionRow.predecessor) == before, col(SuccessionRow.successor) == after
    session.exec(delete(SuccessionRow).where(*place))
    if cells is not None:
        row = {"predecessor": before, "successor": after, "since_latest": latest(cells["since"]), **cells}
        insert_rows(session, SuccessionRow, [row])


_PUT: Mapping[str, _Put] = {
    CONTACT: _row_of(ContactRow),
    TALLY: _row_of(TallyRow),
    FRAMEWORK: _put_framework,
    MEMBERSHIP: _put_membership,
    TYPE: _put_type,
    PARTY: _put_party,
    NAME: _put_name,
    SUCCESSION: _put_succession,
}


def latest(date: str) -> str:
    """Return the latest day that a partial date can mean, as ISO text."""
    return PartialDate.parse(date).latest.isoformat()


def alias_rows(code: str, aliases: Iterable[str]) -> list[dict[str, Any]]:
    """Return the table rows of a type's aliases, in order, each once."""
    known = dict.fromkeys(filter(None, map(str.strip, aliases)))
    return [{"type_code": code, "alias": alias, "position": place} for place, alias in enumerate(known)]
