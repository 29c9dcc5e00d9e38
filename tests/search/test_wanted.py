"""What a query marks is known from its words, whether there is an index or not."""

import pytest

from articles.arabic.snippets import find_marks
from articles.search.errors import IndexUnavailable
from articles.search.searching import wanted
from tests.search.archive import add, ask


def marked(query: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in find_marks(text, wanted(query))]


@pytest.mark.django_db
def test_words_in_their_forms_and_phrases_as_they_are():
    assert marked("جسر", "عبر الناس الجسر إلى جسرهم") == ["الجسر", "جسرهم"]
    assert marked('"ضفة النهر"', "على ضفة النهر، لا النهر") == ["ضفة النهر"]


@pytest.mark.django_db
def test_what_was_left_out_and_marks_alone_mark_nothing():
    text = "ضفة النهر"
    for query in ("", "-ضفة", '"', "؟"):
        assert marked(query, text) == []


@pytest.mark.django_db
def test_the_page_of_an_article_has_marks_without_an_index(client):
    article = add("جسر جديد", "افتتح الجسر أمس")
    with pytest.raises(IndexUnavailable):
        ask("جسر")
    assert client.get(f"{article.get_absolute_url()}?q=جسر").content.decode().count("<mark ") == 2
