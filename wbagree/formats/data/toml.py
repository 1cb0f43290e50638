"""The reading of TOML that a person wrote in any editor."""

import tomllib
from pathlib import Path
from typing import Any

from wbagree.errors import InvalidValue


def read_toml_text(path: Path) -> str:
    """Return the text of a file without a byte order mark.

    Some editors put one in front.
    """
    return path.read_text(encoding="utf-8-sig")


def parse_toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML text.

    InvalidValue if it is no TOML, or nested too deeply.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InvalidValue("it is nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        raise InvalidValue(str(error)) from error
