"""The bundled tables as their files have them, read by none of our own code."""

import csv
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from wbagree import resources

_KEY = re.compile(r"\b[A-Z][A-Z-]*-(?:\d{4}|nd)-\d+\b")
_CELLS_OF_ONE = ("form", "level", "status", "confidence")


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a bundled table (``agreements``, ``parties`` ...): texts by the names of their columns."""
    with (resources.seed_folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def agreements() -> dict[str, dict[str, str]]:
    """Return the bundled agreements by their keys."""
    return {row["key"]: row for row in rows("agreements")}


@cache
def some() -> dict[str, dict[str, str]]:
    """Return a quarter of the bundled agreements by their keys, for tests that walk a register: all kinds are there.

    Those of Albania and Kosovo*, those that a test or a page names, of the others each that has what none before it
    has (see ``_traits``), and what any of them relates to. What is about the bundle itself takes all, and so does
    everything with SWEEP=long.
    """
    every = agreements()
    if os.environ.get("SWEEP") == "long":
        return every
    folder = Path(__file__).parent
    pages = (folder.parent / "README.md", *(folder.parent / "docs").glob("*.md"))
    texts = (path.read_text(encoding="utf-8") for path in (*folder.rglob("*.py"), *pages))
    named = {key for text in texts for key in _KEY.findall(text)}
    chosen = {key for key, row in every.items() if key in named or _is_of_albania_and_kosovo(row)}
    met = {trait for key in chosen for trait in _traits(every[key])}
    for key, row in every.items():
        if new := {*_traits(row)} - met:
            met |= new
            chosen.add(key)
    todo = [*chosen]
    while todo:
        related = {*_KEY.findall(every[todo.pop()]["relations"])} & every.keys() - chosen
        chosen |= related
        todo += related
    return {key: row for key, row in every.items() if key in chosen}


def _is_of_albania_and_kosovo(row: dict[str, str]) -> bool:
    parties = {*row["parties"].split(";")}
    return "AL" in parties and bool(parties & {"XK", "UNMIK", "YU-SFRY", "YU-FRY", "CS"})


def _traits(row: dict[str, str]) -> Iterator[tuple[str, object]]:
    """What tests may meet: codes, parties, verbs, precisions, what is filled or empty, and every letter and mark."""
    yield from ((name, row[name]) for name in _CELLS_OF_ONE)
    yield from (("type", code) for code in row["types"].split(";"))
    yield from (("party", code) for code in row["parties"].split(";"))
    if row["parties"].count(";") > 1:
        yield "parties", row["parties"]
    yield from (("relation", relation.split()[0]) for relation in row["relations"].split(";") if relation)
    yield "scores", tuple(re.findall("full|partial|none|unknown", row["implementation"]))
    yield from ((name, re.sub(r"\d", "9", row[name])) for name in ("signed", "in_force", "ended", "status_on"))
    yield from ((name, bool(text)) for name, text in row.items())
    yield from (("letter", letter) for letter in {*"".join(row.values())})
