"""Taking in a file, as ``import`` and ``seed`` do: the progress, every problem with its place, the account."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from wbagree.cli.output import say
from wbagree.errors import ImportRefused, NotFound
from wbagree.formats.interchange import read_csv

if TYPE_CHECKING:
    from wbagree.store.intake import Incoming, Intake


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """Open a CSV file, or stdin for ``-``; a byte order mark is skipped."""
    if str(path) == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", newline="")  # type: ignore[union-attr]  # stdin is a text file
        yield sys.stdin
        return
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except FileNotFoundError as error:
        raise NotFound("file", str(path)) from error
    except OSError as error:
        raise ImportRefused(f"{path} cannot be read: {error.strerror}") from error
    with file:
        yield file


def rows(file: TextIO, name: str) -> "Iterator[Incoming]":
    """Yield the rows of a file in the register's own layout (lists in other layouts become such rows first)."""
    from wbagree.store.intake import Incoming

    return (Incoming(*row) for row in read_csv(file, name))


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while rows are checked, when a person is watching."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking rows", total=total)
        yield lambda done: bar.advance(task, done)


def lines_in(path: Path) -> int:
    """Return how many lines a file has: about as many rows, for the progress bar."""
    if not path.is_file():
        return 0
    with path.open("rb") as file:
        return sum(1 for _ in file)


def report(intake: "Intake", name: str, *, dry_run: bool) -> None:
    """Say what became of the rows; ImportRefused when there were problems, all of them named."""
    account = intake.account
    for line in (*intake.notices, *map(str, intake.refusals)):
        say(line)
    counts = {
        "new": account.new,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "left alone": account.left_alone,
        "refused": account.refused,
    }
    said = ", ".join(f"{number} {what}" for what, number in counts.items() if number or what != "left alone")
    sentence = f"{name}: {account.read} {'row' if account.read == 1 else 'rows'} read: {said}"
    if intake.refusals:
        raise ImportRefused(f"{sentence}; nothing was stored", "correct the rows named above and import again")
    say(f"{sentence} (dry run: nothing was stored)" if dry_run else sentence)
