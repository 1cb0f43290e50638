"""``wbagree due``: dates that come up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.file_formats import format_of_ending
from wbagree.cli.options.dates import read_period_option
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.rows import OutputOption, RowFormat, RowSet, markdown_writer, print_rows, row_set_of
from wbagree.cli.output.streams import open_output, print_message
from wbagree.cli.parser import is_typed
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.partial_date import MONTHS
from wbagree.domain.dates.typed import is_typed_period
from wbagree.domain.filter import Filter
from wbagree.domain.reports.due import DueDate, DueKind, due_dates, last_day, overdue_contacts
from wbagree.errors import UsageProblem

if TYPE_CHECKING:
    from wbagree.formats.data.calendar import Event

app = typer.Typer(**TYPER_SETTINGS)


class DueFormat(StrEnum):
    """The formats of ``due``: those of rows, and a calendar."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    ICS = "ics"


_COLUMNS = ("date", "kind", "what", "title", "key")
_WORDS = {
    DueKind.EXPIRY: ("end", ""),
    DueKind.NOTICE: ("last day for notice", "last days for notice"),
    DueKind.RENEWAL: ("renewal", ""),
    DueKind.CONTACT: ("contact point", ""),
}
# Kinds of earlier releases, and the check that has their place.
_CHECKS = {"no-entry-into-force": "no-entry-into-force", "assessment": "unrated"}


@app.command(
    "due",
    help="Show upcoming expiries, notice deadlines, renewals and contact points to verify. A calendar ends in .ics.",
    short_help="Show upcoming expiries, notice deadlines and renewals.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree due\n"
        "  wbagree due AL-XK 2y\n"
        "  wbagree due wb6 1y deadlines.ics\n"
        "  wbagree due --kind notice --kind renewal -o due.md"
    ),
)
@with_filter_options
def due(
    ctx: typer.Context,
    options: FilterOptions,
    within: Annotated[
        str,
        typer.Option("--within", metavar="PERIOD", help="How far to look ahead: 6m, 90d, 2y, or a number of months."),
    ] = "6",
    verified_months: Annotated[
        str,
        typer.Option("--verified-months", metavar="PERIOD", help="How long a verified contact point stays verified."),
    ] = "12",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=f"{', '.join(DueKind)}; repeat to include more than one.",
            autocompletion=lambda: list(DueKind),
        ),
    ] = None,
    format_: Annotated[
        DueFormat | None,
        typer.Option("--format", metavar="FORMAT", case_sensitive=False, help=f"{', '.join(DueFormat)}."),
    ] = None,
    output: OutputOption = None,
    signed_years: Annotated[str | None, typer.Option("--signed-years", hidden=True)] = None,
    assessed_months: Annotated[str | None, typer.Option("--assessed-months", hidden=True)] = None,
) -> None:
    from wbagree.services import deadline_calendar
    from wbagree.store.read import agreements, entity_cells

    for name, old in (("no-entry-into-force", signed_years), ("assessment", assessed_months)):
        if old is not None:
            _chosen_kinds([name])
    kinds = _chosen_kinds(kind)
    options, ahead = _split_off_period(ctx, options, within)
    period = read_period_option("--within", ahead, "month")
    verified_for = read_period_option("--verified-months", verified_months, "month")
    if DueKind.CONTACT not in kinds and is_typed(ctx, "verified_months"):
        raise UsageProblem(f"--verified-months has no effect with --kind {kinds[0]}", "Add --kind contact.")
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        _refuse_contacts_alone(filter_, kinds)
        contacts = list(_contacts(entity_cells.contacts(connection).values(), filter_))
        day = filter_.as_of or date.today()
        until = last_day(day, period)
        found = due_dates(agreements.records(connection, filter_), contacts, day, until, verified_for)
        found = [one for one in found if one.kind in kinds]
        overdue = overdue_contacts(contacts, day, verified_for) if DueKind.CONTACT in kinds else []
        is_calendar = format_ is DueFormat.ICS or (format_ is None and format_of_ending(output) == "ics")
        events = deadline_calendar.events_of(connection, found) if is_calendar else []
    if is_calendar:
        _print_calendar(events, output, private=options.with_restricted)
    else:
        rows = _printable(found, filter_, day)
        print_rows(rows, RowFormat(format_.value) if format_ else None, output, private=options.with_restricted)
    print_message(_counts(found, until))
    if overdue:
        print_message(f"{pluralise(len(overdue), 'contact point')} not verified in time: wbagree contacts due")


def _chosen_kinds(names: Sequence[str] | None) -> tuple[DueKind, ...]:
    """Return the kinds of these names, or all; UsageProblem for another name."""
    for name in map(str.lower, names or ()):
        if name in _CHECKS:
            raise UsageProblem(
                "due shows dates that come; this is a finding of check now.",
                f"Type: wbagree check --kind {_CHECKS[name]}",
            )
        if name not in set(DueKind):
            raise UsageProblem(f"--kind {name!r} is not known.", f"Use one of {', '.join(DueKind)}.")
    return tuple(DueKind(name.lower()) for name in dict.fromkeys(names or DueKind))


def _split_off_period(ctx: typer.Context, options: FilterOptions, within: str) -> tuple[FilterOptions, str]:
    """Split the length of time off the words: ``due 6m``, ``due 6 months``."""
    options = replace(options, words=_with_periods_joined(options.words or []))
    ahead = [word for word in options.words or () if is_typed_period(word)]
    if len(ahead) > 1:
        raise UsageProblem(f"{' and '.join(ahead)} both say how far to look ahead.", "Leave one of them out.")
    if ahead and is_typed(ctx, "within"):
        raise UsageProblem(f"{ahead[0]!r} and --within both say how far to look ahead.", "Leave one of them out.")
    words = [word for word in options.words or () if word not in ahead]
    return replace(options, words=words), next(iter(ahead), within)


def _with_periods_joined(words: list[str]) -> list[str]:
    """Return the words, a number and its unit as one."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].isdecimal() and is_typed_period(f"{joined[-1]} {word}"):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _printable(found: list[DueDate], filter_: Filter, day: date) -> RowSet:
    rows = [
        {"date": str(one.on), "kind": one.kind.value, "what": one.sentence, "title": one.title, "key": one.key}
        for one in found
    ]
    document = row_set_of(rows, ("date", "what", "title", "key"))
    written = markdown_writer("Deadlines", filter_, day.isoformat(), document.grid(), [])
    return row_set_of(rows, _COLUMNS)._replace(grid=document.grid, write_markdown=written)


def _counts(found: list[DueDate], until: date) -> str:
    """Return how many dates of each kind come up to a day."""
    last = f"{until.day} {MONTHS[until.month - 1]} {until.year}"
    if not found:
        return f"Nothing is due by {last}."
    counts = Counter(one.kind for one in found)
    kinds = ", ".join(pluralise(counts[kind], word, plural) for kind, (word, plural) in _WORDS.items() if counts[kind])
    return f"{len(found)} due by {last}: {kinds}"


def _print_calendar(events: "list[Event]", output: Path | None, *, private: bool) -> None:
    from wbagree.formats.data.calendar import write_calendar

    with open_output(output, private=private) as file:
        write_calendar(events, file, datetime.now(UTC))
    if output is not None and str(output) != "-":
        print_message(f"written to {output}")


# The conditions of a filter that contact points are held to as well, or that leave them all: they have parties and
# types. All other conditions are about agreements.
_OF_CONTACTS = ("pair", "parties", "among", "pairs", "types", "as_of", "inherited", "public")
# The options that are not called like their condition, in the singular.
_OPTIONS = {"statuses": "status", "undated": "dated", "signatories": "signatory", "sourced": "no-source"}


def _agreement_options(filter_: Filter) -> list[str]:
    """Return the options in a filter that apply to agreements only."""
    conditions = zip(Filter._fields, filter_, Filter(), strict=True)
    changed = [name for name, value, default in conditions if value != default and name not in _OF_CONTACTS]
    return [f"--{_OPTIONS.get(name, name.removesuffix('s'))}" for name in changed]


def _refuse_contacts_alone(filter_: Filter, kinds: tuple[DueKind, ...]) -> None:
    """Raise UsageProblem when only contact points are requested, but none match.

    None match a filter with options that apply to agreements only.
    """
    if kinds == (DueKind.CONTACT,) and (options := _agreement_options(filter_)):
        raise UsageProblem(
            f"{options[0]} applies to agreements, not to contact points.", "Leave it out, or leave out --kind contact."
        )


def _contacts(contacts: Iterable[Contact], filter_: Filter) -> Iterator[Contact]:
    """Yield the contact points that match the filter.

    None match a filter with options that apply to agreements only.
    """
    if _agreement_options(filter_):
        return
    named = filter_.all_parties()
    for one in contacts:
        if (not named or one.party in named) and (not filter_.types or one.is_authorised_for(filter_.types, (), ())):
            yield one
