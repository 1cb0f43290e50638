"""What serves pairs, counted by pair and by column."""

import pytest

from wbagree.domain.frameworks.cover import Grade, PairCover, PartyCover
from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.reports.coverage import CoverageRow, summarise_coverage
from wbagree.domain.reports.matrix import BestStatus, Cell, Matrix

AL_XK, BA_ME = ("AL", "XK"), ("BA", "ME")
MATRIX = Matrix(
    day="2026-11-01",
    by="type",
    pairs=(AL_XK, BA_ME),
    columns=("mla", "customs", "drugs"),
    labels={},
    cells={
        (AL_XK, "mla"): Cell(3, 0, BestStatus.IN_FORCE),
        (AL_XK, "customs"): Cell(1, 0, BestStatus.ENDED),
        (BA_ME, "customs"): Cell(0, 1, BestStatus.INHERITED),
    },
)
ONE, TWO, CLUB = (
    Framework("one", "One", "network", types=("mla", "customs")),
    Framework("two", "Two", "network", types=("mla",)),
    Framework("club", "Club", "network"),
)


def covers(framework, grade, pair):
    return PairCover(framework, *(PartyCover(party, grade) for party in pair))


SHARED = {
    AL_XK: [covers(ONE, Grade.MEMBER, AL_XK), covers(TWO, Grade.IN_FORCE, AL_XK), covers(CLUB, Grade.BOUND, AL_XK)],
    BA_ME: [covers(ONE, Grade.MEMBER, BA_ME)],
}
SIGNED = covers(CLUB, Grade.SIGNED, AL_XK)
SERVING = {
    (AL_XK, "mla"): SHARED[AL_XK][:2],
    (AL_XK, "customs"): SHARED[AL_XK][:1],
    (AL_XK, "drugs"): [SIGNED],
    (BA_ME, "mla"): SHARED[BA_ME],
    (BA_ME, "customs"): SHARED[BA_ME],
}


def test_by_pair_each_row_counts_the_types_and_the_frameworks_that_both_belong_to():
    summary = summarise_coverage(MATRIX, SERVING, SHARED, "pair")
    assert summary.rows == (CoverageRow("AL-XK", 1, 0, 1, 1, 3, 1, 1, 1), CoverageRow("BA-ME", 1, 0, 1, 1, 1, 0, 1, 0))
    assert (summary.total, summary.cells) == (CoverageRow("total", 2, 0, 2, 2, 3, 1, 1, 1), 3)


def test_by_type_each_row_counts_the_pairs_and_the_frameworks_that_serve_one_of_them():
    summary = summarise_coverage(MATRIX, SERVING, SHARED, "type")
    assert summary.rows == (
        CoverageRow("mla", 1, 0, 1, 0, 2, 1, 1, 0),
        CoverageRow("customs", 1, 0, 1, 0, 1, 0, 1, 0),
        CoverageRow("drugs", 0, 0, 0, 2, 0, 0, 0, 0),
    )
    assert (summary.total, summary.cells) == (CoverageRow("total", 2, 0, 2, 2, 2, 1, 1, 0), 2)


def test_without_frameworks_what_is_there_is_bilateral_and_what_has_ended_is_not():
    summary = summarise_coverage(MATRIX, {}, {}, "pair")
    assert summary.total == CoverageRow("total", 0, 2, 0, 4, 0, 0, 0, 0)


def test_a_question_about_some_types_leaves_other_frameworks_out():
    narrow = Matrix("2026-11-01", "type", (AL_XK,), ("customs",), {}, MATRIX.cells)
    assert summarise_coverage(narrow, SERVING, SHARED, "pair", narrowed=True).rows[0].frameworks == 1


@pytest.mark.parametrize(("by", "counted"), [("pair", "counts 3 types on"), ("type", "counts 2 pairs on")])
def test_what_the_numbers_count_is_said(by, counted):
    words = " ".join(summarise_coverage(MATRIX, SERVING, SHARED, by).explanation())
    assert counted in words
    assert words.endswith("The register may be incomplete.")
