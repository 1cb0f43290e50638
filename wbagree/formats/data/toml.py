"""TOML that a person wrote or changed, in whatever editor."""

import tomllib
from pathlib import Path
from typing import Any

from wbagree.errors import InvalidValue


def read(path: Path) -> str:
    """Return the text of a file; the byte order mark that some editors put in front is no part of it."""
    return path.read_text(encoding="utf-8-sig")


def values(text: str) -> dict[str, Any]:
    """Return what a text says; InvalidValue for what is no TOML, or is nested too deeply."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InvalidValue("it is nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        raise InvalidValue(str(error)) from error
