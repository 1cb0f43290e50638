"""What serves pairs, counted: the grid and the plain values say the same."""

import io

import pytest

from wbagree.domain.reports.coverage import CoverageRow, CoverageSummary
from wbagree.formats.grids.coverage import coverage_cells, coverage_grid, coverage_objects
from wbagree.formats.terminal import plain_table

NAME = "transfer-of-sentenced-persons"
SUMMARY = CoverageSummary(
    "type",
    "2026-11-01",
    (CoverageRow(NAME, 1, 2, 30, 400, 5, 2, 2, 1), CoverageRow("mla", 0, 0, 0, 0, 0, 0, 0, 0)),
    CoverageRow("total", 1, 2, 30, 400, 5, 2, 2, 1),
    433,
)


def test_the_total_stands_last_and_numbers_to_the_right():
    drawn = coverage_grid(SUMMARY)
    assert drawn.headings == ("Type", "Both", "Own", "Shared", "None",
                                        "In force", "Member", "Bound")  # fmt: skip
    assert drawn.rows == [
        (NAME, "1", "2", "30", "400", "2", "2", "1"),
        ("mla", "0", "0", "0", "0", "0", "0", "0"),
        ("Total", "1", "2", "30", "400", "2", "2", "1"),
    ]
    assert drawn.numeric == (False, *(True,) * 7)
    assert drawn.last_is_total


def test_objects_and_cells_have_the_same_names_and_figures():
    objects = coverage_objects(SUMMARY)
    assert objects[0] == {"type": NAME, "both": 1, "bilateral": 2, "multilateral": 30, "none": 400, "frameworks": 5,
                          "in_force": 2, "member": 2, "bound": 1}  # fmt: skip
    assert [item["type"] for item in objects] == [NAME, "mla", "total"]
    assert coverage_cells(SUMMARY) == [tuple(objects[0]), *(tuple(map(str, item.values())) for item in objects)]


@pytest.mark.parametrize("by", ["pair", "type", "group"])
def test_without_a_row_there_are_names_and_a_total(by):
    nothing = CoverageSummary(by, "2026-11-01", (), CoverageRow("total", *(0,) * 8), 0)
    assert [row[0] for row in coverage_cells(nothing)] == [by, "total"]


def test_it_fits_a_wide_terminal():
    file = io.StringIO()
    plain_table.write_grid(coverage_grid(SUMMARY), file)
    assert max(map(len, file.getvalue().splitlines())) <= 92
