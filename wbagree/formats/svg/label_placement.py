"""The placement of a line's number where it overlaps nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

Point = tuple[float, float]

# Distances between the background of a number and any obstacle, tried in this order.
_APART = (10.0, 6.0, 2.0)
# The positions that are tried, as fractions of a line. Near the ends of a line, others meet it.
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
    """Return the free position on a line that is nearest to ``preferred``.

    None if there is none. ``preferred``: a fraction of the line, from 0 (its start) to 1. ``half``: half the width and
    height of the rectangle to be placed. A greater distance from obstacles goes before a nearer position.
    """
    others = [*obstacles]
    parts = sorted(_PARTS, key=lambda part: abs(part - preferred))
    for apart in _APART:
        larger = half[0] + apart, half[1] + apart
        blocked = [span for other in others if (span := _blocked_span(start, end, larger, other))]
        for part in parts:
            if not any(low < part < high for low, high in blocked):
                return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
    return None


def _blocked_span(start: Point, end: Point, half: Point, obstacle: Obstacle) -> tuple[float, float] | None:
    """Return the part of a line where a rectangle touches an obstacle.

    As two fractions of the line; None if there is no such part. The middles of all rectangles that touch the obstacle
    fill a hexagon, the intersection of three bands: two along the axes, and one along the obstacle.
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
            one, other = (least - place) / step, (most - place) / step
            if one > other:
                one, other = other, one
            low, top = max(low, one), min(top, other)
            if low >= top:  # most obstacles are far away
                return None
        elif not least <= place <= most:
            return None
    return low, top
