"""Several processes that do all that can be done to one register lose nothing of what was acknowledged."""

import subprocess
import sys
from pathlib import Path

import pytest

CROWD = Path(__file__).parents[2] / "benchmarks" / "crowd.py"


@pytest.mark.parametrize("begin", ["WAL", "0003"])
def test_what_a_crowd_was_told_is_in_the_register_or_in_a_copy_that_a_restore_kept(begin):
    """From a register with a log, and from an old one that several upgrade; the long form is ``make faults``."""
    ran = subprocess.run(
        [sys.executable, str(CROWD), "4", "6", "1", begin], capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "nothing lost, nothing unsaid" in ran.stdout
