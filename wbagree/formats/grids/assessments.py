"""The table of assessments, as monitoring reports publish it."""

from typing import Any

from wbagree.domain.reports.assessments import shares
from wbagree.domain.reports.summary import Summary
from wbagree.formats.common.grid import Grid

COLUMNS = ("assessment", "records", "percent_of_all", "percent_of_assessed")
# How many keys a sentence names.
_NAMED = 5
_HEADINGS = ("Implementation", "Agreements", "Of all", "Of assessed")


def assessment_grid(summary: Summary) -> Grid:
    """Return the table with its total.

    Its first line is the share that was never assessed.
    """
    lines = [(line.name, str(line.records), _text(line.of_all), _text(line.of_assessed)) for line in shares(summary)]
    return Grid(_HEADINGS, [*lines, ("Total", str(summary.total.records), "", "")], (False, True, True, True), True)


def _text(percent: float | None) -> str:
    return "" if percent is None else f"{percent} %"


def assessment_objects(summary: Summary) -> list[dict[str, Any]]:
    """Return one object for each line of the table."""
    return [dict(zip(COLUMNS, line, strict=True)) for line in shares(summary)]


def assessment_notes(summary: Summary, differ: list[str]) -> list[str]:
    """Return the sentences that explain the table.

    The first states the share that was never assessed. ``differ``: the keys of records whose assessors differ.
    """
    never = shares(summary)[0]
    lines = [
        f"Never assessed: {never.records} of {summary.total.records} ({never.of_all} %).",
        f"Each agreement counts once, by its latest assessment up to {summary.day}. Inherited ones are left out.",
        '"No information": there is a report, without a rating. The rating of one party counts where all have none.',
    ]
    if differ:
        more = f" and {len(differ) - _NAMED} more" if len(differ) > _NAMED else ""
        lines.append(
            f"The latest ratings of assessors differ on {', '.join(differ[:_NAMED])}{more} (see wbagree show KEY)."
        )
    return lines
