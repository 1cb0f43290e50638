"""Runs the program many times, each time in a process of its own that is forked, not started: its modules are loaded.

Arguments: the number of a socket, then a register and a list to begin with. A request is 8 bytes with the length of
what follows, sent with three open files that become stdin, stdout and stderr; then a JSON object. The answer is a line
with the number of the process, and another with its exit code (negative: the signal that ended it) and the most memory
(MiB) that it or a process of its own took.
"""

import atexit
import ctypes
import fcntl
import functools
import gc
import importlib
import io
import json
import os
import pkgutil
import resource
import shutil
import signal
import socket
import sys
import tempfile
import termios
import time
import traceback
from datetime import date
from pathlib import Path

import dateutil.relativedelta  # noqa: F401  (it and the like: loaded before the first run needs them)
import typer
import typer._click._textwrap
import typer._click.decorators
import xlsxwriter  # noqa: F401

import wbagree
import wbagree.__main__
from wbagree.domain.filter import Filter
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.parties.country_names import world_names
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_titles
from wbagree.services.agreement_changes import validator_for
from wbagree.services.html_report import make_report_page
from wbagree.services.list_reading import open_list_reading
from wbagree.store.file import connection
from wbagree.store.read.quality import quality_findings
from wbagree.store.upkeep import integrity
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction

# A full screen is about a process and its terminal; what the tools of other people need is loaded by each run itself.
LEFT_OUT = ("wbagree.cli.browser", "wbagree.cli.commands.browse")


def load_all():
    """Import every module of the program but those that are left out, and make the commands of what they declare."""
    typer.main.get_command = functools.cache(typer.main.get_command)
    import command_tree  # noqa: F401  (it walks all commands)

    for module in pkgutil.walk_packages(wbagree.__path__, "wbagree."):
        if not module.name.startswith(LEFT_OUT):
            importlib.import_module(module.name)


def warm(register, rows):
    """Do what most runs do: what each would compute for itself, such as folded names, is computed here."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "register.db"
        shutil.copy(register, copy)
        with (
            transaction(copy, dry_run=True) as session,  # no run is to say that something was stored
            open_list_reading(rows, rows.name, ReaderOptions(), Mapping(), raw_connection(session)) as reading,
        ):
            import_rows(session, reading.rows(), ImportPolicy(validator_for=validator_for))
        world_names()
        integrity.integrity_problems(copy)
        with connection.open_for_reading(copy) as records:
            list(quality_findings(records, Filter(), bundled_titles().read, date.today()))
            make_report_page(records, Filter(), with_restricted=False, kosovo_note=True, on_message=str).write(
                io.StringIO()
            )


def fill_gaps():
    """Take the free memory between what is in use: a run that used it would copy all those pages for itself.

    It takes a fifth off each run. Where the C library is another, there is nothing to gain.
    """
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None)
    library.malloc.restype = library.sbrk.restype = ctypes.c_void_p
    end = library.sbrk(0)
    for size in (2**power for power in range(16, 3, -1)):
        while library.malloc(size) < end:
            pass


def become(request, files):
    """Be the program, with these arguments, this environment and these open files."""
    for number, file in enumerate(files):
        os.dup2(file, number)
    os.closerange(3, 64)  # this server's socket as well: whoever waits for the program must not wait for it
    for name in ("INT", "TERM", "HUP"):
        signal.signal(getattr(signal, f"SIG{name}"), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if request["terminal"]:
        os.setsid()
        fcntl.ioctl(2, termios.TIOCSCTTY, 0)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    tempfile.tempdir = None
    # As the interpreter opens them: those that were inherited believe in the files that were there before.
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = writing(1, "surrogateescape" if sys.flags.utf8_mode else "strict")
    sys.stderr = writing(2, "backslashreplace", line_buffering=True)
    sys.argv = ["wbagree", *request["arguments"]]
    resource.setrlimit(resource.RLIMIT_FSIZE, (request["largest"],) * 2)
    os._exit(run(request["code"]))


def writing(number, errors, *, line_buffering=False):
    raw = io.FileIO(number, "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw), errors=errors, line_buffering=line_buffering or raw.isatty(), write_through=False
    )


def run(program):
    """Run the program, or Python that runs it, to the end that an interpreter comes to; return the exit code."""
    code = 0
    try:
        if program:
            exec(compile(program, "<string>", "exec"), {"__name__": "__main__"})
        else:
            wbagree.__main__.main()
    except SystemExit as left:
        code = left.code or 0
    except BaseException:  # noqa: BLE001  (as the interpreter itself does)
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            os.write(2, f"Exception ignored in: {stream}\n{error!r}\n".encode())
            code = 120
    return code


def serve(client):
    """Answer requests until the client is gone."""
    answers = client.makefile("w")
    while True:
        head, files, _, _ = socket.recv_fds(client, 8, 3)
        if not head:
            return
        length, request = int.from_bytes(head, "big"), b""
        while len(request) < length:
            request += client.recv(length - len(request))
        process = os.fork()
        if not process:
            become(json.loads(request), files)
        for file in files:
            os.close(file)
        print(process, file=answers, flush=True)
        _, status, used = os.wait4(process, 0)
        print(os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024, file=answers, flush=True)


if __name__ == "__main__":
    load_all()
    warm(*map(Path, sys.argv[2:]))
    gc.collect()
    gc.freeze()
    fill_gaps()
    serve(socket.socket(fileno=int(sys.argv[1])))
