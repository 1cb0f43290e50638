"""The policy of an import: permitted changes, and treatment of duplicates."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from wbagree.domain.agreements.duplicates import ReadTitle
from wbagree.domain.agreements.title_parts import words_of_title
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.store.read.parties_and_types import act_book, party_book, type_book


class ValidatorFor(Protocol):
    """A function that makes the validator of a register.

    Without ``by_clock``, dates are not compared with the clock.
    """

    def __call__(self, connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator: ...  # noqa: D102


def _validator_for(connection: sqlite3.Connection, *, by_clock: bool) -> AgreementValidator:
    """Return a validator that knows the register's own words only.

    Words for forms or levels in other languages are not resolved.
    """
    return AgreementValidator(
        party_book(connection), type_book(connection), acts=act_book(connection), by_clock=by_clock
    )


class OnDuplicate(StrEnum):
    """The treatment of a row that duplicates an agreement."""

    SKIP = "skip"
    UPDATE = "update"
    ADD = "add"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ImportPolicy:
    """The policy of an import.

    ``bundled``: the rows are the bundled register's, and never overwrite a user's edit. ``exported``: rows with a key
    were exported by another register, which checked them. ``restore``: deleted agreements are brought back.
    ``on_duplicate`` is the treatment of duplicates, ``decisions`` that of single rows by their place. ``skip_invalid``:
    valid rows are kept even if others are refused. ``read_title`` returns a title in parts,
    to find duplicates; ``validator_for`` makes the validator.
    ``discreet``: notices and refusals name a restricted agreement only by its key or place.
    """

    bundled: bool = False
    exported: bool = False
    restore: bool = False
    skip_invalid: bool = False
    on_duplicate: OnDuplicate = OnDuplicate.SKIP
    decisions: Mapping[str, OnDuplicate] = field(default_factory=dict)
    read_title: ReadTitle = words_of_title
    validator_for: ValidatorFor = _validator_for
    discreet: bool = False
