"""Reading the earlier versions of an agreement from its history."""

import sqlite3
from typing import TYPE_CHECKING

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.identity import version_of
from wbagree.domain.agreements.validation import to_cells
from wbagree.store.read.change_sets import logged_change
from wbagree.store.read.change_steps import cells_around

if TYPE_CHECKING:
    from wbagree.domain.undo_layers import Cells


def cells_at_version(connection: sqlite3.Connection, agreement: Agreement, version: str) -> dict[str, str] | None:
    """Return the cells that an agreement had at an earlier version.

    None if it never had that version here.
    """
    cells: "Cells" = to_cells(agreement)
    changes = connection.execute(
        "SELECT change_set_id, subject, key, kind, fields FROM change WHERE subject = 'agreement' AND key = ?"
        " ORDER BY change_set_id DESC, position DESC",
        (agreement.key,),
    )
    for row in changes:
        cells, _ = cells_around(logged_change(*row), cells)
        if cells and version_of(cells) == version:
            return dict(cells)
    return None
