"""``wbagree edit``: named fields of a record, or all in an editor."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.agreement_options import AgreementOptions, with_agreement_options
from wbagree.cli.output.restricted_messages import is_unquotable
from wbagree.cli.output.streams import is_interactive, is_stderr_terminal, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.validation import to_cells
from wbagree.errors import InvalidValue, UsageProblem, WbagreeError
from wbagree.services.agreement_changes import (
    Rewrite,
    changed_fields,
    difference_lines,
    revise_agreement,
    unlikely_date_notes,
)

if TYPE_CHECKING:
    from sqlmodel import Session

    from wbagree.cli.prompts.editor import EditedText

app = typer.Typer(**TYPER_SETTINGS)

# The fields that --append adds to, and the separator: lists, and notes line by line.
_BETWEEN = {**{name: notation.separator for name, notation in NOTATIONS.items()}, "notes": "\n"}


@app.command(
    help=(
        "Change the named fields of a record; without any, open the whole record in an editor"
        " (VISUAL or EDITOR, which without a terminal has to be set). An empty value clears a"
        " field. Repeated options replace a list; with --append they add to it, and --notes adds a line. The key never"
        " changes."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree edit AL-XK-2012-1 --in-force 2013-02 --place Tirana\n"
        "  wbagree edit AL-XK-2012-1 --append --reference 'Law no. 04/L-123'\n"
        "  wbagree edit AL-XK-2012-1"
    ),
)
@with_agreement_options
def edit(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.complete_keys)],
    options: AgreementOptions,
    append: Annotated[bool, typer.Option("--append", help="Add to lists and notes instead of replacing them.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the difference, store nothing.")] = False,
) -> None:
    given = options.typed_fields()
    if append:
        _refuse_what_cannot_grow(given)
    if given:
        with register.open_for_change(ctx, RegisterUse.EXISTING, dry_run=dry_run) as session:
            before, after = revise_agreement(session, key, lambda cells: _appended(cells, given) if append else given)
            difference = _difference(session, before, after, dry_run=dry_run)
        print_message(difference)  # once it is stored
    else:
        _edit_in_editor(ctx, key, dry_run=dry_run)
    if dry_run:
        print_message("dry run: nothing was stored")


def _refuse_what_cannot_grow(given: Mapping[str, str]) -> None:
    if not given:
        raise UsageProblem("--append adds to a field; name one", "wbagree edit KEY --append --reference TEXT")
    for field, text in given.items():
        name = field.replace("_", " ")
        if field not in _BETWEEN:
            raise UsageProblem(f"--append cannot add to {name}: it has one value", "without --append it is replaced")
        if not text.strip():
            raise UsageProblem(f"--append adds nothing to {name}: the text is empty", "without --append it is cleared")


def _appended(before: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    return {field: _BETWEEN[field].join(filter(None, (before[field], text))) for field, text in given.items()}


def _edit_in_editor(ctx: typer.Context, key: str, *, dry_run: bool) -> None:
    from wbagree.cli.prompts.editor import EditedText  # here: an edit with options needs no TOML
    from wbagree.store.read import agreements

    with register.open_for_reading(ctx) as connection:
        shown = to_cells(agreements.record(connection, key).agreement)
    text = EditedText(shown)
    try:
        _edit_until_stored(ctx, key, shown, text, dry_run=dry_run)
    except (typer.Abort, KeyboardInterrupt):
        if kept := text.keep_if_edited():
            print_message(f"\n{kept}")
        raise


def _edit_until_stored(
    ctx: typer.Context, key: str, shown: dict[str, str], text: "EditedText", *, dry_run: bool
) -> None:
    while True:
        try:
            text.open_editor()
            edited = text.edited_cells()
            if edited is None:
                text.path.unlink()
                print_message("nothing changed")
                return
            with register.open_for_change(ctx, RegisterUse.EXISTING, dry_run=dry_run) as session:
                before, after = revise_agreement(session, key, _replacing(shown, edited))
                difference = _difference(session, before, after, dry_run=dry_run)
        except WbagreeError as error:
            # The typed text is work: it stays in its file, even if it is refused.
            kept = text.keep_if_edited()
            error.hint = "\n  ".join(filter(None, (error.hint, kept)))
            if not kept or not is_interactive():
                raise
            print_message(f"wbagree: {error.sentence}")
            if not typer.confirm("Open it again?", default=True, err=True):
                raise
        else:
            print_message(difference)
            if dry_run:
                print_message(text.keep_if_edited())
            else:
                text.path.unlink()
            return


def _replacing(shown: dict[str, str], edited: dict[str, str]) -> Rewrite:
    def replace(now: dict[str, str]) -> Mapping[str, str]:
        if now != shown:
            raise InvalidValue(
                f"{now['key']} was changed by somebody else meanwhile; nothing was stored. What they changed, and what"
                f" you have:\n{_both(shown, now, edited)}",
            )
        return edited

    return replace


def _both(shown: Mapping[str, str], now: Mapping[str, str], edited: Mapping[str, str]) -> str:
    """Return a line for each field: its old, their and your text."""
    lines = []
    hidden = (shown["disclosure"] or now["disclosure"]) and not is_stderr_terminal()
    for name, was in shown.items():
        theirs, yours = now[name], edited.get(name, was)
        if hidden and (theirs != was or yours != was):
            lines.append(f"  {name}: (restricted: the values are shown on a terminal)")
        elif theirs != was or yours != was:
            versions = {"was": was, "theirs": theirs, "yours": yours}
            lines.append(f"  {name}: " + "; ".join(f"{whose} {text or '(empty)'}" for whose, text in versions.items()))
    return "\n".join(lines)


def _difference(session: "Session", before: Agreement, after: Agreement, *, dry_run: bool) -> str:
    from wbagree.store.write.session import raw_connection

    if after == before:
        return f"{before.key}: nothing changed"
    head = f"{before.key} {'would change' if dry_run else 'changed'}:"
    if is_unquotable(before) or is_unquotable(after):
        changed = changed_fields(to_cells(before), to_cells(after))
        return f"{head} {', '.join(changed)} (restricted: the values are shown on a terminal)"
    return "\n".join(
        [
            head,
            *difference_lines(to_cells(before), to_cells(after)),
            *unlikely_date_notes(raw_connection(session), after),
        ]
    )
