"""Several processes that write one register at once lose nothing, and nobody is told that it is locked."""

import os
import subprocess
import sys

import pytest

KEY = "AL-XK-2012-1"
WRITERS, ROUNDS = 8, 3
# One process after the other, in each of so many shells of their own.
WORK = """
import subprocess, sys
writer, rounds, key = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
for number in range(rounds):
    mark = f"writer {writer}, round {number}"
    for arguments in (
        ["add", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--signed", "2020",
         "--title", f"Memorandum of {mark}", "--allow-duplicate"],
        ["edit", key, "--append", "--reference", mark],
        ["contacts", "add", "--party", "XK", "--institution", mark],
        ["frameworks", "edit", "selec", "--seat", mark],
    ):
        ran = subprocess.run([sys.executable, "-m", "wbagree", *arguments], capture_output=True, text=True)
        if ran.returncode:
            sys.exit(f"{arguments}: {ran.stderr}")
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
        _, said = process.communicate(timeout=300)
        assert (process.returncode, said) == (0, "")
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
