"""A framework as labelled lines on the terminal."""

from typing import TextIO

from wbagree.domain.agreements.vocabularies import name_and_code
from wbagree.domain.frameworks.framework import Membership, MembershipStatus
from wbagree.formats.common.acts import act_line, act_table, acts_by_date
from wbagree.formats.common.framework_facts import FrameworkDetails
from wbagree.formats.common.labelled_lines import write_labelled


def write_framework_sheet(details: FrameworkDetails, file: TextIO) -> None:
    """Write the facts, members by status, sources and notes of a framework."""
    members = {
        status.value.capitalize(): [_member(details, one) for one in details.members if one.standing == status]
        for status in MembershipStatus
    }
    acts = {
        "Acts": act_table(sorted({act.party for act in details.acts if act.party}), details.acts),
        "By date": [act_line(act) for act in acts_by_date(details.acts)],
    }
    facts = {**details.facts(), **members, **acts, "Sources": details.sources, "Notes": [details.framework.notes]}
    file.write(f"{details.title}\n\n")
    write_labelled(((name, [line for line in lines if line]) for name, lines in facts.items() if any(lines)), file)


def _member(details: FrameworkDetails, member: Membership) -> str:
    since, until = f"since {member.joined}" if member.joined else "", f"until {member.left}" if member.left else ""
    head = name_and_code(details.parties.get(member.party, ""), member.party)
    head = ", ".join(filter(None, (head, since, until)))
    return f"{head}: {member.note}" if member.note else head
