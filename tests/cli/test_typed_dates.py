"""Wherever a person types a date or a period, words and the region's spellings do; a list keeps its own rules."""

import json
from datetime import date, timedelta

import pytest

KEY = "AL-XK-2012-1"
NEW = ("--title", "Protocol on mountain rescue", "-p", "AL", "-p", "XK", "-f", "protocol", "-t", "mla")
TODAY = date.today()
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()


def shown(wbagree, key, db):
    return json.loads(wbagree("show", key, "--format", "json", db=db).stdout)


@pytest.mark.parametrize("word", ["yesterday", "dje", "juče", "вчера"])
def test_an_agreement_added_of_yesterday_has_that_day(word, wbagree, empty):
    ran = wbagree("add", *NEW, "--signed", word, db=empty)
    assert ran.returncode == 0, ran.stderr
    assert shown(wbagree, ran.stdout.strip(), empty)["signed"] == YESTERDAY


def test_every_date_of_add_and_edit_is_read_as_typed(wbagree, seeded):
    dates = ("--signed", "28 November 2012", "--in-force", "dje", "--ended", "sot", "--status-on", "1.2.2013")
    ran = wbagree("edit", KEY, *dates, "--status", "terminated", db=seeded)
    assert ran.returncode == 0, ran.stderr
    after = shown(wbagree, KEY, seeded)
    assert [after[name] for name in ("signed", "in_force", "ended", "status_on")] == [
        "2012-11-28", YESTERDAY, TODAY.isoformat(), "2013-02-01",
    ]  # fmt: skip


def test_the_dates_of_acts_and_assessments_are_read_as_typed(wbagree, seeded):
    wbagree("act", KEY, "ratification", "AL", "yesterday", "--effect", "today", db=seeded)
    wbagree("act", KEY, "entry-into-force", "jučer", db=seeded)
    wbagree("assess", KEY, "--score", "full", "--on", "28.11.2020", db=seeded)
    items = ("--act", "ratification XK 3.5.2013 effect dje", "--assessment", "yesterday partial: seen today")
    ran = wbagree("edit", KEY, "--append", *items, db=seeded)
    assert ran.returncode == 0, ran.stderr
    after = shown(wbagree, KEY, seeded)
    assert {(one["kind"], one["party"], one["on"], one["effect"] or "") for one in after["acts"]} >= {
        ("ratification", "AL", YESTERDAY, TODAY.isoformat()), ("entry-into-force", "", YESTERDAY, ""),
        ("ratification", "XK", "2013-05-03", YESTERDAY),
    }  # fmt: skip
    assert {(one["on"], one["score"]) for one in after["implementation"]} >= {
        ("2020-11-28", "full"), (YESTERDAY, "partial"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (("list", "--as-of", "yesterday"), ("list", "--as-of", YESTERDAY)),
        (("list", "--since", "1 mars 2012", "--until", "today"), ("list", "--since", "2012-03-01", "--until", TODAY)),
        (("list", "--since", "10 vjet"), ("list", "--since", TODAY.replace(year=TODAY.year - 10))),
        (("list", "--since", "3650d"), ("list", "--since", TODAY - timedelta(days=3650))),
        (("show", KEY, "--as-of", "31.12.2012"), ("show", KEY, "--as-of", "2012-12-31")),
        (("show", KEY, "--as-recorded", "today"), ("show", KEY, "--as-recorded", TODAY)),
        (("show", KEY, "--as-recorded", "Today"), ("show", KEY, "--as-recorded", TODAY)),
        (("history", "--since", "7d"), ("history", "--since", TODAY - timedelta(days=7))),
        (("due", "6m"), ("due", "--within", "6")),
        (("due", "--within", "2y"), ("due", "--within", "24")),
        (("due", "--verified-months", "2y"), ("due", "--verified-months", "24")),
        (("contacts", "due", "--months", "1y"), ("contacts", "due", "--months", "12")),
    ],
)
def test_a_question_of_typed_words_is_the_question_of_its_day(typed, same, wbagree, seeded):
    ran = wbagree(*typed, db=seeded)
    expected = wbagree(*map(str, same), db=seeded)
    assert (ran.returncode, ran.stdout) == (0, expected.stdout), ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("list", "--as-of", "soon"), 4,
         "wbagree: I can't read the date 'soon'. Use 28.11.2026, 2026-11-28 or yesterday.\n"),
        (("list", "--until", "6m"), 4, "wbagree: '6m' is a length of time. Type a date such as 28.11.2026.\n"),
        (("edit", KEY, "--signed", "31.2.2012"), 4, "wbagree: signed: 31 February 2012 is not a valid date.\n"),
        (("edit", KEY, "--signed", "05/03/2012"), 4,
         "wbagree: signed: '05/03/2012' could be 2012-03-05 or 2012-05-03. Type one of these.\n"),
        (("add", *NEW, "--signed", "tomorrow"), 4, "wbagree: signed: The signature date is in the future: "),
        (("due", "--within", "six"), 2,
         "wbagree: --within: I can't read the length of time 'six'. Use 6m, 90d or 2y.\n"),
        (("due", "6m", "--within", "6m"), 2, "wbagree: '6m' and --within both say how far to look ahead.\n"),
        (("act", KEY, "ratification", "DE", "--remove"), 3, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_answered_in_one_sentence(arguments, code, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert ran.stderr.startswith(sentence)


@pytest.mark.parametrize("word", ["yesterday", "dje", "6m"])
def test_a_list_has_no_yesterday(word, wbagree, empty, file):
    ran = wbagree("import", file(f"title,parties,form,types,signed\nOn rescue,AL;XK,mou,mla,{word}\n"), db=empty)
    assert ran.returncode == 6
    assert f"signed: date '{word}':" in ran.stderr
