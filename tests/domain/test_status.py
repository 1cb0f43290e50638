"""Why a record has its status: a sentence for each verdict (domain rule 2)."""

import re
from pathlib import Path

import pytest

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.status import asserted_words, date_words, explain_status, status_words
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.store.read import filter_sql

DAY = "2009-03-01"
SENTENCES = {
    "ended": "ended 2008-05, on or before 2009-03-01",
    "end-straddles": "ended 2008-05, which may be before or after 2009-03-01",
    "end-asserted": "a source says not in force; the day it ended is not recorded",
    "end-undated": (
        "a source says not in force, on a day not recorded: whether before or after 2009-03-01 is not known"
    ),
    "exit-undated": "denunciation by XK on 2008-07; date of effect not recorded",
    "suspended": "suspension on 2009-01; no resumption recorded by 2009-03-01",
    "suspension-straddles": "suspension on 2009-01; whether that holds on 2009-03-01 is not known",
    "in-force": "in force from 2007?; ends 2008-05",
    "entry-straddles": "entered into force 2007?, which may be before or after 2009-03-01",
    "provisional": "provisional application by AL on 2006-02-01; no entry into force recorded by 2009-03-01",
    "not-yet-for-all": "in force from 2007?, but for a party of this question only later",
    "not-yet-signed": "signed only 2006-01-31~, after 2009-03-01",
    "signing-straddles": "signed 2006-01-31~, which may be before or after 2009-03-01",
    "asserted": "a source says not in force; no date of entry into force recorded",
    "asserted-later": "a source says not in force; what held on 2009-03-01, before that, is not known",
    "assertion-undated": "status on 2009-03-01 is unknown: the source gives no start date",
    "signed": (
        "signed 2006-01-31~; ratified by AL, no ratification by XK recorded; no entry into force recorded by 2009-03-01"
    ),
    "nothing-known": "no date of signature, entry into force or end recorded, and no source asserts a status",
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
        acts=ACTS.read(
            "denunciation AL 2008-05 | denunciation XK 2008-07 | denunciation XK 2010 | suspension all 2009-01"
            " | provisional-application AL 2006-02-01 | ratification AL 2008 | ratification XK 2009-03"
        ),
    )
    return Record(agreement, DAY, "unknown", verdict)


@pytest.mark.parametrize("verdict", SENTENCES)
def test_every_verdict_has_its_sentence(verdict):
    assert explain_status(record(verdict)) == SENTENCES[verdict]


def test_the_verdicts_are_those_that_the_register_gives():
    script = Path(filter_sql.__file__).with_name("views.sql").read_text(encoding="utf-8")
    (view,) = re.findall(r"CREATE VIEW agreement_view AS.*?a\.\*,(.*?)END AS verdict", script, re.DOTALL)
    given = f"{view} {filter_sql.verdict_for(['x'])}"
    plain = re.findall(r"(?:THEN|ELSE)\s+'([a-z-]+)'", given)
    # Of two, the first or the second: THEN iif(..., 'suspended', 'suspension-straddles').
    either = re.findall(r"'([a-z-]+)', '([a-z-]+)'\)\s+(?:WHEN|--)", given)
    assert {*plain, *(verdict for two in either for verdict in two)} == set(SENTENCES)


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
    dated = found.agreement._replace(status_on=PartialDate(2014, 2))
    assert status_words(found._replace(agreement=dated, status=status)) == words
    assert asserted_words(dated) == "a source of 2014-02 says not in force"
    assert asserted_words(found.agreement) == "a source says not in force"


@pytest.mark.parametrize(("verdict", "status"), [("asserted", "in-force"), ("end-asserted", "terminated")])
def test_a_status_by_an_undated_source_says_so(verdict, status):
    assert status_words(record(verdict)._replace(status=status)).endswith(" (source undated)")


@pytest.mark.parametrize(
    ("acts", "sentence"),
    [
        ("", "no entry into force recorded by 2009-03-01"),
        ("signature AL 2006", "no entry into force recorded by 2009-03-01"),
        ("approval-law AL 2006", "no entry into force recorded by 2009-03-01"),
        (
            "deposit XK 2008",
            "ratified by XK, no ratification by AL recorded; no entry into force recorded by 2009-03-01",
        ),
        ("ratification AL 2008 | notification XK 2009-02", "ratified by both; entry into force not recorded"),
        ("exchange-of-instruments all 2008", "ratified by both; entry into force not recorded"),
        # An act counts from the day on which it has surely been done, or from its date of effect.
        ("ratification AL 2009", "no entry into force recorded by 2009-03-01"),
        ("succession AL 2010 effect 2006 | ratification XK 2008", "ratified by both; entry into force not recorded"),
    ],
)
def test_of_what_is_signed_it_says_who_is_bound(acts, sentence):
    found = record("signed")
    signed = found._replace(agreement=found.agreement._replace(acts=ACTS.read(acts)))
    assert explain_status(signed) == f"signed 2006-01-31~; {sentence}"


def test_of_more_than_two_that_are_bound_it_says_all():
    found = record("signed")
    acts = ACTS.read("ratification AL 2008 | ratification ME 2008 | ratification XK 2008")
    of_three = found._replace(agreement=found.agreement._replace(parties=("AL", "ME", "XK"), acts=acts))
    assert explain_status(of_three).endswith("; ratified by all; entry into force not recorded")


@pytest.mark.parametrize(
    ("derived", "words"),
    [
        ("", ""),
        ("2015-08-20", "2015-08-20 (from acts)"),
        ("2015-08-20/2015-08-21", "2015-08-20 or 2015-08-21, by party (from acts)"),
        # An exit without a date of effect dates no end.
        ("2020-01-15/..", ""),
    ],
)
def test_a_date_that_is_not_stated_follows_from_acts(derived, words):
    found = record("in-force")._replace(derived_in_force=derived, derived_ended=derived, derived_signed=derived)
    assert [date_words(found, name) for name in ("signed", "in_force", "ended")] == ["2006-01-31~", "2007?", "2008-05"]
    bare = found._replace(agreement=found.agreement._replace(signed=None, in_force=None, ended=None))
    assert {date_words(bare, name) for name in ("signed", "in_force", "ended")} == {words}


def test_what_is_in_force_without_an_end_says_that_none_is_on_record():
    found = record("in-force")
    endless = found._replace(agreement=found.agreement._replace(ended=None))
    assert explain_status(endless) == "in force from 2007?; no end recorded"


@pytest.mark.parametrize(
    ("verdict", "asserted", "on", "words"),
    [
        ("in-force", "", None, "in force for YU-SFRY since 2007?"),
        ("asserted", "in-force", PartialDate(1980), "in force for YU-SFRY (source of 1980)"),
        ("asserted", "not-in-force", None, "not in force for YU-SFRY (source undated)"),
        ("signed", "", None, "signed by YU-SFRY"),
        ("suspended", "", None, "suspended for YU-SFRY"),
        ("provisional", "", None, "applied provisionally for YU-SFRY"),
        ("entry-straddles", "", None, "unknown (inherited from YU-SFRY)"),
        ("nothing-known", "", None, "unknown (inherited from YU-SFRY)"),
    ],
)
def test_what_is_inherited_has_the_status_of_the_predecessor(verdict, asserted, on, words):
    found = record(verdict)._replace(status="inherited", inherited_from="YU-SFRY")
    of_predecessor = found.agreement._replace(status=asserted, status_on=on)
    assert status_words(found._replace(agreement=of_predecessor)) == words


def test_what_two_predecessors_signed_names_both():
    found = record("signed")._replace(status="inherited", inherited_from="AHU YU-SFRY")
    assert status_words(found) == "signed by AHU and YU-SFRY"


def test_an_act_that_is_not_read_with_the_record_is_still_an_act():
    found = record("exit-undated")
    assert explain_status(found._replace(agreement=found.agreement._replace(acts=()))) == (
        "left by an act; date of effect not recorded"
    )
