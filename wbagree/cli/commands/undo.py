"""``wbagree undo``: take a change back."""

from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS
from wbagree.cli.options.restricted import RestrictedOption
from wbagree.cli.output.rows import FormatOption
from wbagree.errors import NotFound, NothingToUndo, UsageProblem

if TYPE_CHECKING:
    import sqlite3

    from wbagree.cli.prompts.undo_review import ChooseChangeSet
    from wbagree.store.read.change_sets import ChangeSet

app = typer.Typer(**TYPER_SETTINGS)

# Longer numbers do not fit into SQLite, so no change set has one.
_DIGITS = 18


@app.command(
    help=(
        "Undo your own last change, or the change set with that NUMBER, by anybody (wbagree history lists them). Later"
        " changes to the same fields are kept unless you use --force. Asks before more than ten agreements, an import"
        " or the seed. wbagree redo brings it back."
    ),
    epilog="\b\nExamples:\n  wbagree undo --dry-run\n  wbagree undo\n  wbagree undo 12",
)
def undo(
    ctx: typer.Context,
    number: Annotated[
        str | None, typer.Argument(metavar="NUMBER", help="Which change set; your last when left out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Undo what was changed since as well.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, store nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    with_restricted: RestrictedOption = False,
    format_: FormatOption = None,
) -> None:
    from wbagree.cli.prompts.undo_review import UndoOptions, review_and_undo

    options = UndoOptions(force=force, dry_run=dry_run, ask=not yes, format=format_, with_restricted=with_restricted)
    review_and_undo(ctx, _last if number is None else _numbered(number), options)


def _last(connection: "sqlite3.Connection", own: str) -> "ChangeSet":
    """Return the user's last change; NothingToUndo names that of others."""
    from wbagree.store.read import change_sets

    if found := change_sets.last_change(connection, own):
        return found
    other = change_sets.last_change_of_all(connection)
    what = "the bundled agreements" if other and other.seed else f"the last change, by {other.by}" if other else ""
    raise NothingToUndo("Nothing of yours to undo.", f"To undo {what}: wbagree undo {other.number}" if other else "")


def _numbered(text: str) -> "ChooseChangeSet":
    def choose(connection: "sqlite3.Connection", _: str) -> "ChangeSet":
        from wbagree.store.read import change_sets, history

        if not text.isdecimal() or len(text) > _DIGITS or not int(text):
            key = history.changed_key(connection, text)
            hint = f"wbagree history {key} lists the changes of {key}" if key else "wbagree history lists them"
            raise UsageProblem(f"{text!r} is not the number of a change set", hint)
        if found := change_sets.change_set(connection, int(text)):
            return found
        raise NotFound("change set", text, hint="wbagree history lists them")

    return choose
