"""A bar chart on the terminal, one line for each year."""

from typing import TextIO

from wbagree.domain.reports.summary import Summary, SummaryRow
from wbagree.formats.common.labelled_lines import line_width

_BLOCK, _EIGHTHS = "█", ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def write_year_bars(summary: Summary, file: TextIO) -> None:
    """Write a bar for each year from the first to the last.

    Years without a record have a line too. The last bar is that of undated records, if there are any.
    """
    counted = {row.name: row for row in summary.rows if row.records}
    years = sorted(int(name) for name in counted if name.isdecimal())
    names = [str(year) for year in range(years[0], years[-1] + 1)] if years else []
    names += ["undated"] if "undated" in counted else []
    most = max((row.records for row in counted.values()), default=0)
    room = max(line_width() - len("undated") - len(str(most)) - 3, 1)
    file.writelines(_line(name, counted.get(name), len(str(most)), room / most) + "\n" for name in names)


def _line(name: str, row: SummaryRow | None, digits: int, scale: float) -> str:
    records = row.records if row else 0
    # At most two blocks for each record, and fewer if there is no room for that.
    eighths = round(records * min(scale, 2.0) * 8)
    bar = _BLOCK * (eighths // 8) + _EIGHTHS[eighths % 8]
    return f"{name:<7} {records or '':>{digits}} {bar}".rstrip()
