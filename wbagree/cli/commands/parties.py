"""``wbagree parties``: parties, their names and their successions."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.rows import FormatOption, OutputOption, RowFormat, RowSet, print_rows, row_set_of
from wbagree.cli.output.streams import open_output, print_message
from wbagree.domain.agreements.vocabularies import PartyKind, pluralise
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.parties.names_and_succession import predecessors, successors
from wbagree.domain.parties.party_book import (
    NAME,
    PARTY,
    SUCCESSION,
    Party,
    PartyBook,
    PartyName,
    Succession,
    SuccessionNature,
    check_succession,
    write_name,
    write_party,
    write_succession,
)
from wbagree.errors import Duplicate, InvalidValue, UsageProblem
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_changes_of_subject

if TYPE_CHECKING:
    from sqlmodel import Session

    from wbagree.formats.terminal.party_sheet import PartySheet

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("code", "alpha3", "name", "kind", "since", "until", "records")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_Since = Annotated[str, typer.Option("--since", metavar="DATE", help="From when, as precise as known.")]
_Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Until when, as precise as known.")]


@app.callback(
    invoke_without_command=True,
    help="List parties with agreements, or --all: states, predecessors, administrations, organisations.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree parties\n"
        "  wbagree parties North Macedonia\n"
        "  wbagree parties add SU --kind predecessor --name 'Soviet Union' --until 1991-12-26\n"
        "  wbagree parties name CH Helvetia --language la\n"
        "  wbagree parties succession SU RU --since 1991-12-26"
    ),
)
def parties(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Show parties without agreements too.")] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    register.refuse_register_as_output(ctx, output)
    from wbagree.store.read import parties_and_types

    with register.open_for_reading(ctx) as connection:
        book = parties_and_types.party_book(connection)
        used = parties_and_types.record_counts(connection, "party")
    shown = [party for party in book.parties.values() if all_ or party.code in used]
    print_rows(_rows(shown, used), format_, output)
    if not all_:
        have = "has agreements" if len(shown) == 1 else "have agreements"
        parties = pluralise(len(book.parties), "party", "parties")
        print_message(f"{len(shown)} of {parties} {have}; --all lists the others as well")


def _rows(parties: Iterable[Party], used: Mapping[str, int]) -> RowSet:
    """Return parties as rows, with the numbers of their agreements."""
    rows = [
        {
            "code": party.code,
            "alpha3": party.alpha3,
            "name": party.name,
            "kind": party.kind,
            "since": party.since,
            "until": party.until,
            "records": used.get(party.code, 0),
        }
        for party in parties
    ]
    return row_set_of(rows, _COLUMNS, [("alpha3",), ("alpha3", "kind")])


@app.command(
    "show",
    help="Show one party: what it was called when, who came before and after it, its names in other languages.",
    short_help="Show one party: what it was called when, who came before and after it.",
    epilog="\b\nExamples:\n  wbagree parties show MK\n  wbagree parties show RS --format json",
)
def show_party(
    ctx: typer.Context,
    party: Annotated[list[str], typer.Argument(metavar="PARTY", autocompletion=completion.complete_parties)],
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
) -> None:
    from wbagree.formats.terminal.party_sheet import party_object, write_party_sheet
    from wbagree.store.read import parties_and_types

    if format_ not in ("text", "json"):
        raise UsageProblem(f"--format {format_!r}: text or json")
    with register.open_for_reading(ctx) as connection:
        book = parties_and_types.party_book(connection)
        if members := book.groups.get(" ".join(party).lower()):
            found = [book.parties[code] for code in members if code in book.parties]
            rows = _rows(found, parties_and_types.record_counts(connection, "party"))
            print_rows(rows, RowFormat.JSON if format_ == "json" else None)
            return
        sheet = _sheet(connection, " ".join(party))
    with open_output(None) as file:
        if format_ == "json":
            from wbagree.formats.data.json import write_jsonl

            write_jsonl([party_object(sheet)], file)
        else:
            write_party_sheet(sheet, file)


def _sheet(connection: sqlite3.Connection, text: str) -> "PartySheet":
    """Return the facts of the party that ``text`` names."""
    from wbagree.formats.terminal.party_sheet import PartySheet
    from wbagree.store.read import parties_and_types

    book = typed_words.party_book(connection)
    found = book.parties[book.resolve(text)]
    steps = parties_and_types.successions(connection)
    before, after = predecessors(found.code, steps), successors(found.code, steps)
    return PartySheet(
        party=found,
        names=parties_and_types.party_names(connection, found.code),
        predecessors=before,
        successors=after,
        called={kin.code: book.name_of(kin.code) for kin in (*before, *after)},
        records=parties_and_types.record_counts(connection, "party").get(found.code, 0),
        inherited=parties_and_types.inherited_counts(connection, found.code),
        earlier=book.party_before(found.code),
    )


@app.command(
    "add",
    help="Add a party of your own.",
    epilog="\b\nExample:\n  wbagree parties add SU --kind predecessor --name 'Soviet Union' --until 1991-12-26",
)
def add_party(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Capital letters, as in INTERPOL or DE-DDR.")],
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="Its name in English.")],
    kind: Annotated[PartyKind, typer.Option("--kind", metavar="KIND", help=", ".join(PartyKind), case_sensitive=False)],
    also: Annotated[list[str], typer.Option("--also", metavar="NAME", help="A further name; repeat.")] = [],  # noqa: B006  (typer copies it)
    alpha3: Annotated[str, typer.Option("--alpha3", metavar="ABC", help="Three-letter code.")] = "",
    since: _Since = "",
    until: _Until = "",
    note: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Notes.")] = "",
) -> None:
    from wbagree.store.read import parties_and_types
    from wbagree.store.write.session import raw_connection

    if not _CODE.fullmatch(code):
        raise InvalidValue(f"{code!r} cannot be a party's code: capital letters, digits and hyphens, as in YU-SFRY")
    new = Party(code, alpha3.strip().upper(), name.strip(), kind.value, _date(since), _date(until), note.strip())
    with register.open_for_change(ctx) as session:
        book = parties_and_types.party_book(raw_connection(session))
        _check_free(book, [code, new.name, *filter(None, [new.alpha3]), *also])
        apply_changes_of_subject(session, PARTY, {code: (None, write_party(new))})
        _add_names(session, [PartyName(code, other.strip()) for other in also])
    print_message(f"added the party {code} ({new.name})")


@app.command(
    "name",
    help="Add a name to a party, in any language; --pair and import understand it at once.",
    short_help="Add a name to a party, in any language.",
    epilog="\b\nExample:\n  wbagree parties name CH Helvetia --language la",
)
def name_party(
    ctx: typer.Context,
    party: Annotated[str, typer.Argument(metavar="PARTY", autocompletion=completion.complete_parties)],
    name: Annotated[str, typer.Argument(metavar="NAME")],
    language: Annotated[str, typer.Option("--language", metavar="TAG", help="As in sq, sr-Latn, de.")] = "",
    since: _Since = "",
    until: _Until = "",
) -> None:
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx) as session:
        book = typed_words.party_book(raw_connection(session))
        code = book.resolve(party)
        _check_free(book, [name])
        _add_names(session, [PartyName(code, name.strip(), language.strip(), _date(since), _date(until))])
    print_message(f"{code} is now also {name.strip()}")


@app.command(
    "succession",
    help="State that SUCCESSOR followed PREDECESSOR: it inherits what the other signed, unless --nature is none.",
    short_help="State that one party followed another.",
    epilog=(
        "\b\nExample:\n"
        "  wbagree parties add SU --kind predecessor --name 'Soviet Union' --until 1991-12-26\n"
        "  wbagree parties succession SU RU --since 1991-12-26"
    ),
)
def succession(
    ctx: typer.Context,
    predecessor: Annotated[str, typer.Argument(metavar="PREDECESSOR", autocompletion=completion.complete_parties)],
    successor: Annotated[str, typer.Argument(metavar="SUCCESSOR", autocompletion=completion.complete_parties)],
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From when.")],
    nature: Annotated[
        SuccessionNature | None,
        typer.Option(
            "--nature",
            metavar="NATURE",
            case_sensitive=False,
            help=f"{', '.join(SuccessionNature)}; after none nothing is inherited.",
        ),
    ] = None,
    territory: Annotated[
        list[str],
        typer.Option(
            "--territory",
            metavar="PARTY",
            autocompletion=completion.complete_parties,
            help="Of all that follow, a party that it covered; repeat. Without it, all.",
        ),
    ] = [],  # noqa: B006  (typer copies it)
    note: Annotated[str, typer.Option("--notes", metavar="TEXT", help="How it came about.")] = "",
) -> None:
    from wbagree.store.read import parties_and_types
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx) as session:
        book = typed_words.party_book(raw_connection(session))
        codes = book.resolve(predecessor), book.resolve(successor)
        covered = ";".join(book.resolve_many(";".join(territory)))
        new = Succession(*codes, _date(since), note.strip(), nature.value if nature else "", covered)
        check_succession(new, parties_and_types.successions(raw_connection(session)))
        key, cells = write_succession(new)
        apply_changes_of_subject(session, SUCCESSION, {key: (None, cells)})
    print_message(f"{new.successor} followed {new.predecessor} from {new.since}")


def _add_names(session: "Session", names: list[PartyName]) -> None:
    apply_changes_of_subject(session, NAME, {key: (None, cells) for key, cells in map(write_name, names)})


def _date(text: str) -> str:
    return str(read_typed_date(text)) if text else ""


def _check_free(book: PartyBook, names: list[str]) -> None:
    for name in names:
        if not re.search(r"\w", name):
            raise InvalidValue(f"{name!r} cannot be the name of a party: it has neither letters nor digits")
        if taken := book.codes_named(name):
            raise Duplicate(
                f"{name!r} means {' or '.join(taken)} already", f"wbagree parties show {taken[0]} has its names"
            )
