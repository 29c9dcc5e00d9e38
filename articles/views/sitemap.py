"""The sitemap: every article, name and period in both languages, in files of which each can be made quickly."""

import datetime
from collections.abc import Sequence

from django.contrib.sitemaps import Sitemap, views
from django.core.paginator import Page, Paginator
from django.db.models import Max, Model
from django.urls import reverse

from articles.models import Article, Author, Place, Section, Source, Tag
from articles.views.archive_state import archive_state, cached_by, remember
from articles.views.names import counts_of
from articles.views.volumes import volumes

PER_FILE = 500
NAMED = (Source, Section, Author, Place, Tag)
PAGES = ("home", "date_list", "undated", "source_list", "section_list", "author_list", "place_list", "tag_list")
PAGES += ("on_this_day", "statistics")


class NumberPaginator(Paginator):
    """Articles by their numbers: the first file has those to 500, and so on, so that each stays in its file.

    A file costs the same wherever it is; one of withdrawn articles alone is empty.
    """

    def __init__(self, last: int, languages: Sequence[str]):
        super().__init__(range(last), PER_FILE)
        self.languages = languages

    def page(self, number) -> Page:
        page = super().page(number)
        rows = Article.objects.published().filter(pk__gt=PER_FILE * (page.number - 1), pk__lte=PER_FILE * page.number)
        articles = rows.order_by("pk").values_list("pk", "changed_at", named=True)
        page.object_list = [(article, language) for article in articles for language in self.languages]
        return page


class Bilingual(Sitemap):
    """Each address in both languages, each of the two naming the other."""

    i18n = True
    alternates = True
    limit = PER_FILE

    def __init__(self, request):
        self.request = request


class ArticleSitemap(Bilingual):
    @property
    def paginator(self) -> NumberPaginator:
        last = Article.objects.aggregate(last=Max("pk"))["last"] or 0
        return NumberPaginator(last, self._languages())

    def location(self, article) -> str:
        return reverse("article_detail", args=[article.pk])

    def lastmod(self, article) -> datetime.datetime:
        return article.changed_at

    def get_latest_lastmod(self) -> datetime.datetime | None:
        return remember(self.request, "last change", lambda: Article.objects.aggregate(at=Max("changed_at"))["at"])


class NameSitemap(Bilingual):
    def __init__(self, request, model: type[Model]):
        super().__init__(request)
        self.model = model

    def items(self) -> list[int]:
        return sorted(counts_of(self.request, self.model))

    def location(self, pk: int) -> str:
        return reverse(f"{self.model._meta.model_name}_detail", args=[pk])


class PeriodSitemap(Bilingual):
    def items(self) -> list[tuple[str, tuple[int, ...]]]:
        archive = volumes(self.request)
        years = [("year", (year,)) for year in archive.years]
        months = [("month", month) for month in archive.months]
        return years + months + [("day", (day.year, day.month, day.day)) for day in archive.days]

    def location(self, period: tuple[str, tuple[int, ...]]) -> str:
        name, parts = period
        return reverse(name, args=parts)


class PageSitemap(Bilingual):
    def items(self) -> tuple[str, ...]:
        return PAGES

    def location(self, name: str) -> str:
        return reverse(name)


def sitemaps(request) -> dict[str, Sitemap]:
    names = {f"{model._meta.model_name}s": NameSitemap(request, model) for model in NAMED}
    return {
        "pages": PageSitemap(request),
        "articles": ArticleSitemap(request),
        **names,
        "periods": PeriodSitemap(request),
    }


@cached_by(archive_state)
def sitemap_index(request):
    return views.index(request, sitemaps(request), sitemap_url_name="sitemap")


@cached_by(archive_state)
def sitemap(request, section: str):
    return views.sitemap(request, sitemaps(request), section=section)
