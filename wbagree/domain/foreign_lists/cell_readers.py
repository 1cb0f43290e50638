"""Readers of single cells of foreign lists: dates, places, sources, nothing."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.date_parser import Order, read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import seen
from wbagree.errors import InvalidDate

# What people write into a cell when they do not know.
_UNKNOWN = frozenset(
    ("?", "unknown", "nije poznato", "nepoznato", "непознато", "није познато", "nuk dihet", "i panjohur", "непознат",
     "sconosciuto", "inconnu", "unbekannt")
)  # fmt: skip
# What people write into a cell that is empty.
_NOTHING = _UNKNOWN | frozenset(
    ("-", "--", "–", "—", "/", ".", "...", "…", "n/a", "n.a.", "n/p", "n.d.", "s.d.", "k.a.", "keine angabe",
     "nema", "нема", "nuk ka", "s'ka", "none", "null", "nan", "---", "k. a.", "nema datuma", "bez datuma",
     "nema podataka", "нема датума", "нема података", "нема податоци", "без датум", "s'ka të dhëna", "pa datë",
     "ohne datum", "sans date", "senza data", "no date", "undated")
)  # fmt: skip
# At the end of a text without blanks around it: what may precede it is not searched for.
_BRACKET = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|[*†¹²³])\Z")
# Characters of the longest cell that can still be a date with a remark or a place.
LONGEST_DATED = 500
# Marks at the end belong to the sentence around it.
_URL = re.compile(r"https?://(?:[.,)]*+[^\s<>\"|;.,)])++", re.IGNORECASE)
# Excel counts days from the end of 1899; these numbers are the years 1927 to 2099 and no years themselves.
_SERIAL = re.compile(r"[1-7][0-9]{4}(?:\.[0-9]+)?")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10000, 73050


def clean_cell(cell: str) -> str:
    """Return a cell's text, with line feeds only and nothing invisible; empty when it says that there is nothing."""
    text = seen(cell.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")).strip()
    return "" if text.lower() in _NOTHING else text


def is_unknown(cell: str) -> bool:
    """Whether a cell says that its answer is not known."""
    return seen(cell).strip().lower() in _UNKNOWN


_TOTAL = re.compile(r"(?:ukupno|svega|укупно|свега|вкупно|gjithsej|total[ei]?|summe|gesamt)\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9][0-9.,]*")


def is_not_an_agreement(filled: list[str]) -> bool:
    """Whether the filled cells of a line are no record: one text alone, or a total."""
    return len(filled) == 1 or (
        bool(filled) and _TOTAL.fullmatch(filled[0]) is not None and all(map(_NUMBER.fullmatch, filled[1:]))
    )


def split_cell(text: str, separator: str = r"[;\n]") -> list[str]:
    """Return the parts of a cell that holds several."""
    return [part.strip() for part in re.split(separator, text) if part.strip()]


def read_cell_date(text: str, order: Order | None) -> PartialDate:
    """Return the date of a cell, as gazettes write dates or as a serial number of Excel; else InvalidDate."""
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL:
        day = _EPOCH + timedelta(days=int(float(text)))
        return PartialDate(day.year, day.month, day.day)
    return read_date(text, order)


def date_in(text: str, order: Order | None) -> PartialDate | None:
    """Return the date of a cell, None when it is none."""
    try:
        return read_cell_date(text, order)
    except InvalidDate:
        return None


def without_remark(text: str, order: Order | None) -> str:
    """Return what stands before the bracket or mark behind a date, ``25.05.2009 (Zagreb)``; empty without one."""
    bracket = _BRACKET.search(text.rstrip())
    if bracket is None or date_in(text, order):
        return ""
    before = text[: bracket.start()].rstrip()
    return before if date_in(before, order) else ""


# A date, a time and a place have fewer words; every way of cutting the text is tried.
_MOST_PIECES = 40


def date_and_place(text: str, order: Order | None) -> tuple[PartialDate, str] | None:
    """Return the date and the place of ``Budva, 12.05.2010`` or ``12. maj 2010. godine, Budva``.

    The date is the longest part at either end that is one; None when there is none, or numbers are left beside it.
    """
    pieces = text.split()
    if len(pieces) > _MOST_PIECES:
        return None
    cuts = [(pieces[:n], pieces[n:]) for n in range(len(pieces), 0, -1)]
    cuts += [(pieces[n:], pieces[:n]) for n in range(1, len(pieces))]
    for dated, placed in cuts:
        day = date_in(" ".join(dated).strip(" ,;/"), order)
        if day and _has_digit(dated):
            return None if _has_digit(placed) else (day, " ".join(placed).strip(" ,;/()"))
    return None


def _has_digit(words: list[str]) -> bool:
    return any(char.isdecimal() for word in words for char in word)


def sources_in(text: str) -> Iterator[Source]:
    """Yield a citation with the first address in it, and the other addresses as sources of their own."""
    addresses = _URL.findall(text)
    citation = " ".join(_URL.sub(" ", text).replace("<>", " ").split()).strip(" <>(,;")
    yield Source(citation, addresses[0] if addresses else "")
    yield from (Source("", address) for address in addresses[1:])


def has_address(text: str) -> bool:
    """Whether a cell holds an address."""
    return _URL.search(text) is not None
