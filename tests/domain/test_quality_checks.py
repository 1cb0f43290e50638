"""What a careful reader questions in a record: each doubt is one sentence, and a sound record raises none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.parts import Relation, Source
from wbagree.domain.agreements.quality_checks import QUALITY_CHECKS, CheckContext, Finding, findings
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
    assert all(finding == Finding(finding.kind, agreement.key, finding.sentence) for finding in reported)
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
        ({"signed": ""}, "undated", "has no date of signature"),
        ({"sources": ()}, "unsourced", "has neither a source nor an official reference"),
        (
            {"in_force": "2012-03-09"},
            "in-force-first",
            "in force 2012-03-09, before it was signed (2012-03-10)",
        ),
        ({"in_force": "2011?"}, "in-force-first", "in force 2011?, before it was signed (2012-03-10)"),
        (
            {"signed": "1992-02", "in_force": ""},
            "party-lifetime",
            "signed 1992-02, but BA is on record only from 1992-03",
        ),
        (
            {"signed": "2006-06-06", "parties": ("AL", "CS")},
            "party-lifetime",
            "signed 2006-06-06, but CS is on record only until 2006-06-05",
        ),
        (
            {"signed": "1948-12-31~", "parties": ("AL", "COE")},
            "party-lifetime",
            "signed 1948-12-31~, but COE is on record only from 1949",
        ),
        (
            {"relations": (Relation("amends", "AL-BA-1999-9"),)},
            "relations",
            "amends AL-BA-1999-9, which is not on record",
        ),
        *(
            (
                {"signed": "2020", "status": status},
                "stale-status",
                f"asserted {status}, though signed 2020: look whether that still holds",
            )
            for status in ("negotiation", "provisional", "not-in-force")
        ),
        (
            {"signed": "2012", "status": "not-in-force", "form": "mou", "binding": "yes"},
            "stale-status",
            "asserted not-in-force, though signed 2012: look whether that still holds",
        ),
        (
            {"signed": "2012", "status": "provisional", "form": "mou"},
            "stale-status",
            "asserted provisional, though signed 2012: look whether that still holds",
        ),
        *(
            (fields, "undated-status", f"asserted {fields['status']} by a source without a date: known for today alone")
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
            "in force 2013 is stated, and 2015 follows from acts",
        ),
        (
            {"acts": ACTS.read("entry-into-force AL 2015-08-20 | entry-into-force BA 2015-08-21")},
            "acts",
            "the parties differ about the entry into force: 2015-08-20/2015-08-21",
        ),
        (
            {"acts": ACTS.read("denunciation AL 2020-01-15")},
            "acts",
            "denunciation of 2020-01-15: date of effect not recorded, so that its status is unknown from then on",
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
    assert found(agreement) == [("relations", f"signed {signed}, {verb} {other}, which was signed later ({later})")]


@pytest.mark.parametrize(
    ("signed", "other"),
    [("2010-05-20", "AL-BA-2010-1"), ("2010", "AL-BA-2010-1"), ("2011-01-01", "AL-BA-2011-1"), ("1999", "AL-BA-nd-1")],
)
def test_what_may_be_signed_after_the_other_raises_no_doubt(signed, other):
    assert found(made(signed=signed, relations=tuple(Relation(verb, other) for verb in VERBS))) == []


def test_an_undated_record_is_asked_for_its_date_and_not_for_what_follows_from_it():
    relations = (Relation("amends", "AL-BA-2010-1"), Relation("extends", "AL-BA-nd-1"))
    agreement = made(signed="", parties=("AL", "CS"), in_force="1990", status="provisional", relations=relations)
    assert found(agreement) == [("undated", "has no date of signature")]


def test_every_relation_and_every_party_has_its_own_sentence():
    relations = (Relation("amends", "XX-1"), Relation("extends", "XX-2"))
    reported = found(made(signed="1940", parties=("BA", "COE"), relations=relations))
    assert [kind for kind, _ in reported] == ["relations", "relations", "party-lifetime", "party-lifetime"]
    assert [
        "XX-1" in reported[0][1],
        "XX-2" in reported[1][1],
        " BA " in reported[2][1],
        " COE " in reported[3][1],
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
    sentence = "supersedes AL-BA-2010-1, of which no end is recorded"
    assert [(one.kind, one.sentence) for one in findings(agreement, context)] == [("superseded", sentence)]
    assert list(findings(agreement, CheckContext(PARTIES, others, TODAY))) == []
