"""The command ``wbagree import`` and its options."""

import sqlite3
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.command_line import readable_word
from wbagree.cli.commands.import_.questions import ListedQuestions, import_questions
from wbagree.cli.commands.import_.run import ImportRun
from wbagree.cli.options.foreign_list_options import ForeignListOptions, with_foreign_list_options
from wbagree.cli.output import import_report
from wbagree.cli.output.streams import (
    is_interactive,
    is_stderr_terminal,
    is_stdout_terminal,
    print_message,
)
from wbagree.cli.register import RegisterUse
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import UsageProblem
from wbagree.formats.list_readers import saved_mappings
from wbagree.formats.list_readers.vocabulary import bundled_titles
from wbagree.services.agreement_changes import validator_for
from wbagree.services.list_files import refuse_unreadable_list, stdin_as_file
from wbagree.services.refused_rows import refused_rows_path
from wbagree.services.saved_question_lists import questions_in

if TYPE_CHECKING:
    from wbagree.store.write.import_policy import OnDuplicate

app = typer.Typer(**TYPER_SETTINGS)

_CHOICES = ("skip", "update", "add", "ask")


@app.command(
    help=(
        "Import agreements from a spreadsheet, CSV or JSON file (- for stdin), in the layout of export or any other."
        " Headers, parties, dates, forms and types are understood in the region's languages. All rows are checked"
        " first: if one cannot be stored, none is, and every problem is shown with its line and column. --preview"
        " shows how the list was understood. A row with a key of the register updates that agreement."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree import agreements.csv --dry-run\n"
        "  wbagree import agreements.csv --preview\n"
        "  wbagree import lista.xlsx --home XK --preview\n"
        "  wbagree import lista.xlsx --home XK --set confidence=high --save-map ministry\n"
        "  wbagree import next-year.xlsx --use-map ministry --skip-invalid --on-duplicate update\n"
        "  wbagree import treaties.csv --map 'Vertragsstaat=partner' --party 'Ceylon=LK' --keep-unmapped"
    ),
)
@with_foreign_list_options
def import_(
    ctx: typer.Context,
    options: ForeignListOptions,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    preview: Annotated[bool, typer.Option("--preview", help="Show how the list was understood, store no row.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store no row.")] = False,
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Store the good rows, write the others to FILE.refused.csv.")
    ] = False,
    on_duplicate: Annotated[
        str | None,
        typer.Option(
            "--on-duplicate",
            metavar="skip|update|add|ask",
            help="For probable duplicates: skip them (the default), fill empty fields, add them, or ask (the default at"
            " a terminal).",
            autocompletion=lambda: list(_CHOICES),
        ),
    ] = None,
    restore: Annotated[bool, typer.Option("--restore", help="Bring back agreements that were deleted here.")] = False,
) -> None:
    from wbagree.store.write.import_policy import ImportPolicy

    nothing = dry_run or preview
    name = "stdin" if str(file) == "-" else readable_word(file.name)
    with _on_disk(file) as path:  # first, so that a missing list makes no register
        with register.open_for_reading(ctx, RegisterUse.TRIAL if nothing else RegisterUse.NEW) as connection:
            book = _book(connection)
        mapping, reader_options = options.mapping_and_reader_options(book)
        choice = _choice(on_duplicate, interactive=is_interactive() and not nothing)
        policy = ImportPolicy(
            restore=restore,
            skip_invalid=skip_invalid,
            on_duplicate=choice,
            read_title=bundled_titles().read,
            validator_for=validator_for,
            discreet=not is_stderr_terminal() or (preview and not is_stdout_terminal()),
        )
        if (questions := questions_in(path, name, reader_options)) is not None:
            listed = ListedQuestions(ctx, name, questions)
            import_questions(ctx, listed, dry_run=nothing, skip_invalid=skip_invalid)
            return
        run = ImportRun(ctx, path, name, reader_options, mapping, policy)
        if preview:
            run.preview()
        else:
            if choice == "ask":
                run.ask_about_duplicates()
            result = run.import_list(
                dry_run=dry_run, refused=refused_rows_path(file) if skip_invalid and not dry_run else None
            )
            import_report.print_result_or_refuse(
                result,
                name,
                dry_run=dry_run,
                skip_invalid=skip_invalid,
                hints=run.refusal_hints(result),
                noun=run.noun,
            )
            run.raise_write_failure()
    if options.save_map:
        print_message(
            f"this mapping is kept as {saved_mappings.save_mapping(options.save_map, mapping, reader_options)}"
        )


def _on_disk(file: Path) -> AbstractContextManager[Path]:
    """Return the path of the list; of stdin (``-``) a copy."""
    if str(file) == "-":
        return stdin_as_file(getattr(sys.stdin, "buffer", None))
    refuse_unreadable_list(file)
    return nullcontext(file)


def _book(connection: sqlite3.Connection) -> PartyBook:
    from wbagree.store.read.parties_and_types import party_book

    return party_book(connection)


def _choice(text: str | None, *, interactive: bool) -> "OnDuplicate":
    from wbagree.store.write.import_policy import OnDuplicate

    if text is None:
        return OnDuplicate.ASK if interactive else OnDuplicate.SKIP
    if text not in _CHOICES:
        raise UsageProblem(f"--on-duplicate {text!r}: one of {', '.join(_CHOICES)}")
    if text == "ask" and not is_interactive():
        raise UsageProblem("--on-duplicate ask needs a terminal.", "Use skip, update or add.")
    return OnDuplicate(text)
