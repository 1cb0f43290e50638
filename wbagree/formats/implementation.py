"""The table that monitors publish: fully, partly, not begun, no information, in numbers and percent."""

from dataclasses import astuple
from typing import Any

from wbagree.domain.implementation import shares
from wbagree.domain.summary import Summary
from wbagree.formats.columns import Grid

NAMES = ("assessment", "records", "percent_of_all", "percent_of_assessed")
_HEADINGS = ("Implementation", "Records", "Of all", "Of assessed")


def grid(summary: Summary) -> Grid:
    """Return the table with its total; the share never assessed is the first line."""
    lines = [(line.name, str(line.records), _text(line.of_all), _text(line.of_assessed)) for line in shares(summary)]
    return Grid(_HEADINGS, [*lines, ("Total", str(summary.total.records), "", "")], (False, True, True, True), True)


def _text(percent: float | None) -> str:
    return "" if percent is None else f"{percent} %"


def objects(summary: Summary) -> list[dict[str, Any]]:
    """Return one object a line."""
    return [dict(zip(NAMES, astuple(line), strict=True)) for line in shares(summary)]


def sentences(summary: Summary, differ: int) -> list[str]:
    """Return what the table counts, the share never assessed first."""
    never = shares(summary)[0]
    told = [
        f"Never assessed: {never.records} of {summary.total.records} ({never.of_all} %).",
        f"Each record counts once, by its latest assessment up to {summary.day}; inherited records are left out.",
    ]
    if differ:
        has = "record has" if differ == 1 else "records have"
        told.append(f"{differ} {has} assessors whose latest scores differ; wbagree show KEY has them side by side.")
    return told
