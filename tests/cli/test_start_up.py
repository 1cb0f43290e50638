"""What answers at once stays light: no reading command imports SQLModel, SQLAlchemy, Alembic or pydantic."""

from importlib.util import find_spec

import pytest

HEAVY = {"sqlmodel", "sqlalchemy", "alembic", "pydantic"}
# Names and dates in words need the first two, files for Excel and Word the next four, PNG two, browse one, and a page
# the last two.
LATE = {
    *("babel", "dateutil", "rich", "xlsxwriter", "docx", "lxml", "markdown_it"),
    *("resvg_py", "fontpkg_source_sans_3", "textual", "jinja2", "markupsafe"),
}

PROGRAM = """
import sys
from wbagree.cli import app
try:
    app(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


WHOLE_NAMES = PROGRAM.replace('name.partition(".")[0] for', "name for")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["add", "--help"],
        ["browse", "--help"],
        ["report", "--help"],
        ["list", "--pair", "AL-XK", "--since", "2012-03"],
        ["list", "--type", "justice", "--format", "md"],
        ["show", "AL-XK-2012-1"],
        ["search", "ekstradicija"],
        ["summary", "--among", "wb6"],
        ["summary", "--by", "type", "--format", "json"],
        ["export", "--format", "csv"],
        ["export", "--pair", "AL-XK", "--format", "md"],
        ["types"],
        ["parties"],
        ["parties", "show", "RS"],
        ["summary", "--frameworks"],
        ["matrix", "--frameworks", "--format", "md"],
        ["frameworks", "show", "SELEC"],
        ["frameworks", "common", "AL-XK", "--format", "json"],
        ["plot", "matrix", "picture.svg"],
        ["db", "path"],
        ["db", "info"],
    ],
    ids=" ".join,
)
def test_asking_imports_nothing_heavy(arguments, seeded, stderr_words):
    assert all(map(find_spec, HEAVY | LATE))
    assert set(stderr_words(PROGRAM, seeded, *arguments)) & (HEAVY | LATE) == set()


def test_the_version_is_told_without_loading_the_commands_and_alike_with_them(seeded, stderr_words, wbagree):
    program = (
        "import sys\nfrom wbagree.__main__ import main\nmain()\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('wbagree', 'typer'))), file=sys.stderr)"
    )
    assert stderr_words(program, seeded, "--version") == [
        "wbagree",
        "wbagree.__main__",
        "wbagree.ending",
        "wbagree.errors",
    ]
    assert wbagree("--version").stdout == wbagree("--db", str(seeded), "--version").stdout


def test_only_the_module_of_the_command_that_was_asked_for_is_imported(seeded, stderr_words):
    modules = set(stderr_words(WHOLE_NAMES, seeded, "list"))
    assert "wbagree.cli.commands.list_" in modules
    others = {f"wbagree.cli.commands.{name}" for name in ("search", "add", "summary")} | {
        "wbagree.store.write.agreements"
    }
    assert all(map(find_spec, others))
    assert not modules & others


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "AL-XK-2012-1", "--score", "partial"],
        ["edit", "AL-XK-2012-1", "--place", "Tirana"],
        ["undo", "1", "--dry-run"],
        ["seed"],
    ],
    ids=" ".join,
)
def test_a_change_to_a_register_that_is_there_loads_no_migrations(arguments, seeded, stderr_words):
    assert "alembic" not in stderr_words(PROGRAM, seeded, *arguments)


# What a list of a pair named by its codes, or one record, has no use for: each costs more than its share of an answer.
UNUSED = {
    "wbagree.domain.parties.party_book",
    "wbagree.domain.types",
    "wbagree.domain.agreements.renewal",
    "wbagree.domain.text.search_query",
    "wbagree.domain.agreements.duplicates",
    "wbagree.domain.reports.summary",
    "wbagree.store.read.parties_and_types",
    "wbagree.store.read.change_sets",
    "wbagree.formats.common.csv_safety",
    "wbagree.formats.data.json",
    "wbagree.formats.terminal.rich_table",
    "wbagree.formats.markdown.syntax",
}


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["list", "--pair", "AL-XK"], {"wbagree.domain.agreements.cell_notation", "wbagree.domain.agreements.parts"}),
        (["show", "AL-XK-2012-1"], {"wbagree.cli.options.filter_options"}),
    ],
    ids=["list", "show"],
)
def test_an_answer_loads_only_what_it_shows(arguments, more, seeded, stderr_words):
    assert all(map(find_spec, UNUSED | more))  # a name that is none would forbid nothing
    loaded = set(stderr_words(WHOLE_NAMES, seeded, *arguments))
    assert loaded & (UNUSED | more) == set()
    rooms = {name.rpartition(".")[0] for name in loaded}
    assert len([name for name in loaded if name.startswith("wbagree.") and name not in rooms]) < 40


# Counts what SQLite is asked, in the process that asks.
STATEMENTS = """
import sqlite3, sys
asked, connect = [], sqlite3.connect
def counting(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.set_trace_callback(asked.append)
    return connection
sqlite3.connect = counting
from wbagree.cli import app
try:
    app(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
print(len([statement for statement in asked if not statement.startswith("--")]), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (["list", "--pair", "AL-XK"], 10),
        (["list"], 10),
        (["show", "AL-XK-2012-1"], 22),
        (["search", "ekstradicija", "-n", "5"], 22),
        (["summary", "--by", "year"], 10),
        (["summary", "--among", "wb6"], 20),
        (["matrix"], 16),
        # Seven for each five hundred records.
        (["export", "--format", "csv"], 20),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_answer_takes_few_statements(arguments, most, seeded, stderr_words):
    (number,) = stderr_words(STATEMENTS, seeded, *arguments)
    assert int(number) <= most


# What a run looks into besides its register: folders, and what is mounted.
LOOKS = """
import sys
looked = []
def hear(event, arguments):
    if event in ("os.listdir", "os.scandir") or event == "open" and "mountinfo" in str(arguments[0]):
        looked.append(str(arguments[0]))
from wbagree.cli import app
sys.addaudithook(hear)
try:
    app(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
import os
print(*(os.path.realpath(place) for place in looked), sep="|", file=sys.stderr)
"""


def test_an_answer_looks_into_no_folder_and_a_change_reads_what_is_mounted_once(seeded, stderr_words):
    folder = str(seeded.parent.resolve())
    answered = " ".join(stderr_words(LOOKS, seeded, "list", "--pair", "AL-XK")).split("|")
    assert folder not in answered
    changed = " ".join(stderr_words(LOOKS, seeded, "edit", "AL-XK-2012-1", "--place", "Tirana")).split("|")
    assert folder in changed
    assert len([place for place in changed if "mountinfo" in place]) == 1


@pytest.mark.parametrize("option", ["--since=2026-13", "--as-of=2026-13"])
def test_a_date_that_was_mistyped_is_looked_for_nowhere(option, seeded, stderr_words):
    program = STATEMENTS.replace("not leaving.code", "leaving.code == 4")
    (number,) = stderr_words(program, seeded, "list", option)
    assert int(number) <= 10
