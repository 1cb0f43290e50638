"""The registers that commands are killed on, and what a register is: a digest over every row, by plain SQL."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from generate import write

ROWS = 1200
# So many times the rows of a dump, so that an upgrade takes a while.
COPIES = 60
DUMPS = Path(__file__).parent.parent / "tests" / "store" / "dumps"
KEY = "AL-XK-2012-1"
NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--signed", "2020", "--title", "Of a fault")
State = tuple[str, str] | None

_MAKE = "import pathlib, sys; from wbagree.store.upkeep import schema; schema.create(pathlib.Path(sys.argv[1]))"


@dataclass(frozen=True)
class Case:
    """A command, the register that it is started on, and whether it writes a file that is named in ``arguments``."""

    name: str
    arguments: tuple[str, ...]
    register: Path
    writes: str = ""

    @property
    def changes(self) -> bool:
        """Whether it changes the register."""
        return not self.writes


def state(db: Path) -> State:
    """Return the schema and the digest of all rows of a register that is sound; None when there is none."""
    if not db.exists():
        return None
    with closing(sqlite3.connect(db)) as register:
        problems = register.execute("PRAGMA integrity_check").fetchall()
        if problems != [("ok",)] or register.execute("PRAGMA foreign_key_check").fetchone():
            raise AssertionError(f"{db}: {problems}")
        (schema,) = register.execute("SELECT version_num FROM alembic_version").fetchone()
        rows = hashlib.sha256()
        for name in _tables(register):
            found = sorted(map(repr, register.execute(f"SELECT {_columns(register, name)} FROM {name}")))
            rows.update("\n".join([name, *found]).encode())
        return schema, rows.hexdigest()


def _tables(register: sqlite3.Connection) -> list[str]:
    """All tables but the pages in which an index for search keeps itself."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text_%' ORDER BY name"
    return [name for (name,) in register.execute(names)]


def _columns(register: sqlite3.Connection, name: str) -> str:
    """All columns but those that no two runs have in common: the time of a change, and ids."""
    columns = [row[1] for row in register.execute(f"PRAGMA table_info({name})")]
    return ", ".join(f'"{one}"' for one in columns if one != "uid" and (name, one) != ("change_set", "at"))


def cases(work: Path) -> list[Case]:
    """Make the registers, and the commands that change them."""
    empty, seeded, large, copy = (work / f"{name}.db" for name in ("empty", "seeded", "large", "copy"))
    rows = work / "rows.csv"
    write(ROWS, rows)
    # A command that adds nothing makes none; in a process of its own, for a run remembers what it made.
    subprocess.run([sys.executable, "-c", _MAKE, str(empty)], check=True)
    shutil.copy(empty, seeded)
    _run(("seed",), seeded)
    shutil.copy(seeded, large)
    _run(("import", str(rows), "--on-duplicate", "add"), large)
    _run(("db", "backup", str(copy)), large)
    damaged = work / "damaged.db"
    damaged.write_bytes(large.read_bytes()[:100_000])
    return [
        Case("import", ("import", str(rows), "--on-duplicate", "add"), seeded),
        Case("undo", ("undo", "--yes"), large),
        *(Case(f"upgrade {dump.stem}", ("db", "upgrade"), _old(dump, work)) for dump in sorted(DUMPS.glob("*.sql"))),
        Case("seed", ("seed",), empty),
        Case("first seed", ("seed",), work / "none.db"),
        Case("restore", ("db", "restore", str(copy), "--yes"), seeded),
        Case("add", ("add", *NEW), seeded),
        Case("edit", ("edit", KEY, "--place", "Here"), seeded),
        Case("delete", ("delete", KEY, "--yes"), seeded),
        Case("backup", ("db", "backup", "backup.db"), large, writes="backup.db"),
        Case("export", ("export", "export.csv"), large, writes="export.csv"),
        Case("workbook", ("export", "export.xlsx"), seeded, writes="export.xlsx"),
        Case("document", ("export", "--among", "wb6", "export.docx"), seeded, writes="export.docx"),
        Case("report", ("report", "report.html"), seeded, writes="report.html"),
        Case("plot", ("plot", "matrix", "plot.svg"), seeded, writes="plot.svg"),
        Case("save-map", ("import", str(rows), "--on-duplicate", "add", "--save-map", "mine"), seeded),
    ]


def _old(dump: Path, work: Path) -> Path:
    """A register of an old schema, many times as large as its dump."""
    path = work / f"{dump.stem}.db"
    with closing(sqlite3.connect(path)) as register:
        register.executescript(dump.read_text(encoding="utf-8"))
        (most,) = register.execute("SELECT max(id) FROM agreement").fetchone()
        register.execute("CREATE TEMP TABLE first AS SELECT key FROM agreement")
        lists = [name for name in _tables(register) if "agreement_id" in _columns(register, name)]
        for number in range(1, COPIES):
            _copy(register, "issued_key", {"key": f"key || '-{number}'"}, "key IN (SELECT key FROM first)")
            _copy(register, "agreement", {"id": f"id + {most * number}", "key": f"key || '-{number}'"}, f"id <= {most}")
            for name in lists:
                more = {"agreement_id": f"agreement_id + {most * number}"}
                more |= {"id": "NULL"} if '"id"' in _columns(register, name) else {}
                _copy(register, name, more, f"agreement_id <= {most}")
        register.commit()
    return path


def _copy(register: sqlite3.Connection, table: str, other: dict[str, str], where: str) -> None:
    columns = [name.strip('"') for name in _columns(register, table).split(", ")]
    values = ", ".join(other.get(name, f'"{name}"') for name in columns)
    register.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {where}")


def _run(arguments: tuple[str, ...], db: Path) -> None:
    """Run the program to its end."""
    subprocess.run(
        [sys.executable, "-m", "wbagree", "--db", str(db), *arguments], check=True, stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
