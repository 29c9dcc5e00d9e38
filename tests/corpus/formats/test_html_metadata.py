"""What a saved page says of its article."""

import pytest

from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, json_ld, meta, page, paragraphs, read_one, texts

NEWS = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "alternativeHeadline": "خطة من ثلاث مراحل",
    "datePublished": "2025-03-04T09:30:00+02:00",
    "dateModified": "2025-06-01T09:30:00+02:00",
    "author": [{"@type": "Person", "name": "سعاد منصور"}, {"@type": "Person", "name": "كريم حداد"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "صحيفة النهر"},
    "articleSection": "محليات",
    "keywords": "أسواق، تراث",
    "inLanguage": "ar-LB",
    "url": "https://nahr.example/local/12",
}


def known(head):
    return read_one(page(head=head)).known


def wrapped(news):
    return {
        "alone": news,
        "in a list": [{"@type": "WebSite", "name": "غيرها"}, news],
        "in a graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, news]},
        "under two types": {**news, "@type": ["Article", "NewsArticle"]},
        "by a full address": {**news, "@type": "https://schema.org/ReportageNewsArticle"},
    }


@pytest.mark.parametrize("value", wrapped(NEWS).values(), ids=wrapped(NEWS).keys())
def test_json_ld_is_read_however_it_is_wrapped(value):
    found = read_one(page(head=json_ld(value) + meta(og__site_name="اسم آخر", article__section="قسم آخر")))
    assert (found.headline, found.deck) == (HEADLINE, "خطة من ثلاث مراحل")
    assert found.known.published == "2025-03-04"
    assert found.known.authors == ("سعاد منصور", "كريم حداد")
    assert (found.known.source, found.known.section, found.known.language) == ("صحيفة النهر", "محليات", "ar")
    assert (found.known.url, found.known.tags) == ("https://nahr.example/local/12", ("أسواق", "تراث"))


def test_an_author_may_be_a_reference_within_the_graph():
    graph = {"@graph": [{**NEWS, "author": {"@id": "#s"}}, {"@id": "#s", "@type": "Person", "name": "سعاد منصور"}]}
    assert known(json_ld(graph)).authors == ("سعاد منصور",)


def test_json_ld_with_raw_line_breaks_is_read_and_what_is_no_json_passed_over():
    broken = '<script type="application/ld+json">{"@type": "NewsArticle",</script>'
    raw = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + HEADLINE
    assert read_one(page(head=broken + raw + '\n", "articleSection": "محليات"}</script>')).known.section == "محليات"


def test_open_graph_where_there_is_no_json_ld():
    head = (
        meta(og__type="article", og__title=f"{HEADLINE} | صحيفة النهر", og__site_name="صحيفة النهر")
        + meta(article__published_time="2025-03-04T09:30:00Z", article__section="محليات", article__author="سعاد منصور")
        + meta(article__tag="أسواق")
        + meta(article__tag="تراث")
        + '<link rel="canonical" href="https://nahr.example/local/12">'
    )
    found = read_one(page(head=head))
    assert found.headline == HEADLINE
    assert (found.known.source, found.known.section, found.known.published) == ("صحيفة النهر", "محليات", "2025-03-04")
    assert (found.known.authors, found.known.tags) == (("سعاد منصور",), ("أسواق", "تراث"))
    assert found.known.url == "https://nahr.example/local/12"


def test_citation_tags():
    head = (
        '<meta name="citation_author" content="كريم حداد"><meta name="citation_publication_date" content="2024/11/05">'
    )
    assert (known(head).authors, known(head).published) == (("كريم حداد",), "2024-11-05")


def test_a_date_that_the_page_only_shows_is_read_in_words():
    body = f'<article><h1>{HEADLINE}</h1><span class="post-date">٤ آذار ٢٠٢٥</span>'
    found = read_one(page(body + "".join(f"<p>{text}</p>" for text in SENTENCES) + "</article>"))
    assert (found.known.published, texts(found)) == ("2025-03-04", list(SENTENCES))


def test_the_date_of_a_change_is_not_the_date_of_publication():
    assert known(meta(article__modified_time="2025-03-04") + json_ld({**NEWS, "datePublished": None})).published == ""


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/local/12", "https://nahr.example/"])
def test_an_address_that_leads_to_no_article_is_none(address):
    assert known(f'<link rel="canonical" href="{address}">').url == ""


def test_words_before_names_addresses_and_the_outlet_itself_are_no_writers():
    head = (
        meta(og__site_name="صحيفة النهر")
        + '<meta name="author" content="بقلم: سعاد منصور، صحيفة النهر، s@nahr.example">'
    )
    assert known(head).authors == ("سعاد منصور",)


MICRODATA = (
    '<div itemscope itemtype="http://schema.org/NewsArticle">'
    '<meta itemprop="mainEntityOfPage" content="https://nahr.example/local/12">'
    f'<h1 itemprop="headline">{HEADLINE}</h1>'
    '<p itemprop="author" itemscope itemtype="http://schema.org/Person">بقلم <b itemprop="name">سعاد منصور</b></p>'
    '<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization">'
    '<meta itemprop="name" content="صحيفة النهر"><meta itemprop="url" content="https://other.example/x"></div>'
    '<time itemprop="datePublished" datetime="2026-01-20T09:00:00+03:00">أمس</time>'
    '<a itemprop="articleSection" content="محليات">كل المحليات</a>'
    f'<div itemprop="articleBody">{paragraphs()}</div></div>'
)


def test_microdata():
    article = read_one(page(MICRODATA))
    assert (article.headline, texts(article)) == (HEADLINE, list(SENTENCES))
    known = article.known
    assert (known.source, known.section, known.authors) == ("صحيفة النهر", "محليات", ("سعاد منصور",))
    assert (known.published, known.url) == ("2026-01-20", "https://nahr.example/local/12")


def test_the_site_is_taken_off_the_title_of_a_page_without_a_heading():
    body = f"<td><font size=5><b>{HEADLINE}</b></font><br>{'<br><br>'.join(SENTENCES)}</td>"
    article = read_one(page(body, f"<title>{HEADLINE} - صحيفة النهر</title>"))
    assert (article.headline, texts(article)) == (HEADLINE, list(SENTENCES))


SAVED = "https://nahr.example/local/12?a=1"


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0033){SAVED} -->",
        f"<!--\n Page saved with SingleFile \n url: {SAVED} \n saved date: Tue -->",
    ],
)
def test_the_address_that_a_browser_wrote_when_it_saved_the_page(comment):
    text = page()
    saved = text.replace("<html", f"{comment}\n<html", 1)
    assert read_one(saved).known.url == SAVED
    assert read_one(saved.encode("utf-16")).known.url == SAVED
    assert read_one(saved.replace("https://", "file://")).known.url == ""


def test_an_address_of_one_digit_is_that_of_an_article():
    assert known(meta(og__url="https://nahr.example/7")).url == "https://nahr.example/7"


def test_the_language_of_xhtml():
    assert read_one(page().replace('lang="ar"', 'xml:lang="ar-LB"')).known.language == "ar"


@pytest.mark.parametrize("title", [f"{HEADLINE} | صحيفة النهر", f"صحيفة النهر :: {HEADLINE}"])
@pytest.mark.parametrize("href", ["/", "https://nahr.example/", "index.php"])
def test_the_sign_of_the_site_is_no_headline(title, href):
    body = f'<h1><a href="{href}">صحيفة النهر</a></h1><article><h2>{HEADLINE}</h2>{paragraphs()}</article>'
    found = read_one(page(body, f"<title>{title}</title>"))
    assert (found.headline, texts(found)) == (HEADLINE, list(SENTENCES))


def test_the_name_of_the_site_before_the_headline():
    found = read_one(page(head=f"<title>صحيفة النهر - {HEADLINE}</title>"))
    assert found.headline == HEADLINE


def test_a_date_below_the_headline_is_that_of_publication():
    lines = f"<article><h1>{HEADLINE}</h1><p>الثلاثاء، 4 مارس 2025 - 10:30</p>{paragraphs()}</article>"
    found = read_one(page(lines))
    assert (found.known.published, texts(found)) == ("2025-03-04", list(SENTENCES))
    declared = page(lines, meta(article__published_time="2025-03-03"))
    assert read_one(declared).known.published == "2025-03-03"


@pytest.mark.parametrize("href", ["/local/12", "https://nahr.example/local/12", "#top", ""])
def test_a_headline_that_leads_to_its_own_page_is_one(href):
    assert (
        read_one(page(f'<article><h1><a href="{href}">{HEADLINE}</a></h1>{paragraphs()}</article>')).headline
        == HEADLINE
    )
