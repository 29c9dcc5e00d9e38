"""Every save and deletion that changes what the index says, seen and recorded in the outbox.

Django shows no `QuerySet.update` and no `bulk_create` to its signals: who uses these calls `record_changes`.
"""

from django.db.models import signals
from haystack.signals import BaseSignalProcessor

from articles.models import Article, Author, Block, Place, Tag, TagName
from articles.search.recording import record_changes


class OutboxSignalProcessor(BaseSignalProcessor):
    """Writes an `IndexChange` for each article that a change touches. The index itself is written by the one writer."""

    def setup(self):
        for signal, receiver, sender in _connections():
            signal.connect(receiver, sender)

    def teardown(self):
        for signal, receiver, sender in _connections():
            signal.disconnect(receiver, sender)


def _connections():
    """(signal, receiver, sender). Names of tags are searched; other authorities the index knows by number alone."""
    yield signals.post_save, _authority_changed, Tag
    for model, receiver in ((Article, _article_changed), (Block, _block_changed), (TagName, _tag_name_changed)):
        yield signals.post_save, receiver, model
        yield signals.post_delete, receiver, model
    for relation in (Article.authors, Article.places, Article.tags):
        yield signals.m2m_changed, _relation_changed, relation.through
    for model in (Author, Place, Tag):
        yield signals.pre_delete, _authority_changed, model


def _article_changed(instance, **kwargs):
    record_changes([instance.pk])


def _block_changed(instance, **kwargs):
    record_changes([instance.article_id])


def _relation_changed(instance, action, reverse, pk_set, **kwargs):
    if not reverse:
        changed = [instance.pk] if action in ("post_add", "post_remove", "post_clear") else []
    elif action == "pre_clear":
        changed = _articles(instance)
    else:
        changed = pk_set if action in ("post_add", "post_remove") else []
    record_changes(changed)


def _authority_changed(instance, **kwargs):
    record_changes(_articles(instance))


def _tag_name_changed(instance, **kwargs):
    record_changes(Article.objects.filter(tags=instance.tag_id).values_list("pk", flat=True))


def _articles(authority):
    return authority.articles.values_list("pk", flat=True)
