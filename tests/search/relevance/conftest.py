"""The archive of the table, built once: it is only read."""

import pytest
from django.conf import settings
from django.db import transaction

from articles.arabic.folding import key
from articles.importing import mentions
from articles.models import Article, Author, Block, Place, Section, Source, Tag, TagName
from articles.search.outbox import apply_changes
from articles.search.readers import forget
from tests.search.relevance.corpus import CORPUS, TAGS, Text


@pytest.fixture(scope="package", autouse=True)
def index_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("relevance") / "index"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
        yield folder
    forget(folder)


@pytest.fixture(scope="package")
def numbers(index_folder, django_db_setup, django_db_blocker) -> dict[str, int]:
    """The number of each text of the corpus by its name."""
    with django_db_blocker.unblock(), transaction.atomic():
        tags = {name: _add_tag(*names) for name, names in TAGS.items()}
        added = {text.name: _add(text, tags).pk for text in CORPUS}
        apply_changes()
        yield added
        transaction.set_rollback(True)


def _add_tag(label: str, *others: str) -> Tag:
    tag = Tag.objects.create(label_ar=label)
    TagName.objects.bulk_create(TagName(tag=tag, text=name, key=key(name)) for name in (label, *others))
    return tag


def _add(text: Text, tags: dict[str, Tag]) -> Article:
    blocks = [
        Block(position=position, kind=Block.Kind.PARAGRAPH, text=paragraph)
        for position, paragraph in enumerate(text.paragraphs, start=1)
    ]
    article = Article.objects.create(
        headline=text.headline,
        published=str(text.day or ""),
        published_from=text.day,
        published_to=text.day,
        source=Source.objects.get_or_create(name=text.source)[0] if text.source else None,
        section=Section.objects.get_or_create(name=text.section)[0] if text.section else None,
        completeness=Article.Completeness.EXCERPT if text.is_excerpt else Article.Completeness.WHOLE,
        mentions=mentions.of_blocks(blocks)[0],
    )
    for block in blocks:
        block.article = article
    Block.objects.bulk_create(blocks)
    article.authors.set([Author.objects.get_or_create(name=name)[0] for name in text.authors])
    article.places.set([Place.objects.get_or_create(name=name)[0] for name in text.places])
    article.tags.set([tags[name] for name in text.tags])
    return article
