"""Every command of the program, found by walking the tree that Typer makes: no list can miss a new one."""

from collections.abc import Iterator
from typing import Any

import typer

from wbagree.cli import app

ROOT = typer.main.get_command(app)


def _walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from _walk(child, (*path, name))


# The words that name a command, none for the program itself, to the command; groups are commands as well.
TREE: dict[tuple[str, ...], Any] = dict(_walk(ROOT))
# Those that can be run as they are: commands, and groups that do something by themselves.
RUN = {
    path: command
    for path, command in TREE.items()
    if path and (not hasattr(command, "commands") or command.invoke_without_command)
}
