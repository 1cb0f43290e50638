"""Saved questions in answers that leave the terminal."""

import sqlite3
from collections.abc import Collection, Iterable

from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.domain.saved_questions import SavedQuestion


def visible_questions(connection: sqlite3.Connection, *, with_restricted: bool) -> tuple[list[SavedQuestion], int]:
    """Return the saved questions, and how many are left out.

    Those that name a restricted agreement are left out, unless ``with_restricted``.
    """
    from wbagree.services.restricted import hidden_keys
    from wbagree.store.read import entity_cells

    saved = entity_cells.saved_questions(connection).values()
    hidden = hidden_keys(connection, with_restricted=with_restricted)
    found = [one for one in saved if not names_any(one.words, hidden)]
    return found, len(saved) - len(found)


def names_any(words: Iterable[str], keys: Collection[str]) -> bool:
    """Return whether words have one of these keys, in any case."""
    text = "\n".join(words).casefold()
    return any(key.casefold() in text for key in keys)


def left_out_questions_sentence(number: int) -> str:
    """Return a sentence on questions left out; empty for 0."""
    if not number:
        return ""
    questions = f"{pluralise(number, 'saved question')} on restricted agreements {is_or_are(number)}"
    return f"{questions} left out (use --with-restricted to see all)"
