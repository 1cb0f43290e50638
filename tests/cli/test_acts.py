"""``wbagree act`` and ``wbagree acts``: what parties did, and the kinds of that."""

import csv
import io
import json

import pytest

from wbagree.domain.acts.kinds import KINDS

KEY = "AL-XK-2012-1"
RECORDED = f"act {KEY} ratification AL 2013-05-03"


@pytest.fixture
def ran(wbagree, seeded):
    """Run a command on the bundled register: its exit code, and its words on stderr."""

    def run(*arguments):
        done = wbagree(*(arguments[0].split() if len(arguments) == 1 else arguments), db=seeded)
        return done.returncode, done.stderr

    return run


@pytest.fixture
def acts_of(stored, seeded):
    """The acts of an agreement in the register, as (kind, party, date)."""

    def read(key=KEY):
        return [(act["kind"], act["party"], act["on"]) for act in stored(key, seeded)["acts"]]

    return read


def test_an_act_is_added_with_all_that_is_known_of_it(ran, stored, seeded):
    details = ("--effect", "June 2013", "--reference", "Gazette 68", "--cite", "MFA <https://a.example>")
    code, words = ran("act", KEY, "ratified", "Albania", "3 May 2013", *details, "--note", "by  a\nlaw")
    assert (code, words) == (
        0,
        f"{KEY}: ratification AL 2013-05-03 effect 2013-06 (Gazette 68): by a law [MFA <https://a.example>]\n",
    )
    assert stored(KEY, seeded)["acts"] == [
        {
            "kind": "ratification",
            "party": "AL",
            "on": "2013-05-03",
            "effect": "2013-06",
            "reference": "Gazette 68",
            "source": "MFA <https://a.example>",
            "note": "by a law",
        }
    ]


@pytest.mark.parametrize(
    "words", ["entry-into-force 2013-08-20", "entry-into-force all 2013-08-20", "entry-into-force ALL 20.8.2013"]
)
def test_an_act_without_a_party_is_of_all(words, ran, acts_of, stored, seeded):
    assert ran(f"act {KEY} {words}") == (0, f"{KEY}: entry-into-force all 2013-08-20\n")
    assert acts_of() == [("entry-into-force", "", "2013-08-20")]
    assert (stored(KEY, seeded)["computed_status"], stored(KEY, seeded)["in_force"]) == ("in-force", None)


def test_an_act_that_is_there_gets_the_options_that_are_given(ran, acts_of):
    ran(RECORDED)
    assert ran(f"act {KEY} ratification AL --reference G --note n")[1] == f"{KEY}: ratification AL 2013-05-03 (G): n\n"
    assert ran(f"act {KEY} ratification AL 2013-05-03 --on 2013-05")[1] == f"{KEY}: ratification AL 2013-05 (G): n\n"
    assert ran("act", KEY, "ratification", "AL", "--note", "") == (0, f"{KEY}: ratification AL 2013-05 (G)\n")
    # Another date is another act.
    assert ran(f"act {KEY} ratification AL 2014")[0] == 0
    assert acts_of() == [("ratification", "AL", "2013-05"), ("ratification", "AL", "2014")]


def test_an_act_is_removed_and_undo_brings_it_back(ran, acts_of):
    ran(RECORDED)
    ran(f"act {KEY} entry-into-force 2014")
    assert ran(f"act {KEY} ratification AL --remove") == (0, f"{KEY}: removed ratification AL 2013-05-03\n")
    assert acts_of() == [("entry-into-force", "", "2014")]
    assert ran("undo")[0] == 0
    assert acts_of() == [("ratification", "AL", "2013-05-03"), ("entry-into-force", "", "2014")]
    assert ran("redo")[0] == 0
    assert acts_of() == [("entry-into-force", "", "2014")]
    for _ in range(3):
        ran("undo")
    assert acts_of() == []


def test_an_act_is_recorded_once(ran, acts_of):
    ran(RECORDED)
    for again in (RECORDED, f"act {KEY} ratification AL", f"act {KEY} ratified Albania 3.5.2013"):
        code, words = ran(*again.split())
        assert (code, words.splitlines()[0]) == (5, "wbagree: this act is recorded: ratification AL 2013-05-03")
    assert ran(f"act {KEY} ratification AL 2014")[0] == 0
    code, words = ran(f"act {KEY} ratification AL 2014 --on 2013-05-03")
    assert (code, words.splitlines()[0]) == (5, "wbagree: this act is recorded: ratification AL 2013-05-03")
    assert acts_of() == [("ratification", "AL", "2013-05-03"), ("ratification", "AL", "2014")]


def test_of_several_acts_the_date_is_needed(ran, acts_of):
    ran(RECORDED)
    ran(f"act {KEY} ratification AL 2014")
    for option in (("--note", "n"), ("--remove",)):
        assert ran("act", KEY, "ratification", "AL", *option) == (
            3,
            "wbagree: act 'ratification AL' could be 2013-05-03 or 2014: name its date\n",
        )
    assert ran(f"act {KEY} ratification AL 2014 --remove")[0] == 0
    assert acts_of() == [("ratification", "AL", "2013-05-03")]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ("ratificatoin AL 2013", 3, "unknown kind of act: 'ratificatoin'; did you mean ratification"),
        ("ratification qqqqqqqq 2013", 3, "unknown party: 'qqqqqqqq'"),
        ("ratification RS 2013", 4, "acts: RS is no party to this agreement, nor a successor (its parties: AL, XK)"),
        ("ratification AL", 2, "the date of the ratification is missing"),
        ("ratification", 2, "the date of the ratification is missing"),
        ("ratification AL 2013-02-30", 4, "30 February 2013 is not a valid date."),
        ("ratification AL 2013 --effect soon", 4, "I can't read the date 'soon'."),
        ("ratification AL 2199", 4, "acts: The date of the act is in the future: 2199"),
        ("ratification AL --remove", 3, "unknown act: 'ratification AL'"),
        ("deposit XK 2013 --remove", 3, "unknown act: 'deposit XK 2013'; did you mean deposit AL 2013?"),
        ("deposit AL --remove --note x", 2, "--remove takes no other option"),
        ("deposit AL --on=", 2, "--on is empty; leave it out or give it a value"),
    ],
)
def test_what_is_no_act_is_refused(words, code, sentence, ran, acts_of):
    ran(f"act {KEY} deposit AL 2013")
    refused, message = ran(f"act {KEY} {words}")
    assert (refused, message.startswith(f"wbagree: {sentence}")) == (code, True), message
    assert acts_of() == [("deposit", "AL", "2013")]


@pytest.mark.parametrize(
    "option",
    [
        ("--note", "a | b"),
        ("--note", "a; ratification XK 2013"),
        ("--note", "a [b]"),
        ("--reference", "a)"),
        ("--reference", "(a"),
        ("--cite", "a [b]"),
    ],
)
def test_a_text_that_would_be_read_otherwise_is_refused(option, ran, acts_of):
    code, words = ran("act", KEY, "deposit", "AL", "2013", *option)
    assert (code, words.startswith("wbagree: A text of an act cannot contain ' | ' or another act")) == (4, True)
    assert acts_of() == []


@pytest.mark.parametrize(
    "words",
    [
        "deposit AL 2014 --note secret",
        "deposit AL 2013 --note secret",
        "deposit AL 2013 --remove",
        "deposit XK 2013 --remove",
        "ratification AL",
        "deposit AL 2013",
        "deposit RS 2013-05",
    ],
)
def test_acts_of_a_restricted_agreement_are_not_quoted_in_a_log(words, ran):
    ran(f"act {KEY} deposit AL 2013 --note hidden")
    ran(f"edit {KEY} --disclosure restricted")
    _, log = ran(f"act {KEY} {words}")
    assert log.startswith((f"{KEY}: changed\n", "wbagree: acts: ", "wbagree: the date of the ratification"))
    assert not [word for word in ("secret", "hidden", "deposit") if word in log]


def rows(wbagree, db):
    return list(csv.DictReader(io.StringIO(wbagree("acts", "--format", "csv", db=db).stdout)))


def test_the_kinds_are_listed_by_role_with_how_many_agreements_have_them(ran, wbagree, seeded):
    assert {row["kind"]: row["role"] for row in rows(wbagree, seeded)} == {code: KINDS[code].role for code in KINDS}
    ran(f"act {KEY} deposit AL 2013")
    ran(f"act {KEY} deposit XK 2013")
    assert {row["kind"]: row["records"] for row in rows(wbagree, seeded) if row["records"] != "0"} == {"deposit": "1"}


ADDED = ("acts", "add", "consultation", "--label", "Consultation  of parliament")


def test_a_kind_of_ones_own_is_added_and_used(ran, wbagree, seeded, stored, acts_of):
    assert ran(*ADDED) == (0, "added the kind of acts consultation (Consultation of parliament)\n")
    assert rows(wbagree, seeded)[-1] == {
        "role": "statement",
        "kind": "consultation",
        "label": "Consultation of parliament",
        "records": "0",
    }
    before = stored(KEY, seeded)["computed_status"]
    assert ran("act", KEY, "consultation of PARLIAMENT", "AL", "2011")[0] == 0
    assert acts_of() == [("consultation", "AL", "2011")]
    assert stored(KEY, seeded)["computed_status"] == before
    assert ran("db", "check")[0] == 0


def test_without_a_label_the_kind_is_its_label(ran):
    assert ran("acts add site-visit") == (0, "added the kind of acts site-visit (Site visit)\n")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("Consultation",), 4, "'Consultation' cannot be a kind of acts: small letters, digits and hyphens"),
        (("a b",), 4, "'a b' cannot be a kind of acts"),
        (("a--b",), 4, "'a--b' cannot be a kind of acts"),
        (("ratification",), 5, "'ratification' is a name of ratification already"),
        (("ratified",), 5, "'ratified' is a name of ratification already"),
        (("own", "--label", "Law of RATIFICATION"), 5, "'Law of RATIFICATION' is a name of approval-law already"),
        (("consultation",), 5, "'consultation' is a name of consultation already"),
        (("own", "--label", "consultation of parliament"), 5, "'consultation of parliament' is a name of consultation"),
    ],
)
def test_a_kind_that_cannot_be_is_refused(arguments, code, sentence, ran, wbagree, seeded):
    ran(*ADDED)
    before = rows(wbagree, seeded)
    refused, words = ran("acts", "add", *arguments)
    assert (refused, words.startswith(f"wbagree: {sentence}")) == (code, True), words
    assert rows(wbagree, seeded) == before


def test_a_kind_is_undone_once_no_act_has_it(ran, wbagree, seeded):
    old = rows(wbagree, seeded)
    ran(*ADDED)
    ran(f"act {KEY} consultation AL 2011")
    number = next(csv.DictReader(io.StringIO(wbagree("history", "consultation", "--format", "csv", db=seeded).stdout)))
    code, words = ran("undo", number["number"])
    assert (code, f"it is needed by what was stated since: {KEY}" in " ".join(words.split())) == (0, True), words
    assert len(rows(wbagree, seeded)) == len(old) + 1
    ran(f"act {KEY} consultation AL --remove")
    assert ran("undo", number["number"])[0] == 0
    assert rows(wbagree, seeded) == old
    assert ran("redo")[0] == 0
    assert len(rows(wbagree, seeded)) == len(old) + 1


@pytest.mark.parametrize("name", ["uncac", "UNCAC", "Convention against Corruption"])
def test_a_framework_is_found_by_key_or_name(name, wbagree, seeded):
    ran = wbagree("act", name, "accession", "XK", "2026-05", db=seeded)
    assert ran.stderr == "uncac: accession XK 2026-05\n"
    shown = json.loads(wbagree("frameworks", "show", "uncac", "--format", "json", db=seeded).stdout)
    assert [act["on"] for act in shown["acts"] if act["party"] == "XK"] == ["2026-05"]


def test_of_a_framework_no_act_is_lost_when_one_gets_the_date_of_another(wbagree, seeded):
    for day in ("2025", "2026-05"):
        wbagree("act", "uncac", "accession", "XK", day, db=seeded)
    before = seeded.read_bytes()
    ran = wbagree("act", "uncac", "accession", "XK", "2025", "--on", "2026-05", db=seeded)
    assert (ran.returncode, seeded.read_bytes() == before) == (5, True)


def test_a_fact_of_a_framework_is_not_in_the_future(wbagree, seeded):
    ran = wbagree("act", "uncac", "accession", "XK", "2199", db=seeded)
    assert (ran.returncode, "The date of the act is in the future: " in ran.stderr) == (4, True)
