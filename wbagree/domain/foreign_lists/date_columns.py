"""The date columns of a foreign list."""

from collections.abc import Sequence

from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.dates.date_parser import DateOrder
from wbagree.domain.foreign_lists.cell_readers import (
    MAX_DATED_LENGTH,
    date_and_place,
    date_in,
    local_midnight,
    read_cell_date,
    without_remark,
)
from wbagree.domain.foreign_lists.column_mapping import Column
from wbagree.domain.foreign_lists.date_orders import is_in_numbers
from wbagree.domain.foreign_lists.interpreted_row import Columns, InterpretedRow, column_in_problem
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.errors import InvalidDate

# Date columns in which a list may have a status instead.
_STATUS_INSTEAD = ("in_force", "ended")
# The meaning of yes and no in them; that an agreement has not ended is no status.
_STATUS_BY_ANSWER = {
    ("in_force", "yes"): "in-force",
    ("in_force", "no"): "not-in-force",
    ("ended", "yes"): "terminated",
}
# Words of the longest term for a status.
_LONGEST_STATUS = 12


class DateColumns:
    """Readers of date columns.

    ``order`` is the order of day, month and year in dates written in numbers.
    """

    def __init__(self, columns: Columns, order: DateOrder | None, vocabulary: Vocabulary) -> None:
        self._columns = columns
        self._order = order
        self._vocabulary = vocabulary

    def read_dates(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read a date from each target, or a status instead."""
        for target in targets:
            if (found := self._columns.first_filled_cell(row, target, result)) and (
                text := self._date_or_status(*found, target, result)
            ):
                result.cells[target] = text

    def read_places_and_dates(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the date and the place of signature from one cell."""
        for target in targets:
            if found := self._columns.first_filled_cell(row, target, result):
                self._date_and_place(*found, result)

    def read_date_parts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read the date of signature from columns of year, month and day."""
        in_parts = self._date_in_parts(targets, row, result)
        if in_parts and result.cells.setdefault("signed", in_parts) != in_parts:
            result.remarks.append(f"Signed, by the columns of year, month and day: {in_parts}")

    def order_of(self, column: Column) -> DateOrder | None:
        """Return the order of day and month in a column."""
        return self._order or column.date_order

    def read_date(self, text: str, column: Column, target: str, result: InterpretedRow) -> str:
        """Return the date of a text, or '' with a problem."""
        return self._read_date(text, column, target, result)

    def _date_or_status(self, text: str, column: Column, target: str, result: InterpretedRow) -> str:
        """Return the date of a cell, or '' for a status.

        Instead of a date, a list may have in force, not yet, terminated or yes; these are read as a status. A remark or
        place after the date is kept.
        """
        order = self.order_of(column)
        if len(text) > MAX_DATED_LENGTH:
            return self._read_date(text, column, target, result)  # a problem: no date is so long
        status = self._vocabulary.code_of("status", text)
        if answer := self._vocabulary.code_of("answer", text):
            status = _STATUS_BY_ANSWER.get((target, answer), status)
        if target == "ended" and answer == "no":
            return ""
        if status and target in _STATUS_INSTEAD:
            if result.cells.setdefault("status", status) != status or target == "ended":
                result.remarks.append(f"{column.header}: {text}")
            if target == "ended":
                result.cells["status"] = status  # the way it ended goes before in force
            return ""
        if target in _STATUS_INSTEAD and (status := self._begins_with_status(text, order)):
            result.cells.setdefault("status", status)
            result.remarks.append(f"{column.header}: {text}")
            return ""
        if before := without_remark(text, order):
            result.remarks.append(f"{column.header}: {text}")
            remark = text[len(before) :].strip(" ()[]*†")
            if target == "signed" and remark and not any(char.isdecimal() for char in remark):
                result.cells.setdefault("place", remark)
            text = before
        return self._read_date(text, column, target, result)

    def _begins_with_status(self, text: str, order: DateOrder | None) -> str:
        """Return the status at the beginning of a text, or ''.

        As in ``vorläufig angewendet seit 1.3.2009``. A date has none.
        """
        if date_in(text, order):
            return ""
        found = text.split()
        terms = (
            self._vocabulary.code_of("status", " ".join(found[:length]))
            for length in range(min(len(found), _LONGEST_STATUS), 0, -1)
        )
        return next(filter(None, terms), "")

    def _date_and_place(self, text: str, column: Column, result: InterpretedRow) -> None:
        found = date_and_place(text, self.order_of(column))
        if found is None:
            self._read_date(text, column, "signed", result)  # adds the problem
        else:
            result.cells["signed"] = str(found[0])
            result.cells.setdefault("place", found[1])

    def _read_date(
        self, text: str, column: Column, target: str, result: InterpretedRow, order: DateOrder | None = None
    ) -> str:
        if column.mixed and not self._order and is_in_numbers(text):
            day_first, month_first = column.mixed
            reason = (
                f"the column has {day_first} and {month_first}; add --date-order dmy, or mdy, and correct the others"
            )
            result.problems.append(FieldProblem(column_in_problem(column, target), reason, text))
            return ""
        try:
            if local := local_midnight(text):
                result.remarks.append(f"{column.header}: {text}")
                return str(local)
            return str(read_cell_date(text, order or self.order_of(column)))
        except InvalidDate as error:
            result.problems.append(FieldProblem(column_in_problem(column, target), error.sentence, text))
            return ""

    def _date_in_parts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> str:
        parts = [self._date_part(row, target, result) for target in targets]
        texts = [part[0] for part in parts if part]
        column = next((part[1] for part in reversed(parts) if part), None)
        if column is None:
            return ""
        # A date cannot have a day without its month.
        if parts[0] and not parts[1]:
            result.problems.append(
                FieldProblem(column_in_problem(column, "signed"), "a day without its month", " ".join(texts))
            )
            return ""
        return self._read_date(". ".join(texts), column, "signed", result, "dmy")

    def _date_part(self, row: Sequence[str], target: str, result: InterpretedRow) -> tuple[str, Column] | None:
        """Return the text of a column of year, month or day.

        None when it is unknown. Data sets write 6.0 for June, and 0 or -9 for unknown.
        """
        found = self._columns.first_filled_cell(row, target, result)
        if found is None:
            return None
        text = found[0].removesuffix(".0").removesuffix(".")
        return None if text in ("0", "00", "-9", "-99", "99") and target != "signed_year" else (text, found[1])
