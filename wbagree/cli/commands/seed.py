"""``wbagree seed``: load the bundled register."""

from typing import TYPE_CHECKING, Annotated

import typer

from wbagree import resources
from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.output import import_report
from wbagree.cli.output.progress import rows_with_progress
from wbagree.cli.output.streams import print_message
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.frameworks.framework import FRAMEWORK
from wbagree.domain.parties.party_book import NAME, PARTY, PARTY_GROUP, SUCCESSION
from wbagree.domain.types import TYPE, TYPE_GROUP
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.services.list_files import checksum
from wbagree.services.list_reading import open_list_reading

if TYPE_CHECKING:
    from wbagree.store.write.bundled_data import BundledResult

app = typer.Typer(**TYPER_SETTINGS)


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
    restore: Annotated[bool, typer.Option("--restore", help="Bring back agreements that were deleted here.")] = False,
) -> None:
    from wbagree.store.write import bundled_data
    from wbagree.store.write.change_log import ImportedFile
    from wbagree.store.write.import_policy import ImportPolicy
    from wbagree.store.write.row_import import import_rows
    from wbagree.store.write.session import raw_connection

    file, policy = resources.seed_folder() / "agreements.csv", ImportPolicy(bundled=True, restore=restore)
    batch = ImportedFile("bundled register", checksum(file))
    with register.open_for_change(ctx, dry_run=dry_run) as session:
        loaded = [bundled_data.load_bundled(session, bundled_data.TYPES_AND_PARTIES, restore=restore)]
        with (
            open_list_reading(file, file.name, ReaderOptions(), Mapping(), raw_connection(session)) as reading,
            rows_with_progress(file, reading) as rows,
        ):
            taken = import_rows(session, rows, policy, batch=batch)
        if not taken.refusals:  # otherwise everything was rolled back
            loaded.append(bundled_data.load_bundled(session, [FRAMEWORK], restore=restore))
    import_report.print_result_or_refuse(taken, "bundled register", dry_run=dry_run)
    for result in loaded:
        _report(result, "would be " if dry_run else "")


def _report(loaded: "BundledResult", would: str) -> None:
    for entry in loaded.left_alone:
        print_message(f"{entry.subject} {entry.key} skipped: {entry.reason}")
    for subject, counts in loaded.counts.items():
        if counts.new or counts.updated:
            print_message(
                f"bundled {_PLURALS[subject]}: {counts.new} {would}new, {counts.updated} updated,"
                f" {counts.unchanged} unchanged"
            )


_PLURALS = {
    TYPE_GROUP: "groups of types",
    TYPE: "types",
    PARTY: "parties",
    NAME: "names of parties",
    SUCCESSION: "successions of parties",
    PARTY_GROUP: "groups of parties",
    FRAMEWORK: "frameworks",
}
