"""``wbagree check``: the register's own quality report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree import ending
from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options.filter_options import FilterOptions, with_filter_options
from wbagree.cli.output.finding_rows import accepted_rows, finding_rows
from wbagree.cli.output.rows import FormatOption, OutputOption, print_rows
from wbagree.cli.output.streams import print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.quality_checks import FINDING_KINDS
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.errors import InvalidValue, NotFound, UsageProblem
from wbagree.services import findings

if TYPE_CHECKING:
    import sqlite3

app = typer.Typer(**TYPER_SETTINGS)

_EXAMPLE = "For example: wbagree check --accept AL-XK-2012-1 undated"


@app.command(
    help=(
        "Report data-quality problems: dates and links that contradict each other, possible duplicates, what is perhaps"
        " out of date, what is not recorded. A finding that is in order can be accepted; it comes back when it reads"
        " otherwise. Exit code 0 if no problems, otherwise 4. (wbagree db check checks the file.)"
    ),
    short_help="Report data-quality problems.",
    epilog=(
        "\b\nExamples:\n"
        "  wbagree check AL-XK\n"
        "  wbagree check duplicate relations\n"
        "  wbagree check wb6 check.csv\n"
        "  wbagree check --accept AL-XK-2012-1 undated --notes 'The gazette has none'"
    ),
)
@with_filter_options
def check(
    ctx: typer.Context,
    options: FilterOptions,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="CODE",
            help=f"Only findings of this code: {', '.join(FINDING_KINDS)}; repeat to include more than one.",
            autocompletion=lambda: list(FINDING_KINDS),
        ),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept findings: --accept KEY CODE.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take an acceptance back: --withdraw KEY CODE.")] = False,
    note: Annotated[str, typer.Option("--notes", metavar="TEXT", help="With --accept: why it is in order.")] = "",
    accepted: Annotated[bool, typer.Option("--accepted", help="List the accepted findings.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Show all findings on a terminal too.")] = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    options, kinds = _split_off_codes(options, kind)
    if note and not accept:
        raise UsageProblem("--notes has no effect without --accept.", _EXAMPLE)
    if accept or withdraw:
        if (accept and withdraw) or accepted or all_ or format_ or output:
            raise UsageProblem("--accept and --withdraw take agreements and codes only.", _EXAMPLE)
        (_accept if accept else _withdraw)(ctx, options, kinds, note)
        return
    register.refuse_register_as_output(ctx, output)
    with register.open_or_hint(ctx) as connection:
        filter_ = options.to_filter(connection, output)
        found = findings.find(connection, filter_, kinds or tuple(FINDING_KINDS))
    rows = accepted_rows(found.accepted) if accepted else finding_rows(found.open, filter_, whole=all_)
    print_rows(rows, format_, output, private=options.with_restricted)
    if accepted:
        print_message(f"{pluralise(len(found.accepted), 'finding')} accepted")
        return
    more = f"{len(found.accepted)} more accepted: wbagree check --accepted" if found.accepted else ""
    if not found.open:
        print_message("\n".join(filter(None, ("No problems found.", more))))
        return
    counts = findings.counts_in_words(found.open)
    print_message("\n".join(filter(None, (f"{pluralise(len(found.open), 'problem')}: {counts}", more))))
    ending.note_success()
    raise typer.Exit(InvalidValue.exit_code)


def _split_off_codes(options: FilterOptions, kinds: Sequence[str] | None) -> tuple[FilterOptions, tuple[str, ...]]:
    """Split the codes of findings off the words.

    NotFound for an unknown ``--kind``.
    """
    for name in kinds or ():
        if name.lower() not in FINDING_KINDS:
            raise NotFound("kind", name, hint=f"the kinds are: {', '.join(FINDING_KINDS)}")
    words = options.words or []
    codes = [word for word in words if word.lower() in FINDING_KINDS]
    rest = [word for word in words if word not in codes]
    return replace(options, words=rest), tuple(dict.fromkeys(map(str.lower, (*codes, *(kinds or ())))))


def _keys_to_change(connection: "sqlite3.Connection", options: FilterOptions, kinds: Sequence[str]) -> list[str]:
    """Return the keys of the named agreements.

    UsageProblem without one, or without a code.
    """
    from wbagree.store.read.keys import resolve_key

    if options != FilterOptions(words=options.words, with_restricted=options.with_restricted):
        raise UsageProblem("--accept and --withdraw take agreements and codes only.", _EXAMPLE)
    if not (options.words and kinds):
        raise UsageProblem(
            "Name an agreement and the code of the finding." if not options.words else "Name the code of the finding.",
            _EXAMPLE,
        )
    return list(dict.fromkeys(resolve_key(connection, word) for word in options.words))


def _accept(ctx: typer.Context, options: FilterOptions, kinds: Sequence[str], note: str) -> None:
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        keys = _keys_to_change(raw_connection(session), options, kinds)
        done = findings.accept(session, keys, kinds, note)
    for one in done:
        print_message(f"Accepted: {one.key}: {one.sentence}")


def _withdraw(ctx: typer.Context, options: FilterOptions, kinds: Sequence[str], _: str) -> None:
    from wbagree.store.write.session import raw_connection

    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        keys = _keys_to_change(raw_connection(session), options, kinds)
        findings.withdraw(session, keys, kinds)
    print_message(f"Not accepted any more: {', '.join(kinds)} of {', '.join(keys)}")
