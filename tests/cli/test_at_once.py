"""Several processes that write one register at once lose nothing, and nobody is told that it is locked."""

import os

import pytest

KEY = "AL-XK-2012-1"
WRITERS = 8
# So many writers, each of which runs one process after the other; forked, for nothing here is about their start.
WORK = """
import os, sys
from running import run

def write(writer, key):
    output = os.open(f"output-{writer}", os.O_CREAT | os.O_RDWR)
    mark = f"writer {writer}, once"
    for arguments in (
        ["add", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--signed", "2020",
         "--title", f"Memorandum of {mark}", "--allow-duplicate"],
        ["edit", key, "--append", "--reference", mark],
        ["contacts", "add", "--party", "XK", "--institution", mark],
        ["frameworks", "edit", "selec", "--seat", mark],
    ):
        if code := run(*arguments, output=output, errors=output):
            print(f"{arguments}: {code}: {os.pread(output, 100_000, 0).decode()}", file=sys.stderr, flush=True)

writing = []
for writer in range(int(sys.argv[1])):
    process = os.fork()
    if not process:
        write(writer, sys.argv[2])
        os._exit(0)
    writing.append(process)
sys.exit(any([os.waitpid(process, 0)[1] for process in writing]))
"""


@pytest.fixture
def written(seeded, tmp_path, programs):
    """A register after all writers were at work at once."""
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    ran = programs.run((str(WRITERS), KEY), b"", env, code=WORK, folder=tmp_path, seconds=300)
    assert ran == (0, [b"", b""])
    return seeded


def test_eight_processes_that_add_and_edit_at_once_lose_no_change(written, wbagree):
    marks = {f"writer {writer}, once" for writer in range(WRITERS)}
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
