"""The bundled tables as their files have them, read by none of our own code."""

import csv

from wbagree import resources


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a bundled table (``agreements``, ``parties`` ...): texts by the names of their columns."""
    with (resources.seed_folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def agreements() -> dict[str, dict[str, str]]:
    """Return the bundled agreements by their keys."""
    return {row["key"]: row for row in rows("agreements")}
