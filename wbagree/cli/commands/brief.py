"""``wbagree brief``: the two pages for a meeting."""

import io
import sqlite3
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_day
from wbagree.cli.options.filter_options import warn_of_absent_parties
from wbagree.cli.options.shared import refuse_empty
from wbagree.cli.output.streams import open_binary_output, open_output, print_message
from wbagree.domain.contacts import Contact
from wbagree.domain.filter import Filter
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import UsageProblem
from wbagree.formats.brief.brief import Brief, Lack
from wbagree.services import typed_words
from wbagree.services.restricted import without_restricted

app = typer.Typer(**SETTINGS)


@app.command(
    help=(
        "Write the brief on a pair, in Markdown or for Word: at a glance, what they have, what is missing against the"
        " other pairs, implementation, inherited instruments, numbered sources. Every sentence is derived from records."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree brief AL-XK\n"
        "  wbagree brief AL-XK --output albania-kosovo.docx\n"
        "  wbagree brief AL-XK --with-contacts\n"
        "  wbagree brief BA-RS --as-of 2015 --among BA,RS,HR,ME"
    ),
)
def brief(
    ctx: typer.Context,
    pair: Annotated[str, typer.Argument(metavar="A-B", autocompletion=completion.pairs)],
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Status as of that day.")] = None,
    among: Annotated[
        str,
        typer.Option("--among", metavar="A,B,C", autocompletion=completion.groups,
                     help="The parties whose pairs print_message what could be there."),
    ] = "wb6",
    with_restricted: Annotated[
        bool, typer.Option("--with-restricted", help="Also from what is marked restricted.")
    ] = False,
    with_contacts: Annotated[
        bool, typer.Option("--with-contacts", help="With contact points: units, names, telephones and e-mails.")
    ] = False,
    with_note: Annotated[
        bool,
        typer.Option("--kosovo-note/--no-kosovo-note", envvar="WBAGREE_KOSOVO_NOTE",
                     help="Write Kosovo* with the footnote on its designation."),
    ] = True,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, a .md or .docx.")
    ] = None,
) -> None:  # fmt: skip
    register.refuse_register_as_output(ctx, output)
    refuse_empty(as_of=as_of)
    ending = output.suffix.lower() if output else ""
    if ending not in ("", ".md", ".markdown", ".txt", ".docx"):
        raise UsageProblem(f"{output}: a brief is Markdown or for Word", "name a file that ends in .md or .docx")
    with register.open_or_hint(ctx) as connection:
        made = _made(connection, pair, among, read_day(as_of), public=not with_restricted)
        made = replace(made, kosovo_note=with_note)
        if with_contacts:
            made = replace(made, contacts=contacts_of(connection, made.pair, date.fromisoformat(made.day)))
    private = with_restricted or with_contacts
    if ending == ".docx":
        _write_word(made, output, private=private)
    else:
        with open_output(output, private=private) as file:
            made.write(file)
    if output:
        print_message(f"written to {output}")


def _write_word(made: Brief, output: Path | None, *, private: bool) -> None:
    from wbagree.formats.docx.document import write_word

    markdown = io.StringIO()
    made.write(markdown, linked=True)
    with open_binary_output(output, private=private) as file:
        write_word(markdown.getvalue(), file, made_on=made.made_on)


def contacts_of(connection: sqlite3.Connection, parties: Collection[str], day: date) -> list[Contact]:
    """Return the contact points of parties that can be valid on a day, party by party."""
    from wbagree.store.read import entity_cells

    known = [one for one in entity_cells.contacts(connection).values() if one.party in parties and one.holds(day)]
    return sorted(known, key=lambda one: one.party)


def _named(book: PartyBook, among: str, pair: tuple[str, str]) -> str:
    """The group in words; a party of the pair that is not of the group stands beside it."""
    members = book.resolve_many(among)
    group = "the six of the Western Balkans" if among == "wb6" else ", ".join(map(book.name, members))
    return " and ".join((*(book.name(code) for code in pair if code not in members), group))


def _made(connection: sqlite3.Connection, pair: str, among: str, day: date | None, *, public: bool = True) -> Brief:
    from wbagree.domain.frameworks.framework import memberships_of_pair
    from wbagree.store.read import agreements, entity_cells, frameworks
    from wbagree.store.read import matrix as covering

    book, types = typed_words.party_book(connection), typed_words.type_book(connection)
    codes = book.resolve_pair(pair)
    if not book.resolve_many(among):
        raise UsageProblem("--among is empty; name parties, or a group such as wb6")
    group = tuple(sorted({*book.resolve_many(among), *codes}))
    if day:
        warn_of_absent_parties(connection, codes, day)
    question = Filter(pair=codes, as_of=day)
    if public:
        question = without_restricted(connection, question)
    matrix = covering.matrix(connection, Filter(among=group, as_of=day, public=public), "type")
    having = matrix.having(codes)
    lacks = [
        Lack(gap.label + gap.only(), having[gap.column])
        for gap in matrix.gaps_of(codes)
        if having[gap.column] and gap.column != "other"
    ]
    return Brief(
        pair=codes,
        day=matrix.day,
        made_on=date.today().isoformat(),
        records=list(agreements.records(connection, question)),
        parties={code: party.name for code, party in book.parties.items()},
        types={code: type_.label for code, type_ in types.types.items()},
        groups={
            name: [code for code, type_ in types.types.items() if type_.group == group_code]
            for group_code, name in types.groups.items()
        },
        lacks=lacks,
        others=sum(1 for other in matrix.pairs if other != codes),
        among=_named(book, among, codes),
        frameworks=memberships_of_pair(
            frameworks.frameworks(connection),
            frameworks.members(connection),
            codes,
            date.fromisoformat(matrix.day),
        ),
        tallies=[
            tally
            for tally in entity_cells.tallies(connection).values()
            if set(tally.parties) == set(codes) and tally.on.earliest <= date.fromisoformat(matrix.day)
        ],
    )
