"""Runs the program many times, each time in a process and a pseudo-terminal of its own, without starting anew.

Reads requests from stdin, one JSON object a line, and answers each: exit code (-9 when it had to be killed), what the
terminal received, and the most memory (MiB) that the run or a process of its own took.
"""

import json
import os
import pty
import select
import signal
import sys
import time
import traceback

import wbagree.__main__
import wbagree.cli
import wbagree.cli.import_
import wbagree.store.intake
import wbagree.store.schema


def become(request):
    """Be the program, with these arguments and this environment."""
    os.chdir(request["folder"])
    if request["alone"]:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(request["env"])
    # Streams of this terminal: those that were inherited believe in the file that was there before.
    sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8", buffering=1, closefd=False) for number in (1, 2))  # noqa: SIM115
    sys.argv = ["wbagree", *request["arguments"]]
    code = 0
    try:
        wbagree.__main__.main()
    except SystemExit as left:
        code = left.code or 0
    except BaseException:  # noqa: BLE001  (as the interpreter itself does)
        traceback.print_exc()
        code = 1
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def run(request):
    process, terminal = pty.fork()
    if not process:
        become(request)
    received, until = b"", time.monotonic() + request["seconds"]
    while (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                chunk = os.read(terminal, 2**16)
            except OSError:  # how Linux says that the other end is closed
                break
            if not chunk:
                break
            received += chunk
    else:
        os.kill(process, signal.SIGKILL)
    _, status, used = os.wait4(process, 0)
    os.close(terminal)
    text = received.decode(errors="surrogateescape")
    return {"code": os.waitstatus_to_exitcode(status), "text": text, "memory": used.ru_maxrss // 1024}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
