"""``wbagree edit``: fields by option, in an editor, or one by one."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from wbagree.cli import TYPER_SETTINGS, register
from wbagree.cli.options import completion
from wbagree.cli.options.agreement_options import AgreementOptions, with_agreement_options
from wbagree.cli.output.restricted_messages import is_unquotable
from wbagree.cli.output.streams import is_interactive, is_stderr_terminal, print_message
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.merge import replace_cells
from wbagree.domain.agreements.validation import to_cells
from wbagree.errors import InvalidRecord, InvalidValue, UsageProblem, WbagreeError
from wbagree.formats.common.sanitiser import single_line
from wbagree.services.agreement_changes import (
    Rewrite,
    changed_fields,
    difference_lines,
    revise_agreement,
    unlikely_date_notes,
    validate_or_refuse,
    validator_for,
)

if TYPE_CHECKING:
    from sqlmodel import Session

    from wbagree.cli.prompts.editor import EditedText

app = typer.Typer(**TYPER_SETTINGS)

# The fields that --append adds to, and the separator: lists, and notes line by line.
_BETWEEN = {**{name: notation.separator for name, notation in NOTATIONS.items()}, "notes": "\n"}


@app.command(
    help=(
        "Change fields of an agreement. Without an option, open it in your editor (VISUAL or EDITOR), or ask field by"
        " field when none is set. An empty value clears a field. Repeated options replace a list; with --append they"
        " add to it, and --notes adds a line. The key never changes."
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
    elif editor := os.environ.get("VISUAL") or os.environ.get("EDITOR"):
        _edit_in_editor(ctx, key, editor, dry_run=dry_run)
    elif is_interactive():
        _edit_field_by_field(ctx, key, dry_run=dry_run)
    else:
        _refuse_without_field(ctx, key)
    if dry_run:
        print_message("dry run: nothing was stored")


def _refuse_without_field(ctx: typer.Context, key: str) -> NoReturn:
    """Raise UsageProblem with what to type; NotFound for an unknown key."""
    from wbagree.store.read import agreements

    with register.open_for_reading(ctx) as connection:
        known = agreements.record(connection, key).agreement.key
    raise UsageProblem(
        "No field was named. Nothing was changed.",
        f"Name one: wbagree edit {known} --place Tirana. All fields: wbagree edit --help",
    )


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


def _edit_field_by_field(ctx: typer.Context, key: str, *, dry_run: bool) -> None:
    """Ask for new values, show the change, and save it."""
    from wbagree.cli.prompts.field_editor import ask_for_changes
    from wbagree.store.read import agreements

    with register.open_for_reading(ctx) as connection:
        before = agreements.record(connection, key).agreement
        validator = validator_for(connection, is_typed=True)
    shown, changes = to_cells(before), dict[str, str]()
    print_message(f"{before.key}: {single_line(before.title)}")
    while changes := ask_for_changes(shown, changes, validator):
        # The register is not kept open: answers may take an hour.
        with register.open_for_reading(ctx) as connection:
            try:
                after = validate_or_refuse(connection, {**replace_cells(shown, changes), "key": before.key}, before)
            except InvalidRecord as error:
                print_message(f"  {error.sentence}")
                continue
            notes = unlikely_date_notes(connection, after)
        break
    else:
        print_message(f"{before.key}: nothing changed")
        return
    print_message("\n".join([f"{before.key} would change:", *difference_lines(shown, to_cells(after)), *notes]))
    if dry_run:
        return
    typer.confirm("Save?", default=True, abort=True, err=True)
    with register.open_for_change(ctx, RegisterUse.EXISTING) as session:
        revise_agreement(session, before.key, _replacing(shown, to_cells(after)))
    print_message(f"{before.key} changed")


def _edit_in_editor(ctx: typer.Context, key: str, editor: str, *, dry_run: bool) -> None:
    from wbagree.cli.prompts.editor import EditedText  # here: an edit with options needs no TOML
    from wbagree.store.read import agreements

    with register.open_for_reading(ctx) as connection:
        shown = to_cells(agreements.record(connection, key).agreement)
    text = EditedText(shown)
    try:
        while not _has_edited(ctx, shown, text, editor, dry_run=dry_run):
            pass
    except (typer.Abort, KeyboardInterrupt):
        if kept := text.keep_if_edited():
            print_message(f"\n{kept}")
        raise


def _has_edited(ctx: typer.Context, shown: dict[str, str], text: "EditedText", editor: str, *, dry_run: bool) -> bool:
    """Open the editor once; return False to open it again.

    A text that is refused is kept, and the person may go on with it.
    """
    key = shown["key"]
    try:
        text.open_editor(editor)
        edited = text.edited_cells()
        if edited is None:
            text.path.unlink()
            print_message("nothing changed")
            return True
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
        return False
    print_message(difference)
    if dry_run:
        print_message(text.keep_if_edited())
    else:
        text.path.unlink()
    return True


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
