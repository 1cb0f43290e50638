"""Readers of parties in foreign lists: several in a cell, inflected, numbered.

An unknown name is never guessed: it raises NotFound with the nearest names. A name that several parties had at
different times (Yugoslavia) means the one whose time includes the day of signature.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wbagree.domain.agreements.vocabularies import PartyKind
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.text.folding import fold_name, folded_words
from wbagree.errors import AmbiguousName, InvalidValue, NotFound

# Numbers before the names of a list belong to the separators.
_STRONG = re.compile(r"(?:^|[\s;|])\(?\d{1,3}[.)]\s*(?=[^\W\d])|[;|\n]")
# Numbers and marks of footnotes: Austria¹, Austria [1], Kosovo*.
_FOOTNOTE = re.compile(r"\[\d{1,2}\]|\(\d{1,2}\)|[¹²³⁰-⁹*†‡]+")
# Separators that are seldom part of a party's name.
_SEPARATOR = re.compile(r"[,/–—]|\s-\s|^[A-Z]{2}-")
# Separators that may be part of a name, in the order in which they are tried: a comma separates more often than a
# hyphen or an "and".
_WEAK = tuple(
    re.compile(separator)
    for separator in (
        r",",
        r"/",
        r"[–—]|\s-\s",
        r"\s(?:and|dhe|i|и|und|et|e|ed|in|&|with|me|sa|s|со|са|mit|avec|con)\s",
        r"-",
    )
)
_JOINING = _WEAK[3]
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
# Words before a country's name that do not identify it.
_STATE_WORDS = frozenset(
    folded_words(
        "the of between with rep r republic kingdom government governments council ministers state states "
        "e i të së me ndermjet midis republika republikes republiken qeveria qeverise keshilli ministrave "
        "sa s so med medu izmedu između među republike republici republiku republikom kraljevina kraljevine kraljevini "
        "vlada vlade vladi vladom vijece vijeca ministara savet saveta savezna "
        "na republik der die das des mit zwischen königreich regierung bundesregierung ministerrat "
        "république royaume de du la le les d avec entre tra con gouvernement conseil repubblica regno di del della "
        "governo "
        "са со меѓу између влада владата владе совет министри кралство"
    )
)
# Marks of cells that do not name all parties: Serbia et al.
_OTHERS = re.compile(r"(?i)(?:^|[\s,;(])(?:et al|i dr|i ost|etc|etj|u\.\s?a|и др|и др)\b\.?|\.\.\.|…")
_LONGEST = 4000
_MOST_PARTS = 100
_DEEPEST = 12


class PartyReader:
    """The reader of cells that name parties.

    ``names`` maps further folded names to codes; ``mapped`` maps the user's own names to a code, or to '' for none;
    ``ambiguous`` has abbreviations that are also codes of other parties, and that only a user can resolve.
    """

    def __init__(
        self,
        book: PartyBook,
        names: Mapping[str, str],
        mapped: Mapping[str, str] | None = None,
        ambiguous: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._book = book
        self._names = names
        self._ambiguous = ambiguous or {}
        self._mapped = {fold_name(name): code for name, code in (mapped or {}).items()}
        # Memo: each way of splitting a cell reads the same pieces again.
        self._pieces: dict[tuple[str, int], tuple[str, ...] | None] = {}
        self._single: dict[tuple[str, PartialDate | None], tuple[str, ...] | None] = {}

    def read(self, text: str, signed: PartialDate | None = None) -> tuple[str, ...]:
        """Return the codes of the parties in a cell, in its order.

        NotFound or AmbiguousName names the part that cannot be resolved.
        """
        if len(text) > _LONGEST:
            raise InvalidValue(f"is {len(text)} characters long; it cannot be a list of parties")
        separators = (len(_SEPARATOR.findall(text)), text.count("-"), len(_JOINING.findall(text)) // 2)
        if max(separators) > _MOST_PARTS:
            raise InvalidValue(f"has more than {_MOST_PARTS} parts; it cannot be a list of parties")
        if _OTHERS.search(text) and fold_name(text) not in self._mapped:
            raise InvalidValue("does not name all the parties; name them, or leave the row out")
        codes: list[str] = []
        self._pieces.clear()
        for part in filter(None, (piece.strip(_EDGES) for piece in _STRONG.split(_FOOTNOTE.sub(" ", text)))):
            found = self._parties_of_piece(part, signed, 0)
            if found is None:
                raise self._unknown_name(part, signed)
            codes += found
        return tuple(dict.fromkeys(codes))

    def read_code(self, text: str) -> tuple[str, ...]:
        """Return the party of a cell in a column of ISO codes.

        Any other text is read like those of other columns.
        """
        code = "" if fold_name(text) in self._mapped else self._book.iso_code(text)
        return (code,) if code else self.read(text)

    def is_iso_code(self, text: str) -> bool:
        """Return whether a text is a code of ISO 3166."""
        return bool(self._book.iso_code(text))

    def code_and_name(self, iso_code: str) -> str:
        """Return code and name of the state with an ISO code."""
        return self._book.code_and_name(self._book.iso_code(iso_code))

    def is_ambiguous(self, text: str) -> bool:
        """Return whether a text is an abbreviation, and another party's code."""
        return fold_name(text) in self._ambiguous

    def code_of(self, text: str) -> str:
        """Return the code of the one party that ``text`` names.

        '' when it names none or several.
        """
        try:
            found = self._party_named(text, None)
        except (AmbiguousName, InvalidValue):
            return ""
        return found[0] if found and len(found) == 1 else ""

    def _parties_of_piece(self, text: str, signed: PartialDate | None, depth: int) -> tuple[str, ...] | None:
        """Return the parties of a text without strong separators, or None.

        None when it cannot be cut into names of parties.
        """
        if (text, depth) not in self._pieces:
            self._pieces[text, depth] = self._read_piece(text, signed, depth)
        return self._pieces[text, depth]

    def _read_piece(self, text: str, signed: PartialDate | None, depth: int) -> tuple[str, ...] | None:
        one = self._party_named(text, signed)
        if depth > _DEEPEST or (one is not None and not self._doubtful(text, one, signed)):
            return one
        try:
            return self._parties_of_cuts(text, signed, depth) or one
        except (AmbiguousName, InvalidValue):
            if one is None:
                raise
            return one

    def _parties_of_cuts(self, text: str, signed: PartialDate | None, depth: int) -> tuple[str, ...] | None:
        for left, right in _cuts(text):
            first = self._party_named(left, signed)
            if first is not None:
                rest = self._parties_of_piece(right, signed, depth + 1)
                if rest is not None:
                    return first + rest
        return None

    def _doubtful(self, text: str, one: tuple[str, ...], signed: PartialDate | None) -> bool:
        """Return whether a name that matched one party could be two.

        Such as Serbia and Montenegro after 2006.
        """
        if (
            len(one) != 1
            or text.upper() in self._book.parties
            or self._book.parties[one[0]].kind != PartyKind.PREDECESSOR
        ):
            return False
        return bool(_SEPARATOR.search(text)) or (signed is not None and self._had_ended(one[0], signed))

    def _party_named(self, text: str, signed: PartialDate | None) -> tuple[str, ...] | None:
        """Return the party that the whole text names, or None.

        An empty tuple when the user mapped it to no party.
        """
        known = (text, signed)
        if known not in self._single:
            self._single[known] = self._look_up(text, signed)
        return self._single[known]

    def _look_up(self, text: str, signed: PartialDate | None) -> tuple[str, ...] | None:
        folded = fold_name(text)
        if folded in self._mapped:
            return (self._mapped[folded],) if self._mapped[folded] else ()
        if folded in self._ambiguous:
            codes = self._ambiguous[folded]
            either = " or ".join(map(self._book.code_and_name, codes))
            likely = next(code for code in codes if code != text.upper())
            raise InvalidValue(f"{text!r} could be {either}: say which, as in --party '{text}={likely}'")
        for spelling in _spellings(text):
            found = self._book.codes_meant(spelling)
            if not found and (code := self._names.get(fold_name(spelling))):
                found = {code}
            if found:
                return self._at_the_time(spelling, found, signed)
        return None

    def _at_the_time(self, text: str, found: set[str], signed: PartialDate | None) -> tuple[str, ...]:
        if len(found) > 1 and signed:
            found = {code for code in found if self._book.parties[code].may_cover(signed)} or found
        if len(found) > 1:
            raise AmbiguousName("party", text, sorted(found))
        return tuple(found)

    def _had_ended(self, code: str, signed: PartialDate) -> bool:
        until = self._book.parties[code].until
        return bool(until) and PartialDate.parse(until).latest < signed.earliest

    def outside_time(self, codes: Iterable[str], signed: PartialDate) -> dict[str, str]:
        """Return the parties whose time cannot include the day of signature.

        Each has its earlier party on that day, or ''.
        """
        outside = (code for code in codes if not self._book.parties[code].may_cover(signed))
        return {code: self._book.earlier_party(code, signed) for code in outside}

    def _unknown_name(self, text: str, signed: PartialDate | None) -> NotFound:
        """Return the error for a text that names no parties.

        It names the shortest piece next to a known party, else the whole text.
        """
        unknown = [
            piece
            for left, right in _cuts(text)
            for piece, other in ((left, right), (right, left))
            if self._is_known(other, signed) and not self._is_known(piece, signed)
        ]
        problem = self._book.not_found(min(unknown or [text], key=len))
        problem.hint = "--party 'NAME=CODE' says what a name means, --party 'NAME=' leaves it out"
        return problem

    def _is_known(self, text: str, signed: PartialDate | None) -> bool:
        try:
            return self._party_named(text, signed) is not None
        except (AmbiguousName, InvalidValue):
            return True


_EDGES = " .,:*†-–—/"


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    for separator in _WEAK:
        for match in separator.finditer(text):
            left, right = text[: match.start()].strip(_EDGES), text[match.end() :].strip(_EDGES)
            if left and right:
                yield left, right


def _spellings(text: str) -> Iterator[str]:
    """Yield the spellings of a name to look up: as written first.

    The others are without additions of lists: brackets, an inverted order, words such as ``Republic of``.
    """
    yield text
    outside = " ".join(_BRACKETS.sub(" ", text).split())
    for round_, square in _BRACKETS.findall(text):
        yield f"{round_ or square} {outside}"
    if outside and outside != text:
        yield outside  # the brackets do not identify the party: the whole cell is kept as a note
    before, comma, after = text.partition(",")
    if comma and set(folded_words(after)) & _STATE_WORDS:
        yield f"{after} {before}"  # YUGOSLAVIA, FEDERAL REPUBLIC OF
    folded = folded_words(outside or text)
    plain = _without_state_words(folded)
    # Before a separator, the first word is a party and not a word such as "de": DE, AL.
    if plain and plain != folded and not _SEPARATOR.search(text):
        yield " ".join(plain)


def _without_state_words(folded: Sequence[str]) -> list[str]:
    rest = list(folded)
    while rest and rest[0] in _STATE_WORDS:
        rest.pop(0)
    return rest
