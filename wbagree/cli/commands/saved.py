"""``wbagree saved``: saved questions, answered again or listed."""

from pathlib import Path
from typing import Annotated, Any

import typer

from wbagree.cli import COMMANDS, TYPER_SETTINGS, register
from wbagree.cli.file_formats import is_file_word
from wbagree.cli.options import completion
from wbagree.cli.options.file_words import split_off_file
from wbagree.cli.options.restricted import RestrictedOption, leaves_terminal
from wbagree.cli.options.saved_questions import question_words, run_question, with_more_words
from wbagree.cli.output.rows import FormatOption, OutputOption, RowFormat, print_rows, row_set_of
from wbagree.cli.output.streams import print_message, print_optional_message
from wbagree.cli.parser import StrictCommand
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.saved_questions import (
    COLUMNS,
    SAVED_QUESTION,
    SavedQuestion,
    listed_cells,
    normal_name,
    question_in_words,
    write_saved,
)
from wbagree.domain.text.suggestions import similar_texts
from wbagree.errors import NotFound, UsageProblem

app = typer.Typer(**TYPER_SETTINGS)

_EXAMPLE = "wbagree save extradition-wb6 gaps wb6 extradition"


def _is_name(word: str) -> bool:
    return not word.startswith("-") and not is_file_word(word)


class _SavedCommand(StrictCommand):
    """A command that leaves what follows a name to the question."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and _is_name(args[0]):
            own = [arg for arg in args if arg in ("--delete", *ctx.help_option_names)]
            args = [*own, "--", *(arg for arg in args if arg not in own)]
        return super().parse_args(ctx, args)


@app.command(
    cls=_SavedCommand,
    help=(
        "Answer a saved question, with more words and options behind its name, such as a file to write to. Without a"
        " name, list the saved questions."
    ),
    short_help="Answer a saved question, or list them.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree saved\n"
        "  wbagree saved extradition-wb6\n"
        "  wbagree saved extradition-wb6 mla --format csv\n"
        "  wbagree saved extradition-wb6 gaps.md\n"
        "  wbagree saved extradition-wb6 --delete"
    ),
)
def saved(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME] [WORDS]...", autocompletion=completion.complete_saved,
                       help="The name, then more words and options of the question."),
    ] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the question of this name.")] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
    with_restricted: RestrictedOption = False,
) -> None:  # fmt: skip
    if not words or words == ["list"] or not _is_name(words[0]):
        if delete:
            raise UsageProblem("Which question?", "For example: wbagree saved extradition-wb6 --delete")
        files = [word for word in words or () if word != "list"]
        _list(ctx, split_off_file(files, output)[1], format_, with_restricted=with_restricted)
        return
    name, *more = words
    # Options before the name are the question's as well.
    more += [*(["--format", format_] if format_ else []), *(["--output", str(output)] if output else [])]
    more += ["--with-restricted"] if with_restricted else []
    if not delete:
        _answer(ctx, name, more)
    elif more:
        raise UsageProblem("--delete takes a name only.", f"To delete it: wbagree saved {name} --delete")
    else:
        _delete(ctx, name)


def _list(ctx: typer.Context, output: Path | None, format_: RowFormat | None, *, with_restricted: bool) -> None:
    from wbagree.services.saved_questions import left_out_questions_sentence, visible_questions

    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        found, left_out = visible_questions(connection, with_restricted=with_restricted or not leaves_terminal(output))
    print_optional_message(left_out_questions_sentence(left_out))
    rows = [dict(zip(COLUMNS, listed_cells(one), strict=True)) for one in found]
    print_rows(row_set_of(rows, COLUMNS), format_, output, private=with_restricted)
    print_message(
        f"{pluralise(len(rows), 'saved question')}. To answer one: wbagree saved NAME"
        if rows
        else f"No saved questions. To save one: {_EXAMPLE}"
    )


def _found(saved: dict[str, SavedQuestion], typed: str) -> SavedQuestion:
    """Return the saved question of a typed name; NotFound names similar ones."""
    name = normal_name(typed)
    if name not in saved:
        if name in COMMANDS:
            raise UsageProblem(f"{name!r} is a command, and no saved question has its name.",
                               "Type: wbagree saved NAME, or wbagree saved NAME --delete")  # fmt: skip
        raise NotFound("saved question", typed, similar_texts(name, saved), "To list them: wbagree saved")
    return saved[name]


def _answer(ctx: typer.Context, name: str, more: list[str]) -> None:
    from wbagree.store.read import entity_cells

    with register.open_for_reading(ctx) as connection:
        question = _found(entity_cells.saved_questions(connection), name)
    try:
        words = question_words(ctx, question.name, question.words)
    except UsageProblem as problem:  # another program wrote it
        problem.hint = f"To delete it: wbagree saved {question.name} --delete"
        raise
    print_message(f"wbagree {question_in_words(with_more_words(words, more))}")
    run_question(ctx, words, more)


def _delete(ctx: typer.Context, name: str) -> None:
    from wbagree.services.entity_changes import apply_changes_of_subject
    from wbagree.store.read import entity_cells
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        old = _found(entity_cells.saved_questions(raw_connection(session)), name)
        apply_changes_of_subject(session, SAVED_QUESTION, {old.name: (write_saved(old), None)})
    print_message(f"Deleted {old.name}: {question_in_words(old.words)}\nTo undo: wbagree undo")
