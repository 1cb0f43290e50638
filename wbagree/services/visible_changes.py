"""Change sets as answers tell them: without what is restricted and without persons where these are left out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from wbagree.cli.output.rows import RowSet, plain_rows
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.contacts import CONTACT, PERSONAL, without_persons
from wbagree.formats.common import change_lines
from wbagree.formats.common.sanitiser import sanitise

if TYPE_CHECKING:
    from wbagree.store.read.history import ChangeSet, LoggedChange

ChangeObject = dict[str, Any]
_SETS = ("number", "at", "by", "command", "changes", "undoes", "undone_by")
_FIELDS = ("number", "at", "by", "command", "key", "change", "field", "before", "after")
# How many things a sentence names.
_NAMED = 3
_NOUNS = {"add": "addition", "delete": "deletion", "edit": "edit", "relate": "link", "assess": "assessment"}


def visible_change_set(
    made: "ChangeSet",
    changes: "Sequence[LoggedChange]",
    hidden: Collection[str],
    *,
    whole: "Sequence[LoggedChange]" = (),
    with_contacts: bool = False,
) -> ChangeObject:
    """Return a change set with its changes.

    Changes of ``hidden`` agreements are only counted (``left_out``). ``whole`` is all that the change set changed,
    where ``changes`` are only some of it.
    """
    shown = [change for change in changes if change.key not in hidden]
    command = made.command if with_contacts else without_persons(made.command)
    if any(change.key in hidden for change in (*changes, *whole)):  # what was typed may say what the record does
        command = command.partition(" ")[0]
    return {
        "number": made.number,
        "at": made.at,
        "by": made.by,
        "command": command,
        "undoes": made.undoes,
        "undone_by": made.undone_by,
        "changes": [_changed(change, with_contacts=with_contacts) for change in shown],
        "left_out": len(changes) - len(shown),
    }


def _changed(change: "LoggedChange", *, with_contacts: bool) -> ChangeObject:
    hidden = PERSONAL if change.subject == CONTACT and not with_contacts else ()
    fields = {name: list(both) for name, both in change.fields.items() if name not in hidden}
    return {"subject": change.subject, "key": change.key, "kind": change.kind, "fields": fields}


def print_left_out(number: int, how: str = "left out") -> None:
    """Say how many changes of restricted agreements are not shown.

    They are left out of every answer that leaves the terminal.
    """
    if number:
        of = "a restricted agreement is" if number == 1 else "restricted agreements are"
        print_message(f"{pluralise(number, 'change')} of {of} {how}; --with-restricted includes what is restricted")


def change_rows(sets: list[ChangeObject], *, fields: bool) -> RowSet:
    """Return change sets as they can be printed: a row for each, or for each field that changed."""
    rows = (
        list(_fields(sets)) if fields else [{**one, "changes": len(one["changes"]) + one["left_out"]} for one in sets]
    )
    shown = plain_rows(rows, _FIELDS if fields else _SETS)
    return RowSet(objects=lambda: sets, cells=shown.cells, grid=shown.grid)


def change_sheet(one: ChangeObject, most: int | None = None, head: str = "") -> RowSet:
    """Return one change set as it can be printed.

    As text it is a ``head`` and then change by change, at most ``most`` of them.
    """

    def write(file: TextIO) -> None:
        lines = (head or change_lines.head(one), *change_lines.lines(one["changes"][:most]))
        file.writelines(f"{sanitise(line)}\n" for line in lines)
        if most is not None and (more := len(one["changes"]) - most) > 0:
            file.write(f"and {more} more; --limit N shows more, --format csv or json all\n")

    return change_rows([one], fields=True)._replace(draw=write, plain=write)


def _fields(sets: Iterable[ChangeObject]) -> Iterator[ChangeObject]:
    """One row for each field that changed; one for what was added."""
    for one in sets:
        for change in one["changes"]:
            row = {name: one[name] for name in ("number", "at", "by", "command")}
            row |= {"key": change["key"], "change": change["kind"]}
            for field, (before, after) in change["fields"].items() or [("", ("", ""))]:
                yield {**row, "field": field, "before": before, "after": after}


def described(made: "ChangeSet", changes: "Sequence[LoggedChange]") -> str:
    """Return what a change set was, for a sentence: edit of AL-XK-2012-1; import of list.csv (12 agreements added)."""
    things = [{"subject": change.subject, "key": change.key, "kind": change.kind} for change in changes]
    if made.seed or made.file:
        what = "seed" if made.seed else f"import of {made.file}"
        return f"{what} ({change_lines.counted(things)})" if things else what
    kinds = {change.kind for change in changes}
    noun = _NOUNS.get(made.command.partition(" ")[0]) or (_NOUNS[kinds.pop()] if len(kinds) == 1 else "change")
    if len(things) > _NAMED:
        return f"{noun} ({change_lines.counted(things)})"
    return f"{noun} of {', '.join(map(_called, changes))}"


def _called(change: "LoggedChange") -> str:
    known_by_key = change.subject == "agreement" or change.key.startswith(f"{change.subject}-")
    return change.key if known_by_key else f"{change.subject} {change.key}"
