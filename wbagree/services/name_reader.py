"""Names that people type, read by what a register has: keys, parties, types, forms, statuses, dates.

Names of several words go before shorter ones.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from wbagree.domain.agreements.vocabularies import Confidence, Form, Level, Status, label
from wbagree.domain.dates.typed_ranges import read_range
from wbagree.domain.filter import span_in_words
from wbagree.domain.text.folding import fold_name, folded_words
from wbagree.errors import AmbiguousName, InvalidValue, NotFound
from wbagree.services import typed_words

if TYPE_CHECKING:
    from wbagree.domain.parties.party_book import PartyBook
    from wbagree.domain.types import TypeBook


class Reading(NamedTuple):
    """One reading of a word: its kind, codes and name.

    ``kind`` is a field of Filter, or ``dates`` with the first and the last.
    """

    kind: str
    codes: tuple[Any, ...]
    name: str


# The longest name of several words, and the longest code that is a word of some language as well.
_MOST_WORDS, _SHORT = 6, 3
# The shortest word that can be a slip for a name, and how similar to the name it is.
_LONG, _NEARLY = 6, 0.85
_KEY = re.compile(r"[A-Z][A-Z0-9-]*-(?:[0-9]{4}|ND)-[0-9]+", re.IGNORECASE)
_JOINED = re.compile(r"[-,/–—]|\s(?:and|dhe|i|и)\s")
# A word of these vocabularies needs its noun: ``high confidence``.
_RATINGS = {"confidence": ("confidences", Confidence), "level": ("levels", Level)}
_RATED = re.compile(r"(\w+)[- ](confidence|level)", re.IGNORECASE)
# A condition in one or two words, as a field of Filter, its value and its name.
_SWITCHES = {
    **dict.fromkeys(("undated", "no date", "without date", "bez datuma", "pa date"), ("undated", (True,), "undated")),
    "assessed": ("assessed", (True,), "assessed"),
    **dict.fromkeys(("not assessed", "never assessed"), ("assessed", (False,), "never assessed")),
    **dict.fromkeys(("no source", "without source", "bez izvora"), ("sourced", (False,), "without a source")),
}


def is_key(word: str) -> bool:
    """Return whether a word has the form of an agreement's key."""
    return _KEY.fullmatch(word) is not None


class NameReader:
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

    def longest_name(self, words: Sequence[str]) -> tuple[list[Reading], int]:
        """Return the readings of the longest name, and its length in words.

        The name is at the beginning.
        """
        for length in range(min(len(words), _MOST_WORDS), 0, -1):
            if found := list(self._readings(" ".join(words[:length]))):
                return found, length
        return [], 1

    def name_of_party(self, code: str) -> str:
        """Return a party's name."""
        return self._parties.name_of(code)

    def notes_on_small_word(self, word: str) -> Iterator[str]:
        """Yield a note if a small word may be a party."""
        if word.upper() in self._parties.groups.get("wb6", ()):
            yield f"'{word}' is read as a small word; use {word.upper()} for {self._parties.name_of(word.upper())}"

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

    def _readings(self, text: str) -> Iterator[Reading]:
        """Yield the readings of a name: a key or a pair alone, or one of each kind."""
        if is_key(text):
            from wbagree.store.read.keys import resolve_key

            key = resolve_key(self._connection, text)
            yield Reading("keys", (key,), key)
        elif pair := self._pair(text):
            yield Reading("pairs", (pair,), " and ".join(map(self._parties.name_of, pair)))
            if " " in text and (party := self._party(text)):  # Serbia and Montenegro
                yield Reading("parties", (party,), self._parties.name_of(party))
        elif parties := self._several_parties(text):
            *most, last = map(self._parties.name_of, parties)
            yield Reading("parties", parties, f"{', '.join(most)} and {last}")
        else:
            yield from self._names(text)

    def key_or_code(self, text: str) -> Reading | None:
        """Return the reading of a key, or of one or two codes."""
        from wbagree.store.read.codes import parse_pair

        if is_key(text):
            return next(self._readings(text))
        if "-" in text and (pair := parse_pair(self._connection, text)):
            return Reading("pairs", (pair,), "")
        return Reading("parties", (text,), "") if text in self._parties.parties else None

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

    def _names(self, text: str) -> Iterator[Reading]:
        if party := self._party(text):
            yield Reading("parties", (party,), self._parties.name_of(party))
        if members := self._parties.groups.get(text.lower()):
            yield Reading("among", tuple(members), f"among {text.lower()}")
        if code := self._types.code_named(text):
            codes = self._types.resolve_many(text)
            name = self._types.label_of(code) if len(codes) == 1 else self._types.groups.get(code, text)
            yield Reading("types", codes, name)
        for kind, vocabulary in (("forms", Form), ("statuses", Status)):
            if word := _code_of(vocabulary, text):
                yield Reading(kind, (word,), f"status {label(word)}" if kind == "statuses" else label(word))
        if match := _RATED.fullmatch(text):
            field, rating = _RATINGS[match[2].lower()]
            if word := _code_of(rating, match[1]):
                yield Reading(field, (word,), f"{match[2].lower()} {label(word)}")
        if switch := _SWITCHES.get(fold_name(text)):
            yield Reading(*switch)
        if span := read_range(text):
            yield Reading("dates", span, span_in_words(*span))

    def _party(self, text: str) -> str:
        # ``me``, ``sa`` and ``no`` are words of the region's languages; ``are`` and ``can`` are English.
        if len(text) <= _SHORT and not text.isupper() and not self._parties.has_name(text):
            return ""
        codes = self._parties.codes_meant(text)
        if len(codes) > 1:
            raise AmbiguousName("party", text, sorted(codes))
        return next(iter(codes), "")


def _code_of(vocabulary: type[StrEnum], text: str) -> str:
    try:
        return typed_words.codes_of_words(vocabulary, [text])[0]
    except NotFound:
        return ""
