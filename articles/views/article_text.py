"""An article as plain text, for those who count, read aloud or keep it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from articles.citing.texts import cite, plain
from articles.models import Article, Block
from articles.views.article_head import language_of_page
from articles.views.caching import answer_unless_known
from articles.views.citations import today
from articles.views.cited import facts_of, site_of
from articles.views.finding_article import for_article


@for_article
def article_text(request: HttpRequest, article: Article) -> HttpResponse:
    """UTF-8: headline, deck and blocks with an empty line between them, and the citation at the foot."""
    facts, day, language = facts_of(article, site_of(request)), today(), language_of_page()
    parts = list(parts_of(article))

    def make() -> HttpResponse:
        foot = plain(cite(facts, language, day))
        text = "\n\n".join([*parts, "—", foot]) + "\n"
        response = HttpResponse(text.encode("utf-8", "replace"), content_type="text/plain; charset=utf-8")
        response.headers["Content-Disposition"] = f'inline; filename="{facts.key}.txt"'
        return response

    return answer_unless_known(request, (facts, parts, day, language), make, changed_at=article.changed_at)


def parts_of(article: Article) -> Iterator[str]:
    """The texts in the order of the page: a subheading marked as one, a caption in brackets with its credit."""
    yield article.headline
    if article.deck:
        yield article.deck
    for block in article.blocks.all():
        if block.kind == Block.Kind.SUBHEADING:
            yield f"## {block.text}"
        elif block.kind == Block.Kind.CAPTION:
            yield f"[{block.text}{f' ({block.credit})' if block.credit else ''}]"
        else:
            yield block.text
