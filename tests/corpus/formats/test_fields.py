import json
import time

import pytest

from articles.corpus.formats.field_names import parse_mapping
from articles.corpus.records import SUBHEADING, BlockRecord, Known
from tests.corpus.formats.reading import BODY, articles, paragraphs, read, rejections


def read_one(mapping="", **fields):
    """The article of one record, and the reasons of what was noted."""
    found = read(json.dumps(fields) + "\n", "jsonl", mapping)
    [article] = articles(found)
    return article, [reason for _, reason in rejections(found)]


def known(**fields):
    article, notes = read_one(**({"title": "خبر", "text": BODY} | fields))
    assert notes == []
    return article.known


def noted(**fields):
    article, notes = read_one(**({"title": "خبر", "text": BODY} | fields))
    return article.known, notes


@pytest.mark.parametrize("name", ["headline", "title", "Title", "HEADLINE", "العنوان"])
def test_names_of_the_headline(name):
    assert read_one(**{name: "خبر", "text": BODY})[0].headline == "خبر"


@pytest.mark.parametrize("name", ["text", "body", "content", "article", "articleBody", "article_body", "Full Text"])
def test_names_of_the_text(name):
    assert paragraphs(read_one(title="خبر", **{name: BODY})[0]) == [BODY]


def test_the_better_name_goes_first_unless_it_is_empty():
    assert read_one(content="طويل", text="قصير", title="ثان", headline="أول")[0].headline == "أول"
    assert paragraphs(read_one(content="المضمون", text=" ", title="خبر")[0]) == ["المضمون"]


def test_what_news_services_write():
    article, notes = read_one(
        **{
            "@type": "NewsArticle",
            "headline": "خبر",
            "articleBody": BODY,
            "datePublished": "2026-01-20T08:00:00+03:00",
            "author": [{"@type": "Person", "name": "سعاد الحلبي"}, {"name": "كريم ناصر"}],
            "publisher": {"@type": "Organization", "name": "صحيفة الساحل"},
            "articleSection": "محليات",
            "keywords": "حدائق، بلديات; صيف|مدن",
            "url": "https://example.org/n/1",
            "inLanguage": "ar-LB",
            "description": "حديقة للجميع",
        }
    )
    assert notes == []
    assert article.deck == "حديقة للجميع"
    assert article.known == Known(
        source="صحيفة الساحل",
        section="محليات",
        authors=("سعاد الحلبي", "كريم ناصر"),
        published="2026-01-20",
        url="https://example.org/n/1",
        tags=("حدائق", "بلديات", "صيف", "مدن"),
        language="ar-LB",
    )


def test_a_number_is_a_name_outside():
    assert known(id=1077).outside_id == "1077"


@pytest.mark.parametrize("value", [None, "", " ", [], {}])
def test_nothing_is_nothing(value):
    assert known(author=value, date=value, url=value, tags=value, source=value, id=value) == Known()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("سعاد الحلبي، كريم ناصر", ("سعاد الحلبي", "كريم ناصر")),
        ("جدة - سعاد، كريم", ("جدة - سعاد، كريم",)),
        ("بقلم: سعاد الحلبي، كريم ناصر", ("سعاد الحلبي", "كريم ناصر")),
        ("['سعاد الحلبي', 'كريم ناصر']", ("سعاد الحلبي", "كريم ناصر")),
        ('["\\u0633\\u0639\\u0627\\u062f", "كريم ناصر"]', ("سعاد", "كريم ناصر")),
        ("[سعاد] الحلبي", ("[سعاد] الحلبي",)),
        ("Haddad, Mona", ("Haddad, Mona",)),
        ("Mona Haddad, Karim Nasser", ("Mona Haddad", "Karim Nasser")),
        (["كريم ناصر", None, "كريم ناصر"], ("كريم ناصر",)),
    ],
)
def test_authors(written, read):
    assert known(author=written).authors == read


def test_tags_in_a_text_with_commas():
    assert known(tags="سياسة,اقتصاد, 1,000 يوم").tags == ("سياسة", "اقتصاد", "1,000 يوم")


def test_tags_behind_a_hash():
    assert known(tags="#سياسة #سوق_العمل").tags == ("سياسة", "سوق العمل")


def test_of_several_sections_the_first_is_taken():
    found, notes = noted(section=["سياسة", "محليات"])
    assert found.section == "سياسة"
    assert notes == ["section: 2 where one is expected; the first is taken"]
    assert known(section=["سياسة"]).section == "سياسة"


@pytest.mark.parametrize("nothing", ["null", "None", "NaN", " N/A ", r"\N", "-", "[]"])
def test_what_programs_write_for_nothing_is_nothing(nothing):
    assert known(author=nothing, date=nothing, url=nothing, source=nothing, section=nothing, tags=nothing) == Known()
    assert rejections(read(json.dumps({"title": "خبر", "text": nothing}) + "\n", "jsonl"))[0][1].startswith("no text")


@pytest.mark.parametrize("url", ["https://a.b", "http://a.b/", "https://a.b/#top"])
def test_the_address_of_a_site_is_that_of_no_article(url):
    found, notes = noted(url=url)
    assert found.url == ""
    assert notes == [f"url: the address of a whole site, not of an article: {url}; imported without it"]


@pytest.mark.parametrize("url", ["https://a.b/?p=7", "https://a.b/#/news/7"])
def test_addresses_behind_the_path(url):
    assert known(url=url).url == url


def test_an_address_inside_an_object_or_a_list():
    assert known(url=["https://a.b/7", "https://a.b/8"]).url == "https://a.b/7"
    assert known(mainEntityOfPage={"@type": "WebPage", "@id": "https://a.b/7"}).url == "https://a.b/7"


def test_a_date_in_words_keeps_its_precision():
    assert known(date="20 يناير (كانون الثاني) 2026").published == "2026-01-20"
    assert known(date="2026-01").published == "2026-01"


def test_a_date_not_understood_leaves_an_undated_article():
    found, notes = noted(date="منذ ساعتين")
    assert found.published == ""
    assert notes == ["date: date not understood: منذ ساعتين; imported undated"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/news/1", "ftp://a/b", "https://", "http://[", "https://u:p@a.b/", "h" * 9]
)
def test_an_address_that_is_none_is_noted(url):
    found, notes = noted(url=url)
    assert found.url == ""
    assert notes[0].startswith("url: not an address")


def test_an_address_is_bounded_and_escaped():
    assert noted(url="https://a.b/" + "x" * 2000)[0].url == ""
    assert known(url='https://a.b/خبر جديد?"q"\u202e').url == "https://a.b/خبر%20جديد?%22q%22%E2%80%AE"


def test_wrong_kinds_are_noted_and_the_rest_is_imported():
    found, notes = noted(author=True, source=["أ", "ب"], language="?!", tags=[["أ", "ب"], "حدائق"])
    assert found == Known(tags=("حدائق",))
    assert len(notes) == 4


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"text": BODY}, "no headline"),
        ({"title": "خبر"}, "no text, under the headline خبر"),
        ({"title": "خبر", "text": " \u200f\n\u202e "}, "no text, under the headline خبر"),
        (
            {"title": "خبر", "text": False},
            "no text (text: true or false where a text is expected), under the headline خبر",
        ),
        ({"title": "", "text": None}, "no headline"),
        ({"title": True, "text": BODY}, "no headline (title: true or false where a text is expected)"),
        ({}, "no headline"),
    ],
)
def test_a_record_that_is_no_article_is_refused_whole(record, reason):
    assert rejections(read(json.dumps(record) + "\n", "jsonl")) == [(1, reason)]
    assert articles(read(json.dumps(record) + "\n", "jsonl")) == []


@pytest.mark.parametrize("title", [None, "", " ", ["\u200f"]])
def test_the_beginning_of_the_text_serves_as_a_headline_that_is_empty(title):
    text = f"{BODY} {'وبقية الخبر تأتي بعد هذا السطر الطويل. ' * 10}"
    found = read(json.dumps({"title": title, "text": text}) + "\n", "jsonl")
    (article,) = articles(found)
    assert text.startswith(article.headline.removesuffix("…"))
    assert len(article.headline) <= 151
    assert article.blocks[0].text == text.strip()
    assert rejections(found) == [(1, "no headline: the beginning of the text serves as one")]


@pytest.mark.parametrize(
    ("author", "kept"),
    [
        ("سعاد علي- بيروت: " + "قررت البلدية فتح الطريق القديم أمام الشاحنات " * 6, "سعاد علي- بيروت"),
        ("قررت البلدية فتح الطريق القديم أمام الشاحنات " * 6, None),
        ("أ" * 300, "أ" * 199 + "…"),
    ],
)
def test_a_signature_that_is_too_long_is_shortened(author, kept):
    found, notes = noted(author=author)
    (name,) = found.authors
    assert kept is None or name == kept
    assert author.startswith(name.removesuffix("…"))
    assert len(name) <= 200
    assert notes[0].startswith("author: longer than 200 characters, shortened: ")


def test_a_long_headline_is_cut_and_kept_whole():
    whole = "كلمة " * 400
    article, notes = read_one(title=whole, text=BODY)
    assert len(article.headline) <= 1000
    assert article.headline.endswith("كلمة…")
    assert paragraphs(article) == [whole.strip(), BODY]
    assert len(notes) == 1


def test_paragraphs_at_the_ends_of_lines():
    article, _ = read_one(title="خبر", text="  الفقرة  الأولى\r\n\r\n\tالثانية\u2028الثالثة\n***\n")
    assert paragraphs(article) == ["الفقرة الأولى", "الثانية", "الثالثة", "***"]


def test_a_text_in_a_list_of_paragraphs():
    assert paragraphs(read_one(title="خبر", text=["أولى", {"text": "ثانية"}])[0]) == ["أولى", "ثانية"]


def test_an_object_with_an_empty_text_is_nothing_and_one_by_language_is_arabic():
    article, notes = read_one(title={"en": "News", "ar": "خبر"}, text={"ar": BODY}, excerpt={"rendered": ""})
    assert (article.headline, paragraphs(article), article.deck, notes) == ("خبر", [BODY], None, [])


def test_lists_inside_a_list_are_lines_and_objects_are_looked_into():
    assert paragraphs(read_one(title="خبر", text=[["أولى", "وتتمة"], ["ثانية"]])[0]) == ["أولى وتتمة", "ثانية"]
    document = {"content": [{"content": [{"value": "أولى"}]}, {"content": [{"value": "ثانية"}]}]}
    assert paragraphs(read_one(title="خبر", body=document)[0]) == ["أولى", "ثانية"]


def test_ends_of_lines_that_a_database_wrote_out():
    assert paragraphs(read_one(title="خبر", text=r"أولى\n\nثانية\r\nثالثة")[0]) == ["أولى", "ثانية", "ثالثة"]
    assert paragraphs(read_one(title="خبر", text=r"في المجلد C:\news")[0]) == [r"في المجلد C:\news"]


def test_paragraphs_whose_markup_was_escaped():
    article, _ = read_one(title="«خبر»".replace("«", "&amp;laquo;"), text="&lt;p&gt;أولى&lt;/p&gt;&lt;p&gt;ثانية")
    assert (article.headline, paragraphs(article)) == ("«خبر»", ["أولى", "ثانية"])


def test_markup_is_taken_off():
    article, _ = read_one(
        title="<b>خبر</b>&nbsp;عاجل",
        text="<p>قال\n«<a href='x>y' title=\"z\">الوزير</a>»<br/>ثم &amp; مضى</p>"
        "<script>alert('x')</script><h3>في الختام</h3><!-- س --><P>وداعا",
    )
    assert article.headline == "خبر عاجل"
    assert article.blocks == (
        BlockRecord("paragraph", "قال «الوزير»"),
        BlockRecord("paragraph", "ثم & مضى"),
        BlockRecord(SUBHEADING, "في الختام"),
        BlockRecord("paragraph", "وداعا"),
    )


@pytest.mark.parametrize(
    "text", ["إذا كان س < ص و ص > ع", "حرف <غ> وحده", "a <unknown> tag", "x <!-- لا نهاية", "<3 حب"]
)
def test_what_is_no_markup_stays(text):
    assert paragraphs(read_one(title="خبر", text=text)[0]) == [text]


def test_a_script_that_is_escaped_stays_text():
    article, _ = read_one(title="خبر", text="&lt;script&gt;alert(1)&lt;/script&gt;")
    assert paragraphs(article) == ["<script>alert(1)</script>"]


def test_characters_that_are_no_text_are_dropped():
    article, _ = read_one(title="خ\0بر\ud800", text="س\u202eط\u2066ر\x1b[31m \x07م\u200fن")
    assert article.headline == "خبر"
    assert paragraphs(article) == ["سطر[31m م\u200fن"]


@pytest.mark.parametrize(
    "piece", ["<script>", "<!--", "<!---->", "<a '", '<a "', "<p", "&", "&#", "<h1><style>", "</", "\n"]
)
def test_hostile_markup_takes_no_more_than_its_length(piece):
    started = time.process_time()
    article, _ = read_one(title="خبر", text=piece * (450_000 // len(piece)) + " كلمة")
    assert paragraphs(article)[-1].endswith("كلمة")
    assert time.process_time() - started < 5


def test_too_many_paragraphs():
    assert "paragraphs" in rejections(read(json.dumps({"title": "خبر", "text": "س\n" * 10_001}) + "\n", "jsonl"))[0][1]


def test_texts_longer_than_any_are_refused():
    whole = {"title": "خبر", "text": "س " * 300_000}
    assert "500,000 characters" in rejections(read(json.dumps(whole) + "\n", "jsonl"))[0][1]
    found, notes = noted(author="س؛" * 100_000, url="<" * 200_000)
    assert found == Known()
    assert len(notes) == 2


def test_the_place_of_the_dateline_and_the_place_that_is_said():
    dateline = "طرابلس - أعلنت البلدية اليوم بدء العمل في الحديقة الجديدة."
    assert read_one(title="خبر", text=dateline)[0].place == "طرابلس"
    article, _ = read_one(title="خبر", text=dateline, place="الميناء")
    assert (article.place, article.known.places) == ("الميناء", ("الميناء",))


def test_a_mapping_goes_before_known_names():
    article, _ = read_one(
        "title=kicker,text=parts.main", kicker="من الخريطة", title="آخر", parts={"main": BODY}, text="آخر"
    )
    assert article.headline == "من الخريطة"
    assert paragraphs(article) == [BODY]


def test_a_field_that_is_mapped_has_no_other_meaning():
    article, _ = read_one("text=description", title="خبر", description=BODY)
    assert (article.deck, paragraphs(article)) == (None, [BODY])


def test_mapped_fields_by_exact_name_then_without_case_then_by_path():
    assert read_one("title=a.b", **{"a.b": "أول", "a": {"b": "ثان"}, "text": BODY})[0].headline == "أول"
    assert read_one("title=KICKER", kicker="أول", text=BODY)[0].headline == "أول"
    assert read_one("title=a.b", A={"B": "أول"}, text=BODY)[0].headline == "أول"


def test_a_mapped_field_that_is_not_there_is_named():
    found = read(json.dumps({"title": "خبر", "text": BODY}) + "\n", "jsonl", "title=kicker")
    assert rejections(found) == [(1, "no headline: the field kicker is not there or empty")]


def test_mappings():
    assert parse_mapping(" title = headline, text=body ,date=a.b") == {
        "headline": "headline",
        "text": "body",
        "published": "a.b",
    }


@pytest.mark.parametrize("text", ["", "title", "title=", "=x", "colour=x", "title=a,headline=b"])
def test_mappings_that_make_no_sense(text):
    with pytest.raises(ValueError, match=r"\.$"):
        parse_mapping(text)
