"""Delimited text, whatever delimits it, row by row with the line it begins at."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.errors import ImportRefused, NotFound, UsageProblem
from wbagree.formats.list_readers import delimited
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

Read = Callable[..., tuple[str, list[tuple[int, list[str]]]]]
DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "pipe"}


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The delimiter and the rows of a file with this text."""

    def of(text: str, delimiter: str = "") -> tuple[str, list[tuple[int, list[str]]]]:
        path = tmp_path / "list.csv"
        path.write_bytes(text.encode())
        with delimited.open_delimited(path, path.name, "utf-8", delimiter) as rows:
            return rows.facts["delimiter"], list(rows.rows)

    return of


@pytest.mark.parametrize(("delimiter", "name"), DELIMITERS.items())
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_is_found_and_lines_end_in_any_way(read, delimiter, name, end):
    lines = [["Title", "Parties", "Signed"], ["A, b", "AL; XK", "10.3.2012"], ["C | d", "RS/ME", ""]]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(lines)
    assert read(file.getvalue()) == (name, list(enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("text", "name", "header"),
    [
        ("Title;Parties, both\nA, b;AL, XK\nC;AL, XK, ME\n", "semicolon", ["Title", "Parties, both"]),
        ('Title,Parties\n"A; b; c","AL;XK"\n"D; e; f","AL;ME"\n', "comma", ["Title", "Parties"]),
        ("Register of agreements\n\nTitle;Parties\nA;AL\nB;ME\n", "semicolon", ["Register of agreements"]),
        ("Title\tParties\nA, b\tAL, XK\n", "tab", ["Title", "Parties"]),
        ("Title\nA\nB\n", "comma", ["Title"]),
        ("Title;Parties\n", "semicolon", ["Title", "Parties"]),
        ("Title|Parties", "pipe", ["Title", "Parties"]),
        ("Title", "comma", ["Title"]),
    ],
)
def test_the_delimiter_is_what_cuts_most_rows_alike(read, text, name, header):
    found, rows = read(text)
    assert (found, rows[0][1]) == (name, header)


@pytest.mark.parametrize(
    ("delimiter", "shown"),
    [(";", "semicolon"), ("Semicolon", "semicolon"), ("tab", "tab"), ("\\t", "tab"), ("\t", "tab"), ("pipe", "pipe"),
     ("comma", "comma"), ("!", "!"), (" ", " ")],
)  # fmt: skip
def test_a_delimiter_can_be_said_as_itself_or_by_name(read, delimiter, shown):
    sign = {name: sign for sign, name in DELIMITERS.items()}.get(shown, shown)
    assert read(f"a{sign}b\nc{sign}d\n", delimiter) == (shown, [(1, ["a", "b"]), (2, ["c", "d"])])


@pytest.mark.parametrize("delimiter", ["!!", '"', "\n", "\r", "comma "])
def test_what_cannot_delimit_is_refused(read, delimiter):
    with pytest.raises(UsageProblem) as caught:
        read("a,b\n", delimiter)
    assert caught.value.sentence.startswith(f"--delimiter {delimiter!r}: one character, or one of tab, comma")


def test_a_row_has_the_line_that_it_begins_at_and_empty_rows_have_none(read):
    _, rows = read('Title;Notes\nA;"one\ntwo\r\n\nthree"\n\n ; \n"B\n";"say ""x"""\nC\n')
    assert rows == [
        (1, ["Title", "Notes"]),
        (2, ["A", "one\ntwo\r\n\nthree"]),
        (8, ["B\n", 'say "x"']),
        (10, ["C"]),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('a,b\n"say "x" twice",c\n', "list.csv:2 has text after a closing quotation mark"),
        ('a,b\n"say \\"x\\" twice",c\n', "list.csv:2 has text after a closing quotation mark"),
        (
            'a,b\n"never closed,c\nd,e\nf "g",h\n',
            "list.csv:4 has text after a closing quotation mark (it was opened on line 2)",
        ),
        ('a,b\n"never closed,c\nd,e\n', "list.csv: a quotation mark opened on line 2 is never closed"),
    ],
)
def test_quotation_marks_are_read_strictly(read, text, sentence):
    with pytest.raises(ImportRefused) as caught:
        read(text)
    assert caught.value.sentence == sentence


def test_blanks_before_quoted_cells_are_skipped_where_all_have_them(read):
    assert read('a,b, c\nx, "y, z", "w"\n')[1] == [(1, ["a", "b", "c"]), (2, ["x", "y, z", "w"])]
    assert read('a, b\nx, "y" z\n', "comma")[1] == [(1, ["a", " b"]), (2, ["x", ' "y" z'])]
    assert read('a, b,c\nx, "y","z"\n', "comma")[1][1] == (2, ["x", ' "y"', "z"])


def test_ragged_rows_come_as_they_are(read):
    assert read("a;b;c\nd\ne;f\ng;h;i;j\nk;l;m\n")[1] == [
        (1, ["a", "b", "c"]),
        (2, ["d"]),
        (3, ["e", "f"]),
        (4, ["g", "h", "i", "j"]),
        (5, ["k", "l", "m"]),
    ]


def test_a_cell_may_be_long_but_not_without_end(read):
    assert len(read(f"a,b\n{'x' * 1_000_000},c\n")[1][1][1][0]) == 1_000_000
    with pytest.raises(ImportRefused, match=r"list\.csv:2 cannot be read as delimited text: field larger"):
        read(f"a,b\n{'x' * 17_000_000},c\n")


@pytest.mark.parametrize("content", [b"", b" \n\r\n\t\n"])
def test_an_empty_file_is_refused(tmp_path, content):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with (
        pytest.raises(ImportRefused, match="is empty"),
        open_list(path, "my list", ReaderOptions(), Mapping(), bundled_vocabulary()),
    ):
        pass


def test_a_file_that_is_not_there_or_no_file_is_told(tmp_path):
    with pytest.raises(NotFound, match="my list"), open_list(
        tmp_path / "none", "my list", ReaderOptions(), Mapping(), bundled_vocabulary()):  # fmt: skip
        pass
    with pytest.raises(ImportRefused, match="cannot be read: Is a directory"), open_list(
        tmp_path, "folder", ReaderOptions(), Mapping(), bundled_vocabulary()):  # fmt: skip
        pass


def test_what_stands_above_the_header_is_told_and_the_header_can_be_said(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Ministry of Justice;;\n\nList; of 2012;\nTitle;Parties;Signed\nA;AL;2012\nB;XK;2013\n")
    with open_list(path, path.name, ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
        assert (listing.header_line, listing.lines_above) == (4, ("Ministry of Justice", "List of 2012"))
        assert [column.target for column in listing.layout.columns] == ["title", "parties", "signed"]
        assert list(listing.rows) == [(5, ["A", "AL", "2012"]), (6, ["B", "XK", "2013"])]
    with open_list(path, path.name, ReaderOptions(header=3), Mapping(), bundled_vocabulary()) as listing:
        assert (listing.header_line, [column.header for column in listing.layout.columns][:2]) == (
            3,
            ["List", "of 2012"],
        )
        assert len(list(listing.rows)) == 3
    with pytest.raises(UsageProblem, match=r"--header 2: list\.csv has no row there"), open_list(
        path, path.name, ReaderOptions(header=2), Mapping(), bundled_vocabulary()):  # fmt: skip
        pass


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n;,|\t\" '"), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6), st.sampled_from(sorted(DELIMITERS)))
def test_what_is_written_with_any_delimiter_is_read_back(read, rows, delimiter):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert [cells for _, cells in read(file.getvalue(), delimiter)[1]] == filled


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(st.lists(st.tuples(CELLS, CELLS, CELLS).filter(lambda row: "".join(row).strip()), min_size=1, max_size=6),
       st.sampled_from(sorted(DELIMITERS)))  # fmt: skip
def test_the_delimiter_of_a_table_of_quoted_cells_is_found(read, rows, delimiter):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("Title", "Parties", "Signed"), *rows])
    assert read(file.getvalue())[1] == read(file.getvalue(), delimiter)[1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_rows_in_order_or_refused(read, text):
    try:
        _, rows = read(text)
    except ImportRefused:
        return
    lines = [line for line, _ in rows]
    assert lines == sorted(set(lines))
