"""The command line as it was typed: where ``--db`` is in it, and what of it the history keeps."""

import os
import re
import shlex
from collections.abc import Sequence

# The password in an address, as in postgresql://user:password@host/name.
_PASSWORD = re.compile(r"(?<=://)([^/@:\s]*):[^/@\s]*@")


def split_db(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split the words of a command line into those of ``--db`` and the others."""
    for place, word in enumerate(words):
        if word == "--":
            break
        if word == "--db" and place + 1 < len(words):
            return [*words[place : place + 2]], [*words[:place], *words[place + 2 :]]
        if word.startswith("--db="):
            return [word], [*words[:place], *words[place + 1 :]]
    return [], [*words]


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
    db, rest = split_db(words)
    while db:  # it may be given twice
        db, rest = split_db(rest)
    return shlex.join(_PASSWORD.sub(r"\1:…@", word) for word in map(readable, rest))
