"""Runs the program with a signal at the first call of a function of ours: ``called.py SIGNAL NAME ARGUMENTS...``."""

import os
import signal
import sys

from wbagree.__main__ import main
from wbagree.services import import_backup

number, name, *arguments = sys.argv[1:]
sys.argv = ["wbagree", *arguments]
import_backup.LARGE_IMPORT_ROWS = 40


def look(frame, event, _):
    if event == "call" and frame.f_code.co_name == name:
        sys.setprofile(None)
        os.kill(os.getpid(), getattr(signal, f"SIG{number}"))


sys.setprofile(look)
main()
