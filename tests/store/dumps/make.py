"""How the dumps were made, and how the next one is.

A dump ``REVISION.sql`` is a register as the program wrote it whose newest migration was REVISION: before a new
migration is committed, its predecessor's dump is made, once, and never changed again (``test_upgrading.py`` misses it
otherwise)::

    git archive COMMIT | tar x -C OLD       # the last commit whose newest migration is REVISION
    python tests/store/dumps/make.py OLD REVISION > tests/store/dumps/REVISION.sql

The old program does by its own commands what STORY tells, as far as it knew the commands; its rows are then copied into
the schema that today's scripts make at REVISION. (No commit whose newest migration is 0001 or 0002 can do all of it:
theirs were made with the program of 0003.)
"""

import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from wbagree.store.file.connection import APPLICATION_ID
from wbagree.store.upkeep import schema

HERE = Path(__file__).parent
KEY = "AL-XK-2012-1"
STORY = (
    ("import", "story.csv"),
    ("types", "add", "cybercrime", "--group", "crime", "--alias", "krimi kibernetik"),
    ("parties", "add", "SU", "--kind", "predecessor", "--name", "Soviet Union", "--until", "1991-12-26"),
    ("add", "--party", "AL", "--party", "SU", "--form", "treaty", "--type", "cybercrime", "--signed", "1957-04-12?",
     "--title", "Уговор Đorđević; 'quoted' [annex 1]", "--confidence", "low", "--source", "A <https://example.org/1>"),
    ("edit", KEY, "--place", "Prizren", "--notes", "Two lines,\nboth kept."),
    ("assess", KEY, "--score", "partial", "--on", "2024-06", "--note", "two of six", "--source", "Report 12"),
    ("relate", "AL-XK-2018-1", "implements", KEY),
    ("delete", "ME-XK-nd-1", "--yes"),
    ("import", "story-theirs.csv", "--on-duplicate", "add"),
    ("frameworks", "add", "pcc-x", "--name", "Police Cooperation Centre X", "--short-name", "PCC X", "--kind",
     "network", "--type", "pcc", "--established", "2011-05", "--seat", "Plav", "--sources", "S <https://example.org/2>"),
    ("frameworks", "member", "pcc-x", "AL", "--joined", "2011-05-02", "--note", "host"),
    ("frameworks", "member", "pcc-x", "XK", "--standing", "observer"),
    ("contacts", "add", "--party", "AL", "--institution", "State Police", "--unit", "SPOC", "--channel", "SIENA"),
    ("tallies", "add", "--about", "signed", "--parties", "AL,XK", "--total", "9", "--by", "Monitor", "--on", "2024",
     "--source", "Report 13"),
    ("seed",),
    ("edit", "AL-XK-2018-1", "--place", "Tirana"),
    ("undo",),
)  # fmt: skip


# Of what the old program has bundled, so many records and frameworks are enough: a dump is to stay small.
BUNDLED = 5


def lived(old: Path, register: Path) -> None:
    """Have the old program do what the story tells; it says itself which commands it does not know."""
    for name in ("agreements", "frameworks", "framework_members"):
        cut(old / "seed" / f"{name}.csv")
    env = {**os.environ, "PYTHONPATH": str(old.resolve()), "WBAGREE_DB": str(register), "WBAGREE_USER": "archivist"}
    for arguments in STORY:
        command = [sys.executable, "-m", "wbagree", *arguments]
        ran = subprocess.run(command, env=env, cwd=HERE, check=False, capture_output=True, encoding="utf-8")
        if ran.returncode:
            known = [arguments[:4], *([arguments[:2]] if "--on-duplicate" in arguments else [])]
            print(f"{known[0]} was not done: {ran.stderr.strip().splitlines()[-1]}", file=sys.stderr)


def cut(bundled: Path) -> None:
    """Leave of a bundled table what its first keys have."""
    with bundled.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    kept = list(dict.fromkeys(row[0] for row in rows[1:]))[:BUNDLED]
    with bundled.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([rows[0], *(row for row in rows[1:] if row[0] in kept)])


def at(revision: str, source: Path, path: Path) -> None:
    """Make a register at a revision, with the rows of another that has at least its tables."""
    path.touch()
    with schema.migrating(path) as connection:
        schema.migrate(connection, revision)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(sqlite3.connect(path)) as register, register:
        register.execute("ATTACH ? AS old", (str(source),))
        for table, columns in tables(register):
            names = ", ".join(map(quoted, columns))
            register.execute(f'DELETE FROM main."{table}"')
            register.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM old."{table}"')
        register.execute("UPDATE alembic_version SET version_num = ?", (revision,))


def tables(register: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """The tables that hold rows of their own, with their columns; the rows of an index for search have numbers."""
    names = register.execute(
        "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM main.sqlite_master WHERE type = 'table' AND (sql LIKE"
        " 'CREATE VIRTUAL%' OR name NOT LIKE '%\\_text\\_%' ESCAPE '\\') ORDER BY rowid"
    ).fetchall()
    return [
        (name, [*(["rowid"] if virtual else []), *(row[1] for row in register.execute(f'PRAGMA table_info("{name}")'))])
        for name, virtual in names
    ]


def dumped(path: Path) -> str:
    """The SQL that makes this register; sqlite3's own dump writes search indexes that cannot be read back."""
    with closing(sqlite3.connect(path)) as register:
        held = tables(register)
        made = register.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (type <> 'table' OR name IN"
            f" ({', '.join(repr(name) for name, _ in held)})) ORDER BY type = 'view', rowid"
        )
        lines = [f"PRAGMA application_id = {APPLICATION_ID};", "BEGIN;", *(f"{sql};" for (sql,) in made)]
        for name, columns in held:
            values = " || ', ' || ".join(f"quote({quoted(column)})" for column in columns)
            for (row,) in register.execute(f'SELECT {values} FROM "{name}" ORDER BY rowid'):
                lines.append(f'INSERT INTO "{name}" ({", ".join(map(quoted, columns))}) VALUES ({row});')
    return "\n".join([*lines, "COMMIT;", ""])


def quoted(column: str) -> str:
    return f'"{column}"'


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        lived(Path(sys.argv[1]), Path(folder) / "lived.db")
        at(sys.argv[2], Path(folder) / "lived.db", Path(folder) / "at.db")
        sys.stdout.write(dumped(Path(folder) / "at.db"))
