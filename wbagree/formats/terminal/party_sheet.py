"""A party as labelled lines on the terminal, and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TextIO

from wbagree.domain.agreements.vocabularies import name_and_code
from wbagree.domain.parties.names_and_succession import NamePeriod, RelatedParty, english_names, names_by_language
from wbagree.domain.parties.party_book import Party, PartyName, SuccessionNature
from wbagree.formats.common.labelled_lines import write_labelled


@dataclass(frozen=True, slots=True)
class PartySheet:
    """A party with its names, predecessors, successors and numbers of agreements.

    ``called``: the English names of its predecessors and successors by code. ``records``: how many records it has of
    its own. ``inherited``: how many it inherited, by the code of the predecessor that signed them. ``earlier``: the
    party that has the agreements of the day before its time, or ''.
    """

    party: Party
    names: Sequence[PartyName]
    predecessors: Sequence[RelatedParty]
    successors: Sequence[RelatedParty]
    called: Mapping[str, str]
    records: int
    inherited: Mapping[str, int]
    earlier: str


def write_party_sheet(sheet: PartySheet, file: TextIO) -> None:
    """Write the facts of a party, then its names in other languages.

    The facts include its English names through time, predecessors, successors and numbers of records.
    """
    party = sheet.party
    facts = [
        ("Code", [", ".join(filter(None, (party.code, party.alpha3)))]),
        ("Kind", [party.kind]),
        ("Recorded", [_recorded(sheet)]),
        ("Names", [_called(period, party) for period in english_names(party, sheet.names)]),
        ("Predecessor", [_kin(kin, f"until {kin.since}: ", sheet.called) for kin in sheet.predecessors]),
        ("Successor", [_kin(kin, f"since {kin.since}: ", sheet.called) for kin in sheet.successors]),
        ("Agreements", [_agreements(sheet)]),
        ("Note", [party.note]),
    ]
    file.write(f"{party.name}\n\n")
    write_labelled(((name, lines) for name, lines in facts if any(lines)), file)
    if others := names_by_language(sheet.names):
        file.write("\nIn other languages\n\n")
        lines = {
            language: [_dated(one, ", ".join(one.names), party) for one in periods]
            for language, periods in others.items()
        }
        write_labelled(lines.items(), file, indent=_INDENT)


_INDENT = 21


def _span(since: str, until: str) -> str:
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def _recorded(sheet: PartySheet) -> str:
    """Return the time of a party's agreements, and who has earlier ones."""
    since, until = sheet.party.since, sheet.party.until
    times = " ".join(filter(None, (since and f"from {since}", until and f"until {until}")))
    earlier = f"; earlier ones under {sheet.earlier}" if sheet.earlier else ""
    return f"agreements {times}{earlier}" if times else ""


def _called(period: NamePeriod, party: Party) -> str:
    chief, *others = period.names
    text = f"{chief} (also {', '.join(others)})" if others else chief
    return _dated(period, text, party, "" if party.name in period.names else "undated")


def _dated(period: NamePeriod, text: str, party: Party, undated: str = "") -> str:
    """Return the text with its period in front.

    A name that a party had all its life needs no period. ``undated`` is in front if there are no dates.
    """
    whole = (period.since, period.until) == (party.since, party.until)
    days = _span(period.since, period.until) or undated
    return text if whole or not days else f"{days}: {text}"


def _kin(kin: RelatedParty, time: str, called: Mapping[str, str]) -> str:
    text = name_and_code(called.get(kin.code, ""), kin.code)
    if kin.nature != SuccessionNature.NONE:
        text = time + text
    if kin.through:
        return f"{text}, through {kin.through}"
    if kin.nature:
        text += f", {_NATURES.get(kin.nature, kin.nature)}"
    if kin.territory:
        text += f", covering {kin.territory.replace(';', ', ')}"
    return f"{text}. {kin.note}" if kin.note else text


_NATURES: Mapping[str, str] = {
    SuccessionNature.SAME_STATE: "the same state",
    SuccessionNature.DISSOLUTION: "dissolution",
    SuccessionNature.CONTINUATION: "continuation",
    SuccessionNature.SEPARATION: "separation",
    SuccessionNature.ADMINISTRATION: "administration of the territory",
    SuccessionNature.NONE: "no agreement is inherited automatically",
}


def _agreements(sheet: PartySheet) -> str:
    came = [f", {number} more signed by {code}" for code, number in _inherited(sheet)]
    return f"{sheet.records}{''.join(came)}"


def _inherited(sheet: PartySheet) -> Iterator[tuple[str, int]]:
    for kin in sheet.predecessors:
        if number := sheet.inherited.get(kin.code):
            yield kin.code, number


def party_object(sheet: PartySheet) -> dict[str, Any]:
    """Return the JSON object of a party.

    It has all of its names with their languages and periods.
    """
    party = sheet.party
    return {
        **asdict(party),
        "since": party.since or None,
        "until": party.until or None,
        "called": [
            {"since": one.since or None, "until": one.until or None, "name": one.names[0], "also": [*one.names[1:]]}
            for one in english_names(party, sheet.names)
        ],
        "predecessors": [_kin_object(kin, sheet.called) for kin in sheet.predecessors],
        "successors": [_kin_object(kin, sheet.called) for kin in sheet.successors],
        "records": sheet.records,
        "inherited": [{"from": code, "records": number} for code, number in _inherited(sheet)],
        "names": [
            {"name": one.name, "language": one.language, "since": one.since or None, "until": one.until or None}
            for one in sheet.names
        ],
    }


def _kin_object(kin: RelatedParty, called: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": kin.code,
        "name": called.get(kin.code, kin.code),
        "since": kin.since,
        "through": kin.through or None,
        "nature": kin.nature or None,
        "territory": [*filter(None, kin.territory.split(";"))],
        "note": kin.note,
    }
