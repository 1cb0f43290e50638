"""Passing what a person typed through the gate: lenient dates, strict rules, and relations to records that exist."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from wbagree.domain.draft import Gate
from wbagree.domain.record import Agreement, Relation
from wbagree.domain.written_dates import read_date
from wbagree.errors import InvalidRecord


def gate_of(connection: sqlite3.Connection) -> Gate:
    """Return the gate of a register for what a person types."""
    from wbagree.store.lookups import party_book, type_book

    return Gate(party_book(connection), type_book(connection), read_date)


def passed(connection: sqlite3.Connection, cells: Mapping[str, str], before: Agreement | None = None) -> Agreement:
    """Return the record that ``cells`` say; InvalidRecord names all that is wrong, NotFound an unknown related key.

    Relations that ``before`` had may point outside the register, as an import may have brought them.
    """
    agreement, problems = gate_of(connection).check(cells)
    if agreement is None:
        raise InvalidRecord([str(problem) for problem in problems])
    stated = before.relations if before else ()
    return replace(
        agreement,
        relations=tuple(
            relation if relation in stated else _on_record(connection, relation) for relation in agreement.relations
        ),
    )


def _on_record(connection: sqlite3.Connection, relation: Relation) -> Relation:
    from wbagree.store.reading import known_key

    return replace(relation, key=known_key(connection, relation.key))


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return one line for each field that differs."""
    return [
        f"  {name}: {before[name] or '(empty)'} → {after[name] or '(empty)'}"
        for name in after
        if before[name] != after[name]
    ]
