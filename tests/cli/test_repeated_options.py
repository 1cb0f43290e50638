"""An option that is given twice adds up or is refused: every option of every command, found by walking the tree."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from command_tree import TREE
from typer.testing import CliRunner, Result

from wbagree.cli import app
from wbagree.cli.options.filter_options import FilterOptions
from wbagree.cli.parser import CommandTree, StrictCommand, StrictGroup

QUESTION = {one.name for one in fields(FilterOptions)}


OPTIONS = [
    (path, option)
    for path, command in TREE.items()
    for option in command.params
    if option.param_type_name == "option" and option.name != "help"
]


def asks(path: tuple[str, ...]) -> bool:
    return {option.name for option in TREE[path].params} >= QUESTION


# What adds up when it is repeated, by command; those that ask a question share its options.
OF_QUESTIONS = {
    *("--pair", "--party", "--among", "--type", "--form", "--level", "--status", "--confidence", "--score"),
    *("--signed-by", "--ratified-by", "--not-ratified-by", "--in-force-for", "--signatory", "--source"),
}
OF_RECORDS = {
    *("--type", "--party", "--signatory", "--reference", "--relation", "--cite", "--assessment", "--act"),
    "--party-dates",
}
OF_CONTACTS = {"--type", "--agreement", "--framework", "--language"}
ADD_UP = {
    ("add",): OF_RECORDS,
    ("edit",): OF_RECORDS,
    ("check",): {"--kind"},
    ("due",): {"--kind"},
    ("summary",): {"--by"},
    ("import",): {"--map", "--set", "--party", "--value", "--fill-down", "--group-by"},
    ("types", "add"): {"--alias"},
    ("parties", "add"): {"--also"},
    ("parties", "succession"): {"--territory"},
    ("frameworks", "add"): {"--type"},
    ("frameworks", "edit"): {"--type"},
    ("contacts",): {"--party"},
    ("contacts", "list"): {"--party"},
    ("contacts", "add"): OF_CONTACTS,
    ("contacts", "edit"): OF_CONTACTS,
}


def adds_up(path: tuple[str, ...]) -> set[str]:
    return ADD_UP.get(path, set()) | (OF_QUESTIONS if asks(path) else set())


def called(option: Any) -> str:
    return max(option.opts, key=len)


def two_values(option: Any) -> tuple[str, str]:
    if choices := getattr(option.type, "choices", None):
        return tuple(getattr(one, "value", one) for one in list(choices)[:2])
    return "1", "2"


@pytest.fixture
def run(seeded: Path, renew_all: Callable[[Path], None]) -> Callable[..., Result]:
    renew_all(seeded)  # or nothing would be due
    return lambda *arguments: CliRunner().invoke(app, ["--db", str(seeded), *arguments])


def test_every_command_is_parsed_in_the_way_that_drops_nothing() -> None:
    assert [
        path for path, command in TREE.items() if not isinstance(command, StrictCommand | StrictGroup | CommandTree)
    ] == []


def test_what_adds_up_is_known_and_tested() -> None:
    repeatable = {path: {called(option) for of, option in OPTIONS if of == path and option.multiple} for path in TREE}
    assert repeatable == {path: adds_up(path) for path in TREE}


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_an_option_given_twice_adds_up_or_is_refused_by_its_name(path) -> None:
    for option in (option for of, option in OPTIONS if of == path):
        if called(option) in adds_up(path):
            continue  # and what that shows is tested below
        if option.is_flag and not option.secondary_opts:
            continue  # a switch that is on stays on
        if option.is_flag:
            twice, name = [option.opts[0], option.secondary_opts[0]], f"{option.opts[0]}/{option.secondary_opts[0]}"
        else:
            first, second = two_values(option)
            twice, name = [called(option), first, f"{called(option)}={second}"], called(option)
        ran = CliRunner().invoke(app, [*path, *twice])
        assert (ran.exit_code, ran.stdout) == (2, ""), twice
        assert f"{name} is given twice" in ran.stderr


@pytest.mark.parametrize("arguments", [("list", "-p", "AL-XK", "-pMK-XK"), ("list", "--pair=AL-XK", "--pair", "MK-XK")])
def test_two_pairs_ask_for_the_agreements_of_either(arguments, run) -> None:
    found = keys(run(*arguments, "--format", "json"))
    assert found == keys(run("list", "-p", "AL-XK", "--format", "json")) | keys(
        run("list", "-p", "MK-XK", "--format", "json")
    )


def keys(ran: Result) -> set[str]:
    assert ran.exit_code == 0, ran.stderr
    return {one["key"] for one in json.loads(ran.stdout)}


@pytest.mark.parametrize(
    ("option", "first", "second", "together"),
    [
        ("--pair", "AL-XK", "MK-XK", set.union),
        ("--pair", "Kosova-Shqipëria", "HR-SI", set.union),
        ("--party", "AL", "XK", set.intersection),
        ("--type", "extradition", "readmission", set.union),
        ("--form", "mou", "protocol", set.union),
        ("--level", "state", "ministry", set.union),
        ("--status", "in-force", "signed", set.union),
        ("--confidence", "high", "medium", set.union),
        ("--score", "full", "partial", set.union),
        ("--signatory", "Sveçla", "Kosovo", set.union),
        ("--source", "gazette", "2014", set.union),
    ],
)
def test_a_repeated_option_of_a_question_adds_up(option, first, second, together, run) -> None:
    one, other, both = (
        keys(run("list", *options, "--format", "json"))
        for options in ([option, first], [option, second], [option, first, option, second])
    )
    assert both == together(one, other)
    assert one != other


# An agreement of seven parties, and one of two.
WIDE, NARROW = "AL-BA-HR-ME-MK-RS-UNMIK-2007-1", "AL-ME-2003-1"


@pytest.mark.parametrize(
    ("option", "kind"),
    [
        ("--signed-by", "signature"),
        ("--ratified-by", "ratification"),
        ("--not-ratified-by", "ratification"),
        ("--in-force-for", "entry-into-force"),
    ],
)
def test_a_repeated_party_of_acts_asks_for_what_holds_of_both(option, kind, run) -> None:
    for key, party in ((WIDE, "AL"), (WIDE, "BA"), (NARROW, "AL")):
        assert run("act", key, kind, party, "2010").exit_code == 0
    assert run("act", "AL-BA-2009-1", kind, "BA", "2011").exit_code == 0
    one, other, both = (
        keys(run("list", *[word for party in parties for word in (option, party)], "--format", "json"))
        for parties in (["AL"], ["BA"], ["AL", "BA"])
    )
    assert both == one & other
    assert one != other
    assert both
    assert (WIDE in both) == (option != "--not-ratified-by")


def test_a_repeated_group_has_the_parties_of_both(run) -> None:
    both = keys(run("list", "--among", "AL,XK", "--among", "MK", "--format", "json"))
    assert both == keys(run("list", "--among", "AL,XK,MK", "--format", "json"))
    assert both > keys(run("list", "--among", "AL,XK", "--format", "json"))


@pytest.mark.parametrize("command", [["summary"], ["matrix"], ["timeline"], ["check"], ["due"], ["export"]])
def test_every_command_counts_both_pairs(command, run) -> None:
    questions = (["-p", "AL-XK"], ["-p", "MK-XK"], ["-p", "AL-XK", "-p", "MK-XK"], ["--among", "AL,XK,MK"])
    one, other, both, all_three = (run(*command, *pairs, "--format", "json").stdout for pairs in questions)
    assert len({one, other, both, all_three}) == 4


def test_two_pairs_are_named_in_a_page_and_in_a_picture(run, tmp_path) -> None:
    assert run("report", "-p", "AL-XK", "-p", "MK-XK", str(tmp_path / "page.html")).exit_code == 0
    title = "Agreements of Albania – Kosovo* and Kosovo* – North Macedonia on security and justice"
    assert title in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert run("plot", "matrix", "-p", "AL-XK", "-p", "MK-XK", str(tmp_path / "x.svg")).exit_code == 0
    assert "Albania – Kosovo*" in (tmp_path / "x.svg").read_text(encoding="utf-8")


def test_among_pairs_and_parties_all_hold(run) -> None:
    pairs = ["-p", "AL-XK", "-p", "MK-XK", "--format", "json"]
    assert keys(run("list", *pairs, "--party", "MK")) == keys(run("list", "-p", "MK-XK", "--format", "json"))
    assert keys(run("list", *pairs, "--among", "AL,XK")) == keys(run("list", "-p", "AL-XK", "--format", "json"))


@pytest.mark.parametrize("kind", [("check", "undated", "unsourced"), ("due", "notice", "renewal")])
def test_a_repeated_kind_reports_both(kind, run) -> None:
    command, first, second = kind
    questions = ([first], [second], [first, second])
    one, other, both = (
        {
            (found["kind"], found["key"])
            for found in json.loads(
                run(command, *[word for name in names for word in ("--kind", name)], "--format", "json").stdout
            )
        }
        for names in questions
    )
    assert both == one | other
    assert one


def test_repeated_fields_of_a_record_are_all_stored(run) -> None:
    lists = {
        "types": ("--type", "mla", "extradition"),
        "parties": ("--party", "AL", "XK"),
        "signatories": ("--signatory", "AL: Ministry", "XK: Police"),
        "references": ("--reference", "OG 1", "OG 2"),
        "relations": ("--relation", "amends AL-XK-2012-1", "extends AL-XK-2018-1"),
        "sources": ("--source", "A", "B"),
        "implementation": ("--assessment", "2016 none: a", "2017 full: b"),
        "acts": ("--act", "ratification AL 2012", "ratification XK 2013"),
    }
    typed = [word for option, *values in lists.values() for value in values for word in (option, value)]
    added = run("add", "--title", "Both", "--form", "mou", *typed)
    assert added.exit_code == 0, added.stderr
    key = added.stdout.strip()
    again = run("edit", key, *typed)
    assert (again.exit_code, again.stderr.strip()) == (0, f"{key}: nothing changed")
    (stored,) = [one for one in json.loads(run("list", "--format", "json", "--columns", ",".join(lists)).stdout)
                 if one["references"] == ["OG 1", "OG 2"]]  # fmt: skip
    assert {name: len(stored[name]) for name in lists} == dict.fromkeys(lists, 2)


def test_dates_of_parties_are_acts_beside_the_acts_that_are_typed(run) -> None:
    typed = ("--act", "signature AL 2011", "--party-dates", "AL: ratified 2012, in force 2014")
    key = run("add", "--title", "Both", "--form", "mou", "--type", "mla", "--party", "AL", "--party", "XK", *typed,
              "--party-dates", "XK: ratified 2013").stdout.strip()  # fmt: skip
    acts = json.loads(run("show", key, "--format", "json").stdout)["acts"]
    assert [(act["kind"], act["party"], act["on"]) for act in acts] == [
        ("signature", "AL", "2011"),
        ("ratification", "AL", "2012"),
        ("entry-into-force", "AL", "2014"),
        ("ratification", "XK", "2013"),
    ]


def test_repeated_names_types_and_contacts_are_all_stored(run) -> None:
    assert run("types", "add", "mytype", "--group", "crime", "--alias", "Erste", "--alias", "Zweite").exit_code == 0
    assert keys(run("list", "--type", "Erste", "--format", "json")) == keys(
        run("list", "--type", "Zweite", "--format", "json")
    )
    ran = run("parties", "add", "SU", "--name", "Soviet", "--kind", "predecessor", "--also", "A-1x", "--also", "B-1x")
    assert ran.exit_code == 0
    assert {run("parties", "show", name).stdout for name in ("A-1x", "B-1x")} == {run("parties", "show", "SU").stdout}
    for change in (["add", "our", "--name", "Our", "--kind", "network"], ["edit", "our"]):
        assert run("frameworks", *change, "--type", "mla", "--type", "extradition").exit_code == 0
        shown = json.loads(run("frameworks", "show", "our", "--format", "json").stdout)
        assert [one["code"] if isinstance(one, dict) else one for one in shown["types"]] == ["mla", "extradition"]
    twice = ["--type", "mla", "--type", "customs", "--agreement", "AL-XK-2012-1", "--agreement", "AL-XK-2018-1"]
    twice += ["--framework", "selec", "--framework", "our", "--language", "sq", "--language", "en"]
    for change in (["add", "--party", "AL", "--institution", "Police"], ["edit", "contact-1", "--notes", "x"]):
        assert run("contacts", *change, *twice).exit_code == 0
        (contact,) = json.loads(run("contacts", "list", "--format", "json").stdout)
        assert {len(contact[name]) for name in ("types", "agreements", "frameworks", "languages")} == {2}
    assert run("contacts", "add", "--party", "XK", "--institution", "Police").exit_code == 0
    for command in (["contacts"], ["contacts", "list"]):
        both = json.loads(run(*command, "--party", "AL", "--party", "XK", "--format", "json").stdout)
        assert {one["party"] for one in both} == {"AL", "XK"}


def test_repeated_options_of_an_import_all_count(run, tmp_path) -> None:
    list_ = tmp_path / "list.csv"
    list_.write_text("Aa;Bb;Cc\nOn customs;Kosva;1999\nOn police;Alb;2000\n", encoding="utf-8")
    how = ["--map", "Aa=title", "--map", "Bb=parties", "--map", "Cc=signed", "--party", "Kosva=XK", "--party", "Alb=AL"]
    how += ["--set", "form=mou", "--set", "place=Wien", "--home", "MK", "--format", "json"]
    ran = run("import", str(list_), *[word for word in how if word not in ("--format", "json")])
    assert ran.exit_code == 0, ran.stderr
    found = json.loads(run("list", "--text", "Wien", "--columns", "parties,form", "--format", "json").stdout)
    assert sorted(one["parties"] for one in found if one["form"] == "mou") == [["AL", "MK"], ["MK", "XK"]]


def test_repeated_columns_of_groups_all_count(run, tmp_path) -> None:
    list_ = tmp_path / "list.csv"
    rows = [f"On customs,{year},{country}" for year in (1999, 2000) for country in ("Austria", "Italy")]
    list_.write_text("\n".join(["Title,Volume,Country", *rows]), encoding="utf-8")
    ran = run("import", str(list_), "--group-by", "Title", "--group-by", "Volume", "--on-duplicate", "add")
    assert "4 rows, 2 agreements" in ran.stderr


@pytest.mark.parametrize(
    "twice",
    [("--set", "form=mou", "form=treaty"), ("--map", "Aa=title", "Aa=place"), ("--party", "Alb=AL", "Alb=DE")],
)
def test_a_name_that_is_given_two_meanings_is_refused(twice, run, tmp_path) -> None:
    option, first, second = twice
    (tmp_path / "list.csv").write_text("Aa;Bb\nx;y\n", encoding="utf-8")
    ran = run("import", str(tmp_path / "list.csv"), option, first, option, second)
    assert ran.exit_code == 2
    assert f"{option} says two things of {first.partition('=')[0]!r}" in ran.stderr


@pytest.mark.parametrize("arguments", [("--db", "a", "list", "--db", "b"), ("list", "--db=a", "--db", "b")])
def test_a_register_named_twice_is_refused(arguments, wbagree) -> None:
    ran = wbagree(*arguments)
    assert ran.returncode == 2
    assert "--db is given twice" in ran.stderr
    assert not [*Path.cwd().iterdir()]


GROUPS = [path for path, command in TREE.items() if path and hasattr(command, "commands")]


@pytest.mark.parametrize("path", GROUPS, ids=" ".join)
def test_an_option_before_the_command_it_belongs_to_is_not_dropped(path) -> None:
    options = [option for of, option in OPTIONS if of == path]
    for option in options:
        typed = [called(option)] if option.is_flag else [called(option), two_values(option)[0]]
        ran = CliRunner().invoke(app, [*path, *typed, next(iter(TREE[path].commands))])
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert f"{called(option)} before" in ran.stderr


EFFECTS = {
    "words": ["AL", "mou"],
    "pair": ["-p", "AL-XK"], "party": ["--party", "HR"], "among": ["--among", "AL,HR,RS"], "type": ["-t", "mla"],
    "form": ["-f", "mou"], "level": ["--level", "state"], "status": ["-s", "in-force"], "since": ["--since", "2010"],
    "until": ["--until", "2000"], "undated": ["--dated"], "as_of": ["--as-of", "2005-06"], "text": ["--text", "police"],
    "confidence": ["--confidence", "low"], "assessed": ["--assessed"], "score": ["--score", "full"],
    "signed_by": ["--signed-by", "AL"], "ratified_by": ["--ratified-by", "AL"],
    "not_ratified_by": ["--not-ratified-by", "AL"], "in_force_for": ["--in-force-for", "AL"],
    "signatory": ["--signatory", "Ministry"], "source": ["--source", "gazette"], "no_source": ["--no-source"],
}  # fmt: skip


@pytest.mark.parametrize("command", ["list", "summary", "due", "check"])
def test_every_option_of_a_question_changes_the_answer(command, run) -> None:
    # What is restricted is told elsewhere; nothing is inherited where no parties are named.
    assert set(EFFECTS) == QUESTION - {"with_restricted", "no_inherited"}
    plain = run(command, "--format", "json").stdout
    assert [name for name, typed in EFFECTS.items() if run(command, *typed, "--format", "json").stdout == plain] == []


def test_what_is_due_of_a_type_has_the_contact_points_for_it_alone(run) -> None:
    for type_ in ("mla", "customs"):
        run("contacts", "add", "-p", "AL", "--institution", type_, "-t", type_, "--verified", "today")
    found = json.loads(run("due", "2y", "--kind", "contact", "--type", "mla", "--format", "json").stdout)
    assert [one["title"] for one in found] == ["mla"]
