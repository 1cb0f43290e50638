"""No option of a question is ignored in silence: alone or beside another it narrows the answer, or is refused."""

import itertools
import json
import os
import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wbagree.cli import app

# SWEEP=long lets every pair of options meet.
LONG = os.environ.get("SWEEP") == "long"
OF_PARTIES = (("--pair", "AL-XK"), ("--party", "XK"), ("--among", "AL,XK,ME"))
NARROWING = (
    ("--type", "police"), ("--form", "mou"), ("--level", "ministry"), ("--status", "in-force"), ("--since", "2010"),
    ("--until", "2012"), ("--dated",), ("--confidence", "medium"), ("--not-assessed",), ("--score", "unknown"),
    ("--text", "police"), ("--signatory", "Ministry"), ("--source", "gazette"), ("--no-source",),
)  # fmt: skip
KINDS = tuple(("--kind", kind) for kind in ("notice", "contact", "renewal"))
COMMANDS = {
    "list": (("list",), (*OF_PARTIES, *NARROWING)),
    "search": (("search", "agreement"), (*OF_PARTIES, *NARROWING)),
    "export": (("export",), (*OF_PARTIES, *NARROWING)),
    "due": (("due",), (*OF_PARTIES, *NARROWING, *KINDS)),
}
NO_EFFECT = "--no-inherited has no effect: the question names no parties"


@pytest.fixture
def register(register_after, renew_all, tmp_path):
    """A register with two contact points, and agreements that are renewed."""
    points = (("AL", "police-cooperation"), ("RS", "mla"))
    add = ("contacts", "add", "--institution", "Police")
    valid = ("--valid-to", (date.today() + timedelta(days=60)).isoformat())
    made = register_after(*((*add, "--party", party, "--type", type_, *valid) for party, type_ in points))
    register = Path(shutil.copy(made, tmp_path / "register.db"))
    renew_all(register)
    return register


@pytest.fixture
def answer(register):
    """What a command lists, by kind and key; its exit code when it is refused."""

    def answered(*words):
        ran = CliRunner().invoke(app, ["--db", str(register), *words, "--format", "json"])
        if ran.exit_code:
            return ran.exit_code
        return {(row.get("kind", ""), row["key"]) for row in json.loads(ran.stdout)}

    return answered


def met(options):
    """Pairs of options of two kinds: all, or a few."""
    pairs = [
        (one, other)
        for one, other in itertools.combinations(options, 2)
        if one[0] != other[0] and not {one, other} <= {*OF_PARTIES}
    ]
    return pairs if LONG else random.Random(len(pairs)).sample(pairs, 10)


@pytest.mark.parametrize("name", COMMANDS)
def test_of_two_options_each_narrows_the_answer_to_the_other(name, answer):
    command, options = COMMANDS[name]
    whole = answer(*command)
    alone = {option: answer(*command, *option) for option in options}
    for option, found in alone.items():
        assert found < whole, option
    for one, other in met(options):
        both = answer(*command, *one, *other)
        if both == 2:
            assert ("--kind", "contact") in (one, other)
            continue
        assert both == alone[one] & alone[other], (one, other)


def own_and_inherited(ran):
    """The numbers of a table but for its total, which leaves out what is inherited."""
    rows = [row for row in json.loads(ran.stdout) if "total" not in row.values()]
    total = json.loads(ran.stdout)[-1]
    return sum(row["records"] for row in rows) + total["inherited"]


# How a command says of how many agreements its answer is.
COUNTING = {
    "summary --by form": own_and_inherited,
    "timeline": own_and_inherited,
    **dict.fromkeys(("report", "plot matrix", "plot network", "plot timeline"), lambda ran: number(ran.stderr)),
}
# Where parties are not named, these are about the six of the Western Balkans.
OF_PAIRS = ("plot matrix", "plot network")


@pytest.mark.parametrize("name", COUNTING)
def test_what_counts_or_draws_takes_the_agreements_that_are_listed(name, answer, register, tmp_path):
    ending = {"report": "html", "plot": "svg"}.get(name.split()[0])
    words = [*name.split(), *([str(tmp_path / f"page.{ending}")] if ending else ["--format", "json"])]
    for one, other in met((*OF_PARTIES, *NARROWING)):
        of_pairs = name in OF_PAIRS and not {one, other} & {*OF_PARTIES}
        listed = answer("list", *one, *other, *(("--among", "wb6") if of_pairs else ()))
        ran = CliRunner().invoke(app, ["--db", str(register), *words, *one, *other])
        if listed:
            assert ran.exit_code == 0, ran.stderr
            assert COUNTING[name](ran) == len(listed), (one, other)
        else:
            assert ran.exit_code or not COUNTING[name](ran), (one, other)


def number(sentence):
    found = re.search(r"^([\d,]+) agreements?, written", sentence, re.MULTILINE)
    return int(found[1].replace(",", "")) if found else 0


@pytest.mark.parametrize(("option", "code"), [
    *((option, 2) for option in NARROWING if option[0] != "--type"), *((option, 0) for option in OF_PARTIES),
])  # fmt: skip
def test_contact_points_have_no_form_and_no_date(option, code, seeded):
    ran = CliRunner().invoke(app, ["--db", str(seeded), "due", "--kind", "contact", *option])
    assert ran.exit_code == code, ran.stderr
    if code:
        name = option[0].replace("--not-", "--")
        assert f"{name} applies to agreements, not to contact points" in ran.stderr


IDLE = [
    "list",
    "search police",
    "export --format csv",
    "due",
    "check",
    "timeline",
    "summary --by type",
    "summary --by form",
]


@pytest.mark.parametrize("words", IDLE)
def test_without_parties_nothing_is_inherited_and_the_option_is_refused(words, seeded):
    ran = CliRunner().invoke(app, ["--db", str(seeded), *words.split(), "--no-inherited"])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert NO_EFFECT in ran.stderr
    narrowed = CliRunner().invoke(app, ["--db", str(seeded), *words.split(), "--no-inherited", "--pair", "HR-RS"])
    assert narrowed.exit_code in (0, 4)


@pytest.mark.parametrize("words", ["summary", "summary --by pair", "matrix", "report page.html"])
def test_where_the_answer_is_about_pairs_it_acts_without_parties(words, seeded):
    answers = []
    for more in ([], ["--no-inherited"]):
        ran = CliRunner().invoke(app, ["--db", str(seeded), *words.split(), *more])
        assert ran.exit_code == 0, ran.stderr
        page = Path("page.html")
        answers.append(page.read_text(encoding="utf-8") if page.exists() else ran.stdout)
        page.unlink(missing_ok=True)
    assert answers[0] != answers[1]
