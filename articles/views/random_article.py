"""One article by chance."""

import random

from django.db.models import Max
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from articles.models import Article

DRAWS = 30


@never_cache
def random_article(request):
    """To any published article; to the first page where there is none."""
    article = draw_article(random.SystemRandom())
    return redirect(article.get_absolute_url() if article else "home")


def draw_article(chance: random.Random) -> Article | None:
    """Each as likely as any other, in the same time however many there are.

    Numbers are drawn from all that were ever given, until one is that of an article; in an archive of which nearly all
    was withdrawn, when none of them is, the next after a drawn number is taken.
    """
    last = Article.objects.aggregate(last=Max("pk"))["last"]
    if last is None:
        return None
    drawn = [chance.randint(1, last) for _ in range(DRAWS)]
    rows = Article.objects.not_withdrawn().only("pk").order_by("pk")
    found = rows.in_bulk(drawn)
    hit = next((found[pk] for pk in drawn if pk in found), None)
    return hit or rows.filter(pk__gte=drawn[0]).first() or rows.first()
