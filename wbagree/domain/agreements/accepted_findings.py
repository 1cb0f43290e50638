"""Findings of ``check`` that a person looked at and found in order.

An acceptance holds for a finding as it reads. It does not hold any more when the agreement changes so that the finding
reads otherwise: another date, another possible duplicate.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# The name of an accepted finding in the history.
ACCEPTED_FINDING = "accepted finding"


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """The accepted sentences of one kind about an agreement.

    ``on`` is the day of the acceptance, in ISO; ``by`` is the person.
    """

    key: str
    kind: str
    sentences: tuple[str, ...]
    on: str
    by: str
    note: str = ""


def write_accepted(accepted: AcceptedFinding) -> tuple[str, dict[str, str]]:
    """Return the key (``AL-XK-2012-1/undated``) and cells of an acceptance."""
    cells = {
        "sentences": "\n".join(accepted.sentences),
        "on": accepted.on,
        "by": accepted.by,
        "note": accepted.note,
    }
    return f"{accepted.key}/{accepted.kind}", cells


def read_accepted(key: str, cells: Mapping[str, str]) -> AcceptedFinding:
    """Return the acceptance of a key and cells: the inverse of ``write_accepted``."""
    agreement, _, kind = key.rpartition("/")
    sentences = tuple(cells["sentences"].split("\n"))
    return AcceptedFinding(agreement, kind, sentences, cells["on"], cells["by"], cells["note"])
