"""The interpreter of rows: it turns a foreign row into our cells.

Nothing is lost: a text that no field can hold goes into the notes with its header, or is a problem that names the
column. The validator checks the cells afterwards, like any others.

For an agreement that is in the register already, only the fields that the row states are changed: nothing is inferred,
there are no defaults, and remarks are returned to be shown instead of going into the notes.
"""

from collections.abc import Callable, Sequence

from wbagree.domain.agreements.fields import ID, IDENTITY_NAMES, VERSION
from wbagree.domain.agreements.identity import read_id
from wbagree.domain.agreements.merge import PartialCell
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.agreements.vocabularies import Disclosure, pluralise
from wbagree.domain.foreign_lists.cell_readers import clean_cell
from wbagree.domain.foreign_lists.cell_values import CellValues
from wbagree.domain.foreign_lists.column_mapping import ADDING_TARGETS, Layout, Mapping, fields_of_target
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.target_readers import DISCLOSURE_TARGETS, ColumnReader
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.types import TypeBook

# Cells that a new agreement has even if they are empty.
_ALWAYS = ("parties", "signed", "in_force", "ended", "references", "sources")


class RowInterpreter:
    """The interpreter of one list's rows.

    ``is_here`` returns whether the register has an agreement with a key.
    """

    def __init__(
        self,
        layout: Layout,
        mapping: Mapping,
        parties: PartyReader,
        types: TypeBook,
        vocabulary: Vocabulary,
        is_here: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._layout = layout
        self._mapping = mapping
        self._vocabulary = vocabulary
        self._is_here = is_here
        self._values = CellValues(layout, mapping.values)
        self._columns = ColumnReader(layout, mapping, parties, types, vocabulary)
        self._places: dict[str, list[int]] = {"key": [], ID: [], VERSION: []}
        for place, column in enumerate(layout.columns):
            if column.target in self._places:
                self._places[column.target].append(place)
        self._can_add = layout.can_add(mapping.constants)

    def read(self, row: Sequence[str], *, revises: bool | None = None) -> InterpretedRow:
        """Return the cells and problems of a row; it never raises.

        Cells beyond the header are a problem. ``revises``: whether its agreement is in the register; by default the key
        decides.
        """
        row = self._values.replace(row)
        key, id_, version = (self._first_filled(row, target) for target in ("key", ID, VERSION))
        here = bool(key and self._is_here(key)) if revises is None else revises
        result = InterpretedRow(revises=here, id=read_id(id_), version=version)
        if key and not (result.revises or self._can_add):
            result.is_part = True
            result.cells["key"] = key
            self._columns.read_disclosure(row, result)
        elif self._layout.is_own or (self._layout.is_partly_own and result.revises):
            self._read_own_layout(row, result)
        else:
            self._columns.read(row, result)
            self._keep_leftovers([clean_cell(cell) for cell in row], result)
            if result.revises:
                self._keep_stated(row, result)
            else:
                self._complete(result)
        return result

    def _first_filled(self, row: Sequence[str], target: str) -> str:
        """Return the first filled cell of a target, or ''."""
        given = (row[place].strip() for place in self._places[target] if place < len(row))
        return next(filter(None, given), "")

    def _complete(self, result: InterpretedRow) -> None:
        """Add the cells that a new agreement needs and the row lacks."""
        self._fill_constants(result)
        self._mark_unmarked(result)
        result.cells.setdefault("confidence", "low")
        result.cells.setdefault("title", " ".join(result.cells.get("title_original", "").split()))
        self._infer(result)
        result.cells = {**dict.fromkeys(_ALWAYS, ""), **result.cells}
        notes = [result.cells.get("notes", ""), *result.remarks]
        if result.inferred:
            notes.append(f"Inferred from the title when imported: {', '.join(result.inferred)}.")
        result.cells["notes"] = "\n".join(filter(None, notes))

    def _keep_stated(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Keep only the cells that have a filled column in the row.

        The others are for new agreements; they are listed as not stored.
        """
        filled = self._columns.filled(row)
        stated = {name for target in filled if target not in ADDING_TARGETS for name in fields_of_target(target)}
        added = {name for target in filled if target in ADDING_TARGETS for name in fields_of_target(target)} - stated
        read, result.cells = result.cells, {}
        for name, text in read.items():
            if name in stated:
                result.cells[name] = text
            elif name in added:
                result.additions[name] = text
            elif text:
                result.not_stored.append(f"{name}: {text}")
        result.not_stored += result.remarks
        result.not_understood.clear()
        for name, text in self._mapping.constants.items():
            result.cells.setdefault(name, text)

    def _fill_constants(self, result: InterpretedRow) -> None:
        for name, text in self._mapping.constants.items():
            if not result.cells.get(name):
                result.cells[name] = text

    def _read_own_layout(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Read a row of our own layout.

        Its cells are not interpreted; an empty cell empties its field.
        """
        if len(row) < len(self._layout.columns):
            result.problems.append(
                FieldProblem(
                    "row", f"has {pluralise(len(row), 'cell')} where the header has {len(self._layout.columns)}"
                )
            )
        self._columns.read_disclosure(row, result)
        self._columns.read_party_dates(row, result)
        for cell, column in zip(row, self._layout.columns, strict=False):
            if column.target in (*DISCLOSURE_TARGETS, *IDENTITY_NAMES, "party_dates"):
                continue
            if result.revises and isinstance(cell, PartialCell):
                _add_part(column.target, cell, result)
                continue
            if column.target and cell.strip() and result.cells.get(column.target, cell) not in ("", cell):
                result.problems.append(FieldProblem(column.target, "two columns say it, and not the same", cell))
            if column.target and not result.cells.get(column.target):
                result.cells[column.target] = cell
        self._fill_constants(result)
        self._keep_leftovers(row, result)
        if result.revises:
            result.not_stored = result.remarks
            return
        self._mark_unmarked(result)
        if result.remarks:
            result.cells["notes"] = "\n".join(filter(None, (result.cells.get("notes", ""), *result.remarks)))

    def _mark_unmarked(self, result: InterpretedRow) -> None:
        """Mark a row as restricted if the list marks public ones."""
        if self._columns.marks_public:
            result.cells.setdefault("disclosure", Disclosure.RESTRICTED)

    def _keep_leftovers(self, row: Sequence[str], result: InterpretedRow) -> None:
        if self._mapping.keep_unmapped:
            kept = [(cell, column) for cell, column in zip(row, self._layout.columns, strict=False) if cell]
            result.remarks += [
                f"{column.header}: {cell}" for cell, column in kept if not column.target and column.origin != "left out"
            ]
        if extra := [cell for cell in row[len(self._layout.columns) :] if cell]:
            result.problems.append(
                FieldProblem(
                    "row",
                    f"has {pluralise(len(row), 'cell')} where the header has {len(self._layout.columns)}",
                    " ".join(extra),
                )
            )

    def _infer(self, result: InterpretedRow) -> None:
        titles = " . ".join(filter(None, (result.cells.get("title", ""), result.cells.get("title_original", ""))))
        for name, found in (
            ("form", self._vocabulary.form_in(titles)),
            ("types", ";".join(self._vocabulary.types_in(titles))),
        ):
            if not result.cells.get(name):
                result.cells[name] = found or "other"
                if found:
                    result.inferred.append(name)


def _add_part(target: str, cell: PartialCell, result: InterpretedRow) -> None:
    """Add what a cell states, unless another column adds to its field."""
    if target in result.additions:
        result.problems.append(FieldProblem(target, "two columns say it", cell))
    elif target and cell.stated:
        result.additions[target] = cell
