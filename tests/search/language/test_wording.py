"""Every mistake has its words, in both languages."""

import pytest
from django.utils import translation

from articles.search.language.mistakes import Kind, Mistake
from articles.search.language.reading import read
from articles.search.language.wording import describe


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_described_in_both_languages(kind):
    described = {}
    for language in ("ar", "en"):
        with translation.override(language):
            described[language] = describe(Mistake(kind, 0, 4, "100% خبر"))
    assert described["ar"] != described["en"]
    assert "%(" not in described["ar"] + described["en"]


def test_a_mistake_names_what_was_typed():
    [mistake] = read("سوريا تاريخ:قريبا").mistakes
    with translation.override("ar"):
        assert "«تاريخ:قريبا»" in describe(mistake)
