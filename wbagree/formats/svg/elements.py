"""SVG elements as text, with everything in them escaped."""

import re
from xml.sax.saxutils import escape, quoteattr

from wbagree.formats.common.sanitiser import single_line

# What no XML holds, beside the controls that ``one_line`` shows as codes.
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def number_text(text: str) -> str:
    """Return ``text`` on one line, its controls and bidirectional characters as codes, fit for XML, not escaped."""
    return _NO_CHARACTERS.sub("\ufffd", single_line(text))


def words(text: str) -> str:
    """Return ``text`` as the markup that shows it."""
    return escape(number_text(text))


def tag(name: str, *inside: str, **attributes: str | float | None) -> str:
    """Return an element around markup; an attribute ``font_size`` is written font-size, one that is None not at all."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(number_text(_value(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def text_element(x: float, y: float, content: str, *, size: float, fill: str, **more: str | float | None) -> str:
    """Return a text whose baseline begins at a point; ``text_anchor`` middle or end moves it."""
    return tag("text", words(content), x=x, y=y, font_size=size, fill=fill, **more)


def linked(markup: str, address: str | None, label: str) -> str:
    """Return markup as a link that says where it leads, or as it is when it leads nowhere."""
    return tag("a", markup, href=address, aria_label=label) if address else markup


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
