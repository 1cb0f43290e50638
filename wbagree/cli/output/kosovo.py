"""The setting for the Kosovo footnote, from the environment."""

import os

KOSOVO_NOTE_VARIABLE = "WBAGREE_KOSOVO_NOTE"


def has_kosovo_note() -> bool:
    """Return whether Markdown has the footnote on Kosovo (rule 4).

    True unless the environment variable turns it off.
    """
    return os.environ.get(KOSOVO_NOTE_VARIABLE, "").lower() not in ("0", "no", "false", "off")
