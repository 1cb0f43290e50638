"""What is typed is what is stored: several in one text, --append, words people use, and what is there already."""

import json

import pytest
import typer

from wbagree.cli import app
from wbagree.domain.agreements.fields import ALL_NAMES

BOTH = [
    {"party": "AL", "institution": "MoI", "person": "A B", "position": "Minister"},
    {"party": "XK", "institution": "MoI2", "person": "C D", "position": "Minister"},
]
TYPED = "AL: MoI (A B, Minister); XK: MoI2 (C D, Minister)"
BY_NAME = "Shqipëria: MoI (A B, Minister);Republika e Kosovës: MoI2 (C D, Minister)"
NEW = ("--title", "Protocol on mountain rescue", "-p", "AL", "-p", "XK", "-f", "protocol", "-t", "mla")


def signatories(wbagree, db, key):
    return json.loads(wbagree("show", key, "--format", "json", db=db).stdout)["signatories"]


@pytest.mark.parametrize(
    "typed",
    [
        [TYPED],
        ["AL:MoI (A B, Minister);XK:MoI2 (C D, Minister)"],
        ["AL: MoI (A B, Minister) ; XK: MoI2 (C D, Minister)"],
        ["Albania: MoI (A B, Minister) ;Republika e Kosovës: MoI2 (C D, Minister);"],
        ["AL: MoI (A B, Minister)", "XK: MoI2 (C D, Minister)"],
    ],
)
def test_two_signatories_in_one_option_are_two(typed, wbagree, empty):
    options = [word for text in typed for word in ("--signatory", text)]
    ran = wbagree("add", *NEW, *options, db=empty)
    assert ran.returncode == 0, ran.stderr
    assert signatories(wbagree, empty, ran.stdout.strip()) == BOTH


def test_two_signatories_are_two_at_the_prompt(at_terminal, wbagree, empty):
    answers = ("Protocol on rescue", "", "AL;XK", "ugovor", "justice", "mla", "2024", "", "qeveria", TYPED, *[""] * 7)
    screen = at_terminal("add", db=empty, typed=answers)
    assert screen.returncode == 0, screen.text
    assert "type 'justice' could be mla or civil-legal-assistance" in " ".join(screen.text.split())
    assert signatories(wbagree, empty, "AL-XK-2024-1") == BOTH
    stored = json.loads(wbagree("show", "AL-XK-2024-1", "--format", "json", db=empty).stdout)
    assert (stored["form"], stored["level"], stored["types"]) == ("treaty", "government", ["mla"])


def test_two_signatories_are_two_in_an_editor(wbagree, empty, tmp_path):
    wbagree("add", *NEW, "--signatory", "AL: Old", db=empty)
    script = tmp_path / "editor"
    script.write_text(f'#!/bin/sh\nsed -i \'s/^signatories.*/signatories = ["{TYPED}"]/\' "$1"\n', encoding="utf-8")
    script.chmod(0o700)
    ran = wbagree("edit", "AL-XK-nd-1", db=empty, env={"EDITOR": str(script)})
    assert ran.returncode == 0, ran.stderr
    assert signatories(wbagree, empty, "AL-XK-nd-1") == BOTH


@pytest.mark.parametrize(
    "list_",
    [
        f'title,parties,form,types,signatories\nOn rescue,AL;XK,mou,mla,"{TYPED}"\n',
        f'Titulli;Palët;Nënshkruesit\nMarrëveshje për shpëtimin;Shqipëria, Kosova;"{TYPED}"\n',
        f'Titulli;Palët;Nënshkruesit\nMarrëveshje për shpëtimin;Shqipëria, Kosova;"{BY_NAME}"\n',
    ],
    ids=["own", "foreign", "names"],
)
def test_two_signatories_are_two_in_a_list(list_, wbagree, empty, file):
    ran = wbagree("import", file(list_), db=empty)
    assert ran.returncode == 0, ran.stderr
    (found,) = json.loads(wbagree("list", "--format", "json", "--columns", "key,signatories", db=empty).stdout)
    assert signatories(wbagree, empty, found["key"]) == BOTH


@pytest.mark.parametrize(
    ("option", "typed", "sentence"),
    [
        ("--signatory", "AL: MoI (A B), XK: MoI2", "names two parties; write 'AL: MoI (A B) ; XK: MoI2'"),
        ("--signatory", "AL: MoI (A B; XK: MoI2", "half a pair of brackets"),
        ("--act", "ratification AL 2012: x; ratification XK 2013", "write ' | ' before 'ratification XK 2013'"),
        ("--act", "ratification AL 2012, ratification XK 2013", "is not 'KIND PARTY DATE effect DATE"),
        ("--party-dates", "AL: ratified 2012, XK: ratified 2013", "is not 'PARTY: ratified DATE, in force DATE'"),
        ("--cite", "A <https://a.example> B <https://b.example>", "has two addresses"),
        ("--assessment", "2016 none: a; 2017 full: b", "write ' | ' before '2017 full:'"),
        ("--relation", "amends AL-XK-2012-1, extends AL-XK-2018-1", "is not 'VERB KEY'"),
        ("--reference", "OG 1; OG 2", "which separates two of them"),
    ],
)
def test_what_would_swallow_the_second_is_refused_with_what_to_type(option, typed, sentence, wbagree, seeded):
    ran = wbagree("add", *NEW, option, typed, db=seeded)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert sentence in ran.stderr


def test_an_institution_keeps_its_colons_and_semicolons(wbagree, empty):
    name = "Ministry; Department: Police, Unit 1: a"
    key = wbagree("add", *NEW, "--signatory", f"AL: {name}; XK: {name}", db=empty).stdout.strip()
    assert [one["institution"] for one in signatories(wbagree, empty, key)] == [name, name]
    assert wbagree("edit", key, "--place", "Tirana", db=empty).returncode == 0
    assert [one["institution"] for one in signatories(wbagree, empty, key)] == [name, name]


def test_languages_of_a_contact_point_are_told_apart(wbagree, seeded):
    wbagree("contacts", "add", "-p", "AL", "--institution", "Police", "--language", "sq, en", "-t", "mla,customs",
            db=seeded)  # fmt: skip
    (contact,) = json.loads(wbagree("contacts", "list", "--format", "json", db=seeded).stdout)
    assert (contact["languages"], contact["types"]) == (["sq", "en"], ["mla", "customs"])


GROWS = {
    "types": ("--type", "customs"), "signatories": ("--signatory", "XK: Police"), "references": ("--reference", "OG 9"),
    "relations": ("--relation", "extends AL-XK-2018-1"), "sources": ("--cite", "Another"),
    "implementation": ("--assessment", "2019 none: x"), "acts": ("--act", "ratification XK 2013"),
    "notes": ("--notes", "A second line."), "parties": ("--party", "MK"),
}  # fmt: skip


def test_append_adds_to_every_field_that_can_hold_more(wbagree, seeded):
    def stored():
        return json.loads(wbagree("show", "AL-XK-2012-1", "--format", "json", db=seeded).stdout)

    before = stored()
    options = [word for option in GROWS.values() for word in option]
    ran = wbagree("edit", "AL-XK-2012-1", "--append", *options, db=seeded)
    assert ran.returncode == 0, ran.stderr
    after = stored()
    for field in GROWS:
        assert len(after[field]) > len(before[field]), field
        if field == "notes":
            assert after[field] == f"{before[field]}\nA second line."
        else:
            assert all(one in after[field] for one in before[field]), field


ONE_VALUE = {
    "--title": "x", "--title-original": "x", "--form": "mou", "--level": "state", "--signed": "2012", "--place": "x",
    "--in-force": "2013", "--ended": "2014", "--status": "expired", "--confidence": "low", "--disclosure": "public",
    "--renewal": "tacit every 5 years from 2020-03-10", "--status-on": "2014",
    "--languages": "sq", "--entry-clause": "x", "--termination-clause": "x", "--depositary": "x",
    "--archive-number": "x", "--registration": "x", "--responsible": "x", "--binding": "no",
}  # fmt: skip


@pytest.mark.parametrize("option", ONE_VALUE)
def test_append_to_what_has_one_value_is_refused(option, wbagree, seeded):
    ran = wbagree("edit", "AL-XK-2012-1", "--append", option, ONE_VALUE[option], db=seeded)
    assert ran.returncode == 2
    assert f"--append cannot add to {option.removeprefix('--').replace('-', ' ')}: it has one value" in ran.stderr


def test_every_field_of_a_record_either_grows_or_has_one_value():
    options = typer.main.get_command(app).commands["edit"].params
    fields_ = {max(one.opts, key=len) for one in options if one.name in {*ALL_NAMES[1:]}}
    assert fields_ == {option for option, _ in GROWS.values()} | set(ONE_VALUE)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("edit", "AL-XK-2012-1", "--append"), "--append adds to a field; name one"),
        (("edit", "AL-XK-2012-1", "--append", "--notes", ""), "--append adds nothing to notes"),
        (("edit", "AL-XK-2012-1", "--date-order", "dmy"), "--date-order says how a date is read"),
        (("edit", "AL-XK-2012-1", "--date-order", "dmy", "--place", "x"), "--date-order says how a date is read"),
        (("add", *NEW, "--date-order", "dmy"), "--date-order says how a date is read"),
        (("frameworks", "member", "marri", "XK", "--remove", "--joined", "2014"), "--joined says something"),
        (("frameworks", "member", "marri", "XK", "--remove", "--standing", "member"), "--standing says something"),
        (("export", "--format", "csv", "--no-kosovo-note"), "--kosovo-note is for documents"),
        (("due", "--kind", "expiry", "--verified-months", "3"), "--verified-months has no effect with --kind expiry"),
        (("matrix", "--gaps", "--frameworks"), "--gaps and --frameworks"),
        (("plot", "network", "x.svg", "--by", "type"), "--by says the columns of the matrix"),
        (("summary", "--frameworks", "--by", "year"), "--frameworks counts by"),
    ],
)
def test_an_option_without_effect_is_refused(arguments, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded, env={"EDITOR": "false"})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr


def test_what_the_environment_says_of_documents_is_no_option_without_effect(wbagree, seeded):
    ran = wbagree("export", "--format", "csv", db=seeded, env={"WBAGREE_KOSOVO_NOTE": "no"})
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("option", "code", "words"),
    [
        ("--form", "mou", ["memorandum", "Меморандум", "Memorandum of understanding"]),
        ("--form", "treaty", ["ugovor"]),
        ("--status", "in-force", ["in force", "na snazi", "in Kraft"]),
        ("--level", "government", ["vlada", "qeveria", "intergovernmental"]),
        ("--confidence", "high", ["visoka"]),
        ("--score", "full", ["fully implemented"]),
        ("--party", "XK", ["Kosova", "Kosovës", "Косово", "Republika e Kosovës", "kosovo"]),
    ],
)
def test_words_of_many_languages_ask_the_same_question(option, code, words, wbagree, seeded):
    by_code = wbagree("list", option, code, "--format", "csv", db=seeded).stdout
    for word in words:
        ran = wbagree("list", option, word, "--format", "csv", db=seeded)
        assert (ran.returncode, ran.stdout) == (0, by_code), ran.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", *NEW[:6], "-f", "mou", "-t", "justice"), "type 'justice' could be mla or civil-legal-assistance"),
        (("edit", "AL-XK-2012-1", "-t", "Justice"), "type 'Justice' could be mla or"),
        (("contacts", "add", "-p", "XK", "--institution", "x", "-t", "justice"), "'justice' could be mla or"),
        (("frameworks", "add", "x", "--name", "x", "--kind", "network", "-t", "justice"), "'justice' could be mla or"),
        (("list", "-t", "izručenju"), "did you mean extradition?"),
        (("assess", "AL-XK-2012-1", "--score", "fulll"), "did you mean full?"),
    ],
)
def test_what_is_not_understood_is_answered_with_the_choice(arguments, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert sentence in ran.stderr


def test_words_of_many_languages_are_stored_as_their_codes(wbagree, seeded):
    ran = wbagree("add", "--title", "On rescue", "-p", "Kosovës", "-p", "Albanijom", "-f", "memorandum", "-t", "mla",
                  "--status", "na snazi", "--level", "qeveria", "--confidence", "visoka", db=seeded)  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    key = ran.stdout.strip()
    wbagree("edit", key, "--form", "ugovor", db=seeded)
    wbagree("assess", key, "--score", "potpuno", "--party", "Kosovës", "--on", "2020", db=seeded)
    stored = json.loads(wbagree("show", key, "--format", "json", db=seeded).stdout)
    assert (stored["parties"], stored["form"], stored["level"]) == (["AL", "XK"], "treaty", "government")
    (seen,) = stored["implementation"]
    assert (seen["score"], seen["party"], stored["confidence"]) == ("full", "XK", "high")
    wbagree("contacts", "add", "--party", "Kosovës", "--institution", "x", "--type", "mla", db=seeded)
    for question in (("--party", "Kosovës"), ("--type", "justice")):
        (one,) = json.loads(wbagree("contacts", "list", *question, "--format", "json", db=seeded).stdout)
        assert one["party"] == "XK"


ILECU = ("contacts", "add", "--party", "XK", "--institution", "Kosovo Police", "--unit", "ILECU")
TALLY = (
    "tallies",
    "add",
    "--about",
    "signed",
    "--parties",
    "AL,XK",
    "--by",
    "Monitor",
    "--on",
    "2024",
    "--cite",
    "R",
)
ADDED = [
    (ILECU, ("--channel", "SIENA"), "contact-1", "wbagree contacts edit contact-1"),
    ((*TALLY, "--full", "40%"), ("--total", "9"), "tally-1", "wbagree tallies edit tally-1"),
    (("frameworks", "add", "our", "--kind", "network", "--name", "Our network"), (), "our", "frameworks edit our"),
    (("types", "add", "mytype", "--group", "crime"), (), "mytype", "wbagree types"),
    (("types", "alias", "mla", "Drugo ime"), (), "mla", "wbagree types"),
    (("parties", "add", "SU", "--name", "Soviet", "--kind", "predecessor"), (), "SU", "wbagree parties show SU"),
    (("parties", "name", "CH", "Helvetia"), (), "CH", "wbagree parties show CH"),
    (("parties", "succession", "CS", "HR", "--since", "2000"), (), "HR", ""),
    (("relate", "AL-XK-2012-1", "amends", "AL-XK-2018-1"), (), "AL-XK-2012-1", "relate --remove"),
    (("assess", "AL-XK-2012-1", "--score", "full", "--on", "2020"), (), "AL-XK-2012-1", "show AL-XK-2012-1"),
    (("frameworks", "member", "marri", "JP", "--joined", "2014"), (), "JP", ""),
]


@pytest.mark.parametrize(("arguments", "more", "key", "hint"), ADDED, ids=[" ".join(one[0][:2]) for one in ADDED])
def test_what_is_added_twice_is_said_to_be_there(arguments, more, key, hint, wbagree, seeded):
    first = wbagree(*arguments, db=seeded)
    assert first.returncode == 0, first.stderr
    again = wbagree(*arguments, *more, db=seeded)
    assert (again.returncode, again.stdout) == (5, "")
    assert key in again.stderr
    assert hint in again.stderr


def test_another_person_of_a_unit_and_a_framework_of_another_key_are_told_apart(wbagree, seeded):
    assert wbagree(*ILECU, db=seeded).returncode == 0
    assert wbagree(*ILECU, "--person", "A B", db=seeded).returncode == 0
    assert wbagree(*ILECU, "--person", "a b", db=seeded).returncode == 5
    ran = wbagree("frameworks", "add", "another", "--kind", "network", "--name", "selec", db=seeded)
    assert (ran.returncode, "wbagree frameworks edit selec changes it" in ran.stderr) == (5, True)


def test_a_membership_that_is_not_there_cannot_be_taken_back(wbagree, seeded):
    assert wbagree("frameworks", "member", "marri", "JP", "--remove", db=seeded).returncode == 3
