"""``wbagree search``: all texts, in any script, with or without diacritics."""

import re
import textwrap
from typing import Annotated, Any, TextIO

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.agreement_table import agreement_rows, print_record_counts
from wbagree.cli.output.rows import FormatOption, LimitOption, OutputOption, RowFormat, print_rows
from wbagree.cli.output.streams import has_colour, is_stdout_terminal, open_output
from wbagree.cli.parser import StrictCommand
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES
from wbagree.domain.text.search_query import Excerpt, Query, excerpts, match_spots, read_query
from wbagree.domain.types import TypeBook
from wbagree.errors import InvalidValue
from wbagree.formats.common.columns import fields_needed, heading, interchange_cell, listed_cells, parse_columns
from wbagree.formats.common.sanitiser import BOLD, PLAIN, Style, text_width, visible_line

app = typer.Typer(**TYPER_SETTINGS)

_SEARCHED = ("title", "title_original", "signatories", "place", "references", "sources", "implementation", "notes",
             "entry_clause", "termination_clause", "depositary", "archive_number", "registration",
             "responsible")  # fmt: skip
_MOST_EXCERPTS = 3
# Marks around a matched word and around a key, and their styles where there is colour.
_MARKED = {"\x0e": Style(1, 33), "\x0f": PLAIN, "\x10": BOLD}
_MARKS = re.compile("([\x0e\x0f\x10])")
_INDENT = "    "
# Two letters at least after the minus: one alone is an option. -n5 is one with its value.
_EXCLUDED = re.compile(r"-[^-].")
_LIMIT = re.compile(r"-n[0-9]+")


class _SearchCommand(StrictCommand):
    """A command that takes ``-word`` as a word to exclude.

    Others would read it as a bundle of short options.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        excluded = [arg for arg in args[:end] if _EXCLUDED.match(arg) and not _LIMIT.fullmatch(arg)]
        kept = [arg for arg in args[:end] if arg not in excluded]
        return super().parse_args(ctx, [*kept, "--", *args[end + 1 :], *excluded])


@app.command(
    cls=_SearchCommand,
    help=(
        "Search titles, institutions, persons, places, references, clauses, sources, notes and the names of types, best"
        " match first. Quotes make a phrase, -word excludes, the last word may be the beginning of one."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree search cuci\n"
        "  wbagree search 'joint patrol' -season --pair AL-XK\n"
        "  wbagree search '\"granični prelaz\"' --since 2010"
    ),
)
@with_filter_options
def search(
    ctx: typer.Context,
    options: FilterOptions,
    limit: LimitOption = None,
    columns: Annotated[str, typer.Option("--columns", "-c", metavar="A,B,C", help="Columns by name.")] = "",
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.store.read import agreements, parties_and_types

    names = parse_columns(columns)
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        question = options.to_filter(connection, output, search=True, counts_hidden=False)
        query = read_query(question.text)
        if not query and (question.text or not (question.keys or question.names_parties())):
            typed = " ".join(options.words or ())
            raise InvalidValue(f"nothing to look for in {typed!r}: type at least one letter or digit")
        fields = fields_needed(names).union(ALL_NAMES)
        found = list(agreements.records(connection, question, sort="match", limit=limit, fields=fields))
        besides = agreements.count_inherited_besides(connection, question)
        hidden = agreements.count_hidden_undated(connection, question)
        types = parties_and_types.type_book(connection)
    rows = agreement_rows(found, names)
    if format_ in (None, RowFormat.TABLE) and not columns and output is None:
        with open_output(None) as file:
            _write_matches(found, types, query, file)
    else:
        print_rows(rows, format_, output, private=options.with_restricted)
    print_record_counts(found, question, limit, besides, hidden)


def _write_matches(records: list[Record], types: TypeBook, query: Query, file: TextIO) -> None:
    """Write each record with the texts that match, the words marked."""
    # No visible text has any of the marks that stand for colours.
    before, after = ("\x0e", "\x0f") if has_colour() else ("«", "»")
    start, end = ("\x10", "\x0f") if has_colour() else ("", "")
    for record in records:
        agreement = record.agreement
        parties, signed, _, key, form, _, status = listed_cells(record)
        _write_marked(_lines("  ".join((f"{start}{key}{end}", parties, signed, form, status)), indented=False), file)
        matched = excerpts(_texts(record, types, query), query)
        if not matched or matched[0].field != "title":
            matched.insert(0, Excerpt("title", visible_line(agreement.title), ()))
        for excerpt in matched[: _MOST_EXCERPTS + 1]:
            name = "" if excerpt.field == "title" else f"{heading(excerpt.field).lower()}: "
            _write_marked(_lines(f"{name}{excerpt.marked(before, after)}"), file)
        file.write("\n")


def _write_marked(text: str, file: TextIO) -> None:
    """Write a text with styles in the place of its marks."""
    file.writelines(_MARKED.get(piece, piece) for piece in _MARKS.split(text))


def _lines(text: str, *, indented: bool = True) -> str:
    """Return a text as lines, all or those after the first indented.

    On a terminal it is wrapped between words.
    """
    first = _INDENT if indented else ""
    if not is_stdout_terminal():
        return f"{first}{text}\n"
    # The marks take no room on the screen; lines with them end a little early.
    wrapped = textwrap.wrap(
        text, text_width(), initial_indent=first, subsequent_indent=_INDENT,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return "".join(f"{line}\n" for line in wrapped)


def _texts(record: Record, types: TypeBook, query: Query) -> dict[str, str]:
    """Return the searched texts of a record by field.

    A type is under the first of its names that matches.
    """
    texts = {name: visible_line(interchange_cell(record, name)) for name in _SEARCHED}
    sources = (visible_line(f"{source.citation} {source.url}") for source in record.agreement.sources)
    named = [
        label if name.casefold() in label.casefold() else f"{label} ({name})"
        for code in record.agreement.types
        for label in (types.label_of(code),)
        if (name := next((n for n in (label, *types.types[code].aliases) if match_spots(n, query)), ""))
    ]
    return {**texts, "sources": "; ".join(sources), "types": ", ".join(named)}
