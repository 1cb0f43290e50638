"""Every cell and every total of the matrix is what a recount of the bundled files by other code gives."""

from datetime import date
from functools import cache
from itertools import combinations

import pytest
from oracles import reached

from wbagree.domain.filter import Filter
from wbagree.domain.reports.matrix import BestStatus, Cell
from wbagree.store.file import connection
from wbagree.store.read.matrix import matrix

WB6 = ("AL", "BA", "ME", "MK", "RS", "XK")
DAY = date(2026, 11, 1)
DAYS = (date(1991, 12, 31), date(2003, 2, 4), date(2006, 6, 4), date(2008, 2, 17), date(2015, 6, 30), DAY)
QUESTIONS = {
    "the six": {"among": WB6},
    "the six themselves": {"among": WB6, "inherited": False},
    "one pair": {"pair": ("HR", "RS")},
    "one pair itself": {"pair": ("HR", "RS"), "inherited": False},
    "a pair with a predecessor": {"pair": ("HR", "YU-FRY")},
    "a party": {"parties": ("XK",)},
    "a party itself": {"parties": ("ME",), "inherited": False},
    "two parties": {"parties": ("BA", "RS")},
    "everybody": {},
    "memoranda of the six": {"among": WB6, "forms": ("mou",)},
    "two types of the six": {"among": WB6, "types": ("mla", "terrorism")},
}
COVERS = {
    "in-force": "in-force", "provisional": "provisional", "signed": "signed", "unknown": "on-record",
    "negotiation": "not-in-force", "not-in-force": "not-in-force",
    "suspended": "suspended", "inherited": "inherited",
    "ended": "ended", "terminated": "ended", "expired": "ended", "superseded": "ended",
}  # fmt: skip
RANKS = [
    "in-force",
    "in-force-by-source",
    "provisional",
    "signed",
    "on-record",
    "suspended",
    "inherited",
    "not-in-force",
    "ended",
]


def requested(pair, question):
    named = {*question.get("pair", ()), *question.get("parties", ())}
    inside = set(question.get("among", ()))
    return named <= {*pair} and (not inside or {*pair} <= inside)


def answers(row, question):
    types = row["types"].split(";")
    return ("forms" not in question or row["form"] in question["forms"]) and (
        "types" not in question or any(code in question["types"] for code in types)
    )


@pytest.fixture(scope="session")
def recount(rows, table, served, status_of, status_of_heirs):
    """What stands where, by a reading of the files: (pair, column, key, whether inherited, cover)."""
    groups = {row["code"]: row["group"] for row in table("types")}

    @cache
    def pairs_of(key, day, inherited):
        return served(rows[key], day, inherited=inherited)

    def cover_of(row, day, handed_on):
        status = (status_of_heirs if handed_on else status_of)(row, day)
        by_source = status == "in-force" and reached(row["in_force"], day) != "yes"
        return "in-force-by-source" if by_source else COVERS[status]

    def state(question, by, day):
        expected = question.get("types", tuple(groups))
        columns = {groups[code] for code in expected} if by == "group" else {*expected}
        for key, row in rows.items():
            if not answers(row, question):
                continue
            for pair, handed_on in pairs_of(key, day, question.get("inherited", True)).items():
                if not requested(pair, question) or (handed_on and not question.keys() & {"pair", "parties", "among"}):
                    continue
                types = row["types"].split(";")
                for column in {groups[code] for code in types} if by == "group" else types:
                    if column in columns:
                        yield (
                            pair,
                            column,
                            key,
                            handed_on,
                            cover_of(row, day.isoformat(), handed_on),
                        )

    return state


def counted(state, place):
    """Cells by place: a record counts once in each, as its own where it is so in one of the pairs."""
    found = {}
    for pair, column, key, handed_on, cover in state:
        inside = found.setdefault(place(pair, column), {})
        inside[key] = min(inside.get(key, (True, cover)), (handed_on, cover))
    cells = {}
    for spot, inside in found.items():
        covers = [cover for _, cover in inside.values()]
        best, old = min(covers, key=RANKS.index), sum(old for old, _ in inside.values())
        cells[spot] = Cell(len(inside) - old, old, BestStatus(best), covers.count(best))
    return cells


def ask(path, question, by, day):
    with connection.open_for_reading(path) as register:
        return matrix(register, Filter(**question, as_of=day), by)


CASES = [(name, DAY) for name in QUESTIONS] + [
    (name, day) for name in ("the six", "one pair", "a party") for day in DAYS if day != DAY
]


@pytest.mark.parametrize("by", ["group", "type"])
@pytest.mark.parametrize(("name", "day"), CASES)
def test_every_cell_and_every_total_is_what_a_recount_gives(name, day, by, bundled, recount):
    question = QUESTIONS[name]
    shown = ask(bundled, question, by, day)
    state = list(recount(question, by, day))
    assert dict(shown.cells) == counted(state, lambda pair, column: (pair, column))
    assert dict(shown.pair_totals) == counted(state, lambda pair, _: pair)
    assert dict(shown.column_totals) == counted(state, lambda _, column: column)
    assert shown.total == counted(state, lambda *_: "").get("", Cell())
    assert (shown.day, shown.by) == (day.isoformat(), by)
    if name.startswith(("the six", "memoranda", "two types")):
        assert shown.pairs == tuple(combinations(WB6, 2))
    elif "pair" in question:
        assert shown.pairs == (question["pair"],)
    else:
        assert shown.pairs == tuple(sorted({pair for pair, *_ in state}))


def test_the_recount_is_not_of_nothing(recount):
    assert len(set(recount(QUESTIONS["the six"], "type", DAY))) > 300
    assert any(handed_on for *_, handed_on, _ in recount(QUESTIONS["one pair"], "group", DAY))


@pytest.mark.parametrize(("by", "file"), [("group", "type_groups"), ("type", "types")])
def test_columns_and_their_labels_are_those_of_the_vocabulary_in_its_order(by, file, bundled, table):
    shown = ask(bundled, {"among": WB6}, by, DAY)
    assert dict(shown.labels) == {row["code"]: row["label"] for row in table(file)}
    assert list(shown.columns) == [row["code"] for row in table(file)]


@pytest.mark.parametrize(
    ("by", "types", "columns"),
    [
        ("type", ("drugs", "mla"), ("mla", "drugs")),
        ("group", ("drugs", "mla"), ("justice", "crime")),
        ("type", ("no-such-type",), ()),
    ],
)
def test_a_question_about_types_has_their_columns_only(by, types, columns, bundled):
    assert ask(bundled, {"among": WB6, "types": types}, by, DAY).columns == columns


def test_a_total_is_at_most_the_sum_of_its_cells_because_a_record_counts_once(bundled):
    shown = ask(bundled, {"among": WB6}, "type", DAY)
    for pair, total in shown.pair_totals.items():
        cells = [shown.cell(pair, column) for column in shown.columns]
        assert max(cell.records for cell in cells) <= total.records <= sum(cell.records for cell in cells)
    assert shown.total.records < sum(total.records for total in shown.pair_totals.values())


def test_totals_are_the_same_however_the_columns_are_cut(bundled):
    by_type, by_group = (ask(bundled, {"among": WB6}, by, DAY) for by in ("type", "group"))
    assert by_type.pair_totals == by_group.pair_totals
    assert by_type.total == by_group.total


@pytest.mark.parametrize("among", [WB6, ("AL", "SI", "XK"), ("AT", "AL")])
def test_among_named_parties_every_pair_has_a_row_also_without_a_record(among, blank):
    shown = ask(blank, {"among": among}, "group", DAY)
    assert shown.pairs == tuple(combinations(sorted(among), 2))
    assert (dict(shown.cells), shown.total) == ({}, Cell())
    assert len(shown.gaps()) == len(shown.pairs) * len(shown.columns)


@pytest.mark.parametrize("question", [{}, {"parties": ("AL",)}])
def test_an_empty_register_has_no_pair_unless_pairs_were_named(question, blank):
    assert ask(blank, question, "group", DAY).pairs == ()


@pytest.mark.parametrize(
    ("asserted", "best"),
    [("", "on-record"), ("in-force", "in-force-by-source"), ("provisional", "provisional"),
     ("negotiation", "not-in-force"), ("not-in-force", "not-in-force"), ("terminated", "ended"), ("expired", "ended"),
     ("superseded", "ended"), ("suspended", "suspended")],
)  # fmt: skip
def test_a_record_of_its_own_is_worth_what_its_source_asserts(asserted, best, empty, add, agreement_of):
    add(empty, agreement_of(status=asserted))
    with connection.open_for_reading(empty) as register:
        shown = matrix(register, Filter(pair=("AL", "XK")), "type")
    assert shown.cell(("AL", "XK"), "mla") == shown.total == Cell(1, 0, BestStatus(best), 1)


def test_the_best_of_several_records_is_the_cell(empty, add, agreement_of):
    add(empty, agreement_of(status="terminated"), agreement_of(status="negotiation"), agreement_of())
    with connection.open_for_reading(empty) as register:
        shown = matrix(register, Filter(pair=("AL", "XK")), "group")
    assert shown.total == Cell(3, 0, BestStatus.ON_RECORD, 1)
    assert "justice" not in {gap.column for gap in shown.gaps()}
