"""The fixed vocabularies: form, level, status, confidence, score, relation.

What users may extend (parties, types) is data in the register, not an enumeration here.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Form(StrEnum):
    """What the document is."""

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
    """The highest rank that signed."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    UNKNOWN = "unknown"


class Assertion(StrEnum):
    """What a source asserts about the life of an agreement; most sources assert nothing."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    NEGOTIATION = "negotiation"
    NOT_IN_FORCE = "not-in-force"


class Status(StrEnum):
    """What is computed, as of a day, from the dates and the assertion (rule 2)."""

    IN_FORCE = "in-force"
    PROVISIONAL = "provisional"
    SIGNED = "signed"
    NEGOTIATION = "negotiation"
    NOT_IN_FORCE = "not-in-force"
    ENDED = "ended"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How far the sources carry: official list or gazette, dated report, mention."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Disclosure(StrEnum):
    """Whether a record may leave the register."""

    PUBLIC = "public"
    RESTRICTED = "restricted"


class Score(StrEnum):
    """How far an agreement was seen to be applied."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"
    UNKNOWN = "unknown"


class Verb(StrEnum):
    """How one record relates to another."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    SUPERSEDES = "supersedes"
    EXTENDS = "extends"


class PartyKind(StrEnum):
    """Who can be bound: states, and those that signed beside or before them."""

    STATE = "state"
    PREDECESSOR = "predecessor"
    ADMINISTRATION = "administration"
    ORGANISATION = "organisation"


# ``ended`` asks for every way of ending: which one it was is often not on record.
ENDINGS = (Status.ENDED, Status.TERMINATED, Status.EXPIRED, Status.SUPERSEDED)

# The relation read from its other end.
INVERSE: Mapping[Verb, str] = MappingProxyType(
    {
        Verb.IMPLEMENTS: "implemented by",
        Verb.AMENDS: "amended by",
        Verb.SUPPLEMENTS: "supplemented by",
        Verb.SUPERSEDES: "superseded by",
        Verb.EXTENDS: "extended by",
    }
)

_SPECIAL_LABELS = {"mou": "MoU"}


def pluralise(number: int, noun: str, several: str = "") -> str:
    """Return a number with its noun: 1 record, 2 records.

    ``several`` is the plural where it takes no s.
    """
    return f"{number} {noun if number == 1 else several or f'{noun}s'}"


def label(code: str) -> str:
    """Return the words for a code of a fixed vocabulary: ``exchange-of-notes`` is ``exchange of notes``."""
    return _SPECIAL_LABELS.get(code, code.replace("-", " "))
