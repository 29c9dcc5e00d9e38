"""Marks: whole words of the original text, and nothing of a text but its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.snippets import Mark, Wanted
from articles.search import outbox
from articles.search.readers import forget
from articles.templatetags.archive import marked
from articles.views.marking import MarkedText, count_marks, mark_all
from tests.pages.reading import headlines, marks, words


@pytest.fixture
def indexed(archive, tmp_path, settings, monkeypatch):
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    outbox.rebuild()
    yield archive
    forget(folder)


def test_results_mark_whole_words_with_their_prefixes_and_vowels(client, indexed):
    response = client.get("/search/?q=قرية داعش")
    assert headlines(response) == [indexed.headline]
    assert "داعش" in marks(response)


def test_the_article_marks_what_was_searched_and_counts_it(client, indexed):
    response = client.get(f"{indexed.get_absolute_url()}?q=المدارس")
    assert marks(response) == ["المدارس", "المدارس"]
    assert "كلمتان معلّمتان" in words(response)
    assert 'href="#mark-1"' in response.content.decode()
    assert '<mark id="mark-2">المدارس</mark>' in response.content.decode()


def test_the_way_back_leads_to_the_same_results(client, indexed):
    html = client.get(f"{indexed.get_absolute_url()}?q=ab&year=2026&page=3").content.decode()
    assert 'href="/search/?q=ab&amp;year=2026&amp;page=3"' in html


def test_an_article_that_was_not_searched_for_has_no_marks(client, indexed):
    response = client.get(indexed.get_absolute_url())
    assert marks(response) == []
    assert "query-bar" not in response.content.decode()


def test_marks_are_numbered_through_the_texts_of_a_page():
    wanted = Wanted(phrases=((frozenset({"حلب"}),),))
    texts = mark_all(["حلب في حلب", "دمشق", "حلب"], wanted)
    assert [text.first for text in texts] == [1, 3, 3]
    assert count_marks(texts) == 3


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=8, unique=True))
def test_every_text_comes_out_escaped_and_whole(text, places):
    places = sorted(place for place in places if place <= len(text))
    pairs = tuple(Mark(start, end) for start, end in zip(places[::2], places[1::2], strict=False))
    html = marked(MarkedText(text, pairs, 1))
    bare = html.replace("</mark>", "")
    for number in range(1, len(pairs) + 1):
        bare = bare.replace(f'<mark id="mark-{number}">', "")
    assert "<" not in bare
    assert html.count("<mark") == len(pairs)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        bare = bare.replace(entity, sign)
    assert bare == text
