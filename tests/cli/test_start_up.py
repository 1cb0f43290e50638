"""What answers at once stays light: no reading command imports SQLModel, SQLAlchemy, Alembic or pydantic."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HEAVY = {"sqlmodel", "sqlalchemy", "alembic", "pydantic"}
# Names and dates in words need the first two, files for Excel and Word the next four, PNG two, browse one, and a page
# the last two.
LATE = {
    *("babel", "dateutil", "rich", "xlsxwriter", "docx", "lxml", "markdown_it"),
    *("resvg_py", "fontpkg_source_sans_3", "textual", "jinja2", "markupsafe"),
}

# An interpreter that has loaded what every command loads, and runs each in a process of its own that it forks: a line
# with the register, the home, the folder and the arguments is answered by one with the names of the modules.
FRESH = """
import os, sys
from wbagree.cli import app
answers = os.dup(1)
for line in sys.stdin:
    process = os.fork()
    if process:
        os.waitpid(process, 0)
        continue
    os.environ["WBAGREE_DB"], os.environ["HOME"], folder, *arguments = line.removesuffix("\\n").split("\\t")
    os.chdir(folder)
    sys.stdin = open(os.devnull)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    code = 0
    try:
        app(arguments)
    except SystemExit as leaving:
        code = leaving.code
    os.write(answers, f"{code or 0} {' '.join(sorted(sys.modules))}\\n".encode())
    os._exit(0)
"""


@pytest.fixture(scope="module")
def fresh():
    """The interpreter that has loaded what every command loads."""
    command, pipe = [sys.executable, "-c", FRESH], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as interpreter:
        yield interpreter
        interpreter.stdin.close()


@pytest.fixture
def loaded(fresh, seeded):
    """The modules that are loaded at the end of a command."""

    def run(*arguments):
        print(seeded, os.environ["HOME"], Path.cwd(), *arguments, sep="\t", file=fresh.stdin, flush=True)
        code, *modules = fresh.stdout.readline().split()
        assert code == "0"
        return set(modules)

    return run


def packages(modules):
    return {name.partition(".")[0] for name in modules}


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
        ["sql", "SELECT count(*) FROM pairs JOIN statuses USING (key)"],
        ["sql", "--help"],
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
def test_asking_imports_nothing_heavy(arguments, loaded):
    assert all(map(find_spec, HEAVY | LATE))
    assert packages(loaded(*arguments)) & (HEAVY | LATE) == set()


def test_the_version_is_told_without_loading_the_commands_and_alike_with_them(seeded, wbagree):
    program = (
        "import sys\nfrom wbagree.__main__ import main\nmain()\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('wbagree', 'typer'))), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program, "--version"], capture_output=True, text=True, check=True)
    assert ran.stderr.split() == ["wbagree", "wbagree.__main__", "wbagree.ending", "wbagree.errors"]
    assert wbagree("--version").stdout == wbagree("--db", str(seeded), "--version").stdout


def test_only_the_module_of_the_command_that_was_asked_for_is_imported(loaded):
    modules = loaded("list")
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
def test_a_change_to_a_register_that_is_there_loads_no_migrations(arguments, loaded):
    assert "alembic" not in packages(loaded(*arguments))


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
    ("arguments", "more", "most"),
    [
        (
            ["list", "--pair", "AL-XK"],
            {"wbagree.domain.agreements.cell_notation", "wbagree.domain.agreements.parts", "wbagree.domain.acts.kinds"},
            41,
        ),
        (["show", "AL-XK-2012-1"], {"wbagree.cli.options.filter_options"}, 43),
    ],
    ids=["list", "show"],
)
def test_an_answer_loads_only_what_it_shows(arguments, more, most, loaded):
    assert all(map(find_spec, UNUSED | more))  # a name that is none would forbid nothing
    modules = loaded(*arguments)
    assert modules & (UNUSED | more) == set()
    rooms = {name.rpartition(".")[0] for name in modules}
    assert len([name for name in modules if name.startswith("wbagree.") and name not in rooms]) < most


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
        (["search", "ekstradicija", "-n", "5"], 26),
        (["summary", "--by", "year"], 10),
        (["summary", "--among", "wb6"], 20),
        (["matrix"], 16),
        # Seven for each five hundred records.
        (["export", "--format", "csv"], 24),
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
from wbagree.store.file import drives
drives._on_linux.cache_clear()  # this process is forked from one that knows
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
