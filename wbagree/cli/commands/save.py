"""``wbagree save``: a question is kept under a name."""

from datetime import date
from typing import Annotated, Any

import typer

from wbagree.cli import COMMANDS, TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.saved_questions import command_to_answer, question_words, try_question
from wbagree.cli.output.streams import print_message
from wbagree.cli.parser import StrictCommand
from wbagree.cli.register import RegisterUse
from wbagree.domain.saved_questions import (
    SAVED_QUESTION,
    SavedQuestion,
    is_name,
    normal_name,
    question_in_words,
    write_saved,
)
from wbagree.errors import Duplicate, UsageProblem

app = typer.Typer(**TYPER_SETTINGS)

_EXAMPLE = "For example: wbagree save extradition-wb6 gaps wb6 extradition"


class _SaveCommand(StrictCommand):
    """A command that leaves the options of the question as they are."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = args[1:] if args[:1] == ["--"] else args
        end = rest.index("--") if "--" in rest else len(rest)
        own = [arg for arg in rest[:end] if arg in ("--replace", *ctx.help_option_names)]
        question = [arg for arg in rest[:end] if arg not in own]
        return super().parse_args(ctx, [*own, "--", *question, *rest[end:]])


@app.command(
    cls=_SaveCommand,
    help=(
        "Save a question under a name: the command that answers it, with its words and options. wbagree saved NAME"
        " answers it again. Times such as 6m count from the day of the answer. A file to write to is not saved; type it"
        " behind the name."
    ),
    short_help="Save a question under a name.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree save extradition-wb6 gaps wb6 extradition\n"
        "  wbagree save deadlines due wb6 6m\n"
        "  wbagree save deadlines due wb6 1y --replace"
    ),
)
def save(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME COMMAND [WORDS]...", autocompletion=completion.complete_question,
                       help="A name of letters, digits and hyphens, then the question as you type it."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the question that has this name.")] = False,
) -> None:  # fmt: skip
    from wbagree.services.entity_changes import apply_changes_of_subject
    from wbagree.store.read import entity_cells
    from wbagree.store.write.session import raw_connection

    if not words:
        raise UsageProblem("Which question, and under which name?", _EXAMPLE)
    name = _typed_name(words)
    if not any(map(str.strip, words[1:])):
        raise UsageProblem(f"Which question is {name!r}?", f"For example: wbagree save {name} gaps wb6 extradition")
    new = SavedQuestion(name, question_words(ctx, name, words[1:]), date.today().isoformat())
    try_question(ctx, new.words)
    question = question_in_words(new.words)
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        old = entity_cells.saved_questions(raw_connection(session)).get(name)
        if old and old.words != new.words and not replace:
            raise Duplicate(
                f"{name} is saved already: {question_in_words(old.words)}",
                f"To replace it: wbagree save {name} --replace {question}",
            )
        if old is None or old.words != new.words:
            change = write_saved(old) if old else None, write_saved(new)
            apply_changes_of_subject(session, SAVED_QUESTION, {name: change})
    before = f"It was: {question_in_words(old.words)}\n" if old and old.words != new.words else ""
    print_message(f"{name} is saved: {question}\n{before}To answer it again: {command_to_answer(name, new.words)}")


def _typed_name(words: list[str]) -> str:
    """Return the name of a new question; UsageProblem for another text."""
    name = normal_name(words[0])
    if name in COMMANDS:
        rest = question_in_words(words)
        raise UsageProblem(
            f"{name!r} is a command, and cannot be a name.", f"Type a name first: wbagree save NAME {rest}"
        )
    if not is_name(name):
        raise UsageProblem(f"{words[0]!r} cannot be a name.", f"Use letters, digits and hyphens. {_EXAMPLE}")
    return name
