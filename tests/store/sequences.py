"""Random changes of every kind by two people, undone and redone by chance: ``sequences.py SEEDS [LENGTH [FIRST]]``.

Everything happens in one process, on the store, as the commands do it; a seed gives the same sequence every time.
"""

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from wbagree.domain.agreements.parts import Assessment, Relation
from wbagree.domain.agreements.validation import AgreementValidator, to_cells
from wbagree.domain.contacts import CONTACT
from wbagree.domain.contacts import CONTACT_FIELDS as OF_CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.parties.party_book import NAME, PARTY, SUCCESSION
from wbagree.domain.tallies import TALLY
from wbagree.domain.types import TYPE
from wbagree.errors import Duplicate
from wbagree.store.read import agreements, change_sets, entity_cells
from wbagree.store.read.parties_and_types import party_book, type_book
from wbagree.store.upkeep import integrity, schema
from wbagree.store.write import change_log, entities
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.change_log import EntityChange, ImportedFile
from wbagree.store.write.import_policy import ImportPolicy, OnDuplicate
from wbagree.store.write.import_result import ImportRow
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction
from wbagree.store.write.undo import undo_change_set

# What tells of the past, and which keys were ever given: undoing adds to it.
_HISTORY = {
    "change_set",
    "change",
    "batch",
    "origin",
    "issued_key",
    "distinct_pair",
    "bundled",
    "alembic_version",
    "identity",
    "alias",
}
_OF_TALLY = ("about", "parties", "total", "full", "partial", "none", "unknown", "by", "on", "source", "notes")
PEOPLE = ("Drita", "Zoran")
Tables = dict[str, list[str]]


def tables(path: Path) -> Tables:
    """Return every row of every table but the history, records by their keys and not by the numbers of their rows."""
    with closing(sqlite3.connect(path)) as register:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text%'"
        keys = dict(register.execute("SELECT id, key FROM agreement"))
        found = {}
        for (name,) in register.execute(names).fetchall():
            if name in _HISTORY:
                continue
            columns = [row[1] for row in register.execute(f"PRAGMA table_info({name})")]
            rows = []
            for row in register.execute(f"SELECT * FROM {name}"):
                cells = dict(zip(columns, row, strict=True))
                if name == "agreement":
                    del cells["id"]
                if "agreement_id" in cells:
                    cells["agreement_id"] = keys[cells["agreement_id"]]
                rows.append(repr(cells))
            found[name] = sorted(rows)
        return found


class Sequence:
    """A register and what happens to it; ``log`` tells it, for whoever looks for a fault."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path, self.chance = path, random.Random(seed)
        self.log: list[str] = []
        self._count = 0

    def run(self, length: int) -> None:
        """Do so many things; whatever is undone and redone at once leaves all as it was."""
        for _ in range(length):
            self._count += 1
            os.environ["WBAGREE_USER"] = self.chance.choice(PEOPLE)
            act = self.chance.choices(list(_ACTS.values()), weights=[weight for weight, _ in _ACTS.values()])[0][1]
            act(self)

    def pick(self, items):
        """One of some items, None when there are none."""
        items = list(items)
        return self.chance.choice(items) if items else None

    def change(self, name: str, do: Callable[..., None]) -> None:
        """Make one change set."""
        with transaction(self.path, name) as session:
            do(session)
        self.log.append(f"{name} by {os.environ['WBAGREE_USER']}")

    # Records.

    def cells_of_new(self, key: str = "", register: sqlite3.Connection | None = None) -> dict[str, str]:
        """The cells of a record that nobody has seen."""
        parties = list(party_book(register).parties) if register else []
        own = [code for code in parties if code.startswith("Q")]
        types = [code for code in type_book(register).types if code.startswith("own")] if register else []
        both = {self.chance.choice(["AL", "XK", "RS"]), self.pick(own) or "ME", "MK"}
        return {
            "key": key, "title": f"No. {self._count}.{self.chance.randrange(999)}", "form": "agreement",
            "types": self.pick(types) or "mla", "parties": ";".join(sorted(both)[:2]), "confidence": "low",
            "signed": f"{1990 + self.chance.randrange(30)}",
        }  # fmt: skip

    def add(self) -> None:
        """Add a few records."""

        def do(session):
            validator = AgreementValidator(party_book(raw_connection(session)), type_book(raw_connection(session)))
            rows = [self.cells_of_new(register=raw_connection(session)) for _ in range(self.chance.randint(1, 3))]
            apply_agreement_changes(session, [AgreementChange(None, validator.validate(row)[0]) for row in rows])

        self.change("add", do)

    def _here(self, session):
        keys = [key for (key,) in raw_connection(session).execute("SELECT key FROM agreement ORDER BY key")]
        chosen = self.chance.sample(keys, min(len(keys), self.chance.randint(1, 2)))
        return list(agreements.agreements(raw_connection(session), chosen).values())

    def edit(self) -> None:
        """Change some fields of some records."""
        number, fields = self._count, self.chance.sample(["notes", "place", "title", "disclosure", "ended"], 2)
        value = {"notes": f"n{number % 3}", "place": f"p{number}", "title": f"T{number}",
                 "disclosure": self.chance.choice(["", "restricted"]), "ended": PartialDate(2021)}  # fmt: skip

        def do(session):
            changes = [(one, one._replace(**{name: value[name] for name in fields})) for one in self._here(session)]
            apply_agreement_changes(session, [AgreementChange(old, new) for old, new in changes if old != new])

        self.change("edit", do)

    def relate(self) -> None:
        """Relate a record to another one, or say what was observed of it."""

        def do(session):
            for one in self._here(session)[:1]:
                related = one._replace(
                    relations=(*one.relations, Relation("amends", f"AL-XK-19{self._count % 90:02}-1"))
                )
                seen = Assessment(PartialDate(2020), "full", f"seen {self._count}", "Monitor")
                observed = one._replace(implementation=(*one.implementation, seen))
                apply_agreement_changes(session, [AgreementChange(one, self.chance.choice([related, observed]))])

        self.change("relate", do)

    def delete(self) -> None:
        """Delete some records."""
        self.change(
            "delete",
            lambda session: apply_agreement_changes(
                session, [AgreementChange(one, None) for one in self._here(session)]
            ),
        )

    def take_in(self) -> None:
        """Import a list: new rows, rows that were imported before, rows with the keys of records here or deleted."""
        with transaction(self.path, "", dry_run=True) as session:
            given = [key for (key,) in raw_connection(session).execute("SELECT key FROM issued_key ORDER BY key")]
            stored = {one.key: to_cells(one) for one in self._here(session)}
        rows = [self.cells_of_new() for _ in range(self.chance.randint(1, 3))]
        rows += [{**cells, "place": f"i{self._count}"} for cells in stored.values()]
        if self.chance.random() < 0.3 and given:
            rows.append(self.cells_of_new(key=self.chance.choice(given)))
        again = self.chance.random() < 0.4
        incoming = [
            ImportRow(
                f"list.csv:{line}",
                row,
                line=line,
                digest=f"{line}" if again and not row["key"] else f"{self._count}.{line}",
            )
            for line, row in enumerate(rows, 2)
        ]
        choice = self.chance.choice([OnDuplicate.SKIP, OnDuplicate.ADD, OnDuplicate.UPDATE])
        policy = ImportPolicy(on_duplicate=choice, restore=self.chance.random() < 0.5, skip_invalid=True)
        self.change(
            "import list.csv",
            lambda session: import_rows(session, incoming, policy, batch=ImportedFile("list.csv", "0")),
        )

    # Everything but agreements.

    def change_entity(self) -> None:
        """Add, edit or delete a contact point, a tally, a framework, a membership, a party, a name or a type."""
        kind = self.chance.choice([self._row, self._framework, self._member, self._party, self._part, self._type])
        self.change(kind.__name__.strip("_"), kind)

    def _apply(self, session, subject, key, after):
        before = entity_cells.cells_by_key(raw_connection(session), subject).get(key)
        entities.apply_entity_changes(session, [EntityChange(subject, key, before, after)])

    def _row(self, session):
        subject = self.chance.choice([CONTACT, TALLY])
        known = entity_cells.cells_by_key(raw_connection(session), subject)
        key = self.pick(known)
        if key is None or self.chance.random() < 0.5:
            names = OF_CONTACT if subject == CONTACT else _OF_TALLY
            cells = dict.fromkeys(names, "")
            cells |= (
                {"party": "AL", "institution": f"I{self._count}"}
                if subject == CONTACT
                else {"about": "a", "on": "2020"}
            )
            self._apply(session, subject, entities.next_key(session, subject), cells)
        elif self.chance.random() < 0.3:
            self._apply(session, subject, key, None)
        else:
            self._apply(session, subject, key, {**known[key], "notes": f"n{self._count}"})

    def _framework(self, session):
        known = entity_cells.cells_by_key(raw_connection(session), FRAMEWORK)
        key = self.pick([*known, f"net-{self.chance.randrange(4)}"])
        cells = known.get(key) or dict.fromkeys(
            ("name", "short_name", "established", "ended", "succeeded_by", "seat", "website", "sources", "notes"), ""
        )
        cells = {
            **cells,
            "kind": "network",
            "name": f"N{self._count}",
            "types": self.chance.choice(["mla", "mla;other", ""]),
        }
        self._apply(session, FRAMEWORK, key, cells)

    def _member(self, session):
        framework = self.pick(entity_cells.cells_by_key(raw_connection(session), FRAMEWORK))
        if framework is None:
            return
        key = f"{framework}/{self.chance.choice(['AL', 'XK', 'RS'])}"
        cells = {"joined": "2014", "left": "", "standing": "member", "note": f"m{self._count}", "source_url": ""}
        gone = key in entity_cells.cells_by_key(raw_connection(session), MEMBERSHIP) and self.chance.random() < 0.3
        self._apply(session, MEMBERSHIP, key, None if gone else cells)

    def _party(self, session):
        code = f"Q{self.chance.choice('ABCDE')}"
        if code in entity_cells.cells_by_key(raw_connection(session), PARTY):
            return
        cells = {
            "alpha3": "",
            "name": f"Party {code} {self._count}",
            "kind": "predecessor",
            "since": "",
            "until": "",
            "note": "",
        }
        names = [EntityChange(NAME, f"{code}/Name {self._count}", None, {"language": "", "since": "", "until": ""})]
        entities.apply_entity_changes(session, [EntityChange(PARTY, code, None, cells), *names])

    def _part(self, session):
        code = self.pick(
            one for one in entity_cells.cells_by_key(raw_connection(session), PARTY) if one.startswith("Q")
        )
        if code is None:
            return
        if self.chance.random() < 0.5:
            self._apply(session, NAME, f"{code}/Other {self._count}", {"language": "sq", "since": "", "until": ""})
        else:
            self._apply(session, SUCCESSION, f"{code}/RS", {"since": f"19{self._count % 90 + 10}", "note": ""})

    def _type(self, session):
        known = entity_cells.cells_by_key(raw_connection(session), TYPE)
        code = f"own-{self.chance.randrange(4)}"
        cells = known.get(code, {"group": "crime", "label": code, "aliases": ""})
        self._apply(session, TYPE, code, {**cells, "aliases": f"{cells['aliases']};a{self._count}".strip(";")})

    # Undoing.

    def back(self, choose, *, force: bool):
        """Take one change set back as the commands do; the number of the undo, 0 when there was nothing to do."""
        with transaction(self.path, "undo") as session:
            made = choose(raw_connection(session), change_log.current_user())
            if made is None:
                return 0
            try:
                undone = undo_change_set(session, made, force=force)
            except Duplicate:
                return 0
        self.log.append(f"{undone.number}: undo {made.number} force={force} by {os.environ['WBAGREE_USER']} {undone}")
        return undone.number

    def undo(self) -> None:
        """Undo one's own last change."""
        self.back(change_sets.last_change, force=self.chance.random() < 0.3)

    def redo(self) -> None:
        """Redo one's own last undo, if nothing new came after it."""
        self.back(redoable, force=self.chance.random() < 0.3)

    def undo_one(self) -> None:
        """Undo any change set, or an undo, of whomever."""
        with transaction(self.path, "", dry_run=True) as session:
            (most,) = raw_connection(session).execute("SELECT coalesce(max(id), 1) FROM change_set").fetchone()
        number = max(1, most - self.chance.choice([0, 1, 2, 3, self.chance.randrange(most)]))
        self.back(lambda register, _: change_sets.change_set(register, number), force=self.chance.random() < 0.4)

    def there_and_back(self) -> None:
        """Undo a few, redo as many: all is as it was."""
        before = tables(self.path)
        force = self.chance.random() < 0.5
        times = sum(bool(self.back(change_sets.last_change, force=force)) for _ in range(self.chance.randint(1, 3)))
        for _ in range(times):
            assert self.back(redoable, force=False)
        assert tables(self.path) == before, "\n".join(self.log)

    def undo_everything(self) -> None:
        """Undo all that holds, undos as well, the last first."""
        with transaction(self.path, "", dry_run=True) as session:
            (most,) = raw_connection(session).execute("SELECT coalesce(max(id), 0) FROM change_set").fetchone()
        for number in range(most, 0, -1):
            self.back(lambda register, _, number=number: change_sets.change_set(register, number), force=False)

    def undo_all_changes(self) -> None:
        """Undo every change, the last first, over whatever else was undone."""
        with transaction(self.path, "", dry_run=True) as session:
            made = "SELECT id FROM change_set WHERE undoes IS NULL ORDER BY id DESC"
            numbers = [number for (number,) in raw_connection(session).execute(made)]
        for number in numbers:
            self.back(lambda register, _, number=number: change_sets.change_set(register, number), force=True)


def redoable(register, own):
    """What ``redo`` takes back."""
    undo, newer = change_sets.last_undo(register, own)
    return None if newer else undo


# How often each is done.
_ACTS = {
    "add": (5, Sequence.add),
    "edit": (8, Sequence.edit),
    "relate": (3, Sequence.relate),
    "delete": (2, Sequence.delete),
    "import": (3, Sequence.take_in),
    "entity": (8, Sequence.change_entity),
    "undo": (4, Sequence.undo),
    "undo one": (5, Sequence.undo_one),
    "redo": (3, Sequence.redo),
    "there and back": (1, Sequence.there_and_back),
}


def hold(path: Path, seed: int, length: int) -> None:
    """Hold a register that is all new to it: whatever was done, with all undone it is what it was at first."""
    start = tables(path)
    sequence = Sequence(path, seed)
    sequence.run(length)
    with closing(sqlite3.connect(path)) as register, closing(sqlite3.connect(f"{path}-copy")) as copy:
        register.backup(copy)
    for way, of in ((Sequence.undo_everything, path), (Sequence.undo_all_changes, Path(f"{path}-copy"))):
        sequence.path = of
        way(sequence)
        assert tables(of) == start, (seed, way.__name__, "\n".join(sequence.log))
        assert integrity.integrity_problems(of) == []


if __name__ == "__main__":
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    for number in range(first, first + int(sys.argv[1])):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "register.db"
            schema.create(file)
            hold(file, number, int(sys.argv[2]) if len(sys.argv) > 2 else 500)
        print(
            f"seed {number}: everything undone, everything as at first, in {time.monotonic() - begun:.0f} s", flush=True
        )
