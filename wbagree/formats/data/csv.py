"""The interchange format: agreements as CSV, read back byte for byte.

UTF-8, comma, LF, minimal quoting. One row for each agreement, its cells as ``to_cells`` writes them. Cells that a
spreadsheet would run as formulas are escaped (``csv_safety``).
"""

from collections.abc import Iterable
from itertools import chain
from typing import TextIO

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.fields import STANDARD_NAMES
from wbagree.domain.agreements.validation import to_cells
from wbagree.formats.common import csv_safety


def write_csv(agreements: Iterable[Agreement], file: TextIO, *, extra: tuple[str, ...] = ()) -> None:
    """Write agreements in the interchange format.

    ``extra`` names the columns that only some registers need.
    """
    fields = (*STANDARD_NAMES, *extra)
    rows = ([cells[field] for field in fields] for cells in map(to_cells, agreements))
    csv_safety.write_safe_csv(chain([fields], rows), file)
