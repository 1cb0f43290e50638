"""The summary counts what a recount of the bundled file by other code counts, for every cut."""

import itertools
import re
from collections import Counter
from datetime import date

import pytest
from oracles import reached

from wbagree.domain.agreements.vocabularies import Form, Level, Status
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import GroupBy
from wbagree.store.file import connection
from wbagree.store.read import crossed_summaries, pair_tables, summaries

DAY = date(2026, 11, 1)
WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
# Name, question, and whether a row answers it; of inherited records only the questions about parties know.
QUESTIONS = {
    "everything": ({}, lambda _: True),
    "memoranda of ministries": (
        {"forms": ("mou",), "levels": ("ministry",)},
        lambda row: row["form"] == "mou" and row["level"] == "ministry",
    ),
    "well-sourced and dated": (
        {"confidences": ("high",), "undated": False},
        lambda row: row["confidence"] == "high" and row["signed"],
    ),
    "one pair": ({"pair": ("HR", "RS")}, lambda _: True),
    "the six": ({"among": WB6}, lambda _: True),
    "the six themselves": ({"among": WB6, "inherited": False}, lambda _: True),
    "nothing": ({"types": ("no-such-type",)}, lambda _: False),
}


def signatories(row):
    """Each institution and each person of a row, as ``AL: Name``."""
    for written in filter(None, row["signatories"].split(" ; ")):
        party, signed = written.split(": ", 1)
        institution, _, rest = signed.partition(" (")
        yield f"{party}: {institution}"
        if person := re.split(r"[,)]", rest)[0]:
            yield f"{party}: {person}"


@pytest.fixture(scope="session")
def places(table, span, status_of, served, status_of_heirs):
    """Where a row counts under a cut: {name of the row of the summary: whether as inherited}; empty when not at all."""
    groups = {row["code"]: row["group"] for row in table("types")}
    day = DAY.isoformat()

    def pairs_of_filter(row, question):
        inside = {*question.get("pair", ()), *question.get("among", ())}
        pairs = served(row, DAY, inherited=question.get("inherited", True))
        return {pair: value for pair, value in pairs.items() if not inside or set(pair) <= inside}

    def latest_score(row):
        seen = [part.split(" ", 2) for part in row["implementation"].split(" | ") if part]
        return max(((span(on)[1], place, score) for place, (on, score, *_) in enumerate(seen)), default=None)

    def count_under(row, cut, question):
        pairs = pairs_of_filter(row, question)
        about_parties = "pair" in question or "among" in question
        if (row["signed"] and span(row["signed"])[0] > day) or (about_parties and not pairs):
            return {}
        if cut is GroupBy.PAIR:
            return {"-".join(pair): value for pair, value in pairs.items()}
        if cut is GroupBy.PARTY:
            bound = {}
            for pair, handed_on in pairs.items():
                for party in pair:
                    bound[party] = bound.get(party, True) and handed_on
            return bound
        score = latest_score(row)
        types = row["types"].split(";")
        names = {
            GroupBy.TYPE: types,
            GroupBy.GROUP: {groups[code] for code in types},
            GroupBy.FORM: [row["form"]],
            GroupBy.LEVEL: [row["level"]],
            GroupBy.STATUS: [
                status_of_heirs(row, day) if about_parties and all(pairs.values()) else status_of(row, day)
            ],
            GroupBy.YEAR: [row["signed"][:4] or "undated"],
            GroupBy.ASSESSMENT: [score[2].rstrip(":") if score else "never assessed"],
            GroupBy.SIGNATORY: {*signatories(row)} or {"not recorded"},
        }[cut]
        return dict.fromkeys(names, about_parties and all(pairs.values()))

    return count_under


@pytest.fixture(scope="session")
def recount(status_of):
    """What a row of the summary says of its own records, and how many it inherited."""

    def counted(own, inherited):
        forms = Counter(row["form"] for row in own)
        states = [
            (status_of(row, DAY.isoformat()) == "in-force", reached(row["in_force"], DAY.isoformat()) == "yes")
            for row in own
        ]
        years = sorted(row["signed"][:4] for row in own if row["signed"])
        columns = {
            "records": len(own),
            "agreements": forms["agreement"] + forms["treaty"] + forms["convention"],
            "mous": forms["mou"],
            "protocols": forms["protocol"],
            "in_force": sum(in_force and dated for in_force, dated in states),
            "in_force_by_source": sum(in_force and not dated for in_force, dated in states),
            "inherited": len(inherited),
            "first": years[0] if years else "",
            "last": years[-1] if years else "",
            "undated": sum(not row["signed"] for row in own),
            "wider": sum(row["parties"].count(";") > 1 for row in own),
        }
        return columns | {"other": len(own) - columns["agreements"] - columns["mous"] - columns["protocols"]}

    return counted


def message(shown):
    columns = ("records", "agreements", "mous", "protocols", "other", "in_force", "in_force_by_source",
               "inherited", "first", "last", "undated", "wider")  # fmt: skip
    return {column: getattr(shown, column) for column in columns}


@pytest.mark.parametrize("cut", GroupBy)
@pytest.mark.parametrize("name", QUESTIONS)
def test_every_row_and_the_total_are_what_a_recount_gives(name, cut, bundled, rows, places, recount):
    question, answers = QUESTIONS[name]
    own, inherited, spread = {}, {}, Counter()
    for key, row in rows.items():
        placed = places(row, cut, question) if answers(row) else {}
        for row_name, handed_on in placed.items():
            (inherited if handed_on else own).setdefault(row_name, {})[key] = row
        if once := sum(not handed_on for handed_on in placed.values()):
            spread[once] += 1
    with connection.open_for_reading(bundled) as register:
        shown = summaries.summary(register, Filter(**question, as_of=DAY), cut)
    assert {row.name: message(row) for row in shown.rows} == {
        row_name: recount(list(own.get(row_name, {}).values()), inherited.get(row_name, {}))
        for row_name in own.keys() | inherited.keys()
    }
    every = {key: row for found in own.values() for key, row in found.items()}
    assert message(shown.total) == recount(
        list(every.values()), {key for found in inherited.values() for key in found} - every.keys()
    )
    assert dict(shown.spread) == dict(spread)
    assert sum(row.records for row in shown.rows) == sum(times * records for times, records in shown.spread.items())
    assert (shown.by, shown.day, shown.total.records) == (cut, DAY.isoformat(), sum(shown.spread.values()))


CROSSINGS = [
    (GroupBy.YEAR, GroupBy.TYPE),
    (GroupBy.TYPE, GroupBy.STATUS),
    (GroupBy.PAIR, GroupBy.YEAR),
    (GroupBy.FORM, GroupBy.PAIR),
    (GroupBy.PARTY, GroupBy.GROUP),
    (GroupBy.SIGNATORY, GroupBy.LEVEL),
    (GroupBy.ASSESSMENT, GroupBy.SIGNATORY),
]


@pytest.mark.parametrize("cuts", CROSSINGS, ids="-".join)
@pytest.mark.parametrize("name", QUESTIONS)
def test_every_combination_of_two_cuts_is_what_a_recount_gives(name, cuts, bundled, rows, places, recount):
    question, answers = QUESTIONS[name]
    own, inherited = {}, {}
    for key, row in rows.items():
        one, other = (places(row, cut, question) if answers(row) else {} for cut in cuts)
        for both in itertools.product(one, other):
            handed_on = one[both[0]] or other[both[1]]
            (inherited if handed_on else own).setdefault(both, {})[key] = row
    with connection.open_for_reading(bundled) as register:
        shown = crossed_summaries.crossed_summary(register, Filter(**question, as_of=DAY), *cuts)
        alone = [summaries.summary(register, Filter(**question, as_of=DAY), cut) for cut in cuts]
    assert {both: message(cell) for both, cell in shown.cells.items()} == {
        both: recount(list(own.get(both, {}).values()), inherited.get(both, {}))
        for both in own.keys() | inherited.keys()
    }
    assert [shown.first, shown.second] == alone


@pytest.mark.parametrize("name", ["one pair", "the six"])
def test_the_status_of_a_pair_is_its_own_where_pairs_and_statuses_are_crossed(name, bundled):
    question = Filter(**QUESTIONS[name][0], as_of=DAY)
    with connection.open_for_reading(bundled) as register:
        shown = crossed_summaries.crossed_summary(register, question, GroupBy.PAIR, GroupBy.STATUS)
        turned = crossed_summaries.crossed_summary(register, question, GroupBy.STATUS, GroupBy.PAIR)
        for pair in shown.first.rows:
            of_pair = question._replace(among=(), pair=tuple(pair.name.split("-")))
            alone = summaries.summary(register, of_pair, GroupBy.STATUS)
            cells = {status: cell for (of, status), cell in shown.cells.items() if of == pair.name}
            assert {row.name: message(row) for row in alone.rows} == {one: message(cell) for one, cell in cells.items()}
    assert {(status, pair): message(cell) for (pair, status), cell in shown.cells.items()} == {
        both: message(cell) for both, cell in turned.cells.items()
    }
    statuses = [row.name for row in shown.second.rows]
    assert {status for _, status in shown.cells} <= {*statuses}
    assert statuses == [one for one in Status if one in statuses]


def test_the_explanation_says_how_the_rows_add_up_to_the_total(bundled, rows):
    with connection.open_for_reading(bundled) as register:
        shown = summaries.summary(register, Filter(as_of=DAY), GroupBy.TYPE)
    assert sum(row.records for row in shown.rows) > len(rows)
    (sentence,) = [line for line in shown.explanation() if "add up" in line]
    assert sentence == (
        f"Agreements on several types are counted for each, so rows add up to more than the total of {len(rows)}."
    )


@pytest.mark.parametrize("cut", [GroupBy.FORM, GroupBy.LEVEL, GroupBy.STATUS, GroupBy.YEAR, GroupBy.ASSESSMENT])
def test_where_a_record_has_one_place_the_rows_add_up_without_explanation(cut, bundled, rows):
    with connection.open_for_reading(bundled) as register:
        shown = summaries.summary(register, Filter(as_of=DAY), cut)
    for column in ("records", "agreements", "mous", "protocols", "other", "in_force", "undated", "wider"):
        assert sum(getattr(row, column) for row in shown.rows) == getattr(shown.total, column)
    assert shown.total.records == len(rows)
    assert not any("add up" in line for line in shown.explanation())


def test_the_main_types_of_a_pair_are_its_most_frequent_three(bundled, rows, served):
    with connection.open_for_reading(bundled) as register:
        shown = summaries.summary(register, Filter(among=WB6, as_of=DAY))
    for tallied in shown.rows:
        pair = tuple(tallied.name.split("-"))
        own = [row for row in rows.values() if served(row, DAY).get(pair) is False]
        types = Counter(code for row in own for code in row["types"].split(";"))
        most = sorted(types.items(), key=lambda item: (-item[1], item[0]))[:3]
        assert tallied.main_types == ", ".join(f"{code} {number}" for code, number in most)


def test_rows_come_in_the_order_of_the_vocabulary_the_years_or_the_alphabet(bundled, table):
    def names(cut):
        return [row.name for row in summaries.summary(register, Filter(as_of=DAY), cut).rows]

    def in_order(found, order):
        return found == [name for name in order if name in found]

    with connection.open_for_reading(bundled) as register:
        assert names(GroupBy.PARTY) == sorted(names(GroupBy.PARTY))
        assert names(GroupBy.YEAR) == [*sorted(set(names(GroupBy.YEAR)) - {"undated"}), "undated"]
        assert in_order(names(GroupBy.FORM), list(Form))
        assert in_order(names(GroupBy.LEVEL), list(Level))
        assert in_order(names(GroupBy.STATUS), list(Status))
        assert in_order(names(GroupBy.TYPE), [row["code"] for row in table("types")])
        assert in_order(names(GroupBy.GROUP), [row["code"] for row in table("type_groups")])
        signatories_ = summaries.summary(register, Filter(as_of=DAY), GroupBy.SIGNATORY).rows
        assert signatories_[-1].name == "not recorded"
        order = [(-row.records, row.name) for row in signatories_[:-1]]
        assert order == sorted(order)
        assert names(GroupBy.ASSESSMENT) == ["never assessed", "full", "partial", "none", "unknown"]


def test_an_empty_register_has_no_rows_and_a_total_of_nothing(empty, recount):
    with connection.open_for_reading(empty) as register:
        for cut in GroupBy:
            shown = summaries.summary(register, Filter(as_of=DAY), cut)
            assert (shown.rows, dict(shown.spread), message(shown.total)) == ((), {}, recount([], []))


@pytest.mark.parametrize("name", ["everything", "memoranda of ministries", "one pair", "the six", "nothing"])
def test_the_numbers_of_pairs_are_those_of_the_summary(name, seeded):
    question = Filter(as_of=DAY, **QUESTIONS[name][0])
    with connection.open_for_reading(seeded) as opened:
        shown = summaries.summary(opened, question, GroupBy.PAIR)
        numbers = pair_tables.agreements_per_pair(opened, question)
        total = pair_tables.count_agreements(opened, question)
    assert {"-".join(pair): number for pair, number in numbers.items()} == {
        row.name: row.records + row.inherited for row in shown.rows
    }
    assert total == shown.total.records + shown.total.inherited
