"""``wbagree contacts``: units and persons, what they are authorised for, and how fresh that is."""

import csv
import io
import json
import shutil
from datetime import date

import pytest

from wbagree.domain.contacts import PERSONAL

ILECU = (
    "--party", "Kosova", "--institution", "Kosovo Police", "--unit", "ILECU", "--type", "izručenje", "--type", "PCC",
    "--agreement", "al-xk-2012-1", "--framework", "SELEC", "--channel", "SIENA", "--language", "sq", "--language", "en",
    "--verified", "maj 2025", "--phone", "+383 38 000", "--email", "desk@example.org", "--person", "Drita H",
    "--position", "head",
)  # fmt: skip
SECRETS = ("+383 38 000", "desk@example.org", "Drita H", "head")


@pytest.fixture
def register(register_after, tmp_path):
    """A register with one contact point for some things and one for all."""
    general = ("--party", "AL", "--institution", "Ministry of Justice", "--unit", "Treaties")
    made = register_after(("contacts", "add", *ILECU), ("contacts", "add", *general))
    return shutil.copy(made, tmp_path / "register.db")


def listed(wbagree, register, *options):
    ran = wbagree("contacts", "list", *options, "--format", "csv", db=register)
    assert ran.returncode == 0, ran.stderr
    return {row["key"]: row for row in csv.DictReader(io.StringIO(ran.stdout))}


def test_what_was_added_is_shown_whole_in_the_registers_own_words(wbagree, register):
    shown = wbagree("contacts", "show", "Contact-1", "--with-contacts", db=register).stdout
    for text in (*SECRETS, "extradition", "pcc", "AL-XK-2012-1", "selec", "SIENA", "2025-05"):
        assert text in shown


@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl", "md"])
def test_personal_data_leaves_only_when_it_is_asked_for(format_, wbagree, register):
    left_out = wbagree("contacts", "list", "--format", format_, db=register)
    assert "ILECU" in left_out.stdout
    assert not any(secret in left_out.stdout for secret in SECRETS)
    assert "(use --with-contacts to see them)" in left_out.stderr
    whole = wbagree("contacts", "list", "--with-contacts", "--format", format_, db=register)
    assert all(secret in whole.stdout.replace("\\", "") for secret in SECRETS)


def test_a_contact_point_is_shown_whole_on_a_terminal_only(at_terminal, wbagree, register):
    piped = wbagree("contacts", "show", "contact-1", db=register).stdout
    assert not any(secret in piped for secret in SECRETS)
    screen = at_terminal("contacts", "show", "contact-1", db=register).text
    assert all(secret in screen for secret in SECRETS)


def test_an_undo_does_not_say_what_was_said_of_persons(wbagree, register):
    wbagree("contacts", "edit", "contact-1", "--phone", "+383 99", db=register)
    message = wbagree("undo", db=register).stderr
    assert "contacts edit contact-1 --phone …" in message


def test_what_is_said_twice_is_refused(wbagree, register):
    ran = wbagree("contacts", "add", *ILECU, db=register)
    assert (ran.returncode, "contact-1 is there already" in ran.stderr) == (5, True)


def test_without_personal_data_there_are_no_columns_for_it(wbagree, register):
    assert set(PERSONAL).isdisjoint(listed(wbagree, register)["contact-1"])
    assert set(PERSONAL) <= listed(wbagree, register, "--with-contacts")["contact-1"].keys()


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ((), ["contact-1", "contact-2"]),
        (("--party", "XK"), ["contact-1"]),
        (("--party", "XK", "--party", "AL"), ["contact-1", "contact-2"]),
        (("--type", "extradition"), ["contact-1", "contact-2"]),
        (("--type", "customs"), ["contact-2"]),
        (("--agreement", "AL-XK-2012-1"), ["contact-1", "contact-2"]),
        (("--agreement", "AL-XK-nd-6"), ["contact-1", "contact-2"]),
        (("--agreement", "AL-XK-2009-1"), ["contact-2"]),
        (("--framework", "selec", "--party", "XK"), ["contact-1"]),
        (("--party", "RS"), []),
    ],
)
def test_those_authorised_for_something_are_found(options, keys, wbagree, register):
    assert list(listed(wbagree, register, *options)) == keys


def test_validity_is_as_of_the_day(wbagree, register):
    wbagree("contacts", "edit", "contact-2", "--valid-from", "2020", "--valid-to", "2024-06", db=register)
    for day, there in (("2019", False), ("2021", True), ("2024-06-30", True), ("2024-07-01", False)):
        assert ("contact-2" in listed(wbagree, register, "--as-of", day)) is there


def test_what_was_not_verified_for_so_long_is_due(wbagree, register):
    def due(*options):
        ran = wbagree("contacts", "due", *options, "--format", "json", db=register)
        return {row["key"]: row["what"] for row in json.loads(ran.stdout)}

    assert due() == {"contact-1": "last verified", "contact-2": "never verified"}
    assert due("--months", "600") == {"contact-2": "never verified"}
    wbagree("contacts", "edit", "contact-2", "--verified", date.today().isoformat(), db=register)
    assert due() == {"contact-1": "last verified"}
    wbagree("contacts", "edit", "contact-2", "--valid-to", "2020", db=register)
    assert due() == {"contact-1": "last verified", "contact-2": "no longer valid"}


def test_an_edit_changes_the_named_fields_and_an_undo_takes_it_back(wbagree, register):
    whole = ("contacts", "show", "contact-1", "--with-contacts")
    before = wbagree(*whole, db=register).stdout
    ran = wbagree("contacts", "edit", "contact-1", "--type", "mla", "--phone", "", "--unit", "Desk", db=register)
    assert "changed (Desk, Kosovo Police)" in ran.stderr
    after = wbagree(*whole, db=register).stdout
    assert "mla" in after
    assert "extradition" not in after
    assert "+383" not in after
    assert "Drita H" in after
    assert wbagree("undo", db=register).returncode == 0
    assert wbagree(*whole, db=register).stdout == before
    assert "nothing changed" in wbagree("contacts", "edit", "contact-1", "--unit", "ILECU", db=register).stderr


def test_a_key_is_not_given_twice(wbagree, register):
    shown = wbagree("contacts", "show", "contact-2", db=register).stdout
    assert "undo brings it back" in wbagree("contacts", "delete", "contact-2", db=register).stderr
    assert wbagree("contacts", "show", "contact-2", db=register).returncode == 3
    ran = wbagree("contacts", "add", "--party", "ME", "--institution", "Police", db=register)
    assert ran.stdout == "contact-3\n"
    assert wbagree("undo", "4", db=register).returncode == 0
    assert wbagree("contacts", "show", "contact-2", db=register).stdout == shown


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("add",), 4, "institution: is missing"),
        (("add", "--institution", "P"), 4, "party: is missing"),
        (("add", "--party", "XK", "--institution", "P", "--email", "nobody"), 4, "'nobody' is no e-mail address"),
        (("add", "--party", "XK", "--institution", "P", "--phone", "later"), 4, "'later' is no telephone number"),
        (("add", "--party", "Atlantis", "--institution", "Police"), 3, "party: unknown party: 'Atlantis'"),
        (("add", "--party", "XK", "--institution", "P", "--type", "nope"), 3, "types: unknown type: 'nope'"),
        (("add", "--party", "XK", "--institution", "P", "--agreement", "AL-XK-1912-1"), 3, "agreements: "),
        (("add", "--party", "XK", "--institution", "P", "--framework", "xyz"), 3, "frameworks: "),
        (("add", "--party", "XK", "--institution", "P", "--verified", "2199"), 4, "The date is in the future: 2199"),
        (
            ("add", "--party", "XK", "--institution", "P", "--verified", "soon"),
            4,
            "verified: I can't read the date 'soon'.",
        ),
        (("edit", "contact-1", "--valid-from", "2021", "--valid-to", "2020"), 4, "2020 is before valid_from (2021)"),
        (("edit", "contact-1"), 2, "nothing to change"),
        (("edit", "contact-9", "--unit", "U"), 3, "contact point: 'contact-9'"),
        (("show", "contact-9"), 3, "wbagree contacts lists them"),
        (("delete", "contact-9"), 3, "contact point"),
        (("due", "--months", "0"), 2, "--months"),
    ],
)
def test_wrong_input_is_said_with_what_would_be_right(arguments, code, sentence, wbagree, register):
    ran = wbagree("contacts", *arguments, db=register)
    assert sentence in ran.stderr
    assert ran.returncode == code


def test_a_register_without_contact_points_says_how_to_add_one(wbagree, empty):
    ran = wbagree("contacts", db=empty)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "wbagree contacts add --help" in ran.stderr


def test_what_a_terminal_would_obey_is_shown_instead(at_terminal, wbagree, register):
    wbagree("contacts", "edit", "contact-1", "--unit", "\x1b[31mred", "--notes", "\u202eback", db=register)
    for command in (("show", "contact-1"), ("list",)):
        text = at_terminal("contacts", *command, db=register).text
        assert "\x1b[31mred" not in text
        assert "\u202e" not in text


def test_a_contact_point_can_be_edited_when_what_it_is_authorised_for_has_gone(wbagree, register):
    wbagree("delete", "AL-XK-2012-1", "--yes", db=register)
    assert wbagree("contacts", "edit", "contact-1", "--verified", "2026-11", db=register).returncode == 0
    ran = wbagree("contacts", "edit", "contact-2", "--agreement", "AL-XK-2012-1", db=register)
    assert ran.returncode == 3


@pytest.mark.parametrize("option", ["--type", "--agreement", "--framework", "--as-of"])
def test_an_empty_option_does_not_ask_for_everything(option, wbagree, register):
    ran = wbagree("contacts", "list", option, "", db=register)
    assert (ran.returncode, f"{option} is empty" in ran.stderr) == (2, True)
