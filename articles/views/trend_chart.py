"""Lines over time as coordinates of an SVG. Time runs with the writing; the axis of values stands where it begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 300
TOP, BOTTOM, SIDE, VALUES = 16, 34, 80, 80
LEGEND_ROW = 24
MOST_TICKS = 5
# The longest month in words, تشرين الثاني, with room beside it, half of it beyond each end of the axis; and what is
# enough for each letter of a shorter label, such as a year.
LABEL_WIDTH, LETTER_WIDTH = 160, 12
# Of more points the markers would touch.
MOST_MARKED = 60
COLOURS = ("#1d5a45", "#a6480f", "#3b5ba5", "#8a2f6b", "#6b6a00", "#444444")
DASHES = ("", "8 4", "2 4", "10 3 2 3", "14 5", "4 2")
MARKERS = (
    "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
    "M-3.2 -3.2h6.4v6.4h-6.4z",
    "M0 -4.4l4 7.2h-8z",
    "M0 -4.4l4.4 4.4l-4.4 4.4l-4.4 -4.4z",
    "M0 4.4l4 -7.2h-8z",
    "M-3.6 -1.2h2.4v-2.4h2.4v2.4h2.4v2.4h-2.4v2.4h-2.4v-2.4h-2.4z",
)


@dataclass(frozen=True)
class Line:
    """`path` has a gap where a period has no value. Colour, dashes and marker each tell it from the others."""

    label: str
    path: str
    points: tuple[tuple[float, float], ...]
    colour: str
    dashes: str
    marker: str
    number: int
    legend_y: int


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class TrendChart:
    lines: tuple[Line, ...]
    times: tuple[Tick, ...]
    values: tuple[Tick, ...]
    is_rtl: bool
    first_x: float
    last_x: float
    value_x: float
    unit_y: int
    base: float
    width: int
    height: int


def draw_trends(
    labels: Sequence[str],
    periods: Sequence[str],
    values: Sequence[Sequence[float | None]],
    *,
    is_rtl: bool,
    write_value,
) -> TrendChart:
    """`values` are of each series by period; `write_value` writes one as the language does."""
    ticks = ticks_for(values)
    top = ticks[-1]
    base = HEIGHT - BOTTOM
    begin, end = (WIDTH - VALUES, SIDE) if is_rtl else (VALUES, WIDTH - SIDE)

    def x_of(place: int) -> float:
        share = place / (len(periods) - 1) if len(periods) > 1 else 0.5
        return round(begin + (end - begin) * share, 1)

    def y_of(value: float) -> float:
        return round(base - (base - TOP) * value / top, 1)

    lines = []
    for number, (label, line) in enumerate(zip(labels, values, strict=True)):
        style = number % len(COLOURS)
        points = [(x_of(place), y_of(value)) if value is not None else None for place, value in enumerate(line)]
        is_marked = len(periods) <= MOST_MARKED
        lines.append(
            Line(
                label,
                path_of(points),
                tuple(point for point in points if point) if is_marked else (),
                COLOURS[style],
                DASHES[style],
                MARKERS[style],
                style + 1,
                HEIGHT + 14 + number * LEGEND_ROW,
            )
        )
    return TrendChart(
        lines=tuple(lines),
        times=tuple(Tick(x_of(place), periods[place]) for place in labelled(periods)),
        values=tuple(Tick(y_of(tick), write_value(tick)) for tick in ticks),
        is_rtl=is_rtl,
        first_x=min(begin, end),
        last_x=max(begin, end),
        value_x=begin + 8 if is_rtl else begin - 8,
        unit_y=TOP,
        base=base,
        width=WIDTH,
        height=HEIGHT + 14 + len(lines) * LEGEND_ROW,
    )


def labelled(periods: Sequence[str]) -> range:
    """The places of those periods, as evenly spread as can be, whose labels have room on the axis of time."""
    room = min(LABEL_WIDTH, LETTER_WIDTH * max(map(len, periods), default=0))
    every = max(1, ceil(len(periods) * room / (WIDTH - SIDE - VALUES)))
    return range(0, len(periods), every)


def ticks_for(values: Sequence[Sequence[float | None]]) -> list[float]:
    """From nothing to the highest value or beyond; whole numbers where the values are: there is no half an article."""
    known = [value for line in values for value in line if value]
    highest = max(known, default=1)
    step = nice_step(highest)
    if all(float(value).is_integer() for value in known):
        step = max(1, step)
    return [round(step * number, 9) for number in range(ceil(round(highest / step, 9)) + 1)]


def nice_step(highest: float) -> float:
    """1, 2 or 5 times a power of ten, so that no more than five steps reach the highest."""
    rough = highest / MOST_TICKS
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999999)


def path_of(points: Sequence[tuple[float, float] | None]) -> str:
    path, is_drawing = [], False
    for point in points:
        if point:
            path.append(f"{'L' if is_drawing else 'M'}{point[0]:g} {point[1]:g}")
        is_drawing = point is not None
    return "".join(path)
