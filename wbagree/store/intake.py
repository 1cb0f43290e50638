"""Taking in many records at once: ``import`` and ``seed`` check every row, then change the register all or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from sqlmodel import Session, col, select

from wbagree.domain.dates import PartialDate
from wbagree.domain.draft import Gate, Problem, write
from wbagree.domain.filter import Filter
from wbagree.domain.record import Agreement
from wbagree.store import reading
from wbagree.store.lookups import party_book, type_book
from wbagree.store.tables import AgreementRow, IssuedKeyRow
from wbagree.store.writing import Change, apply, digest, plain

_LOT = 500


@dataclass(frozen=True, slots=True)
class Incoming:
    """One row of a file: where it stands (``agreements.csv:12``), its cells, and what is wrong with its shape."""

    place: str
    cells: Mapping[str, str]
    misshapen: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem of one row, with its place."""

    place: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.place} {self.problem}"


@dataclass(slots=True)
class Account:
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


@dataclass(slots=True)
class Intake:
    """The outcome: counts, refusals (nothing was changed when there are any), and what a careful reader must know."""

    account: Account = field(default_factory=Account)
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Policy:
    """``bundled``: rows are the bundled register's and never overwrite an edit; ``restore``: deleted records return."""

    bundled: bool = False
    restore: bool = False


def take_in(
    session: Session, rows: Iterable[Incoming], policy: Policy, progress: Callable[[int], None] = lambda _: None
) -> Intake:
    """Check all rows and, when none is refused, apply them; ``progress`` hears how many rows were checked."""
    taking = _Taking(session, policy)
    remaining = iter(rows)
    while lot := list(islice(remaining, _LOT)):
        taking.check(lot)
        progress(len(lot))
    taking.notice_dangling_relations()
    if not taking.intake.refusals:
        apply(session, taking.changes)
    return taking.intake


class _Taking:
    def __init__(self, session: Session, policy: Policy) -> None:
        self.intake = Intake()
        self.changes: list[Change] = []
        self._session = session
        self._policy = policy
        self._plain = plain(session)
        self._gate = Gate(party_book(self._plain), type_book(self._plain))
        self._places: dict[str, str] = {}
        self._unkeyed: dict[tuple[str, PartialDate | None, tuple[str, ...]], str] | None = None

    def check(self, lot: list[Incoming]) -> None:
        keys = [row.cells.get("key", "").strip() for row in lot]
        stored = reading.agreements(self._plain, keys)
        deleted = self._deleted(keys)
        for row, key in zip(lot, keys, strict=True):
            problem = self._misplaced(row, key, deleted)
            if problem:
                self._refuse(row, [problem])
                continue
            before = stored.get(key)
            cells = {**write(before), **row.cells} if before else row.cells
            agreement, problems = self._gate.check(cells)
            if agreement is None:
                self._refuse(row, problems)
            elif self._policy.bundled and key in deleted and not self._policy.restore:
                self._leave(key, "deleted here (seed --restore brings it back)")
            else:
                self._settle(row, before, agreement)

    def _misplaced(self, row: Incoming, key: str, deleted: Mapping[str, str]) -> Problem | None:
        if row.misshapen:
            return Problem("row", row.misshapen)
        if not key:
            return None
        if key in self._places:
            return Problem("key", f"{key} stands at {self._places[key]} already", key)
        self._places[key] = row.place
        if key in deleted and not (self._policy.restore or self._policy.bundled):
            reason = f"{key} was deleted from this register on {deleted[key]}; --restore brings it back from this file"
            return Problem("key", reason, key)
        return None

    def _settle(self, row: Incoming, before: Agreement | None, after: Agreement) -> None:
        if before is None and not after.key:
            same = self._known_unkeyed().get((after.title, after.signed, after.parties))
            if same:
                self.intake.account.unchanged += 1
                self.intake.notices.append(f"{row.place}: same title, parties and date as {same}; not added again")
                return
            self._known_unkeyed()[(after.title, after.signed, after.parties)] = row.place
        if before is not None and write(before) == write(after):
            self.intake.account.unchanged += 1
        elif before is not None and self._policy.bundled and not self._untouched(before):
            self._leave(before.key, "edited here")
        else:
            self.changes.append(Change(before, after, bundled=self._policy.bundled))
            if before is None:
                self.intake.account.new += 1
            else:
                self.intake.account.updated += 1

    def _known_unkeyed(self) -> dict[tuple[str, PartialDate | None, tuple[str, ...]], str]:
        """Title, date and parties of every record: how a row without a key is recognised when it comes again."""
        if self._unkeyed is None:
            known = reading.records(self._plain, Filter(), fields=())
            agreements = (found.agreement for found in known)
            self._unkeyed = {(known.title, known.signed, known.parties): known.key for known in agreements}
        return self._unkeyed

    def _untouched(self, stored: Agreement) -> bool:
        loaded = self._session.exec(select(AgreementRow.seed_digest).where(AgreementRow.key == stored.key)).one()
        return loaded == digest(stored)

    def _deleted(self, keys: list[str]) -> dict[str, str]:
        issued = select(IssuedKeyRow).where(col(IssuedKeyRow.key).in_(keys), col(IssuedKeyRow.deleted_on).is_not(None))
        return {row.key: row.deleted_on or "" for row in self._session.exec(issued)}

    def _refuse(self, row: Incoming, problems: list[Problem]) -> None:
        self.intake.account.refused += 1
        self.intake.refusals += [Refusal(row.place, problem) for problem in problems]

    def _leave(self, key: str, reason: str) -> None:
        self.intake.account.left_alone += 1
        self.intake.notices.append(f"{key} left alone: {reason}")

    def notice_dangling_relations(self) -> None:
        """A relation may point outside the register: it is kept as stated, and said."""
        for place, key, target in self._dangling():
            self.intake.notices.append(f"{place}: {key} relates to {target}, which is not in this register")

    def _dangling(self) -> Iterator[tuple[str, str, str]]:
        coming = {change.after.key for change in self.changes if change.after}
        wanted = [
            (agreement.key, relation.key)
            for agreement in (change.after for change in self.changes if change.after)
            for relation in agreement.relations
            if relation.key not in coming
        ]
        known = reading.titles(self._plain, (target for _, target in wanted))
        for key, target in wanted:
            if target not in known:
                yield self._places.get(key, "row"), key or "a new record", target
