"""--help on everything, with examples that work."""

import os
import re
import shlex
import shutil
from pathlib import Path

import command_tree
import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from wbagree import __version__
from wbagree.cli import GROUPS, app
from wbagree.domain.agreements.agreement import Agreement
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction

EVERY_COMMAND = [list(path) for path in command_tree.TREE if path]


def examples(help_text: str) -> list[list[str]]:
    """The examples of a help text, each as its arguments after ``wbagree``."""
    _, _, listed = help_text.partition("Example")
    joined = listed.replace("\\\n", " ")
    lines = [line.strip() for line in joined.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("wbagree ")]


# The lists that the examples of import name, and what they are said to be.
LISTS = {
    "lista.xlsx": (
        ("Nr.", "Shteti", "Titulli i marrëveshjes", "Data e nënshkrimit"),
        (1, "Norvegjia", "Marrëveshje për ripranimin", "3 qershor 2016"),
    ),
    "next-year.xlsx": (
        ("Nr.", "Shteti", "Titulli i marrëveshjes", "Data e nënshkrimit"),
        (1, "Norvegjia", "Marrëveshje për ripranimin", "3 qershor 2016"),
        (2, "Suedia", "Protokoll për bashkëpunimin policor", "12.05.2017"),
        (3, "Atlantida", "Protokoll për doganat", "2017"),
    ),
}
TREATIES = """\
Vertragsparteien,Vertragsstaat,Titel,Datum der Unterzeichnung,Fundstelle im Archiv
Österreich,Ceylon,Vertrag über die Auslieferung,18. Februar 2010,B 7
"""


@pytest.fixture(scope="module")
def prepared(_templates, programs, tmp_path_factory):
    """A folder with everything that the examples name, and a register with a dozen change sets."""
    folder = tmp_path_factory.mktemp("examples")
    register = folder / "register.db"
    shutil.copy(_templates["seeded"], register)
    for number in range(12):
        with transaction(register, "add") as session:
            apply_agreement_changes(
                session, [AgreementChange(None, Agreement("", f"No. {number}", "mou", ("mla",), ("AL", "NO"), "low"))]
            )
    for arguments in (
        ("export", "agreements.csv"),
        ("contacts", "add", "--party", "XK", "--institution", "Kosovo Police"),
        ("tallies", "add", "--about", "signed", "--parties", "AL,XK", "--total", "9", "--by", "M", "--on", "2024",
         "--source", "Report 12"),
        ("db", "backup", "register-2026-11.db"),
        ("save", "extradition-wb6", "gaps", "wb6", "extradition"),
    ):  # fmt: skip
        code, (_, errors) = programs.run(arguments, b"", {**os.environ, "WBAGREE_DB": str(register)}, folder=folder)
        assert code == 0, errors
    (folder / "treaties.csv").write_text(TREATIES, encoding="utf-8")
    for name, rows in LISTS.items():
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(folder / name)
    return folder


@pytest.fixture
def folder(prepared, tmp_path, monkeypatch):
    """A folder of one's own with all of it."""
    shutil.copytree(prepared, tmp_path / "examples")
    monkeypatch.chdir(tmp_path / "examples")
    return tmp_path / "examples"


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_every_command_explains_itself_with_examples_that_run(command, wbagree, folder):
    register = folder / "register.db"
    shown = wbagree(*command, "--help")
    assert shown.returncode == 0
    short = CliRunner().invoke(app, [*command, "-h"], prog_name="wbagree")
    assert (short.exit_code, short.stdout.split()[:6]) == (0, shown.stdout.split()[:6])
    if command == ["db"]:
        return  # its commands have the examples
    assert "Example" in shown.stdout

    for arguments in examples(shown.stdout):
        if arguments == ["add"]:
            continue  # asks a person; see test_add
        # Deleting asks, and nobody is there to answer.
        if arguments[0] == "redo":
            wbagree("undo", db=register)
        asks = (arguments[0] == "delete" or arguments[:2] == ["db", "restore"]) and "--yes" not in arguments
        if arguments[:2] == ["db", "backup"]:
            Path(arguments[2]).unlink(missing_ok=True)
        answered = [*arguments, "--yes"] if asks else arguments
        ran = wbagree(*answered, db=register, env={"EDITOR": "true"})
        # An earlier example may have undone it; check finds something to look at; browse needs a terminal.
        allowed = {"delete": (0, 3), "relate": (0, 3), "check": (0, 4), "browse": (2,)}.get(arguments[0], (0,))
        assert ran.returncode in allowed, f"{arguments}: {ran.stderr}"


@pytest.mark.parametrize("command", [(), ("list",), ("db",), ("db", "check")], ids=" ".join)
def test_the_short_option_shows_the_same(command, wbagree):
    assert wbagree(*command, "-h").stdout == wbagree(*command, "--help").stdout != ""


def test_the_list_of_commands_names_them_all_with_one_line_each(wbagree):
    shown = wbagree("--help").stdout
    for heading, commands in GROUPS.items():
        section = shown.partition(f"\n{heading}:\n")[2].partition("\n\n")[0]
        listed = re.findall(r"^  (\w+)  +(.+)$", section, re.MULTILINE)
        assert listed == [(name, line) for name, (_, line) in commands.items()]


def test_the_version_is_told(wbagree):
    assert wbagree("--version").stdout == f"wbagree {__version__}\n"


@pytest.mark.parametrize("arguments", [["lst"], ["show"], ["list", "--format", "xml"]], ids=" ".join)
def test_a_wrong_command_line_is_a_usage_problem(arguments, wbagree, empty):
    ran = wbagree(*arguments, db=empty)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    assert ran.stderr.startswith("wbagree: ")
    assert ran.stderr.splitlines()[1].startswith("  For ")
