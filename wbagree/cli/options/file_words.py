"""A file or a format among the bare words of a command.

``wbagree list AL-XK out.csv`` is ``wbagree list AL-XK --output out.csv``.
"""

import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

from wbagree.cli.file_formats import is_file_word
from wbagree.errors import UsageProblem


def split_off_file(words: Sequence[str], output: Path | None) -> tuple[list[str], Path | None]:
    """Split the file to write to off the words of a command.

    It is ``output`` if no word ends as a file does. UsageProblem when several files are named.
    """
    files = [Path(word) for word in words if is_file_word(word)]
    named = list(dict.fromkeys([*files, *([output] if output else [])]))
    if len(named) > 1:
        raise UsageProblem(f"several files are named: {', '.join(map(str, named))}", "name one")
    return [word for word in words if not is_file_word(word)], next(iter(named), None)


def needed_file(file: Path | None, example: str) -> Path:
    """Return the file to write to; UsageProblem without one."""
    if file is None:
        raise UsageProblem("Which file?", f"For example: {example}")
    return file


def split_off_format(words: Sequence[str], formats: type[StrEnum] | None) -> tuple[list[str], StrEnum | None]:
    """Split the name of a format off the words of a command."""
    found = [formats(word) for word in words if word in set(formats or ())] if formats else []
    if len(set(found)) > 1:
        raise UsageProblem(f"several formats are named: {', '.join(found)}", "name one")
    return [word for word in words if word not in found], next(iter(found), None)


def formats_of(command: Callable[..., None]) -> type[StrEnum] | None:
    """Return the formats that a command's argument ``format_`` can have."""
    parameter = inspect.signature(command).parameters.get("format_")
    kinds: tuple[Any, ...] = get_args(get_args(parameter.annotation)[0]) if parameter else ()
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)), None)
