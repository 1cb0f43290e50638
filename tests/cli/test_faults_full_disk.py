"""A disk that is full: each command that writes gives the whole change or none, and one clear line."""

import os
import random
import resource
import shutil
import subprocess

import pytest

KEY = "AL-XK-2012-1"
NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title", "Too much")
COMMANDS = {
    "import": ("import", "LIST", "--on-duplicate", "add"),
    "seed": ("seed",),
    "undo": ("undo", "1", "--yes"),
    "add": ("add", *NEW),
    "edit": ("edit", KEY, "--place", "Here"),
    "delete": ("delete", KEY, "--yes"),
    "upgrade": ("db", "upgrade"),
    "backup": ("db", "backup", "copy.db"),
    "restore": ("db", "restore", "OTHER", "--yes"),
    "export": ("export", "all.csv"),
    "workbook": ("export", "all.xlsx"),
    "document": ("export", "--pair", "AL-XK", "all.docx"),
    "report": ("report", "--pair", "AL-XK", "all.html"),
}
TIMES = 1  # the long form is benchmarks/faults.py
# What Python says of a failure that nobody can catch.
_UNSEEN = "Exception ignored"
# Works on a small drive, and takes out what it left.
TAKING_OUT = """
left = sys.argv.pop(1)
from wbagree.services import import_backup
from wbagree.__main__ import main
import_backup.LARGE_IMPORT_ROWS = 40
try:
    main()
finally:
    for name in os.listdir(place):
        if name.startswith("register.db"):
            shutil.copy(f"{place}/{name}", left)
"""


@pytest.fixture
def command(_templates, earlier, short_list):
    """A command by its name, and the register that it is for."""
    names = {"LIST": str(short_list), "OTHER": str(_templates["empty"])}
    registers = {"upgrade": earlier, "seed": _templates["empty"]}

    def made(name):
        return [names.get(word, word) for word in COMMANDS[name]], registers.get(name, _templates["seeded"])

    return made


@pytest.fixture
def within(programs, careful, tmp_path):
    """Run the program in a folder with a copy of a register, where no file becomes larger than so many bytes."""

    def run(arguments, register, most):
        place = tmp_path / "place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copy(register, place / "register.db")
        env = {**os.environ, "WBAGREE_DB": "register.db", "TMPDIR": str(tmp_path)}
        code, written = programs.run(tuple(arguments), b"", env, folder=place, largest=most, code=careful)
        return place, subprocess.CompletedProcess(arguments, code, *(text.decode() for text in written))

    return run


def one_clear_line(ran):
    """Whether a run that failed said so as it should."""
    failures = [line for line in ran.stderr.splitlines() if line.startswith("wbagree: ")]
    return (
        ran.returncode in (4, 7) and len(failures) == 1 and "Traceback" not in ran.stderr and _UNSEEN not in ran.stderr
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_gives_the_whole_change_or_none_and_one_clear_line(name, command, within, content):
    arguments, register = command(name)
    before = content(register)
    place, ran = within(arguments, register, resource.RLIM_INFINITY)
    assert ran.returncode == 0, ran.stderr
    after, written = content(place / "register.db"), [path for path in place.iterdir() if path.name in arguments]
    whole = [path.read_bytes() for path in written if path.suffix != ".db"]
    largest = max(path.stat().st_size for path in place.iterdir())
    chance = random.Random(name)
    for most in (0, *(chance.randrange(largest) for _ in range(TIMES))):
        place, ran = within(arguments, register, most)
        assert ran.returncode == 0 or one_clear_line(ran), (most, ran)
        assert content(place / "register.db") == (before if ran.returncode else after), (most, ran)
        for copy in [*place.glob("register-before-*.db"), *place.glob("copy.db")]:
            assert content(copy) == before
        assert [path.read_bytes() for path in place.glob("all.*")] == ([] if ran.returncode else whole)
        assert not list(place.glob(".*"))


@pytest.mark.parametrize("name", ["import", "upgrade", "undo"])
def test_a_small_file_system_does_the_same(name, command, content, on_small_drive, tmp_path):
    arguments, register = command(name)
    before, size = content(register), register.stat().st_size // 1024
    chance, refused = random.Random(name), 0
    for _ in range(TIMES):
        left = tmp_path / "left"
        shutil.rmtree(left, ignore_errors=True)
        left.mkdir()
        room = size + 8 + chance.randrange(size)
        ran = on_small_drive(TAKING_OUT, room, register, str(left), *arguments)
        assert ran.returncode == 0 or one_clear_line(ran), (room, ran)
        assert (content(left / "register.db") == before) == bool(ran.returncode), (room, ran)
        refused += bool(ran.returncode)
    assert refused
