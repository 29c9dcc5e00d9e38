"""What a page says of its article beside the text.

JSON-LD goes first, or microdata where there is none, then OpenGraph, citation and Dublin Core tags.
"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from articles.arabic.folding import key
from articles.corpus.formats import web_json_ld as json_ld
from articles.corpus.formats import web_microdata as microdata
from articles.corpus.formats.web_dates import first_date, shown_dates
from articles.corpus.formats.web_names import labels, writers
from articles.corpus.formats.web_text import clean_text, first_text, is_root, same_host, web_address
from articles.corpus.records import Known

_TAGS = etree.XPath("//meta[@content]")
_LINK = etree.XPath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href")
_TITLE = etree.XPath("//title[not(ancestor::svg)]")
_H1 = etree.XPath("//h1")
# What may be the heading of a page without one: old pages set it in bold.
_BOLD = etree.XPath("//h2 | //h3 | //b | //strong | //font")
_MOST_BOLD = 100
_HREFS = etree.XPath(".//a/@href | ancestor::a/@href")
_HOME = ("/", "./", "../", "/index.html", "/index.php", "index.html", "index.php")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")

# What stands between a headline and the name of the site.
_BEFORE_SITE = (" | ", " - ", " – ", " — ", " :: ", " « ", " » ")
_HEADLINES = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title")
_DATES = (
    "article:published_time", "og:article:published_time", "article:published", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
    "dcterms.date", "datepublished", "publishdate", "publish-date", "publish_date", "pubdate", "parsely-pub-date",
    "sailthru.date",
)  # fmt: skip
_AUTHORS = ("citation_author", "article:author", "author", "dc.creator", "dcterms.creator", "parsely-author")
_SECTIONS = ("article:section", "og:article:section", "parsely-section", "dc.subject.section")
_KEYWORDS = ("article:tag", "og:article:tag", "citation_keywords", "news_keywords", "keywords", "parsely-tags")
_SOURCES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_LANGUAGES = ("citation_language", "dc.language", "dcterms.language", "content-language", "og:locale")
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description", "dcterms.description")


@dataclass(frozen=True)
class PageMetadata:
    """`headlines` are all that the page offers, the best first; `decks` and `descriptions` what may be its deck.

    `is_article`: the page says so itself. `og_type`, `is_list` and
    `is_root`, that its address is that of the whole site, speak against it.
    """

    headlines: tuple[str, ...]
    decks: tuple[str, ...]
    descriptions: tuple[str, ...]
    known: Known
    is_article: bool
    is_list: bool
    og_type: str
    is_root: bool
    body: str


def read_metadata(root: etree._Element, address: str = "") -> PageMetadata:
    """Read a whole page; `address` is where it was found, empty where that is not known."""
    meta = _meta(root)
    nodes = json_ld.read_nodes(root)
    node = json_ld.find_article(nodes) or microdata.read_article(root) or {}
    source = _source(node, nodes, meta)
    og_type = first_text(meta.get("og:type", ())).lower()
    known = Known(
        source=source,
        section=first_text([*json_ld.texts(node.get("articleSection"))[:1], *_all(meta, _SECTIONS)]),
        authors=writers(json_ld.names(node.get("author"), nodes) or _first(meta, _AUTHORS), source),
        published=first_date([*json_ld.texts(node.get("datePublished")), *_all(meta, _DATES), *shown_dates(root)]),
        url=_address(root, node, meta, address),
        tags=labels(json_ld.texts(node.get("keywords")) or _first(meta, _KEYWORDS)),
        language=_language(root, node, meta),
    )
    return PageMetadata(
        headlines=_headlines(root, node, meta, source),
        decks=tuple(json_ld.texts(node.get("alternativeHeadline"))),
        descriptions=tuple(dict.fromkeys([*json_ld.texts(node.get("description")), *_all(meta, _DESCRIPTIONS)])),
        known=known,
        is_article=bool(node) or og_type == "article",
        is_list=json_ld.is_list(nodes) and not node,
        og_type=og_type,
        is_root=_is_root(root, meta, known.url),
        body="\n".join(json_ld.whole_texts(node.get("articleBody"))),
    )


def _meta(root: etree._Element) -> dict[str, list[str]]:
    """Contents of meta elements by name in lower case."""
    meta: dict[str, list[str]] = {}
    for element in _TAGS(root):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := element.get(attribute):
                if content := clean_text(element.get("content")):
                    meta.setdefault(name.strip().lower(), []).append(content)
                break
    return meta


def _all(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [text for name in names for text in meta.get(name, ())]


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    """All contents of the first of these names that the page has."""
    return next((meta[name] for name in names if name in meta), [])


def _source(node: json_ld.Node, nodes: list[json_ld.Node], meta: dict[str, list[str]]) -> str:
    return first_text([*json_ld.names(node.get("publisher"), nodes), *_all(meta, _SOURCES)])


def _headlines(root: etree._Element, node: json_ld.Node, meta: dict[str, list[str]], source: str) -> tuple[str, ...]:
    titles = [clean_text(" ".join(element.itertext())) for element in _TITLE(root)[:1]]
    shown = [clean_text(" ".join(element.itertext())) for element in _H1(root) if not _leads_home(element)]
    found = [*json_ld.texts(node.get("headline")), *_all(meta, _HEADLINES)]
    headings = shown or [clean_text("".join(element.itertext())) for element in _BOLD(root)[:_MOST_BOLD]]
    offered = [without_site(text, source, headings) for text in found]
    offered += [*(shown if len(shown) == 1 else shown[:1]), *(without_site(text, source, headings) for text in titles)]
    whole = [_uncut(text, shown) for text in offered if text and key(text) != key(source)]
    return tuple(dict.fromkeys(whole))


def without_site(title: str, source: str, shown: list[str] = ()) -> str:
    """Take the name of the site off a title: ارتفاع الأسعار | صحيفة النهر -> ارتفاع الأسعار.

    A part after a bar or dash is the site's name where it is the source, or where the rest is what the page shows as
    its heading; one before it only then.
    """
    headings = {key(text) for text in shown}
    for sign in _BEFORE_SITE:
        before, _, after = title.rpartition(sign)
        if before and (key(after) == key(source) or key(before) in headings):
            return before.strip()
        before, _, after = title.partition(sign)
        if after and key(after) in headings:
            return after.strip()
    return title


def _leads_home(heading: etree._Element) -> bool:
    """Whether a heading is the sign of the site, which leads to its first page."""
    hrefs = _HREFS(heading)
    return any(href.strip() in _HOME or ((address := web_address(href)) and is_root(address)) for href in hrefs)


def _uncut(headline: str, shown: list[str]) -> str:
    """The heading that the page shows, where this is its beginning: sites cut headlines at 110 characters."""
    beginning = headline.rstrip(" .…")
    return next((text for text in shown if text.startswith(beginning) and beginning != headline), headline)


def _address(root: etree._Element, node: json_ld.Node, meta: dict[str, list[str]], address: str) -> str:
    """The address that the page gives itself; where it was found when that is another site or the whole site."""
    page = node.get("mainEntityOfPage")
    entity = page.get("@id") if hasattr(page, "get") else page
    offered = [*_LINK(root), *meta.get("og:url", ()), *json_ld.texts(node.get("url")), *json_ld.texts(entity)]
    absolute = [web_address(_joined(address, text)) for text in offered]
    good = [text for text in absolute if text and not is_root(text) and (not address or same_host(text, address))]
    return (good or [web_address(address)])[0]


def _is_root(root: etree._Element, meta: dict[str, list[str]], address: str) -> bool:
    declared = list(filter(None, map(web_address, [*_LINK(root), *meta.get("og:url", ())])))
    return is_root(address) if address else bool(declared) and all(map(is_root, declared))


def _joined(address: str, offered: str) -> str:
    try:
        return urljoin(address, offered.strip()) if address else offered
    except ValueError:
        return ""


def _language(root: etree._Element, node: json_ld.Node, meta: dict[str, list[str]]) -> str:
    """The primary subtag: ar-LB, ar_LB -> ar. Arabic has no tag of three letters that news pages use."""
    offered = [
        *json_ld.texts(node.get("inLanguage")),
        root.get("lang", ""),
        root.get("xml:lang", ""),
        *_all(meta, _LANGUAGES),
    ]
    found = (_LANGUAGE.match(text.strip().lower()) for text in offered)
    return next((match.group() for match in found if match), "")
