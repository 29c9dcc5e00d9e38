"""The chart of the benchmarks, written as SVG: p95 by engine, both axes logarithmic where there are several sizes."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

_WIDTH, _HEIGHT = 760, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 230, 24, 44
# Told apart by those who see few colours, and by their marks.
_COLOURS = ("#0b6e4f", "#5aa17f", "#9bc4a8", "#b5502b", "#1f5c99", "#7a5195", "#555555")

Points = Mapping[str, Sequence[tuple[int, float]]]


def draw(points: Points) -> str:
    """For each engine its (articles, p95 in milliseconds)."""
    sizes = sorted({size for line in points.values() for size, _ in line})
    times = [time for line in points.values() for _, time in line]
    low, high = floor(log10(min(times))), ceil(log10(max(times)))
    high = max(high, low + 1)

    def across(size: int) -> float:
        room = _WIDTH - _LEFT - _RIGHT
        if len(sizes) == 1:
            return _LEFT + room / 2
        return _LEFT + 20 + (room - 40) * (log10(size / sizes[0]) / log10(sizes[-1] / sizes[0]))

    def up(time: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (log10(time) - low) / (high - low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img">',
        "<title>p95 of the mixed queries in milliseconds, by engine and number of articles</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="14" fill="#333">p95, milliseconds</text>',
    ]
    for power in range(low, high + 1):
        y = up(10**power)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#333">{10.0**power:g}</text>')
    for size in sizes:
        parts.append(
            f'<text x="{across(size):.1f}" y="{_HEIGHT - 22}" text-anchor="middle" fill="#333">{size:,}</text>'
        )
    middle = _LEFT + (_WIDTH - _LEFT - _RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{_HEIGHT - 5}" text-anchor="middle" fill="#333">articles</text>')
    ends = _spread([(up(line[-1][1]), name) for name, line in points.items()])
    for number, (name, line) in enumerate(points.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        places = [(across(size), up(time)) for size, time in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        label = _WIDTH - _RIGHT + 12
        parts.append(f'<path d="M{x:.1f} {y:.1f}L{label - 4} {ends[name]:.1f}" stroke="{colour}" stroke-width=".5"/>')
        text = f"{escape(name)}: {line[-1][1]:.2g}" if line[-1][1] < 10 else f"{escape(name)}: {line[-1][1]:.0f}"
        parts.append(f'<text x="{label}" y="{ends[name] + 4:.1f}" fill="{colour}">{text}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _spread(wanted: Sequence[tuple[float, str]]) -> dict[str, float]:
    """Heights for labels, as near as may be to where they are wanted, no two on one line."""
    placed: dict[str, float] = {}
    least = _TOP
    for height, name in sorted(wanted):
        placed[name] = least = max(height, least)
        least += 16
    return placed
