"""Change sets as rows to print."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from wbagree.cli.output.rows import RowSet, plain_rows
from wbagree.formats.common import change_lines
from wbagree.formats.common.sanitiser import sanitise
from wbagree.services.visible_changes import ChangeObject

_SETS = ("number", "at", "by", "command", "changes", "undoes", "undone_by")
_FIELDS = ("number", "at", "by", "command", "key", "change", "field", "before", "after")


def change_rows(sets: list[ChangeObject], *, fields: bool) -> RowSet:
    """Return a row for each change set, or for each changed field."""
    rows = (
        list(_field_rows(sets))
        if fields
        else [{**one, "changes": len(one["changes"]) + one["left_out"]} for one in sets]
    )
    plain = plain_rows(rows, _FIELDS if fields else _SETS)
    return RowSet(objects=lambda: sets, cells=plain.cells, grid=plain.grid)


def change_sheet(one: ChangeObject, most: int | None = None, head: str = "") -> RowSet:
    """Return one change set; as text it has a ``head``.

    At most ``most`` of its changes are shown as text.
    """

    def write(file: TextIO) -> None:
        lines = (head or change_lines.change_set_heading(one), *change_lines.change_lines(one["changes"][:most]))
        file.writelines(f"{sanitise(line)}\n" for line in lines)
        if most is not None and (more := len(one["changes"]) - most) > 0:
            file.write(f"and {more} more; --limit N shows more, --format csv or json all\n")

    return change_rows([one], fields=True)._replace(draw=write, plain=write)


def _field_rows(sets: Iterable[ChangeObject]) -> Iterator[ChangeObject]:
    """Yield a row for each changed field and each added thing."""
    for one in sets:
        for change in one["changes"]:
            row = {name: one[name] for name in ("number", "at", "by", "command")}
            row |= {"key": change["key"], "change": change["kind"]}
            for field, (before, after) in change["fields"].items() or [("", ("", ""))]:
                yield {**row, "field": field, "before": before, "after": after}
