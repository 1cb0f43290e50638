"""Systems other than the one at hand: what only POSIX has is used with a way round it."""

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wbagree import resources

ROOT = resources.migrations_folder().parent
MODULES = {
    *("fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios", "tty"),
    *("curses", "crypt", "nis", "ossaudiodev"),
}
# Of os, as Python's documentation has them: "Availability: Unix".
OF_OS = {
    *("chown", "chroot", "confstr", "ctermid", "fchdir", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid"),
    *("getgrouplist", "getgroups", "getloadavg", "getpgid", "getpgrp", "getpriority", "getresuid", "getsid", "getuid"),
    *("initgroups", "killpg", "lchown", "lockf", "mkfifo", "mknod", "nice", "openpty", "pathconf", "posix_spawn"),
    *("pread", "pwrite", "sched_getaffinity", "sendfile", "setegid", "seteuid", "setgid", "setgroups", "setpgid"),
    *("setpriority", "setsid", "setuid", "statvfs", "fstatvfs", "sync", "sysconf", "tcgetpgrp", "tcsetpgrp", "uname"),
    *("wait", "wait3", "wait4", "waitid", "register_at_fork", "ST_RDONLY", "O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC"),
    *("posix_fadvise", "POSIX_FADV_DONTNEED", "preadv", "pwritev", "major", "minor", "makedev", "fchmod", "fdatasync"),
    "kill",  # Windows has it, and ends the process whatever the signal
}
# Of signal, all but what Windows has.
OF_SIGNAL = {
    *({one.name for one in signal.Signals} - {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"}),
    *("alarm", "setitimer", "getitimer", "pause", "pthread_kill", "pthread_sigmask", "sigwait", "siginterrupt"),
}
ARGUMENTS = {"preexec_fn", "start_new_session", "pass_fds", "process_group"}  # of subprocess

# Where something of the kind is used, and the way round it.
REASONS = {
    ("wbagree/atomic_files.py", "os.kill"): "only where os.name is posix; elsewhere a file's age decides",
    ("wbagree/atomic_files.py", "os.uname"): "only where os.name is posix; elsewhere machines are not told apart",
    ("wbagree/atomic_files.py", "CDLL(None)"): "Windows leaves the function before it",
    ("wbagree/cli/browser/app.py", "add_signal_handler"): "NotImplementedError is suppressed",
    ("wbagree/formats/list_readers/sandbox.py", "resource"): "ImportError is caught: only the time is limited then",
    ("wbagree/store/file/drives.py", "CDLL(None)"): "called on macOS alone",
    ("wbagree/store/file/drives.py", "fcntl"): "ImportError is caught: Windows locks on all its drives",
    ("wbagree/store/file/drives.py", "os.ST_RDONLY"): "looked up only where os has statvfs",
    ("wbagree/store/file/drives.py", "os.major"): "called on Linux alone",
    ("wbagree/store/file/drives.py", "os.minor"): "called on Linux alone",
    ("wbagree/store/file/journals.py", "os.O_CLOEXEC"): "Windows leaves the function before it",
    ("wbagree/store/file/journals.py", "os.POSIX_FADV_DONTNEED"): "only on Linux",
    ("wbagree/store/file/journals.py", "os.posix_fadvise"): "only on Linux",
    ("wbagree/store/file/journals.py", "os.pread"): "Windows leaves the function before it",
    ("wbagree/store/file/restore.py", "os.chown"): "behind a look for it: Windows has no owners to change",
    ("wbagree/store/write/change_log.py", "os.getuid"): "behind the import of pwd",
    ("wbagree/store/write/change_log.py", "pwd"): "ImportError is suppressed; the environment is asked first",
}


def uses(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """What only POSIX has in a module, and whether that is met as soon as it is imported."""
    late = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        early = id(node) not in late
        match node:
            case ast.Import(names):
                yield from ((one.name, early) for one in names if one.name.partition(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                if module.partition(".")[0] in MODULES:
                    yield module, early
                of = {"os": OF_OS, "signal": OF_SIGNAL}.get(module, set())
                yield from ((f"{module}.{one.name}", early) for one in names if one.name in of)
            case ast.Attribute(value=ast.Name("os"), attr=name) if name in OF_OS:
                yield f"os.{name}", early
            case ast.Attribute(value=ast.Name("signal"), attr=name) if name in OF_SIGNAL:
                yield f"signal.{name}", early
            case ast.Attribute(attr="add_signal_handler"):
                yield "add_signal_handler", early
            case ast.Call(func=ast.Attribute(attr="CDLL"), args=[ast.Constant(None), *_]):
                yield "CDLL(None)", early
            case ast.keyword(arg=str(name)) if name in ARGUMENTS:
                yield name, early


def modules() -> list[Path]:
    return [*(ROOT / "wbagree").rglob("*.py"), *(ROOT / "migrations").rglob("*.py")]


def test_what_only_posix_has_is_used_with_a_way_round_it():
    found: dict[tuple[str, str], bool] = {}
    for module in modules():
        for name, early in uses(ast.parse(module.read_text(encoding="utf-8"))):
            where = module.relative_to(ROOT).as_posix(), name
            found[where] = found.get(where, False) or early
    assert found.keys() == REASONS.keys()
    assert not [where for where, early in found.items() if early]


@pytest.mark.parametrize(
    ("text", "name", "early"),
    [
        ("import fcntl", "fcntl", True),
        ("def f():\n    import pwd", "pwd", False),
        ("from os import fork", "os.fork", True),
        ("x = os.getuid()", "os.getuid", True),
        ("import signal\nsignal.signal(signal.SIGHUP, f)", "signal.SIGHUP", True),
        ("subprocess.run([], start_new_session=True)", "start_new_session", True),
        ("ctypes.CDLL(None)", "CDLL(None)", True),
    ],
)
def test_the_check_sees(text, name, early):
    assert list(uses(ast.parse(text))) == [(name, early)]


# What is used only after the system's name was looked at, which stays what it is.
BY_NAME = {"kill", "uname", "major", "minor", "O_CLOEXEC", "POSIX_FADV_DONTNEED", "posix_fadvise", "pread"}
USED_BY_PYTHON = {"O_NOFOLLOW", "O_DIRECTORY", "register_at_fork"}
# Loads the whole program as on a system that has none of the others, and runs it there, each line in a process of its
# own; how that is forked is kept for this alone.
POOR = f"""
import os, pkgutil, shlex, signal, subprocess, sys, tempfile
fork, code_of, end = os.fork, os.waitstatus_to_exitcode, os._exit
for module in {sorted(MODULES)!r}:
    sys.modules[module] = None
for name in {sorted(OF_OS - BY_NAME - USED_BY_PYTHON)!r}:
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGPIPE", "SIGKILL", "SIGUSR1"):
    delattr(signal, name)
import wbagree
from wbagree.__main__ import main
for module in pkgutil.walk_packages(wbagree.__path__, "wbagree."):
    if not module.name.startswith("wbagree.cli.browser"):
        __import__(module.name)
for line in sys.argv[1:]:
    process = fork()
    if process:
        print(code_of(os.waitpid(process, 0)[1]), line)
        continue
    sys.argv = ["wbagree", *shlex.split(line)]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    code = 0
    try:
        main()
    except SystemExit as left:
        code = left.code or 0
    sys.stderr.flush()
    end(code)
"""
LINES = (
    "import list.csv",
    "list --format json",
    "export all.xlsx",
    "import all.xlsx --dry-run",
    "report page.html",
    "plot matrix picture.svg",
    "add -p AL -p MK -f mou -t joint-patrol --title Patrols",
    "undo",
    "db backup copy.db",
    "db restore copy.db --yes",
    "db check",
    "history",
)


def test_every_kind_of_command_runs_without_them(tmp_path):
    (tmp_path / "list.csv").write_text("title,parties,signed\nMoU on patrols,AL;XK,2024\n", encoding="utf-8")
    env = {**os.environ, "WBAGREE_DB": str(tmp_path / "register.db")}
    command = [sys.executable, "-uc", POOR, *LINES]
    ran = subprocess.run(
        command, cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.stdout.splitlines() == [f"0 {line}" for line in LINES], ran.stderr
    assert "Traceback" not in ran.stderr
