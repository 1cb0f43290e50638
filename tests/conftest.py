"""What every test stands on: registers of its own, and no way to the user's."""

import csv
import fcntl
import gc
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import oracles
import pytest
import seed_data
from hypothesis import settings

from wbagree import resources
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.frameworks.framework import FRAMEWORK
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.services.list_reading import open_list_reading
from wbagree.store.file import connection
from wbagree.store.upkeep import schema
from wbagree.store.write import bundled_data
from wbagree.store.write.change_log import ImportedFile
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction

# A program that starts often is compiled once, as where it is installed.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


# No test is about seconds: a machine that is busy draws as it would alone.
settings.register_profile("wbagree", deadline=None, max_examples=400 if os.environ.get("SWEEP") == "long" else 25)
settings.load_profile("wbagree")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: many tests wait, for a disk, a browser or another process."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Leave what is there for good, all modules and tests, out of every collection of garbage: a twentieth."""
    gc.collect()
    gc.freeze()


REAL_REGISTER = resources.register_path()


@pytest.fixture(autouse=True)
def _nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test, and no process it starts, can find the register of the person who runs it."""
    before = _stamp(REAL_REGISTER)
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(("WBAGREE_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PAGER", "")  # no test waits for a key that a pager wants
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(home)
    yield
    assert _stamp(REAL_REGISTER) == before


def _stamp(path: Path) -> tuple[int, int] | None:
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Make a file once for all workers: the first that asks makes it, and the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def once(name: str, make: Callable[[Path], object]) -> Path:
        path = folder / name
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                made = folder / f"unfinished-{name}"
                make(made)
                made.rename(path)
        return path

    return once


def _load(path: Path, rows: Path) -> None:
    """Load bundled agreements and everything else that is bundled, as ``seed`` does."""
    with (
        transaction(path, "seed") as session,
        open_list_reading(rows, rows.name, ReaderOptions(), Mapping(), raw_connection(session)) as reading,
    ):
        taken = import_rows(
            session, reading.rows(), ImportPolicy(bundled=True), batch=ImportedFile("bundled register", "")
        )
        bundled_data.load_bundled(session, [FRAMEWORK])
    assert not taken.refusals


def _write_some(path: Path) -> None:
    rows = seed_data.some().values()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(seed_data.rows("agreements")[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="session")
def _templates(made_once: Callable[..., Path]) -> dict[str, Path]:
    """An empty register, a list of some bundled agreements, and a register with them, made once: tests get copies."""

    def seed(path: Path) -> None:
        shutil.copy(empty, path)
        _load(path, list_)

    empty, list_ = made_once("empty.db", schema.create), made_once("agreements.csv", _write_some)
    return {"empty": empty, "list": list_, "seeded": made_once("seeded.db", seed)}


@pytest.fixture(scope="session")
def _whole(made_once: Callable[..., Path], _templates: dict[str, Path]) -> Path:
    """A register with all that is bundled, made once."""

    def seed(path: Path) -> None:
        shutil.copy(_templates["empty"], path)
        _load(path, resources.seed_folder() / "agreements.csv")

    return made_once("whole.db", seed)


@pytest.fixture
def empty(_templates: dict[str, Path], tmp_path: Path) -> Path:
    """A new register without records."""
    return Path(shutil.copy(_templates["empty"], tmp_path / "register.db"))


@pytest.fixture
def seeded(_templates: dict[str, Path], tmp_path: Path) -> Path:
    """A register with some bundled agreements of every kind (``seed_data.some``), and all else that is bundled."""
    return Path(shutil.copy(_templates["seeded"], tmp_path / "register.db"))


@pytest.fixture
def whole(_whole: Path, tmp_path: Path) -> Path:
    """A register with all bundled records, for what is about them: most tests need some (``seeded``)."""
    return Path(shutil.copy(_whole, tmp_path / "register.db"))


@pytest.fixture
def reading() -> Callable[[Path], AbstractContextManager[sqlite3.Connection]]:
    """Open a register as the reading commands do."""
    return connection.open_for_reading


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare what people see with the file of that name in ``golden/``; UPDATE_GOLDENS=1 writes it anew."""

    def compare(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if os.environ.get("UPDATE_GOLDENS"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"not as golden/{name} has it; UPDATE_GOLDENS=1 accepts it"

    return compare


# What an interpreter asks for when it starts: with another value it has to be started.
AT_THE_START = ("PYTHON", "LC_", "LANG", "LD_")


class Programs:
    """Runs the program: in a process that a server forks, or in a new one where the start would be another.

    ``templates``: registers to begin with; ``before``: a command that starts the server, with more in its environment.
    """

    def __init__(self, templates: dict[str, Path], *before: str, **more: str) -> None:
        ours, theirs = socket.socketpair()
        self._environment = dict(os.environ)
        script, begun = Path(__file__).with_name("forking.py"), (templates["seeded"], templates["list"])
        server = [sys.executable, str(script), str(theirs.fileno()), *map(str, begun)]
        self._server = subprocess.Popen([*before, *server], pass_fds=[theirs.fileno()], env={**os.environ, **more})
        self._socket, self._answers = ours, ours.makefile()
        theirs.close()
        # Those that were started and not waited for, and what ends them: none when it was forked.
        self._running: list[tuple[subprocess.Popen[bytes] | None, threading.Timer]] = []

    def close(self) -> None:
        """End the server."""
        self._answers.close()
        self._socket.close()
        self._server.wait(timeout=60)

    def _can_fork(self, env: dict[str, str]) -> bool:
        """Whether an interpreter that starts with ``env`` would be as the server is."""
        changed = {name for name, _ in {*env.items()} ^ {*self._environment.items()}}
        return not any(name.startswith(AT_THE_START) for name in changed)

    def start(
        self, arguments: tuple[str, ...], files: tuple[int, int, int], env: dict[str, str], *,
        terminal: bool = False, folder: Path | None = None, largest: int = resource.RLIM_INFINITY, code: str = "",
        seconds: float = 120,
    ) -> int:  # fmt: skip
        """Start the program with these open files, on a ``terminal`` if so; the number of its process.

        It works in ``folder``, writes no file beyond ``largest`` bytes, and is killed after ``seconds``. ``code`` is
        Python that runs it.
        """
        new = None
        request = {"arguments": arguments, "env": env, "folder": str(folder or Path.cwd()), "terminal": terminal}
        request |= {"largest": largest, "code": code}
        if self._can_fork(env) and not self._running:  # the server speaks of one at a time
            body = json.dumps(request).encode()
            socket.send_fds(self._socket, [len(body).to_bytes(8, "big")], list(files))
            self._socket.sendall(body)
            process = int(self._answers.readline())
        else:
            new = subprocess.Popen(
                [sys.executable, *(("-c", code) if code else ("-m", "wbagree")), *arguments],
                stdin=files[0],
                stdout=files[1],
                stderr=files[2],
                env=env,
                cwd=folder,
                preexec_fn=partial(_prepare, terminal, largest),  # noqa: PLW1509  (other threads only wait)
            )
            process = new.pid
        limit = threading.Timer(seconds, os.kill, (process, signal.SIGKILL))
        limit.start()
        self._running.append((new, limit))
        return process

    def wait(self) -> tuple[int, int]:
        """Wait for what was started last: its exit code, and the most memory it took, in MiB, 0 if not known."""
        new, limit = self._running.pop()
        if new:
            code, memory = new.wait(), 0
        else:
            code, memory = map(int, self._answers.readline().split())
        limit.cancel()
        return code, memory

    def run(self, arguments: tuple[str, ...], stdin: bytes, env: dict[str, str], **how: Any) -> tuple[int, list[bytes]]:
        """Run the program on pipes: its exit code, and what it wrote on stdout and on stderr; ``how`` as it starts."""
        pipes = [os.pipe() for _ in range(3)]
        theirs = (pipes[0][0], pipes[1][1], pipes[2][1])
        self.start(arguments, theirs, env, **how)
        for file in theirs:
            os.close(file)
        with ThreadPoolExecutor(3) as pool:
            pool.submit(_feed, pipes[0][1], stdin)
            written = list(pool.map(_drain, (pipes[1][0], pipes[2][0])))
        code, _ = self.wait()
        return code, written


def _prepare(terminal: bool, largest: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # as at a terminal, also where the tests run in the background
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    if terminal:
        os.setsid()
        fcntl.ioctl(2, termios.TIOCSCTTY, 0)


def _feed(file: int, text: bytes) -> None:
    with suppress(BrokenPipeError), open(file, "wb") as pipe:
        pipe.write(text)


def _as_text(written: bytes) -> str:
    return written.decode().replace("\r\n", "\n").replace("\r", "\n")


def _drain(file: int) -> bytes:
    with open(file, "rb") as pipe:
        return pipe.read()


@pytest.fixture(scope="session")
def programs(_templates: dict[str, Path]) -> Iterator[Programs]:
    """Run the program many times without starting it anew."""
    made = Programs(_templates)
    yield made
    made.close()


@pytest.fixture(scope="session")
def clocks(needs: Callable[..., None], _templates: dict[str, Path]) -> Iterator[Programs]:
    """Run the program many times, each time under a clock of its own: FAKETIME says what it says."""
    needs("faketime")
    made = Programs(_templates, "faketime", "-f", "+0", FAKETIME_NO_CACHE="1")
    yield made
    made.close()


@pytest.fixture
def wbagree(programs: Programs, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as a process of its own: ``wbagree("list", "--pair", "AL-XK", db=seeded)``."""
    return partial(_run, programs, tmp_path)


def _run(
    programs: Programs,
    tmp_path: Path,
    *arguments: str,
    db: Path | None = None,
    stdin: str = "",
    env: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    whole = {**os.environ, "WBAGREE_DB": str(db or tmp_path / "register.db"), **(env or {})}
    code, written = programs.run(arguments, stdin.encode(), whole)
    return subprocess.CompletedProcess(["wbagree", *arguments], code, *map(_as_text, written))


@pytest.fixture(scope="session")
def needs() -> Callable[..., None]:
    """Skip a test where programs are missing; where everything has to be run, fail."""

    def need(*programs: str) -> None:
        if missing := [name for name in programs if not shutil.which(name)]:
            reason = f"no {', '.join(missing)} here: what needs it is not tested"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)

    return need


@pytest.fixture(scope="session")
def span() -> Callable[[str], tuple[str, str]]:
    """The first and the last day that a date of the file can mean."""
    return oracles.span


@pytest.fixture(scope="session")
def is_by_source() -> Callable[[dict[str, str], str], bool]:
    """Whether the status of a row on a day is only what a source asserts, read anew from the rule."""
    return oracles.is_by_source


@pytest.fixture(scope="session")
def status_of() -> Callable[[dict[str, str], str], str]:
    """The status of a row on a day, read anew from the rule."""
    return oracles.status


@pytest.fixture(scope="session")
def status_of_heirs() -> Callable[[dict[str, str], str], str]:
    """The status of a row on a day for a pair that inherits it."""
    return oracles.status_for_heirs
