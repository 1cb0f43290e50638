"""The copy of a register that is made before the rows of a large import are kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wbagree.cli.output import say

# More rows than this are worth a copy.
_LARGE = 1000
# A text of so few bytes changes no more than SQLite holds in memory until it is kept; a workbook may hold any number.
_SMALL = 2**16
_ZIP = b"PK"


@dataclass(slots=True)
class Copying:
    """Copies a register before a large import, if it is ``worth`` that; ``needed`` once the rows are to be kept."""

    path: Path
    worth: bool = False
    needed: bool = False
    rows: int = 0
    copy: Path | None = None

    def beside(self, list_: Path, progress: Callable[[int], None]) -> Callable[[int], None]:
        """Return the progress of taking in a list that copies when it turns out to be large.

        What may be large is copied before its first row: one that works without a log cannot be read any more once its
        changes have gone to the disk.
        """
        if self.worth and _may_be_large(list_):
            self._keep()

        def hear(rows: int) -> None:
            self.rows += rows
            if self.worth and self.copy is None and self.rows > _LARGE:
                # The rows so far are in a transaction that is still open: the copy does not have them.
                self._keep()
            progress(rows)

        return hear

    def _keep(self) -> None:
        from wbagree.store import backups

        self.copy = backups.keep(self.path, "import")


def _may_be_large(list_: Path) -> bool:
    with list_.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP or list_.stat().st_size > _SMALL


@contextmanager
def copied_when_large(path: Path) -> Iterator[Copying]:
    """Say where the copy is when many rows were kept; drop it when few were, or nothing was changed."""
    copying = Copying(path)
    kept = False
    try:
        yield copying
        kept = copying.needed and copying.rows > _LARGE
    finally:
        if copying.copy and not kept:
            copying.copy.unlink(missing_ok=True)
    if copying.copy and kept:
        from wbagree.store import backups

        backups.prune(path, copying.copy)
        say(f"before these {copying.rows} rows the register was copied to {copying.copy}")
