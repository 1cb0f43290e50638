"""Comparisons of two pairs, or of one question on two days."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.dates.typed_ranges import BOUNDS, days_of_word
from wbagree.domain.filter import Filter
from wbagree.domain.reports.comparison import DayComparison, PairComparison
from wbagree.errors import UsageProblem
from wbagree.services import typed_words
from wbagree.services.question_words import join_pairs, read_question
from wbagree.store.read import agreements

_EXAMPLES = "for example: wbagree compare AL-XK MK-XK, or wbagree compare AL-XK 2015 2025"


def split_off_days(connection: sqlite3.Connection, words: Sequence[str]) -> tuple[list[str], list[date]]:
    """Split the days of a comparison off its words.

    They are in the order of time. A year or a month is its last day, a range is two days, and one day is compared with
    today. With two pairs, one date or a range is about signatures, as in any question; so is ``since 2010``.
    """
    rest: list[str] = []
    dates: list[str] = []
    for word in words:
        is_day = days_of_word(word) and not (rest and rest[-1].lower() in BOUNDS)
        (dates if is_day else rest).append(word)
    rest = join_pairs(connection, rest)
    if len(dates) == 1 and len(read_question(connection, rest).filter.pairs) > 1:
        return [*rest, *dates], []
    days = {day.latest for word in dates for day in days_of_word(word)}
    if len(dates) > 1 and len(days) == 1:
        raise UsageProblem(f"Both dates are {dates[0]}.", f"Name two different years; {_EXAMPLES}")
    return rest, sorted({*days, date.today()} if len(days) == 1 else days)


def compare_pairs(connection: sqlite3.Connection, filter_: Filter) -> PairComparison:
    """Return the comparison of the two pairs of a filter."""
    first, second = filter_.pairs
    one, other = (_records(connection, filter_._replace(pair=pair, pairs=())) for pair in (first, second))
    types = typed_words.type_book(connection)
    found = {type_ for record in (*one, *other) for type_ in record.agreement.types}
    chosen = set(filter_.types) or found
    labels = {code: types.label_of(code) for code in types.types if code in found & chosen}
    day = (filter_.as_of or date.today()).isoformat()
    return PairComparison(day, (first, second), (one, other), labels)


def compare_days(connection: sqlite3.Connection, filter_: Filter, days: Sequence[date]) -> DayComparison:
    """Return the comparison of a question on two days."""
    one, other = (_records(connection, filter_._replace(as_of=day)) for day in days)
    return DayComparison((days[0].isoformat(), days[1].isoformat()), (one, other))


def _records(connection: sqlite3.Connection, filter_: Filter) -> list[Record]:
    return list(agreements.records(connection, filter_))


def check_comparison(filter_: Filter, days: Sequence[date]) -> None:
    """Raise UsageProblem for a question that compares nothing.

    It needs two pairs, or two days.
    """
    pairs = len(filter_.pairs)
    if pairs == 2 and not days:
        return
    if days and pairs:
        raise UsageProblem(
            "several pairs and several years are named", "compare two pairs, or one pair in two years; " + _EXAMPLES
        )
    if pairs > 2:
        raise UsageProblem(f"{pairs} pairs are named", f"compare two; {_EXAMPLES}")
    if len(days) > 2:
        raise UsageProblem(f"{len(days)} days are named", f"compare two; {_EXAMPLES}")
    if len(days) < 2:
        raise UsageProblem(
            "There are not two things to compare.", f"Name two pairs, or one pair and two years; {_EXAMPLES}"
        )
    if filter_.as_of:
        raise UsageProblem("--as-of has no effect: two days are named", "leave it out")
