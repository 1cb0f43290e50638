"""One row of somebody else's list becomes the cells of a record, in our own notation.

Nothing is dropped: what a field cannot hold goes, labelled, into the notes, or is a problem that names the column.
The gate (``draft``) judges the cells afterwards, as it judges any others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from wbagree.domain.dates import PartialDate
from wbagree.domain.draft import Problem
from wbagree.domain.list_cells import (
    clean,
    date_and_place,
    date_in,
    has_address,
    parts,
    read_cell_date,
    sources_in,
    without_remark,
)
from wbagree.domain.mapping import Column, Layout, Mapping
from wbagree.domain.notation import LISTS, of_parties, write_source
from wbagree.domain.party_lists import PartyReader
from wbagree.domain.types import TypeBook
from wbagree.domain.vocabulary import Vocabulary
from wbagree.domain.written_dates import Order
from wbagree.errors import InvalidDate, InvalidValue, WbagreeError

DATES = ("signed", "in_force", "ended")
_VOCABULARIES = ("form", "level", "status", "confidence")
# A running number: 12, 12., XII; anything more tells something.
_RUNNING = re.compile(r"[0-9]{1,6}[.)]?|[IVXLC]{1,8}[.)]?")
_YES, _NO = frozenset(("yes", "da", "po", "ja", "oui", "si", "да")), frozenset(("no", "ne", "jo", "nein", "non", "не"))


@dataclass(slots=True)
class Interpreted:
    """The cells of one row, its problems, which fields were inferred, and what was not understood (header: text)."""

    cells: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)


class Interpreter:
    """Reads the rows of one list. ``read`` takes a row's cells and returns an Interpreted, never raises."""

    def __init__(
        self, layout: Layout, mapping: Mapping, parties: PartyReader, types: TypeBook, vocabulary: Vocabulary
    ) -> None:
        self._layout = layout
        self._mapping = mapping
        self._parties = parties
        self._types = types
        self._vocabulary = vocabulary
        self._targets = [column.target for column in layout.columns]
        self._by_target: dict[str, list[tuple[int, Column]]] = {}
        for place, column in enumerate(layout.columns):
            self._by_target.setdefault(column.target, []).append((place, column))

    def read(self, row: Sequence[str]) -> Interpreted:
        """Return what the row says; cells beyond the header are kept as notes."""
        if self._layout.own:
            return self._own(row)
        row = [clean(cell) for cell in row]
        done = Interpreted()
        for read in (self._texts, self._dates, self._bound, self._terms, self._subjects, self._sources, self._rest):
            read(row, done)
        self._constants(done)
        done.cells.setdefault("confidence", "low")
        self._infer(done)
        notes = [done.cells.get("notes", ""), *done.remarks]
        if done.inferred:
            notes.append(f"Inferred from the title when imported: {', '.join(done.inferred)}.")
        done.cells["notes"] = "\n".join(filter(None, notes))
        return done

    def _constants(self, done: Interpreted) -> None:
        for name, text in self._mapping.constants.items():
            if not done.cells.get(name):
                done.cells[name] = text

    def _own(self, row: Sequence[str]) -> Interpreted:
        done = Interpreted()
        if len(row) < len(self._layout.columns):
            done.problems.append(
                Problem("row", f"has {len(row)} cells where the header has {len(self._layout.columns)}")
            )
        done.cells.update(zip(self._targets, row, strict=False))
        done.cells.pop("", None)  # of columns that are no field
        self._constants(done)
        self._rest(row, done)
        if done.remarks:
            done.cells["notes"] = "\n".join(filter(None, (done.cells.get("notes", ""), *done.remarks)))
        return done

    def _cells(self, row: Sequence[str], target: str) -> list[tuple[str, Column]]:
        """What stands in the columns of a target, without the empty ones."""
        return [
            (row[place], column) for place, column in self._by_target.get(target, ()) if place < len(row) and row[place]
        ]

    def _first(self, row: Sequence[str], target: str, done: Interpreted) -> tuple[str, Column] | None:
        """The first that is filled; a second column that says something else is kept as a note."""
        filled = self._cells(row, target)
        for text, column in filled[1:]:
            if text != filled[0][0]:
                done.remarks.append(f"{column.header}: {text}")
        return filled[0] if filled else None

    def _texts(self, row: Sequence[str], done: Interpreted) -> None:
        for target in ("key", "title", "title_original", "place", "relations", "implementation", "party_dates"):
            if found := self._first(row, target, done):
                done.cells[target] = found[0]
        if done.cells.get("title_original") and not done.cells.get("title"):
            done.cells["title"] = done.cells["title_original"]
        done.cells["title"] = " ".join(done.cells.get("title", "").split())
        done.cells["notes"] = "\n".join(text for text, _ in self._cells(row, "notes"))
        done.cells["references"] = ";".join(
            reference for text, _ in self._cells(row, "references") for reference in parts(text)
        )

    def _dates(self, row: Sequence[str], done: Interpreted) -> None:
        for target in DATES:
            if found := self._first(row, target, done):
                done.cells[target] = self._date_or_status(*found, target, done)
        if found := self._first(row, "signed_place", done):
            self._date_and_place(*found, done)
        in_parts = self._date_in_parts(row, done)
        if not done.cells.get("signed"):
            done.cells["signed"] = in_parts
        elif in_parts and in_parts != done.cells["signed"]:
            done.remarks.append(f"Signed, by the columns of year, month and day: {in_parts}")
        if found := self._first(row, "ratified", done):
            text, column = found
            day = date_in(text, self._mapping.date_order)
            if day is None and re.search(r"[0-9]", text):
                # Ligji 04/L-113: the law that ratified is a reference.
                done.cells["references"] = ";".join(filter(None, (done.cells["references"], *parts(text))))
            elif self._mapping.home and day:
                own = f"{self._mapping.home}: ratified {day}"
                done.cells["party_dates"] = " ; ".join(filter(None, (done.cells.get("party_dates"), own)))
            else:
                done.remarks.append(f"{column.header}: {text}")

    def _date_or_status(self, text: str, column: Column, target: str, done: Interpreted) -> str:
        """A date; or, where a list says so instead, a status: in force, not yet, terminated, yes."""
        word = text.lower().rstrip(".")
        status = self._vocabulary.term("status", text)
        if target == "in_force" and word in _YES | _NO:
            status = "in-force" if word in _YES else "not-in-force"
        if status and target != "signed":
            if done.cells.setdefault("status", status) != status or target == "ended":
                done.remarks.append(f"{column.header}: {text}")
            if target == "ended":
                done.cells["status"] = status  # how it ended says more than that it was once in force
            return ""
        if target != "signed" and (told := self._begins_with_status(text)):
            done.cells.setdefault("status", told)
            done.remarks.append(f"{column.header}: {text}")
            return ""
        if before := without_remark(text, self._mapping.date_order):
            done.remarks.append(f"{column.header}: {text}")
            remark = text[len(before) :].strip(" ()[]*†")
            if target == "signed" and remark and not any(char.isdecimal() for char in remark):
                done.cells.setdefault("place", remark)
            text = before
        return self._date(text, column, target, done)

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

    def _date_and_place(self, text: str, column: Column, done: Interpreted) -> None:
        found = date_and_place(text, self._mapping.date_order)
        if found is None:
            self._date(text, column, "signed", done)
        else:
            done.cells["signed"] = str(found[0])
            done.cells.setdefault("place", found[1])

    def _date(self, text: str, column: Column, target: str, done: Interpreted, order: Order | None = None) -> str:
        try:
            return str(read_cell_date(text, order or self._mapping.date_order))
        except InvalidDate as error:
            done.problems.append(Problem(_at(column, target), error.sentence, text))
            return ""

    def _date_in_parts(self, row: Sequence[str], done: Interpreted) -> str:
        parts = [self._part(row, part, done) for part in ("day", "month", "year")]
        texts = [part[0] for part in parts if part]
        column = next((part[1] for part in reversed(parts) if part), None)
        if column is None:
            return ""
        # A day without its month says nothing that a date can hold.
        if parts[0] and not parts[1]:
            done.problems.append(Problem(_at(column, "signed"), "a day without its month", " ".join(texts)))
            return ""
        return self._date(". ".join(texts), column, "signed", done, "dmy")

    def _part(self, row: Sequence[str], name: str, done: Interpreted) -> tuple[str, Column] | None:
        """A column of year, month or day; data sets write 6.0 for June, and 0 or -9 for what is not known."""
        found = self._first(row, f"signed_{name}", done)
        if found is None:
            return None
        text = found[0].removesuffix(".0").removesuffix(".")
        return None if text in ("0", "00", "-9", "-99", "99") and name != "year" else (text, found[1])

    def _bound(self, row: Sequence[str], done: Interpreted) -> None:
        signed = PartialDate.parse(done.cells["signed"]) if done.cells.get("signed") else None
        codes: list[str] = []
        before = len(done.problems)
        for target in ("parties", "party_a", "party_b", "partner"):
            for text, column in self._cells(row, target):
                try:
                    codes += self._parties.read(text, signed)
                    if "(" in text or "[" in text:
                        done.remarks.append(f"{column.header}: {text}")
                except WbagreeError as error:
                    sentence = f"{error.sentence} ({error.hint})" if error.hint else error.sentence
                    done.problems.append(Problem(_at(column, "parties"), sentence, text))
        if len(done.problems) > before:
            return
        if self._mapping.home and codes:
            codes.append(self._mapping.home)
        codes = self._without_later(list(dict.fromkeys(codes)), signed, done)
        done.cells["parties"] = ";".join(codes)
        self._signed_for(row, codes, done)

    def _without_later(self, codes: list[str], signed: PartialDate | None, done: Interpreted) -> list[str]:
        """Lists add today's successors to those that signed; who was not there yet on the day did not sign."""
        if signed is None:
            return codes
        there = [code for code in codes if self._parties.existed(code, signed)]
        others = ", ".join(code for code in codes if code not in there)
        if not others:
            return codes
        if len(there) < 2:
            done.remarks.append(f"Listed as parties, though not in being on {signed}: {others}.")
            done.not_understood.append(f"parties that were not in being when it was signed: {others}")
            return codes
        done.remarks.append(f"Also listed as parties, though not in being when it was signed: {others}.")
        return there

    def _signed_for(self, row: Sequence[str], codes: Sequence[str], done: Interpreted) -> None:
        home = self._mapping.home
        others = [code for code in codes if code != home]
        entries = []
        for target, party in (("home_signatory", home), ("partner_signatory", others[0] if len(others) == 1 else "")):
            for text, column in self._cells(row, target):
                if party and (entry := self._signatories(f"{party}: {' '.join(text.split())}")):
                    entries.append(entry)
                else:
                    done.remarks.append(f"{column.header}: {text}")
        for text, column in self._cells(row, "signatories"):
            written = " ; ".join(parts(text, "\n"))
            if ": " in written and (entry := self._signatories(written)):
                entries.append(entry)
            else:
                done.remarks.append(f"{column.header}: {text}")
        if entries:
            done.cells["signatories"] = " ; ".join(entries)

    def _signatories(self, text: str) -> str:
        """The text as our notation has it, empty when it does not follow it."""
        try:
            cell = of_parties(text, self._parties.code_of)
        except InvalidValue:
            return ""
        return cell if _is_notation("signatories", cell) else ""

    def _terms(self, row: Sequence[str], done: Interpreted) -> None:
        for target in _VOCABULARIES:
            found = self._first(row, target, done)
            if found is None:
                continue
            text, column = found
            code = self._vocabulary.term(target, text)
            if target == "form":
                code = code or self._vocabulary.form_in(text)
            if code:
                if target == "status" and done.cells.get("status", code) != code:
                    done.remarks.append(f"Status by another column: {done.cells['status']}")
                done.cells[target] = code
            elif target != "form":
                self._keep(column, text, done)

    def _subjects(self, row: Sequence[str], done: Interpreted) -> None:
        # Lists head the subject with the word for the form ("Vrsta: izručenje"): what is no form may be a type.
        no_form = [] if "form" in done.cells else self._cells(row, "form")[:1]
        codes: list[str] = []
        for text, column in [*self._cells(row, "types"), *no_form]:
            for part in parts(text, r"[;,/\n]"):
                try:
                    codes.append(self._types.resolve(part))
                except WbagreeError:
                    told = self._vocabulary.types_in(part)
                    codes += told
                    if not told:
                        self._keep(column, part, done)
        done.cells["types"] = ";".join(dict.fromkeys(codes))

    def _keep(self, column: Column, text: str, done: Interpreted) -> None:
        done.remarks.append(f"{column.header}: {text}")
        done.not_understood.append(f"{column.header}: {text}")

    def _sources(self, row: Sequence[str], done: Interpreted) -> None:
        cited = [part for text, _ in self._cells(row, "sources") for part in parts(text, r" \| |\n")]
        sources = [source for part in cited for source in sources_in(part)]
        for text, column in self._cells(row, "url"):
            if has_address(text):
                sources += sources_in(text)
            else:
                done.remarks.append(f"{column.header}: {text}")
        done.cells["sources"] = " | ".join(write_source(source) for source in sources)

    def _rest(self, row: Sequence[str], done: Interpreted) -> None:
        if numbers := self._cells(row, "number"):
            done.remarks += [f"{column.header}: {text}" for text, column in numbers if not _RUNNING.fullmatch(text)]
        if self._mapping.keep_unmapped:
            kept = [(text, column) for text, column in self._cells(row, "") if column.how != "left out"]
            done.remarks += [f"{column.header}: {text}" for text, column in kept]
        if extra := [cell for cell in row[len(self._layout.columns) :] if cell]:
            done.problems.append(
                Problem(
                    "row", f"has {len(row)} cells where the header has {len(self._layout.columns)}", " ".join(extra)
                )
            )

    def _infer(self, done: Interpreted) -> None:
        titles = " . ".join(filter(None, (done.cells["title"], done.cells.get("title_original", ""))))
        for name, found in (
            ("form", self._vocabulary.form_in(titles)),
            ("types", ";".join(self._vocabulary.types_in(titles))),
        ):
            if not done.cells.get(name):
                done.cells[name] = found or "other"
                if found:
                    done.inferred.append(name)


# Words of the longest term for a status.
_LONGEST_STATUS = 12


def _at(column: Column, target: str) -> str:
    return column.header if column.header.lower() == target else f"{column.header} ({target})"


def _is_notation(name: str, text: str) -> bool:
    try:
        LISTS[name][0](text)
    except InvalidValue:
        return False
    return True
