"""What a sentence claims to have happened did happen, or it is not said."""

import os
import subprocess
import sys

import pytest

HEADER = "title,parties,form,types,signed\n"
REFUSED = f"{HEADER}One,AL;DK,mou,mla,2001\nTwo,AL;DK,mou,mla,2001-13\n"


@pytest.mark.parametrize(
    ("options", "code", "stored"),
    [((), 6, "nothing"), (("--dry-run", "--skip-invalid"), 0, "no row"), (("--preview",), 0, "no row")],
)
def test_of_rows_that_are_not_stored_it_is_said_what_they_would_be(options, code, stored, wbagree, empty, file):
    before = empty.read_bytes()
    ran = wbagree("import", file(REFUSED), *options, db=empty)
    assert ran.returncode == code
    assert "list.csv: of 2 rows 1 would be new, 0 updated, 0 unchanged, 1 refused" in ran.stderr
    assert f"{stored} was stored" in ran.stderr
    assert empty.read_bytes() == before


@pytest.mark.parametrize("way", ["--dry-run", "--preview"])
def test_a_mapping_is_kept_where_no_row_is_stored_and_not_where_nothing_is(way, wbagree, empty, file, tmp_path):
    before, maps = empty.read_bytes(), {"WBAGREE_MAPS": str(tmp_path / "maps")}
    path = file(REFUSED)
    assert "nothing was stored" in wbagree("import", path, "--save-map", "mine", db=empty, env=maps).stderr
    assert not (tmp_path / "maps").exists()
    ran = wbagree("import", path, "--skip-invalid", "--save-map", "mine", way, db=empty, env=maps)
    assert "no row was stored" in ran.stderr
    assert f"this mapping is kept as {tmp_path / 'maps' / 'mine.toml'}" in ran.stderr
    assert [path.name for path in (tmp_path / "maps").iterdir()] == ["mine.toml"]
    assert empty.read_bytes() == before


def test_a_seed_that_is_only_tried_says_what_would_be(wbagree, empty):
    before = empty.read_bytes()
    ran = wbagree("seed", "--dry-run", db=empty)
    assert "761 would be new" in ran.stderr
    assert "frameworks: 53 would be new" in ran.stderr
    assert empty.read_bytes() == before


# Writes with a log, and leaves the log.
OTHER = """
import os, sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA journal_mode = WAL")
other.execute("CREATE TABLE t (x)")
os._exit(0)
"""


@pytest.mark.parametrize(
    "command", [("list",), ("seed",), ("db", "check"), ("db", "upgrade"), ("db", "restore", "COPY")]
)
def test_another_programs_file_is_left_untouched_with_the_log_that_it_left(command, wbagree, seeded, tmp_path):
    other = tmp_path / "place" / "other.db"
    other.parent.mkdir()
    subprocess.run([sys.executable, "-c", OTHER, str(other)], check=True)
    before = {path.name: path.read_bytes() for path in other.parent.glob("other.db*") if path.suffix != ".db-shm"}
    assert "other.db-wal" in before
    words = [str(seeded) if word == "COPY" else word for word in command]
    ran = wbagree(*words, *(["--yes"] if "COPY" in command else []), db=other)
    assert ran.returncode == 7
    assert "other.db is not a wbagree register; it was left untouched" in ran.stderr
    assert before == {
        path.name: path.read_bytes() for path in other.parent.glob("other.db*") if path.suffix != ".db-shm"
    }


def test_an_output_that_cannot_be_written_is_not_called_the_register(seeded, printing_to, full, unread):
    command = ("undo", "1", "--dry-run", "--format", "csv")
    ran = printing_to(full, *command, db=seeded)
    assert ran.returncode == 4
    assert "No space left on device" in ran.stderr
    assert "register.db" not in ran.stderr
    ran = printing_to(unread, *command, db=seeded)
    assert (ran.returncode, "register.db" in ran.stderr) == (0, False)


def test_stdout_is_blamed_for_what_failed_there_and_for_nothing_else(
    seeded, programs, printing_to, full, wbagree, monkeypatch, tmp_path
):
    """A workbook is packed in a temporary file before it goes to a pipe."""
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    message = b"wbagree: a file, a pipe or a device could not be read or written: File too large\n"
    assert programs.run(("export", "--format", "xlsx"), b"", env, largest=40_000) == (4, [b"", message])
    for unbuffered in ("", "1"):
        if unbuffered:
            monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
        for arguments in (("list", "--format", "csv"), ("--version",), ("--help",)):
            ran = printing_to(full, *arguments, db=seeded)
            assert ran.returncode == 4
            assert ran.stderr == "wbagree: stdout cannot be written: No space left on device\n"
    (tmp_path / "<stdout>").mkdir()
    ran = wbagree("import", str(tmp_path / "<stdout>"), db=seeded)
    assert "stdout cannot be written" not in ran.stderr


# Breaks a pipe of the program's own while it answers, or the pipe that is its stdout.
BREAKING = """
import os, sys
from wbagree.store.read import agreements
from wbagree.__main__ import main
which = sys.argv.pop(1)
records = agreements.records
def broken(*arguments, **options):
    ours, theirs = os.pipe()
    os.close(ours)
    if which == "another":
        os.write(theirs, b"x")
    os.dup2(theirs, 1)
    return records(*arguments, **options)
agreements.records = broken
main()
"""


@pytest.mark.parametrize(("which", "code"), [("another", 4), ("stdout", 0)])
def test_whoever_reads_no_more_of_stdout_has_read_enough_and_no_other_pipe_is_that(which, code, seeded, programs):
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    ended, (output, errors) = programs.run((which, "list", "--format", "csv"), b"", env, code=BREAKING)
    assert ended == code
    assert (b"could not be read or written: Broken pipe" in errors) == bool(code)
    assert not output


def test_the_file_of_refused_rows_has_a_name_that_fits(wbagree, empty, file, tmp_path):
    name = f"{'ž' * 125}.csv"
    ran = wbagree("import", file(REFUSED, name), "--skip-invalid", db=empty)
    assert ran.returncode == 0, ran.stderr
    (kept,) = tmp_path.glob("*.refused.csv")
    assert f"Refused rows are in {kept}" in ran.stderr
    assert "2001-13" in kept.read_text(encoding="utf-8")


def test_an_option_that_would_be_refused_is_not_recommended(wbagree, seeded, tmp_path):
    own = tmp_path / "own.csv"
    wbagree("export", "--pair", "AL-XK", str(own), db=seeded)
    own.write_text(own.read_text(encoding="utf-8").replace(",2012-", ",05/03/2012"), encoding="utf-8")
    ran = wbagree("import", str(own), db=seeded)
    assert ran.returncode == 6
    assert "--date-order" not in ran.stderr


@pytest.mark.parametrize(("cell", "is_recommended"), [("05/03/2012", True), ("2012", False)])
def test_the_order_of_dates_is_recommended_for_dates_alone(cell, is_recommended, wbagree, empty, file):
    ran = wbagree("import", file(f"Title,Parties,Date signed\nOne,AL;Yugoslavia,{cell}\n"), db=empty)
    assert ran.returncode == 6
    assert ("--date-order" in ran.stderr) == is_recommended


def test_who_can_read_a_file_is_said_as_it_is(seeded, mounted, wbagree, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    drive = mounted(folder, "drive", "perms=0666:a+D")
    ran = wbagree("export", "--with-restricted", str(drive / "all.csv"), db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert "Only you" not in ran.stderr
    assert f"Others may be able to read {drive / 'all.csv'}, because its drive keeps no rights" in ran.stderr
