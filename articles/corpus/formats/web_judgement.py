"""Whether a page is an article, and if not, what it is: homes, lists, searches, logins and errors are not imported."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml import etree

from articles.arabic.folding import fold, key
from articles.corpus.formats.web_metadata import PageMetadata
from articles.corpus.records import CAPTION, PARAGRAPH, BlockRecord

LEAST_WORDS = 8  # of a page that says it is an article: a line of breaking news
LEAST_UNDECLARED = 40  # of any other
_FEW_WORDS = 120  # an error or login page has no more
_LONG_WORD = 10  # letters; words of Arabic have five, and Chinese says in ten letters what takes many more
_MOST_LINKED = 3  # blocks that are wholly links; more, and a third of all, make a list

_ERRORS = re.compile(
    r"\b(?:404|403|500|502|503)\b|not found|forbidden|access denied|just a moment|attention required|"
    + fold("الصفحة غير موجودة|الصفحة المطلوبة|لم يتم العثور|غير متوفرة|خطأ في الخادم|صفحة الخطأ|عذرا")
)
_SEARCHES = re.compile(fold("نتائج البحث|ابحث عن|البحث عن") + "|search results|results for")
_COOKIES = re.compile("cookie|consent|" + fold("ملفات تعريف الارتباط|الكوكيز"))
_SEARCH_PATH = re.compile(r"/(?:search|tag|tags|author|authors|category|topics?|archive)(?:/|$)")
_PASSWORD = etree.XPath("boolean(//input[translate(@type, 'PASWORD', 'pasword')='password'])")
_LINKS = etree.XPath("//a")
_MARKED_BODY = etree.XPath("boolean(//article | //*[@itemprop='articleBody'])")


def link_texts(root: etree._Element) -> set[str]:
    """The folded texts of all links of a page."""
    return {key("".join(link.itertext())) for link in _LINKS(root)} - {""}


def has_password(root: etree._Element) -> bool:
    return bool(_PASSWORD(root))


def has_marked_body(root: etree._Element) -> bool:
    return bool(_MARKED_BODY(root))


def why_no_article(
    page: PageMetadata, blocks: Sequence[BlockRecord], links: set[str], *, asks_password: bool, marks_body: bool
) -> str | None:
    """The reason to pass the page over, None for an article."""
    words = sum(_words(block.text) for block in blocks if block.kind != CAPTION)
    title = fold(" ".join(page.headlines[:3]))
    if words < _FEW_WORDS and _ERRORS.search(title):
        return "an error page"
    if words < _FEW_WORDS and asks_password and not page.is_article:
        return "a login page"
    if _SEARCHES.search(title) and not page.is_article:
        return "a search page"
    if not page.is_article and _is_cookie_wall(blocks, words):
        return "a cookie wall"
    if page.is_list or _is_linked(blocks, links, page.is_article) or _is_list_path(page):
        return "a list of links"
    if page.is_root and not page.is_article and not marks_body:
        return "a home page"
    if words < (LEAST_WORDS if page.is_article else LEAST_UNDECLARED):
        return "too little text"
    if page.og_type == "website" and not page.is_article and not marks_body and words < _FEW_WORDS:
        return "a page without an article"
    return None if page.headlines else "no headline"


def _words(text: str) -> int:
    """How many words a text has; of one whose script sets no spaces, about as many as it would have."""
    return max(len(text.split()), len(text) // _LONG_WORD)


def _is_cookie_wall(blocks: Sequence[BlockRecord], words: int) -> bool:
    about = sum(1 for block in blocks if _COOKIES.search(fold(block.text)))
    return words < _FEW_WORDS and about * 2 > len(blocks)


def _is_linked(blocks: Sequence[BlockRecord], links: set[str], is_article: bool) -> bool:
    """Whether what was taken for the text is a list: its lines are links, or links with a teaser each."""
    are_links = [key(block.text) in links for block in blocks]
    linked = sum(are_links)
    share = 2 if is_article else 3
    if linked < _MOST_LINKED or linked * share < len(blocks):
        return False
    has_run = any(not any(three) for three in zip(are_links, are_links[1:], are_links[2:], strict=False))
    return (not is_article and not has_run) or _prose(blocks, links) < 2 * _FEW_WORDS


def _prose(blocks: Sequence[BlockRecord], links: set[str]) -> int:
    return sum(len(b.text.split()) for b in blocks if b.kind == PARAGRAPH and key(b.text) not in links)


def _is_list_path(page: PageMetadata) -> bool:
    return bool(page.known.url) and not page.is_article and bool(_SEARCH_PATH.search(urlsplit(page.known.url).path))
