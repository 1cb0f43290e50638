"""``wbagree assess``: what somebody observed about implementation, on a day, with a source."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.output import say
from wbagree.domain.notation import read_assessments, write_assessment
from wbagree.domain.record import Assessment
from wbagree.domain.terms import Score
from wbagree.domain.written_dates import read_date
from wbagree.errors import InvalidValue

app = typer.Typer(**SETTINGS)


@app.command(
    help="Record an assessment: how far an agreement was seen to be applied. Earlier ones are kept beside it.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree assess AL-XK-2012-1 --score partial --on 2024-06 --note 'Two of six patrols took place' \\\n"
        "      --source 'Monitor, report 12'"
    ),
)
def assess(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.keys)],
    score: Annotated[
        Score, typer.Option("--score", metavar="SCORE", help=f"One of {', '.join(Score)}.", case_sensitive=False)
    ],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="When it was seen; today when not given.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What was seen.")] = "",
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Who says so, and where.")] = "",
) -> None:
    from wbagree.store import reading
    from wbagree.store.writing import Change, apply, plain

    seen = Assessment(read_date(on or date.today().isoformat()), score.value, _flat(note), _flat(source))
    _check_carried(seen)
    with register.writing(ctx) as session:
        before = reading.record(plain(session), key).agreement
        if seen in before.implementation:
            say(f"{before.key}: this assessment is on record already")
            return
        apply(session, [Change(before, replace(before, implementation=(*before.implementation, seen)))])
    say(f"{before.key}: {write_assessment(seen)}")


def _check_carried(seen: Assessment) -> None:
    """A note with the notation's own marks would read back as something else."""
    refusal = InvalidValue("a note or source of an assessment cannot hold ' | ' or end in square brackets")
    try:
        read = read_assessments(write_assessment(seen))
    except InvalidValue as error:
        raise refusal from error
    if read != (seen,):
        raise refusal


def _flat(text: str) -> str:
    return " ".join(text.split())
