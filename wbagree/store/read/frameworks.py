"""Reading frameworks and their memberships."""

import sqlite3
from datetime import date

from wbagree.domain.frameworks.framework import Framework, Membership, memberships_of_pair
from wbagree.domain.frameworks.lookup import find_by_name
from wbagree.domain.reports.coverage import Pair
from wbagree.domain.reports.matrix import Matrix
from wbagree.domain.text.folding import fold_name
from wbagree.domain.text.suggestions import similar_texts
from wbagree.errors import AmbiguousName, NotFound

_COLUMNS = "name, kind, short_name, established, ended, succeeded_by, seat, website, sources, notes"


def frameworks(connection: sqlite3.Connection) -> dict[str, Framework]:
    """Return the frameworks by key, in the order of their keys."""
    types: dict[str, list[str]] = {}
    for key, code in connection.execute("SELECT framework_key, type_code FROM framework_type ORDER BY 1, position"):
        types.setdefault(key, []).append(code)
    rows = connection.execute(f"SELECT key, {_COLUMNS} FROM framework ORDER BY key")
    return {
        key: Framework(key, name, kind, short_name, tuple(types.get(key, ())), *rest)
        for key, name, kind, short_name, *rest in map(tuple, rows)
    }


def members(connection: sqlite3.Connection, framework: str = "") -> list[Membership]:
    """Return the memberships of one framework or all.

    They are ordered by framework and party.
    """
    only = " WHERE framework_key = ?" if framework else ""
    rows = connection.execute(
        f"SELECT framework_key, party_code, joined, left, standing, note, source_url FROM framework_member{only}"
        " ORDER BY framework_key, party_code, position",
        (framework,) if framework else (),
    )
    return [Membership(*row) for row in rows]


def shared_frameworks(connection: sqlite3.Connection, matrix: Matrix) -> dict[Pair, list[Framework]]:
    """Return each pair's frameworks that have both as members.

    The pairs are those of a matrix; the memberships are as of its day.
    """
    known, memberships = frameworks(connection), members(connection)
    day = date.fromisoformat(matrix.day)
    return {
        pair: [one.framework for one in memberships_of_pair(known, memberships, pair, day) if one.both_are_members]
        for pair in matrix.pairs
    }


def frameworks_serving(connection: sqlite3.Connection, matrix: Matrix) -> dict[tuple[Pair, str], list[str]]:
    """Return the keys of covering frameworks, by pair and column.

    The pairs, columns and day are those of a matrix.
    """
    group = dict(connection.execute("SELECT code, group_code FROM type").fetchall())
    found: dict[tuple[Pair, str], list[str]] = {}
    for pair, both in shared_frameworks(connection, matrix).items():
        for framework in both:
            types = framework.types
            for column in dict.fromkeys(types if matrix.by == "type" else [group[code] for code in types]):
                found.setdefault((pair, column), []).append(framework.key)
    return found


def find_framework(known: dict[str, Framework], text: str) -> Framework:
    """Return the framework that ``text`` names by key, name or short name.

    A key goes before names; AmbiguousName when several have the name, NotFound with the nearest names.
    """
    folded = fold_name(text)
    if (key := text.strip().lower()) in known:
        return known[key]
    called = [f for f in known.values() if folded and folded in map(fold_name, (f.key, f.name, f.short_name))]
    if len(called) > 1:
        raise AmbiguousName("framework", text, [f"{framework.key} ({framework.display_name})" for framework in called])
    if called:
        return called[0]
    names = {fold_name(name): f.key for f in known.values() for name in (f.key, f.short_name, f.name) if name}
    near = similar_texts(folded, names)
    raise NotFound(
        "framework", text, list(dict.fromkeys(names[name] for name in near)), "wbagree frameworks lists them all"
    )


def search_framework(known: dict[str, Framework], text: str) -> Framework:
    """Return the framework that ``text`` names, also by part of its name.

    AmbiguousName names all frameworks that it can mean; NotFound the nearest.
    """
    if (key := text.strip().lower()) in known:
        return known[key]
    found = find_by_name(known.values(), text)
    if len(found) > 1:
        raise AmbiguousName("framework", text, [f"{framework.key} ({framework.display_name})" for framework in found])
    return found[0] if found else find_framework(known, text)
