"""The copy of a register that is made before the rows of a large import are kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wbagree.cli.output import say

# More rows than this are worth a copy.
_LARGE = 1000


@dataclass(slots=True)
class Copying:
    """Copies a register once so many rows have come, if it is ``worth`` that; ``needed`` once they are to be kept."""

    path: Path
    worth: bool = False
    needed: bool = False
    rows: int = 0
    copy: Path | None = None

    def beside(self, progress: Callable[[int], None]) -> Callable[[int], None]:
        """Return the progress that copies beside what it does."""

        def hear(rows: int) -> None:
            from wbagree.store import backups

            self.rows += rows
            if self.worth and self.copy is None and self.rows > _LARGE:
                # The rows so far are in a transaction that is still open: the copy does not have them.
                self.copy = backups.keep(self.path, "import")
            progress(rows)

        return hear


@contextmanager
def copied_when_large(path: Path) -> Iterator[Copying]:
    """Say where the copy is when the rows were kept; drop it when nothing was changed."""
    copying = Copying(path)
    kept = False
    try:
        yield copying
        kept = copying.needed
    finally:
        if copying.copy and not kept:
            copying.copy.unlink(missing_ok=True)
    if copying.copy and kept:
        say(f"before these {copying.rows} rows the register was copied to {copying.copy}")
