"""The network of parties on an oval, with lines for pairs.

If one party is part of all pairs, it is in the middle.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, ceil, cos, hypot, sin, sqrt

from wbagree.domain.agreements.vocabularies import is_or_are, pluralise
from wbagree.domain.reports.matrix import Cell, Matrix
from wbagree.formats.common.palette import Scale
from wbagree.formats.svg import elements
from wbagree.formats.svg.frame import (
    SWATCH,
    BarePicture,
    Frame,
    LegendItem,
    empty_picture,
    render_framed,
    undated_notes,
)
from wbagree.formats.svg.label_placement import Obstacle, Point, free_position
from wbagree.formats.svg.text_width import BOLD, fit_text, text_width

Pair = tuple[str, str]
Link = Callable[[Pair], str | None]

_RADIUS, _LEAST, _LINE, _RAY_LINE, _GAP, _LONGEST = 235.0, 120.0, 21.0, 26.0, 16.0, 355.0
_SIZE, _SMALL, _NUMBER = 18.0, 15.0, 14.0
_LARGE_LABELS = 16  # the most parties that have large labels
_NUMBERED = 100  # the most lines that have a number, the strongest
_PILL = 19.0  # the height of the background of a number
_RAY_NUMBER = 0.66  # the preferred position of a number on a line from the middle, as a fraction of the line
_THIN, _THICK, _FEW = 1.2, 9.0, 150
_COMPARED = 2  # the fewest lines that have a legend
_LINES = 450  # the most lines that are drawn, the strongest; enough for all pairs of thirty parties
_FLAT = 1.35  # the width of the oval by its height; a slide is wider than high too


def render(matrix: Matrix, frame: Frame, names: Mapping[str, str], link: Link | None = None) -> str:
    """Return the network of the pairs of a matrix as an SVG.

    ``names``: code of a party to its name. ``link``: from a pair to the address that its line links to.
    """
    parties = sorted({code for pair in matrix.pairs for code in pair}, key=lambda code: names.get(code, code))
    if not parties:
        return empty_picture("No record answers the question. Absence of a record is not proof of absence.", frame)
    return render_framed(_Network(matrix, parties, frame, names, link).picture(), frame)


@dataclass(slots=True)
class _Network:
    matrix: Matrix
    parties: list[str]
    frame: Frame
    names: Mapping[str, str]
    link: Link | None
    numbers: dict[Pair, int] = field(init=False)
    scale: Scale = field(init=False)
    weaker: int = field(init=False)  # how many lines are not drawn
    hub: str | None = field(init=False)  # the party in the middle, which is part of all pairs
    places: dict[str, Point] = field(init=False)
    radius: float = field(init=False)

    def __post_init__(self) -> None:
        totals = {pair: self.matrix.pair_totals.get(pair, Cell()) for pair in self.matrix.pairs}
        counted = {pair: cell.records + cell.inherited for pair, cell in totals.items()}
        strongest = sorted((-number, pair) for pair, number in counted.items() if number)
        self.numbers = {pair: -number for number, pair in strongest[:_LINES]}
        self.scale = Scale(max(self.numbers.values(), default=0), even=True)
        self.weaker = max(0, len(strongest) - _LINES)
        self.hub = _common_party(self.matrix.pairs)
        around = [code for code in self.parties if code != self.hub]
        left = ceil(len(around) / 2)
        line, least = (_RAY_LINE, _RADIUS) if self.hub else (_LINE, _LEAST)
        self.radius = max(min(_RADIUS, left * least), left * line / 2)
        self.places = self._half_oval(around[:left], -1) | self._half_oval(around[left:], 1)
        if self.hub:
            self.places[self.hub] = (0.0, 0.0)

    def _half_oval(self, parties: list[str], side: int) -> dict[str, Point]:
        """Return the places of parties on one half of the oval.

        From top to bottom at equal vertical distances, so that their labels are equally far apart. ``side``: -1 for the
        left half, 1 for the right.
        """
        angles = [asin((2 * place + 1) / len(parties) - 1) for place in range(len(parties))]
        return {
            code: (side * cos(angle) * self.radius * _FLAT, sin(angle) * self.radius)
            for code, angle in zip(parties, angles, strict=True)
        }

    def picture(self) -> BarePicture:
        numbers = self.numbers
        size = _SIZE if len(self.parties) <= _LARGE_LABELS else _SMALL
        called = {code: fit_text(self.frame.shown_text(self.names.get(code, code)), _LONGEST, size, BOLD)
                  for code in self.parties}  # fmt: skip
        aside = max(text_width(name, size, BOLD) for name in called.values()) + _GAP + 4
        half = max(abs(y) for _, y in self.places.values()) + _GAP + size
        middle = (self.radius * _FLAT + aside, half)
        spots = self._number_positions(self._half_hub_label(called, size))
        lines = [self._line(pair, number) for pair, number in reversed(numbers.items())]
        pills = [self._pill(numbers[pair], spot) for pair, spot in spots.items()]
        labels = [self._party(code, name, size) for code, name in called.items()]
        shown = elements.element("g", *lines, *pills, *labels, transform=f"translate({middle[0]:.2f} {middle[1]:.2f})")
        return BarePicture(
            shown,
            2 * middle[0],
            2 * half,
            self._described(),
            legend=self._key(),
            notes=self._notes(len(spots)),
            texts=list(called.values()),
            linked=bool(self.link),
        )

    def _line(self, pair: Pair, number: int) -> str:
        (x1, y1), (x2, y2) = self._ends(pair)
        step = self.scale.step(number)
        label = self.frame.shown_text(f"{self._called(pair)}: {number}")
        line = elements.element(
            "line", elements.element("title", elements.escaped_text(label)), x1=x1, y1=y1, x2=x2, y2=y2,
            stroke=self.frame.paint(f"edge-{step}"), stroke_width=self._thick(number), stroke_linecap="round",
        )  # fmt: skip
        return elements.link_element(line, self.link(pair) if self.link else None, label)

    def _pill(self, number: int, spot: Point) -> str:
        paint = self.frame.paint
        wide = _pill_width(number)
        x, y = spot
        return elements.element(
            "rect", x=x - wide / 2, y=y - _PILL / 2, width=wide, height=_PILL, rx=_PILL / 2, fill=paint("ground")
        ) + elements.text_element(
            x, y + _NUMBER * 0.35, str(number), size=_NUMBER, fill=paint("text"), text_anchor="middle",
            font_weight=BOLD,
        )  # fmt: skip

    def _half_hub_label(self, called: Mapping[str, str], size: float) -> Point:
        """Return half the width and height of the label in the middle.

        Zeros if no party is there.
        """
        return (text_width(called[self.hub], size, BOLD) / 2 + 10, size / 2 + 8) if self.hub else (0.0, 0.0)

    def _party(self, code: str, name: str, size: float) -> str:
        x, y = self.places[code]
        paint = self.frame.paint
        if code == self.hub:
            wide, high = self._half_hub_label({code: name}, size)
            return elements.element(
                "rect", x=-wide, y=-high, width=2 * wide, height=2 * high, rx=high, fill=paint("ground"),
                stroke=paint("text"), stroke_width=2,
            ) + elements.text_element(
                0, size * 0.35, name, size=size, fill=paint("text"), text_anchor="middle", font_weight=BOLD
            )  # fmt: skip
        side = -1 if x < 0 else 1
        # The label is outside the oval, in the direction perpendicular to it.
        steep = hypot(x / _FLAT**2, y)
        out = _GAP / steep if steep else 0.0
        dot = elements.element("circle", cx=x, cy=y, r=6, fill=paint("text"), stroke=paint("ground"), stroke_width=2)
        return dot + elements.text_element(
            x + x / _FLAT**2 * out, y + y * out + size * 0.35, name, size=size, fill=paint("text"),
            text_anchor="start" if side > 0 else "end", font_weight=BOLD,
        )  # fmt: skip

    def _thick(self, number: int) -> float:
        """Return the thickness of a line by its number.

        With many lines the thickest is thinner, so that there are gaps between lines.
        """
        thickest = max(_THICK * min(1.0, sqrt(_FEW / len(self.numbers))), 2 * _THIN)
        return _THIN + (thickest - _THIN) * number / self.scale.highest

    def _number_positions(self, hub_label: Point) -> dict[Pair, Point]:
        """Return the positions of the numbers on their lines.

        They overlap neither one another nor parties nor other lines; the strongest lines are placed first, and a line
        without a free position has no number. ``hub_label``: half the width and height of the label in the middle.
        """
        lines = {pair: Obstacle(*self._ends(pair), sideways=self._thick(number) / 2)
                 for pair, number in self.numbers.items()}  # fmt: skip
        taken = [Obstacle(at, at, *(hub_label if code == self.hub else (8.0, 8.0))) for code, at in self.places.items()]
        preferred = _RAY_NUMBER if self.hub else 0.5
        spots: dict[Pair, Point] = {}
        for pair in list(self.numbers)[:_NUMBERED]:
            others = [line for other, line in lines.items() if other != pair]
            half = (_pill_width(self.numbers[pair]) / 2, _PILL / 2)
            spot = free_position(*self._ends(pair), half, [*others, *taken], preferred)
            if spot:
                spots[pair] = spot
                taken.append(Obstacle(spot, spot, *half))
        return spots

    def _ends(self, pair: Pair) -> tuple[Point, Point]:
        """Return both ends of a line, the one in the middle first."""
        one, other = (self.places[code] for code in pair)
        return (other, one) if pair[1] == self.hub else (one, other)

    def _called(self, pair: Pair) -> str:
        return " – ".join(self.names.get(code, code) for code in pair)

    def _key(self) -> list[LegendItem]:
        """Return the legend of the lines that are drawn.

        A single line needs none, because it has its number.
        """
        if len(self.numbers) < _COMPARED:
            return []
        paint = self.frame.paint
        drawn = set(map(self.scale.step, self.numbers.values()))
        inherited = ", own and inherited together" if self._inherits() else ""
        return [
            LegendItem("", f"Agreements of a pair{inherited}"),
            *(
                LegendItem(
                    elements.element("line", x1=0, x2=SWATCH, y1=SWATCH / 2, y2=SWATCH / 2,
                                     stroke=paint(f"edge-{step}"), stroke_width=self._thick(highest)),
                    meaning,
                )
                for step, meaning, highest in self.scale.steps() if step in drawn
            ),
        ]  # fmt: skip

    def _inherits(self) -> bool:
        return any(cell.inherited for cell in self.matrix.pair_totals.values())

    def _notes(self, spots: int) -> list[str]:
        notes = []
        if self.weaker:
            weaker = f"{pluralise(self.weaker, 'weaker one')} {is_or_are(self.weaker)}"
            notes.append(f"The {_LINES} strongest lines are drawn; {weaker} not.")
        if spots < len(self.numbers):
            notes.append(f"Lines without a number: {len(self.numbers) - spots} of {len(self.numbers)}.")
        notes += undated_notes(self.matrix.undated, self.matrix.total.records + self.matrix.total.inherited)
        notes.append(
            "An agreement of three parties counts in three pairs. Absence of a record is not proof of absence."
        )
        if self._inherits():
            notes.append("Includes agreements signed by predecessor states.")
        return notes

    def _described(self) -> str:
        if not self.numbers:
            return f"{len(self.parties)} parties, no record between any two of them."
        (best, number), *_ = self.numbers.items()
        pairs = len(self.numbers) + self.weaker
        have = "1 pair has" if pairs == 1 else f"{pairs} pairs have"
        return f"{len(self.parties)} parties; {have} records, the most {self._called(best)} ({number})."


def _common_party(pairs: Sequence[Pair]) -> str | None:
    """Return the party that is part of all pairs.

    None if there is none, or only one pair.
    """
    common = set(pairs[0]).intersection(*pairs[1:])
    return min(common) if len(common) == 1 else None


def _pill_width(number: int) -> float:
    return text_width(str(number), _NUMBER, BOLD) + 4
