"""``wbagree add``: one new record."""

from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.agreement_options import AgreementOptions, with_agreement_options
from wbagree.cli.output.restricted_messages import description_in_message, title_in_message
from wbagree.cli.output.streams import is_interactive, print_message
from wbagree.cli.prompts.questionnaire import ask_missing_fields
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.filter import Filter
from wbagree.errors import Duplicate
from wbagree.services.agreement_changes import unlikely_date_notes, validate_or_refuse, validator_for

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Add a record and print the key it was given. At a terminal, what is missing is asked for; Enter leaves a field"
        " empty. A record that is probably here already is refused."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree add\n"
        "  wbagree add -p AL -p XK -f mou -t joint-patrol --signed 2024-05 \\\n"
        "      --title 'MoU on joint patrols' --source 'Ministry of Interior <https://mb.gov.al/>'"
    ),
)
@with_agreement_options
def add(
    ctx: typer.Context,
    options: AgreementOptions,
    allow_duplicate: Annotated[
        bool, typer.Option("--allow-duplicate", help="Add it even when it looks like a record already here.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store nothing.")] = False,
) -> None:
    from wbagree.store.read import agreements
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import raw_connection

    given = options.typed_fields()
    if is_interactive():
        with register.open_for_reading(ctx, RegisterUse.TRIAL if dry_run else RegisterUse.NEW) as connection:
            validator = validator_for(connection)
        # Before the register is locked, because answers may take an hour.
        given = ask_missing_fields(given, validator)
    with register.open_for_change(ctx, dry_run=dry_run) as session:
        connection = raw_connection(session)
        agreement = validate_or_refuse(connection, {"confidence": "low", **given})
        if not allow_duplicate:
            same_parties = Filter(parties=agreement.parties, inherited=False)
            _refuse_duplicate(agreement, [found.agreement for found in agreements.records(connection, same_parties)])
        (key,) = apply_agreement_changes(session, [AgreementChange(None, agreement)])
        notes = unlikely_date_notes(connection, agreement)
    for line in notes:
        print_message(line)
    print_message(f"{'would be added as' if dry_run else 'added'} {key}: {title_in_message(agreement)}")
    print(key)


def _refuse_duplicate(new: Agreement, known: list[Agreement]) -> None:
    from wbagree.domain.agreements.duplicates import find_duplicate
    from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

    if found := find_duplicate(new, known, bundled_vocabulary().types_in):
        other = found.other
        raise Duplicate(
            f"probably on record already as {other.key}: {description_in_message(other)}: {found.reason}",
            f"wbagree edit {other.key} changes that one; --allow-duplicate adds this one all the same",
        )
