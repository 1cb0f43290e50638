"""The import of rows: all of them, or none.

Rows are checked and applied lot by lot in one transaction, so that only the keys of a large file are in memory, and the
rows that need to know keys further down. If a row is refused, the transaction is rolled back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from itertools import islice

from sqlmodel import Session, func, select

from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.duplicates import DuplicateMatch, find_duplicate
from wbagree.domain.agreements.identity import bundled_id
from wbagree.domain.agreements.merge import fill_gaps
from wbagree.domain.agreements.validation import FieldProblem, to_cells
from wbagree.domain.agreements.vocabularies import Disclosure
from wbagree.domain.dates import clock
from wbagree.store.read import agreement_context, agreements, imports
from wbagree.store.read.duplicate_candidates import DuplicateCandidates
from wbagree.store.write import change_log
from wbagree.store.write.agreements import AgreementChange, agreement_digest, apply_agreement_changes
from wbagree.store.write.bundled_data import earlier_rows
from wbagree.store.write.bundled_digests import known_digests
from wbagree.store.write.change_log import ImportedFile, Origin
from wbagree.store.write.import_edits import Edits, changed_cells, edits_of, with_version_here
from wbagree.store.write.import_keys import FileKeys
from wbagree.store.write.import_matching import Match, RowMatcher
from wbagree.store.write.import_policy import ImportPolicy, OnDuplicate
from wbagree.store.write.import_result import ImportResult, ImportRow, PossibleDuplicate, Refusal
from wbagree.store.write.session import raw_connection
from wbagree.store.write.tables import AgreementRow

_LOT = 500


def import_rows(
    session: Session,
    rows: Iterable[ImportRow],
    policy: ImportPolicy,
    progress: Callable[[int], None] = lambda _: None,
    batch: ImportedFile | None = None,
    refused: Callable[[ImportRow, Sequence[FieldProblem], bool], None] = lambda _, __, ___: None,
) -> ImportResult:
    """Check and apply all rows, or roll back if one is refused.

    The policy may skip invalid rows instead. ``progress`` is called with the number of rows of each lot, ``refused``
    with each refused row, its problems and whether its agreement is restricted.
    """
    importer = _Importer(session, policy, batch.file if batch else "", refused)
    remaining = iter(rows)
    while lot := list(islice(remaining, _LOT)):
        importer.take(lot)
        progress(len(lot))
    importer.finish()
    importer.log(batch)
    return importer.result


class _Importer:
    """An import in progress: it decides row by row, and applies lot by lot."""

    def __init__(
        self,
        session: Session,
        policy: ImportPolicy,
        file: str,
        refused: Callable[[ImportRow, Sequence[FieldProblem], bool], None],
    ) -> None:
        self.result = ImportResult()
        self._session = session
        self._policy = policy
        self._refused = refused
        self._connection = raw_connection(session)
        # The dates of the bundled register are past, even if the clock is wrong; and a wrong clock must refuse no list.
        by_clock = not (policy.bundled or clock.is_wrong())
        self._validator = policy.validator_for(self._connection, by_clock=by_clock)
        self._validator_of_exported = (
            policy.validator_for(self._connection, by_clock=False) if policy.exported else self._validator
        )
        self._matcher = RowMatcher(self._connection, self._validator, policy)
        self._keys = FileKeys(session, self._matcher, file)
        # Rows that need a key that is known only when all keys of the file are: their own, or that of a relation.
        self._waiting: list[Match] = []
        self._seen: dict[int, str] = {}
        # Duplicates are searched among the agreements that were here before the import.
        last = session.exec(select(func.max(AgreementRow.id))).one() or 0
        self._known = DuplicateCandidates(self._connection, policy.read_title, last)
        # In a file with keys, agreements without one get theirs when all keys of the file are known.
        self._unkeyed: list[tuple[Match, Agreement]] = []
        self._lot: list[tuple[Match, AgreementChange, str]] = []

    def take(self, lot: list[ImportRow]) -> None:
        self.result.counts.rows_read += sum(max(1, len(row.rows)) for row in lot)
        ready: list[Match] = []
        matched = self._matcher.match(lot)
        for match in matched:
            if not match.problems:
                self._keys.note(match)
        for match in matched:
            (self._waiting if not match.problems and self._keys.must_wait(match) else ready).append(match)
        self._take(ready)

    def _take(self, lot: Sequence[Match]) -> None:
        """Decide on matched rows, and apply their changes."""
        known = imports.known_rows(self._connection, [match.row.digest for match in lot if match.row.digest])
        for match in lot:
            row = match.row
            if match.problems:
                self._refuse(row, match.problems, match.before)
            elif row.digest in known:
                self._reimport(match, known[row.digest])
            else:
                row = with_version_here(self._validator_of_exported, row, self._keys.with_relations_here(row))
                self._check(match._replace(row=row), match.before, deleted=match.deleted)
        self._apply()

    def _check(self, match: Match, before: Agreement | None, *, deleted: bool) -> None:
        edits = (
            edits_of(self._connection, self._validator_of_exported, match.row, before) if before else Edits(match.row)
        )
        row = edits.row
        if before and edits.has_none:
            self._leave_alone(before.key, self._changed_here(match.row, before, edits))
            return
        cells = (
            changed_cells(to_cells(before), row) if before else self._restricted_again(row) if deleted else row.cells
        )
        # A new agreement that has a key already was checked by the register that exported it.
        new = before is None and bool(cells.get("key"))
        agreement, problems = (self._validator_of_exported if new else self._validator).validate(cells, before)
        if agreement is None:
            self._refuse(row, problems, before)
        elif self._policy.bundled and deleted and not self._policy.restore:
            self._leave_alone(agreement.key, "deleted here (seed --restore brings it back)")
        elif before is not None:
            if row.not_stored:
                hide = self._policy.discreet and _is_restricted(row, before)
                texts = "shown on a terminal only (restricted)" if hide else "; ".join(row.not_stored)
                self.result.notices.append(f"{row.place}: {before.key} is here; not taken over from this row: {texts}")
            if edits.changed_here and agreement != before:
                self.result.notices.append(f"{before.key} was {self._changed_here(match.row, before, edits)}")
            self._revise(match, before, agreement)
        elif not agreement.key and (place := self._seen_earlier_in_file(row, agreement)):
            self.result.counts.unchanged += 1
            self.result.notices.append(f"{row.place}: says the same as {place}; not added again")
        elif self._policy.bundled or deleted or not (found := self._match(agreement)):
            self._add(match, agreement)
        else:
            self._duplicate(match, agreement, found)

    def _changed_here(self, row: ImportRow, before: Agreement, edits: Edits) -> str:
        hide = self._policy.discreet and _is_restricted(row, before)
        named = "" if hide else f": {', '.join(edits.changed_here)}"
        return f"changed here since this file was exported{named}"

    def _restricted_again(self, row: ImportRow) -> Mapping[str, str]:
        """Return a row's cells, restricted if its deleted agreement was.

        Only the word ``public`` lifts a restriction.
        """
        key = row.cells.get("key", "").strip()
        if row.cells.get("disclosure", "").strip() or key not in agreement_context.restricted_keys(self._connection):
            return row.cells
        self.result.notices.append(f"{row.place}: {key} was restricted when it was deleted, and is restricted again")
        return {**row.cells, "disclosure": Disclosure.RESTRICTED.value}

    def _seen_earlier_in_file(self, row: ImportRow, agreement: Agreement) -> str:
        """Return the place of an earlier row with the same content."""
        place = self._seen.setdefault(hash(agreement), row.place)
        return "" if place == row.place else place

    def _reimport(self, match: Match, key: str) -> None:
        """Decide on a row that was imported before.

        Its agreement may have been changed or deleted since.
        """
        row, stored = match.row, agreements.agreements(self._connection, [key]).get(key)
        if stored is None and not self._policy.restore:
            self._leave_alone(
                key, f"{row.place} was imported as this agreement, which was deleted here (--restore adds it again)"
            )
        elif stored is None:
            self._check(match, None, deleted=True)
        elif self._policy.on_duplicate is OnDuplicate.UPDATE:
            self._fill_gaps(match, stored)
        else:
            self.result.counts.unchanged += 1

    def _match(self, agreement: Agreement) -> DuplicateMatch | None:
        found = find_duplicate(agreement, self._known.of(agreement), self._policy.read_title)
        # An agreement with a key of its own is different from a similar one.
        return None if found and agreement.key and not found.certain else found

    def _duplicate(self, match: Match, agreement: Agreement, found: DuplicateMatch) -> None:
        row = match.row
        choice = self._policy.decisions.get(row.place, self._policy.on_duplicate)
        if choice is OnDuplicate.ASK and found.certain:
            choice = OnDuplicate.SKIP
        if choice is OnDuplicate.ADD:
            self._add(match, agreement, different_from=found.other.key)
            return
        if match.stated_key:
            self._keys.settle(match.stated_key, found.other.key)
        if choice is OnDuplicate.UPDATE:
            self._fill_gaps(match, found.other, agreement)
        elif found.certain:
            self.result.counts.unchanged += 1
            self.result.notices.append(f"{row.place}: {found.reason} as {found.other.key}; not added again")
        else:
            self.result.counts.left_alone += 1
            self.result.doubts.append(PossibleDuplicate(row.place, agreement, found))

    def _fill_gaps(self, match: Match, stored: Agreement, agreement: Agreement | None = None) -> None:
        if agreement is None:
            agreement, problems = self._validator.validate({**match.row.cells, "key": ""}, stored)
            if agreement is None:
                self._refuse(match.row, problems, stored)
                return
        self._revise(match, stored, fill_gaps(stored, agreement))

    def _revise(self, match: Match, before: Agreement, after: Agreement) -> None:
        if to_cells(before) == to_cells(after):
            self.result.counts.unchanged += 1
        elif self._policy.bundled and not self._is_unedited(before):
            self._leave_alone(before.key, "edited here")
        elif self._is_of_earlier_bundle(match.row, before):
            self._leave_alone(before.key, "a newer bundle corrected it since this file was exported")
        else:
            self.result.counts.updated += 1
            self._lot.append((match, AgreementChange(before, after, bundled=self._policy.bundled), ""))

    def _add(self, match: Match, agreement: Agreement, different_from: str = "") -> None:
        self.result.counts.new += 1
        if not agreement.key and "key" in match.row.cells:
            self._unkeyed.append((match, agreement))
        else:
            self._lot.append((match, self._addition(match, agreement), different_from))

    def _addition(self, match: Match, agreement: Agreement) -> AgreementChange:
        id_ = match.id
        if not id_ and self._policy.exported and agreement.key and agreement_digest(agreement) in self._earlier_digests:
            id_ = bundled_id(AGREEMENT, agreement.key)
        return AgreementChange(None, agreement, bundled=self._policy.bundled, id=id_)

    def _apply(self) -> None:
        """Apply the changes of a lot, and log their rows."""
        lot, self._lot = self._lot, []
        if not lot:
            return
        keys = apply_agreement_changes(self._session, [change for _, change, _ in lot])
        settled = list(zip(lot, keys, strict=True))
        rows = [(match.row, key) for (match, _, _), key in settled]
        change_log.log_origins(self._session, [Origin(key, row.line, row.digest) for row, key in rows if row.line])
        for (match, _, different_from), key in settled:
            if match.is_moved:
                self._keys.add_alias(match.stated_key, key)
                self.result.moved.append((match.stated_key, key))
            if different_from:
                change_log.log_different(self._session, key, different_from)

    def finish(self) -> None:
        """Decide on the rows that wait, and add the agreements without keys."""
        waiting = iter(self._keys.number(self._waiting))
        while lot := list(islice(waiting, _LOT)):
            stored = agreements.agreements(self._connection, [match.key for match in lot if match.key])
            self._take([match._replace(before=stored.get(match.key)) for match in lot])
        self._lot += [(match, self._addition(match, agreement), "") for match, agreement in self._unkeyed]
        self._apply()

    def log(self, batch: ImportedFile | None) -> None:
        """Log the import, or roll it back if a row is refused."""
        if self.result.refusals and not self._policy.skip_invalid:
            change_log.roll_back(self._session)
            return
        account = self.result.counts
        if batch and (account.new or account.updated):
            self.result.batch = change_log.log_import(self._session, batch, asdict(account))
            self._notice_dangling_relations(batch)

    def _is_of_earlier_bundle(self, row: ImportRow, before: Agreement) -> bool:
        """Return whether a row is an earlier bundle's, of an unedited agreement.

        Exports of the first release have no versions that would say so.
        """
        if row.version or not self._policy.exported or not self._is_unedited(before):
            return False
        stated, _ = self._validator_of_exported.validate(row.cells)
        return stated is not None and self._is_unedited(stated)

    def _is_unedited(self, stored: Agreement) -> bool:
        digest = agreement_digest(stored)
        return digest in known_digests(self._session, AGREEMENT, stored.key) or digest in self._earlier_digests

    @cached_property
    def _earlier_digests(self) -> set[str]:
        """Return the digests of earlier bundles' agreements.

        This register may not have loaded them.
        """
        earlier = (self._validator_of_exported.validate(cells)[0] for cells in earlier_rows("agreements"))
        return {agreement_digest(agreement) for agreement in earlier if agreement}

    def _refuse(self, row: ImportRow, problems: Sequence[FieldProblem], stored: Agreement | None) -> None:
        restricted = _is_restricted(row, stored)
        self.result.counts.refused += 1
        shown = [problem.redacted() for problem in problems] if restricted and self._policy.discreet else problems
        self.result.refusals += [Refusal(row.place, problem) for problem in shown]
        self._refused(row, problems, restricted)

    def _leave_alone(self, key: str, reason: str) -> None:
        self.result.counts.left_alone += 1
        self.result.notices.append(f"{key} skipped: {reason}")

    def _notice_dangling_relations(self, batch: ImportedFile) -> None:
        """Add a notice for each relation that points outside the register."""
        for line, key, target in imports.dangling_relations(self._connection, self.result.batch):
            place = f"{batch.file}:{line}" if line else batch.file
            self.result.notices.append(f"{place}: {key} relates to {target}, which is not in this register")


def _is_restricted(row: ImportRow, stored: Agreement | None) -> bool:
    """Return whether a row, or its stored agreement, is restricted."""
    return row.is_restricted or bool(stored and stored.disclosure)
