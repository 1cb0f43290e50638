"""The sandbox of workbook readers: a process with limited memory and time.

A few kilobytes of a packed workbook can describe cells that fill any memory, and the library that reads it is native
code, which ends the whole process when it fails. A workbook is therefore read in a child process
(``python -m wbagree.formats.list_readers.sandbox FILE SHEET``), and every failure there becomes one message here.
"""

import marshal
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wbagree.errors import ImportRefused, NotFound
from wbagree.formats.list_readers.calamine_sheets import Sheet, UnreadableWorkbook

if TYPE_CHECKING:
    from wbagree.formats.list_readers.rows import Row

# Bytes of memory, seconds of computing: far more than a list of a hundred thousand rows needs.
_MEMORY = 3 * 2**29
_SECONDS = 20


def read_sheet_confined(path: Path, name: str, requested: str) -> Sheet:
    """Return a sheet of a workbook, read in a child process.

    It is the ``requested`` sheet, or if that is empty the first with rows. ImportRefused when the workbook cannot be
    read, NotFound when it has no such sheet.
    """
    command = [sys.executable, "-P", "-m", __name__, str(path.absolute()), requested]
    # The child imports from the folders that we import from; -P keeps it from importing from the current folder.
    paths = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    try:
        ran = subprocess.run(  # noqa: S603  (our own program, on a file that is named as a file)
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": paths},
            timeout=3 * _SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ImportRefused(f"{name} cannot be read as a workbook: it takes too long to unpack", _INSTEAD) from error
    except OSError as error:
        raise ImportRefused(f"{name} cannot be read as a workbook: {error.strerror}") from error
    if ran.returncode:
        reason = "it is damaged, or does not fit into the memory and the time that a list may take"
        raise ImportRefused(f"{name} cannot be read as a workbook: {reason}", _INSTEAD)
    return _sheet_in_answer(name, requested, marshal.loads(ran.stdout))  # noqa: S302  (our own process wrote it)


_INSTEAD = "save the sheet as CSV and import that"


def _sheet_in_answer(name: str, requested: str, message: tuple[str, str | list[str] | tuple[object, ...]]) -> Sheet:
    """Return the sheet in the answer of the child process.

    ImportRefused or NotFound when the answer is a failure.
    """
    match message:
        case "refused", str(reason):
            raise ImportRefused(f"{name} cannot be read as a workbook: {reason}")
        case "no such sheet", list(names):
            raise NotFound("sheet", requested, names, f"{name} has the sheets {', '.join(names)}")
        case "sheet", (str(chosen), list(others), bool(links), list(rows), list(notices)):
            read: "list[Row]" = rows
            return Sheet(chosen, tuple(others), links, read, tuple(notices))
    raise ImportRefused(f"{name} cannot be read as a workbook")


def _main(path: str, requested: str) -> None:
    """Read a sheet and write the answer that ``_sheet_in_answer`` takes.

    This runs in the child process.
    """
    _confine()
    from wbagree.formats.list_readers.calamine_sheets import read_sheet

    answer: tuple[object, ...]
    try:
        sheet = read_sheet(Path(path), requested)
        answer = ("sheet", (sheet.name, list(sheet.others), sheet.links, sheet.rows, list(sheet.notices)))
    except UnreadableWorkbook as error:
        answer = ("refused", str(error))
    except NotFound as error:
        answer = ("no such sheet", list(error.nearest))
    sys.stdout.buffer.write(marshal.dumps(answer))


def _confine() -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent limits the time, and only the machine the memory
        return
    for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    _main(*sys.argv[1:])
