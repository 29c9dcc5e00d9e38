"""Words in context, as pages and as files."""

import csv
import html as markup
import io
import re

import pytest
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Block
from articles.search import outbox
from articles.search.readers import forget
from tests.pages.reading import marks, words
from tests.pages.rows import make_article


@pytest.fixture(autouse=True)
def index(archive, settings, tmp_path, monkeypatch):
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    outbox.rebuild()
    yield folder
    forget(folder)


def text_of(response) -> str:
    return b"".join(response.streaming_content).decode("utf-8-sig")


def rows_of(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text_of(response))))


def test_each_hit_stands_in_its_sentence_as_it_is_written(client):
    page = client.get("/search/concordance/?q=مسلحو داعش")
    assert "أُعيد فتح الطريق الذي قطعه مسلحو «" in words(page)
    assert marks(page) == ["مسلحو", "داعش"]
    assert "موضعان" in words(page)
    assert "في مقال واحد" in words(page)


def test_a_hit_leads_to_its_mark_in_the_article(client, archive):
    page = client.get("/search/concordance/?q=حلب&by=oldest").content.decode()
    addresses = re.findall(rf'href="({archive.get_absolute_url()}[^"#]*)#(mark-\d+)"', page)
    assert [mark for _, mark in addresses] == ["mark-1", "mark-2"]
    article = client.get(addresses[0][0].replace("&amp;", "&"))
    assert re.search('<mark id="mark-2"[^>]*>حلب</mark>', article.content.decode())


def test_lines_are_in_the_order_of_the_words_beside_the_hit(client):
    make_article("زيت", "وصل الزيت باكراً", "غاب زيت أسود")
    outbox.apply_changes()
    after, before = (words(client.get(f"/search/concordance/?q=زيت&by={by}")) for by in ("after1", "before1"))
    assert after.index("أسود") < after.index("باكراً")
    assert before.index("غاب") < before.index("وصل")


def test_what_leads_to_the_lines_again_says_what_was_understood_alone(client):
    for number in range(60):
        make_article(f"زيت {number}", "وصل الزيت")
    outbox.apply_changes()
    page = client.get("/search/concordance/?q=زيت&utm=x&by=after1&view=compact&page=9&year=undated").content.decode()
    asked = "q=%D8%B2%D9%8A%D8%AA&amp;year=undated"
    assert f'href="/en/search/concordance/?{asked}&amp;by=after1&amp;page=3"' in page
    assert "utm" not in page


@pytest.mark.parametrize("path", ["search/words/", "compare/", "search/facets/source", "search/concordance/"])
def test_pages_of_a_search_lead_to_themselves_without_what_no_search_has(client, path):
    page = client.get(f"/{path}?q=حلب&utm=x&year=2026")
    assert 'href="/en/' in page.content.decode()
    assert "year=2026" in page.content.decode()
    assert "utm" not in page.content.decode()


@pytest.mark.parametrize("path", ["search/words/", "compare/", "search/concordance/"])
def test_a_page_of_a_search_is_sent_again_only_if_something_changed(client, path):
    address = f"/{path}?q=زيت"
    tag = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=tag).status_code == 304
    make_article("زيت", "وصل الزيت باكراً")
    outbox.apply_changes()
    assert client.get(address, headers=tag).status_code == 200


def test_a_filter_can_be_taken_off_and_the_order_stays(client):
    page = client.get("/search/concordance/?q=زيت&by=after1&year=2026").content.decode()
    chips = re.search('class="chips".*?</ul>', page, re.DOTALL)[0]
    assert re.findall('href="([^"]*)"', chips) == ["?q=%D8%B2%D9%8A%D8%AA&amp;by=after1"]


@pytest.mark.parametrize("path", ["search/concordance/", "search/words/", "compare/"])
def test_what_else_holds_for_the_search_is_said_and_can_be_taken_back(client, path):
    page = client.get(f"/{path}?q=مسلحو داعش&level=folded&match=most&not=بداعش&names=off")
    chips = re.search('class="chips".*?</ul>', page.content.decode(), re.DOTALL)[0]
    for said in ("موحّدة الرسم", "معظم الكلمات", "ليس <bdi>بداعش", "كما كُتبت وحدها"):
        assert said in chips
    taken_back = [set(re.findall("(level|match|not|names)=", href)) for href in re.findall('href="([^"]*)"', chips)]
    assert taken_back == [
        {"match", "names"},
        {"level", "not", "names"},
        {"level", "match", "names"},
        {"level", "match", "not"},
    ]


def test_one_form_alone_can_be_shown(client):
    everything = client.get("/search/concordance/?q=قرى&by=form")
    assert set(marks(everything)) == {"قرى", "قراها", "بالقرى"}
    assert marks(client.get("/search/concordance/?q=قرى&form=قراها")) == ["قراها"]
    assert client.get("/search/concordance/?q=قرى&form=غيرها").status_code == 200


def test_what_cannot_be_answered_is_said(client, index):
    assert "ابحث عن كلمة أولاً" in words(client.get("/search/concordance/"))
    assert "ليس في نص" in words(client.get("/search/concordance/?q=ططط"))
    (index / "CURRENT").unlink()
    assert client.get("/search/concordance/?q=حلب").status_code == 503
    assert client.get("/search/concordance.csv?q=حلب").status_code == 503


def test_the_page_says_how_a_program_asks_for_its_lines(client):
    page = client.get("/search/concordance/?q=حلب&by=before1&form=حلب&view=compact&page=1")
    panel = page.content.decode().partition('class="take-away"')[2]
    addresses = re.findall(r"http://testserver(/[^\s<]+)", markup.unescape(panel))
    shown, asked, *_ = addresses
    assert marks(client.get(shown)) == marks(page)
    assert [line["hit"] for line in client.get(asked).json()["lines"]] == marks(page) != []


def test_the_file_has_every_line_in_the_order_of_the_page(client, archive):
    rows = rows_of(client.get("/search/concordance.csv?q=حلب&by=oldest"))
    assert [row["hit"] for row in rows] == ["حلب", "حلب", "حلب"]
    assert rows[0]["article"] == str(archive.pk)
    assert rows[0]["before"].endswith("إلى قراها في ريف")
    assert rows[0]["after"].startswith("الشمالي،")
    assert rows[0]["source"] == "صحيفة المرفأ"
    assert rows[0]["published"] == "2026-01-20"
    assert rows[0]["address"] == f"http://testserver/articles/{archive.pk}/"


def test_no_cell_of_the_file_is_a_formula(client):
    make_article('=HYPERLINK("x") نحاس', "=1+1 نحاس")
    outbox.apply_changes()
    rows = rows_of(client.get("/search/concordance.csv?q=نحاس"))
    assert len(rows) == 2
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=") for cell in cells)


def test_what_an_article_says_is_escaped(client):
    make_article("خبر", "قال <script>alert(1)</script> نحاس <img src=x>")
    outbox.apply_changes()
    page = client.get("/search/concordance/?q=نحاس").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_text_changed_since_the_index_was_written_is_shown_as_the_index_has_it(client):
    article = make_article("خبر", "وصل قطار النحاس صباحاً")
    outbox.apply_changes()
    Block.objects.filter(article=article).update(text="لا شيء")
    assert marks(client.get("/search/concordance/?q=نحاس")) == ["النحاس"]
    Article.objects.filter(pk=article.pk).update(status="withdrawn")
    page = words(client.get("/search/concordance/?q=نحاس"))
    assert "لم يعد هذا المقال في الأرشيف" in page
    assert len(rows_of(client.get("/search/concordance.csv?q=نحاس"))) == 1


def test_the_queries_of_a_page_do_not_grow_with_its_lines(client, django_assert_max_num_queries):
    from django.db import connection

    with CaptureQueriesContext(connection) as few:
        client.get("/search/concordance/?q=المسقوفة")
    for number in range(20):
        make_article(f"نحاس {number}", "نحاس ونحاس")
    outbox.apply_changes()
    with django_assert_max_num_queries(len(few) + 1):
        client.get("/search/concordance/?q=نحاس")


@pytest.mark.parametrize("by", ["after9", "", "%00", "newest'--"])
@pytest.mark.parametrize("page", ["0", "999999999", "x"])
def test_any_address_gives_a_page(client, by, page):
    assert client.get(f"/search/concordance/?q=حلب&by={by}&page={page}&form=%00").status_code == 200


def test_words_that_mark_a_result_narrow_it(client):
    for number in range(12):
        make_article(f"نهر {number}", "فاض النهر على السدود والجسور.")
    outbox.apply_changes()
    page = client.get("/search/words/?q=نهر")
    assert "السدود" in words(page)
    address = re.search(r'href="(/search/\?[^"]*)"><bdi>والجسور', page.content.decode())[1].replace("&amp;", "&")
    assert "q=%D9%86%D9%87%D8%B1+AND+" in address
    rows = rows_of_file(client.get("/search/words.csv?q=نهر"))
    by_word = {row["word"]: row for row in rows}
    assert (by_word["السدود"]["count"], by_word["السدود"]["archive_count"]) == ("12", "12")
    assert by_word["السدود"]["articles"] == "12"


def rows_of_file(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_all_articles_have_nothing_that_marks_them(client):
    assert "فلا بقية تُقارن بها" in words(client.get("/search/words/"))
    assert client.get("/search/words/?q=ططط").status_code == 200
