"""``wbagree show``: one record, whole."""

from datetime import date
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_as_of_day, read_moment
from wbagree.cli.options.restricted import RestrictedOption, leaves_terminal
from wbagree.cli.output.streams import has_colour, open_output, print_message, print_optional_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Record
from wbagree.errors import InvalidRecord, UsageProblem
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.services.restricted import hidden_keys, left_out_relations_sentence, refuse_hidden, refuse_restricted

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help="Show one agreement in full, with the reason for its status.",
    epilog="\b\nExamples:\n  wbagree show AL-XK-2012-1\n  wbagree show AL-XK-2012-1 --as-of 2011 --format json",
)
def show(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.complete_keys)],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Status as of that day.")] = None,
    as_recorded: Annotated[
        str | None,
        typer.Option("--as-recorded", metavar="DATE", help="As it stood here at the end of that day, or then."),
    ] = None,
    with_restricted: RestrictedOption = False,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    from wbagree.services.agreement_context import context_of
    from wbagree.store.read import agreements

    if format_ not in ("text", "json"):
        raise UsageProblem(f"--format {format_!r}: text or json")
    refuse_empty_options(as_of=as_of, as_recorded=as_recorded)
    public = leaves_terminal() and not with_restricted
    if as_recorded:
        record, context = _as_recorded(ctx, key, as_recorded, read_as_of_day(as_of), public=public)
    else:
        with register.open_or_hint(ctx) as connection:
            record = agreements.record(connection, key, read_as_of_day(as_of))
            context = context_of(connection, record, hidden_keys(connection, with_restricted=not public))
    if public:
        refuse_restricted([record.agreement])
    print_optional_message(left_out_relations_sentence(context.left_out))
    with open_output(None) as file:
        if format_ == "json":
            from wbagree.formats.data.json import sheet_object, write_jsonl

            write_jsonl([sheet_object(record, context)], file)
        else:
            from wbagree.formats.terminal.agreement_sheet import write_agreement_sheet

            write_agreement_sheet(record, context, file, bold=has_colour())


def _as_recorded(
    ctx: typer.Context, key: str, when: str, day: date | None, *, public: bool
) -> tuple[Record, AgreementContext]:
    """Return the record as it was, and its context.

    It is restored in a transaction that is rolled back, so that one rule computes its status.
    """
    from wbagree.services.agreement_changes import validator_for
    from wbagree.services.agreement_context import context_of
    from wbagree.store.read import agreements, history
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    until = read_moment(when, after=True)
    with register.open_for_change(ctx, RegisterUse.EXISTING, dry_run=True) as session:
        connection = raw_connection(session)
        stood = history.agreement_as_recorded(connection, key, until)
        for one in stood.doubtful:
            print_message(
                f"note: change set {one.number} is dated {one.at}, but was made after one that is dated later than"
                f" {when}: a clock was wrong. Shown is what stood before it"
            )
        if stood.cells is None:
            raise history.not_recorded_error(key, when)
        hidden = hidden_keys(connection, with_restricted=not public)
        refuse_hidden([stood.cells["key"]], hidden)  # restricted since then, or when it was deleted
        agreement, problems = validator_for(connection, by_clock=False).validate(stood.cells)
        if agreement is None:
            raise InvalidRecord(list(map(str, problems)))
        now = agreements.record(connection, agreement.key).agreement if stood.still_exists else None
        apply_agreement_changes(session, [AgreementChange(now, agreement)])
        record = agreements.record(connection, agreement.key, day)
        return record, context_of(connection, record, hidden)
