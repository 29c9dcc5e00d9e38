"""What stands in the head of an article's page: its addresses in both languages, and what machines read of it."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.citing.page_metadata import PageFacts, json_ld, meta_tags
from articles.models import Article, Block
from articles.views.article_picture import picture_address
from articles.views.cited import article_address, facts_of, site_of


def head_of_page(request: HttpRequest, article: Article) -> dict:
    """The context of the head. `permalink` is the address that is cited, `alternates` are (language, address)."""
    site, language = site_of(request), language_of_page()
    addresses = {code: site + article_address(article.pk, language=code) for code, _name in settings.LANGUAGES}
    facts = facts_of(article, site)
    page = PageFacts(language, addresses[language], site + picture_address(article), opening_of(article))
    return {
        "canonical": addresses[language],
        "alternates": [*addresses.items(), ("x-default", facts.address)],
        "permalink": facts.address,
        "meta_tags": meta_tags(facts, page),
        "json_ld": json_ld(facts, page),
    }


def language_of_page() -> str:
    """`ar` or `en`."""
    return "en" if (get_language() or "").startswith("en") else "ar"


def opening_of(article: Article) -> str:
    """The first paragraph."""
    return next((block.text for block in article.blocks.all() if block.kind == Block.Kind.PARAGRAPH), "")
