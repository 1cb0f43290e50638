"""``wbagree tallies``: counts of others, cited as theirs."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.option_fields import typed_fields, with_options
from wbagree.cli.options.tally_options import TallyFields
from wbagree.cli.output.rows import FormatOption, OutputOption, entity_row, print_rows, row_set_of
from wbagree.cli.output.streams import open_output, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.tallies import TALLY, TALLY_FIELDS, write_tally
from wbagree.domain.text.sentences import capitalise
from wbagree.errors import UsageProblem
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.services.entity_changes import apply_changes_of_subject, refuse_identical_entity

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("key", *TALLY_FIELDS)
# Two tallies with the same of these are one.
_IDENTITY = ("about", "by", "on", "parties")


def _with_tally_fields(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, TallyFields)


@app.callback(
    invoke_without_command=True,
    help=(
        "Record statistics that others published. They are cited as theirs, and never added to counts of agreements."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree tallies\n"
        "  wbagree tallies add --about 'agreements signed since 2014' --parties AL,XK --total 86 --full 49% \\\n"
        "      --partial 36% --none 9% --unknown 6% --counted-by 'Monitor' --on 2024 --cite 'Report 12 <https://example.org>'"
    ),
)
def tallies(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, format_, output)


@app.command("list", help="List the tallies.", epilog="\b\nExample:\n  wbagree tallies list --format csv")
def list_tallies(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    _list(ctx, format_, output)


def _list(ctx: typer.Context, format_: Any, output: Any) -> None:
    from wbagree.store.read import entity_cells

    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        tallies = entity_cells.tallies(connection)
    print_rows(row_set_of([entity_row(tally, _COLUMNS) for tally in tallies.values()], _COLUMNS), format_, output)
    if not tallies:
        print_message("No statistics recorded. To add some: wbagree tallies add --help")


@app.command("show", help="Show a tally.", epilog="\b\nExample:\n  wbagree tallies show tally-1")
def show(ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.services.tallies import find_tally

    with register.open_for_reading(ctx) as connection:
        tally = find_tally(connection, key)
    facts = {"Key": tally.key, "Of": " ".join(tally.parties), "Counted by": f"{tally.by}, {tally.on}",
             "Source": tally.source, "Notes": tally.notes}  # fmt: skip
    with open_output(None) as file:
        file.write(f"{capitalise(tally.sentence())}\n\n")
        write_labelled(((name, [text]) for name, text in facts.items() if text), file)


@app.command(
    "add",
    help="Add what somebody else counted, with who, when and where.",
    epilog=(
        "\b\nExample:\n"
        "  wbagree tallies add --about 'agreements signed since 2014' --parties AL,XK --total 86 --full 49% \\\n"
        "      --partial 36% --none 9% --unknown 6% --counted-by 'Monitor' --on 2024 --cite 'Report 12'"
    ),
)
@_with_tally_fields
def add(ctx: typer.Context, options: TallyFields) -> None:
    from wbagree.services.tallies import typed_tally
    from wbagree.store.write.entities import next_key
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx) as session:
        connection = raw_connection(session)
        new = typed_tally(connection, next_key(session, TALLY), typed_fields(options))
        refuse_identical_entity(connection, TALLY, write_tally(new), _IDENTITY, "wbagree tallies edit")
        apply_changes_of_subject(session, TALLY, {new.key: (None, write_tally(new))})
    print_message(f"added {new.key}: {new.by}, {new.on}: {new.sentence()}")
    print(new.key)


@app.command(
    "edit",
    help="Change what is said of a tally; an empty value clears it.",
    epilog="\b\nExample:\n  wbagree tallies edit tally-1 --notes 'The monitor counts annexes as agreements.'",
)
@_with_tally_fields
def edit(ctx: typer.Context, options: TallyFields, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.services.tallies import find_tally, typed_tally
    from wbagree.store.write.session import raw_connection

    if not (given := typed_fields(options)):
        raise UsageProblem("nothing to change; name a field: wbagree tallies edit --help")
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        before = find_tally(raw_connection(session), key)
        after = typed_tally(raw_connection(session), before.key, given, before)
        apply_changes_of_subject(session, TALLY, {before.key: (write_tally(before), write_tally(after))})
    print_message(f"{before.key}: {'nothing changed' if after == before else after.sentence()}")


@app.command(
    "delete",
    help="Delete a tally; wbagree undo brings it back.",
    epilog="\b\nExample:\n  wbagree tallies delete tally-1",
)
def delete(ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.services.tallies import find_tally
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        before = find_tally(raw_connection(session), key)
        apply_changes_of_subject(session, TALLY, {before.key: (write_tally(before), None)})
    print_message(f"deleted {before.key}: {before.sentence()}; wbagree undo brings it back")
