"""``wbagree delete``: a record goes; its key is never given again."""

import sqlite3
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.restricted_messages import description_in_message
from wbagree.cli.output.streams import is_interactive, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Agreement
from wbagree.errors import InvalidValue, UsageProblem

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help="Delete agreements, after confirmation. Their keys are never used again.",
    epilog="\b\nExamples:\n  wbagree delete AL-XK-2012-1\n  wbagree delete AL-XK-2012-1 AL-XK-2012-2 --yes",
)
def delete(
    ctx: typer.Context,
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", autocompletion=completion.complete_keys)],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    from wbagree.store.read import agreements

    with register.open_for_reading(ctx) as connection:
        chosen = {record.key: record for record in (agreements.record(connection, key).agreement for key in keys)}
        for line in _consequences(connection, chosen):
            print_message(line)
    if not yes:
        _confirm(len(chosen))
    _delete(ctx, chosen, confirmed=not yes)
    print_message(f"deleted {', '.join(chosen)}; wbagree undo brings {'it' if len(chosen) == 1 else 'them'} back")


def _consequences(connection: sqlite3.Connection, chosen: dict[str, Agreement]) -> list[str]:
    from wbagree.store.read import agreement_context, entity_cells

    lines = []
    for key, agreement in chosen.items():
        lines.append(f"{key}: {description_in_message(agreement)}")
        lines += [
            f"  it is {related.inverse().verb} {related.key}, which will then name an agreement that is not here"
            for related in agreement_context.related_from(connection, key)
            if related.key not in chosen
        ]
        lines += [
            f"  {contact.key} ({contact.office}) is a contact point for it, and will then name one that is not here"
            for contact in entity_cells.contacts(connection).values()
            if key in contact.agreements
        ]
    return lines


def _confirm(number: int) -> None:
    if not is_interactive():
        raise UsageProblem("Deleting needs your confirmation.", "Add --yes to delete without confirmation.")
    typer.confirm(f"Delete {'this agreement' if number == 1 else f'these {number} agreements'}?", abort=True, err=True)


def _delete(ctx: typer.Context, chosen: dict[str, Agreement], *, confirmed: bool) -> None:
    """Delete agreements; InvalidValue if one has changed since it was confirmed."""
    from wbagree.store.read import agreements
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        for key, shown in chosen.items():
            now = agreements.record(raw_connection(session), key).agreement
            if confirmed and now != shown:
                raise InvalidValue(f"{key} was changed meanwhile; nothing was deleted", f"wbagree show {key}")
            apply_agreement_changes(session, [AgreementChange(now, None)])
