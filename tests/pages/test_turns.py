"""Search pages are made one after the other in a process."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.views.turns import in_turn
from tests.pages.rows import make_article


def test_no_page_is_begun_before_the_last_is_made():
    at_work, seen = [], []

    @in_turn
    def page(number):
        at_work.append(number)
        time.sleep(0.02)
        seen.append(tuple(at_work))
        at_work.remove(number)
        return number

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(page, range(4))) == [0, 1, 2, 3]
    assert sorted(seen) == [(0,), (1,), (2,), (3,)]


def test_a_page_that_fails_ends_its_turn():
    @in_turn
    def page(fails):
        if fails:
            raise ValueError("no page")
        return threading.current_thread()

    with pytest.raises(ValueError, match="no page"):
        page(True)
    assert page(False) is threading.current_thread()


class Turns:
    """In the place of the lock: how often it was had."""

    def __init__(self):
        self.taken = 0

    def __enter__(self):
        self.taken += 1

    def __exit__(self, *error):
        pass


@pytest.mark.parametrize(
    ("address", "turns"),
    [("/search/?q=خبر", 1), ("/articles/{}/", 1), ("/search/concordance/?q=خبر", 0), ("/healthz", 0)],
)
def test_pages_of_results_and_of_articles_take_a_turn_and_no_others(client, db, monkeypatch, address, turns):
    article = make_article("خبر", "نص الخبر.")
    monkeypatch.setattr("articles.views.turns._turn", taking := Turns())
    client.get(address.format(article.pk))
    assert taking.taken == turns
