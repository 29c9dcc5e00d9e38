"""How often several questions are answered over time: articles of each year or month, and of how many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from articles.search.facets import field_facet
from articles.search.kept_request import kept_request
from articles.search.readers import reading
from articles.search.searching import UNDATED, SearchRequest, answer
from articles.search.worked_out import worked_out

By = Literal["year", "month"]


@dataclass(frozen=True)
class Trend:
    """`counts` of articles found by year (2025) or month (2025-03), the earliest first; `totals` of all articles that
    the same filters let pass, found or not. An article of uncertain date is of each year or month that it may be of;
    `unplaced` have no date, or one too uncertain for months. `found` is their whole number."""

    counts: dict[str, int]
    totals: dict[str, int]
    found: int
    unplaced: int

    def __len__(self) -> int:
        return len(self.totals)

    def share(self, period: str) -> float | None:
        """Articles found of each thousand of a period, None where it has no article."""
        total = self.totals.get(period, 0)
        return 1000 * self.counts.get(period, 0) / total if total else None


def trends(requests: Sequence[SearchRequest], by: By) -> list[Trend]:
    """Of each request. Raises IndexUnavailable."""
    return [_trend(request, by) for request in requests]


def _trend(request: SearchRequest, by: By) -> Trend:
    found = answer(kept_request(request))

    def make() -> Trend:
        counts, placed = _periods(found, by)
        everything = kept_request(SearchRequest(filters=request.filters))
        totals, _ = _periods(answer(everything), by)
        return Trend(counts, totals, found.total, found.total - placed)

    return worked_out(found.index, ("trend", by, found.request), make)


def _periods(found, by: By) -> tuple[dict[str, int], int]:
    """The articles of each period, and how many are of any."""
    with reading(found.index):
        counted = field_facet(found.found, by)
        parts = zip(found.index.segments, found.index.parted(found.found.docs), strict=True)
        placed = 0
        for segment, docs in parts:
            starts = segment.array(f"value.{by}.starts")
            if len(starts) > 1:
                placed += int(((starts[1:] - starts[:-1])[docs] > 0).sum())
    counts = dict(counted)
    placed -= counts.pop(UNDATED, 0)
    return dict(sorted(counts.items())), placed
