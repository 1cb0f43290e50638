"""The brief on a pair, gathered from the register."""

import sqlite3
from collections.abc import Callable
from datetime import date

from wbagree.domain.filter import Filter
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.reports.matrix import Matrix
from wbagree.domain.tallies import Tally
from wbagree.errors import UsageProblem
from wbagree.formats.brief.brief import Brief, MissingType
from wbagree.services import typed_words
from wbagree.services.earlier_parties import with_earlier_parties
from wbagree.services.restricted import filter_without_restricted
from wbagree.store.read import agreements, entity_cells, frameworks
from wbagree.store.read.matrix import matrix as read_matrix


def make_brief(
    connection: sqlite3.Connection,
    pair: tuple[str, str],
    among: str,
    day: date | None,
    *,
    public: bool = True,
    on_message: Callable[[str], None],
) -> Brief:
    """Return the brief on a pair, compared with pairs ``among`` a group.

    ``public`` leaves out what is restricted. ``on_message`` receives notes for the reader. UsageProblem for an empty
    group.
    """
    book, types = typed_words.party_book(connection), typed_words.type_book(connection)
    members = book.resolve_many(among)
    if not members:
        raise UsageProblem("--among is empty; name parties, or a group such as wb6")
    filter_, notes = with_earlier_parties(connection, Filter(pair=pair, as_of=day))
    for note in notes:
        on_message(note)
    codes = filter_.pair or pair
    if public:
        filter_ = filter_without_restricted(connection, filter_, on_message)
    group = tuple(sorted({*members, *codes}))
    matrix = read_matrix(connection, Filter(among=group, as_of=day, public=public), "type")
    matrix_day = date.fromisoformat(matrix.day)
    return Brief(
        pair=codes,
        day=matrix.day,
        made_on=date.today().isoformat(),
        records=list(agreements.records(connection, filter_)),
        parties={code: party.name for code, party in book.parties.items()},
        types={code: type_.label for code, type_ in types.types.items()},
        groups={
            name: [code for code, type_ in types.types.items() if type_.group == group_code]
            for group_code, name in types.groups.items()
        },
        missing_types=_lacks(matrix, codes),
        others=sum(1 for other in matrix.pairs if other != codes),
        among=_group_name(book, among, codes),
        frameworks=frameworks.covers(connection, matrix_day).of_pair(*codes),
        tallies=_tallies(connection, codes, matrix_day),
    )


def _lacks(matrix: Matrix, pair: tuple[str, str]) -> list[MissingType]:
    """Return the types that a pair lacks and other pairs have."""
    having = matrix.pairs_without_gap(pair)
    return [
        MissingType(gap.label + gap.uncounted_note(), having[gap.column])
        for gap in matrix.gaps_of(pair)
        if having[gap.column] and gap.column != "other"
    ]


def _group_name(book: PartyBook, among: str, pair: tuple[str, str]) -> str:
    """Return the group in words, with pair members outside it."""
    members = book.resolve_many(among)
    group = "the six of the Western Balkans" if among == "wb6" else ", ".join(map(book.name_of, members))
    return " and ".join((*(book.name_of(code) for code in pair if code not in members), group))


def _tallies(connection: sqlite3.Connection, pair: tuple[str, str], day: date) -> list[Tally]:
    """Return the tallies of exactly this pair, counted by ``day``."""
    return [
        tally
        for tally in entity_cells.tallies(connection).values()
        if set(tally.parties) == set(pair) and tally.on.earliest <= day
    ]
