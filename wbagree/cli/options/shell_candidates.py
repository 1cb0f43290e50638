"""Completion candidates that no shell can run.

Typer's functions for shells evaluate what a program prints, and its escaping can be got round; candidates come from a
register, which may be a stranger's. So that nothing is left to escape, a candidate is letters, digits and three
marks.
"""

import re
import sys
from collections.abc import Iterable
from typing import Any

from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete

# A key, a code, a word of a vocabulary, an option.
_CANDIDATE = re.compile(r"-{0,2}[A-Za-z0-9][A-Za-z0-9._-]*")
# Characters of a help, besides letters and digits of any script.
_MARKS = frozenset(" ,.-")
# Characters; two columns of candidates fit a terminal then.
_LONGEST_HELP = 60


class SafeCompletion(ShellComplete):
    """Completion with safe candidates only; a failure gives none."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the candidates; the shell completes files itself."""
        try:
            found = super().get_completions(args, incomplete)
        except Exception:  # noqa: BLE001  (a traceback in the middle of a command line helps no one)
            return []
        return safe_candidates(found)


def safe_candidates(found: Iterable[CompletionItem]) -> list[CompletionItem]:
    """Return the candidates that are safe for every shell."""
    items = ((str(item.value), item) for item in found if item.type == "plain")
    return [CompletionItem(value, help=_help(item)) for value, item in items if _CANDIDATE.fullmatch(value)]


def _help(item: CompletionItem) -> str | None:
    """Return the help on one line, in harmless characters."""
    text = "".join(char if char.isalnum() or char in _MARKS else " " for char in item.help or "")
    encoding = sys.stdout.encoding or "ascii"
    line = " ".join(text.encode(encoding, errors="ignore").decode(encoding).split())
    return f"{line[:_LONGEST_HELP].rstrip()}..." if len(line) > _LONGEST_HELP else line or None


class _Bash(SafeCompletion, BashComplete):
    pass


class _Zsh(SafeCompletion, ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f'"{item.value}":"{item.help}"' if item.help else f'"{item.value}"'


class _Fish(SafeCompletion, FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(SafeCompletion, PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}:::{item.help or ' '}"


def register_shells() -> None:
    """Replace Typer's completion classes, registered when the app was made."""
    shells: dict[str, type[Any]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}
    for name, made in (shells | {"powershell": _PowerShell, "pwsh": _PowerShell}).items():
        add_completion_class(made, name)
