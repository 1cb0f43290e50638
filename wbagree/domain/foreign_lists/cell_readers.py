"""Readers of single cells of foreign lists: dates, places, sources, blanks."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.date_parser import DateOrder, read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import without_invisible
from wbagree.errors import InvalidDate

# The texts that people write into a cell for unknown.
_UNKNOWN = frozenset(
    ("?", "unknown", "nije poznato", "nepoznato", "непознато", "није познато", "nuk dihet", "i panjohur", "непознат",
     "sconosciuto", "inconnu", "unbekannt")
)  # fmt: skip
# The texts that programs write into a cell for nothing. NA is Namibia only among other parties.
MISSING = frozenset(("NA", "N/A", "#N/A", "<NA>", "NULL", "null", "NaN", "nan", "NaT", "0000-00-00"))
# The texts that people write into a cell for nothing.
_NOTHING = _UNKNOWN | frozenset(map(str.lower, MISSING)) | frozenset(
    ("-", "--", "–", "—", "/", ".", "...", "…", "n/a", "n.a.", "n/p", "n.d.", "s.d.", "k.a.", "keine angabe",
     "nema", "нема", "nuk ka", "s'ka", "none", "null", "nan", "---", "k. a.", "nema datuma", "bez datuma",
     "nema podataka", "нема датума", "нема података", "нема податоци", "без датум", "s'ka të dhëna", "pa datë",
     "ohne datum", "sans date", "senza data", "no date", "undated")
)  # fmt: skip
# A bracket or mark at the end of a text without blanks around it.
_BRACKET = re.compile(r"(?:\([^()]*\)|\[[^\[\]]*\]|[*†¹²³])\Z")
# Characters of the longest cell that can still be a date with a remark or a place.
MAX_DATED_LENGTH = 500
# Punctuation at the end belongs to the sentence around the address.
_URL = re.compile(r"https?://(?:[.,)]*+[^\s<>\"|;.,)])++", re.IGNORECASE)
# Excel counts days from the end of 1899; numbers from the first to the last are days of 1927 to 2099, and no years.
_SERIAL = re.compile(r"[1-7][0-9]{4}(?:\.[0-9]+)?")
_EPOCH = date(1899, 12, 30)
# A number with one decimal: spreadsheets keep 2013.10 as 2013.1.
_FRACTION = re.compile(r"[12][0-9]{3}\.[1-9]")
# Times in UTC that are the next day, or may be, where clocks are one to three hours ahead; and midnight there.
_LATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]2[1-3]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+-]00:?00)")
_LOCAL_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]2[23]:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)")
_FIRST_SERIAL, _LAST_SERIAL = 10000, 73050


def clean_cell(cell: str) -> str:
    """Return a cell's text without invisible characters, or ''.

    Lines end in line feeds. '' for texts that mean nothing or unknown, such as ``n/a``.
    """
    text = without_invisible(cell.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")).strip()
    return "" if text.lower() in _NOTHING else text


def is_unknown(cell: str) -> bool:
    """Return whether a cell has a text for unknown, such as ``?``."""
    return without_invisible(cell).strip().lower() in _UNKNOWN


_TOTAL = re.compile(r"(?:ukupno|svega|укупно|свега|вкупно|gjithsej|total[ei]?|summe|gesamt)\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9][0-9.,]*")


def is_not_an_agreement(filled: list[str]) -> bool:
    """Return whether a line is no record: one text alone, or a total.

    ``filled`` are its cells with text.
    """
    return len(filled) == 1 or (
        bool(filled) and _TOTAL.fullmatch(filled[0]) is not None and all(map(_NUMBER.fullmatch, filled[1:]))
    )


def split_cell(text: str, separator: str = r"[;\n]") -> list[str]:
    """Return the parts of a cell, without empty ones."""
    return [part.strip() for part in re.split(separator, text) if part.strip()]


def local_midnight(text: str) -> PartialDate | None:
    """Return the day of a time that is midnight in the region.

    Programs write the local midnight of 10 March as ``2012-03-09T23:00:00.000Z``. None for any other text.
    """
    if not (found := _LOCAL_MIDNIGHT.fullmatch(text)):
        return None
    day = _day(found[1]) + timedelta(days=1)
    return PartialDate(day.year, day.month, day.day)


def read_cell_date(text: str, order: DateOrder | None) -> PartialDate:
    """Return the date of a cell.

    It is written as in gazettes, or is a serial number of Excel. InvalidDate for any other text, also for a number
    with one decimal (2013.1 may have been 2013.10), and for a time of day that is the next day in the region.
    """
    if _FRACTION.fullmatch(text):
        readings = [f"{text[:4]}-0{text[-1]}", *([f"{text[:4]}-10"] if text[-1] == "1" else [])]
        reason = f"is a number; it could be {' or '.join(readings)}, or part of a year; write it like {readings[-1]}"
        raise InvalidDate(text, reason, readings)
    if (late := _LATE.fullmatch(text)) and not _LOCAL_MIDNIGHT.fullmatch(text):
        day = _day(late[1])
        readings = [day.isoformat(), (day + timedelta(days=1)).isoformat()]
        raise InvalidDate(text, f"could be {' or '.join(readings)} in local time; write it like {day}", readings)
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL:
        day = _EPOCH + timedelta(days=int(float(text)))
        return PartialDate(day.year, day.month, day.day)
    return read_date(text, order)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidDate(text, "does not exist") from error


def date_in(text: str, order: DateOrder | None) -> PartialDate | None:
    """Return the date of a cell, or None."""
    try:
        return read_cell_date(text, order)
    except InvalidDate:
        return None


def without_remark(text: str, order: DateOrder | None) -> str:
    """Return a date without the bracket or mark after it.

    As in ``25.05.2009 (Zagreb)``. '' when there is no date, or nothing follows it.
    """
    bracket = _BRACKET.search(text.rstrip())
    if bracket is None or date_in(text, order):
        return ""
    before = text[: bracket.start()].rstrip()
    return before if date_in(before, order) else ""


# A date, a time and a place have fewer words. The limit is needed because every way of cutting the text is tried.
_MOST_PIECES = 40


def date_and_place(text: str, order: DateOrder | None) -> tuple[PartialDate, str] | None:
    """Return the date and the place of a cell, or None.

    As in ``Budva, 12.05.2010`` or ``12. maj 2010. godine, Budva``. The date is the longest part at either end that is
    one; None when there is none, or when the rest has numbers.
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
    """Yield the sources in a text.

    The first is its citation with the first address; each further address is a source of its own.
    """
    addresses = _URL.findall(text)
    rest = " ".join(_URL.sub(" ", text).replace("<>", " ").split())
    citation = rest.strip(" <>(,;|") if addresses else " ".join(re.sub("[<>]", " ", rest).split())
    yield Source(citation, addresses[0] if addresses else "")
    yield from (Source("", address) for address in addresses[1:])


def has_address(text: str) -> bool:
    """Return whether a cell contains a web address."""
    return _URL.search(text) is not None
