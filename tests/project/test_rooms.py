"""The rooms and their arrows: what the contract in pyproject.toml says, held by import-linter."""

import subprocess
import sys
from pathlib import Path

from wbagree import resources

ROOT = resources.migrations().parent


def test_imports_go_down_only():
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([str(linter), "--no-cache"], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert ran.returncode == 0, ran.stdout


def test_a_command_loads_the_store_only_when_it_runs():
    for module in (ROOT / "wbagree" / "cli").rglob("*.py"):
        lines = module.read_text(encoding="utf-8").splitlines()
        early = [line for line in lines if line.startswith(("from wbagree.store", "import wbagree.store"))]
        assert not early, f"{module.name}: {early}"
