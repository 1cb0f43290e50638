"""Sentences put together from words."""


def capitalise(text: str) -> str:
    """Return ``text`` with a capital first letter, and otherwise unchanged."""
    return text[:1].upper() + text[1:]


def on_one_line(text: str) -> str:
    """Return a text on one line, with single blanks."""
    return " ".join(text.split())
