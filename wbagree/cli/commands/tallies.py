"""``wbagree tallies``: what others counted, cited as theirs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.shared import option, with_options
from wbagree.cli.output.rows import FormatOption, OutputOption, plain_rows, print_rows
from wbagree.cli.output.streams import open_output, print_message
from wbagree.cli.register import Use
from wbagree.domain.tallies import FIELDS, TALLY, Tally, checked, write_tally
from wbagree.errors import NotFound, UsageProblem, WbagreeError
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_entity_change, refuse_identical

if TYPE_CHECKING:
    import sqlite3

app = typer.Typer(**SETTINGS)

_COLUMNS = ("key", *FIELDS)
# What makes two entries one count.
_IDENTITY = ("about", "by", "on", "parties")


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a tally; None where an option was not given."""

    about: Annotated[str | None, option("--about", metavar="TEXT",
        help="What was counted: 'agreements signed since 2014'.")] = None  # fmt: skip
    parties: Annotated[str | None, option("--parties", metavar="A,B,C", autocompletion=completion.groups,
        help="Whom it is about: AL,XK or a group such as wb6.")] = None  # fmt: skip
    total: Annotated[str | None, option("--total", metavar="N", help="How many were counted.")] = None
    full: Annotated[str | None, option("--full", metavar="N|N%", help="Fully implemented.")] = None
    partial: Annotated[str | None, option("--partial", metavar="N|N%", help="Partly.")] = None
    none: Annotated[str | None, option("--none", metavar="N|N%", help="Not begun.")] = None
    unknown: Annotated[str | None, option("--unknown", metavar="N|N%", help="No information.")] = None
    by: Annotated[str | None, option("--by", metavar="WHO", help="Who counted.")] = None
    on: Annotated[str | None, option("--on", metavar="DATE", help="When.")] = None
    source: Annotated[str | None, option("--source", metavar="'CITATION <URL>'", help="Where that stands.")] = None
    notes: Annotated[str | None, option("--notes", metavar="TEXT", help="What a careful reader must know.")] = None

    def given(self) -> dict[str, str]:
        """Return the texts that were given."""
        return {one.name: text for one in fields(self) if (text := getattr(self, one.name)) is not None}


def _says(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, "said", Said)


@app.callback(
    invoke_without_command=True,
    help=(
        "What others counted, as a monitor publishes it: recorded and cited as theirs, never mixed into counts of"
        " records."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree tallies\n"
        "  wbagree tallies add --about 'agreements signed since 2014' --parties AL,XK --total 86 --full 49% \\\n"
        "      --partial 36% --none 9% --unknown 6% --by 'Monitor' --on 2024 --source 'Report 12 <https://example.org>'"
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
    with register.reading(ctx) as connection:
        known = entity_cells.tallies(connection)
    print_rows(plain_rows([_row(tally) for tally in known.values()], _COLUMNS), format_, output)
    if not known:
        print_message("no tallies are on record; wbagree tallies add --help shows how one is added")


def _row(tally: Tally) -> dict[str, Any]:
    return {"key": tally.key, **write_tally(tally), "parties": list(tally.parties)}


@app.command("show", help="Show a tally.", epilog="\b\nExample:\n  wbagree tallies show tally-1")
def show(ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    with register.reading(ctx) as connection:
        tally = find(connection, key)
    facts = {"Key": tally.key, "Of": " ".join(tally.parties), "Counted by": f"{tally.by}, {tally.on}",
             "Source": tally.source, "Notes": tally.notes}  # fmt: skip
    with open_output(None) as file:
        file.write(f"{tally.sentence()[:1].upper()}{tally.sentence()[1:]}\n\n")
        write_labelled(((name, [text]) for name, text in facts.items() if text), file)


def find(connection: "sqlite3.Connection", key: str) -> Tally:
    """Return the tally with a key; NotFound names those there are."""
    from wbagree.store.read import entity_cells

    known = entity_cells.tallies(connection)
    if key.strip().lower() not in known:
        raise NotFound("tally", key, list(known)[:3], "wbagree tallies lists them")
    return known[key.strip().lower()]


@app.command(
    "add",
    help="Add what somebody else counted, with who, when and where.",
    epilog=(
        "\b\nExample:\n"
        "  wbagree tallies add --about 'agreements signed since 2014' --parties AL,XK --total 86 --full 49% \\\n"
        "      --partial 36% --none 9% --unknown 6% --by 'Monitor' --on 2024 --source 'Report 12'"
    ),
)
@_says
def add(ctx: typer.Context, said: Said) -> None:
    from wbagree.store.write.agreements import raw_connection
    from wbagree.store.write.entities import next_key

    with register.writing(ctx) as session:
        connection = raw_connection(session)
        new = _checked(connection, next_key(session, TALLY), said.given())
        refuse_identical(connection, TALLY, write_tally(new), _IDENTITY, "wbagree tallies edit")
        apply_entity_change(session, TALLY, {new.key: (None, write_tally(new))})
    print_message(f"added {new.key}: {new.by}, {new.on}: {new.sentence()}")
    print(new.key)


@app.command(
    "edit",
    help="Change what is said of a tally; an empty value clears it.",
    epilog="\b\nExample:\n  wbagree tallies edit tally-1 --notes 'The monitor counts annexes as agreements.'",
)
@_says
def edit(ctx: typer.Context, said: Said, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.store.write.agreements import raw_connection

    if said == Said():
        raise UsageProblem("nothing to change; name a field: wbagree tallies edit --help")
    with register.writing(ctx, Use.EXISTING) as session:
        before = find(raw_connection(session), key)
        after = _checked(raw_connection(session), before.key, {**write_tally(before), **said.given()}, before)
        apply_entity_change(session, TALLY, {before.key: (write_tally(before), write_tally(after))})
    print_message(f"{before.key}: {'nothing changed' if after == before else after.sentence()}")


@app.command(
    "delete",
    help="Delete a tally; wbagree undo brings it back.",
    epilog="\b\nExample:\n  wbagree tallies delete tally-1",
)
def delete(ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.store.write.agreements import raw_connection

    with register.writing(ctx, Use.EXISTING) as session:
        before = find(raw_connection(session), key)
        apply_entity_change(session, TALLY, {before.key: (write_tally(before), None)})
    print_message(f"deleted {before.key}: {before.sentence()}; wbagree undo brings it back")


def _checked(
    connection: "sqlite3.Connection", key: str, cells: Mapping[str, str], before: Tally | None = None
) -> Tally:
    book = typed_words.party_book(connection)

    def parties(text: str) -> tuple[str, ...]:
        try:
            return book.resolve_many(text)
        except NotFound as unknown:
            try:
                return book.resolve_pair(text)  # AL-XK, as everywhere else
            except WbagreeError:
                raise unknown from None

    return checked(key, cells, parties, before)
