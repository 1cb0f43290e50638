"""Stop real processes, and fill their disk, at random points, and count what was lost: ``faults.py KILLS [FULL]``.

Each run is a process of its own on a copy of a register. A signal (KILL, TERM, INT, HUP) meets it at a moment of its
work (the modules are loaded before, so that no moment falls on an interpreter that starts), or when it has written so
many bytes, which finds the short time of the commit; or it may write no file beyond a size, as on a full disk. After it
the register must be sound and hold all of the change or none of it, by a digest over every row, and the copies beside
it must be whole; every tenth time the program itself looks at it, and completes what was cut off. What was said must be
what is stored, without a traceback, and whoever could tidy up must have left nothing.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import forking
from registers import NEW, Case, State, cases, state

LOOK = 10
SIGNALS = ("KILL", "TERM", "INT", "HUP")
# What a run may leave: the register, what it was to write, and a copy of what it changed.
MAPPING = "mine.toml"
# The first cases, import and undo, have half of all runs.
_OFTEN = 2
_PAGE = 4096


@dataclass(frozen=True)
class Whole:
    """A run to its end: how long it took, the most bytes it added, the largest file that grew, what was there then."""

    seconds: float
    size: int
    largest: int
    after: State
    written: bytes


class Run:
    """One run of a command, in a folder of its own with a copy of the register."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.case, self.folder, self.db = case, folder, folder / "register.db"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        folder.with_name("printed").write_text("")  # a run that is stopped before it begins says nothing
        if case.register.exists():
            shutil.copy(case.register, self.db)
        self.before = state(case.register)
        self.held = self.size()

    def start(self, limit: int = resource.RLIM_INFINITY) -> int:
        """Start the program in a process of its own that writes no file beyond ``limit`` bytes; its number."""
        return forking.start(self.case.arguments, self.folder, self.folder.with_name("printed"), limit)

    def size(self) -> int:
        """How many bytes stand in the folder."""
        return sum(self.sizes().values())

    def sizes(self) -> dict[str, int]:
        """How many bytes stand in each file."""
        return {path.name: _size(path) for path in self.folder.iterdir()}

    def written(self) -> bytes:
        """What stands in the file that the command writes, if it writes one."""
        file = self.folder / self.case.writes
        return file.read_bytes() if file.is_file() else b""

    def hold(self, whole: Whole, *allowed: State) -> State:
        """Hold what is there to all or nothing; the state of the register."""
        now = state(self.db)
        copies = [state(path) for path in self.folder.glob("register-before-*.db")]
        written = self.written()
        copies += [state(self.folder / self.case.writes)] if written and self.case.writes.endswith(".db") else []
        problems = [
            now not in allowed and f"the register is {now}",
            any(copy != self.before for copy in copies) and f"a copy is not what it was made of: {copies}",
            written and not copies and written != whole.written and "the file is cut off",
        ]
        if any(problems):
            raise AssertionError(f"{self.case.name}: {problems}; see {self.folder}")
        return now

    def look(self, whole: Whole) -> None:
        """Have the program itself look at it, and complete what was cut off."""
        if self.db.exists() and not self.case.name.startswith("upgrade"):
            self.again("list", "--limit", "1")
            self.again("db", "check")
        (self.folder / self.case.writes).is_file() and (self.folder / self.case.writes).unlink()
        if self.case.writes or state(self.db) != whole.after:
            self.again(*self.case.arguments)
        self.hold(whole, whole.after)
        self.again("add", *NEW, "--allow-duplicate")  # the next that writes sweeps, whatever it writes
        if left := list(self.folder.glob(".wbagree-*")):
            raise AssertionError(f"{self.case.name}: nobody swept {left}")

    def again(self, *arguments: str) -> None:
        """Run the program to its end, as its user does."""
        command = [sys.executable, "-m", "wbagree", *arguments]
        env = {**os.environ, "WBAGREE_DB": "register.db"}
        ran = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise AssertionError(f"{self.case.name}: {arguments}: {ran.stderr}; see {self.folder}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # gone meanwhile
        return 0


def measure(case: Case, folder: Path) -> Whole:
    """Run a command to its end."""
    run = Run(case, folder)
    begun, most, largest = time.monotonic(), 0, 0
    sizes = run.sizes()
    process = run.start()
    while not (ended := os.waitpid(process, os.WNOHANG))[0]:
        now = run.sizes()
        most = max(most, sum(now.values()))
        largest = max([largest, *(size for name, size in now.items() if size != sizes.get(name))])
    if ended[1]:
        raise AssertionError(f"{case.name}: {folder.with_name('printed').read_text()}")
    return Whole(time.monotonic() - begun, most - run.held, largest, state(run.db), run.written())


def kill(case: Case, whole: Whole, folder: Path, chance: random.Random) -> str:
    """Let a signal meet a run somewhere; where that was."""
    run = Run(case, folder)
    name = chance.choice(SIGNALS)
    number = getattr(signal, f"SIG{name}")
    by_time = chance.random() < 0.5
    seconds, size = chance.random() * whole.seconds, run.held + chance.random() * whole.size
    until, process = time.monotonic() + seconds, run.start()
    ended = 0
    while not ended and (time.monotonic() < until if by_time else run.size() < size):
        ended, status = os.waitpid(process, os.WNOHANG)
    if not ended:
        os.kill(process, number)
        _, status = os.waitpid(process, 0)
    logged = sum(map(_size, [*folder.glob("*-wal"), *folder.glob("*-journal")]))
    now = run.hold(whole, run.before, whole.after, *_between(case))
    code = os.waitstatus_to_exitcode(status)
    done = now != run.before or bool(run.written())
    if name != "KILL":
        agree(run, code, number, done=done)
    if chance.randrange(LOOK) == 0:  # last: it completes what was cut off, and makes copies of its own
        run.look(whole)
    if code == 0:
        return f"{name}: ended"
    return f"{name}: {'after' if done else 'before'} the commit{', with a log' if logged else ''}"


def agree(run: Run, code: int, number: int, *, done: bool) -> None:
    """Hold what a run said, and what it left, to what it did."""
    printed = run.folder.with_name("printed").read_text(errors="replace")
    made = run.before is None and state(run.db) is not None
    left = set(run.sizes()) - {"register.db", run.case.writes, MAPPING}
    copies = {name for name in left if name.startswith("register-before-")}
    problems = [
        ("Traceback" in printed or "Exception ignored" in printed) and "a traceback",
        code not in (0, 8, 128 + number, -number) and f"it ended with {code}",
        code == 0 and not done and run.case.changes and "it is done, and nothing is",
        code == 8 and not done and "it stored something, and nothing is there",
        code not in (0, 8) and done and not made and "it did nothing, and something is there",
        ("nothing was changed" in printed) != (code == 128 + number) and "what it says is not how it ended",
        left - copies and f"it left {left - copies}",
        copies and not done and f"it left {copies} of a change that never came",
    ]
    if any(problems):
        raise AssertionError(f"{run.case.name}: {list(filter(None, problems))}: {printed}; see {run.folder}")


def fill(case: Case, whole: Whole, folder: Path, chance: random.Random) -> str:
    """Let a run find the disk full somewhere; how it ended."""
    run = Run(case, folder)
    _, status = os.waitpid(run.start(_PAGE + int(chance.random() * whole.largest)), 0)
    code, printed = os.waitstatus_to_exitcode(status), folder.with_name("printed").read_text()
    failures = [line for line in printed.splitlines() if line.startswith("wbagree: ")]
    if "Traceback" in printed or code not in (0, 4, 7) or len(failures) != bool(code):
        raise AssertionError(f"{case.name}: {code}: {printed}")
    run.hold(whole, *([run.before, *_between(case)] if code else [whole.after]))
    if chance.randrange(LOOK) == 0:
        run.look(whole)
    return f"refused ({code})" if code else "done"


def _between(case: Case) -> list[State]:
    """What may be there between before and after: a register that was made and not filled yet."""
    return [] if case.register.exists() else [state(case.register.with_name("empty.db"))]


def main(kills: int, full: int) -> None:
    """Do it so many times, and print where each kill fell and how each full disk was met."""
    chance = random.Random(kills)
    with tempfile.TemporaryDirectory() as work:
        made = cases(Path(work))
        runs = Path(work) / "runs"
        runs.mkdir()
        wholes = {case.name: measure(case, runs / "run") for case in made}
        for how_met, times, do in (("met by a signal", kills, kill), ("on a full disk", full, fill)):
            begun, found = time.monotonic(), Counter()
            for number in range(times):
                some = made[:_OFTEN] if number % 2 else made[_OFTEN:]
                case = some[number // 2 % len(some)]
                found[case.name, do(case, wholes[case.name], runs / "run", chance)] += 1
            print(f"{times} runs {how_met} in {time.monotonic() - begun:.0f} s: nothing lost, nothing half done")
            for where in sorted({where for _, where in found}):
                each = {case.name: found[case.name, where] for case in made if found[case.name, where]}
                print(f"  {where}: {sum(each.values())}", each)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(sys.argv[1]) // 4)
