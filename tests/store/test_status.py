"""Status is computed from the dates as of a day, and nothing is ever assumed to be in force (rule 2)."""

import shutil
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.status import explain_status
from wbagree.domain.agreements.vocabularies import AssertedStatus, Status
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.store.file import connection
from wbagree.store.read import agreements
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import raw_connection, transaction

TODAY = date.today()
DAYS = [date(1946, 1, 1), date(1992, 4, 27), date(2009, 3, 1), date(2012, 6, 15), date(2026, 11, 1), TODAY, None]
ENDINGS = {"ended", "terminated", "expired", "superseded"}


CASES = [
    # signed, in force, ended, asserted, day, status, verdict
    ("", "", "", "", "2012-06-15", "unknown", "nothing-known"),
    ("2012-06-15", "", "", "", "2012-06-15", "signed", "signed"),
    ("2012-06-15", "", "", "", "2012-06-14", "unknown", "not-yet-signed"),
    ("2012-06", "", "", "", "2012-06-15", "unknown", "signing-straddles"),
    ("2012", "", "", "", "2012-12-31", "signed", "signed"),
    ("2012?", "", "", "", "2013-01-01", "signed", "signed"),
    ("2012", "", "", "in-force", "2012-06-15", "unknown", "signing-straddles"),
    ("1990", "2000-01-01", "", "", "1999-12-31", "signed", "signed"),
    ("1990", "2000-01-01", "", "", "2000-01-01", "in-force", "in-force"),
    ("1990", "2000", "", "", "2000-12-30", "unknown", "entry-straddles"),
    ("1990", "2000", "", "", "2000-12-31", "in-force", "in-force"),
    ("1990", "2000", "", "in-force", "1995-01-01", "signed", "signed"),
    ("", "2000", "", "", "2001-01-01", "in-force", "in-force"),
    ("", "2000", "", "", "1999-01-01", "unknown", "nothing-known"),
    ("1990", "2000", "2010-05", "", "2010-04-30", "in-force", "in-force"),
    ("1990", "2000", "2010-05", "", "2010-05-01", "unknown", "end-straddles"),
    ("1990", "2000", "2010-05", "", "2010-05-31", "ended", "ended"),
    ("1990", "2000", "2010-05", "expired", "2010-05-31", "expired", "ended"),
    ("1990", "2000", "2010-05", "superseded", "2011-01-01", "superseded", "ended"),
    ("1990", "2000", "2010-05", "terminated", "2005-01-01", "in-force", "in-force"),
    ("1990", "2000", "2010-05", "in-force", "2011-01-01", "ended", "ended"),
    ("1990", "", "2010", "", "2000-01-01", "signed", "signed"),
    ("", "", "2010", "", "2011-01-01", "ended", "ended"),
    ("1990", "2000", "", "terminated", "2005-01-01", "unknown", "end-undated"),
    ("1990", "2000", "", "terminated", TODAY.isoformat(), "terminated", "end-asserted"),
    ("1990", "", "", "superseded", "2199-01-01", "superseded", "end-asserted"),
    ("1990", "", "", "in-force", "1990-12-31", "unknown", "assertion-undated"),
    ("1990", "", "", "in-force", "1989-12-31", "unknown", "not-yet-signed"),
    ("", "", "", "in-force", "1960-01-01", "unknown", "assertion-undated"),
    ("1990", "", "", "provisional", "1991-01-01", "unknown", "assertion-undated"),
    ("1990", "2000", "", "provisional", TODAY.isoformat(), "in-force", "in-force"),
    ("1990", "2000", "", "provisional", "2001-01-01", "in-force", "in-force"),
    ("", "", "", "negotiation", "2020-01-01", "unknown", "assertion-undated"),
    ("1990", "", "", "not-in-force", TODAY.isoformat(), "not-in-force", "asserted"),
]
# Those with the date of the source that asserts the status.
CASES_BY_SOURCE = [
    # signed, in force, ended, asserted, asserted on, day, status, verdict
    ("1990", "", "", "in-force", "2014", "2014-12-30", "unknown", "asserted-later"),
    ("1990", "", "", "in-force", "2014", "2014-12-31", "in-force", "asserted"),
    ("", "", "", "in-force", "2014", "2020-01-01", "in-force", "asserted"),
    ("", "", "", "terminated", "2014", "2014-01-01", "unknown", "end-undated"),
    ("", "", "", "terminated", "2014", "2015-01-01", "terminated", "end-asserted"),
    ("1990", "2000", "", "suspended", "2014", "2015-01-01", "suspended", "asserted"),
    ("1990", "2000", "", "suspended", "2014", "2013-01-01", "in-force", "in-force"),
    ("1990", "", "", "suspended", "2014", "2015-01-01", "suspended", "asserted"),
    ("2012", "", "", "negotiation", "2009", "2010-01-01", "negotiation", "asserted"),
    ("2012", "", "", "negotiation", "2009", "2008-01-01", "unknown", "not-yet-signed"),
    ("2012", "", "", "negotiation", "2009", "2013-01-01", "signed", "signed"),
    ("2012", "", "", "negotiation", "2014", "2015-01-01", "negotiation", "asserted"),
    ("1990", "2020", "", "in-force", "2014", "2015-01-01", "signed", "signed"),
    ("1990", "2020", "", "not-in-force", "2014", "2015-01-01", "not-in-force", "asserted"),
    ("1990", "2020", "", "not-in-force", "2014", "2021-01-01", "in-force", "in-force"),
]


@pytest.fixture(scope="module")
def computed_records(_templates, tmp_path_factory, agreement_of):
    """What the register computes for records with these facts, each seen from a day of its own; it keeps none."""
    path = shutil.copy(_templates["empty"], tmp_path_factory.mktemp("status") / "register.db")

    def computed(cases):
        dated = ("signed", "in_force", "ended", "status_on")
        with transaction(path, dry_run=True) as session:
            records = [
                agreement_of(
                    **{name: PartialDate.parse(facts[name]) if facts.get(name) else None for name in dated},
                    status=facts["status"],
                )
                for facts, _ in cases
            ]
            keys = apply_agreement_changes(session, [AgreementChange(None, record) for record in records])
            seen = [date.fromisoformat(day) for _, day in cases]
            return [
                agreements.record(raw_connection(session), key, as_of=day) for key, day in zip(keys, seen, strict=True)
            ]

    return computed


NAMES = ("signed", "in_force", "ended", "status", "status_on")
EVERY_CASE = [*((*case[:4], "", *case[4:]) for case in CASES), *CASES_BY_SOURCE]


@pytest.mark.parametrize(("signed", "in_force", "ended", "asserted", "on", "day", "status", "verdict"), EVERY_CASE)
def test_the_dates_decide_and_then_what_a_source_says(
    signed, in_force, ended, asserted, on, day, status, verdict, computed_records
):
    (record,) = computed_records([(dict(zip(NAMES, (signed, in_force, ended, asserted, on), strict=True)), day)])
    assert (record.status, record.verdict, record.day) == (status, verdict, day)
    assert explain_status(record)


def test_the_independent_reading_of_the_rule_agrees_with_the_table(status_of):
    for *facts, day, expected, _ in EVERY_CASE:
        assert status_of(dict(zip(NAMES, facts, strict=True)), day) == expected, facts


# Few days, so that dates and the day asked for meet often: within, at either end, one day beside it.
NEAR = st.dates(date(2011, 12, 30), date(2013, 1, 2))
CUTS = st.sampled_from([4, 7, 10])
WRITTEN = st.builds(lambda day, cut, mark: day.isoformat()[:cut] + mark, NEAR, CUTS, st.sampled_from(["", "?", "~"]))
MAYBE = st.just("") | WRITTEN
FACTS = st.fixed_dictionaries(
    {"signed": MAYBE, "in_force": MAYBE, "ended": MAYBE, "status": st.sampled_from(["", *AssertedStatus]),
     "status_on": MAYBE}
)  # fmt: skip
CASE = st.tuples(FACTS, (NEAR | st.just(TODAY)).map(date.isoformat))


@settings(max_examples=40)
@given(st.lists(CASE, min_size=1, max_size=25))
def test_every_combination_of_facts_has_the_status_of_the_rule(computed_records, span, status_of, cases):
    for (row, day), record in zip(cases, computed_records(cases), strict=True):
        assert record.status == status_of(row, day), (row, day)
        if record.status == "in-force":
            by_then = bool(row["in_force"]) and span(row["in_force"])[1] <= day
            assert by_then or row["status"] == "in-force", (row, day)


@settings(max_examples=15)
@given(FACTS)
def test_a_day_within_an_unsure_end_or_entry_gives_unknown(computed_records, span, facts):
    signed, in_force, ended, asserted = (facts[name] for name in NAMES[:4])
    first, last = (date.fromisoformat(day) for day in span(ended or in_force or signed or "2012"))
    days = sorted({first, first + timedelta(1), last - timedelta(1), last})
    inside = [day.isoformat() for day in days if first <= day < last]
    for record in computed_records([(facts, day) for day in inside]):
        if ended or (not in_force and signed and asserted not in (*ENDINGS, "negotiation", "suspended")):
            assert record.status == "unknown"


@pytest.mark.parametrize("day", DAYS)
def test_bundled_records_have_the_status_of_the_rule(day, bundled, rows, status_of):
    with connection.open_for_reading(bundled) as register:
        records = {key: agreements.record(register, key, as_of=day) for key in rows}
    seen = (day or TODAY).isoformat()
    assert {key: record.status for key, record in records.items()} == {
        key: status_of(row, seen) for key, row in rows.items()
    }


def test_no_bundled_record_is_in_force_unless_a_date_or_a_source_says_so(bundled, rows, found):
    message = {key for key, row in rows.items() if row["in_force"] or row["status"] == "in-force"}
    assert 0 < len(message) < len(rows) / 2
    for day in DAYS:
        assert set(found(bundled, Filter(statuses=("in-force",), as_of=day))) <= message


@pytest.mark.parametrize("day", DAYS)
def test_asking_for_a_status_finds_exactly_the_records_that_show_it(day, bundled):
    with connection.open_for_reading(bundled) as register:
        shown = {record.agreement.key: record.status for record in agreements.records(register, Filter(as_of=day))}
        for query in Status:
            answer = agreements.records(register, Filter(statuses=(query,), as_of=day))
            needed = ENDINGS if query == "ended" else {query}
            assert {record.agreement.key for record in answer} == {k for k, v in shown.items() if v in needed}
        both = agreements.records(register, Filter(statuses=("in-force", "signed"), as_of=day))
        assert {record.status for record in both} <= {"in-force", "signed"}


@pytest.mark.parametrize("day", DAYS)
def test_a_day_asked_for_hides_what_was_signed_only_later(day, bundled, rows, found, span):
    later = {key for key, row in rows.items() if day and row["signed"] and span(row["signed"])[0] > day.isoformat()}
    assert set(found(bundled, Filter(as_of=day))) == set(rows) - later
