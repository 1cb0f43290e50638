"""Ids between registers: one agreement is one, and two under the same key stay two."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
import seed_data

KEY = "AL-XK-2026-1"
PATROLS = ("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "joint-patrol", "--signed", "2026-03-01",
           "--title", "MoU on joint patrols")  # fmt: skip
CUSTOMS = ("add", "-p", "AL", "-p", "XK", "-f", "protocol", "-t", "customs", "--signed", "2026-05-20",
           "--title", "Protocol on customs data")  # fmt: skip
IDENTITY = {"id", "version"}


@pytest.fixture
def export(wbagree, tmp_path):
    """Export a register to a file, and return its path."""

    def exported(db, name="register.csv", *options):
        file = tmp_path / name
        assert wbagree("export", str(file), *options, db=db).returncode == 0
        return file

    return exported


@pytest.fixture
def ours(wbagree, empty):
    """A register with an agreement of its own under KEY."""
    assert wbagree(*PATROLS, db=empty).stdout.strip() == KEY
    return empty


@pytest.fixture
def theirs(wbagree, tmp_path):
    """Another register with another agreement under KEY, and one that relates to it."""
    path = tmp_path / "theirs.db"
    assert wbagree(*CUSTOMS, db=path).stdout.strip() == KEY
    more = ("--title", "Amendment of it", "--relation", f"amends {KEY}")
    assert wbagree(*CUSTOMS[:-2], *more, "--allow-duplicate", db=path).returncode == 0
    return path


def rows(file):
    with Path(file).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def write(path, found, leaving_out=()):
    names = [name for name in found[0] if name not in leaving_out]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    return path


def title_of(wbagree, db, key):
    return json.loads(wbagree("show", key, "--format", "json", db=db).stdout)["title"]


@pytest.mark.parametrize("name", ["register.csv", "register.json", "register.jsonl", "register.xlsx"])
def test_every_full_export_goes_through_another_register_unchanged(name, wbagree, seeded, export, tmp_path):
    number = len(seed_data.some()) + 1
    wbagree(*PATROLS, db=seeded)
    first = export(seeded, name)
    other = tmp_path / "other.db"
    assert f"{number} new, 0 updated" in wbagree("import", str(first), db=other).stderr
    assert rows(export(other, "again.csv")) == rows(export(seeded, "first.csv"))
    if not name.endswith("xlsx"):  # which has the day of its making in it
        assert export(other, f"again-{name}").read_bytes() == first.read_bytes()
    assert f"0 new, 0 updated, {number} unchanged" in wbagree("import", str(first), db=other).stderr


def test_an_id_is_shown_only_where_it_is_chosen(wbagree, ours, export):
    (row,) = rows(export(ours))
    shown = [
        *(("list", "--format", format_) for format_ in ("csv", "json", "jsonl", "md", "table")),
        *(("search", "patrols", "--format", format_) for format_ in ("csv", "json")),
        *(("show", KEY), ("show", KEY, "--format", "json"), ("history",), ("check",), ("export", "--format", "md")),
    ]
    for command in shown:
        answer = wbagree(*command, db=ours)
        assert row["id"] not in answer.stdout + answer.stderr
        assert row["version"] not in answer.stdout + answer.stderr
    chosen = wbagree("list", "--columns", "key,id,version", "--format", "csv", db=ours).stdout
    assert chosen.splitlines()[1:] == [f"{KEY},{row['id']},{row['version']}"]
    found = wbagree("search", "patrols", "--columns", "id,version", "--format", "json", db=ours).stdout
    assert json.loads(found) == [{name: row[name] for name in ("id", "version")}]


@pytest.mark.parametrize("leaving_out", [(), ("id", "version")], ids=["with ids", "without ids"])
def test_another_agreement_under_a_key_is_added_under_the_next_and_its_relations_follow(
    leaving_out, wbagree, ours, theirs, export, tmp_path
):
    file = write(tmp_path / "theirs.csv", rows(export(theirs)), leaving_out)
    ran = wbagree("import", str(file), db=ours)
    assert f"{KEY} is another agreement here; added as AL-XK-2026-3\n" in ran.stderr
    assert "2 new, 0 updated" in ran.stderr
    found = {row["key"]: row for row in rows(export(ours))}
    assert {key: row["title"] for key, row in found.items()} == {
        KEY: "MoU on joint patrols",
        "AL-XK-2026-2": "Amendment of it",
        "AL-XK-2026-3": "Protocol on customs data",
    }
    assert found["AL-XK-2026-2"]["relations"] == "amends AL-XK-2026-3"
    before = export(ours).read_bytes()
    again = wbagree("import", str(file), db=ours)
    assert "0 new, 0 updated, 2 unchanged" in again.stderr
    assert "another agreement" not in again.stderr
    assert export(ours).read_bytes() == before
    assert wbagree("db", "check", db=ours).returncode == 0


def test_a_dry_run_and_a_refused_file_say_what_would_be(wbagree, ours, theirs, export, tmp_path):
    file = export(theirs)
    for option in ("--dry-run", "--preview"):
        ran = wbagree("import", str(file), option, db=ours)
        assert f"{KEY} is another agreement here; would be added as AL-XK-2026-3" in ran.stderr
    found = rows(file)
    found[1]["form"] = "no form"
    refused = wbagree("import", str(write(tmp_path / "wrong.csv", found)), db=ours)
    assert refused.returncode == 6
    assert f"{KEY} is another agreement here; would be added as AL-XK-2026-3" in refused.stderr
    assert [row["key"] for row in rows(export(ours))] == [KEY]


def test_one_cell_that_differs_is_a_correction_where_no_id_tells(wbagree, ours, export, tmp_path):
    (row,) = rows(export(ours))
    for name, text in (("title", "MoU on joint patrols at the border"), ("signed", "2026-03-02")):
        row[name] = text
        file = write(tmp_path / "old.csv", [row], IDENTITY)
        ran = wbagree("import", str(file), db=ours)
        assert "0 new, 1 updated" in ran.stderr, ran.stderr
    row |= {"title": "Treaty on extradition", "signed": "2026-09"}
    ran = wbagree("import", str(write(tmp_path / "old.csv", [row], IDENTITY)), db=ours)
    assert f"{KEY} is another agreement here; added as AL-XK-2026-2" in ran.stderr
    assert title_of(wbagree, ours, KEY) == "MoU on joint patrols at the border"


def test_title_and_date_may_both_be_edited_in_an_exported_file(wbagree, ours, export, tmp_path):
    (row,) = rows(export(ours))
    row |= {"title": "Treaty on extradition", "signed": "2025-09"}
    ran = wbagree("import", str(write(tmp_path / "edited.csv", [row])), db=ours)
    assert "0 new, 1 updated" in ran.stderr
    assert title_of(wbagree, ours, KEY) == "Treaty on extradition"
    # And the key, which is a label: the id says what is meant.
    row |= {"key": "", "notes": "Without its key."}
    ran = wbagree("import", str(write(tmp_path / "edited.csv", [row])), db=ours)
    assert "0 new, 1 updated" in ran.stderr
    assert rows(export(ours))[0]["notes"] == "Without its key."


def test_title_and_date_may_both_be_edited_in_a_workbook(wbagree, ours, export):
    file = export(ours, "register.xlsx")
    book = openpyxl.load_workbook(file)
    sheet = book["Agreements"]
    headings = [cell.value for cell in sheet[1]]
    for heading, value in (("Title", "Treaty on extradition"), ("Signed", "2025-09")):
        sheet.cell(2, headings.index(heading) + 1).value = value
    book.save(file)
    assert "0 new, 1 updated" in wbagree("import", str(file), db=ours).stderr
    assert title_of(wbagree, ours, KEY) == "Treaty on extradition"


def test_two_registers_that_exchange_both_ways_have_both_agreements_once(wbagree, ours, theirs, export):
    for _ in range(2):
        for here, there in ((ours, theirs), (theirs, ours)):
            wbagree("import", str(export(there, "exchanged.csv")), db=here)
    found = [{row["id"]: row["title"] for row in rows(export(db))} for db in (ours, theirs)]
    assert len(found[0]) == 3
    assert found[0] == found[1]
    keys = [{row["title"]: row["key"] for row in rows(export(db))} for db in (ours, theirs)]
    assert (keys[0]["MoU on joint patrols"], keys[1]["Protocol on customs data"]) == (KEY, KEY)
    last = wbagree("import", str(export(theirs, "exchanged.csv")), db=ours)
    assert "0 new, 0 updated, 3 unchanged" in last.stderr


@pytest.mark.parametrize("leaving_out", [(), IDENTITY], ids=["with ids", "without ids"])
def test_what_an_undo_took_away_comes_again_under_the_same_key(leaving_out, wbagree, ours, theirs, export, tmp_path):
    file = write(tmp_path / "theirs.csv", rows(export(theirs)), leaving_out)
    wbagree("import", str(file), db=ours)
    before = export(ours).read_bytes()
    wbagree("undo", "--yes", db=ours)
    assert "2 new" in wbagree("import", str(file), db=ours).stderr
    assert export(ours).read_bytes() == before


def test_a_copied_row_with_the_same_id_is_refused_with_the_place_of_the_first(wbagree, ours, export, tmp_path):
    (row,) = rows(export(ours))
    file = write(tmp_path / "copied.csv", [row, {**row, "key": "", "title": "Another"}])
    ran = wbagree("import", str(file), db=ours)
    assert ran.returncode == 6
    assert "copied.csv:3 key: the row at copied.csv:2 is about the same agreement" in ran.stderr
    new = {**row, "key": "", "id": "", "version": "", "title": "Another", "signed": "2026-07-07"}
    assert (
        "1 new, 0 updated, 1 unchanged"
        in wbagree("import", str(write(tmp_path / "copied.csv", [row, new])), db=ours).stderr
    )


def test_an_id_survives_an_edit_a_deletion_and_its_undo(wbagree, ours, export):
    (before,) = rows(export(ours))
    wbagree("edit", KEY, "--place", "Prizren", db=ours)
    wbagree("delete", KEY, "--yes", db=ours)
    assert wbagree("undo", db=ours).returncode == 0
    (after,) = rows(export(ours))
    assert after["place"] == "Prizren"
    assert after["id"] == before["id"]
    assert after["version"] != before["version"]
    wbagree("undo", "2", db=ours)
    assert rows(export(ours)) == [before]


def test_a_key_of_a_deleted_agreement_is_not_given_to_another(wbagree, ours, theirs, export):
    wbagree("delete", KEY, "--yes", db=ours)
    ran = wbagree("import", str(export(theirs)), db=ours)
    assert f"{KEY} is another agreement here; added as AL-XK-2026-3" in ran.stderr
    assert wbagree("undo", "2", db=ours).returncode == 0
    assert title_of(wbagree, ours, KEY) == "MoU on joint patrols"


def test_what_a_file_without_the_other_says_of_it_follows_as_well(wbagree, ours, theirs, export, tmp_path):
    whole = rows(export(theirs))
    write(tmp_path / "theirs.csv", whole[:1])
    wbagree("import", str(tmp_path / "theirs.csv"), db=ours)
    write(tmp_path / "theirs.csv", whole[1:])
    wbagree("import", str(tmp_path / "theirs.csv"), db=ours)
    found = {row["title"]: row for row in rows(export(ours))}
    assert found["Amendment of it"]["relations"] == f"amends {found['Protocol on customs data']['key']}"


def test_a_row_whose_relation_has_another_key_here_undoes_no_later_change(wbagree, ours, theirs, export):
    file = export(theirs, "theirs.csv")
    wbagree("import", str(file), db=ours)
    wbagree("edit", "AL-XK-2026-2", "--place", "Prizren", db=ours)
    messages = wbagree("import", str(file), db=ours).stderr
    assert "AL-XK-2026-2 skipped: changed here since this file was exported: place" in messages
    assert "0 new, 0 updated, 1 unchanged, 1 skipped" in messages


def test_a_list_of_other_people_may_have_an_id_of_its_own(wbagree, empty, file):
    text = "ID,Title,Parties,Date signed\n1,Extradition treaty,AL;XK,2012-07-29\n2,Customs treaty,AL;XK,2013-07-29\n"
    assert "2 new" in wbagree("import", file(text), db=empty).stderr
    own = "key,title,form,types,parties,confidence,id\n,MoU on patrols,mou,joint-patrol,AL;ME,low,17\n"
    assert "1 new" in wbagree("import", file(own), db=empty).stderr


def test_an_import_by_id_names_the_agreement_by_its_key_here(wbagree, ours, theirs, export):
    wbagree("import", str(export(theirs, "theirs.csv")), db=ours)
    wbagree("edit", KEY, "--notes", "Newer.", db=theirs)
    ran = wbagree("import", str(export(theirs, "theirs.csv")), db=ours)
    assert "0 new, 1 updated, 1 unchanged" in ran.stderr
    found = {row["key"]: row["notes"] for row in rows(export(ours))}
    assert found == {KEY: "", "AL-XK-2026-2": "", "AL-XK-2026-3": "Newer."}
