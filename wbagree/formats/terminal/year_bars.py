"""A bar chart on the terminal, one line for each year."""

from collections.abc import Iterator, Mapping
from typing import TextIO

from wbagree.domain.reports.summary import Summary
from wbagree.formats.common.labelled_lines import line_width

_BLOCK, _EIGHTHS = "█", ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


# So many years in a row without an agreement have one line.
_RUN = 3
_NONE = "none recorded"


def write_year_bars(summary: Summary, file: TextIO) -> None:
    """Write a bar for each year from the first to the last.

    A year without an agreement has a line too, but a run of them has one line for all. The last bar is that of undated
    agreements, if there are any.
    """
    counted = {row.name: row.records for row in summary.rows if row.records}
    years = sorted(int(name) for name in counted if name.isdecimal())
    lines = list(_lines(years, counted))
    if "undated" in counted:
        lines.append(("undated", counted["undated"]))
    if not lines:
        return
    most = max(counted.values())
    head = max(len(name) for name in ("undated", *(name for name, _ in lines)))
    room = max(line_width() - head - len(str(most)) - 2, 1)
    for name, number in lines:
        bar = _NONE if number is None else f"{number or '':>{len(str(most))}} {_bar(number, room / most)}"
        file.write(f"{name:<{head}} {bar}".rstrip() + "\n")


def _lines(years: list[int], counted: Mapping[str, int]) -> Iterator[tuple[str, int | None]]:
    """Yield each year with its number, and runs of years without one."""
    for before, year in zip([None, *years], years, strict=False):
        empty = range(before + 1 if before else year, year)
        if len(empty) >= _RUN:
            yield f"{empty[0]}–{empty[-1]}", None
        else:
            yield from ((str(one), 0) for one in empty)
        yield str(year), counted[str(year)]


def _bar(number: int, scale: float) -> str:
    # At most two blocks for each agreement, and fewer if there is no room for that.
    eighths = round(number * min(scale, 2.0) * 8)
    return _BLOCK * (eighths // 8) + _EIGHTHS[eighths % 8]
