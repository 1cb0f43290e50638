"""A clock that says a day long past: nothing is refused or lost for it, and one sentence says what is wrong."""

import csv
import json
import os
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import date

import pytest
import seed_data

from wbagree.domain.dates import clock

NOTE = "note: the clock says {}, before this program was made"
EARLY = ("1979-05-05", "2026-03-08")


@pytest.fixture
def at(tmp_path, clocks):
    """Run the program where the clock says that it is noon of a day."""

    def run(day, *arguments, db=None):
        env = {**os.environ, "WBAGREE_DB": str(db or tmp_path / "register.db"), "TZ": "UTC"}
        env |= {"FAKETIME": f"@{day} 12:00:00"}
        code, written = clocks.run(arguments, b"", env)
        return subprocess.CompletedProcess(arguments, code, *(text.decode() for text in written))

    return run


@pytest.fixture(scope="session")
def newest():
    """The last date of signature of the bundled register, and its key."""
    return max((row["signed"].rstrip("?~"), row["key"]) for row in seed_data.rows("agreements"))


def test_the_program_knows_the_last_day_that_its_agreements_tell_of(newest):
    assert clock.EARLIEST_TODAY.isoformat() == newest[0]
    assert date.today() >= clock.EARLIEST_TODAY


@pytest.mark.parametrize("day", EARLY)
def test_the_bundled_register_is_loaded_whatever_the_clock_says(at, day, tmp_path):
    tried = at(day, "seed", "--dry-run")
    assert tried.returncode == 0, tried.stderr
    assert "761 would be new, 0 updated, 0 unchanged, 0 refused (dry run: no row was stored)" in tried.stderr
    loaded = at(day, "seed")
    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stderr.count(NOTE.format(day)) == 1
    with closing(sqlite3.connect(tmp_path / "register.db")) as register:
        assert register.execute("SELECT count(*) FROM agreement").fetchone() == (761,)
    again = at(day, "seed")
    assert again.returncode == 0
    assert "0 new, 0 updated, 761 unchanged, 0 refused" in again.stderr
    assert again.stderr.count("the clock") == 1


def test_a_register_loaded_under_a_wrong_clock_is_the_same_register(at, content, whole, tmp_path):
    other = tmp_path / "other.db"
    assert at(EARLY[0], "seed", db=other).returncode == 0
    ours, theirs = content(whole)[1], content(other)[1]
    assert {name: rows for name, rows in ours.items() if not name.startswith(("change", "batch", "origin"))} == {
        name: rows for name, rows in theirs.items() if not name.startswith(("change", "batch", "origin"))
    }


def test_what_is_dated_after_the_clock_can_be_edited_related_assessed_and_undone(at, seeded, newest, stored):
    key, day = newest[1], EARLY[0]
    before = stored(key, seeded)
    for arguments in (
        ("edit", key, "--place", "Tirana"),
        ("relate", key, "supplements", "AL-XK-2012-1"),
        ("assess", key, "--score", "partial", "--on", "2026-03-20", "--note", "Seen."),
        ("edit", key, "--place", "Pristina"),
    ):
        ran = at(day, *arguments, db=seeded)
        assert ran.returncode in (0, 4), ran.stderr
        assert ran.stderr.count("the clock says") == 1 + (ran.returncode == 4)
        if ran.returncode == 4:  # what is stated now is of a day that nothing tells has been
            assert f"The date of the assessment is in the future: 2026-03-20 (the clock says {day})" in ran.stderr
    after = stored(key, seeded)
    assert after["place"] == "Pristina"
    assert after["signed"] == newest[0]
    for _ in range(3):
        assert at(day, "undo", db=seeded).returncode == 0
    assert stored(key, seeded) == before


def test_an_agreement_deleted_and_brought_back_under_a_wrong_clock_is_what_it_was(at, seeded, newest, stored):
    before = stored(newest[1], seeded)
    assert at("2020-01-01", "delete", newest[1], "--yes", db=seeded).returncode == 0
    assert at("2020-01-01", "undo", db=seeded).returncode == 0
    assert stored(newest[1], seeded) == before


@pytest.mark.parametrize("name", ["all.csv", "all.json", "all.jsonl", "all.xlsx"])
def test_our_own_export_is_taken_in_again_whatever_the_clock_says(at, wbagree, seeded, tmp_path, name):
    written, other = tmp_path / name, tmp_path / "other.db"
    assert at("2020-01-01", "export", str(written), db=seeded).returncode == 0
    ran = at("2020-01-01", "import", str(written), db=other)
    assert ran.returncode == 0, ran.stderr
    assert f"{len(seed_data.some())} new, 0 updated, 0 unchanged, 0 refused" in ran.stderr
    assert ran.stderr.count("the clock says") == 1
    exported = [wbagree("export", "--format", "csv", db=register).stdout for register in (seeded, other)]
    assert exported[0] == exported[1]


def test_what_a_person_states_of_a_day_to_come_is_refused_with_what_the_clock_says(at, seeded):
    addition = ("add", "--title", "T", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla")
    ran = at("2020-01-01", *addition, "--signed", "2030-01-01", db=seeded)
    assert ran.returncode == 4
    assert "signed: The signature date is in the future: 2030-01-01 (the clock says 2020-01-01)." in ran.stderr
    assert at("2020-01-01", *addition, "--signed", "2026-03-01", db=seeded).returncode == 0


def test_a_clock_that_may_be_right_is_doubted_only_beside_what_it_contradicts(at, seeded, stored):
    """The agreement was stated in November; in June the clock says that it is in the future."""
    addition = ("add", "--title", "T", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla")
    key = at("2026-11-20", *addition, "--signed", "2026-11-02", db=seeded).stdout.strip()
    ran = at("2026-06-01", "edit", key, "--place", "Tirana", db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert "The signature date 2026-11-02 is in the future: today is 2026-06-01." in ran.stderr
    assert stored(key, seeded)["place"] == "Tirana"
    assert stored(key, seeded)["signed"] == "2026-11-02"
    ran = at("2026-06-01", "edit", key, "--signed", "2026-11-03", db=seeded)
    assert ran.returncode == 4
    assert "signed: The signature date is in the future: 2026-11-03 (the clock says 2026-06-01)." in ran.stderr


def test_a_clock_that_is_behind_refuses_nothing_of_what_was_stated_before(at, wbagree, seeded, tmp_path):
    """Here and in another register: it is sound, shown as it stood, and its export taken in."""
    addition = ("add", "--title", "T", "--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla")
    key = at("2026-11-20", *addition, "--signed", "2026-11-02", db=seeded).stdout.strip()
    at("2026-11-20", "assess", key, "--score", "full", "--on", "2026-11-03", db=seeded)
    checked = at("2026-06-01", "db", "check", db=seeded)
    assert (checked.returncode, key in checked.stdout + checked.stderr) == (0, False), checked
    shown = at("2026-06-01", "show", key, "--as-recorded", "2026-12-01", db=seeded)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "2026-11-02" in shown.stdout
    written, other = tmp_path / "all.csv", tmp_path / "other.db"
    assert at("2026-06-01", "export", str(written), db=seeded).returncode == 0
    taken = at("2026-06-01", "import", str(written), db=other)
    assert taken.returncode == 0, taken.stderr
    exported = [wbagree("export", "--format", "csv", db=register).stdout for register in (seeded, other)]
    assert exported[0] == exported[1]


def test_a_row_that_states_something_anew_is_held_against_a_clock_that_may_be_right(at, wbagree, seeded, tmp_path):
    written = tmp_path / "all.csv"
    assert wbagree("export", "--pair", "AL-XK", str(written), db=seeded).returncode == 0
    with written.open(encoding="utf-8-sig", newline="") as file:
        rows = [row | {"signed": "2026-11-02"} for row in csv.DictReader(file)]
    for row, db in ((rows[0], seeded), (rows[0] | {"key": ""}, tmp_path / "other.db")):
        with written.open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, row)
            out.writeheader()
            out.writerow(row)
        ran = at("2026-06-01", "import", str(written), db=db)
        assert ran.returncode == 6
        assert "signed: The signature date is in the future: 2026-11-02 (the clock says 2026-06-01)." in ran.stderr


def test_contact_points_and_tallies_keep_days_that_the_clock_has_not_reached(at, seeded):
    unit = ("contacts", "add", "--party", "XK", "--institution", "P", "--verified", "2026-11-01")
    tally = ("tallies", "add", "--about", "a", "--total", "3", "--by", "M", "--on", "2026-11", "--source", "S")
    assert at("2026-11-20", *unit, db=seeded).returncode == 0
    assert at("2026-11-20", *tally, db=seeded).returncode == 0
    for day in ("2020-01-01", "2026-06-01"):
        for arguments in (("contacts", "edit", "contact-1"), ("tallies", "edit", "tally-1")):
            ran = at(day, *arguments, "--notes", day, db=seeded)
            assert ran.returncode == 0, ran.stderr
    ran = at("2026-06-01", "contacts", "edit", "contact-1", "--verified", "2026-12-01", db=seeded)
    assert ran.returncode == 4
    assert "verified: The date is in the future: 2026-12-01 (the clock says 2026-06-01)." in ran.stderr


def test_an_observation_of_today_needs_a_day_where_today_is_wrong(at, seeded, newest):
    ran = at("2020-01-01", "assess", newest[1], "--score", "full", db=seeded)
    assert ran.returncode == 2
    assert "the clock says 2020-01-01, which cannot be today" in ran.stderr
    assert "--on" in ran.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--pair", "AL-XK"),
        ("show", "AL-XK-2026-1"),
        ("summary",),
        ("matrix",),
        ("due",),
        ("check",),
        ("brief", "AL-XK"),
        ("history",),
        ("search", "border"),
    ],
)
def test_what_is_answered_under_a_wrong_clock_says_so_once(at, seeded, arguments):
    ran = at("2020-01-01", *arguments, db=seeded)
    assert ran.returncode in (0, 4), ran.stderr
    assert ran.stderr.count(NOTE.format("2020-01-01")) == 1
    ran = at("2026-11-29", *arguments, db=seeded)
    assert "the clock" not in ran.stderr


def test_a_sound_register_is_sound_whatever_the_clock_says(at, seeded):
    noted, checked = (at(day, "db", "check", db=seeded).stderr for day in ("1979-05-05", "2026-11-29"))
    assert noted == f"{NOTE.format('1979-05-05')}; what depends on today is wrong\n{checked}"


@pytest.mark.parametrize("day", ["1979-05-05", "2026-11-29", "2110-01-01"])
@pytest.mark.parametrize("name", ["o.docx", "o.xlsx"])
def test_every_archive_is_written_whatever_the_clock_says(at, seeded, tmp_path, day, name):
    """A ZIP holds no time before 1980 or after 2107: ours hold one and the same."""
    written = tmp_path / name
    ran = at(day, "export", "--pair", "AL-XK", str(written), db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert _months(written) == {(1980, 1)}
    if name == "o.docx":
        assert at(day, "brief", "AL-XK", "-o", str(written), db=seeded).returncode == 0
        assert _months(written) == {(1980, 1)}


def _months(archive):
    """The year and month of every part of an archive; each part can be read."""
    with zipfile.ZipFile(archive) as parts:
        assert parts.testzip() is None
        return {part.date_time[:2] for part in parts.infolist()}


def test_a_history_under_a_wrong_clock_keeps_the_order(at, seeded):
    at("2020-01-01", "edit", "AL-XK-2012-1", "--place", "One", db=seeded)
    history = json.loads(at("2026-11-29", "history", "AL-XK-2012-1", "--format", "json", db=seeded).stdout)
    assert [one["number"] for one in history] == [2, 1]
