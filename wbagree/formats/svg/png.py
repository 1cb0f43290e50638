"""A picture as PNG, drawn by resvg with Source Sans 3."""

import re

from wbagree.errors import UsageProblem

_ZOOM = 2.0  # a slide that is 1200 units wide has 2400 pixels
_MOST_DOTS = 60_000_000


_SIZE = re.compile(r' viewBox="0 0 (\d+) (\d+)"')


def to_png(picture: str) -> bytes:
    """Return an SVG of ours as PNG.

    UsageProblem when the extra ``plot`` is not installed.
    """
    try:
        from fontpkg_source_sans_3 import ROOT
        from resvg_py import svg_to_bytes
    except ImportError as missing:
        raise UsageProblem(
            "PNG needs the extra packages of wbagree[plot]; SVG needs none", "pip install 'wbagree[plot]'"
        ) from missing
    size = _SIZE.search(picture)
    dots = int(size[1]) * int(size[2]) if size else 1
    fonts = sorted(str(font) for font in (ROOT / "files").glob("*.ttf"))
    return bytes(svg_to_bytes(svg_string=picture, zoom=min(_ZOOM, (_MOST_DOTS / dots) ** 0.5), font_files=fonts))
