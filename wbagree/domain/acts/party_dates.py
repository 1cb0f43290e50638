"""Acts from the dates of parties, as earlier exports have them."""

import re

from wbagree.domain.acts.act import ALL, Act, write_act
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue

# What was recorded as ratified may have been any act by which a party is bound.
UNDISTINGUISHED = "kind not distinguished before"
_ENTRY = r"(?s)(?P<party>[^\s:]+): *+(?P<dates>.+)"


def acts_of_dates(party: str, ratified: PartialDate | None, in_force: PartialDate | None) -> list[Act]:
    """Return the acts that a party's two dates were."""
    ratification = [Act("ratification", party, ratified, note=UNDISTINGUISHED)] if ratified else []
    return ratification + ([Act("entry-into-force", party, in_force)] if in_force else [])


def read_party_dates(cell: str) -> list[Act]:
    """Return the acts of ``AL: ratified 2012-03-10, in force 2012-05-01 ; XK: ...``."""
    return [act for entry in cell.split(";") if entry.strip() for act in _read_entry(entry.strip())]


def _read_entry(text: str) -> list[Act]:
    match = re.fullmatch(_ENTRY, text)
    dates: dict[str, PartialDate] = {}
    for part in match["dates"].split(",") if match else []:
        name, _, day = part.strip().rpartition(" ")
        if name not in ("ratified", "in force") or name in dates:
            match = None
            break
        dates[name] = PartialDate.parse(day)
    if match is None or match["party"].lower() == ALL:
        raise InvalidValue(f"{text!r} is not 'PARTY: ratified DATE, in force DATE'")
    return acts_of_dates(match["party"], dates.get("ratified"), dates.get("in force"))


def write_as_acts(cell: str) -> str:
    """Return the cell of acts for a cell of parties' dates."""
    return " | ".join(map(write_act, read_party_dates(cell)))
