"""The register's file, opened for reading or writing."""

import sys
from contextlib import contextmanager
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wbagree import atomic_files, ending, resources
from wbagree.cli.output.streams import print_message
from wbagree.domain.dates import clock
from wbagree.errors import DatabaseProblem, NoRegister, UsageProblem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlmodel import Session


class RegisterUse(Enum):
    """How a command uses a register that does not exist yet.

    EXISTING needs one, NEW makes one, TRIAL makes one for the length of the run.
    """

    EXISTING = auto()
    NEW = auto()
    TRIAL = auto()


# Keys of the context: the note on a wrong clock is printed once, a trial register made once.
_CLOCK, _TRIAL = "wbagree.clock", "wbagree.trial"
_NEXT = (
    "wbagree seed              load the bundled register of the Western Balkans",
    "wbagree import FILE.csv   import a list of your own",
    "wbagree add               add one agreement",
)


def register_path(ctx: typer.Context) -> Path:
    """Return the file of the register this run is about."""
    return resources.register_path(ctx.obj)


def refuse_register_as_output(ctx: typer.Context, output: Path | None) -> None:
    """Refuse to write data over the register itself."""
    place = register_path(ctx)
    if output is None or not output.exists():
        return
    # SQLite keeps a log next to it while a process writes.
    own = [Path(f"{place.resolve()}{end}") for end in ("", *ending.COMPANION_ENDINGS)]
    if any(has_register(file) and output.samefile(file) for file in own):
        raise UsageProblem(f"{output} is the register itself; name another file", "wbagree db backup FILE copies it")


def existing_register_path(ctx: typer.Context) -> Path:
    """Return the register's file; NoRegister when there is none."""
    place = register_path(ctx)
    if clock.is_wrong() and not ctx.meta.get(_CLOCK):
        ctx.meta[_CLOCK] = True
        print_message(
            f"note: the clock says {date.today()}, before this program was made; what depends on today is wrong"
        )
    if not has_register(place):
        raise NoRegister(f"there is no register at {place}", "\n  ".join(_NEXT))
    return place


def _path_for(ctx: typer.Context, use: RegisterUse) -> Path:
    """Return the register's file, made first where the use allows."""
    place = register_path(ctx)
    if has_register(place) or use is RegisterUse.EXISTING:
        return existing_register_path(ctx)
    if use is RegisterUse.TRIAL:
        return _trial(ctx)
    from wbagree.store.upkeep import schema  # loads Alembic: only when a register is made

    schema.create(place)
    print_message(f"new register: {place}")
    return existing_register_path(ctx)


def _trial(ctx: typer.Context) -> Path:
    """Return an empty register that lasts as long as the run.

    Commands that store nothing use it if there is no register yet.
    """
    if _TRIAL not in ctx.meta:
        from wbagree.store.upkeep import schema

        ctx.meta[_TRIAL] = ctx.with_resource(atomic_files.temporary_file(folder=True)) / "register.db"
        schema.create(ctx.meta[_TRIAL])
        ending.note_created("")  # it is removed at the end
    path: Path = ctx.meta[_TRIAL]
    return path


def has_register(path: Path) -> bool:
    """Return whether a register's file exists; DatabaseProblem when that is unknown."""
    try:
        return path.exists()
    except OSError as error:  # a folder that may not be looked into, a name that is too long
        raise DatabaseProblem(f"{path}: {error.strerror}") from error


@contextmanager
def open_for_reading(ctx: typer.Context, use: RegisterUse = RegisterUse.EXISTING) -> "Iterator[sqlite3.Connection]":
    """Open the register for reading, in one consistent view of it."""
    from wbagree.store.file import connection

    with connection.open_for_reading(_path_for(ctx, use)) as opened:
        _print_note(opened)
        yield opened


@contextmanager
def open_or_hint(ctx: typer.Context) -> "Iterator[sqlite3.Connection]":
    """Open the register for reading; print hints for an empty one."""
    from wbagree.store.read.agreements import has_records

    with open_for_reading(ctx) as opened:
        if not has_records(opened):
            print_message("the register is empty. What next:")
            for line in _NEXT:
                print_message(f"  {line}")
        yield opened


@contextmanager
def open_for_change(
    ctx: typer.Context, use: RegisterUse = RegisterUse.NEW, *, dry_run: bool = False
) -> "Iterator[Session]":
    """Open the register for one change, stored whole or not at all.

    A ``dry_run`` makes no register.
    """
    from wbagree.cli.command_line import command_line_for_history
    from wbagree.store.write import change_log
    from wbagree.store.write.session import raw_connection, transaction

    place = _path_for(ctx, RegisterUse.TRIAL if dry_run and use is RegisterUse.NEW else use)
    atomic_files.remove_all_abandoned_files(place)
    if not dry_run:
        warn_about_shared_drive(place)
    with transaction(place, command_line_for_history(sys.argv[1:]), dry_run=dry_run) as session:
        _print_note(raw_connection(session))
        yield session
    # One sentence on the clock is enough.
    if not dry_run and not clock.is_wrong() and (times := change_log.times_out_of_order(session)):
        print_message(
            f"note: the clock says {times[0]}, yet an earlier change is dated {times[1]}: one of the two is wrong;"
            " history and undo keep the order of the changes"
        )


def warn_about_shared_drive(path: Path) -> None:
    """Warn about a register on a drive that several machines share.

    For commands that write there.
    """
    from wbagree.store.file import drives

    if kind := drives.shared_drive_kind(path):
        print_message(
            f"note: {path} is on a shared drive ({kind}): one person at a time;"
            " wbagree db backup FILE makes copies for others"
        )


def _print_note(opened: "sqlite3.Connection") -> None:
    """Print how the register's journal was changed to open it."""
    if note := getattr(opened, "note", ""):
        print_message(note)
