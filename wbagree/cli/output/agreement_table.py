"""The records of ``list`` and ``search`` as rows, and their counts."""

from typing import TextIO

from wbagree.cli.output.rows import RowSet
from wbagree.cli.output.streams import has_colour, print_message
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import BY_SOURCE
from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.domain.filter import Filter, span_in_words
from wbagree.formats.common import columns
from wbagree.formats.common.grid import Grid

NOTHING_FOUND = "No matching agreements. The register may be incomplete."


def agreement_rows(found: list[Record], names: tuple[str, ...]) -> RowSet:
    """Return records with the columns ``names`` as they can be printed.

    People read the default columns as a list (``LISTED_COLUMNS``).
    """
    listed = names == columns.DEFAULT_COLUMNS

    def draw(file: TextIO) -> None:
        from wbagree.formats.terminal import rich_table

        if found and listed:
            rich_table.draw_list(found, file, colour=has_colour())
        elif found:
            rich_table.draw_records(found, names, file, colour=has_colour())

    def grid() -> Grid:
        if listed:
            return Grid(tuple(map(columns.heading, columns.LISTED_COLUMNS)), list(map(columns.listed_cells, found)))
        texts = [tuple(columns.visible_cell(record, name) for name in names) for record in found]
        return Grid(tuple(map(columns.heading, names)), texts)

    def objects() -> list[dict[str, object]]:
        from wbagree.formats.data.json import record_object

        return [record_object(record, names) for record in found]

    return RowSet(
        objects=objects,
        cells=lambda: [names, *([columns.interchange_cell(record, name) for name in names] for record in found)],
        grid=grid,
        draw=draw,
    )


def hidden_sentence(hidden: int, number: str) -> str:
    """Return the sentence on undated agreements that a range hides."""
    them = "it" if hidden == 1 else "them"
    return f"{number} without a date {is_or_are(hidden)} hidden (use --undated to see {them})."


def print_record_counts(
    found: list[Record], filter_: Filter, limit: int | None, inherited_besides: int, hidden: int
) -> None:
    """Print the numbers of agreements, and of inherited and undated ones.

    ``inherited_besides``: how many a question about in force leaves to a predecessor. ``hidden``: how many undated ones
    a range of dates hides.
    """
    further = f". {hidden_sentence(hidden, f'{hidden:,}')}" if hidden else ""
    if inherited_besides:
        number = pluralise(inherited_besides, "more agreement")
        verb = "has" if inherited_besides == 1 else "have"
        print_message(f"{number} {verb} the status of a predecessor (use --status inherited to see all of these)")
    if filter_.not_ratified_by:
        parties = " or ".join(filter_.not_ratified_by)
        print_message(f"No ratification by {parties} is recorded. The register may be incomplete.")
    if not found and limit != 0:
        print_message(f"{NOTHING_FOUND.removesuffix('.')}{further}" if hidden else NOTHING_FOUND)
        return
    is_cut = limit is not None and len(found) == limit
    by_source = sum(1 for record in found if record.verdict in BY_SOURCE) if filter_.statuses else 0
    inherited = sum(1 for record in found if record.inherited_from)
    undated = sum(1 for record in found if not (record.agreement.signed or record.derived_signed))
    notes = [
        f"--limit {limit}" if is_cut else "",
        f"{by_source} only by a source" if by_source else "",
        f"{inherited} signed by a predecessor" if inherited else "",
        f"{undated} with no signature date" if undated else "",
    ]
    among = ", ".join(filter(None, notes))
    number = f"{'The first ' if is_cut and limit else ''}{pluralise(len(found), 'agreement')}"
    if filter_.has_range() and not filter_.undated:
        number += f" {span_in_words(filter_.since, filter_.until)}"
    print_message(f"{number} ({among}){further}" if among else f"{number}{further}")
