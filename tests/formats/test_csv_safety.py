"""No CSV we write holds a cell that a spreadsheet would run, and each cell comes back as it was."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wbagree import resources
from wbagree.formats.common.csv_safety import escape_formula, unescape_formula, write_safe_csv

SIGNS = ("=", "+", "-", "@", "\t", "\r")
CELLS = st.text(st.sampled_from("';=+-@\t\r\n\uff1d a1") | st.characters(exclude_categories=["Cs"]), max_size=12)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", "'", "''"])
def test_a_cell_that_would_run_has_one_apostrophe_more(sign, before):
    cell = f"{before}{sign}1+1"
    assert escape_formula(cell) == f"'{cell}"
    assert unescape_formula(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["", "'", "'s-Gravenhage", "a=b", "2012-03", "Agreement - amended", "'til 2012"])
def test_other_cells_stay_as_they_are(cell):
    assert escape_formula(cell) == unescape_formula(cell) == cell


@pytest.mark.parametrize("sign", SIGNS[:4])
@pytest.mark.parametrize("separator", [";", "\n", "\t"])
def test_what_begins_a_cell_where_semicolons_separate_is_disarmed_too(separator, sign):
    cell = f"Ministry{separator}{sign}HYPERLINK(1)"
    assert escape_formula(cell) == f"Ministry{separator}'{sign}HYPERLINK(1)"
    assert unescape_formula(escape_formula(cell)) == cell
    file = io.StringIO(newline="")
    write_safe_csv([("a", cell, "b")], file)
    rows = csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=";")
    assert not [one for row in rows for one in row if one.startswith(SIGNS)]


@given(CELLS)
@example("''=1")
def test_every_cell_comes_back_and_none_would_run(cell):
    assert unescape_formula(escape_formula(cell)) == cell
    assert not escape_formula(cell).startswith(SIGNS)


@given(st.lists(CELLS, min_size=1))
def test_no_two_cells_are_written_the_same(cells):
    assert len({escape_formula(cell) for cell in cells}) == len(set(cells))


def test_rows_are_written_whole_and_plain():
    file = io.StringIO(newline="")
    write_safe_csv([("a", "b"), ('=HYPERLINK("http://evil.example";"x")', "-"), ("x,y", "'=")], file)
    assert file.getvalue() == 'a,b\n"\'=HYPERLINK(""http://evil.example"";""x"")",\'-\n"x,y",\'\'=\n'


def test_no_cell_of_the_bundled_files_is_concerned():
    for path in resources.seed_folder().glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert [cell for row in csv.reader(file) for cell in row if escape_formula(cell) != cell] == [], path.name
