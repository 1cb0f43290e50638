"""Tables as plain text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import visible_line
from wbagree.formats.terminal.plain_table import cell_width, write_grid

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def written(grid: Grid) -> str:
    file = io.StringIO()
    write_grid(grid, file)
    return file.getvalue()


def test_numbers_stand_to_the_right_and_the_total_apart():
    rows = [("AL-XK", "41", "mla 3"), ("BA-ME", "7", ""), ("Total", "48", "")]
    assert written(Grid(("Pair", "Records", "Main types"), rows, (False, True, False), last_is_total=True)) == (
        "Pair   Records  Main types\n"
        "AL-XK       41  mla 3\n"
        "BA-ME        7\n"
        "-----  -------  ----------\n"
        "Total       48\n"
    )


def test_headings_alone_are_a_table():
    assert written(Grid(("Key", "Title"), [])) == "Key  Title\n"


def test_nothing_is_cut_however_long():
    title = "Agreement " * 60
    assert written(Grid(("Title", "Key"), [(title, "AL-XK-nd-1")])).splitlines()[1] == f"{title.strip()}  AL-XK-nd-1"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("agreement", 9),
        ("", 0),
        ("Ђорђевић", 8),
        ("Đorđević", 8),
        ("Do\u0301ra", 4),
        ("条約", 4),
        ("\uff21\uff22\uff23", 6),
        ("Kosovo*", 7),
    ],
)
def test_width_is_what_the_terminal_needs(text, cells):
    assert cell_width(text) == cells


def test_columns_stay_in_line_beside_wide_and_combining_characters():
    rows = [("条約", "x"), ("Do\u0301ra", "x"), ("Споразум", "x"), ("mla", "x")]
    lines = written(Grid(("Title", "Mark"), rows)).splitlines()
    assert {cell_width(line.removesuffix("x")) for line in lines[1:]} == {len("Споразум  ")}


def test_text_is_shown_and_never_obeyed():
    text = written(Grid(("Title",), [("[red]a[/red]\n\x1b[31mb\u202e",)]))
    assert text == "Title\n[red]a[/red] <1B>[31mb<202E>\n"


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=6), st.tuples(*[st.booleans()] * 3))
def test_any_texts_make_visible_line_a_row_with_every_text_in_its_place(rows, numeric):
    lines = written(Grid(("One", "Two", "Three"), rows, numeric)).split("\n")
    assert len(lines) == len(rows) + 2
    assert lines.pop() == ""
    for line, row in zip(lines[1:], rows, strict=True):
        place = 0
        for text in map(visible_line, row):
            place = line.find(text, place) + len(text)
            assert place >= len(text)
        assert "".join(line.split()) == "".join("".join(row).split()) if "".join(row).isprintable() else True
