"""Joining articles that turned out to be one: what editors gave to the one that goes stays with the other."""

from collections import defaultdict

from articles.importing.article_values import SETTLED_FIELDS
from articles.importing.assigning import Assignment
from articles.importing.rows import Articles, replace_blocks
from articles.models import Article, ArticleRedirect, Link


def merge_articles(changed: list[Assignment], articles: Articles) -> dict[int, Article]:
    """Join articles that turned out to be one: tags and editors' links go over, the old number leads to the new.

    Answers the articles that took others in, by the number of the one that is gone.
    """
    into = {old: articles[id(a)] for a in changed for old in a.merged}
    if not into:
        return {}
    moved_from = defaultdict(set)
    for sighting in (s for a in changed for s in a.cluster.sightings if s.article_id in into):
        moved_from[sighting.article_id].add(sighting.appearance_id)
    for gone in Article.objects.filter(pk__in=into).prefetch_related("tags"):
        article = into[gone.pk]
        article.tags.add(*gone.tags.all())
        if gone.is_withdrawn and not article.is_withdrawn:
            article.status, article.withdrawn_at = gone.status, gone.withdrawn_at
            article.withdrawn_reason = gone.withdrawn_reason
        inherit_edits(gone, article)
        article.save()
        move_editors_links(gone, article)
        ArticleRedirect.objects.filter(article=gone).update(article=article)
        ArticleRedirect.objects.create(
            old_id=gone.pk,
            article=article,
            appearances=sorted(moved_from[gone.pk]),
            tags=[tag.pk for tag in gone.tags.all()],
        )
    Article.objects.filter(pk__in=into).delete()
    return into


def inherit_edits(gone: Article, article: Article) -> None:
    """What an editor changed in the one article and not in the other stays changed."""
    fields = [name for name in gone.edited_fields if name not in article.edited_fields]
    for name in fields:
        if name in SETTLED_FIELDS:
            setattr(article, name, getattr(gone, name))
            if name == "published":
                article.published_from, article.published_to = gone.published_from, gone.published_to
        elif name in ("authors", "places"):
            getattr(article, name).set(getattr(gone, name).all())
        elif name == "blocks":
            replace_blocks({article.pk: tuple(gone.blocks.all())})
    article.edited_fields = sorted({*article.edited_fields, *fields})


def move_editors_links(gone: Article, article: Article) -> None:
    """Links that editors made from or to an article follow it, where the other has no such link."""
    for link in Link.objects.filter(origin=Link.Origin.EDITOR, from_article=gone).exclude(to_article=article):
        Link.objects.get_or_create(
            from_article=article, to_article_id=link.to_article_id, kind=link.kind, defaults={"origin": link.origin}
        )
    for link in Link.objects.filter(origin=Link.Origin.EDITOR, to_article=gone).exclude(from_article=article):
        Link.objects.get_or_create(
            from_article_id=link.from_article_id, to_article=article, kind=link.kind, defaults={"origin": link.origin}
        )
