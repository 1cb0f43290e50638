"""``wbagree relate``, ``assess``, ``delete``, ``types`` and ``parties``: what users change beside the fields."""

import json
from datetime import date

import pytest


def shown(wbagree, key, db) -> str:
    return " ".join(wbagree("show", key, db=db).stdout.split())


def test_a_relation_is_stated_once_and_taken_back(wbagree, seeded):
    for code in (0, 5):
        assert wbagree("relate", "AL-XK-2018-1", "amends", "al-xk-2012-1", db=seeded).returncode == code
    assert shown(wbagree, "AL-XK-2018-1", seeded).count("amends AL-XK-2012-1") == 1
    assert wbagree("relate", "--remove", "AL-XK-2018-1", "amends", "AL-XK-2012-1", db=seeded).returncode == 0
    assert "amends" not in shown(wbagree, "AL-XK-2018-1", seeded)
    assert wbagree("relate", "--remove", "AL-XK-2018-1", "amends", "AL-XK-2012-1", db=seeded).returncode == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["AL-XK-2018-1", "amends", "AL-XK-2012-99"], 3),
        (["AL-XK-2018-99", "amends", "AL-XK-2012-1"], 3),
        (["AL-XK-2018-1", "amends", "AL-XK-2018-1"], 4),
        (["AL-XK-2018-1", "loves", "AL-XK-2012-1"], 2),
        (["AL-XK-2018-1", "amends"], 2),
        (["AL-XK-2018-1"], 2),
    ],
)
def test_a_relation_needs_two_records_and_a_verb(arguments, code, wbagree, seeded):
    ran = wbagree("relate", *arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert code != 2 or "for example: wbagree relate AL-XK-2013-4 implements AL-XK-2012-1" in ran.stderr


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("AL-XK-2018-1 replaces AL-XK-2012-1", "AL-XK-2018-1 supersedes AL-XK-2012-1"),
        ("al-xk-2018-1 zamjenjuje AL-XK-2012-1", "AL-XK-2018-1 supersedes AL-XK-2012-1"),
        ("AL-XK-2018-1 замењује AL-XK-2012-1", "AL-XK-2018-1 supersedes AL-XK-2012-1"),
        ("AL-XK-2018-1 zëvendëson AL-XK-2012-1", "AL-XK-2018-1 supersedes AL-XK-2012-1"),
        ("AL-XK-2018-1 mijenja i dopunjuje AL-XK-2012-1", "AL-XK-2018-1 amends AL-XK-2012-1"),
        ("AL-XK-2018-1 dopunjuje AL-XK-2012-1", "AL-XK-2018-1 supplements AL-XK-2012-1"),
        ("AL-XK-2018-1 спроведува AL-XK-2012-1", "AL-XK-2018-1 implements AL-XK-2012-1"),
        ("AL-XK-2018-1 prolongs AL-XK-2012-1", "AL-XK-2018-1 extends AL-XK-2012-1"),
        ("AL-XK-2012-1 replaced by AL-XK-2018-1", "AL-XK-2018-1 supersedes AL-XK-2012-1"),
    ],
)
def test_a_relation_is_named_in_any_words(words, relation, wbagree, seeded):
    ran = wbagree("relate", *words.split(" "), db=seeded)
    assert ran.returncode == 0
    first, *hint = ran.stderr.splitlines()
    assert first == f"Linked: {relation}"
    key, verb, other = relation.split(" ")
    ended = f"{other} has no end date. To record when it ended: wbagree edit {other} --ended DATE"
    assert hint == ([ended] if verb == "supersedes" else [])
    assert f"{verb} {other}" in shown(wbagree, key, seeded)
    assert wbagree("relate", "--remove", *words.split(" "), db=seeded).stderr == f"Removed: {relation}\n"


def test_a_relation_given_as_an_option_is_named_in_any_words(wbagree, seeded):
    ran = wbagree("edit", "AL-XK-2018-1", "--relation", "replaces AL-XK-2012-1", "--relation", "amends AL-XK-2009-1",
                  db=seeded)  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "supersedes AL-XK-2012-1" in shown(wbagree, "AL-XK-2018-1", seeded)


def test_an_assessment_is_kept_beside_the_earlier_ones(wbagree, seeded):
    options = ("--on", "qershor 2024", "--note", "Two of six patrols took place", "--source", "Monitor, report 12")
    ran = wbagree("assess", "AL-XK-2012-1", "--score", "partial", *options, db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert wbagree("assess", "AL-XK-2012-1", "--score", "none", db=seeded).returncode == 0
    text = shown(wbagree, "AL-XK-2012-1", seeded)
    assert "2024-06 partial: Two of six patrols took place [Monitor, report 12]" in text
    assert f"{date.today()} none " in text
    found = wbagree("list", "--pair", "AL-XK", "--score", "none", "--columns", "key", "--format", "csv", db=seeded)
    assert "AL-XK-2012-1" in found.stdout


def test_assessors_and_parties_stand_side_by_side(wbagree, seeded):
    key = "AL-XK-2012-1"
    for options in (
        ("--score", "full", "--on", "2024", "--by", "Kosovo Police", "--party", "Kosova", "--note", "six of six"),
        ("--score", "partial", "--on", "2024-05", "--by", "Monitor", "--source", "Report 12"),
    ):
        assert wbagree("assess", key, *options, db=seeded).returncode == 0
    text = shown(wbagree, key, seeded)
    assert "2024 full for XK by Kosovo Police: six of six" in text
    assert "2024-05 partial by Monitor: [Report 12]" in text
    (seen, other) = json.loads(wbagree("show", key, "--format", "json", db=seeded).stdout)["implementation"]
    assert (seen["assessor"], seen["party"], other["assessor"], other["party"]) == (
        "Kosovo Police",
        "XK",
        "Monitor",
        "",
    )


def test_a_successor_is_assessed_and_a_stranger_is_not(wbagree, seeded):
    key = "HU-YU-SFRY-1968-1"
    assert wbagree("assess", key, "--score", "full", "--party", "RS", db=seeded).returncode == 0
    ran = wbagree("assess", key, "--score", "full", "--party", "AL", db=seeded)
    assert (
        ran.returncode,
        "AL is no party to this agreement, nor a successor (its parties: HU, YU-SFRY)" in ran.stderr,
    ) == (
        4,
        True,
    )


@pytest.mark.parametrize("note", ["a | b", "see [1]", "x [y] z"])
def test_a_note_that_the_notation_cannot_carry_is_refused(note, wbagree, seeded):
    ran = wbagree("assess", "AL-XK-2012-1", "--score", "full", "--note", note, "--on", "2024", db=seeded)
    assert ran.returncode in (0, 4)
    if ran.returncode == 0:
        assert note in shown(wbagree, "AL-XK-2012-1", seeded)
    else:
        assert "cannot contain" in ran.stderr


def test_deleting_asks_first(at_terminal, wbagree, seeded):
    assert wbagree("delete", "AL-XK-2012-1", db=seeded).returncode == 2
    refused = at_terminal("delete", "AL-XK-2012-1", db=seeded, typed=("n",))
    assert refused.returncode == 130
    assert "Protocol of cooperation" in refused.text
    assert wbagree("show", "AL-XK-2012-1", db=seeded).returncode == 0
    assert at_terminal("delete", "AL-XK-2012-1", db=seeded, typed=("y",)).returncode == 0
    assert "deleted" in wbagree("show", "AL-XK-2012-1", db=seeded).stderr


def test_what_names_a_deleted_record_is_said_and_kept(wbagree, seeded):
    wbagree("relate", "AL-XK-2018-1", "amends", "AL-XK-2012-1", db=seeded)
    ran = wbagree("delete", "AL-XK-2012-1", "--yes", db=seeded)
    assert "amended by AL-XK-2018-1" in ran.stderr
    assert "amends AL-XK-2012-1 (not in this register)" in shown(wbagree, "AL-XK-2018-1", seeded)


def test_a_contact_point_for_a_record_is_named_before_it_goes(wbagree, seeded):
    contact = ("--party", "AL", "--institution", "Police", "--agreement", "AL-XK-2012-1")
    assert wbagree("contacts", "add", *contact, db=seeded).returncode == 0
    ran = wbagree("delete", "AL-XK-2012-1", "--yes", db=seeded)
    assert "contact-1 (Police) is a contact point for it, and will then name one that is not here" in ran.stderr
    assert wbagree("contacts", "list", db=seeded).returncode == 0


def test_one_unknown_key_deletes_nothing(wbagree, seeded):
    assert wbagree("delete", "AL-XK-2012-1", "AL-XK-2012-99", "--yes", db=seeded).returncode == 3
    assert wbagree("show", "AL-XK-2012-1", db=seeded).returncode == 0


def test_a_key_is_never_given_twice(wbagree, seeded):
    new = ("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "other", "--signed", "2026", "--title")
    assert wbagree(*new, "Archives", db=seeded).stdout == "AL-XK-2026-2\n"
    wbagree("delete", "AL-XK-2026-2", "--yes", db=seeded)
    assert wbagree(*new, "Archives", db=seeded).stdout == "AL-XK-2026-3\n"


def test_a_type_of_ones_own_is_found_and_shown(wbagree, seeded):
    made = wbagree("types", "add", "cybercrime", "--group", "crime", "--alias", "krimi kibernetik", db=seeded)
    assert made.returncode == 0
    wbagree("edit", "AL-XK-2012-1", "--append", "--type", "Krimi Kibernetik", db=seeded)
    for question in (
        ["--type", "cybercrime"],
        ["--text", "kibernetik"],
        ["--type", "crime", "--text", "joint patrols"],
    ):
        assert "AL-XK-2012-1" in wbagree("list", *question, db=seeded).stdout
    listed = json.loads(wbagree("types", "--format", "json", db=seeded).stdout)
    assert [item["records"] for item in listed if item["code"] == "cybercrime"] == [1]


def test_a_new_alias_finds_the_records_at_once(wbagree, seeded):
    before = wbagree("list", "--type", "pcc", db=seeded).stdout
    assert wbagree("types", "alias", "pcc", "Fusionszentrum", db=seeded).returncode == 0
    assert wbagree("list", "--type", "fusionszentrum", db=seeded).stdout == before
    assert wbagree("list", "--text", "fusionszentrum", db=seeded).stdout == before
    assert wbagree("db", "check", db=seeded).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["types", "add", "Big Words", "--group", "crime"], 4),
        (["types", "add", "mla", "--group", "crime"], 5),
        (["types", "add", "x", "--group", "nothing"], 3),
        (["types", "alias", "mla", "extradition"], 5),
        (["types", "alias", "mla", "  "], 4),
        (["types", "alias", "mla", "izručenje"], 5),
        (["types", "alias", "nothing", "x"], 3),
        (["parties", "add", "xx", "--name", "X", "--kind", "state"], 4),
        (["parties", "add", "AL", "--name", "X", "--kind", "state"], 5),
        (["parties", "add", "NEW", "--name", "Albania", "--kind", "state"], 5),
        (["parties", "add", "NEW", "--name", "", "--kind", "state"], 4),
        (["parties", "add", "NEW", "--name", "New", "--kind", "planet"], 2),
        (["parties", "name", "Nowhere", "X"], 3),
        (["parties", "name", "AL", "Kosova"], 5),
        (["parties", "succession", "RS", "YU-SFRY", "--since", "2020"], 4),
        (["parties", "succession", "YU-FRY", "CS", "--since", "2003"], 5),
        (["parties", "succession", "RS", "RS", "--since", "2020"], 4),
        (["parties", "show", "Yugoslavia"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_added_is_refused(arguments, code, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert ran.returncode == code, ran.stderr
    assert ran.stderr.startswith(("wbagree: ", "Usage: "))


def test_a_party_of_ones_own_is_bound_and_inherited_from(wbagree, seeded):
    wbagree("parties", "add", "SU", "--kind", "predecessor", "--name", "Soviet Union", "--also", "USSR", db=seeded)
    wbagree("parties", "succession", "SU", "RU", "--since", "1991-12-26", db=seeded)
    wbagree("parties", "name", "SU", "Bashkimi Sovjetik", "--language", "sq", db=seeded)
    new = (
        "add",
        "-p",
        "AL",
        "-p",
        "bashkimi sovjetik",
        "-f",
        "treaty",
        "-t",
        "mla",
        "--signed",
        "1958",
        "--title",
        "Legal aid",
    )
    assert wbagree(*new, db=seeded).stdout == "AL-SU-1958-1\n"
    listed = wbagree("list", "--pair", "AL-Russia", "--columns", "key,inherited_from", "--format", "csv", db=seeded)
    assert "AL-SU-1958-1,SU" in listed.stdout
    assert "Predecessor:    until 1991-12-26: Soviet Union (SU)" in wbagree("parties", "show", "RU", db=seeded).stdout


def test_parties_with_records_are_listed_and_all_when_asked(wbagree, seeded):
    used = json.loads(wbagree("parties", "--format", "json", db=seeded).stdout)
    assert all(item["records"] for item in used)
    everyone = json.loads(wbagree("parties", "--all", "--format", "json", db=seeded).stdout)
    assert len(everyone) > len(used)
