"""``wbagree assess``: what somebody observed about implementation, on a day, with a source."""

from datetime import date
from typing import Annotated

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.gate import revise
from wbagree.cli.output import say
from wbagree.domain.notation import read_assessments, write_assessment, write_assessments
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
    seen = Assessment(read_date(on or date.today().isoformat()), score.value, _flat(note), _flat(source))
    _check_carried(seen)
    with register.writing(ctx) as session:
        before, after = revise(session, key, lambda cells: {"implementation": _with(cells["implementation"], seen)})
    if after == before:
        say(f"{before.key}: this assessment is on record already")
    else:
        say(f"{before.key}: {write_assessment(seen)}")


def _with(cell: str, seen: Assessment) -> str:
    on_record = read_assessments(cell)
    return cell if seen in on_record else write_assessments((*on_record, seen))


def _check_carried(seen: Assessment) -> None:
    """A note with the notation's own marks would read back as something else."""
    try:
        carried = read_assessments(write_assessment(seen)) == (seen,)
    except InvalidValue:
        carried = False
    if not carried:
        raise InvalidValue("a note or source of an assessment cannot hold ' | ' or end in square brackets")


def _flat(text: str) -> str:
    return " ".join(text.split())
