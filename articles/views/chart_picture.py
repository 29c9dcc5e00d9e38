"""A chart over time as a picture for print, drawn by matplotlib, which is loaded for it alone.

The pinned matplotlib joins and orders Arabic itself and sets its vowel marks (libraqm, since 3.11); text that a
reshaper and a bidi algorithm had been over before would come out backwards, so it is given as it is written. Nothing of
`pyplot` is touched: it would keep every figure for the whole process.
"""

import io
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.staticfiles import finders

from articles.templatetags.archive import BIDI_CONTROL
from articles.views.trend_chart import COLOURS, labelled, ticks_for

FACE, BOLD = "fonts/PlexSansArabic-Regular.ttf", "fonts/PlexSansArabic-SemiBold.ttf"
INCHES, DOTS_PER_INCH = (7.5, 4.6), 300
LEGEND_INCHES = 0.26
INK, QUIET, HAIRLINE = "#000000", "#444444", "#bbbbbb"
DASHES = ("-", (0, (6, 3)), (0, (1.5, 2)), (0, (7, 2, 1.5, 2)), (0, (10, 3)), (0, (3, 1.5)))
MARKERS = "os^DvP"
LONGEST = 70
MOST_MARKED = 60
_drawing = threading.Lock()


@dataclass(frozen=True)
class Plot:
    """All that the picture says; `values` of each label by period, None where there is no value."""

    title: str
    unit: str
    foot: str
    labels: tuple[str, ...]
    periods: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    is_rtl: bool


@lru_cache(maxsize=16)
def draw_png(plot: Plot) -> bytes:
    """PNG, 300 dots an inch. One is drawn at a time: each takes some forty megabytes while it is."""
    with _drawing:
        return _draw(plot)


def _draw(plot: Plot) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    face = FontProperties(fname=finders.find(FACE), size=9)
    bold = FontProperties(fname=finders.find(BOLD), size=11)
    writer = _Writer(face, bold)
    height = INCHES[1] + LEGEND_INCHES * len(plot.labels)
    figure = Figure(figsize=(INCHES[0], height), dpi=DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    legend = (0.42 + LEGEND_INCHES * len(plot.labels)) / height
    axes = figure.add_axes((0.09, legend + 0.42 / height, 0.82, 1 - legend - (0.42 + 0.85) / height))
    _lines(axes, plot)
    _scales(axes, plot, writer)
    start, align = (0.97, "right") if plot.is_rtl else (0.03, "left")
    writer.write(figure, start, 1 - 0.16 / height, plot.title, align, "top", is_bold=True)
    writer.write(figure, start, 1 - 0.48 / height, plot.unit, align, "top", colour=QUIET)
    writer.write(figure, start, 0.1 / height, plot.foot, align, "bottom", colour=QUIET)
    for number, label in enumerate(plot.labels):
        _legend_row(figure, writer, plot, number, label, legend - (0.12 + LEGEND_INCHES * number) / height)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _lines(axes, plot: Plot) -> None:
    for number, values in enumerate(plot.values):
        shown = [float("nan") if value is None else value for value in values]
        axes.plot(range(len(shown)), shown, **_style(number, is_marked=len(shown) <= MOST_MARKED))


def _style(number: int, *, is_marked: bool) -> dict:
    style = number % len(COLOURS)
    return {
        "color": COLOURS[style],
        "linestyle": DASHES[style],
        "linewidth": 1.5,
        "marker": MARKERS[style] if is_marked else "",
        "markersize": 4,
        "clip_on": False,
    }


def _scales(axes, plot: Plot, writer: "_Writer") -> None:
    """Time runs with the writing and the values stand where it begins. Digits are those of the language."""
    from articles.views.comparison import write_tick

    ticks = ticks_for(plot.values)
    axes.set_ylim(0, ticks[-1])
    last = max(len(plot.periods) - 1, 1)
    axes.set_xlim((last, 0) if plot.is_rtl else (0, last))
    places = labelled(plot.periods)
    axes.set_xticks(places, [writer.clean(plot.periods[place]) for place in places])
    axes.set_yticks(ticks, [writer.clean(write_tick(tick)) for tick in ticks])
    if plot.is_rtl:
        axes.yaxis.tick_right()
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(writer.face)
        label.set_parse_math(False)
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, colors=INK, pad=6)
    axes.grid(axis="y", color=HAIRLINE, linewidth=0.5)
    axes.set_axisbelow(True)


def _legend_row(figure, writer: "_Writer", plot: Plot, number: int, label: str, y: float) -> None:
    from matplotlib.lines import Line2D

    begin, end, text = (0.97, 0.91, 0.895) if plot.is_rtl else (0.03, 0.09, 0.105)
    style = _style(number, is_marked=True) | {"clip_on": False}
    figure.add_artist(Line2D([begin, (begin + end) / 2, end], [y] * 3, markevery=[1], **style))
    writer.write(figure, text, y, label, "right" if plot.is_rtl else "left", "center")


class _Writer:
    """Writes texts as they are given: no formulas of TeX in them, nothing that the typeface cannot draw."""

    def __init__(self, face, bold):
        from matplotlib.font_manager import get_font

        self.face, self._bold = face, bold
        self._known = frozenset(get_font(face.get_file()).get_charmap())

    def write(self, figure, x, y, text, align, upright, *, is_bold=False, colour=INK) -> None:
        figure.text(
            x,
            y,
            self.clean(text),
            horizontalalignment=align,
            verticalalignment=upright,
            fontproperties=self._bold if is_bold else self.face,
            color=colour,
            parse_math=False,
        )

    def clean(self, text: str) -> str:
        """One line without controls of direction; where the typeface lacks a letter, a question mark."""
        line = " ".join(BIDI_CONTROL.sub("", unicodedata.normalize("NFC", text)).split())
        line = line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"
        shown = (sign for sign in line if unicodedata.category(sign) != "Cf")
        return "".join(sign if ord(sign) in self._known else "?" for sign in shown)
