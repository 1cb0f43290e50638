"""``wbagree types``: types of agreements and their names."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, TextIO

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.rows import FormatOption, OutputOption, RowSet, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.domain.types import TYPE, Type, TypeBook, write_type
from wbagree.errors import Duplicate, InvalidValue, NotFound
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_changes_of_subject

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("group", "code", "label", "records", "aliases")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@app.callback(
    invoke_without_command=True,
    help="List the types of agreements, by group, or show one with its names in other languages.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree types\n"
        "  wbagree types extradition\n"
        "  wbagree types show police\n"
        "  wbagree types add cybercrime --group crime --label 'Cybercrime' --alias 'krimi kibernetik'\n"
        "  wbagree types alias mla 'ndihma juridike e ndërsjellë'"
    ),
)
def types(
    ctx: typer.Context,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    register.refuse_register_as_output(ctx, output)
    from wbagree.store.read import parties_and_types

    with register.open_for_reading(ctx) as connection:
        book = parties_and_types.type_book(connection)
        used = parties_and_types.record_counts(connection, "type")
    listed = [type_ for group in book.groups for type_ in book.types.values() if type_.group == group]
    print_rows(_rows(listed, used, book), format_, output)


@app.command(
    "show",
    help="Show a type, or the types of a group, with their names in other languages.",
    epilog="\b\nExamples:\n  wbagree types show extradition\n  wbagree types show police",
)
def show_type(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="TYPE", autocompletion=completion.complete_types)],
    format_: FormatOption = None,
) -> None:
    from wbagree.store.read import parties_and_types

    with register.open_for_reading(ctx) as connection:
        book = typed_words.type_book(connection)
        used = parties_and_types.record_counts(connection, "type")
    shown = [book.types[code] for code in book.resolve_shown(" ".join(words))]
    rows = _rows(shown, used, book)
    print_rows(rows if len(shown) > 1 else rows._replace(draw=_sheet(rows), write_plain=_sheet(rows)), format_)
    if len(shown) > 1:
        print_message(f"{len(shown)} types. For names in other languages, name one: wbagree types show {shown[0].code}")


def _rows(types: Sequence[Type], used: Mapping[str, int], book: TypeBook) -> RowSet:
    """Return types as they can be printed.

    Names in other languages are in the formats for programs.
    """
    rows = [
        {
            "group": type_.group,
            "code": type_.code,
            "label": type_.label,
            "records": used.get(type_.code, 0),
            "aliases": list(type_.aliases),
        }
        for type_ in types
    ]
    grid = Grid(
        ("Code", "Type", "Group", "Agreements"),
        [(type_.code, type_.label, book.groups[type_.group], str(used.get(type_.code, 0))) for type_ in types],
        (False, False, False, True),
    )
    return row_set_of(rows, _COLUMNS)._replace(grid=lambda: grid)


def _sheet(rows: RowSet) -> Callable[[TextIO], None]:
    """Return the writer of one type on labelled lines."""

    def write(file: TextIO) -> None:
        (row,), (cells,) = rows.objects(), rows.grid().rows
        lines = [*zip(rows.grid().headings, ([cell] for cell in cells), strict=True)]
        names = row["aliases"]
        write_labelled([*lines, *([("Other names", ["; ".join(names)])] if names else [])], file)

    return write


@app.command(
    "add",
    help="Add a type of your own.",
    epilog="\b\nExample:\n  wbagree types add cybercrime --group crime --alias 'krimi kibernetik'",
)
def add_type(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Lower case with hyphens, as in joint-patrol.")],
    group: Annotated[
        str, typer.Option("--group", metavar="GROUP", help="justice, police, border, crime, migration ...")
    ],
    label: Annotated[str, typer.Option("--label", metavar="TEXT", help="Its name in English.")] = "",
    alias: Annotated[
        list[str], typer.Option("--alias", metavar="NAME", help="A further name, in any language; repeat.")
    ] = [],  # noqa: B006  (typer copies it)
) -> None:
    from wbagree.store.read import parties_and_types
    from wbagree.store.write.session import raw_connection

    if not _CODE.fullmatch(code):
        raise InvalidValue(f"{code!r} cannot be a type's code: small letters, digits and hyphens, as in joint-patrol")
    new = Type(code, group, label.strip() or code.replace("-", " ").capitalize(), tuple(map(str.strip, alias)))
    with register.open_for_change(ctx) as session:
        book = parties_and_types.type_book(raw_connection(session))
        if group not in book.groups:
            raise NotFound("group of types", group, hint=f"the groups are: {', '.join(book.groups)}")
        _check_free(book, (code, new.label, *new.aliases))
        apply_changes_of_subject(session, TYPE, {code: (None, write_type(new))})
    print_message(f"added the type {code} ({new.label})")


@app.command(
    "alias",
    help="Add names to a type, in any language; --type and search understand them at once.",
    short_help="Add names to a type, in any language.",
    epilog="\b\nExample:\n  wbagree types alias mla MLAT 'ndihma gjyqësore'",
)
def alias_type(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="TYPE", autocompletion=completion.complete_types)],
    aliases: Annotated[list[str], typer.Argument(metavar="NAME...")],
) -> None:
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx) as session:
        book = typed_words.type_book(raw_connection(session))
        known = book.resolve(code)
        new = [alias.strip() for alias in aliases]
        _check_free(book, new)
        before = book.types[known]
        after = replace(before, aliases=(*before.aliases, *dict.fromkeys(new)))
        apply_changes_of_subject(session, TYPE, {known: (write_type(before), write_type(after))})
    print_message(f"{known} is now also {', '.join(new)}")


def _check_free(book: TypeBook, names: "tuple[str, ...] | list[str]") -> None:
    for name in names:
        if not re.search(r"\w", name) or ";" in name:
            raise InvalidValue(f"{name!r} cannot be the name of a type: letters or digits, without ';'")
        if taken := book.code_named(name):
            raise Duplicate(f"{name!r} is a name of {taken} already", "wbagree types lists them with their names")
