"""The edits of a row in its file.

A row of an export has the version of its agreement then. If the agreement had that version here, the cells of both
sides can be compared with what they were.
"""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.identity import version_of
from wbagree.domain.agreements.merge import merge_additions, replace_cells
from wbagree.domain.agreements.validation import AgreementValidator, to_cells
from wbagree.store.read.versions import cells_at_version
from wbagree.store.write.import_result import ImportRow


class Edits(NamedTuple):
    """A row with its edited cells, and the fields changed here since.

    Without the latter, it is the whole row.
    """

    row: ImportRow
    changed_here: tuple[str, ...] = ()

    @property
    def has_none(self) -> bool:
        """Whether the agreement was changed here, and the row was not."""
        return bool(self.changed_here) and not (self.row.cells or self.row.additions)


def edits_of(connection: sqlite3.Connection, validator: AgreementValidator, row: ImportRow, before: Agreement) -> Edits:
    """Return the edits of a row since its export.

    It is the whole row if it has no version, or one that its agreement never had here.
    """
    if not row.version or version_of(now := to_cells(before)) == row.version:
        return Edits(row)
    base = cells_at_version(connection, before, row.version)
    if base is None:
        return Edits(row)
    stated, _ = validator.validate({**changed_cells(base, row), "key": before.key})
    if stated is None:  # the row will be refused
        return Edits(row)
    edited = {name for name, text in to_cells(stated).items() if text != base.get(name, "")}
    if "status" in edited:  # of which it is the date
        edited.add("status_on")
    kept = row._replace(
        cells={name: text for name, text in row.cells.items() if name in edited},
        additions={name: text for name, text in row.additions.items() if name in edited},
    )
    return Edits(kept, tuple(name for name in now if now[name] != base.get(name, "")))


def with_version_here(validator: AgreementValidator, row: ImportRow, here: ImportRow) -> ImportRow:
    """Return a row with the version of its content here.

    ``here`` is the row with the keys here in its relations. An edited row keeps its version, which is not known here.
    """
    stated, _ = validator.validate(row.cells) if row.version and here is not row else (None, [])
    if stated is None or version_of(to_cells(stated)) != row.version:
        return here
    return here._replace(version=version_of({**to_cells(stated), "relations": here.cells["relations"]}))


def changed_cells(stored: Mapping[str, str], row: ImportRow) -> dict[str, str]:
    """Return the cells of an agreement, changed by a row."""
    return replace_cells(stored, {**row.cells, **merge_additions({**stored, **row.cells}, row.additions)})
