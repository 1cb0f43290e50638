"""``wbagree imports``: the batches that were taken in."""

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.output.rows import FormatOption, OutputOption, format_of_output, print_rows, row_set_of
from wbagree.cli.output.streams import print_message

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = (
    "batch",
    "at",
    "by",
    "file",
    "rows_read",
    "new",
    "updated",
    "unchanged",
    "left_alone",
    "refused",
    "undone_by",
)


@app.command(
    help=(
        "List past imports, the latest first: file, when and by whom, how many rows it had, and how many"
        " agreements were new, updated or refused."
        " JSON has the checksum of the file and the mapping as well."
    ),
    epilog="\b\nExamples:\n  wbagree imports\n  wbagree imports --format json",
)
def imports(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    from wbagree.cli.output.rows import RowFormat
    from wbagree.store.read import imports

    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        batches = imports.imports(connection)
    rows = [
        {
            "batch": batch.change_set.number,
            "at": batch.change_set.at,
            "by": batch.change_set.by,
            "file": batch.file,
            **batch.counts,
            "undone_by": "" if batch.change_set.undone_by is None else str(batch.change_set.undone_by),
            "checksum": batch.checksum,
            "mapping": batch.mapping,
        }
        for batch in batches
    ]
    whole = (format_ or format_of_output(output)) in (RowFormat.JSON, RowFormat.JSONL)
    print_rows(row_set_of(rows, (*_COLUMNS, "checksum", "mapping") if whole else _COLUMNS), format_, output)
    if not rows:
        print_message("No imports yet.")
