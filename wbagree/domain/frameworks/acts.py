"""Acts of parties to frameworks: their keys and cells, and those in a membership's note."""

import re
from collections.abc import Iterator, Mapping

from wbagree.domain.acts.act import ALL, Act
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import Membership, MembershipStatus

# The name of an act of a party to a framework in the history.
FRAMEWORK_ACT = "framework act"


def write_framework_act(framework: str, act: Act) -> tuple[str, dict[str, str]]:
    """Return the key of an act, ``ets-24/AL/ratification/1998-05-19``, and its cells."""
    cells = {
        "effect": str(act.effect or ""),
        "reference": act.reference,
        "source": act.source,
        "note": act.note,
    }
    return f"{framework}/{act.party or ALL}/{act.kind}/{act.on}", cells


def read_framework_act(key: str, cells: Mapping[str, str]) -> tuple[str, Act]:
    """Return the framework and the act of a key and cells."""
    framework, party, kind, on = key.split("/")
    effect = PartialDate.parse(cells["effect"]) if cells["effect"] else None
    texts = (cells[name] for name in ("reference", "source", "note"))
    return framework, Act(kind, "" if party == ALL else party, PartialDate.parse(on), effect, *texts)


# What the note of a member of a convention says that it did on the day of joining.
_DONE = {"Ratified": "ratification", "Acceded": "accession", "Accepted": "acceptance", "Approved": "approval",
         "Instrument of accession deposited": "accession"}  # fmt: skip
_DAY = r"([0-9]{1,2} [A-Z][a-z]+ [0-9]{4})"


def acts_in_note(membership: Membership) -> Iterator[Act]:
    """Yield the acts in the note of a convention's member.

    As in ``Acceded; in force 1 May 1995``. Without a date of joining, or another beginning, there are none.
    """
    note, joined = membership.note, membership.joined
    if membership.standing != MembershipStatus.MEMBER or not joined:
        return
    for words, kind in _DONE.items():
        if note.startswith(words):
            yield Act(kind, membership.party, PartialDate.parse(joined), source=membership.source_url, note=note)
            if signed := re.search(rf"\(signed {_DAY}\)", note):
                yield Act("signature", membership.party, read_date(signed[1]), source=membership.source_url)
            if entry := re.search(rf"; in force (?:for [A-Z]\w+ )?{_DAY}", note):
                yield Act("entry-into-force", membership.party, read_date(entry[1]), source=membership.source_url)
    if re.match(r"In force for [A-Z]\w+ from this day", note):
        day = PartialDate.parse(joined)
        yield Act("entry-into-force", membership.party, day, source=membership.source_url, note=note)
