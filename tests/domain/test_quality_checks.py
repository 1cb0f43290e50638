"""What a careful reader questions in a record: each doubt is one sentence, and a sound record raises none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import ACTS, ASSESSMENTS
from wbagree.domain.agreements.parts import Relation, Source
from wbagree.domain.agreements.quality_checks import (
    DUPLICATE,
    FINDING_KINDS,
    QUALITY_CHECKS,
    CheckContext,
    Finding,
    Gravity,
    findings,
)
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.vocabularies import label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.parties.party_book import Party, PartyBook

TODAY = date(2026, 11, 1)
PARTIES = PartyBook(
    [
        Party("AL", "ALB", "Albania", "state"),
        Party("CS", "SCG", "Serbia and Montenegro", "predecessor", "2003-02-04", "2006-06-05"),
        Party("COE", "", "Council of Europe", "organisation", "1949"),
        Party("BA", "BIH", "Bosnia and Herzegovina", "state", "1992-03"),
    ]
)
OTHERS = {"AL-BA-2010-1": PartialDate(2010, 5, 20), "AL-BA-2011-1": PartialDate(2011), "AL-BA-nd-1": None}
VERBS = ["amends", "supplements", "supersedes", "extends", "implements"]


def made(*, signed: str = "2012-03-10", in_force: str = "", ended: str = "", **fields: object) -> Agreement:
    dates = {
        name: PartialDate.parse(text) if text else None
        for name, text in (("signed", signed), ("in_force", in_force), ("ended", ended))
    }
    plain = {
        "key": "AL-BA-2012-1",
        "title": "Agreement",
        "form": "agreement",
        "types": ("mla",),
        "parties": ("AL", "BA"),
        "confidence": "low",
        "sources": (Source("Gazette 1/2012"),),
    }
    return Agreement(**{**plain, **dates, **fields})


def found(agreement: Agreement) -> list[tuple[str, str]]:
    reported = list(findings(agreement, CheckContext(PARTIES, OTHERS, TODAY)))
    assert all(
        finding == Finding(finding.kind, agreement.key, finding.sentence, agreement.title) for finding in reported
    )
    return [(finding.kind, finding.sentence) for finding in reported]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"sources": (), "references": ("Off. Gaz. 4/2012",)},
        {"in_force": "2012-03-10"},
        {"signed": "2012-03", "in_force": "2012-03-01"},
        {"signed": "2012", "in_force": "2012-02?"},
        {"signed": "2012-03-10~", "in_force": "2012"},
        {"signed": "1992-03-01"},
        {"signed": "2003-02", "parties": ("AL", "CS")},
        {"signed": "2006", "parties": ("AL", "CS")},
        {"signed": "1949", "parties": ("AL", "COE")},
        {"signed": "2012", "status": "provisional", "in_force": "2012-04"},
        {"signed": "2012", "status": "not-in-force", "ended": "2014"},
    ],
)
def test_a_sound_record_raises_no_doubt(fields):
    assert found(made(**fields)) == []


@pytest.mark.parametrize(
    ("fields", "kind", "sentence"),
    [
        ({"signed": ""}, "undated", "No signature date"),
        ({"sources": ()}, "unsourced", "No source and no official reference"),
        (
            {"in_force": "2012-03-09"},
            "in-force-first",
            "In force 2012-03-09, before it was signed (2012-03-10)",
        ),
        ({"in_force": "2011?"}, "in-force-first", "In force 2011?, before it was signed (2012-03-10)"),
        (
            {"signed": "1992-02", "in_force": ""},
            "party-lifetime",
            "Signed 1992-02; agreements of Bosnia and Herzegovina are recorded from 1992-03",
        ),
        (
            {"signed": "2006-06-06", "parties": ("AL", "CS")},
            "party-lifetime",
            "Signed 2006-06-06; agreements of Serbia and Montenegro are recorded until 2006-06-05",
        ),
        (
            {"signed": "1948-12-31~", "parties": ("AL", "COE")},
            "party-lifetime",
            "Signed 1948-12-31~; agreements of Council of Europe are recorded from 1949",
        ),
        (
            {"relations": (Relation("amends", "AL-BA-1999-9"),)},
            "relations",
            "Amends AL-BA-1999-9, which is not in the register",
        ),
        *(
            (
                {"signed": "2020", "status": status},
                "stale-status",
                f'Status "{words}", though signed 2020. Check that it is still current.',
            )
            for status, words in (
                ("negotiation", "under negotiation"),
                ("provisional", "provisional"),
                ("not-in-force", "not in force"),
            )
        ),
        (
            {"signed": "2012", "status": "not-in-force", "form": "mou", "binding": "yes"},
            "stale-status",
            'Status "not in force", though signed 2012. Check that it is still current.',
        ),
        (
            {"signed": "2012", "status": "provisional", "form": "mou"},
            "stale-status",
            'Status "provisional", though signed 2012. Check that it is still current.',
        ),
        *(
            (
                fields,
                "undated-status",
                f'Status "{label(fields["status"])}" has no source date. It counts for today only.',
            )
            for fields in (
                {"signed": "1992", "status": "in-force"},
                {"signed": "2021", "status": "negotiation"},
                {"signed": "1995", "status": "terminated"},
                {"signed": "2012", "status": "not-in-force", "form": "mou"},
                {"signed": "2012", "status": "not-in-force", "binding": "no"},
            )
        ),
        (
            {"in_force": "2013", "acts": ACTS.read("entry-into-force all 2015")},
            "acts",
            "In force 2013 is recorded, but the acts give 2015",
        ),
        (
            {"acts": ACTS.read("entry-into-force AL 2015-08-20 | entry-into-force BA 2015-08-21")},
            "acts",
            "The parties give different dates of entry into force: 2015-08-20/2015-08-21",
        ),
        (
            {"acts": ACTS.read("denunciation AL 2020-01-15")},
            "acts",
            "Denunciation of 2020-01-15 has no date of effect. The status is unknown from then on.",
        ),
    ],
)
def test_a_doubt_has_its_kind_and_its_sentence(fields, kind, sentence):
    assert found(made(**fields)) == [(kind, sentence)]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("signed", "other", "later"),
    [
        ("2010-05-19", "AL-BA-2010-1", "2010-05-20"),
        ("2010-04", "AL-BA-2010-1", "2010-05-20"),
        ("2010", "AL-BA-2011-1", "2011"),
        ("2010-12-31?", "AL-BA-2011-1", "2011"),
    ],
)
def test_what_acts_on_another_agreement_is_not_signed_before_it(verb, signed, other, later):
    agreement = made(signed=signed, relations=(Relation(verb, other),))
    assert found(agreement) == [("relations", f"Signed {signed}; {verb} {other}, which was signed later ({later})")]


@pytest.mark.parametrize(
    ("signed", "other"),
    [("2010-05-20", "AL-BA-2010-1"), ("2010", "AL-BA-2010-1"), ("2011-01-01", "AL-BA-2011-1"), ("1999", "AL-BA-nd-1")],
)
def test_what_may_be_signed_after_the_other_raises_no_doubt(signed, other):
    assert found(made(signed=signed, relations=tuple(Relation(verb, other) for verb in VERBS))) == []


def test_an_undated_record_is_asked_for_its_date_and_not_for_what_follows_from_it():
    relations = (Relation("amends", "AL-BA-2010-1"), Relation("extends", "AL-BA-nd-1"))
    agreement = made(signed="", parties=("AL", "CS"), in_force="1990", status="provisional", relations=relations)
    assert found(agreement) == [("undated", "No signature date")]


def test_every_relation_and_every_party_has_its_own_sentence():
    relations = (Relation("amends", "XX-1"), Relation("extends", "XX-2"))
    reported = found(made(signed="1940", parties=("BA", "COE"), relations=relations))
    assert [kind for kind, _ in reported] == ["relations", "relations", "party-lifetime", "party-lifetime"]
    assert [
        "XX-1" in reported[0][1],
        "XX-2" in reported[1][1],
        " Bosnia and Herzegovina " in reported[2][1],
        " Council of Europe " in reported[3][1],
    ] == [True] * 4


def test_doubts_come_in_the_order_of_the_kinds():
    agreement = made(
        signed="1990", in_force="1989", sources=(), status="", relations=(Relation("amends", "AL-BA-2010-1"),)
    )
    kinds = [kind for kind, _ in found(agreement)]
    assert kinds == [kind for kind in QUALITY_CHECKS if kind in kinds] == list(dict.fromkeys(kinds))
    assert kinds == ["unsourced", "in-force-first", "relations", "party-lifetime"]


DATES = st.builds(
    PartialDate,
    st.integers(1900, 2030),
    st.none() | st.integers(1, 12),
    st.none(),
    st.sampled_from(["", "?", "~"]),
)


@given(DATES, DATES)
def test_only_a_date_that_must_be_earlier_raises_a_doubt(signed, in_force):
    reported = found(made(signed=str(signed), in_force=str(in_force), parties=("AL", "AL")))
    possible = in_force.latest >= signed.earliest
    assert reported == ([] if possible else [("in-force-first", reported[0][1])])


@pytest.mark.parametrize("acts", ["entry-into-force all 2013-04", "denunciation AL 2020-01-15 effect 2020-07-15",
                                  "entry-into-force AL 2013-05 | entry-into-force BA 2013-05-12",
                                  "ratification AL 2013", "expiry all 2020"])  # fmt: skip
def test_acts_that_agree_raise_no_doubt(acts):
    assert found(made(acts=ACTS.read(acts))) == []


def test_what_is_superseded_without_an_end_is_asked_about():
    agreement = made(signed="2020", relations=(Relation("supersedes", "AL-BA-2010-1"),))
    others = {"AL-BA-2010-1": PartialDate(2010)}
    context = CheckContext(PARTIES, others, TODAY, without_end=["AL-BA-2010-1"])
    sentence = "Supersedes AL-BA-2010-1, which has no end date"
    assert [(one.kind, one.sentence) for one in findings(agreement, context)] == [("superseded", sentence)]
    assert list(findings(agreement, CheckContext(PARTIES, others, TODAY))) == []


@pytest.mark.parametrize(("signed", "long_ago"), [("2021-11-01", True), ("2021", False), ("2021-11-02", False)])
def test_an_agreement_signed_long_ago_without_entry_into_force_is_a_finding(signed, long_ago):
    agreement = made(signed=signed)
    context = CheckContext(PARTIES, OTHERS, TODAY, signed_only=[agreement.key])
    sentences = [one.sentence for one in findings(agreement, context)]
    assert sentences == [f"Signed {signed}; no entry into force recorded"] * long_ago
    assert found(agreement) == []


@pytest.mark.parametrize(
    ("assessments", "sentences"),
    [
        ("2014-02 unknown: seen", ["Last report 2014-02 (not rated)"]),
        ("2014-02 unknown: seen | 2016 full: done", []),
        ("2012 full: done | 2014-02 unknown: seen", ["Last report 2014-02 (not rated)"]),
        ("2016 none: begun", []),
    ],
)
def test_a_last_report_without_a_rating_is_a_finding(assessments, sentences):
    assert [sentence for _, sentence in found(made(implementation=ASSESSMENTS.read(assessments)))] == sentences


@pytest.mark.parametrize(
    ("renewal", "sentences"),
    [
        ("tacit every 1 year", ["Renewal every 1 year has no date to count from"]),
        ("by agreement on 2020-01-01", ["Ended 2020-01-01 unless the parties renewed it. Check whether they did."]),
        ("by agreement on 2027-01-01", []),
        ("tacit every 1 year from 2012-05", []),
    ],
)
def test_a_renewal_that_nobody_can_count_or_know_is_a_finding(renewal, sentences):
    assert [sentence for _, sentence in found(made(renewal=Renewal.parse(renewal)))] == sentences
    assert found(made(renewal=Renewal.parse(renewal), ended="2021")) == []


def test_every_kind_of_findings_has_its_gravity_and_words():
    assert {*FINDING_KINDS} == {*QUALITY_CHECKS, DUPLICATE}
    gravities = [kind.gravity for kind in FINDING_KINDS.values()]
    assert gravities == sorted(gravities, key=list(Gravity).index)
