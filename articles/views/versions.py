"""Other texts of an article: what another saved page of it said, beside what the archive shows."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles.models import Appearance, Article
from articles.views.comparing import compare

MOST_VERSIONS = 50


def find_versions(article: Article) -> list[Appearance]:
    """The appearances of an article whose whole text is another than the one it has now, the first imported first."""
    rows = article.appearances.filter(role__in=(Appearance.Role.MAIN, Appearance.Role.APPENDED))
    rows = rows.exclude(text_digest__in=("", article.text_digest)).filter(seen__has_key="blocks")
    return list(rows.select_related("dump").order_by("dump__imported_at", "pk")[:MOST_VERSIONS])


def version_page(request, pk: int, appearance_pk: int):
    """What changed from an appearance's text to the article's; 410 where the article was withdrawn."""
    article = get_object_or_404(Article.objects.select_related("source", "section"), pk=pk)
    if article.is_withdrawn:
        return render(request, "articles/withdrawn.html", {"article": article}, status=410)
    version = next((row for row in find_versions(article) if row.pk == appearance_pk), None)
    if version is None:
        raise Http404
    paragraphs = [
        *compare([version.seen.get("headline") or ""], [article.headline]),
        *compare([version.seen.get("deck") or ""], [article.deck]),
        *compare(
            [with_credit(text, credit) for _kind, text, credit in version.seen["blocks"]],
            [with_credit(block.text, block.credit) for block in article.blocks.all()],
        ),
    ]
    context = {"article": article, "version": version, "paragraphs": paragraphs}
    return render(request, "articles/version.html", context)


def with_credit(text: str, credit: str | None) -> str:
    return f"{text} ({credit})" if credit else text
