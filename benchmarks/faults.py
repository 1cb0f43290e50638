"""Kill real processes at random points, and count what was lost: ``python benchmarks/faults.py 1000``.

Imports, seeds, undos and restores are killed (SIGKILL) somewhere between their start and their end, each on a copy of a
register. After each kill the register must be sound and hold all of the change or none of it.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from generate import write

ROWS = 1500


@dataclass(frozen=True)
class Case:
    """A command that is killed, on a copy of ``register``."""

    name: str
    arguments: tuple[str, ...]
    register: Path


def run(arguments: tuple[str, ...], db: Path) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [sys.executable, "-m", "wbagree", *arguments], env=env(db), capture_output=True, text=True, check=False
    )


def env(db: Path) -> dict[str, str]:
    """The environment of a run on a register."""
    return {**os.environ, "WBAGREE_DB": str(db)}


def state(db: Path) -> tuple[str, int, int]:
    """What a register is, as far as it must be the old or the new: its schema, its records, its change sets."""
    with closing(sqlite3.connect(db)) as register:
        (problem,) = register.execute("PRAGMA integrity_check(1)").fetchone()
        if problem != "ok" or register.execute("PRAGMA foreign_key_check").fetchone():
            raise AssertionError(f"{db}: {problem}")
        (schema,) = register.execute("SELECT version_num FROM alembic_version").fetchone()
        counts = [
            register.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("agreement", "change_set")
        ]
        return schema, *counts


def cases(work: Path) -> list[Case]:
    """Make the registers that the commands are killed on."""
    empty, seeded, large, copy = (work / f"{name}.db" for name in ("empty", "seeded", "large", "copy"))
    rows = work / "rows.csv"
    write(ROWS, rows)
    run(("types",), empty)
    shutil.copy(empty, seeded)
    run(("seed",), seeded)
    shutil.copy(seeded, large)
    run(("import", str(rows), "--on-duplicate", "add"), large)
    run(("db", "backup", str(copy)), large)
    return [
        Case("import", ("import", str(rows), "--on-duplicate", "add"), seeded),
        Case("seed", ("seed",), empty),
        Case("undo", ("undo",), large),
        Case("restore", ("db", "restore", str(copy), "--yes"), seeded),
    ]


def kill(case: Case, work: Path, chance: random.Random, duration: float) -> bool:
    """Kill a run, and hold the register to all or nothing; whether the run was still at work."""
    db = work / "killed" / "register.db"
    shutil.rmtree(db.parent, ignore_errors=True)
    db.parent.mkdir()
    shutil.copy(case.register, db)
    process = subprocess.Popen(
        [sys.executable, "-m", "wbagree", *case.arguments],
        env=env(db),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(chance.uniform(0.15, 1.0) * duration)
    process.kill()
    killed = process.wait() < 0
    if state(db) not in (state(case.register), _after[case.name]):
        raise AssertionError(f"{case.name}: {state(db)} is neither before nor after")
    if run(("list", "--limit", "1"), db).returncode or run(("db", "check"), db).returncode:
        raise AssertionError(f"{case.name}: the register is not sound")
    return killed


_after: dict[str, tuple[str, int, int]] = {}


def timed(do: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    begun = time.monotonic()
    do()
    return time.monotonic() - begun


def main(times: int) -> None:
    """Kill so many runs, and print how many of each were still at work."""
    chance = random.Random(times)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        made = cases(work)
        durations = {}
        for case in made:
            db = work / f"{case.name}-whole.db"
            shutil.copy(case.register, db)
            durations[case.name] = timed(lambda case=case, db=db: run(case.arguments, db))
            _after[case.name] = state(db)
        killed: Counter[str] = Counter()
        for number in range(times):
            case = made[number % len(made)]
            killed[case.name] += kill(case, work, chance, durations[case.name])
        print(f"{times} runs, {killed.total()} killed at work, nothing lost, nothing half done:", dict(killed))


if __name__ == "__main__":
    main(int(sys.argv[1]))
