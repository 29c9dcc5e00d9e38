"""Several searches counted over the same stretch of time, in the words of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.search.searching import Filter
from articles.search.trends import Trend, trends
from articles.templatetags.archive import edtf, number
from articles.templatetags.figures import decimal
from articles.views.compare_address import CompareAddress, Series

MOST_PERIODS = 240


@dataclass(frozen=True)
class Comparison:
    """`periods` are EDTF, the earliest first; of a longer time the last, and `is_cut`. `labels` name the series."""

    address: CompareAddress
    series: tuple[Series, ...]
    labels: tuple[str, ...]
    trends: tuple[Trend, ...]
    periods: tuple[str, ...]
    is_cut: bool = False

    @property
    def values(self) -> list[list[float | None]]:
        """Of each series by period, as the address asks for: whole numbers or shares, None where there is no share."""
        return [[self.value(trend, period) for period in self.periods] for trend in self.trends]

    def value(self, trend: Trend, period: str) -> float | None:
        return trend.share(period) if self.address.is_relative else trend.counts.get(period, 0)

    @property
    def written_periods(self) -> list[str]:
        return [edtf(period) for period in self.periods]


@dataclass(frozen=True)
class Cell:
    """`href` is the search for what was counted; none where nothing was."""

    shown: str
    href: str


def compare(address: CompareAddress, labels_of_sources: dict[str, str]) -> Comparison:
    """Raises IndexUnavailable."""
    series = address.series
    counted = trends([one.search.request() for one in series], address.by)
    periods = periods_between(sorted({period for trend in counted for period in trend.totals}), address.by)
    labels = tuple(labels_of_sources.get(one.source, one.source) if one.source else one.search.query for one in series)
    return Comparison(
        address, tuple(series), labels, tuple(counted), tuple(periods[-MOST_PERIODS:]), len(periods) > MOST_PERIODS
    )


def periods_between(known: Sequence[str], by: str) -> list[str]:
    """All years or months from the first to the last, those without an article too."""
    if not known:
        return []
    if by == "year":
        return [f"{year:04}" for year in range(int(known[0]), int(known[-1]) + 1)]
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (known[0], known[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def write_value(value: float | None, *, is_relative: bool) -> str:
    """A whole number or a share as the page writes it; a dash where there is nothing to have a share of."""
    if value is None:
        return "–"
    return decimal(value, 2 if 0 < value < 1 else 1) if is_relative else number(round(value))


def write_tick(value: float) -> str:
    return (
        number(round(value)) if value == round(value) else decimal(value, 1 if value * 10 == round(value * 10) else 2)
    )


def table(comparison: Comparison) -> list[tuple[str, list[Cell]]]:
    """The rows of the table, the latest first."""
    is_relative, by = comparison.address.is_relative, comparison.address.by
    rows = []
    for period, written in zip(comparison.periods, comparison.written_periods, strict=True):
        cells = []
        for one, trend in zip(comparison.series, comparison.trends, strict=True):
            shown = write_value(comparison.value(trend, period), is_relative=is_relative)
            href = one.search.adding(Filter(by, period)).querystring() if trend.counts.get(period) else ""
            cells.append(Cell(shown, href))
        rows.append((written, cells))
    return rows[::-1]
