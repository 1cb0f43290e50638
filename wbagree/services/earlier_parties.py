"""Going back: a question for a day before a party's time is about its predecessor."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import InvalidValue
from wbagree.formats.common.citation import date_in_words
from wbagree.store.read.parties_and_types import party_book


def with_earlier_parties(connection: sqlite3.Connection, filter_: Filter) -> tuple[Filter, list[str]]:
    """Return a filter with the parties of its day, and notes.

    Parties of its pairs, and those that must all be bound, are replaced; of a group a note names the earlier ones. A
    filter without a day is left as it is. InvalidValue when two of a pair were one party on that day.
    """
    if filter_.as_of is None or not filter_.names_parties():
        return filter_, []
    named = [pair for pair in (filter_.pair, *filter_.pairs, filter_.parties) if pair]
    book = party_book(connection)
    then, notes = _earlier_parties(book, dict.fromkeys(code for codes in named for code in codes), filter_.as_of)
    for codes in named:
        _refuse_one_party(codes, then, filter_.as_of)
    pairs = [_pair_of_day(pair, then) for pair in filter_.pairs]
    replaced = filter_._replace(
        pair=_pair_of_day(filter_.pair, then) if filter_.pair else None,
        pairs=tuple(dict.fromkeys(pairs)),
        parties=tuple(then.get(code, code) for code in filter_.parties),
    )
    return replaced, [*notes, *_group_note(book, filter_.among, filter_.as_of)]


def _earlier_parties(book: PartyBook, codes: Iterable[str], day: date) -> tuple[dict[str, str], list[str]]:
    """Return the earlier parties of those whose time begins later, and notes.

    A party without an earlier one is in the notes alone.
    """
    then, notes = {}, []
    for code, earlier in _beginning_later(book, codes, day).items():
        since = date_in_words(PartialDate.parse(book.parties[code].since))
        note = f"Agreements of {book.name_of(code)} are recorded from {since}; "
        if earlier:
            then[code] = earlier
            notes.append(f"{note}these are those of {book.code_and_name(earlier)}.")
        else:
            notes.append(f"{note}no earlier party is recorded for {_in_words(day)}.")
    return then, notes


def _group_note(book: PartyBook, codes: Iterable[str], day: date) -> list[str]:
    """Return notes on the later parties of a group, if any."""
    by_earlier: dict[str, list[str]] = {}
    for code, earlier in _beginning_later(book, codes, day).items():
        by_earlier.setdefault(earlier, []).append(book.name_of(code))
    return [
        f"Agreements of {', '.join(names)} are recorded "
        + (f"under {book.code_and_name(earlier)} on {_in_words(day)}." if earlier else "from a later day.")
        for earlier, names in by_earlier.items()
    ]


def _in_words(day: date) -> str:
    return date_in_words(PartialDate(day.year, day.month, day.day))


def _beginning_later(book: PartyBook, codes: Iterable[str], day: date) -> dict[str, str]:
    """Return the parties whose time begins later, with their earlier ones."""
    then = PartialDate(day.year, day.month, day.day)
    since = {code: book.parties[code].since for code in codes}
    later = (code for code, first in since.items() if first and PartialDate.parse(first).earliest > day)
    return {code: book.earlier_party(code, then) for code in later}


def _refuse_one_party(codes: Iterable[str], then: dict[str, str], day: date) -> None:
    """Raise InvalidValue if two parties go back to one."""
    seen: dict[str, str] = {}
    for code in codes:
        party = then.get(code, code)
        if party in seen:
            raise InvalidValue(
                f"on {day} {seen[party]} and {code} are recorded as one party, {party}",
                f"ask for it with another party, as in --party {party}, or for a later day",
            )
        seen[party] = code


def _pair_of_day(pair: tuple[str, str], then: dict[str, str]) -> tuple[str, str]:
    one, other = sorted(then.get(code, code) for code in pair)
    return one, other
