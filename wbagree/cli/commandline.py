"""The command line as it was typed: where ``--db`` is in it, and what of it the history keeps."""

import os
import re
from collections.abc import Sequence
from itertools import islice

# The password in an address, as in postgresql://user:password@host/name.
_PASSWORD = re.compile(r"(?<=://)([^/@:\s]*):[^/@\s]*@")


def split_db(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split the words of a command line into those of ``--db`` and the others."""
    end = [*words, "--"].index("--")
    db: list[str] = []
    others: list[str] = []
    rest = iter(words[:end])
    for word in rest:
        named = [word, *islice(rest, 1)] if word == "--db" else [word]
        (db if len(named) > 1 or word.startswith("--db=") else others).extend(named)
    return db, [*others, *words[end:]]


def text_of(word: str) -> str:
    """Return a word as UTF-8 reads its bytes, whatever the locale took them for; else as the locale does."""
    try:
        return os.fsencode(word).decode()
    except UnicodeError:  # no UTF-8, or no word of the command line
        return word


def readable(word: str) -> str:
    """Return a word with ``?`` for what is no text."""
    return text_of(word).encode(errors="replace").decode()


def write_for_history(words: Sequence[str]) -> str:
    """Return a command line for the history: without any place of a register, and without passwords."""
    import shlex  # here: only a change is kept, and answers have no use for it

    _, rest = split_db(words)
    return shlex.join(_PASSWORD.sub(r"\1:…@", word) for word in map(readable, rest))
