"""The frame of a picture: title and day above, notes below."""

from collections.abc import Sequence
from dataclasses import dataclass

from wbagree.domain.agreements.vocabularies import is_or_are
from wbagree.formats.common import kosovo
from wbagree.formats.common.palette import Paint
from wbagree.formats.svg import elements
from wbagree.formats.svg.text_width import BOLD, FONTS, text_width, wrap_text

FULL_WIDTH = 1104.0  # the least width of a picture in its frame, which is then 1200 wide as a slide is
_MARGIN = 48.0
_TITLE, _SUBTITLE, _NOTE = 28.0, 16.0, 14.0
_LINE = 1.3  # the distance from one line to the next, as a multiple of the size
SWATCH, _ITEM_GAP, _KEY_GAP = 16.0, 26.0, 20.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around a picture: its texts, and how it fits a page.

    ``themed``: its colours are the custom properties of a page (``palette.properties``), with the light colours as
    fallbacks. ``bare``: the page has title, notes and footnote, and the picture has no margin. ``prefix``: the
    beginning of its ids, a different one for each picture of a page.
    """

    title: str
    subtitle: str = ""
    source: str = "wbagree"
    kosovo_note: bool = True
    themed: bool = False
    bare: bool = False
    prefix: str = "chart"

    @property
    def paint(self) -> Paint:
        """The function from names of colours to colours."""
        return Paint(self.themed)

    def shown_text(self, text: str) -> str:
        """Return a text as the picture shows it.

        On one line, and Kosovo with its star unless ``kosovo_note`` is off.
        """
        return elements.xml_text(kosovo.star_kosovo(text) if self.kosovo_note else text)


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One entry of a legend: a mark and its meaning.

    The mark is markup in a square of size SWATCH; an entry without a mark is a heading.
    """

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True)
class BarePicture:
    """A picture without its frame.

    ``description``: its content in words. ``legend``: the meanings of its colours and signs. ``notes``: sentences below
    it. ``texts``: other texts in it, in which Kosovo may occur. ``linked``: it contains links.
    """

    markup: str
    width: float
    height: float
    description: str
    legend: Sequence[LegendItem] = ()
    notes: Sequence[str] = ()
    texts: Sequence[str] = ()
    linked: bool = False


def render_framed(picture: BarePicture, frame: Frame) -> str:
    """Return a picture in its frame as an SVG."""
    inner = max(picture.width, 0 if frame.bare else FULL_WIDTH)
    margin = 0.0 if frame.bare else _MARGIN
    above, top = ([], 0.0) if frame.bare else _above(frame, inner)
    left = margin + (inner - picture.width) / 2
    shown = elements.element("g", picture.markup, transform=f"translate({left:.2f} {top:.2f})")
    bottom = top + picture.height
    if picture.legend:
        key, high = legend_markup(picture.legend, inner, frame)
        shown += elements.element("g", key, transform=f"translate({margin:.2f} {bottom + _KEY_GAP:.2f})")
        bottom += _KEY_GAP + high
    below, height = ([], bottom) if frame.bare else _below(picture, frame, inner, bottom)
    size = {"width": inner + 2 * margin, "height": height}
    ground = [] if frame.themed else [elements.element("rect", **size, fill=frame.paint("ground"))]
    return elements.element(
        "svg",
        elements.element("title", elements.escaped_text(frame.shown_text(frame.title)), id=f"{frame.prefix}-title"),
        elements.element(
            "desc", elements.escaped_text(frame.shown_text(picture.description)), id=f"{frame.prefix}-desc"
        ),
        *ground,
        *above,
        shown,
        *below,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size['width']:.0f} {size['height']:.0f}",
        **size,
        # Nothing inside the role ``img`` can be reached by keyboard, so a picture with links is a group.
        role="group" if picture.linked else "img",
        aria_labelledby=f"{frame.prefix}-title",
        aria_describedby=f"{frame.prefix}-desc",
        font_family=FONTS,
    )


def _above(frame: Frame, room: float) -> tuple[list[str], float]:
    markup = []
    y = _MARGIN
    for line in wrap_text(frame.shown_text(frame.title), room, _TITLE, BOLD):
        y += _TITLE
        markup.append(
            elements.text_element(_MARGIN, y, line, size=_TITLE, fill=frame.paint("text"), font_weight=BOLD),
        )
        y += _TITLE * (_LINE - 1)
    lines, y = _lines(wrap_text(frame.shown_text(frame.subtitle), room, _SUBTITLE), y, _SUBTITLE, frame.paint("muted"))
    return [*markup, *lines], y + 20


def _below(picture: BarePicture, frame: Frame, room: float, y: float) -> tuple[list[str], float]:
    notes = [frame.shown_text(note) for note in picture.notes]
    texts = [frame.shown_text(text) for text in (frame.title, frame.subtitle, picture.description, *picture.texts)]
    if frame.kosovo_note and any(map(kosovo.mentions_kosovo, (*notes, *texts))):
        notes.append(f"* {kosovo.KOSOVO_NOTE}")
    notes.append(f"Source: {frame.source}")
    lines = [line for note in notes for line in wrap_text(note, room, _NOTE)]
    markup, y = _lines(lines, y + 14, _NOTE, frame.paint("muted"))
    return markup, y + _MARGIN * 0.7


def _lines(lines: Sequence[str], y: float, size: float, fill: str) -> tuple[list[str], float]:
    markup = []
    for line in lines:
        y += size * _LINE
        markup.append(elements.text_element(_MARGIN, y, line, size=size, fill=fill))
    return markup, y


def undated_notes(number: int, total: int) -> list[str]:
    """Return the note on undated records in an answer by years.

    ``number``: how many of the ``total`` are undated. Without any, no note.
    """
    if not number:
        return []
    if total == 1:
        return ["The one record is undated and may fall outside the years asked for."]
    return [f"{number} of the {total} {is_or_are(number)} undated and may fall outside the years asked for."]


def empty_picture(sentence: str, frame: Frame) -> str:
    """Return a picture of a sentence that there is nothing to show."""
    size = 18.0
    lines = wrap_text(frame.shown_text(sentence), FULL_WIDTH, size)
    shown = [
        elements.text_element(0, 60 + n * size * _LINE, line, size=size, fill=frame.paint("text"))
        for n, line in enumerate(lines)
    ]
    return render_framed(BarePicture("".join(shown), FULL_WIDTH, 100 + len(lines) * size * _LINE, sentence), frame)


def legend_markup(items: Sequence[LegendItem], room: float, frame: Frame) -> tuple[str, float]:
    """Return the markup of a legend, and its height.

    It has as many lines as it needs. Entries are measured, so that none overlaps another.
    """
    markup = []
    x = y = 0.0
    for item in items:
        meaning = frame.shown_text(item.meaning)
        indent = SWATCH + 8 if item.mark else 0.0
        wide = indent + text_width(meaning, _NOTE)
        if x and x + wide > room:
            x, y = 0.0, y + 26
        markup.append(
            elements.element(
                "g",
                item.mark,
                elements.text_element(indent, SWATCH - 3, meaning, size=_NOTE, fill=frame.paint("text")),
                transform=f"translate({x:.2f} {y:.2f})",
            )
        )
        x += wide + _ITEM_GAP
    return "".join(markup), y + SWATCH
