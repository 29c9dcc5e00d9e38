"""Pages that are no articles are not imported, and the reason is told."""

import pytest

from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import ArticleRecord
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, json_ld, meta, page, paragraphs, read_one

TITLES = [f"عنوان الخبر رقم {number} عن السوق والبلدة" for number in range(12)]
LISTED = "".join(f'<div><h3><a href="/{n}">{title}</a></h3></div>' for n, title in enumerate(TITLES))

NO_ARTICLES = {
    "an error page": page("<h1>الصفحة غير موجودة</h1><p>عذراً، لم نجد ما تبحث عنه في هذا الموقع.</p>"),
    "a login page": page('<h1>تسجيل الدخول</h1><p>أدخل اسمك وكلمتك.</p><form><input type="password"></form>'),
    "a search page": page(f"<h1>نتائج البحث عن: السوق</h1>{LISTED}{paragraphs()}"),
    "a list of links": page(f"<main><h1>محليات</h1>{LISTED}</main>", json_ld({"@type": "CollectionPage"})),
    "a home page": page(
        f"<main><h1>صحيفة النهر</h1>{paragraphs()}</main>", '<link rel="canonical" href="https://nahr.example/">'
    ),
    "too little text": page("<h1>من نحن</h1><p>صحيفة يومية تصدر في البلدة.</p>"),
    "a cookie wall": page("<h1>صحيفة النهر</h1><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع.</p>"),
}


@pytest.mark.parametrize("reason", NO_ARTICLES)
def test_what_is_no_article_is_passed_over_with_the_reason(reason):
    found = read_one(NO_ARTICLES[reason])
    assert found == Skipped(1, reason)


def test_a_page_of_links_is_no_article_though_nothing_says_so():
    found = read_one(page(f"<main><h1>محليات</h1>{LISTED}</main>"))
    assert isinstance(found, Skipped)


def test_a_page_of_links_with_a_long_teaser_each_is_no_article():
    cards = "".join(
        f'<div><h3><a href="/{n}">{title}</a></h3><p>{SENTENCES[n % 4]} {n}</p></div>' for n, title in enumerate(TITLES)
    )
    assert read_one(page(f"<main><h1>محليات</h1>{cards}</main>")) == Skipped(1, "a list of links")


def test_a_text_without_spaces_between_words_is_long_enough():
    text = "市议会宣布旧市场的修复工程将于夏初开始。" * 20
    assert isinstance(read_one(page(f"<article><h1>旧市场</h1><p>{text}</p></article>", lang="zh")), ArticleRecord)


def test_one_line_of_breaking_news_is_an_article_where_the_page_says_so():
    line = "عاجل: مجلس البلدة يوافق على ترميم السوق القديم بعد جلسة طويلة"
    body = f"<article><h1>{HEADLINE}</h1><p>{line}</p></article>"
    found = read_one(page(body, json_ld({"@type": "NewsArticle", "headline": HEADLINE})))
    assert isinstance(found, ArticleRecord)
    assert [block.text for block in found.blocks] == [line]


def test_an_article_about_an_error_is_an_article():
    head = meta(og__type="article")
    body = f"<article><h1>خطأ 404 يربك زوار موقع البلدية</h1>{paragraphs(*SENTENCES * 3)}</article>"
    assert isinstance(read_one(page(body, head)), ArticleRecord)


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"no markup at all"])
def test_nothing_is_no_article(data):
    assert isinstance(read_one(data), Skipped)
