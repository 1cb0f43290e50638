"""A framework as people read it, as one JSON object, and as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from wbagree.domain.agreements.cell_notation import read_sources
from wbagree.domain.frameworks.framework import Framework, Membership, MembershipStatus
from wbagree.formats.common.labelled_lines import write_labelled
from wbagree.formats.markdown.syntax import escaped, link, write_table
from wbagree.formats.markdown.writer import MarkdownWriter


@dataclass(frozen=True, slots=True)
class FrameworkSheet:
    """All that is told of a framework.

    ``became`` is what it became, None where it is what it was; ``came_from`` what became it, each with the key of what
    it came through. ``types`` and ``parties``: code to words.
    """

    framework: Framework
    members: Sequence[Membership]
    became: Framework | None
    came_from: Sequence[tuple[Framework, str]]
    types: Mapping[str, str]
    parties: Mapping[str, str]

    @property
    def title(self) -> str:
        """The name, with the short one behind it."""
        short = self.framework.short_name
        return f"{self.framework.name} ({short})" if short else self.framework.name


def write_framework(sheet: FrameworkSheet, file: TextIO) -> None:
    """Write what a framework is, what became of it, and who stands to it how."""
    told = {
        standing.value.capitalize(): [_member(sheet, one) for one in sheet.members if one.standing == standing]
        for standing in MembershipStatus
    }
    facts = {**_facts(sheet), **told, "Sources": _sources(sheet), "Notes": [sheet.framework.notes]}
    file.write(f"{sheet.title}\n\n")
    write_labelled(((name, [line for line in lines if line]) for name, lines in facts.items() if any(lines)), file)


def _facts(sheet: FrameworkSheet) -> dict[str, list[str]]:
    framework = sheet.framework
    return {
        "Key": [framework.key],
        "Kind": [framework.kind],
        "About": [f"{code} ({sheet.types.get(code, code)})" for code in framework.types],
        "Established": [framework.established],
        "Ended": [framework.ended],
        "Became": [_called(sheet.became)] if sheet.became else [],
        "Came from": [_called(one) + (f", through {by}" if by else "") for one, by in sheet.came_from],
        "Seat": [framework.seat],
        "Website": [framework.website],
    }


def _called(framework: Framework) -> str:
    return f"{framework.key} ({framework.called})"


def _sources(sheet: FrameworkSheet) -> list[str]:
    return [source for source in sheet.framework.sources.split(" | ") if source]


def _member(sheet: FrameworkSheet, member: Membership) -> str:
    since, until = f"since {member.joined}" if member.joined else "", f"until {member.left}" if member.left else ""
    head = f"{member.party} ({sheet.parties.get(member.party, member.party)})"
    head = ", ".join(filter(None, (head, since, until)))
    return f"{head}: {member.note}" if member.note else head


def framework_object(sheet: FrameworkSheet) -> dict[str, Any]:
    """Return the JSON object of a framework with its members; what is not known is null."""
    framework = sheet.framework
    return {
        "key": framework.key,
        "name": framework.name,
        "short_name": framework.short_name,
        "kind": framework.kind,
        "types": [*framework.types],
        "established": framework.established or None,
        "ended": framework.ended or None,
        "became": framework.succeeded_by or None,
        "came_from": [{"key": one.key, "through": by or None} for one, by in sheet.came_from],
        "seat": framework.seat,
        "website": framework.website,
        "members": [_member_object(sheet, one) for one in sheet.members],
        "sources": _sources(sheet),
        "notes": framework.notes,
    }


def _member_object(sheet: FrameworkSheet, member: Membership) -> dict[str, Any]:
    return {
        "party": member.party,
        "name": sheet.parties.get(member.party, member.party),
        "standing": member.standing,
        "joined": member.joined or None,
        "left": member.left or None,
        "note": member.note,
        "source_url": member.source_url,
    }


def _link(source: str) -> str:
    told = read_sources(source)[0]
    return link(told.citation or told.url, told.url) if told.url else escaped(told.citation)


def write_framework_document(sheet: FrameworkSheet, file: TextIO, *, kosovo_note: bool) -> None:
    """Write a framework as Markdown, Kosovo with its star and note."""
    prose = MarkdownWriter(file, kosovo_note)
    prose.line(f"# {prose.words(sheet.title)}\n")
    for name, lines in _facts(sheet).items():
        if text := "; ".join(filter(None, lines)):
            prose.line(f"- {name}: {prose.words(text)}")
    if sheet.members:
        prose.line("\n## Members\n")
        rows = [
            (sheet.parties.get(one.party, one.party), one.party, one.standing, one.joined, one.left, one.note)
            for one in sheet.members
        ]
        headings = ("Party", "Code", "Standing", "Joined", "Left", "Note")
        write_table(headings, [tuple(map(prose.words, row)) for row in rows], file)
    if notes := sheet.framework.notes:
        prose.line(f"\n{prose.words(notes)}")
    if sources := _sources(sheet):
        prose.line("\n## Sources\n")
        for source in sources:
            prose.line(f"- {_link(source)}")
    prose.close()
