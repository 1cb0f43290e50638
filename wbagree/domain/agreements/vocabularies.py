"""The fixed vocabularies: form, level, status, confidence, score, relation.

Parties and types can be added by users: they are data in the register.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Form(StrEnum):
    """The form of a document."""

    AGREEMENT = "agreement"
    TREATY = "treaty"
    CONVENTION = "convention"
    MOU = "mou"
    PROTOCOL = "protocol"
    ARRANGEMENT = "arrangement"
    EXCHANGE_OF_NOTES = "exchange-of-notes"
    DECLARATION = "declaration"
    ACTION_PLAN = "action-plan"
    CONTRACT = "contract"
    INFORMAL = "informal"
    OTHER = "other"


class Level(StrEnum):
    """The highest rank of those who signed."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    UNKNOWN = "unknown"


class AssertedStatus(StrEnum):
    """The status of an agreement asserted by a source; most assert none."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    NEGOTIATION = "negotiation"
    NOT_IN_FORCE = "not-in-force"
    SUSPENDED = "suspended"


class Status(StrEnum):
    """The status computed as of a day (rule 2).

    It follows from the dates and the asserted status.
    """

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"
    SUSPENDED = "suspended"
    SIGNED = "signed"
    NEGOTIATION = "negotiation"
    NOT_IN_FORCE = "not-in-force"
    ENDED = "ended"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    INHERITED = "inherited"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How well sources support a record.

    High: an official list or gazette; medium: a dated report; low: a mention.
    """

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Disclosure(StrEnum):
    """Whether a record may leave the register."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


class Binding(StrEnum):
    """Whether a source calls a text binding."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Score(StrEnum):
    """The observed degree of an agreement's application."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"
    UNKNOWN = "unknown"


class Verb(StrEnum):
    """The kinds of relations from one record to another."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    SUPERSEDES = "supersedes"
    EXTENDS = "extends"


class PartyKind(StrEnum):
    """The kinds of parties: states, and others that can be bound."""

    STATE = "state"
    PREDECESSOR = "predecessor"
    ADMINISTRATION = "administration"
    ORGANISATION = "organisation"


# The statuses that the filter ``ended`` includes: how an agreement ended is often not recorded.
ENDED_STATUSES = (Status.ENDED, Status.TERMINATED, Status.EXPIRED, Status.SUPERSEDED)

# Each relation read from its other end.
INVERSE_VERBS: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.IMPLEMENTS: "implemented by",
        Verb.AMENDS: "amended by",
        Verb.SUPPLEMENTS: "supplemented by",
        Verb.SUPERSEDES: "superseded by",
        Verb.EXTENDS: "extended by",
    }
)

_SPECIAL_LABELS = {"mou": "MoU"}


def pluralise(number: int, noun: str, several: str = "", *, thousands: bool = False) -> str:
    """Return a number with its noun: 1 record, 2 records.

    ``several`` is the plural where it takes no s. With ``thousands`` they are separated: 1,100 records.
    """
    return f"{number:{',' if thousands else ''}} {noun if number == 1 else several or f'{noun}s'}"


def is_or_are(number: int) -> str:
    """Return the verb for a number of things."""
    return "is" if number == 1 else "are"


def label(code: str) -> str:
    """Return the words for a code of a fixed vocabulary.

    ``exchange-of-notes`` is ``exchange of notes``.
    """
    return _SPECIAL_LABELS.get(code, code.replace("-", " "))


def name_and_code(name: str, code: str) -> str:
    """Return a name with its code in brackets: ``Albania (AL)``.

    Without a name of its own, the code alone.
    """
    return code if name in ("", code) else f"{name} ({code})"


def label_and_code(label: str, code: str) -> str:
    """Return the label of a type, with its code if needed.

    It is not where it can be read in the label: ``joint patrols`` for joint-patrol, ``mutual legal assistance (mla)``.
    """
    return label if label and code.replace("-", " ") in label.casefold() else name_and_code(label, code)
