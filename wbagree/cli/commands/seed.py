"""``wbagree seed``: the bundled register, through the same gate as any import."""

from typing import Annotated

import typer

from wbagree import resources
from wbagree.cli import SETTINGS, register
from wbagree.cli.output import import_report
from wbagree.cli.output.progress import progress
from wbagree.cli.output.streams import print_message
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.services.list_files import checksum
from wbagree.services.list_reading import open_reading

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
    from wbagree.store.write import bundled_frameworks
    from wbagree.store.write.agreements import raw_connection
    from wbagree.store.write.change_log import Batch
    from wbagree.store.write.row_import import ImportPolicy, import_rows

    file, policy = resources.seed() / "agreements.csv", ImportPolicy(bundled=True, restore=restore)
    batch = Batch("bundled register", checksum(file))
    with (
        register.writing(ctx, dry_run=dry_run) as session,
        open_reading(file, file.name, ReaderOptions(), Mapping(), raw_connection(session)) as reading,
        progress(file, reading) as rows,
    ):
        taken = import_rows(session, rows, policy, batch=batch)
        # After a refusal everything was taken back, parties as well, and there is nothing to load frameworks beside.
        loaded = bundled_frameworks.BundledResult() if taken.refusals else bundled_frameworks.load(session)
    import_report.report(taken, "bundled register", dry_run=dry_run)
    for key in loaded.left_alone:
        print_message(f"framework {key} left alone: edited here")
    if loaded.new or loaded.updated:
        would = "would be " if dry_run else ""
        print_message(
            f"bundled frameworks: {loaded.new} {would}new, {loaded.updated} updated, {loaded.unchanged} unchanged"
        )
