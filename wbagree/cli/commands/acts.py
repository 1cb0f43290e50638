"""``wbagree acts``: the kinds of acts."""

import re
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.output.rows import FormatOption, OutputOption, print_rows, row_set_of
from wbagree.cli.output.streams import print_message
from wbagree.domain.acts.kinds import ACT_KIND, write_act_kind
from wbagree.errors import Duplicate, InvalidValue
from wbagree.services.entity_changes import apply_changes_of_subject

app = typer.Typer(**TYPER_SETTINGS)

_COLUMNS = ("role", "kind", "label", "records")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@app.callback(
    invoke_without_command=True,
    help="List the kinds of acts by role; the status of an agreement follows from the role.",
    epilog="\b\nExamples:\n  wbagree acts\n  wbagree acts add consultation --label 'Consultation of parliament'",
)
def acts(ctx: typer.Context, format_: FormatOption = None, output: OutputOption = None) -> None:
    if ctx.invoked_subcommand:
        return
    register.refuse_register_as_output(ctx, output)
    from wbagree.store.read import parties_and_types

    with register.open_for_reading(ctx) as connection:
        book = parties_and_types.act_book(connection)
        used = parties_and_types.record_counts(connection, ACT_KIND)
    kinds = sorted(book.kinds.values(), key=lambda kind: kind.is_own)
    rows = [
        {"role": kind.role.value, "kind": kind.code, "label": kind.label, "records": used.get(kind.code, 0)}
        for kind in kinds
    ]
    print_rows(row_set_of(rows, _COLUMNS), format_, output)


@app.command(
    "add",
    help="Add a kind of your own: a statement, which changes no status.",
    epilog="\b\nExample:\n  wbagree acts add consultation --label 'Consultation of parliament'",
)
def add_kind(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="KIND", help="Lower case with hyphens, as in consultation.")],
    label: Annotated[str, typer.Option("--label", metavar="TEXT", help="Its name in English.")] = "",
) -> None:
    from wbagree.store.read import parties_and_types
    from wbagree.store.write.session import raw_connection

    if not _CODE.fullmatch(code):
        raise InvalidValue(f"{code!r} cannot be a kind of acts: small letters, digits and hyphens, as in consultation")
    name = " ".join(label.split()) or code.replace("-", " ").capitalize()
    with register.open_for_change(ctx) as session:
        book = parties_and_types.act_book(raw_connection(session))
        for text in (code, name):
            if known := book.code_named(text):
                raise Duplicate(f"{text!r} is a name of {known} already", "wbagree acts lists them")
        apply_changes_of_subject(session, ACT_KIND, {code: (None, write_act_kind(name))})
    print_message(f"added the kind of acts {code} ({name})")
