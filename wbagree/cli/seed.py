"""``wbagree seed``: the bundled register, through the same gate as any import."""

from typing import Annotated

import typer

from wbagree import resources
from wbagree.cli import SETTINGS, intake, register
from wbagree.cli.output import say
from wbagree.domain.mapping import Mapping
from wbagree.formats.lists.rows import HowToRead

app = typer.Typer(**SETTINGS)


@app.command(
    help=(
        "Load the bundled register of the Western Balkans. Loading it again brings what a newer version corrected, and"
        " leaves alone what was edited or deleted here."
    ),
    epilog="\b\nExamples:\n  wbagree seed\n  wbagree seed --dry-run",
)
def seed(
    ctx: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, store nothing.")] = False,
    restore: Annotated[bool, typer.Option("--restore", help="Bring back records that were deleted here.")] = False,
) -> None:
    from wbagree.store import framing
    from wbagree.store.history import Batch
    from wbagree.store.intake import Policy, take_in
    from wbagree.store.writing import plain

    file, policy = resources.seed() / "agreements.csv", Policy(bundled=True, restore=restore)
    batch = Batch("bundled register", intake.checksum(file))
    with (
        register.writing(ctx, dry_run=dry_run) as session,
        intake.reading(file, file.name, HowToRead(), Mapping(), plain(session)) as reading,
        intake.progress(file, reading) as rows,
    ):
        taken = take_in(session, rows, policy, batch=batch)
        # After a refusal everything was taken back, parties as well, and there is nothing to load frameworks beside.
        loaded = framing.Loaded() if taken.refusals else framing.load(session)
    intake.report(taken, "bundled register", dry_run=dry_run)
    for key in loaded.left_alone:
        say(f"framework {key} left alone: edited here")
    if loaded.new or loaded.updated:
        would = "would be " if dry_run else ""
        say(f"bundled frameworks: {loaded.new} {would}new, {loaded.updated} updated, {loaded.unchanged} unchanged")
