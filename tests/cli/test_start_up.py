"""What answers at once stays light: no reading command imports SQLModel, SQLAlchemy, Alembic or pydantic."""

import os
import subprocess
import sys

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


def imported(*arguments: str, db) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "WBAGREE_DB": str(db)},
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


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
def test_asking_imports_nothing_heavy(arguments, seeded):
    assert imported(*arguments, db=seeded) & (HEAVY | LATE) == set()


def test_only_the_module_of_the_command_that_was_asked_for_is_imported(seeded):
    program = PROGRAM.replace('name.partition(".")[0] for', "name for")
    ran = subprocess.run(
        [sys.executable, "-c", program, "list"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "WBAGREE_DB": str(seeded)},
        check=True,
    )
    modules = set(ran.stderr.splitlines()[-1].split())
    assert "wbagree.cli.list_" in modules
    assert not modules & {"wbagree.cli.search", "wbagree.cli.add", "wbagree.cli.summary", "wbagree.store.writing"}
