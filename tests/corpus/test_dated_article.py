"""The article page of many sites, known by the line that says when it was published."""

import codecs
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.pages import read_page
from articles.corpus.pages.head_lines import date_of, signed_by
from articles.corpus.records import Known
from tests.corpus.builder import parts, read
from tests.corpus.texts import FIRST, HARVEST, HARVEST_DECK, PRICES, SECOND, THIRD

MENU = ["الرئيسية", "سياسة", "رياضة عالمية"]
DATE = "الجمعة، 20 فبراير 2026 10:30 ص"
SHARE = ["شارك", "Facebook", "واتساب", "انسخ الرابط"]
BODY = [FIRST.text, SECOND.text, PRICES.text, THIRD.text]
RELATED = "أسعار الزيت ترتفع في الأسواق"
READ = "مباراة اليوم تنتهي بالتعادل"
PAGE = [
    *MENU,
    HARVEST,
    "كتب: سامر حداد",
    DATE,
    *SHARE,
    *BODY,
    "المصدر: وكالات",
    "كلمات مفتاحية",
    "زيتون",
    "#موسم_القطاف",
    "مواضيع ذات صلة",
    RELATED,
    "الخميس، 19 فبراير 2026 07:00 م",
    "الأكثر قراءة",
    "1",
    READ,
    "جميع الحقوق محفوظة © 2026 لصحيفة الحقول",
]
KNOWN = Known(published="2026-02-20", authors=("سامر حداد",), tags=("زيتون", "موسم القطاف"))


def check(lines, known=KNOWN, deck=None):
    page = read(lines)
    assert page.template == "dated article"
    (article,) = page.articles
    assert (article.headline, article.deck, article.known) == (HARVEST, deck, known)
    assert article.blocks == (FIRST, SECOND, PRICES, THIRD)
    return page


def test_the_usual_page():
    page = check(PAGE)
    assert not page.needs_review
    assert [(card.kind, card.headline) for card in page.cards] == [("related", RELATED), ("latest", READ)]
    told = [line.reason for line in page.furniture]
    assert told.count("date line") == 2
    assert {"menu line", "byline", "share line", "source line", "tag", "rank in a list", "page line"} <= set(told)


def test_each_line_is_somewhere():
    page = read(PAGE)
    article = page.articles[0]
    found = [article.headline, *(block.text for block in article.blocks), *(card.headline for card in page.cards)]
    assert sorted([*found, *(line.text for line in page.furniture)]) == sorted(PAGE)


@pytest.mark.parametrize("without", [*MENU, *SHARE, "المصدر: وكالات", "الأكثر قراءة", "مواضيع ذات صلة"])
def test_any_line_of_the_page_may_be_absent(without):
    check([line for line in PAGE if line != without])


def test_the_date_may_stand_above_the_headline():
    check([*MENU, DATE, HARVEST, "كتب: سامر حداد", *BODY, *PAGE[PAGE.index("كلمات مفتاحية") :]])


def test_the_day_of_a_change_is_neither_the_day_nor_the_deck():
    page = read([HARVEST, "Published: 20 February 2026", "Updated: March 4, 2026", FIRST.text, SECOND.text])
    assert (page.articles[0].known.published, page.articles[0].deck) == ("2026-02-20", None)


def test_a_deck_below_the_headline():
    check([HARVEST, HARVEST_DECK, *PAGE[len(MENU) + 1 :]], deck=HARVEST_DECK)


def test_a_link_amid_the_text_is_a_card():
    lines = list(PAGE)
    lines.insert(lines.index(SECOND.text), f"اقرأ أيضاً: {READ}")
    page = check(lines)
    assert [card.headline for card in page.cards] == [READ, RELATED, READ]


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_other_encodings(encoding):
    data = "\r\n".join(PAGE).replace("©", "").encode(encoding)
    assert data.startswith(codecs.BOM_UTF16_LE) == (encoding == "utf-16")
    page = read_page("a.txt", data)
    assert parts(page)[0] == [replace(record, first_line=0, last_line=0) for record in check(PAGE).articles]


@given(st.lists(st.sampled_from([*PAGE, HARVEST_DECK]), min_size=1, max_size=25))
def test_no_line_is_lost_in_any_order(lines):
    page = read(lines)
    kept = [
        part for card in page.cards for part in (card.section, card.headline, card.teaser, card.caption, card.byline)
    ]
    kept = [part for part in kept if part]
    kept += [article.headline for article in page.articles] + [line.text for line in page.furniture]
    kept += [article.deck for article in page.articles if article.deck]
    kept += [f"{block.text}" for article in page.articles for block in article.blocks]
    whole = "\n".join(kept)
    assert all(line in whole or line.split(": ")[-1] in whole for line in lines)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (DATE, "2026-02-20"),
        ("تاريخ النشر: 20.02.2026 | 10:30 GMT", "2026-02-20"),
        ("آخر تحديث: 20/2/2026 10:30 (توقيت مكة)", ""),
        ("2026-02-20 - 10:30", "2026-02-20"),
        ("نُشر في: 20 شباط 2026", "2026-02-20"),
        ("20 يناير (كانون الثاني) 2026", "2026-01-20"),
        ("فبراير 2026", None),
        ("افتتح الجسر 20 فبراير 2026", None),
        ("الوفيات: 20", None),
        ("مباراة 20:30", None),
    ],
)
def test_date_lines(line, day):
    assert date_of(line) == day


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("كتب: سامر حداد", "سامر حداد"),
        ("بقلم منى العلي", "منى العلي"),
        ("إعداد/ قسم الأخبار", "قسم الأخبار"),
        ("كتب الرئيس رسالة.", None),
        ("كتب قديمة تباع في المزاد", None),
        ("تقرير: ارتفاع أسعار الزيت", None),
    ],
)
def test_bylines(line, name):
    assert signed_by(line) == name


def test_a_list_in_the_midst_of_the_text():
    lines = [
        HARVEST,
        DATE,
        FIRST.text,
        "اقرأ أيضاً",
        RELATED,
        READ,
        SECOND.text,
        THIRD.text,
        "الأكثر قراءة",
        PRICES.text,
    ]
    page = read(lines)
    assert page.articles[0].blocks == (FIRST, SECOND, THIRD)
    assert [(card.kind, card.headline) for card in page.cards] == [
        ("related", RELATED),
        ("related", READ),
        ("latest", PRICES.text),
    ]


def test_a_list_with_teasers_ends_the_text():
    page = read([HARVEST, DATE, FIRST.text, "اقرأ أيضاً", RELATED, SECOND.text, READ, THIRD.text])
    assert page.articles[0].blocks == (FIRST,)
    assert [(card.headline, card.teaser) for card in page.cards] == [(RELATED, SECOND.text), (READ, THIRD.text)]


@pytest.mark.parametrize("heading", ["التعليقات (2)", "تعليقات القراء", "التعليقات: 12"])
def test_comments_of_readers_are_no_text(heading):
    page = check(
        [HARVEST, DATE, *BODY, heading, "أحمد: خبر مفرح", "متى يصل الزيت إلى الأسواق؟", "الأكثر قراءة", READ],
        Known(published="2026-02-20"),
    )
    assert [card.headline for card in page.cards] == [READ]
    assert [line.reason for line in page.furniture].count("comment of a reader") == 3


@pytest.mark.parametrize("line", ["14:05 (توقيت مكة المكرمة)", "10:30 ص", "الساعة 10:30 صباحاً"])
def test_a_time_of_day_is_no_caption(line):
    check([HARVEST, DATE, line, *BODY], Known(published="2026-02-20"))


@pytest.mark.parametrize("sign", [">", "»", "/", "|"])
def test_the_way_from_the_home_page_is_no_headline(sign):
    check([f"الرئيسية {sign} محليات {sign} {HARVEST}", HARVEST, DATE, *BODY], Known(published="2026-02-20"))


def test_a_byline_with_its_colon_behind_the_name():
    assert signed_by("كتب سامر حداد:") == "سامر حداد"
    assert signed_by("كتب قديمة في سوق جديدة") is None
