"""The file of refused rows: its own name is said, nothing is missing in it, and it is read again as the list was."""

import csv
import re
from pathlib import Path

import pytest

HEADER = "Title,Parties,Date signed"
GOOD, BAD = "Extradition treaty,AL;XK,2012-07-29", "Agreement on customs,AL;Nowhere,2015"
NAMED = re.compile(r"Refused rows are in (\S+?)\. Correct them")


def rows(path):
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_file_that_was_written_is_named_also_when_another_is_there(wbagree, empty, file, tmp_path):
    path = file(f"{HEADER}\n{GOOD}\n{BAD}\n")
    taken = tmp_path / "list.csv.refused.csv"
    taken.write_text("what somebody corrects")
    ran = wbagree("import", path, "--skip-invalid", db=empty)
    named = NAMED.search(" ".join(ran.stderr.split()))[1]
    assert named == str(tmp_path / "list.csv.refused-2.csv")
    assert rows(named)[1][:3] == BAD.split(",")
    assert taken.read_text() == "what somebody corrects"


def test_there_is_always_a_name_for_it(wbagree, empty, file, tmp_path):
    path = file(f"{HEADER}\n{GOOD}\n{BAD}\n")
    (tmp_path / "list.csv.refused.csv").symlink_to("nowhere")
    for number in range(2, 1000):
        (tmp_path / f"list.csv.refused-{number}.csv").touch()
    ran = wbagree("import", path, "--skip-invalid", db=empty)
    assert ran.returncode == 0, ran.stderr
    assert rows(tmp_path / "list.csv.refused-1000.csv")[1][:3] == BAD.split(",")
    assert not (tmp_path / "nowhere").exists()


def test_of_stdin_as_well(wbagree, empty):
    for name in ("stdin.refused.csv", "stdin.refused-2.csv"):
        ran = wbagree("import", "-", "--skip-invalid", db=empty, stdin=f"{HEADER}\n{GOOD}\n{BAD}\n")
        assert NAMED.search(ran.stderr)[1] == name
        assert rows(name)[1][:3] == BAD.split(",")


def test_without_refused_rows_no_file_is_named_or_made(wbagree, empty, file, tmp_path):
    ran = wbagree("import", file(f"{HEADER}\n{GOOD}\n"), "--skip-invalid", db=empty)
    assert "refused rows" not in ran.stderr
    assert not [*tmp_path.glob("*refused*")]


def test_cells_beyond_the_header_are_in_it_and_stay_refused_until_they_are_corrected(wbagree, empty, file, tmp_path):
    path = file(f"{HEADER}\n{GOOD}\nAgreement on customs, and more,AL;XK,2015,\n", "long.csv")
    wbagree("import", path, "--skip-invalid", db=empty)
    refused = tmp_path / "long.csv.refused.csv"
    header, row = rows(refused)
    assert header == [*HEADER.split(","), "problem"]
    assert row[:3] == ["Agreement on customs", " and more", "AL;XK"]
    assert row[4:] == ["2015", ""]
    ran = wbagree("import", str(refused), "--skip-invalid", db=empty)
    assert "1 refused" in ran.stderr
    again = rows(tmp_path / "long.csv.refused.csv.refused.csv")
    assert again[1][:3] == row[:3]
    assert again[1][4:] == row[4:]


def test_it_is_read_by_the_options_and_the_mapping_that_read_the_list(wbagree, empty, file):
    text = f"A list\n\n{HEADER};x\n{GOOD};x\n{BAD};x\n".replace("AL;", "AL/").replace(",", ";")
    path = file(text)
    options = ("--header", "3", "--delimiter", ";")
    ran = wbagree("import", path, *options, "--skip-invalid", "--save-map", "kept", db=empty)
    refused = Path(NAMED.search(" ".join(ran.stderr.split()))[1])
    corrected = refused.read_text(encoding="utf-8").replace("Nowhere", "DK")
    for again in (options, ("--use-map", "kept")):
        refused.write_text(corrected, encoding="utf-8")
        ran = wbagree("import", str(refused), *again, "--dry-run", db=empty)
        assert ran.returncode == 0, ran.stderr
        assert "of 1 row 1 would be new" in ran.stderr


def test_nothing_is_written_of_a_list_that_is_not_stored(wbagree, empty, file, tmp_path):
    empty.chmod(0o444)
    empty.write_bytes(b"no register")
    ran = wbagree("import", file(f"{HEADER}\n{GOOD}\n{BAD}\n"), "--skip-invalid", db=empty)
    assert ran.returncode == 7
    assert not [*tmp_path.glob("*refused*")]


@pytest.mark.parametrize(
    ("mode", "word", "rights"), [(0o644, "restricted", 0o600), (0o600, "", 0o600), (0o644, "", 0o644)]
)
def test_what_is_restricted_or_was_private_is_its_owners_alone(mode, word, rights, wbagree, empty, file, tmp_path):
    path = Path(file(f"{HEADER},Disclosure\n{GOOD},{word}\n{BAD},{word}\n"))
    path.chmod(mode)
    wbagree("import", str(path), "--skip-invalid", db=empty)
    assert (tmp_path / "list.csv.refused.csv").stat().st_mode & 0o777 == rights
