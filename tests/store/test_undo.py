"""A change set is taken back: records become what they were, and what was changed since is named and left."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.agreement import PartialDate
from wbagree.domain.agreements.parts import Assessment, Relation, Source
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.filter import Filter
from wbagree.errors import Duplicate
from wbagree.store.file import connection
from wbagree.store.read import agreements, change_sets
from wbagree.store.upkeep import integrity
from wbagree.store.write import change_log
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.change_log import ImportedFile
from wbagree.store.write.import_policy import ImportPolicy, OnDuplicate
from wbagree.store.write.import_result import ImportRow
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction
from wbagree.store.write.undo import undo_change_set

ROW = {"title": "Extradition treaty", "form": "treaty", "types": "extradition", "parties": "AL;XK",
       "signed": "2012", "confidence": "low"}  # fmt: skip
FURTHER = {**ROW, "title": "Agreement on customs", "types": "customs", "signed": "2015-03"}


@pytest.fixture
def cells():
    """Every record of a register as its cells, by key."""

    def read(path):
        with connection.open_for_reading(path) as register:
            found = [record.agreement for record in agreements.records(register, Filter())]
        return {agreement.key: to_cells(agreement) for agreement in found}

    return read


@pytest.fixture
def stored():
    """The record with this key."""

    def read(path, key):
        with connection.open_for_reading(path) as register:
            return agreements.agreements(register, [key])[key]

    return read


@pytest.fixture
def undo():
    """Take a change set back, the last when no number is given."""

    def back(path, number=None, *, force=False):
        with transaction(path, "undo") as session:
            register = raw_connection(session)
            made = (
                change_sets.change_set(register, number)
                if number
                else change_sets.last_change(register, change_log.current_user())
            )
            return undo_change_set(session, made, force=force)

    return back


@pytest.fixture
def import_():
    """Take rows in as a batch, and return the outcome."""

    def take(path, *rows, **policy):
        incoming = [
            ImportRow(f"list.csv:{line}", row, line=line, digest="" if "key" in row else str(sorted(row.items())))
            for line, row in enumerate(rows, 2)
        ]
        with transaction(path, "import list.csv") as session:
            return import_rows(session, incoming, ImportPolicy(**policy), batch=ImportedFile("list.csv", "0"))

    return take


EDITS = {
    "a text": {"notes": "One.\n\nTwo; with | marks."},
    "dates": {"signed": PartialDate(2011, 5, mark="~"), "in_force": None, "ended": PartialDate(2020)},
    "lists": {
        "types": ("mla", "other"),
        "references": (),
        "relations": (Relation("amends", "AL-XK-2018-1"),),
        "sources": (Source("A", "https://example.org/a"), Source("B")),
        "implementation": (Assessment(PartialDate(2020), "full", "All of it", "Monitor"),),
    },
    "parties": {"parties": ("AL", "ME", "XK"), "signatories": (), "implementation": ()},
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_taken_back(name, seeded, stored, change, cells, undo):
    before = cells(seeded)
    record = stored(seeded, "AL-XK-2012-1")
    change(seeded, record, record._replace(**EDITS[name]))
    assert cells(seeded) != before
    undone = undo(seeded)
    assert (undone.taken_back, undone.left) == (["AL-XK-2012-1"], {})
    assert cells(seeded) == before
    assert integrity.integrity_problems(seeded) == []


def test_what_was_added_goes_and_what_was_deleted_returns_under_its_key(seeded, agreement_of, add, stored, change,
                                                                         cells, undo, found):  # fmt: skip
    before = cells(seeded)
    (key,) = add(seeded, agreement_of(signed=PartialDate(2012)))
    added = undo(seeded)
    assert added.taken_back == [key]
    change(seeded, stored(seeded, "AL-XK-2012-1"), None)
    assert "AL-XK-2012-1" not in cells(seeded)
    undo(seeded)
    assert cells(seeded) == before
    assert "AL-XK-2012-1" in found(seeded, Filter(text="joint patrols"))
    assert integrity.integrity_problems(seeded) == []


def test_a_key_that_was_taken_back_is_not_given_again(empty, agreement_of, add, undo):
    assert add(empty, agreement_of()) == ["AL-XK-nd-1"]
    undo(empty)
    assert add(empty, agreement_of()) == ["AL-XK-nd-2"]
    undo(empty, 2)
    assert add(empty, agreement_of(), agreement_of()) == ["AL-XK-nd-3", "AL-XK-nd-4"]


def test_a_batch_is_taken_back_and_the_same_rows_are_new_again(seeded, cells, undo, import_):
    before = cells(seeded)
    assert import_(seeded, ROW, FURTHER).counts.new == 2
    added = cells(seeded).keys() - before.keys()
    assert import_(seeded, ROW, FURTHER).counts.unchanged == 2
    assert set(undo(seeded).taken_back) == added
    assert cells(seeded) == before
    assert import_(seeded, ROW, FURTHER).counts.new == 2
    again = cells(seeded).keys() - before.keys()
    assert len(again) == 2
    assert not again & added


def test_a_batch_that_updated_gives_the_fields_back(empty, cells, undo, import_):
    import_(empty, ROW)
    before = cells(empty)
    taken = import_(empty, {**ROW, "signed": "2012-05-06", "place": "Tirana"}, on_duplicate=OnDuplicate.UPDATE)
    assert taken.counts.updated == 1
    assert cells(empty)["AL-XK-2012-1"]["place"] == "Tirana"
    undo(empty)
    assert cells(empty) == before


def test_a_record_that_was_edited_since_is_named_and_left_unless_forced(empty, stored, change, cells, undo, import_):
    import_(empty, ROW, FURTHER)
    record = stored(empty, "AL-XK-2012-1")
    change(empty, record, record._replace(notes="Mine."))
    undone = undo(empty, 1)
    assert undone.taken_back == ["AL-XK-2015-1"]
    assert undone.left == {"AL-XK-2012-1": "changed again by change set 2"}
    assert cells(empty).keys() == {"AL-XK-2012-1"}


def test_force_takes_back_what_was_edited_since(empty, stored, change, cells, undo, import_):
    import_(empty, ROW, FURTHER)
    record = stored(empty, "AL-XK-2012-1")
    change(empty, record, record._replace(notes="Mine."))
    undone = undo(empty, 1, force=True)
    assert (sorted(undone.taken_back), undone.left) == (["AL-XK-2012-1", "AL-XK-2015-1"], {})
    assert cells(empty) == {}


@pytest.mark.parametrize(("later", "left"), [("notes", True), ("place", False)])
def test_an_edit_of_another_field_stays_when_an_edit_is_taken_back(later, left, seeded, stored, change, undo):
    record = stored(seeded, "AL-XK-2012-1")
    change(seeded, record, first := record._replace(notes="First."))
    change(seeded, first, second := first._replace(**{later: "Second."}))
    undone = undo(seeded, 2)
    assert undone.left == ({"AL-XK-2012-1": "notes changed again by change set 3"} if left else {})
    assert stored(seeded, "AL-XK-2012-1") == (second if left else second._replace(notes=record.notes))
    assert undone.taken_back == ([] if left else ["AL-XK-2012-1"])


def test_force_takes_an_edit_back_over_a_later_one_of_the_same_field(seeded, stored, change, undo):
    record = stored(seeded, "AL-XK-2012-1")
    change(seeded, record, first := record._replace(notes="First."))
    change(seeded, first, first._replace(notes="Second.", place="Tirana"))
    undo(seeded, 2, force=True)
    assert stored(seeded, "AL-XK-2012-1") == record._replace(place="Tirana")


def test_an_edit_of_a_record_that_was_deleted_since_is_left_even_when_forced(seeded, stored, change, undo):
    record = stored(seeded, "AL-XK-2012-1")
    change(seeded, record, edited := record._replace(notes="Mine."))
    change(seeded, edited, None)
    for force in (False, True):
        assert undo(seeded, 2, force=force).left == {
            "AL-XK-2012-1": "it was deleted since by change set 3; wbagree undo 3 brings it back"
        }


def test_an_undo_is_a_change_set_that_can_be_undone(seeded, cells, undo, import_):
    before = cells(seeded)
    import_(seeded, ROW, FURTHER)
    after = cells(seeded)
    back = undo(seeded)
    with connection.open_for_reading(seeded) as register:
        made, batch = change_sets.change_set(register, back.number), change_sets.change_set(register, 2)
        assert (made.undoes, made.command, made.records, batch.undone_by) == (2, "undo", 2, back.number)
    assert cells(seeded) == before
    undo(seeded, back.number)
    assert cells(seeded) == after
    assert integrity.integrity_problems(seeded) == []


def test_what_was_taken_back_is_not_taken_back_twice(seeded, cells, undo, import_):
    import_(seeded, ROW)
    undo(seeded, 2)
    before = cells(seeded)
    with pytest.raises(Duplicate, match="change set 2 was taken back already, by change set 3"):
        undo(seeded, 2)
    assert cells(seeded) == before


def test_the_last_is_the_last_that_was_not_taken_back_and_an_undo_is_not_one(empty, add, agreement_of, undo):
    for title in ("One", "Two", "Three"):
        add(empty, agreement_of(title=title))
    with connection.open_for_reading(empty) as register:
        assert change_sets.last_change(register, change_log.current_user()).number == 3
        assert change_sets.change_set(register, 9) is None
    undo(empty)
    undo(empty)
    with connection.open_for_reading(empty) as register:
        assert change_sets.last_change(register, change_log.current_user()).number == 1


CHOICES = st.lists(st.tuples(st.sampled_from(["add", "edit", "delete", "batch"]), st.integers(0, 99)), max_size=5)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHOICES)
def test_changes_taken_back_one_after_the_other_give_the_register_before(empty, agreement_of, cells, undo, choices):
    made, states = [], []
    for number, (kind, which) in enumerate(choices):
        with transaction(empty, kind) as session:
            here = sorted(
                agreements.agreements(raw_connection(session), list(cells(empty))).values(), key=lambda one: one.key
            )
            new = agreement_of(title=f"No. {number}", signed=PartialDate(1990 + which % 30))
            one = here[which % len(here)] if here else None
            if kind == "batch":
                changes = [
                    AgreementChange(None, new),
                    *(AgreementChange(old, old._replace(place=f"P{number}")) for old in here),
                ]
            elif one is None or kind == "add":
                changes = [AgreementChange(None, new)]
            else:
                changes = [AgreementChange(one, one._replace(notes=f"N{number}") if kind == "edit" else None)]
            states.append(cells(empty))
            apply_agreement_changes(session, changes)
            (last,) = raw_connection(session).execute("SELECT max(id) FROM change_set").fetchone()
        made.append(last)
    for number, before in zip(reversed(made), reversed(states), strict=True):
        assert undo(empty, number, force=True).left == {}
        assert cells(empty) == before
    assert integrity.integrity_problems(empty) == []


def test_what_one_change_set_changed_twice_becomes_what_it_was_at_first(seeded, stored, undo):
    before = stored(seeded, "AL-XK-2012-1")
    for other in ({"title": "Third"}, {"notes": "Third"}):
        second = before._replace(title="Second", place="Second")
        with transaction(seeded, "twice") as session:
            apply_agreement_changes(session, [AgreementChange(before, second)])
            apply_agreement_changes(session, [AgreementChange(second, second._replace(**other))])
        assert undo(seeded).left == {}
        assert stored(seeded, "AL-XK-2012-1") == before
