"""A file is taken in whole or not at all, with an account of every row (rule 9)."""

import pytest
import seed_data

from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem, to_cells
from wbagree.domain.types import TYPE, Type, write_type
from wbagree.store.file import connection
from wbagree.store.read import agreements, parties_and_types
from wbagree.store.write.change_log import EntityChange, ImportedFile
from wbagree.store.write.entities import apply_entity_changes
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.import_result import ImportRow
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import transaction

BUNDLED = ImportPolicy(bundled=True)
ROW = {"title": "Memorandum", "form": "mou", "types": "mla", "parties": "AL;XK", "confidence": "low"}


@pytest.fixture
def taken():
    """Take rows in, the first at ``list.csv:2``, and return the outcome."""

    def take(path, *cells, policy=None):
        incoming = [ImportRow(f"list.csv:{line}", row, line=line) for line, row in enumerate(cells, 2)]
        with transaction(path) as session:
            return import_rows(session, incoming, policy or ImportPolicy(), batch=ImportedFile("list.csv", ""))

    return take


@pytest.fixture
def stored():
    """The record with this key as the register has it."""

    def read(path, key):
        with connection.open_for_reading(path) as register:
            return agreements.record(register, key).agreement

    return read


def counts(intake):
    account = intake.counts
    return account.new, account.updated, account.unchanged, account.left_alone, account.refused


def test_every_bundled_row_passes_the_gate(bundled):
    with connection.open_for_reading(bundled) as register:
        validator = AgreementValidator(parties_and_types.party_book(register), parties_and_types.type_book(register))
    assert {
        key: problems for key, row in seed_data.agreements().items() if (problems := validator.validate(row)[1])
    } == {}


def test_bundled_rows_are_all_new_and_then_all_unchanged(empty, rows, taken, dump):
    first = taken(empty, *rows.values(), policy=BUNDLED)
    assert (counts(first), first.refusals) == ((len(rows), 0, 0, 0, 0), [])
    before = dump(empty)
    for policy in (BUNDLED, ImportPolicy(), ImportPolicy(bundled=True, restore=True)):
        again = taken(empty, *rows.values(), policy=policy)
        assert (counts(again), again.refusals, again.notices) == ((0, 0, len(rows), 0, 0), [], [])
    assert dump(empty) == before


def test_what_was_edited_or_deleted_here_is_left_alone_and_said(seeded, rows, taken, change, stored, found):
    edited, deleted = stored(seeded, "AL-XK-2012-1"), stored(seeded, "AL-ME-2018-1")
    change(seeded, edited, mine := edited._replace(notes="Mine."))
    change(seeded, deleted, None)
    intake = taken(seeded, *rows.values(), policy=BUNDLED)
    assert counts(intake) == (0, 0, len(rows) - 2, 2, 0)
    assert sorted(intake.notices) == [
        "AL-ME-2018-1 skipped: deleted here (seed --restore brings it back)",
        "AL-XK-2012-1 skipped: edited here",
    ]
    assert stored(seeded, "AL-XK-2012-1") == mine
    assert "AL-ME-2018-1" not in found(seeded)


def test_a_deleted_record_is_restored_when_that_is_asked_for(seeded, rows, taken, change, stored):
    change(seeded, before := stored(seeded, "AL-XK-2012-1"), None)
    intake = taken(seeded, *rows.values(), policy=ImportPolicy(bundled=True, restore=True))
    assert counts(intake) == (1, 0, len(rows) - 1, 0, 0)
    assert stored(seeded, "AL-XK-2012-1") == before


def test_a_newer_bundled_file_updates_what_nobody_touched_again_and_again(seeded, rows, taken, stored):
    for title in ("Corrected", "Corrected twice"):
        newer = {**rows["AL-XK-2012-1"], "title": title}
        assert counts(taken(seeded, newer, policy=BUNDLED)) == (0, 1, 0, 0, 0)
        assert stored(seeded, "AL-XK-2012-1").title == title


def test_an_edit_that_was_taken_back_is_no_edit(seeded, rows, taken, change, stored):
    before = stored(seeded, "AL-XK-2012-1")
    change(seeded, before, edited := before._replace(notes="Mine."))
    change(seeded, edited, before)
    newer = {**rows["AL-XK-2012-1"], "title": "Corrected"}
    assert counts(taken(seeded, newer, policy=BUNDLED)) == (0, 1, 0, 0, 0)


def test_an_import_of_a_users_own_file_does_overwrite_her_edit(seeded, rows, taken, change, stored):
    before = stored(seeded, "AL-XK-2012-1")
    change(seeded, before, before._replace(notes="Mine."))
    assert counts(taken(seeded, rows["AL-XK-2012-1"])) == (0, 1, 0, 0, 0)
    assert stored(seeded, "AL-XK-2012-1") == before


def test_a_key_that_was_deleted_is_refused_unless_it_is_to_return(seeded, rows, taken, change, stored):
    change(seeded, stored(seeded, "AL-XK-2012-1"), None)
    refused = taken(seeded, rows["AL-XK-2012-1"])
    assert counts(refused) == (0, 0, 0, 0, 1)
    assert "AL-XK-2012-1 was deleted from this register on 20" in str(refused.refusals[0])
    assert counts(taken(seeded, rows["AL-XK-2012-1"], policy=ImportPolicy(restore=True))) == (1, 0, 0, 0, 0)


def test_all_problems_of_all_rows_are_told_at_once_and_nothing_is_stored(seeded, rows, taken):
    before = seeded.read_bytes()
    intake = taken(
        seeded,
        {**ROW, "signed": "2012"},
        {**ROW, "form": "memo", "types": "patrols;mla", "parties": "AL", "confidence": "", "signed": "31.13.2012"},
        {**rows["AL-XK-2012-1"], "notes": "changed"},
        {**ROW, "title": "", "level": "king", "status": "dead", "in_force": "2012-13", "ended": "2012-02-30"},
        {**ROW, "key": "a b", "sources": "X <ftp://x>", "relations": "likes A", "implementation": "2012 good: x"},
        {**ROW, "signatories": "RS: Ministry", "acts": "ratification ME 2012"},
        {**ROW, "signed": "2012", "ended": "2011"},
        rows["AL-ME-2018-1"],
    )
    assert counts(intake) == (1, 1, 1, 0, 5)
    assert intake.counts.read == 8
    places = {}
    for refusal in intake.refusals:
        place, field = str(refusal).split(" ", 2)[:2]
        places.setdefault(place, set()).add(field)
    assert places == {
        "list.csv:3": {"form:", "types:", "parties:", "confidence:", "signed:"},
        "list.csv:5": {"title:", "level:", "status:", "in_force:", "ended:"},
        "list.csv:6": {"key:", "sources:", "relations:", "implementation:"},
        "list.csv:7": {"signatories:", "acts:"},
        "list.csv:8": {"ended:"},
    }
    assert seeded.read_bytes() == before


def test_a_row_of_the_wrong_shape_is_refused_with_its_place(empty):
    with transaction(empty) as session:
        rows = [
            ImportRow("list.csv:2", {"title": "x"}, (FieldProblem("row", "has 1 cell where the header has 5"),)),
            ImportRow("list.csv:3", ROW),
        ]
        intake = import_rows(session, rows, ImportPolicy())
    assert list(map(str, intake.refusals)) == ["list.csv:2 row: has 1 cell where the header has 5"]
    assert counts(intake) == (1, 0, 0, 0, 1)


def test_a_key_that_stands_twice_is_refused_at_its_second_place(empty, taken, found):
    intake = taken(empty, {**ROW, "key": "A"}, {**ROW, "key": "B"}, {**ROW, "key": " A "})
    assert list(map(str, intake.refusals)) == ["list.csv:4 key: A is also at list.csv:2"]
    assert found(empty) == []


def test_a_row_without_key_is_recognised_when_it_comes_again(empty, taken, found, stored):
    first = taken(empty, {**ROW, "signed": "2012"}, {**ROW, "signed": "2013"}, {**ROW, "signed": "2012"})
    assert counts(first) == (2, 0, 1, 0, 0)
    assert first.notices == ["list.csv:4: says the same as list.csv:2; not added again"]
    assert found(empty) == ["AL-XK-2012-1", "AL-XK-2013-1"]
    again = taken(empty, {**ROW, "signed": "2012", "parties": "Kosova;Albania", "notes": "new words"})
    assert counts(again) == (0, 0, 1, 0, 0)
    assert again.notices == ["list.csv:2: same parties, date and title as AL-XK-2012-1; not added again"]
    assert stored(empty, "AL-XK-2012-1").notes == ""
    for other in ({"title": "Other"}, {"parties": "AL;ME"}, {"signed": "2016"}):
        assert counts(taken(empty, {**ROW, "signed": "2012", **other})) == (1, 0, 0, 0, 0)


def test_a_doubtful_date_is_the_same_date_and_no_date_makes_a_probable_duplicate(empty, taken, found):
    taken(empty, {**ROW, "signed": "2012"})
    assert counts(taken(empty, {**ROW, "signed": "2012?"})) == (0, 0, 1, 0, 0)
    undated = taken(empty, ROW)
    assert counts(undated) == (0, 0, 0, 1, 0)
    ((place, other),) = [(doubt.place, doubt.match.other.key) for doubt in undated.doubts]
    assert (place, other) == ("list.csv:2", "AL-XK-2012-1")
    assert found(empty) == ["AL-XK-2012-1"]


def test_columns_that_a_file_does_not_have_stay_as_they_are(seeded, rows, taken, stored):
    before = stored(seeded, "AL-XK-2012-1")
    row = rows["AL-XK-2012-1"]
    assert counts(taken(seeded, {"key": row["key"], "title": "New", "notes": ""})) == (0, 1, 0, 0, 0)
    assert stored(seeded, "AL-XK-2012-1") == before._replace(title="New", notes="")


def test_a_relation_to_what_is_not_on_record_is_kept_and_said(empty, taken, stored):
    intake = taken(
        empty,
        {**ROW, "key": "A", "relations": "amends B;implements NOWHERE"},
        {**ROW, "key": "B", "title": "Other"},
        {**ROW, "title": "Third", "relations": "extends NEITHER"},
    )
    assert intake.notices == [
        "list.csv:2: A relates to NOWHERE, which is not in this register",
        "list.csv:4: AL-XK-nd-1 relates to NEITHER, which is not in this register",
    ]
    assert [relation.key for relation in stored(empty, "A").relations] == ["B", "NOWHERE"]
    assert taken(empty, {**ROW, "key": "C", "title": "Fourth", "relations": "amends A"}).notices == []


def test_the_progress_hears_of_every_row(empty):
    heard = []
    rows = [ImportRow(f"list.csv:{line}", {**ROW, "title": f"No. {line}"}) for line in range(2, 1203)]
    with transaction(empty) as session:
        assert counts(import_rows(session, rows, ImportPolicy(), heard.append)) == (1201, 0, 0, 0, 0)
    assert (sum(heard), len(heard)) == (1201, 3)


def test_a_type_that_the_user_added_is_taken_in(empty, taken, stored):
    cyber = Type("cyber", "crime", "cybercrime", ("sajber kriminal",))
    with transaction(empty) as session:
        apply_entity_changes(session, [EntityChange(TYPE, "cyber", None, write_type(cyber))])
    assert counts(taken(empty, {**ROW, "key": "A", "types": "Sajber Kriminal"})) == (1, 0, 0, 0, 0)
    assert stored(empty, "A").types == ("cyber",)


def test_a_row_with_a_key_of_its_own_is_no_other_agreement_that_looks_like_it(seeded, taken, stored, found):
    known = stored(seeded, "AL-XK-2012-1")
    alike = {**to_cells(known), "title": f"{known.title} of the parties", "key": ""}
    assert counts(taken(seeded, alike)) == (0, 0, 0, 1, 0)
    assert counts(taken(seeded, {**alike, "key": "AL-XK-2012-77"})) == (1, 0, 0, 0, 0)
    assert "AL-XK-2012-77" in found(seeded)
    # Of the same parties, date and title is what another register gave another key to.
    same = {**to_cells(known), "key": "AL-XK-2012-78"}
    intake = taken(seeded, same)
    assert counts(intake) == (0, 0, 1, 0, 0)
    assert intake.notices == ["list.csv:2: same parties, date and title as AL-XK-2012-1; not added again"]
