"""Filling a record with what another telling knows: never emptier, never twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.merge import fill_gaps, merge_additions
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate

BARE = Agreement("AL-XK-2012-1", "Agreement", "agreement", ("mla",), ("AL", "XK"), "low")
FULL = BARE._replace(
    title_original="Marrëveshje",
    signatories=(Signatory("AL", "Government"), Signatory("XK", "Ministry of Justice", "A B", "minister")),
    level="government",
    signed=PartialDate(2012, 3, 10),
    place="Tirana",
    in_force=PartialDate(2012, 5),
    ended=PartialDate(2020),
    status="terminated",
    references=("FZ 1/12",),
    relations=(Relation("amends", "AL-XK-2009-1"),),
    sources=(Source("Official Gazette", "https://example.org"),),
    implementation=(Assessment(PartialDate(2019), "full"),),
    notes="One.\nTwo.",
    acts=(Act("ratification", "AL", PartialDate(2012, 4, 1), reference="Gazette 68/2012"),),
    languages="sq;en, en prevails",
    entry_clause="On the later notification.",
    termination_clause="Six months after a notice.",
    depositary="Ministry",
    archive_number="A 1",
    registration="UN 1",
    responsible="Ministry",
    binding="yes",
)
# What a telling never changes of the record on file, whatever it says.
KEPT = ("key", "title", "parties", "confidence")


def day(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


DATES = st.sampled_from(["", "2012", "2012-03", "2012-03-10", "2012-03-10?", "2012~", "2013", "2013-01-05"]).map(day)


def some(*values: object) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


def _act(*values: object) -> Act:
    return Act(*values)


ACTS_OF_ALL = st.builds(
    _act,
    st.sampled_from(["ratification", "entry-into-force", "reservation"]),
    st.sampled_from(["", "AL", "ME", "RS"]),
    DATES.filter(bool),
    DATES,
    *[st.sampled_from(["", "one", "two"])] * 3,
)
AGREEMENTS = st.builds(
    Agreement,
    key=st.sampled_from(["", "AL-XK-2012-1"]),
    title=st.sampled_from(["Agreement", "Treaty"]),
    form=st.sampled_from(["agreement", "treaty", "other"]),
    types=st.sampled_from([("mla",), ("other",), ("mla", "extradition")]),
    parties=st.sampled_from([("AL", "XK"), ("AL", "ME", "XK")]),
    confidence=st.sampled_from(["low", "high"]),
    title_original=st.sampled_from(["", "Marrëveshje"]),
    signatories=some(Signatory("AL", "Government"), Signatory("ME", "Police"), Signatory("XK", "Ministry")),
    level=st.sampled_from(["unknown", "state", "agency"]),
    signed=DATES,
    in_force=DATES,
    ended=DATES,
    status=st.sampled_from(["", "in-force", "terminated"]),
    status_on=DATES,
    references=some("A 1", "B 2"),
    relations=some(*FULL.relations),
    sources=some(Source("A"), Source("", "https://b.example")),
    implementation=some(*FULL.implementation),
    notes=st.sampled_from(["", "One.", "One.\nTwo.", "Two.\nThree."]),
    acts=st.lists(ACTS_OF_ALL, unique_by=lambda act: act.identity, max_size=4).map(tuple),
    languages=st.sampled_from(["", "sq", "sq;en, en prevails"]),
    depositary=st.sampled_from(["", "Archive", "Ministry"]),
    binding=st.sampled_from(["", "yes", "no"]),
)


@given(AGREEMENTS)
def test_what_is_told_again_changes_nothing(agreement):
    assert fill_gaps(agreement, agreement) == agreement


@given(AGREEMENTS, AGREEMENTS)
def test_filling_twice_is_filling_once(stored, incoming):
    once = fill_gaps(stored, incoming)
    assert fill_gaps(once, incoming) == once


@given(AGREEMENTS, AGREEMENTS)
def test_no_fact_is_lost(stored, incoming):
    after = fill_gaps(stored, incoming)
    for name in KEPT:
        assert getattr(after, name) == getattr(stored, name)
    for name in ("title_original", "place", "status", "languages", "depositary", "binding"):
        assert getattr(after, name) == (getattr(stored, name) or getattr(incoming, name))
    for name in ("signatories", "references", "relations", "sources", "implementation"):
        assert set(getattr(stored, name)) <= set(getattr(after, name))
    for name in ("signed", "in_force", "ended"):
        before, now = getattr(stored, name), getattr(after, name)
        assert before is None or (before.earliest <= now.earliest and now.latest <= before.latest)
        assert now is not None or getattr(incoming, name) is None
    for before, now in zip(stored.acts, after.acts[: len(stored.acts)], strict=True):
        assert (before.kind, before.party) == (now.kind, now.party)
        assert before.on.earliest <= now.on.earliest <= now.on.latest <= before.on.latest
        assert all(getattr(now, name) == text for name, text in before._asdict().items() if text and name != "on")
    assert set(stored.notes.splitlines()) <= set(after.notes.splitlines())


@given(AGREEMENTS, AGREEMENTS)
def test_no_act_is_there_twice_and_every_act_of_a_party_of_the_record_is_there(stored, incoming):
    acts = fill_gaps(stored, incoming).acts
    assert len({act.identity for act in acts}) == len(acts)
    for act in incoming.acts:
        near = [one for one in acts if (one.kind, one.party) == (act.kind, act.party)]
        overlapping = [one for one in near if one.on.earliest <= act.on.latest and act.on.earliest <= one.on.latest]
        assert overlapping or (act.party == "ME" and "ME" not in stored.parties)


@given(AGREEMENTS)
def test_a_bare_record_takes_all_and_a_full_one_is_not_emptied(incoming):
    assert fill_gaps(FULL, BARE) == FULL
    whole = fill_gaps(
        BARE._replace(level="unknown", form="other", types=("other",)), incoming._replace(parties=BARE.parties)
    )
    for name in ("signed", "in_force", "ended", "level", "form", "types", "status", "references", "notes"):
        assert getattr(whole, name) == getattr(incoming, name)


def test_the_bare_record_filled_with_the_full_one_is_the_full_one():
    assert fill_gaps(BARE, FULL) == FULL


@pytest.mark.parametrize(
    ("stored", "incoming", "after"),
    [
        ("2012", "2012-03-10", "2012-03-10"),
        ("2012", "2012-03", "2012-03"),
        ("2012-03", "2012-03-10", "2012-03-10"),
        ("2012-03", "2012", "2012-03"),
        ("2012-03-10", "2012-03-11", "2012-03-10"),
        ("2012", "2013-01-05", "2012"),
        ("2012", "2012-03-10?", "2012"),
        ("2012?", "2012-03-10", "2012-03-10"),
        ("", "2012~", "2012~"),
        ("2012~", "", "2012~"),
        ("", "", ""),
    ],
)
def test_a_date_gives_way_only_to_a_finer_and_plain_one_inside_it(stored, incoming, after):
    assert fill_gaps(BARE._replace(signed=day(stored)), BARE._replace(signed=day(incoming))).signed == day(after)


@pytest.mark.parametrize(
    ("name", "stored", "incoming", "after"),
    [
        ("level", "unknown", "ministry", "ministry"),
        ("level", "ministry", "unknown", "ministry"),
        ("level", "ministry", "state", "ministry"),
        ("form", "other", "mou", "mou"),
        ("form", "treaty", "mou", "treaty"),
        ("form", "treaty", "other", "treaty"),
        ("types", ("other",), ("mla", "extradition"), ("mla", "extradition")),
        ("types", ("mla",), ("extradition",), ("mla",)),
        ("types", ("mla",), ("other",), ("mla",)),
        ("place", "", "Tirana", "Tirana"),
        ("place", "Prishtina", "Tirana", "Prishtina"),
        ("references", ("a", "b"), ("b", "c"), ("a", "b", "c")),
        ("notes", "One.", "Two.\nOne.", "One.\nTwo."),
        ("title", "Agreement", "Treaty", "Agreement"),
        ("confidence", "low", "high", "low"),
    ],
)
def test_unknown_is_filled_and_stated_is_kept(name, stored, incoming, after):
    assert getattr(fill_gaps(BARE._replace(**{name: stored}), BARE._replace(**{name: incoming})), name) == after


def test_who_signed_for_a_party_is_filled_for_parties_of_the_record_that_have_nobody():
    known, other = Signatory("AL", "Government"), Signatory("AL", "Ministry")
    mine, strange = Signatory("XK", "Police"), Signatory("ME", "Police")
    stored = BARE._replace(signatories=(known,))
    assert fill_gaps(stored, BARE._replace(signatories=(other, mine, strange))).signatories == (known, mine)


@pytest.mark.parametrize(
    ("stored", "incoming", "after"),
    [
        ("ratification AL 2012", "ratification AL 2012-05-03", "ratification AL 2012-05-03"),
        ("ratification AL 2012-05-03 (G 1)", "ratification AL 2012 [B]", "ratification AL 2012-05-03 (G 1) [B]"),
        ("ratification AL 2012", "ratification AL 2012-05-03?", "ratification AL 2012"),
        ("ratification AL 2012: a", "ratification AL 2012: b", "ratification AL 2012: a"),
        ("denunciation AL 2020", "denunciation AL 2020 effect 2021", "denunciation AL 2020 effect 2021"),
        ("ratification AL 2012", "ratification AL 2013", "ratification AL 2012 | ratification AL 2013"),
        ("ratification AL 2012", "approval AL 2012", "ratification AL 2012 | approval AL 2012"),
        ("ratification AL 2012", "ratification all 2012", "ratification AL 2012 | ratification all 2012"),
        ("", "continuation RS 2012", "continuation RS 2012"),
        ("", "ratification ME 2012", ""),
    ],
)
def test_the_same_act_is_completed_and_another_one_is_added(stored, incoming, after):
    other = BARE._replace(parties=("AL", "ME", "XK"), acts=ACTS.read(incoming))
    assert ACTS.write(fill_gaps(BARE._replace(acts=ACTS.read(stored)), other).acts) == after


@pytest.mark.parametrize(
    ("stored", "given_acts", "after"),
    [
        ("", "ratification AL 2012", "ratification AL 2012"),
        ("ratification AL 2012 (G 1)", "ratification AL 2013", "ratification AL 2013 (G 1)"),
        ("entry-into-force AL 2012", "entry-into-force AL 2013-05", "entry-into-force AL 2013-05"),
        # The earlier exports did not distinguish by what a party was bound.
        ("deposit AL 2012", "ratification AL 2012: kind not distinguished before", "deposit AL 2012"),
        ("deposit AL 2012", "ratification AL 2013", "deposit AL 2012 | ratification AL 2013"),
        ("ratification XK 2012", "ratification AL 2013", "ratification XK 2012 | ratification AL 2013"),
        ("reservation AL 2012", "reservation AL 2013", "reservation AL 2012 | reservation AL 2013"),
        ("reservation AL 2012: a", "reservation AL 2012: b", "reservation AL 2012: a"),
    ],
)
def test_a_party_is_bound_once_by_what_a_list_adds(stored, given_acts, after):
    assert merge_additions({"acts": stored}, {"acts": given_acts}) == {"acts": after}


@pytest.mark.parametrize(
    ("stored", "other", "after"),
    [
        (("", ""), ("in-force", "2014"), ("in-force", "2014")),
        (("in-force", ""), ("in-force", "2014"), ("in-force", "2014")),
        (("in-force", "2014"), ("in-force", "2014-02"), ("in-force", "2014-02")),
        (("in-force", "2014"), ("terminated", "2014-02"), ("in-force", "2014")),
        (("in-force", ""), ("terminated", "2020"), ("in-force", "")),
    ],
)
def test_the_date_of_a_status_goes_with_it(stored, other, after):
    def with_status(status, on):
        return BARE._replace(status=status, status_on=day(on))

    assert fill_gaps(with_status(*stored), with_status(*other)) == with_status(*after)
