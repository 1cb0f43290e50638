"""SVG elements as text, with everything in them escaped."""

import re
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from wbagree.formats.common.sanitiser import single_line

# Characters that XML cannot hold, except the controls that ``single_line`` shows as codes.
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return ``text`` on one line, without characters that XML cannot hold.

    Control and bidirectional characters are shown as codes. The text is not escaped.
    """
    return _NO_CHARACTERS.sub("\ufffd", single_line(text))


def escaped_text(text: str) -> str:
    """Return ``text`` on one line as escaped markup."""
    return escape(xml_text(text))


def element(name: str, *inside: str, **attributes: str | float | None) -> str:
    """Return an element around markup.

    An attribute ``font_size`` is written font-size; an attribute that is None is left out.
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={_quoted(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def text_element(x: float, y: float, content: str, *, size: float, fill: str, **more: str | float | None) -> str:
    """Return a text element whose baseline begins at a point.

    With ``text_anchor`` middle or end, that is the middle or the end of the text.
    """
    return element("text", escaped_text(content), x=x, y=y, font_size=size, fill=fill, **more)


def link_element(markup: str, address: str | None, label: str) -> str:
    """Return markup as a link, or unchanged without an address.

    ``label``: the accessible name of the link.
    """
    return element("a", markup, href=address, aria_label=label) if address else markup


def _quoted(value: str | float) -> str:
    return _quoted_text(value) if isinstance(value, str) else f'"{f"{value:.2f}".rstrip("0").rstrip(".")}"'


@lru_cache(maxsize=1024)
def _quoted_text(text: str) -> str:
    return quoteattr(xml_text(text))
