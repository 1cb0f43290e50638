"""Runs the program and sends it a signal at a step of its work: ``stepped.py SIGNAL STEP ARGUMENTS...``.

A step is a call or a return, of Python or of C. ``STEP`` is its number, or ``before:NAME`` or ``after:NAME``: around
the first call of the C function NAME (as Opened.commit). Without a signal (``0``) the steps are counted, and
written last on stderr.
"""

import importlib
import itertools
import os
import signal
import sys

from wbagree.__main__ import main
from wbagree.services import import_backup

number, step, *arguments = sys.argv[1:]
sys.argv = ["wbagree", *arguments]
when, _, name = step.rpartition(":")
event_meant = {"before": "c_call", "after": "c_return"}.get(when)
for module in (
    "cli.commands.import_",
    "cli.commands.export",
    "store.upkeep.schema",
    "store.write.row_import",
    "store.write.undo",
):
    importlib.import_module(f"wbagree.{module}")  # before, so that steps are of the work
import_backup.LARGE_IMPORT_ROWS = 40  # each step takes its time
steps = itertools.count(1)


def look(_, event, called):
    taken = next(steps)
    if number == "0":
        return
    if (event == event_meant and called.__qualname__ == name) if event_meant else taken == int(step):
        sys.setprofile(None)
        os.kill(os.getpid(), getattr(signal, f"SIG{number}"))


sys.setprofile(look)
try:
    main()
finally:
    sys.setprofile(None)
    if number == "0":
        print(next(steps), file=sys.stderr)
