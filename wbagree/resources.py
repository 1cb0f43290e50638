"""Places of the bundled data and of the user's own files."""

import os
from collections.abc import Callable
from pathlib import Path

from wbagree.errors import DatabaseProblem

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """Return the path of a bundled folder.

    It is inside the package when installed (hatchling's force-include), next to it in a checkout.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def migrations_folder() -> Path:
    """Return the folder of the Alembic scripts."""
    return _bundled("migrations")


def seed_folder() -> Path:
    """Return the folder of the bundled register and lookup tables."""
    return _bundled("seed")


def register_path(chosen: str | None = None) -> Path:
    """Return the register's file.

    It is ``chosen`` (--db), else WBAGREE_DB, else a file in the platform's data folder.
    """
    place = chosen or os.environ.get("WBAGREE_DB")
    if place:
        return _expanded(place)
    from platformdirs import user_data_path  # here: most scripts and all tests name their register

    return _of_home(user_data_path, "the register", "--db FILE or WBAGREE_DB names it") / "register.db"


def _of_home(find: Callable[..., Path], what: str, hint: str) -> Path:
    """Return one of the platform's folders; DatabaseProblem without a home folder."""
    try:
        return find("wbagree", appauthor=False)
    except RuntimeError as error:
        raise DatabaseProblem(f"nobody knows where {what} is: there is no home folder", hint) from error


def _expanded(place: str) -> Path:
    try:
        return Path(place).expanduser()
    except RuntimeError:  # ~name of a user without a home here: taken as any other name
        return Path(place)


def mappings_folder() -> Path:
    """Return the folder of saved mappings.

    It is WBAGREE_MAPS, else a folder in the platform's settings.
    """
    if place := os.environ.get("WBAGREE_MAPS"):
        return _expanded(place)
    from platformdirs import user_config_path

    return _of_home(user_config_path, "what is kept of mappings", "WBAGREE_MAPS names the folder") / "mappings"
