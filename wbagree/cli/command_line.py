"""The command line as typed, and as the history has it."""

import os
from collections.abc import Sequence
from itertools import islice


def split_off_db_option(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split off the words of ``--db`` from a command line."""
    end = [*words, "--"].index("--")
    db: list[str] = []
    others: list[str] = []
    rest = iter(words[:end])
    for word in rest:
        named = [word, *islice(rest, 1)] if word == "--db" else [word]
        (db if len(named) > 1 or word.startswith("--db=") else others).extend(named)
    return db, [*others, *words[end:]]


def decoded_word(word: str) -> str:
    """Return a word decoded as UTF-8, else as the locale does."""
    try:
        return os.fsencode(word).decode()
    except UnicodeError:  # not UTF-8, or not a word of the command line
        return word


def readable_word(word: str) -> str:
    """Return a word with ``?`` for what is no text."""
    return decoded_word(word).encode(errors="replace").decode()


def command_line_for_history(words: Sequence[str]) -> str:
    """Return a command line for the history.

    It has no path of a register and no password.
    """
    import shlex  # here: only a change is kept, and answers have no use for it

    _, rest = split_off_db_option(words)
    return shlex.join(" ".join(map(_without_password, word.split(" "))) for word in map(readable_word, rest))


def _without_password(text: str) -> str:
    """Return a text without the password of an address in it.

    As in ``postgresql://user:password@host/name``.
    """
    scheme, colon, rest = text.partition("://")
    login, at, place = rest.rpartition("@")  # a password may have any of these marks
    user, stop, secret = login.partition(":")
    # ``https://example.org:8080/a@b`` has a port there.
    is_password = colon and at and user and stop and "/" not in user and not secret.partition("/")[0].isdecimal()
    return f"{scheme}://{user}:…@{place}" if is_password else text
