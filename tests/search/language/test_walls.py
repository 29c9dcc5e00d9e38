"""The language knows no engine and no framework, and nothing else of the search."""

from tests.paths import REPO
from tests.test_architecture import offenders

LANGUAGE = REPO / "articles" / "search" / "language"


def test_the_language_knows_no_engine_and_nothing_else_of_ours_but_arabic():
    allowed = ["articles.arabic", "articles.search.language"]
    assert offenders([LANGUAGE], ["haystack", "whoosh", "articles", "newsarchive"], allowed) == []


def test_only_the_wording_knows_django():
    assert [line.split()[0] for line in offenders([LANGUAGE], ["django"])] == [
        "articles/search/language/wording.py"
    ] * 2
