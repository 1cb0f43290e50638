"""The matrix as values: what a cell says, what counts as having something, and the sentences of what is missing."""

from itertools import pairwise, permutations

import pytest

from wbagree.domain.agreements.vocabularies import Status
from wbagree.domain.reports.matrix import BEST_STATUS_OF, GAP_STATUSES, BestStatus, Cell, Gap, Matrix, best_status

AL_XK, BA_ME = ("AL", "XK"), ("BA", "ME")
MATRIX = Matrix(
    day="2026-11-01",
    by="type",
    pairs=(BA_ME, AL_XK),
    columns=("mla", "extradition", "drugs"),
    labels={"mla": "mutual legal assistance", "extradition": "extradition"},
    cells={
        (AL_XK, "mla"): Cell(3, 1, BestStatus.SIGNED),
        (AL_XK, "extradition"): Cell(1, 0, BestStatus.ENDED),
        (BA_ME, "mla"): Cell(0, 2, BestStatus.INHERITED),
        (BA_ME, "drugs"): Cell(1, 0, BestStatus.NOT_IN_FORCE),
    },
)
FROM_BEST_TO_NOTHING = [
    *(
        "in-force",
        "in-force-by-source",
        "provisional",
        "signed",
        "on-record",
        "suspended",
        "inherited",
        "not-in-force",
        "ended",
        "none",
    ),
]


def test_covers_stand_from_the_best_to_nothing():
    assert [cover.value for cover in BestStatus] == FROM_BEST_TO_NOTHING


@pytest.mark.parametrize(("better", "worse"), [*pairwise(BestStatus)])
def test_the_better_of_two_covers_is_the_one_that_stands_first(better, worse):
    assert best_status([worse, better]) is better
    assert best_status([better, worse, worse]) is better


def test_the_best_does_not_depend_on_the_order():
    for covers in permutations([BestStatus.ENDED, BestStatus.INHERITED, BestStatus.ON_RECORD, BestStatus.ENDED]):
        assert best_status(covers) is BestStatus.ON_RECORD


def test_the_best_of_nothing_is_nothing():
    assert best_status([]) is BestStatus.NONE


@pytest.mark.parametrize("status", Status)
def test_every_status_of_a_record_is_a_cover(status):
    assert BEST_STATUS_OF[status] in BestStatus
    assert BEST_STATUS_OF[status] is not BestStatus.NONE
    assert (BEST_STATUS_OF[status] is BestStatus.INHERITED) == (status is Status.INHERITED)


@pytest.mark.parametrize(
    ("statuses", "cover"),
    [
        (["in-force"], "in-force"),
        (["provisional"], "provisional"),
        (["signed"], "signed"),
        (["unknown"], "on-record"),
        (["suspended"], "suspended"),
        (["inherited"], "inherited"),
        (["negotiation", "not-in-force"], "not-in-force"),
        (["ended", "terminated", "expired", "superseded"], "ended"),
    ],
)
def test_nothing_is_taken_for_more_than_its_status_says(statuses, cover):
    assert {BEST_STATUS_OF[status].value for status in statuses} == {cover}


def test_what_has_ended_or_never_began_is_lacking_and_all_else_is_not():
    assert {cover.value for cover in GAP_STATUSES} == {"none", "ended", "not-in-force"}


@pytest.mark.parametrize("pair", MATRIX.pairs)
@pytest.mark.parametrize("column", MATRIX.columns)
def test_a_cell_is_what_was_counted_or_an_empty_one(pair, column):
    assert MATRIX.cell(pair, column) == MATRIX.cells.get((pair, column), Cell(0, 0, BestStatus.NONE))


def test_a_pair_or_a_column_that_the_matrix_does_not_have_is_an_empty_cell():
    assert MATRIX.cell(("AL", "BA"), "mla") == MATRIX.cell(AL_XK, "salw") == Cell()


def test_gaps_come_pair_by_pair_in_the_order_of_the_columns():
    assert [(gap.pair, gap.column) for gap in MATRIX.gaps()] == [
        (BA_ME, "extradition"),
        (BA_ME, "drugs"),
        (AL_XK, "extradition"),
        (AL_XK, "drugs"),
    ]


def test_a_gap_carries_its_label_or_its_code_and_its_cell():
    first, second, third, _ = MATRIX.gaps()
    assert (first.label, first.cell) == ("extradition", Cell())
    assert (second.label, second.cell) == ("drugs", Cell(1, 0, BestStatus.NOT_IN_FORCE))
    assert third.cell.best is BestStatus.ENDED


@pytest.mark.parametrize(
    ("best", "sentence"),
    [
        (BestStatus.NONE, "BA-ME: none found for extradition"),
        (BestStatus.ENDED, "BA-ME: none found for extradition (only what has ended)"),
        (
            BestStatus.NOT_IN_FORCE,
            "BA-ME: none found for extradition (only what is under negotiation or not in force)",
        ),
    ],
)
def test_what_is_missing_was_not_found(best, sentence):
    records = 0 if best is BestStatus.NONE else 1
    assert Gap(BA_ME, "extradition", "extradition", Cell(records, 0, best)).sentence() == sentence


def test_a_matrix_without_cells_lacks_everything_and_totals_nothing():
    bare = Matrix("2026-11-01", "group", (AL_XK, BA_ME), ("police", "border"), {}, {})
    assert len(bare.gaps()) == 4
    assert (bare.total, dict(bare.pair_totals), dict(bare.column_totals)) == (Cell(), {}, {})


def test_a_matrix_without_pairs_lacks_nothing():
    assert Matrix("2026-11-01", "group", (), ("police",), {}, {}).gaps() == []
