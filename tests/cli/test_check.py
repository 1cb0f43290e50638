"""``wbagree check``: findings by gravity, and those that a person accepted."""

import csv
import io
import json
import re

import pytest

from wbagree.domain.agreements.quality_checks import FINDING_KINDS, Gravity

KEY = "AL-XK-2012-1"
OLD = ("no-entry-into-force", KEY)


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


@pytest.fixture
def findings(wbagree, seeded):
    """The open findings of a question, as code and key."""

    def found(*words):
        return {(row["kind"], row["key"]) for row in rows_of(wbagree("check", *words, "--format", "csv", db=seeded))}

    return found


def test_a_check_that_finds_something_ends_with_4_and_counts_every_kind_in_words(wbagree, seeded):
    ran = wbagree("check", "--kind", "stale-status", "--kind", "party-lifetime", db=seeded)
    assert ran.returncode == 4
    kinds = [row["kind"] for row in rows_of(wbagree("check", "--format", "csv", db=seeded))]
    lifetimes, stale = kinds.count("party-lifetime"), kinds.count("stale-status")
    assert ran.stderr.startswith(f"{lifetimes + stale} problems: ")
    assert f" {lifetimes} dated before or after their party is recorded" in ran.stderr
    assert f" {stale} status perhaps out of date" in ran.stderr
    assert all(key in ran.stdout for key in ("HR-RS-2010-1", "AL-ME-2003-1"))


def test_a_check_that_finds_nothing_ends_with_0(wbagree, seeded):
    ran = wbagree("check", "--pair", "AL-ME", "--kind", "duplicate", db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "No problems found.\n")


def test_findings_come_by_gravity_with_the_titles_of_their_agreements(wbagree, seeded):
    rows = rows_of(wbagree("check", "--format", "csv", db=seeded))
    order = list(Gravity)
    assert [row["gravity"] for row in rows] == sorted((row["gravity"] for row in rows), key=order.index)
    assert {row["gravity"] for row in rows} == set(Gravity)
    for row in rows:
        assert row["gravity"] == FINDING_KINDS[row["kind"]].gravity
        assert row["title"]


def test_a_terminal_shows_twenty_of_a_gravity_and_one_line_for_the_rest(at_terminal, wbagree, seeded):
    rows = rows_of(wbagree("check", "--format", "csv", db=seeded))
    missing = [row for row in rows if row["gravity"] == "not recorded"]
    text = at_terminal("check", db=seeded, columns=120).text
    shown = text[text.index(f"Not recorded ({len(missing)})") :]
    assert [row["key"] in shown for row in missing[:21]] == [True] * 20 + [False]
    assert f"and {len(missing) - 20} more: " in shown
    assert "To see all: --all" in " ".join(shown.split())
    whole = at_terminal("check", "--all", db=seeded, columns=120).text
    assert all(row["key"] in whole for row in rows)
    assert "more: " not in whole
    assert all(row["key"] in wbagree("check", db=seeded).stdout for row in rows)


def test_a_code_is_a_bare_word(findings):
    assert findings("undated") == findings("--kind", "undated") != set()
    both = findings("AL-XK", "undated", "Unrated")
    assert {kind for kind, _ in both} == {"undated", "unrated"}
    assert both == findings("-p", "AL-XK", "--kind", "undated", "--kind", "unrated")


@pytest.fixture
def double(wbagree, seeded):
    """An agreement that is in the register twice: its second key."""
    title = "Protocol of cooperation establishing joint patrols along the border of the two countries"
    added = wbagree("add", title, "AL", "XK", "protocol", "joint-patrol", "2012-03-10", "--allow-duplicate", db=seeded)
    return added.stdout.strip()


@pytest.mark.usefixtures("double")
def test_a_duplicate_is_found_whatever_the_question_names(findings):
    doubles = {key for kind, key in findings() if kind == "duplicate"}
    assert doubles
    for key in doubles:
        assert ("duplicate", key) in findings(key)


def test_an_accepted_finding_is_not_counted_and_is_listed_with_who_and_why(wbagree, seeded, findings):
    before = findings()
    assert OLD in before
    ran = wbagree("check", "--accept", KEY, "no-entry-into-force", "--note", "none in the gazette", db=seeded,
                  env={"WBAGREE_USER": "ana"})  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == f"Accepted: {KEY}: Signed 2012-03-10?; no entry into force recorded\n"
    assert findings() == before - {OLD}
    assert "\n1 more accepted: wbagree check --accepted\n" in wbagree("check", db=seeded).stderr
    ran = wbagree("check", KEY, db=seeded)
    assert (ran.returncode, ran.stderr) == (0, "No problems found.\n1 more accepted: wbagree check --accepted\n")
    (row,) = json.loads(wbagree("check", "--accepted", "--format", "json", db=seeded).stdout)
    assert (row["key"], row["kind"], row["accepted_by"], row["note"]) == (
        KEY, "no-entry-into-force", "ana", "none in the gazette",
    )  # fmt: skip
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", row["accepted_on"])
    assert "none in the gazette" in wbagree("history", KEY, db=seeded).stdout


def test_an_acceptance_ends_when_the_finding_reads_otherwise(wbagree, seeded, findings):
    wbagree("check", "--accept", KEY, "no-entry-into-force", db=seeded)
    wbagree("edit", KEY, "--place", "Tirana", db=seeded)
    assert OLD not in findings(KEY)
    wbagree("edit", KEY, "--signed", "2013-03-10", db=seeded)
    assert OLD in findings(KEY)
    assert wbagree("check", "--accept", KEY, "no-entry-into-force", db=seeded).returncode == 0
    assert OLD not in findings(KEY)


def test_an_acceptance_is_undone_redone_and_withdrawn(wbagree, seeded, findings):
    accept = ("check", "--accept", KEY, "no-entry-into-force")
    wbagree(*accept, db=seeded)
    assert wbagree("undo", "--yes", db=seeded).returncode == 0
    assert OLD in findings(KEY)
    assert wbagree("redo", db=seeded).returncode == 0
    assert OLD not in findings(KEY)
    ran = wbagree("check", "--withdraw", KEY, "no-entry-into-force", db=seeded)
    assert ran.stderr == f"Not accepted any more: no-entry-into-force of {KEY}\n"
    assert OLD in findings(KEY)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--accept", KEY), 2, "Name the code of the finding.\n  For example: wbagree check --accept"),
        (("--accept", "undated"), 2, "Name an agreement and the code of the finding."),
        (("--accept", KEY, "undated"), 4, f"check finds no 'undated' about {KEY}.\n  To see its findings: wbagree"),
        (("--accept", "AL-XK-2012-9", "undated"), 3, "'AL-XK-2012-9'; did you mean AL-XK-2012-1"),
        (("--accept", KEY, "no-entry-into-force", "--type", "mla"), 2, "take agreements and codes only."),
        (("--accept", "--withdraw", KEY, "undated"), 2, "take agreements and codes only."),
        (("--note", "x"), 2, "--notes has no effect without --accept."),
        (("--withdraw", KEY, "undated"), 4, f"'undated' of {KEY} is not accepted.\n  To see what is: wbagree check"),
        (("--kind", "never"), 3, "unknown kind: 'never'"),
    ],
)
def test_what_cannot_be_accepted_is_refused_with_what_to_type(words, code, sentence, wbagree, seeded):
    ran = wbagree("check", *words, db=seeded)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert sentence in ran.stderr
    assert "0 findings accepted" in wbagree("check", "--accepted", db=seeded).stderr


def test_what_is_accepted_already_is_refused(wbagree, seeded):
    accept = ("check", "--accept", KEY, "no-entry-into-force")
    assert wbagree(*accept, db=seeded).returncode == 0
    ran = wbagree(*accept, db=seeded)
    assert (ran.returncode, ran.stdout) == (5, "")
    assert "Accepted before: no-entry-into-force of AL-XK-2012-1." in ran.stderr


@pytest.mark.usefixtures("double")
def test_an_acceptance_about_a_restricted_agreement_leaves_no_terminal(wbagree, seeded):
    double = next(row for row in rows_of(wbagree("check", "duplicate", "--format", "csv", db=seeded)))
    other = re.search(r"duplicate of (\S+)", double["finding"])[1]
    wbagree("check", "--accept", double["key"], "duplicate", db=seeded)
    wbagree("check", "--accept", KEY, "no-entry-into-force", "--note", "secret", db=seeded)
    for key in (other, KEY):
        wbagree("edit", key, "--disclosure", "restricted", db=seeded)
    for command in (("check", "--accepted"), ("history", "--limit", "9"), ("history", "--format", "json"),
                    ("history", double["key"])):  # fmt: skip
        text = wbagree(*command, db=seeded).stdout
        assert other not in text, command
        assert "secret" not in text, command
        assert KEY not in text, command
    assert "secret" in wbagree("check", "--accepted", "--with-restricted", db=seeded).stdout
