"""Hits over time, by month or by year, as bars that each lead to the search narrowed to them, and as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.search.searching import FacetOption, Filter, SearchRequest, answer
from articles.templatetags.archive import digits, edtf, language, number
from articles.views.search_address import UNDATED, SearchAddress, addresses

HEIGHT, BAR, GAP = 100, 10, 2
MOST_BARS, FEWEST_PLACES = 60, 12
# Hits of no more years than this, those without hits between them included, are shown by month.
FEW_YEARS = 4
PERIODS = ("year", "month")


@dataclass(frozen=True)
class Bar:
    """A month or a year. `x`, `y` and `height` are of the drawing; `amount` is what the bar stands for, in words."""

    label: str
    short: str
    count: int
    amount: str
    href: str
    is_chosen: bool
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Timeline:
    """`bars` in order of time; `earlier` hits are of periods before the first. `highest` is what the top stands for."""

    by: str
    bars: tuple[Bar, ...]
    width: int
    highest: str
    earlier: int
    undated: int
    is_relative: bool
    other_scale: str
    everything: str

    @property
    def is_short(self) -> bool:
        """The bars do not fill the drawing."""
        return len(self.bars) < FEWEST_PLACES

    @property
    def first(self) -> Bar:
        return self.bars[0]

    @property
    def last(self) -> Bar:
        return self.bars[-1]


def make_timeline(address: SearchAddress, facets: Mapping[str, Sequence[FacetOption]]) -> Timeline | None:
    """None where fewer than two periods have hits. `facets` have all years and months."""
    years = dict(facets["year"])
    undated = years.pop(UNDATED, 0)
    by = "month" if years and len(periods_between(min(years), max(years))) <= FEW_YEARS else "year"
    counts = dict(facets["month"]) if by == "month" else years
    if len(counts) < 2:
        return None
    periods = periods_between(min(counts), max(counts))[-MOST_BARS:]
    is_relative = address.scale == "thousand"
    totals = totals_of(by) if is_relative else {}
    amounts = [amount_of(counts.get(period, 0), totals.get(period, 0), is_relative) for period in periods]
    return Timeline(
        by=by,
        bars=tuple(make_bars(address, by, periods, counts, amounts, is_relative)),
        width=max(len(periods), FEWEST_PLACES) * (BAR + GAP),
        highest=written(max(amounts), is_relative, language()),
        earlier=sum(count for period, count in counts.items() if period < periods[0]),
        undated=undated,
        is_relative=is_relative,
        other_scale=address.with_(scale="count" if is_relative else "thousand").querystring(),
        everything=address.dropping_field(*PERIODS).querystring() if is_narrowed(address) else "",
    )


def totals_of(by: str) -> dict[str, int]:
    """All articles of the archive by year or month."""
    return dict(answer(SearchRequest(limit=0, facets=())).facet(by, None))


def periods_between(first: str, last: str) -> list[str]:
    """All years or months from the first to the last: 2025-11 to 2026-02 are four."""
    if "-" not in first:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    start, end = (int(period[:4]) * 12 + int(period[5:]) - 1 for period in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]


def amount_of(count: int, total: int, is_relative: bool) -> float:
    """Hits, or hits per thousand articles of the period."""
    if not is_relative:
        return count
    return 1000 * count / total if total else 0


def written(amount: float, is_relative: bool, tongue: str) -> str:
    if not is_relative:
        return number(int(amount), tongue)
    plain = f"{amount:.1f}"
    return digits(plain.replace(".", "٫"), tongue) if tongue == "ar" else plain


def make_bars(address, by, periods, counts: Mapping[str, int], amounts, is_relative: bool) -> list[Bar]:
    highest, tongue = max(amounts) or 1, language()
    address_of = addresses(lambda period: narrowed(address, Filter(by, period)))
    bars = []
    for place, (period, amount) in enumerate(zip(periods, amounts, strict=True)):
        height = max(2, round(HEIGHT * amount / highest)) if amount else 0
        stand = max(len(periods), FEWEST_PLACES) - place - 1 if tongue == "ar" else place
        chosen = Filter(by, period)
        is_chosen = chosen in address.filters
        href = narrowed(address, chosen).querystring() if is_chosen else address_of(period)
        bars.append(
            Bar(
                label=edtf(period, tongue),
                short=digits(period, tongue),
                count=counts.get(period, 0),
                amount=written(amount, is_relative, tongue),
                href=href if counts.get(period) else "",
                is_chosen=is_chosen,
                x=stand * (BAR + GAP),
                y=HEIGHT - height,
                height=height,
            )
        )
    return bars


def narrowed(address: SearchAddress, chosen: Filter) -> SearchAddress:
    """To one year or month, instead of those that were chosen before; or without it where it was chosen."""
    others = address.dropping_field(*PERIODS)
    return others if chosen in address.filters else others.adding(chosen)


def is_narrowed(address: SearchAddress) -> bool:
    return any(one.field in PERIODS and not one.is_excluded for one in address.filters)


def describe(timeline: Timeline) -> str:
    """What the drawing shows, in a sentence."""
    said = {"first": timeline.first.label, "last": timeline.last.label, "highest": timeline.highest}
    if timeline.is_relative:
        return _("From %(first)s to %(last)s; at most %(highest)s of a thousand articles.") % said
    return _("From %(first)s to %(last)s; at most %(highest)s.") % said
