"""Whatever was changed, undone and redone, with all of it undone the register is what it was at first."""

import runpy
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def hold():
    """Hold a register to that, over a sequence of changes that a seed gives; the long form is ``make faults``."""
    return runpy.run_path(str(Path(__file__).with_name("sequences.py")))["hold"]


@pytest.mark.parametrize("seed", [101, 102])
def test_random_changes_undone_give_the_register_before(seed, hold, empty, monkeypatch):
    monkeypatch.setenv("WBAGREE_USER", "")
    hold(empty, seed, length=30)
