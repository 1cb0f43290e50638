"""The timeline: a column of agreements for each year of signature."""

from collections.abc import Callable, Iterator

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.reports.timeline import FORMS_BY_KIND, Timeline
from wbagree.formats.common.palette import ROUND_NUMBERS
from wbagree.formats.svg import elements
from wbagree.formats.svg.frame import (
    FULL_WIDTH,
    SWATCH,
    BarePicture,
    Frame,
    LegendItem,
    empty_picture,
    legend_markup,
    render_framed,
)
from wbagree.formats.svg.text_width import BOLD, text_width

Link = Callable[[int], str | None]

LABELS = {
    "agreements": "Agreements, treaties, conventions",
    "mous": "Memoranda of understanding",
    "protocols": "Protocols",
    "arrangements": "Arrangements, notes, contracts",
    "other": "Declarations, plans, other",
}
_COLOURS = {kind: f"kind-{place}" for place, kind in enumerate(FORMS_BY_KIND, 1)}
_HIGH, _SIZE, _WIDEST, _GAP = 380.0, 15.0, 64.0, 12.0
_TICKS = 6


def render(timeline: Timeline, frame: Frame, link: Link | None = None) -> str:
    """Return the timeline as an SVG.

    ``link``: from a year to the address that its column links to.
    """
    if not timeline.count_dated():
        return empty_picture(_undated(timeline) or "No record answers the question.", frame)
    return render_framed(_Columns(timeline, frame, link).picture(), frame)


class _Columns:
    def __init__(self, timeline: Timeline, frame: Frame, link: Link | None) -> None:
        self.timeline, self.frame, self.paint, self.link = timeline, frame, frame.paint, link
        self.years = timeline.years()
        self.most = max(map(timeline.all_signed_in, self.years))
        self.step = next(step for step in ROUND_NUMBERS if step * _TICKS >= self.most)
        self.top: int = -(-self.most // self.step) * self.step
        self.left = text_width(str(self.top), _SIZE) + _GAP
        self.slot = (FULL_WIDTH - self.left) / len(self.years)

    def picture(self) -> BarePicture:
        kinds = [kind for kind in FORMS_BY_KIND if any(self.timeline.signed_in(year, kind) for year in self.years)]
        items = [
            LegendItem(
                elements.element("rect", width=SWATCH, height=SWATCH, fill=self.paint(_COLOURS[kind])), LABELS[kind]
            )
            for kind in kinds
        ]
        shown, high = legend_markup(items, FULL_WIDTH, self.frame)
        down = high + 34
        body = elements.element(
            "g", *self._axis(), *self._columns(), *self._years(), transform=f"translate(0 {down:.2f})"
        )
        best = max(self.years, key=self.timeline.all_signed_in)
        described = (
            f"{pluralise(self.timeline.count_dated(), 'agreement')} by year of signature,"
            f" from {self.years[0]} to {self.years[-1]}; most in {best} ({self.most})."
        )
        notes = [note for note in (_undated(self.timeline), _inherited(self.timeline)) if note]
        return BarePicture(shown + body, FULL_WIDTH, down + _HIGH + 30, described, notes=notes, linked=bool(self.link))

    def _height(self, number: int) -> float:
        return number / self.top * _HIGH

    def _axis(self) -> Iterator[str]:
        for tick in range(0, self.top + 1, self.step):
            y = _HIGH - self._height(tick)
            colour = self.paint("line" if tick else "muted")
            yield elements.element("line", x1=self.left, x2=FULL_WIDTH, y1=y, y2=y, stroke=colour, stroke_width=1)
            yield elements.text_element(
                self.left - 8, y + 5, str(tick), size=_SIZE, fill=self.paint("muted"), text_anchor="end"
            )

    def _columns(self) -> Iterator[str]:
        # The axis shows the same numbers; if the widest does not fit above its column, none is shown.
        has_numbers = text_width(str(self.most), _SIZE, BOLD) + 4 <= self.slot
        for year in self.years:
            number = self.timeline.all_signed_in(year)
            if not number:
                continue
            markup = "".join(self._column(year))
            if has_numbers:
                above = _HIGH - self._height(number) - 6
                middle = self._middle(year)
                markup += elements.text_element(
                    middle, above, str(number), size=_SIZE, fill=self.paint("text"),
                    text_anchor="middle", font_weight=BOLD,
                )  # fmt: skip
            label = f"{year}: {pluralise(number, 'agreement')}"
            address = self.link(year) if self.link else None
            yield elements.link_element(
                elements.element("g", elements.element("title", elements.escaped_text(label)), markup), address, label
            )

    def _column(self, year: int) -> Iterator[str]:
        wide = min(self.slot * 0.8, _WIDEST)
        y = _HIGH
        for kind, colour in _COLOURS.items():
            number = self.timeline.signed_in(year, kind)
            if number:
                high = self._height(number)
                y -= high
                # A gap in the colour of the background, so that two similar colours can be distinguished.
                rim = min(1.5, high / 4)
                yield elements.element(
                    "rect", x=self._middle(year) - wide / 2, y=y + rim, width=wide, height=high - rim,
                    fill=self.paint(colour),
                )  # fmt: skip

    def _years(self) -> Iterator[str]:
        room = text_width("0000", _SIZE) + _GAP
        every = next(step for step in ROUND_NUMBERS if step * self.slot >= room)
        for year in self.years:
            if year % every == 0:
                yield elements.text_element(
                    self._middle(year), _HIGH + 24, str(year), size=_SIZE, fill=self.paint("text"), text_anchor="middle"
                )

    def _middle(self, year: int) -> float:
        return self.left + (year - self.years[0] + 0.5) * self.slot


def _undated(timeline: Timeline) -> str:
    number, total = sum(timeline.undated.values()), timeline.count_all()
    if not number:
        return ""
    if number == total:
        return "The one record has no date of signature." if total == 1 else f"None of {total} has a date of signature."
    return f"Without a date of signature, and not drawn: {number} of {total}."


def _inherited(timeline: Timeline) -> str:
    number = timeline.inherited
    return f"Signed by a predecessor (inherited), and not drawn: {number} more." if number else ""
