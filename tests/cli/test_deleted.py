"""``wbagree list --deleted``: what was deleted, when and by whom, and how to bring it back."""

import csv
import io
import json

import pytest

KEY, OTHER = "AL-XK-2012-1", "BA-HR-2012-1"


@pytest.fixture
def deleted(wbagree, seeded):
    """What is listed as deleted, as CSV."""
    for key in (KEY, OTHER):
        assert wbagree("delete", key, "--yes", db=seeded).returncode == 0

    def listed(*words):
        ran = wbagree("list", "--deleted", *words, "--format", "csv", db=seeded)
        assert ran.returncode == 0, ran.stderr
        return list(csv.DictReader(io.StringIO(ran.stdout)))

    return listed


def test_what_was_deleted_is_listed_the_last_one_first_with_the_change_that_restores_it(deleted, wbagree, seeded):
    rows = deleted()
    assert [row["key"] for row in rows] == [OTHER, KEY]
    (made,) = json.loads(wbagree("history", KEY, "--limit", "1", "--format", "json", db=seeded).stdout)
    assert (rows[1]["deleted"], rows[1]["by"]) == (made["at"], made["by"])
    assert (rows[1]["parties"], rows[1]["signed"][:4]) == ("AL;XK", "2012")
    assert rows[1]["restore"] == f"wbagree undo {made['number']}"
    assert wbagree(*rows[1]["restore"].split(" ")[1:], db=seeded).returncode == 0
    assert wbagree("show", KEY, db=seeded).returncode == 0
    assert [row["key"] for row in deleted()] == [OTHER]


def test_an_addition_that_was_undone_was_never_deleted_and_a_deletion_that_was_redone_is_one(deleted, wbagree, seeded):
    before = deleted()
    add = ("add", "--title", "An agreement", "--form", "mou", "--type", "mla", "--party", "AL", "--party", "ME")
    assert wbagree(*add, "--confidence", "low", db=seeded).returncode == 0
    assert wbagree("undo", db=seeded).returncode == 0
    assert deleted() == before
    number = before[0]["restore"].split(" ")[-1]
    assert wbagree("undo", number, db=seeded).returncode == 0
    assert [row["key"] for row in deleted()] == [KEY]
    assert wbagree("redo", db=seeded).returncode == 0
    assert [row["key"] for row in deleted()] == [OTHER, KEY]
    assert deleted()[0]["restore"] != before[0]["restore"]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("AL-XK", [KEY]),
        ("Kosovo", [KEY]),
        ("AL XK 2012", [KEY]),
        ("2013-2020", []),
        ("since 2012", [OTHER, KEY]),
        ("extradition", [OTHER]),
        ("AL,BA,HR extradition", [OTHER]),
        ("BA HR treaty", [OTHER]),
        ("wb6", [KEY]),
        ("joint patrols", [KEY]),
        ("zzzz", []),
        ("al-xk-2015-1", []),
    ],
)
def test_the_words_of_a_question_narrow_it(words, keys, deleted):
    assert [row["key"] for row in deleted(*words.split(" "))] == keys


def test_nothing_deleted_is_said(wbagree, seeded):
    ran = wbagree("list", "--deleted", db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "No deleted agreements.\n")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("in-force",), "--deleted cannot be combined with a condition on status"),
        (("--as-of", "2010"), "--deleted cannot be combined with a condition on as of"),
        (("--signatory", "Rama"), "--deleted cannot be combined with a condition on signatories"),
        (("--sort", "key"), "--deleted has its own columns and order"),
        (("-c", "key"), "--deleted has its own columns and order"),
    ],
)
def test_what_only_agreements_of_the_register_have_is_refused(options, sentence, wbagree, seeded):
    ran = wbagree("list", "--deleted", *options, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr


def test_what_was_restricted_stays_in_the_register(wbagree, seeded):
    assert wbagree("edit", KEY, "--disclosure", "restricted", db=seeded).returncode == 0
    assert wbagree("delete", KEY, "--yes", db=seeded).returncode == 0
    assert KEY not in wbagree("list", "--deleted", db=seeded).stdout
    assert KEY in wbagree("list", "--deleted", "--with-restricted", db=seeded).stdout
