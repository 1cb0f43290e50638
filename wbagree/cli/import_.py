"""``wbagree import``: a CSV file of agreements, all of it or nothing."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, intake, register

app = typer.Typer(**SETTINGS)


@app.command(
    help=(
        "Take in FILE (or - for stdin) in the layout that export writes. All rows are checked first; one that cannot be"
        " stored stops them all, and every problem is named with its line and field. A row with a key on record"
        " updates that record: columns that the file does not have stay as they are."
    ),
    epilog="\b\nExamples:\n  wbagree import agreements.csv --dry-run\n  wbagree import agreements.csv",
)
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store nothing.")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="Bring back records that were deleted here.")] = False,
) -> None:
    from wbagree.store.intake import Policy, take_in

    name = "stdin" if str(file) == "-" else str(file)
    with (
        intake.opened(file) as lines,
        register.writing(ctx, dry_run=dry_run) as session,
        intake.progress(intake.lines_in(file)) as progress,
    ):
        taken = take_in(session, intake.rows(lines, name), Policy(restore=restore), progress)
    intake.report(taken, name, dry_run=dry_run)
