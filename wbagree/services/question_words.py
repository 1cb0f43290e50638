"""The bare words of a question, such as ``AL XK extradition since 2015``.

Each is the first of these that it names: a key, a pair, a party, a group of parties, a type or a group of types in any
language, a form, a status, a date. Names of several words go before shorter ones. Other words are a text to search for.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import takewhile
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
# Words between what is named, in the languages of the region; they name nothing.
_BETWEEN = (
    *("a about agreements all an and any are at between by", "did do does find for from has have in is list me of on"),
    *("please show signed the there to versus vs what which who with", "dhe e i me mes midis mbi ndermjet ndërmjet në"),
    *("nga nje një per për te të", "do i između izmedju iz na o od s sa u za", "во до за и из између меѓу на од о"),
    "помеѓу с са со у",
)
_SMALL_WORDS = frozenset(word for words in _BETWEEN for word in words.split())
# Kinds of readings that no option has a letter for; then those with one value.
_LISTS, _SINGLE = ("keys", "pairs", "levels", "confidences", "signatories"), ("undated", "assessed", "sourced", "as_of")
_EVERYTHING = {"all", "agreements", "everything"}
_LEAVING_OUT = ("not", "except", "excluding")
# Before a date, with a status before them: in force on 1 January 2015.
_ON = ("on", "in", "at")
_AS_OF = (["as", "of"], ["as", "at"])
_MOST_NAMES = 4


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
        found, length = (
            _of_signatory(reader, rest)
            or _as_of(reader, rest, readings)
            or (([], 1) if rest[0].lower() in _EVERYTHING else reader.longest_name(rest))
        )
        if found:
            readings.append(found[0])
            notes += _other_readings(" ".join(rest[:length]), found)
        else:
            _refuse_leaving_out(rest[0])
            texts.append(rest[0])
            if rest[0].lower() in _SMALL_WORDS:
                notes += reader.notes_on_small_word(rest[0])
            else:
                doubtful = tuple(reader.notes_on_slip(rest[0]))
                notes += (*reader.notes_on_text(rest[0]), *doubtful)
                slips += doubtful
        rest = rest[length:]
    if readings:  # agreements between Albania and Kosovo on extradition
        texts = [text for text in texts if text.lower() not in _SMALL_WORDS]
    elif {text.lower() for text in texts} <= _EVERYTHING:
        texts = []
    return _united(readings, texts)._replace(notes=tuple(notes), slips=tuple(slips))


def _of_signatory(reader: NameReader, words: Sequence[str]) -> tuple[list[Reading], int] | None:
    """Return the reading of ``signed by Hashim Thaci``, or None.

    A party that signed is read as any other.
    """
    if [word.lower() for word in words[:2]] != ["signed", "by"]:
        return None
    name = list(takewhile(lambda word: not reader.longest_name([word])[0], words[2 : 2 + _MOST_NAMES]))
    name_words = " ".join(name)
    found = [Reading("signatories", (name_words,), f"signed by {name_words}")] if name else []
    return found, 2 + len(name)


def _as_of(reader: NameReader, words: Sequence[str], before: Sequence[Reading]) -> tuple[list[Reading], int] | None:
    """Return the reading of a day of statuses, or None.

    Such as ``as of 2015``, and after a status ``on 1 January 2015``.
    """
    first = [word.lower() for word in words[:2]]
    skipped = 2 if first in _AS_OF else 1 if first[:1] == ["as-of"] else 0
    if not skipped and not (before and before[-1].kind == "statuses" and first[0] in _ON):
        return None
    found, length = reader.longest_name(words[skipped:])
    if not found or found[0].kind != "dates" or found[0].codes[0] != found[0].codes[1]:
        return None
    day = found[0].codes[0]
    return [Reading("as_of", (day.latest,), f"as of {day}")], skipped + length


def _refuse_leaving_out(word: str) -> None:
    if word.lower() in _LEAVING_OUT:
        raise UsageProblem(
            f"I can't read {word!r}: a question names what it is about.",
            "A search leaves out words with a minus: wbagree search extradition -police",
        )


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
    codes: dict[str, dict[Any, None]] = {kind: {} for kind in (*_OPTIONS, *_LISTS)}
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
    chosen |= {one.kind: one.codes[0] for one in readings if one.kind in _SINGLE}
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
