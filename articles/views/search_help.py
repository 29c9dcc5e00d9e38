"""How to search: the guide for researchers, `docs/search.md` and `docs/search.ar.md`, as a page."""

import re
from functools import lru_cache

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from articles.templatetags.archive import language
from articles.views.archive_state import cached_by

GUIDES = {"ar": "search.ar.md", "en": "search.md"}
DIRECTION = re.compile(r"^</?div[^>\n]*>$", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
OTHER_GUIDE = re.compile(r"^\[[^\]\n]*\]\(search(?:\.ar)?\.md\)$", re.MULTILINE)
QUERY = re.compile("<code>([^<]*)</code>")


@cached_by(lambda request: "")
def search_help(request):
    title, guide = read_guide(language())
    return render(request, "search/help.html", {"title": title, "guide": guide, "search": reverse("search")})


@lru_cache(maxsize=len(GUIDES))
def read_guide(tongue: str) -> tuple[str, SafeString]:
    """The title and the text. The frame of the page has its direction and the way to the other language already."""
    text = (settings.BASE_DIR / "docs" / GUIDES[tongue]).read_text("utf-8")
    title = TITLE.search(text)[1]
    for dropped in (DIRECTION, OTHER_GUIDE):
        text = dropped.sub("", text)
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(TITLE.sub("", text, count=1))
    # Queries are of their own direction, whichever script they begin with; a table may be wider than a phone.
    html = QUERY.sub(r'<code dir="auto">\1</code>', html)
    html = html.replace("<table>", '<div class="guide-table" tabindex="0" role="group"><table>')
    return title, mark_safe(html.replace("</table>", "</table></div>"))  # noqa: S308 a file of ours, its HTML escaped
