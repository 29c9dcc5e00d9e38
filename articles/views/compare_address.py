"""The address of a comparison: up to six queries, or one in several sources, over time.

q=قمح&q=شعير       each of up to six; with the filters and settings of a search, which hold for all
source=1&source=2  with one query: the query in each of these sources; with several: what any of these has
by=month           or year
relative=1         of each thousand articles of the period instead of whole numbers
"""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.search.searching import Filter
from articles.search.trends import By
from articles.views.bare_search import bare
from articles.views.search_address import LONGEST_QUERY, SearchAddress

MOST_SERIES = 6
BYS: tuple[By, ...] = ("year", "month")
USUAL: By = "year"


@dataclass(frozen=True)
class Series:
    """One line of the chart: its search, and the source that alone tells it from the others, if one does."""

    search: SearchAddress
    source: str = ""


@dataclass(frozen=True)
class CompareAddress:
    """`search` has the filters and settings of all, and no query."""

    queries: tuple[str, ...]
    search: SearchAddress
    by: By = USUAL
    is_relative: bool = False
    notices: tuple[str, ...] = ()

    @classmethod
    def read(cls, search: SearchAddress, params: QueryDict) -> "CompareAddress":
        typed = (text.replace("\0", " ").strip()[:LONGEST_QUERY] for text in params.getlist("q"))
        queries = tuple(dict.fromkeys(filter(None, typed)))
        by = params.get("by", "")
        address = cls(
            queries[:MOST_SERIES],
            replace(bare(search), query="", left_out=search.left_out if len(queries) < 2 else ()),
            by if by in BYS else USUAL,
            params.get("relative", "") not in ("", "0"),
        )
        is_cut = len(queries) > MOST_SERIES or (len(address.sources) > MOST_SERIES and len(queries) == 1)
        return replace(address, notices=(_("Only the first six are compared."),) if is_cut else ())

    @property
    def sources(self) -> list[Filter]:
        return [one for one in self.search.filters if one.field == "source" and not one.is_excluded]

    @property
    def series(self) -> list[Series]:
        if len(self.queries) == 1 and len(self.sources) > 1:
            asked = self.search.with_(query=self.queries[0]).dropping(*self.sources)
            return [Series(asked.adding(source), source.value) for source in self.sources[:MOST_SERIES]]
        return [Series(self.search.with_(query=query)) for query in self.queries]

    def pairs(self) -> list[tuple[str, str]]:
        own = [("by", self.by if self.by != USUAL else ""), ("relative", "1" if self.is_relative else "")]
        pairs = [*(("q", query) for query in self.queries), *self.search.with_().pairs(), *own]
        return [(name, value) for name, value in pairs if value]

    def querystring(self) -> str:
        return "?" + urlencode(self.pairs(), safe=".")
