"""The colours of pictures and pages, safe for colour-blind readers.

The kinds of agreement have the hues of Okabe and Ito. Their lightness is chosen so that readers who do not see red,
green or blue can tell any two of them apart. Numbers have one hue, from pale to deep. In a page each colour is a custom
property with the light colour as its fallback; a file has plain colours, which every program understands.
"""

from collections.abc import Mapping
from dataclasses import dataclass

STEPS = 5  # of the heat scale, numbered from 1; 0 is an empty cell

LIGHT: Mapping[str, str] = {
    "ground": "#ffffff",
    "text": "#14212e",
    "muted": "#526170",
    "line": "#cfd6dd",
    "heat-0": "#f3f5f7",
    "heat-1": "#dceaf6",
    "heat-2": "#b3d3ec",
    "heat-3": "#79b0dc",
    "heat-4": "#2c6fad",
    "heat-5": "#123f73",
    "ink-0": "#526170",
    "ink-1": "#14212e",
    "ink-2": "#14212e",
    "ink-3": "#14212e",
    "ink-4": "#ffffff",
    "ink-5": "#ffffff",
    "edge-1": "#7d94aa",
    "edge-2": "#5585b3",
    "edge-3": "#2c6fad",
    "edge-4": "#1d568f",
    "edge-5": "#123f73",
    "kind-1": "#0f62c0",
    "kind-2": "#d97706",
    "kind-3": "#0d4634",
    "kind-4": "#8f4f86",
    "kind-5": "#8d959c",
}
DARK: Mapping[str, str] = {
    "ground": "#12181f",
    "text": "#eef3f8",
    "muted": "#a3b1bf",
    "line": "#3a4653",
    "heat-0": "#1c252f",
    "heat-1": "#1d3c5c",
    "heat-2": "#23588a",
    "heat-3": "#4a91cf",
    "heat-4": "#8ec2ea",
    "heat-5": "#d5e9fa",
    "ink-0": "#a3b1bf",
    "ink-1": "#eef3f8",
    "ink-2": "#eef3f8",
    "ink-3": "#0a131c",
    "ink-4": "#0a131c",
    "ink-5": "#0a131c",
    "edge-1": "#6b8099",
    "edge-2": "#5b93c9",
    "edge-3": "#76b1e2",
    "edge-4": "#9ccbf0",
    "edge-5": "#d5e9fa",
    "kind-1": "#2f74dd",
    "kind-2": "#f0892b",
    "kind-3": "#4ff2a9",
    "kind-4": "#ad6bb3",
    "kind-5": "#cfd2d8",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """A function from the name of a colour (``heat-3``) to the colour.

    Plain, or if ``themed`` the custom property of the page with the light colour as its fallback.
    """

    themed: bool = False

    def __call__(self, name: str) -> str:
        """Return the colour as the value of an attribute."""
        return f"var(--chart-{name}, {LIGHT[name]})" if self.themed else LIGHT[name]


def css_properties(scheme: Mapping[str, str]) -> str:
    """Return the custom properties of LIGHT or DARK as CSS declarations."""
    return " ".join(f"--chart-{name}: {colour};" for name, colour in scheme.items())


# For scales up to the first value: the largest number of each step but the last. _LARGEST is for higher scales.
_SCALES = ((5, (1, 2, 3, 4)), (10, (1, 2, 4, 6)), (50, (1, 2, 5, 10)), (200, (1, 5, 20, 50)))
_LARGEST = (1, 10, 100, 1000)
# Round steps of an axis.
ROUND_NUMBERS = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Scale:
    """The heat scale: steps 1 to 5 for numbers up to ``highest``.

    Small numbers have steps of their own, so that one looks different from three. If ``even``, all steps are equally
    large.
    """

    highest: int
    even: bool = False

    def step(self, number: int) -> int:
        """Return the step of a number; 0 for the number 0."""
        return 1 + sum(number > bound for bound in self._bounds()) if number > 0 else 0

    def steps(self) -> list[tuple[int, str, int]]:
        """Return the steps that numbers up to ``highest`` have.

        For each: the step, the range of its numbers as text, the highest of them.
        """
        lows = [1, *(bound + 1 for bound in self._bounds())]
        highs = [min(high, self.highest) for high in (*self._bounds(), self.highest)]
        return [
            (step, str(high) if low == high else f"{low}–{high}", high)
            for step, (low, high) in enumerate(zip(lows, highs, strict=True), 1)
            if low <= high
        ]

    def _bounds(self) -> tuple[int, ...]:
        if self.even:
            wide = next(step for step in ROUND_NUMBERS if step * STEPS >= self.highest)
            return tuple(wide * place for place in range(1, STEPS))
        return next((bounds for most, bounds in _SCALES if self.highest <= most), _LARGEST)
