"""What a crowd was told, against what the registers hold: the one it left, and those that restores kept aside.

A history only grows, and a restore puts an earlier one back. So every acknowledged change is a change set in one of
these registers, every change set of theirs was acknowledged, and each register is what its own history says.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.agreements.validation import to_cells
from wbagree.store.read import agreements, change_sets, entity_cells
from wbagree.store.upkeep import integrity, schema

BY = "crowd-"
# Every refusal that others at work can cause, by its exit code: a sentence of a known kind.
REFUSALS = {
    3: r"unknown (key|framework|change set): .*|Nothing of yours to (undo|redo)\.",
    4: r"change set \d+ is no longer what was shown: .*|\d+ to look at: .*",
    5: r"change set \d+ was taken back already, by change set \d+",
    7: r".* was written by an older wbagree \(schema \d+; this program needs \d+\)"
    r"|.* is in use: another program had it locked for \d+ seconds",
}
# What says that a command without a text of its own changed something.
_STORED = re.compile(r"^(Undone|Redone)\b|\(batch \d+; |^bundled frameworks: | changed:$", re.MULTILINE)
_CHANGES = ("add", "delete", "contacts", "frameworks")


@dataclass(frozen=True)
class Entry:
    """One command that ended: whose it was, when it began and ended (UTC), its exit code, what it printed."""

    by: str
    arguments: list[str]
    began: str
    ended: str
    code: int
    printed: str

    @property
    def stored(self) -> bool:
        """Whether it acknowledged a change of the register."""
        return self.code == 0 and (self.arguments[0] in _CHANGES or bool(_STORED.search(self.printed)))

    def judge(self) -> None:
        """Raise AssertionError unless it is done, or refused in one sentence of a known kind with the right code."""
        sentences = [
            line.removeprefix("wbagree: ") for line in self.printed.splitlines() if line.startswith("wbagree: ")
        ]
        known = [one for one in sentences if re.fullmatch(REFUSALS.get(self.code, "$^"), one)]
        if "Traceback" in self.printed or "Exception ignored" in self.printed or len(sentences) != bool(self.code):
            raise AssertionError(f"{self}")
        if sentences != known:
            raise AssertionError(f"no refusal of a known kind: {self}")


@dataclass(frozen=True)
class Made:
    """A change set of a register, with all that it changed, and a fingerprint of the history before it."""

    history: int
    number: int
    at: str
    by: str
    command: str
    undoes: int | None
    changes: tuple[tuple[str, str, str, str], ...]


def hold(entries: list[Entry], registers: list[Path]) -> int:
    """Hold registers to what was acknowledged, and each to its own history; return how many changes that were."""
    made = {one for path in registers for one in _look(path)}
    acknowledged = [entry for entry in entries if entry.stored]
    lost = [entry for entry in acknowledged if not any(_are_one(entry, one) for one in made)]
    unsaid = [one for one in made if one.by.startswith(BY) and not any(_are_one(entry, one) for entry in acknowledged)]
    if lost or unsaid:
        raise AssertionError(f"{len(lost)} acknowledged changes are nowhere: {lost}; nobody acknowledged {unsaid}")
    return len(acknowledged)


def _are_one(entry: Entry, made: Made) -> bool:
    import shlex

    same = (entry.by, shlex.join(entry.arguments)) == (made.by, made.command)
    return same and entry.began <= made.at <= entry.ended


def _look(path: Path) -> list[Made]:
    """Return the change sets of a register that is sound, and what its history says."""
    schema.upgrade(path)
    if problems := integrity.integrity_problems(path):
        raise AssertionError(f"{path}: {problems}")
    with closing(sqlite3.connect(path)) as register:
        register.row_factory = sqlite3.Row
        made = _history(register)
        _follow(path, register, made)
    owners = {one.number: one.by for one in made}
    for one in made:
        if (
            one.command.split()[:2] in (["undo"], ["undo", "--yes"], ["redo"], ["redo", "--yes"])
            and owners[one.undoes] != one.by
        ):
            raise AssertionError(f"{path}: {one} took back what is another's")
    return made


def _history(register: sqlite3.Connection) -> list[Made]:
    made, before = [], 0
    for number, at, by, command, undoes in register.execute(
        "SELECT id, at, by, command, undoes FROM change_set ORDER BY id"
    ):
        rows = register.execute(
            "SELECT subject, key, kind, fields FROM change WHERE change_set_id = ? ORDER BY position", (number,)
        )
        made.append(Made(before, number, at, by, command, undoes, tuple(map(tuple, rows))))
        before = hash(made[-1])
    return made


def _follow(path: Path, register: sqlite3.Connection, made: list[Made]) -> None:
    """Follow each thing through its changes: each found what the one before it left, and the last is what is there."""
    known: dict[tuple[str, str], dict[str, str] | None] = {}
    for one in made:
        for subject, key, kind, fields in one.changes:
            cells = known.get((subject, key), {} if kind != "add" else None)
            change = change_sets.logged_change(one.number, subject, key, kind, fields)
            wrong = [name for name, (old, _) in change.fields.items() if (cells or {}).get(name, old) != old]
            if wrong or ((cells is None) != (kind == "add") and (change.fields or kind != "edit")):
                raise AssertionError(f"{path}: {one}: {subject} {key} was {cells}")
            if kind == "delete":
                known[subject, key] = None
            elif kind == "add" or cells is not None:
                known[subject, key] = {**(cells or {}), **{name: new for name, (_, new) in change.fields.items()}}
    present = {subject: entity_cells.cells_by_key(register, subject) for subject in entity_cells.SUBJECTS}
    keys = [key for subject, key in known if subject == AGREEMENT]
    present[AGREEMENT] = {key: to_cells(one) for key, one in agreements.agreements(register, keys).items()}
    for (subject, key), cells in known.items():
        now = present[subject].get(key)
        if (now is None) != (cells is None) or any(
            (now or {}).get(name, "") != text for name, text in (cells or {}).items()
        ):
            raise AssertionError(f"{path}: {subject} {key} is {now}; its history says {cells}")
