"""The interchange format: ``agreements.csv`` as the bundled register has it; ``lists`` reads it back byte for byte.

UTF-8, comma, LF, minimal quoting; one row a record, the cells in the notation of ``domain.notation``.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from wbagree.domain.draft import write
from wbagree.domain.record import FIELDS, Agreement


def write_csv(agreements: Iterable[Agreement], file: TextIO, *, extra: tuple[str, ...] = ()) -> None:
    """Write agreements in the interchange format; ``extra`` names the columns that only some registers need."""
    fields = (*FIELDS, *extra)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(fields)
    for agreement in agreements:
        cells = write(agreement)
        writer.writerow([cells[field] for field in fields])
