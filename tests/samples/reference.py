"""The sample pages as files, and their exact parse, which was written with them and not by the parser."""

import csv
import json
from functools import cache

from tests.paths import REPO

SEEDS = REPO / "seeds"
EXPECTED = REPO / "tests" / "samples" / "expected.json"


@cache
def expected_pages() -> dict[str, dict]:
    """Each page of `expected.json` by the name of its file."""
    return {page["dump"]: page for page in json.loads(EXPECTED.read_text(encoding="utf-8"))}


@cache
def manifest_rows() -> dict[str, dict[str, str]]:
    """Each row of the manifest by the name of its file."""
    with (SEEDS / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row for row in csv.DictReader(lines)}


def page_text(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf-8")


def whole_articles() -> list[tuple[str, dict]]:
    """Every whole article of every page, with the name of its page."""
    return [(name, article) for name, page in expected_pages().items() for article in page["articles"]]


def cards() -> list[tuple[str, dict]]:
    """Every card of every page, with the name of its page."""
    return [(name, card) for name, page in expected_pages().items() for card in page["cards"]]


def paragraphs(article: dict) -> list[str]:
    return [block["text"] for block in article["blocks"] if block["kind"] == "paragraph"]
