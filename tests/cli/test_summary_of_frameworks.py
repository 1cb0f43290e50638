"""``wbagree summary --frameworks``: the cells of ``matrix --frameworks``, counted."""

import csv
import io
import json
from collections import Counter

import pytest
from markdown_it import MarkdownIt

DAY = ("--as-of", "2026-11-01")
KINDS = ("both", "bilateral", "multilateral", "none")
PROOF = "The register may be incomplete."


def table_of(markdown):
    """The rows of the one table of a document, as texts."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    cells = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type in ("th_open", "td_open")]
    wide = sum(token.type == "th_open" for token in tokens)
    return [cells[start : start + wide] for start in range(0, len(cells), wide)]


@pytest.mark.parametrize("by", ["pair", "type", "group"])
def test_every_format_holds_the_same_figures(by, wbagree, seeded):
    arguments = ("summary", "--frameworks", "--by", by, *DAY)
    outputs = {
        form: wbagree(*arguments, "--format", form, db=seeded) for form in ("table", "csv", "json", "jsonl", "md")
    }
    rows = json.loads(outputs["json"].stdout)
    assert list(rows[0]) == [by, *KINDS, "frameworks", "in_force", "member", "bound"]
    assert rows[-1][by] == "total"
    texts = [[str(value) for value in row.values()] for row in rows]
    assert [json.loads(line) for line in outputs["jsonl"].stdout.splitlines()] == rows
    assert [*csv.reader(io.StringIO(outputs["csv"].stdout))] == [[*rows[0]], *texts]
    # People read the grades, whose sum is the number of frameworks.
    shown = [[*row[:5], *row[6:]] for row in (*texts[:-1], ["Total", *texts[-1][1:]])]
    assert table_of(outputs["md"].stdout)[1:] == shown
    lines = outputs["table"].stdout.splitlines()
    assert [line.split() for line in [*lines[1:-2], lines[-1]]] == shown
    for form, ran in outputs.items():
        assert (ran.returncode, PROOF in (ran.stdout if form == "md" else ran.stderr)) == (0, True)
    assert f"as of {DAY[1]}." in outputs["md"].stdout


@pytest.mark.parametrize(("by", "column"), [("pair", "type"), ("type", "type"), ("group", "group")])
def test_the_rows_count_the_cells_of_the_matrix(by, column, wbagree, seeded):
    narrow = ("--among", "AL,ME,XK", "--type", "justice", "--type", "drugs", "--as-of", "2010")
    matrix = json.loads(
        wbagree("matrix", "--frameworks", "--by", column, *narrow, "--format", "json", db=seeded).stdout
    )
    rows = json.loads(wbagree("summary", "--frameworks", "--by", by, *narrow, "--format", "json", db=seeded).stdout)
    counted = Counter((cell[by], cell["cover"]) for cell in matrix)
    assert {(row[by], kind): row[kind] for row in rows[:-1] for kind in KINDS if row[kind]} == dict(counted)
    assert {kind: rows[-1][kind] for kind in KINDS} == {
        kind: sum(cell["cover"] == kind for cell in matrix) for kind in KINDS
    }
    for row in rows[:-1]:
        keys = {key for cell in matrix if cell[by] == row[by] for key in cell["frameworks"]}
        assert row["frameworks"] == len(keys)


@pytest.mark.parametrize("by", ["pair", "type", "group"])
def test_on_a_terminal_of_80_columns_it_is_one_table(by, at_terminal, whole, golden):
    screen = at_terminal("summary", "--frameworks", "--by", by, *DAY, db=whole, columns=80, NO_COLOR="1")
    assert screen.returncode == 0
    assert max(map(len, screen.text.splitlines())) <= 80
    golden(f"summary-frameworks-{by}-80.txt", screen.text)


def test_the_frameworks_of_a_pair_are_those_that_both_belong_to(wbagree, seeded):
    rows = json.loads(wbagree("summary", "--frameworks", "--pair", "BA-XK", *DAY, "--format", "json", db=seeded).stdout)
    common = json.loads(wbagree("frameworks", "common", "BA-XK", *DAY, "--format", "json", db=seeded).stdout)
    assert rows[0]["frameworks"] == sum(row["cover"] in ("in-force", "member", "bound") for row in common) > 0


@pytest.mark.parametrize("by", ["year", "form", "party", "status", "level", "assessment"])
def test_another_cut_is_refused_with_those_there_are(by, wbagree, seeded):
    ran = wbagree("summary", "--frameworks", "--by", by, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"wbagree: --frameworks counts by pair, type, group, not by {by}\n"


@pytest.mark.parametrize("command", [("matrix",), ("matrix", "--frameworks"), ("summary", "--frameworks")])
def test_an_empty_among_does_not_ask_for_the_six(command, wbagree, seeded):
    ran = wbagree(*command, "--among", "", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--among is empty" in ran.stderr
