"""Writing and logging of entities other than agreements."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlmodel import Session, SQLModel, func, select

from wbagree.domain.acts.kinds import ACT_KIND
from wbagree.domain.agreements.accepted_findings import ACCEPTED_FINDING
from wbagree.domain.contacts import CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.acts import FRAMEWORK_ACT, read_framework_act
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.parties.party_book import NAME, PARTY, PARTY_GROUP, SUCCESSION
from wbagree.domain.saved_questions import SAVED_QUESTION
from wbagree.domain.tallies import TALLY
from wbagree.domain.types import TYPE, TYPE_GROUP
from wbagree.store.read.identities import IDENTIFIED
from wbagree.store.write.change_log import EntityChange, log_changes
from wbagree.store.write.identities import give_ids
from wbagree.store.write.rows import delete_rows, insert_rows, update_rows
from wbagree.store.write.search_index import index_types
from wbagree.store.write.tables import (
    AcceptedFindingRow,
    ActKindRow,
    ChangeRow,
    ContactRow,
    FrameworkActRow,
    FrameworkMemberRow,
    FrameworkRow,
    FrameworkTypeRow,
    PartyGroupMemberRow,
    PartyGroupRow,
    PartyNameRow,
    PartyRow,
    SavedQuestionRow,
    SuccessionRow,
    TallyRow,
    TypeAliasRow,
    TypeGroupRow,
    TypeRow,
)

Cells = Mapping[str, str]
# Writes the cells of one entity; None deletes it.
_Write = Callable[[Session, str, Cells | None], None]


def apply_entity_changes(session: Session, changes: Iterable[EntityChange], *, bundled: bool = False) -> None:
    """Apply and log changes of entities other than agreements.

    Their cells must have been checked. Changes without a difference are not logged. ``bundled``: they are those of the
    bundled register.
    """
    real = [change for change in changes if change.before != change.after]
    for change in real:
        _WRITERS[change.subject](session, change.key, change.after)
        if change.subject in IDENTIFIED and change.before is None:
            give_ids(session, change.subject, [change.key], bundled=bundled)
    if any(change.subject == TYPE for change in real):
        index_types(session.connection())
    log_changes(session, real)


def insert_unlogged(session: Session, subject: str, entities: Mapping[str, Cells]) -> None:
    """Insert the entities of a new register, without logging them."""
    if subject in _MANY:  # a thousand names, by one statement: in a new register is none to replace
        table, row_of = _MANY[subject]
        insert_rows(session, table, [row_of(key, cells) for key, cells in entities.items()])
        return
    for key, cells in entities.items():
        _WRITERS[subject](session, key, cells)
    if subject == TYPE:
        index_types(session.connection())


def next_key(session: Session, subject: str) -> str:
    """Return the key of a new contact point or tally.

    Its number is higher than all that were ever given, so that no key is given twice.
    """
    used = session.exec(select(ChangeRow.key).where(ChangeRow.subject == subject, ChangeRow.kind == "add"))
    return f"{subject}-{max((int(key.rpartition('-')[2]) for key in used), default=0) + 1}"


def _row_of(table: type[ContactRow | TallyRow | AcceptedFindingRow | SavedQuestionRow]) -> _Write:
    def write(session: Session, key: str, cells: Cells | None) -> None:
        delete_rows(session, table, key=key)
        if cells is not None:
            insert_rows(session, table, [{"key": key, **cells}])

    return write


def _write_framework(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        delete_rows(session, FrameworkRow, key=key)
        return
    row = dict(cells)
    codes = filter(None, row.pop("types").split(";"))
    if update_rows(session, FrameworkRow, row, key=key):
        delete_rows(session, FrameworkTypeRow, framework_key=key)
    else:
        insert_rows(session, FrameworkRow, [{"key": key, **row}])
    types = [{"framework_key": key, "position": place, "type_code": code} for place, code in enumerate(codes)]
    insert_rows(session, FrameworkTypeRow, types)


def _write_membership(session: Session, key: str, cells: Cells | None) -> None:
    framework, party, *time = key.split("/")
    row = {"framework_key": framework, "party_code": party, "position": int(time[0]) - 1 if time else 0}
    delete_rows(session, FrameworkMemberRow, **row)
    if cells is not None:
        insert_rows(session, FrameworkMemberRow, [{**row, **cells}])


def _write_framework_act(session: Session, key: str, cells: Cells | None) -> None:
    framework, act = read_framework_act(key, cells or dict.fromkeys(("effect", "reference", "source", "note"), ""))
    row = {"framework_key": framework, "party_code": act.party, "kind": act.kind, "on_date": str(act.on)}
    delete_rows(session, FrameworkActRow, **row)
    if cells is not None:
        insert_rows(session, FrameworkActRow, [{**row, **cells}])


def _write_type(session: Session, key: str, cells: Cells | None) -> None:
    """Write a type; a new one comes after the others."""
    if cells is None:
        delete_rows(session, TypeRow, code=key)
        return
    row = {"group_code": cells["group"], "label": cells["label"]}
    if update_rows(session, TypeRow, row, code=key):
        delete_rows(session, TypeAliasRow, type_code=key)
    else:
        insert_rows(session, TypeRow, [{"code": key, **row, "position": _next_position(session, TypeRow)}])
    insert_rows(session, TypeAliasRow, _alias_rows(key, cells["aliases"].split(";")))


def _write_type_group(session: Session, key: str, cells: Cells | None) -> None:
    """Write a group of types; a new one comes after the others."""
    if cells is None:
        delete_rows(session, TypeGroupRow, code=key)
    elif not update_rows(session, TypeGroupRow, cells, code=key):
        row = {"code": key, **cells, "position": _next_position(session, TypeGroupRow)}
        insert_rows(session, TypeGroupRow, [row])


def _next_position(session: Session, table: type[TypeRow | TypeGroupRow]) -> int:
    last = session.exec(select(func.max(table.position))).one()
    return 0 if last is None else last + 1


def _write_act_kind(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        delete_rows(session, ActKindRow, code=key)
    elif not update_rows(session, ActKindRow, cells, code=key):
        insert_rows(session, ActKindRow, [{"code": key, **cells}])


def _write_party(session: Session, key: str, cells: Cells | None) -> None:
    if cells is None:
        delete_rows(session, PartyRow, code=key)
    elif not update_rows(session, PartyRow, cells, code=key):  # updated, because replacing it would delete its names
        insert_rows(session, PartyRow, [_party_row(key, cells)])


def _party_row(key: str, cells: Cells) -> dict[str, str]:
    return {"code": key, **cells}


def _write_party_group(session: Session, key: str, cells: Cells | None) -> None:
    delete_rows(session, PartyGroupRow, code=key)
    if cells is not None:
        insert_rows(session, PartyGroupRow, [{"code": key, "label": cells["label"]}])
        members = filter(None, cells["members"].split(";"))
        insert_rows(session, PartyGroupMemberRow, [{"group_code": key, "party_code": code} for code in members])


def _write_name(session: Session, key: str, cells: Cells | None) -> None:
    party, _, name = key.partition("/")
    delete_rows(session, PartyNameRow, party_code=party, name=name)
    if cells is not None:
        insert_rows(session, PartyNameRow, [_name_row(key, cells)])


def _name_row(key: str, cells: Cells) -> dict[str, str]:
    party, _, name = key.partition("/")
    return {"party_code": party, "name": name, **cells}


def _write_succession(session: Session, key: str, cells: Cells | None) -> None:
    """Write a succession with its latest day.

    From that day on the successor inherits (rule 3).
    """
    before, after = key.split("/")
    delete_rows(session, SuccessionRow, predecessor=before, successor=after)
    if cells is not None:
        row = {"predecessor": before, "successor": after, "since_latest": _latest_day(cells["since"]), **cells}
        insert_rows(session, SuccessionRow, [row])


_WRITERS: Mapping[str, _Write] = {
    CONTACT: _row_of(ContactRow),
    TALLY: _row_of(TallyRow),
    FRAMEWORK: _write_framework,
    MEMBERSHIP: _write_membership,
    FRAMEWORK_ACT: _write_framework_act,
    TYPE_GROUP: _write_type_group,
    TYPE: _write_type,
    ACT_KIND: _write_act_kind,
    PARTY_GROUP: _write_party_group,
    PARTY: _write_party,
    NAME: _write_name,
    SUCCESSION: _write_succession,
    ACCEPTED_FINDING: _row_of(AcceptedFindingRow),
    SAVED_QUESTION: _row_of(SavedQuestionRow),
}


# Those of which there are many in the bundle, with what makes a row of one.
_MANY: Mapping[str, tuple[type[SQLModel], Callable[[str, Cells], dict[str, str]]]] = {
    PARTY: (PartyRow, _party_row),
    NAME: (PartyNameRow, _name_row),
}


def _latest_day(date: str) -> str:
    return PartialDate.parse(date).latest.isoformat()


def _alias_rows(code: str, aliases: Iterable[str]) -> list[dict[str, Any]]:
    """Return the table rows of a type's aliases, in order, each once."""
    known = dict.fromkeys(filter(None, map(str.strip, aliases)))
    return [{"type_code": code, "alias": alias, "position": place} for place, alias in enumerate(known)]
