"""``wbagree assess``: an assessment of implementation, with date and source."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.output.restricted_messages import is_unquotable
from wbagree.cli.output.streams import print_message
from wbagree.cli.parser import refuse_empty_options
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.cell_notation import ASSESSMENTS, write_assessment
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.agreements.vocabularies import Score
from wbagree.domain.dates import clock
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.text.sentences import on_one_line
from wbagree.errors import Duplicate, InvalidValue, UsageProblem
from wbagree.services import typed_words
from wbagree.services.agreement_changes import revise_agreement

app = typer.Typer(**TYPER_SETTINGS)


@app.command(
    help=(
        "Record an assessment: how far an agreement was seen to be applied, by all or by one party. Those of others and"
        " earlier ones are kept beside it."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree assess AL-XK-2012-1 --score partial --on 2024-06 --assessor 'Monitor' \\\n"
        "      --notes 'Two of six patrols took place' --cite 'Monitor, report 12'\n"
        "  wbagree assess AL-XK-2012-1 --score full --party XK --on 2024 --assessor 'Kosovo Police'"
    ),
)
def assess(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.complete_keys)],
    score: Annotated[
        str,
        typer.Option(
            "--score",
            metavar="SCORE",
            help=f"One of {', '.join(Score)}.",
            autocompletion=completion.complete_words_of(Score),
        ),
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Date of the observation (default: today).")
    ] = None,
    note: Annotated[str, typer.Option("--notes", metavar="TEXT", help="Observation.")] = "",
    by: Annotated[str, typer.Option("--assessor", metavar="WHO", help="Assessor.")] = "",
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar="PARTY",
            autocompletion=completion.complete_parties,
            help="Party this refers to (default: all).",
        ),
    ] = None,
    source: Annotated[str, typer.Option("--cite", metavar="TEXT", help="Source.")] = "",
) -> None:
    from wbagree.store.write.session import raw_connection

    refuse_empty_options(on=on, party=party)
    if not on and clock.is_wrong():
        raise UsageProblem(f"the clock says {date.today()}, which cannot be today", "name the day with --on")
    (seen_score,) = typed_words.codes_of_words(Score, [score])
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        code = typed_words.party_book(raw_connection(session)).resolve(party) if party else ""
        on_day = read_typed_date(on or date.today().isoformat())
        seen = Assessment(on_day, seen_score, on_one_line(note), on_one_line(source), on_one_line(by), code)
        _check_carried(seen)
        before, after = revise_agreement(session, key, lambda cells: {"implementation": _with(cells, seen)})
    print_message(f"{before.key}: {'assessed' if is_unquotable(after) else write_assessment(seen)}")


def _with(cells: Mapping[str, str], seen: Assessment) -> str:
    on_record = ASSESSMENTS.read(cells["implementation"])
    if seen in on_record:
        raise Duplicate(f"{cells['key']} has this assessment already", f"wbagree show {cells['key']} has it")
    return ASSESSMENTS.write((*on_record, seen))


def _check_carried(seen: Assessment) -> None:
    """Raise InvalidValue for texts that the notation would read otherwise."""
    if not ASSESSMENTS.carries(seen):
        raise InvalidValue(
            "A note or source of an assessment cannot contain ' | ' or another one ('2017 full:')."
            " It cannot end in square brackets, and the assessor cannot contain a colon."
        )
