"""Review of a change set before ``undo`` or ``redo`` takes it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from wbagree.cli import register
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.change_rows import change_sheet
from wbagree.cli.output.rows import Format, print_rows
from wbagree.cli.output.streams import is_interactive, messages_on_terminal, print_message, print_notice
from wbagree.cli.register import Use
from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.formats.common import change_lines
from wbagree.services import visible_changes as changes
from wbagree.services.restricted import keys_hidden_in_history

if TYPE_CHECKING:
    import sqlite3

    from wbagree.store.read.change_sets import ChangeSet, LoggedChange
    from wbagree.store.write.undo import UndoResult

# More agreements than these are not undone or redone without a question.
_UNASKED = 10
# How many things, and how many reasons, a message names.
_MOST = 10
_UNSAID = "the reason is shown on a terminal only (restricted)"
# Chooses the change set to take back, by the register and the user's name.
Choose = Callable[["sqlite3.Connection", str], "ChangeSet"]


@dataclass(frozen=True, slots=True)
class Way:
    """How a change set is taken back."""

    force: bool = False
    dry_run: bool = False
    ask: bool = False
    format: Format | None = None
    with_restricted: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    """The change set to take back, and its changes.

    ``origin`` is the change that it is about in the end: an undo of an undo is about the first change. ``touched`` is
    all that either changed; ``described`` names the origin in a sentence.
    """

    made: "ChangeSet"
    origin: "ChangeSet"
    changes: "list[LoggedChange]"
    touched: "list[LoggedChange]"
    described: str


@dataclass(frozen=True, slots=True)
class _Taken:
    """The result of taking a change set back, or of trying it.

    Keys in ``hidden`` are left out of the answer, those in ``unsaid`` out of messages. ``earlier`` is the previous
    change of the same person.
    """

    undone: "UndoResult"
    hidden: set[str]
    unsaid: set[str]
    earlier: "ChangeSet | None"


def take_back(ctx: typer.Context, choose: Choose, way: Way) -> None:
    """Take the chosen change set back and show the result.

    Where a question is due, the result is shown first. A dry run prints it and asks nothing.
    """
    from wbagree.store.write import change_log

    if way.format and not way.dry_run:
        raise UsageProblem("--format is for --dry-run", "wbagree history NUMBER prints a change set")
    with register.reading(ctx) as connection:
        target = _target(connection, choose(connection, change_log.current_user()))
    shown = None
    if not way.dry_run and _asks(target, way):
        _refuse_unasked(target)
        shown = _take(ctx, target, replace(way, dry_run=True))
        _show(target, shown)
        if shown.undone.number:
            typer.confirm(f"{_verb(target)} {target.described}?", abort=True, err=True)
    taken = shown if shown and not shown.undone.number else _take(ctx, target, way, shown)
    if way.dry_run and taken.undone.number:
        visible = changes.visible_change_set(target.made, taken.undone.changes, taken.hidden, whole=target.touched)
        print_notice(changes.changes_left_out(visible["left_out"]))
        head = _head(target, taken.hidden)
        print_rows(change_sheet(visible, head=head), way.format, private=way.with_restricted)
    elif shown is None and not way.dry_run:
        _show(target, taken)
    if way.dry_run:
        _say_left(target, taken)
    _report(target, taken, way)


def _take(ctx: typer.Context, target: _Target, way: Way, shown: _Taken | None = None) -> _Taken:
    """Take a change set back under the lock.

    InvalidValue when the result would differ from the one ``shown``.
    """
    from wbagree.store.read import change_sets
    from wbagree.store.write import change_log, undo
    from wbagree.store.write.session import raw_connection

    open_ = [way.with_restricted or not leaves_terminal(), messages_on_terminal()]
    with register.writing(ctx, Use.EXISTING, dry_run=way.dry_run) as session:
        now = raw_connection(session)
        # Agreements that were restricted before are hidden, and those that are so afterwards.
        closed = [keys_hidden_in_history(now, with_restricted=one) for one in open_]
        made = _as_shown(change_sets.change_set(now, target.made.number), target.made)
        undone = undo.undo_change_set(session, made, force=way.force)
        if shown and undone.changes != shown.undone.changes:
            raise InvalidValue(
                "What was shown was changed meanwhile; nothing was undone.",
                f"To see it now: {_again(target)} --dry-run",
            )
        hidden, unsaid = (
            keys | keys_hidden_in_history(now, with_restricted=one) for keys, one in zip(closed, open_, strict=True)
        )
        return _Taken(
            undone, hidden, unsaid, change_sets.last_change(now, change_log.current_user(), before=made.number)
        )


def _again(target: _Target) -> str:
    return "wbagree redo" if target.made.takes_back else f"wbagree undo {target.made.number}"


def _head(target: _Target, hidden: set[str]) -> str:
    """Return the line that names the change set undone or redone."""
    visible = changes.visible_change_set(
        target.origin if target.made.takes_back else target.made, target.touched, hidden
    )
    return change_lines.head(visible, _verb(target))


def _show(target: _Target, taken: _Taken) -> None:
    """Print each change from the value now to the value after.

    What is left is printed as well.
    """
    visible = changes.visible_change_set(target.made, taken.undone.changes, taken.unsaid, whole=target.touched)
    print_message("\n".join([_head(target, taken.unsaid), *change_lines.short(visible["changes"], _MOST)]))
    if visible["left_out"]:
        print_message(f"and {visible['left_out']} of restricted agreements, shown on a terminal only")
    _say_left(target, taken)


def _as_shown(now: "ChangeSet | None", shown: "ChangeSet") -> "ChangeSet":
    """Return the change set as it is under the lock.

    It may have been taken back since it was shown. InvalidValue when it is another: with a copy put back, numbers are
    given anew.
    """
    if now and (now.at, now.by, now.command) == (shown.at, shown.by, shown.command):
        return now
    raise InvalidValue(
        f"change set {shown.number} is no longer what was shown: a copy was put back meanwhile",
        "wbagree history lists what is there now",
    )


def _target(connection: "sqlite3.Connection", made: "ChangeSet") -> _Target:
    from wbagree.store.read import change_sets, change_steps

    origin = change_sets.original_change(connection, made)
    own = change_steps.details(connection, made.number)
    first = own if origin == made else change_sets.changes(connection, origin.number)
    return _Target(made, origin, own, [*own, *first], changes.described(origin, first))


def _asks(target: _Target, way: Way) -> bool:
    """Return whether a change set is so large that a person confirms."""
    agreements = sum(change.subject == AGREEMENT for change in target.changes)
    return way.ask and bool(target.origin.file or target.origin.seed or agreements > _UNASKED)


def _refuse_unasked(target: _Target) -> None:
    """Raise UsageProblem when nobody can say yes."""
    if not is_interactive():
        verb = _verb(target)
        raise UsageProblem(f"{verb} {target.described}?", f"Add --yes to {verb.lower()} without confirmation.")


def _verb(target: _Target) -> str:
    return "Redo" if target.made.takes_back else "Undo"


def _say_left(target: _Target, taken: _Taken) -> None:
    """Say what is left, why, and how it goes all the same."""
    left, changed_ = taken.undone.left, taken.undone.taken_back
    for key, reason in list(left.items())[:_MOST]:
        part = " in part" if key in changed_ else ""
        print_message(f"{key} left{part}: {_UNSAID if key in taken.unsaid else reason}")
    if len(left) > _MOST:
        print_message(f"and {len(left) - _MOST} more left")
    if taken.undone.forcible:
        print_message(f"To {_verb(target).lower()} that all the same: wbagree undo {target.made.number} --force")


def _report(target: _Target, taken: _Taken, way: Way) -> None:
    """Say what was done, and what can be done next."""
    undone, redo = taken.undone, target.made.takes_back
    verb = "redone" if redo else "undone"
    if not undone.number:
        print_message(f"Nothing was {verb}: {target.described}.")
        if taken.earlier and not redo:
            print_message(f"An earlier change of yours: wbagree undo {taken.earlier.number}")
        return
    part = f" in part ({len(undone.left)} left)" if undone.left else ""
    if not undone.changes:
        part += " (it made no difference any more)"
    if way.dry_run:
        print_message(f"Would be {verb}{part}: {target.described}.")
    else:
        again = f"To undo: wbagree undo {undone.number}" if redo else "To redo: wbagree redo"
        print_message(f"{verb.capitalize()}{part}: {target.described}. {again}")
