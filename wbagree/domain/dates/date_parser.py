"""The parser of dates as people and gazettes write them (rule 1).

``28.11.2012. godine``, ``1. августа 2018. године``, ``më 3 qershor 2016``, ``2006. május``, ``(2013.01.14.)``. A text
with an unknown word or a superfluous number is refused.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Literal, get_args

from wbagree.domain.dates.date_words import APPROXIMATION_WORDS, FILLER_WORDS, month_names, weekday_words
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import fold
from wbagree.errors import InvalidDate

DateOrder = Literal["dmy", "mdy", "ymd"]

# The last two-digit year of this century: 39 is 2039, which an agreement may run to, and 40 is 1940. Treaties of the
# 1940s are in the register; ends in the 2040s will be written out.
CENTURY_PIVOT = 39

# Roman months were the habit of Yugoslav and Hungarian gazettes. In capitals only: a small 'i' is Albanian for 'of'.
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_ROMAN_MONTH = re.compile(r"(?<=[0-9])([.\s/-]+)(XII|XI|IX|X|VIII|VII|VI|V|IV|III|II|I)\b\.?(?=[.\s/-]*[0-9])")
_DAY_AND_TIME = re.compile(
    r"([0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}\.?)[T\s]\s*(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_WORD = re.compile(
    r"(?P<ordinal>(?<=[0-9])(?:st|nd|rd|th|er|[oº°]|\.?-(?:j?[eé]n|[aá]n)|\.?-i)(?![^\W_]))|[^\W\d_]+[.']?",
    re.IGNORECASE,
)
# Both match a text after its words are replaced: "m" for the month, "w" for other words, and "r" for other words that
# are Roman months as well: V. 2012 without another month is refused.
_NUMERIC = re.compile(r"[\s,w]*([0-9]+)(?:\s*([./-]|\s)\s*([0-9]+)(?:\s*\2\s*([0-9]+))?)?\.?[\s,w]*")
_WORDED = re.compile(r"[0-9mwr\s.,/'-]*")
_RANGE = re.compile(r"[0-9]{4}\s*[-/]\s*[0-9]{4}|^\s*[-/]|[-/]\s*$")
_PLAIN = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u2019", "------'")  # hyphens, dashes, minus, apostrophe
_LONGEST = 100

# Names for months while a date is read.
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# A number below this is a day or a month, also where an order has its year.
_LEAST_YEAR = 100
_PARTS = {"d": "day", "m": "month", "y": "year"}
_LIKE = "write it like 2012, 2012-03 or 2012-03-10"
# The advice for a date that can be read in two ways.
HINT_TO_CHOOSE = "write the one you mean in this way"


def read_date(text: str, order: DateOrder | None = None) -> PartialDate:
    """Return the date of a text in our notation, numbers or words.

    It is as precise as the text. Dots mean day first. A date with slashes or dashes that can be read in two ways is
    refused with its readings, unless ``order`` is given; a first number of four digits is the year in any case.
    Two-digit years are 1940 to 2039 (``PIVOT``), and only in full dates. A time of day is left out. InvalidDate for any
    text that is not a date.
    """
    try:
        return _read(text.strip(), order)
    except InvalidDate as error:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        raise InvalidDate(shown, error.reason, error.readings, error.plain) from None


def _read(text: str, order: DateOrder | None) -> PartialDate:
    if len(text) > _LONGEST:
        raise InvalidDate(text, f"is longer than any date ({len(text)} characters); {_LIKE}")
    timed = _DAY_AND_TIME.fullmatch(text)
    text = timed[1] if timed else text
    with suppress(InvalidDate):
        return PartialDate.parse(text)
    bare, mark = _split_mark(text)
    rest, months, about = _without_words(_plain(bare))
    if mark and about:
        raise InvalidDate(text, "is about and marked as well; keep one of '?' (inferred) and '~' (about)")
    if _RANGE.search(rest) or (months and re.search(r"[0-9]\s*[-/]\s*[0-9]", rest)):
        reason = f"is a range or half of one; a date is one day, month or year: {_LIKE}"
        raise InvalidDate(text, reason, plain="That is a range. Type one day, month or year.")
    parts, separator = _worded_parts(rest) if months else _numeric_parts(rest)
    date = _only_reading(parts, months, separator, order)
    return PartialDate(date.year, date.month, date.day, "~" if about else mark)


def _split_mark(text: str) -> tuple[str, str]:
    """Return the text without its mark, and the mark.

    Brackets around the text are removed as well.
    """
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    for mark in ("?", "~"):
        for written in (mark, f"({mark})"):
            if text.endswith(written):
                return text.removesuffix(written), mark
    return (text[1:], "~") if text.startswith("~") else (text, "")


def _plain(text: str) -> str:
    """Return the text with plain dashes, and English months for Roman ones."""
    composed = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return _ROMAN_MONTH.sub(lambda match: f"{match[1]}{_ENGLISH[_ROMAN.index(match[2])]} ", composed)


def _without_words(text: str) -> tuple[str, tuple[int, ...], bool]:
    """Return the text with its words replaced by letters, months and doubt.

    For the letters see ``_NUMERIC``. The months are those that the name of a month can mean; the doubt is whether there
    is a word like ``about``. InvalidDate for an unknown word or two months.
    """
    months: list[tuple[int, ...]] = []
    about = False

    def keep(match: re.Match[str]) -> str:
        nonlocal about
        written = match[0].rstrip(".'")
        # Folding makes letters and digits of U+2164 (Roman five) and superscripts; they are neither.
        word = fold(written) if written.isalpha() else ""
        if match["ordinal"] or word in FILLER_WORDS:
            return " r " if written.upper() in _ROMAN else " w "
        if word in APPROXIMATION_WORDS:
            about = True
            return " w "
        if meant := month_names().get(word):
            months.append(meant)
            return " m "
        if word in weekday_words():
            return " w "
        raise InvalidDate(text, f"{written!r} is no month, nor another word that belongs to a date; {_LIKE}")

    rest = _WORD.sub(keep, text)
    if len(months) > 1:
        raise InvalidDate(text, f"names two months; a date is one day, month or year: {_LIKE}")
    return rest, months[0] if months else (), about


def _numeric_parts(rest: str) -> tuple[list[str], str]:
    """Return the one to three numbers of a date, and their separator.

    The date has no month's name. No word may be between the numbers: ``7 v 2012`` probably has a Roman fifth month.
    """
    match = _NUMERIC.fullmatch(rest)
    if match is None:
        raise InvalidDate(rest, f"is not a date; {_LIKE}")
    return [part for part in match.group(1, 3, 4) if part], match[2] or ""


def _worded_parts(rest: str) -> tuple[list[str], str]:
    """Return the parts of a date with a month's name, in order.

    The parts are its numbers, and ``m`` for the name; the separator is empty.
    """
    if _WORDED.fullmatch(rest) is None:
        raise InvalidDate(rest, f"has a character that belongs to no date; {_LIKE}")
    return re.findall(r"[0-9]+|m", rest), ""


def _only_reading(
    parts: Sequence[str], months: tuple[int, ...], separator: str, order: DateOrder | None
) -> PartialDate:
    """Return the one date that the parts can be.

    InvalidDate when there is none, and with the readings when there are several.
    """
    numbers = [part for part in parts if part != "m"]
    _check_numbers(numbers, len(parts))
    orders = _orders(numbers, order, day_first=bool(months) or separator == ".")
    spellings = [[_ENGLISH[month - 1] if part == "m" else part for part in parts] for month in months or (1,)]
    found = {(way, date) for spelling in spellings for way in orders if (date := _reading(spelling, way))}
    # If the only reading has a two-digit year in front, the day is wrong instead: 31/11/05 is a slip.
    if not found or (len(orders) > 1 and {way for way, _ in found} == {"ymd"}):
        if len(orders) == 1:
            _date_of(_roles(spellings[0], orders[0]))  # raises an error that names the wrong part
        reason = f"does not exist, whichever part is the day or the month; {_LIKE}"
        raise InvalidDate("", reason, plain="There is no such day.")
    readings = sorted({str(date) for _, date in found})
    if separator in ("/", "-") and not order and _may_run_on(numbers):
        raise InvalidDate("", f"could be the month {readings[0]} or two years; {_LIKE}", readings)
    if len(readings) > 1:
        raise InvalidDate("", f"could be {' or '.join(readings)}; {HINT_TO_CHOOSE}", readings)
    return next(date for _, date in found)


def _check_numbers(numbers: Sequence[str], parts: int) -> None:
    if wrong := [len(number) for number in numbers if len(number) not in (1, 2, 4)]:
        raise InvalidDate("", f"has a number of {wrong[0]} digits; days and months have 1 or 2, years 4 or 2")
    if parts > 3:
        raise InvalidDate("", f"has a number too many; {_LIKE}")
    if parts < 3 and all(len(number) < 4 for number in numbers):
        reason = "names no year, or only the end of one; write the year with four digits"
        raise InvalidDate("", reason, plain="The year is missing. Type it with four digits.")


def _may_run_on(numbers: Sequence[str]) -> bool:
    """Return whether the numbers may be two years.

    2011/12 is December 2011, or 2011 to 2012.
    """
    return len(numbers) == 2 and [len(part) for part in numbers] == [4, 2] and int(numbers[0][2:]) < int(numbers[1])


def _orders(numbers: Sequence[str], order: DateOrder | None, *, day_first: bool) -> tuple[DateOrder, ...]:
    if len(numbers[0]) == 4:
        return ("ymd",)
    if len(numbers) == 2 and len(numbers[1]) == 4:
        return ("dmy",)  # a day or a month before its year: in any order the same
    if order:
        return (order,)
    return ("dmy",) if day_first else get_args(DateOrder)


def _reading(parts: Sequence[str], order: DateOrder) -> PartialDate | None:
    """Return the date of the parts in this order, or None.

    None when there is no such day; InvalidDate when its year is out of range.
    """
    roles = _roles(parts, order)
    if roles["year"] < _LEAST_YEAR:
        return None
    try:
        datetime(roles["year"], roles.get("month", 1), roles.get("day", 1))  # noqa: DTZ001 - dates have no time zone
    except ValueError:
        return None
    return _date_of(roles)


def _date_of(parts: Mapping[str, int]) -> PartialDate:
    return PartialDate(parts["year"], parts.get("month"), parts.get("day"))


def _roles(parts: Sequence[str], order: DateOrder) -> dict[str, int]:
    """Return the ``year``, ``month`` and ``day`` of parts in this order.

    The day may be missing, or both month and day.
    """
    written = _with_century(parts, order)
    numbers = [int(part) for part in written if part.isdecimal()]
    month = [_ENGLISH.index(part) + 1 for part in written if not part.isdecimal()]
    names = [_PARTS[letter] for letter in order if letter != "m" or not month]
    names = names[: len(numbers)] if order == "ymd" else names[-len(numbers) :]
    return dict(zip(names, numbers, strict=True)) | ({"month": month[0]} if month else {})


def _with_century(parts: Sequence[str], order: DateOrder) -> list[str]:
    """Return the parts with a two-digit year written out.

    Only in full dates; ``order`` gives the place of the year.
    """
    written = list(parts)
    place = 0 if order == "ymd" else -1
    year = written[place]
    if len(written) == 3 and len(year) == 2:
        written[place] = f"{20 if int(year) <= CENTURY_PIVOT else 19}{year}"
    return written
