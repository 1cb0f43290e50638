"""The full-text indexes: folded words of agreements and types."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import write_assessment
from wbagree.domain.text.folding import folded_words


def _folded(text: str) -> str:
    return " ".join(folded_words(text)) if text else ""


# Cached, because there are far fewer different institutions, places and notes than agreements.
_folded_cached = lru_cache(maxsize=2**14)(_folded)


def _folded_texts(texts: Iterable[str]) -> str:
    return " ".join(filter(None, map(_folded_cached, texts)))


# The columns of agreement_text, each to a function that returns its folded words of an agreement.
_TEXTS: dict[str, Callable[[Agreement], str]] = {
    "title": lambda agreement: _folded(agreement.title),
    "title_original": lambda agreement: _folded(agreement.title_original),
    "people": lambda agreement: _folded_texts(
        (
            *(f"{s.institution} {s.person} {s.position}" for s in agreement.signatories),
            *(agreement.responsible, agreement.depositary),
        )
    ),
    "places": lambda agreement: _folded_cached(agreement.place),
    "refs": lambda agreement: _folded(
        " ".join(
            (
                *(agreement.key, *agreement.references, agreement.registration, agreement.archive_number),
                *(act.reference for act in agreement.acts),
            )
        )
    ),
    "sources": lambda agreement: _folded(
        " ".join((*(f"{one.citation} {one.url}" for one in agreement.sources), *(act.source for act in agreement.acts)))
    ),
    "notes": lambda agreement: _folded_texts(
        (
            *(agreement.notes, agreement.entry_clause, agreement.termination_clause),
            *map(write_assessment, agreement.implementation),
            *(act.note for act in agreement.acts),
        )
    ),
}
# A letter of Unicode's private use: the index takes it for a word, and no user types it.
_BREAK = "\ue000"
_INSERT = f"INSERT INTO agreement_text (rowid, {', '.join(_TEXTS)}) VALUES (?{', ?' * len(_TEXTS)})"


def indexed_texts(agreement: Agreement) -> tuple[str, ...]:
    """Return the folded words of an agreement, by column of the index."""
    return tuple([of(agreement) for of in _TEXTS.values()])


def index_agreements(connection: Connection, numbered: Iterable[tuple[int, Agreement]]) -> None:
    """Add agreements to the index, with their row numbers."""
    entries = [(number, *indexed_texts(agreement)) for number, agreement in numbered]
    if entries:
        connection.exec_driver_sql(_INSERT, entries)


def unindex_agreement(connection: Connection, number: int) -> None:
    """Remove one agreement from the index, by row number."""
    connection.exec_driver_sql("DELETE FROM agreement_text WHERE rowid = ?", (number,))


def rebuild_indexes(connection: Connection, numbered: Iterator[tuple[int, Agreement]]) -> None:
    """Rebuild both indexes."""
    connection.exec_driver_sql("DELETE FROM agreement_text")
    index_agreements(connection, numbered)
    index_types(connection)


def type_names(execute: Callable[[str], Iterable[Any]]) -> dict[str, str]:
    """Return the folded words of each type: code, label, aliases."""
    rows = execute("SELECT code, label, alias FROM type LEFT JOIN type_alias ON type_code = code ORDER BY code, alias")
    names: dict[str, list[str]] = {}
    for code, label, alias in rows:
        # A break between two names, so that no phrase matches the end of one and the beginning of the next.
        names.setdefault(code, [" ".join(folded_words(code)), " ".join(folded_words(label))]).append(
            " ".join(folded_words(alias or ""))
        )
    return {code: f" {_BREAK} ".join(filter(None, found)) for code, found in names.items()}


def index_types(connection: Connection) -> None:
    """Rebuild the index of types, which are few."""
    connection.exec_driver_sql("DELETE FROM type_text")
    rows = list(type_names(connection.exec_driver_sql).items())
    connection.exec_driver_sql("INSERT INTO type_text (code, names) VALUES (?, ?)", rows)
