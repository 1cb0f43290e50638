"""Which records serve a pair: those it signed, and those that came to it from predecessors (rule 3)."""

from datetime import date
from itertools import combinations, product

import pytest

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.store.file import connection
from wbagree.store.read import agreements, pair_tables

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
PARTIES = (*WB6, "HR", "SI")
DAYS = [None, date(1990, 1, 1), date(1992, 3, 31), date(1992, 6, 1), date(2003, 6, 1), date(2006, 6, 4),
        date(2006, 6, 5), date(2008, 2, 16), date(2009, 3, 1), date(2026, 11, 1)]  # fmt: skip


def inherited(path, question):
    with connection.open_for_reading(path) as register:
        return {record.agreement.key: record.inherited_from for record in agreements.records(register, question)}


@pytest.mark.parametrize("day", DAYS)
def test_every_pair_of_the_region_has_the_records_that_a_recount_gives(day, bundled, rows, served):
    recounted = {key: served(row, day) for key, row in rows.items()}
    with connection.open_for_reading(bundled) as register:
        for pair in combinations(sorted(PARTIES), 2):
            for handed_on in (True, False):
                answer = list(agreements.records(register, Filter(pair=pair, as_of=day, inherited=handed_on)))
                shown = {record.agreement.key: bool(record.inherited_from) for record in answer}
                expected = {key: pairs[pair] for key, pairs in recounted.items() if pair in pairs}
                assert shown == {key: value for key, value in expected.items() if handed_on or not value}, pair
                assert len(answer) == len(shown)


@pytest.mark.parametrize("day", DAYS)
def test_the_region_as_a_whole_has_the_records_that_a_recount_gives(day, bundled, rows, served):
    with connection.open_for_reading(bundled) as register:
        for among, handed_on in product((WB6, PARTIES, ("AL", "HR")), (True, False)):
            shown = dict(
                pair_tables.pairs_with_agreements(register, Filter(among=among, as_of=day, inherited=handed_on))
            )
            expected = {}
            for key, row in rows.items():
                for pair, value in served(row, day, inherited=handed_on).items():
                    if set(pair) <= set(among):
                        expected.setdefault(pair, {})[key] = value
            assert {pair: {k: bool(v) for k, v in keys.items()} for pair, keys in shown.items()} == expected
            query = agreements.records(register, Filter(among=among, as_of=day, inherited=handed_on))
            assert {record.agreement.key for record in query} == {key for keys in expected.values() for key in keys}


@pytest.mark.parametrize("party", [*PARTIES, "AT", "UNMIK", "YU-SFRY", "CS"])
@pytest.mark.parametrize("day", [None, date(2004, 1, 1)])
def test_a_party_is_bound_by_itself_or_through_a_predecessor(party, day, bundled, rows, served, found):
    for handed_on in (True, False):
        expected = {key for key, row in rows.items() if any(party in p for p in served(row, day, inherited=handed_on))}
        assert set(found(bundled, Filter(parties=(party,), as_of=day, inherited=handed_on))) == expected


@pytest.mark.parametrize(
    "parties", [("AL", "ME", "XK"), ("AL", "MK", "RS"), ("HR", "SI", "BA"), ("AL", "ME", "MK", "XK")]
)
def test_several_parties_are_all_bound(parties, bundled, rows, served, found):
    expected = {
        key
        for key, row in rows.items()
        if (pairs := served(row, None)) and all(pair in pairs for pair in combinations(sorted(parties), 2))
    }
    for order in (parties, tuple(reversed(parties))):
        assert set(found(bundled, Filter(parties=order))) == expected


@pytest.mark.parametrize("pair", list(combinations(PARTIES, 2)))
def test_a_pair_is_the_same_in_either_order_and_as_two_parties(pair, bundled, found):
    query = found(bundled, Filter(pair=pair))
    assert found(bundled, Filter(pair=pair[::-1])) == query
    assert found(bundled, Filter(parties=pair)) == found(bundled, Filter(parties=pair[::-1])) == query
    assert found(bundled, Filter(among=pair)) == query


def test_an_instrument_of_several_parties_is_in_all_its_pairs_and_shown_with_all_its_parties(bundled, rows):
    wide = {key: row["parties"].split(";") for key, row in rows.items() if row["parties"].count(";") > 1}
    assert len(wide) >= 17
    with connection.open_for_reading(bundled) as register:
        for key, parties in wide.items():
            for pair in combinations(parties, 2):
                records = {r.agreement.key: r for r in agreements.records(register, Filter(pair=pair, inherited=False))}
                assert records[key].agreement.parties == tuple(parties)


DATED = {"signed": PartialDate.parse("1960-05-05")}
INHERITED = [
    # who signed, who asks, since when, from whom
    (("YU-FRY", "HR"), ("HR", "RS"), "2006-06-05", "YU-FRY"),
    (("CS", "HR"), ("HR", "RS"), "2006-06-05", "CS"),
    (("CS", "HR"), ("HR", "ME"), "2006-06-03", "CS"),
    (("YU-FRY", "HR"), ("CS", "HR"), "2003-02-04", "YU-FRY"),
    (("AT", "YU-SFRY"), ("AT", "HR"), "1991-10-08", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "SI"), "1991-10-08", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "MK"), "1991-11-30", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "BA"), "1992-03-31", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "YU-FRY"), "1992-04-27", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "CS"), "2003-02-04", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "RS"), "2006-06-05", "YU-SFRY"),
    (("AT", "YU-SFRY"), ("AT", "ME"), "2006-06-03", "YU-SFRY"),
    (("ME", "UNMIK"), ("ME", "XK"), "2008-02-17", "UNMIK"),
    (("CS", "UNMIK"), ("ME", "XK"), "2008-02-17", "CS UNMIK"),
    (("AL", "UNMIK"), ("AL", "XK"), "2008-02-17", "UNMIK"),
]


@pytest.mark.parametrize(("signers", "pair", "since", "signer"), INHERITED)
def test_a_successor_inherits_from_the_day_of_the_succession(signers, pair, since, signer, empty, agreement_of, add):
    (key,) = add(empty, agreement_of(parties=tuple(sorted(signers)), **DATED))
    day = date.fromisoformat(since)
    assert inherited(empty, Filter(pair=pair, as_of=day)) == {key: signer}
    assert inherited(empty, Filter(pair=pair)) == {key: signer}
    assert inherited(empty, Filter(pair=pair, as_of=date.fromordinal(day.toordinal() - 1))) == {}
    assert inherited(empty, Filter(pair=pair, inherited=False)) == {}
    assert inherited(empty, Filter(pair=signers, as_of=day)) == {key: ""}


@pytest.mark.parametrize(
    ("signers", "pair"),
    [
        (("AL", "CS"), ("ME", "RS")),
        (("AT", "YU-SFRY"), ("HR", "RS")),
        (("AT", "YU-SFRY"), ("HR", "SI")),
        (("AT", "YU-SFRY"), ("BA", "MK")),
        (("AL", "UNMIK"), ("RS", "XK")),
        (("AT", "YU-SFRY"), ("AT", "XK")),
        (("HR", "RS"), ("HR", "ME")),
        (("AT", "HR"), ("AT", "YU-SFRY")),
        (("HR", "RS"), ("CS", "HR")),
    ],
)
def test_nothing_comes_from_one_single_party_to_two_nor_from_a_successor(signers, pair, empty, agreement_of, add):
    add(empty, agreement_of(parties=signers, **DATED))
    assert inherited(empty, Filter(pair=pair)) == {}


def test_what_a_pair_signed_itself_is_not_inherited_even_beside_a_predecessor(empty, agreement_of, add):
    (key,) = add(empty, agreement_of(parties=("AL", "UNMIK", "XK"), **DATED))
    assert inherited(empty, Filter(pair=("AL", "XK"))) == {key: ""}
    assert inherited(empty, Filter(pair=("UNMIK", "XK"))) == {key: ""}


def test_a_question_that_names_no_party_marks_nothing_as_inherited(bundled):
    assert set(inherited(bundled, Filter()).values()) == {""}


def test_what_a_predecessor_signed_after_a_successor_had_left_was_not_signed_for_it(empty, add, found, agreement_of):
    before, after = PartialDate(1991, 6, 1), PartialDate(1992, 2, 10)
    early, late = add(
        empty,
        agreement_of(parties=("AT", "YU-SFRY"), signed=before),
        agreement_of(parties=("AT", "YU-SFRY"), signed=after),
    )
    assert found(empty, Filter(pair=("AT", "HR"))) == [early]
    assert found(empty, Filter(pair=("AT", "BA"))) == [early, late]


def test_parties_and_among_are_two_conditions_that_both_hold(empty, add, found, agreement_of):
    three, _ = add(empty, agreement_of(parties=("AL", "AT", "XK")), agreement_of(parties=("AT", "XK")))
    assert found(empty, Filter(parties=("AT",), among=("AL", "XK"))) == [three]
    assert found(empty, Filter(pair=("AL", "XK"), among=("AL", "AT"))) == [three]
