"""The backup of a register before a large import."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wbagree.store.file.backups import CopyNaming

# More rows than this are worth a copy.
LARGE_IMPORT_ROWS = 1000
# A text of fewer bytes changes no more than SQLite holds in memory. A workbook of so few bytes may have many rows.
_SMALL = 2**16
_ZIP = b"PK"


@dataclass(slots=True)
class ImportBackup:
    """Copies a register before a large import, if that is worthwhile."""

    path: Path
    is_worthwhile: bool = False
    rows: int = 0
    naming: "CopyNaming | None" = None
    copy_path: Path | None = None
    stack: ExitStack = field(default_factory=ExitStack)

    def row_counter(self, list_: Path) -> Callable[[int], None]:
        """Return a callback that takes the number of further rows.

        The register is copied once there are many rows. For a list that may be large it is copied before the first row,
        because a register without a write-ahead log cannot be read once changes have reached the disk.
        """
        if self.is_worthwhile and _may_be_large(list_):
            self._copy()

        def count(rows: int) -> None:
            self.rows += rows
            if self.is_worthwhile and self.naming is None and self.rows > LARGE_IMPORT_ROWS:
                # The rows so far are in an open transaction, and so not in the copy.
                self._copy()

        return count

    def _copy(self) -> None:
        from wbagree.store.file import backups

        self.naming = self.stack.enter_context(backups.auto_backup(self.path, "import"))

    @contextmanager
    def keep_if_changed(self, changed: object) -> Iterator[None]:
        """Keep the copy if a large import ``changed`` something.

        It is deleted if the block that stores the rows raises.
        """
        if self.naming is None or not changed or self.rows <= LARGE_IMPORT_ROWS:
            yield
            return
        with self.naming() as copy:
            yield
        self.copy_path = copy

    @property
    def notice(self) -> str:
        """A sentence on where the copy is, or an empty text."""
        return f"before these {self.rows} rows the register was copied to {self.copy_path}" if self.copy_path else ""


@contextmanager
def backup_when_large(path: Path) -> Iterator[ImportBackup]:
    """Make the backup that an import may need.

    It is deleted at the end unless it is to be kept (``keep_if_changed``).
    """
    with ExitStack() as stack:
        yield ImportBackup(path, stack=stack)


def _may_be_large(list_: Path) -> bool:
    with list_.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP or list_.stat().st_size > _SMALL
