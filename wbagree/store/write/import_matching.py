"""The matching of an import's rows with agreements: by id, then by key.

A key that is another agreement's here is no match: another register may give the same key to an agreement of its own.
"""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from wbagree.domain.agreements.agreement import AGREEMENT, Agreement
from wbagree.domain.agreements.identity import bundled_id
from wbagree.domain.agreements.recognition import Features
from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem
from wbagree.errors import NotFound, WbagreeError
from wbagree.store.read import agreements, identities
from wbagree.store.read.keys import issued_keys, resolve_key
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.import_result import ImportRow

if TYPE_CHECKING:
    from wbagree.domain.dates.partial_date import PartialDate

Cells = dict[str, str]
# The fields by which an agreement is recognised; the last may be missing.
_FEATURES = ("parties", "signed", "form", "title", "title_original")
# Those that a new agreement needs.
_NEEDED = ("parties", "title")


class Match(NamedTuple):
    """A row, and the agreement that it is about.

    ``row`` has the agreement's key here, if it has one, and ``stated_key`` is that in the file. ``before``: the
    agreement as it is here, None if it is new or ``deleted``. ``id`` is that of a new one, or another id of one that is
    here (``id_here``). ``is_moved``: the stated key is another agreement's here.
    """

    row: ImportRow
    stated_key: str
    key: str = ""
    before: Agreement | None = None
    deleted: bool = False
    id: str = ""
    id_here: str = ""
    is_moved: bool = False
    problems: tuple[FieldProblem, ...] = ()


class RowMatcher:
    """The matching of rows with each other and with the register.

    Agreements that were deleted here are matched as well, and brought back if the policy restores them.
    """

    def __init__(self, connection: sqlite3.Connection, validator: AgreementValidator, policy: ImportPolicy) -> None:
        self._connection, self._validator = connection, validator
        self._bundled, self._is_own_layout = policy.bundled, policy.exported or policy.bundled
        self._may_restore = policy.restore or policy.bundled
        # The keys in the file by the same in capitals, and the places of rows: of keys in capitals, keys here, and ids.
        self.stated_keys: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._taken: dict[str, str] = {}
        # Of the present lot.
        self._issued: dict[str, tuple[str, str | None]] = {}  # key in capitals to the key as given, and its deletion
        self._by_id: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._aliases: dict[str, list[str]] = {}
        self._stored: dict[str, Agreement] = {}

    def match(self, rows: Sequence[ImportRow]) -> list[Match]:
        """Match the next lot of rows."""
        keys = {_key(row) for row in rows} - {""}
        self._by_id = identities.keys_of_ids(self._connection, filter(None, map(self._id, rows)))
        self._aliases = identities.keys_of_aliases(self._connection, keys)
        others = {*self._by_id.values(), *(key for found in self._aliases.values() for key in found)}
        issued = issued_keys(self._connection, {*keys, *map(str.upper, keys), *others})
        self._issued = {key.upper(): (key, deleted_on) for key, deleted_on in issued.items()}
        self._ids = identities.ids_of_keys(self._connection, issued)
        self._stored = agreements.agreements(self._connection, list(issued))
        return [self._match(row) for row in rows]

    def has_read(self, key: str) -> bool:
        """Return whether a row with this key was matched already."""
        return key.upper() in self._places

    def _id(self, row: ImportRow) -> str:
        """Return a row's id, which follows from the key if bundled."""
        key = _key(row)
        return row.id or (bundled_id(AGREEMENT, key) if self._bundled and key else "")

    def _match(self, row: ImportRow) -> Match:
        key, id_ = _key(row), self._id(row)
        here = self._by_id.get(id_, "")
        problems = list(row.problems) or self._repeated(row, key) or ([] if here else self._other_case(key))
        if problems:
            return self._refused(row, here or key, problems)
        by_key = not here
        if by_key and key:
            here = self._find_by_key(row, key, id_)
        is_moved = bool(key) and not here and key.upper() in self._issued
        before = self._stored.get(here)
        if row.reread and row.revises != (before is not None):
            row = row.reread(revises=before is not None)
        if problems := [*row.problems, *self._problems(row, here, id_, is_moved=is_moved)]:
            return self._refused(row, here or key, problems)
        if here and here != key:
            row = row._replace(cells={**row.cells, "key": here})
        other = id_ if by_key and here and self._ids.get(here) not in ("", None, id_) else ""
        return Match(
            row,
            key,
            here or ("" if is_moved else key),
            before,
            deleted=self._is_deleted(here),
            id="" if here and not other else id_,
            id_here=self._ids.get(here, ""),
            is_moved=is_moved,
        )

    def _refused(self, row: ImportRow, key: str, problems: Sequence[FieldProblem]) -> Match:
        return Match(row, _key(row), key, self._stored.get(key), problems=tuple(problems))

    def _is_deleted(self, key: str) -> bool:
        return self._deleted_on(key) is not None

    def _deleted_on(self, key: str) -> str | None:
        return self._issued.get(key.upper(), (key, None))[1]

    def _repeated(self, row: ImportRow, key: str) -> list[FieldProblem]:
        """Return the problem of a repeated key; note a new one."""
        if key and self.has_read(key):
            return [FieldProblem("key", f"{key} is also at {self._places[key.upper()]}", key)]
        if key:
            self._places[key.upper()] = row.place
            self.stated_keys[key.upper()] = key
        return []

    def _other_case(self, key: str) -> list[FieldProblem]:
        given, _ = self._issued.get(key.upper(), (key, None))
        return [] if given == key else [FieldProblem("key", f"{key} is here as {given}; write it so", key)]

    def _find_by_key(self, row: ImportRow, key: str, id_: str) -> str:
        """Return the key here of the agreement under a key, or ''.

        It is the agreement with this key, or one that has this key in another register.
        """
        candidates = [key, *self._aliases.get(key, ())]
        return next((one for one in candidates if one.upper() in self._issued and self._is_about(row, one, id_)), "")

    def _is_about(self, row: ImportRow, key: str, id_: str) -> bool:
        """Return whether a row is about an agreement.

        A row with another id must agree with it in parties, date, form and title. A row without one must not be another
        agreement's; one that says too little for an agreement of its own is none.
        """
        here = self._feature_cells(key)
        if not here:
            return True
        # Only in our own layout an empty cell says something.
        stated = {
            name: text for name in _FEATURES if (text := row.cells.get(name, "").strip()) or self._is_own(row, name)
        }
        if not stated.keys() >= set(_FEATURES[:-1] if id_ else _NEEDED):
            return not id_
        if all(here[name] == text for name, text in stated.items()):
            return True
        try:
            known, incoming = self._features(here), self._features({**here, **stated})
        except WbagreeError:  # the row will be refused
            return True
        if self._may_be_same_parties(known, incoming):
            incoming = incoming._replace(parties=known.parties)
        return incoming.is_same(known) if id_ else not incoming.is_another(known)

    def _is_own(self, row: ImportRow, name: str) -> bool:
        return self._is_own_layout and name in row.cells

    def _may_be_same_parties(self, one: Features, other: Features) -> bool:
        """Return whether one side's parties are successors of the other's.

        A record may have been corrected from the present parties to their predecessors.
        """
        heirs = self._validator.parties.with_successors
        return heirs(one.parties) >= set(other.parties) or heirs(other.parties) >= set(one.parties)

    def _feature_cells(self, key: str) -> Cells:
        """Return the cells by which an agreement is recognised.

        Empty for a deleted one without a history.
        """
        if one := self._stored.get(key):
            texts = (";".join(one.parties), str(one.signed or ""), one.form, one.title, one.title_original)
            return dict(zip(_FEATURES, texts, strict=True))
        removed = identities.removed_cells(self._connection, key)
        return {name: removed.get(name, "") for name in _FEATURES} if removed else {}

    def _features(self, cells: Cells) -> Features:
        parties, signed, form = (self._validator.read_again(name, cells[name]) for name in _FEATURES[:3])
        titles = cells["title"], cells["title_original"]
        return Features(cast("tuple[str, ...]", parties), cast("PartialDate | None", signed), str(form), titles)

    def _problems(self, row: ImportRow, here: str, id_: str, *, is_moved: bool) -> list[FieldProblem]:
        """Return the problem of a row's agreement, if there is one."""
        key = _key(row) or here
        if place := self._taken.get(here or id_):
            reason = f"the row at {place} is about the same agreement; empty the id of a row that was copied"
            return [FieldProblem("key", reason, key)]
        if here or id_:
            self._taken[here or id_] = row.place
        deleted_on = self._deleted_on(here)
        if deleted_on and not self._may_restore:
            reason = f"{key} was deleted from this register on {deleted_on}; --restore brings it back from this file"
            return [FieldProblem("key", reason, key)]
        if row.is_part and deleted_on:
            reason = f"{key} was deleted from this register on {deleted_on}; this row says too little to bring it back"
            return [FieldProblem("key", reason, key)]
        if row.is_part and is_moved:
            return [FieldProblem("key", f"{key} is another agreement here; this row says too little to add it", key)]
        return [self._unknown_key(key)] if row.is_part else []

    def _unknown_key(self, key: str) -> FieldProblem:
        """Return the problem of a key that is not in the register.

        It names the nearest keys, or the way to bring a removed one back.
        """
        advice = ""
        try:
            if key.isascii():  # SQLite does not take every other text
                resolve_key(self._connection, key)
        except NotFound as error:
            advice = f"; did you mean {' or '.join(error.nearest)}?" if error.nearest else f"; {error.hint}"
        return FieldProblem("key", f"{key} is not in this register{advice}", key, unknown=True)


def _key(row: ImportRow) -> str:
    return row.cells.get("key", "").strip()
