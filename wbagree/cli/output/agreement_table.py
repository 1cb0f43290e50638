"""The records of ``list`` and ``search`` as rows, and their counts."""

from typing import TextIO

from wbagree.cli.output.rows import RowSet
from wbagree.cli.output.streams import has_colour, print_message
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import BY_SOURCE
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.formats.common import columns
from wbagree.formats.common.grid import Grid


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


def print_record_counts(found: list[Record], filter_: Filter, limit: int | None, inherited_besides: int) -> None:
    """Print the numbers of records, and of inherited and undated ones.

    ``inherited_besides``: how many a question about in force leaves to a predecessor.
    """
    if inherited_besides:
        number = pluralise(inherited_besides, "more record")
        print_message(f"{number} with the status of a predecessor; --status inherited lists what is inherited")
    if filter_.not_ratified_by:
        parties = " or ".join(filter_.not_ratified_by)
        print_message(f"no ratification by {parties} recorded, which does not prove that there is none")
    inherited = sum(1 for record in found if record.inherited_from)
    undated = sum(1 for record in found if not (record.agreement.signed or record.derived_signed))
    if not found and limit != 0:
        print_message("0 records: none is on record here, which does not prove that there is none")
        return
    parts = [pluralise(len(found), "record")]
    if limit is not None and len(found) == limit:
        parts.append(f"cut at --limit {limit}")
    by_source = sum(1 for record in found if record.verdict in BY_SOURCE)
    if filter_.statuses and by_source:
        parts.append(f"{by_source} of them by what a source says, as of its date")
    if inherited:
        parts.append(f"{inherited} inherited from a predecessor")
    if undated:
        parts.append(f"{undated} undated")
    print_message(", ".join(parts))
