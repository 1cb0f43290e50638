"""A disk that is full: each command that writes gives the whole change or none, and one clear line."""

import os
import random
import resource
import shutil
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "wbagree"]
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
# Mounts a file system of so many KiB, works there, and takes out what it left.
SMALL = """
mount -t tmpfs -o size="$1"k none "$2" || exit 99
cp "$3" "$2/register.db" || exit 98
export WBAGREE_DB="$2/register.db"; left="$4"; place="$2"; shift 4
"$@"; code=$?
cp "$place"/register.db* "$left" || exit 97
exit $code
"""


@pytest.fixture
def command(_templates, earlier, long_list):
    """A command by its name, and the register that it is for."""
    names = {"LIST": str(long_list), "OTHER": str(_templates["empty"])}
    registers = {"upgrade": earlier, "seed": _templates["empty"]}

    def made(name):
        return [names.get(word, word) for word in COMMANDS[name]], registers.get(name, _templates["seeded"])

    return made


@pytest.fixture
def within(programs, tmp_path):
    """Run the program in a folder with a copy of a register, where no file becomes larger than so many bytes."""

    def run(arguments, register, most):
        place = tmp_path / "place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copy(register, place / "register.db")
        env = {**os.environ, "WBAGREE_DB": "register.db", "TMPDIR": str(tmp_path)}
        code, written = programs.run(tuple(arguments), b"", env, folder=place, largest=most)
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
def test_a_small_file_system_does_the_same(name, command, content, tmp_path):
    if os.geteuid() or not shutil.which("unshare") or subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("only root may mount a small file system")
    arguments, register = command(name)
    before, held = content(register), register.stat().st_size // 1024
    chance, refused = random.Random(name), 0
    for _ in range(TIMES):
        place, left = tmp_path / "small", tmp_path / "left"
        shutil.rmtree(left, ignore_errors=True)
        for folder in (place, left):
            folder.mkdir(exist_ok=True)
        size = held + 8 + chance.randrange(held)
        ran = subprocess.run(
            ["unshare", "-m", "sh", "-c", SMALL, "sh", str(size), str(place), str(register), str(left), *PROGRAM,
             *arguments],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        if ran.returncode == 99:
            pytest.skip("no small file system can be mounted here")
        assert ran.returncode == 0 or one_clear_line(ran), (size, ran)
        assert (content(left / "register.db") == before) == bool(ran.returncode), (size, ran)
        refused += bool(ran.returncode)
    assert refused
