"""The years that the texts of a result name, each with how many of its articles do."""

from collections import Counter
from dataclasses import replace
from datetime import date

from articles.search.collecting import count_passing
from articles.search.compiling_dates import filter_by_date
from articles.search.language.tree import Mentioned
from articles.search.readers import reading
from articles.search.searching import Answer, FacetOption

MOST_YEARS = 12


def mentioned_years(answer: Answer) -> tuple[FacetOption, ...]:
    """Those that most dates are of, whatever was chosen of this facet. An article that names many days counts once."""
    dates = answer.facet("mentioned", None)
    days: Counter[str] = Counter()
    for option in dates:
        if option.value[:4].isdigit() and int(option.value[:4]):
            days[option.value[:4]] += option.count
    if any(one.field == "mentioned" for one in answer.request.filters):
        others = tuple(one for one in answer.request.filters if one.field != "mentioned")
        answer = Answer(answer.index, replace(answer.request, filters=others))
    with reading(answer.index):
        counted = [
            FacetOption(year, count_passing(answer.found, filter_by_date(of_year(int(year)))))
            for year, _count in days.most_common(MOST_YEARS)
        ]
    return tuple(sorted(counted, key=lambda option: (-option.count, option.value)))


def of_year(year: int) -> Mentioned:
    return Mentioned(date(year, 1, 1), date(year, 12, 31))
