"""Bars in the terminal: a line a year, as long as its number, without a year left out."""

import io
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import GroupBy, Summary, SummaryRow
from wbagree.formats.terminal.year_bars import write_year_bars
from wbagree.store.file import connection
from wbagree.store.read import summaries

EIGHTHS = {"█": 8, "▏": 1, "▎": 2, "▍": 3, "▌": 4, "▋": 5, "▊": 6, "▉": 7}


def summary_of(years: dict[str, int]) -> Summary:
    def counted(name: str, records: int) -> SummaryRow:
        undated = records if name == "undated" else 0
        return SummaryRow(name, records, records, 0, 0, 0, 0, 0, 0, "", "", undated, 0)

    rows = tuple(counted(name, records) for name, records in years.items())
    return Summary(GroupBy.YEAR, "2026-11-01", rows, counted("total", sum(years.values())))


def drawn(years: dict[str, int]) -> list[str]:
    file = io.StringIO()
    write_year_bars(summary_of(years), file)
    return file.getvalue().splitlines()


def length(line: str) -> int:
    """How long the bar of a line is, in eighths of a block."""
    return sum(EIGHTHS.get(char, 0) for char in line)


@pytest.fixture(autouse=True)
def _a_terminal_of_80_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def test_a_line_has_the_year_the_number_and_the_bar():
    assert drawn({"2009": 4, "2010": 1}) == ["2009    4 ████████", "2010    1 ██"]


def test_years_without_a_record_have_a_line_and_the_undated_come_last():
    assert drawn({"2009": 1, "2012": 11, "undated": 2}) == [
        "2009     1 ██",
        "2010",
        "2011",
        "2012    11 ██████████████████████",
        "undated  2 ████",
    ]


def test_a_run_of_years_without_an_agreement_is_one_line():
    lines = drawn({"1900": 1, "1903": 2, "1907": 1, "undated": 2})
    assert lines == [
        "1900      1 ██",
        "1901",
        "1902",
        "1903      2 ████",
        "1904–1906 none recorded",
        "1907      1 ██",
        "undated   2 ████",
    ]


def test_years_before_the_first_and_after_the_last_record_have_no_line():
    lines = drawn({"1999": 0, "2009": 1, "2010": 0})
    assert [line[:4] for line in lines] == ["2009"]


@pytest.mark.parametrize("years", [{}, {"2007": 0}, {"undated": 0}])
def test_without_records_there_is_nothing_to_draw(years):
    assert drawn(years) == []


def test_without_dated_records_there_is_one_line():
    assert drawn({"undated": 3}) == ["undated 3 ██████"]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100])
def test_the_longest_bar_fits_the_terminal(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = drawn({"2009": 1000, "2010": 500, "2011": 250, "undated": 999})
    assert max(map(len, lines)) <= columns
    assert length(lines[0]) == max(map(length, lines)) > 0


def test_no_bar_is_longer_than_a_line_of_100_columns_on_a_wide_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    assert max(map(len, drawn({"2009": 1000, "undated": 999}))) <= 100


@given(
    st.dictionaries(st.sampled_from([str(year) for year in range(1990, 2010)]), st.integers(1, 400), min_size=1),
    st.integers(0, 400),
)
def test_bars_are_as_long_as_their_numbers_in_proportion(years, undated):
    counts = years | ({"undated": undated} if undated else {})
    lines = {line.split()[0]: line for line in drawn(counts)}
    dated = sorted(map(int, years))
    runs = [name for name in lines if "–" in name]
    for run in runs:
        first, last = map(int, run.split("–"))
        assert last - first >= 2
        assert lines.pop(run).split() == [run, "none", "recorded"]
        lines |= dict.fromkeys(map(str, range(first, last + 1)), "")
    assert sorted(lines) == sorted([*map(str, range(dated[0], dated[-1] + 1)), *(["undated"] if undated else [])])
    longest = max(counts.values())
    for name, line in lines.items():
        number = counts.get(name, 0)
        assert line == line.rstrip()
        assert len(line) <= 80
        assert (line.split()[1:2] or ["0"])[0] == str(number), line
        whole = length(lines[max(counts, key=counts.__getitem__)])
        assert abs(length(line) - whole * number / longest) <= 1


@pytest.mark.parametrize("pair", [("AL", "XK"), ("BA", "RS"), ("HR", "RS")])
def test_the_bars_of_a_pair_are_a_count_of_the_bundled_file(pair, seed_rows, seeded):
    question = Filter(pair=pair, inherited=False, as_of=date(2026, 11, 1))
    with connection.open_for_reading(seeded) as register:
        counted = summaries.summary(register, question, GroupBy.YEAR)
    file = io.StringIO()
    write_year_bars(counted, file)
    shown = {
        words[0]: int(words[1])
        for words in map(str.split, file.getvalue().splitlines())
        if len(words) > 1 and words[1] != "none"
    }
    own = [row for row in seed_rows.values() if {*pair} <= {*row["parties"].split(";")}]
    assert shown == Counter(row["signed"][:4] or "undated" for row in own)
