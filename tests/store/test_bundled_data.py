"""What a newer bundle brings to a register of an earlier one, and what it leaves as the user has it."""

import csv
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from wbagree import resources
from wbagree.store.read import change_sets, entity_cells
from wbagree.store.upkeep import integrity
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes
from wbagree.store.write.session import raw_connection, transaction

DUMPS = Path(__file__).parent / "dumps"
RELEASED = sorted(path.stem for path in DUMPS.glob("*.sql"))
KEY = "AL-ZZ-2027-1"
NEW_ROWS = {
    "type_groups": [{"code": "digital", "label": "digital"}],
    "types": [{"code": "data-sharing", "group": "digital", "label": "data sharing", "aliases": "ndarja e të dhënave"}],
    "parties": [{"code": "ZZ", "name": "Zembla", "kind": "state", "since": "1990"}],
    "party_names": [{"party": "ZZ", "name": "Zemblë", "language": "sq"}],
    "successions": [{"predecessor": "YU-SFRY", "successor": "ZZ", "since": "1990"}],
    "party_groups": [{"code": "zemblan", "label": "Zemblan states", "members": "ZZ;AL"}],
    "frameworks": [{"key": "zembla-club", "name": "Zembla club", "kind": "network", "types": "data-sharing"}],
    "framework_members": [{"framework": "zembla-club", "party": "ZZ", "standing": "member"}],
    "agreements": [
        {
            "key": KEY,
            "title": "Agreement on the sharing of data",
            "form": "agreement",
            "types": "data-sharing",
            "parties": "AL;ZZ",
            "signed": "2027",
            "confidence": "low",
            "sources": "Zemblan gazette 1",
        }
    ],
}
TABLES = (
    *("type_group", "type", "type_alias", "party", "party_name", "succession", "party_group", "party_group_member"),
    *("agreement_type", "participation", "framework", "framework_member"),
)
BROUGHT = {
    ("type group", "digital"),
    ("type", "data-sharing"),
    ("party", "ZZ"),
    ("name", "ZZ/Zemblë"),
    ("succession", "YU-SFRY/ZZ"),
    ("party group", "zemblan"),
    ("framework", "zembla-club"),
    ("membership", "zembla-club/ZZ"),
    ("agreement", KEY),
}
MESSAGES = """\
bundled groups of types: 1 new, 0 updated
bundled types: 1 new, 0 updated
bundled parties: 1 new, 0 updated
bundled names of parties: 1 new, 0 updated
bundled successions of parties: 1 new, 0 updated
bundled groups of parties: 1 new, 0 updated
bundled frameworks: 1 new, 0 updated
""".splitlines()
CODE = """\
from pathlib import Path
from wbagree import __main__, resources
resources.seed_folder = lambda: Path({!r})
__main__.main()
"""


class Bundle:
    """A copy of the bundled tables, to be changed; most agreements, which take their time, are left out at first."""

    def __init__(self, folder):
        self.folder = Path(shutil.copytree(resources.seed_folder(), folder))
        rows = self.rows("agreements")
        self.left_out = [row for row in rows if not row["key"].startswith("AL-XK-")]
        self.write("agreements", [row for row in rows if row not in self.left_out])

    def complete(self):
        """Take in the agreements that were left out."""
        self.add("agreements", *self.left_out)

    def rows(self, name):
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, name, rows):
        path = self.folder / f"{name}.csv"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def add(self, name, *rows):
        self.write(name, [*self.rows(name), *rows])

    def edit(self, name, code, **cells):
        """Change a row, the first of whose cells is ``code``; the row as it was."""
        rows = self.rows(name)
        (row,) = (row for row in rows if next(iter(row.values())) == code)
        before = dict(row)
        row.update(cells)
        self.write(name, rows)
        return before


@pytest.fixture
def bundle(tmp_path):
    return Bundle(tmp_path / "bundle")


@pytest.fixture
def newer(bundle):
    """A bundle with one more row in each table."""
    for name, rows in NEW_ROWS.items():
        bundle.add(name, *rows)
    return bundle


@pytest.fixture
def run(programs, bundle):
    """Run the program with the bundle on a register; what it says on stderr."""

    def ran(path, *arguments, code=0):
        env = {**os.environ, "WBAGREE_DB": str(path)}
        found, (_, err) = programs.run(arguments, b"", env, code=CODE.format(str(bundle.folder)))
        assert found == code, err.decode()
        return err.decode()

    return ran


@pytest.fixture
def cells(reading):
    """The cells of one entity in a register, None when it is not there."""

    def of(path, subject, key):
        with reading(path) as register:
            return entity_cells.cells_by_key(register, subject).get(key)

    return of


@pytest.fixture
def delete(cells):
    """Delete an entity, as its user."""

    def deleted(path, subject, key):
        with transaction(path) as session:
            apply_entity_changes(session, [EntityChange(subject, key, cells(path, subject, key), None)])

    return deleted


@pytest.fixture
def restored(tmp_path, run):
    """A register of a released schema, upgraded."""

    def made(revision):
        path = tmp_path / f"{revision}.db"
        with closing(sqlite3.connect(path)) as register:
            register.executescript((DUMPS / f"{revision}.sql").read_text(encoding="utf-8"))
        run(path, "db", "upgrade")
        return path

    return made


def changed(path, number):
    with transaction(path) as session:
        return {(one.subject, one.key) for one in change_sets.changes(raw_connection(session), number)}


def left_alone(messages):
    return re.findall(r"^(?![A-Z]{2,}-).* skipped: .*", messages, re.MULTILINE)


def last(path):
    with transaction(path) as session:
        return change_sets.last_change_of_all(raw_connection(session)).number


def test_a_newer_bundle_loads_into_a_register_of_an_earlier_one(newer, whole, run, cells):
    newer.complete()
    messages = run(whole, "seed")
    assert [line for line in MESSAGES if line not in messages] == []
    assert "1 new, 0 updated, 761 unchanged" in messages
    assert changed(whole, last(whole)) == BROUGHT
    assert cells(whole, "type", "data-sharing")["group"] == "digital"
    assert cells(whole, "party group", "zemblan") == {"label": "Zemblan states", "members": "AL;ZZ"}
    assert integrity.integrity_problems(whole) == []
    assert "bundled" not in run(whole, "seed").replace("bundled register", "")


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("revision", RELEASED)
def test_it_loads_into_a_register_of_every_released_schema(revision, restored, run):
    path = restored(revision)
    messages = run(path, "seed")
    # What came with a bundle since that release is new there as well.
    brought = re.findall(r"^bundled ([a-z ]+): [1-9]\d* new", messages, re.MULTILINE)
    assert [line for line in MESSAGES[:6] if line.split(":")[0].removeprefix("bundled ") not in brought] == []
    # Fails when a bundled row was changed and seed/earlier does not keep it as it was. Agreements have their digests.
    assert left_alone(messages) == []
    assert changed(path, last(path)) >= BROUGHT
    assert integrity.integrity_problems(path) == []


def test_a_new_register_has_the_parties_and_types_of_the_newer_bundle_and_no_history_of_them(newer, run, cells):
    newer.complete()
    path = newer.folder.with_name("new.db")
    messages = run(path, "seed")
    assert "762 new" in messages
    assert "bundled types" not in messages
    assert cells(path, "party", "ZZ")["name"] == "Zembla"
    assert changed(path, 1) & BROUGHT == {
        (subject, key) for subject, key in BROUGHT if subject in ("agreement", "framework", "membership")
    }
    assert integrity.integrity_problems(path) == []


def test_types_are_in_the_order_of_the_bundle_and_the_users_own_after_them(seeded, bundle, run, reading):
    run(seeded, "types", "add", "own-type", "--group", "crime")
    rows = bundle.rows("types")
    bundle.write("types", [{"code": "first", "group": "crime", "label": "first", "aliases": ""}, *rows])
    run(seeded, "seed")
    with reading(seeded) as register:
        codes = [code for (code,) in register.execute("SELECT code FROM type ORDER BY position")]
    assert codes == ["first", *(row["code"] for row in rows), "own-type"]


def test_what_the_newer_bundle_says_otherwise_is_brought_unless_it_was_edited(seeded, bundle, run, cells):
    run(seeded, "types", "alias", "mla", "pomoć po našem")
    edited = cells(seeded, "type", "mla")
    for code in ("mla", "extradition"):
        bundle.edit("types", code, label="as the newer bundle has it")
    bundle.edit("parties", "AD", note="as the newer bundle has it")
    messages = run(seeded, "seed")
    assert "type mla skipped: edited here" in messages
    assert "bundled types: 0 new, 1 updated" in messages
    assert "bundled parties: 0 new, 1 updated" in messages
    assert cells(seeded, "type", "mla") == edited
    assert cells(seeded, "type", "extradition")["label"] == "as the newer bundle has it"
    assert integrity.integrity_problems(seeded) == []


def test_a_row_of_an_earlier_bundle_is_no_edit_in_a_register_without_digests(restored, bundle, run, cells):
    path = restored("0005")
    before = bundle.edit("types", "mla", label="as the newer bundle has it")
    assert "type mla skipped: edited here" in run(path, "seed")
    bundle.write("earlier/types", [before])
    assert left_alone(run(path, "seed")) == []
    assert cells(path, "type", "mla")["label"] == "as the newer bundle has it"


@pytest.mark.parametrize(("subject", "key"), [("name", "AL/Albanie"), ("party group", "wb6"), ("framework", "selec")])
def test_what_was_deleted_here_comes_back_only_when_asked(subject, key, seeded, run, cells, delete):
    before = cells(seeded, subject, key)
    delete(seeded, subject, key)
    assert f"{subject} {key} skipped: deleted here (seed --restore brings it back)" in run(seeded, "seed")
    assert cells(seeded, subject, key) is None
    run(seeded, "seed", "--restore")
    assert cells(seeded, subject, key) == before


@pytest.mark.usefixtures("newer")
def test_what_an_undo_took_away_is_not_deleted_and_a_deletion_that_is_redone_is(seeded, run, cells, delete):
    run(seeded, "seed")
    run(seeded, "undo", str(last(seeded)), "--yes")
    assert "1 new" in run(seeded, "seed")
    assert cells(seeded, "name", "ZZ/Zemblë") is not None
    delete(seeded, "name", "ZZ/Zemblë")
    run(seeded, "undo")
    run(seeded, "redo", "--yes")
    assert "name ZZ/Zemblë skipped: deleted here" in run(seeded, "seed")


def test_what_needs_what_was_deleted_here_is_left_out(seeded, bundle, run, delete):
    bundle.add("party_groups", {"code": "two", "label": "Two", "members": "AD;AL"})
    delete(seeded, "party", "AD")
    messages = run(seeded, "seed")
    assert "party AD skipped: deleted here" in messages
    assert "party group two skipped: the party AD is not here" in messages
    assert integrity.integrity_problems(seeded) == []


@pytest.mark.usefixtures("newer")
def test_what_the_newer_bundle_brought_is_undone_and_redone(seeded, run, dump):
    def entities():
        found = dump(seeded)
        return {name: sorted(map(repr, found[name])) for name in TABLES}

    before = entities()
    run(seeded, "seed")
    number, after = last(seeded), entities()
    run(seeded, "undo", str(number), "--yes")
    assert entities() == before
    assert integrity.integrity_problems(seeded) == []
    run(seeded, "redo", "--yes")
    assert entities() == after
    assert integrity.integrity_problems(seeded) == []


@pytest.mark.usefixtures("newer")
def test_a_dry_run_says_what_would_be_new_and_brings_nothing(seeded, run, cells):
    assert "bundled types: 1 would be new" in run(seeded, "seed", "--dry-run")
    assert cells(seeded, "type", "data-sharing") is None


def test_a_refused_agreement_takes_everything_back_and_no_hint_names_what_seed_does_not_know(seeded, newer, run, cells):
    newer.edit("agreements", KEY, types="no-such-type")
    messages = run(seeded, "seed", code=6)
    assert "nothing was stored" in messages
    assert "--" not in messages
    assert cells(seeded, "party", "ZZ") is None
    assert cells(seeded, "framework", "zembla-club") is None


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_seed_goes_no_further_once_a_row_is_refused(options, bundle, run, empty):
    """Nothing is loaded with what was refused, and no option is advised that seed does not have."""
    bundle.edit("agreements", "AL-XK-2012-1", parties="AL;QQ")
    errors = run(empty, "seed", *options, code=6)
    assert "QQ" in errors
    assert "refused; nothing was stored" in errors
    assert "--skip-invalid" not in errors
    with closing(sqlite3.connect(empty)) as register:
        tables = ("agreement", "framework", "change_set")
        assert [register.execute(f"SELECT count(*) FROM {name}").fetchone() for name in tables] == [(0,)] * 3
