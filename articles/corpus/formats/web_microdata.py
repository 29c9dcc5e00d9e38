"""What a page says of its article in microdata: the same vocabulary as JSON-LD, in attributes of the text itself."""

from typing import Any

from lxml import etree

from articles.corpus.formats.web_json_ld import ARTICLE_TYPES, Node

MOST_PROPERTIES = 500
# The parts that are asked for; a text of the article is found better by its weight.
WANTED = {
    *("headline", "alternativeHeadline", "author", "publisher", "datePublished", "articleSection", "keywords"),
    *("url", "mainEntityOfPage", "inLanguage"),
}

_SCOPES = etree.XPath("//*[@itemscope and contains(@itemtype, 'schema.org/')]")
_PROPERTIES = etree.XPath(".//*[@itemprop]")
_NAME = etree.XPath(".//*[@itemprop='name']")
_VALUES = ("content", "datetime", "href", "itemid")


def read_article(root: etree._Element) -> Node | None:
    """The first article that is marked up so, as an object of JSON-LD; None where there is none."""
    for scope in _SCOPES(root):
        kind = scope.get("itemtype", "").strip().rpartition("/")[2]
        if kind in ARTICLE_TYPES:
            return {"@type": kind, **_properties(scope)}
    return None


def _properties(scope: etree._Element) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for element in _PROPERTIES(scope)[:MOST_PROPERTIES]:
        if _owner(element) is not scope:
            continue
        for name in WANTED.intersection(element.get("itemprop", "").split()):
            found.setdefault(name, []).append(_value(element))
    # An address is one; of the others all are read.
    return {name: values[0] if name == "mainEntityOfPage" else values for name, values in found.items()}


def _owner(element: etree._Element) -> etree._Element | None:
    """The item that an element is a property of."""
    return next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)


def _value(element: etree._Element) -> Any:
    if element.get("itemscope") is not None and (names := _NAME(element)):
        return {"name": _text(names[0])}
    return _text(element)


def _text(element: etree._Element) -> str:
    given = next((element.get(name) for name in _VALUES if element.get(name)), None)
    return given if given is not None else "".join(element.itertext())
