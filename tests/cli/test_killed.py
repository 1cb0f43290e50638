"""A process that is killed leaves the register as it was, or as it was to be; the next run completes."""

import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing, suppress

import pytest

from wbagree.store.upkeep import integrity

ROWS = 150
PARTIES = ("AL", "XK", "ME", "MK", "RS", "BA", "HR", "SI", "IT", "DE", "AT", "FR")
SUBJECTS = ("extradition", "readmission", "police cooperation", "customs", "border control", "legal aid", "archives")


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """A list of many agreements, no two alike."""
    chance = random.Random(3)
    lines = ["title,parties,date signed,remarks"]
    for number in range(ROWS):
        one, other = chance.sample(PARTIES, 2)
        day = f"{chance.randint(1991, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        subject = chance.choice(SUBJECTS)
        lines.append(f"Agreement no. {number} on {subject},{one};{other},{day},{'A remark. ' * chance.randint(0, 40)}")
    path = tmp_path_factory.mktemp("lists") / "big.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def listed(empty, big, wbagree):
    """A register with the list in it."""
    assert wbagree("import", str(big), db=empty).returncode == 0
    return empty


@pytest.fixture
def kill(programs, careful):
    """Start the program, to which the list is worth a copy, and kill it after a while; whether it was at work."""

    def run(arguments, db, after):
        with open(os.devnull, "r+") as nowhere:  # noqa: PTH123  (a device)
            files = (nowhere.fileno(),) * 3
            process = programs.start(tuple(arguments), files, {**os.environ, "WBAGREE_DB": str(db)}, code=careful)
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        return programs.wait()[0] < 0

    return run


def keys(db):
    """How many records a register has, found sound as ``db check`` finds it."""
    assert integrity.integrity_problems(db) == []
    with closing(sqlite3.connect(db)) as register:
        return register.execute("SELECT count(*) FROM agreement").fetchone()[0]


def interrupted(arguments, register, work, seed, *, times, kill, wbagree):
    """Kill a run at random points of its duration, each time on a register as it was."""
    copy = work / "killed.db"
    shutil.copy(register, copy)
    before = keys(copy)
    begun = time.monotonic()
    assert wbagree(*arguments, db=copy).returncode == 0
    duration, after = time.monotonic() - begun, keys(copy)
    assert before != after
    chance, at_work = random.Random(seed), 0
    while times > 0 or not at_work:
        for name in work.glob("killed.db*"):
            name.unlink()
        shutil.copy(register, copy)
        if kill(arguments, copy, chance.uniform(0.2, 1) * duration):
            at_work += 1
        else:
            duration *= 0.8  # too late: the run that was measured was slower than this one
        assert keys(copy) in (before, after)
        times -= 1
    if keys(copy) == before:
        assert wbagree(*arguments, db=copy).returncode == 0
    assert keys(copy) == after


# The long form is benchmarks/faults.py.
def test_an_import_that_is_killed_stores_all_or_nothing(empty, big, tmp_path, kill, wbagree):
    interrupted(["import", str(big)], empty, tmp_path, 1, times=3, kill=kill, wbagree=wbagree)


def test_a_seed_that_is_killed_stores_all_or_nothing(empty, tmp_path, kill, wbagree):
    interrupted(["seed"], empty, tmp_path, 5, times=2, kill=kill, wbagree=wbagree)


def test_an_undo_that_is_killed_takes_back_all_or_nothing(listed, tmp_path, kill, wbagree):
    interrupted(["undo", "1", "--yes"], listed, tmp_path, 6, times=2, kill=kill, wbagree=wbagree)


def test_a_seed_that_is_killed_while_it_makes_the_register_is_completed_by_the_next(tmp_path, kill, wbagree):
    whole = tmp_path / "whole.db"
    begun = time.monotonic()
    wbagree("seed", db=whole)
    duration = time.monotonic() - begun
    chance = random.Random(7)
    for number in range(2):
        folder = tmp_path / str(number)
        db = folder / "register.db"
        kill(["seed"], db, chance.uniform(0.1, 1) * duration)
        assert wbagree("seed", db=db).returncode == 0
        assert keys(db) == keys(whole)
