"""Text that is safe to show: what a terminal would obey instead of showing is made visible."""

import re
from functools import cache

# C0 and C1 controls except tab and newline, DEL, and the characters that turn or hide the direction of text.
_OBEYED = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"


def safe(text: str) -> str:
    """Return ``text`` with control and bidirectional characters replaced by their code, as ``<1B>``."""
    if text.isprintable():
        return text
    return _obeyed().sub(lambda match: f"<{ord(match[0]):02X}>", text)


@cache
def _obeyed() -> re.Pattern[str]:
    """Made when it is first needed: nearly every answer is printable as it is."""
    return re.compile(_OBEYED)


def one_line(text: str) -> str:
    """Return ``text`` safe and on one line."""
    return safe(" ".join(text.split()))
