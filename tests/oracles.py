"""Rules of the domain written a second time, from the files alone: what the program answers is held against them.

Rows are those of ``seed_data``; days are ISO texts unless a ``date`` is named.
"""

import calendar
from datetime import date
from functools import cache
from itertools import permutations, product

import seed_data

ENDINGS = {"ended", "terminated", "expired", "superseded"}
Row = dict[str, str]


def span(text: str) -> tuple[str, str]:
    """Return the first and the last day that a date of the file can mean."""
    parts = text.rstrip("?~").split("-")
    if len(parts) == 3:
        return "-".join(parts), "-".join(parts)
    if len(parts) == 2:
        last = calendar.monthrange(int(parts[0]), int(parts[1]))[1]
        return "-".join([*parts, "01"]), "-".join([*parts, str(last)])
    return f"{text[:4]}-01-01", f"{text[:4]}-12-31"


def reached(text: str, day: str) -> str:
    """Whether a date has come by ``day``: yes, no, or maybe when the day lies within it; no when there is none."""
    if not text:
        return "no"
    first, last = span(text)
    return "yes" if last <= day else "maybe" if first <= day else "no"


def status(row: Row, day: str) -> str:
    """Return the status (rule 2): ended, in force, what is asserted, signed, unknown, in this order."""
    asserted = row["status"]
    if asserted in ENDINGS and not row["ended"]:
        # It ended at some time before today: of an earlier day nobody can tell.
        return asserted if day >= date.today().isoformat() else "unknown"
    for field, then in (("ended", asserted if asserted in ENDINGS else "ended"), ("in_force", "in-force")):
        if (reach := reached(row[field], day)) != "no":
            return then if reach == "yes" else "unknown"
    if row["signed"] and reached(row["signed"], day) != "yes":
        return "unknown"
    if asserted and not row["signed"] and day < date.today().isoformat():
        return "unknown"  # nothing says since when
    if asserted in ("provisional", "negotiation", "not-in-force") or (asserted == "in-force" and not row["in_force"]):
        return asserted
    return "signed" if row["signed"] else "unknown"


@cache
def _steps() -> dict[str, dict[str, str]]:
    """Who inherited from whom, and from which last possible day."""
    steps: dict[str, dict[str, str]] = {}
    for row in seed_data.rows("successions"):
        if row["nature"] == "none":
            continue
        steps.setdefault(row["predecessor"], {})[row["successor"]] = span(row["since"])[1]
    return steps


def successors(signer: str, since: str = "", until: str = "9999-12-31") -> dict[str, tuple[str, str]]:
    """Return who is bound by what a party signed: party to (from which day, if signed until which)."""
    found = {signer: (since, until)}
    for heir, day in _steps().get(signer, {}).items():
        # What the signer signed after the heir had left was not signed for it.
        found |= successors(heir, max(since, day), min(until, day))
    return found


def pairs(row: Row, day: date | None, *, inherited: bool = True) -> dict[tuple[str, str], bool]:
    """Return the pairs that an agreement serves as of a day, and whether each inherited it (rule 3)."""
    if day and row["signed"] and span(row["signed"])[0] > day.isoformat():
        return {}
    seen = (day or date.today()).isoformat()
    found: dict[tuple[str, str], bool] = {}
    for x, y in permutations(row["parties"].split(";"), 2):
        for (a, (since_a, until_a)), (b, (since_b, until_b)) in product(successors(x).items(), successors(y).items()):
            handed_on = (a, b) != (x, y)
            if row["signed"] and span(row["signed"])[0] > min(until_a, until_b):
                continue
            if a < b and max(since_a, since_b) <= seen and (inherited or not handed_on):
                found[a, b] = found.get((a, b), True) and handed_on
    return found


def members(day: date) -> dict[str, set[str]]:
    """Return each framework's members on a day; what has only perhaps come does not count."""
    moment = day.isoformat()

    def holds(since: str, until: str) -> bool:
        return not (since and span(since)[1] > moment) and not (until and span(until)[0] <= moment)

    there = {row["key"] for row in seed_data.rows("frameworks") if holds(row["established"], row["ended"])}
    found: dict[str, set[str]] = {}
    for row in seed_data.rows("framework_members"):
        if row["framework"] in there and row["standing"] == "member" and holds(row["joined"], row["left"]):
            found.setdefault(row["framework"], set()).add(row["party"])
    return found
