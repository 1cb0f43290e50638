"""Ids of everything, and the agreements of a bundle under keys that users' own have."""

import re
import sqlite3
from contextlib import closing

import pytest

from wbagree.domain.agreements.identity import bundled_id, preferred_id, read_id, version_of
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.contacts import CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import FRAMEWORK, MEMBERSHIP
from wbagree.domain.tallies import TALLY
from wbagree.store.file import connection
from wbagree.store.read import agreements, change_sets, entity_cells
from wbagree.store.upkeep import integrity
from wbagree.store.write.change_log import EntityChange, ImportedFile
from wbagree.store.write.entities import apply_entity_changes, next_key
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.import_result import ImportRow
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction
from wbagree.store.write.undo import undo_change_set

BUNDLED = ImportPolicy(bundled=True)
KEY, NEXT = "AL-XK-2026-1", "AL-XK-2026-2"
ROW = {"key": KEY, "title": "Agreement on visas", "form": "agreement", "types": "visa", "parties": "AL;XK",
       "signed": "2026-02-01", "confidence": "high"}  # fmt: skip
THEIRS, OTHERS = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


@pytest.fixture
def taken():
    """Take rows in, some with an id, and return the outcome."""

    def take(path, *cells, policy=None, file="list.csv"):
        incoming = [
            ImportRow(f"{file}:{line}", {k: v for k, v in row.items() if k != "id"}, line=line, id=row.get("id", ""))
            for line, row in enumerate(cells, 2)
        ]
        with transaction(path) as session:
            return import_rows(session, incoming, policy or ImportPolicy(), batch=ImportedFile(file, ""))

    return take


@pytest.fixture
def own(empty, add, agreement_of):
    """A register with a user's own agreement under KEY, and one that relates to it."""
    mou = agreement_of(title="MoU on patrols", form="mou", signed=PartialDate.parse("2026-06"))
    assert add(empty, mou) == [KEY]
    return empty


def ids(path):
    with closing(sqlite3.connect(path)) as register:
        return dict(register.execute("SELECT key, uid FROM identity WHERE subject = 'agreement'").fetchall())


def titles(path):
    with connection.open_for_reading(path) as register:
        return {one.key: one.title for _, one in agreements.all_with_row_id(register)}


def test_a_bundled_agreement_keeps_its_id_and_the_users_own_keeps_its_key(own, taken):
    related = {**ROW, "key": "AL-ME-2026-1", "parties": "AL;ME", "title": "Protocol", "relations": f"amends {KEY}"}
    first = taken(own, related, ROW, policy=BUNDLED, file="bundle")
    assert first.moved == [(KEY, NEXT)]
    assert titles(own) == {KEY: "MoU on patrols", NEXT: "Agreement on visas", "AL-ME-2026-1": "Protocol"}
    assert ids(own)[NEXT] == bundled_id("agreement", KEY)
    with connection.open_for_reading(own) as register:
        (relation,) = agreements.record(register, "AL-ME-2026-1").agreement.relations
    assert relation == ("amends", NEXT)
    again = taken(own, related, ROW, policy=BUNDLED, file="bundle")
    assert (again.moved, again.counts.unchanged, again.counts.read) == ([], 2, 2)
    assert integrity.integrity_problems(own) == []


def test_a_later_bundle_finds_it_by_id_and_sees_an_edit(own, taken, change):
    taken(own, ROW, policy=BUNDLED)
    newer = {**ROW, "title": "Agreement on visas, corrected", "signed": "2026-03"}
    assert taken(own, newer, policy=BUNDLED).counts.updated == 1
    assert titles(own)[NEXT] == "Agreement on visas, corrected"
    with connection.open_for_reading(own) as register:
        stored = agreements.record(register, NEXT).agreement
    change(own, stored, stored._replace(notes="Mine."))
    result = taken(own, {**ROW, "title": "Agreement on visas, corrected again"}, policy=BUNDLED)
    assert result.notices == [f"{NEXT} skipped: edited here"]


def test_a_bundled_agreement_that_was_deleted_here_is_left_alone_under_its_key_here(own, taken, change):
    taken(own, ROW, policy=BUNDLED)
    with connection.open_for_reading(own) as register:
        change(own, agreements.record(register, NEXT).agreement, None)
    result = taken(own, ROW, policy=BUNDLED)
    assert result.notices == [f"{NEXT} skipped: deleted here (seed --restore brings it back)"]
    assert taken(own, ROW, policy=ImportPolicy(bundled=True, restore=True)).counts.new == 1
    assert (titles(own)[NEXT], ids(own)[NEXT]) == ("Agreement on visas", bundled_id("agreement", KEY))


@pytest.mark.parametrize("undone", [True, False])
def test_a_bundled_agreement_comes_where_the_users_own_was_deleted_or_undone(undone, own, taken, change):
    with connection.open_for_reading(own) as register:
        mine, added = agreements.record(register, KEY).agreement, change_sets.change_set(register, 1)
    if undone:
        with transaction(own) as session:
            undo_change_set(session, added)
    else:
        change(own, mine, None)
    assert taken(own, ROW, policy=BUNDLED).moved == [(KEY, NEXT)]
    assert titles(own) == {NEXT: "Agreement on visas"}


def test_a_user_who_had_the_same_agreement_before_the_bundle_has_it_once(empty, taken):
    taken(empty, {**ROW, "notes": "Mine."})
    result = taken(empty, {**ROW, "notes": ""}, policy=BUNDLED)
    assert (result.moved, result.notices) == ([], [f"{KEY} skipped: edited here"])
    assert ids(empty) == {KEY: bundled_id("agreement", KEY)}


def test_two_registers_of_the_first_release_get_one_id_at_their_first_exchange(empty, taken, tmp_path):
    here, there = empty, tmp_path / "there.db"
    there.write_bytes(empty.read_bytes())
    for path, id_ in ((here, OTHERS), (there, THEIRS)):
        taken(path, {**ROW, "id": id_})
    for path, other in ((here, there), (there, here)):
        result = taken(path, {**ROW, "notes": "Seen.", "id": ids(other)[KEY]})
        assert (result.moved, result.counts.updated) == ([], 1)
    assert ids(here) == ids(there) == {KEY: THEIRS}
    # The other id is an alias: a third register that has it still finds the agreement.
    later = {**ROW, "title": "Renamed", "signed": "2026-04", "notes": "Seen."}
    assert taken(here, {**later, "id": OTHERS}).counts.updated == 1
    assert titles(here) == {KEY: "Renamed"}


@pytest.mark.parametrize(
    ("name", "text"), [("title", "Visas"), ("form", "mou"), ("signed", "2026"), ("parties", "AL;ME")]
)
def test_with_ids_one_difference_is_enough_for_another_agreement(name, text, empty, taken):
    taken(empty, {**ROW, "id": OTHERS})
    result = taken(empty, {**ROW, name: text, "id": THEIRS})
    known = name == "form"  # the same parties, date and title: a duplicate under any key
    assert result.moved == ([] if known else [(KEY, NEXT)])
    assert titles(empty)[KEY] == ROW["title"]
    assert ids(empty).get(NEXT) == (None if known else THEIRS)


def test_keys_are_given_after_all_in_the_file(own, taken):
    rows = [{**ROW, "key": f"AL-XK-2026-{number}", "title": f"Agreement {number}"} for number in (1, 2, 3)]
    assert taken(own, *rows).moved == [(KEY, "AL-XK-2026-4")]
    assert titles(own)["AL-XK-2026-2"] == "Agreement 2"


def test_two_files_may_have_two_agreements_under_one_key(own, taken):
    one, other = {**ROW, "title": "Visas"}, {**ROW, "title": "Customs", "signed": "2026-09"}
    for file, row, key in (("one.csv", one, NEXT), ("other.csv", other, "AL-XK-2026-3")):
        assert taken(own, row, file=file).moved == [(KEY, key)]
    for file, row in (("one.csv", one), ("other.csv", other), ("renamed.csv", one)):
        result = taken(own, row, file=file)
        assert (result.moved, result.counts.unchanged) == ([], 1)


def test_everything_has_an_id_that_survives_undo(seeded, dump):
    cells = dict.fromkeys(("types", "agreements", "frameworks"), "")
    with connection.open_for_reading(seeded) as register:
        columns = {
            name: [row[1] for row in register.execute(f"PRAGMA table_info({name})")] for name in ("contact", "tally")
        }
        bundled = {one: entity_cells.cells_by_key(register, one) for one in (FRAMEWORK, MEMBERSHIP)}
    made = {
        CONTACT: dict.fromkeys(columns["contact"][1:], "") | cells | {"party": "AL"},
        TALLY: dict.fromkeys(columns["tally"][1:], "") | {"on": "2024"},
    }
    keys = {}
    for subject, entity in made.items():
        with transaction(seeded) as session:
            keys[subject] = next_key(session, subject)
            apply_entity_changes(session, [EntityChange(subject, keys[subject], None, entity)])
    framework = dict(next(iter(bundled[FRAMEWORK].values())))
    membership = dict(next(iter(bundled[MEMBERSHIP].values())))
    with transaction(seeded) as session:
        apply_entity_changes(
            session,
            [EntityChange(FRAMEWORK, "own", None, framework), EntityChange(MEMBERSHIP, "own/AL", None, membership)],
        )
    before = {(row["subject"], row["key"]): row["uid"] for row in dump(seeded)["identity"]}
    for subject, found in bundled.items():
        assert {before[subject, key] for key in found} == {bundled_id(subject, key) for key in found}
    given = [*keys.items(), (FRAMEWORK, "own"), (MEMBERSHIP, "own/AL")]
    assert all(before[one] == read_id(before[one]) != bundled_id(*one) for one in given)
    for _ in range(2):
        with transaction(seeded) as session:
            last = change_sets.change_set(raw_connection(session), 4)
            undo_change_set(session, last, force=True)
    assert {(row["subject"], row["key"]): row["uid"] for row in dump(seeded)["identity"]} == before


def test_an_agreement_without_an_id_is_a_flaw(seeded):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("DELETE FROM identity WHERE key IN ('AL-XK-2012-1', 'selec')")
    expected = ["ids: the agreement AL-XK-2012-1 has none", "ids: the framework selec has none"]
    assert integrity.integrity_problems(seeded) == expected
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("UPDATE identity SET uid = 'x' WHERE key = 'rcc'")
    assert "rcc: identity.uid holds 'x', which is not an id" in integrity.integrity_problems(seeded)


def test_a_version_is_of_what_is_filled_and_no_number_to_a_spreadsheet(agreement_of):
    cells = to_cells(agreement_of(key=KEY))
    version = version_of(cells)
    assert re.fullmatch("v[0-9a-f]{11}", version)
    assert version_of({**cells, "key": NEXT, "a_later_field": ""}) == version
    assert version_of({**cells, "a_later_field": "x"}) != version
    assert version_of({**cells, "notes": "x"}) != version


def test_registers_prefer_the_same_id():
    bundled = bundled_id("agreement", KEY)
    assert preferred_id(THEIRS, OTHERS) == preferred_id(OTHERS, THEIRS) == THEIRS
    assert {preferred_id(bundled, one) for one in (THEIRS, OTHERS)} == {preferred_id(THEIRS, bundled)} == {bundled}
    assert [read_id(text) for text in ("17", "", "Ref. 12", f" {THEIRS.upper()} ")] == ["", "", "", THEIRS]
