"""The date at which a source says the asserted status: stated, shown, changed with it, taken back and handed on."""

import csv
import io
import json

import pytest

# A bundled agreement that a press release of 2014 calls in force, without a date of entry into force.
KEY = "AL-XK-nd-6"
# Each bundled agreement with a status and no date of entry into force, and the date of the source it cites.
BUNDLED = {
    "AL-XK-nd-3": "2019",
    "AL-SK-1959-1": "2005-12-09",
    "AL-XK-nd-6": "2014-02",
    "BA-EU-2025-1": "2025-06-11",
    "BA-RS-nd-2": "2010-06-14",
    "BA-RS-nd-3": "2017-01-20",
    "EU-ME-2023-1": "2023-05-16",
    "HR-RS-2010-1": "2010-06-29",
    "HR-YU-FRY-2002-1": "2020-12",
}


@pytest.fixture
def stated(wbagree, seeded):
    """The asserted status and its date, as the register has them."""

    def read(key=KEY):
        shown = json.loads(wbagree("show", key, "--format", "json", db=seeded).stdout)
        return shown["status"], shown["status_on"]

    return read


def test_each_bundled_assertion_without_a_date_of_entry_has_that_of_its_source(wbagree, seeded):
    rows = json.loads(
        wbagree("list", "--columns", "key,status,status_on,in_force,ended", "--format", "json", db=seeded).stdout
    )
    undated = {row["key"]: row["status_on"] for row in rows if row["status"] and not (row["in_force"] or row["ended"])}
    assert undated == BUNDLED
    assert {row["key"] for row in rows if row["status_on"]} == BUNDLED.keys()


def test_a_status_says_when_its_source_says_so(wbagree, seeded):
    text = " ".join(wbagree("show", KEY, db=seeded).stdout.split())
    assert "a source of 2014-02 says in force; no date of entry into force recorded" in text
    listed = wbagree("list", "--pair", "AL-XK", "--columns", "key,computed_status,status_on", db=seeded).stdout
    assert "in force (source of 2014-02)" in listed
    markdown = wbagree("export", "--pair", "AL-XK", "--format", "md", db=seeded).stdout
    assert "in force (source of 2014-02)" in markdown
    dated = wbagree("show", "AL-XK-2024-1", db=seeded).stdout  # a date of entry into force needs no source's word
    assert "(source of" not in dated


def test_it_is_added_and_edited_like_the_other_dates(wbagree, seeded, stated):
    options = ("--title", "Protocol", "-f", "protocol", "-t", "mla", "-p", "AL", "-p", "XK")
    ran = wbagree("add", *options, "--status", "provisional", "--status-on", "3 qershor 2021", db=seeded)
    key = ran.stdout.strip()
    assert stated(key) == ("provisional", "2021-06-03")
    wbagree("edit", key, "--status-on", "2022", db=seeded)
    assert stated(key) == ("provisional", "2022")
    wbagree("edit", key, "--status-on", "", db=seeded)
    assert stated(key) == ("provisional", None)


@pytest.mark.parametrize(
    ("options", "after"),
    [
        (("--status", "terminated"), ("terminated", None)),
        (("--status", "terminated", "--status-on", "2020"), ("terminated", "2020")),
        (("--status", "in force"), ("in-force", "2014-02")),
        (("--status", ""), (None, None)),
        (("--place", "Tirana"), ("in-force", "2014-02")),
    ],
    ids=str,
)
def test_a_new_status_does_not_keep_the_date_of_the_old_one(options, after, wbagree, seeded, stated):
    assert wbagree("edit", KEY, *options, db=seeded).returncode == 0
    assert stated() == after
    wbagree("undo", db=seeded)
    assert stated() == ("in-force", "2014-02")
    wbagree("redo", db=seeded)
    assert stated() == after


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("AL-XK-2012-1", "--status-on", "2014"), "status_on: 2014 is the date of a status, and there is none"),
        ((KEY, "--status-on", "2199"), "status_on: The date of the status is in the future: 2199"),
        (("HR-RS-2010-1", "--status-on", "2009"), "status_on: 2009 is before it was signed (2010-06-29)"),
        ((KEY, "--status-on", "soon"), "status_on: "),
    ],
    ids=str,
)
def test_what_it_cannot_be_is_refused(options, sentence, wbagree, seeded):
    ran = wbagree("edit", *options, db=seeded)
    assert ran.returncode == 4
    assert sentence in ran.stderr


def test_what_is_exported_comes_back(wbagree, seeded, tmp_path):
    for format_ in ("csv", "json", "jsonl"):
        text = wbagree("export", "--pair", "AL-XK", "--format", format_, db=seeded).stdout
        file = tmp_path / f"export.{format_}"
        file.write_text(text, encoding="utf-8")
        db = tmp_path / f"{format_}.db"
        assert wbagree("import", str(file), db=db).returncode == 0
        shown = json.loads(wbagree("show", KEY, "--format", "json", db=db).stdout)
        assert (shown["status"], shown["status_on"]) == ("in-force", "2014-02")
    book = tmp_path / "book.xlsx"
    wbagree("export", "--pair", "AL-XK", "-o", str(book), db=seeded)
    db = tmp_path / "book.db"
    assert wbagree("import", str(book), db=db).returncode == 0
    shown = json.loads(wbagree("show", KEY, "--format", "json", db=db).stdout)
    assert shown["status_on"] == "2014-02"


def test_a_file_in_which_no_agreement_has_it_lacks_the_column(wbagree, seeded):
    rows = csv.reader(io.StringIO(wbagree("export", "--pair", "AL-BG", "--format", "csv", db=seeded).stdout))
    assert "status_on" not in next(rows)


def test_another_list_states_it_in_a_column_of_its_own(wbagree, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Titulli,Palët,Statusi,Data e statusit\nMarrëveshje,AL;XK,në fuqi,3.2.2014\nProtokoll,AL;ME,,\n",
        encoding="utf-8",
    )
    ran = wbagree("import", str(tmp_path / "list.csv"))
    assert ran.returncode == 0, ran.stderr
    rows = json.loads(wbagree("list", "--columns", "key,status,status_on", "--format", "json").stdout)
    assert {(row["status"], row["status_on"]) for row in rows} == {("in-force", "2014-02-03"), (None, None)}


def test_a_list_that_changes_the_status_alone_does_not_keep_the_date(wbagree, seeded, tmp_path, stated):
    (tmp_path / "list.csv").write_text(f"key,status\n{KEY},terminated\n", encoding="utf-8")
    wbagree("import", str(tmp_path / "list.csv"), db=seeded)
    assert stated() == ("terminated", None)


def test_an_old_word_is_looked_at_by_its_own_date(wbagree, seeded):
    found = wbagree("check", db=seeded).stdout
    assert 'Status "under negotiation" is from a source of 2017-01-20. Check that it is still current.' in found
    assert "asserted negotiation without any date" not in found
    assert "EU-ME-2023-1: asserted" not in found
