"""The bare words of a question, such as ``AL XK extradition since 2015``.

Each is the first of these that it names: a key, a pair, a party, a group of parties, a type or a group of types in any
language, a form, a status, a date. Names of several words go before shorter ones. Other words are a text to search for.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from shlex import quote
from typing import TYPE_CHECKING, Any, NamedTuple

from wbagree.domain.agreements.vocabularies import Form, Status, label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed_ranges import read_range
from wbagree.domain.filter import Filter, span_in_words
from wbagree.domain.text.folding import fold_name, folded_words
from wbagree.errors import AmbiguousName, InvalidValue, NotFound, UsageProblem
from wbagree.services import typed_words

if TYPE_CHECKING:
    from wbagree.domain.parties.party_book import PartyBook
    from wbagree.domain.types import TypeBook


class QuestionWords(NamedTuple):
    """The meaning of a question's words: a filter, and the same in words.

    ``meaning``: how the words were read, in one line. ``notes`` name other readings of a word, and how to choose them;
    ``slips`` are those on words that are probably wrong.
    """

    filter: Filter = Filter()
    meaning: str = ""
    notes: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()


class _Reading(NamedTuple):
    """One reading of a word: its kind, codes and name.

    ``kind`` is a field of Filter, or ``dates`` with the first and the last.
    """

    kind: str
    codes: tuple[Any, ...]
    name: str


# The option that means the same as a word of a kind.
_OPTIONS = {"parties": "--party", "among": "--among", "types": "--type", "forms": "--form", "statuses": "--status"}
# The longest name of several words, and the longest code that is a word of some language as well.
_MOST_WORDS, _SHORT = 6, 3
# The shortest word that can be a slip for a name, and how similar to the name it is.
_LONG, _NEARLY = 6, 0.85
_KEY = re.compile(r"[A-Z][A-Z0-9-]*-(?:[0-9]{4}|ND)-[0-9]+", re.IGNORECASE)
_JOINED = re.compile(r"[-,/–—]|\s(?:and|dhe|i|и)\s")
# English words between what is named.
_SMALL_WORDS = ("all", "and", "the", "of", "between", "with", "on", "about", "for", "in", "by", "signed")


def is_key(word: str) -> bool:
    """Return whether a word has the form of an agreement's key."""
    return _KEY.fullmatch(word) is not None


def read_question(connection: sqlite3.Connection, words: Sequence[str]) -> QuestionWords:
    """Return what bare words mean.

    AmbiguousName when a word names two parties, NotFound for an unknown key.
    """
    reader = _Reader(connection)
    readings: list[_Reading] = []
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
    reader = _Reader(connection)
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
    reader = _Reader(connection, typed_words.inflected_party_book)
    readings: list[_Reading] = []
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


class _Reader:
    """The reading of words by the names that a register has."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        party_book: "Callable[[sqlite3.Connection], PartyBook]" = typed_words.party_book,
    ) -> None:
        self._connection, self._party_book = connection, party_book

    @cached_property
    def _parties(self) -> "PartyBook":
        return self._party_book(self._connection)

    @cached_property
    def _types(self) -> "TypeBook":
        return typed_words.type_book(self._connection)

    def longest_name(self, words: Sequence[str]) -> tuple[list[_Reading], int]:
        """Return the readings of the longest name, and its length in words.

        The name is at the beginning.
        """
        for length in range(min(len(words), _MOST_WORDS), 0, -1):
            if found := list(self._readings(" ".join(words[:length]))):
                return found, length
        return [], 1

    def notes_on_text(self, text: str) -> Iterator[str]:
        """Yield a note if a word would be a party in capitals."""
        if len(text) <= _SHORT and (party := self._parties.parties.get(text.upper())):
            yield f"'{text}' is read as text; use {party.code} for {party.name}"

    def notes_on_slip(self, text: str) -> Iterator[str]:
        """Yield a note if a word is probably a slip."""
        if re.fullmatch("[A-Z]{2}", text) and text not in self._parties.parties:
            yield f"'{text}' is read as text; no party has this code"
        elif len(text) >= _LONG and (name := self._similar_name(text)):
            yield f"'{text}' is read as text; did you mean '{name}'?"

    def _similar_name(self, text: str) -> str:
        """Return the nearly equal name of something, or ''."""
        from wbagree.domain.text.suggestions import similar_texts

        types = [name for one in self._types.types.values() for name in (one.label, *one.aliases)]
        names = {fold_name(name): name for name in (*types, *(one.name for one in self._parties.parties.values()))}
        return next((names[near] for near in similar_texts(fold_name(text), names, _NEARLY)), "")

    def _readings(self, text: str) -> Iterator[_Reading]:
        """Yield the readings of a name: a key or a pair alone, or one of each kind."""
        if is_key(text):
            from wbagree.store.read.keys import resolve_key

            key = resolve_key(self._connection, text)
            yield _Reading("keys", (key,), key)
        elif pair := self._pair(text):
            yield _Reading("pairs", (pair,), " and ".join(map(self._parties.name_of, pair)))
            if " " in text and (party := self._party(text)):  # Serbia and Montenegro
                yield _Reading("parties", (party,), self._parties.name_of(party))
        elif parties := self._several_parties(text):
            *most, last = map(self._parties.name_of, parties)
            yield _Reading("parties", parties, f"{', '.join(most)} and {last}")
        else:
            yield from self._names(text)

    def key_or_code(self, text: str) -> _Reading | None:
        """Return the reading of a key, or of one or two codes."""
        from wbagree.store.read.codes import parse_pair

        if is_key(text):
            return next(self._readings(text))
        if "-" in text and (pair := parse_pair(self._connection, text)):
            return _Reading("pairs", (pair,), "")
        return _Reading("parties", (text,), "") if text in self._parties.parties else None

    def named_parties(self, texts: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words and phrases that name parties, with the codes.

        Of a name of several words, each word is one of its party.
        """
        rest = list(texts)
        while rest:
            length = next((n for n in range(min(len(rest), _MOST_WORDS), 1, -1) if self._codes(" ".join(rest[:n]))), 1)
            if codes := self._codes(" ".join(rest[:length])):
                for word in rest[:length]:
                    yield " ".join(folded_words(word)), codes
            rest = rest[length:]

    def _codes(self, name: str) -> tuple[str, ...]:
        if len(name) <= _SHORT and not self._parties.has_name(name):
            return ()
        return tuple(sorted(self._parties.codes_meant(name)))

    def _pair(self, text: str) -> tuple[str, str] | None:
        from wbagree.store.read.codes import parse_pair

        if not _JOINED.search(text):
            return None
        try:
            return parse_pair(self._connection, text) or self._parties.resolve_pair(text)
        except (NotFound, InvalidValue):
            return None

    def _several_parties(self, text: str) -> tuple[str, ...]:
        """Return the parties of a list such as ``AL,MK,XK``, or none."""
        parts = [part.strip() for part in text.split(",")]
        if len(parts) < 2 or not all(parts):
            return ()
        codes = [part.upper() if part.upper() in self._parties.parties else self._party(part) for part in parts]
        return tuple(dict.fromkeys(codes)) if all(codes) else ()

    def _names(self, text: str) -> Iterator[_Reading]:
        if party := self._party(text):
            yield _Reading("parties", (party,), self._parties.name_of(party))
        if members := self._parties.groups.get(text.lower()):
            yield _Reading("among", tuple(members), f"among {text.lower()}")
        if code := self._types.code_named(text):
            codes = self._types.resolve_many(text)
            name = self._types.label_of(code) if len(codes) == 1 else self._types.groups.get(code, text)
            yield _Reading("types", codes, name)
        for kind, vocabulary in (("forms", Form), ("statuses", Status)):
            if word := _code_of(vocabulary, text):
                yield _Reading(kind, (word,), f"status {label(word)}" if kind == "statuses" else label(word))
        if span := read_range(text):
            yield _Reading("dates", span, span_in_words(*span))

    def _party(self, text: str) -> str:
        # ``me``, ``sa`` and ``no`` are words of the region's languages; ``are`` and ``can`` are English.
        if len(text) <= _SHORT and not text.isupper() and not self._parties.has_name(text):
            return ""
        codes = self._parties.codes_meant(text)
        if len(codes) > 1:
            raise AmbiguousName("party", text, sorted(codes))
        return next(iter(codes), "")


def _code_of(vocabulary: type[Form] | type[Status], text: str) -> str:
    try:
        return typed_words.codes_of_words(vocabulary, [text])[0]
    except NotFound:
        return ""


def _other_readings(text: str, found: Sequence[_Reading]) -> Iterator[str]:
    """Yield a note on other readings of a word."""
    if found[0].codes == (Form.AGREEMENT,):
        yield f"'{text}' is read as the form; leave it out for MoUs, protocols and the like"
    ways = [f"{_OPTIONS[other.kind]} {quote(text)}" for other in found[1:] if other.kind in _OPTIONS]
    if ways:
        yield f"'{text}' can also mean something else: use {' or '.join(ways)} for that"


def _united(readings: Sequence[_Reading], texts: Sequence[str]) -> QuestionWords:
    """Return all readings together.

    Two parties are a pair, more of them a group.
    """
    codes: dict[str, dict[Any, None]] = {kind: {} for kind in (*_OPTIONS, "keys", "pairs")}
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
    filter_ = Filter(since=first, until=last, text=text)._replace(**chosen)
    return QuestionWords(filter_, meaning)


def _common_span(dates: Sequence[_Reading]) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the range of all dates: one range, or a first and a last date."""
    spans = list(dict.fromkeys(one.codes for one in dates))
    first, last = ([span[place] for span in spans if span[place]] for place in (0, 1))
    if len(first) > 1 or len(last) > 1:
        years = " and ".join(dict.fromkeys(str(day) for day in (*first, *last)))
        raise InvalidValue(f"several dates are given: {years}", "use a range, such as 2010-2020")
    return next(iter(first), None), next(iter(last), None)
