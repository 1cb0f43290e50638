"""What users add beside records: types and their aliases, parties, their names and successions."""

from collections.abc import Iterable

from sqlmodel import Session, func, select

from wbagree.domain.parties import Party, PartyName, Succession
from wbagree.domain.types import Type
from wbagree.store.bulk import insert_rows
from wbagree.store.indexing import index_types
from wbagree.store.schema import alias_rows, latest
from wbagree.store.tables import PartyNameRow, PartyRow, SuccessionRow, TypeAliasRow, TypeRow


def add_type(session: Session, new: Type) -> None:
    """Add a type after the others; the caller knows that its code, label and aliases are free."""
    position = (session.exec(select(func.max(TypeRow.position))).one() or 0) + 1
    row = {"code": new.code, "group_code": new.group, "label": new.label, "position": position}
    insert_rows(session, TypeRow, [row])
    insert_rows(session, TypeAliasRow, alias_rows(new.code, new.aliases))
    index_types(session.connection())


def add_aliases(session: Session, code: str, aliases: Iterable[str]) -> None:
    """Add names to a type, and find its records by them from now on."""
    known = list(session.exec(select(TypeAliasRow.alias).where(TypeAliasRow.type_code == code)))
    rows = alias_rows(code, [*known, *aliases])
    insert_rows(session, TypeAliasRow, rows[len(known) :])
    index_types(session.connection())


def add_party(session: Session, new: Party) -> None:
    """Add a party; the caller knows that its code and name are free."""
    row = {name: getattr(new, name) for name in ("code", "alpha3", "name", "kind", "since", "until", "note")}
    insert_rows(session, PartyRow, [row])


def add_names(session: Session, names: Iterable[PartyName]) -> None:
    """Add further names to parties."""
    rows = [
        {
            "party_code": name.party,
            "name": name.name,
            "language": name.language,
            "since": name.since,
            "until": name.until,
        }
        for name in names
    ]
    insert_rows(session, PartyNameRow, rows)


def add_succession(session: Session, new: Succession) -> None:
    """State that one party followed another: from then on it inherits what the other signed (rule 3)."""
    row = {
        "predecessor": new.predecessor,
        "successor": new.successor,
        "since": new.since,
        "since_latest": latest(new.since),
        "note": new.note,
    }
    insert_rows(session, SuccessionRow, [row])
