"""A list that comes again, and rows that are probably on record already: nothing twice, nothing lost."""

import re

import pytest

LIST = """\
Title,Parties,Date signed,Place
Extradition treaty,AL;XK,2012-07-29,
Police cooperation agreement,AL;ME,2008,Budva
Agreement on readmission,AL;MK,2009-03,
"""
# The third of the list, told otherwise, and one that is new.
DOUBTFUL = """\
Title,Parties,Date signed,Place
Agreement on the readmission of persons,MK;AL,2009-03-20,Skopje
Agreement on customs,AL;ME,2015,
"""
COUNTS = re.compile(
    r"(\d+) rows?(?: read:)? (\d+) (?:would be )?new, (\d+) updated, (\d+) unchanged"
    r"(?:, (\d+) (?:skipped as a probable duplicate|skipped))?, (\d+) refused"
)


@pytest.fixture
def counts():
    """The account of a run: new, updated, unchanged, skipped, refused; they add up to the rows read."""

    def counts_of(text):
        read, *became = (int(number or 0) for number in COUNTS.search(" ".join(text.split())).groups())
        assert read == sum(became)
        return tuple(became)

    return counts_of


@pytest.fixture
def listed(wbagree, empty, file):
    """A register into which LIST was imported."""
    assert wbagree("import", file(LIST), db=empty).returncode == 0
    return empty


def test_a_list_is_a_no_op_after_a_record_was_edited(wbagree, listed, file, counts, stored):
    wbagree("edit", "AL-XK-2012-1", "--title", "Another name", "--signed", "2012-08", db=listed)
    before = listed.read_bytes()
    assert counts(wbagree("import", file(LIST), db=listed).stderr) == (0, 0, 3, 0, 0)
    assert listed.read_bytes() == before
    assert stored("AL-XK-2012-1", listed)["title"] == "Another name"


def test_a_list_with_a_row_inserted_above_brings_that_row_only(wbagree, listed, file, counts, stored):
    header, *rows = LIST.splitlines()
    new = "Treaty on the transfer of sentenced persons,AL;RS,2014-05-05,"
    longer = file("\n".join([header, new, *rows]) + "\n", "longer.csv")
    assert counts(wbagree("import", longer, db=listed).stderr) == (1, 0, 3, 0, 0)
    assert stored("AL-RS-2014-1", listed)["came_from"] == [
        {"batch": 2, "file": "longer.csv", "line": 2, "undone_by": None}
    ]
    assert stored("AL-XK-2012-1", listed)["came_from"] == [
        {"batch": 1, "file": "list.csv", "line": 2, "undone_by": None}
    ]


def test_a_running_number_does_not_make_a_row_another(wbagree, empty, file, counts):
    rows = [line.split(",", 1) for line in LIST.splitlines()]
    for numbers in (("No.", "1", "2", "3"), ("No.", "7", "8", "9")):
        text = "\n".join(",".join([number, *row]) for number, row in zip(numbers, rows, strict=True))
        ran = wbagree("import", file(text + "\n"), db=empty)
        assert sum(counts(ran.stderr)) == 3
    assert counts(ran.stderr) == (0, 0, 3, 0, 0)


def test_a_row_whose_record_was_deleted_here_stays_away_unless_restored(wbagree, listed, file, counts):
    wbagree("delete", "AL-XK-2012-1", "--yes", db=listed)
    ran = wbagree("import", file(LIST), db=listed)
    assert counts(ran.stderr) == (0, 0, 2, 1, 0)
    assert "list.csv:2 was imported as this agreement, which was deleted here (--restore adds it again)" in ran.stderr
    assert counts(wbagree("import", file(LIST), "--restore", db=listed).stderr) == (1, 0, 2, 0, 0)


def test_a_probable_duplicate_is_left_out_and_shown_side_by_side(wbagree, listed, file, counts):
    ran = wbagree("import", file(DOUBTFUL, "other.csv"), db=listed)
    assert counts(ran.stderr) == (1, 0, 0, 1, 0)
    shown = [" ".join(line.split()) for line in ran.stderr.splitlines()]
    first = shown.index(
        "other.csv:2: Possible duplicate of AL-MK-2009-1 (same parties, similar title, near date); skipped"
    )
    assert shown[first + 1 : first + 7] == [
        "title: in the list Agreement on the readmission of persons",
        "here Agreement on readmission",
        "signed: in the list 2009-03-20",
        "here 2009-03",
        "place: in the list Skopje",
        "here (empty)",
    ]


def test_skip_is_the_default(wbagree, listed, file, counts, stored):
    ran = wbagree("import", file(DOUBTFUL), "--on-duplicate", "skip", db=listed)
    assert counts(ran.stderr) == (1, 0, 0, 1, 0)
    assert (stored("AL-MK-2009-1", listed)["signed"], stored("AL-MK-2009-1", listed)["place"]) == ("2009-03", "")


def test_update_fills_what_is_missing_and_overwrites_nothing(wbagree, listed, file, counts, stored):
    ran = wbagree("import", file(DOUBTFUL), "--on-duplicate", "update", db=listed)
    assert counts(ran.stderr) == (1, 1, 0, 0, 0)
    record = stored("AL-MK-2009-1", listed)
    assert (record["title"], record["signed"], record["place"]) == ("Agreement on readmission", "2009-03-20", "Skopje")
    assert [row["batch"] for row in record["came_from"]] == [1, 2]
    emptier = LIST.replace("Budva", "").replace("2009-03", "2009")
    assert counts(wbagree("import", file(emptier), "--on-duplicate", "update", db=listed).stderr) == (0, 0, 3, 0, 0)
    assert stored("AL-ME-2008-1", listed)["place"] == "Budva"
    assert stored("AL-MK-2009-1", listed)["signed"] == "2009-03-20"
    assert counts(wbagree("import", file(DOUBTFUL), "--on-duplicate", "update", db=listed).stderr) == (0, 0, 2, 0, 0)


def test_add_keeps_both_and_that_they_are_different_is_remembered(wbagree, listed, file, counts):
    name = file(DOUBTFUL)
    assert counts(wbagree("import", name, "--on-duplicate", "add", db=listed).stderr) == (2, 0, 0, 0, 0)
    for choice in ("skip", "update", "add"):
        again = wbagree("import", name, "--on-duplicate", choice, db=listed)
        assert counts(again.stderr) == (0, 0, 2, 0, 0)
        assert "skipped" not in again.stderr


ANSWERS = {
    "s": ((1, 0, 0, 1, 0), ["AL-MK-2009-1"], "2009-03"),
    "": ((1, 0, 0, 1, 0), ["AL-MK-2009-1"], "2009-03"),
    "u": ((1, 1, 0, 0, 0), ["AL-MK-2009-1"], "2009-03-20"),
    "a": ((2, 0, 0, 0, 0), ["AL-MK-2009-1", "AL-MK-2009-2"], "2009-03"),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_person_is_asked_and_answers(answer, at_terminal, wbagree, listed, file, counts, stored):
    became, keys, signed = ANSWERS[answer]
    screen = at_terminal("import", file(DOUBTFUL), "--on-duplicate", "ask", db=listed, typed=(answer,))
    assert screen.returncode == 0, screen.text
    assert "Skip it, update the agreement, or add it as another (s/u/a)?" in screen.text
    assert "here          2009-03" in screen.text
    assert counts(screen.text) == became
    found = wbagree("list", "--pair", "AL-MK", "--columns", "key", "--format", "csv", db=listed).stdout.split()
    assert found[1:] == keys
    assert stored("AL-MK-2009-1", listed)["signed"] == signed


def test_what_was_said_to_be_another_is_not_asked_about_again(at_terminal, listed, file):
    at_terminal("import", file(DOUBTFUL), db=listed, typed=("a",))
    again = at_terminal("import", file(DOUBTFUL), db=listed)
    assert again.returncode == 0
    assert "Skip it" not in again.text
    assert "2 unchanged" in again.text
