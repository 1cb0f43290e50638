"""Markdown: whatever a text holds, a reader sees that text and nothing else; Kosovo has its star (domain rule 4)."""

import io
from functools import cache
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wbagree.formats.common import kosovo
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.markdown.syntax import escape_markdown, link, star_kosovo_markdown, write_grid, write_table

PARSER = MarkdownIt("commonmark").enable("table")
NASTY = [
    *("Annex #", "foo ##", "&copy; &#35;"),
    *("*a* _b_ **c** __d__", "***", "___", "* x", "- x", "+ x", "1. x", "12) x", "1234567890. x", "٣. x"),
    *(
        "# x",
        "###### x",
        "#",
        "===",
        "---",
        "> x",
        ">",
        "`x`",
        "``` x",
        "~~~ x",
        "~~x~~",
        "| a | b |",
        "|---|",
        ":---:",
    ),
    *("a|b", "a\\|b", "\\", "\\\\", "a\\", "\\*a\\*", "[a](b)", "![a](b)", "[a]: http://b", "[a][b]", "[^1]", "[ ] x"),
    *("<b>x</b>", "<!-- x -->", "<https://a.example>", "<a@b.example>", "&amp;", "&copy; &#35;", "&", "$x$", "{x}"),
    *("Annex [annex 1]", "two\nlines", "two  \n  lines", "a\\\nb", "\ta", "    a", "a\u2028b", "\x1b[31mx", "nul\0"),
    *("co-operation (2012) - “Đurđević”; Споразум!", "'a' \"b\" ... -- (c)", "x^2^ ==y== ++z++", "Term\n: definition"),
]
PIECES = st.sampled_from([*"\\`*_{}[]<>|~$&#+-.=:!()>\"' \n\t", "1", "12", "a", "Ђ", "http://a.example", "Kosovo"])
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text()
BLOCKS = {"paragraph": "{}\n", "list item": "- {}\n", "numbered item": "3. {}\n", "quotation": "> {}\n"}


def texts_of(markdown: str) -> list[str]:
    """The text of each block, which must be plain: no emphasis, link, code, image, HTML or line break in it."""
    blocks = PARSER.parse(markdown)
    assert not {"html_block", "code_block", "fence", "hr"} & {block.type for block in blocks}
    inlines = [block for block in blocks if block.type == "inline"]
    for inline in inlines:
        assert {child.type for child in inline.children} <= {"text", "text_special"}
    return ["".join(child.content for child in inline.children) for inline in inlines]


@cache
def kinds_of(markdown: str) -> list[str]:
    return [block.type for block in PARSER.parse(markdown)]


def table_of(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    file = io.StringIO()
    write_table(headings, rows, file)
    return file.getvalue()


def assert_read_as_it_is(text: str) -> None:
    shown = single_line(text)
    for template in BLOCKS.values():
        markdown = template.format(escape_markdown(text))
        assert texts_of(markdown) == ([shown] if shown else [])
        if shown:
            assert kinds_of(markdown) == kinds_of(template.format("plain"))
    row = (escape_markdown(text), "next", escape_markdown(text))
    assert texts_of(table_of(("A", "B", "C"), [row, row])) == ["A", "B", "C", *[shown, "next", shown] * 2]


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_read_as_it_is_in_every_block(text):
    assert_read_as_it_is(text)


@given(TEXTS)
def test_any_text_is_read_as_it_is_in_every_block(text):
    assert_read_as_it_is(text)


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_read_as_it_is_in_a_heading(text):
    assert texts_of(f"### {escape_markdown(text)}\n\nnext\n") == [single_line(text), "next"]


@given(TEXTS)
def test_any_text_is_read_as_it_is_in_a_heading(text):
    assert texts_of(f"### {escape_markdown(text)}\n\nnext\n") == [single_line(text), "next"]
    assert kinds_of(f"### {escape_markdown(text)}\n") == ["heading_open", "inline", "heading_close"]


@given(TEXTS, TEXTS)
def test_any_text_is_read_as_it_is_after_other_text(name, text):
    shown = f"{single_line(name)}: {single_line(text)}.".strip()
    assert texts_of(f"- {escape_markdown(name)}: {escape_markdown(text)}.\n") == [shown]


def test_bundled_titles_and_notes_are_read_as_they_are(seed_rows):
    fields = ("title", "title_original", "notes", "sources", "signatories")
    for text in sorted({row[field] for row in seed_rows.values() for field in fields}):
        assert_read_as_it_is(text)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_a_grid_is_a_table_with_every_cell_in_its_place(rows):
    file = io.StringIO()
    write_grid(Grid(("One|", "*Two*"), rows, (False, True)), file, kosovo_note=False)
    cells = [single_line(cell) for row in rows for cell in row]
    assert texts_of(file.getvalue()) == ["One|", "*Two*", *cells]


def test_a_grid_with_kosovo_has_the_star_and_the_footnote_unless_that_is_turned_off():
    for note, star in ((True, "Kosovo\\*"), (False, "Kosovo")):
        file = io.StringIO()
        write_grid(Grid(("Title",), [("Albania-Kosovo",)]), file, kosovo_note=note)
        assert f"| Albania-{star} |" in file.getvalue()
        assert ("UNSCR 1244/1999" in file.getvalue()) == note


def test_numbers_are_set_to_the_right():
    file = io.StringIO()
    write_grid(Grid(("Pair", "Records"), [("AL-XK", "41")], (False, True)), file)
    assert file.getvalue() == "| Pair | Records |\n| --- | ---: |\n| AL-XK | 41 |\n"


def linked(markdown: str) -> tuple[str, str]:
    """The address and the text of a paragraph that is one link and nothing else."""
    _, inline, _ = PARSER.parse(markdown)
    start, *inside, end = inline.children
    assert (start.type, end.type) == ("link_open", "link_close")
    assert {child.type for child in inside} <= {"text", "text_special"}
    return unquote(start.attrs["href"]), "".join(child.content for child in inside)


@pytest.mark.parametrize(
    "path",
    [
        *("", "(x)", ")", "((", "[x]", "\\", "\\)", "a%20b", "a b", "<x>", "*x*_y_", "`x`", "|x|", '"x"', "'x'", "~x~"),
        *("?a=1&b=2#c", "?a=1&copy=2", "é/ж", "%C3%A9", "100%", "a\nb", "\t", "^{}", "!x", "$x$", "(a_(b)_c)", "a;b"),
    ],
)
def test_a_link_keeps_its_address(path):
    assert linked(link("text", f"https://a.example/{path}")) == (unquote(f"https://a.example/{path}"), "text")


@given(TEXTS.filter(single_line), st.text())
def test_a_link_keeps_any_address_and_any_text(text, path):
    address = f"https://a.example/{path}"
    assert linked(link(text, address)) == (unquote(address), single_line(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kosovo", "Kosovo*"),
        ("Albania - Kosovo", "Albania - Kosovo*"),
        ("Kosovo, (Kosovo) and Kosovo's", "Kosovo*, (Kosovo*) and Kosovo*'s"),
        ("Kosovo* and Kosovo", "Kosovo* and Kosovo*"),
        ("Kosovo-Albania", "Kosovo*-Albania"),
        ("EULEX Kosovo", "EULEX Kosovo*"),
        ("Kosova, Косово, Kosovar, PreKosovo, kosovo", "Kosova, Косово, Kosovar, PreKosovo, kosovo"),
        ("", ""),
    ],
)
def test_kosovo_has_one_star(text, shown):
    markdown = star_kosovo_markdown(escape_markdown(text))
    assert texts_of(markdown) == ([shown] if shown else [])
    assert star_kosovo_markdown(markdown) == markdown


@given(st.lists(st.sampled_from(["Kosovo", "Kosovo*", " ", "-", "Albania", "(", ")", ", "])).map("".join))
def test_starring_twice_changes_nothing_more_and_keeps_the_rest(text):
    markdown = star_kosovo_markdown(escape_markdown(text))
    assert star_kosovo_markdown(markdown) == markdown
    assert markdown.replace("\\*", "") == escape_markdown(text).replace("\\*", "")
    assert "**" not in "".join(texts_of(markdown))


def test_the_note_on_kosovo_is_the_one_that_documents_of_the_region_print():
    assert kosovo.KOSOVO_NOTE == (
        "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ"
        " Opinion on the Kosovo declaration of independence."
    )
