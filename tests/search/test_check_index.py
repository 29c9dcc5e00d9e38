"""`check_index` finds whatever the index and the database disagree in, and mends it."""

from datetime import date
from threading import Timer

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Block, IndexChange, TagName
from articles.search import bulk, fingerprint, outbox, writing
from articles.search.checking import Differences, check
from articles.search.folders import DAMAGED
from articles.search.outbox import apply_changes, pending
from articles.search.readers import forget, snapshot
from tests.search.archive import add, add_and_index, add_tag, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    """Six articles in several segments, one of them changed since it was first indexed."""
    tag = add_tag("السدود", "سدود")
    articles = [
        add("سد على النهر", "امتلأ السد في الربيع", day=date(2024, 3, 1), tags=[tag]),
        add("جفاف", "نضبت الآبار", source="الصحيفة"),
        add("مطر غزير", "سالت الأودية"),
        add("قمح", "حصد المزارعون"),
    ]
    apply_changes()
    articles[2].headline = "مطر خفيف"
    articles[2].save()
    apply_changes()
    articles += [add("زيتون", "قطاف مبكر"), add("تمر", "موسم وفير")]
    apply_changes()
    return articles


def differences() -> Differences:
    return check(wait=0).differences


def run(capsys, *arguments: str) -> tuple[int, list[str]]:
    """The exit status of the command and the lines that it wrote."""
    try:
        call_command("check_index", *arguments)
        status = 0
    except SystemExit as stopped:
        status = stopped.code
    return status, capsys.readouterr().out.splitlines()


def index_again(index_folder, article: Article, gone: list[str]) -> None:
    """Write an article into the index, and take out what is named, past the outbox."""
    writing.change(index_folder, outbox._documents([article.pk]), gone)


def test_equal(archive, capsys):
    assert run(capsys) == (0, ["The index and the database are equal: 6 articles."])
    assert run(capsys, "--quick")[0] == 0


def test_an_empty_archive_with_an_empty_index(capsys):
    outbox.rebuild()
    assert run(capsys) == (0, ["The index and the database are equal: 0 articles."])


def test_a_published_article_that_is_missing(archive, index_folder, capsys):
    writing.change(index_folder, (), [f"articles.article.{archive[1].pk}"])
    for arguments in ((), ("--quick",)):
        status, lines = run(capsys, *arguments)
        assert status == 1
        assert lines == [f"missing: 1 published, but not in the index ({archive[1].pk})"]


def test_articles_that_are_gone_and_withdrawn(archive, capsys):
    Article.objects.filter(pk=archive[0].pk).update(status=Article.Status.WITHDRAWN)
    Block.objects.filter(article=archive[3].pk)._raw_delete("default")
    Article.objects.filter(pk=archive[3].pk)._raw_delete("default")
    assert differences() == Differences(gone=(archive[0].pk, archive[3].pk))
    assert run(capsys, "--quick")[0] == 1


def test_an_article_twice_in_the_index(archive, index_folder, capsys):
    index_again(index_folder, archive[4], gone=[])
    assert differences() == Differences(doubled=(archive[4].pk,))
    assert run(capsys, "--quick")[0] == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(headline="سد على البحر"),
        lambda article: Article.objects.filter(pk=article.pk).update(headline="على سد النهر"),
        lambda article: Article.objects.filter(pk=article.pk).update(published_to=date(2024, 3, 2)),
        lambda article: Article.objects.filter(pk=article.pk).update(completeness="excerpt"),
        lambda article: Block.objects.filter(article=article).update(text="امتلأ السد في الخريف"),
        lambda article: Block.objects.filter(article=article).update(kind=Block.Kind.SUBHEADING),
        lambda article: Block.objects.filter(article=article)._raw_delete("default"),
        lambda article: TagName.objects.filter(text="سدود").update(text="خزانات"),
        lambda article: Article.tags.through.objects.filter(article=article)._raw_delete("default"),
    ],
    ids=["word", "order", "date", "completeness", "block", "kind of part", "fewer blocks", "name of tag", "untagged"],
)
def test_whatever_changed_makes_an_article_stale(archive, capsys, change):
    change(archive[0])
    assert differences() == Differences(stale=(archive[0].pk,))
    assert run(capsys, "--quick")[0] == 0


def test_a_change_of_vowel_signs_alone_is_none(archive):
    Article.objects.filter(pk=archive[0].pk).update(headline="سَدٌّ على النهر")
    assert differences() == Differences()


def test_in_chunks_the_same_is_found(archive, index_folder, monkeypatch):
    monkeypatch.setattr(bulk, "DRAFT", 2)
    Article.objects.filter(pk__in=[archive[1].pk, archive[5].pk]).update(headline="آخر")
    assert differences() == Differences(stale=(archive[1].pk, archive[5].pk))


def test_repair_mends_all_kinds_at_once(archive, index_folder, capsys):
    index_again(index_folder, archive[4], gone=[])
    writing.change(index_folder, (), [f"articles.article.{archive[1].pk}"])
    Article.objects.filter(pk=archive[0].pk).update(status=Article.Status.WITHDRAWN)
    Article.objects.filter(pk=archive[2].pk).update(headline="برد")
    status, lines = run(capsys, "--repair")
    assert status == 0
    assert [line.split(":")[0] for line in lines[:-1]] == ["missing", "gone", "doubled", "stale"]
    assert lines[-1] == "The index and the database are equal: 5 articles."
    assert run(capsys)[0] == 0
    assert found("برد") == [archive[2].pk]
    assert pending() == 0


def test_repair_builds_anew_what_no_change_reaches(archive, index_folder, capsys):
    [document] = outbox._documents([archive[4].pk])
    document.fields["id"] = ["articles.article.none"]
    writing.change(index_folder, [document], [])
    assert differences() == Differences(doubled=(archive[4].pk,))
    assert run(capsys, "--repair")[0] == 0
    assert differences() == Differences()


def test_what_waits_and_nobody_applies_differs_and_is_told_apart(archive, capsys):
    archive[0].headline = "خزان"
    archive[0].save()
    status, lines = run(capsys, "--wait", "0")
    assert status == 1
    assert lines[0].startswith("stale: 1")
    assert lines[1].startswith("waiting: changes of 1 of these are in the outbox")


def test_what_waits_but_is_indexed_already_is_no_difference(archive, capsys):
    IndexChange.objects.create(article_id=archive[0].pk)
    assert run(capsys)[0] == 0


@pytest.mark.django_db(transaction=True)
def test_a_writer_is_given_time(archive, capsys):
    archive[0].headline = "خزان"
    archive[0].save()
    Timer(0.5, apply_changes).start()
    assert run(capsys, "--wait", "20")[0] == 0


def test_repair_applies_what_waits(archive, capsys):
    archive[0].delete()
    assert run(capsys, "--repair")[0] == 0
    assert pending() == 0


def test_without_an_index(capsys):
    article = add("خبر", "نص")
    with pytest.raises(CommandError, match="not been built"):
        call_command("check_index")
    status, lines = run(capsys, "--repair")
    assert status == 0
    assert lines[0] == "The index has not been built yet. It is built anew."
    assert found("خبر") == [article.pk]


def test_a_changed_byte_that_no_search_has_met(archive, index_folder, capsys):
    segment = snapshot(index_folder).segments[0].file.path
    content = bytearray(segment.read_bytes())
    content[100] ^= 1
    forget(index_folder)
    segment.write_bytes(content)
    with pytest.raises(CommandError, match="damaged"):
        call_command("check_index")
    assert (index_folder / DAMAGED).exists()
    assert run(capsys, "--repair")[0] == 0
    assert not (index_folder / DAMAGED).exists()
    assert len(found("")) == 6


def test_an_index_of_other_code_is_told_of_and_built_anew(archive, capsys, monkeypatch):
    monkeypatch.setattr(fingerprint, "FINGERPRINT", "of another analysis")
    status, lines = run(capsys)
    assert (status, len(lines)) == (0, 2)
    assert "analysis changed" in lines[0]
    assert run(capsys, "--repair")[0] == 0
    assert len(run(capsys)[1]) == 1


def test_the_first_few_numbers_are_shown(capsys):
    add_and_index("خبر", "نص")
    Article.objects.bulk_create([Article(headline=f"خبر {number}") for number in range(12)])
    [line] = run(capsys)[1]
    assert line.startswith("missing: 12 ")
    assert line.endswith(", …)")
    assert line.count(",") == 11
