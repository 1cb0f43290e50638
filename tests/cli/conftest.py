"""What the tests of commands share: a real pseudo-terminal of a given width, lists in files, stored records."""

import fcntl
import functools
import hashlib
import json
import os
import pty
import re
import select
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from wbagree.formats.data.json import sheet_object
from wbagree.services.agreement_context import context_of
from wbagree.services.restricted import hidden_keys
from wbagree.store.read import agreements


@dataclass(frozen=True)
class Screen:
    """What the terminal received (stdout and stderr together), and the exit code."""

    text: str
    returncode: int


@pytest.fixture
def at_terminal(programs: Any, tmp_path: Path) -> Callable[..., Screen]:
    """Run the program as a person at a terminal does; ``typed`` are the answers, sent when a question is asked.

    ``meanwhile`` is done before the first answer.
    """

    def run(
        *arguments: str,
        db: Path | None = None,
        typed: tuple[str, ...] = (),
        meanwhile: Callable[[], None] | None = None,
        columns: int = 100,
        **env: str,
    ) -> Screen:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        where = {"TERM": "xterm-256color", "WBAGREE_DB": str(db or tmp_path / "register.db")}
        programs.start(arguments, (theirs,) * 3, {**os.environ, **where, **env}, terminal=True)
        os.close(theirs)
        text = _converse(ours, list(typed), meanwhile)
        os.close(ours)
        code, _ = programs.wait()
        return Screen(text.replace("\r\n", "\n"), code)

    return run


def _converse(terminal: int, answers: list[str], meanwhile: Callable[[], None] | None) -> str:
    """Read until the program leaves; each time it falls silent after a question, give the next answer."""
    received = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not chunk:
                break
            received += chunk
        elif answers and received.endswith((b": ", b"? ")):
            if meanwhile:
                meanwhile()
                meanwhile = None
            os.write(terminal, answers.pop(0).encode() + b"\n")
    return received.decode()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    """A file with this text; its path."""

    def write(text: str, name: str = "list.csv") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture
def stored(reading: Callable[[Path], Any]) -> Callable[..., dict[str, Any]]:
    """The record with this key, as ``show`` writes it in JSON."""

    def show(key: str, db: Path) -> dict[str, Any]:
        with reading(db) as connection:
            record = agreements.record(connection, key)
            shown = sheet_object(record, context_of(connection, record, hidden_keys(connection, with_restricted=False)))
        return json.loads(json.dumps(shown))

    return show


@pytest.fixture
def stderr_words(programs: Any) -> Callable[..., list[str]]:
    """Run Python of the test's own that runs the program: what it wrote last on stderr, word by word."""

    def run(program: str, db: Path, *arguments: str) -> list[str]:
        env = {**os.environ, "WBAGREE_DB": str(db)}
        code, (_, errors) = programs.run(arguments, b"", env, code=program)
        assert code == 0, errors.decode()
        return errors.decode().splitlines()[-1].split()

    return run


@pytest.fixture(scope="session")
def register_after(
    programs: Any, _templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Path]:
    """The register ``seeded`` after some commands, made once: tests take copies."""

    @functools.cache
    def make(*commands: tuple[str, ...]) -> Path:
        folder = tmp_path_factory.mktemp("after")
        register = Path(shutil.copy(_templates["seeded"], folder / "register.db"))
        env = {**os.environ, "HOME": str(folder), "WBAGREE_DB": str(register)}
        for command in commands:
            code, (_, errors) = programs.run(command, b"", env, folder=folder)
            assert code == 0, errors
        return register

    return make


@dataclass(frozen=True)
class Run:
    """How a run ended: its exit code, -9 when it had to be killed; what the terminal received; memory in MiB."""

    code: int
    text: str
    memory: int


@pytest.fixture
def forked(programs: Any, tmp_path: Path) -> Callable[..., Run]:
    """Run the program at a terminal that is not coloured, so that every escape sequence is somebody else's.

    ``alone``: nobody is at the keyboard, so that nothing is asked.
    """

    def run(*arguments: str, db: Path | None = None, seconds: float = 20, alone: bool = False) -> Run:
        env = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", "WBAGREE_DB": str(db or tmp_path / "register.db")}
        ours, theirs = pty.openpty()
        keyboard = os.open(os.devnull, os.O_RDONLY) if alone else os.dup(theirs)
        programs.start(arguments, (keyboard, theirs, theirs), env, terminal=True, seconds=seconds)
        os.close(keyboard)
        os.close(theirs)
        received = b"".join(_chunks(ours))
        os.close(ours)
        code, memory = programs.wait()
        return Run(code, received.decode(errors="surrogateescape"), memory)

    return run


def _chunks(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux says that the other end is closed
        while chunk := os.read(terminal, 2**16):
            yield chunk


OBEYED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="session")
def obeyed() -> Callable[[str], re.Match[str] | None]:
    """Find what a terminal would obey in what it received."""
    return OBEYED.search


@pytest.fixture
def withstands(forked: Callable[..., Run], empty: Path) -> Callable[..., str]:
    """Import a file: it ends soon, in bounds, with a sentence, and nothing is half done. What the import says.

    SWEEP=long (``make fuzz``) previews it as well, and makes a dry run: an import without its end.
    """
    long = os.environ.get("SWEEP") == "long"

    def imported(path: Path, *options: str) -> str:
        before = empty.read_bytes()

        def run(*way: str) -> Run:
            ran = forked("import", str(path), *options, *way, db=empty)
            assert ran.code in (0, 2, 3, 6), (way, ran.code, ran.text[-2000:])
            assert "Traceback" not in ran.text
            assert "panicked" not in ran.text
            assert not OBEYED.search(ran.text), (way, ascii(OBEYED.search(ran.text)[0]))
            assert ran.memory < 1000
            assert ran.text.strip()
            if way or ran.code:
                assert empty.read_bytes() == before
            return ran

        dry = run("--dry-run") if long else None
        ran = run()
        assert dry is None or dry.code == ran.code
        with closing(sqlite3.connect(empty)) as register:
            ((sound,),) = register.execute("PRAGMA integrity_check").fetchall()
        assert sound == "ok"
        assert not [*empty.parent.glob("register.db-*")]
        if long:
            empty.write_bytes(before)
            run("--preview")
        return " ".join(ran.text.split())

    return imported


Content = tuple[str, dict[str, list[str]]]


@pytest.fixture(scope="session")
def content() -> Callable[[Path], Content]:
    """What a sound register holds: its schema, and every row but what no two runs share."""
    known: dict[bytes, Content] = {}

    def read(path: Path) -> Content:
        if any(path.with_name(f"{path.name}-{rest}").exists() for rest in ("wal", "journal")):
            return _read_content(path)
        digest = hashlib.sha256(path.read_bytes()).digest()  # the same bytes hold the same
        if digest not in known:
            known[digest] = _read_content(path)
        return known[digest]

    return read


def _read_content(path: Path) -> Content:
    with closing(sqlite3.connect(path)) as register:
        assert register.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not register.execute("PRAGMA foreign_key_check").fetchone()
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text_%' ORDER BY name"
        rows = {}
        for (name,) in register.execute(names).fetchall():
            columns = [row[1] for row in register.execute(f"PRAGMA table_info({name})")]
            # The time of a change, and ids, of which new ones are random.
            read = ", ".join(f'"{one}"' for one in columns if one != "uid" and (name, one) != ("change_set", "at"))
            rows[name] = sorted(map(repr, register.execute(f"SELECT {read} FROM {name}")))
        return rows["alembic_version"][0], rows


@pytest.fixture(scope="session")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that an earlier program wrote."""
    path = tmp_path_factory.mktemp("earlier") / "earlier.db"
    dump = Path(__file__).parents[1] / "store" / "dumps" / "0002.sql"
    with closing(sqlite3.connect(path)) as register:
        register.executescript(dump.read_text(encoding="utf-8"))
    return path


@pytest.fixture(scope="session")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of so many agreements that taking it in is worth a copy."""
    return _list_of(1100, tmp_path_factory.mktemp("lists") / "long.csv")


@pytest.fixture(scope="session")
def short_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list that is worth a copy for a program that was prepared to make one of so few agreements."""
    return _list_of(60, tmp_path_factory.mktemp("lists") / "short.csv")


def _list_of(number: int, path: Path) -> Path:
    others = ("AL", "BA", "ME", "MK", "RS", "HR", "SI", "AT", "DE", "IT", "FR", "CH", "HU", "RO", "BG", "GR")
    rows = (f"Agreement no. {n},{others[n % 16]};XK,mou,mla,{1991 + n % 30}" for n in range(number))
    path.write_text("\n".join(["title,parties,form,types,signed", *rows, ""]), encoding="utf-8")
    return path


@pytest.fixture
def mounted(tmp_path: Path, needs: Callable[..., None]) -> Iterator[Callable[..., Path]]:
    """Show a folder once more, as a drive of its own; the test is skipped where the machine forbids mounting.

    Such a drive locks files for all who show the folder, and shares no memory with them. Its cache is its own as well,
    or it has none (``direct_io``: nor memory that its own programs could share).
    """
    needs("bindfs", "fusermount3")
    places = []

    def mount(folder: Path, name: str, options: str = "attr_timeout=0,entry_timeout=0,negative_timeout=0") -> Path:
        place = tmp_path / name
        place.mkdir()
        ran = subprocess.run(
            ["bindfs", "--multithreaded", "--enable-lock-forwarding", "-o", options, str(folder), str(place)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if ran.returncode:
            pytest.skip(f"this machine lets nobody mount with FUSE: {ran.stderr.strip()}")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["fusermount3", "-u", "-z", str(place)], check=True)


# The program, with less patience for who holds a file as long as the test runs.
IMPATIENT = """
from wbagree.store.file import backups, connection, failures, journals
backups.LOCK_TIMEOUT = connection.LOCK_TIMEOUT = failures.LOCK_TIMEOUT = 0.2
failures.PATIENCE_TO_WRITE = journals.PATIENCE_TO_WRITE = 0.2
"""
MAIN = "\nfrom wbagree.__main__ import main\nmain()\n"


@pytest.fixture
def impatient(programs: Any) -> Callable[..., tuple[int, str]]:
    """Run the program without patience, prepared by Python of the test's own: exit code, and what it said."""

    def run(*arguments: str, db: Path, prepare: str = "", **env: str) -> tuple[int, str]:
        whole = {**os.environ, "WBAGREE_DB": str(db), **env}
        code, (_, errors) = programs.run(arguments, b"", whole, code=IMPATIENT + prepare + MAIN)
        assert b"Traceback" not in errors, errors.decode()
        return code, errors.decode()

    return run


# The program, to which a list of forty rows is worth a copy.
CAREFUL = "from wbagree.services import import_backup\nimport_backup.LARGE_IMPORT_ROWS = 40\n"


@pytest.fixture(scope="session")
def careful() -> str:
    """Python that runs the program, and copies the register before an import of forty rows."""
    return CAREFUL + MAIN


@pytest.fixture
def printing_to(programs: Any) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program with an open file as its stdout, and with another as its stderr if so; what it wrote there."""

    def run(
        stdout: int, *arguments: str, db: Path, stderr: int | None = None, code: str = ""
    ) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryFile() as own, open(os.devnull) as nowhere:  # noqa: PTH123  (a device)
            files = (nowhere.fileno(), stdout, own.fileno() if stderr is None else stderr)
            programs.start(arguments, files, {**os.environ, "WBAGREE_DB": str(db)}, code=code)
            exit_code, _ = programs.wait()
            own.seek(0)
            return subprocess.CompletedProcess(arguments, exit_code, "", own.read().decode())

    return run


@pytest.fixture
def full() -> Iterator[int]:
    """A device to which nothing can be written."""
    with open("/dev/full", "wb") as file:  # noqa: PTH123  (a device)
        yield file.fileno()


@pytest.fixture
def unread() -> Iterator[int]:
    """A pipe that is read no more."""
    ours, theirs = os.pipe()
    os.close(ours)
    yield theirs
    os.close(theirs)


# Gives this process alone a drive of so many KiB; leaves with 99 where that is not allowed.
SMALL_DRIVE = """
import ctypes, os, shutil, subprocess, sys
size, place, register = sys.argv[1:4]
del sys.argv[1:4]
if ctypes.CDLL(None).unshare(0x20000):  # CLONE_NEWNS: what is mounted from here on is there for this process alone
    sys.exit(99)
for options in (["--make-rprivate", "/"], ["-t", "tmpfs", "-o", f"size={size}k", "none", place]):
    if subprocess.run(["mount", *options]).returncode:
        sys.exit(99)
if register:
    shutil.copy(register, f"{place}/register.db")
os.environ["WBAGREE_DB"] = f"{place}/register.db"
"""


@pytest.fixture
def on_small_drive(programs: Any, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run Python of the test's own on a drive of so many KiB, its folder ``place``, with a copy of a register there."""

    def run(program: str, size: int, register: Path | str, *arguments: str) -> subprocess.CompletedProcess[str]:
        if os.geteuid():
            pytest.skip("only root may mount a small file system")
        place = tmp_path / "small"
        place.mkdir(exist_ok=True)
        whole = (str(size), str(place), str(register), *arguments)
        code, written = programs.run(whole, b"", dict(os.environ), code=SMALL_DRIVE + program)
        if code == 99:
            pytest.skip("no small file system can be mounted here")
        return subprocess.CompletedProcess(arguments, code, *(text.decode() for text in written))

    return run


# Takes from root the rights to pass over permissions: they bind it then as anybody.
BOUND = """
import ctypes
libc, who, rights = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522), (ctypes.c_uint32 * 6)()
assert not libc.capget(who, rights)
for place in (0, 1):  # those that it uses, and those that it may use
    rights[place] &= ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
assert not libc.capset(who, rights)
"""


@pytest.fixture
def bound(programs: Any) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as somebody whom permissions bind, also where root runs the tests."""

    def run(*arguments: str, program: str = MAIN, **env: str) -> subprocess.CompletedProcess[str]:
        before = BOUND if os.geteuid() == 0 else ""
        code, written = programs.run(arguments, b"", {**os.environ, **env}, code=before + program)
        return subprocess.CompletedProcess(arguments, code, *(text.decode() for text in written))

    return run


@pytest.fixture(scope="session")
def renew_all() -> Callable[[Path], None]:
    """Let every agreement of a register be renewed each quarter."""

    def renew(register: Path) -> None:
        with closing(sqlite3.connect(register)) as file, file:
            file.execute("UPDATE agreement SET renewal = 'tacit every 3 months from 2000-01-15, notice 20 days'")

    return renew
