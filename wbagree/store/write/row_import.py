"""Taking in many records at once: ``import`` and ``seed`` check every row, and change the register all or nothing.

Rows are checked and applied lot by lot in one transaction, so that of a large file only the keys are in memory; when a
row is refused, the transaction is taken back.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple, Protocol

from sqlmodel import Session, func, select

from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.duplicates import Match, Subjects, match
from wbagree.domain.agreements.merge import added, fill_gaps, with_cells
from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem, is_restricted, to_cells
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.domain.dates import clock
from wbagree.errors import NotFound
from wbagree.store.read import agreement_context, agreements, imports
from wbagree.store.read.keys import issued_keys
from wbagree.store.read.keys import resolve_key as known_key
from wbagree.store.read.parties_and_types import party_book, type_book
from wbagree.store.write import change_log
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes, digest
from wbagree.store.write.bundled_digests import known_digests
from wbagree.store.write.change_log import ImportedFile, Origin
from wbagree.store.write.session import raw_connection
from wbagree.store.write.tables import AgreementRow

_LOT = 500


class ValidatorFor(Protocol):
    """Makes the validator of a register; without ``by_clock`` dates are facts."""

    def __call__(self, connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator: ...  # noqa: D102


def _validator_for(connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator:
    """A validator without the words of any language but the register's own."""
    return AgreementValidator(party_book(connection), type_book(connection), by_clock=by_clock)


class ImportRow(NamedTuple):
    """One row of a file, with its place, cells and problems.

    The place is ``agreements.csv:12``. ``digest`` identifies the row when it comes again; ``row`` are its cells as the
    file has them. For an agreement that exists already the cells are those that change it, ``additions`` add to a
    field, and ``not_stored`` is kept nowhere. ``is_part``: the cells are too few for a new agreement, whatever its key.
    """

    place: str
    cells: Mapping[str, str]
    problems: tuple[FieldProblem, ...] = ()
    line: int = 0
    digest: str = ""
    row: tuple[str, ...] = ()
    additions: Mapping[str, str] = MappingProxyType({})
    not_stored: tuple[str, ...] = ()
    is_part: bool = False

    @property
    def is_restricted(self) -> bool:
        """Whether the row says that the agreement is restricted, or says so in a word that is not known."""
        return is_restricted(self.cells)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem of one row, with its place."""

    place: str
    problem: FieldProblem

    def __str__(self) -> str:
        return f"{self.place} {self.problem}"


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """A row that probably tells of a record that is here already, and that somebody has to decide on."""

    place: str
    agreement: Agreement
    match: Match


@dataclass(slots=True)
class ImportCounts:
    """What became of the rows: the five numbers add up to the rows read."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    left_alone: int = 0
    refused: int = 0

    @property
    def read(self) -> int:
        """Rows read."""
        return self.new + self.updated + self.unchanged + self.left_alone + self.refused


class OnDuplicate(StrEnum):
    """What becomes of a row that tells of a record that is here already."""

    SKIP = "skip"
    UPDATE = "update"
    ADD = "add"
    ASK = "ask"


@dataclass(slots=True)
class ImportResult:
    """The outcome: counts, refusals (nothing was changed when there are any), and what a careful reader must know.

    ``batch`` is the number of the batch, 0 when nothing changed; ``doubts`` wait for a decision (OnDuplicate.ASK).
    """

    account: ImportCounts = field(default_factory=ImportCounts)
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    doubts: list[PossibleDuplicate] = field(default_factory=list)
    batch: int = 0


@dataclass(frozen=True, slots=True)
class ImportPolicy:
    """The policy of an import: which rows may change what, and what becomes of those in doubt.

    ``bundled``: the rows are the bundled register's and never overwrite an edit. ``exported``: rows with a key are
    another register's, which checked them. ``restore``: deleted agreements return. ``on_duplicate`` decides on probable
    duplicates, ``decisions`` on single ones by their place. ``skip_invalid``: good rows are kept even when others are
    refused. ``subjects`` gives the types that a title tells; ``validator_for`` makes the validator. ``discreet``:
    notices and refusals name a restricted agreement by its key or its place alone.
    """

    bundled: bool = False
    exported: bool = False
    restore: bool = False
    skip_invalid: bool = False
    on_duplicate: OnDuplicate = OnDuplicate.SKIP
    decisions: Mapping[str, OnDuplicate] = field(default_factory=dict)
    subjects: Subjects = lambda _: ()
    validator_for: ValidatorFor = _validator_for
    discreet: bool = False


def import_rows(
    session: Session,
    rows: Iterable[ImportRow],
    policy: ImportPolicy,
    progress: Callable[[int], None] = lambda _: None,
    batch: ImportedFile | None = None,
    refused: Callable[[ImportRow, Sequence[FieldProblem], bool], None] = lambda _, __, ___: None,
) -> ImportResult:
    """Check and apply all rows; take everything back when one is refused, unless invalid ones are skipped.

    ``progress`` hears how many rows were done; ``refused`` hears of each refused row.
    """
    taking = _Importer(session, policy, refused)
    remaining = iter(rows)
    while lot := list(islice(remaining, _LOT)):
        taking.take(lot)
        progress(len(lot))
    taking.finish(batch)
    return taking.intake


class _Importer:
    def __init__(
        self, session: Session, policy: ImportPolicy, refused: Callable[[ImportRow, Sequence[FieldProblem], bool], None]
    ) -> None:
        self.intake = ImportResult()
        self._session = session
        self._policy = policy
        self._refused = refused
        self._plain = raw_connection(session)
        # What is bundled has been, and where the clock is wrong no list is held against it.
        by_clock = not (policy.bundled or clock.wrong())
        self._validator = policy.validator_for(self._plain, by_clock=by_clock)
        self._validator_of_exported = (
            policy.validator_for(self._plain, by_clock=False) if policy.exported else self._validator
        )
        self._places: dict[str, str] = {}
        self._seen: dict[int, str] = {}
        # Rows are held against the records that were here before, not against each other.
        self._last = session.exec(select(func.max(AgreementRow.id))).one() or 0
        # In a file that gives keys, records without one are numbered when all the others are known.
        self._unkeyed: list[tuple[ImportRow, Agreement]] = []
        self._lot: list[tuple[ImportRow, AgreementChange, str]] = []

    def take(self, lot: list[ImportRow]) -> None:
        keys = [row.cells.get("key", "").strip() for row in lot]
        issued = self._issued(keys)
        stored = agreements.agreements(self._plain, [key for key in keys if key.upper() in issued])
        known = imports.known_rows(self._plain, [row.digest for row in lot if row.digest])
        for row, key in zip(lot, keys, strict=True):
            problems = list(row.problems) or self._check_key(row, key, issued)
            if problems:
                self._refuse(row, problems, stored.get(key))
            elif row.digest in known:
                self._reimport(row, known[row.digest])
            else:
                self._check(row, stored.get(key), deleted=issued.get(key.upper(), ("", None))[1] is not None)
        self._apply()

    def _check(self, row: ImportRow, before: Agreement | None, *, deleted: bool) -> None:
        cells = _revised_cells(before, row) if before else self._restricted_again(row) if deleted else row.cells
        # What a person states anew is of an agreement that is here, or of one without a key.
        new = before is None and bool(cells.get("key"))
        agreement, problems = (self._validator_of_exported if new else self._validator).check(cells, before)
        if agreement is None:
            self._refuse(row, problems, before)
        elif self._policy.bundled and deleted and not self._policy.restore:
            self._leave(agreement.key, "deleted here (seed --restore brings it back)")
        elif before is not None:
            if row.not_stored:
                hide = self._policy.discreet and _is_restricted(row, before)
                texts = "shown on a terminal only (restricted)" if hide else "; ".join(row.not_stored)
                self.intake.notices.append(f"{row.place}: {before.key} is here; not taken over from this row: {texts}")
            self._revise(row, before, agreement)
        elif not agreement.key and (place := self._seen_earlier_in_file(row, agreement)):
            self.intake.account.unchanged += 1
            self.intake.notices.append(f"{row.place}: says the same as {place}; not added again")
        elif self._policy.bundled or deleted or not (found := self._match(agreement)):
            self._add(row, agreement)
        else:
            self._duplicate(row, agreement, found)

    def _restricted_again(self, row: ImportRow) -> Mapping[str, str]:
        """The cells of an agreement that comes back: what was restricted when it was deleted is so again.

        Only the word ``public`` lifts a restriction.
        """
        key = row.cells.get("key", "").strip()
        if row.cells.get("disclosure", "").strip() or key not in agreement_context.restricted_keys(self._plain):
            return row.cells
        self.intake.notices.append(f"{row.place}: {key} was restricted when it was deleted, and is restricted again")
        return {**row.cells, "disclosure": Disclosure.RESTRICTED.value}

    def _seen_earlier_in_file(self, row: ImportRow, agreement: Agreement) -> str:
        """Where this file said exactly the same before, empty when it did not."""
        place = self._seen.setdefault(hash(agreement), row.place)
        return "" if place == row.place else place

    def _reimport(self, row: ImportRow, key: str) -> None:
        """A row that an earlier batch took in: its record may have been corrected or deleted here since."""
        stored = agreements.agreements(self._plain, [key]).get(key)
        if stored is None and not self._policy.restore:
            self._leave(
                key, f"{row.place} was taken in as this record, which was deleted here (--restore adds it again)"
            )
        elif stored is None:
            self._check(row, None, deleted=True)
        elif self._policy.on_duplicate is OnDuplicate.UPDATE:
            self._fill(row, stored)
        else:
            self.intake.account.unchanged += 1

    def _check_key(self, row: ImportRow, key: str, issued: Mapping[str, tuple[str, str | None]]) -> list[FieldProblem]:
        if not key:
            return []
        if key.upper() in self._places:
            return [FieldProblem("key", f"{key} stands at {self._places[key.upper()]} already", key)]
        self._places[key.upper()] = row.place
        given, deleted_on = issued.get(key.upper(), (key, None))
        if given != key:
            return [FieldProblem("key", f"{key} is here as {given}; write it so", key)]
        if deleted_on and not (self._policy.restore or self._policy.bundled):
            reason = f"{key} was deleted from this register on {deleted_on}; --restore brings it back from this file"
            return [FieldProblem("key", reason, key)]
        if row.is_part and deleted_on:
            reason = f"{key} was deleted from this register on {deleted_on}; this row says too little to bring it back"
            return [FieldProblem("key", reason, key)]
        return [self._unknown_key(key)] if row.is_part else []

    def _unknown_key(self, key: str) -> FieldProblem:
        """Return the problem of a key that is not in the register.

        It names the nearest keys, or how a deleted one comes back.
        """
        advice = ""
        try:
            if key.isascii():  # SQLite does not take every other text
                known_key(self._plain, key)
        except NotFound as error:
            advice = f"; did you mean {' or '.join(error.nearest)}?" if error.nearest else f"; {error.hint}"
        return FieldProblem("key", f"{key} is not in this register{advice}", key, unknown=True)

    def _match(self, agreement: Agreement) -> Match | None:
        if not self._last:
            return None
        near = agreements.duplicate_candidates(self._plain, agreement, self._last)
        found = match(agreement, near, self._policy.subjects)
        # To whom gave it a key of its own it is no other agreement that looks like it.
        return None if found and agreement.key and not found.certain else found

    def _duplicate(self, row: ImportRow, agreement: Agreement, found: Match) -> None:
        choice = self._policy.decisions.get(row.place, self._policy.on_duplicate)
        if choice is OnDuplicate.ASK and found.certain:
            choice = OnDuplicate.SKIP
        if choice is OnDuplicate.ADD:
            self._add(row, agreement, different_from=found.other.key)
        elif choice is OnDuplicate.UPDATE:
            self._fill(row, found.other, agreement)
        elif found.certain:
            self.intake.account.unchanged += 1
            self.intake.notices.append(f"{row.place}: {found.reason} as {found.other.key}; not added again")
        else:
            self.intake.account.left_alone += 1
            self.intake.doubts.append(PossibleDuplicate(row.place, agreement, found))

    def _fill(self, row: ImportRow, stored: Agreement, agreement: Agreement | None = None) -> None:
        if agreement is None:
            agreement, problems = self._validator.check({**row.cells, "key": ""}, stored)
            if agreement is None:
                self._refuse(row, problems, stored)
                return
        self._revise(row, stored, fill_gaps(stored, agreement))

    def _revise(self, row: ImportRow, before: Agreement, after: Agreement) -> None:
        if to_cells(before) == to_cells(after):
            self.intake.account.unchanged += 1
        elif self._policy.bundled and not self._is_unedited(before):
            self._leave(before.key, "edited here")
        else:
            self.intake.account.updated += 1
            self._lot.append((row, AgreementChange(before, after, bundled=self._policy.bundled), ""))

    def _add(self, row: ImportRow, agreement: Agreement, different_from: str = "") -> None:
        self.intake.account.new += 1
        if not agreement.key and "key" in row.cells:
            self._unkeyed.append((row, agreement))
            return
        self._lot.append((row, AgreementChange(None, agreement, bundled=self._policy.bundled), different_from))

    def _apply(self) -> None:
        """Apply what was decided of a lot, and remember where each record came from."""
        lot, self._lot = self._lot, []
        if not lot:
            return
        keys = apply_agreement_changes(self._session, [change for _, change, _ in lot])
        settled = list(zip(lot, keys, strict=True))
        change_log.log_origins(
            self._session, [Origin(key, row.line, row.digest) for (row, _, _), key in settled if row.line]
        )
        for (_, _, different_from), key in settled:
            if different_from:
                change_log.log_different(self._session, key, different_from)

    def finish(self, batch: ImportedFile | None) -> None:
        """Add what waited for its key; keep everything as a batch, or take it all back."""
        for row, agreement in self._unkeyed:
            self._lot.append((row, AgreementChange(None, agreement, bundled=self._policy.bundled), ""))
        self._apply()
        if self.intake.refusals and not self._policy.skip_invalid:
            change_log.roll_back(self._session)
            return
        account = self.intake.account
        if batch and (account.new or account.updated):
            counts = {"rows_read": account.read, **asdict(account)}
            self.intake.batch = change_log.log_import(self._session, batch, counts)
            self._notice_dangling_relations(batch)

    def _is_unedited(self, stored: Agreement) -> bool:
        return digest(stored) in known_digests(self._session, AGREEMENT, stored.key)

    def _issued(self, keys: list[str]) -> dict[str, tuple[str, str | None]]:
        """The keys ever given among ``keys``, by their capitals: as they were given, and when they were deleted."""
        found = issued_keys(self._plain, {*keys, *map(str.upper, keys)})
        return {key.upper(): (key, deleted_on) for key, deleted_on in found.items()}

    def _refuse(self, row: ImportRow, problems: Sequence[FieldProblem], stored: Agreement | None) -> None:
        restricted = _is_restricted(row, stored)
        self.intake.account.refused += 1
        shown = [problem.discreet() for problem in problems] if restricted and self._policy.discreet else problems
        self.intake.refusals += [Refusal(row.place, problem) for problem in shown]
        self._refused(row, problems, restricted)

    def _leave(self, key: str, reason: str) -> None:
        self.intake.account.left_alone += 1
        self.intake.notices.append(f"{key} left alone: {reason}")

    def _notice_dangling_relations(self, batch: ImportedFile) -> None:
        """A relation may point outside the register: it is kept as stated, and said."""
        for line, key, target in imports.dangling_relations(self._plain, self.intake.batch):
            place = f"{batch.file}:{line}" if line else batch.file
            self.intake.notices.append(f"{place}: {key} relates to {target}, which is not in this register")


def _revised_cells(before: Agreement, row: ImportRow) -> dict[str, str]:
    """The cells of an agreement that is here, with those of the row in their place and no others."""
    stored = to_cells(before)
    return with_cells(stored, {**added(stored, row.additions), **row.cells})


def _is_restricted(row: ImportRow, stored: Agreement | None) -> bool:
    """Whether a row, or the agreement that it tells of, is restricted."""
    return row.is_restricted or bool(stored and stored.disclosure)
