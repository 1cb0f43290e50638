"""``wbagree sql``: a query in SQL over documented views."""

import sys
import textwrap
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.dates import read_as_of_day
from wbagree.cli.output.rows import FormatOption, OutputOption, RowSet, print_rows
from wbagree.cli.output.streams import open_output, print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.query_views import QUERY_VIEWS
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.formats.common.grid import Grid

app = typer.Typer(**TYPER_SETTINGS)

# Each view with its columns, in lines that fit a terminal.
_VIEWS = "\n".join(
    f"{view.name}: {view.content}\n{textwrap.indent(textwrap.fill(', '.join(view.columns), 72), '    ')}"
    for view in QUERY_VIEWS
)


@app.command(
    help=(
        "Answer a SELECT over documented views of the register, which it cannot change. Without a query, list the"
        " views with their columns. Restricted agreements and names of persons are not in them."
    ),
    short_help="Answer a query in SQL over documented views.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree sql --views\n"
        "  wbagree sql \"SELECT key, title FROM agreements WHERE signed_latest < '1970'\"\n"
        '  wbagree sql "SELECT computed_status, count(*) FROM statuses GROUP BY 1" -o statuses.csv\n'
        '  wbagree sql "SELECT pair, count(*) AS n FROM pairs GROUP BY 1 ORDER BY n DESC LIMIT 5"\n\n'
        f"\b\nViews and their columns:\n{textwrap.indent(_VIEWS, '  ')}"
    ),
)
def sql(
    ctx: typer.Context,
    query: Annotated[str | None, typer.Argument(metavar="QUERY", help="A SELECT; - reads it from stdin.")] = None,
    views: Annotated[bool, typer.Option("--views", help="List the views with their columns.")] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day of statuses and pairs, today without it.")
    ] = None,
    with_restricted: Annotated[bool, typer.Option("--with-restricted", help="Also restricted agreements.")] = False,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="Also names, positions, telephones and e-mails of persons.")
    ] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.domain.filter import Filter
    from wbagree.services.restricted import filter_without_restricted
    from wbagree.store.read import user_sql

    refuse_empty_options(as_of=as_of)
    if query is None or views:
        if query is not None or as_of or with_restricted or with_contacts or format_ or output:
            raise UsageProblem("The list of views takes no other option.", "Write a query, or leave the options out.")
        with open_output(None) as file:
            file.write(f"{_VIEWS}\n")
        return
    text = user_sql.read_query(_stdin() if query == "-" else query)
    register.refuse_register_as_output(ctx, output)
    scope = user_sql.Scope(with_restricted, with_contacts, read_as_of_day(as_of))
    with register.open_or_hint(ctx) as connection:
        if not with_restricted:
            filter_without_restricted(connection, Filter(), print_message)
        copy = user_sql.copy_views(connection, text, scope)
    found = user_sql.answer(copy, text, lambda: print_message("The query still runs. Press Ctrl-C to stop it."))
    print_rows(_row_set(found.names, found.rows), format_, output, private=with_restricted or with_contacts)
    print_message(pluralise(len(found.rows), "row"))


def _stdin() -> str:
    from wbagree.store.read import user_sql

    stream = getattr(sys.stdin, "buffer", None)
    most = 4 * user_sql.LONGEST_QUERY  # bytes: a character has at most four
    data = stream.read(most + 1) if stream else b""
    if len(data) > most:
        raise user_sql.too_long()
    try:
        return str(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidValue("The query on stdin is not valid UTF-8.") from error


def _row_set(names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> RowSet:
    """Return an answer for printing, under the names of its columns."""
    shown = [tuple(map(_shown, row)) for row in rows]
    texts = [tuple("" if value is None else str(value) for value in row) for row in shown]
    numeric = tuple(
        any(value is not None for value in column) and all(isinstance(value, int | float | None) for value in column)
        for column in zip(*shown, strict=True)
    )
    return RowSet(
        objects=lambda: [dict(zip(names, row, strict=True)) for row in shown],
        cells=lambda: [names, *texts],
        grid=lambda: Grid(names, texts, numeric),
    )


def _shown(value: Any) -> Any:
    """Return a value as JSON and tables can have it."""
    if isinstance(value, bytes):
        return value.hex()
    # JSON has no infinity.
    return str(value) if isinstance(value, float) and abs(value) == float("inf") else value
