"""The setting for the Kosovo footnote, from the environment."""

import os

VARIABLE = "WBAGREE_KOSOVO_NOTE"


def kosovo_note() -> bool:
    """Return whether Markdown has the footnote on Kosovo (rule 4).

    True unless the environment variable turns it off.
    """
    return os.environ.get(VARIABLE, "").lower() not in ("0", "no", "false", "off")
