"""The question options: what is refused, and what a question about the past is told."""

import pytest


@pytest.mark.parametrize("option", ["--pair", "--among", "--text", "--since", "--until", "--as-of"])
def test_an_empty_value_does_not_ask_for_everything(option, wbagree, seeded):
    ran = wbagree("list", option, "", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{option} is empty" in ran.stderr


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (("show", "AL-XK-2012-1"), "--as-of"),
        (("show", "AL-XK-2012-1"), "--as-recorded"),
        (("history",), "--since"),
        (("frameworks", "common", "AL-XK"), "--as-of"),
        (("assess", "AL-XK-2012-1", "--score", "full"), "--on"),
        (("assess", "AL-XK-2012-1", "--score", "full"), "--party"),
    ],
)
def test_an_empty_value_is_not_another_day_or_party(command, option, wbagree, seeded):
    before = seeded.read_bytes()
    ran = wbagree(*command, option, "", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"{option} is empty" in ran.stderr
    assert seeded.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--among", "AL"), 4, "at least two parties"),
        (("--among", ","), 4, "at least two parties"),
        (("--text", "*"), 4, "nothing to look for"),
        (("--since", "2012-03", "--until", "2011"), 4, "The range ends (2011) before it begins (2012-03)."),
        (("--pair", "AL-XK-ME"), 3, "a pair is two parties"),
        (("--party", "Xqzwvk"), 3, "wbagree parties --all"),
        (("--status", "inforce"), 3, "did you mean in-force"),
        (("--form", "memo"), 3, "one of agreement, treaty"),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_would_be_right(arguments, code, sentence, wbagree, seeded):
    ran = wbagree("list", *arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert sentence in ran.stderr


def test_the_words_that_are_printed_are_understood(wbagree, seeded):
    for code, words in (("in-force", "in force"), ("exchange-of-notes", "Exchange of notes"), ("mou", "MoU")):
        option = "--status" if code == "in-force" else "--form"
        by_code, by_words = (wbagree("list", option, text, "--format", "csv", db=seeded) for text in (code, words))
        assert by_words.stdout == by_code.stdout != ""


def test_a_group_and_a_party_can_be_named_together(wbagree, seeded):
    ran = wbagree("summary", "--among", "wb6,HR", "--format", "csv", db=seeded)
    assert "\nHR-RS," in ran.stdout
    assert "\nAL-XK," in ran.stdout


def test_a_party_that_was_not_there_on_the_day_is_told_with_its_predecessor(wbagree, seeded):
    ran = wbagree("list", "--pair", "AT-RS", "--as-of", "2005-06", db=seeded)
    note = "Agreements of Serbia are recorded from 5 June 2006; these are those of CS (Serbia and Montenegro)."
    assert note in " ".join(ran.stderr.split())
    assert ran.stdout == wbagree("list", "--pair", "AT-CS", "--as-of", "2005-06", db=seeded).stdout
    assert "are recorded" not in wbagree("list", "--pair", "AT-RS", "--as-of", "2010", db=seeded).stderr


def test_an_earlier_party_that_is_called_by_its_code_is_named_once(wbagree, seeded):
    ran = wbagree("list", "--pair", "AL-XK", "--as-of", "2004", db=seeded)
    assert "; these are those of UNMIK.\n" in ran.stderr


def test_the_earlier_parties_of_a_group_are_named(wbagree, seeded):
    for day, notes in (
        ("2004", ("Montenegro, Serbia are recorded under CS (Serbia and Montenegro) on 31 December 2004.",
                  "Kosovo are recorded under UNMIK on 31 December 2004.")),
        ("1910", ("Bosnia and Herzegovina, Montenegro, North Macedonia, Kosovo are recorded from a later day.",)),
    ):  # fmt: skip
        ran = wbagree("matrix", "--among", "wb6", "--as-of", day, db=seeded)
        for note in notes:
            assert f"Agreements of {note}" in " ".join(ran.stderr.split())
    assert "are recorded" not in wbagree("matrix", "--among", "wb6", "--as-of", "2010", db=seeded).stderr


def test_parties_that_were_one_on_the_day_are_no_pair(wbagree, seeded):
    for question in (("--pair", "HR-RS"), ("--party", "HR", "--party", "RS"), ("--pair", "AT-HR", "--pair", "HR-RS")):
        ran = wbagree("list", *question, "--as-of", "1965", db=seeded)
        assert (ran.returncode, ran.stdout) == (4, "")
        assert "on 1965-12-31 HR and RS are recorded as one party, YU-SFRY" in ran.stderr


def test_a_brief_for_a_day_before_a_party_is_one_of_its_predecessor(wbagree, seeded):
    ran, expected = (wbagree("brief", pair, "--as-of", "2004-01-01", db=seeded) for pair in ("AT-RS", "AT-CS"))
    assert ran.stdout == expected.stdout
    assert "these are those of CS (Serbia and Montenegro)." in " ".join(ran.stderr.split())


def test_a_party_without_an_earlier_one_is_said_to_have_none(wbagree, seeded):
    ran = wbagree("list", "--pair", "AL-HR", "--as-of", "1910", db=seeded)
    assert "no earlier party is recorded for 31 December 1910." in " ".join(ran.stderr.split())


def test_a_key_is_found_by_search(wbagree, seeded):
    ran = wbagree("search", "AL-XK-2012-1", "--format", "csv", "--columns", "key", db=seeded)
    assert ran.stdout.splitlines()[1] == "AL-XK-2012-1"
