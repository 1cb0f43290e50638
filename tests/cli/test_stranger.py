"""A register that a stranger wrote to: nothing in a cell is obeyed by a terminal, and what is no cell is said."""

import os
import random
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import product

import pytest

from wbagree.resources import mappings_folder

# SWEEP=long lets so many pairs of a column's cell and a command meet, others with each SEED; all would be five times as
# many. Without it every third column meets one.
LONG = os.environ.get("SWEEP") == "long"
MEETINGS, SEED = int(os.environ.get("MEETINGS", "4608")), os.environ.get("SEED", "1")
KEY = "AL-XK-2012-1"
EVIL = "\x1b[31m\x1b]52;c;ZXZpbA==\x07\x9b2J\r\x08\u202e\u200b\u2060\U000e0041\ufff9x"
# Everything that reads, so that no table is without a reader.
COMMANDS = tuple(
    command.split()
    for command in (
        "list|list -c key,title,signatories,notes,sources,relations,implementation,acts,renewal,disclosure|"
        f"list --format md|list --format csv|search police|search evil|show {KEY}|show {KEY} --format json|"
        f"show {KEY} --as-recorded 2100|summary|summary --by type|summary --frameworks|summary --by assessment|"
        "matrix --among AL,XK,ME|matrix --by type --pair AL-XK|matrix --gaps --pair AL-XK|"
        f"matrix --frameworks --pair AL-XK|timeline|timeline {KEY}|acts|list --in-force-for AL|"
        f"due --as-of 2013|cite {KEY}|check|brief AL-XK|"
        f"export --format jsonl|report -|history -n 9|history {KEY}|undo --dry-run|imports|types|parties|"
        "parties show XK|frameworks|frameworks show selec|frameworks common AL-XK|contacts|contacts show contact-1|"
        "tallies|saved|saved theirs|db info|db check|db copies"
    ).split("|")
)


@pytest.fixture(scope="session")
def _full_register(_templates, tmp_path_factory):
    """A register with a row in every table."""
    path = tmp_path_factory.mktemp("stranger") / "full.db"
    path.write_bytes(_templates["seeded"].read_bytes())
    with closing(sqlite3.connect(path)) as register, register:
        one = "(SELECT id FROM agreement WHERE key = ?)"
        for sql in (
            f"INSERT INTO relation VALUES ({one}, 7, 'amends', 'AL-XK-2018-1')",
            f"INSERT INTO assessment VALUES ({one}, 7, '2013-01-01', '2013-01-01', 'full', 'n', 's', 'AL', 'me')",
            "INSERT OR IGNORE INTO distinct_pair VALUES (?, 'AL-XK-2018-1')",
            f"UPDATE agreement SET renewal = 'tacit every 5 years' WHERE id = {one}",
            f"UPDATE agreement SET act_roles = ' party ' WHERE id = {one}",
            f"INSERT INTO party_life VALUES ({one}, 'AL', '2013-01-01', '2013-12-31', NULL, NULL, NULL, NULL)",
            "INSERT INTO act_kind VALUES ('consultation', 'L' || ?)",
            "INSERT INTO saved_question VALUES ('theirs', '[\"show\", \"' || ? || '\"]', '2026-11-01')",
            "INSERT INTO accepted_finding VALUES (? || '/undated', 'No signature date', '2026-11-01', 'me', 'n')",
        ):
            register.execute(sql, (KEY,))
        register.execute(
            f"INSERT INTO act VALUES ({one}, 0, {', '.join(10 * ['?'])})",
            (KEY, "ratification", "bound", "AL", "2013", "", "2013-01-01", "2013-12-31", "r", "s", "n"),
        )
        register.execute(
            f"INSERT INTO contact VALUES ('contact-1', 'AL', {', '.join(14 * ['?'])}, 's', 'n')",
            ("i", "u", "p", "q", "mla", KEY, "selec", "c", "1", "a@b", "sq", "2012", "2030", "2013"),
        )
        register.execute("INSERT INTO alias SELECT 'key', 'AL-XK-nd-99', uid, 'a' FROM identity WHERE key = ?", (KEY,))
        register.execute(
            "INSERT INTO tally VALUES ('tally-1', 'a', 'AL', '9', '4', '3', '2', '', 'b', '2013', 's', 'n')"
        )
        register.execute(
            "INSERT INTO change VALUES (1, 99999, 'agreement', ?, 'edit', ?)", (KEY, '{"place": ["", "x"]}')
        )
        register.execute("INSERT INTO change_set SELECT 2, at, by, command, NULL FROM change_set WHERE id = 1")
        register.execute("INSERT INTO change VALUES (2, 1, 'agreement', ?, 'edit', ?)", (KEY, '{"place": ["", "x"]}'))
    return path


@pytest.fixture
def full_register(_full_register, tmp_path):
    """A register of one's own with a row in every table."""
    path = tmp_path / "register.db"
    path.write_bytes(_full_register.read_bytes())
    return path


def columns(path):
    with closing(sqlite3.connect(path)) as register:
        tables = register.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_text*' ORDER BY name"
        )
        return [
            (table, row[1], row[2])
            for (table,) in tables.fetchall()
            for row in register.execute(f"PRAGMA table_info({table})")
        ]


def spoil(path, table, column, value, rows=10):
    """Put a value into a column, in several rows where it may come more than once; whether that went."""
    with closing(sqlite3.connect(path)) as register:
        register.execute("PRAGMA foreign_keys = OFF")
        register.execute("PRAGMA synchronous = OFF")
        number = register.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        assert number, f"no row in {table}"
        order = "key <> 'AL-XK-2012-1'," if table == "agreement" else ""
        for most in (rows, 1):
            some = f'SELECT rowid FROM "{table}" ORDER BY {order} rowid LIMIT {most}'
            try:
                with register:
                    register.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid IN ({some})', (value,))
            except sqlite3.IntegrityError:
                continue
            return True
        return False


FREE = re.compile(
    r"title|title_original|place|notes?|label|alias|name|short_name|institution|person.*|text|citation|url|source.*|seat"
    r"|assessor|website|by|command|file|mapping|unit|channel|phone|email|languages|about"
)


def test_no_text_of_any_column_is_obeyed(full_register, forked, obeyed):
    """All columns of free text at once, each command."""
    for table, column, kind in columns(full_register):
        if "INT" not in kind and FREE.fullmatch(column) and (table, column) != ("change_set", "at"):
            spoil(full_register, table, column, EVIL, rows=100_000)
    for command in COMMANDS:
        ran = forked(*command, db=full_register)
        assert not obeyed(ran.text), (command, ascii(ran.text[:2000]))
        assert not re.search("[\u200b\u2060\U000e0041\ufff9]", ran.text), command
        assert "Traceback" not in ran.text, (command, ran.text[-3000:])


VALUES = {"escapes": EVIL, "bytes": b"\xff\xfe blob", "number": 7, "unknown": "zzz"}


def meetings(there):
    """Which columns meet which value and command: a sample in the long form, in the short form every fifth column."""
    if LONG:
        every = list(product(there, VALUES, COMMANDS))
        return random.Random(SEED).sample(every, min(MEETINGS, len(every)))
    values = list(VALUES)
    each = [(one, values[n % len(values)], COMMANDS[n * 7 % len(COMMANDS)]) for n, one in enumerate(there)]
    return each[::5]  # the others in the long form


def test_a_cell_that_is_none_is_never_met_with_a_traceback(full_register, forked, obeyed):
    sound, failures = full_register.read_bytes(), []
    for (table, column, _), value, command in meetings(columns(full_register)):
        full_register.write_bytes(sound)
        spoil(full_register, table, column, VALUES[value])
        spoilt = full_register.read_bytes()
        ran = forked(*command, db=full_register)
        if "Traceback" in ran.text or obeyed(ran.text) or ran.code not in (0, 3, 4, 7):
            failures.append((table, column, value, command, ran.code, ascii(ran.text[-500:])))
        assert full_register.read_bytes() == spoilt
    assert not failures


def test_a_party_that_is_not_there_is_named_by_its_code(full_register, forked):
    with closing(sqlite3.connect(full_register)) as register, register:
        register.execute("UPDATE succession SET successor = 'zzz' WHERE successor = 'HR'")
    ran = forked("report", "-", db=full_register)
    assert ran.code == 0, ran.text[-2000:]
    assert "zzz" in ran.text


def test_a_nature_that_is_none_is_shown_as_it_is(full_register, forked):
    spoil(full_register, "succession", "nature", "zzz", rows=100)
    ran = forked("parties", "show", "RS", db=full_register)
    assert (ran.code, "Serbia and Montenegro (CS), zzz." in ran.text) == (0, True), ran.text[-2000:]


@pytest.mark.parametrize("value", VALUES)
def test_check_names_every_cell_that_is_none(value, full_register, forked):
    """Every cell of bytes; of texts and numbers those that cannot stand there."""
    spoilt = [
        f"{table}.{column}"
        for table, column, _ in columns(full_register)
        if table != "alembic_version" and spoil(full_register, table, column, VALUES[value], rows=1)
    ]
    ran = forked("db", "check", db=full_register, seconds=60)
    assert (ran.code, "Traceback" in ran.text) == (7, False), ran.text[-3000:]
    text = "".join(ran.text.split())
    expected = spoilt if value == "bytes" else SELECTED
    assert [name for name in expected if name not in text] == []


# Columns of numbers, words, dates: no text stands there.
SELECTED = ["agreement.form", "agreement.signed", "agreement.signed_latest", "relation.verb", "party.kind", "tally.on",
            "change.kind", "change.fields", "contact.key", "assessment.on_date"]  # fmt: skip


def test_a_date_changed_by_hand_is_named_with_its_key_and_field(wbagree, seeded):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("UPDATE agreement SET signed = '2012-13-45' WHERE key = ?", (KEY,))
    for command in (
        ["list"],
        ["export", "--format", "csv"],
        ["show", KEY],
        ["brief", "AL-XK"],
        ["edit", KEY, "--place", "X"],
    ):
        ran = wbagree(*command, db=seeded)
        assert (ran.returncode, "Traceback" in ran.stderr) == (7, False), ran
        message = " ".join(ran.stderr.split())
        assert f"{KEY}: agreement.signed holds a text, which is not a date" in message
        assert "wbagree db check names every such cell" in message
    # What a person mistypes is theirs.
    ran = wbagree("list", "--since", "2012-14", db=seeded)
    assert ran.returncode == 4
    assert "agreement.signed" not in ran.stderr


def test_a_bug_of_our_own_keeps_its_traceback(seeded):
    program = (
        "import sys, wbagree.store.read.agreements as reading\n"
        "def broken(*_, **__): raise TypeError('our own')\n"
        "reading.records = broken\nfrom wbagree.cli import app\napp(['list'])"
    )
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    ran = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "TypeError: our own" in ran.stderr


def test_a_mapping_or_an_edited_text_that_is_nested_without_end_is_refused(wbagree, seeded, tmp_path, monkeypatch):
    deep = tmp_path / "deep.toml"
    deep.write_text("title = " + "[" * 100_000, encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"cp {deep}")
    edited = wbagree("edit", KEY, db=seeded)
    assert (edited.returncode, "Traceback" in edited.stderr) == (4, False), edited.stderr
    folder = mappings_folder()
    folder.mkdir(parents=True)
    (folder / "deep.toml").write_bytes(deep.read_bytes())
    (tmp_path / "l.csv").write_text("title,parties\nx,AL;XK\n", encoding="utf-8")
    taken = wbagree("import", str(tmp_path / "l.csv"), "--use-map", "deep", db=seeded)
    assert (taken.returncode, "Traceback" in taken.stderr) == (4, False), taken.stderr
    assert "nested too deeply" in taken.stderr
