"""The program as a process of its own that is forked, not started: its modules are loaded already."""

import os
import resource
import signal
import sys
import tempfile
import traceback
from pathlib import Path

import wbagree.__main__
import wbagree.cli
import wbagree.cli.commands.report
import wbagree.store.upkeep.integrity
import wbagree.store.write.bundled_data
import wbagree.store.write.row_import
import wbagree.store.write.undo

REGISTER = "register.db"
# Those that a process can do something about.
_HEARD = ("TERM", "INT", "HUP")


def start(
    arguments: tuple[str, ...], folder: Path, printed: Path, limit: int = resource.RLIM_INFINITY, by: str = ""
) -> int:
    """Start the program in ``folder``, on the register there, and return the number of its process.

    What it prints is in the file ``printed``. It writes no file beyond ``limit`` bytes, and works for ``by``.
    """
    process = os.fork()
    if not process:
        _become(arguments, folder, printed, limit, {"WBAGREE_USER": by} if by else {})
    return process


def _become(arguments: tuple[str, ...], folder: Path, printed: Path, limit: int, env: dict[str, str]) -> None:
    """Be the program; nobody is at its keyboard."""
    code = 1
    try:
        os.chdir(folder)
        os.environ |= {"WBAGREE_DB": REGISTER, "WBAGREE_MAPS": ".", "TMPDIR": str(folder), **env}
        tempfile.tempdir = None
        for name in _HEARD:  # as for a process that has not begun
            signal.signal(getattr(signal, f"SIG{name}"), signal.SIG_DFL)
        sys.argv = ["wbagree", *arguments]
        out = os.open(printed, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(out, 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        wbagree.__main__.main()
        code = 0
    except SystemExit as left:
        code = int(left.code or 0)
    except BaseException:  # noqa: BLE001  (as the interpreter itself does)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)
