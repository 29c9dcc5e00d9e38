"""`undo_import` removes exactly what a run added, and restores what it changed."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.importing.archive import add_portions
from articles.importing.undoing import EditorsWork, undo
from articles.models import Article, ArticleRedirect, Author, Dump, ImportRun, Link, Tag
from tests.importing.pages import FLOOD, FLOOD_TEASER, FLOOD_TEXT, MONDAY, TUESDAY, card, dump, snapshot, whole

pytestmark = pytest.mark.django_db

CARD = card(FLOOD, FLOOD_TEASER, section="اليمن", byline="ليلى الحداد")
PAGE = dump("a.txt", whole("حصاد القمح", MONDAY), CARD)
FLOOD_PAGE = dump("b.txt", whole(FLOOD, FLOOD_TEXT), card("السفينة الأولى", TUESDAY[0]), tags=("السيول",))


def run_of(*dumps):
    run = ImportRun.objects.create(version="test")
    add_portions(list(dumps), run)
    return run


def test_an_undone_run_leaves_an_empty_archive():
    undo(run_of(PAGE, FLOOD_PAGE))
    assert not Article.objects.exists()
    assert not Dump.objects.exists()
    assert not Author.objects.exists()
    assert not Tag.objects.exists()
    assert ImportRun.objects.get().status == "undone"


def test_an_article_that_the_run_made_whole_is_an_excerpt_again():
    run_of(PAGE)
    before = snapshot(), list(Article.objects.order_by("pk").values_list("pk", "headline"))
    undo(run_of(FLOOD_PAGE))
    assert (snapshot(), list(Article.objects.order_by("pk").values_list("pk", "headline"))) == before


def test_a_text_that_the_run_changed_is_as_it_was():
    run_of(FLOOD_PAGE)
    before = snapshot()
    undo(run_of(dump("c.txt", whole(FLOOD, (*FLOOD_TEXT, MONDAY[0])))))
    assert snapshot() == before


def test_what_the_run_joined_has_its_number_back():
    teasers = (FLOOD_TEASER, "قال رئيس البلدية إن الجرافات تحتاج إلى يومين لفتح الطريق.")
    cards = [card(FLOOD, teaser, line=50 + 9 * number) for number, teaser in enumerate(teasers)]
    run_of(dump("a.txt", whole("حصاد القمح", MONDAY), *cards))
    tag = Tag.objects.create(label_ar="الطرق")
    Article.objects.filter(headline=FLOOD).last().tags.add(tag)
    before = snapshot(), set(Article.objects.values_list("pk", flat=True))
    joining = run_of(dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    assert ArticleRedirect.objects.exists()
    undo(joining)
    restored = {item["headline"] for item in snapshot()}
    assert restored == {item["headline"] for item in before[0]}
    assert set(Article.objects.values_list("pk", flat=True)) == before[1]
    assert not ArticleRedirect.objects.exists()
    assert Link.objects.count() == 2


def test_tags_that_only_the_run_named_go_and_others_stay():
    run_of(PAGE)
    kept = Tag.objects.create(label_ar="الأمطار")
    Article.objects.get(headline=FLOOD).tags.add(kept)
    undo(run_of(FLOOD_PAGE))
    assert list(Article.objects.get(headline=FLOOD).tags.all()) == [kept]


@pytest.mark.parametrize("work", ["tags", "links", "headline", "withdrawn"])
def test_editors_work_is_listed_and_not_deleted_unasked(work):
    run = run_of(PAGE)
    flood, wheat = Article.objects.get(headline=FLOOD), Article.objects.get(headline="حصاد القمح")
    if work == "tags":
        flood.tags.add(Tag.objects.create(label_ar="السيول"))
    elif work == "links":
        Link.objects.create(from_article=flood, to_article=wheat)
    elif work == "headline":
        Article.objects.filter(pk=flood.pk).update(edited_fields=["headline"])
    else:
        Article.objects.filter(pk=flood.pk).update(status="withdrawn")
    with pytest.raises(EditorsWork) as refused:
        undo(run)
    assert (flood, (work,)) in [(edited.article, edited.work) for edited in refused.value.edited]
    assert Article.objects.count() == 2
    undo(run, discard_edits=True)
    assert not Article.objects.exists()


def test_the_command_lists_undoes_and_says_so_twice():
    run = run_of(PAGE)
    out = io.StringIO()
    call_command("undo_import", run.pk, "--no-index", stdout=out)
    call_command("undo_import", run.pk, "--no-index", stdout=out)
    assert "1 dumps and 2 articles removed" in out.getvalue()
    assert "undone already" in out.getvalue()
    with pytest.raises(CommandError, match="no import 999"):
        call_command("undo_import", 999)


def test_runs_are_listed_and_told(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(SystemExit):
        call_command("import_dump", str(tmp_path), "--no-index", stdout=io.StringIO(), stderr=io.StringIO())
    run = ImportRun.objects.get()
    assert (run.status, run.refusals.count()) == ("finished", 1)
    out = io.StringIO()
    call_command("import_runs", stdout=out)
    call_command("import_runs", run.pk, stdout=out)
    assert "1 refused" in out.getvalue()
    assert "empty.txt" in out.getvalue()
