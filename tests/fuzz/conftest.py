"""The targets of the fuzzer, as a module: this folder is no package."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def targets():
    """The module ``targets.py``."""
    spec = importlib.util.spec_from_file_location("fuzz_targets", Path(__file__).with_name("targets.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
