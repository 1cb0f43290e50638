"""Probable duplicates: the same instrument told twice (the same parties, a near date, a similar title)."""

import difflib
from collections.abc import Iterable
from datetime import timedelta

from wbagree.domain.folding import words
from wbagree.domain.record import Agreement

# Gazettes and reports of one signature differ by days, not by months.
_NEAR = timedelta(days=31)
# Two instruments of one day differ by their subject; words that every title has say nothing about that.
_COMMON = frozenset(
    words(
        "a an and at between by for from in into of on the to with agreement treaty convention protocol memorandum"
        " understanding mou arrangement government governments council ministers ministry ministries republic states"
        " concerning regarding related relating field cooperation"
    )
)
_SIMILAR = 0.75


def probable(new: Agreement, known: Iterable[Agreement]) -> tuple[Agreement, str] | None:
    """Return the first of ``known`` that is probably the same instrument as ``new``, and why; None when none is."""
    for other in known:
        if reason := _same(new, other):
            return other, reason
    return None


def _same(new: Agreement, other: Agreement) -> str:
    if new.parties != other.parties:
        return ""
    if not _alike(new, other) or not _near(new, other):
        return ""
    return f"the same parties, {'the same' if new.signed == other.signed else 'a near'} date and a similar title"


def _near(new: Agreement, other: Agreement) -> bool:
    if new.signed is None or other.signed is None:
        return True  # an undated report of the same title may well be of the same signature
    return new.signed.earliest - _NEAR <= other.signed.latest and other.signed.earliest - _NEAR <= new.signed.latest


def _alike(new: Agreement, other: Agreement) -> bool:
    ours, theirs = _subject(new.title), _subject(other.title)
    return ours == theirs or difflib.SequenceMatcher(None, ours, theirs).ratio() >= _SIMILAR


def _subject(title: str) -> list[str]:
    return [word for word in words(title) if word not in _COMMON]
