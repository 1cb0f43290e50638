"""A counted table as a Markdown document."""

import io

from markdown_it import MarkdownIt

from wbagree.formats.common.grid import Grid
from wbagree.formats.markdown.table_document import TableDocument, write_table_document

GRID = Grid(("Pair", "Records"), [("AL-XK", "3"), ("Total", "3")], (False, True), last_is_total=True)


def written(body, question="all records", *, kosovo_note=True):
    file = io.StringIO()
    write_table_document(
        TableDocument("Agreements by pair", question, "2026-11-01", body, ["A *note*."]), file, kosovo_note=kosovo_note
    )
    return file.getvalue()


def test_a_table_stands_between_the_question_and_the_notes():
    assert written(GRID) == (
        "# Agreements by pair\n\nQuestion: all records, as of 2026-11-01.\n\n"
        "| Pair | Records |\n| --- | ---: |\n| AL-XK | 3 |\n| Total | 3 |\n\n- A \\*note\\*.\n"
    )


def test_a_note_below_a_list_is_none_of_its_items():
    tokens = [token.type for token in MarkdownIt("commonmark").parse(written(["AL-XK: one", "BA-ME: two"]))]
    assert tokens.count("list_item_open") == 2
    assert tokens[-3:] == ["paragraph_open", "inline", "paragraph_close"]


def test_kosovo_has_its_star_in_the_question_as_well_and_its_note_at_the_end():
    text = written(GRID, "text “Kosovo”")
    assert "text “Kosovo\\*”" in text
    assert text.rstrip().endswith("ICJ Opinion on the Kosovo declaration of independence.")
    assert "UNSCR" not in written(GRID)
    assert "\\*”" not in written(GRID, "text “Kosovo”", kosovo_note=False)
