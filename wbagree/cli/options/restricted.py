"""The option for what is marked restricted, and whether an answer needs it."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli.output.streams import on_terminal

RestrictedOption = Annotated[
    bool, typer.Option("--with-restricted", help="Also what is marked restricted; on a terminal it is shown anyway.")
]


def leaves_terminal(output: Path | None = None) -> bool:
    """Return whether an answer leaves the terminal: for a file, or through a pipe."""
    return output is not None or not on_terminal()
