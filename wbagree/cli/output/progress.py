"""The progress bar of an import."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.formats.common.sanitiser import unshield
from wbagree.services.list_reading import ListReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wbagree.store.write.import_result import ImportRow


@contextmanager
def rows_with_progress(path: Path, reading: ListReading) -> "Iterator[Iterator[ImportRow]]":
    """Yield the rows of a list, with a progress bar on stderr.

    The bar is shown only at a terminal. It counts rows; its length is the line of the last row in the file.
    """
    if not sys.stderr.isatty():
        yield reading.rows()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    rows = TextColumn("{task.fields[rows]}")
    columns = (rows, BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    # The bar writes only numbers, and must not redirect the streams, because other output must be made visible.
    console = Console(file=unshield(sys.stderr))
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=_lines_in(path) if reading.listing.by_line else None, rows=pluralise(0, "row"))

        def watched() -> "Iterator[ImportRow]":
            number = 0
            for row in reading.rows():
                number += len(row.rows)
                bar.update(task, completed=row.line, rows=pluralise(number, "row"))
                yield row

        yield watched()


def _lines_in(path: Path) -> int:
    with path.open("rb") as file:
        return 1 + sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(2**20), b""))
