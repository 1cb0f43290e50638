"""``wbagree history``: who changed what, when, with which command."""

from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_moment
from wbagree.cli.options.restricted import RestrictedOption, leaves_terminal
from wbagree.cli.output.change_rows import change_rows, change_set_sheet, history_of
from wbagree.cli.output.rows import FormatOption, LimitOption, OutputOption, RowFormat, print_rows
from wbagree.cli.output.streams import print_message, print_optional_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.errors import UsageProblem
from wbagree.services import visible_changes
from wbagree.services.restricted import keys_hidden_in_history

if TYPE_CHECKING:
    import sqlite3

    from wbagree.store.read.history import ChangeSetWithChanges

app = typer.Typer(**TYPER_SETTINGS)

# Enough for a screen; a file has them all.
_LATEST = 20


@app.command(
    help=(
        "Show what was changed, the latest first: when, by whom, with which command. With KEY, show the changes of one"
        " agreement, contact point, framework, party or type, from old to new. With NUMBER, show all that one change"
        " set changed. Times are UTC. wbagree undo NUMBER undoes one."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree history\n"
        "  wbagree history AL-XK-2012-1\n"
        "  wbagree history 1\n"
        "  wbagree history --changed-since 2026-11-01 --format json --output changes.json"
    ),
)
def history(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="[KEY|NUMBER]", autocompletion=completion.complete_keys)] = None,
    since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="DATE", help="Changes from that day on, or 2026-11-25T14:30."),
    ] = None,
    limit: LimitOption = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="With names, positions, telephones and e-mails of contact points.")
    ] = False,
    with_restricted: RestrictedOption = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    register.refuse_register_as_output(ctx, output)
    refuse_empty_options(since=since)
    begin = read_moment(since, after=False) if since else ""
    on_screen = limit is None and format_ is None and output is None and not since
    with register.open_for_reading(ctx) as connection:
        whole = key is not None and _is_number(connection, key)
        if whole and since:
            raise UsageProblem("--changed-since has no effect on one change set")
        found = _found(connection, key, begin, _LATEST if on_screen and key is None else limit, whole=whole)
        hidden = keys_hidden_in_history(connection, with_restricted=with_restricted or not leaves_terminal(output))
    visible = [
        visible_changes.visible_change_set(one.change_set, one.changes, hidden, with_contacts=with_contacts)
        for one in found
    ]
    left_out = sum(one["left_out"] for one in visible)
    print_optional_message(
        visible_changes.left_out_changes_sentence(left_out, "left out" if key else "counted and not shown")
    )
    shown = change_rows(visible, fields=False) if key is None else history_of(_named(found, key), visible)
    if whole:
        visible[0]["changes"] = visible[0]["changes"][:limit]
        shown = change_set_sheet(visible[0], _LATEST if on_screen else None)
    chosen = print_rows(shown, format_, output, private=with_restricted or with_contacts)
    if not found and limit != 0:
        print_message("nothing was changed" + (f" since {since}" if since else " yet"))
    elif on_screen and key is None and chosen is RowFormat.TABLE and len(found) == _LATEST:
        print_message(f"the last {_LATEST}; --limit N shows more, --changed-since DATE those of a time")


def _named(found: "list[ChangeSetWithChanges]", key: str) -> str:
    """Return a typed key as the register writes it."""
    keys = (change.key for one in found for change in one.changes)
    return next((one for one in keys if one.casefold() == key.strip().casefold()), key)


def _is_number(connection: "sqlite3.Connection", key: str) -> bool:
    """Return whether a text is the number of a change set.

    An agreement whose key is that number goes first.
    """
    from wbagree.store.read import history

    return key.strip().isdecimal() and not history.was_issued(connection, key.strip())


def _found(
    connection: "sqlite3.Connection", key: str | None, begin: str, limit: int | None, *, whole: bool
) -> "list[ChangeSetWithChanges]":
    """Return a change set by number, those of a key, or all.

    Of all they are the latest, at most ``limit``.
    """
    from wbagree.store.read import history

    if key is None:
        return list(history.change_sets_since(connection, since=begin, limit=limit))
    if whole:
        return [history.change_set_by_number(connection, key.strip())]
    return history.change_sets_of(connection, key, since=begin)[:limit]
