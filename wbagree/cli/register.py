"""Opening the register for a command: for reading the light way, for writing through the gate."""

import shlex
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wbagree import resources
from wbagree.cli.output import say
from wbagree.errors import UsageProblem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlmodel import Session


def path(ctx: typer.Context) -> Path:
    """Return the file of the register this run is about."""
    return resources.register_path(ctx.obj)


def spare(ctx: typer.Context, output: Path | None) -> None:
    """Refuse to write data over the register itself."""
    place = path(ctx)
    if output is not None and output.exists() and place.exists() and output.samefile(place):
        raise UsageProblem(f"{output} is the register itself; name another file", "wbagree db backup FILE copies it")


def existing(ctx: typer.Context) -> Path:
    """Return the register's file, made new and empty on first use."""
    place = path(ctx)
    if not place.exists():
        from wbagree.store import schema  # loads Alembic: only the first time

        schema.create(place)
        say(f"new register: {place}")
    return place


@contextmanager
def reading(ctx: typer.Context) -> "Iterator[sqlite3.Connection]":
    """Open the register for reading, in one consistent view of it."""
    from wbagree.store import connection

    with connection.reading(existing(ctx)) as opened:
        yield opened


@contextmanager
def answering(ctx: typer.Context) -> "Iterator[sqlite3.Connection]":
    """Open the register for a question about its records; an empty one says what to do next."""
    from wbagree.store.reading import count

    with reading(ctx) as opened:
        if count(opened) == 0:
            say("the register is empty. What next:")
            say("  wbagree seed              load the bundled register of the Western Balkans")
            say("  wbagree import FILE.csv   take in a list of your own")
            say("  wbagree add               add one record")
        yield opened


@contextmanager
def writing(ctx: typer.Context, *, dry_run: bool = False) -> "Iterator[Session]":
    """Open the register for one change, kept whole or not at all."""
    from wbagree.store import writing

    with writing.transaction(existing(ctx), shlex.join(sys.argv[1:]), dry_run=dry_run) as session:
        yield session
