"""Reading the cells of all entities except agreements, by subject and key.

The history has the same subjects, keys and cells, so that any change can be shown and undone.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.kinds import ACT_KIND, write_act_kind
from wbagree.domain.agreements.accepted_findings import ACCEPTED_FINDING, AcceptedFinding, read_accepted
from wbagree.domain.contacts import CONTACT, Contact, read_contact
from wbagree.domain.frameworks.acts import FRAMEWORK_ACT, write_framework_act
from wbagree.domain.frameworks.framework import (
    FRAMEWORK,
    MEMBERSHIP,
    Framework,
    Membership,
    write_framework,
    write_membership,
)
from wbagree.domain.parties.party_book import (
    NAME,
    PARTY,
    PARTY_GROUP,
    SUCCESSION,
    write_name,
    write_party,
    write_succession,
)
from wbagree.domain.saved_questions import SAVED_QUESTION, SavedQuestion, read_saved
from wbagree.domain.tallies import TALLY, Tally, read_tally
from wbagree.domain.types import TYPE, TYPE_GROUP, write_type
from wbagree.errors import DatabaseProblem
from wbagree.store.read import frameworks, parties_and_types

Cells = dict[str, str]


def cells_by_key(connection: sqlite3.Connection, subject: str) -> dict[str, Cells]:
    """Return the cells of all entities of a subject, by key.

    DatabaseProblem for an unknown subject, which a damaged history may have.
    """
    if subject not in _READ:
        raise DatabaseProblem(f"the history is damaged: it names {subject!r}, which is unknown")
    return _READ[subject](connection)


def entity_exists(connection: sqlite3.Connection, key: str) -> bool:
    """Return whether an entity other than an agreement has this key."""
    return any(key.casefold() == there.casefold() for subject in _READ for there in cells_by_key(connection, subject))


def contacts(connection: sqlite3.Connection) -> dict[str, Contact]:
    """Return the contact points by key."""
    return {key: read_contact(key, found) for key, found in cells_by_key(connection, CONTACT).items()}


def tallies(connection: sqlite3.Connection) -> dict[str, Tally]:
    """Return the tallies by key."""
    return {key: read_tally(key, found) for key, found in cells_by_key(connection, TALLY).items()}


def accepted_findings(connection: sqlite3.Connection) -> list[AcceptedFinding]:
    """Return the findings of check that were accepted."""
    return [read_accepted(key, cells) for key, cells in cells_by_key(connection, ACCEPTED_FINDING).items()]


def saved_questions(connection: sqlite3.Connection) -> dict[str, SavedQuestion]:
    """Return the saved questions by name, in its order."""
    return {name: read_saved(name, cells) for name, cells in sorted(cells_by_key(connection, SAVED_QUESTION).items())}


def _reader_of_table(table: str) -> Callable[[sqlite3.Connection], dict[str, Cells]]:
    def read(connection: sqlite3.Connection) -> dict[str, Cells]:
        found = map(dict, connection.execute(f"SELECT * FROM {table} ORDER BY length(key), key"))
        return {row.pop("key"): row for row in found}

    return read


def _frameworks(connection: sqlite3.Connection) -> dict[str, Cells]:
    return framework_cells(frameworks.frameworks(connection))


def framework_cells(known: Mapping[str, Framework]) -> dict[str, Cells]:
    """Return the cells of frameworks by their keys."""
    return {key: write_framework(framework) for key, framework in known.items()}


def _memberships(connection: sqlite3.Connection) -> dict[str, Cells]:
    return membership_cells(frameworks.members(connection))


def membership_cells(memberships: list[Membership]) -> dict[str, Cells]:
    """Return the cells of memberships by key.

    The key is ``selec/AL``, and ``selec/AL/2`` of a party that left and came back.
    """
    found: dict[str, Cells] = {}
    times: dict[str, int] = {}
    for member in memberships:
        stem = f"{member.framework}/{member.party}"
        times[stem] = times.get(stem, 0) + 1
        found[stem if times[stem] == 1 else f"{stem}/{times[stem]}"] = write_membership(member)
    return found


def _framework_acts(connection: sqlite3.Connection) -> dict[str, Cells]:
    return framework_act_cells(frameworks.acts(connection))


def framework_act_cells(acts: Mapping[str, Sequence[Act]]) -> dict[str, Cells]:
    """Return the cells of acts by key.

    ``acts`` maps frameworks to theirs.
    """
    return dict(write_framework_act(framework, act) for framework, done in acts.items() for act in done)


def _types(connection: sqlite3.Connection) -> dict[str, Cells]:
    return {code: write_type(type_) for code, type_ in parties_and_types.type_book(connection).types.items()}


def _parties(connection: sqlite3.Connection) -> dict[str, Cells]:
    return {code: write_party(party) for code, party in parties_and_types.party_book(connection).parties.items()}


def _names(connection: sqlite3.Connection) -> dict[str, Cells]:
    return dict(map(write_name, parties_and_types.party_names(connection)))


def _successions(connection: sqlite3.Connection) -> dict[str, Cells]:
    return dict(map(write_succession, parties_and_types.successions(connection)))


def _act_kinds(connection: sqlite3.Connection) -> dict[str, Cells]:
    return {code: write_act_kind(label) for code, label in parties_and_types.own_act_kinds(connection).items()}


def _party_groups(connection: sqlite3.Connection) -> dict[str, Cells]:
    members: dict[str, list[str]] = {}
    for group, party in connection.execute("SELECT group_code, party_code FROM party_group_member ORDER BY 1, 2"):
        members.setdefault(group, []).append(party)
    rows = connection.execute("SELECT code, label FROM party_group ORDER BY code")
    return {code: {"label": label, "members": ";".join(members.get(code, []))} for code, label in rows}


def _type_groups(connection: sqlite3.Connection) -> dict[str, Cells]:
    rows = connection.execute("SELECT code, label FROM type_group ORDER BY position")
    return {code: {"label": label} for code, label in rows}


_READ: Mapping[str, Callable[[sqlite3.Connection], dict[str, Cells]]] = {
    CONTACT: _reader_of_table("contact"),
    TALLY: _reader_of_table("tally"),
    FRAMEWORK: _frameworks,
    MEMBERSHIP: _memberships,
    FRAMEWORK_ACT: _framework_acts,
    TYPE_GROUP: _type_groups,
    TYPE: _types,
    ACT_KIND: _act_kinds,
    PARTY_GROUP: _party_groups,
    PARTY: _parties,
    NAME: _names,
    SUCCESSION: _successions,
    ACCEPTED_FINDING: _reader_of_table("accepted_finding"),
    SAVED_QUESTION: _reader_of_table("saved_question"),
}
SUBJECTS = tuple(_READ)
