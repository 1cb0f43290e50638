"""``wbagree tallies``: what others counted is recorded and cited as theirs, and never counted as records."""

import json

import pytest

MONITOR = {
    "--about": "agreements signed since 2014", "--parties": "Kosova,AL", "--total": "86", "--full": "49%",
    "--partial": "36 %", "--none": "9%", "--unknown": "6%", "--by": "Monitor", "--on": "mars 2024",
    "--source": "Report 12 <https://example.org/12>",
}  # fmt: skip
SENTENCE = "of 86 agreements signed since 2014: 49 % fully implemented, 36 % partly, 9 % not begun, 6 % no information"


def options(**changes):
    given = {**MONITOR, **{f"--{name}": text for name, text in changes.items()}}
    return [part for name, text in given.items() if text is not None for part in (name, text)]


def test_a_tally_is_kept_as_it_was_published(wbagree, seeded):
    ran = wbagree("tallies", "add", *options(), db=seeded)
    assert (ran.returncode, ran.stdout) == (0, "tally-1\n")
    assert SENTENCE in ran.stderr
    (tally,) = json.loads(wbagree("tallies", "--format", "json", db=seeded).stdout)
    assert tally == {
        "key": "tally-1", "about": "agreements signed since 2014", "parties": ["AL", "XK"], "total": "86",
        "full": "49 %", "partial": "36 %", "none": "9 %", "unknown": "6 %", "by": "Monitor", "on": "2024-03",
        "source": "Report 12 <https://example.org/12>", "notes": "",
    }  # fmt: skip
    assert SENTENCE[1:] in wbagree("tallies", "show", "tally-1", db=seeded).stdout


@pytest.mark.parametrize("cut", ["pair", "assessment", "year"])
def test_a_tally_changes_no_count_of_records(cut, wbagree, seeded):
    before = wbagree("summary", "--by", cut, "--format", "csv", db=seeded).stdout
    assert wbagree("tallies", "add", *options(), db=seeded).returncode == 0
    assert wbagree("summary", "--by", cut, "--format", "csv", db=seeded).stdout == before


def test_an_edit_is_checked_whole_and_can_be_taken_back(wbagree, seeded):
    wbagree("tallies", "add", *options(), db=seeded)
    ran = wbagree("tallies", "edit", "tally-1", "--full", "90%", db=seeded)
    assert (ran.returncode, "more than 100 % together" in ran.stderr) == (4, True)
    assert wbagree("tallies", "edit", "tally-1", "--notes", "annexes count", db=seeded).returncode == 0
    assert "annexes" in wbagree("tallies", "show", "tally-1", db=seeded).stdout
    assert wbagree("undo", db=seeded).returncode == 0
    assert "annexes" not in wbagree("tallies", "show", "tally-1", db=seeded).stdout
    wbagree("tallies", "delete", "tally-1", db=seeded)
    assert "No statistics recorded." in wbagree("tallies", db=seeded).stderr
    wbagree("undo", db=seeded)
    assert SENTENCE[1:] in wbagree("tallies", "show", "tally-1", db=seeded).stdout


@pytest.mark.parametrize(
    ("changes", "code", "sentence"),
    [
        ({"by": None}, 4, "by: is missing; a tally is cited"),
        ({"source": None, "on": None, "about": " "}, 4, "source: is missing"),
        ({"source": "A | B"}, 4, "names several sources"),
        ({"source": "A <ftp://x>"}, 4, "http"),
        ({"full": "most"}, 4, "'most' is neither a number nor a share"),
        ({"full": "42"}, 4, "give all of them as shares, or all as numbers"),
        ({"full": "60%"}, 4, "more than 100 % together"),
        ({"full": "80", "partial": "7", "none": None, "unknown": None}, 4, "are more than 86 together"),
        ({"total": "many"}, 4, "'many' is no number"),
        (dict.fromkeys(("total", "full", "partial", "none", "unknown")), 4, "say what was counted"),
        ({"full": "102%", "partial": None, "none": None, "unknown": None}, 4, "'102%' is more than all"),
        ({"source": "< >"}, 4, "cites nothing"),
        ({"on": "2199"}, 4, "The date is in the future: 2199"),
        ({"parties": "Atlantis"}, 3, "unknown party: 'Atlantis'"),
    ],
)
def test_what_cannot_be_is_refused_with_what_would_be_right(changes, code, sentence, wbagree, seeded):
    ran = wbagree("tallies", "add", *options(**changes), db=seeded)
    assert sentence in ran.stderr
    assert (ran.returncode, ran.stdout) == (code, "")


def test_a_pair_is_written_as_everywhere_and_what_is_said_twice_is_refused(wbagree, seeded):
    assert wbagree("tallies", "add", *options(parties="AL-XK"), db=seeded).returncode == 0
    ran = wbagree("tallies", "add", *options(), db=seeded)
    assert (ran.returncode, "tally-1 is there already" in ran.stderr) == (5, True)


def test_numbers_do_as_well_as_shares(wbagree, seeded):
    ran = wbagree("tallies", "add", *options(full="42", partial="31", none="8", unknown="5"), db=seeded)
    assert "42 fully implemented, 31 partly, 8 not begun, 5 no information" in ran.stderr


@pytest.mark.parametrize("arguments", [("show", "tally-9"), ("edit", "tally-9", "--by", "X"), ("delete", "tally-9")])
def test_a_tally_that_is_not_there_is_said(arguments, wbagree, seeded):
    ran = wbagree("tallies", *arguments, db=seeded)
    assert (ran.returncode, "wbagree tallies lists them" in ran.stderr) == (3, True)
