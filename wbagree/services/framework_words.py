"""The words behind ``frameworks``: one framework, or parties and types."""

import sqlite3
from collections.abc import Collection, Sequence

from wbagree.domain.filter import Filter
from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.text.folding import fold_name
from wbagree.errors import WbagreeError
from wbagree.services.question_words import read_question
from wbagree.store.read import frameworks as store


def question_of_parties(connection: sqlite3.Connection, words: Sequence[str]) -> Filter | None:
    """Return the pair or the party that words name, with types.

    None if they name a framework, or anything else.
    """
    name = fold_name(" ".join(words))
    known = store.frameworks(connection).values()
    if any(name in map(fold_name, (one.key, one.name, one.short_name)) for one in known):
        return None
    try:
        read = read_question(connection, words).filter
    except WbagreeError:  # they are read as a framework, and that names what is wrong
        return None
    named = Filter(pairs=read.pairs[:1], parties=read.parties[:1], types=read.types)
    return read if read == named and bool(read.pairs) != bool(read.parties) else None


def is_about(framework: Framework, types: Collection[str]) -> bool:
    """Return whether a framework is about one of ``types``.

    Each is, if there are none.
    """
    return not types or not set(types).isdisjoint(framework.types)
