"""Checks of the keys that the rows of an import name."""

import sqlite3
from typing import NamedTuple

from wbagree.domain.agreements.validation import FieldProblem
from wbagree.errors import NotFound
from wbagree.store.read.keys import issued_keys, resolve_key
from wbagree.store.write.import_result import ImportRow


class _Issued(NamedTuple):
    """A key as it was given, and when its agreement was deleted."""

    key: str
    deleted_on: str | None


class KeyCheck:
    """The check of the keys of an import.

    They are compared with each other and with all that were ever given. ``may_restore``: a key whose agreement was
    deleted here may come back.
    """

    def __init__(self, connection: sqlite3.Connection, *, may_restore: bool) -> None:
        self._connection, self._may_restore = connection, may_restore
        self._places: dict[str, str] = {}
        # By their capitals, of the lot at hand.
        self._issued: dict[str, _Issued] = {}

    def begin_lot(self, keys: list[str]) -> None:
        """Look the keys of the next rows up."""
        found = issued_keys(self._connection, {*keys, *map(str.upper, keys)})
        self._issued = {key.upper(): _Issued(key, deleted_on) for key, deleted_on in found.items()}

    def is_issued(self, key: str) -> bool:
        """Whether a key was ever given, in whatever case."""
        return key.upper() in self._issued

    def is_deleted(self, key: str) -> bool:
        """Whether the agreement with this key was deleted."""
        return self.is_issued(key) and self._issued[key.upper()].deleted_on is not None

    def problems(self, row: ImportRow, key: str) -> list[FieldProblem]:
        """Return the problem of a row's key, if it has one."""
        if not key:
            return []
        if key.upper() in self._places:
            return [FieldProblem("key", f"{key} stands at {self._places[key.upper()]} already", key)]
        self._places[key.upper()] = row.place
        given, deleted_on = self._issued.get(key.upper(), _Issued(key, None))
        if given != key:
            return [FieldProblem("key", f"{key} is here as {given}; write it so", key)]
        if deleted_on and not self._may_restore:
            reason = f"{key} was deleted from this register on {deleted_on}; --restore brings it back from this file"
            return [FieldProblem("key", reason, key)]
        if row.is_part and deleted_on:
            reason = f"{key} was deleted from this register on {deleted_on}; this row says too little to bring it back"
            return [FieldProblem("key", reason, key)]
        return [self._unknown_key(key)] if row.is_part else []

    def _unknown_key(self, key: str) -> FieldProblem:
        """The problem of a key that is not in the register.

        It has the nearest keys, or how a deleted one comes back.
        """
        advice = ""
        try:
            if key.isascii():  # SQLite does not take every other text
                resolve_key(self._connection, key)
        except NotFound as error:
            advice = f"; did you mean {' or '.join(error.nearest)}?" if error.nearest else f"; {error.hint}"
        return FieldProblem("key", f"{key} is not in this register{advice}", key, unknown=True)
