"""Why a record has its status: a sentence for each verdict (domain rule 2)."""

import re
from dataclasses import replace

import pytest

from wbagree import resources
from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.status import asserted_words, explain_status, status_words
from wbagree.domain.dates.partial_date import PartialDate

DAY = "2009-03-01"
SENTENCES = {
    "ended": "ended 2008-05, on or before 2009-03-01",
    "end-straddles": "ended 2008-05, which may be before or after 2009-03-01",
    "end-asserted": "a source says not in force; the day it ended is not on record",
    "end-undated": (
        "a source says not in force, on a day not on record: whether before or after 2009-03-01 is not known"
    ),
    "in-force": "in force from 2007?; no end on record",
    "entry-straddles": "entered into force 2007?, which may be before or after 2009-03-01",
    "not-yet-signed": "signed only 2006-01-31~, after 2009-03-01",
    "signing-straddles": "signed 2006-01-31~, which may be before or after 2009-03-01",
    "asserted": "a source says not in force; no date of entry into force on record",
    "assertion-undated": (
        "a source says not in force, but nothing on record says since when: not known for 2009-03-01"
    ),
    "signed": "signed 2006-01-31~; no entry into force on record by 2009-03-01",
    "nothing-known": "no date of signature, entry into force or end on record, and no source asserts a status",
}


def record(verdict: str) -> Record:
    agreement = Agreement(
        "AL-XK-2006-1",
        "Agreement",
        "agreement",
        ("mla",),
        ("AL", "XK"),
        "low",
        signed=PartialDate(2006, 1, 31, "~"),
        in_force=PartialDate(2007, mark="?"),
        ended=PartialDate(2008, 5),
        status="not-in-force",
    )
    return Record(agreement, DAY, "unknown", verdict)


@pytest.mark.parametrize("verdict", SENTENCES)
def test_every_verdict_has_its_sentence(verdict):
    assert explain_status(record(verdict)) == SENTENCES[verdict]


def test_the_verdicts_are_those_that_the_register_gives():
    script = (resources.migrations_folder() / "versions" / "0002_reading.py").read_text(encoding="utf-8")
    (view,) = re.findall(r"CREATE VIEW agreement_verdict AS(.*?)END AS verdict", script, re.DOTALL)
    assert set(re.findall(r"(?:THEN|ELSE) '([a-z-]+)'", view)) == set(SENTENCES)


@pytest.mark.parametrize(
    ("verdict", "status", "words"),
    [
        ("asserted", "not-in-force", "not in force (source of 2014-02)"),
        ("end-asserted", "terminated", "terminated (source of 2014-02)"),
        ("in-force", "in-force", "in force"),
        ("ended", "terminated", "terminated"),
        ("signed", "signed", "signed"),
    ],
)
def test_a_status_that_rests_on_a_source_says_when_that_was(verdict, status, words):
    found = record(verdict)
    dated = replace(found.agreement, status_on=PartialDate(2014, 2))
    assert status_words(found._replace(agreement=dated, status=status)) == words
    assert asserted_words(dated) == "a source of 2014-02 says not in force"
    assert asserted_words(found.agreement) == "a source says not in force"
