"""Where an article came from, as tables: its appearances and the links of its pages."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.tables import MOST_ROWS, admin_link, table
from articles.models import Article, Link

SEEN_PARTS = {
    "headline": gettext_lazy("headline"),
    "deck": gettext_lazy("deck"),
    "section": gettext_lazy("section"),
    "caption": gettext_lazy("caption"),
    "credit": gettext_lazy("credit"),
    "teaser": gettext_lazy("teaser"),
    "byline": gettext_lazy("byline"),
    "place": gettext_lazy("place"),
    "media": gettext_lazy("media mark"),
    "published": gettext_lazy("date of publication"),
    "url": gettext_lazy("original address"),
}


def appearances_table(article: Article) -> SafeString:
    """Each place in a dump at which the article stands, and what was seen there."""
    rows = article.appearances.select_related("dump")
    shown = (
        (admin_link(row.dump), row.get_role_display(), f"{row.first_line}–{row.last_line}", seen_parts(row.seen))
        for row in rows[:MOST_ROWS]
    )
    return table((_("dump"), _("role"), _("lines"), _("as seen there")), shown, rows.count())


def seen_parts(seen: dict) -> SafeString:
    """What a page showed, part by part; its blocks are left to the article."""
    parts = ((label, seen[name]) for name, label in SEEN_PARTS.items() if seen.get(name))
    return format_html_join("", "<div>{}: <bdi>{}</bdi></div>", parts)


def page_links_table(article: Article) -> SafeString:
    """The links that no editor made, in the order of the page."""
    rows = article.links.exclude(origin=Link.Origin.EDITOR).select_related("to_article")
    shown = ((admin_link(row.to_article), row.get_kind_display(), row.get_origin_display()) for row in rows[:MOST_ROWS])
    return table((_("article"), _("kind"), _("origin")), shown, rows.count())
