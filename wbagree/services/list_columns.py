"""The columns of a list, as its rows show them.

Some columns can be understood only by their cells: whose acts they have, which rows are one agreement, and the order of
day and month.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.foreign_lists.cell_readers import is_not_an_agreement
from wbagree.domain.foreign_lists.code_columns import with_code_columns
from wbagree.domain.foreign_lists.column_mapping import ACT_OF, EACH_PARTYS, PARTY_TARGETS, Layout, Mapping
from wbagree.domain.foreign_lists.date_orders import DATED_TARGETS, with_date_orders
from wbagree.domain.foreign_lists.group_evidence import GroupRules, find_group_columns
from wbagree.domain.foreign_lists.grouped_columns import Survey, survey_groups, with_party_columns
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.party_headers import find_member_columns, find_party_headers, with_dated_party_headers
from wbagree.domain.foreign_lists.row_groups import GroupColumns, Row, RowGroups
from wbagree.domain.text.folding import fold_name
from wbagree.errors import UsageProblem, WbagreeError
from wbagree.formats.list_readers.opened_list import OpenedList, open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

# A list with no more columns than these may have records with one cell.
_FEW = 2
# Most agreements of a list that leaves out its own party have one row.
_MOST_SINGLE = 0.8


@dataclass(slots=True)
class ListSource:
    """A list whose rows can be read several times.

    Text is opened again for each reading; the rows of other files are kept.
    """

    listing: OpenedList
    path: Path
    options: ReaderOptions
    mapping: Mapping

    @contextmanager
    def rows(self) -> Iterator[Iterator[Row]]:
        """Open the rows of agreements once more."""
        if self.listing.by_line:
            with open_list(self.path, self.listing.name, self.options, self.mapping, bundled_vocabulary()) as again:
                yield agreement_rows(self.listing, self.mapping, again.rows)
            return
        if not isinstance(self.listing.rows, list):
            self.listing = replace(self.listing, rows=list(self.listing.rows))
        yield agreement_rows(self.listing, self.mapping, self.listing.rows)

    def with_layout(self, layout: Layout, *notices: str) -> None:
        """Replace the layout of the list, and add notices."""
        self.listing = replace(self.listing, layout=layout, notices=(*self.listing.notices, *notices))


@dataclass(frozen=True, slots=True)
class UnderstoodList:
    """A list with the groups of its rows.

    ``single``: the layout of a row that is an agreement by itself. ``likely_groups``: the headers of columns that may
    group them; ``is_unclear``: a person must say whether they do.
    """

    listing: OpenedList
    groups: RowGroups | None
    single: Layout
    likely_groups: tuple[str, ...] = ()
    is_unclear: bool = False


def understand_columns(source: ListSource, parties: PartyReader) -> UnderstoodList:
    """Return a list with all that its rows show of its columns."""
    layout = source.listing.layout
    if layout.is_own or layout.is_partly_own:
        return UnderstoodList(source.listing, None, layout)
    _find_codes(source, parties)
    _find_party_headers(source, parties)
    single = source.listing.layout
    found = _group_columns(source, parties)
    groups = _groups(source, found)
    _find_date_orders(source)
    likely = tuple(single.columns[place].header for place in found.likely)
    return UnderstoodList(
        source.listing, groups, _with_orders_of(source.listing.layout, single), likely, found.is_unclear
    )


def _with_orders_of(known: Layout, layout: Layout) -> Layout:
    """Return a layout with the orders of day and month of another."""
    columns = zip(layout.columns, known.columns, strict=True)
    ordered = tuple(replace(column, date_order=one.date_order, mixed=one.mixed) for column, one in columns)
    return replace(layout, columns=ordered)


def _find_codes(source: ListSource, parties: PartyReader) -> None:
    layout = source.listing.layout
    if any(column.target in PARTY_TARGETS for column in layout.columns):
        with source.rows() as rows:
            layout, sentences = with_code_columns(layout, (cells for _, cells in rows), parties)
        source.with_layout(layout, *(f"{source.listing.name}: {sentence}" for sentence in sentences))


def _find_party_headers(source: ListSource, parties: PartyReader) -> None:
    layout = source.listing.layout
    if found := find_party_headers(layout, bundled_vocabulary(), parties.code_of):
        with source.rows() as rows:
            source.with_layout(with_dated_party_headers(layout, found, (cells for _, cells in rows)))
    layout = source.listing.layout
    members = {} if "parties" in source.mapping.constants else find_member_columns(layout, parties.code_of)
    columns = [members.get(place, column) for place, column in enumerate(layout.columns)]
    source.with_layout(replace(layout, columns=tuple(columns)))


def _groups(source: ListSource, found: GroupColumns) -> RowGroups | None:
    """Return the groups of a list's rows, and understand its columns so.

    None where each row is an agreement.
    """
    if not found.places and (not source.listing.has_party_rows or source.mapping.group_by == ()):
        return None
    layout = source.listing.layout
    with source.rows() as rows:
        survey = survey_groups(layout, found, rows)
    single = sum(size == 1 for size in survey.sizes.values())
    leaves_out_home = bool(source.mapping.home) and not found.names_home and single >= _MOST_SINGLE * len(survey.sizes)
    headers = tuple(layout.columns[place].header for place in found.places)
    layout = with_party_columns(layout, found, survey, bundled_vocabulary())
    source.with_layout(layout, *_differences(source.listing.name, layout, survey))
    return RowGroups(found.places, headers, survey.sizes, leaves_out_home)


def _differences(name: str, layout: Layout, survey: Survey) -> Iterator[str]:
    """Yield sentences on dates that differ, and are acts."""
    for place, column in enumerate(layout.columns):
        if column.origin == EACH_PARTYS and (act := ACT_OF.get(column.target)):
            number = pluralise(survey.varying(place), "agreement")
            yield (
                f"{name}: {column.header!r} differs within {number}, which have it as acts of their parties ({act}). To"
                f" refuse them, add --map '{column.header}={column.target}'"
            )


def _group_columns(source: ListSource, parties: PartyReader) -> GroupColumns:
    """Return the columns that group the rows, or may do so."""
    stated = _stated_places(source)
    if source.listing.has_party_rows and stated is None:
        stated = ()
    targets = {column.target for column in source.listing.layout.columns}
    are_agreements = "key" in targets or {"party_a", "party_b"} <= targets or targets.isdisjoint(PARTY_TARGETS)
    if source.mapping.group_by == () or (stated is None and are_agreements):
        return GroupColumns()
    known: dict[str, tuple[str, ...]] = {}

    def parties_in(text: str) -> tuple[str, ...]:
        if text not in known:
            try:
                known[text] = parties.read(text)
            except WbagreeError:  # the row will say so
                known[text] = ()
        return known[text]

    with source.rows() as rows:
        rules = GroupRules(bundled_vocabulary(), parties_in, source.mapping.home, stated)
        return find_group_columns(source.listing.layout, rows, rules)


def _stated_places(source: ListSource) -> tuple[int, ...] | None:
    """Return the columns of ``--group-by``, by header or field, or None.

    UsageProblem when one is not there.
    """
    if not source.mapping.group_by:
        return None
    columns = source.listing.layout.columns
    by_name = {column.target: place for place, column in reversed(list(enumerate(columns))) if column.target}
    by_name |= {fold_name(column.header): place for place, column in reversed(list(enumerate(columns)))}
    places = []
    for text in source.mapping.group_by:
        names = [text] if fold_name(text) in by_name else [name for name in text.split(",") if name.strip()]
        for name in names:
            place = by_name.get(fold_name(name), by_name.get(name.strip()))
            if place is None:
                headers = ", ".join(column.header for column in columns[:_MOST_NAMES])
                raise UsageProblem(
                    f"--group-by names a column {name.strip()!r}, which is not there", f"the columns are: {headers}"
                )
            places.append(place)
    return tuple(dict.fromkeys(places))


_MOST_NAMES = 30


def _find_date_orders(source: ListSource) -> None:
    layout = source.listing.layout
    if source.mapping.date_order or {column.target for column in layout.columns}.isdisjoint(DATED_TARGETS):
        return
    with source.rows() as rows:
        layout, sentences = with_date_orders(layout, (cells for _, cells in rows))
    source.with_layout(layout, *(f"{source.listing.name}: {sentence}" for sentence in sentences))


def agreement_rows(
    listing: OpenedList, mapping: Mapping, rows: Iterable[Row], skipped: list[str] | None = None
) -> Iterator[Row]:
    """Yield the rows of agreements, filled down.

    Lines that are no agreement are added to ``skipped``.
    """
    above = _fill_down(listing.layout, mapping)
    for line, cells in rows:
        if _is_no_record(listing.layout, cells):
            if skipped is not None:
                skipped.append(f"{listing.name}:{line} {' '.join(filter(None, map(str.strip, cells)))}")
            continue
        row = cells
        if above:
            row = [above.get(column, cell) if not cell.strip() else cell for column, cell in enumerate(cells)]
            above = {column: row[column] if column < len(row) else text for column, text in above.items()}
        yield line, row


def _fill_down(layout: Layout, mapping: Mapping) -> dict[int, str]:
    """Return the columns of ``fill_down``, each with an empty text."""
    headers = {fold_name(header) for header in mapping.fill_down}
    found = {n: fold_name(column.header) for n, column in enumerate(layout.columns)}
    if missing := headers - set(found.values()):
        raise UsageProblem(f"--fill-down names a column that is not there: {', '.join(sorted(missing))}")
    return dict.fromkeys((n for n, header in found.items() if header in headers), "")


def _is_no_record(layout: Layout, row: Sequence[str]) -> bool:
    """Return whether a line is no record.

    It is the header again, or one text alone: a heading, a total, a source.
    """
    if layout.is_own or layout.is_partly_own:
        return False
    header = [column.header for column in layout.columns]
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(header) > _FEW and (is_not_an_agreement(filled) or list(row) == header)
