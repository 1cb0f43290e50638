"""Checks of the keys in the rows of an import."""

import sqlite3
from typing import NamedTuple

from wbagree.domain.agreements.validation import FieldProblem
from wbagree.errors import NotFound
from wbagree.store.read.keys import issued_keys, resolve_key
from wbagree.store.write.import_result import ImportRow


class _Issued(NamedTuple):
    """A key as it was given, and its agreement's day of deletion."""

    key: str
    deleted_on: str | None


class KeyCheck:
    """The check of the keys of an import.

    They are compared with each other and with all keys that were ever given. ``may_restore``: keys of agreements that
    were deleted here are accepted, and bring them back.
    """

    def __init__(self, connection: sqlite3.Connection, *, may_restore: bool) -> None:
        self._connection, self._may_restore = connection, may_restore
        self._places: dict[str, str] = {}
        # The keys of the present lot that were ever given, by the key in capitals.
        self._issued: dict[str, _Issued] = {}

    def begin_lot(self, keys: list[str]) -> None:
        """Look up the keys of the next lot of rows."""
        found = issued_keys(self._connection, {*keys, *map(str.upper, keys)})
        self._issued = {key.upper(): _Issued(key, deleted_on) for key, deleted_on in found.items()}

    def is_issued(self, key: str) -> bool:
        """Return whether a key was ever given, in any case.

        The key must be one of the present lot.
        """
        return key.upper() in self._issued

    def is_deleted(self, key: str) -> bool:
        """Return whether the agreement with this key was deleted."""
        return self.is_issued(key) and self._issued[key.upper()].deleted_on is not None

    def problems(self, row: ImportRow, key: str) -> list[FieldProblem]:
        """Return the problem of a row's key, if there is one."""
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
