"""A small archive, and a search whose answer the test writes."""

import pytest
from django.core.cache import cache
from django.utils.translation import override

from articles.search.asking import Asked, ask
from articles.search.searching import SearchPage, SearchRequest
from tests.pages.rows import fill_archive


class WrittenAnswer:
    """The answer to a request as a test wrote it; of its words only the query is read, without an index."""

    index = None

    def __init__(self, request: SearchRequest, page: SearchPage):
        self.request = request
        self.total = page.total
        self._page = page

    @property
    def asked(self) -> Asked:
        return ask(None, self.request.query, self.request.options, has_database=False)

    def page(self) -> SearchPage:
        return self._page

    def facet(self, name: str, limit: int | None = None) -> tuple:
        return self._page.facets.get(name, ())

    def mentioned_years(self, limit: int) -> tuple:
        return self._page.facets.get("mentioned", ())


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
        def answer(request):
            if request.limit:
                requests.append(request)
            if isinstance(page, Exception):
                raise page
            return WrittenAnswer(request, page)

        monkeypatch.setattr("articles.views.search.answer", answer)
        monkeypatch.setattr("articles.views.search.find_remedies", lambda answered: [])
        return requests

    return install
