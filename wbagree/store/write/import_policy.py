"""The policy of an import: permitted changes, treatment of probable duplicates."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from wbagree.domain.agreements.duplicates import Subjects
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.store.read.parties_and_types import party_book, type_book


class ValidatorFor(Protocol):
    """Makes the validator of a register; without ``by_clock`` dates are facts."""

    def __call__(self, connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator: ...  # noqa: D102


def _validator_for(connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator:
    """A validator without the words of any language but the register's own."""
    return AgreementValidator(party_book(connection), type_book(connection), by_clock=by_clock)


class OnDuplicate(StrEnum):
    """The treatment of a row whose agreement is probably here already."""

    SKIP = "skip"
    UPDATE = "update"
    ADD = "add"
    ASK = "ask"


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
