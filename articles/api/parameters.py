"""The parameters of questions: those of the search page, by the same names and with the same meaning."""

from typing import Annotated, Literal

from django.http import HttpRequest, QueryDict
from django.utils.translation import override
from ninja import Schema
from pydantic import Field

from articles.api.cursors import LONGEST as LONGEST_CURSOR
from articles.api.problems import Refused
from articles.views.search_address import LONGEST_FORM, LONGEST_QUERY, MOST_FILTERS, MOST_LEFT_OUT, SearchAddress

MOST_ITEMS = 100
LONGEST_RANGE = 121

Key = Annotated[str, Field(pattern=r"^-?[1-9][0-9]{0,17}$")]
Year = Annotated[str, Field(pattern=r"^-?([0-9]{4}|undated)$")]
Month = Annotated[str, Field(pattern=r"^-?[0-9]{4}-(0[1-9]|1[0-2])$")]
Completeness = Literal["whole", "excerpt", "-whole", "-excerpt"]
Range = Annotated[str, Field(min_length=1, max_length=LONGEST_RANGE)]
Form = Annotated[str, Field(min_length=1, max_length=LONGEST_FORM)]


def values(of: str, example: str):
    said = f"{of} With a minus before it what has the value is left out. May be repeated: any one will do."
    return Field([], max_length=MOST_FILTERS, description=f"{said} For example {example}.")


class SearchParameters(Schema):
    """What is searched for, and within what."""

    q: str = Field("", max_length=LONGEST_QUERY, description="The words, in the archive's query language.")
    source: list[Key] = values("The number of a source.", "5")
    section: list[Key] = values("The number of a section.", "3")
    author: list[Key] = values("The number of an author.", "12")
    place: list[Key] = values("The number of a place.", "7")
    tag: list[Key] = values("The number of a tag.", "40")
    year: list[Year] = values('A year, or "undated".', "2025")
    month: list[Month] = values("A month.", "2025-03")
    date: list[Range] = values("Dates of publication: a date, or two with two dots between them.", "2025-01..2026-02")
    mentioned: list[Range] = values("Dates that the text mentions.", "2011")
    completeness: list[Completeness] = values("Whether the archive has the whole text.", "whole")
    level: Literal["", "exact", "folded", "light", "root"] = Field(
        "", description="How alike the forms of words must be; light is usual."
    )
    match: Literal["", "all", "most"] = Field(
        "", description="How many of the words must be there; else all of a few and most of many."
    )
    leave_out: list[Form] = Field(
        [], alias="not", max_length=MOST_LEFT_OUT, description="A form of a word that does not count. May be repeated."
    )
    names: Literal["", "on", "off"] = Field("", description="off: names are searched as they are typed alone.")


class SortedParameters(SearchParameters):
    sort: Literal["", "relevance", "newest", "oldest", "source"] = Field(
        "", description="By relevance where there are words, else the newest first."
    )


class Paged(Schema):
    limit: int = Field(20, ge=1, le=MOST_ITEMS, description="How many items a page has at most.")
    cursor: Annotated[str, Field(max_length=LONGEST_CURSOR)] | None = Field(
        None, description="The `cursor` of the page before. It holds until the archive changes."
    )


def check_names(request: HttpRequest, known: type[Schema]) -> None:
    """Refuses parameters that the endpoint does not know: passed over in silence they would falsify its answer."""
    names = {field.alias or name for name, field in known.model_fields.items()}
    unknown = sorted(set(request.GET) - names)
    if unknown:
        errors = tuple(f"{name[:60]}: there is no such parameter." for name in unknown[:20])
        raise Refused(422, f"The parameters here are: {', '.join(sorted(names))}.", errors)


def address_of(request: HttpRequest) -> SearchAddress:
    """The search that an address asks for; what the page would leave aside with a notice is refused (422)."""
    with override("en"):
        address = SearchAddress.read(_without_surrogates(request.GET))
    if address.notices:
        raise Refused(422, "Something of this request was not understood.", address.notices)
    return address


def _without_surrogates(params: QueryDict) -> QueryDict:
    return QueryDict(params.urlencode().encode("utf-8", "replace"))
