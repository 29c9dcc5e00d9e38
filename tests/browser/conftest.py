"""A browser, and the archive served to it.

Chromium is Debian's where it is installed, else Playwright's own; where neither can be started the tests are skipped.
"""

import os
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Error, sync_playwright

from articles.search import outbox
from articles.search.readers import forget
from tests.pages.rows import fill_archive

# Playwright's synchronous interface runs an event loop in this thread, in which Django would refuse the database.
# Nothing asynchronous of ours runs there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DEBIAN_CHROMIUM = Path("/usr/bin/chromium")
SIZES = {"desktop": 1280, "phone": 390, "narrow": 320}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = DEBIAN_CHROMIUM if DEBIAN_CHROMIUM.exists() else None
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"No Chromium can be started: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def archive(live_server, settings, tmp_path, monkeypatch):
    """The archive of `fill_archive`, in an index of its own; the article with everything."""
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    cache.clear()
    article = fill_archive()
    outbox.rebuild()
    yield article
    forget(folder)


@pytest.fixture
def open_page(browser, live_server):
    """`open_page(address, size, scheme)` is a page of the archive, in which nothing was asked of another site."""
    contexts, foreign = [], []

    def open_page(address: str, size: str = "desktop", scheme: str = "light", **options):
        context = browser.new_context(
            viewport={"width": SIZES[size], "height": 800}, color_scheme=scheme, base_url=live_server.url, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: request.url.startswith(live_server.url) or foreign.append(request.url))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert foreign == []
