"""A framework as one JSON object."""

from typing import Any

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.frameworks.framework import Membership
from wbagree.formats.common.framework_facts import FrameworkDetails


def framework_object(details: FrameworkDetails) -> dict[str, Any]:
    """Return the JSON object of a framework and its members.

    Dates and keys that are not known are null.
    """
    framework = details.framework
    return {
        "key": framework.key,
        "name": framework.name,
        "short_name": framework.short_name,
        "kind": framework.kind,
        "types": [*framework.types],
        "established": framework.established or None,
        "ended": framework.ended or None,
        "became": framework.succeeded_by or None,
        "came_from": [{"key": one.key, "through": by or None} for one, by in details.predecessors],
        "seat": framework.seat,
        "website": framework.website,
        "members": [_member_object(details, one) for one in details.members],
        "acts": [
            {name: str(value) if isinstance(value, PartialDate) else value for name, value in act._asdict().items()}
            for act in details.acts
        ],
        "sources": details.sources,
        "notes": framework.notes,
    }


def _member_object(details: FrameworkDetails, member: Membership) -> dict[str, Any]:
    return {
        "party": member.party,
        "name": details.parties.get(member.party, member.party),
        "standing": member.standing,
        "joined": member.joined or None,
        "left": member.left or None,
        "note": member.note,
        "source_url": member.source_url,
    }
