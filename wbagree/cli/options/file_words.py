"""A file or a format among the bare words of a command.

``wbagree list AL-XK out.csv`` is ``wbagree list AL-XK --output out.csv``.
"""

import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, get_args

from wbagree.cli.file_formats import is_file_word
from wbagree.errors import UsageProblem

# The commands that write documents, by format.
_WRITTEN_BY = {
    **dict.fromkeys(("xlsx", "docx"), ("wbagree", "export")),
    "html": ("wbagree", "report"),
    **dict.fromkeys(("svg", "png"), ("wbagree", "plot", "timeline")),
}


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
    """Split the name of a format off the words of a command.

    UsageProblem for several, and for the format of another command.
    """
    found = [formats(word) for word in words if word in set(formats or ())] if formats else []
    if len(set(found)) > 1:
        raise UsageProblem(f"several formats are named: {', '.join(found)}", "name one")
    rest = [word for word in words if word not in found]
    for word in rest:
        if word in _WRITTEN_BY:
            refuse_format(word, Path(f"agreements.{word}"), [other for other in rest if other != word])
    return rest, next(iter(found), None)


def refuse_format(format_: str, file: Path, words: Sequence[str]) -> NoReturn:
    """Raise UsageProblem for a format of another command, with its call."""
    from shlex import join

    raise UsageProblem(
        f"This command writes no {format_}.", f"Type: {join((*_WRITTEN_BY[format_], *words, str(file)))}"
    )


def is_written_elsewhere(format_: str) -> bool:
    """Return whether a format is of documents that other commands write."""
    return format_ in _WRITTEN_BY


def formats_of(command: Callable[..., None]) -> type[StrEnum] | None:
    """Return the formats that a command's argument ``format_`` can have."""
    parameter = inspect.signature(command).parameters.get("format_")
    kinds: tuple[Any, ...] = get_args(get_args(parameter.annotation)[0]) if parameter else ()
    return next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)), None)
