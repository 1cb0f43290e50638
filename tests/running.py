"""Runs the program once more: for Python of a test that runs it several times, and whose start is not the subject."""

import os
import sys

from wbagree.__main__ import main


def run(*arguments, output=1, errors=2):
    """Run the program in a process that is forked, with these open files; return its exit code."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.dup2(output, 1)
    os.dup2(errors, 2)
    sys.argv = ["wbagree", *arguments]
    code = 0
    try:
        main()
    except SystemExit as left:
        code = left.code or 0
    sys.stdout.flush()
    os._exit(code)
