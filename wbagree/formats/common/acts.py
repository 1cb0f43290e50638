"""Acts as treaty collections show them: a table by party, and a list by date."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from wbagree.domain.acts.act import ALL, Act
from wbagree.domain.acts.kinds import Role, role_of

# The columns of the table of parties, each with the roles of its acts.
_COLUMNS = (
    ("Signature", (Role.SIGNATURE,)),
    ("Consent", (Role.BOUND,)),
    ("In force", (Role.ENTRY,)),
    ("End", (Role.EXIT,)),
)
# The words of consent, short enough for a table: a is the mark of accession in the treaty collections.
_MARKS = {"accession": " a", "acceptance": " A", "approval": " AA", "succession": " s", "notification": " n"}


def act_line(act: Act, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return an act as one line, its date first; ``names``: code of a party to name."""
    kind = act.kind.replace("-", " ")
    by = f" {'for' if role_of(act.kind) is Role.ENTRY else 'by'} {names.get(act.party, act.party) or ALL}"
    effect = f", effect {act.effect}" if act.effect else ""
    reference = f" ({act.reference})" if act.reference else ""
    note = f": {act.note}" if act.note else ""
    source = f" [{act.source}]" if act.source else ""
    return f"{act.on}: {kind}{by}{effect}{reference}{note}{source}"


def acts_by_date(acts: Iterable[Act]) -> list[Act]:
    """Return acts in time; those of one date stay in their order."""
    return sorted(acts, key=lambda act: (act.on.earliest, act.on.latest))


def act_table(parties: Sequence[str], acts: Sequence[Act]) -> list[str]:
    """Return the lines of a table: parties, and their acts by role.

    Parties of acts that are not among ``parties`` come last. Empty without acts; a column without any is left out.
    """
    whom = [*(["all"] if any(not act.party for act in acts) else []), *parties]
    whom += sorted({act.party for act in acts if act.party} - {*parties})
    rows = act_rows(whom, acts)
    if not rows:
        return []
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def act_rows(parties: Sequence[str], acts: Sequence[Act]) -> list[list[str]]:
    """Return the cells of the table, its heading first."""
    shown = [(name, roles) for name, roles in _COLUMNS if any(role_of(act.kind) in roles for act in acts)]
    heading = ["Party", *(name for name, _ in shown)]
    rows = [
        [
            party,
            *(
                ", ".join(
                    f"{act.counts_from if Role.ENTRY in roles else act.on}{_MARKS.get(act.kind, '')}"
                    for act in acts_by_date(acts)
                    if (act.party or ALL) == party and role_of(act.kind) in roles
                )
                for _, roles in shown
            ),
        ]
        for party in parties
    ]
    return [heading, *rows] if shown else []
