"""The rooms and their arrows: what the contract in pyproject.toml says, held by import-linter."""

import ast
import subprocess
import sys
from pathlib import Path

from wbagree import resources

ROOT = resources.migrations_folder().parent


def test_imports_go_down_only():
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([str(linter), "--no-cache"], capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert ran.returncode == 0, ran.stdout


def test_a_command_loads_the_store_only_when_it_runs():
    for module in (ROOT / "wbagree" / "cli").rglob("*.py"):
        lines = module.read_text(encoding="utf-8").splitlines()
        early = [line for line in lines if line.startswith(("from wbagree.store", "import wbagree.store"))]
        assert not early, f"{module.name}: {early}"


# What knows a terminal: to print, to ask, or to find out whether there is one.
TERMINAL = {"print", "input", "stdin", "stdout", "stderr", "isatty", "get_terminal_size", "environ", "getenv"}


def test_a_service_knows_no_terminal():
    modules = [*(ROOT / "wbagree" / "services").rglob("*.py")]
    assert modules
    for module in modules:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        parameters = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        assert not (names - parameters) & TERMINAL, module.name


def test_the_command_line_knows_no_sql():
    for module in (ROOT / "wbagree" / "cli").rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        texts = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        assert not [text for text in texts if text.lstrip().startswith(("SELECT ", "INSERT ", "UPDATE ", "DELETE "))]
