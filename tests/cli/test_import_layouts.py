"""``wbagree import``: what workbooks have beside records: titles, two rows of header, groups, totals, links."""

import csv
import io

import openpyxl
import pytest

ROWS = [
    (1, "Hrvatska", "Sporazum o policijskoj saradnji", "12.05.2010.", "1.6.2011.", "-"),
    (2, None, "Sporazum o izručenju", "13.05.2012. (Beograd)", "na snazi", "n/a"),
    (3, "Makedonija", "Protokol o zajedničkim patrolama", "maj 2013", None, None),
]


@pytest.fixture
def workbook(tmp_path):
    """A ministry's workbook: a title, two rows of header with merged cells, a total below, a link behind a title."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Lista sporazuma"])
    sheet.append([])
    sheet.append(["R.br.", "Država", "Naziv sporazuma", "Datum", None, "Napomena"])
    sheet.append([None, None, None, "potpisivanja", "stupanja na snagu", None])
    for merged in ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4"):
        sheet.merge_cells(merged)
    for row in ROWS:
        sheet.append(row)
    sheet.append(["Ukupno: 3"])
    sheet["C5"].hyperlink = "https://example.org/a"
    path = tmp_path / "lista.xlsx"
    book.save(path)
    return str(path)


def listed(wbagree, db, columns):
    ran = wbagree("list", "--format", "csv", "--columns", columns, db=db)
    return [tuple(row.values()) for row in csv.DictReader(io.StringIO(ran.stdout))]


def test_a_header_of_two_rows_a_group_and_a_total_are_understood(workbook, wbagree, empty):
    ran = wbagree("import", workbook, "--home", "RS", "--fill-down", "Država", db=empty)
    assert ran.returncode == 0, ran.stderr
    assert "3 rows read: 3 new" in ran.stderr
    assert "1 row skipped (not an agreement): lista.xlsx:8 Ukupno: 3" in ran.stderr
    assert "cells have links behind their text" in ran.stderr
    assert listed(wbagree, empty, "key,signed,in_force,status,types") == [
        ("HR-RS-2010-1", "2010-05-12", "2011-06-01", "", "police-cooperation"),
        ("HR-RS-2012-1", "2012-05-13", "", "in-force", "extradition"),
        ("MK-RS-2013-1", "2013-05", "", "", "joint-patrol"),
    ]
    assert "Datum potpisivanja: 13.05.2012. (Beograd)" in wbagree("show", "HR-RS-2012-1", db=empty).stdout


def test_a_group_that_is_not_filled_down_is_refused_with_its_row(workbook, wbagree, empty):
    ran = wbagree("import", workbook, "--home", "RS", db=empty)
    assert ran.returncode == 6
    assert "lista.xlsx:6 parties: an agreement has at least two different parties" in ran.stderr
    assert listed(wbagree, empty, "key") == []


def test_filling_down_is_kept_with_the_mapping(workbook, wbagree, empty, tmp_path):
    maps = {"WBAGREE_MAPS": str(tmp_path / "maps")}
    options = ("--home", "RS", "--fill-down", "Država", "--save-map", "mup")
    assert wbagree("import", workbook, *options, db=empty, env=maps).returncode == 0
    again = wbagree("import", workbook, "--use-map", "mup", db=empty, env=maps)
    assert "3 rows read: 0 new, 0 updated, 3 unchanged" in again.stderr


def test_a_column_to_fill_down_that_is_not_there_is_said(workbook, wbagree, empty):
    ran = wbagree("import", workbook, "--home", "RS", "--fill-down", "Zemlja", db=empty)
    assert ran.returncode == 2
    assert "--fill-down names a column that is not there" in ran.stderr


def test_rows_that_differ_in_one_cell_are_records_of_their_own(wbagree, empty, tmp_path):
    file = tmp_path / "same.csv"
    file.write_text(
        "Naziv,Strane,Službeni glasnik,Mjesto\nSporazum,RS;HR,1/2010,Beograd\nSporazum,RS;HR,7/2012,Zagreb\n"
        "Sporazum,RS;HR,7/2012,Zagreb\n",
        encoding="utf-8",
    )
    ran = wbagree("import", str(file), db=empty)
    assert "3 rows read: 2 new, 0 updated, 1 unchanged" in ran.stderr
    assert "3 rows read: 0 new, 0 updated, 3 unchanged" in wbagree("import", str(file), db=empty).stderr


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(wbagree, empty, tmp_path):
    file = tmp_path / "open.csv"
    rows = "".join(f"Sporazum {n},RS;HR,note\n" for n in range(50))
    file.write_text(f'Naziv,Strane,Napomena\nSporazum,RS;HR,"open\n{rows}', encoding="utf-8")
    ran = wbagree("import", str(file), db=empty)
    assert ran.returncode == 6
    assert "open.csv: a quotation mark opened on line 2 is never closed" in ran.stderr


def test_a_refused_file_is_never_written_over(wbagree, empty, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("Naziv,Strane\nSporazum,RS;Atlantida\nDrugi,RS;HR\n", encoding="utf-8")
    for _ in range(2):
        assert wbagree("import", str(file), "--skip-invalid", db=empty).returncode == 0
    refused = sorted(path.name for path in tmp_path.glob("list.csv.refused*"))
    assert refused == ["list.csv.refused-2.csv", "list.csv.refused.csv"]
    (tmp_path / refused[1]).write_text(
        (tmp_path / refused[1]).read_text(encoding="utf-8").replace("Atlantida", "ME"), encoding="utf-8"
    )
    ran = wbagree("import", str(tmp_path / refused[1]), "--keep-unmapped", db=empty)
    assert "1 row read: 1 new" in ran.stderr
    assert "problem" not in wbagree("show", "ME-RS-nd-1", db=empty).stdout


def test_a_group_above_its_dates_says_which_date_it_is(wbagree, empty, tmp_path):
    file = tmp_path / "liste.csv"
    file.write_text(
        "Vertragspartner;Titel;Inkrafttreten;;Unterzeichnung;\n;;Datum;Fundstelle;Datum;Ort\n"
        "Kroatien;Vertrag über die Auslieferung;1. März 2010;BGBl. 2010 II S. 1;9. Februar 2009;Zagreb\n"
        "Serbien und Montenegro;Abkommen über Rückübernahme;vorläufig angewendet seit 1.3.2003;;16.9.2002 (Berlin);\n"
        "Gesamt;2;;;;\n",
        encoding="utf-8",
    )
    ran = wbagree("import", str(file), "--home", "DE", db=empty)
    assert "2 rows read: 2 new" in ran.stderr, ran.stderr
    assert "1 row skipped (not an agreement): liste.csv:5 Gesamt 2" in ran.stderr
    assert listed(wbagree, empty, "parties,signed,in_force,place,status,references") == [
        ("CS;DE", "2002-09-16", "", "Berlin", "provisional", ""),
        ("DE;HR", "2009-02-09", "2010-03-01", "Zagreb", "", "BGBl. 2010 II S. 1"),
    ]
