"""A small archive, and a search whose answer the test writes."""

import pytest
from django.core.cache import cache
from django.utils.translation import override

from articles.search.searching import SearchPage
from tests.pages.rows import fill_archive


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture(autouse=True)
def _language_of_the_archive(settings):
    """A page asked for in English leaves the thread in English: the next test begins in the archive's language."""
    with override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def archive(db):
    """The archive of `rows.fill_archive`; the article with everything."""
    return fill_archive()


@pytest.fixture
def answer_search(monkeypatch):
    """`answer_search(page)` makes every search answer `page` (or raise it), and collects the requests made."""
    requests = []

    def install(page: SearchPage | Exception) -> list:
        def search(request):
            requests.append(request)
            if isinstance(page, Exception):
                raise page
            return page

        monkeypatch.setattr("articles.views.search.search", search)
        return requests

    return install
