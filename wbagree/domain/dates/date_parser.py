"""Dates as people and gazettes write them, read without adding anything to them (domain rule 1).

``28.11.2012. godine``, ``1. августа 2018. године``, ``më 3 qershor 2016``, ``2006. május``, ``(2013.01.14.)``. What is
not understood to its last word and digit is refused. Month names come from CLDR by way of Babel; python-dateutil does
the final parse. Both are slow to import and are loaded only for text that is not in our own notation.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import Literal, get_args

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.text.folding import fold, words
from wbagree.errors import InvalidDate

Order = Literal["dmy", "mdy", "ymd"]

# The languages of the region and of its neighbours.
LOCALES = ("sq", "bs", "bs_Cyrl", "hr", "sr", "sr_Latn", "mk", "en", "de", "fr", "it", "sl", "hu", "bg", "ro", "el")

# The last two-digit year of this century: 39 is 2039, which an agreement may run to, and 40 is 1940. Treaties of the
# 1940s are in the register; ends in the 2040s will be written out.
PIVOT = 39

# Inflected forms, January to December, that CLDR lacks. Folded like the text, so one row serves Cyrillic as well.
_INFLECTED = (
    # Albanian, definite; genitive
    "janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori",
    "janarit shkurtit marsit prillit majit qershorit korrikut gushtit shtatorit tetorit nëntorit dhjetorit",
    # Serbian, Bosnian and Montenegrin, genitive; locative
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
    # Croatian, locative; and the other spellings of a Bosnian August and a Croatian November
    "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu",
    "- - - - - - - augusta - - studenog -",
    "- - - - - - - augustu - - studenom -",
    # Slovene, genitive; locative, where they are not the Serbian ones
    "januarja februarja marca - - junija julija - - - - -",
    "januarju februarju marcu - - juniju juliju - - - - -",
    # Austrian; Greek, accusative
    "Jänner Feber - - - - - - - - - -",
    "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο",
)
# Words that stand in dates and change nothing. Not 'do', 'pre', 'until', 'from': they make another statement of a date.
_FILLERS = frozenset(
    words(
        "date dated day in of on the year "  # English
        "dan dana dne dt g god godina godine godini mjeseca meseca na od u "  # Bosnian, Croatian, Serbian
        "nedjelju nedelju sredu srijedu subotu "  # of these, the weekdays that have an accusative
        "dita ditën datë data datën e i me më muaj muaji muajit në të vit viti vitin vitit "  # Albanian
        "година години годината ден в во на од от "  # Macedonian, Bulgarian
        "am dem den der des im Jahr Jahre Jahres Tag vom "  # German
        "an année d du de en jour l la le mois "  # French
        "anno dell del di giorno il nel nell "  # Italian
        "dne leta leto v "  # Slovene
        "év évi hó napja napján "  # Hungarian
        "anul anului din luna ziua "  # Romanian
        "έτος έτους στις τη την της το του"  # Greek
    )
)
_ABOUT = frozenset(
    words(
        "about approx approximately around c ca cca circa cirka oko okolo rreth afërsisht etwa ungefähr zirka "
        "environ vers verso околу около приближно körül kb aproximativ περίπου"
    )
)

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
# What is left of a text without its words: numbers, separators, "m" where the month stood, "w" for other words, and "r"
# for those that are Roman months as well: V. 2012 without another month is refused.
_NUMERIC = re.compile(r"[\s,w]*([0-9]+)(?:\s*([./-]|\s)\s*([0-9]+)(?:\s*\2\s*([0-9]+))?)?\.?[\s,w]*")
_WORDED = re.compile(r"[0-9mwr\s.,/'-]*")
_RANGE = re.compile(r"[0-9]{4}\s*[-/]\s*[0-9]{4}|^\s*[-/]|[-/]\s*$")
_PLAIN = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u2019", "------'")  # hyphens, dashes, minus, apostrophe
_LONGEST = 100

# What dateutil understands.
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# They agree in no part, and both are in leap years, so that whatever dateutil takes from them can be told.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - dates have no time zone
_PARTS = {"d": "day", "m": "month", "y": "year"}
_LIKE = "write it like 2012, 2012-03 or 2012-03-10"
# What to do about a date that can be read in two ways.
CHOOSE = "write the one you mean in this way"


def read_date(text: str, order: Order | None = None) -> PartialDate:
    """Return the date that ``text`` writes, in our notation, in numbers or in words, and no more precise than it.

    Dots mean day first. Slashes and dashes that can be read in two ways are refused with the readings, unless
    ``order`` names the order; a first number of four digits is the year in any case. Two-digit years are 1940 to 2039
    (``PIVOT``), and only in full dates. A time of day is left out. InvalidDate for any text that is not a date.
    """
    try:
        return _read(text.strip(), order)
    except InvalidDate as error:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        raise InvalidDate(shown, error.reason, error.readings) from None


def _read(text: str, order: Order | None) -> PartialDate:
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
        raise InvalidDate(text, f"is a range or half of one; a date is one day, month or year: {_LIKE}")
    parts, separator = _worded_parts(rest) if months else _numeric_parts(rest)
    date = _only_reading(parts, months, separator, order)
    return PartialDate(date.year, date.month, date.day, "~" if about else mark)


def _split_mark(text: str) -> tuple[str, str]:
    """Return the text without brackets around it and without its mark, and the mark."""
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    for mark in ("?", "~"):
        for written in (mark, f"({mark})"):
            if text.endswith(written):
                return text.removesuffix(written), mark
    return (text[1:], "~") if text.startswith("~") else (text, "")


def _plain(text: str) -> str:
    """Return the text with plain dashes and English months for Roman ones."""
    composed = unicodedata.normalize("NFC", text).translate(_PLAIN)
    return _ROMAN_MONTH.sub(lambda match: f"{match[1]}{_ENGLISH[_ROMAN.index(match[2])]} ", composed)


def _without_words(text: str) -> tuple[str, tuple[int, ...], bool]:
    """Return what is left of the text, the months that its month's name can mean, and whether it says about."""
    months: list[tuple[int, ...]] = []
    about = False

    def keep(match: re.Match[str]) -> str:
        nonlocal about
        written = match[0].rstrip(".'")
        # Folding makes letters and digits of U+2164 (Roman five) and superscripts; they are neither.
        word = fold(written) if written.isalpha() else ""
        if match["ordinal"] or word in _FILLERS:
            return " r " if written.upper() in _ROMAN else " w "
        if word in _ABOUT:
            about = True
            return " w "
        if meant := month_names().get(word):
            months.append(meant)
            return " m "
        if word in weekdays():
            return " w "
        raise InvalidDate(text, f"{written!r} is no month, nor another word that belongs to a date; {_LIKE}")

    rest = _WORD.sub(keep, text)
    if len(months) > 1:
        raise InvalidDate(text, f"names two months; a date is one day, month or year: {_LIKE}")
    return rest, months[0] if months else (), about


def _numeric_parts(rest: str) -> tuple[list[str], str]:
    """Return the one to three numbers of a date without a month's name, and what stands between them.

    No word may stand there: ``7 v 2012`` is rather the Roman fifth month than July.
    """
    match = _NUMERIC.fullmatch(rest)
    if match is None:
        raise InvalidDate(rest, f"is not a date; {_LIKE}")
    return [part for part in match.group(1, 3, 4) if part], match[2] or ""


def _worded_parts(rest: str) -> tuple[list[str], str]:
    """Return the numbers of a date and ``m`` for its month's name, in the order written, and no separator."""
    if _WORDED.fullmatch(rest) is None:
        raise InvalidDate(rest, f"has a character that belongs to no date; {_LIKE}")
    return re.findall(r"[0-9]+|m", rest), ""


def _only_reading(parts: Sequence[str], months: tuple[int, ...], separator: str, order: Order | None) -> PartialDate:
    """Return the one date that the parts can be; InvalidDate with the readings when there are more, or none."""
    numbers = [part for part in parts if part != "m"]
    _check(numbers, len(parts))
    orders = _orders(numbers, order, day_first=bool(months) or separator == ".")
    spellings = [[_ENGLISH[month - 1] if part == "m" else part for part in parts] for month in months or (1,)]
    found = {(way, date) for spelling in spellings for way in orders if (date := _reading(spelling, way))}
    # Nobody means a two-digit year in front where only the day is wrong: 31/11/05 is a slip.
    if not found or (len(orders) > 1 and {way for way, _ in found} == {"ymd"}):
        if len(orders) == 1:
            _date(_roles(spellings[0], orders[0]))  # says which part cannot be
        raise InvalidDate("", f"does not exist, whichever part is the day or the month; {_LIKE}")
    readings = sorted({str(date) for _, date in found})
    if separator in ("/", "-") and not order and _may_run_on(numbers):
        raise InvalidDate("", f"could be the month {readings[0]} or two years; {_LIKE}", readings)
    if len(readings) > 1:
        raise InvalidDate("", f"could be {' or '.join(readings)}; {CHOOSE}", readings)
    return next(date for _, date in found)


def _check(numbers: Sequence[str], parts: int) -> None:
    if wrong := [len(number) for number in numbers if len(number) not in (1, 2, 4)]:
        raise InvalidDate("", f"has a number of {wrong[0]} digits; days and months have 1 or 2, years 4 or 2")
    if parts > 3:
        raise InvalidDate("", f"has a number too many; {_LIKE}")
    if parts < 3 and all(len(number) < 4 for number in numbers):
        raise InvalidDate("", "names no year, or only the end of one; write the year with four digits")


def _may_run_on(numbers: Sequence[str]) -> bool:
    """Whether 2011/12 is before us: December, or 2011 to 2012."""
    return len(numbers) == 2 and [len(part) for part in numbers] == [4, 2] and int(numbers[0][2:]) < int(numbers[1])


def _orders(numbers: Sequence[str], order: Order | None, *, day_first: bool) -> tuple[Order, ...]:
    if len(numbers[0]) == 4:
        return ("ymd",)
    if len(numbers) == 2 and len(numbers[1]) == 4:
        return ("dmy",)  # a day or a month before its year: in any order the same
    if order:
        return (order,)
    return ("dmy",) if day_first else get_args(Order)


def _reading(parts: Sequence[str], order: Order) -> PartialDate | None:
    """Return what dateutil makes of the parts in this order, None when that is not what is written."""
    from dateutil import parser  # here, because it costs 50 ms that our own notation never needs

    text = " ".join(_with_century(parts, order))
    day, year = order == "dmy", order == "ymd"
    try:
        first, second = (parser.parse(text, default=at, dayfirst=day, yearfirst=year) for at in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    # What differs was not written: dateutil took it from its default.
    known = {part: getattr(first, part) for part in _PARTS.values() if getattr(first, part) == getattr(second, part)}
    # dateutil exchanges day and month until the date exists; this is the order it was asked for.
    return _date(known) if known == _roles(parts, order) else None


def _date(parts: Mapping[str, int]) -> PartialDate:
    return PartialDate(parts["year"], parts.get("month"), parts.get("day"))


def _roles(parts: Sequence[str], order: Order) -> dict[str, int]:
    """Return what each written part is in this order: ``year``, ``month``, ``day`` to number. The finest may lack."""
    written = _with_century(parts, order)
    numbers = [int(part) for part in written if part.isdecimal()]
    month = [_ENGLISH.index(part) + 1 for part in written if not part.isdecimal()]
    names = [_PARTS[letter] for letter in order if letter != "m" or not month]
    names = names[: len(numbers)] if order == "ymd" else names[-len(numbers) :]
    return dict(zip(names, numbers, strict=True)) | ({"month": month[0]} if month else {})


def _with_century(parts: Sequence[str], order: Order) -> list[str]:
    """Return the parts with the two-digit year of a full date written out, where ``order`` has the year."""
    written = list(parts)
    place = 0 if order == "ymd" else -1
    year = written[place]
    if len(written) == 3 and len(year) == 2:
        written[place] = f"{20 if int(year) <= PIVOT else 19}{year}"
    return written


@cache
def month_names() -> Mapping[str, tuple[int, ...]]:
    """Return folded month name to the months it means: one, unless languages disagree. Babel's names and ours."""
    names: dict[str, set[int]] = {}
    for row in _INFLECTED:
        for month, name in enumerate(row.split(), 1):
            names.setdefault(fold(name), set()).add(month)
    del names["-"]
    from babel import Locale  # here, because it costs 50 ms that our own notation never needs

    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    names.setdefault(fold(name).rstrip("."), set()).add(month)
    return {name: tuple(sorted(months)) for name, months in names.items()}


@cache
def weekdays() -> frozenset[str]:
    """Return the folded words of weekday names. Short ones only in English: ``pre`` and ``do`` are words elsewhere."""
    from babel import Locale

    names = [name for locale in LOCALES for name in Locale.parse(locale).days["format"]["wide"].values()]
    names += Locale("en").days["format"]["abbreviated"].values()
    return frozenset(word for name in names for word in words(name))
