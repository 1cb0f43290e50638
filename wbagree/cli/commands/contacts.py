"""``wbagree contacts``: units and persons authorised to cooperate."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.contact_options import ContactFields, ContactFilter, WithContactsOption
from wbagree.cli.options.dates import read_period_option
from wbagree.cli.options.option_fields import typed_fields, with_options
from wbagree.cli.output.rows import FormatOption, OutputOption, entity_row, print_rows, row_set_of
from wbagree.cli.output.streams import is_stdout_terminal, open_output, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.contacts import CONTACT, CONTACT_FIELDS, PERSONAL, write_contact
from wbagree.errors import UsageProblem
from wbagree.formats.common.columns import heading
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.services.entity_changes import apply_changes_of_subject, refuse_identical_entity

app = typer.Typer(**TYPER_SETTINGS)

# Two contact points with the same of these are one.
_IDENTITY = ("party", "institution", "unit", "person")


def _with_contact_fields(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, ContactFields)


def _with_contact_filter(command: Callable[..., None]) -> Callable[..., None]:
    return with_options(command, ContactFilter)


@app.callback(
    invoke_without_command=True,
    help=(
        "Manage contact points: units or persons authorised to cooperate. Lists and files leave out names, telephones"
        " and e-mails, unless you use --with-contacts."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree contacts add --party XK --institution 'Kosovo Police' --unit ILECU --type information-exchange \\\n"
        "      --channel SIENA --language sq --language en --verified 2026-11\n"
        "  wbagree contacts list --party XK --type mla\n"
        "  wbagree contacts due --months 6"
    ),
)
@_with_contact_filter
def contacts(
    ctx: typer.Context, options: ContactFilter, format_: FormatOption = None, output: OutputOption = None
) -> None:
    if ctx.invoked_subcommand is None:
        _list(ctx, options, format_, output)


@app.command(
    "list", help="List contact points.", epilog="\b\nExample:\n  wbagree contacts list --party AL --type extradition"
)
@_with_contact_filter
def list_contacts(
    ctx: typer.Context, options: ContactFilter, format_: FormatOption = None, output: OutputOption = None
) -> None:
    _list(ctx, options, format_, output)


def _list(ctx: typer.Context, options: ContactFilter, format_: Any, output: Any) -> None:
    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        found = options.matching_contacts(connection)
    names = [name for name in ("key", *CONTACT_FIELDS) if options.with_contacts or name not in PERSONAL]
    rows = [entity_row(contact, names) for contact in found]
    print_rows(row_set_of(rows, names), format_, output, private=options.with_contacts)
    if not found:
        print_message("No matching contact points. To add one: wbagree contacts add --help")
    elif not options.with_contacts:
        print_message("Names, positions, telephones and e-mails are hidden (use --with-contacts to see them).")


@app.command(
    "show",
    help="Show a contact point; on a terminal with names, telephones and e-mails, elsewhere with --with-contacts.",
    epilog="\b\nExample:\n  wbagree contacts show contact-1",
)
def show(
    ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")], with_contacts: WithContactsOption = False
) -> None:
    from wbagree.services.contacts import find_contact

    with register.open_for_reading(ctx) as connection:
        contact = find_contact(connection, key)
    if not (with_contacts or is_stdout_terminal()):
        contact = contact.redacted()
    row = entity_row(contact, CONTACT_FIELDS)
    with open_output(None) as file:
        file.write(f"{contact.office}\n\n")
        write_labelled(
            ((heading(name), text if isinstance(text, list) else [text]) for name, text in row.items() if text), file
        )


@app.command(
    "due",
    help="List the contact points that were not verified for so many months, or that are no longer valid.",
    epilog="\b\nExample:\n  wbagree contacts due --months 6",
)
def due_contacts(
    ctx: typer.Context,
    months: Annotated[
        str, typer.Option("--months", metavar="PERIOD", help="Not verified for so long: 6m, 2y, or a number of months.")
    ] = "12",
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    from wbagree.domain.reports.due import overdue_contacts
    from wbagree.store.read import entity_cells

    register.refuse_register_as_output(ctx, output)
    with register.open_for_reading(ctx) as connection:
        known = entity_cells.contacts(connection)
    verified = read_period_option("--months", months, "month")
    rows = [
        {
            "key": one.contact.key,
            "party": one.contact.party,
            "contact": one.contact.office,
            "what": one.sentence,
            "date": str(one.since or ""),
        }
        for one in overdue_contacts(known.values(), date.today(), verified)
    ]
    print_rows(row_set_of(rows, ("key", "party", "contact", "what", "date")), format_, output)
    print_message(f"{len(rows)} of {pluralise(len(known), 'contact point')}")


@app.command(
    "add",
    help="Add a contact point: a unit, or a person where a unit will not do.",
    epilog=(
        "\b\nExample:\n"
        "  wbagree contacts add --party XK --institution 'Kosovo Police' --unit ILECU --type information-exchange \\\n"
        "      --channel SIENA --language sq --language en --verified 2026-11"
    ),
)
@_with_contact_fields
def add(ctx: typer.Context, options: ContactFields) -> None:
    from wbagree.services.contacts import typed_contact
    from wbagree.store.write.entities import next_key
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx) as session:
        connection = raw_connection(session)
        new = typed_contact(connection, next_key(session, CONTACT), typed_fields(options))
        refuse_identical_entity(connection, CONTACT, write_contact(new), _IDENTITY, "wbagree contacts edit")
        apply_changes_of_subject(session, CONTACT, {new.key: (None, write_contact(new))})
    print_message(f"added {new.key}: {new.office}")
    print(new.key)


@app.command(
    "edit",
    help="Change what is said of a contact point; an empty value clears it, a repeated option replaces the list.",
    epilog="\b\nExample:\n  wbagree contacts edit contact-1 --verified 2026-11-20",
)
@_with_contact_fields
def edit(ctx: typer.Context, options: ContactFields, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.services.contacts import find_contact, typed_contact
    from wbagree.store.write.session import raw_connection

    if not (given := typed_fields(options)):
        raise UsageProblem("nothing to change; name a field: wbagree contacts edit --help")
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        before = find_contact(raw_connection(session), key)
        after = typed_contact(raw_connection(session), before.key, given, before)
        apply_changes_of_subject(session, CONTACT, {before.key: (write_contact(before), write_contact(after))})
    print_message(f"{before.key}: {'nothing changed' if after == before else f'changed ({after.office})'}")


@app.command(
    "delete",
    help="Delete a contact point; wbagree undo brings it back.",
    epilog="\b\nExample:\n  wbagree contacts delete contact-1",
)
def delete(ctx: typer.Context, key: Annotated[str, typer.Argument(metavar="KEY")]) -> None:
    from wbagree.services.contacts import find_contact
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        before = find_contact(raw_connection(session), key)
        apply_changes_of_subject(session, CONTACT, {before.key: (write_contact(before), None)})
    print_message(f"deleted {before.key}: {before.office}; wbagree undo brings it back")
