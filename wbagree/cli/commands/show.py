"""``wbagree show``: one record, whole."""

import sqlite3
from datetime import date
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_day
from wbagree.cli.output.streams import in_colour, open_output, print_message
from wbagree.cli.register import Use
from wbagree.domain.agreements.agreement import Record
from wbagree.errors import InvalidRecord
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.services.restricted import (
    RestrictedOption,
    hidden_keys,
    leaves_terminal,
    print_relations_left_out,
    refuse_hidden,
    refuse_restricted,
)

app = typer.Typer(**SETTINGS)


@app.command(
    help="Show one record with everything that is known of it, and why its status is what it is.",
    epilog="\b\nExamples:\n  wbagree show AL-XK-2012-1\n  wbagree show AL-XK-2012-1 --as-of 2011 --format json",
)
def show(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.keys)],
    as_of: Annotated[str, typer.Option("--as-of", metavar="DATE", help="Status as of that day.")] = "",
    as_recorded: Annotated[
        str, typer.Option("--as-recorded", metavar="DATE", help="As it stood here at the end of that day, or then.")
    ] = "",
    with_restricted: RestrictedOption = False,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    from wbagree.errors import UsageProblem
    from wbagree.store.read import agreements

    if format_ not in ("text", "json"):
        raise UsageProblem(f"--format {format_!r}: text or json")
    public = leaves_terminal() and not with_restricted
    if as_recorded:
        record, around = _as_recorded(ctx, key, as_recorded, read_day(as_of), public=public)
    else:
        with register.open_or_hint(ctx) as connection:
            record = agreements.record(connection, key, read_day(as_of))
            around = surroundings(connection, record, hidden_keys(connection, with_restricted=not public))
    if public:
        refuse_restricted([record.agreement])
    print_relations_left_out(around.left_out)
    with open_output(None) as file:
        if format_ == "json":
            from wbagree.formats.data.json import sheet_object, write_jsonl

            write_jsonl([sheet_object(record, around)], file)
        else:
            from wbagree.formats.terminal.agreement_sheet import write_sheet

            write_sheet(record, around, file, bold=in_colour())


def _as_recorded(
    ctx: typer.Context, key: str, when: str, day: date | None, *, public: bool
) -> tuple[Record, AgreementContext]:
    """The record as it stood, put back in a transaction that is not kept: so one rule says its status as well."""
    from wbagree.cli.commands.history import moment
    from wbagree.services.entity_changes import validator_for
    from wbagree.store.read import agreements, recorded_states
    from wbagree.store.write.agreements import AgreementChange, apply, raw_connection

    until = moment(when, after=True)
    with register.writing(ctx, Use.EXISTING, dry_run=True) as session:
        connection = raw_connection(session)
        stood = recorded_states.as_recorded(connection, key, until)
        for one in stood.doubtful:
            print_message(
                f"note: change set {one.number} is dated {one.at}, but was made after one that is dated later than"
                f" {when}: a clock was wrong. Shown is what stood before it"
            )
        if stood.cells is None:
            raise recorded_states.missing(key, when)
        hidden = hidden_keys(connection, with_restricted=not public)
        refuse_hidden([stood.cells["key"]], hidden)  # it may be restricted since, or have been when it was deleted
        agreement, problems = validator_for(connection, by_clock=False).check(stood.cells)
        if agreement is None:
            raise InvalidRecord(list(map(str, problems)))
        now = agreements.record(connection, agreement.key).agreement if stood.here else None
        apply(session, [AgreementChange(now, agreement)])
        record = agreements.record(connection, agreement.key, day)
        return record, surroundings(connection, record, hidden)


def surroundings(connection: sqlite3.Connection, record: Record, hidden: set[str]) -> AgreementContext:
    """Return the names and the other agreements that a record refers to.

    ``hidden`` records appear only where the record itself names them; relations that they state are counted.
    """
    from wbagree.store.read import agreement_context as around
    from wbagree.store.read import codes

    agreement = record.agreement
    stated = around.related_from(connection, agreement.key)
    related = [one for one in stated if one.key not in hidden]
    wanted = [relation.key for relation in (*agreement.relations, *related)]
    return AgreementContext(
        parties=codes.names_of(connection, agreement.parties),
        types=codes.labels_of(connection, agreement.types),
        titles=around.titles(connection, wanted) | dict.fromkeys(hidden, "restricted"),
        related_from=related,
        came_from=around.provenance(connection, agreement.key),
        left_out=len(stated) - len(related),
    )
