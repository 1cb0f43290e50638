"""``wbagree history``: who changed what, when, with which command."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.disclosure import RestrictedOption, concealed, leaves
from wbagree.cli.output import say
from wbagree.cli.printing import Format, FormatOption, LimitOption, OutputOption, Printable, plain_rows, print_rows
from wbagree.domain.contacts import CONTACT, PERSONAL, without_persons
from wbagree.errors import InvalidValue

if TYPE_CHECKING:
    from wbagree.store.past import Changed
    from wbagree.store.recorded import Entry

app = typer.Typer(**SETTINGS)

_SETS = ("number", "at", "by", "command", "changes", "undoes", "undone_by")
_FIELDS = ("number", "at", "by", "command", "key", "change", "field", "before", "after")
# Enough for a screen; a file has them all.
_LATEST = 20


@app.command(
    help=(
        "List the change sets, the latest first: when, by whom, with which command. With KEY, of a record, contact"
        " point, tally, framework, party or type, each field before and after. Times are UTC. wbagree undo NUMBER"
        " takes one back."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree history\n"
        "  wbagree history AL-XK-2012-1\n"
        "  wbagree history --since 2026-11-01 --format json --output changes.json"
    ),
)
def history(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", autocompletion=completion.keys)] = None,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From that day on, or 2026-11-25T14:30.")] = "",
    limit: LimitOption = None,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="With names, positions, telephones and e-mails of contact points.")
    ] = False,
    with_restricted: RestrictedOption = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store import recorded

    register.spare(ctx, output)
    begin = moment(since, after=False) if since else ""
    on_screen = limit is None and format_ is None and output is None and not since
    with register.reading(ctx) as connection:
        if key is not None:
            found = recorded.entries_of(connection, key, since=begin)[:limit]
        else:
            found = list(recorded.entries(connection, since=begin, limit=_LATEST if on_screen else limit))
        hidden = concealed(connection, with_restricted=with_restricted or not leaves(output))
    told = [_told(entry, hidden, with_contacts=with_contacts) for entry in found]
    if left_out := sum(len(entry.changes) for entry in found) - sum(len(one["changes"]) for one in told):
        changes = (
            "1 change of a restricted record is" if left_out == 1 else f"{left_out} changes of restricted records are"
        )
        say(f"{changes} left out; --with-restricted includes what is restricted")
    private = with_restricted or with_contacts
    chosen = print_rows(_printable(told, of_key=key is not None), format_, output, private=private)
    if not found:
        say("nothing was changed" + (f" since {since}" if since else " yet"))
    elif on_screen and key is None and chosen is Format.TABLE and len(found) == _LATEST:
        say(f"the last {_LATEST}; --limit N shows more, --since DATE those of a time")


def moment(text: str, *, after: bool) -> str:
    """Return the moment (UTC, ISO) that a day or a time of the person's own clock means.

    Of a day it is the beginning; ``after``: when it is over. InvalidValue when it cannot be read.
    """
    if "T" in text or ":" in text:
        try:
            at = datetime.fromisoformat(text)
        except ValueError as error:
            raise InvalidValue(f"{text!r} is no time, as in 2026-11-25T14:30") from error
        return _utc(at + timedelta(seconds=1) if after else at)
    from wbagree.domain.written_dates import read_date

    read = read_date(text)
    try:
        day = read.latest + timedelta(days=1) if after else read.earliest
        return _utc(datetime.combine(day, time()))
    except (OverflowError, ValueError) as error:
        raise InvalidValue(f"{text!r} is out of range") from error


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _told(entry: "Entry", hidden: set[str], *, with_contacts: bool) -> dict[str, Any]:
    made = entry.change_set
    open_ = [change for change in entry.changes if change.key not in hidden]
    command = made.command if with_contacts else without_persons(made.command)
    if len(open_) < len(entry.changes):  # what was typed may say what the record does
        command = command.partition(" ")[0]
    return {
        "number": made.number,
        "at": made.at,
        "by": made.by,
        "command": command,
        "undoes": made.undoes,
        "undone_by": made.undone_by,
        "changes": [_changed(change, with_contacts=with_contacts) for change in open_],
    }


def _changed(change: "Changed", *, with_contacts: bool) -> dict[str, Any]:
    hidden = PERSONAL if change.subject == CONTACT and not with_contacts else ()
    fields = {name: list(both) for name, both in change.fields.items() if name not in hidden}
    return {"subject": change.subject, "key": change.key, "kind": change.kind, "fields": fields}


def _printable(told: list[dict[str, Any]], *, of_key: bool) -> Printable:
    rows = list(_fields(told)) if of_key else [{**one, "changes": len(one["changes"])} for one in told]
    shown = plain_rows(rows, _FIELDS if of_key else _SETS)
    return Printable(objects=lambda: told, cells=shown.cells, grid=shown.grid)


def _fields(told: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row for each field that changed; one for what was added."""
    for one in told:
        for change in one["changes"]:
            head = {name: one[name] for name in ("number", "at", "by", "command")}
            head |= {"key": change["key"], "change": change["kind"]}
            for field, (before, after) in change["fields"].items() or [("", ("", ""))]:
                yield {**head, "field": field, "before": before, "after": after}
