"""The option to include restricted agreements."""

from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli.output.streams import is_stdout_terminal

RestrictedOption = Annotated[
    bool,
    typer.Option("--with-restricted", help="Include restricted agreements in files. (The terminal always shows them.)"),
]


def leaves_terminal(output: Path | None = None) -> bool:
    """Return whether an answer leaves the terminal for a file or pipe."""
    return output is not None or not is_stdout_terminal()
