"""``wbagree matrix`` and its gaps."""

import csv
import io
import json
import re

import pytest

DAY = ("--as-of", "2026-11-01")
PROOF = "That none was found does not mean that none exists."


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def test_the_matrix_of_the_western_balkans_by_group(at_terminal, whole, golden):
    screen = at_terminal("matrix", *DAY, db=whole, columns=80, NO_COLOR="1")
    assert screen.returncode == 0
    assert max(map(len, screen.text.splitlines())) <= 80
    golden("matrix-wb6-80.txt", screen.text)


def test_a_matrix_has_a_cell_for_each_of_15_pairs_and_6_groups_and_no_inherited_where_none_are_asked_for(
    wbagree, seeded
):
    cells = json.loads(wbagree("matrix", *DAY, "--no-inherited", "--format", "json", db=seeded).stdout)
    assert len({(cell["pair"], cell["group"]) for cell in cells}) == len(cells) == 15 * 6
    assert list(cells[0]) == ["pair", "group", "records", "inherited", "best", "best_records"]
    assert {cell["inherited"] for cell in cells} == {0}
    assert "inherited" not in {cell["best"] for cell in cells}


def test_by_type_a_narrow_terminal_has_a_block_for_each_pair_by_group(at_terminal, whole, golden):
    screen = at_terminal(
        "matrix", "--by", "type", "--among", "AL,BA,MK,RS,XK", *DAY, db=whole, columns=80, NO_COLOR="1"
    )
    assert max(map(len, screen.text.splitlines())) <= 80
    golden("matrix-by-type-80.txt", screen.text)


def test_every_gap_is_a_sentence_that_says_what_was_not_found(wbagree, whole):
    ran = wbagree("matrix", "--gaps", "--type", "extradition", "--type", "readmission", *DAY, db=whole)
    lines = ran.stdout.splitlines()
    assert "BA-MK: none found for readmission" in lines
    assert "BA-ME: none found for extradition" not in lines
    pattern = r"[A-Z]{2}-[A-Z]{2}: none found for (extradition|readmission)"
    assert all(re.fullmatch(pattern, line) for line in lines)
    assert f"{len(lines)} gaps. {PROOF}" in ran.stderr


def test_gaps_are_the_cells_of_the_matrix_that_have_nothing(wbagree, seeded):
    cells = rows_of(wbagree("matrix", "--by", "type", *DAY, "--format", "csv", db=seeded))
    gaps = rows_of(wbagree("matrix", "--gaps", *DAY, "--format", "csv", db=seeded))
    lacking = ("none", "ended", "not-in-force")
    assert [(gap["pair"], gap["type"], gap["only"]) for gap in gaps] == [
        (cell["pair"], cell["type"], cell["best"])
        for cell in cells
        if cell["best"] in lacking and cell["type"] != "other"  # there is always something else
    ]


@pytest.mark.parametrize(
    ("narrowing", "words"),
    [
        (("--form", "treaty"), "form treaty"),
        (("--level", "state"), "level state"),
        (("--status", "in-force"), "status in-force"),
        (("--confidence", "high"), "confidence high"),
        (("--since", "2010"), "since 2010"),
        (("--until", "2010"), "until 2010"),
        (("--dated",), "dated agreements only"),
        (("--assessed",), "assessed"),
        (("--not-assessed",), "never assessed"),
        (("--score", "full"), "latest assessment full"),
        (("--text", "police"), "text “police”"),
        (
            ("--form", "treaty", "--pair", "AL-XK", "--since", "2010"),
            "form treaty; since 2010",
        ),
    ],
)
def test_gaps_that_would_deny_what_is_on_record_are_refused(narrowing, words, wbagree, seeded, tmp_path):
    file = tmp_path / "gaps.csv"
    for output in ((), ("--output", str(file))):
        ran = wbagree("matrix", "--gaps", *narrowing, *DAY, *output, db=seeded)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.endswith(
            f"wbagree: --gaps with {words} would deny what is recorded\n"
            "  gaps take parties, types, --as-of and --no-inherited\n"
        )
    assert not file.exists()
    assert wbagree("matrix", *narrowing, *DAY, db=seeded).returncode == 0


@pytest.mark.parametrize(
    "taken",
    [
        ("--pair", "AL-XK"),
        ("--party", "XK"),
        ("--among", "AL,XK,ME"),
        ("--type", "justice"),
        ("--as-of", "2015"),
        ("--no-inherited",),
    ],
)
def test_gaps_take_parties_types_a_day_and_no_inherited(taken, wbagree, seeded):
    ran = wbagree("matrix", "--gaps", *taken, db=seeded)
    assert ran.returncode == 0
    assert "none found for" in ran.stdout
