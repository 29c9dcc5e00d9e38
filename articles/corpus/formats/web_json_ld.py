"""What a page says of its article in JSON-LD: the vocabulary of schema.org, as news sites write it."""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from articles.corpus.formats.web_text import clean_text

LONGEST_SCRIPT = 2_000_000  # characters
MOST_NODES = 20_000

ARTICLE_TYPES = {
    *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Report"),
    *("BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting"),
}
LIST_TYPES = {"CollectionPage", "SearchResultsPage", "ProfilePage"}

_SCRIPTS = etree.XPath(
    "//script[contains(translate(@type, 'LDJSONAPLICT', 'ldjsonaplict'), 'application/ld+json')]/text()"
)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)

Node = Mapping[str, Any]


def read_nodes(root: etree._Element) -> list[Node]:
    """Every object that the page's JSON-LD holds at the top, in a list or a @graph; what is no JSON is passed over."""
    nodes: list[Node] = []
    for script in _SCRIPTS(root):
        if len(script) <= LONGEST_SCRIPT and (value := _loaded(script)) is not None:
            nodes.extend(_objects(value))
    return nodes[:MOST_NODES]


def types(node: Node) -> set[str]:
    """The types of an object without the address of their vocabulary."""
    named = node.get("@type", ())
    names = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def find_article(nodes: list[Node]) -> Node | None:
    """The first object that is an article and has a headline, else the first that is one."""
    articles = [node for node in nodes if types(node) & ARTICLE_TYPES]
    return next((node for node in articles if texts(node.get("headline"))), articles[0] if articles else None)


def is_list(nodes: list[Node]) -> bool:
    return any(types(node) & LIST_TYPES for node in nodes)


def texts(value: Any) -> list[str]:
    """The texts of a value: a text, a number, a list of them, or objects that carry one as @value."""
    return [text for text in (clean_text(entities.unescape(item)) for item in whole_texts(value)) if text]


def whole_texts(value: Any) -> list[str]:
    """The texts of a value as they stand, with their lines and their markup."""
    plain = (item.get("@value") if isinstance(item, Mapping) else item for item in _list(value))
    return [str(item) for item in plain if isinstance(item, str | int) and not isinstance(item, bool)]


def names(value: Any, nodes: list[Node]) -> list[str]:
    """The names of people or outlets: plain texts, objects with a name, or references to objects elsewhere."""
    return [name for item in _list(value) for name in texts(_name(item, nodes))]


def _name(item: Any, nodes: list[Node]) -> Any:
    if not isinstance(item, Mapping):
        return item
    if "name" in item or "@id" not in item:
        return item.get("name")
    return next((node["name"] for node in nodes if node.get("@id") == item["@id"] and "name" in node), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _loaded(script: str) -> Any:
    """The value of a script. Sites leave raw line breaks in texts and wrap scripts in comments; both are let pass."""
    try:
        return json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[Node]:
    pending, seen = [value], 0
    while pending and seen < MOST_NODES:
        value, seen = pending.pop(0), seen + 1
        if isinstance(value, list):
            pending[:0] = value[:MOST_NODES]
        elif isinstance(value, Mapping):
            yield value
            pending.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)
