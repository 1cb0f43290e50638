"""The merging of rows that are one agreement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.fields import FIELD_BY_NAME, ValueKind
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.domain.foreign_lists.column_mapping import (
    ACT_OF,
    ACT_TARGETS,
    EACH_PARTYS,
    PARTY_TARGETS,
    Layout,
    fields_of_target,
)
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow, column_in_problem
from wbagree.errors import InvalidValue


class GroupedRow(NamedTuple):
    """A row of a group: its line, the name of its party, and its reading."""

    line: int
    party: str
    read: InterpretedRow


def merge_rows(rows: Sequence[GroupedRow], layout: Layout) -> InterpretedRow:
    """Return the agreement of rows, with the acts of all their parties.

    Rows that differ in a field with one value are a problem that names both lines.
    """
    reads = [row.read for row in rows]
    merged = InterpretedRow(
        problems=[*_problems(rows), *_parties_or_nothing(rows, layout)],
        inferred=_distinct(name for read in reads for name in read.inferred),
        remarks=_distinct(text for read in reads for text in read.remarks),
        not_understood=_distinct(text for read in reads for text in read.not_understood),
        missing=[header for read in reads for header in read.missing],
        revises=reads[0].revises,
        not_stored=_distinct(text for read in reads for text in read.not_stored),
        is_part=reads[0].is_part,
        id=reads[0].id,
        version=reads[0].version,
    )
    names = _distinct(name for read in reads for name in read.cells)
    # The values of parties are added to the acts and the notes.
    for name in sorted(names, key=lambda name: name not in ("acts", "notes")):
        merged.cells[name] = _merge(name, [(row, row.read.cells.get(name, "")) for row in rows], merged, layout)
    for name in _distinct(name for read in reads for name in read.additions):
        merged.additions[name] = _merge(name, [(row, row.read.additions.get(name, "")) for row in rows], merged, layout)
    parties = merged.cells.get("parties", "")
    if parties and ";" not in parties and not merged.problems:
        reason = f"only {parties} is named in the rows of this agreement; add a row for each other party"
        merged.problems.append(FieldProblem("parties", reason, parties))
    return merged


def _distinct(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def _problems(rows: Sequence[GroupedRow]) -> list[FieldProblem]:
    """Return the problems of all rows: each once, with its line.

    A problem of every row is one of the agreement.
    """
    lines: dict[FieldProblem, list[int]] = {}
    for row in rows:
        for problem in row.read.problems:
            lines.setdefault(problem, []).append(row.line)
    return [replace(one, line=0 if len(at) == len(rows) else at[0]) for one, at in lines.items()]


def _parties_or_nothing(rows: Sequence[GroupedRow], layout: Layout) -> Iterator[FieldProblem]:
    """Yield the problems of rows whose party is Namibia, or nothing."""
    column = next((column for column in layout.columns if column.target in PARTY_TARGETS), None)
    for row in rows:
        if column and row.party == _NAMIBIA and not row.read.cells.get("parties"):
            reason = f"'NA' could be Namibia; add --value '{column.target}:NA=Namibia', or leave the row out"
            yield FieldProblem(column_in_problem(column, "parties"), reason, row.party, unknown=True, line=row.line)


_NAMIBIA = "NA"


def _merge(name: str, cells: Sequence[tuple[GroupedRow, str]], merged: InterpretedRow, layout: Layout) -> str:
    filled = [(row, text) for row, text in cells if text]
    if name == "notes":
        return _notes(cells)
    if name == "disclosure":
        return next((text for _, text in filled if text != Disclosure.PUBLIC), filled[0][1] if filled else "")
    if name == "acts":
        return _acts(text for _, text in filled)
    if FIELD_BY_NAME[name].kind is ValueKind.LIST:
        separator = NOTATIONS[name].separator
        items = _distinct(item.strip() for _, text in filled for item in text.split(separator.strip()))
        return separator.join(filter(None, items))
    values = {" ".join(text.split()).casefold(): (row, text) for row, text in reversed(filled)}
    is_uneven = len(filled) not in (1, len(cells)) or not cells[0][1]
    if filled and (len(values) > 1 or (name in ACT_OF and is_uneven)) and _is_each_partys(name, layout):
        return _of_parties(name, filled, merged)
    if len(values) > 1 and name not in merged.inferred:
        merged.problems.append(_disagreement(name, list(values.values())[::-1], layout))
    return filled[0][1] if filled else ""


def _is_each_partys(name: str, layout: Layout) -> bool:
    return any(
        column.origin == EACH_PARTYS and column.target not in ACT_TARGETS and name in fields_of_target(column.target)
        for column in layout.columns
    )


def _of_parties(name: str, cells: Sequence[tuple[GroupedRow, str]], merged: InterpretedRow) -> str:
    """Keep the values of parties: dates as acts, others as notes."""
    for row, text in cells:
        if name in ACT_OF:
            done = (f"{ACT_OF[name]} {party} {text}" for party in row.read.cells["parties"].split(";") if party)
            merged.cells["acts"] = _acts([merged.cells.get("acts", ""), *done])
        else:
            line = f"{row.party}: {name}: {text}"
            merged.cells["notes"] = "\n".join(filter(None, (merged.cells.get("notes"), line)))
    return ""


def _acts(cells: Iterable[str]) -> str:
    """Return the acts of all cells.

    The same act is kept once, with its texts.
    """
    notation = NOTATIONS["acts"]
    texts = _distinct(filter(None, cells))
    written = [act.split(" ", 3)[:3] for text in texts for act in text.split(" | ")]
    if len(set(map(tuple, written))) == len(written):  # of one kind, party and day there is one only
        return " | ".join(texts)
    try:
        found: dict[object, object] = {}
        for act in (act for text in texts for act in notation.read(text)):
            same = found.get(act.identity)
            found[act.identity] = (
                act if same is None or len(notation.write([act])) > len(notation.write([same])) else same
            )
        return notation.write(found.values())
    except InvalidValue:  # the validator says what is wrong
        return " | ".join(texts)


def _notes(cells: Sequence[tuple[GroupedRow, str]]) -> str:
    """Return the notes of all rows: a line of one row with its party."""
    lines: dict[str, list[GroupedRow]] = {}
    for row, text in cells:
        for line in dict.fromkeys(text.splitlines()):
            lines.setdefault(line, []).append(row)
    written = []
    for line, rows in lines.items():
        parties = _distinct(row.party for row in rows)
        is_of_all = len(rows) == len(cells) or not all(parties) or line.startswith("Inferred from ")
        written.append(line if is_of_all else f"{', '.join(parties)}: {line}")
    return "\n".join(written)


def _disagreement(name: str, values: Sequence[tuple[GroupedRow, str]], layout: Layout) -> FieldProblem:
    (one, text), (other, instead) = sorted(values, key=lambda value: value[0].line)[:2]
    header = next((column.header for column in layout.columns if column.target == name), name)
    act = ACT_OF.get(name)
    hint = f", or add --map '{header}={act}' if it is each party's own" if act else ""
    reason = (
        f"line {one.line} has {text!r}, line {other.line} has {instead!r}, in rows of one agreement; correct one{hint}"
    )
    unquoted = f"differs in lines {one.line} and {other.line}, which are rows of one agreement"
    return FieldProblem(header if header.lower() == name else f"{header} ({name})", reason, instead, unquoted=unquoted)
