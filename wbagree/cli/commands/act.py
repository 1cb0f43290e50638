"""``wbagree act``: what a party, or all, did about an agreement or a framework."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.restricted_messages import is_unquotable
from wbagree.cli.output.streams import print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.cli.register import RegisterUse
from wbagree.domain.acts.act import ALL, Act, write_act
from wbagree.domain.acts.kinds import KINDS
from wbagree.domain.agreements.validation import is_restricted
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.text.sentences import on_one_line
from wbagree.errors import InvalidDate, InvalidValue, UsageProblem, WbagreeError
from wbagree.services import typed_words
from wbagree.services.acts import (
    ActDetails,
    ActsChange,
    find_framework_with_acts,
    revise_framework_acts,
    with_act,
    without_act,
)
from wbagree.services.agreement_changes import revise_agreement

app = typer.Typer(**TYPER_SETTINGS)

# It would quote an act of a restricted agreement.
_UNQUOTED = "acts: the reason is shown on a terminal only (restricted)"


@app.command(
    help=(
        "Record what a party, or all, did: signature, ratification, entry into force, denunciation ... An act that is"
        " recorded gets the options that are given, or is removed. wbagree acts lists the kinds."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree act AL-XK-2012-1 ratification AL 2013-05-03 --reference 'Gazette 68/2013'\n"
        "  wbagree act AL-XK-2012-1 entry-into-force 2013-08-20\n"
        "  wbagree act AL-XK-2012-1 denunciation XK 2020-01-15 --effect 2020-07-15 --cite 'Ministry, note 12'\n"
        "  wbagree act AL-XK-2012-1 ratification AL --remove\n"
        "  wbagree act ets-24 accession XK 2026-05-19"
    ),
)
def act(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.complete_keys)],
    kind: Annotated[str, typer.Argument(metavar="KIND", autocompletion=completion.complete_words_of(tuple(KINDS)))],
    party: Annotated[
        str,
        typer.Argument(
            metavar="[PARTY]", autocompletion=completion.complete_parties, help="Code or name; all when left out."
        ),
    ] = ALL,
    date: Annotated[str, typer.Argument(metavar="[DATE]", help="As precise as known.")] = "",
    effect: Annotated[
        str | None, typer.Option("--effect", metavar="DATE", help="From when it counts, if that is another day.")
    ] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="TEXT", help="Gazette, law or registration number.")
    ] = None,
    cite: Annotated[str | None, typer.Option("--cite", metavar="TEXT", help="The source: 'Citation <URL>'.")] = None,
    note: Annotated[str | None, typer.Option("--notes", metavar="TEXT", help="What a reader must know.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Another date for an act that is recorded.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove this act.")] = False,
) -> None:
    from wbagree.store.read.parties_and_types import act_book
    from wbagree.store.write.session import raw_connection

    refuse_empty_options(on=on)
    details = ActDetails(_date(on), _date(effect), _flat(reference), _flat(cite), _flat(note))
    if remove and details.stated():
        raise UsageProblem("--remove takes no other option", "name the act by its kind, party and date alone")
    party, date = (ALL, party) if not date and _is_date(party) else (party, date)
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        connection = raw_connection(session)
        code = act_book(connection).resolve(kind)
        by = "" if party.lower() == ALL else typed_words.party_book(connection).resolve(party)
        found: list[Act] = []

        def change(known: Sequence[Act]) -> tuple[list[Act], Act]:
            day = _date(date)
            acts, one = without_act(known, code, by, day) if remove else with_act(known, code, by, day, details)
            _check_carried(one)
            found.append(one)
            return acts, one

        if framework := find_framework_with_acts(session, key):
            revise_framework_acts(session, framework, change)
            holder, quotable = framework, True
        else:
            before, after = revise_agreement(session, key, lambda cells: _rewritten(cells, change))
            holder, quotable = before.key, not is_unquotable(after)
    removed = "removed " if remove else ""
    print_message(f"{holder}: {removed + write_act(found[0]) if quotable else 'changed'}")


def _rewritten(cells: Mapping[str, str], change: ActsChange) -> dict[str, str]:
    """Return the changed cell of acts.

    What is restricted stays out of logs.
    """
    from wbagree.domain.agreements.cell_notation import ACTS

    try:
        acts, _ = change(ACTS.read(cells["acts"]))
    except WbagreeError as error:
        if is_restricted(cells):
            error.log_sentence = _UNQUOTED
        raise
    return {"acts": ACTS.write(acts)}


def _date(text: str | None) -> PartialDate | None:
    return read_typed_date(text) if text else None


def _is_date(text: str) -> bool:
    try:
        return bool(read_typed_date(text))
    except InvalidDate:
        return False


def _flat(text: str | None) -> str | None:
    return None if text is None else on_one_line(text)


def _check_carried(act: Act) -> None:
    """Raise InvalidValue for texts that the notation would read otherwise."""
    from wbagree.domain.agreements.cell_notation import ACTS

    if not ACTS.carries(act):
        raise InvalidValue(
            "A text of an act cannot contain ' | ' or another act ('ratification AL 2013'). A reference cannot contain"
            " half a pair of brackets, nor a source square brackets; a note cannot end in them."
        )
