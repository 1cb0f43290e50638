"""``wbagree add``: one new agreement."""

import sqlite3
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import is_file_word
from wbagree.cli.options import completion
from wbagree.cli.options.agreement_options import AgreementOptions, with_agreement_options
from wbagree.cli.output.restricted_messages import description_in_message, title_in_message
from wbagree.cli.output.streams import is_interactive, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.filter import Filter
from wbagree.errors import Duplicate, UsageProblem
from wbagree.services.agreement_changes import (
    refuse_wrong_fields,
    unlikely_date_notes,
    validate_or_refuse,
    validator_for,
    with_codes,
)

if TYPE_CHECKING:
    from wbagree.domain.agreements.duplicates import DuplicateMatch

app = typer.Typer(**TYPER_SETTINGS)

_WORDS = "The title in quotes, parties, form, types, date signed, status, level or an address, in any order."


@app.command(
    help=(
        "Add an agreement and print its key. At a terminal, missing fields are asked for, and the agreement is shown"
        " before it is saved. A probable duplicate is refused."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree add\n"
        "  wbagree add 'MoU on cyber incidents' AL XK mou mla yesterday\n"
        "  wbagree add -p AL-XK -f mou -t joint-patrol --signed yesterday \\\n"
        "      --title 'MoU on joint patrols' --cite 'Ministry of Interior <https://mb.gov.al/>'"
    ),
)
@with_agreement_options
def add(
    ctx: typer.Context,
    options: AgreementOptions,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help=_WORDS, autocompletion=completion.complete_words),
    ] = None,
    allow_duplicate: Annotated[
        bool, typer.Option("--allow-duplicate", help="Add it even when it looks like an agreement already here.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Save without asking.")] = False,
) -> None:
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    cells: Mapping[str, str] = options.typed_fields()
    if words:
        cells = _with_words(ctx, cells, words)
    accepted, reviewed = "", is_interactive() and not (yes or dry_run)
    if is_interactive():
        # Before the register is locked, because answers may take an hour.
        cells = _ask(ctx, cells, propose_source=not yes)
        if reviewed:
            accepted = _review(ctx, cells, allow_duplicate=allow_duplicate)
    with register.open_for_change(ctx, dry_run=dry_run) as session:
        connection = raw_connection(session)
        agreement = validate_or_refuse(connection, {"confidence": "low", **cells})
        found = None if allow_duplicate else _find_duplicate(connection, agreement)
        if found and found.other.key != accepted:
            raise _refusal(found)
        (key,) = apply_agreement_changes(session, [AgreementChange(None, agreement)])
        notes = [] if reviewed else unlikely_date_notes(connection, agreement)
    for line in notes:
        print_message(line)
    print_message(f"{'would be added as' if dry_run else 'added'} {key}: {title_in_message(agreement)}")
    print(key)


def _with_words(ctx: typer.Context, typed: Mapping[str, str], words: list[str]) -> dict[str, str]:
    """Return the typed fields and those of bare words, which are printed."""
    from wbagree.services.agreement_words import read_agreement_words, with_typed_fields

    if files := [word for word in words if is_file_word(word)]:
        raise UsageProblem(f"{files[0]} is a file.", f"To add what it lists: wbagree import {files[0]}")
    with register.open_for_reading(ctx, RegisterUse.TRIAL) as connection:
        read = read_agreement_words(connection, words)
    cells, notes = with_typed_fields(read.cells, typed)
    print_message(read.meaning)
    for note in notes:
        print_message(note)
    return cells


def _ask(ctx: typer.Context, given: Mapping[str, str], *, propose_source: bool) -> dict[str, str]:
    """Return what was given, and the answers to what was not."""
    from wbagree.cli.prompts.questionnaire import ask_again, ask_missing_fields
    from wbagree.store.write.change_log import current_user

    # A register that does not exist yet is made when the agreement is saved.
    with register.open_for_reading(ctx, RegisterUse.TRIAL) as connection:
        refuse_wrong_fields(connection, given)
        validator = validator_for(connection, is_typed=True)
    given = {**given, **({} if propose_source else {"sources": given.get("sources", "")})}
    answers = ask_missing_fields(with_codes(validator, given), validator, current_user())
    return ask_again({"confidence": "low", **answers}, validator, current_user())


def _review(ctx: typer.Context, cells: Mapping[str, str], *, allow_duplicate: bool) -> str:
    """Show the agreement, and ask whether to save it.

    Returns the key of a probable duplicate that was accepted, or ''. Abort when it is not to be saved.
    """
    from wbagree.formats.terminal.agreement_sheet import write_sheet_without_key
    from wbagree.services.agreement_context import context_of
    from wbagree.store.read import agreements
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, dry_run=True) as session:
        connection = raw_connection(session)
        agreement = validate_or_refuse(connection, cells)
        found = None if allow_duplicate else _find_duplicate(connection, agreement)
        (key,) = apply_agreement_changes(session, [AgreementChange(None, agreement)])
        record = agreements.record(connection, key)
        context = context_of(connection, record, set())
        notes = unlikely_date_notes(connection, record.agreement)
    sys.stderr.write("\n")
    write_sheet_without_key(record, context, sys.stderr)
    sys.stderr.write("\n")
    for line in notes:
        print_message(line)
    if found is None:
        typer.confirm("Save?", default=True, abort=True, err=True)
        return ""
    other = found.other
    print_message(f"{found.sentence}: {description_in_message(other)}.")
    if not typer.confirm("Save it all the same?", default=False, err=True):
        raise Duplicate("Nothing was stored.", f"To change the other one: wbagree edit {other.key}")
    return other.key


def _find_duplicate(connection: sqlite3.Connection, new: Agreement) -> "DuplicateMatch | None":
    from wbagree.domain.agreements.duplicates import find_duplicate
    from wbagree.formats.list_readers.vocabulary import bundled_titles
    from wbagree.store.read import agreements

    same_parties = Filter(parties=new.parties, inherited=False)
    known = [found.agreement for found in agreements.records(connection, same_parties)]
    return find_duplicate(new, known, bundled_titles().read)


def _refusal(found: "DuplicateMatch") -> Duplicate:
    other = found.other
    return Duplicate(
        f"{found.sentence}: {description_in_message(other)}. Nothing was stored.",
        f"To change that one: wbagree edit {other.key}. To add this one as well: --allow-duplicate.",
    )
