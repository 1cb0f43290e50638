"""A register that is damaged, or deleted, replaced or spoilt while it is written to: one clear line, or the whole."""

import os
import random
import shutil
import sqlite3
import time
from contextlib import closing
from itertools import product

import pytest

KEY = "AL-XK-2012-1"
# SWEEP=long damages more files, and lets every command meet each.
LONG = os.environ.get("SWEEP") == "long"
SEED = os.environ.get("SEED", "")  # other places with each
PLACES = 300 if LONG else 30
COMMANDS = (
    ("list",),
    ("show", KEY),
    ("search", "police"),
    (
        "add",
        "--party",
        "AL",
        "--party",
        "XK",
        "--form",
        "mou",
        "--type",
        "mla",
        "--title",
        "More",
        "--allow-duplicate",
        "--yes",
    ),
    ("undo", "1", "--yes"),
    ("db", "check"),
)


def flip(data, chance):
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_many(data, chance):
    for _ in range(200):
        flip(data, chance)


def cut(data, chance):
    del data[chance.randrange(len(data)) :]


def scribble(data, chance):
    page = chance.randrange(len(data) // 4096) * 4096
    data[page : page + 4096] = chance.randbytes(4096)


def swap(data, chance):
    one, other = (4096 * number for number in chance.sample(range(len(data) // 4096), 2))
    data[one : one + 4096], data[other : other + 4096] = data[other : other + 4096], data[one : one + 4096]


def intact(path):
    """Whether SQLite itself finds nothing wrong with a file."""
    try:
        with closing(sqlite3.connect(path)) as register:
            return register.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return False


@pytest.mark.parametrize("harm", [flip, flip_many, cut, scribble, swap])
def test_damage_at_any_place_is_one_clear_line_or_is_not_met(harm, seeded, forked):
    sound = seeded.read_bytes()
    each = COMMANDS if LONG else (None,)
    for number, command in product(range(PLACES // 5), each):
        data = bytearray(sound)
        harm(data, random.Random(f"{harm.__name__} {number}{SEED}"))
        arguments = command or COMMANDS[number % len(COMMANDS)]
        seeded.write_bytes(data)
        whole = intact(seeded)
        seeded.write_bytes(data)
        ran = forked(*arguments, db=seeded)
        assert "Traceback" not in ran.text, (number, arguments, ran.text)
        assert ran.code in (0, 3, 4, 7), (number, arguments, ran)
        # Counted by line: where the path is long, the sentence begins on the next.
        messages = [line for line in ran.text.splitlines() if line.startswith("wbagree:")]
        assert ran.code == 0 or len(messages) == 1, (number, arguments, ran.text)
        if arguments == ("db", "check") and not whole:
            assert ran.code == 7, (number, ran.text)
        for rest in seeded.parent.glob("register.db-*"):
            rest.unlink()


def bytes_that_are_no_text(register):
    register.execute("UPDATE agreement SET title = CAST(x'c328' AS TEXT) WHERE key = ?", (KEY,))


def changes_that_are_no_json(register):
    register.execute("UPDATE change SET fields = '{' WHERE key = ?", (KEY,))


def changes_of_nothing(register):
    register.execute("UPDATE change SET subject = 'membershix' WHERE key = ?", (KEY,))


def changes_that_their_index_misses(register):
    """The key of a change is another while its index is not there, and the index comes back as it was."""
    register.execute("PRAGMA writable_schema = ON")
    index = register.execute("SELECT * FROM sqlite_master WHERE name = 'ix_change_key'").fetchone()
    register.execute("DELETE FROM sqlite_master WHERE name = 'ix_change_key'")
    register.commit()
    register.execute("PRAGMA writable_schema = RESET")
    register.execute("UPDATE change SET key = 'AL-XK-9999-1' WHERE key = ?", (KEY,))
    register.execute("PRAGMA writable_schema = ON")
    register.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)


HARMS = [bytes_that_are_no_text, changes_that_are_no_json, changes_of_nothing, changes_that_their_index_misses]


@pytest.mark.parametrize("harm", HARMS)
def test_what_only_reading_finds_is_said_by_whoever_reads_it_and_by_check(harm, seeded, wbagree):
    with closing(sqlite3.connect(seeded)) as register, register:
        harm(register)
    for arguments in (("undo", "1", "--yes"), ("history", "1"), ("db", "check")):
        ran = wbagree(*arguments, db=seeded)
        assert (ran.returncode, "Traceback" in ran.stderr) == (7, False), ran


def delete(register, _):
    register.unlink()


def replace(register, other):
    shutil.copy(other, register.with_name("other.db"))
    register.with_name("other.db").rename(register)


def truncate(register, _):
    os.truncate(register, 100_000)


def overwrite(register, _):
    with register.open("r+b") as file:
        file.write(b"rubbish " * 50_000)


@pytest.fixture(scope="module")
def importing(programs, careful, tmp_path_factory):
    """Import a list that is worth a copy, and do something meanwhile: exit code, and what there was to read."""
    folder = tmp_path_factory.mktemp("lists")
    rows = "".join(f"Agreement no. {number},AL;XK,mou,mla,{1991 + number % 30}\n" for number in range(400))
    (folder / "list.csv").write_text(f"title,parties,form,types,signed\n{rows}", encoding="utf-8")

    def run(register, meanwhile=lambda: None):
        arguments = ("import", str(folder / "list.csv"), "--on-duplicate", "add")
        with (folder / "output").open("wb") as output, open(os.devnull, "r+b") as nowhere:  # noqa: PTH123  (a device)
            files = (nowhere.fileno(), nowhere.fileno(), output.fileno())
            programs.start(arguments, files, {**os.environ, "WBAGREE_DB": str(register)}, code=careful)
            meanwhile()
            code, _ = programs.wait()
        return code, (folder / "output").read_text(encoding="utf-8")

    return run


@pytest.fixture(scope="module")
def duration(importing, _templates, tmp_path_factory):
    """How long such an import takes when nothing happens to it, in seconds."""
    register = shutil.copy(_templates["seeded"], tmp_path_factory.mktemp("sound") / "register.db")
    begun = time.monotonic()
    code, output = importing(register)
    assert code == 0, output
    return time.monotonic() - begun


@pytest.mark.parametrize("harm", [delete, replace, truncate, overwrite])
def test_what_happens_underneath_an_import_is_said(harm, seeded, earlier, importing, duration):
    sound, chance = seeded.read_bytes(), random.Random(harm.__name__)

    def meanwhile():
        time.sleep(chance.uniform(0.3, 1) * duration)
        harm(seeded, earlier)

    for _ in range(5 if LONG else 1):
        for rest in seeded.parent.glob("register.db*"):
            rest.unlink()
        seeded.write_bytes(sound)
        code, message = importing(seeded, meanwhile)
        failures = [line for line in message.splitlines() if line.startswith("wbagree: ")]
        assert "Traceback" not in message
        assert (code, len(failures)) in ((0, 0), (7, 1)), message
        if harm is replace:
            assert seeded.read_bytes() == earlier.read_bytes()
