"""How answers about an article are kept by browsers and caches: always asked for again, and sent again only if changed.

An entity tag is made of everything that the answer says, so that a corrected name of an author or tag, which leaves the
article's own time of change as it was, is seen at once. `Last-Modified` is told, but a question by it alone is answered
in full, for the same reason.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

OURS = Path(__file__).resolve().parent.parent
ASK_AGAIN = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


def answer_unless_known(
    request: HttpRequest,
    facts: object,
    make: Callable[[], HttpResponse],
    *,
    changed_at: datetime,
    kept: str = ASK_AGAIN,
) -> HttpResponse:
    """304 where the visitor has what this code makes of `facts`; else `make()`, which is not called before."""
    return _answer(request, digest_of(facts), make, changed_at, kept)


def answer_unless_same(request: HttpRequest, response: HttpResponse, *, changed_at: datetime) -> HttpResponse:
    """304 where the visitor has this very page; else the page."""
    return _answer(request, hashlib.sha256(response.content).hexdigest(), lambda: response, changed_at, ASK_AGAIN)


def digest_of(facts: object) -> str:
    """A name for what our code makes of `facts`, any value whose `repr` says all of it."""
    return hashlib.sha256(f"{version_of_code()} {facts!r}".encode("utf-8", "surrogatepass")).hexdigest()


def _answer(request, digest: str, make: Callable[[], HttpResponse], changed_at: datetime, kept: str) -> HttpResponse:
    etag = f'"{digest[:32]}"'
    known = request.headers.get("If-None-Match")
    response = get_conditional_response(request, etag=etag) if known else None
    response = make() if response is None else response
    response.headers["ETag"] = etag
    if response.status_code in (200, 304):
        response.headers["Cache-Control"] = kept
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    return response


@cache
def version_of_code() -> str:
    """A name for the code and the catalogues of words of this process."""
    files = sorted([*OURS.rglob("*.py"), *OURS.rglob("*.mo")])
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
