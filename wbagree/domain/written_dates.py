"""Dates as people and gazettes write them, read without adding anything to them (domain rule 1).

``28.11.2012. godine``, ``1. августа 2018. године``, ``më 3 qershor 2016``, ``2006. május``, ``(2013.01.14.)``. Whatever is
not understood to the last word and digit is refused. Month names come from CLDR by way of Babel; python-dateutil does
the final parse. Both are slow to import and are loaded only for text that is not in our own notation.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Literal, get_args

from wbagree.domain.dates import PartialDate
from wbagree.domain.folding import fold, words
from wbagree.errors import InvalidDate

Order = Literal["dmy", "mdy", "ymd"]

# The languages of the region and of its neighbours.
LOCALES = ("sq", "bs", "bs_Cyrl", "hr", "sr", "sr_Latn", "mk", "en", "de", "fr", "it", "sl", "hu", "bg", "ro", "el")

# The last two-digit year of this century: 39 is 2039, which an agreement may run to, and 40 is 1940. Treaties of the
# 1940s are in the register; ends in the 2040s will be written out.
PIVOT = 39

# Inflected forms, January to December, that CLDR lacks. Folded like the text, so one row serves Cyrillic as well.
_INFLECTED = (
    # Albanian: definite, and its genitive
    "janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori",
    "janarit shkurtit marsit prillit majit qershorit korrikut gushtit shtatorit tetorit nëntorit dhjetorit",
    # Serbian, Bosnian, Montenegrin: genitive and locative; the Bosnian august
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
    "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
    "- - - - - - - augusta - - - -",
    "- - - - - - - augustu - - - -",
    # Croatian: locative, and the other genitive of studeni
    "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu studenome prosincu",
    "- - - - - - - - - - studenog -",
    "- - - - - - - - - - studenom -",
    # Slovene: genitive and locative, where they are not the Serbian ones
    "januarja februarja marca - - junija julija - - - - -",
    "januarju februarju marcu - - juniju juliju - - - - -",
    # Austrian
    "Jänner Feber - - - - - - - - - -",
    # Hungarian: 'in ... of'
    "januárjában februárjában márciusában áprilisában májusában júniusában júliusában augusztusában szeptemberében"
    " októberében novemberében decemberében",
    # Greek: accusative
    "Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο Οκτώβριο Νοέμβριο Δεκέμβριο",
)
# Words that stand in dates and change nothing. Not 'do', 'pre', 'until', 'from': they make another statement of a date.
_FILLERS = frozenset(
    words(
        "date dated day in of on the year "  # English
        "dan dana dne dt g god godina godine godini ljeta mjeseca meseca na od u "  # Bosnian, Croatian, Serbian
        "nedjelju nedelju sredu srijedu subotu "  # the weekdays that have an accusative
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
        "about approx approximately around c ca cca circa cirka oko okolo rreth afërsisht etwa ungefähr zirka environ vers"
        " verso околу около приближно körül kb aproximativ περίπου"
    )
)

# Roman months were the habit of Yugoslav and Hungarian gazettes. In capitals only: a small 'i' is Albanian for 'of'.
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_ROMAN_MONTH = re.compile(r"(?<=[0-9])([.\s/-]+)(XII|XI|IX|X|VIII|VII|VI|V|IV|III|II|I)\b\.?(?=[.\s/-]*[0-9])")
_DAY_AND_TIME = re.compile(
    r"([0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}\.?)[T\s]\s*(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th|er|[o°]|\.?-j?[ae]n|\.?-i)(?![^\W_])")
_WORD = re.compile(r"[^\W\d_]+[.']?")
_NUMERIC = re.compile(r"([0-9]+)(?:\s*([./-]|\s)\s*([0-9]+)(?:\s*\2\s*([0-9]+))?)?\.?")
_RANGE = re.compile(r"[-/]\s*[0-9]{4}\s*$|^\s*[-/]|[-/]\s*$")
_DASHES = str.maketrans("‐‑‒–—−’", "------'")
_LONGEST = 100

_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # what dateutil understands
# They agree in no part, and both in leap years, so that whatever dateutil takes from them can be told.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - dates have no time zone
_ORDER_NAMES = {"dmy": "day month year", "mdy": "month day year", "ymd": "year month day"}


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
        raise InvalidDate(text, f"is longer than any date ({len(text)} characters)")
    timed = _DAY_AND_TIME.fullmatch(text)
    text = timed[1] if timed else text
    try:
        return PartialDate.parse(text)
    except InvalidDate:
        pass
    bare, mark = _split_mark(text)
    rest, months, about = _without_words(_folded(bare))
    if mark and about:
        raise InvalidDate(text, "is said to be both about and marked; keep one of '?' (inferred) and '~' (about)")
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


def _folded(text: str) -> str:
    """Return the folded text with English months for Roman ones, plain dashes and no ordinal endings."""
    roman = _ROMAN_MONTH.sub(lambda match: f"{match[1]}{_ENGLISH[_ROMAN.index(match[2])]} ", text)
    folded = fold(roman).translate(_DASHES)
    # Folding turns the digits of other scripts, circles and footnotes into ours: 1² would be the 12th.
    if [char for char in folded if char.isdecimal()] != [char for char in text if char in "0123456789"]:
        raise InvalidDate(text, "has digits other than 0 to 9; write the number with those")
    return _ORDINAL.sub(" ", folded)


def _without_words(folded: str) -> tuple[str, tuple[int, ...], bool]:
    """Return the text with no word but the month's, the months which that can mean, and whether it is approximate."""
    months: list[tuple[int, ...]] = []
    about = False

    def keep(match: re.Match[str]) -> str:
        nonlocal about
        word = match[0].rstrip(".'")
        if word in _FILLERS:
            return " "
        if word in _ABOUT:
            about = True
            return " "
        if word in month_names():
            months.append(month_names()[word])
            return f" {word} "
        if word in weekdays():
            return " "
        raise InvalidDate(
            folded, f"has {word!r}, which is no month and no part of a date; write it like 2012, 2012-03 or 2012-03-10"
        )

    rest = _WORD.sub(keep, folded)
    if len(months) > 1:
        raise InvalidDate(folded, "names two months; a date is one day, month or year")
    return rest, months[0] if months else (), about


def _numeric_parts(rest: str) -> tuple[list[str], str]:
    """Return the one to three numbers of a date without words, and what stands between them."""
    _refuse_range(rest)
    match = _NUMERIC.fullmatch(rest.strip(" ,\t\n"))
    if match is None:
        raise InvalidDate(rest, "is not a date; write it like 2012, 2012-03 or 2012-03-10")
    parts = [part for part in match.group(1, 3, 4) if part]
    year, *later = parts
    if match[2] in ("/", "-") and len(year) == 4 and len(later) == 1 and int(year[2:]) < int(later[0][:3]) <= 12:
        reading = f"{year}-{later[0]:0>2}"
        raise InvalidDate(rest, f"could be the month {reading} or run on to another year; write one date", [reading])
    return parts, match[2] or ""


def _worded_parts(rest: str) -> tuple[list[str], str]:
    """Return the numbers of a date and its month's name, in the order they are written, and no separator."""
    _refuse_range(rest)
    if re.search(r"[0-9]\s*[-/]\s*[0-9]", rest):
        raise InvalidDate(rest, "is a range; a date is one day, month or year")
    if stray := re.sub(r"[\s.,/'-]|[^\W_]", "", rest):
        raise InvalidDate(rest, f"has {stray!r}, which is no part of a date; write it like 2012-03 or 2012-03-10")
    return re.findall(r"[0-9]+|[^\W\d_]+", rest), ""


def _refuse_range(rest: str) -> None:
    if _RANGE.search(rest) and re.search(r"[0-9]{4}\s*[-/]|^\s*[-/]", rest):
        raise InvalidDate(rest, "is a range or half of one; a date is one day, month or year")


def _only_reading(parts: Sequence[str], months: tuple[int, ...], separator: str, order: Order | None) -> PartialDate:
    """Return the one date that the parts can be; InvalidDate with the readings when there are more, or none."""
    numbers = [part for part in parts if part.isdecimal()]
    if wrong := [number for number in numbers if len(number) not in (1, 2, 4)]:
        raise InvalidDate("", f"has a number of {len(wrong[0])} digits; days and months have 1 or 2, years 4 or 2")
    if not any(len(number) == 4 for number in numbers) and len(parts) < 3:
        raise InvalidDate("", "names no year; write it with four digits")
    if len(numbers) > 3 - bool(months):
        raise InvalidDate("", "has a number too many; a date is one day, month or year")
    orders = _orders(numbers, bool(months) or separator == ".", order)
    spellings = [[part if part.isdecimal() else _ENGLISH[month - 1] for part in parts] for month in months or (1,)]
    found = {(way, date) for spelling in spellings for way in orders if (date := _reading(spelling, way))}
    readings = sorted({str(date) for _, date in found})
    # Nobody means a two-digit year in front when the day-first reading is merely impossible: 31/11/05 is a slip.
    if not found or (len(orders) > 1 and {way for way, _ in found} == {"ymd"}):
        raise InvalidDate("", f"is in no calendar, read as {' or '.join(_ORDER_NAMES[way] for way in orders)}")
    if len(readings) > 1:
        raise InvalidDate("", f"could be {' or '.join(readings)}; write the one you mean like this", readings)
    return next(date for _, date in found)


def _orders(numbers: Sequence[str], day_first: bool, order: Order | None) -> tuple[Order, ...]:
    if len(numbers[0]) == 4:
        return ("ymd",)
    if len(numbers) == 2 and len(numbers[1]) == 4:
        return ("dmy",)  # a day or a month before its year: in any order the same
    if order:
        return (order,)
    return ("dmy",) if day_first else get_args(Order)


def _reading(parts: Sequence[str], order: Order) -> PartialDate | None:
    """Return what dateutil makes of the parts in this order, None when that is not what is written."""
    from dateutil import parser  # type: ignore[import-untyped]  # here: it costs 50 ms; it ships no types

    parts = _with_century(parts, order)
    try:
        first, second = (
            parser.parse(" ".join(parts), default=default, dayfirst=order == "dmy", yearfirst=order == "ymd")
            for default in _DEFAULTS
        )
    except (ValueError, OverflowError):
        return None
    # What differs was not written: dateutil took it from its default.
    known = {name: getattr(first, name) for name in ("year", "month", "day")}
    known = {name: value for name, value in known.items() if value == getattr(second, name)}
    # dateutil exchanges day and month until the date exists. Held against what is written, that shows.
    worded = not all(part.isdecimal() for part in parts)
    names = {"d": "day", "m": "" if worded else "month", "y": "year"}
    expected = [known[names[letter]] for letter in order if names[letter] in known]
    if "year" not in known or expected != [int(part) for part in parts if part.isdecimal()]:
        return None
    return PartialDate(**known)


def _with_century(parts: Sequence[str], order: Order) -> list[str]:
    """Return the parts with the two-digit year of a full date written out, where ``order`` has the year."""
    place = 0 if order == "ymd" else -1
    year = parts[place]
    if len(parts) < 3 or len(year) != 2 or not year.isdecimal():
        return list(parts)
    written = list(parts)
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
