"""Reading the parties, types and kinds of acts that a register knows."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from wbagree.domain.acts.kinds import ACT_KIND, ActBook
from wbagree.domain.parties.country_names import world_names
from wbagree.domain.parties.party_book import PARTY, Party, PartyBook, PartyName, Succession
from wbagree.domain.types import TYPE, Type, TypeBook


def party_book(connection: sqlite3.Connection, names: Callable[[], Mapping[str, str]] = world_names) -> PartyBook:
    """Return the register's parties, with further names, groups and successions.

    ``names`` returns more names (folded name to code), for texts that are none of the register's.
    """
    groups: dict[str, list[str]] = {}
    for group, member in connection.execute("SELECT group_code, party_code FROM party_group_member ORDER BY 1, 2"):
        groups.setdefault(group, []).append(member)
    parties = connection.execute("SELECT code, alpha3, name, kind, since, until, note FROM party ORDER BY code")
    return PartyBook(
        (Party(*row) for row in parties),
        connection.execute("SELECT party_code, name FROM party_name"),
        groups,
        world_names=names,
        successions=successions(connection),
    )


def type_book(
    connection: sqlite3.Connection,
    types_of_words: Callable[[str], Sequence[str]] = lambda _: (),
    group_of_word: Callable[[str], str] = lambda _: "",
) -> TypeBook:
    """Return the types with their aliases, and their groups in order.

    ``types_of_words`` returns the types to suggest for the words of an unknown name, ``group_of_word`` the group that
    an unknown name means, or ''.
    """
    aliases: dict[str, list[str]] = {}
    for code, alias in connection.execute("SELECT type_code, alias FROM type_alias ORDER BY type_code, position"):
        aliases.setdefault(code, []).append(alias)
    rows = connection.execute("SELECT code, group_code, label FROM type ORDER BY position")
    types = [Type(code, group, label, tuple(aliases.get(code, ()))) for code, group, label in rows]
    groups = connection.execute("SELECT code, label FROM type_group ORDER BY position")
    return TypeBook(types, {row[0]: row[1] for row in groups}, types_of_words, group_of_word)


def own_act_kinds(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the labels of users' own kinds of acts, by code."""
    return dict(connection.execute("SELECT code, label FROM act_kind ORDER BY code").fetchall())


def act_book(connection: sqlite3.Connection) -> ActBook:
    """Return the kinds of acts, with those that users added."""
    return ActBook(own_act_kinds(connection))


def party_names(connection: sqlite3.Connection, code: str = "") -> list[PartyName]:
    """Return the further names of one party or all, oldest first."""
    rows = connection.execute(
        "SELECT party_code, name, language, since, until FROM party_name WHERE ? IN ('', party_code)"
        " ORDER BY party_code, since, until, name",
        (code,),
    )
    return [PartyName(*row) for row in rows]


def successions(connection: sqlite3.Connection) -> list[Succession]:
    """Return all successions of parties, in time."""
    rows = connection.execute(
        "SELECT predecessor, successor, since, note, nature, territory FROM succession ORDER BY since, 1, 2"
    )
    return [Succession(*row) for row in rows]


def inherited_counts(connection: sqlite3.Connection, code: str, day: date | None = None) -> dict[str, int]:
    """Return the number of agreements that a party inherits, by predecessor.

    Those that it signed itself are left out; succession is as of ``day``.
    """
    rows = connection.execute(
        "SELECT p.party_code, count(DISTINCT v.agreement_id) FROM pair_view AS v"
        " JOIN participation AS p ON p.agreement_id = v.agreement_id"
        " JOIN lineage AS l ON l.signer = p.party_code AND l.party = :party"
        " WHERE v.a = :party AND v.since <= :day AND v.agreement_id NOT IN"
        " (SELECT agreement_id FROM participation WHERE party_code = :party)"
        " GROUP BY p.party_code",
        {"party": code, "day": (day or date.today()).isoformat()},
    )
    return dict(rows.fetchall())


_OCCURS = {
    PARTY: ("participation", "party_code"),
    TYPE: ("agreement_type", "type_code"),
    ACT_KIND: ("act", "kind"),
}


def record_counts(connection: sqlite3.Connection, of: str) -> dict[str, int]:
    """Return the number of records of each party, type or act kind.

    ``of`` is PARTY, TYPE or ACT_KIND.
    """
    table, column = _OCCURS[of]
    return dict(connection.execute(f"SELECT {column}, count(DISTINCT agreement_id) FROM {table} GROUP BY 1").fetchall())


def keys_of_records_with(connection: sqlite3.Connection, of: str, code: str) -> list[str]:
    """Return the keys of agreements of a party, type or act kind.

    ``of`` is PARTY, TYPE or ACT_KIND.
    """
    table, column = _OCCURS[of]
    query = f"SELECT DISTINCT key FROM agreement JOIN {table} ON agreement_id = id WHERE {column} = ? ORDER BY key"
    return [row[0] for row in connection.execute(query, (code,))]
