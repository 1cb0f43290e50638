"""The interchange format: ``agreements.csv`` as the data folder has it, written and read back byte for byte.

UTF-8, comma, LF, minimal quoting; one row a record, the cells in the notation of ``domain.notation``.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from wbagree.domain.draft import write
from wbagree.domain.record import EXTRA_FIELDS, FIELDS, Agreement
from wbagree.errors import ImportRefused

# A cell may hold a long text; the module's own limit of 128 KiB is smaller than what people paste.
csv.field_size_limit(2**24)


def write_csv(agreements: Iterable[Agreement], file: TextIO, *, extra: bool = False) -> None:
    """Write agreements in the interchange format; ``extra`` adds the columns that only some registers need."""
    fields = (*FIELDS, *EXTRA_FIELDS) if extra else FIELDS
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(fields)
    for agreement in agreements:
        cells = write(agreement)
        writer.writerow([cells[field] for field in fields])


def read_csv(lines: Iterable[str], name: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield (place, cells, what is wrong with its shape) for each row; ImportRefused when the file cannot be read.

    ``place`` is ``name:line`` of the row's first line. The header must hold the fields that every record needs and no
    column that is not a field, so that nothing is dropped silently.
    """
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        header = next(reader, None)
        if not header:
            raise ImportRefused(f"{name} is empty", f"its first line should be: {','.join(FIELDS)}")
        header = [title.strip().lower() for title in header]
        _check_header(header, name)
        while True:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            shape = "" if len(cells) == len(header) else f"has {len(cells)} cells where the header has {len(header)}"
            yield f"{name}:{line}", dict(zip(header, cells, strict=False)), shape
    except csv.Error as error:
        raise ImportRefused(f"{name}:{line} cannot be read as CSV: {error}") from error
    except UnicodeDecodeError as error:
        raise ImportRefused(
            f"{name} is not UTF-8 (byte {error.object[error.start]:#04x} after line {reader.line_num})",
            "save it as 'CSV UTF-8' and import it again",
        ) from error


_NEEDED = ("title", "form", "types", "parties", "confidence")


def _check_header(header: list[str], name: str) -> None:
    known = (*FIELDS, *EXTRA_FIELDS)
    problems = [f"unknown column {title!r}" for title in header if title not in known]
    problems += [f"column {field!r} is missing" for field in _NEEDED if field not in header]
    problems += [f"column {title!r} stands twice" for title in sorted({t for t in header if header.count(t) > 1})]
    if problems:
        raise ImportRefused(f"{name}:1 {'; '.join(problems)}", f"the columns are: {','.join(known)}")
