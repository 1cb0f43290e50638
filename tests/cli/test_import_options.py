"""What is said of a list on the command line, what a preview promises, and the rows that cannot be stored."""

import csv
import json
import tomllib

import pytest

LIST = """\
Agreement title,Parties,Date signed,Shelf,Remarks
Extradition treaty,AL;XK,2012-07-29,B 7,
Police cooperation agreement,AL;ME,2008,B 8,Old
Agreement on readmission,AL;MK,2009-03,B 9,
"""
BAD = """\
Agreement title,Parties,Date signed,Shelf
MoU on customs,AL;XK,2015,A
MoU on drugs,AL;Atlantis,2015,"B, or C"
Treaty on witness protection,AL;BA,2015-13-44,D
"""


def test_a_preview_writes_nothing_and_an_import_keeps_what_it_promises(wbagree, empty, file, stored):
    before = empty.read_bytes()
    ran = wbagree("import", name := file(LIST), "--preview", db=empty)
    assert ran.returncode == 0, ran.stderr
    assert empty.read_bytes() == before
    lines = [" ".join(line.split()) for line in ran.stdout.splitlines()]
    for promise in (
        "Encoding: utf-8",
        "Delimiter: comma",
        "Header: line 1",
        "Agreement title title recognised Extradition treaty | Police cooperation agreement",
        "Parties parties recognised AL;XK | AL;ME",
        "Date signed signed recognised 2012-07-29 | 2008",
        "Shelf (nothing) not recognised B 7 | B 8",
        "form: treaty (inferred)",
        "types: extradition (inferred)",
        "signed: 2012-07-29",
    ):
        assert promise in lines
    assert "list.csv: of 3 rows 3 would be new, 0 updated, 0 unchanged" in ran.stderr
    assert "0 refused; no row was stored" in ran.stderr
    assert "3 rows read: 3 new, 0 updated, 0 unchanged, 0 refused" in wbagree("import", name, db=empty).stderr
    assert [stored("AL-XK-2012-1", empty)[name] for name in ("form", "types", "signed")] == [
        "treaty", ["extradition"], "2012-07-29"
    ]  # fmt: skip


def test_a_preview_shows_the_problems(wbagree, empty, file):
    ran = wbagree("import", file(BAD), "--preview", db=empty)
    assert ran.returncode == 0
    problems = ran.stdout.partition("Problems:\n")[2].splitlines()
    assert [line.split(": ")[0] for line in problems] == ["list.csv:3 Parties", "list.csv:4 Date signed (signed)"]
    assert "of 3 rows 1 would be new" in ran.stderr


def test_a_dry_run_stores_nothing(wbagree, empty, file):
    before = empty.read_bytes()
    assert "3 would be new" in wbagree("import", file(LIST), "--dry-run", db=empty).stderr
    assert empty.read_bytes() == before


def test_a_mapping_is_kept_as_a_readable_file_and_used_again(wbagree, empty, file, stored, tmp_path):
    maps = {"WBAGREE_MAPS": str(tmp_path / "maps")}
    name = file(LIST)
    options = ("--map", "Shelf=references", "--set", "confidence=high", "--save-map", "office")
    ran = wbagree("import", name, *options, "--dry-run", db=empty, env=maps)
    assert f"this mapping is kept as {tmp_path / 'maps' / 'office.toml'}" in ran.stderr
    kept = tomllib.loads((tmp_path / "maps" / "office.toml").read_text(encoding="utf-8"))
    assert kept == {"columns": {"Shelf": "references"}, "constants": {"confidence": "high"}}
    assert wbagree("import", name, "--use-map", "office", db=empty, env=maps).returncode == 0
    record = stored("AL-XK-2012-1", empty)
    assert (record["references"], record["confidence"]) == (["B 7"], "high")
    (batch,) = json.loads(wbagree("imports", "--format", "json", db=empty).stdout)
    assert tomllib.loads(batch["mapping"]) == kept
    unknown = wbagree("import", name, "--use-map", "offise", db=empty, env=maps)
    assert unknown.returncode == 3
    assert "kept are: office" in unknown.stderr


def test_a_value_that_is_set_fills_what_a_row_does_not_say(wbagree, empty, stored):
    text = "title,parties,date signed,form\nTravaux,AL;XK,2012,treaty\nOthers,AL;XK,2013,\n"
    options = ("--set", "form=mou", "--set", "types=mla;customs", "--set", "notes=From the archive")
    ran = wbagree("import", "-", *options, stdin=text, db=empty)
    assert ran.returncode == 0, ran.stderr
    assert [stored(f"AL-XK-{year}-1", empty)["form"] for year in (2012, 2013)] == ["treaty", "mou"]
    assert stored("AL-XK-2013-1", empty)["types"] == ["mla", "customs"]
    assert stored("AL-XK-2013-1", empty)["notes"] == "From the archive"


def test_what_maps_to_nothing_is_listed_and_kept_in_the_notes_when_asked(wbagree, empty, file, stored):
    ran = wbagree("import", file(LIST), "--keep-unmapped", db=empty)
    assert "1 column kept in the notes of new agreements: Shelf" in ran.stderr
    assert stored("AL-ME-2008-1", empty)["notes"].splitlines()[:2] == ["Old", "Shelf: B 8"]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["--map", "Nothing=title"], 2, "the mapping names a column 'Nothing', which is not there"),
        (["--map", "Shelf=titel"], 3, "did you mean title"),
        (["--map", "Shelf"], 2, "write it as 'NAME=VALUE'"),
        (["--set", "key=A"], 3, "unknown field: 'key'"),
        (["--home", "Atlantis"], 3, "unknown party: 'Atlantis'"),
        (["--delimiter", "xx"], 2, "--delimiter 'xx'"),
        (["--encoding", "klingon"], 2, "--encoding 'klingon' is not known"),
        (["--header", "99"], 2, "--header 99"),
        (["--on-duplicate", "maybe"], 2, "one of skip, update, add, ask"),
        (["--on-duplicate", "ask"], 2, "--on-duplicate ask needs a terminal."),
        (["--use-map", "../office"], 4, "cannot be the name of a mapping"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_said_of_a_list_is_refused(arguments, code, sentence, wbagree, empty, file):
    before = empty.read_bytes()
    ran = wbagree("import", file(LIST), *arguments, db=empty)
    assert (ran.returncode, sentence in ran.stderr) == (code, True), ran.stderr
    assert empty.read_bytes() == before


def test_the_refused_rows_corrected_complete_the_import(wbagree, empty, file, stored, tmp_path):
    name = file(BAD, "bad.csv")
    whole = wbagree("import", name, db=empty)
    assert whole.returncode == 6
    assert "of 3 rows 1 would be new, 0 updated, 0 unchanged, 2 refused; nothing was stored" in whole.stderr
    assert not (tmp_path / "bad.csv.refused.csv").exists()
    ran = wbagree("import", name, "--skip-invalid", db=empty)
    assert ran.returncode == 0, ran.stderr
    assert "3 rows read: 1 new, 0 updated, 0 unchanged, 2 refused (batch 1;" in ran.stderr
    refused = tmp_path / "bad.csv.refused.csv"
    with refused.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert list(rows[0]) == ["Agreement title", "Parties", "Date signed", "Shelf", "problem"]
    assert [row["Shelf"] for row in rows] == ["B, or C", "D"]
    assert "unknown party: 'Atlantis'" in rows[0]["problem"]
    assert "there is no month 13" in rows[1]["problem"]
    text = refused.read_text(encoding="utf-8").replace("AL;Atlantis", "AL;BA").replace("2015-13-44", "2015-12-04")
    refused.write_text(text, encoding="utf-8")
    assert "2 rows read: 2 new" in wbagree("import", str(refused), db=empty).stderr
    assert stored("AL-BA-2015-2", empty)["signed"] == "2015-12-04"
    assert "2 rows read: 0 new, 0 updated, 2 unchanged" in wbagree("import", str(refused), db=empty).stderr


def test_a_dry_run_of_skip_invalid_writes_no_file(wbagree, empty, file, tmp_path):
    ran = wbagree("import", file(BAD), "--skip-invalid", "--dry-run", db=empty)
    assert "2 refused (dry run: no row was stored)" in ran.stderr
    assert [path.name for path in tmp_path.glob("*.refused.csv")] == []


def test_the_refused_rows_of_stdin_are_written_here(wbagree, empty, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = wbagree("import", "-", "--skip-invalid", stdin=BAD, db=empty)
    assert ran.returncode == 0, ran.stderr
    assert "stdin:3 Parties: unknown party" in ran.stderr
    assert (tmp_path / "stdin.refused.csv").read_text(encoding="utf-8").count("\n") == 3


@pytest.mark.parametrize("text", ["", "\n\n  \n"], ids=["no bytes", "blank lines"])
def test_an_empty_list_says_so(text, wbagree, empty, file):
    for name, stdin in ((file(text), ""), ("-", text)):
        ran = wbagree("import", name, stdin=stdin, db=empty)
        assert (ran.returncode, ran.stdout) == (6, "")
        assert "is empty" in ran.stderr


def test_a_header_alone_is_no_batch(wbagree, empty, file):
    ran = wbagree("import", file(LIST.splitlines()[0] + "\n"), db=empty)
    assert "0 rows read: 0 new" in ran.stderr
    assert wbagree("imports", "--format", "json", db=empty).stdout == "[]\n"
