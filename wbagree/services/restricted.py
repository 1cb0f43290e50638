"""What is marked restricted is shown on a terminal, and leaves it only when that is asked for."""

import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli.output.streams import messages_on_terminal, on_terminal, print_message
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.vocabularies import Disclosure, pluralise
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem
from wbagree.formats.common.sanitiser import single_line

RestrictedOption = Annotated[
    bool, typer.Option("--with-restricted", help="Also what is marked restricted; on a terminal it is shown anyway.")
]


def leaves_terminal(output: Path | None = None) -> bool:
    """Whether an answer leaves the terminal: for a file, or through a pipe."""
    return output is not None or not on_terminal()


def without_restricted(connection: sqlite3.Connection, question: Filter) -> Filter:
    """Return the question for public records only where others answer it too, and say how many are left out."""
    from wbagree.store.read.agreements import count_restricted

    left_out = count_restricted(connection, question)
    if left_out:
        are = "is" if left_out == 1 else "are"
        print_message(
            f"{pluralise(left_out, 'restricted record')} {are} left out; --with-restricted includes what is restricted"
        )
    return question._replace(public=True) if left_out else question


def hidden_keys(connection: sqlite3.Connection, *, with_restricted: bool) -> set[str]:
    """Return the keys of the records of which nothing is said in an answer that leaves the terminal."""
    from wbagree.store.read.agreement_context import restricted_keys

    return set() if with_restricted else restricted_keys(connection)


def keys_hidden_in_history(connection: sqlite3.Connection, *, with_restricted: bool) -> set[str]:
    """Return the keys of the records whose changes an answer that leaves the terminal does not have."""
    from wbagree.store.read.agreement_context import ever_restricted_keys

    return set() if with_restricted else ever_restricted_keys(connection)


def print_relations_left_out(number: int) -> None:
    """Say how many relations stated by restricted agreements are left out.

    They are left out of every answer that leaves the terminal.
    """
    if number:
        left = "a restricted agreement is" if number == 1 else "restricted agreements are"
        print_message(
            f"{pluralise(number, 'relation')} to {left} left out; --with-restricted includes what is restricted"
        )


def refuse_restricted(agreements: Collection[Agreement]) -> None:
    """Raise UsageProblem when an agreement that would leave the terminal is restricted."""
    refuse_hidden((agreement.key for agreement in agreements), {one.key for one in agreements if one.disclosure})


def refuse_hidden(keys: Iterable[str], hidden: Collection[str]) -> None:
    """Raise UsageProblem when one of ``keys``, which would leave the terminal, is among the ``hidden``."""
    for key in keys:
        if key in hidden:
            raise UsageProblem(
                f"{key} is marked {Disclosure.RESTRICTED} and would leave the terminal",
                "--with-restricted says that it may",
            )


def title_in_message(agreement: Agreement) -> str:
    """Return the title for a message; a restricted one stays on the terminal."""
    # On one line: what a title says must not look like a message of ours.
    return f"({Disclosure.RESTRICTED})" if stays_on_terminal(agreement) else single_line(agreement.title)


def described(agreement: Agreement) -> str:
    """Return title and date of signature for a message; of a restricted one they stay on the terminal."""
    title = title_in_message(agreement)
    return title if stays_on_terminal(agreement) else f"{title} ({agreement.signed or 'undated'})"


def stays_on_terminal(agreement: Agreement) -> bool:
    """Whether an agreement is restricted and messages are kept in a file or a pipe."""
    return bool(agreement.disclosure) and not messages_on_terminal()
