"""A run that a signal ends: what it says is what it stored, and it leaves nothing behind."""

import fcntl
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

CALLED = Path(__file__).with_name("called.py")
STEPPED = Path(__file__).with_name("stepped.py")
SIGNALS = ("INT", "TERM", "HUP")
KEY = "AL-XK-2012-1"
NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title", "Stopped")
COMMANDS = {
    "add": ("add", *NEW),
    "import": ("import", "LIST", "--on-duplicate", "add"),
    "undo": ("undo", "1", "--yes"),
    "seed": ("seed",),
    "restore": ("db", "restore", "OTHER", "--yes"),
    "upgrade": ("db", "upgrade"),
    "backup": ("db", "backup", "copy.db"),
    "csv": ("export", "all.csv"),
    "xlsx": ("export", "--pair", "AL-XK", "all.xlsx"),
    "docx": ("export", "--pair", "AL-XK", "all.docx"),
    "report": ("report", "all.html"),
    "plot": ("plot", "matrix", "all.svg"),
    "save-map": ("import", "LIST", "--on-duplicate", "add", "--save-map", "mine"),
}
# What an uninterrupted run leaves beside the register.
WRITTEN = re.compile(r"register\.db|copy\.db|all\.\w+|mine\.toml")
COPY = re.compile(r"register-before-\w+-\d{8}T\d{6}Z\.db")


@pytest.fixture
def other(_templates):
    """A register that is sound and empty."""
    return _templates["empty"]


@pytest.fixture(scope="session")
def listed(_templates, short_list, programs, tmp_path_factory):
    """A register with sixty records, which an import of another list brought."""
    folder = tmp_path_factory.mktemp("listed")
    register = Path(shutil.copy(_templates["empty"], folder / "register.db"))
    other = folder / "other.csv"
    other.write_text(short_list.read_text(encoding="utf-8").replace("Agreement no.", "Memorandum"), encoding="utf-8")
    env = {**os.environ, "HOME": str(folder), "WBAGREE_DB": str(register)}
    code, (_, errors) = programs.run(("import", str(other), "--on-duplicate", "add"), b"", env)
    assert (code, b" 60 new" in errors) == (0, True), errors
    return register


@pytest.fixture
def begun(_templates, earlier, listed, short_list, programs, tmp_path):
    """Run a command by its name in a folder with a copy of its register, with a signal at a step of its work."""
    names = {"LIST": str(short_list), "OTHER": str(_templates["empty"])}
    registers = {"upgrade": earlier, "seed": _templates["empty"]}

    def run(name, number, step):
        place = tmp_path / "place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        register = registers.get(name, listed)
        shutil.copy(register, place / "register.db")
        arguments = (number, str(step), *(names.get(word, word) for word in COMMANDS[name]))
        env = {**os.environ, "WBAGREE_DB": "register.db", "WBAGREE_MAPS": "."}
        ran = programs.run(arguments, b"", env, folder=place, code=STEPPED.read_text(), seconds=300)
        return place, register, completed(*ran)

    return run


@pytest.fixture
def prepared(programs, tmp_path):
    """Run Python of the test's own that runs the program."""

    def run(code, *arguments):
        return completed(*programs.run(arguments, b"", dict(os.environ), folder=tmp_path, code=code))

    return run


def completed(code, written):
    return subprocess.CompletedProcess([], code, *(text.decode() for text in written))


def changed(place, register, content):
    """Whether anything was stored: in the register, or as a file."""
    files = {path.name for path in place.iterdir()} - {"register.db"}
    return content(place / "register.db") != content(register) or any(map(WRITTEN.fullmatch, files))


def hold(ran, number, place, register, content):
    """Hold what a run said and left to what it did."""
    did = changed(place, register, content)
    assert "Traceback" not in ran.stderr, ran.stderr
    assert "Exception ignored" not in ran.stderr, ran.stderr
    assert ran.returncode in (0, 8, 128 + getattr(signal, f"SIG{number}")), ran
    assert did == (ran.returncode in (0, 8)), ran
    assert ("nothing was changed" in ran.stderr) == (ran.returncode > 128), ran
    left = [path.name for path in place.iterdir() if not WRITTEN.fullmatch(path.name)]
    assert all(COPY.fullmatch(name) and did for name in left), (left, ran)


@pytest.mark.parametrize("name", COMMANDS)
def test_whenever_a_signal_comes_what_is_said_is_what_is_stored_and_nothing_is_left(name, begun, content):
    _, _, whole = begun(name, "0", 0)
    assert whole.returncode == 0, whole
    chance = random.Random(name)
    number = chance.choice(SIGNALS)  # the long form is benchmarks/faults.py
    place, register, ran = begun(name, number, chance.randrange(int(whole.stderr.split()[-1])))
    hold(ran, number, place, register, content)


@pytest.mark.parametrize(
    ("name", "step", "message"),
    [
        ("add", "after:Opened.commit", "the change was stored: change set 2\n  wbagree undo 2 takes it back\n"),
        ("import", "before:Opened.commit", "the change was stored: change set 2\n  wbagree undo 2 takes it back\n"),
        ("undo", "after:Opened.commit", "the change was stored: change set 2\n  wbagree undo 2 takes it back\n"),
        ("seed", "after:Opened.commit", "the change was stored: change set 1\n  wbagree undo 1 takes it back\n"),
        (
            "restore",
            "before:link",
            r"Restored from \S+: \S*register\.db\n  The previous register was saved as (register-before-\S+)\n",
        ),
        (
            "upgrade",
            "after:Opened.commit",
            r"register\.db was upgraded to schema \d+\n  what it was is kept as (\S+)\n",
        ),
        ("backup", "after:link", "copy.db was written\n"),
        ("csv", "before:replace", "/all.csv was written\n"),
        ("xlsx", "after:replace", "/all.xlsx was written\n"),
        (
            "save-map",
            "after:replace",
            "the change was stored: change set 2\n  wbagree undo 2 takes it back\n  the mapping is kept as mine.toml\n",
        ),
    ],
)
def test_what_is_stored_is_said_when_a_signal_comes_right_then(name, step, message, begun, content):
    number = random.Random(name).choice(SIGNALS)
    place, register, ran = begun(name, number, step)
    hold(ran, number, place, register, content)
    assert ran.returncode == 8
    found = re.search(rf"wbagree: stopped; \S*{message}$", ran.stderr)
    assert found, ran
    assert all(content(place / copy) == content(register) for copy in found.groups())


def test_of_an_import_that_is_stopped_while_it_copies_no_copy_is_left(begun, content):
    place, register, ran = begun("import", "TERM", "before:Opened.backup")
    hold(ran, "TERM", place, register, content)
    assert ran.returncode == 143
    assert [path.name for path in place.iterdir()] == ["register.db"]


def test_what_its_caller_ignores_is_ignored(seeded, prepared):
    ignoring = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    ran = prepared(ignoring + STEPPED.read_text(), "HUP", "after:Opened.commit", "--db", str(seeded), "add", *NEW)
    assert ran.returncode == 0, ran


# Other ways to end after something was stored.


def test_what_is_stored_is_said_when_the_output_is_full(seeded, printing_to, full):
    ran = printing_to(full, "add", *NEW, db=seeded)
    assert ran.returncode == 8
    assert ran.stderr.endswith(
        "No space left on device\n  the change was stored: change set 2\n  wbagree undo 2 takes it back\n"
    )


def test_messages_that_nobody_can_read_change_nothing_of_what_is_done(seeded, printing_to, full, unread, wbagree):
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  (a device)
        for errors in (full, unread):
            ran = printing_to(nowhere.fileno(), "add", *NEW, "--allow-duplicate", db=seeded, stderr=errors)
            assert ran.returncode == 0
    assert wbagree("undo", "3", "--dry-run", db=seeded).returncode == 0


LEFT_OVER = "title,parties,form,types,signed\nOne,AL;XK,mou,mla,2009\nNone,QQ,mou,mla,2009\n"


def test_an_import_whose_mapping_cannot_be_kept_says_that_it_is_stored(seeded, wbagree, tmp_path, content):
    before = content(seeded)
    (tmp_path / "list.csv").write_text(LEFT_OVER)
    options = ("--skip-invalid", "--on-duplicate", "add", "--save-map", "mine")
    ran = wbagree("import", str(tmp_path / "list.csv"), *options, db=seeded, env={"WBAGREE_MAPS": "/dev/null/maps"})
    hold_stored_and_failed(ran.returncode, ran.stderr)
    assert "/dev/null/maps/mine.toml cannot be written" in ran.stderr
    assert content(seeded) != before
    assert wbagree("undo", "2", "--dry-run", db=seeded).returncode == 0


@pytest.mark.skipif(not os.path.exists("/proc/self"), reason="no folder here that not even its owner can write to")  # noqa: PTH110
def test_an_import_whose_refused_rows_cannot_be_written_names_them_and_says_that_the_others_are_stored(
    seeded, content, programs
):
    """What comes on stdin is refused into the folder where one is: nobody can make a file in /proc."""
    before = content(seeded)
    arguments = ("--db", str(seeded), "import", "-", "--skip-invalid", "--on-duplicate=add")
    ran = completed(*programs.run(arguments, LEFT_OVER.encode(), dict(os.environ), folder=Path("/proc")))
    hold_stored_and_failed(ran.returncode, ran.stderr)
    named, failed = ran.stderr.index("stdin:3 parties: "), ran.stderr.index("stdin.refused.csv cannot be written")
    assert named < ran.stderr.index("stdin: 2 rows read: 1 new, 0 updated, 0 unchanged, 1 refused (batch 2; ") < failed
    assert "the refused rows are those named above, of stdin" in ran.stderr
    assert "Refused rows are in" not in ran.stderr
    assert content(seeded) != before


def hold_stored_and_failed(code, message):
    assert code == 8, message
    assert "\n  the change was stored: change set 2\n  wbagree undo 2 takes it back\n" in message


def test_an_import_that_fails_for_another_reason_writes_no_refused_rows(seeded, wbagree, tmp_path):
    lines = [f"Agreement {number},{'AL;XK' if number % 2 else 'QQ'},mou,mla,1999" for number in range(40)]
    (tmp_path / "list.csv").write_text("\n".join(["title,parties,form,types,signed", *lines]))
    with closing(sqlite3.connect(seeded)) as other:
        other.execute("CREATE TRIGGER no BEFORE INSERT ON batch BEGIN SELECT raise(ABORT, 'not now'); END")
    ran = wbagree("import", str(tmp_path / "list.csv"), "--skip-invalid", "--on-duplicate", "add", db=seeded)
    assert ran.returncode == 7, ran
    assert not list(tmp_path.glob("*.refused*"))


WRAPPING = """
import os, signal, sys
from wbagree.store.read import agreements
from wbagree.__main__ import main
def records(*_, **__):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except BaseException as error:
        raise RuntimeError("of something else") from error
agreements.records = records
main()
"""


def test_a_signal_that_comes_out_as_another_error_is_a_signal(seeded, prepared):
    """Python 3.11 wraps what is raised while it makes a class, as it does when a module is loaded."""
    ran = prepared(WRAPPING, "--db", str(seeded), "list")
    assert (ran.returncode, ran.stderr.strip()) == (143, "wbagree: stopped; nothing was changed")


@pytest.mark.parametrize(
    ("name", "output", "code"),
    [
        ("end_run", os.devnull, 143),
        ("_say", "/dev/full", 143),
        ("exit_code_and_last_lines", os.devnull, 0),
        ("ignore_signals", os.devnull, 0),
    ],
)
def test_a_signal_at_the_very_end_of_a_run_is_no_bug(name, output, code, seeded, printing_to):
    with open(output, "w") as file:  # noqa: PTH123  (a device)
        ran = printing_to(file.fileno(), "TERM", name, "--version", db=seeded, code=CALLED.read_text())
    assert ran.returncode == code, ran
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("command", "name"), [("add", "commit"), ("restore", "begin_exclusive")])
def test_a_change_that_waits_for_a_reader_is_stopped_by_a_signal(command, name, seeded, other, content, prepared):
    before = content(seeded)
    arguments = [str(other) if word == "OTHER" else word for word in COMMANDS[command]]
    with closing(sqlite3.connect(seeded, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM agreement").fetchone()
        ran = prepared(CALLED.read_text(), "TERM", name, "--db", str(seeded), *arguments)
    assert ran.returncode == 143, ran
    assert ran.stderr == "\nwbagree: stopped; nothing was changed\n"
    assert content(seeded) == before
    assert [path.name for path in seeded.parent.glob("*register*")] == ["register.db"]


# Sends a signal while the rows of a statement are read, in the middle of an upgrade that has written already.
FETCHING = """
import os, signal, sys
from wbagree.__main__ import main
import wbagree.store.write.search_index
def look(frame, event, called):
    if event == "call" and frame.f_code.co_name == "type_names":
        look.near = True
    if event == "c_call" and called.__name__ == "fetchone" and look.near:
        sys.setprofile(None)
        os.kill(os.getpid(), signal.SIGTERM)
look.near = False
sys.setprofile(look)
main()
"""


def test_of_a_statement_that_is_broken_off_no_journal_is_left(earlier, tmp_path, content, prepared):
    register = tmp_path / "register.db"
    shutil.copy(earlier, register)
    ran = prepared(FETCHING, "--db", str(register), "db", "upgrade")
    assert (ran.returncode, ran.stderr) == (143, "\nwbagree: stopped; nothing was changed\n")
    assert [path.name for path in tmp_path.glob("register*")] == ["register.db"]
    assert content(register) == content(earlier)


# Says on stdout what is said on stderr while signals are held back.
HELD = """
import sys
from contextlib import contextmanager
from wbagree import ending
from wbagree.__main__ import main
from wbagree.services import import_backup
import_backup.LARGE_IMPORT_ROWS = 40
holding, held, write = [], ending.hold_signals, sys.stderr.write
@contextmanager
def watched():
    with held():
        holding.append(True)
        try:
            yield
        finally:
            holding.pop()
ending.hold_signals = watched
sys.stderr.write = lambda text: (holding and print("held:", text)) or write(text)
main()
"""


def test_nothing_is_said_while_signals_are_held_back(seeded, tmp_path, prepared):
    """Whoever reads it may have stopped reading."""
    good = [f"Agreement {number},AL;XK,mou,mla,1999,restricted" for number in range(60)]
    lines = ["title,parties,form,types,signed,disclosure", *good, "None,QQ,mou,mla,1999,restricted"]
    (tmp_path / "list.csv").write_text("\n".join(lines))
    ran = prepared(HELD, "--db", str(seeded), "import", "list.csv", "--skip-invalid", "--on-duplicate=add")
    assert ran.returncode == 0, ran
    assert "held:" not in ran.stdout
    assert "the register was copied to" in ran.stderr
    assert "Only you can read list.csv.refused.csv" in ran.stderr


def test_what_comes_on_stdin_is_kept_by_its_owner_alone_and_swept_after_a_kill(seeded, tmp_path, wbagree):
    place = tmp_path / "temporary"
    place.mkdir()
    env = {**os.environ, "TMPDIR": str(place), "WBAGREE_DB": str(seeded)}
    command = [sys.executable, "-m", "wbagree", "import", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=env) as reading:
        while reading.poll() is None and not (kept := list(place.glob(".wbagree-*"))):
            time.sleep(0.01)  # Python's own trial of the folder, under another name, is over by then
        reading.kill()
    assert [path.stat().st_mode & 0o77 for path in kept] == [0]
    assert wbagree("edit", KEY, "--place", "Tirana", db=seeded, env={"TMPDIR": str(place)}).returncode == 0
    assert not list(place.iterdir())


def test_a_run_that_nobody_listens_to_is_ended_by_signals_with_the_code_that_is_so(seeded, content, programs, full):
    """Its messages go to a pipe that is full: what was stored is said by the exit code alone."""
    ours, theirs = os.pipe()
    os.write(theirs, b"x" * fcntl.fcntl(theirs, fcntl.F_GETPIPE_SZ))
    before = content(seeded)
    env = {**os.environ, "WBAGREE_DB": str(seeded)}
    process = programs.start(("add", *NEW), (full, full, theirs), env, seconds=60)
    signals, until = 0, time.monotonic() + 60
    while content(seeded) == before and time.monotonic() < until:
        time.sleep(0.02)
    with suppress(ProcessLookupError):  # it is over
        while signals < 100:
            os.kill(process, signal.SIGINT)
            signals += 1
            time.sleep(0.1)
        os.kill(process, signal.SIGKILL)
    os.close(ours)
    os.close(theirs)
    assert (programs.wait()[0], signals < 100) == (8, True)


@pytest.mark.parametrize("command", ["backup", "restore", "upgrade", "import"])
def test_a_signal_while_sqlite_calls_back_is_a_signal(
    command, seeded, earlier, short_list, other, content, tmp_path, prepared
):
    """SQLite makes copies, and asks on the way whether to go on."""
    register = seeded if command != "upgrade" else Path(shutil.copy(earlier, seeded))
    before = content(register)
    names = {"OTHER": str(other), "LIST": str(short_list)}
    arguments = [names.get(word, word) for word in COMMANDS[command]]
    ran = prepared(CALLED.read_text(), "TERM", "moved", "--db", str(register), *arguments)
    assert ran.returncode == 143, ran
    assert ran.stderr.endswith("\nwbagree: stopped; nothing was changed\n")
    assert content(register) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["register.db"]
