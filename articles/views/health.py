"""Whether the archive is well, for machines that watch it."""

from django.db import DatabaseError
from django.http import JsonResponse
from django.views.decorators.cache import never_cache

from articles.models import Article
from articles.search.health import index_state


@never_cache
def healthz(request):
    """JSON: `database` and `index` are "ok" or say what is wrong; status 503 where one of them is down."""
    database, articles = database_state()
    index = index_state()
    is_well = database == "ok" and index.ok
    answer = {
        "status": "ok" if is_well else "degraded",
        "database": database,
        "index": index.message or "ok",
        "articles": articles,
        "indexed": index.indexed,
    }
    return JsonResponse(answer, status=200 if is_well else 503)


def database_state() -> tuple[str, int | None]:
    """What is wrong with the database, or ok, and how many published articles it holds."""
    try:
        return "ok", Article.objects.published().count()
    except DatabaseError:
        return "The database cannot be read.", None
