"""``wbagree sql``: the views are a recount of the list, and a query reaches nothing but them."""

import csv
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date

import oracles
import pytest
import seed_data

from wbagree.domain.filter import Filter
from wbagree.domain.query_views import QUERY_VIEW_NAMES, QUERY_VIEWS
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.store.file.connection import open_for_reading
from wbagree.store.read import agreements, user_sql

KEY, OTHER = "AL-XK-2012-1", "AL-XK-2018-1"
DAYS = (None, date(1999, 6, 1), date(2006, 12, 31), date(2014, 1, 1), date(2020, 6, 30))
ROWS = seed_data.rows("agreements")
SOME = len(seed_data.some())
WAITING = "The query still runs. Press Ctrl-C to stop it.\n"


@pytest.fixture
def ask(_whole):
    """The rows of a query as dictionaries, without a command line; of all that is bundled."""

    def answered(query, db=_whole, **scope):
        with open_for_reading(db) as register:
            copy = user_sql.copy_views(register, query, user_sql.Scope(**scope))
        found = user_sql.answer(copy, query, lambda: None)
        return [dict(zip(found.names, row, strict=True)) for row in found.rows]

    return answered


def in_order(rows):
    return sorted(rows, key=lambda row: [str(cell) for cell in row])


def test_the_views_have_the_columns_that_are_documented(seeded):
    with closing(sqlite3.connect(seeded)) as register:
        for view in QUERY_VIEWS:
            cursor = register.execute(f"SELECT * FROM {view.name}")
            assert tuple(column[0] for column in cursor.description) == view.columns


def test_the_view_in_the_file_is_what_a_query_reads(whole, ask):
    with closing(sqlite3.connect(whole)) as register:
        for view in QUERY_VIEW_NAMES:
            stored = register.execute(f"SELECT * FROM {view}").fetchall()
            assert in_order(stored) == in_order(tuple(row.values()) for row in ask(f"SELECT * FROM {view}"))


def test_agreements_are_the_rows_of_the_list_with_the_days_of_their_dates(ask):
    found = {row["key"]: row for row in ask("SELECT * FROM agreements")}
    assert len(found) == len(ROWS) > 700
    for row in ROWS:
        shown = found[row["key"]]
        for name in shown.keys() & row.keys() - {"id", "sources", "references", "relations"}:
            assert (shown[name] or "") == row[name], (row["key"], name)
        for name in ("signed", "in_force", "ended", "status_on"):
            span = oracles.span(row[name]) if row.get(name) else (None, None)
            assert (shown[f"{name}_earliest"], shown[f"{name}_latest"]) == span


def test_parties_types_sources_and_signatories_are_those_of_the_list(ask):
    def listed(field, joint=";"):
        return in_order((row["key"], one.strip()) for row in ROWS if row[field] for one in row[field].split(joint))

    def shown(query):
        return in_order(tuple(row.values()) for row in ask(query))

    assert shown("SELECT key, party FROM parties") == listed("parties")
    assert shown("SELECT key, type FROM types") == listed("types")
    first = [(row["key"], row["types"].split(";")[0]) for row in ROWS]
    assert shown("SELECT key, type FROM types WHERE position = 0") == in_order(first)
    cited = "citation || iif(url IS NULL, '', ' <' || url || '>')"
    assert shown(f"SELECT key, {cited} FROM sources") == listed("sources", " | ")
    signed = [(key, text.split(":")[0]) for key, text in listed("signatories", " ; ")]
    assert shown("SELECT key, party FROM signatories") == in_order(signed)
    assessed = [(key, text.split(" ")[0]) for key, text in listed("implementation", " | ")]
    assert shown("SELECT key, date FROM assessments") == in_order(assessed)
    for row in ask("SELECT * FROM assessments"):
        assert oracles.span(row["date"]) == (row["earliest"], row["latest"])


@pytest.mark.parametrize("day", DAYS)
def test_pairs_and_statuses_are_those_of_the_rules_counted_anew(day, ask):
    moment = (day or date.today()).isoformat()
    kept = [row for row in ROWS if not row["signed"] or oracles.span(row["signed"])[0] <= moment]
    statuses = {
        row["key"]: (row["computed_status"], row["by_source"]) for row in ask("SELECT * FROM statuses", day=day)
    }
    assert statuses == {
        row["key"]: (oracles.status(row, moment), int(oracles.is_by_source(row, moment))) for row in kept
    }
    shown = {
        (row["key"], row["a"], row["b"]): (row["inherited"], row["computed_status"])
        for row in ask("SELECT * FROM pairs", day=day)
    }
    counted = {
        (row["key"], *pair): (
            int(handed_on),
            oracles.status_for_heirs(row, moment) if handed_on else oracles.status(row, moment),
        )
        for row in kept
        for pair, handed_on in oracles.pairs(row, date.fromisoformat(moment)).items()
    }
    assert len(counted) > 50
    assert shown == counted
    assert len(ask("SELECT 1 FROM pairs", day=day)) == len(counted)


WIDE = next(row["key"] for row in seed_data.some().values() if row["parties"].count(";") > 2 and not row["ended"])


def test_the_status_of_a_pair_is_that_of_list_also_after_acts_of_parties(ask, register_after):
    one, other, *_ = next(row["parties"].split(";") for row in ROWS if row["key"] == WIDE)
    register = register_after(
        ("act", WIDE, "entry-into-force", one, "2010-01-01"),
        ("act", WIDE, "entry-into-force", other, "2012-01-01"),
        ("act", WIDE, "denunciation", one, "2021-01-15", "--effect", "2021-07-15"),
        ("act", KEY, "suspension", "AL", "2015-01-01"),
    )
    seen = set()
    for day in (date(2011, 6, 1), date(2013, 6, 1), date(2021, 3, 1), date(2024, 1, 1)):
        shown = {}
        for row in ask("SELECT key, a, b, computed_status, inherited_from FROM pairs", register, day=day):
            shown.setdefault((row["a"], row["b"]), {})[row["key"]] = row["computed_status"], row["inherited_from"] or ""
        with open_for_reading(register) as connection:
            for pair, of_pair in shown.items():
                records = agreements.records(connection, Filter(pair=pair, as_of=day), fields=("key",))
                listed = {one.agreement.key: (one.status, one.inherited_from) for one in records}
                assert of_pair == listed, pair
                seen |= {status for status, _ in listed.values()}
    assert {"in-force", "ended", "signed", "inherited", "unknown"} <= seen


def everything(register):
    """All tables of a register: also those of the indexes and of full-text search, and of SQLite itself."""
    with closing(sqlite3.connect(register)) as opened:
        names = {name for (name,) in opened.execute("SELECT name FROM sqlite_master")}
        modules = {name for (name,) in opened.execute("PRAGMA module_list")} - {"json_each", "json_tree"}
        pragmas = {name for (name,) in opened.execute("PRAGMA pragma_list")}
    return names | modules | {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}, pragmas


def test_every_other_table_index_and_pragma_is_refused(seeded):
    names, pragmas = everything(seeded)
    others = sorted(names - {*QUERY_VIEW_NAMES})
    assert {"agreement", "agreement_text_data", "ix_agreement_signed", "public_agreement", "fts5"} <= {*others}
    assert len(others) > 60
    assert len(pragmas) > 40
    ways = (
        'SELECT * FROM "{}"', 'SELECT count(*) FROM "{}"', 'SELECT rowid FROM main."{}"', "SELECT 1 FROM temp.[{}]",
        'SELECT EXISTS (SELECT 1 FROM "{}")', 'WITH agreements AS (SELECT * FROM "{}") SELECT * FROM agreements',
        'WITH public_agreement AS (SELECT * FROM "{}") SELECT * FROM public_agreement', 'SELECT * FROM "{}"(1)',
    )  # fmt: skip
    hostile = [way.format(name) for name in others for way in ways]
    hostile += [f"PRAGMA {name}" for name in pragmas] + [f"SELECT * FROM pragma_{name}" for name in pragmas]
    hostile += [f"SELECT count(*) FROM pragma_{name}('agreement')" for name in pragmas]
    with open_for_reading(seeded) as register:
        whole = user_sql.copy_views(register, " ".join(QUERY_VIEW_NAMES), user_sql.Scope())
    for query in hostile:
        with pytest.raises((UsageProblem, InvalidValue)):
            user_sql.answer(clone(whole), query, str)
    assert user_sql.answer(clone(whole), "SELECT count(*) FROM agreements", str).rows == [(SOME,)]
    whole.close()


def clone(connection):
    made = sqlite3.connect(":memory:")
    connection.backup(made)
    return made


def test_a_cte_called_like_a_view_reads_no_table_also_where_tables_are(seeded):
    for view in (*QUERY_VIEW_NAMES, "public_agreement", "agreement_view"):
        query = f"WITH {view} AS (SELECT person FROM signatory) SELECT * FROM {view}"
        with pytest.raises(UsageProblem):
            user_sql.answer(sqlite3.connect(seeded), query, str)


REFUSED = {
    "INSERT INTO agreements (key) VALUES ('x')": 2, "UPDATE agreements SET key = 'x'": 2, "DELETE FROM agreements": 2,
    "DROP TABLE agreements": 2, "CREATE TABLE t (a)": 2, "CREATE TEMP VIEW t AS SELECT 1": 2, "VACUUM": 2,
    "VACUUM INTO 'copy.db'": 2, "ATTACH 'other.db' AS o": 2, "DETACH main": 2, "BEGIN": 2, "SAVEPOINT s": 2,
    "REINDEX": 2, "ANALYZE": 2, "SELECT load_extension('x.so')": 2, "SELECT 1; SELECT 2": 2,
    "SELECT 1; DROP TABLE agreements": 2, "SELECT ?": 2, "SELECT :name": 2, "SELECT $a, @b": 2, " ": 2, "/* */": 2,
    ";": 2, "SELECT * FROM agreement": 2, "SELECT tpye FROM types": 4, "SELEC 1": 4, "SELECT nothing()": 4,
    "SELECT zeroblob(1000000000)": 4, "SELECT abs(-9223372036854775808)": 4, "SELECT * FROM types WHERE 'a": 4,
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n": 4,
    "SELECT readfile('/etc/passwd')": 4, "SELECT writefile('x', 'y')": 4, "((((": 4,
    "REPLACE INTO agreements (key) VALUES (1) RETURNING *": 2, "WITH x AS (SELECT 1) DELETE FROM types": 2,
}  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_what_is_no_select_over_the_views_is_refused_in_one_sentence(query, wbagree, seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before, files = seeded.read_bytes(), sorted(tmp_path.iterdir())
    ran = wbagree("sql", query, db=seeded)
    assert (ran.returncode, ran.stdout) == (REFUSED[query], "")
    sentences = ran.stderr.removeprefix(WAITING)  # on a busy machine
    assert sentences.startswith("wbagree: ")
    assert len(sentences.splitlines()) <= 2
    assert (seeded.read_bytes(), sorted(tmp_path.iterdir())) == (before, files)


def test_who_asks_for_a_table_reads_the_names_of_the_views(wbagree, seeded):
    ran = wbagree("sql", "SELECT * FROM treaties", db=seeded)
    assert "No view is called 'treaties'." in ran.stderr
    assert "Use agreements, parties, types, pairs, statuses, acts, sources, assessments" in ran.stderr


@pytest.mark.parametrize(
    ("stdin", "code", "words"),
    [
        ("SELECT 1 AS n -- a comment", 0, ""),
        ("/* DROP TABLE */ SELECT 1 AS n;", 0, ""),
        ("\ufeffSELECT 1 AS n\n", 0, ""),
        ("SELECT 1\0", 4, "NUL"),
        ("x" * 1_000_000, 4, "more than 100,000 characters"),
        ("é" * 99_999, 4, "SQLite cannot answer"),
        ("SELECT " + "(" * 40_000, 4, "SQLite cannot answer"),
        ("SELECT " + "1+" * 40_000 + "1", 4, "SQLite cannot answer"),
        ("", 2, "The query is empty"),
    ],
    ids=["comment", "comment before", "mark", "NUL", "1 MB", "letters", "brackets", "sum", "nothing"],
)
def test_a_query_on_stdin_is_answered_or_refused(stdin, code, words, wbagree, seeded):
    ran = wbagree("sql", "-", "--format", "csv", db=seeded, stdin=stdin)
    assert (ran.returncode, ran.stdout) == (code, "" if code else "n\n1\n")
    assert words in ran.stderr


def test_bytes_on_stdin_that_are_no_text_are_refused(programs, seeded):
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    code, (_, errors) = programs.run(("sql", "-"), b"SELECT '\xff'", env)
    assert (code, b"not valid UTF-8" in errors) == (4, True)


def test_a_query_that_never_ends_is_announced_and_ends_by_ctrl_c(seeded):
    query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    command = [sys.executable, "-m", "wbagree", "--db", str(seeded), "sql", query]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stderr.readline() == WAITING
        with closing(sqlite3.connect(seeded, timeout=1)) as register, register:  # it keeps nobody from writing
            register.execute("UPDATE agreement SET notes = 'x'")
        running.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, errors = running.communicate(timeout=60)
    assert time.monotonic() - begun < 30
    assert running.returncode == 130
    assert "stopped; nothing was changed" in errors
    assert "Traceback" not in errors


CELLS = (
    "SELECT 1 AS n, -2.5 AS m, NULL AS u, '=1+1' AS f, char(27) || '[31mred' AS e, x'00ff' AS b, 'a' AS n, 9e999 AS i"
)


def test_each_format_has_the_cells_and_no_command_for_a_terminal_or_a_spreadsheet(wbagree, seeded, tmp_path, obeyed):
    def printed(*options):
        return wbagree("sql", CELLS, *options, db=seeded).stdout

    row = {"n": 1, "m": -2.5, "u": None, "f": "=1+1", "e": "\x1b[31mred", "b": "00ff", "n_2": "a", "i": "inf"}
    assert json.loads(printed("--format", "json")) == [row]
    assert json.loads(printed("--format", "jsonl")) == row
    (cells,) = csv.DictReader(io.StringIO(printed("--format", "csv")))
    assert (cells["f"], cells["u"], cells["n_2"]) == ("'=1+1", "", "a")
    assert not obeyed(printed())
    assert printed("--format", "md").startswith("| n | m |")
    file = tmp_path / "answer.jsonl"
    ran = wbagree("sql", CELLS, "-o", str(file), db=seeded)
    assert json.loads(file.read_text(encoding="utf-8")) == row
    assert (ran.stdout, ran.stderr) == ("", f"written to {file}\n1 row\n")


def test_an_answer_without_rows_is_empty_and_it_is_so_counted(wbagree, seeded):
    ran = wbagree("sql", "SELECT key FROM acts", db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "0 rows\n")
    assert wbagree("sql", "SELECT key FROM acts", "--format", "csv", db=seeded).stdout == "key\n"


def test_at_a_terminal_a_cell_is_shown_and_not_obeyed(at_terminal, seeded):
    screen = at_terminal("sql", CELLS, db=seeded, NO_COLOR="1")
    assert screen.returncode == 0
    assert "<1B>[31mred" in screen.text


def test_the_views_are_listed_by_the_command_alone_by_its_option_and_in_its_help(wbagree, seeded):
    alone = wbagree("sql", db=seeded)
    assert (alone.returncode, alone.stdout) == (0, wbagree("sql", "--views", db=seeded).stdout)
    shown = wbagree("sql", "--help", db=seeded).stdout
    for view in QUERY_VIEWS:
        assert f"{view.name}: {view.content}" in alone.stdout
        assert {*view.columns} <= {*alone.stdout.replace(",", " ").split()} & {*shown.replace(",", " ").split()}
    assert wbagree("sql", "--views", "--format", "csv", db=seeded).returncode == 2
    assert wbagree("sql", db=seeded.with_name("none.db")).returncode == 0


def test_the_register_is_never_the_file_that_is_written(wbagree, seeded):
    before = seeded.read_bytes()
    assert wbagree("sql", "SELECT 1", "-o", str(seeded), "--format", "csv", db=seeded).returncode == 2
    assert seeded.read_bytes() == before


def test_as_of_is_the_day_of_statuses_and_pairs(wbagree, seeded):
    query = "SELECT DISTINCT s.day, p.day AS d FROM statuses AS s JOIN pairs AS p USING (key)"
    ran = wbagree("sql", query, "--as-of", "2005-06", "--format", "csv", db=seeded)
    assert ran.stdout == "day,d\n2005-06-30,2005-06-30\n"
    assert wbagree("sql", query, "--as-of", "2005-13", db=seeded).returncode == 4
    assert wbagree("sql", query, "--as-of", "", db=seeded).returncode == 2


@pytest.fixture
def register(register_after, tmp_path):
    """A register with a restricted agreement, of which every list has an item, and persons in two places."""
    made = register_after(
        ("edit", KEY, "--disclosure", "restricted", "--title", "S3CRET title", "--notes", "S3CRET"),
        ("edit", KEY, "--signatory", "AL: S3CRET institution (P3RSON One, P3RSON chief)", "--append"),
        ("edit", KEY, "--source", "S3CRET source", "--append"),
        ("act", KEY, "ratification", "AL", "2013-01-01", "--note", "S3CRET act"),
        ("assess", KEY, "--score", "full", "--on", "2024", "--note", "S3CRET", "--by", "S3CRET"),
        ("edit", OTHER, "--signatory", "AL: Ministry (P3RSON Two, P3RSON minister)"),
        (*("contacts", "add", "--party", "AL", "--institution", "Police", "--person", "P3RSON Three"),
         *("--position", "P3RSON head", "--phone", "+355 9999", "--email", "p3rson@example.org", "--agreement", KEY)),
    )  # fmt: skip
    return shutil.copy(made, tmp_path / "register.db")


def dump(ask, register, **scope):
    return {view: ask(f"SELECT * FROM {view}", register, **scope) for view in QUERY_VIEW_NAMES}


def mentions(rows, *words):
    text = str(rows)
    return [word for word in words if word in text]


PERSONAL = ("P3RSON", "+355 9999", "p3rson@")


def test_a_restricted_agreement_is_in_no_view_no_join_and_no_count(ask, register):
    closed, opened = dump(ask, register), dump(ask, register, with_restricted=True)
    assert not mentions(closed, KEY, "S3CRET", *PERSONAL)
    assert not mentions(opened, *PERSONAL)
    for view in QUERY_VIEW_NAMES:
        if view == "contacts":
            assert len(closed[view]) == len(opened[view]) == 1
            continue
        of_it = [row for row in opened[view] if row["key"] == KEY]
        assert of_it, view
        assert closed[view] == [row for row in opened[view] if row["key"] != KEY]
        (count,) = ask(f"SELECT count(*) AS n, count(DISTINCT key) AS keys FROM {view}", register)
        assert count["n"] == len(closed[view])
        without = "key NOT IN (SELECT key FROM agreements)"
        assert ask(f"SELECT key FROM {view} WHERE {without}", register) == []
    assert mentions(opened["agreements"], "S3CRET title", "restricted")


def test_the_views_in_the_file_have_no_restricted_agreement_and_no_person(register):
    with closing(sqlite3.connect(register)) as opened:
        for view in QUERY_VIEW_NAMES:
            assert not mentions(opened.execute(f"SELECT * FROM {view}").fetchall(), KEY, "S3CRET", *PERSONAL)


def test_persons_are_in_the_views_only_with_contacts(ask, register):
    opened = dump(ask, register, with_contacts=True)
    assert not mentions(opened, KEY, "S3CRET", "P3RSON One")
    assert mentions(opened["signatories"], "P3RSON Two", "P3RSON minister")
    assert mentions(opened["contacts"], "P3RSON Three", "P3RSON head", "+355 9999", "p3rson@") != []
    both = dump(ask, register, with_contacts=True, with_restricted=True)
    assert mentions(both["signatories"], "P3RSON One", "P3RSON chief")
    for view in ("signatories", "contacts"):
        closed = ask(f"SELECT * FROM {view}", register)
        assert [row.keys() for row in closed] == [row.keys() for row in opened[view]]


def test_the_command_says_how_many_are_left_out_and_writes_what_is_private_for_its_owner(wbagree, register, tmp_path):
    query = "SELECT count(*) AS n FROM agreements"
    ran = wbagree("sql", query, "--format", "csv", db=register)
    assert ran.stdout == f"n\n{SOME - 1}\n"
    assert "1 restricted agreement is left out (use --with-restricted to see all)" in ran.stderr
    whole = wbagree("sql", query, "--format", "csv", "--with-restricted", db=register)
    assert (whole.stdout, "restricted" in whole.stderr) == (f"n\n{SOME}\n", False)
    for option in ("--with-restricted", "--with-contacts"):
        file = tmp_path / f"{option}.csv"
        wbagree("sql", query, option, "-o", str(file), db=register)
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_made_by_export_and_import_has_no_restricted_agreement_and_no_contact(wbagree, register, tmp_path):
    file, public = tmp_path / "public.csv", tmp_path / "public.db"
    wbagree("export", str(file), db=register)
    assert wbagree("import", str(file), db=public).returncode == 0
    content = public.read_bytes()
    assert not [word for word in ("S3CRET", "P3RSON Three", "P3RSON One", "+355 9999") if word.encode() in content]
