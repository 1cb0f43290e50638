"""The changes of a change set as lines of text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wbagree.domain.agreements.agreement import AGREEMENT

_THINGS = {True: ("agreements", "agreement"), False: ("other entries", "other entry")}
_DID = {"add": "added", "edit": "changed", "delete": "deleted"}


def change_set_heading(change_set: Mapping[str, Any], what: str = "") -> str:
    """Return the line that introduces a change set.

    It has the number, the person, the time and the command. ``what`` names what is done with it, such as ``Undo``.
    """
    number, by, at, command = (change_set[name] for name in ("number", "by", "at", "command"))
    line = f"{f'{what} of c' if what else 'C'}hange set {number}, by {by}, {at}: {command}"
    if change_set["undoes"] is not None:
        line += f" (it undoes change set {change_set['undoes']})"
    return line + (f" (undone by change set {change_set['undone_by']})" if change_set["undone_by"] is not None else "")


def change_lines(changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of changes.

    A change has the key of what was changed, its kind, and the fields with their texts [before, after].
    """
    for change in changes:
        yield f"{change['key']} {_DID[change['kind']]}"
        for field, (before, after) in change["fields"].items():
            yield f"  {field}: {_change(change['kind'], before, after)}"


def dated_heading(change_set: Mapping[str, Any]) -> str:
    """Return the heading of a change set of one entity."""
    undone = change_set["undone_by"]
    about = [f"change set {change_set['number']}", *([f"undone by {undone}"] if undone is not None else [])]
    at = change_set["at"].replace("T", " ").replace("Z", " UTC")
    return f"{at}, {change_set['by']}: {change_set['command']} ({', '.join(about)})"


def lines_about(key: str, changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of changes of an entity.

    They may be changes of what belongs to it. The entity itself is not named. What was added or deleted has one line.
    """
    for change in changes:
        name = "" if change["key"] == key else f"{change['key']} "
        if change["kind"] != "edit":
            yield f"{name}{_DID[change['kind']]}"
        else:
            for field, (before, after) in change["fields"].items():
                yield f"{name}{field}: {_change('edit', before, after)}"


def shortened_changes(changes: Sequence[Mapping[str, Any]], limit: int) -> Iterator[str]:
    """Yield the lines of at most ``limit`` changes.

    Of what was added or deleted only the key and the title are shown. One more line counts the changes left out.
    """
    for change in changes[:limit]:
        if change["kind"] == "edit":
            yield from change_lines([change])
        else:
            title = "".join(change["fields"].get("title", ()))  # before or after
            yield f"{change['key']} {_DID[change['kind']]}" + (f": {title}" if title else "")
    if len(changes) > limit:
        yield f"and {len(changes) - limit} more"


def _change(kind: str, before: str, after: str) -> str:
    if kind == "edit":
        return f"{before or '(empty)'} → {after or '(empty)'}"
    return before + after


def change_counts(changes: Iterable[Mapping[str, Any]]) -> str:
    """Return how many agreements and other entries were added, changed and deleted."""
    found: dict[tuple[bool, str], int] = {}
    for change in changes:
        place = change["subject"] == AGREEMENT, change["kind"]
        found[place] = found.get(place, 0) + 1
    return ", ".join(f"{number} {_THINGS[of][number == 1]} {_DID[kind]}" for (of, kind), number in found.items())
