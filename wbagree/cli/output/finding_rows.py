"""The findings of ``check`` as rows, and grouped by gravity."""

import textwrap
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TextIO

from wbagree.cli.output.rows import RowSet, markdown_writer, row_set_of, write_grid
from wbagree.cli.output.streams import has_colour
from wbagree.domain.agreements.quality_checks import FINDING_KINDS, Finding, Gravity
from wbagree.domain.filter import Filter
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.common.grid import Grid
from wbagree.formats.common.sanitiser import text_width
from wbagree.services.findings import counts_in_words

if TYPE_CHECKING:
    from wbagree.domain.agreements.accepted_findings import AcceptedFinding

# Findings of one gravity that a terminal shows.
_MOST = 20
_COLUMNS = ("gravity", "kind", "finding", "title", "key")
_ACCEPTANCE = ("accepted_on", "accepted_by", "note")


def _row(one: Finding) -> dict[str, str]:
    gravity = FINDING_KINDS[one.kind].gravity.value
    return {"gravity": gravity, "kind": one.kind, "finding": one.sentence, "title": one.title, "key": one.key}


def finding_rows(found: list[Finding], filter_: Filter, *, whole: bool) -> RowSet:
    """Return findings as they can be printed.

    A terminal shows some of each gravity, or the ``whole``.
    """
    plain = row_set_of([_row(one) for one in found], _COLUMNS)
    document = markdown_writer("Findings", filter_, date.today().isoformat(), plain.grid(), [])
    return plain._replace(
        draw=_group_writer(found, most=len(found) if whole else _MOST, to_terminal=True),
        write_plain=_group_writer(found, most=len(found), to_terminal=False),
        write_markdown=document,
    )


def _group_writer(found: list[Finding], *, most: int, to_terminal: bool) -> Callable[[TextIO], None]:
    """Return the writer of findings, grouped by gravity.

    It writes at most so many of each gravity.
    """

    def write(file: TextIO) -> None:
        for gravity in Gravity:
            group = [one for one in found if FINDING_KINDS[one.kind].gravity is gravity]
            if not group:
                continue
            file.write(f"{capitalise(gravity)} ({len(group)})\n\n")
            for kind in dict.fromkeys(one.kind for one in group[:most]):
                number = sum(one.kind == kind for one in group)
                file.write(f"{number} {FINDING_KINDS[kind].words} (code: {kind})\n" + "\n" * (not to_terminal))
                grid = _grid([one for one in group[:most] if one.kind == kind])
                write_grid(grid, file, to_terminal=to_terminal, colour=has_colour())
                file.write("\n" * (not to_terminal))
            if rest := group[most:]:
                text = f"and {len(rest)} more: {counts_in_words(rest)}. To see all: --all"
                file.write(f"{textwrap.fill(text, text_width())}\n\n")

    return write


def _grid(found: list[Finding]) -> Grid:
    """Return findings of one kind as a grid.

    Where all read the same, their heading is enough.
    """
    if len({one.sentence for one in found}) == 1 < len(found):
        return Grid(("Title", "Key"), [(one.title, one.key) for one in found])
    return Grid(("Finding", "Title", "Key"), [(one.sentence, one.title, one.key) for one in found])


def accepted_rows(accepted: "list[tuple[Finding, AcceptedFinding]]") -> RowSet:
    """Return accepted findings with who accepted them, when and why."""
    rows = [
        {**_row(one), "accepted_on": acceptance.on, "accepted_by": acceptance.by, "note": acceptance.note}
        for one, acceptance in accepted
    ]
    grid = row_set_of(rows, ("finding", "key", "kind", *_ACCEPTANCE)).grid
    return row_set_of(rows, (*_COLUMNS, *_ACCEPTANCE))._replace(grid=grid)
