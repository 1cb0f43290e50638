"""Sentences put together from words."""


def capitalise(text: str) -> str:
    """Return ``text`` with a capital first letter, and otherwise unchanged."""
    return text[:1].upper() + text[1:]
