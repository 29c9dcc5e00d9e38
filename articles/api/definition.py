"""The API as a whole: its endpoints, its OpenAPI document, and how what goes wrong is told."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from articles.api import article, concordance, names, searching
from articles.api.parameters import MOST_ITEMS
from articles.api.problems import CONTENT_TYPE, RETRY_AFTER, Refused, problem_response
from articles.search.errors import IndexUnavailable
from articles.views.search_address import LONGEST_QUERY, MOST_FILTERS, MOST_LEFT_OUT

log = logging.getLogger(__name__)

VERSION = "1.0.0"
DESCRIPTION = f"""The articles of the archive and their search, to read. No key is needed and no cookie is set.

Limits: {MOST_ITEMS} items a page; {LONGEST_QUERY:,} characters of a query, the rest refused; {MOST_FILTERS} filters of
a kind and in all; {MOST_LEFT_OUT} forms left out. What is beyond a limit, and a parameter that is not known, is
answered with 422.

Pages: `next` is the address of the next page, `cursor` the same for programs that make their own addresses. The pages
of a search are of one state of the index; when it changes its cursors are answered with 410, and the search is begun
anew. Cursors of names hold for ever.

Problems are `application/problem+json` (RFC 9457). After a 503 ask again when `Retry-After` ({RETRY_AFTER} seconds)
has passed. Every answer has an `ETag`; a question with `If-None-Match` is answered with 304 while nothing has changed.
Any site's pages may ask (CORS).

To take away all that a search finds use its exports (CSV, XLSX, JSON Lines, RIS, BibTeX, ZIP), which have no limit."""


class Renderer(JSONRenderer):
    """Arabic as Arabic: escaped it would be twice as long."""

    json_dumps_params = {"ensure_ascii": False}


class ReadOnlyAPI(NinjaAPI):
    """Ninja's API, whose document gives problems their own media type."""

    def get_openapi_schema(self, **kwargs):
        schema = super().get_openapi_schema(**kwargs)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "content" in response:
                        response["content"] = {CONTENT_TYPE: response["content"]["application/json"]}
        return schema


api = ReadOnlyAPI(
    title="Arabic News Archive",
    version=VERSION,
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    renderer=Renderer(),
    openapi_url="/openapi.json",
)
for part in (searching, concordance, article, names):
    api.add_router("", part.router)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem_response(error.status, error.detail, error.errors)


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = tuple(f"{'.'.join(map(str, one['loc'][-2:]))}: {one['msg']}" for one in error.errors)
    return problem_response(422, "A parameter is not as the description of the API has it.", errors)


@api.exception_handler(HttpError)
def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem_response(error.status_code, str(error))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem_response(404, "There is nothing at this address. The addresses are in /api/v1/openapi.json.")


@api.exception_handler(IndexUnavailable)
def unavailable(request: HttpRequest, error: IndexUnavailable) -> HttpResponse:
    return problem_response(503, "The archive cannot be searched just now; its articles can be read. Ask again later.")


@api.exception_handler(Exception)
def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("The API could not answer %s", request.path)
    return problem_response(500, "The archive made a mistake, which was written down.")
