"""``wbagree types``: types of agreements and their names."""

import re
from dataclasses import replace
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.rows import FormatOption, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.domain.types import TYPE, Type, TypeBook, write_type
from wbagree.errors import Duplicate, InvalidValue, NotFound
from wbagree.services import typed_words
from wbagree.services.entity_changes import apply_changes_of_subject

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("group", "code", "label", "records", "aliases")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@app.callback(
    invoke_without_command=True,
    help="List what agreements can be about, by group, with the names that --type and search understand.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree types\n"
        "  wbagree types add cybercrime --group crime --label 'Cybercrime' --alias 'krimi kibernetik'\n"
        "  wbagree types alias mla 'ndihma juridike e ndërsjellë'"
    ),
)
def types(
    ctx: typer.Context,
    format_: FormatOption = None,
) -> None:
    if ctx.invoked_subcommand:
        return
    from wbagree.store.read import parties_and_types

    with register.open_for_reading(ctx) as connection:
        book = parties_and_types.type_book(connection)
        used = parties_and_types.record_counts(connection, "type")
    rows = [
        {
            "group": type_.group,
            "code": type_.code,
            "label": type_.label,
            "records": used.get(type_.code, 0),
            "aliases": list(type_.aliases),
        }
        for group in book.groups
        for type_ in book.types.values()
        if type_.group == group
    ]
    print_rows(row_set_of(rows, _COLUMNS), format_)


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
