"""The parser of search queries in any script (rule 5).

Any text is a safe query. Quotes make a phrase, a leading minus excludes, the last word may be the beginning of a word.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wbagree.domain.text.folding import fold, folded_words

_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """Folded phrases that must (``required``) and must not (``excluded``) occur.

    A word is a phrase of one. ``open_end``: the last required word is a prefix.
    """

    required: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    open_end: bool = False

    def __bool__(self) -> bool:
        return bool(self.required or self.excluded)


def read_query(text: str) -> Query:
    """Return the query of a text that a user typed. It never fails."""
    required: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    open_end = False
    for match in _TERM.finditer(text.replace("\0", " ")):
        quoted = match["phrase"] is not None
        phrase = tuple(folded_words(match["phrase"] if quoted else match["word"]))
        if not phrase:
            continue
        if match["minus"]:
            excluded.append(phrase)
        else:
            required.append(phrase)
            open_end = not quoted
    return Query(tuple(required), tuple(excluded), open_end)


def fts_required(query: Query) -> list[str]:
    """Return the FTS5 expressions that must each match."""
    terms = [_quoted(phrase) for phrase in query.required]
    if terms and query.open_end:
        terms[-1] += "*"
    return terms


def fts_excluded(query: Query) -> list[str]:
    """Return the FTS5 expressions that must not match."""
    return [_quoted(phrase) for phrase in query.excluded]


def _quoted(phrase: tuple[str, ...]) -> str:
    # Folded words hold letters and digits only, so nothing in them can leave the quotes.
    return '"' + " ".join(phrase) + '"'


def has_words(text: str, beginnings: Iterable[str]) -> bool:
    """Return whether each of some folded words begins a word of ``text``."""
    words = folded_words(text)
    return all(any(word.startswith(one) for word in words) for one in beginnings)


def match_spots(text: str, query: Query) -> list[tuple[int, int]]:
    """Return the places (start, end) of matched words in ``text``, in order.

    A word matches as part of a required phrase of the query.
    """
    # Most texts have none of the words, and finding the places of words takes far longer than finding that.
    words = " ".join(folded_words(text))
    if not any(" ".join(phrase) in words for phrase in query.required):
        return []
    spots: list[tuple[int, int]] = []
    spans: list[tuple[str, int, int]] = []
    for word in re.finditer(r"\S+", text):
        spans += _folded_spans(word[0], word.start())
    folded = [span[0] for span in spans]
    for place, phrase in enumerate(query.required):
        last_is_prefix = query.open_end and place == len(query.required) - 1
        for start in range(len(folded) - len(phrase) + 1):
            if _begins(folded[start : start + len(phrase)], phrase, last_is_prefix):
                spots += [span[1:] for span in spans[start : start + len(phrase)]]
    return sorted(set(spots))


def _begins(found: list[str], phrase: tuple[str, ...], last_is_prefix: bool) -> bool:
    if last_is_prefix:
        return tuple(found[:-1]) == phrase[:-1] and found[-1].startswith(phrase[-1])
    return tuple(found) == phrase


def _folded_spans(chunk: str, offset: int) -> list[tuple[str, int, int]]:
    """Return the folded words of a chunk without blanks, with their places.

    A place is (start, end) in the original text, in which the chunk starts at ``offset``.
    """
    spans = [(fold(piece[0]), offset + piece.start(), offset + piece.end()) for piece in re.finditer(r"[^\W_]+", chunk)]
    if len(spans) != len(folded_words(chunk)):  # co-operation is one word in two pieces: mark it whole
        return [(word, offset, offset + len(chunk)) for word in folded_words(chunk)]
    return spans


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a field's text, with the places of matched words.

    ``spots`` are these places: (start, end) in ``text``.
    """

    field: str
    text: str
    spots: tuple[tuple[int, int], ...]

    def marked(self, before: str, after: str) -> str:
        """Return the text with every matched word between ``before`` and ``after``."""
        marked, done = "", 0
        for start, end in self.spots:
            marked += self.text[done:start] + before + self.text[start:end] + after
            done = end
        return marked + self.text[done:]


def _outside_addresses(text: str, spots: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that are not in an address: marks would spoil it."""
    addresses = [match.span() for match in re.finditer(r"\S+", text) if _is_address(match[0])]
    return [(start, end) for start, end in spots if not any(a <= start and end <= b for a, b in addresses)]


def _is_address(word: str) -> bool:
    """Return whether a word names a page, a site or a mailbox.

    It has a scheme, or ends before its path in a point and small letters.
    """
    site, point, country = word.strip("()[]<>,;:.").partition("/")[0].rpartition(".")
    return "://" in word or bool(site and point and len(country) > 1 and country.isalpha() and country.islower())


_AROUND, _LONGEST_ADDRESS = 60, 300
_SHORT = 400


def excerpts(texts: Mapping[str, str], query: Query) -> list[Excerpt]:
    """Return an excerpt of each of ``texts`` (field to text) that matches.

    Short titles are whole; of other texts it is the part around the first match.
    """
    found = []
    for field, text in texts.items():
        flat = " ".join(text.split())
        if spots := match_spots(flat, query):
            found.append(_excerpt(field, flat, spots))
    return found


def _excerpt(field: str, text: str, spots: list[tuple[int, int]]) -> Excerpt:
    marked = _outside_addresses(text, spots)
    if len(text) <= _SHORT and field.startswith("title"):
        return Excerpt(field, text, tuple(marked))
    start = max(spots[0][0] - _AROUND, 0)
    if start:
        start = (
            text.find(" ", start, spots[0][0]) + 1
            or text.rfind(" ", max(start - _LONGEST_ADDRESS, 0), start) + 1
            or start
        )
    end = min(spots[0][1] + 2 * _AROUND, len(text))
    end = text.rfind(" ", spots[0][1], end) if end < len(text) and " " in text[spots[0][1] : end] else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((first + shift, last + shift) for first, last in marked if start <= first and last <= end)
    return Excerpt(field, before + text[start:end] + after, inside)
