"""The vocabulary of foreign lists: headers, terms, title words, names.

The words themselves are data (``seed/vocabulary``); this module looks texts up in them. All are compared folded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from wbagree.domain.text.folding import fold_name, folded_words

# In a stem: any one word; and the end of a part that must match a whole word.
_ANY, _WHOLE = "*", "$"
Stem = tuple[str, ...]


class TypeStem(NamedTuple):
    """Beginnings of consecutive words, and the type of titles that have them.

    ``instead_of`` is another type: its stems that end within them do not count. *Mutual legal assistance in civil
    matters* is not *mutual legal assistance*.
    """

    stem: Stem
    type_code: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Folded texts with their meanings.

    ``headers``: header to field; ``terms``: field to (word to code); ``stems``: the stems that begin with the same
    letters, in order of preference; ``names``: inflected and official names to party;
    ``ambiguous``: abbreviations of the region that are also codes of other parties; ``header_words``: beginnings of
    words, to the field of any short header that has such a word; ``acts``: kinds of acts by stems.
    """

    headers: Mapping[str, str]
    terms: Mapping[str, Mapping[str, str]]
    stems: Mapping[str, tuple[TypeStem, ...]]
    names: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    header_words: tuple[tuple[str, str], ...] = ()
    acts: tuple[tuple[Stem, str], ...] = ()

    def field_of(self, header: str) -> str:
        """Return the field that a header means, or ''."""
        remark = header.partition("(")[2]
        return (
            self.headers.get(fold_name(header), "")
            or self.headers.get(self._without_answers(header), "")
            or self.field_of_any_word(remark)
            or self.headers.get(_without_brackets(header), "")
            or self._field_of_parts(header)
        )

    def _field_of_parts(self, header: str) -> str:
        """Return the field of a header in two languages, or ''.

        As in ``Naziv / Title``. '' where its parts mean different fields.
        """
        parts = _BETWEEN_LANGUAGES.split(header)
        fields = {self.headers.get(fold_name(part), "") for part in parts if part.strip()} - {""}
        return next(iter(fields)) if len(parts) > 1 and len(fields) == 1 else ""

    def _without_answers(self, header: str) -> str:
        """Return a header in words, without answers at its end.

        ``isPublic`` becomes ``is public``, and ``Public: yes/no`` becomes ``public``.
        """
        found = fold_name(in_words(header)).split()
        answers = self.terms.get("answer", {})
        while found[1:] and found[-1] in answers:
            found.pop()
        return " ".join(found)

    def field_of_any_word(self, header: str) -> str:
        """Return the field that one word of a short header means.

        An example is ``Stepen povjerljivosti``. '' when there is none.
        """
        found = fold_name(in_words(header)).split()
        if len(found) > _SHORT_HEADER:
            return ""
        return next((field for stem, field in self.header_words for word in found if _matches_part(word, stem)), "")

    def code_of(self, field: str, text: str) -> str:
        """Return the code that ``text`` means in a field's vocabulary, or ''.

        Of a field that is yes or no, the words for these count as well.
        """
        folded = _folded(text)
        code = self.terms.get(field, {}).get(folded, "")
        return self.terms.get("answer", {}).get(folded, "") if not code and field in _ANSWERED else code

    def form_in(self, title: str) -> str:
        """Return the form that a title names first, or ''.

        Of two that begin with the same word, it is the longer.
        """
        return next((code for _, code in self.forms_of(folded_words(title[:_TELLING]))), "")

    def forms_of(self, words: Sequence[str]) -> Iterator[tuple[range, str]]:
        """Yield the forms in folded words, with the places of their names."""
        forms = self.terms.get("form", {})
        start, first = 0, _first_words(self)
        while start < len(words):
            if words[start] not in first:
                start += 1
                continue
            lengths = range(min(_LONGEST_TERM, len(words) - start), 0, -1)
            names = ((length, forms.get(" ".join(words[start : start + length]), "")) for length in lengths)
            length, code = next((named for named in names if named[1]), (1, ""))
            if code:
                yield range(start, start + length), code
            start += length

    def act_in(self, text: str) -> str:
        """Return the kind of acts that a short text names, or ''.

        Of the deposit, or the notification, of another act it is the other.
        """
        return next(iter(self.acts_in(text)), "")

    def acts_in(self, text: str) -> tuple[str, ...]:
        """Return the kinds of acts that a short text names."""
        return _acts_in(self, in_words(text)) if len(text) <= _LONGEST_ACT else ()

    def types_in(self, title: str) -> tuple[str, ...]:
        """Return the types of a title by its words, in their order."""
        return self.named_types(title[:_TELLING]).types

    def named_types(self, title: str) -> "NamedTypes":
        """Return the types of a title, with the places of their words."""
        return _named_types(self, title)


@lru_cache(maxsize=8)
def _first_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the first words of the names of forms."""
    return frozenset(name.split()[0] for name in vocabulary.terms.get("form", {}) if name)


class NamedTypes(NamedTuple):
    """The types of a title, and the places of their words."""

    types: tuple[str, ...]
    places: frozenset[int]


@lru_cache(maxsize=4096)  # a search for duplicates asks for the types of each title once for each other title
def _named_types(vocabulary: Vocabulary, title: str) -> NamedTypes:
    found = folded_words(title)
    matches = [
        (range(start, start + len(one.stem)), one)
        for start, word in enumerate(found)
        for one in _stems_from(vocabulary, word)
        if _matches_stem(found[start : start + len(one.stem)], one.stem)
    ]
    replaced = [(words, one.instead_of) for words, one in matches if one.instead_of]
    places: dict[str, tuple[int, int]] = {}
    for words, one in matches:
        if not any(other == one.type_code and _ends_within(words, more) for more, other in replaced):
            # At one place the longer of two stems goes first: road traffic police is not local border traffic.
            places.setdefault(one.type_code, (words.start, -len(words)))
    named = frozenset(place for words, _ in matches for place in words)
    return NamedTypes(tuple(sorted(places, key=places.__getitem__)), named)


@lru_cache(maxsize=2**14)  # titles repeat the same few thousand words, and few of them begin a stem
def _stems_from(vocabulary: Vocabulary, word: str) -> tuple[TypeStem, ...]:
    """Return the stems whose first part a word matches."""
    return tuple(one for one in vocabulary.stems.get(word[:_PREFIX], ()) if _matches_part(word, one.stem[0]))


def _ends_within(words: range, more: range) -> bool:
    """Return whether words end within others, but are not the same."""
    return more.start < words.stop <= more.stop and words != more


@lru_cache(maxsize=4096)  # a column of acts has the same words in all rows
def _acts_in(vocabulary: Vocabulary, text: str) -> tuple[str, ...]:
    found = folded_words(text)
    matches = sorted(
        (kind in _CARRYING, start, -len(stem), kind)
        for start in range(len(found))
        for stem, kind in vocabulary.acts
        if _matches_stem(found[start : start + len(stem)], stem)
    )
    return tuple(dict.fromkeys(kind for *_, kind in matches))


# By these other acts are made known.
_CARRYING = ("deposit", "notification")
# Characters of the longest header of an act.
_LONGEST_ACT = 120
# The fields that are yes or no.
_ANSWERED = ("binding",)
# A longer header is a sentence, and may have the word for another reason.
_SHORT_HEADER = 6
# Between the headers of two languages.
_BETWEEN_LANGUAGES = re.compile(r"[/|\n]| [-–—] ")
# Between the words of ``isConfidential``, as programs name their columns.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][A-Za-z])")
# Stems are found by the beginning of their first word, which has at least this many letters.
_PREFIX = 3
_LONGEST_TERM = 5
# The subject of a title is at its beginning; the longest known has 325 characters.
_TELLING = 4000


def in_words(header: str) -> str:
    """Return a header in words, as ``stateSignature`` is in programs."""
    return _CAMEL.sub(" ", header)


def _matches_stem(found: list[str], stem: Stem) -> bool:
    return len(found) == len(stem) and all(map(_matches_part, found, stem))


def _matches_part(word: str, begin: str) -> bool:
    return word.startswith(begin) or begin == _ANY or (begin.endswith(_WHOLE) and word == begin[:-1])


def _folded(text: str) -> str:
    """Return a text folded, but keep a mark without letters.

    Such a mark is a tick.
    """
    return fold_name(text) or text.strip()


@lru_cache(maxsize=1024)
def _without_brackets(header: str) -> str:
    """Return a folded header without a remark in brackets.

    As in ``Datum potpisivanja (dan.mjesec.godina)``. Folding also removes the mark of ``Title*``.
    """
    return fold_name(header.partition("(")[0])


def make_vocabulary(
    headers: Iterable[tuple[str, str]],
    terms: Iterable[tuple[str, str, str]],
    stems: Iterable[tuple[str, str, str]],
    names: Iterable[tuple[str, str]],
    abbreviations: Iterable[tuple[str, str]] = (),
    acts: Iterable[tuple[str, str]] = (),
) -> Vocabulary:
    """Make the vocabulary from rows of its tables.

    The rows are (field, header), (field, code, word), (type, stem, other type or empty), (party, name), (parties,
    abbreviation), and (kind of acts, stem). A header that ends in ``*`` matches every short header with a word that
    begins so, one that ends in ``$`` every short header with exactly this word.
    """
    by_field: dict[str, dict[str, str]] = {}
    for field, code, word in terms:
        by_field.setdefault(field, {})[_folded(word)] = code
        by_field[field].setdefault(fold_name(code), code)
    by_prefix: dict[str, list[TypeStem]] = {}
    for code, text, instead_of in stems:
        stem = tuple(part if part == _ANY else _stem(part) for part in text.split())
        by_prefix.setdefault(stem[0][:_PREFIX], []).append(TypeStem(stem, code, instead_of))
    whole: dict[str, str] = {}
    telling: list[tuple[str, str]] = []
    for field, header in headers:
        if header.endswith((_ANY, _WHOLE)):
            telling.append((_stem(header), field))
        else:
            whole[fold_name(header)] = field
    return Vocabulary(
        whole,
        by_field,
        {prefix: tuple(found) for prefix, found in by_prefix.items()},
        {fold_name(name): party for party, name in names},
        {fold_name(text): tuple(parties.split(";")) for text, parties in abbreviations},
        tuple(telling),
        tuple((tuple(map(_stem, text.split())), kind) for kind, text in acts),
    )


def _stem(part: str) -> str:
    return fold_name(part) + (_WHOLE if part.endswith(_WHOLE) else "")
