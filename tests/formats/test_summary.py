"""A summary as a grid for people and as plain values for machines."""

import json
from dataclasses import fields, replace

import pytest

from wbagree.domain.reports.summary import GroupBy, Summary, SummaryRow
from wbagree.formats.grids.summary import summary_cells, summary_grid, summary_objects

AL_XK = SummaryRow("AL-XK", 41, 30, 8, 3, 0, 6, 5, 2, "2000", "2024", 3, 4, "police-cooperation 12, mla 3")
BA_ME = SummaryRow("BA-ME", 7, 7, 0, 0, 0, 0, 0, 0, "", "", 7, 0)
TOTAL = SummaryRow("total", 48, 37, 8, 3, 0, 6, 5, 2, "2000", "2024", 10, 4)
SUMMARY = Summary(GroupBy.PAIR, "2026-11-01", (AL_XK, BA_ME), TOTAL, {1: 48})
COUNTED = ("All", "Agreements", "MoUs", "Protocols", "Other", "In force", "By source")


def test_the_grid_has_a_row_for_each_value_of_the_cut_and_the_total_last():
    made = summary_grid(SUMMARY)
    assert made.headings == ("Pair", *COUNTED, "Inherited", "First", "Last", "No date", "Main types")
    assert made.rows == [
        ("AL-XK", "41", "30", "8", "3", "", "6", "5", "2", "2000", "2024", "3", "police-cooperation 12, mla 3"),
        ("BA-ME", "7", "7", "", "", "", "", "", "", "", "", "7", ""),
        ("Total", "48", "37", "8", "3", "", "6", "5", "2", "2000", "2024", "10", ""),
    ]
    assert made.last_is_total
    assert made.numeric == (False, *[True] * 11, False)


def test_nothing_is_not_zero_but_for_records():
    nothing = SummaryRow("AL-ME", 0, 0, 0, 0, 0, 0, 0, 0, "", "", 0, 0)
    (row, _) = summary_grid(replace(SUMMARY, rows=(nothing,))).rows
    assert row == ("AL-ME", "0", "", "", "", "", "", "", "", "", "", "")


@pytest.mark.parametrize("cut", GroupBy)
def test_columns_that_can_only_be_empty_are_left_out(cut):
    years = () if cut == GroupBy.YEAR else ("First", "Last")
    types = ("Main types",) if cut == GroupBy.PAIR else ()
    made = summary_grid(replace(SUMMARY, by=cut))
    assert made.headings == (cut.value.capitalize(), *COUNTED, "Inherited", *years, "No date", *types)
    assert {len(row) for row in made.rows} == {len(made.headings)} == {len(made.numeric)}


@pytest.mark.parametrize(("inherited", "rows"), [(False, (AL_XK, BA_ME)), (True, (BA_ME,)), (False, (BA_ME,))])
def test_inherited_is_left_out_when_not_asked_for_or_when_there_is_none(inherited, rows):
    assert "Inherited" not in summary_grid(replace(SUMMARY, rows=rows), inherited=inherited).headings


def test_by_source_is_left_out_when_no_source_alone_says_in_force():
    dated = replace(SUMMARY, total=replace(TOTAL, in_force_by_source=0))
    assert "By source" not in summary_grid(dated).headings
    assert not any("By source" in sentence for sentence in dated.explanation())
    assert any(sentence.startswith('"By source":') for sentence in SUMMARY.explanation())


@pytest.mark.parametrize("cut", GroupBy)
def test_what_is_left_out_where_there_is_no_room_are_columns_and_never_the_number_of_all(cut):
    made = summary_grid(replace(SUMMARY, by=cut))
    for headings in made.omissible:
        narrower = made.without(headings)
        assert narrower.headings[:2] == (cut.value.capitalize(), "All")
        assert {*narrower.headings} == {*made.headings} - {*headings}
        assert [row[1] for row in narrower.rows] == ["41", "7", "48"]
        assert len(narrower.numeric) == len(narrower.headings)


def test_a_summary_of_nothing_is_its_total():
    total = SummaryRow("total", 0, 0, 0, 0, 0, 0, 0, 0, "", "", 0, 0)
    assert summary_grid(Summary(GroupBy.TYPE, "2026-11-01", (), total)).rows == [("Total", "0", *[""] * 8)]


def test_an_object_begins_with_the_name_of_the_cut_and_has_every_number():
    first, second, total = summary_objects(SUMMARY)
    assert list(first) == ["pair", *[field.name for field in fields(SummaryRow)][1:]]
    assert (first["pair"], first["records"], first["first"]) == ("AL-XK", 41, "2000")
    assert (second["mous"], second["last"], second["main_types"]) == (0, "", "")
    assert total["pair"] == "total"
    assert json.loads(json.dumps(summary_objects(SUMMARY))) == summary_objects(SUMMARY)


@pytest.mark.parametrize("cut", GroupBy)
def test_cells_are_the_names_then_the_values_of_the_objects(cut):
    summary = replace(SUMMARY, by=cut)
    names, *rows = summary_cells(summary)
    assert names[0] == cut.value
    assert [dict(zip(names, row, strict=True)) for row in rows] == [
        {name: str(value) for name, value in item.items()} for item in summary_objects(summary)
    ]
