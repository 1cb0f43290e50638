"""The matrix as a grid for people and as plain values for machines."""

import io
import json
from dataclasses import replace
from datetime import date

import pytest

from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import BestStatus, Cell, Matrix
from wbagree.formats.grids.matrix import (
    EMPTY_CELL,
    STATUS_MARKS,
    STATUS_WORDS,
    cell_sentence,
    legend,
    matrix_grid,
    matrix_objects,
)
from wbagree.formats.terminal import plain_table
from wbagree.store.file import connection
from wbagree.store.read import matrix

AL_XK, BA_ME = ("AL", "XK"), ("BA", "ME")
WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")


def made(by: str) -> Matrix:
    return Matrix(
        day="2026-11-01",
        by=by,
        pairs=(AL_XK, BA_ME),
        columns=("mla", "customs", "drugs"),
        labels={"mla": "mutual legal assistance", "customs": "customs"},
        cells={
            (AL_XK, "mla"): Cell(3, 0, BestStatus.IN_FORCE, 2),
            (AL_XK, "customs"): Cell(1, 2, BestStatus.SIGNED, 1),
            (BA_ME, "customs"): Cell(0, 1, BestStatus.INHERITED, 1),
        },
        pair_totals={AL_XK: Cell(4, 2, BestStatus.IN_FORCE, 2), BA_ME: Cell(0, 1, BestStatus.INHERITED, 1)},
        column_totals={"mla": Cell(3, 0, BestStatus.IN_FORCE, 2), "customs": Cell(1, 3, BestStatus.SIGNED, 1)},
        total=Cell(4, 3, BestStatus.IN_FORCE, 2),
    )


def test_by_group_pairs_are_rows_and_groups_are_columns():
    drawn = matrix_grid(made("group"))
    assert drawn.headings == ("Pair", "Mutual legal assistance", "Customs", "Drugs", "Total")
    assert drawn.rows == [
        ("AL-XK", "3 ●", "1+2 ○", "-", "4+2 ●"),
        ("BA-ME", "-", "+1 +", "-", "+1 +"),
        ("Total", "3 ●", "1+3 ○", "-", "4+3 ●"),
    ]


def test_by_type_types_are_rows_and_pairs_are_columns():
    drawn = matrix_grid(made("type"))
    assert drawn.headings == ("Type", "AL-XK", "BA-ME", "Total")
    assert drawn.rows == [
        ("mutual legal assistance", "3 ●", "-", "3 ●"),
        ("customs", "1+2 ○", "+1 +", "1+3 ○"),
        ("drugs", "-", "-", "-"),
        ("Total", "4+2 ●", "+1 +", "4+3 ●"),
    ]


@pytest.mark.parametrize("by", ["group", "type"])
def test_numbers_stand_to_the_right_and_the_last_row_is_the_total(by):
    drawn = matrix_grid(made(by))
    assert drawn.numeric == (False, *[True] * (len(drawn.headings) - 1))
    assert drawn.last_is_total
    assert drawn.rows[-1][0] == "Total"
    assert {len(row) for row in drawn.rows} == {len(drawn.headings)}


@pytest.mark.parametrize("by", ["group", "type"])
def test_a_matrix_of_nothing_is_its_total(by):
    assert matrix_grid(Matrix("2026-11-01", by, (), (), {}, {})).rows == [("Total", "-")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(1, 0, BestStatus.IN_FORCE, 1), "1 ●"),
        (Cell(12, 0, BestStatus.IN_FORCE, 2), "12 ●"),
        (Cell(12, 3, BestStatus.SIGNED, 9), "12+3 ○"),
        (Cell(1, 0, BestStatus.ON_RECORD, 1), "1 ?"),
        (Cell(0, 2, BestStatus.INHERITED, 2), "+2 +"),
        (Cell(1, 1, BestStatus.INHERITED, 1), "1+1 +"),
        (Cell(2, 0, BestStatus.NOT_IN_FORCE, 1), "2 …"),
        (Cell(1, 1, BestStatus.ENDED, 2), "1+1 ×"),
        (Cell(), "-"),
    ],
)
def test_a_cell_has_its_own_agreements_the_inherited_ones_and_the_mark_of_the_strongest_status(cell, text):
    drawn = matrix_grid(Matrix("2026-11-01", "group", (AL_XK,), ("mla",), {}, {(AL_XK, "mla"): cell}))
    assert drawn.rows[0] == ("AL-XK", text, "-")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(1, 0, BestStatus.IN_FORCE, 1), "1 agreement, 1 in force"),
        (Cell(12, 0, BestStatus.IN_FORCE, 2), "12 agreements, 2 in force"),
        (
            Cell(12, 3, BestStatus.PROVISIONAL, 1),
            "12 agreements, 1 applied provisionally; 3 more signed by a predecessor",
        ),
        (Cell(2, 0, BestStatus.ON_RECORD, 2), "2 agreements, 2 status unknown"),
        (Cell(0, 2, BestStatus.INHERITED, 2), "2 agreements signed by a predecessor"),
        (Cell(1, 1, BestStatus.INHERITED, 1), "1 agreement; 1 more signed by a predecessor"),
        (Cell(2, 0, BestStatus.NOT_IN_FORCE, 1), "2 agreements; 1 under negotiation or not in force"),
        (Cell(1, 1, BestStatus.ENDED, 2), "1 agreement; 1 more signed by a predecessor; 2 ended"),
        (Cell(0, 1, BestStatus.ENDED, 1), "1 agreement signed by a predecessor; 1 ended"),
        (Cell(), "none found"),
    ],
)
def test_in_words_no_number_stands_before_a_status_that_it_does_not_count(cell, words):
    assert cell_sentence(cell) == words


def test_every_status_has_a_mark_of_its_own_that_the_legend_explains_where_it_is_there():
    assert set(STATUS_MARKS) == set(STATUS_WORDS) == set(BestStatus)
    assert len(set(STATUS_MARKS.values())) == len(STATUS_MARKS)
    for best in BestStatus:
        cell = Cell(1, 0, best, 1) if best is not BestStatus.NONE else Cell()
        _, *marks, empty = legend(Matrix("2026-11-01", "group", (AL_XK,), ("mla",), {}, {(AL_XK, "mla"): cell}))
        words = f"Marks show the strongest status in the cell: {STATUS_MARKS[best]} {STATUS_WORDS[best]}."
        assert marks == ([words] if best is not BestStatus.NONE else [])
        assert empty == EMPTY_CELL


def test_what_a_predecessor_signed_is_explained_where_there_is_any():
    assert legend(made("group"))[0] == "Numbers are agreements (+n signed by a predecessor)."
    assert legend(replace(made("group"), cells={}, pair_totals={}, column_totals={}, total=Cell()))[0] == (
        "Numbers are agreements."
    )


def test_by_type_each_pair_is_a_block_where_there_is_no_room_for_a_table():
    groups = {"mla": "justice", "customs": "customs and other", "drugs": "crime"}
    first, second = matrix_grid(replace(made("type"), groups=groups)).blocks
    assert first.title == "AL-XK  4+2 ●"
    assert first.lines == [
        ("Justice", "mutual legal assistance 3\u00a0●"), ("Customs and other", "customs 1+2\u00a0○"), ("Crime", "-")
    ]  # fmt: skip
    assert second.lines == [("Justice", "-"), ("Customs and other", "customs +1\u00a0+"), ("Crime", "-")]


@pytest.mark.parametrize("by", ["group", "type"])
def test_there_is_one_object_for_each_cell_empty_ones_as_well(by):
    objects = matrix_objects(made(by))
    assert [(item["pair"], item[by]) for item in objects] == [
        (pair, column) for pair in ("AL-XK", "BA-ME") for column in ("mla", "customs", "drugs")
    ]
    assert objects[1] == {
        "pair": "AL-XK",
        by: "customs",
        "records": 1,
        "inherited": 2,
        "best": "signed",
        "best_records": 1,
    }
    assert objects[-1] == {
        "pair": "BA-ME",
        by: "drugs",
        "records": 0,
        "inherited": 0,
        "best": "none",
        "best_records": 0,
    }
    assert json.loads(json.dumps(objects)) == objects


@pytest.fixture(scope="module")
def real(_templates):
    """The matrices of the six as of 1 November 2026."""
    question = Filter(among=WB6, as_of=date(2026, 11, 1))
    with connection.open_for_reading(_templates["seeded"]) as register:
        return {by: matrix.matrix(register, question, by) for by in ("group", "type")}


@pytest.mark.parametrize("by", ["group", "type"])
def test_the_grid_and_the_objects_of_the_six_say_the_same(by, real):
    drawn, objects = matrix_grid(real[by]), matrix_objects(real[by])
    table = {row[0]: dict(zip(drawn.headings, row, strict=True)) for row in drawn.rows}
    for item in objects:
        label = real[by].labels[item[by]]
        shown = table[item["pair"]][label.capitalize()] if by == "group" else table[label][item["pair"]]
        *number, mark = shown.split(" ")
        own, _, inherited = "".join(number).partition("+")
        assert (int(own or 0), int(inherited or 0)) == (item["records"], item["inherited"])
        assert mark == STATUS_MARKS[BestStatus(item["best"])]


def test_by_group_the_matrix_of_the_six_fits_100_columns(real):
    file = io.StringIO()
    plain_table.write_grid(matrix_grid(real["group"]), file)
    assert max(map(len, file.getvalue().splitlines())) <= 100
