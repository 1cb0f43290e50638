"""The option for the footnote on Kosovo."""

from typing import Annotated, Any

import typer

from wbagree.cli.output.kosovo import KOSOVO_NOTE_VARIABLE


def kosovo_note_option(help_: str) -> Any:
    """Return the option, which the environment answers where it is not given."""
    return typer.Option("--kosovo-note/--no-kosovo-note", envvar=KOSOVO_NOTE_VARIABLE, help=help_)


KosovoNoteOption = Annotated[bool, kosovo_note_option("Write Kosovo* with the footnote on its designation.")]
