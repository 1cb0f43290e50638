"""Several processes that write one register at once lose nothing, and nobody is told that it is locked."""

import os
import subprocess
import sys

import pytest

KEY = "AL-XK-2012-1"
WRITERS, ROUNDS = 8, 1
# One process after the other, in each of so many shells of their own; forked, for nothing here is about their start.
WORK = """
import os, sys
from wbagree import __main__, cli
from wbagree.cli.commands import add, contacts, edit, frameworks
from wbagree.store.write import agreements

writer, rounds, key = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
said = os.open(f"said-{writer}", os.O_CREAT | os.O_RDWR)

def run(arguments):
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code = 0
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.argv = ["wbagree", *arguments]
    try:
        __main__.main()
    except SystemExit as left:
        code = left.code or 0
    sys.stdout.flush()
    os._exit(code)

for number in range(rounds):
    mark = f"writer {writer}, round {number}"
    for arguments in (
        ["add", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--signed", "2020",
         "--title", f"Memorandum of {mark}", "--allow-duplicate"],
        ["edit", key, "--append", "--reference", mark],
        ["contacts", "add", "--party", "XK", "--institution", mark],
        ["frameworks", "edit", "selec", "--seat", mark],
    ):
        if code := run(arguments):
            sys.exit(f"{arguments}: {code}: {os.pread(said, 100_000, 0).decode()}")
"""


@pytest.fixture
def written(seeded, tmp_path):
    """A register after all writers were at work at once."""
    script = tmp_path / "work.py"
    script.write_text(WORK, encoding="utf-8")
    working = [
        subprocess.Popen(
            [sys.executable, str(script), str(writer), str(ROUNDS), KEY],
            env={**os.environ, "WBAGREE_DB": str(seeded)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for writer in range(WRITERS)
    ]
    for process in working:
        _, printed = process.communicate(timeout=300)
        assert (process.returncode, printed) == (0, "")
    return seeded


def test_eight_processes_that_add_and_edit_at_once_lose_no_change(written, wbagree):
    marks = {f"writer {writer}, round {number}" for writer in range(WRITERS) for number in range(ROUNDS)}
    titles = wbagree("list", "--text", "memorandum", "--columns", "title", "--format", "csv", db=written).stdout
    assert {mark for mark in marks if f'"Memorandum of {mark}"' in titles} == marks
    shown = wbagree("show", KEY, db=written).stdout
    assert {mark for mark in marks if mark in shown} == marks
    contacts = wbagree("contacts", "list", "--format", "csv", db=written).stdout
    assert {mark for mark in marks if f'"{mark}"' in contacts} == marks
    keys = [line.split(",")[0] for line in contacts.splitlines()[1:]]
    assert len(set(keys)) == len(keys) == len(marks)
    changes = wbagree("history", "--limit", "1000", "--format", "csv", db=written).stdout.splitlines()
    assert len(changes) == 1 + 1 + 4 * len(marks)
    assert wbagree("db", "check", db=written).returncode == 0
