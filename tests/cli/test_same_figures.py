"""Tables, CSV, JSON and Markdown of one question hold the same figures."""

import csv
import io
import json
import re

import pytest
from markdown_it import MarkdownIt

DAY = ("--as-of", "2026-11-01")
MARKS = {
    "in-force": "●",
    "in-force-by-source": "◐",
    "provisional": "◔",
    "signed": "○",
    "on-record": "?",
    "suspended": "=",
    "inherited": "+",
    "not-in-force": "…",
    "ended": "×",
    "none": "-",
}


def service(cell):
    """The letters of a cell: of its own agreements, and of the best grade of cover."""
    letters = (("in_force", "M"), ("member", "M"), ("bound", "Mb"), ("signed", "Ms"))
    own = "B" if cell["cover"] in ("both", "bilateral") else ""
    cover = next((letter for grade, letter in letters if cell[grade]), "")
    return "+".join(filter(None, (own, cover))) or "-"


@pytest.fixture
def outputs_of(wbagree, seeded):
    """What a command says: the rows of its JSON (and its CSV), the lines of its table, its Markdown as tokens."""

    def ask(*arguments):
        ran = {form: wbagree(*arguments, "--format", form, db=seeded) for form in ("table", "csv", "json", "md")}
        rows = json.loads(ran["json"].stdout)
        texts = [[str(value) if not isinstance(value, list) else ";".join(value) for value in row.values()]
                 for row in rows]  # fmt: skip
        assert [*csv.reader(io.StringIO(ran["csv"].stdout))] == [[*rows[0]], *texts]
        return rows, ran["table"].stdout.splitlines(), MarkdownIt("commonmark").enable("table").parse(ran["md"].stdout)

    return ask


def cells_of(tokens):
    cells = [
        tokens[at + 1].content.replace("\\", "")
        for at, token in enumerate(tokens)
        if token.type in ("th_open", "td_open")
    ]
    wide = sum(token.type == "th_open" for token in tokens)
    return [cells[start : start + wide] for start in range(0, len(cells), wide)]


def items_of(tokens):
    return [tokens[at + 2].content for at, token in enumerate(tokens) if token.type == "list_item_open"]


def columns_of(line):
    return re.split(r"\s{2,}", line.strip())


def figure(cell):
    number = f"{cell['records'] or ''}{'+' + str(cell['inherited']) if cell['inherited'] else ''}"
    return " ".join(filter(None, (number, MARKS[cell["best"]])))


@pytest.mark.parametrize("options", [(), ("--frameworks",)])
@pytest.mark.parametrize("by", ["group", "type"])
def test_a_matrix(by, options, outputs_of):
    rows, table, markdown = outputs_of("matrix", "--by", by, *options, *DAY)
    write = service if options else figure
    pairs = list(dict.fromkeys(row["pair"] for row in rows))
    expected = [[write(row) for row in rows if row["pair"] == pair] for pair in pairs]
    if by == "type":
        expected = [list(column) for column in zip(*expected, strict=True)]
    wide = len(expected[0]) + 1
    shown = [row[1:wide] for row in cells_of(markdown)[1:]]
    assert shown[: len(expected)] == expected
    assert [columns_of(line)[1:wide] for line in table[1 : len(expected) + 1]] == expected
    assert len(shown) - len(expected) == (0 if options else 1)


def test_gaps(outputs_of):
    rows, table, markdown = outputs_of("matrix", "--gaps", "--type", "justice", *DAY)
    assert items_of(markdown) == table
    assert [line.partition(":")[0] for line in table] == [row["pair"] for row in rows]
    for line, row in zip(table, rows, strict=True):
        assert ("only what has ended" in line) == (row["only"] == "ended")


def test_a_timeline(outputs_of):
    rows, table, markdown = outputs_of("timeline", "--among", "wb6", *DAY)
    years = {row["year"]: row["records"] for row in rows if row["records"]}
    bars = dict(re.match(r"(\S+)\s+(\d+)\s", line).groups() for line in table if re.match(r"\S+\s+\d+\s", line))
    assert {year: int(number) for year, number in bars.items()} == {y: n for y, n in years.items() if y != "total"}
    shown = {row[0].lower(): int(row[1]) for row in cells_of(markdown)[1:] if row[1] != "0"}
    assert shown == years


def test_a_check(outputs_of):
    rows, table, markdown = outputs_of("check", "--among", "wb6")
    for row in rows:
        assert any(row["title"] in line and line.endswith(row["key"]) for line in table), row
        assert row["finding"] in "\n".join(table) or row["kind"] in ("undated", "unsourced")  # these are in the heading
    cells = [[text.replace("Kosovo*", "Kosovo") for text in line] for line in cells_of(markdown)[1:]]
    assert cells == [[*row.values()] for row in rows]


@pytest.mark.parametrize("by", ["pair", "type", "group", "year", "status"])
def test_a_summary(by, outputs_of):
    rows, table, markdown = outputs_of("summary", "--among", "wb6", "--by", by, *DAY)
    head, *shown = cells_of(markdown)
    names = [name.lower().replace(" ", "_").replace("-", "_") for name in head]
    renamed = {"all": "records", "by_source": "in_force_by_source", "no_date": "undated"}
    names = [renamed.get(name, name) for name in names]
    for row, texts in zip(rows, shown, strict=True):
        for name, text in zip(names, texts, strict=True):
            assert (text.lower() or "0") == (str(row[name]).lower() or "0"), (row[by], name)
    first = [line.split()[0] for line in table[1:] if not line.startswith("-")]
    assert first == [*(row[by] for row in rows[:-1]), "Total"]


@pytest.mark.parametrize("columns", [160, 200])
@pytest.mark.parametrize("options", [(), ("--frameworks",)])
def test_by_type_the_matrix_is_one_table_on_a_wide_terminal(options, columns, at_terminal, seeded):
    screen = at_terminal("matrix", "--by", "type", *options, *DAY, db=seeded, columns=columns, NO_COLOR="1")
    lines = screen.text.splitlines()
    assert max(map(len, lines)) <= columns
    assert sum(line.startswith("extradition ") for line in lines) == 1
    assert sum("AL-BA" in line and "RS-XK" in line for line in lines) == 1


@pytest.mark.parametrize("options", [(), ("--frameworks",)])
def test_by_group_the_matrix_is_one_table_of_80_columns(options, at_terminal, seeded):
    screen = at_terminal("matrix", *options, *DAY, db=seeded, columns=80, NO_COLOR="1")
    lines = screen.text.splitlines()
    assert max(map(len, lines)) <= 80
    assert sum(line.startswith("AL-XK ") for line in lines) == 1


QUESTION = [
    ("--pair", "AL-XK"), ("--party", "XK"), ("--among", "AL,XK,ME"), ("--type", "izručenje"), ("--form", "mou"),
    ("--level", "ministry"), ("--status", "signed"), ("--confidence", "high"), ("--since", "2010"),
    ("--until", "2010"), ("--dated",), ("--as-of", "2010"), ("--not-assessed",), ("--text", "police"),
    ("--no-inherited",),
]  # fmt: skip


@pytest.mark.parametrize("option", QUESTION, ids=" ".join)
def test_the_matrix_takes_the_question_of_the_list_and_counts_its_records(option, wbagree, seeded):
    narrowing = option if option[0] in ("--pair", "--party", "--among") else ("--among", "wb6", *option)
    listed = json.loads(wbagree("list", *narrowing, "--format", "json", "--columns", "key,types", db=seeded).stdout)
    cells = json.loads(wbagree("matrix", "--by", "type", *narrowing, "--format", "json", db=seeded).stdout)
    counted = {}
    for cell in cells:
        counted[cell["type"]] = counted.get(cell["type"], 0) + cell["records"] + cell["inherited"]
    wide = {}
    for record in listed:
        for code in record["types"]:
            wide[code] = wide.get(code, 0) + 1
    # A record of several pairs stands in several cells, so a type has at least its records, and none where it has none.
    counted_types = {code for code, number in counted.items() if number}
    assert counted_types == {code for code in wide if code in counted}
    assert all(counted[code] >= wide[code] for code in counted_types)


def test_a_check_of_a_register_with_nothing_to_question_leaves_with_0(wbagree, empty):
    clean = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title", "Memorandum",
             "--signed", "2014-05-06", "--in-force", "2014-06-06", "--source", "Gazette 1/2014",
             "--confidence", "high")  # fmt: skip
    assert wbagree("add", *clean, db=empty).returncode == 0
    for form in ("table", "csv", "json", "md"):
        ran = wbagree("check", "--format", form, db=empty)
        assert (ran.returncode, ran.stderr) == (0, "No problems found.\n")
