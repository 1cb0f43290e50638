"""--help on everything, with examples that work."""

import re
import shlex

import pytest
from openpyxl import Workbook

from wbagree import __version__
from wbagree.cli import COMMANDS
from wbagree.domain.agreements.agreement import Agreement
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction

GROUPS = {
    "types": ("add", "alias"),
    "parties": ("show", "add", "name", "succession"),
    "frameworks": ("list", "show", "common", "add", "edit", "member"),
    "db": ("path", "info", "backup", "check", "upgrade"),
}
EVERY_COMMAND = [[name] for name in COMMANDS] + [[group, name] for group, names in GROUPS.items() for name in names]


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


@pytest.fixture
def folder(wbagree, seeded, tmp_path, monkeypatch):
    """A folder with everything that the examples name, beside a register with a dozen change sets."""
    (tmp_path / "agreements.csv").write_text(wbagree("export", "--format", "csv", db=seeded).stdout, encoding="utf-8")
    (tmp_path / "treaties.csv").write_text(TREATIES, encoding="utf-8")
    for name, rows in LISTS.items():
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
    for number in range(12):
        with transaction(seeded, "add") as session:
            apply_agreement_changes(
                session, [AgreementChange(None, Agreement("", f"No. {number}", "mou", ("mla",), ("AL", "NO"), "low"))]
            )
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
@pytest.mark.usefixtures("folder")
def test_every_command_explains_itself_with_examples_that_run(command, wbagree, seeded):
    shown = wbagree(*command, "--help")
    assert shown.returncode == 0
    assert wbagree(*command, "-h").stdout == shown.stdout
    if command == ["db"]:
        return  # its commands have the examples
    assert "Example" in shown.stdout

    for arguments in examples(shown.stdout):
        if arguments == ["add"]:
            continue  # asks a person; see test_add
        # Deleting asks, and nobody is there to answer.
        if arguments[0] == "redo":
            wbagree("undo", db=seeded)
        asks = arguments[0] == "delete" and "--yes" not in arguments
        answered = [*arguments, "--yes"] if asks else arguments
        ran = wbagree(*answered, db=seeded, env={"EDITOR": "true"})
        # An earlier example may have undone it; check finds something to look at; browse needs a terminal.
        allowed = {"delete": (0, 3), "relate": (0, 3), "check": (0, 4), "browse": (2,)}.get(arguments[0], (0,))
        assert ran.returncode in allowed, f"{arguments}: {ran.stderr}"


def test_the_list_of_commands_names_them_all_with_one_line_each(wbagree):
    shown = wbagree("--help").stdout
    listed = re.findall(r"^  (\w+)  +(.+)$", shown.partition("Commands:")[2], re.MULTILINE)
    assert listed == [(name, line) for name, (_, line) in COMMANDS.items()]


def test_the_version_is_told(wbagree):
    assert wbagree("--version").stdout == f"wbagree {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["lst"], ["list", "--colour"], ["show"], ["list", "--format", "xml"]], ids=" ".join
)
def test_a_wrong_command_line_is_a_usage_problem(arguments, wbagree, empty):
    ran = wbagree(*arguments, db=empty)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    assert "Error:" in ran.stderr
