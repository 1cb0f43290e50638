"""Restore in a loop while others add, and count what is in neither the register nor a copy: ``restoring.py RESTORES``.

Every process is the real program. What an ``add`` has said is kept must be found: in the register, or in one of the
copies that the restores kept, each of which is linked aside before it can be swept away.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from threading import Event

ADDERS = 5
MODES = ("WAL", "DELETE")


def run(db: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; a lock that did not come is the only failure."""
    command = [sys.executable, "-m", "wbagree", "--db", str(db), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode and "locked" not in ran.stderr:
        raise AssertionError(f"{arguments}: {ran.stderr}")
    return ran


def add(db: Path, name: str, ended: Event) -> list[str]:
    """Add until it is over; the titles that were said to be kept."""
    kept = []
    for number in range(1_000_000):
        if ended.is_set():
            return kept
        title = f"{name} {number}"
        what = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title", title)
        if not run(db, "add", *what, "--allow-duplicate").returncode:
            kept.append(title)
    return kept


def restore(db: Path, copy: Path, aside: Path, times: int) -> int:
    """Put the copy back so many times; how often it was done."""
    done = 0
    for number in range(times):
        ran = run(db, "db", "restore", str(copy), "--yes")
        if not ran.returncode:
            os.link(re.search(r"was saved as (.*\.db)", ran.stderr)[1], aside / f"{number}.db")
            done += 1
    return done


def titles(path: Path) -> set[str]:
    """All titles of a register that is sound."""
    with closing(connect(path)) as register:
        if (problems := register.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            raise AssertionError(f"{path}: {problems}")
        return {title for (title,) in register.execute("SELECT title FROM agreement")}


def main(times: int) -> None:
    """Do it with a register that works with a log, and with one that works without."""
    for mode in MODES:
        with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(ADDERS) as pool:
            db, copy, aside, ended = Path(work) / "r.db", Path(work) / "copy.db", Path(work) / "aside", Event()
            aside.mkdir()
            run(db, "seed")
            run(db, "db", "backup", str(copy))
            with closing(connect(db)) as register:
                register.execute(f"PRAGMA journal_mode = {mode}")
            begun = time.monotonic()
            adding = [pool.submit(add, db, f"Of process {number}", ended) for number in range(ADDERS)]
            try:
                done = restore(db, copy, aside, times)
            finally:
                ended.set()
            kept = {title for one in adding for title in one.result()}
            lost = kept - set().union(*map(titles, (db, *aside.iterdir())))
            if lost:
                raise AssertionError(f"{mode}: {len(lost)} of {len(kept)} acknowledged records are nowhere: {lost}")
            seconds = time.monotonic() - begun
            print(f"{mode}: {done} restores beside {len(kept)} acknowledged adds in {seconds:.0f} s: nothing lost")


if __name__ == "__main__":
    main(int(sys.argv[1]))
