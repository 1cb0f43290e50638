"""``wbagree search``: all texts, whatever the script and the diacritics."""

from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from typer.core import TyperCommand

from wbagree.cli import SETTINGS, register
from wbagree.cli.output import in_colour, opened, say
from wbagree.cli.question import Asked, asks
from wbagree.cli.records import ListFormat, format_of, say_account, write_records
from wbagree.domain.record import Record
from wbagree.domain.searching import Excerpt, Query, excerpts, read_query
from wbagree.domain.types import TypeBook
from wbagree.formats import columns as columns_
from wbagree.formats.terminal import one_line

app = typer.Typer(**SETTINGS)

_SEARCHED = ("title", "title_original", "signatories", "place", "references", "sources", "implementation", "notes")
_MOST_EXCERPTS = 3


class _SearchCommand(TyperCommand):
    """Takes ``-word`` as a word to exclude, where other commands would read a bundle of short options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        excluded = [arg for arg in args[:end] if arg.startswith("-") and arg[1:2] not in ("", "-") and len(arg) > 2]
        kept = [arg for arg in args[:end] if arg not in excluded]
        return super().parse_args(ctx, [*kept, "--", *args[end + 1 :], *excluded])


@app.command(
    cls=_SearchCommand,
    help=(
        "Search titles, institutions, persons, places, references, sources, notes and the names of types, best match"
        " first. Quotes make a phrase, -word excludes, the last word may be the beginning of one."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree search djordjevic\n"
        "  wbagree search 'joint patrol' -season --pair AL-XK\n"
        "  wbagree search '\"granični prelaz\"' --since 2010"
    ),
)
@asks
def search(
    ctx: typer.Context,
    asked: Asked,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=0, help="At most so many records.")] = None,
    columns: Annotated[str, typer.Option("--columns", "-c", metavar="A,B,C", help="Columns by name.")] = "",
    format_: Annotated[ListFormat | None, typer.Option("--format", help="table, csv, json, jsonl or md.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    from dataclasses import replace

    from wbagree.store import lookups, reading

    with register.reading(ctx) as connection:
        question = asked.question(connection)
        text = " ".join([*words, question.text]).strip()
        query = read_query(text)
        if not query:
            say("nothing to look for: type at least one letter or digit")
            return
        found = list(reading.records(connection, replace(question, text=text), sort="match", limit=limit))
        types = lookups.type_book(connection)
    chosen = format_ or format_of(output)
    with opened(output, styled=chosen == "table") as file:
        if chosen == "table" and not columns:
            _write_matches(found, types, query, file, colour=output is None and in_colour())
        else:
            write_records(found, columns_.choose(columns), chosen, file, to_terminal=output is None)
    say_account(found, question, limit)


def _write_matches(records: list[Record], types: TypeBook, query: Query, file: TextIO, *, colour: bool) -> None:
    """Write each record with the texts in which the words were found, the words marked."""
    before, after = ("\x1b[1;33m", "\x1b[0m") if colour else ("«", "»")
    for record in records:
        agreement = record.agreement
        head = (agreement.key, str(agreement.signed or "undated"), columns_.shown(record, "form"))
        file.write("  ".join((*head, columns_.status_words(record))) + "\n")
        matched = excerpts(_texts(record, types), query)
        if not matched or matched[0].field != "title":
            matched.insert(0, Excerpt("title", one_line(agreement.title), ()))
        for excerpt in matched[: _MOST_EXCERPTS + 1]:
            name = "" if excerpt.field == "title" else f"{columns_.heading(excerpt.field).lower()}: "
            file.write(f"    {name}{excerpt.marked(before, after)}\n")
        file.write("\n")


def _texts(record: Record, types: TypeBook) -> dict[str, str]:
    """The texts of a record that search looks through, by field; a type under each of its names."""
    texts = {name: one_line(columns_.cell(record, name)) for name in _SEARCHED}
    names = ((code, types.label(code), types.types[code].aliases) for code in record.agreement.types)
    texts["types"] = "; ".join(f"{code}: {label}, {', '.join(aliases)}" for code, label, aliases in names)
    return texts
