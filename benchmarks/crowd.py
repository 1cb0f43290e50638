"""Let many write one register at once, and hold it to what each was told: ``crowd.py PROCESSES COMMANDS SEED [BEGIN]``.

Every process gives so many commands, one after the other, and each command is a process of its own: adding, editing,
deleting, undoing, importing, asking, copying, restoring, also copies of old schemas, which several upgrade at once.
What each answered is written to a ledger; what a restore kept is linked aside before it can be swept away. Afterwards
nothing that was acknowledged may be missing (see ``ledger.py``), and nothing half made may lie about.
"""

import json
import os
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import forking
import ledger
from registers import DUMPS, KEY

KEYS = (KEY, "AL-XK-2018-1", "AL-ME-2003-1")
PARTIES = ("AL", "BA", "ME", "MK", "RS", "XK")
# An import of more rows than a thousand is preceded by a copy.
LARGE, SMALL = 1001, 8
QUESTIONS = (
    "list --limit 9", f"show {KEY}", "search police", "summary", "check", "history -n 9", "due", "db info", "db check",
    "db copies", "export --format csv", "export --format jsonl", "report -", "matrix --among AL,XK,ME", "brief AL-XK",
)  # fmt: skip
Command = tuple[str, ...]


class Person:
    """One of the crowd, who gives commands and writes down what was answered."""

    def __init__(self, folder: Path, number: int, seed: int) -> None:
        self.folder, self.by, self._chance = folder, f"{ledger.BY}{number}", random.Random(f"{seed} {number}")
        self._place = folder.parent / self.by
        self._place.mkdir()
        self._count = 0
        self._keys = list(KEYS)
        self._copies = [
            folder.parent / "first.db",
            *(folder.parent / f"{dump.stem}.db" for dump in DUMPS.glob("*.sql")),
        ]
        self._old = number % 2 == 0  # so that several upgrade at once, if it is an old register

    def work(self, commands: int) -> None:
        """Give so many commands."""
        with (self._place / "ledger").open("w", encoding="utf-8") as book:
            for self._count in range(commands):
                entry = self._give(("db", "upgrade") if self._old else self._choose())
                print(json.dumps(asdict(entry)), file=book, flush=True)
                self._heed(entry)

    def _choose(self) -> Command:
        (act,) = self._chance.choices(list(_ACTS), list(_ACTS.values()))
        return act(self)

    def _give(self, arguments: Command) -> ledger.Entry:
        printed, began = self._place / "printed", _now()
        process = forking.start(arguments, self.folder, printed, by=self.by)
        _, status = os.waitpid(process, 0)
        text = printed.read_text(encoding="utf-8", errors="replace")
        # Of what is asked for, only the messages matter.
        kept = [line for line in text.splitlines()[-20:] if len(line) < 1000] if "Traceback" not in text else [text]
        return ledger.Entry(self.by, list(arguments), began, _now(), os.waitstatus_to_exitcode(status), "\n".join(kept))

    def _heed(self, entry: ledger.Entry) -> None:
        """Do what an answer asks for: keep what a restore kept, upgrade, remember a new key and a copy."""
        self._old = "was written by an older wbagree" in entry.printed
        if entry.code:
            return
        if found := re.search(r"^added ([A-Z]\S+): ", entry.printed, re.MULTILINE):
            self._keys.append(found[1])
        if entry.arguments[:2] == ["db", "backup"]:
            self._copies.append(Path(entry.arguments[2]))
        if entry.arguments[:2] == ["db", "restore"]:
            kept = re.search(r"was saved as (.*\.db)", entry.printed)
            os.link(self.folder / kept[1], self._place / f"aside-{self._count}.db")

    @property
    def _mark(self) -> str:
        return f"{self.by} at {self._count}"

    def add(self) -> Command:
        """Add a record."""
        one, other = sorted(self._chance.sample(PARTIES, 2))
        what = ("--party", one, "--party", other, "--form", "mou", "--type", "mla", "--title", self._mark)
        return "add", *what, "--allow-duplicate"

    def edit(self) -> Command:
        """Edit a record that others edit as well, or one's own."""
        grown = ("--append", "--reference", self._mark)
        return "edit", self._chance.choice(self._keys), *self._chance.choice([grown, ("--place", self._mark)])

    def delete(self) -> Command:
        """Delete a record."""
        return "delete", self._chance.choice(self._keys), "--yes"

    def undo(self) -> Command:
        """Undo one's own last change, or any other."""
        some = str(self._chance.randint(1, 30))
        return self._chance.choice([("undo", "--yes"), ("undo", "--yes"), ("undo", some, "--yes", "--force")])

    def redo(self) -> Command:
        """Redo what was undone last."""
        return "redo", "--yes"

    def change_entity(self) -> Command:
        """Change what is kept next to the agreements."""
        contact = ("contacts", "add", "--party", "XK", "--institution", self._mark)
        return self._chance.choice([contact, ("frameworks", "edit", "selec", "--seat", self._mark)])

    def take_in(self) -> Command:
        """Import a list of one's own, at times a large one."""
        number = LARGE if self._chance.random() < 0.05 else SMALL
        path = self._place / f"{self._count}.csv"
        rows = (f"{self._mark} {row},mou,mla,AL;ME,{1950 + row % 70},low\n" for row in range(number))
        path.write_text("title,form,types,parties,signed,confidence\n" + "".join(rows), encoding="utf-8")
        return "import", str(path), "--on-duplicate", self._chance.choice(["add", "skip"])

    def seed(self) -> Command:
        """Load the bundled register."""
        return ("seed",)

    def ask(self) -> Command:
        """Ask for something."""
        return tuple(self._chance.choice(QUESTIONS).split())

    def export(self) -> Command:
        """Write a file."""
        name = f"{self._count}.{self._chance.choice(['csv', 'xlsx', 'jsonl', 'md'])}"
        return "export", "--pair", "AL-XK", str(self._place / name)

    def back_up(self) -> Command:
        """Copy the register."""
        return "db", "backup", str(self._place / f"{self._count}.db")

    def restore(self) -> Command:
        """Put back one's own copy, or the first one, or one that an older program made."""
        return "db", "restore", str(self._chance.choice(self._copies)), "--yes"

    def upgrade(self) -> Command:
        """Upgrade the register, old or not."""
        return "db", "upgrade"


# How often each is done.
_ACTS: dict[Callable[[Person], Command], int] = {
    Person.add: 14, Person.edit: 16, Person.delete: 5, Person.undo: 8, Person.redo: 4, Person.change_entity: 6,
    Person.take_in: 6, Person.seed: 2, Person.ask: 18, Person.export: 5, Person.back_up: 4, Person.restore: 4,
    Person.upgrade: 2,
}  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def prepare(work: Path, begin: str) -> Path:
    """Make the registers of a run: ``begin`` is the journal of the first one, or the schema of an old one."""
    folder = work / "register"
    folder.mkdir()
    for dump in DUMPS.glob("*.sql"):
        with closing(sqlite3.connect(work / f"{dump.stem}.db")) as register:
            register.executescript(dump.read_text(encoding="utf-8"))
    if (old := work / f"{begin}.db").exists():
        shutil.copy(old, folder / forking.REGISTER)
    first = work / "first.db"
    os.waitpid(forking.start(("seed",), work, work / "printed"), 0)
    (work / forking.REGISTER).rename(first)
    if not old.exists():
        shutil.copy(first, folder / forking.REGISTER)
        with closing(sqlite3.connect(folder / forking.REGISTER)) as register:
            register.execute(f"PRAGMA journal_mode = {begin}")
    return folder


def apart(*works: Callable[[], None]) -> None:
    """Do some work at once, each in a process of its own; AssertionError when any of them fails."""
    working = []
    for work in works:
        if process := os.fork():
            working.append(process)
            continue
        code = 1
        try:
            work()
            code = 0
        except BaseException:  # noqa: BLE001  (told here, or nowhere)
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    ended = [os.waitpid(process, 0)[1] for process in working]
    if any(ended):
        raise AssertionError("it failed: see above")


def gather(folder: Path, processes: int, commands: int, seed: int) -> list[ledger.Entry]:
    """Let so many processes work at once; what each of their commands answered."""
    people = [Person(folder, number, seed) for number in range(processes)]
    apart(*(partial(person.work, commands) for person in people))
    books = folder.parent.glob(f"{ledger.BY}*/ledger")
    return [ledger.Entry(**json.loads(line)) for book in books for line in book.read_text("utf-8").splitlines()]


def crowd(begin: str, processes: int, commands: int, seed: int) -> None:
    """Do it once, and print how it ended."""
    work = Path(tempfile.mkdtemp(prefix="crowd-"))  # stays where something was lost
    folder, begun = prepare(work, begin), time.monotonic()
    entries = gather(folder, processes, commands, seed)
    seconds = time.monotonic() - begun
    for entry in entries:
        entry.judge()
    left = [path.name for path in folder.iterdir() if not re.fullmatch(r"register(-before-.*)?\.db", path.name)]
    if left:
        raise AssertionError(f"{folder}: {left} lie about")
    aside = list(work.glob(f"{ledger.BY}*/aside-*.db"))
    number = ledger.hold(entries, [folder / forking.REGISTER, *aside])
    refused = sum(entry.code != 0 for entry in entries)
    print(
        f"{begin}, seed {seed}: {processes} processes, {len(entries)} commands in {seconds:.0f} s: {number}"
        f" acknowledged changes, {len(aside)} restores, {refused} refusals: nothing lost, nothing unsaid"
    )
    kinds = Counter(
        f"{' '.join(entry.arguments[: 1 + (entry.arguments[0] == 'db')])} {entry.code}" for entry in entries
    )
    print(" ", dict(sorted(kinds.items())), flush=True)
    shutil.rmtree(work)


def main(processes: int, commands: int, seed: int, *begin: str) -> None:
    """Do it with a log, without one, and from a register that an old program made; or as ``begin`` says."""
    old = random.Random(seed).choice(sorted(dump.stem for dump in DUMPS.glob("*.sql")))
    for one in begin or ("WAL", "DELETE", old):
        # Apart: what it upgrades to judge it is noted as stored by the process, and by all that it forks.
        apart(partial(crowd, one, processes, commands, seed))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]), *sys.argv[4:])
