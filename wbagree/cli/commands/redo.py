"""``wbagree redo``: bring back what was undone."""

from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS
from wbagree.cli.options.restricted import RestrictedOption
from wbagree.cli.output.rows import FormatOption
from wbagree.errors import NothingToUndo

if TYPE_CHECKING:
    import sqlite3

    from wbagree.store.read.change_sets import ChangeSet

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Redo what you undid last; again, what you undid before that. After a new change of yours there is nothing to"
        " redo: wbagree undo NUMBER undoes an undo at any time. Asks before more than ten agreements, an import or the"
        " seed."
    ),
    epilog="\b\nExamples:\n  wbagree redo --dry-run\n  wbagree redo",
)
def redo(
    ctx: typer.Context,
    force: Annotated[bool, typer.Option("--force", help="Redo over what was changed since as well.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, store nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    with_restricted: RestrictedOption = False,
    format_: FormatOption = None,
) -> None:
    from wbagree.cli.prompts.undo_review import UndoOptions, review_and_undo

    options = UndoOptions(force=force, dry_run=dry_run, ask=not yes, format=format_, with_restricted=with_restricted)
    review_and_undo(ctx, _last_undo, options)


def _last_undo(connection: "sqlite3.Connection", own: str) -> "ChangeSet":
    """Return the user's last undo, unless a newer change followed it."""
    from wbagree.store.read import change_sets

    undo, newer = change_sets.last_undo(connection, own)
    if undo and not newer:
        return undo
    hint = ""
    if undo and newer:
        hint = f"Change set {newer.number} came after your last undo. To undo that undo: wbagree undo {undo.number}"
    raise NothingToUndo("Nothing of yours to redo.", hint)
