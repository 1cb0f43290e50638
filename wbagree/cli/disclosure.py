"""What is marked restricted is shown on a terminal, and leaves it only when that is asked for."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli.output import on_terminal, say
from wbagree.domain.filter import Filter
from wbagree.domain.record import Agreement
from wbagree.errors import UsageProblem

RestrictedOption = Annotated[
    bool, typer.Option("--with-restricted", help="Also what is marked restricted; on a terminal it is shown anyway.")
]


def leaves(output: Path | None = None) -> bool:
    """Whether an answer leaves the terminal: for a file, or through a pipe."""
    return output is not None or not on_terminal()


def without_restricted(connection: sqlite3.Connection, question: Filter) -> Filter:
    """Return the question for public records only where others answer it too, and say how many are left out."""
    from wbagree.store.reading import restricted

    left_out = restricted(connection, question)
    if left_out:
        records = "1 restricted record is" if left_out == 1 else f"{left_out} restricted records are"
        say(f"{records} left out; --with-restricted includes what is restricted")
    return question._replace(public=True) if left_out else question


def concealed(connection: sqlite3.Connection, *, with_restricted: bool) -> set[str]:
    """Return the keys of the records of which nothing is said in an answer that leaves the terminal."""
    from wbagree.store.around import restricted

    return set() if with_restricted else restricted(connection)


def refuse_restricted(agreements: Iterable[Agreement]) -> None:
    """Raise UsageProblem when a record that was asked for by its key is restricted, where the answer leaves."""
    for agreement in agreements:
        if agreement.disclosure:
            raise UsageProblem(
                f"{agreement.key} is marked {agreement.disclosure} and would leave the terminal",
                "--with-restricted says that it may",
            )
