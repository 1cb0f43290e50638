"""The dates that follow from acts, where none is stated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.derived_dates import (
    Span,
    derive_dates,
    exits_by_party,
    party_lives,
)
from wbagree.domain.acts.kinds import KINDS, Role, role_of
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.dates.partial_date import PartialDate

PAIR, THREE = ("AL", "XK"), ("AL", "ME", "XK")


def words(span):
    return "" if span is None else str(span)


def derived(acts, parties=PAIR):
    """What follows from acts: signed, in force, ended, each as words."""
    return [words(span) for span in derive_dates(ACTS.read(acts), parties)]


def test_nothing_follows_from_nothing():
    assert derived("") == ["", "", ""]


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(date(2015, 8, 20), date(2015, 8, 20)), "2015-08-20"),
        (Span(date(2015, 8, 1), date(2015, 8, 31)), "2015-08"),
        (Span(date(2015, 1, 1), date(2015, 12, 31)), "2015"),
        (Span(date(2015, 8, 20), date(2015, 8, 21)), "2015-08-20/2015-08-21"),
        (Span(date(2015, 1, 1), date(2016, 12, 31)), "2015-01-01/2016-12-31"),
        (Span(date(2015, 8, 20), None), "2015-08-20/.."),
    ],
)
def test_days_of_one_date_are_written_as_that_date(span, text):
    assert str(span) == text


@pytest.mark.parametrize(
    ("acts", "signed"),
    [
        ("signature AL 2012-03-10", ""),
        ("signature AL 2012-03-10 | signature XK 2012-04-01", "2012-04-01"),
        ("signature XK 2012-04-01 | signature AL 2012-03-10", "2012-04-01"),
        ("signature all 2012-03-10", "2012-03-10"),
        ("signature all 2012", "2012"),
        ("definitive-signature AL 2012-03 | signature-ad-referendum XK 2012-03", "2012-03"),
        # It is signed when both have signed: not before the later of the first days.
        ("signature AL 2012-03-10 | signature XK 2012", "2012-03-10/2012-12-31"),
        ("signature AL 2012-03-10 | signature RS 2012-04-01", ""),
        ("signature AL 2012-03-10 | signature XK 2012-04-01 | signature RS 2019", "2012-04-01"),
        ("initialling AL 2012 | initialling XK 2012", ""),
        ("signature AL 2012-03-10 effect 2012-05 | signature XK 2012-03-10", "2012-03-10"),
    ],
)
def test_it_is_signed_by_the_last_signature(acts, signed):
    assert derived(acts) == [signed, "", ""]


@pytest.mark.parametrize(
    ("acts", "in_force"),
    [
        ("entry-into-force AL 2015-08-20", ""),
        ("entry-into-force AL 2015-08-20 | entry-into-force XK 2015-08-20", "2015-08-20"),
        ("entry-into-force AL 2015-08-21 | entry-into-force XK 2015-08-20", "2015-08-20/2015-08-21"),
        ("entry-into-force all 2015-08-20", "2015-08-20"),
        ("entry-into-force all 2015-08-20 | entry-into-force XK 2015-08-22", "2015-08-20/2015-08-22"),
        ("taking-effect AL 2015 | entry-into-force XK 2015", "2015"),
        ("entry-into-force all 2015-08-20 effect 2015-09-01", "2015-09-01"),
        # Ratification by all is not entry into force.
        ("ratification AL 2013 | ratification XK 2014", ""),
        ("exchange-of-instruments all 2014", ""),
        ("approval-law AL 2013 | approval-law XK 2014", ""),
        ("provisional-application all 2014", ""),
    ],
)
def test_it_is_in_force_from_the_entry_for_both(acts, in_force):
    assert derived(acts) == ["", in_force, ""]


@pytest.mark.parametrize(
    ("acts", "ended"),
    [
        ("denunciation AL 2020-01-15 effect 2020-07-15", "2020-07-15"),
        # No notice period is assumed.
        ("denunciation AL 2020-01-15", "2020-01-15/.."),
        ("termination all 2020-01 effect 2020-07", "2020-07"),
        ("expiry all 2020-01-15", "2020-01-15"),
        ("withdrawal XK 2019 effect 2020 | denunciation AL 2018 effect 2019-06", "2019-06"),
        ("denunciation RS 2020 effect 2021", ""),
        ("suspension AL 2020 | prolongation all 2020", ""),
        ("denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation AL 2020-03", ""),
        ("denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation all 2020-07-15", ""),
        ("denunciation AL 2020-01-15 | withdrawal-of-denunciation AL 2021", ""),
        # After it took effect, before it was done, or by the other one: nothing is taken back.
        ("denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation AL 2020-08", "2020-07-15"),
        ("denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation AL 2019", "2020-07-15"),
        ("denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation XK 2020-03", "2020-07-15"),
        # It was denounced again.
        (
            "denunciation AL 2020 effect 2021 | withdrawal-of-denunciation AL 2020 | denunciation AL 2022 effect 2023",
            "2023",
        ),
        ("denunciation AL 2020 effect 2021-03 | termination AL 2020 effect 2021-02", "2021-02"),
    ],
)
def test_one_of_two_ends_it_for_both(acts, ended):
    assert derived(acts) == ["", "", ended]


@pytest.mark.parametrize(
    ("acts", "dates"),
    [
        ("signature AL 2012 | signature ME 2012 | signature XK 2012", ["", "", ""]),
        ("entry-into-force AL 2012 | entry-into-force ME 2012 | entry-into-force XK 2012", ["", "", ""]),
        ("signature all 2012 | entry-into-force all 2013", ["2012", "2013", ""]),
        # That it entered into force later for one says nothing about the others.
        ("entry-into-force all 2013 | entry-into-force ME 2019", ["", "2013", ""]),
        ("denunciation AL 2019 effect 2020", ["", "", ""]),
        ("denunciation AL 2019 effect 2020 | denunciation XK 2021 effect 2022", ["", "", "2022"]),
        ("denunciation AL 2019 effect 2020 | termination all 2021 effect 2022", ["", "", "2022"]),
        ("termination all 2021 effect 2022", ["", "", "2022"]),
    ],
)
def test_of_more_than_two_parties_only_acts_of_all_and_the_last_exits_count(acts, dates):
    assert derived(acts, THREE) == dates


def test_each_party_leaves_on_the_first_day_of_its_own():
    acts = ACTS.read("denunciation AL 2019 effect 2020 | withdrawal AL 2018 | expiry all 2025 | reservation XK 2012")
    assert {party: words(span) for party, span in exits_by_party(acts).items()} == {"AL": "2018-01-01/..", "": "2025"}


def lives(acts, parties):
    return {party: tuple(map(words, life)) for party, life in party_lives(ACTS.read(acts), parties).items()}


def test_the_parties_of_a_bilateral_have_no_life_of_their_own():
    assert lives("entry-into-force AL 2012 | denunciation XK 2014 effect 2015 | expiry all 2020", PAIR) == {}


def test_each_of_more_than_two_has_a_life_by_its_acts():
    acts = (
        "entry-into-force AL 2012 | denunciation AL 2014 effect 2015 | entry-into-force ME 2013 | ratification XK 2011"
    )
    assert lives(acts, THREE) == {"AL": ("2012", "2015", ""), "ME": ("2013", "", "")}


@pytest.mark.parametrize(
    ("acts", "life"),
    [
        # A succession counts from its date of effect, before it was notified.
        ("succession ME 2006-10-23 effect 2006-06-03", ("", "", "2006-06-03")),
        ("continuation ME 2010 | succession ME 2009", ("", "", "2009")),
        ("denunciation ME 2014 effect 2015", ("", "2015", "")),
        ("denunciation ME 2014", ("", "2014-01-01/..", "")),
        ("entry-into-force ME 2013 | entry-into-force ME 2012-05-03", ("2012-05-03", "", "")),
    ],
)
def test_a_successor_has_a_life_by_its_acts_on_its_predecessors_agreement(acts, life):
    assert lives(acts, ("AL", "CS")) == {"ME": life}


def test_a_successor_that_only_made_a_statement_has_none():
    assert lives("reservation ME 2010 | ratification ME 2011", ("AL", "CS")) == {}


DAYS = st.builds(
    lambda year, month, day: PartialDate(*(year, month, day)[: 1 + bool(month) + bool(month and day)]),
    st.integers(2000, 2030),
    st.integers(0, 12),
    st.integers(0, 28),
)


def _act(kind, party, on, effect):
    """An act without texts; hypothesis would fill those of a named tuple."""
    return Act(kind, party, on, effect)


ANY_ACTS = st.lists(
    st.builds(
        _act,
        st.sampled_from([*KINDS, "consultation"]),
        st.sampled_from(["", "AL", "ME", "XK", "RS"]),
        DAYS,
        st.none() | DAYS,
    ),
    max_size=6,
)


@given(ANY_ACTS, st.sampled_from([PAIR, THREE]))
def test_every_date_that_follows_is_of_an_act_of_its_role(acts, parties):
    dates = derive_dates(acts, parties)
    roles = {role_of(act.kind) for act in acts} | {Role.SIGNATURE for act in acts if act.kind == "definitive-signature"}
    for span, role in zip(dates, (Role.SIGNATURE, Role.ENTRY, Role.EXIT), strict=True):
        assert span is None or role in roles
        assert span is None or span.latest is None or span.earliest <= span.latest
    # An agreement is between parties; the order of its acts says nothing, nor do acts that change no status.
    assert derive_dates(acts[::-1], parties) == dates
    silent = (Role.STATEMENT, Role.PROCEDURE, Role.PROLONGATION, Role.PAUSE, Role.RESUME)
    assert derive_dates([act for act in acts if role_of(act.kind) not in silent], parties) == dates


@given(ANY_ACTS)
def test_what_strangers_do_dates_nothing(acts):
    assert derive_dates(acts, PAIR) == derive_dates([act for act in acts if act.party in ("", *PAIR)], PAIR)


@given(ANY_ACTS, st.sampled_from(PAIR))
def test_one_more_exit_never_delays_the_end(acts, party):
    before = derive_dates(acts, PAIR).ended
    more = Act("denunciation", party, PartialDate(2031), PartialDate(2032))
    after = derive_dates([*acts, more], PAIR).ended
    assert after is not None
    assert after == before or before is None
    early = more._replace(effect=PartialDate.parse(str(date(1999, 1, 1) + timedelta(days=1))))
    assert words(derive_dates([*acts, early._replace(on=PartialDate(1998))], PAIR).ended) == "1999-01-02"
