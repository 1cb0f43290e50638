"""Rules of the domain written a second time, from the files alone: what the program answers is held against them.

Rows are those of ``seed_data``; days are ISO texts unless a ``date`` is named.
"""

import calendar
import re
from collections.abc import Iterator
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
    asserted, on = row["status"], row.get("status_on", "")
    if row["ended"]:
        if (reach := reached(row["ended"], day)) != "no":
            return (asserted if asserted in ENDINGS else "ended") if reach == "yes" else "unknown"
    elif asserted in ENDINGS:
        # It ended at some time before the source: of an earlier day nobody can tell.
        return asserted if _is_known(on, day, from_today=True) else "unknown"
    if asserted == "suspended" and _is_known(on, day):
        return asserted
    if (reach := reached(row["in_force"], day)) != "no":
        return "in-force" if reach == "yes" else "unknown"
    return _status_before_entry(row, day)


def _status_before_entry(row: Row, day: str) -> str:
    """Return the status of what has neither ended nor entered into force by its dates."""
    asserted, on, signed = row["status"], row.get("status_on", ""), row["signed"]
    before_signature = not signed or span(signed)[0] > day
    if asserted == "negotiation" and on and _is_known(on, day) and before_signature:
        return asserted
    if signed and reached(signed, day) != "yes":
        return "unknown"
    overtaken = (asserted == "in-force" and row["in_force"]) or (
        asserted == "negotiation" and on and signed and span(signed)[1] > span(on)[0]
    )
    if asserted and asserted not in ENDINGS and not overtaken:
        return asserted if _is_known(on, day) else "unknown"
    return "signed" if signed else "unknown"


def status_for_heirs(row: Row, day: str) -> str:
    """Return the status of an agreement for a pair that inherits it: inherited, unless it has ended or never began."""
    own = status(row, day)
    return own if own in {*ENDINGS, "negotiation", "not-in-force"} else "inherited"


def _is_known(on: str, day: str, *, from_today: bool = False) -> bool:
    """Whether what a source says is known of a day: from its date on, and without one of today alone."""
    today = date.today().isoformat()
    if on:
        return span(on)[1] <= day
    return day >= today if from_today else day == today


def is_by_source(row: Row, day: str) -> bool:
    """Whether the status on a day is only what a source asserts: no date of entry or end decides it."""
    decided = reached(row["ended"], day), reached(row["in_force"], day)
    return bool(row["status"]) and decided == ("no", "no") and status(row, day) == row["status"]


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
    """Return the parties that each framework serves on a day: its members, of a convention those that are bound."""
    moment = day.isoformat()

    def holds(since: str, until: str) -> bool:
        return not (since and span(since)[1] > moment) and not (until and span(until)[0] <= moment)

    there = {row["key"] for row in seed_data.rows("frameworks") if holds(row["established"], row["ended"])}
    found: dict[str, set[str]] = {}
    conventions = {row["key"] for row in seed_data.rows("frameworks") if row["kind"] == "convention"}
    for row in seed_data.rows("framework_members"):
        if (
            row["framework"] in there - conventions
            and row["standing"] == "member"
            and holds(row["joined"], row["left"])
        ):
            found.setdefault(row["framework"], set()).add(row["party"])
    named = {row["party"] for row in (*seed_data.rows("framework_members"), *seed_data.rows("framework_acts"))}
    for key in conventions & there:
        if bound := {party for party in named if grade(key, party, day) in ("in-force", "bound")}:
            found[key] = bound
    return found


_BINDING = {"ratification", "accession", "acceptance", "approval", "succession"}
# Who continues whom, and so is listed by depositaries under the last of them.
_LINE = {"YU-FRY", "CS", "RS"}
_BEFORE = {"ME": _LINE, "RS": {"YU-SFRY"}, "BA": {"YU-SFRY"}, "MK": {"YU-SFRY"}, "HR": {"YU-SFRY"}, "SI": {"YU-SFRY"}}
_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


def _in_note(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the acts in the note of a member, with their dates."""
    done = {"Ratified": "ratification", "Acceded": "accession", "Instrument of accession": "accession"}
    for words, act in done.items():
        if row["note"].startswith(words) and row["joined"]:
            yield act, row["joined"]
            for pattern, noted in ((r"\(signed (\d+) (\w+) (\d{4})\)", "signature"),
                                  (r"; in force (?:for \w+ )?(\d+) (\w+) (\d{4})", "entry-into-force")):  # fmt: skip
                if found := re.search(pattern, row["note"]):
                    day, month, year = found.groups()
                    yield noted, f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"
    if re.match(r"In force for \w+ from this day", row["note"]):
        yield "entry-into-force", row["joined"]


@cache
def _acts_of(convention: str) -> dict[str, list[tuple[str, str]]]:
    """Return the acts by party, each with the day from which it certainly counts."""
    found = {}
    for row in seed_data.rows("framework_acts"):
        if row["framework"] == convention:
            found.setdefault(row["party"], []).append((row["act"], span(row["effect"] or row["on"])[1]))
    for row in seed_data.rows("framework_members"):
        if row["framework"] == convention and row["standing"] == "member":
            own = found.setdefault(row["party"], [])
            roles = {"bound" if act in _BINDING else act for act, _ in own}
            noted = [(act, span(on)[1]) for act, on in _in_note(row)]
            own += [(act, on) for act, on in noted if ("bound" if act in _BINDING else act) not in roles]
    return found


def grade(convention: str, party: str, day: date) -> str:
    """Return what a convention is for a party on a day: in-force, bound, signed or none."""
    acts, moment = _acts_of(convention), day.isoformat()
    own = [act for one in (_LINE if party in _LINE else {party}) for act in acts.get(one, [])]
    there = [act for act, on in own if on <= moment]
    if "entry-into-force" in there:
        return "in-force"
    for act, on in own:
        if act == "succession" and on <= moment:
            before = [one for earlier in _BEFORE.get(party, ()) for one in acts.get(earlier, [])]
            if any(one == "entry-into-force" and since <= on for one, since in before):
                return "in-force"
    if _BINDING & {*there}:
        return "bound"
    standings = {
        row["standing"]
        for row in seed_data.rows("framework_members")
        if (row["framework"], row["party"]) == (convention, party)
        and not (row["joined"] and span(row["joined"])[1] > moment)
        and not (row["left"] and span(row["left"])[0] <= moment)
    }
    if "member" in standings:
        return "bound"
    return "signed" if "signature" in there or "signatory" in standings else "none"
