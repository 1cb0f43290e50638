"""A file that was exported, edited and imported again: what was changed there, and here since."""

import csv
import json
from pathlib import Path

import pytest

KEY = "AL-XK-2026-1"
MOU = ("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "joint-patrol", "--signed", "2026-03-01",
       "--title", "MoU on joint patrols", "--notes", "As signed.", "--status", "in-force",
       "--status-on", "2026-04")  # fmt: skip
SINCE = f"{KEY} was changed here since this file was exported"
LEFT = f"{KEY} skipped: changed here since this file was exported"


@pytest.fixture
def register(wbagree, empty):
    """A register with one agreement."""
    assert wbagree(*MOU, db=empty).stdout.strip() == KEY
    return empty


@pytest.fixture
def edited(wbagree, register, tmp_path):
    """Import the row of a CSV export, with some of its cells edited; return the messages."""
    file = tmp_path / "register.csv"
    wbagree("export", str(file), db=register)
    (row,) = rows(file)

    def imported(db=register, leaving_out=(), options=(), **cells):
        here = tmp_path / "edited.csv"
        write(here, [row | cells], leaving_out)
        return wbagree("import", str(here), *options, db=db).stderr

    return imported


def rows(file):
    with Path(file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def write(path, found, leaving_out=()):
    names = [name for name in found[0] if name not in leaving_out]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


def test_a_row_that_nobody_edited_undoes_no_later_change(wbagree, register, edited, stored):
    wbagree("edit", KEY, "--place", "Prizren", "--notes", "", db=register)
    messages = edited()
    assert f"{LEFT}: place, notes\n" in messages
    assert "0 new, 0 updated, 0 unchanged, 1 skipped" in messages
    assert stored(KEY, register)["place"] == "Prizren"
    # Without its version the row is taken at its word, as one of an earlier release is.
    assert "1 updated" in edited(leaving_out=("version",))
    assert stored(KEY, register)["place"] == ""


def test_of_an_edited_row_only_the_edited_cells_are_taken_where_others_were_changed_here(
    wbagree, register, edited, stored
):
    wbagree("edit", KEY, "--place", "Prizren", "--notes", "Seen in the gazette.", db=register)
    messages = edited(title="Memorandum on joint patrols", notes="As read.")
    assert f"{SINCE}: place, notes\n" in messages
    assert "1 updated" in messages
    found = stored(KEY, register)
    assert (found["title"], found["place"]) == ("Memorandum on joint patrols", "Prizren")
    assert found["notes"] == "As read."  # edited on both sides: that of the file
    assert found["status_on"] == "2026-04"


def test_a_status_that_is_edited_takes_its_date_with_it(wbagree, register, edited, stored):
    wbagree("edit", KEY, "--place", "Prizren", db=register)
    edited(status="provisional")
    found = stored(KEY, register)
    assert (found["status"], found["status_on"], found["place"]) == ("provisional", "2026-04", "Prizren")


def test_an_edit_that_was_made_here_as_well_changes_nothing(wbagree, register, edited):
    wbagree("edit", KEY, "--place", "Prizren", db=register)
    messages = edited(place="Prizren")
    assert "0 new, 0 updated, 1 unchanged" in messages
    assert SINCE not in messages


def test_an_edited_row_of_an_agreement_that_nobody_changed_is_an_update_without_a_word(register, edited, stored):
    messages = edited(notes="", place="Prizren")
    assert "1 updated" in messages
    assert "since this file" not in messages
    assert (stored(KEY, register)["notes"], stored(KEY, register)["place"]) == ("", "Prizren")


def test_an_edit_that_was_undone_is_no_change(wbagree, register, edited):
    wbagree("edit", KEY, "--place", "Prizren", db=register)
    wbagree("undo", db=register)
    assert "1 unchanged" in edited()


def test_another_registers_newer_state_is_taken_and_its_older_one_is_not(wbagree, register, edited, stored, tmp_path):
    file, there = tmp_path / "exchanged.csv", tmp_path / "there.db"
    edited(db=there)
    wbagree("edit", KEY, "--place", "Prizren", db=there)
    wbagree("export", str(file), db=there)
    assert "1 updated" in wbagree("import", str(file), db=register).stderr
    assert stored(KEY, register)["place"] == "Prizren"
    wbagree("edit", KEY, "--place", "Gjakova", db=register)
    assert f"{LEFT}: place" in wbagree("import", str(file), db=register).stderr
    assert stored(KEY, register)["place"] == "Gjakova"


@pytest.mark.parametrize("name", ["register.json", "register.jsonl", "register.xlsx"])
def test_a_file_of_any_format_undoes_no_later_change(name, wbagree, register, stored, tmp_path):
    file = tmp_path / name
    wbagree("export", str(file), db=register)
    wbagree("edit", KEY, "--place", "Prizren", db=register)
    assert f"{LEFT}: place" in wbagree("import", str(file), db=register).stderr
    assert stored(KEY, register)["place"] == "Prizren"


def test_a_part_of_an_object_is_taken_where_the_rest_was_changed_here(wbagree, register, stored, tmp_path):
    file = tmp_path / "register.json"
    wbagree("edit", KEY, "--signatory", "AL: Ministry (A B, minister)", db=register)
    wbagree("export", str(file), db=register)
    (found,) = json.loads(file.read_text(encoding="utf-8"))
    wbagree("edit", KEY, "--place", "Prizren", db=register)
    part = {name: found[name] for name in ("key", "id", "version")}
    part["signatories"] = [{"party": "AL", "institution": "Ministry", "person": "C D"}]
    file.write_text(json.dumps([part]), encoding="utf-8")
    assert f"{SINCE}: place\n" in wbagree("import", str(file), db=register).stderr
    after = stored(KEY, register)
    assert after["signatories"] == [{"party": "AL", "institution": "Ministry", "person": "C D", "position": "minister"}]
    assert after["place"] == "Prizren"


def test_the_fields_of_a_restricted_agreement_are_not_named_outside_the_terminal(wbagree, register, edited):
    wbagree("edit", KEY, "--place", "Prizren", "--disclosure", "restricted", db=register)
    messages = edited()
    assert f"{LEFT}\n" in messages
    assert "Prizren" not in messages
