"""Change sets as rows to print."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from wbagree.cli.output.rows import RowSet, row_set_of
from wbagree.formats.common import change_lines
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import sanitise, single_line, text_width, visible_line
from wbagree.services.visible_changes import ChangeObject

_SETS = ("number", "at", "by", "command", "changes", "undoes", "undone_by")
_FIELDS = ("number", "at", "by", "command", "key", "change", "field", "before", "after")


def change_rows(change_sets: list[ChangeObject], *, fields: bool) -> RowSet:
    """Return a row for each change set, or for each changed field."""
    rows = (
        list(_field_rows(change_sets))
        if fields
        else [{**one, "changes": len(one["changes"]) + one["left_out"]} for one in change_sets]
    )
    plain = row_set_of(rows, _FIELDS if fields else _SETS)
    return RowSet(objects=lambda: change_sets, cells=plain.cells, grid=plain.grid)


def history_of(key: str, change_sets: list[ChangeObject]) -> RowSet:
    """Return the change sets of an entity.

    As text, each change is one line.
    """
    blocks = [(one, list(change_lines.lines_about(key, one["changes"]))) for one in change_sets]

    def writer(wrap: Callable[[str, str], str]) -> Callable[[TextIO], None]:
        def write(file: TextIO) -> None:
            for one, lines in blocks:
                file.write(wrap(change_lines.dated_heading(one), "") + "\n")
                file.writelines(wrap(line, "  ") + "\n" for line in lines)

        return write

    def grid() -> Grid:
        rows = [(str(one["number"]), one["at"], one["by"], one["command"], "; ".join(lines)) for one, lines in blocks]
        return Grid(("Number", "At", "By", "Command", "Changes"), rows, (True, *(4 * (False,))))

    plain = change_rows(change_sets, fields=True)
    return plain._replace(grid=grid, draw=writer(_wrapped), write_plain=writer(_whole))


def _whole(line: str, indent: str) -> str:
    return f"{indent}{single_line(line)}"


def _wrapped(line: str, indent: str) -> str:
    return textwrap.fill(
        visible_line(line),
        text_width(),
        initial_indent=indent,
        subsequent_indent="    ",
        break_on_hyphens=False,
    )


def change_set_sheet(change_set: ChangeObject, limit: int | None = None, heading: str = "") -> RowSet:
    """Return one change set; as text it has a ``heading``.

    At most ``limit`` of its changes are shown as text.
    """

    def write(file: TextIO) -> None:
        shown = change_lines.change_lines(change_set["changes"][:limit])
        lines = (heading or change_lines.change_set_heading(change_set), *shown)
        file.writelines(f"{sanitise(line)}\n" for line in lines)
        if limit is not None and (more := len(change_set["changes"]) - limit) > 0:
            file.write(f"and {more} more; --limit N shows more, --format csv or json all\n")

    return change_rows([change_set], fields=True)._replace(draw=write, write_plain=write)


def _field_rows(change_sets: Iterable[ChangeObject]) -> Iterator[ChangeObject]:
    """Yield a row for each changed field and each added thing."""
    for one in change_sets:
        for change in one["changes"]:
            row = {name: one[name] for name in ("number", "at", "by", "command")}
            row |= {"key": change["key"], "change": change["kind"]}
            for field, (before, after) in change["fields"].items() or [("", ("", ""))]:
                yield {**row, "field": field, "before": before, "after": after}
