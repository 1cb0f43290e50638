"""``wbagree frameworks``, ``list``, ``show`` and ``common``: the frameworks of the register."""

import sqlite3
from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.dates import read_as_of_day
from wbagree.cli.output.kosovo import has_kosovo_note
from wbagree.cli.output.rows import FormatOption, OutputOption, RowFormat, print_rows, row_set_of
from wbagree.cli.output.streams import open_output, print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.frameworks.cover import Grade
from wbagree.domain.frameworks.framework import MembershipStatus
from wbagree.domain.frameworks.lookup import predecessors
from wbagree.domain.text.sentences import capitalise
from wbagree.services.framework_words import is_about, question_of_parties
from wbagree.services.question_words import pair_of_words

if TYPE_CHECKING:
    from wbagree.domain.frameworks.cover import Covers
    from wbagree.formats.common.framework_facts import FrameworkDetails

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("key", "name", "kind", "established", "ended", "became", "members")
_OMISSIBLE = (("ended", "became"), ("established", "ended", "became"))


class SheetFormat(StrEnum):
    """How one framework is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


@app.callback(
    invoke_without_command=True,
    help="Show multilateral organisations, networks, initiatives, programmes and conventions.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree frameworks\n"
        "  wbagree frameworks show selec\n"
        "  wbagree frameworks AL XK\n"
        "  wbagree frameworks member marri XK --joined 2014-06"
    ),
)
def frameworks(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    if ctx.invoked_subcommand is None:
        list_all_frameworks(ctx, format_, output)


@app.command("list", help="List the frameworks.", epilog="\b\nExample:\n  wbagree frameworks list --format csv")
def list_frameworks(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    list_all_frameworks(ctx, format_, output)


def list_all_frameworks(ctx: typer.Context, format_: RowFormat | None, output: Path | None) -> None:
    """List every framework with the number of its members."""
    from wbagree.store.read import frameworks as store

    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        known, members = store.frameworks(connection), store.members(connection)
    rows = [
        {
            "key": framework.key,
            "name": framework.display_name,
            "kind": framework.kind,
            "established": framework.established,
            "ended": framework.ended,
            "became": framework.succeeded_by,
            "members": sum(m.framework == framework.key and m.standing == MembershipStatus.MEMBER for m in members),
        }
        for framework in known.values()
    ]
    print_rows(row_set_of(rows, _COLUMNS, _OMISSIBLE), format_, output)
    if not rows:
        print_message("no frameworks are recorded; wbagree seed loads the bundled ones")


@app.command(
    "show",
    help="Show a framework: what it is, its successor, and its members with their dates.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree frameworks show SELEC\n"
        "  wbagree frameworks show 'Horizontal Facility'\n"
        "  wbagree frameworks show ets-24 --format json"
    ),
)
def show_framework(
    ctx: typer.Context,
    framework: Annotated[
        list[str], typer.Argument(metavar="FRAMEWORK", help="Its key, a name, or the beginning or words of a name.")
    ],
    format_: Annotated[
        SheetFormat, typer.Option("--format", metavar="FORMAT", case_sensitive=False, help="text, json or md.")
    ] = SheetFormat.TEXT,
) -> None:
    with register.open_for_reading(ctx) as connection:
        question = question_of_parties(connection, framework)
        if question is None:
            details = _details(connection, " ".join(framework))
        else:
            _print_covers(connection, question, date.today(), RowFormat(_ROW_FORMATS[format_]))
            return
    with open_output(None) as file:
        if format_ is SheetFormat.JSON:
            from wbagree.formats.data.framework_json import framework_object
            from wbagree.formats.data.json import write_jsonl

            write_jsonl([framework_object(details)], file)
        elif format_ is SheetFormat.MD:
            from wbagree.formats.markdown.framework_document import write_framework_document

            write_framework_document(details, file, kosovo_note=has_kosovo_note())
        else:
            from wbagree.formats.terminal.framework_sheet import write_framework_sheet

            write_framework_sheet(details, file)


def _details(connection: sqlite3.Connection, text: str) -> "FrameworkDetails":
    """Return the framework that ``text`` names, with its members and relatives."""
    from wbagree.formats.common.framework_facts import FrameworkDetails
    from wbagree.store.read import codes
    from wbagree.store.read import frameworks as store

    known = store.frameworks(connection)
    found = store.search_framework(known, text)
    members = store.members(connection, found.key)
    acts = store.acts(connection, found.key).get(found.key, [])
    return FrameworkDetails(
        framework=found,
        members=members,
        successor=known.get(found.succeeded_by),
        acts=acts,
        predecessors=predecessors(known, found.key),
        types=codes.labels_of(connection, found.types),
        parties=codes.names_of(
            connection, sorted({*(member.party for member in members), *(act.party for act in acts)})
        ),
    )


@app.command(
    "common",
    help="Say which frameworks serve both parties of a pair on a day, and which only one of them belongs to.",
    short_help="What both parties of a pair belong to.",
    epilog="\b\nExamples:\n  wbagree frameworks common AL-XK\n  wbagree frameworks common BA-RS --as-of 2010",
)
def show_common_frameworks(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="A B [TYPE]", autocompletion=completion.complete_pairs)],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="On that day; today when not given.")
    ] = None,
    format_: FormatOption = None,
) -> None:
    refuse_empty_options(as_of=as_of)
    with register.open_for_reading(ctx) as connection:
        question = question_of_parties(connection, words)
        if question is None or not question.pairs:
            question = Filter(pairs=(pair_of_words(connection, words),))
        _print_covers(connection, question, read_as_of_day(as_of) or date.today(), format_)


_ROW_FORMATS = {SheetFormat.TEXT: "table", SheetFormat.JSON: "json", SheetFormat.MD: "md"}


def _print_covers(connection: sqlite3.Connection, question: Filter, day: date, format_: RowFormat | None) -> None:
    """Print the frameworks of a pair or a party, narrowed to types."""
    from wbagree.store.read import frameworks as store

    covers = store.covers(connection, day)
    if question.pairs:
        _print_shared(covers, question, format_)
        return
    (party,) = question.parties
    rows = [
        {"framework": one.key, "name": one.display_name, "kind": one.kind, party: cover.reason or "not recorded"}
        for one, cover in covers.of_one(party)
        if is_about(one, question.types)
    ]
    print_rows(row_set_of(rows, ("framework", "name", "kind", party)), format_)
    print_message(f"{pluralise(len(rows), 'framework')}. The register may be incomplete.")


def _print_shared(covers: "Covers", question: Filter, format_: RowFormat | None) -> None:
    """Print the frameworks of a pair."""
    ((first, second),) = question.pairs
    shared = [one for one in covers.of_pair(first, second) if is_about(one.framework, question.types)]
    rows = [
        {
            "framework": one.framework.key,
            "name": one.framework.display_name,
            "kind": one.framework.kind,
            "cover": one.grade.value,
            first: one.first.reason or "not recorded",
            second: one.second.reason or "not recorded",
        }
        for one in shared
    ]
    names = ("framework", "name", "kind", "cover", first, second)
    print_rows(row_set_of(rows, names, [("framework",), ("framework", "kind")]), format_)
    grades = Counter(one.grade for one in shared)
    counted = {
        "in force for both": grades[Grade.IN_FORCE],
        "both are members": grades[Grade.MEMBER],
        "both are bound, with no entry into force recorded": grades[Grade.BOUND],
        "only signed": grades[Grade.SIGNED],
    }
    found = ", ".join(f"{words}: {number}" for words, number in counted.items() if number)
    print_message(f"{capitalise(found) or 'None found for both'}. The register may be incomplete.")
