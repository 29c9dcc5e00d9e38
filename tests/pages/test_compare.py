"""Queries and sources compared over time, as a page and as files."""

import csv
import html as markup
import io
import re
import sys
from io import BytesIO
from subprocess import run
from urllib.parse import urlencode

import pytest
from lxml import etree
from PIL import Image

from articles.models import Source
from articles.search import outbox
from articles.search.readers import forget
from articles.views.chart_picture import Plot, draw_png
from articles.views.trend_chart import draw_trends, labelled, nice_step, ticks_for
from tests.pages.reading import words
from tests.pages.rows import make_article


@pytest.fixture(autouse=True)
def news(archive, settings, tmp_path, monkeypatch):
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    first, second = Source.objects.create(name="الميناء"), Source.objects.create(name="السوق")
    for day, source in (("2023-02-01", first), ("2025-02-01", first), ("2025-05-01", second)):
        make_article("سعر القمح", "ارتفع سعر القمح.", day=day, source=source)
    make_article("سعر الشعير", "انخفض سعر الشعير.", day="2025-05-01", source=second)
    outbox.rebuild()
    yield folder
    forget(folder)


def table(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_each_query_has_its_line_and_its_column(client):
    page = client.get("/compare/?q=قمح&q=شعير")
    assert page.content.decode().count('class="trend-1"') == 1
    assert page.content.decode().count('class="trend-2"') == 1
    text = words(page)
    assert "قمح شعير" in text
    assert text.index("٢٠٢٥ ٢ ١") < text.index("٢٠٢٣ ١ ٠")


def test_what_the_form_sends_gets_the_shortest_address(client):
    response = client.get("/compare/?q=قمح&q=&q=شعير&by=year&year=2025")
    assert response.status_code == 302
    assert response.url == "?" + urlencode([("q", "قمح"), ("q", "شعير"), ("year", "2025")])
    assert client.get("/compare/?q=&q=&by=year").status_code == 200


def test_what_is_of_one_year_leads_to_its_months(client):
    assert "by=month" not in client.get("/compare/?q=قمح").content.decode()
    page = client.get("/compare/?q=قمح&year=2025").content.decode()
    link = re.search('href="([^"]*by=month)"', page).group(1).replace("&amp;", "&")
    assert "مايو (أيار) ٢٠٢٥" in words(client.get(f"/compare/{link}"))


@pytest.mark.parametrize("question", ["q=قمح&q=شعير&by=month&relative=1", "q=سعر&source={}&source={}"])
def test_the_page_says_how_a_program_asks_for_its_lines(client, question):
    page = client.get("/compare/?" + question.format(*Source.objects.order_by("-pk").values_list("pk", flat=True)))
    panel = markup.unescape(page.content.decode().partition('class="take-away"')[2])
    shown, *asked = re.findall(r"http://testserver(/[^\s<]+)", panel)[:3]
    file = client.get(shown.replace("/compare/", "/compare.csv"))
    hits = [{one["period"]: one["hits"] for one in client.get(line).json()["periods"]} for line in asked]
    for period, *cells in table(file)[1:]:
        assert [line.get(period, 0) for line in hits] == [int(cells[0]), int(cells[3])]


def test_a_search_shown_by_month_is_compared_by_month(client):
    page = client.get("/search/?q=قمح").content.decode()
    assert re.search('href="/compare/[^"]*&amp;by=month"', page)


def test_the_whole_archive_has_no_words_that_mark_it(client):
    assert "/search/words/" not in client.get("/search/").content.decode()
    assert "/search/words/" in client.get("/search/?year=2025").content.decode()


def test_the_sources_chosen_are_named_without_opening_their_list(client):
    chosen = Source.objects.get(name="السوق")
    page = client.get(f"/compare/?q=قمح&source={chosen.pk}").content.decode()
    summary = re.search("<details>\\s*<summary>(.*?)</summary>", page, re.DOTALL).group(1)
    assert re.sub("<[^>]*>", "", summary) == "المصادر: السوق"


def test_the_file_has_whole_numbers_and_shares_of_every_period(client):
    rows = table(client.get("/compare.csv?q=قمح&q=شعير"))
    assert rows[0][:4] == ["year", "قمح (articles)", "قمح (of)", "قمح (per thousand)"]
    by_year = {row[0]: row[1:] for row in rows[1:]}
    assert list(by_year) == ["2023", "2024", "2025", "2026"]
    assert by_year["2025"] == ["2", "4", "500.000", "1", "4", "250.000"]
    assert by_year["2024"][0] == "0"


def test_one_query_in_several_sources_is_a_line_for_each(client):
    sources = [Source.objects.get(name=name).pk for name in ("الميناء", "السوق")]
    query = urlencode([("q", "قمح"), *(("source", pk) for pk in sources), ("by", "month"), ("relative", 1)])
    rows = table(client.get(f"/compare.csv?{query}"))
    assert rows[0][1] == "الميناء (articles)"
    assert rows[-1] == ["2025-05", "0", "0", "", "1", "2", "500.000"]
    page = words(client.get(f"/compare/?{query}"))
    assert "٥٠٠" in page
    assert "–" in page  # of no article there is no share


def test_a_number_of_the_table_leads_to_its_articles(client):
    page = client.get("/compare/?q=قمح").content.decode()
    address = re.search(r'href="(/search/\?[^"]*year=2025[^"]*)"[^>]*>٢<', page)[1].replace("&amp;", "&")
    assert "مقالان" in words(client.get(address))


def test_no_more_than_six_are_compared(client):
    page = client.get("/compare/?" + urlencode([("q", f"كلمة{number}") for number in range(9)]))
    assert "لا يُقارن إلا بين الستة الأُول" in words(page)
    assert page.content.decode().count('<th scope="col">') == 7


def test_the_svg_is_whole_without_the_page_and_hostile_queries_are_text(client):
    hostile = urlencode([("q", "<script>alert(1)</script> قمح"), ("q", '"&]]>')])
    response = client.get(f"/compare.svg?{hostile}")
    assert response["Content-Type"] == "image/svg+xml"
    svg = etree.fromstring(response.content)
    names = {etree.QName(element).localname for element in svg.iter()}
    assert names == {"svg", "title", "rect", "path", "text", "g"}
    assert any("<script>" in (text.text or "") for text in svg.iter("{*}text"))
    assert "attachment" in response["Content-Disposition"]


def test_the_picture_is_for_print(client):
    response = client.get("/compare.png?q=قمح&q=شعير&by=month")
    picture = Image.open(BytesIO(response.content))
    assert picture.format == "PNG"
    assert picture.width >= 2000
    assert round(picture.info["dpi"][0]) == 300


def test_without_a_query_there_is_a_form_and_no_file(client, news):
    assert client.get("/compare/").status_code == 200
    assert client.get("/compare.png").status_code == 404
    (news / "CURRENT").unlink()
    assert client.get("/compare/?q=قمح").status_code == 503


@pytest.mark.parametrize("query", ["q=$x_{$", "q=%F0%9F%8C%BE%E4%BD%A0", "q=%E2%80%AEabc", "q=" + "ق" * 3000, "q=%00"])
def test_any_text_can_be_drawn(client, query):
    for kind in ("csv", "svg", "png"):
        assert client.get(f"/compare.{kind}?{query}").status_code in (200, 404)
    assert client.get(f"/compare/?{query}").status_code == 200


def ink(label: str) -> tuple[int, int]:
    """How many columns of the picture's legend and how many dots of it a label blackens."""
    plot = Plot("", "", "", (label,), ("٢٠٢٤", "٢٠٢٥"), ((1, 2),), is_rtl=True)
    picture = Image.open(BytesIO(draw_png(plot))).convert("L")
    width, height = picture.size
    row = picture.crop((0, height - 240, int(width * 0.9), height - 20)).point(lambda value: 255 * (value < 128))
    left, _, right, _ = row.getbbox()
    return right - left, row.histogram()[255]


def test_letters_are_joined_in_their_order_and_vowel_marks_are_kept():
    joined, plain = ink("بيتنا")
    apart, _ = ink("\ufe8f\ufef1\ufe95\ufee5\ufe8d")  # each letter as it stands alone
    assert joined < apart * 0.9
    marked_width, marked = ink("بَيْتُنَا")
    assert abs(marked_width - joined) <= joined * 0.15
    assert marked > plain * 1.1


def test_no_month_runs_into_the_next_in_a_picture_for_print():
    periods = ["أكتوبر (تشرين الأول) ٢٠١٧"] * 125
    plot = Plot("", "", "", ("بيت",), tuple(periods), (tuple(range(125)),), is_rtl=True)
    picture = Image.open(BytesIO(draw_png(plot))).convert("L")
    below_the_axis = picture.crop((0, picture.height - 310, picture.width, picture.height - 240))
    columns = [below_the_axis.crop((x, 0, x + 1, 70)).getextrema()[0] < 128 for x in range(picture.width)]
    blanks = re.findall(" {30,}", "".join("# "[not is_black] for is_black in columns).strip())
    assert len(blanks) == len(labelled(periods)) - 1


def test_the_page_does_not_load_matplotlib():
    code = "import sys, django; django.setup(); import articles.urls; sys.exit('matplotlib' in sys.modules)"
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""}
    assert run([sys.executable, "-c", code], env=environment, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("highest", "step"), [(1, 0.2), (4, 1), (5, 1), (7, 2), (960, 200), (1000, 200), (1001, 500), (0.3, 0.1)]
)
def test_the_steps_of_the_scale_are_round(highest, step):
    assert nice_step(highest) == pytest.approx(step)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 1, None], [0, 1]),
        ([3, 2], [0, 1, 2, 3]),
        ([230], [0, 50, 100, 150, 200, 250]),
        ([0.7, 0.1], [0, 0.2, 0.4, 0.6, 0.8]),
        ([0, 0], [0, 1]),
    ],
)
def test_articles_are_counted_by_whole_ones_on_the_axis(values, ticks):
    assert ticks_for([values]) == ticks


def test_time_runs_with_the_writing_and_a_gap_is_no_zero():
    arabic, english = (
        draw_trends(["أ"], ["1", "2", "3"], [[1, None, 2]], is_rtl=is_rtl, write_value=str) for is_rtl in (True, False)
    )
    assert arabic.times[0].at > arabic.times[-1].at
    assert english.times[0].at < english.times[-1].at
    assert arabic.value_x > arabic.last_x
    assert english.lines[0].path.count("M") == 2
