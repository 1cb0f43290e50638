"""The readers of foreign columns, one for each target."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wbagree.domain.agreements.cell_notation import write_source
from wbagree.domain.agreements.fields import ALL_NAMES, DATE_NAMES, FIELDS, ValueKind
from wbagree.domain.agreements.languages import read_languages
from wbagree.domain.agreements.validation import FieldProblem
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.domain.foreign_lists.act_columns import ActColumns
from wbagree.domain.foreign_lists.cell_readers import (
    MISSING,
    clean_cell,
    has_address,
    is_unknown,
    sources_in,
    split_cell,
)
from wbagree.domain.foreign_lists.column_mapping import (
    ACT_TARGETS,
    CONSENT,
    LISTED_ACT_TARGETS,
    MEMBER,
    PARTY_NOTE,
    TARGETS,
    Layout,
    Mapping,
    fields_of_target,
)
from wbagree.domain.foreign_lists.date_columns import DateColumns
from wbagree.domain.foreign_lists.interpreted_row import (
    Columns,
    InterpretedRow,
    add_items,
    column_in_problem,
    keep_as_remark,
)
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.party_columns import PartyColumns
from wbagree.domain.foreign_lists.vocabulary import Vocabulary
from wbagree.domain.text.folding import folded_words
from wbagree.domain.types import TypeBook
from wbagree.errors import InvalidValue, WbagreeError

if TYPE_CHECKING:
    from wbagree.domain.agreements.parts import Source

# A reader takes targets, a row and its result; it reads the columns of the targets into the result.
TargetReader = Callable[[Sequence[str], Sequence[str], InterpretedRow], None]

DISCLOSURE_TARGETS = tuple(target for target in TARGETS if "disclosure" in fields_of_target(target))
# A running number: 12, 12., XII; any other text is kept.
_RUNNING = re.compile(r"[0-9]{1,6}[.)]?|[IVXLC]{1,8}[.)]?")
# A number of registration, as in 12345 or I-12345, and the words of headers that tell who gave it.
_REGISTERED = re.compile(r"(?:I{1,2}-)?[0-9]{1,6}")
_SERIES = {
    "UN": {"un", "unts", "united", "okb", "ujedinjenih", "ujedinjenim", "ujedinjene", "oon", "on", "obedinetite",
           "vn", "vereinten", "onu", "unies", "unite"},
    "LNTS": {"lnts", "league", "volkerbund"},
}  # fmt: skip
# The meaning of yes and no under the headers restricted and public.
_ANSWERS = {
    ("restricted", "yes"): Disclosure.RESTRICTED,
    ("restricted", "no"): Disclosure.PUBLIC,
    ("public", "yes"): Disclosure.PUBLIC,
    ("public", "no"): Disclosure.RESTRICTED,
}


_WORDS = tuple(one.name for one in FIELDS if one.kind is ValueKind.WORD and one.name not in DISCLOSURE_TARGETS)


class ColumnReader:
    """The reader of all columns of one list.

    A field without a column gets no cell.
    """

    def __init__(
        self, layout: Layout, mapping: Mapping, parties: PartyReader, types: TypeBook, vocabulary: Vocabulary
    ) -> None:
        self._types = types
        self._vocabulary = vocabulary
        self._columns = Columns(layout)
        self._headers = [column.header for column in layout.columns]
        dates = DateColumns(self._columns, mapping.date_order, vocabulary)
        party_columns = PartyColumns(self._columns, layout, mapping, parties)
        self._acts = acts = ActColumns(self._columns, dates, layout, mapping, parties, vocabulary)
        # The order matters: parties depend on the date of signature, signatories and acts on the parties.
        readers: list[tuple[TargetReader, tuple[str, ...]]] = [
            (self._read_notes, ("notes",)),
            (self._read_references, ("references",)),
            (self._read_disclosure, DISCLOSURE_TARGETS),
            (dates.read_dates, DATE_NAMES),
            (dates.read_places_and_dates, ("signed_place",)),
            (dates.read_date_parts, ("signed_day", "signed_month", "signed_year")),
            (party_columns.read_ratifications, ("ratified",)),
            (acts.read_party_dates, ("party_dates",)),
            (party_columns.read_parties, ("parties", "party_a", "party_b", "partner")),
            (acts.read_members, (MEMBER,)),
            (acts.read_acts, ACT_TARGETS),
            (acts.read_consents, (CONSENT,)),
            (acts.read_listed_acts, LISTED_ACT_TARGETS),
            (acts.read_party_notes, (PARTY_NOTE,)),
            (party_columns.read_signatories, ("home_signatory", "partner_signatory", "signatories")),
            (self._read_vocabulary, _WORDS),
            (self._read_types, ("types",)),
            (self._read_sources, ("sources", "url")),
            (self._read_languages, ("languages",)),
            (self._read_registrations, ("registration",)),
            (self._read_running_numbers, ("number",)),
        ]
        special = {target for _, targets in readers for target in targets}
        self.readers = [(self._read_plain, tuple(name for name in ALL_NAMES if name not in special)), *readers]
        # An agreement is not public just because its disclosure is unknown.
        self._secrecy = {place for target in DISCLOSURE_TARGETS for place, _ in self._columns.by_target.get(target, ())}
        self.marks_public = "public" in self._columns.by_target
        self.filled = self._columns.filled_targets

    def read(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Read the columns of a row into ``result``, with their problems."""
        cleaned = [clean_cell(cell) for cell in row]
        if not MISSING.isdisjoint(row):
            result.missing += [header for cell, header in zip(row, self._headers, strict=False) if cell in MISSING]
        for place in self._secrecy:
            if place < len(row) and is_unknown(row[place]):
                cleaned[place] = row[place].strip()
        for read, targets in self.readers:
            read(targets, cleaned, result)

    def read_disclosure(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Read a row's disclosure and its problems into ``result``."""
        self._read_disclosure(
            DISCLOSURE_TARGETS, [cell if is_unknown(cell) else clean_cell(cell) for cell in row], result
        )

    def read_party_dates(self, row: Sequence[str], result: InterpretedRow) -> None:
        """Read the dates of parties of an earlier export into acts."""
        self._acts.read_party_dates(("party_dates",), row, result)
        if result.revises and "acts" in result.cells:
            result.additions["acts"] = result.cells.pop("acts")

    def _read_plain(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if found := self._columns.first_filled_cell(row, target, result):
                result.cells[target] = " ".join(found[0].split()) if target == "title" else found[0]

    def _read_notes(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if lines := [text for text, _ in self._columns.filled_cells(row, target)]:
                result.cells[target] = "\n".join(lines)

    def _read_references(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            add_items(
                result, target, (one for text, _ in self._columns.filled_cells(row, target) for one in split_cell(text))
            )

    def _read_disclosure(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read whether an agreement is restricted.

        One column that says so is enough; an unknown word is a problem, and never means public.
        """
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                word = self._vocabulary.code_of("disclosure", text)
                word = word or _ANSWERS.get((target, self._vocabulary.code_of("answer", text)), "")
                if not word:
                    choice = ", ".join((*Disclosure, *(() if target == "disclosure" else ("yes", "no"))))
                    reason = f"none of {choice}; write one of them, or --map '{column.header}=' leaves the column out"
                    at = column_in_problem(column, "disclosure")
                    result.problems.append(FieldProblem(at, f"{text!r} is {reason}", text, unquoted=f"is {reason}"))
                if result.cells.get("disclosure") != Disclosure.RESTRICTED:
                    result.cells["disclosure"] = (
                        word or text
                    )  # an unknown word is kept, so that it does not count as public

    def _read_vocabulary(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            found = self._columns.first_filled_cell(row, target, result)
            if found is None:
                continue
            text, column = found
            code = self._vocabulary.code_of(target, text)
            if target == "form":
                code = code or self._vocabulary.form_in(text)
            if code:
                if target == "status" and result.cells.get("status", code) != code:
                    result.remarks.append(f"Status by another column: {result.cells['status']}")
                result.cells[target] = code
            elif target != "form":
                keep_as_remark(column, text, result)

    def _read_types(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        # Some lists have the subject under the word for the form ("Vrsta: izručenje"): a text that is no form may be a
        # type.
        no_form = [] if "form" in result.cells else self._columns.filled_cells(row, "form")[:1]
        codes: list[str] = []
        for text, column in [
            *(cell for target in targets for cell in self._columns.filled_cells(row, target)),
            *no_form,
        ]:
            for part in dict.fromkeys(split_cell(text, r"[;,/\n]")):
                try:
                    codes.append(self._types.resolve(part))
                except WbagreeError:
                    codes_found = self._vocabulary.types_in(part)
                    codes += codes_found
                    if not codes_found:
                        keep_as_remark(column, part, result)
        if codes:
            result.cells["types"] = ";".join(dict.fromkeys(codes))

    def _read_sources(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        sources: list[Source] = []
        for target in targets:
            for text, column in self._columns.filled_cells(row, target):
                if target == "url" and not has_address(text):
                    result.remarks.append(f"{column.header}: {text}")
                    continue
                cited = [text] if target == "url" else split_cell(text, r" \| |\n")
                sources += [source for part in cited for source in sources_in(part)]
        if sources:
            result.cells["sources"] = " | ".join(write_source(source) for source in sources)

    def _read_languages(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            if found := self._columns.first_filled_cell(row, target, result):
                text, column = found
                try:
                    result.cells[target] = read_languages(text, self._vocabulary.code_of)
                except InvalidValue:
                    keep_as_remark(column, text, result)

    def _read_registrations(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        """Read numbers of registration.

        A bare number is one of the United Nations or the League of Nations, as its header says.
        """
        for target in targets:
            if found := self._columns.first_filled_cell(row, target, result):
                text, column = found
                words = {*folded_words(column.header)}
                series = [name for name, telling in _SERIES.items() if words & telling]
                is_bare = len(series) == 1 and _REGISTERED.fullmatch(text)
                result.cells[target] = f"{series[0]} {text}" if is_bare else text

    def _read_running_numbers(self, targets: Sequence[str], row: Sequence[str], result: InterpretedRow) -> None:
        for target in targets:
            numbers = self._columns.filled_cells(row, target)
            result.remarks += [f"{column.header}: {text}" for text, column in numbers if not _RUNNING.fullmatch(text)]
