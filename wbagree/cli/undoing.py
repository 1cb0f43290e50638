"""What ``undo`` and ``redo`` have in common: a change set is shown, asked about where that is due, and taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from wbagree.cli import changes, register
from wbagree.cli.disclosure import concealed_in_history, leaves
from wbagree.cli.output import at_keyboard, messages_on_terminal, say
from wbagree.cli.printing import Format, print_rows
from wbagree.domain.record import AGREEMENT
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.formats import changed

if TYPE_CHECKING:
    import sqlite3

    from wbagree.store.past import Changed, ChangeSet
    from wbagree.store.undoing import Undone

# More agreements than these are not undone without a question.
_UNASKED = 10
# How many things, and how many reasons, a message names.
_MOST = 10
_UNSAID = "the reason is shown on a terminal only (restricted)"
# From the register and the person at work, the change set to take back.
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
    """The change set to take back, and what it changed; ``origin`` is the change that it is about in the end.

    ``described`` is what that change was, for a sentence.
    """

    made: "ChangeSet"
    origin: "ChangeSet"
    changes: "list[Changed]"
    described: str


def take_back(ctx: typer.Context, choose: Choose, way: Way) -> None:
    """Show the chosen change set, ask where that is due, take it back and say so.

    A dry run prints what would change, and asks nothing.
    """
    from wbagree.store import history, past, stepping, undoing
    from wbagree.store.writing import plain

    if way.format and not way.dry_run:
        raise UsageProblem("--format is for --dry-run", "wbagree history NUMBER prints a change set")
    with register.reading(ctx) as connection:
        target = _target(connection, choose(connection, history.who()))
        open_ = way.with_restricted or not leaves()
        hidden = concealed_in_history(connection, with_restricted=open_)
        unsaid = concealed_in_history(connection, with_restricted=messages_on_terminal())
    if not way.dry_run:
        _refuse_unasked(target, way)
        told = changes.told(target.made, target.changes, unsaid)
        say("\n".join([changed.head(told), *changed.short(told["changes"], _MOST)]))
        if left_out := len(target.changes) - len(told["changes"]):
            say(f"  and {left_out} of restricted agreements, shown on a terminal only")
        if _asks(target, way):
            typer.confirm(f"{_verb(target)} {target.described}?", abort=True, err=True)
    with register.writing(ctx, dry_run=way.dry_run) as session:
        register_now = plain(session)
        made = _as_shown(past.change_set(register_now, target.made.number), target.made)
        undone = undoing.take_back(session, made, force=way.force)
        earlier = past.last_change(register_now, history.who(), before=made.number)
        if way.dry_run and undone.number:
            hidden |= concealed_in_history(register_now, with_restricted=open_)
            would = stepping.details(register_now, undone.number)
            told = changes.told(made, would, hidden, whole=target.changes)
            changes.say_left_out(len(would) - len(told["changes"]))
            print_rows(changes.whole(told), way.format, private=way.with_restricted)
    reasons = {key: _UNSAID if key in unsaid else reason for key, reason in undone.left.items()}
    _report(target, replace(undone, left=reasons), way, earlier)


def _as_shown(now: "ChangeSet | None", shown: "ChangeSet") -> "ChangeSet":
    """Return a change set as it is under the lock: somebody may have taken it back since it was shown.

    InvalidValue when it is another: with a copy put back, numbers are given anew.
    """
    if now and (now.at, now.by, now.command) == (shown.at, shown.by, shown.command):
        return now
    raise InvalidValue(
        f"change set {shown.number} is no longer what was shown: a copy was put back meanwhile",
        "wbagree history lists what is there now",
    )


def _target(connection: "sqlite3.Connection", made: "ChangeSet") -> _Target:
    from wbagree.store import past, stepping

    origin = past.origin(connection, made)
    own = stepping.details(connection, made.number)
    first = own if origin == made else past.changes(connection, origin.number)
    return _Target(made, origin, own, changes.described(origin, first))


def _asks(target: _Target, way: Way) -> bool:
    """Whether it is so much that a person is to say yes."""
    agreements = sum(change.subject == AGREEMENT for change in target.changes)
    batch = target.made == target.origin and (target.made.file or target.made.seed)
    return way.ask and bool(batch or agreements > _UNASKED)


def _refuse_unasked(target: _Target, way: Way) -> None:
    """Raise UsageProblem when nobody can say yes."""
    if _asks(target, way) and not at_keyboard():
        verb = _verb(target)
        raise UsageProblem(f"{verb} {target.described}?", f"Add --yes to {verb.lower()} without confirmation.")


def _verb(target: _Target) -> str:
    return "Redo" if target.made.takes_back else "Undo"


def _report(target: _Target, undone: "Undone", way: Way, earlier: "ChangeSet | None") -> None:
    """Say what was done, what was left and why, and what can be done next."""
    number, redo = target.made.number, target.made.takes_back
    verb = "redone" if redo else "undone"
    for key, reason in list(undone.left.items())[:_MOST]:
        say(f"{key} left: {reason}")
    if len(undone.left) > _MOST:
        say(f"and {len(undone.left) - _MOST} more left")
    if undone.forcible and not way.force:
        say(f"To {_verb(target).lower()} that all the same: wbagree undo {number} --force")
    if not undone.number:
        say(f"Nothing was {verb}: {target.described}.")
        if earlier and not redo:
            say(f"An earlier change of yours: wbagree undo {earlier.number}")
        return
    part = f" in part ({len(undone.left)} left)" if undone.left else ""
    if not undone.taken_back:
        part += " (it made no difference any more)"
    if way.dry_run:
        say(f"Would be {verb}{part}: {target.described}.")
    else:
        again = f"To undo: wbagree undo {undone.number}" if redo else "To redo: wbagree redo"
        say(f"{verb.capitalize()}{part}: {target.described}. {again}")
