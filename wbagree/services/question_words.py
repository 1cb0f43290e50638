"""The bare words of a question, such as ``AL XK extradition since 2015``.

Each is the first of these that it names: a key, a pair, a party, a group of parties, a type or a group of types in any
language, a form, a status, a date. Names of several words go before shorter ones. Other words are a text to search for.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Any, NamedTuple

from wbagree.domain.agreements.vocabularies import Form
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter, span_in_words
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.services import typed_words
from wbagree.services.name_reader import NameReader, Reading


class QuestionWords(NamedTuple):
    """The meaning of a question's words: a filter, and the same in words.

    ``meaning``: how the words were read, in one line. ``notes`` name other readings of a word, and how to choose them;
    ``slips`` are those on words that are probably wrong.
    """

    filter: Filter = Filter()
    meaning: str = ""
    notes: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()


# The option that means the same as a word of a kind.
_OPTIONS = {"parties": "--party", "among": "--among", "types": "--type", "forms": "--form", "statuses": "--status"}
# English words between what is named.
_SMALL_WORDS = ("all", "and", "the", "of", "between", "with", "on", "about", "for", "in", "by", "signed")


def read_question(connection: sqlite3.Connection, words: Sequence[str]) -> QuestionWords:
    """Return what bare words mean.

    AmbiguousName when a word names two parties, NotFound for an unknown key.
    """
    reader = NameReader(connection)
    readings: list[Reading] = []
    texts: list[str] = []
    notes: list[str] = []
    slips: list[str] = []
    rest = [word.strip() for word in words if word.strip()]
    while rest:
        found, length = reader.longest_name(rest)
        if found:
            readings.append(found[0])
            notes += _other_readings(" ".join(rest[:length]), found)
        else:
            texts.append(rest[0])
            if rest[0].lower() not in _SMALL_WORDS:
                doubtful = tuple(reader.notes_on_slip(rest[0]))
                notes += (*reader.notes_on_text(rest[0]), *doubtful)
                slips += doubtful
        rest = rest[length:]
    if readings:  # agreements between Albania and Kosovo on extradition
        texts = [text for text in texts if text.lower() not in _SMALL_WORDS]
    return _united(readings, texts)._replace(notes=tuple(notes), slips=tuple(slips))


def join_pairs(connection: sqlite3.Connection, words: Sequence[str]) -> list[str]:
    """Return the words, four parties or more joined two by two.

    ``AL XK MK XK`` is ``AL-XK MK-XK``: a comparison is of pairs.
    """
    reader = NameReader(connection)
    parties: list[str] = []
    others: list[str] = []
    rest = [word.strip() for word in words if word.strip()]
    while rest:
        found, length = reader.longest_name(rest)
        if found and found[0].kind == "parties":
            parties += found[0].codes
        else:
            others += rest[:length]
        rest = rest[length:]
    if len(parties) < 4 or len(parties) % 2:
        return list(words)
    return [*map(",".join, zip(parties[::2], parties[1::2], strict=True)), *others]


def read_search(connection: sqlite3.Connection, words: Sequence[str]) -> QuestionWords:
    """Return what the words of a search mean.

    They are a text, but for keys, pairs of codes, and codes in capitals, which filter.
    """
    reader = NameReader(connection, typed_words.inflected_party_book)
    readings: list[Reading] = []
    texts: list[str] = []
    for word in filter(None, map(str.strip, words)):
        if code := reader.key_or_code(word):
            readings.append(code)
        else:
            texts.append(word)
    filter_ = _united(readings, texts).filter
    return QuestionWords(filter_._replace(named=tuple(reader.named_parties(texts))))


def split_search(text: str) -> list[str]:
    """Return the words and quoted phrases of a search in one line."""
    return re.findall(r'-?"[^"]*"?|[^\s"]+', text)


def pair_of_words(connection: sqlite3.Connection, words: Sequence[str]) -> tuple[str, str]:
    """Return the one pair that words name.

    UsageProblem for other words; NotFound and the like as when a pair is read.
    """
    read = read_question(connection, words).filter
    if read.pairs and read == Filter(pairs=read.pairs[:1]):
        return read.pairs[0]
    if len(words) == 1 and not read.pairs:
        return typed_words.party_book(connection).resolve_pair(words[0])  # it says what is wrong
    raise UsageProblem(f"{' '.join(words)!r} is not a pair", "name two parties, such as AL XK or Albania Kosovo")


def _other_readings(text: str, found: Sequence[Reading]) -> Iterator[str]:
    """Yield a note on other readings of a word."""
    if found[0].codes == (Form.AGREEMENT,):
        yield f"'{text}' is read as the form; leave it out for MoUs, protocols and the like"
    ways = [f"{_OPTIONS[other.kind]} {quote(text)}" for other in found[1:] if other.kind in _OPTIONS]
    if ways:
        yield f"'{text}' can also mean something else: use {' or '.join(ways)} for that"


def _united(readings: Sequence[Reading], texts: Sequence[str]) -> QuestionWords:
    """Return all readings together.

    Two parties are a pair, more of them a group.
    """
    codes: dict[str, dict[Any, None]] = {kind: {} for kind in (*_OPTIONS, "keys", "pairs", "levels", "confidences")}
    first, last = _common_span([one for one in readings if one.kind == "dates"])
    for reading in readings:
        if reading.kind in codes:
            codes[reading.kind] |= dict.fromkeys(reading.codes)
    parties = sorted(codes["parties"])
    if len(parties) == 2 and not codes["pairs"]:
        codes |= {"pairs": {tuple(parties): None}, "parties": {}}
    elif len(parties) > 2:
        codes |= {"among": dict.fromkeys(sorted({*parties, *codes["among"]})), "parties": {}}
    text = " ".join(f'"{one}"' if re.search(r"\s", one) and '"' not in one else one for one in texts)
    *most, last_name = dict.fromkeys(one.name for one in readings if one.kind == "parties") or [""]
    named = f"{', '.join(most)} and {last_name}" if most else last_name
    others = dict.fromkeys(one.name for one in readings if one.kind not in ("parties", "dates", "keys"))
    when = [span_in_words(first, last)] if first or last else []
    found = [*filter(None, [named]), *others, *when, *([f"text {text}"] if text else [])]
    keys = codes["keys"] if found else ()  # a key alone needs no explanation
    meaning = ", ".join([*keys, *found])
    chosen: dict[str, Any] = {kind: tuple(values) for kind, values in codes.items()}
    chosen |= {one.kind: one.codes[0] for one in readings if one.kind in ("undated", "assessed", "sourced")}
    filter_ = Filter(since=first, until=last, text=text)._replace(**chosen)
    return QuestionWords(filter_, meaning)


def _common_span(dates: Sequence[Reading]) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the range of all dates: one range, or a first and a last date."""
    spans = list(dict.fromkeys(one.codes for one in dates))
    first, last = ([span[place] for span in spans if span[place]] for place in (0, 1))
    if len(first) > 1 or len(last) > 1:
        years = " and ".join(dict.fromkeys(str(day) for day in (*first, *last)))
        raise InvalidValue(f"several dates are given: {years}", "use a range, such as 2010-2020")
    return next(iter(first), None), next(iter(last), None)
