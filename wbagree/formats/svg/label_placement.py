"""The placement of a line's number where it overlaps nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]

# Between the ground of a number and anything else: better much than little.
_APART = (10.0, 6.0, 2.0)
# Parts of a line, the nearest to where a number is wanted first; nearer to its ends lines meet.
_PARTS = tuple(place / 100 for place in range(12, 89, 2))


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An obstacle to numbers: a line, or a rectangle around one point.

    ``sideways`` and ``above``: how far it reaches from the line between its ends; ``above`` is ``sideways`` if None.
    """

    start: Point
    end: Point
    sideways: float
    above: float | None = None


def free_position(
    start: Point, end: Point, half: Point, obstacles: Iterable[Obstacle], preferred: float = 0.5
) -> Point | None:
    """Return the free spot of a line that is nearest to ``preferred`` (0 its start, 1 its end), None where none is.

    ``half``: half the width and height of what is to stand there.
    """
    others = [*obstacles]
    parts = sorted(_PARTS, key=lambda part: abs(part - preferred))
    for apart in _APART:
        kept_off = half[0] + apart, half[1] + apart
        barred = [span for other in others if (span := _barred(start, end, kept_off, other))]
        for part in parts:
            if not any(low < part < high for low, high in barred):
                return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
    return None


def _barred(start: Point, end: Point, half: Point, obstacle: Obstacle) -> tuple[float, float] | None:
    """The part of a line on which a rectangle would touch an obstacle.

    The middles of the rectangles that touch fill a hexagon, which is where three bands meet: two along the axes, and
    one along the obstacle.
    """
    (ax, ay), (bx, by), (cx, cy) = obstacle.start, obstacle.end, start
    dx, dy = end[0] - cx, end[1] - cy
    wide = half[0] + obstacle.sideways
    high = half[1] + (obstacle.sideways if obstacle.above is None else obstacle.above)
    across, down = by - ay, ax - bx  # at a right angle to the obstacle
    reach = abs(across) * wide + abs(down) * high
    low, top = 0.0, 1.0
    for place, step, least, most in (
        (cx, dx, min(ax, bx) - wide, max(ax, bx) + wide),
        (cy, dy, min(ay, by) - high, max(ay, by) + high),
        ((cx - ax) * across + (cy - ay) * down, dx * across + dy * down, -reach, reach),
    ):
        if step:
            one, other = sorted(((least - place) / step, (most - place) / step))
            low, top = max(low, one), min(top, other)
        elif not least <= place <= most:
            return None
    return (low, top) if low < top else None
