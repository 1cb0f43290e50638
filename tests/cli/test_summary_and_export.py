"""``wbagree summary`` and ``wbagree export``."""

import csv
import io
import json

import pytest
import seed_data

from wbagree import resources

DAY = ("--as-of", "2026-11-01")
SEED = resources.seed_folder() / "agreements.csv"


def test_the_summary_of_the_western_balkans(wbagree, whole, golden):
    ran = wbagree("summary", "--among", "wb6", *DAY, db=whole)
    golden("summary-wb6.txt", ran.stdout + ran.stderr)


def test_the_summary_as_markdown_says_what_was_asked_and_how_it_adds_up(wbagree, whole, golden):
    golden("summary-wb6.md", wbagree("summary", "--among", "wb6", *DAY, "--format", "md", db=whole).stdout)


@pytest.mark.parametrize("by", ["pair", "type", "group", "form", "year", "party", "status", "level", "signatory"])
def test_every_cut_is_printed_in_every_format(by, wbagree, seeded):
    rows = json.loads(wbagree("summary", "--by", by, "--format", "json", db=seeded).stdout)
    assert next(iter(rows[0])) == by
    assert rows[-1][by] == "total"
    assert rows[-1]["records"] == len(seed_data.some())
    read = list(csv.DictReader(io.StringIO(wbagree("summary", "--by", by, "--format", "csv", db=seeded).stdout)))
    assert [row["records"] for row in read] == [str(row["records"]) for row in rows]
    assert len(wbagree("summary", "--by", by, db=seeded).stdout.splitlines()) == len(rows) + 2


@pytest.mark.parametrize("cut", ["year,type", "pair,status", "signatory,year", "level,assessment"])
def test_two_cuts_are_crossed_in_every_format(cut, wbagree, seeded):
    one, other = cut.split(",")
    rows = json.loads(wbagree("summary", "--by", cut, "json", db=seeded).stdout)
    assert [*rows[0]][:3] == [one, other, "records"]
    assert (rows[-1][one], rows[-1][other], rows[-1]["records"]) == ("total", "total", len(seed_data.some()))
    read = list(csv.DictReader(io.StringIO(wbagree("summary", "--by", cut, "csv", db=seeded).stdout)))
    assert read == [{name: str(value) for name, value in row.items()} for row in rows]
    table = wbagree("summary", "--by", cut, db=seeded).stdout.splitlines()
    names = {row[one] for row in rows}
    assert len(table) == len(names) + 2
    assert f"| {one.capitalize()} |" in wbagree("summary", "--by", cut, "md", db=seeded).stdout


def test_the_second_cut_has_columns_where_they_are_few_and_a_list_where_they_are_many(wbagree, whole, golden):
    few = wbagree("summary", "wb6", "by", "pair", "status", *DAY, db=whole)
    many = wbagree("summary", "AL-XK", "by", "year", "type", *DAY, db=whole)
    golden("summary-of-two-cuts.txt", few.stdout + few.stderr + many.stdout + many.stderr)
    assert max(map(len, few.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("by year", "--by year"),
        ("AL-XK by type", "-p AL-XK --by type"),
        ("by year,type wb6", "--among wb6 --by year --by type"),
        ("wb6 by years and types", "--among wb6 --by year,type"),
        ("by country pair", "--by pair"),
        ("by country", "--by party"),
        ("AL-XK per subject", "-p AL-XK --by type"),
        ("by form by level AL-XK", "-p AL-XK --by form,level"),
        ("AL-XK --by year by type", "-p AL-XK --by year,type"),
        ("by signatories mou", "-f mou --by Signatory"),
        ("by pair, type wb6", "--among wb6 --by pair,type"),
    ],
)
def test_a_cut_is_named_by_words_as_well(words, options, wbagree, seeded):
    ran, meant = (wbagree("summary", *line.split(" "), "--format", "csv", db=seeded) for line in (words, options))
    assert (ran.returncode, ran.stdout) == (0, meant.stdout)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--by", "cheese"), "Cannot group by 'cheese'."),
        (("by", "cheese"), "Cannot group by 'cheese'."),
        (("AL-XK", "by"), "No grouping is named."),
        (("--by", "year,type,form"), "3 groupings are named: year, type, form"),
        (("--by", ""), "No grouping is named."),
        (("--frameworks", "--by", "type,pair"), "not by type and pair"),
    ],
)
def test_what_is_no_cut_is_refused_with_those_that_are(arguments, sentence, wbagree, seeded):
    ran = wbagree("summary", *arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sentence in ran.stderr


def test_exported_imported_and_exported_again_is_the_same_file(wbagree, whole, tmp_path):
    first, second, other = tmp_path / "first.csv", tmp_path / "second.csv", tmp_path / "other.db"
    assert wbagree("export", str(first), db=whole).returncode == 0
    with first.open(encoding="utf-8", newline="") as exported, SEED.open(encoding="utf-8", newline="") as bundle:
        assert [row[:-2] for row in csv.reader(exported)] == [*csv.reader(bundle)]
    taken = wbagree("import", str(first), db=other)
    assert "761 rows read: 761 new, 0 updated, 0 unchanged, 0 refused" in taken.stderr
    assert wbagree("export", "--output", str(second), db=other).returncode == 0
    assert second.read_bytes() == first.read_bytes()
    assert wbagree("export", "--format", "csv", db=other).stdout.encode() == first.read_bytes()


@pytest.mark.parametrize(
    "typed",
    [
        ("--act", "ratification AL 2013-02 effect 2013-05? (Law 3): a; b: c [Gazette, 12]", "--act", "expiry all 2014"),
        ("--party-dates", "AL: ratified 2013-02, in force 2013-05-20"),
    ],
    ids=["acts", "before acts"],
)
def test_acts_survive_the_round_trip(typed, wbagree, seeded, tmp_path):
    assert wbagree("edit", "AL-XK-2012-1", *typed, db=seeded).returncode == 0
    file, other = tmp_path / "register.csv", tmp_path / "other.db"
    wbagree("export", str(file), db=seeded)
    wbagree("import", str(file), db=other)
    assert wbagree("export", "--format", "csv", db=other).stdout.encode() == file.read_bytes()
    assert "2013-02: ratification by AL" in wbagree("show", "AL-XK-2012-1", db=other).stdout


def test_a_document_for_a_reader(wbagree, whole, golden):
    ran = wbagree("export", "--pair", "ME-XK", *DAY, "--format", "md", db=whole)
    lines = ran.stdout.splitlines()
    made = [line for line in lines if "Made by wbagree on" in line]
    assert len(made) == 1
    golden("export-me-xk.md", ran.stdout.replace(made[0], made[0].rpartition(" on ")[0] + " on DAY."))


def test_the_footnote_on_kosovo_stands_where_kosovo_does_and_can_be_turned_off(wbagree, seeded):
    note = "UNSCR 1244/1999"
    assert note in wbagree("export", "--pair", "AL-XK", "--format", "md", db=seeded).stdout
    assert note not in wbagree("export", "--pair", "BA-HR", "--type", "extradition", "--format", "md", db=seeded).stdout
    plain = wbagree("export", "--pair", "AL-XK", "--format", "md", "--no-kosovo-note", db=seeded).stdout
    assert note not in plain
    assert "Kosovo\\*" not in plain
    by_setting = wbagree("export", "--pair", "AL-XK", "--format", "md", db=seeded, env={"WBAGREE_KOSOVO_NOTE": "0"})
    assert by_setting.stdout == plain


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "an export to stdout needs --format"),
        (["register.ods"], "no format has the ending '.ods'"),
        (["a.csv", "--output", "b.csv"], "several files are named: a.csv, b.csv"),
    ],
)
def test_an_export_without_a_format_says_what_to_write(arguments, sentence, wbagree, seeded):
    ran = wbagree("export", *arguments, db=seeded)
    assert ran.returncode == 2
    assert sentence in ran.stderr


def test_a_file_that_cannot_be_written_is_said_and_what_was_there_stays(wbagree, seeded, tmp_path):
    ran = wbagree("export", str(tmp_path / "nowhere" / "x.csv"), db=seeded)
    assert ran.returncode == 4
    assert "cannot be written" in ran.stderr
    kept = tmp_path / "kept.md"
    kept.write_text("mine", encoding="utf-8")
    assert wbagree("export", "--pair", "AL-Nowhere", str(kept), db=seeded).returncode == 3
    assert kept.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".kept")] == []
