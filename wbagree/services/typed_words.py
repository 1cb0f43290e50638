"""Words as people type them, in the languages of the bundled vocabulary.

They are names of parties and types, forms, levels and the like. The vocabulary is loaded only for a word that the
register does not know itself.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING

from wbagree.domain.agreements.vocabularies import Verb, label
from wbagree.errors import NotFound, WbagreeError

if TYPE_CHECKING:
    from wbagree.domain.parties.party_book import PartyBook
    from wbagree.domain.types import TypeBook


def party_book(connection: sqlite3.Connection) -> "PartyBook":
    """Return the register's parties, which understands inflected and official names as well."""
    from wbagree.store.read import parties_and_types

    return parties_and_types.party_book(connection, _names)


def inflected_party_book(connection: sqlite3.Connection) -> "PartyBook":
    """Return the register's parties, which understands inflected names as well.

    Unlike ``party_book`` it loads no names of the world: of a search, any word may be one.
    """
    from wbagree.store.read import parties_and_types

    return parties_and_types.party_book(connection, _inflected_names)


def type_book(connection: sqlite3.Connection) -> "TypeBook":
    """Return the register's types, with groups in the languages of the region.

    It has suggestions for unknown names.
    """
    from wbagree.store.read import parties_and_types

    return parties_and_types.type_book(connection, _types, partial(code_of_word, "group"))


def code_of_word(field: str, text: str) -> str:
    """Return the code of a word in any language, or ``""``.

    ``field`` is form, level or another vocabulary.
    """
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    return bundled_vocabulary().code_of(field, text)


def codes_beginning(field: str, text: str) -> set[str]:
    """Return the codes of words, in any language, that begin so."""
    from wbagree.domain.text.folding import fold_name
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    words = bundled_vocabulary().terms.get(field, {})
    return {code for word, code in words.items() if word.startswith(fold_name(text))}


def field_of_word(text: str) -> str:
    """Return the field that a word in any language means, or ``""``."""
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    return bundled_vocabulary().field_of(text)


def codes_of_parties(book: "PartyBook", text: str) -> str:
    """Return a cell of parties, with a pair (``AL-XK``) as two.

    A text that names no pair stays as it is.
    """
    items = [item.strip() for item in text.split(";") if item.strip()]
    return ";".join(";".join(_pair(book, item)) if not book.codes_meant(item) else item for item in items)


def _pair(book: "PartyBook", item: str) -> tuple[str, ...]:
    try:
        return book.resolve_pair(item)
    except WbagreeError:
        return (item,)


def read_verb(text: str) -> tuple[str, bool]:
    """Return the verb of a relation in any language.

    With it comes whether it is read from the other end: ``replaces`` is supersedes, and ``replaced by`` its reverse. An
    unknown text has the verb ``""``.
    """
    active = text.strip().removesuffix(" by")
    return code_of_word("verb", active), active != text.strip()


def with_verb(item: str) -> str:
    """Return a relation with our verb: ``replaces KEY`` is ``supersedes KEY``."""
    words, _, key = item.strip().rpartition(" ")
    verb, is_reversed = read_verb(words)
    return f"{verb} {key}" if verb in set(Verb) and not is_reversed else item


def codes_of_words(vocabulary: type[StrEnum], texts: Iterable[str] | None) -> tuple[str, ...]:
    """Return the codes of texts: codes, printed words, or vocabulary words."""
    return tuple(dict.fromkeys(_code(vocabulary, text) for text in texts or ()))


def _code(vocabulary: type[StrEnum], text: str) -> str:
    from wbagree.domain.text.folding import fold_name
    from wbagree.domain.text.suggestions import nearest_codes

    field = vocabulary.__name__.lower()
    known = {fold_name(name): word.value for word in vocabulary for name in (word.value, label(word.value))}
    code = known.get(fold_name(text)) or code_of_word(field, text)
    if not code:
        near = nearest_codes(fold_name(text), {name: (code,) for name, code in known.items()}, 0.6)
        raise NotFound(field, text, near, f"one of {', '.join(vocabulary)}")
    return code


def _inflected_names() -> Mapping[str, str]:
    from wbagree.formats.list_readers.vocabulary import inflected_names

    return inflected_names()


@cache
def _names() -> Mapping[str, str]:
    from wbagree.domain.parties.country_names import world_names
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    return {**bundled_vocabulary().names, **world_names()}


def _types(text: str) -> tuple[str, ...]:
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    return bundled_vocabulary().types_in(text)
