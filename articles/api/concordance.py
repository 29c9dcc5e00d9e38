"""Every hit in every article found, with the words around it."""

from typing import Annotated, Literal

from ninja import Query, Router
from pydantic import Field

from articles.api.answers import Lines
from articles.api.cursors import next_page, place_of
from articles.api.documented import SEARCHED_IN_PAGES
from articles.api.entries import api_address
from articles.api.parameters import Paged, SearchParameters, address_of, check_names
from articles.search.concordance import FORM, concordance
from articles.search.searching import NEWEST, OLDEST, SOURCE
from articles.views.cited import site_of
from articles.views.concordance_lines import ShownLine, show_lines
from articles.views.searched import name_of_state

router = Router(tags=["Search"])
MOST_FORMS = 100
LONGEST_FORM = 512


class ConcordanceQuestion(Paged, SearchParameters):
    """A search, and the order and the form of its hits."""

    by: Literal["before1", "before2", "before3", "after1", "after2", "after3", FORM, NEWEST, OLDEST, SOURCE] = Field(
        NEWEST, description="What lines are sorted by; before1 is the word next to the hit, before it."
    )
    form: Annotated[str, Field(max_length=LONGEST_FORM)] = Field("", description="The form that alone is wanted.")


@router.get(
    "/concordance",
    response={200: Lines} | SEARCHED_IN_PAGES,
    summary="Words in context",
    operation_id="concordance",
    url_name="concordance",
)
def lines_of(request, question: Query[ConcordanceQuestion]):
    """Every place of a word in the articles found is a line, with what is written before and after it."""
    check_names(request, ConcordanceQuestion)
    everything = concordance(address_of(request).request())
    form = question.form.replace("\0", "").strip()
    found = everything.of_form(form) if form else everything
    state = name_of_state(found.index)
    place = place_of(request, question.cursor, state)
    end = place + question.limit
    shown = show_lines(found.lines(question.by, place, end))
    cursor, following = next_page(request, state, end) if end < len(found) else (None, None)
    return {
        "total": len(found),
        "articles": found.article_count,
        "cursor": cursor,
        "next": following,
        "forms": [{"form": one.text, "count": one.count} for one in everything.forms[:MOST_FORMS]],
        "lines": [line_of(line, site_of(request)) for line in shown],
    }


def line_of(line: ShownLine, site: str) -> dict:
    """Of an article that is gone only the words, which the index has."""
    article = line.article
    return {
        "before": line.before.strip(),
        "hit": line.keyword,
        "after": line.after.strip(),
        "form": line.form,
        "id": line.article_id,
        "headline": article.headline if article else None,
        "source": article.source.name if article and article.source else None,
        "published": (article.published or None) if article else None,
        "api": api_address(site, line.article_id),
    }
