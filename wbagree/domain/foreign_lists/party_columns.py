"""The party columns of a foreign list: parties, signatories, ratifications."""

from collections.abc import Sequence

from wbagree.domain.agreements.cell_notation import SIGNATORIES, write_by_party
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.cell_readers import date_in, split_cell
from wbagree.domain.foreign_lists.column_mapping import Layout, Mapping
from wbagree.domain.foreign_lists.interpreted_row import (
    Columns,
    InterpretedRow,
    add_acts,
    add_items,
    column_in_problem,
    keep_as_remark,
)
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.errors import InvalidValue, WbagreeError


class PartyColumns:
    """Readers of party columns: parties, signatories and ratifications of a row."""

    def __init__(self, columns: Columns, layout: Layout, mapping: Mapping, parties: PartyReader) -> None:
        self._columns = columns
        self._is_grouped = layout.is_grouped
        self._mapping = mapping
        self._parties = parties

    def read_ratifications(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the home party's date of ratification, or the ratifying law."""
        for target in targets:
            if (found := self._columns.first_filled_cell(row, target, result)) is None:
                continue
            text, column = found
            day = date_in(text, self._mapping.date_order)
            if day is None and any(map(str.isdecimal, text)):
                # Ligji 04/L-113: the law that ratified is a reference.
                add_items(result, "references", split_cell(text))
            elif self._mapping.home and day:
                add_acts(result, f"{self._mapping.home}: ratified {day}")
            else:
                result.remarks.append(f"{column.header}: {text}")

    def read_parties(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the parties of the agreement.

        A party that began after the signature did not sign, and is left out.
        """
        signed = PartialDate.parse(result.cells["signed"]) if result.cells.get("signed") else None
        codes: list[str] = []
        problems: list[FieldProblem] = []
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                try:
                    codes += self._parties.read_code(text) if column.has_codes else self._parties.read(text, signed)
                    if "(" in text or "[" in text:
                        result.remarks.append(f"{column.header}: {text}")
                except WbagreeError as error:
                    sentence = f"{error.sentence} ({error.hint})" if error.hint else error.sentence
                    problems.append(FieldProblem(column_in_problem(column, "parties"), sentence, text))
        # In a row of one party, a name that is known is enough.
        if problems and not (self._is_grouped and codes):
            result.problems += problems
            return
        if self._mapping.home and codes:
            codes.append(self._mapping.home)
        codes = self._without_later_parties(list(dict.fromkeys(codes)), signed, result)
        if codes:
            result.cells["parties"] = ";".join(codes)

    def _without_later_parties(self, codes: list[str], signed: PartialDate | None, result: InterpretedRow) -> list[str]:
        """Return the parties whose time may include the day of signature.

        Lists add today's successors to the parties that signed. If fewer than two are left, all are kept, with a
        remark that names the earlier party of each. A list with a row for each party names those that acceded later.
        """
        if signed is None or self._is_grouped:
            return codes
        outside = self._parties.outside_time(codes, signed)
        if not outside:
            return codes
        there = [code for code in codes if code not in outside]
        others = ", ".join(f"{code} (then {earlier})" if earlier else code for code, earlier in outside.items())
        if len(there) < 2:
            result.remarks.append(
                f"Listed as parties, though {signed} is outside the time recorded for them: {others}."
            )
            result.not_understood.append(f"parties signing outside the time recorded for them: {others}")
            return codes
        result.remarks.append(
            f"Also listed as parties, though the date is outside the time recorded for them: {others}."
        )
        return there

    def read_signatories(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the signatories of the home party, the other, or all parties.

        A column for all parties has our notation.
        """
        home = self._mapping.home
        others = [code for code in filter(None, result.cells.get("parties", "").split(";")) if code != home]
        party_of = {"home_signatory": home, "partner_signatory": others[0] if len(others) == 1 else ""}
        entries = []
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                if target in party_of:
                    written = f"{party_of[target]}: {' '.join(text.split())}" if party_of[target] else ""
                else:
                    written = " ; ".join(split_cell(text, "\n"))
                try:
                    entry = self._signatories(written)
                except InvalidValue as error:
                    if self._parties.code_of(text.partition(":")[0].strip()):  # it was meant to be our notation
                        result.problems.append(
                            FieldProblem(column_in_problem(column, "signatories"), error.sentence, text)
                        )
                    else:
                        keep_as_remark(column, text, result)
                    continue
                if entry:
                    entries.append(entry)
                else:
                    result.remarks.append(f"{column.header}: {text}")
        if entries:
            result.cells["signatories"] = " ; ".join(entries)

    def _signatories(self, text: str) -> str:
        """Return signatories in our notation, or '' without a party.

        InvalidValue when it does not follow the notation.
        """
        if ": " not in text:
            return ""
        cell = write_by_party(text, self._parties.code_of)
        SIGNATORIES.read(cell)
        return cell
