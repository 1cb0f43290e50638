"""``wbagree add`` with bare words: the title in quotes, and what it is about in any order."""

import json
from datetime import date, timedelta

import pytest

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()
CYBER = {
    "title": "MoU on cyber incidents", "parties": ["AL", "XK"], "form": "mou", "types": ["mla"], "signed": YESTERDAY,
}  # fmt: skip


def added(wbagree, db, *words):
    """The agreement that these words add, and all that is printed beside its key."""
    ran = wbagree("add", *words, db=db)
    assert ran.returncode == 0, ran.stderr
    return json.loads(wbagree("show", ran.stdout.strip(), "--format", "json", db=db).stdout), ran.stderr


@pytest.mark.parametrize(
    "words",
    [
        (CYBER["title"], "AL", "XK", "mou", "mla", "yesterday"),
        ("dje", "extradition", "memorandum", "Kosovë", "Shqipëri", CYBER["title"]),
        ("Albania", "and", "Kosovo", "mla", CYBER["title"], "MoU", "signed", YESTERDAY),
        ("AL-XK", "-f", "mou", "ekstradicija", "--title", CYBER["title"], "--signed", "yesterday"),
    ],
)
def test_words_in_any_order_and_language_are_the_fields_of_an_agreement(words, wbagree, empty):
    after, _ = added(wbagree, empty, *(word for word in words if word != "and"))
    assert {name: after[name] for name in CYBER if name != "types"} == {
        name: CYBER[name] for name in CYBER if name != "types"
    }
    assert after["types"] in (["mla"], ["extradition"])


def test_how_the_words_were_read_is_printed_in_one_line(wbagree, empty):
    _, printed = added(wbagree, empty, CYBER["title"], "AL", "XK", "mou", "mla", "yesterday")
    assert printed.splitlines()[0] == (
        f"{CYBER['title']}, Albania and Kosovo, MoU, mutual legal assistance, signed {YESTERDAY}"
    )


def test_a_date_in_words_ends_where_the_status_begins(wbagree, empty):
    after, _ = added(
        wbagree, empty, "Treaty on extradition", "AL-MK", "extradition", "treaty", "3", "March", "2015", "in", "force"
    )
    assert (after["signed"], after["status"]) == ("2015-03-03", "in-force")


def test_a_status_and_a_second_date_are_the_date_of_that_status(wbagree, empty):
    words = "AL MK extradition treaty signed 3.3.2015 in force 2016 terminated 2020"
    after, printed = added(wbagree, empty, "Treaty on extradition", *words.split())
    assert (after["signed"], after["in_force"], after["ended"]) == ("2015-03-03", "2016", "2020")
    assert "signed 2015-03-03, in force from 2016, ended 2020" in printed


def test_level_confidence_and_an_address_are_words_too(wbagree, empty):
    words = "AL ME pcc protocol 2024 https://mup.gov.me/x.pdf ministry high"
    after, _ = added(wbagree, empty, "Protocol on a centre", *words.split())
    assert (after["level"], after["confidence"]) == ("ministry", "high")
    assert [one["url"] for one in after["sources"]] == ["https://mup.gov.me/x.pdf"]


def test_an_option_wins_over_a_word_and_this_is_printed(wbagree, empty):
    after, printed = added(
        wbagree, empty, "Deal on data", "AL", "RS", "mou", "mla", "2020", "-f", "protocol", "-t", "other"
    )
    assert (after["form"], after["types"], after["signed"]) == ("protocol", ["mla", "other"], "2020")
    assert "The form 'mou' is not used: --form protocol" in printed


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("AL RS mou mla in-force 2016", "2016 could be the date of signature or that of the status 'in force'."),
        ("AL RS mou mla expired 2016", "Name it: --signed 2016, or --ended 2016"),
        ("AL RS mou mla 2015 2016", "The date could be signed 2015 or signed 2016."),
        ("AL RS mou protocol mla", "The form could be MoU or protocol."),
        ("AL RS mou police", "'police' is a group of types.\n  Name one of police-cooperation"),
        ("AL RS mou extraditon", "I don't know 'extraditon'. Did you mean extradition?"),
        ("AL RS mou mla incidents", "I don't know 'incidents'.\n  Put the title in quotes"),
        ("AL RS mou mla since 2010", "'since 2010' is a range of dates.\n  Name one date"),
        ("AL RS mou mla unknown", "'unknown' is no status that a source states."),
        ("list.csv", "list.csv is a file.\n  To add what it lists: wbagree import list.csv"),
        ("AL-XK-2012-1", "AL-XK-2012-1 is an agreement in the register.\n  To change it: wbagree edit AL-XK-2012-1"),
    ],
)  # fmt: skip
def test_a_word_with_two_readings_or_none_is_refused_with_the_words_to_type(words, sentence, wbagree, seeded):
    ran = wbagree("add", "Deal on data", *words.split(), db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr


def test_a_date_with_two_readings_is_refused_with_both(wbagree, empty):
    ran = wbagree("add", "Deal on data", "AL", "RS", "mou", "mla", "3/4/2015", db=empty)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "'3/4/2015' could be 2015-03-04 or 2015-04-03." in ran.stderr


def test_a_name_of_a_type_and_a_form_is_both(wbagree, empty):
    after, _ = added(wbagree, empty, "Deal of 2015", "AL", "MK", "extradition", "treaty", "2015")
    assert (after["form"], after["types"]) == ("treaty", ["extradition"])


def test_two_titles_are_refused(wbagree, empty):
    ran = wbagree("add", "Deal on data", "Deal on roads", "AL", "RS", "mou", "mla", db=empty)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Two titles: 'Deal on data' and 'Deal on roads'.\n  Type one; --notes takes other text" in ran.stderr


def test_a_missing_field_is_named_and_nothing_is_stored(wbagree, empty):
    ran = wbagree("add", "AL", "XK", "mou", "mla", db=empty)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "title: is missing" in ran.stderr
    assert wbagree("list", db=empty).stdout == ""
