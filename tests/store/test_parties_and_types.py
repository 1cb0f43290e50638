"""What a user adds beside records - types, names, parties, successions - is understood like what we bundle."""

from datetime import date

import pytest

from wbagree.domain.filter import Filter
from wbagree.domain.parties.party_book import (
    NAME,
    PARTY,
    SUCCESSION,
    Party,
    PartyName,
    Succession,
    write_name,
    write_party,
    write_succession,
)
from wbagree.domain.types import TYPE, Type, write_type
from wbagree.errors import DatabaseProblem, NotFound
from wbagree.store.file import connection
from wbagree.store.read import parties_and_types
from wbagree.store.upkeep import integrity
from wbagree.store.write.change_log import EntityChange
from wbagree.store.write.entities import apply_entity_changes
from wbagree.store.write.session import transaction

CYBER = Type("cyber", "crime", "cybercrime", ("sajber kriminal", "Computerkriminalität"))
UNION = Party("SU", "SUN", "Soviet Union", "predecessor", "1922-12-30", "1991-12-26", "Test.")


@pytest.fixture
def books():
    """The parties and the types that a register knows."""

    def read(path):
        with connection.open_for_reading(path) as register:
            return parties_and_types.party_book(register), parties_and_types.type_book(register)

    return read


def written(thing):
    """Something new, as the history writes it."""
    if isinstance(thing, Type):
        return EntityChange(TYPE, thing.code, None, write_type(thing))
    if isinstance(thing, Party):
        return EntityChange(PARTY, thing.code, None, write_party(thing))
    if isinstance(thing, PartyName):
        key, cells = write_name(thing)
        return EntityChange(NAME, key, None, cells)
    key, cells = write_succession(thing)
    return EntityChange(SUCCESSION, key, None, cells)


@pytest.fixture
def extend():
    """Add things in one transaction."""

    def extended(path, *things):
        with transaction(path) as session:
            apply_entity_changes(session, map(written, things))

    return extended


@pytest.mark.parametrize("text", ["cyber", "Cybercrime", "SAJBER KRIMINAL", "сајбер криминал", "computerkriminalitat"])
def test_a_new_type_is_understood_by_its_code_label_and_aliases(text, empty, extend, books):
    extend(empty, CYBER)
    _, types = books(empty)
    assert types.resolve(text) == "cyber"
    assert types.types["cyber"] == CYBER
    assert list(types.types)[-1] == "cyber"
    assert "cyber" in types.resolve_many("crime")


def test_a_record_of_a_new_type_is_found_by_it_and_by_its_aliases(empty, extend, agreement_of, add, found):
    extend(empty, CYBER)
    keys = add(empty, agreement_of(types=("cyber",)), agreement_of())
    assert found(empty, Filter(types=("cyber",))) == keys[:1]
    assert found(empty, Filter(text="sajber")) == keys[:1]
    assert integrity.integrity_problems(empty) == []


def test_a_new_alias_is_understood_and_searched_and_comes_after_the_others(seeded, alias, books, found, rows):
    before = books(seeded)[1].types["salw"].aliases
    assert found(seeded, Filter(text="pistoleta")) == []
    alias(seeded, "salw", "pistoleta", " pistoleta ", "", before[0])
    assert books(seeded)[1].types["salw"].aliases == (*before, "pistoleta")
    assert books(seeded)[1].resolve("Pistoleta") == "salw"
    assert set(found(seeded, Filter(text="pistoleta"))) == {
        key for key, row in rows.items() if "salw" in row["types"].split(";")
    }
    alias(seeded, "salw", "revole")
    assert books(seeded)[1].types["salw"].aliases[-2:] == ("pistoleta", "revole")
    assert integrity.integrity_problems(seeded) == []


def test_a_type_of_no_group_is_refused_and_nothing_is_kept(empty, extend, books):
    with pytest.raises(DatabaseProblem, match="FOREIGN KEY"):
        extend(empty, Type("cyber", "no-such-group", "cybercrime"))
    with pytest.raises(NotFound):
        books(empty)[1].resolve("cyber")


@pytest.mark.parametrize("text", ["SU", "su", "SUN", "soviet union", "Sovjetski Savez", "Совјетски Савез", "USSR"])
def test_a_new_party_is_understood_by_its_codes_and_names(text, empty, extend, books):
    names = [PartyName("SU", "Sovjetski Savez", "hr"), PartyName("SU", "USSR", "en", "1922", "1991")]
    extend(empty, UNION, *names)
    parties, _ = books(empty)
    assert parties.resolve(text) == "SU"
    assert parties.parties["SU"] == UNION
    with connection.open_for_reading(empty) as register:
        assert parties_and_types.party_names(register, "SU") == names


def test_a_new_name_does_not_take_the_old_ones_away(empty, extend, books):
    extend(empty, PartyName("XK", "Dardania"))
    parties, _ = books(empty)
    assert {parties.resolve(text) for text in ("Dardania", "Kosova", "Косово", "XKX", "Kosovo*")} == {"XK"}


def test_a_new_succession_hands_on_what_was_signed_from_its_day(empty, extend, agreement_of, add, found):
    (key,) = add_with_party(empty, extend, agreement_of, add)
    assert found(empty, Filter(pair=("AL", "RU"))) == []
    succession = Succession("SU", "RU", "1991-12", "Continued.")
    extend(empty, succession)
    assert found(empty, Filter(pair=("AL", "RU"))) == [key]
    assert found(empty, Filter(pair=("AL", "RU"), as_of=date(1991, 12, 30))) == []
    assert found(empty, Filter(pair=("AL", "RU"), as_of=date(1991, 12, 31))) == [key]
    with connection.open_for_reading(empty) as register:
        assert succession in parties_and_types.successions(register)


def test_a_succession_of_the_nature_none_hands_nothing_on(empty, extend, agreement_of, add, found):
    (key,) = add_with_party(empty, extend, agreement_of, add)
    extend(empty, Succession("SU", "RU", "1991-12", nature="none"))
    assert found(empty, Filter(pair=("AL", "RU"))) == []
    assert found(empty, Filter(parties=("RU",))) == []
    assert found(empty, Filter(pair=("AL", "SU"))) == [key]


def add_with_party(path, extend, agreement_of, add):
    extend(path, UNION)
    return add(path, agreement_of(parties=("AL", "SU")))


def test_a_circle_of_successions_ends(empty, extend, agreement_of, add, found):
    (key,) = add_with_party(empty, extend, agreement_of, add)
    extend(empty, Succession("SU", "RU", "1991"), Succession("RU", "SU", "1992"))
    assert found(empty, Filter(pair=("AL", "RU"))) == [key]
    assert found(empty, Filter(pair=("AL", "SU"), inherited=False)) == [key]


def test_how_often_a_party_and_a_type_occur_is_what_a_recount_gives(bundled, rows):
    with connection.open_for_reading(bundled) as register:
        for of, field in (("party", "parties"), ("type", "types")):
            shown = parties_and_types.record_counts(register, of)
            codes = [code for row in rows.values() for code in row[field].split(";")]
            assert shown == {code: codes.count(code) for code in set(codes)}
