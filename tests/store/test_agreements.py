"""Changes are kept whole or not at all, and a key is given once (rules 8 and 9)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.fields import EXTRA_NAMES
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.agreements.validation import AgreementValidator, to_cells
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.errors import DatabaseProblem, NotFound
from wbagree.store.file import connection
from wbagree.store.read import agreements, parties_and_types
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import raw_connection, transaction

SIGNED = PartialDate.parse("2012-03-10")
ADD = """
import sys
from pathlib import Path
from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.agreement import Agreement
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import transaction
for number in range(8):
    with transaction(Path(sys.argv[1])) as session:
        new = Agreement("", f"{sys.argv[2]} {number}", "mou", ("mla",), ("AL", "XK"), "low")
        print(*apply_agreement_changes(session, [AgreementChange(None, new)]))
"""


@pytest.fixture
def stored():
    """The record with this key as the register has it."""

    def read(path, key):
        with connection.open_for_reading(path) as register:
            return agreements.record(register, key).agreement

    return read


@pytest.fixture
def rich(agreement_of):
    """A record that says something in every field, of some fields several things."""
    return agreement_of(
        key="AL-ME-XK-2012-1",
        title="Title, “quoted”\nin two lines",
        title_original="Споразум",
        types=("pcc", "mla", "training"),
        parties=("AL", "ME", "XK"),
        signatories=(
            Signatory("XK", "Ministry (of Interior)", "A. B.", "minister"),
            Signatory("AL", "Police"),
            Signatory("AL", "Police"),
        ),
        level="ministry",
        signed=PartialDate.parse("2012?"),
        place="Ulqin",
        in_force=PartialDate.parse("2013-02~"),
        ended=PartialDate.parse("2020-02-29"),
        status="superseded",
        references=("No. 1", "No. 1", "a b"),
        relations=(Relation("amends", "AL-ME-2000-1"), Relation("extends", "AL-ME-2000-1")),
        sources=(Source("Cited"), Source("", "https://example.org/"), Source("Both", "http://example.org/x")),
        implementation=(
            Assessment(PartialDate.parse("2015"), "full"),
            Assessment(PartialDate.parse("2014-05"), "none", "nothing seen", "a report"),
        ),
        confidence="medium",
        notes="One.\n\nTwo.",
        acts=(
            Act("ratification", "AL", PartialDate.parse("2012-12")),
            Act(
                "entry-into-force",
                "ME",
                PartialDate.parse("2013"),
                PartialDate.parse("2013-05~"),
                "Gazette 1",
                "x",
                "y",
            ),
            Act("registration", "", PartialDate.parse("2014")),
        ),
    )


def test_keys_are_the_parties_the_year_and_the_next_number(empty, agreement_of, add):
    records = [
        agreement_of(signed=SIGNED),
        agreement_of(signed=SIGNED),
        agreement_of(),
        agreement_of(parties=("AL", "ME", "XK"), signed=PartialDate.parse("1999~")),
    ]
    assert add(empty, *records) == ["AL-XK-2012-1", "AL-XK-2012-2", "AL-XK-nd-1", "AL-ME-XK-1999-1"]
    assert add(empty, *records) == ["AL-XK-2012-3", "AL-XK-2012-4", "AL-XK-nd-2", "AL-ME-XK-1999-2"]


def test_a_key_is_not_given_again_after_its_record_was_deleted(empty, agreement_of, add, change, stored):
    add(empty, agreement_of(), agreement_of())
    change(empty, stored(empty, "AL-XK-nd-2"), None)
    assert add(empty, agreement_of()) == ["AL-XK-nd-3"]
    for key in ("AL-XK-nd-1", "AL-XK-nd-3"):
        change(empty, stored(empty, key), None)
    assert add(empty, agreement_of()) == ["AL-XK-nd-4"]
    with pytest.raises(NotFound) as caught:
        stored(empty, "AL-XK-nd-2")
    assert "brings it back" in caught.value.hint


@pytest.mark.parametrize(
    ("there", "given"),
    [
        (["AL-XK-nd-9", "AL-XK-nd-10"], "AL-XK-nd-11"),
        (["AL-XK-nd-40"], "AL-XK-nd-41"),
        (["AL-XK-nd-x", "AL-XK-nd-3-bis", "AL-XK-nd"], "AL-XK-nd-1"),
        (["AL-XK-ME-nd-7", "AL-XK-2012-7"], "AL-XK-nd-1"),
    ],
)
def test_numbering_goes_on_after_the_highest_number_of_the_same_stem(there, given, empty, agreement_of, add):
    assert add(empty, *(agreement_of(key=key) for key in there)) == there
    assert add(empty, agreement_of()) == [given]


def test_a_key_stays_when_the_date_and_the_parties_are_corrected(empty, agreement_of, add, change, stored):
    (key,) = add(empty, agreement_of(signed=SIGNED))
    corrected = stored(empty, key)._replace(signed=PartialDate.parse("2013"), parties=("AL", "ME"))
    change(empty, stored(empty, key), corrected)
    assert stored(empty, "AL-XK-2012-1") == corrected
    assert add(empty, agreement_of(signed=SIGNED)) == ["AL-XK-2012-2"]


def test_a_record_that_comes_back_takes_up_its_own_key(empty, rich, add, change, stored):
    add(empty, rich)
    change(empty, rich, None)
    assert add(empty, rich) == [rich.key]
    assert stored(empty, rich.key) == rich


def test_a_change_is_of_one_record_and_never_of_its_key(agreement_of):
    with pytest.raises(ValueError, match="before, after, or both"):
        AgreementChange(None, None)
    with pytest.raises(ValueError, match="a key is never changed"):
        AgreementChange(agreement_of(key="A"), agreement_of(key="B"))


def test_two_records_cannot_have_one_key(empty, agreement_of, add, dump):
    add(empty, agreement_of(key="A"))
    before = dump(empty)
    with pytest.raises(DatabaseProblem, match="UNIQUE constraint failed"):
        add(empty, agreement_of(key="B"), agreement_of(key="A"))
    assert dump(empty) == before


def test_every_field_of_a_bundled_record_reads_back_as_it_was_written(empty, rows, add):
    with connection.open_for_reading(empty) as register:
        validator = AgreementValidator(parties_and_types.party_book(register), parties_and_types.type_book(register))
    add(empty, *(validator.validate(row)[0] for row in rows.values()))
    with connection.open_for_reading(empty) as register:
        shown = {record.agreement.key: to_cells(record.agreement) for record in agreements.records(register, Filter())}
    assert shown == {key: {**dict.fromkeys(EXTRA_NAMES, ""), **row} for key, row in rows.items()}


def test_every_field_reads_back_with_its_order(empty, rich, add, stored):
    add(empty, rich)
    assert stored(empty, rich.key) == rich


def test_an_edit_replaces_every_list_and_leaves_other_records_alone(seeded, rich, agreement_of, add, change, stored):
    add(seeded, rich, rich._replace(key="OTHER"))
    bare = agreement_of(key=rich.key, title="Bare")
    change(seeded, rich, bare)
    assert stored(seeded, rich.key) == bare
    turned = rich._replace(types=rich.types[::-1], sources=rich.sources[::-1], references=rich.references[:1])
    change(seeded, bare, turned)
    assert stored(seeded, rich.key) == turned
    assert stored(seeded, "OTHER") == rich._replace(key="OTHER")


def test_a_deleted_record_leaves_nothing_behind_but_its_key_and_its_history(empty, rich, add, change, dump):
    before = dump(empty)
    add(empty, rich)
    change(empty, rich, None)
    after = dump(empty)
    assert [row["key"] == rich.key for row in after.pop("issued_key")] == [True]
    assert [row["key"] == rich.key for row in after.pop("identity")] == [True]
    assert [len(after.pop(name)) for name in ("change_set", "change")] == [2, 2]
    assert after == {name: before[name] for name in after}


def test_what_fails_in_the_middle_is_not_kept(seeded, rich, agreement_of, stored, dump):
    before, content = seeded.read_bytes(), dump(seeded)
    old = stored(seeded, "AL-XK-2012-1")
    changes = [
        AgreementChange(None, rich),
        AgreementChange(old, old._replace(title="New")),
        AgreementChange(None, agreement_of()),
    ]
    with pytest.raises(ZeroDivisionError), transaction(seeded) as session:
        assert len(apply_agreement_changes(session, changes)) / 0
    with pytest.raises(DatabaseProblem, match="FOREIGN KEY constraint failed"), transaction(seeded) as session:
        apply_agreement_changes(session, [*changes, AgreementChange(None, agreement_of(parties=("AL", "QQ")))])
    assert dump(seeded) == content
    assert seeded.read_bytes() == before


def test_a_dry_run_gives_the_keys_and_stores_nothing(seeded, rich, agreement_of):
    before = seeded.read_bytes()
    for _ in range(2):
        with transaction(seeded, dry_run=True) as session:
            keys = apply_agreement_changes(
                session, [AgreementChange(None, rich), AgreementChange(None, agreement_of(parties=("BG", "FR")))]
            )
            assert keys == [rich.key, "BG-FR-nd-1"]
            assert agreements.record(raw_connection(session), rich.key).agreement == rich
    assert seeded.read_bytes() == before


def test_who_reads_sees_nothing_of_a_transaction_until_it_is_kept(empty, rich, found):
    with transaction(empty) as session:
        apply_agreement_changes(session, [AgreementChange(None, rich)])
        assert found(empty) == []
    assert found(empty) == [rich.key]


def test_two_processes_that_add_at_once_both_succeed_with_keys_of_their_own(empty, found):
    adding = [
        subprocess.Popen([sys.executable, "-c", ADD, str(empty), name], stdout=subprocess.PIPE, text=True)
        for name in ("mine", "yours")
    ]
    given = [key for process in adding for key in process.communicate()[0].split()]
    assert [process.returncode for process in adding] == [0, 0]
    assert sorted(given) == sorted(found(empty))
    assert set(given) == {f"AL-XK-nd-{number}" for number in range(1, 17)}


def test_more_records_than_one_lot_are_stored_in_their_order(empty, agreement_of, add, found):
    keys = add(empty, *(agreement_of(title=f"No. {number}", types=("mla", "pcc")) for number in range(1203)))
    assert keys == [f"AL-XK-nd-{number}" for number in range(1, 1204)]
    assert found(empty, Filter(text='"No. 1202"')) == keys[-1:]
    assert found(empty, sort="signed") == keys


STEPS = st.lists(st.tuples(st.sampled_from(["add", "delete", "name"]), st.integers(1, 6)), max_size=12)


@settings(max_examples=25)
@given(STEPS)
def test_whatever_happens_no_key_that_the_register_gave_was_given_before(blank, agreement_of, steps):
    given, there = set(), []
    with transaction(blank, dry_run=True) as session:
        for step, number in steps:
            if step == "delete":
                if there:
                    old = there.pop(number % len(there))
                    apply_agreement_changes(session, [AgreementChange(old, None)])
                continue
            name = f"AL-XK-nd-{number}" if step == "name" else ""
            if name in given:
                continue
            (key,) = apply_agreement_changes(session, [AgreementChange(None, agreement_of(key=name))])
            assert key not in given
            given.add(key)
            there.append(agreement_of(key=key))


def test_a_key_that_another_change_names_is_not_given(empty, add, agreement_of):
    signed = PartialDate(1950)
    keys = add(empty, agreement_of(signed=signed), agreement_of(signed=signed, key="AL-XK-1950-1"))
    assert keys == ["AL-XK-1950-2", "AL-XK-1950-1"]


@pytest.mark.parametrize("replaced", [False, True])
def test_a_register_that_is_deleted_or_replaced_underneath_takes_no_change_without_a_word(
    replaced, seeded, agreement_of
):
    other = Path(shutil.copy(seeded, seeded.with_name("other.db")))
    before = seeded.read_bytes()

    def write_on():
        with transaction(seeded) as session:
            apply_agreement_changes(session, [AgreementChange(None, agreement_of())])
            other.rename(seeded) if replaced else seeded.unlink()

    with pytest.raises(DatabaseProblem, match="was deleted or replaced"):
        write_on()
    assert seeded.read_bytes() == before if replaced else not seeded.exists()
