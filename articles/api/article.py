"""One article, whole."""

from django.http import HttpResponse
from ninja import Path, Router

from articles.api.answers import Whole
from articles.api.documented import ALWAYS
from articles.api.entries import api_address, find_whole, whole
from articles.api.problems import Problem, Refused
from articles.models import ArticleRedirect
from articles.views.cited import site_of

router = Router(tags=["Articles"])
MOST = 10**18 - 1
NUMBER = Path(..., ge=1, le=MOST, description="The number of the article.")


@router.get(
    "/articles/{number}",
    response={200: Whole, 404: Problem, 410: Problem} | ALWAYS,
    summary="One article",
    operation_id="article",
    openapi_extra={
        "responses": {
            308: {
                "description": "The article turned out to be another: `Location` is its address, for ever.",
                "headers": {"Location": {"schema": {"type": "string"}}},
            }
        }
    },
)
def article(request, number: int = NUMBER):
    """The text in blocks, with tags, dates, links to other articles and every place at which it was found."""
    found = find_whole(number)
    if found is None:
        heir = ArticleRedirect.objects.filter(old_id=number).values_list("article_id", flat=True).first()
        if heir is None:
            raise Refused(404, "The archive has no article of this number.")
        return HttpResponse(status=308, headers={"Location": api_address(site_of(request), heir)})
    if found.is_withdrawn:
        raise Refused(410, "This article was withdrawn by an editor of the archive.")
    return whole(found, site_of(request))
