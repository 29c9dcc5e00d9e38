"""What need not be made again while the archive stays as it is: whole answers (304) and prepared tables.

The state of the archive is a short text that changes with every change of it and costs a few milliseconds to read.
Nothing has to be told of a change, in whichever process it was made.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import condition

from articles.models import Article
from articles.plain_rows import fetch
from articles.views.caching import digest_of
from articles.views.kept_answers import ANSWERS

# What the database itself tells of every row that was added, those of the outbox and of the editors' log among them:
# each change of an article writes to the first, each change of a name to the second. On SQLite the counters of all
# tables; on PostgreSQL the transactions that are seen. Of another kind of database nothing is known: every moment is
# another state.
COUNTERS = {
    "sqlite": "(SELECT group_concat(name || ' ' || seq) FROM sqlite_sequence)",
    "postgresql": "pg_current_snapshot()::text",
}
UNKNOWN = "CURRENT_TIMESTAMP"
# The last row tells apart databases whose counters agree, such as a copy that was put back.
FACTS = """SELECT {counters}, last.id, last.changed_at, (SELECT COUNT(*) FROM articles_article WHERE status = %s)
    FROM (SELECT MAX(id) AS id FROM articles_article) AS newest
    LEFT JOIN articles_article AS last ON last.id = newest.id"""
MOST_REMEMBERED = 256
SIZE_SECONDS = 10

Value = TypeVar("Value")
_remembered: OrderedDict[str, tuple[str, object]] = OrderedDict()
_lock = threading.RLock()


def archive_state(request) -> str:
    """The state of the archive at the first time of asking in this request: what is read later is not older."""
    if not hasattr(request, "archive_state"):
        request.archive_state = read_state()
    return request.archive_state


def day_state(request) -> str:
    """The state of what shows the archive as of today."""
    return f"{archive_state(request)} {timezone.localdate()}"


def read_state() -> str:
    facts = FACTS.format(counters=COUNTERS.get(connection.vendor, UNKNOWN))
    return digest_of(fetch(facts, (Article.Status.WITHDRAWN,)))


def archive_size(request) -> int:
    """How many articles are published; on a page that asks for no state of the archive, ten seconds ago at most."""
    if hasattr(request, "archive_state"):
        return remember(request, "size", count_published)
    return cache.get_or_set("archive-size", count_published, SIZE_SECONDS)


def count_published() -> int:
    return Article.objects.published().count()


@lru_cache(maxsize=1)
def version_of_templates() -> str:
    paths = sorted((settings.BASE_DIR / "templates").rglob("*.*"))
    return digest_of([path.read_bytes() for path in paths])


def cached_by(state: Callable) -> Callable:
    """A view whose answer depends on its address, the language and `state(request)` alone, and not on who asks.

    Browsers and servers between may keep the answer, and ask each time whether it still holds: 304 while it does.
    """

    def etag(request, *args, **kwargs) -> str:
        if not hasattr(request, "etag"):
            address = (get_language(), request.scheme, request.get_host(), request.get_full_path())
            facts = (version_of_templates(), state(request), address)
            # Weak: of two answers under one tag a server between may have packed one otherwise.
            request.etag = f'W/"{digest_of(facts)[:32]}"'
        return request.etag

    def decorate(view: Callable) -> Callable:
        answer = view if settings.DEBUG else condition(etag_func=etag)(kept(view, etag))

        @wraps(view)
        def cached(request, *args, **kwargs):
            response = answer(request, *args, **kwargs)
            patch_cache_control(response, no_cache=True)
            patch_vary_headers(response, ["Accept-Language"])
            return response

        return cached

    return decorate


def kept(view: Callable, etag: Callable) -> Callable:
    """The view, whose answer to the very same question in the same state is kept in this process."""

    @wraps(view)
    def keeping(request, *args, **kwargs):
        tag = etag(request, *args, **kwargs)
        if (known := ANSWERS.find(tag)) is not None:
            return known
        response = view(request, *args, **kwargs)
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        if request.method == "GET":
            ANSWERS.keep(tag, response)
        return response

    return keeping


def remember(request, name: str, make: Callable[[], Value]) -> Value:
    """What `make()` gives, made once for each state of the archive and kept in this process; it must not be changed.

    One thread makes it while the others wait; of many the least used goes.
    """
    state = archive_state(request)
    with _lock:
        kept_for, value = _remembered.get(name, ("", None))
        if kept_for != state:
            value = make()
            _remembered[name] = state, value
        _remembered.move_to_end(name)
        while len(_remembered) > MOST_REMEMBERED:
            _remembered.popitem(last=False)
        return value
