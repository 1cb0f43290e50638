"""Choices of a question: typed by number, by beginning, or in any language."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from wbagree.domain.agreements.fields import FIELD_BY_NAME
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.agreements.vocabularies import label
from wbagree.domain.text.folding import fold_name
from wbagree.errors import AmbiguousName, InvalidValue, NotFound, WbagreeError
from wbagree.services import typed_words

# The group whose parties are offered by number; any other is typed by code or name.
_OFFERED = "wb6"
_MOST_NAMED = 6


@dataclass(frozen=True)
class Choices:
    """The choices of one field.

    ``offered``: codes with their labels, in the order of their numbers. ``exact`` returns the code of a whole name or
    raises a WbagreeError, ``beginning`` the codes of all names that begin so. ``name`` is a code in words. A field with
    ``several`` takes more than one.
    """

    offered: Sequence[tuple[str, str]]
    exact: Callable[[str], str]
    beginning: Callable[[str], Collection[str]]
    name: Callable[[str], str]
    several: bool = False

    def lines(self, width: int) -> list[str]:
        """Return the numbered choices in columns, within a width."""
        cells = [f"{number:>3} {text}" for number, (_, text) in enumerate(self.offered, 1)]
        column = max(map(len, cells)) + 2
        rows = -(-len(cells) // max(1, (width + 2) // column))
        return ["".join(cell.ljust(column) for cell in cells[row::rows]).rstrip() for row in range(rows)]

    def read(self, text: str) -> list[str]:
        """Return the codes of an answer; a WbagreeError when there is none."""
        if not self.several:
            return [self._code(text.strip())]
        return [code for piece in re.split(r"[;,]", text) if piece.strip() for code in self._codes(piece.strip())]

    def _code(self, text: str) -> str:
        if text.isdecimal():
            if 1 <= int(text[:4]) <= len(self.offered):
                return self.offered[int(text[:4]) - 1][0]
            raise InvalidValue(f"There is no number {text[:20]}. Type 1 to {len(self.offered)}.")
        try:
            return self.exact(text)
        except AmbiguousName:
            raise
        except WbagreeError as error:
            found = self._codes_beginning(text)
            if len(found) == 1:
                return found[0]
            raise self._problem(text, found, error) from None

    def _codes_beginning(self, text: str) -> list[str]:
        """Return the codes that a beginning can mean; those offered go first."""
        folded = fold_name(text)
        if not folded:
            return []
        offered = [one for one in self.offered if any(fold_name(name).startswith(folded) for name in one)]
        return [code for code, _ in offered] or sorted(self.beginning(text))

    def _problem(self, text: str, found: list[str], error: WbagreeError) -> InvalidValue:
        if 1 < len(found) <= _MOST_NAMED:
            names = [self.name(code) for code in found]
            return InvalidValue(f"{text!r} could be {', '.join(names[:-1])} or {names[-1]}. Type more letters.")
        if found:
            return InvalidValue(f"{text!r} could be many. Type more letters.")
        if isinstance(error, NotFound) and error.nearest:
            return InvalidValue(f"I don't know {text!r}. Did you mean {' or '.join(error.nearest)}?")
        return InvalidValue(f"I don't know {text!r}. Type a number, a name or its beginning.")

    def _codes(self, piece: str) -> list[str]:
        """Return the codes of names with blanks between them.

        The longest names go first. A WbagreeError names what is unknown.
        """
        words, codes = piece.split(), list[str]()
        while words:
            for end in range(len(words), 0, -1):
                try:
                    codes.append(self._code(" ".join(words[:end])))
                except WbagreeError:
                    continue
                words = words[end:]
                break
            else:
                self._code(" ".join(words))  # raises
        return codes


def choices_of(field: str, validator: AgreementValidator) -> Choices | None:
    """Return the choices of a field; None for any text."""
    if field == "types":
        types = validator.types
        offered = [(code, type_.label) for code, type_ in types.types.items()]
        return Choices(offered, types.resolve, types.codes_beginning, types.label_of, several=True)
    if field == "parties":
        book = validator.parties
        offered = [(code, book.name_of(code)) for code in book.groups.get(_OFFERED, ()) if code in book.parties]
        return Choices(offered, book.resolve, book.codes_beginning, book.name_of, several=True)
    if words := FIELD_BY_NAME[field].words:
        offered = [(word.value, label(word.value)) for word in words]
        exact = partial(_code_of_word, field, validator)
        return Choices(offered, exact, partial(typed_words.codes_beginning, field), label)
    return None


def _code_of_word(field: str, validator: AgreementValidator, text: str) -> str:
    return str(validator.read_field(field, text))
