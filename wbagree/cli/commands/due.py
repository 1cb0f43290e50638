"""``wbagree due``: dates that come up, and records out of date."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.dates import read_period_option
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.rows import FormatOption, OutputOption, markdown_writer, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.cli.parser import is_typed
from wbagree.domain.contacts import Contact
from wbagree.domain.dates.typed import is_typed_period
from wbagree.domain.filter import Filter
from wbagree.domain.reports.due import DueDate, DueKind, due_dates, make_horizon
from wbagree.errors import UsageProblem

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("kind", "date", "key", "what", "title")
# Limit -> the kinds that it applies to.
_LIMITS = {
    "within": (DueKind.EXPIRY, DueKind.NOTICE, DueKind.RENEWAL),
    "signed_years": (DueKind.NO_ENTRY,),
    "assessed_months": (DueKind.ASSESSMENT,),
    "verified_months": (DueKind.CONTACT,),
}
_ALSO = "leave one of them out, or add --kind {}"


def _period(name: str, help_: str) -> Any:
    return typer.Option(name, metavar="PERIOD", help=help_)


@app.command(
    "due",
    help=(
        "List what comes up: agreements about to end, days for notice, renewals; what was signed long ago and has no"
        " entry into force on record; assessments and contact points that are out of date."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree due\n"
        "  wbagree due 6m\n"
        "  wbagree due --pair AL-XK --within 2y --kind expiry --kind notice --kind renewal\n"
        "  wbagree due --among wb6 --signed-years 10 --format md --output due.md"
    ),
)
@with_filter_options
def due(
    ctx: typer.Context,
    options: FilterOptions,
    within: Annotated[str, _period("--within", "How far to look ahead: 6m, 90d, 2y, or a number of months.")] = "12",
    signed_years: Annotated[str, _period("--signed-years", "Signed so many years ago and not in force.")] = "5",
    assessed_months: Annotated[str, _period("--assessed-months", "Assessed so many months ago.")] = "24",
    verified_months: Annotated[str, _period("--verified-months", "Verified so many months ago.")] = "12",
    kind: Annotated[
        list[DueKind] | None,
        typer.Option(
            "--kind", metavar="KIND", case_sensitive=False, help=f"Only {', '.join(DueKind)}; repeat for more."
        ),
    ] = None,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements, entity_cells

    ahead = [word for word in options.words or () if is_typed_period(word)]
    options = replace(options, words=[word for word in options.words or () if word not in ahead])
    period = next(iter(ahead), None)
    if len(ahead) > 1:
        raise UsageProblem(f"{' and '.join(ahead)} both say how far to look ahead.", "Leave one of them out.")
    if period is not None and is_typed(ctx, "within"):
        raise UsageProblem(f"{period!r} and --within both say how far to look ahead.", "Leave one of them out.")
    periods = {
        "within": read_period_option("--within", within if period is None else period, "month"),
        "signed": read_period_option("--signed-years", signed_years, "year"),
        "assessed": read_period_option("--assessed-months", assessed_months, "month"),
        "verified": read_period_option("--verified-months", verified_months, "month"),
    }
    for name, kinds in _LIMITS.items():
        if kind and ((name == "within" and period) or is_typed(ctx, name)) and not {*kinds} & {*kind}:
            raise UsageProblem(
                f"--{name.replace('_', '-')} has no effect with --kind {kind[0]}", _ALSO.format(kinds[0])
            )
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        records = list(agreements.records(connection, filter_))
        _refuse_contacts_alone(filter_, kind)
        contacts = list(_contacts(entity_cells.contacts(connection).values(), filter_))
    limits = make_horizon(filter_.as_of or date.today(), **periods)
    found = [one for one in due_dates(records, contacts, limits) if not kind or one.kind in kind]
    rows = row_set_of([_row(one) for one in found], _COLUMNS)
    document = markdown_writer("What comes up", filter_, limits.day.isoformat(), rows.grid(), [])
    print_rows(rows._replace(write_markdown=document), format_, output, private=options.with_restricted)
    counts = Counter(one.kind.value for one in found)
    print_message("; ".join(f"{name}: {number}" for name, number in counts.items()) or "nothing comes up")


# The conditions of a filter that contact points are held to as well, or that leave them all: they have parties and
# types. All other conditions are about agreements.
_OF_CONTACTS = ("pair", "parties", "among", "pairs", "types", "as_of", "inherited", "public")
# The options that are not called like their condition, in the singular.
_OPTIONS = {"statuses": "status"}


def _agreement_options(filter_: Filter) -> list[str]:
    """Return the options in a filter that apply to agreements only."""
    conditions = zip(Filter._fields, filter_, Filter(), strict=True)
    changed = [name for name, value, default in conditions if value != default and name not in _OF_CONTACTS]
    return [f"--{_OPTIONS.get(name, name.removesuffix('s'))}" for name in changed]


def _refuse_contacts_alone(filter_: Filter, kinds: list[DueKind] | None) -> None:
    """Raise UsageProblem when only contact points are requested, but none match.

    None match a filter with options that apply to agreements only.
    """
    if kinds and {*kinds} == {DueKind.CONTACT} and (options := _agreement_options(filter_)):
        raise UsageProblem(
            f"{options[0]} asks about agreements, not about contact points", "leave it out, or ask for other kinds"
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


def _row(one: DueDate) -> dict[str, str]:
    return {"kind": one.kind.value, "date": one.on, "key": one.key, "what": one.sentence, "title": one.title}
