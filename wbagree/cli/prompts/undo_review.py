"""Review of a change set before ``undo`` or ``redo`` takes it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from wbagree.cli import register
from wbagree.cli.options.restricted import leaves_terminal
from wbagree.cli.output.change_rows import change_set_sheet
from wbagree.cli.output.rows import RowFormat, print_rows
from wbagree.cli.output.streams import is_interactive, is_stderr_terminal, print_message, print_optional_message
from wbagree.cli.register import RegisterUse
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
_UNCONFIRMED = 10
# How many things, and how many reasons, a message names.
_MOST = 10
_REASON_HIDDEN = "the reason is shown on a terminal only (restricted)"
# Chooses the change set to take back, by the register and the user's name.
ChooseChangeSet = Callable[["sqlite3.Connection", str], "ChangeSet"]


@dataclass(frozen=True, slots=True)
class UndoOptions:
    """How a change set is taken back."""

    force: bool = False
    dry_run: bool = False
    ask: bool = False
    format: RowFormat | None = None
    with_restricted: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    """The change set to take back, and its changes.

    ``origin``: the first change set of a chain of undos; for the undo of an undo, the change set that was undone first.
    ``touched``: all changes of both. ``described``: the origin in words, for a sentence.
    """

    change_set: "ChangeSet"
    origin: "ChangeSet"
    changes: "list[LoggedChange]"
    touched: "list[LoggedChange]"
    described: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The result of taking a change set back, or of trying it.

    Keys in ``hidden`` are left out of the answer, keys in ``unquotable`` out of messages. ``earlier``: the previous
    change of the same user.
    """

    result: "UndoResult"
    hidden: set[str]
    unquotable: set[str]
    earlier: "ChangeSet | None"


def review_and_undo(ctx: typer.Context, choose: ChooseChangeSet, options: UndoOptions) -> None:
    """Take the chosen change set back and show the result.

    If the user must confirm, the result is shown first. A dry run prints the result without a question.
    """
    from wbagree.store.write import change_log

    if options.format and not options.dry_run:
        raise UsageProblem("--format is for --dry-run", "wbagree history NUMBER prints a change set")
    with register.open_for_reading(ctx) as connection:
        target = _target(connection, choose(connection, change_log.current_user()))
    preview = None
    if not options.dry_run and _needs_confirmation(target, options):
        _refuse_without_terminal(target)
        preview = _undo(ctx, target, replace(options, dry_run=True))
        _print_preview(target, preview)
        if preview.result.number:
            typer.confirm(f"{_verb(target)} {target.described}?", abort=True, err=True)
    outcome = preview if preview and not preview.result.number else _undo(ctx, target, options, preview)
    if options.dry_run and outcome.result.number:
        visible = changes.visible_change_set(
            target.change_set, outcome.result.changes, outcome.hidden, all_changes=target.touched
        )
        print_optional_message(changes.left_out_changes_sentence(visible["left_out"]))
        heading = _heading(target, outcome.hidden)
        print_rows(change_set_sheet(visible, heading=heading), options.format, private=options.with_restricted)
    elif preview is None and not options.dry_run:
        _print_preview(target, outcome)
    if options.dry_run:
        _print_left(target, outcome)
    _report(target, outcome, options)


def _undo(ctx: typer.Context, target: _Target, options: UndoOptions, preview: _Outcome | None = None) -> _Outcome:
    """Take a change set back under the lock.

    InvalidValue when the result would differ from the one ``shown``.
    """
    from wbagree.store.read import change_sets
    from wbagree.store.write import change_log, undo
    from wbagree.store.write.session import raw_connection

    open_ = [options.with_restricted or not leaves_terminal(), is_stderr_terminal()]
    with register.open_for_change(ctx, RegisterUse.EXISTING, dry_run=options.dry_run) as session:
        now = raw_connection(session)
        # Agreements that were restricted before are hidden, and those that are so afterwards.
        closed = [keys_hidden_in_history(now, with_restricted=one) for one in open_]
        change_set = _as_shown(change_sets.change_set(now, target.change_set.number), target.change_set)
        result = undo.undo_change_set(session, change_set, force=options.force)
        if preview and result.changes != preview.result.changes:
            raise InvalidValue(
                "What was shown was changed meanwhile; nothing was undone.",
                f"To see it now: {_command_to_repeat(target)} --dry-run",
            )
        hidden, unquotable = (
            keys | keys_hidden_in_history(now, with_restricted=one) for keys, one in zip(closed, open_, strict=True)
        )
        return _Outcome(
            result,
            hidden,
            unquotable,
            change_sets.last_change(now, change_log.current_user(), before=change_set.number),
        )


def _command_to_repeat(target: _Target) -> str:
    return "wbagree redo" if target.change_set.is_undo else f"wbagree undo {target.change_set.number}"


def _heading(target: _Target, hidden: set[str]) -> str:
    """Return the line that names the change set undone or redone."""
    visible = changes.visible_change_set(
        target.origin if target.change_set.is_undo else target.change_set, target.touched, hidden
    )
    return change_lines.change_set_heading(visible, _verb(target))


def _print_preview(target: _Target, outcome: _Outcome) -> None:
    """Print what an undo would change, and what it would not undo.

    Of many changes the first are printed; of restricted agreements only how many there are.
    """
    visible = changes.visible_change_set(
        target.change_set, outcome.result.changes, outcome.unquotable, all_changes=target.touched
    )
    print_message(
        "\n".join([_heading(target, outcome.unquotable), *change_lines.shortened_changes(visible["changes"], _MOST)])
    )
    if visible["left_out"]:
        print_message(f"and {visible['left_out']} of restricted agreements, shown on a terminal only")
    _print_left(target, outcome)


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


def _target(connection: "sqlite3.Connection", change_set: "ChangeSet") -> _Target:
    from wbagree.store.read import change_sets, change_steps

    origin = change_sets.original_change(connection, change_set)
    own = change_steps.detailed_changes(connection, change_set.number)
    first = own if origin == change_set else change_sets.changes(connection, origin.number)
    return _Target(change_set, origin, own, [*own, *first], changes.change_set_in_words(origin, first))


def _needs_confirmation(target: _Target, options: UndoOptions) -> bool:
    """Return whether a change set is so large that a person confirms."""
    agreements = sum(change.subject == AGREEMENT for change in target.changes)
    return options.ask and bool(target.origin.file or target.origin.seed or agreements > _UNCONFIRMED)


def _refuse_without_terminal(target: _Target) -> None:
    """Raise UsageProblem when no user can confirm."""
    if not is_interactive():
        verb = _verb(target)
        raise UsageProblem(f"{verb} {target.described}?", f"Add --yes to {verb.lower()} without confirmation.")


def _verb(target: _Target) -> str:
    return "Redo" if target.change_set.is_undo else "Undo"


def _print_left(target: _Target, outcome: _Outcome) -> None:
    """Say what is left, why, and how it goes all the same."""
    left, changed_ = outcome.result.left, outcome.result.taken_back
    for key, reason in list(left.items())[:_MOST]:
        part = " in part" if key in changed_ else ""
        print_message(f"{key} left{part}: {_REASON_HIDDEN if key in outcome.unquotable else reason}")
    if len(left) > _MOST:
        print_message(f"and {len(left) - _MOST} more left")
    if outcome.result.forcible:
        print_message(f"To {_verb(target).lower()} that all the same: wbagree undo {target.change_set.number} --force")


def _report(target: _Target, outcome: _Outcome, options: UndoOptions) -> None:
    """Say what was done, and what can be done next."""
    result, redo = outcome.result, target.change_set.is_undo
    verb = "redone" if redo else "undone"
    if not result.number:
        print_message(f"Nothing was {verb}: {target.described}.")
        if outcome.earlier and not redo:
            print_message(f"An earlier change of yours: wbagree undo {outcome.earlier.number}")
        return
    part = f" in part ({len(result.left)} left)" if result.left else ""
    if not result.changes:
        part += " (it made no difference any more)"
    if options.dry_run:
        print_message(f"Would be {verb}{part}: {target.described}.")
    else:
        again = f"To undo: wbagree undo {result.number}" if redo else "To redo: wbagree redo"
        print_message(f"{verb.capitalize()}{part}: {target.described}. {again}")
