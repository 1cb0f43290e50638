"""The interchange format: agreements as CSV, read back byte for byte.

UTF-8, comma, LF, minimal quoting. One row for each agreement, its cells as ``to_cells`` writes them, then its id and
version. Cells that a spreadsheet would run as formulas are escaped (``csv_safety``).
"""

from collections.abc import Iterable
from itertools import chain
from typing import TextIO

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import IDENTITY_NAMES, STANDARD_NAMES
from wbagree.domain.agreements.identity import version_of
from wbagree.domain.agreements.validation import to_cells
from wbagree.formats.common import csv_safety


def write_csv(records: Iterable[Record], file: TextIO, *, extra: tuple[str, ...] = ()) -> None:
    """Write records in the interchange format.

    ``extra`` names the columns that only some registers need.
    """
    fields = (*STANDARD_NAMES, *extra)
    rows = ([*map(cells.__getitem__, fields), id_, version_of(cells)] for cells, id_ in map(_cells_and_id, records))
    csv_safety.write_safe_csv(chain([(*fields, *IDENTITY_NAMES)], rows), file)


def _cells_and_id(record: Record) -> tuple[dict[str, str], str]:
    return to_cells(record.agreement), record.id
