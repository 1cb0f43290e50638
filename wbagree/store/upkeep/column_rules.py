"""The cells that this program writes, by column: NULL, words, dates and other notations."""

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from wbagree.domain.acts.derived_dates import PartyLife
from wbagree.domain.acts.kinds import Role
from wbagree.domain.agreements.agreement import AGREEMENT
from wbagree.domain.agreements.fields import DATE_NAMES
from wbagree.domain.agreements.identity import read_id
from wbagree.domain.agreements.languages import read_languages
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.vocabularies import (
    AssertedStatus,
    Binding,
    Confidence,
    Disclosure,
    Form,
    Level,
    PartyKind,
    Score,
    Verb,
)
from wbagree.domain.contacts import CONTACT
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import FrameworkKind, MembershipStatus
from wbagree.domain.parties.party_book import SuccessionNature
from wbagree.domain.saved_questions import is_name, read_words
from wbagree.domain.tallies import TALLY
from wbagree.store.read import entity_cells
from wbagree.store.read.identities import IDENTIFIED

_LIFE = tuple(f"{name}_{end}" for name in PartyLife._fields for end in ("earliest", "latest"))
# The columns that may be NULL; cells of all others hold a text or a number.
NULLABLE = {
    *(("agreement", name + end) for name in DATE_NAMES for end in ("", "_earliest", "_latest")),
    *(("party_life", name) for name in _LIFE),
    *(("agreement", "asserted_status"), ("change_set", "undoes"), ("issued_key", "deleted_on")),
}  # fmt: skip

WORDS: dict[tuple[str, str], type[StrEnum] | tuple[str, ...]] = {
    ("agreement", "form"): Form,
    ("agreement", "level"): Level,
    ("agreement", "asserted_status"): AssertedStatus,
    ("agreement", "confidence"): Confidence,
    ("agreement", "disclosure"): ("", Disclosure.RESTRICTED.value),
    ("agreement", "binding"): ("", Binding.YES.value, Binding.NO.value),
    ("assessment", "score"): Score,
    ("relation", "verb"): Verb,
    ("act", "role"): Role,
    ("party", "kind"): PartyKind,
    ("succession", "nature"): ("", *SuccessionNature),
    ("framework", "kind"): FrameworkKind,
    ("framework_member", "standing"): MembershipStatus,
    ("change", "kind"): ("add", "edit", "delete"),
    ("alias", "kind"): ("id", "key"),
    ("identity", "subject"): IDENTIFIED,
    ("change", "subject"): (AGREEMENT, *entity_cells.SUBJECTS),
}


def _read_day(text: str) -> None:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(text)


def _read_number(stem: str, text: str) -> None:
    if text != f"{stem}-{int(text.removeprefix(f'{stem}-'))}":
        raise ValueError(text)


def _check_id(text: str) -> None:
    if read_id(text) != text:
        raise ValueError(text)


def _check_name(text: str) -> None:
    if not is_name(text):
        raise ValueError(text)


def _read_fields(text: str) -> None:
    """Read the fields of a change, as the history does."""
    for cells in json.loads(text).values():
        before, after = cells
        if not (isinstance(before, str) and isinstance(after, str)):
            raise TypeError(text)


DATE_COLUMNS = {
    "agreement": DATE_NAMES,
    "act": ("on_date", "effect"),
    "assessment": ("on_date",),
    "party": ("since", "until"),
    "party_name": ("since", "until"),
    "succession": ("since",),
    "framework": ("established", "ended"),
    "framework_member": ("joined", "left"),
    "contact": ("valid_from", "valid_to", "verified"),
    "tally": ("on",),
}
_DAYS = {
    "agreement": tuple(f"{name}_{end}" for name in DATE_NAMES for end in ("earliest", "latest")),
    "assessment": ("on_latest",),
    "act": ("earliest", "latest"),
    "party_life": _LIFE,
    "succession": ("since_latest",),
    "saved_question": ("saved",),
}
Reader = Callable[[str], object]
# Column to the reader of its texts, and a phrase for a valid text. Empty texts are valid, except in NEVER_EMPTY.
NOTATIONS: dict[tuple[str, str], tuple[Reader, str]] = {
    **{
        (table, name): (PartialDate.parse, "a date such as 2012, 2012-03 or 2012-03-10")
        for table, names in DATE_COLUMNS.items()
        for name in names
    },
    **{(table, name): (_read_day, "a day such as 2012-03-10") for table, names in _DAYS.items() for name in names},
    ("change_set", "at"): (datetime.fromisoformat, "a time"),
    ("agreement", "renewal"): (Renewal.parse, "a renewal"),
    ("agreement", "languages"): (read_languages, "languages"),
    **{(table, "uid"): (_check_id, "an id") for table in ("identity", "alias")},
    ("contact", "key"): (partial(_read_number, CONTACT), "the key of a contact point"),
    ("tally", "key"): (partial(_read_number, TALLY), "the key of a tally"),
    ("saved_question", "key"): (_check_name, "the name of a saved question"),
    ("saved_question", "question"): (read_words, "a saved question"),
    ("change", "fields"): (_read_fields, "what a change did"),
}
NEVER_EMPTY = {("assessment", "on_date"), ("act", "on_date"), ("act", "earliest"), ("act", "latest"),
                ("succession", "since"), ("tally", "on"), ("change_set", "at"), ("change", "fields"),
                ("contact", "key"), ("tally", "key"), ("identity", "uid"), ("saved_question", "key"),
                ("saved_question", "question"), ("saved_question", "saved")}  # fmt: skip
