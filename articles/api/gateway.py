"""What stands before every answer of the API: methods, entity tags, and that the pages of any site may read it.

The data are public and the same for everyone: no cookie is read or set, so any origin is let in.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from articles.api.problems import problem_response
from articles.views.archive_state import read_state
from articles.views.caching import digest_of
from articles.views.searched import index_state

METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT_SECONDS = "86400"


def through_gateway(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, asked by GET alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": METHODS})
            response.headers["Access-Control-Allow-Methods"] = METHODS
            response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
            response.headers["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
        elif request.method in ("GET", "HEAD"):
            response = unless_known(request, lambda: asked_by_get(view, request, *args, **kwargs))
        else:
            response = problem_response(405, "The API is read only: ask by GET.")
            response.headers["Allow"] = METHODS
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    # Whoever asks by POST is to be told that it is no method here, not that a token is missing.
    answer.csrf_exempt = True
    return answer


def asked_by_get(view: Callable[..., HttpResponse], request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """The answer to GET; of that to HEAD the server sends no body."""
    method, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = method


def unless_known(request: HttpRequest, make: Callable[[], HttpResponse]) -> HttpResponse:
    """304 where the one who asks has the answer of this state of the archive and of its index."""
    address = (request.scheme, request.get_host(), request.get_full_path())
    etag = f'W/"{digest_of((read_state(), index_state(), address))[:32]}"'
    known = request.headers.get("If-None-Match")
    response = get_conditional_response(request, etag=etag) if known else None
    response = make() if response is None else response
    if response.status_code in (200, 304):
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = "public, no-cache"
    return response
