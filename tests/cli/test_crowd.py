"""Several processes that do all that can be done to one register lose nothing of what was acknowledged."""

import subprocess
import sys
from pathlib import Path

CROWD = Path(__file__).parents[2] / "benchmarks" / "crowd.py"


def test_what_a_crowd_was_told_is_in_the_register_or_in_a_copy_that_a_restore_kept():
    """From a register with a log, and from an old one that several upgrade; the long form is ``make faults``."""
    ran = subprocess.run(
        [sys.executable, str(CROWD), "4", "6", "1", "WAL", "0003"], capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("nothing lost, nothing unsaid") == 2
