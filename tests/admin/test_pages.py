"""Every page of the admin, in both languages, as editors and strangers see it."""

import pytest
from django.urls import reverse
from django.utils import translation

from articles.models import Author, Dump, ImportRun, Place, Section, Source, Tag

MODELS = ["article", "author", "dump", "importrun", "place", "section", "source", "tag"]


def address(page, *args, language="ar"):
    with translation.override(language):
        return reverse(f"admin:articles_{page}", args=args)


@pytest.fixture
def one_of_each(make_article):
    article = make_article()
    rows = {
        model: kind.objects.create(name="اسم")
        for model, kind in {"author": Author, "place": Place, "section": Section, "source": Source}.items()
    }
    dump = Dump.objects.create(
        name="page.txt",
        sha256="0" * 64,
        size=9,
        encoding="utf-8",
        template="card-list",
        template_version=1,
        counts={"articles": 1, "cards": 2, "dropped": {"share": 3}},
        dropped=[[4, "share", "<b>شارك</b>"]],
        rejections=[[None, "nothing <i>here</i>"]],
    )
    article.appearances.create(
        dump=dump, role="main", first_line=1, last_line=9, seen={"headline": "عنوان <u>الصفحة</u>"}
    )
    run = ImportRun.objects.create(version="1", status="finished")
    return rows | {"article": article, "dump": dump, "importrun": run, "tag": Tag.objects.create(label_ar="مكتبات")}


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
@pytest.mark.parametrize("model", MODELS)
def test_lists_and_forms_answer_in_both_languages(editing, one_of_each, model, language, direction):
    for page in (
        address(f"{model}_changelist", language=language),
        address(f"{model}_change", one_of_each[model].pk, language=language),
    ):
        response = editing.get(page)
        assert response.status_code == 200
        assert f'lang="{language}"' in response.text
        assert f'dir="{direction}"' in response.text


@pytest.mark.parametrize("model", MODELS)
def test_strangers_are_sent_to_the_login(client, one_of_each, model):
    response = client.get(address(f"{model}_changelist"))
    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]


@pytest.mark.parametrize("model", ["article", "dump", "tag"])
def test_a_list_costs_the_same_for_3_rows_and_for_30(editing, make_article, django_assert_max_num_queries, model):
    def make(numbers):
        for number in numbers:
            tag = Tag.objects.create(label_ar=f"وسم {number}")
            tag.names.create(text=f"وسم {number}", key=f"وسم {number}")
            article = make_article(f"خبر {number}", source=Source.objects.create(name=f"صحيفة {number}"))
            article.tags.add(tag)
            Dump.objects.create(
                name=f"{number}.txt", sha256=f"{number}", size=1, template_version=1, source=article.source
            )

    page = address(f"{model}_changelist")
    make(range(3))
    editing.get(page)
    with django_assert_max_num_queries(100) as few:
        editing.get(page)
    make(range(3, 30))
    with django_assert_max_num_queries(len(few)) as many:
        response = editing.get(page)
    assert len(many) == len(few)
    assert response.context["cl"].result_count == 30


def test_a_dump_shows_its_report_escaped(editing, one_of_each):
    page = editing.get(address("dump_change", one_of_each["dump"].pk)).text
    assert "&lt;b&gt;شارك&lt;/b&gt;" in page
    assert "nothing &lt;i&gt;here&lt;/i&gt;" in page
    assert one_of_each["article"].headline in page


def test_a_dump_is_reported_in_the_language_of_the_page(editing, one_of_each):
    dump = one_of_each["dump"]
    dump.name, dump.template, dump.counts = "01_mosul_minaret.txt", "latest list", {"dropped": {"share line": 2}}
    dump.dropped = [[7, "repeated headline", "نص"], [8, "a new reason", "نص"]]
    dump.save()
    page = editing.get(address("dump_change", dump.pk)).text
    for known, raw in {
        "قائمة آخر الأخبار": "latest list",
        "سطر مشاركة": "share line",
        "عنوان مكرر": "repeated h",
    }.items():
        assert known in page
        assert raw not in page
    assert "a new reason" in page
    assert '<bdi dir="ltr">01_mosul_minaret.txt</bdi>' in page
    assert "<h2><bdi>01_mosul_minaret.txt</bdi></h2>" in page
    listed = editing.get(f"{address('dump_changelist')}?template=latest+list").text
    assert '<bdi dir="ltr">01_mosul_minaret.txt</bdi>' in listed
    assert ">قائمة آخر الأخبار</a>" in listed


def test_a_headline_keeps_to_itself_in_title_and_path(editing, make_article):
    article = make_article("«المرفأ» تفتح\u202e مكتبها")
    page = editing.get(address("article_change", article.pk, language="en")).text
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("\u2068«المرفأ» تفتح مكتبها\u2069 |")
    assert "&rsaquo; <bdi>«المرفأ» تفتح" in page


def test_a_dump_cannot_be_changed_or_deleted(client, superuser, one_of_each):
    client.force_login(superuser)
    assert client.post(address("dump_change", one_of_each["dump"].pk), {"name": "other"}).status_code == 403
    assert client.post(address("dump_delete", one_of_each["dump"].pk), {"post": "yes"}).status_code == 403


def test_an_article_shows_where_it_came_from(editing, one_of_each):
    page = editing.get(address("article_change", one_of_each["article"].pk)).text
    assert "عنوان &lt;u&gt;الصفحة&lt;/u&gt;" in page
    assert address("dump_change", one_of_each["dump"].pk) in page


@pytest.mark.parametrize(("language", "expected"), [("ar", "/articles/{}/"), ("en", "/en/articles/{}/")])
def test_an_article_can_be_seen_on_the_site(editing, one_of_each, language, expected):
    article = one_of_each["article"]
    page = editing.get(address("article_change", article.pk, language=language)).text
    assert f'href="{expected.format(article.pk)}"' in page


def test_nobody_deletes_an_article_in_the_admin(client, superuser, one_of_each):
    article = one_of_each["article"]
    client.force_login(superuser)
    assert client.post(address("article_delete", article.pk), {"post": "yes"}).status_code == 403
    assert address("article_delete", article.pk) not in client.get(address("article_change", article.pk)).text
    assert "delete_selected" not in client.get(address("article_changelist")).text


def test_no_article_is_made_by_hand(editing):
    assert editing.get(address("article_add")).status_code == 403


def test_counts_lead_to_the_articles_behind_them(editing, one_of_each):
    source = one_of_each["article"].source
    page = f"{address('article_changelist')}?source__id__exact={source.pk}"
    assert page in editing.get(address("source_changelist")).text
    assert editing.get(page).context["cl"].result_count == 1
    for lookup in ("tags", "authors", "places"):
        assert editing.get(f"{address('article_changelist')}?{lookup}__id__exact=1").context["cl"].result_count == 0
