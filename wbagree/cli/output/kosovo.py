"""Whether documents write Kosovo* with its footnote, as the environment says."""

import os

VARIABLE = "WBAGREE_KOSOVO_NOTE"


def kosovo_note() -> bool:
    """Return whether Markdown has the footnote on Kosovo (rule 4).

    It has, unless the variable says no.
    """
    return os.environ.get(VARIABLE, "").lower() not in ("0", "no", "false", "off")
