"""What the columns of a row of somebody else's list say: a reader for each target, and none without one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wbagree.domain.agreements.cell_notation import of_parties, read_signatories, write_source
from wbagree.domain.agreements.fields import DATES
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.domain.dates.date_parser import Order
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.cell_readers import (
    LONGEST_DATED,
    clean_cell,
    date_and_place,
    date_in,
    has_address,
    is_unknown,
    read_cell_date,
    sources_in,
    split_cell,
    without_remark,
)
from wbagree.domain.foreign_lists.column_mapping import TARGETS, Column, Layout, Mapping, fields_of
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.types import TypeBook
from wbagree.errors import InvalidDate, InvalidValue, WbagreeError

if TYPE_CHECKING:
    from wbagree.domain.agreements.parts import Source

DISCLOSING = tuple(target for target in TARGETS if "disclosure" in fields_of(target))
# A running number: 12, 12., XII; anything more tells something.
_RUNNING = re.compile(r"[0-9]{1,6}[.)]?|[IVXLC]{1,8}[.)]?")
# What yes and no say under a header that asks whether an agreement is restricted, or public.
_ANSWERS = {
    ("restricted", "yes"): Disclosure.RESTRICTED,
    ("restricted", "no"): Disclosure.PUBLIC,
    ("public", "yes"): Disclosure.PUBLIC,
    ("public", "no"): Disclosure.RESTRICTED,
}


@dataclass(slots=True)
class InterpretedRow:
    """The cells of one row, and its problems.

    With them: the fields that were inferred, and texts that were not understood, by header. For an agreement that
    exists already (``revises`` is its key) the cells are only those that the row states; ``additions`` add to a field
    the data of one party or one source, and ``not_stored`` is kept nowhere. ``is_part``: the list has too few columns
    for a new agreement, and the row's key is not in the register.
    """

    cells: dict[str, str] = field(default_factory=dict)
    problems: list[FieldProblem] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    revises: str = ""
    additions: dict[str, str] = field(default_factory=dict)
    not_stored: list[str] = field(default_factory=list)
    is_part: bool = False


class ColumnReader:
    """Reads the columns of the rows of one list; what is said in none of them has no cell."""

    def __init__(
        self, layout: Layout, mapping: Mapping, parties: PartyReader, types: TypeBook, vocabulary: Vocabulary
    ) -> None:
        self._mapping = mapping
        self._parties = parties
        self._types = types
        self._vocabulary = vocabulary
        self._by_target: dict[str, list[tuple[int, Column]]] = {}
        for place, column in enumerate(layout.columns):
            self._by_target.setdefault(column.target, []).append((place, column))
        # An agreement is not public because nothing is known of its secrecy.
        self._secrecy = {place for target in DISCLOSING for place, _ in self._by_target.get(target, ())}
        self.marks_public = "public" in self._by_target

    def read(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Put into ``result`` what the columns of a row say, and what is wrong with it."""
        cleaned = [clean_cell(cell) for cell in row]
        for place in self._secrecy:
            if place < len(row) and is_unknown(row[place]):
                cleaned[place] = row[place].strip()
        for read, targets in self.READERS:
            read(self, targets, cleaned, result)

    def read_disclosure(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Read a row's disclosure and its problems into ``result``."""
        self._read_disclosure(DISCLOSING, [cell if is_unknown(cell) else clean_cell(cell) for cell in row], result)

    def filled(self, row: Sequence[str]) -> list[str]:
        """Return the targets whose columns say something in a row."""
        return [
            target
            for target, columns in self._by_target.items()
            if target and any(place < len(row) and clean_cell(row[place]) for place, _ in columns)
        ]

    def _cells(self, row: Sequence[str], target: str) -> list[tuple[str, Column]]:
        """What stands in the columns of a target, without the empty ones."""
        return [
            (row[place], column) for place, column in self._by_target.get(target, ()) if place < len(row) and row[place]
        ]

    def _first_filled(self, row: Sequence[str], target: str, result: InterpretedRow) -> tuple[str, Column] | None:
        """The first that is filled; a second column that says something else is kept as a note."""
        filled = self._cells(row, target)
        for text, column in filled[1:]:
            if text != filled[0][0]:
                result.remarks.append(f"{column.header}: {text}")
        return filled[0] if filled else None

    def _read_plain(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if found := self._first_filled(row, target, result):
                result.cells[target] = " ".join(found[0].split()) if target == "title" else found[0]

    def _read_notes(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if lines := [text for text, _ in self._cells(row, target)]:
                result.cells[target] = "\n".join(lines)

    def _read_references(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            _add(result, target, (one for text, _ in self._cells(row, target) for one in split_cell(text)))

    def _read_disclosure(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """What is restricted in one column is restricted; a word that is not known is never public."""
        for target in targets:
            for text, column in self._cells(row, target):
                word = self._vocabulary.term("disclosure", text)
                word = word or _ANSWERS.get((target, self._vocabulary.term("answer", text)), "")
                if not word:
                    choice = ", ".join((*Disclosure, *(() if target == "disclosure" else ("yes", "no"))))
                    reason = f"none of {choice}; write one of them, or --map '{column.header}=' leaves the column out"
                    at = _at(column, "disclosure")
                    result.problems.append(FieldProblem(at, f"{text!r} is {reason}", text, unquoted=f"is {reason}"))
                if result.cells.get("disclosure") != Disclosure.RESTRICTED:
                    result.cells["disclosure"] = (
                        word or text
                    )  # what is not understood is not shown as if it were public

    def _read_dates(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if (found := self._first_filled(row, target, result)) and (
                text := self._date_or_status(*found, target, result)
            ):
                result.cells[target] = text

    def _read_places_and_dates(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if found := self._first_filled(row, target, result):
                self._date_and_place(*found, result)

    def _read_date_parts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        in_parts = self._date_in_parts(targets, row, result)
        if in_parts and result.cells.setdefault("signed", in_parts) != in_parts:
            result.remarks.append(f"Signed, by the columns of year, month and day: {in_parts}")

    def _read_ratifications(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if (found := self._first_filled(row, target, result)) is None:
                continue
            text, column = found
            day = date_in(text, self._mapping.date_order)
            if day is None and any(map(str.isdecimal, text)):
                # Ligji 04/L-113: the law that ratified is a reference.
                _add(result, "references", split_cell(text))
            elif self._mapping.home and day:
                own = f"{self._mapping.home}: ratified {day}"
                result.cells["party_dates"] = " ; ".join(filter(None, (result.cells.get("party_dates"), own)))
            else:
                result.remarks.append(f"{column.header}: {text}")

    def _date_or_status(self, text: str, column: Column, target: str, result: InterpretedRow) -> str:
        """A date; or, where a list says so instead, a status: in force, not yet, terminated, yes."""
        if len(text) > LONGEST_DATED:
            return self._date(text, column, target, result)  # which says that no date is so long
        status = self._vocabulary.term("status", text)
        if target == "in_force" and (answer := self._vocabulary.term("answer", text)):
            status = "in-force" if answer == "yes" else "not-in-force"
        if status and target in _STATUS_INSTEAD:
            if result.cells.setdefault("status", status) != status or target == "ended":
                result.remarks.append(f"{column.header}: {text}")
            if target == "ended":
                result.cells["status"] = status  # how it ended says more than that it was once in force
            return ""
        if target in _STATUS_INSTEAD and (status := self._begins_with_status(text)):
            result.cells.setdefault("status", status)
            result.remarks.append(f"{column.header}: {text}")
            return ""
        if before := without_remark(text, self._mapping.date_order):
            result.remarks.append(f"{column.header}: {text}")
            remark = text[len(before) :].strip(" ()[]*†")
            if target == "signed" and remark and not any(char.isdecimal() for char in remark):
                result.cells.setdefault("place", remark)
            text = before
        return self._date(text, column, target, result)

    def _begins_with_status(self, text: str) -> str:
        """The status that a text begins with, as in ``vorläufig angewendet seit 1.3.2009``; empty for a date."""
        if date_in(text, self._mapping.date_order):
            return ""
        found = text.split()
        terms = (
            self._vocabulary.term("status", " ".join(found[:length]))
            for length in range(min(len(found), _LONGEST_STATUS), 0, -1)
        )
        return next(filter(None, terms), "")

    def _date_and_place(self, text: str, column: Column, result: InterpretedRow) -> None:
        found = date_and_place(text, self._mapping.date_order)
        if found is None:
            self._date(text, column, "signed", result)  # says what is wrong with it
        else:
            result.cells["signed"] = str(found[0])
            result.cells.setdefault("place", found[1])

    def _date(self, text: str, column: Column, target: str, result: InterpretedRow, order: Order | None = None) -> str:
        try:
            return str(read_cell_date(text, order or self._mapping.date_order))
        except InvalidDate as error:
            result.problems.append(FieldProblem(_at(column, target), error.sentence, text))
            return ""

    def _date_in_parts(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> str:
        parts = [self._part(row, target, result) for target in targets]
        texts = [part[0] for part in parts if part]
        column = next((part[1] for part in reversed(parts) if part), None)
        if column is None:
            return ""
        # A day without its month says nothing that a date can hold.
        if parts[0] and not parts[1]:
            result.problems.append(FieldProblem(_at(column, "signed"), "a day without its month", " ".join(texts)))
            return ""
        return self._date(". ".join(texts), column, "signed", result, "dmy")

    def _part(self, row: Sequence[str], target: str, result: InterpretedRow) -> tuple[str, Column] | None:
        """A column of year, month or day; data sets write 6.0 for June, and 0 or -9 for what is not known."""
        found = self._first_filled(row, target, result)
        if found is None:
            return None
        text = found[0].removesuffix(".0").removesuffix(".")
        return None if text in ("0", "00", "-9", "-99", "99") and target != "signed_year" else (text, found[1])

    def _read_parties(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        signed = PartialDate.parse(result.cells["signed"]) if result.cells.get("signed") else None
        codes: list[str] = []
        before = len(result.problems)
        for target in targets:
            for text, column in self._cells(row, target):
                try:
                    codes += self._parties.read(text, signed)
                    if "(" in text or "[" in text:
                        result.remarks.append(f"{column.header}: {text}")
                except WbagreeError as error:
                    sentence = f"{error.sentence} ({error.hint})" if error.hint else error.sentence
                    result.problems.append(FieldProblem(_at(column, "parties"), sentence, text))
        if len(result.problems) > before:
            return
        if self._mapping.home and codes:
            codes.append(self._mapping.home)
        codes = self._without_later_parties(list(dict.fromkeys(codes)), signed, result)
        if codes:
            result.cells["parties"] = ";".join(codes)

    def _without_later_parties(self, codes: list[str], signed: PartialDate | None, result: InterpretedRow) -> list[str]:
        """Lists add today's successors to those that signed; who was not there yet on the day did not sign."""
        if signed is None:
            return codes
        there = [code for code in codes if self._parties.existed(code, signed)]
        others = ", ".join(code for code in codes if code not in there)
        if not others:
            return codes
        if len(there) < 2:
            result.remarks.append(f"Listed as parties, though not in being on {signed}: {others}.")
            result.not_understood.append(f"parties that were not in being when it was signed: {others}")
            return codes
        result.remarks.append(f"Also listed as parties, though not in being when it was signed: {others}.")
        return there

    def _read_signatories(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        home = self._mapping.home
        others = [code for code in filter(None, result.cells.get("parties", "").split(";")) if code != home]
        party_of = {"home_signatory": home, "partner_signatory": others[0] if len(others) == 1 else ""}
        entries = []
        for target in targets:
            for text, column in self._cells(row, target):
                if target in party_of:
                    written = f"{party_of[target]}: {' '.join(text.split())}" if party_of[target] else ""
                else:
                    written = " ; ".join(split_cell(text, "\n"))
                try:
                    entry = self._signatories(written)
                except InvalidValue as error:
                    if self._parties.code_of(text.partition(":")[0].strip()):  # it was to be our notation
                        result.problems.append(FieldProblem(_at(column, "signatories"), error.sentence, text))
                    else:
                        self._keep_text(column, text, result)
                    continue
                if entry:
                    entries.append(entry)
                else:
                    result.remarks.append(f"{column.header}: {text}")
        if entries:
            result.cells["signatories"] = " ; ".join(entries)

    def _signatories(self, text: str) -> str:
        """The text as our notation has it, empty when it names no party; InvalidValue when it does not follow it."""
        if ": " not in text:
            return ""
        cell = of_parties(text, self._parties.code_of)
        read_signatories(cell)
        return cell

    def _read_vocabulary(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            found = self._first_filled(row, target, result)
            if found is None:
                continue
            text, column = found
            code = self._vocabulary.term(target, text)
            if target == "form":
                code = code or self._vocabulary.form_in(text)
            if code:
                if target == "status" and result.cells.get("status", code) != code:
                    result.remarks.append(f"Status by another column: {result.cells['status']}")
                result.cells[target] = code
            elif target != "form":
                self._keep_text(column, text, result)

    def _read_types(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        # Lists head the subject with the word for the form ("Vrsta: izručenje"): what is no form may be a type.
        no_form = [] if "form" in result.cells else self._cells(row, "form")[:1]
        codes: list[str] = []
        for text, column in [*(cell for target in targets for cell in self._cells(row, target)), *no_form]:
            for part in dict.fromkeys(split_cell(text, r"[;,/\n]")):
                try:
                    codes.append(self._types.resolve(part))
                except WbagreeError:
                    codes_found = self._vocabulary.types_in(part)
                    codes += codes_found
                    if not codes_found:
                        self._keep_text(column, part, result)
        if codes:
            result.cells["types"] = ";".join(dict.fromkeys(codes))

    def _keep_text(self, column: Column, text: str, result: InterpretedRow) -> None:
        result.remarks.append(f"{column.header}: {text}")
        result.not_understood.append(f"{column.header}: {text}")

    def _read_sources(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        sources: list[Source] = []
        for target in targets:
            for text, column in self._cells(row, target):
                if target == "url" and not has_address(text):
                    result.remarks.append(f"{column.header}: {text}")
                    continue
                cited = [text] if target == "url" else split_cell(text, r" \| |\n")
                sources += [source for part in cited for source in sources_in(part)]
        if sources:
            result.cells["sources"] = " | ".join(write_source(source) for source in sources)

    def _read_running_numbers(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            numbers = self._cells(row, target)
            result.remarks += [f"{column.header}: {text}" for text, column in numbers if not _RUNNING.fullmatch(text)]

    # What reads the columns of which targets, in this order: a party is known before who signed for it.
    READERS = (
        (
            _read_plain,
            ("key", "title", "title_original", "place", "relations", "implementation", "party_dates", "renewal"),
        ),
        (_read_notes, ("notes",)),
        (_read_references, ("references",)),
        (_read_disclosure, DISCLOSING),
        (_read_dates, DATES),
        (_read_places_and_dates, ("signed_place",)),
        (_read_date_parts, ("signed_day", "signed_month", "signed_year")),
        (_read_ratifications, ("ratified",)),
        (_read_parties, ("parties", "party_a", "party_b", "partner")),
        (_read_signatories, ("home_signatory", "partner_signatory", "signatories")),
        (_read_vocabulary, ("form", "level", "status", "confidence")),
        (_read_types, ("types",)),
        (_read_sources, ("sources", "url")),
        (_read_running_numbers, ("number",)),
    )


if sorted(target for _, targets in ColumnReader.READERS for target in targets) != sorted(TARGETS):
    raise TypeError("every target of a column has one reader: what is offered and not read would be lost")
# Date columns in which a list may say a status instead.
_STATUS_INSTEAD = ("in_force", "ended")
# Words of the longest term for a status.
_LONGEST_STATUS = 12


def _add(result: InterpretedRow, name: str, texts: Iterable[str]) -> None:
    """Add to the items of a ``;``-joined cell; without items there is no cell."""
    if items := [item for item in (result.cells.get(name, ""), *texts) if item]:
        result.cells[name] = ";".join(items)


def _at(column: Column, target: str) -> str:
    return column.header if column.header.lower() == target else f"{column.header} ({target})"
