"""Reading frameworks, their memberships and acts, and what they cover."""

import sqlite3
from datetime import date

from wbagree.domain.acts.act import Act
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.cover import Covers, Grade, PairCover
from wbagree.domain.frameworks.framework import Framework, Membership
from wbagree.domain.frameworks.lookup import find_by_name
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.reports.coverage import Pair
from wbagree.domain.reports.matrix import Matrix
from wbagree.domain.text.folding import fold_name
from wbagree.domain.text.suggestions import similar_texts
from wbagree.errors import AmbiguousName, NotFound
from wbagree.store.read.parties_and_types import successions

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


def acts(connection: sqlite3.Connection, framework: str = "") -> dict[str, list[Act]]:
    """Return the acts of one framework or all, by framework, in time."""
    only = " WHERE framework_key = ?" if framework else ""
    rows = connection.execute(
        f"SELECT framework_key, kind, party_code, on_date, effect, reference, source, note FROM framework_act{only}"
        " ORDER BY framework_key, on_date, party_code, kind",
        (framework,) if framework else (),
    )
    found: dict[str, list[Act]] = {}
    for key, kind, party, on, effect, *texts in map(tuple, rows):
        effective = PartialDate.parse(effect) if effect else None
        found.setdefault(key, []).append(Act(kind, party, PartialDate.parse(on), effective, *texts))
    return found


def covers(connection: sqlite3.Connection, day: date) -> Covers:
    """Return the covers by all frameworks on a day."""
    lines = PartyBook((), successions=successions(connection))  # no cover needs a name
    return Covers(frameworks(connection), members(connection), acts(connection), lines, day)


def shared_frameworks(connection: sqlite3.Connection, matrix: Matrix) -> dict[Pair, list[PairCover]]:
    """Return the frameworks that serve each pair, with their grades.

    The pairs and the day are those of a matrix.
    """
    found = covers(connection, date.fromisoformat(matrix.day))
    return {pair: [one for one in found.of_pair(*pair) if one.serves] for pair in matrix.pairs}


def frameworks_serving(connection: sqlite3.Connection, matrix: Matrix) -> dict[tuple[Pair, str], list[PairCover]]:
    """Return the frameworks of both parties, by pair and column.

    The pairs, columns and day are those of a matrix. Also those that a party only signed, which do not serve.
    """
    group = dict(connection.execute("SELECT code, group_code FROM type").fetchall())
    known = covers(connection, date.fromisoformat(matrix.day))
    found: dict[tuple[Pair, str], list[PairCover]] = {}
    for pair in matrix.pairs:
        for one in known.of_pair(*pair):
            if one.grade is Grade.NONE:
                continue
            types = one.framework.types
            for column in dict.fromkeys(types if matrix.by == "type" else [group[code] for code in types]):
                found.setdefault((pair, column), []).append(one)
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
