"""What editors and importers change reaches the index, whoever dies in between, and no edit waits for the index."""

import pytest
from django.db import transaction

from articles.models import Article, Author, Block, IndexChange
from articles.search import outbox, writing
from articles.search.errors import IndexBusy
from articles.search.folders import writer_lock
from articles.search.health import index_state
from articles.search.outbox import apply_changes, pending, rebuild, record_changes
from tests.search.archive import add, add_and_index, add_tag, found

pytestmark = pytest.mark.django_db


def test_an_edit_is_found_once_it_is_applied():
    article = add_and_index("جسر جديد", "فوق النهر")
    article.headline = "نفق جديد"
    article.save()
    assert pending() == 1
    assert found("نفق") == []
    assert apply_changes() == 1
    assert found("نفق") == [article.pk]
    assert found("جسر") == []
    assert pending() == 0


def test_a_changed_block_and_a_removed_block():
    article = add_and_index("خبر", "قمح", "شعير")
    first, second = article.blocks.all()
    first.text = "عدس"
    first.save()
    second.delete()
    apply_changes()
    assert (found("عدس"), found("قمح"), found("شعير")) == ([article.pk], [], [])


def test_a_withdrawn_article_is_gone_and_comes_back():
    article = add_and_index("سر كبير", "نص")
    article.status = Article.Status.WITHDRAWN
    article.save()
    apply_changes()
    assert found("سر") == []
    assert index_state().indexed == 0
    article.status = Article.Status.PUBLISHED
    article.save()
    apply_changes()
    assert found("سر") == [article.pk]


def test_a_deleted_article_is_gone():
    article = add_and_index("خبر عابر", "نص")
    article.delete()
    apply_changes()
    assert found("عابر") == []


def test_tagging_and_untagging_from_both_sides():
    tag = add_tag("مياه")
    article = add_and_index("خبر", "نص")
    for change in (
        lambda: article.tags.add(tag),
        lambda: article.tags.remove(tag),
        lambda: tag.articles.add(article),
        tag.articles.clear,
        lambda: article.tags.set([tag]),
        article.tags.clear,
    ):
        expected = not found("", ("tag", str(tag.pk)))
        change()
        apply_changes()
        assert bool(found("", ("tag", str(tag.pk)))) is expected


def test_a_renamed_tag_is_found_by_its_new_names_alone():
    tag = add_tag("ترمب", "ترامب")
    article = add_and_index("خبر", "نص", tags=[tag])
    assert found("ترامب") == [article.pk]
    tag.names.get(text="ترامب").delete()
    tag.names.create(text="Trump", key="trump")
    apply_changes()
    assert found("trump") == [article.pk]
    assert found("ترامب") == []


def test_a_deleted_author_leaves_no_number_behind():
    author = Author.objects.create(name="ليلى")
    article = add_and_index("خبر", "نص")
    article.authors.add(author)
    apply_changes()
    number = str(author.pk)
    assert found("", ("author", number)) == [article.pk]
    author.delete()
    apply_changes()
    assert found("", ("author", number)) == []


def test_rows_written_in_bulk_are_recorded_by_who_writes_them():
    add_and_index("خبر", "نص")
    articles = Article.objects.bulk_create([Article(headline=f"قافلة {n}") for n in range(3)])
    assert pending() == 0
    record_changes(article.pk for article in articles)
    assert apply_changes() == 3
    assert len(found("قافلة")) == 3


def test_a_change_rolled_back_leaves_no_trace():
    add_and_index("خبر", "نص")
    with transaction.atomic():
        add("وهم", "نص")
        assert pending() > 0
        transaction.set_rollback(True)
    assert pending() == 0


def test_many_batches(monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 7)
    add_and_index("خبر", "نص")
    numbers = {add("قافلة", f"رقم {n}").pk for n in range(20)}
    apply_changes()
    assert set(found("قافلة")) == numbers
    assert pending() == 0


def test_killed_between_the_index_and_the_outbox_it_is_done_again(monkeypatch):
    add_and_index("خبر", "نص")
    article = add("عاصفة", "رملية")

    def killed(rows):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(outbox, "_forget", killed)
        with pytest.raises(SystemExit):
            apply_changes()
    assert found("عاصفة") == [article.pk]
    assert pending() > 0
    apply_changes()
    assert found("عاصفة") == [article.pk]
    assert index_state().indexed == 2
    assert pending() == 0


def test_killed_while_it_writes_the_change_still_waits(monkeypatch):
    add_and_index("خبر", "نص")
    article = add("عاصفة", "رملية")

    def killed(*args):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(writing, "write_arrays", killed)
        with pytest.raises(SystemExit):
            apply_changes()
    assert found("عاصفة") == []
    assert len(found("خبر")) == 1
    apply_changes()
    assert found("عاصفة") == [article.pk]


def test_while_another_writes_a_save_does_not_wait_and_the_writer_says_so(index_folder):
    article = add_and_index("خبر", "نص")
    with writer_lock(index_folder, 0):
        article.headline = "خبر معدل"
        article.save()
        Block.objects.create(article=article, position=9, kind="paragraph", text="ملحق")
        with pytest.raises(IndexBusy):
            apply_changes(wait=0.1)
        assert found("معدل") == []
    apply_changes(wait=0.1)
    assert found("معدل ملحق") == [article.pk]


def test_without_an_index_all_of_it_is_built():
    numbers = {add("خبر", f"رقم {n}").pk for n in range(3)}
    IndexChange.objects.all().delete()
    assert apply_changes() == 3
    assert set(found("خبر")) == numbers


def test_a_rebuild_that_fails_leaves_the_index_in_use(monkeypatch, index_folder):
    article = add_and_index("خبر", "نص")
    before = set(index_folder.iterdir())
    monkeypatch.setattr(writing, "switch_to", lambda folder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rebuild()
    assert found("خبر") == [article.pk]
    assert set(index_folder.iterdir()) == before


def test_a_rebuild_leaves_one_generation(index_folder):
    article = add_and_index("خبر", "نص")
    assert found("خبر") == [article.pk]
    assert rebuild() == 1
    assert found("خبر") == [article.pk]
    assert len([entry for entry in index_folder.iterdir() if entry.is_dir()]) == 1


def test_what_is_edited_meanwhile_waits_for_the_next_round(monkeypatch):
    article = add_and_index("خبر", "نص")
    record_changes([article.pk])
    change, calls = writing.change, []

    def changed_while_written(*arguments):
        calls.append(arguments)
        assert len(calls) < 5, "an editor who never rests keeps the writer for ever"
        record_changes([article.pk])
        change(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(writing, "change", changed_while_written)
        assert apply_changes() == 1
    assert pending() == 1
    assert apply_changes() == 1
