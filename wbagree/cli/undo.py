"""``wbagree undo``: take a change back."""

from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.output import say
from wbagree.cli.printing import LARGEST
from wbagree.domain.contacts import without_persons
from wbagree.errors import NotFound

app = typer.Typer(**SETTINGS)


@app.command(
    help=(
        "Take back the last change set, or the one with that NUMBER (the number of a batch in wbagree imports). What"
        " was changed again since is named and left, unless --force. An undo can be undone itself, by its number."
    ),
    epilog="\b\nExamples:\n  wbagree undo --dry-run\n  wbagree undo\n  wbagree undo 12",
)
def undo(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", min=1, max=LARGEST, help="Which change set; the last when left out."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Take back what was changed since as well.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be taken back, store nothing.")] = False,
) -> None:
    from wbagree.store import past
    from wbagree.store.undoing import take_back
    from wbagree.store.writing import plain

    with register.writing(ctx, dry_run=dry_run) as session:
        change_set = past.change_set(plain(session), number)
        if change_set is None:
            raise (
                NotFound("change set", str(number))
                if number
                else NotFound("change", "the last", hint="nothing to undo")
            )
        undone = take_back(session, change_set, force=force)
    for key, reason in undone.left.items():
        say(f"{key} left: {reason}")
    told = ", ".join(filter(None, (without_persons(change_set.command), change_set.at, change_set.by)))
    what = f"change set {change_set.number} ({told})"
    said = _counted(len(undone.taken_back) - undone.beside, undone.beside)
    verb = "would be taken back" if dry_run else "taken back"
    more = "" if force else " (--force takes back what can be)"
    left = f", {len(undone.left)} left{more}" if undone.left else ""
    say(f"{what}: {said} {verb}{left}")
    if undone.number and not dry_run:
        say(f"this undo is change set {undone.number}; wbagree undo {undone.number} restores what it took back")


def _counted(records: int, others: int) -> str:
    """How much was taken back: records, and what stands beside them."""
    said = [f"{records} {'record' if records == 1 else 'records'}"] if records or not others else []
    if others:
        said.append(f"{others} {'other change' if others == 1 else 'other changes'}")
    return " and ".join(said)
