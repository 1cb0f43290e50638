"""``wbagree edit``: named fields of a record, or all of it in an editor."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree.cli import SETTINGS, completion, register
from wbagree.cli.cells import Cells, describes
from wbagree.cli.editor import EditedText
from wbagree.cli.gate import differences, passed
from wbagree.cli.output import at_keyboard, say
from wbagree.domain.draft import write
from wbagree.domain.notation import LISTS, SEPARATORS
from wbagree.errors import InvalidValue, WbagreeError

if TYPE_CHECKING:
    from sqlmodel import Session

app = typer.Typer(**SETTINGS)

# What an edit makes of the cells of a record.
Rewrite = Callable[[dict[str, str]], dict[str, str]]


@app.command(
    help=(
        "Change the named fields of a record; without any, open the whole record in $EDITOR. An empty value clears a"
        " field. Repeated options replace a list, or add to it with --append. The key never changes."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree edit AL-XK-2012-1 --in-force 2013-02 --place Tirana\n"
        "  wbagree edit AL-XK-2012-1 --append --reference 'Law no. 04/L-123'\n"
        "  wbagree edit AL-XK-2012-1"
    ),
)
@describes
def edit(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", autocompletion=completion.keys)],
    cells: Cells,
    append: Annotated[bool, typer.Option("--append", help="Add to lists instead of replacing them.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the difference, store nothing.")] = False,
) -> None:
    given = cells.given()
    if given:
        with register.writing(ctx, dry_run=dry_run) as session:
            _store(session, key, lambda before: before | (_appended(before, given) if append else given))
    else:
        _edit_in_editor(ctx, key, dry_run=dry_run)
    if dry_run:
        say("dry run: nothing was stored")


def _appended(before: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    return {
        field: SEPARATORS[field].join(filter(None, (before[field], text))) if field in LISTS else text
        for field, text in given.items()
    }


def _edit_in_editor(ctx: typer.Context, key: str, *, dry_run: bool) -> None:
    from wbagree.store import reading

    with register.reading(ctx) as connection:
        shown = write(reading.record(connection, key).agreement)
    text = EditedText(shown)
    while True:
        text.open()
        try:
            edited = text.cells()
            if edited is None:
                say("nothing changed")
                return
            with register.writing(ctx, dry_run=dry_run) as session:
                _store(session, key, _replacing(shown, edited))
        except WbagreeError as error:
            # What was typed is work: it stays in its file, whatever is wrong with it.
            error.hint = f"{error.hint}\n  your text is kept in {text.path}".lstrip()
            if not at_keyboard():
                raise
            say(f"wbagree: {error.sentence}")
            if not typer.confirm("Open it again?", default=True, err=True):
                raise
        else:
            text.path.unlink()
            return


def _replacing(shown: dict[str, str], edited: dict[str, str]) -> Rewrite:
    def replace(now: dict[str, str]) -> dict[str, str]:
        if now != shown:
            raise InvalidValue(f"{now['key']} was changed by somebody else meanwhile; nothing was stored")
        return edited

    return replace


def _store(session: "Session", key: str, change: Rewrite) -> None:
    """Replace the record ``key`` by what ``change`` makes of its cells, and say the difference."""
    from wbagree.store import reading
    from wbagree.store.writing import Change, apply, plain

    connection = plain(session)
    before = reading.record(connection, key).agreement
    cells = {**change(write(before)), "key": before.key}
    after = passed(connection, cells, before)
    if after == before:
        say(f"{before.key}: nothing changed")
        return
    apply(session, [Change(before, after)])
    say(f"{before.key} changed:")
    for line in differences(write(before), write(after)):
        say(line)
