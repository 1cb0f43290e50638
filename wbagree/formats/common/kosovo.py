"""Kosovo with a star and its footnote (rule 4)."""

import re

KOSOVO_NOTE = (
    "This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ"
    " Opinion on the Kosovo declaration of independence."
)
# Kosovo as a whole word; the second pattern skips one that has a star already.
_KOSOVO = re.compile(r"\bKosovo\b")
_UNSTARRED = re.compile(r"\b(Kosovo)\b(?!\\?\*)")


def mentions_kosovo(text: str) -> bool:
    """Return whether Kosovo occurs in a text, starred or not."""
    return "Kosovo" in text and bool(_KOSOVO.search(text))


def star_kosovo(text: str, star: str = "*") -> str:
    """Return ``text`` with Kosovo written as ``Kosovo*``.

    ``star`` is the star in the syntax of the format.
    """
    return _UNSTARRED.sub(lambda match: match[1] + star, text) if "Kosovo" in text else text
