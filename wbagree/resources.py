"""Where things are: the bundled ``migrations`` and ``seed``, in a checkout or installed, and the user's register."""

import os
from collections.abc import Callable
from pathlib import Path

from wbagree.errors import DatabaseProblem

_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """The folder ``name``: inside the package when installed (hatchling's force-include), beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def migrations() -> Path:
    """Return the folder of the Alembic scripts."""
    return _bundled("migrations")


def seed() -> Path:
    """Return the folder of the bundled register and lookup tables."""
    return _bundled("seed")


def register_path(chosen: str | None = None) -> Path:
    """Return the register's file: ``chosen`` (--db), else WBAGREE_DB, else one in the platform's data folder."""
    place = chosen or os.environ.get("WBAGREE_DB")
    if place:
        return _expanded(place)
    from platformdirs import user_data_path  # here: most scripts and all tests name their register

    return _of_home(user_data_path, "the register", "--db FILE or WBAGREE_DB names it") / "register.db"


def _of_home(find: Callable[..., Path], what: str, hint: str) -> Path:
    """One of the platform's folders; DatabaseProblem when whoever runs this has no home."""
    try:
        return find("wbagree", appauthor=False)
    except RuntimeError as error:
        raise DatabaseProblem(f"nobody knows where {what} is: there is no home folder", hint) from error


def _expanded(place: str) -> Path:
    try:
        return Path(place).expanduser()
    except RuntimeError:  # ~somebody who has no home here: then it is a name like any other
        return Path(place)


def mappings_folder() -> Path:
    """Return the folder of the mappings that the user keeps: WBAGREE_MAPS, else one in the platform's settings."""
    if place := os.environ.get("WBAGREE_MAPS"):
        return _expanded(place)
    from platformdirs import user_config_path

    return _of_home(user_config_path, "what is kept of mappings", "WBAGREE_MAPS names the folder") / "mappings"
