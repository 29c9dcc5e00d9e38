"""Atom feeds: of the whole archive, and of each source, section, author, place and tag; the last added first.

`atom_feed` makes one of any page of articles, such as that of a search.
"""

import datetime
import re

from django.core.paginator import Page
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, get_tag_uri
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.views.archive_state import archive_state, cached_by
from articles.views.lists import ArticlePaginator
from articles.views.names import counts_of
from articles.views.volumes import volumes

ENTRIES = 20
SUMMARY_LENGTH = 500
CONTENT_TYPE = "application/atom+xml; charset=utf-8"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the characters that no XML document may hold, however they are written."""
    return _NOT_XML.sub("", text)


class PagedAtomFeed(Atom1Feed):
    """Atom with links to the other pages (RFC 5005) and with every author of an entry."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for rel, href in self.feed["links"]:
            handler.addQuickElement("link", "", {"rel": rel, "href": href, "type": "application/atom+xml"})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")


def atom_feed(request, *, title: str, address: str, page: Page) -> HttpResponse:
    """A page of articles (as `for_feeds` gives them) as Atom; `address` is that of the page that shows the same.

    Both it and the feed's own address are of this host and begin with a slash. Everything in the feed may be hostile.
    """
    feed = PagedAtomFeed(
        title=xml_text(title),
        link=request.build_absolute_uri(address),
        description=None,
        feed_url=request.build_absolute_uri(),
        feed_guid=request.build_absolute_uri(page_address(request, 1)),
        language=get_language(),
        author_name=_("Arabic News Archive"),
        links=page_links(request, page),
    )
    for article in page.object_list:
        feed.add_item(**entry(request, article))
    response = HttpResponse(content_type=CONTENT_TYPE)
    feed.write(response, "utf-8")
    return response


def page_links(request, page: Page) -> list[tuple[str, str]]:
    numbers = {"first": 1, "last": page.paginator.num_pages}
    numbers |= {"previous": page.previous_page_number()} if page.has_previous() else {}
    numbers |= {"next": page.next_page_number()} if page.has_next() else {}
    return [(rel, request.build_absolute_uri(page_address(request, number))) for rel, number in numbers.items()]


def page_address(request, number: int) -> str:
    params = request.GET.copy()
    params.pop("page", None)
    if number > 1:
        params["page"] = str(number)
    return request.path + (f"?{params.urlencode()}" if params else "")


def entry(request, article: Article) -> dict:
    """What an entry says. Its id does not change with the language of the feed."""
    unchanging = request.build_absolute_uri(f"/articles/{article.pk}/")
    names = [article.source, article.section, *article.places.all(), *article.tags.all()]
    return {
        "title": xml_text(article.headline),
        "link": request.build_absolute_uri(article.get_absolute_url()),
        "description": xml_text(summary(article)),
        "unique_id": get_tag_uri(unchanging, article.added_at),
        "updateddate": article.changed_at,
        "pubdate": day_of(article),
        "categories": [xml_text(name.label) for name in names if name],
        "authors": [xml_text(author.label) for author in article.authors.all()]
        or [xml_text(article.source.label) if article.source else _("Author unknown")],
    }


def summary(article: Article) -> str:
    texts = (block.text for block in article.blocks.all() if block.kind == "paragraph")
    return Truncator(article.deck or next(texts, "")).chars(SUMMARY_LENGTH)


def day_of(article: Article) -> datetime.datetime | None:
    """The beginning of the day of publication, where that is known to the day."""
    day = article.published_from
    if day is None or day != article.published_to:
        return None
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def feed_page(request, articles, count: int) -> Page:
    page = ArticlePaginator(articles.last_added(), ENTRIES, count, rows=Article.objects.for_feeds())
    return page.get_page(request.GET.get("page"))


@cached_by(archive_state)
def archive_feed(request):
    page = feed_page(request, Article.objects.not_withdrawn(), volumes(request).total)
    return atom_feed(request, title=_("Arabic News Archive"), address=reverse("home"), page=page)


@cached_by(archive_state)
def authority_feed(request, model: type[Model], pk: int):
    authority = get_object_or_404(model, pk=pk)
    count = counts_of(request, model).get(pk, 0)
    page = feed_page(request, authority.articles.not_withdrawn(), count)
    title = f"{authority.label} · {_('Arabic News Archive')}"
    return atom_feed(request, title=title, address=authority.get_absolute_url(), page=page)
