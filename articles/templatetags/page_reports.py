"""The names that page templates, formats, and reasons for leaving a line out have in reports, in words for readers.

The archive keeps them as short English keys; one that is new here is shown as it is kept.
"""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

TEMPLATES = {
    "article with cards": _("article page with cards"),
    "latest list": _("list of latest news"),
    "plain article": _("plain article"),
    "dated article": _("article page with a line of its date"),
    "unknown": _("no known template"),
    "text layer": _("letters in doubt, as from a PDF"),
    "page": _("saved page"),
    "jsonl": _("JSON Lines file"),
    "json": _("JSON file"),
    "csv": _("table (CSV)"),
    "tsv": _("table (TSV)"),
    "html": _("web page (HTML)"),
    "mhtml": _("web page with its pictures (MHTML)"),
    "warc": _("web crawl (WARC)"),
    "feed": _("news feed (RSS, Atom)"),
    "export": _("export of an archive"),
}
REASONS = {
    "TT mark": _("mark of the text size"),
    "share line": _("line for sharing"),
    "print line": _("line for printing"),
    "page line": _("line of the page's frame"),
    "menu line": _("line of a menu"),
    "date line": _("line with the date"),
    "byline": _("line with the author"),
    "source line": _("line with the source"),
    "agency line": _("line with the agency or the place"),
    "tags heading": _("heading of the tags"),
    "tag": _("tag of the page"),
    "comment of a reader": _("comment of a reader"),
    "rank in a list": _("rank in a list"),
    "related heading": _("heading of a list of related articles"),
    "latest heading": _("heading of a list of latest news"),
    "list heading": _("heading of a list"),
    "media mark": _("mark of a film or gallery"),
    "repeated headline": _("repeated headline"),
    "repeated caption": _("repeated caption"),
    "repeated deck": _("repeated deck"),
    "card without a headline": _("card without a headline"),
    "an empty page": _("empty page"),
    "an error page": _("error page"),
    "a login page": _("login page"),
    "a search page": _("search page"),
    "a cookie wall": _("cookie notice"),
    "a list of links": _("list of links"),
    "a home page": _("home page"),
    "too little text": _("too little text"),
    "a page without an article": _("page without an article"),
    "an entry without a title or a text": _("entry without a title or a text"),
    "an answer that is not 200": _("answer of a server other than 200"),
    "not HTML": _("not HTML"),
    "a request record": _("request of the crawler"),
    "a revisit record": _("page found unchanged by the crawler"),
    **dict.fromkeys(
        [f"a {kind} record" for kind in ("warcinfo", "metadata", "conversion", "continuation")]
        + ["a record of another kind"],
        _("record of the crawl without a page"),
    ),
}


@register.filter
def template_label(name: str) -> str:
    """A page template or format in words: `latest list` is «list of latest news»."""
    return str(TEMPLATES.get(name, name))


@register.filter
def reason_label(reason: str) -> str:
    """Why a line or a record was left out, in words."""
    return str(REASONS.get(reason, reason))
