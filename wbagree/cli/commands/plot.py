"""``wbagree plot``: the matrix, the timeline and the network as pictures, for slides and papers."""

import sqlite3
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.streams import open_binary_output, open_output, print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.errors import UsageProblem

app = typer.Typer(**SETTINGS)


class Kind(StrEnum):
    """What a picture shows."""

    MATRIX = "matrix"
    TIMELINE = "timeline"
    NETWORK = "network"


class By(StrEnum):
    """What the columns of the matrix stand for."""

    TYPE = "type"
    GROUP = "group"


_ENDINGS = (".svg", ".png")


@app.command(
    help=(
        "Draw a picture of what answers the question, for slides and papers: the matrix of pairs by group of types (or"
        " by type), signatures by year, or who has how many with whom. FILE ends in .svg or .png. Matrix and network"
        " are among the six of the Western Balkans, unless other parties are named."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree plot matrix western-balkans.svg\n"
        "  wbagree plot matrix --type extradition --type mla justice.svg\n"
        "  wbagree plot timeline --pair AL-XK albania-kosovo.svg\n"
        "  wbagree plot network --among wb6,HR,SI --status in-force in-force.svg"
    ),
)
@with_filter_options
def plot(
    ctx: typer.Context,
    options: FilterOptions,
    kind: Annotated[Kind, typer.Argument(metavar="matrix|timeline|network", case_sensitive=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Its ending says the format: .svg or .png.")],
    by: Annotated[
        By | None,
        typer.Option(
            "--by",
            metavar="type|group",
            case_sensitive=False,
            help="Columns of the matrix: group; type where types are asked for.",
        ),
    ] = None,
    kosovo_note: Annotated[
        bool,
        typer.Option(
            "--kosovo-note/--no-kosovo-note",
            envvar="WBAGREE_KOSOVO_NOTE",
            help="Write Kosovo* with the footnote on its designation.",
        ),
    ] = True,
) -> None:
    ending = file.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageProblem(
            f"{file}: a picture ends in .svg or .png, not in {file.suffix!r}", "name FILE.svg or FILE.png"
        )
    if by and kind is not Kind.MATRIX:
        raise UsageProblem(f"--by says the columns of the matrix; a {kind} has none")
    register.refuse_register_as_output(ctx, file)
    with register.open_or_hint(ctx) as connection:
        filter_ = (options if kind is Kind.TIMELINE else options.of_pairs()).to_filter(connection, leaves=True)
        picture, records = _DRAWN[kind](
            connection, filter_, by or (By.TYPE if filter_.types else By.GROUP), kosovo_note
        )
    _write(picture, file, private=options.with_restricted)
    found = pluralise(records, "record")
    print_message(f"{found}, written to {file}" if records else f"no record answers the question; {file} says so")


def _write(picture: str, file: Path, *, private: bool) -> None:
    if file.suffix.lower() == ".svg":
        with open_output(file, private=private) as text:
            text.write(picture + "\n")
        return
    from wbagree.formats.svg.png import png

    dots = png(picture)  # before the file is touched: what is missing is said first
    with open_binary_output(file, private=private) as data:
        data.write(dots)


Drawing = Callable[[sqlite3.Connection, Filter, By, bool], tuple[str, int]]


def _matrix(connection: sqlite3.Connection, filter_: Filter, by: By, kosovo_note: bool) -> tuple[str, int]:
    from wbagree.formats.svg import frame, heatmap
    from wbagree.store.read import matrix

    names = _names(connection)
    found = matrix.matrix(connection, filter_, by)
    subject = "type" if by is By.TYPE else "group of types"
    what = f"Agreements by {subject}" if filter_.pair else f"Agreements by pair and {subject}"
    title, subtitle = _title_and_subtitle(filter_, names, what, found.day)
    framed = frame.Frame(title, subtitle, _source(connection, filter_), kosovo_note)
    return heatmap.render(found, framed, names), found.total.records + found.total.inherited


def _timeline(connection: sqlite3.Connection, filter_: Filter, _: By, kosovo_note: bool) -> tuple[str, int]:
    from wbagree.formats.svg import frame, timeline
    from wbagree.store.read import summaries

    counted = summaries.timeline(connection, filter_)
    title, subtitle = _title_and_subtitle(filter_, _names(connection), "Agreements by year of signature", counted.day)
    framed = frame.Frame(title, subtitle, _source(connection, filter_), kosovo_note)
    return timeline.render(counted, framed), counted.total() + counted.inherited


def _network(connection: sqlite3.Connection, filter_: Filter, _: By, kosovo_note: bool) -> tuple[str, int]:
    from wbagree.formats.svg import frame, network
    from wbagree.store.read import matrix

    names = _names(connection)
    found = matrix.matrix(connection, filter_, By.GROUP)
    title, subtitle = _title_and_subtitle(filter_, names, "Who has how many agreements with whom", found.day)
    framed = frame.Frame(title, subtitle, _source(connection, filter_), kosovo_note)
    return network.render(found, framed, names), found.total.records + found.total.inherited


_DRAWN: Mapping[Kind, Drawing] = {Kind.MATRIX: _matrix, Kind.TIMELINE: _timeline, Kind.NETWORK: _network}


def _names(connection: sqlite3.Connection) -> dict[str, str]:
    from wbagree.store.read.parties_and_types import party_book

    return {code: party.name for code, party in party_book(connection).parties.items()}


def _title_and_subtitle(filter_: Filter, names: Mapping[str, str], what: str, day: str) -> tuple[str, str]:
    """The title, with a pair that was asked for, and the rest of the question in words, with the day."""

    def called(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(names.get(code, code) for code in codes))

    pairs = tuple((names.get(a, a), names.get(b, b)) for a, b in filter_.pairs)
    title = f"{' and '.join(called(filter_.pair))}: {what[0].lower()}{what[1:]}" if filter_.pair else what
    rest = filter_._replace(pair=None, pairs=pairs, parties=(), among=called(filter_.among), as_of=None).words()
    of = f"of {' and '.join(called(filter_.parties))}" if filter_.parties else ""
    # That all records were asked for goes without saying where parties are named.
    rest_ = "; ".join(filter(None, (of, "" if rest == "all records" and (of or filter_.pair) else rest)))
    return title, f"As of {day}." + (f" {rest_[0].upper()}{rest_[1:]}." if rest_ else "")


def _source(connection: sqlite3.Connection, filter_: Filter) -> str:
    """Where the figures are from, and of how many records that may be shown."""
    from wbagree.store.read.pair_tables import count_agreements

    records = count_agreements(connection, Filter(public=filter_.public))
    return f"register kept with wbagree, {records:,} record{'' if records == 1 else 's'}"
