"""The colours of pictures and pages, safe for colour-blind readers.

The kinds of agreement have the hues of Okabe and Ito, as light and dark as keeps every two apart for those who do not
see red, green or blue; numbers have one hue from pale to deep. In a page each colour is a
custom property with the light colour to fall back on; a file has plain colours, which every program understands.
"""

from collections.abc import Mapping
from dataclasses import dataclass

STEPS = 5  # of the heat, from 1; 0 is where nothing is

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
    """Gives the colour of a name (``heat-3``): plain, or ``themed``, the page's with the light one to fall back on."""

    themed: bool = False

    def __call__(self, name: str) -> str:
        """Return the colour as an attribute has it."""
        return f"var(--chart-{name}, {LIGHT[name]})" if self.themed else LIGHT[name]


def properties(scheme: Mapping[str, str]) -> str:
    """Return the custom properties of LIGHT or DARK as CSS declarations, for a page that has both."""
    return " ".join(f"--chart-{name}: {colour};" for name, colour in scheme.items())


# Up to where each step goes, by the highest number; beyond the last is the last step.
_SCALES = ((5, (1, 2, 3, 4)), (10, (1, 2, 4, 6)), (50, (1, 2, 5, 10)), (200, (1, 5, 20, 50)))
_LARGEST = (1, 10, 100, 1000)
# Round steps of an axis.
ROUND = tuple(factor * 10**power for power in range(9) for factor in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Scale:
    """Which step of the heat, 1 to 5, a number has where ``most`` is the highest.

    Small numbers have steps of their own, so that one is told from three; ``even`` steps are all as large.
    """

    most: int
    even: bool = False

    def step(self, number: int) -> int:
        """Return the step of a number, 0 for none."""
        return 1 + sum(number > bound for bound in self._bounds()) if number > 0 else 0

    def steps(self) -> list[tuple[int, str, int]]:
        """Return the steps that there are: which, its numbers in words, the highest of them."""
        lows = [1, *(bound + 1 for bound in self._bounds())]
        highs = [min(high, self.most) for high in (*self._bounds(), self.most)]
        return [
            (step, str(high) if low == high else f"{low}–{high}", high)
            for step, (low, high) in enumerate(zip(lows, highs, strict=True), 1)
            if low <= high
        ]

    def _bounds(self) -> tuple[int, ...]:
        if self.even:
            wide = next(step for step in ROUND if step * STEPS >= self.most)
            return tuple(wide * place for place in range(1, STEPS))
        return next((bounds for most, bounds in _SCALES if self.most <= most), _LARGEST)
