"""The columns of acts: dates of what a party did, and acts row by row."""

import re
from collections.abc import Sequence

from wbagree.domain.acts.act import Act, write_act
from wbagree.domain.acts.kinds import ActBook
from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.cell_readers import MAX_DATED_LENGTH, date_in, split_cell, without_remark
from wbagree.domain.foreign_lists.column_mapping import CONSENT, PARTY_TARGETS, Column, Layout, Mapping
from wbagree.domain.foreign_lists.date_columns import DateColumns
from wbagree.domain.foreign_lists.interpreted_row import (
    Columns,
    InterpretedRow,
    add_acts,
    add_parties,
    column_in_problem,
)
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.errors import InvalidValue, WbagreeError

# Depositaries mark other acts in their column of ratifications: 12 Mar 2009 a.
_MARKS = {"a": "accession", "A": "acceptance", "AA": "approval", "d": "succession"}
# A header that explains these marks: Ratification, Accession(a), Succession(d).
_LEGEND = re.compile(r"\((?:A|a|d)\)")
# A text with its column, or None.
_Cell = tuple[str, Column] | None


class ActColumns:
    """Readers of columns of acts, for the parties of a row.

    Where rows are not grouped, acts without a party of their own are those of the party that made the list.
    """

    def __init__(
        self,
        columns: Columns,
        dates: DateColumns,
        layout: Layout,
        mapping: Mapping,
        parties: PartyReader,
        vocabulary: Vocabulary,
    ) -> None:
        self._columns = columns
        self._dates = dates
        targets = {column.target for column in layout.columns}
        self._is_grouped = layout.is_grouped
        self._names_parties = not targets.isdisjoint(PARTY_TARGETS)
        self._lists_signatures = layout.is_grouped and "signature" in targets
        # The date of a row's act is that of the row, where year, month and day have a column each.
        self._acts_in_parts = "signed_year" in targets and targets.isdisjoint(("signed", "signed_place", "act_date"))
        self._home = mapping.home
        self._parties = parties
        self._vocabulary = vocabulary
        self._book = ActBook()

    def read_members(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the columns of parties: a mark for a party, or its acts."""
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                answer = self._vocabulary.code_of("answer", text)
                acts = [] if answer else self._acts_of(column.party, text, column)
                if answer == "no":
                    continue
                if not (answer or acts):
                    example = f"--map '{column.header}=ratification {column.party}'"
                    reason = f"{text!r} is no mark for a party, nor an act; say which it is, as in {example}"
                    result.problems.append(FieldProblem(column_in_problem(column, target), reason, text, unknown=True))
                add_parties(result, [column.party])
                for act in acts:
                    _add_act(act, result)

    def read_acts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the columns with the dates of one kind of acts."""
        acting: list[str] = []
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                parties = self._parties_of(column, row, result)
                if parties:
                    kind, note = self._kind_under(column, target, row, result)
                    acting += parties if self._read_dates(text, column, (kind, note), parties, result) else ()
                elif not result.problems:
                    result.remarks.append(f"{column.header}: {text}")
        if not self._names_parties:
            add_parties(result, acting)

    def read_consents(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Keep how a party consented as a remark without its date."""
        if not self._columns.filled_cells(row, "ratification"):
            self.read_party_notes(targets, row, result)

    def read_listed_acts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read an act from columns of its kind, date and effect.

        Several lines in each of them are several acts.
        """
        lines = [
            [(line, column) for text, column in self._columns.filled_cells(row, target) for line in split_cell(text)]
            for target in targets
        ]
        for place in range(max(map(len, lines))):
            kind, day, effect = (_line_at(place, column) for column in lines)
            if kind and self._acts_in_parts and (dated := result.cells.pop("signed", "")):
                day = (dated, kind[1])
            self._read_listed_act(kind, day or effect, effect if day else None, result)

    def _read_listed_act(self, kind: _Cell, day: _Cell, effect: _Cell, result: InterpretedRow) -> None:
        if kind is None or day is None:
            result.remarks += [f"{column.header}: {text}" for text, column in filter(None, (kind, day, effect))]
            return
        code = self._kind_of(*kind, result)
        on = self._day(*day, "act_date", result)
        later = self._day(*effect, "act_effect", result) if effect else None
        if code and on:
            for party in self._own_parties(result) or [""]:
                _add_act(Act(code, party, on, None if later == on else later), result)

    def read_party_dates(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read what each party did, from one cell, into acts.

        Earlier exports have two dates of a party; other lists write more: ``ME: acceded 2008, denounced 2015``.
        """
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                try:
                    add_acts(result, text)
                except InvalidValue as error:
                    acts = self._acts_in(text, column)
                    for act in acts:
                        _add_act(act, result)
                    if not acts:
                        result.problems.append(FieldProblem(column_in_problem(column, target), error.sentence, text))

    def _acts_in(self, text: str, column: Column) -> list[Act]:
        """Return the acts of ``PARTY: KIND DATE, KIND DATE effect DATE; PARTY: ...``.

        None at all where a part of it is no act.
        """
        acts: list[Act] = []
        for entry in split_cell(text):
            name, _, done = entry.partition(":")
            found = self._acts_of(self._parties.code_of(name.strip()), done, column)
            if not found:
                return []
            acts += found
        return acts

    def _acts_of(self, party: str, text: str, column: Column) -> list[Act]:
        """Return the acts of ``KIND DATE, KIND DATE effect DATE``, or none."""
        acts: list[Act] = []
        for part in split_cell(text, r"[;,\n]"):
            words, dates = _before_digit(part)
            on, _, effect = dates.partition(" effect ")
            kind = self._book.code_named(words) or self._vocabulary.act_in(words)
            day, later = (date_in(one.strip(), self._dates.order_of(column)) for one in (on, effect))
            if not (party and kind and day) or (effect and not later):
                return []
            acts.append(Act(kind, party, day, later))
        return acts

    def read_party_notes(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read texts about the party of a row, as remarks."""
        for target in targets:
            result.remarks += [f"{column.header}: {text}" for text, column in self._columns.filled_cells(row, target)]

    def _parties_of(self, column: Column, row: Sequence[str], result: InterpretedRow) -> list[str]:
        if not column.party:
            return self._own_parties(result)
        if column.party in PARTY_TARGETS and self._is_grouped:
            return self._own_parties(result)
        if column.party in PARTY_TARGETS:
            signed = PartialDate.parse(result.cells["signed"]) if result.cells.get("signed") else None
            cells = self._columns.filled_cells(row, column.party)
            try:
                return [code for text, _ in cells for code in self._parties.read(text, signed)]
            except WbagreeError:  # a problem of that column
                return []
        return [self._parties.code_of(column.party) or column.party]

    def _own_parties(self, result: InterpretedRow) -> list[str]:
        if not self._is_grouped:
            return [self._home] if self._home else []
        return [code for code in result.cells.get("parties", "").split(";") if code]

    def _kind_under(self, column: Column, target: str, row: Sequence[str], result: InterpretedRow) -> tuple[str, str]:
        """Return the kind of acts in a column, and a note.

        Another column may state how a party consented. Under *Ratification/Accession*, one that has not signed acceded,
        and the note is the header.
        """
        stated = self._columns.filled_cells(row, CONSENT) if target == "ratification" else []
        if stated and (kind := self._kind_of(*stated[0], result)):
            return kind, ""
        if _LEGEND.search(column.header) or "accession" not in self._vocabulary.acts_in(column.header)[1:]:
            return target, ""
        has_signed = "signature " in result.cells.get("acts", "") or not self._lists_signatures
        return target if has_signed else "accession", column.header

    def _read_dates(
        self, text: str, column: Column, act: tuple[str, str], parties: Sequence[str], result: InterpretedRow
    ) -> bool:
        """Read the dates of a cell into acts; return whether any.

        ``act`` are their kind and note. A text without digits is a remark.
        """
        if not any(map(str.isdecimal, text)):
            result.remarks.append(f"{column.header}: {text}")
            return False
        before = result.cells.get("acts")
        for part in split_cell(text):
            dated, _, mark = part.rpartition(" ")
            marked = _MARKS.get(mark.strip("()."), "") if dated and column.target == "ratification" else ""
            dated = dated.strip() if marked else part
            kind, note = (marked, "") if marked else act
            if len(dated) <= MAX_DATED_LENGTH and (plain := without_remark(dated, self._dates.order_of(column))):
                dated, note = plain, dated[len(plain) :].strip(" ()[]*†")
            if day := self._day(dated, column, column.target, result):
                for party in parties:
                    _add_act(Act(kind, party, day, note=note), result)
        return result.cells.get("acts") != before

    def _kind_of(self, text: str, column: Column, result: InterpretedRow) -> str:
        kind = self._book.code_named(text) or self._vocabulary.act_in(text) or _MARKS.get(text, "")
        if not kind:
            reason = f"{text!r} is no act that is known; say which it is, as in --value 'act:{text}=accession'"
            result.problems.append(FieldProblem(column_in_problem(column, "act"), reason, text, unknown=True))
        return kind

    def _day(self, text: str, column: Column, target: str, result: InterpretedRow) -> PartialDate | None:
        day = self._dates.read_date(text, column, target, result)
        return PartialDate.parse(day) if day else None


def _line_at(place: int, lines: Sequence[tuple[str, Column]]) -> _Cell:
    """Return a line of a column, or None.

    A column with one line has it at every place.
    """
    if place < len(lines):
        return lines[place]
    return lines[0] if len(lines) == 1 else None


def _before_digit(text: str) -> tuple[str, str]:
    """Return a text up to its first digit, and the rest."""
    place = next((place for place, char in enumerate(text) if char.isdecimal()), len(text))
    return text[:place].strip(), text[place:].strip()


def _add_act(act: Act, result: InterpretedRow) -> None:
    """Add an act.

    Its note is a remark where the notation cannot hold it.
    """
    if act.note and not _is_readable(act):
        result.remarks.append(f"{act.kind} {act.on}: {act.note}")
        act = act._replace(note="")
    result.cells["acts"] = " | ".join(filter(None, (result.cells.get("acts"), write_act(act))))


def _is_readable(act: Act) -> bool:
    try:
        return ACTS.read(write_act(act)) == (act,)
    except InvalidValue:
        return False
