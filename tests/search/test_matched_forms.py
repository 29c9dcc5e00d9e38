"""The list of forms in which the query's words stand: each with the number of articles found that have it."""

import pytest

from articles.arabic.levels import Level, terms_for
from articles.arabic.snippets import find_marks
from articles.arabic.tokens import words
from articles.models import Article
from articles.search.matched_forms import with_words
from articles.search.options import Matching, Options
from articles.search.outbox import apply_changes
from articles.search.searching import SearchRequest, answer
from tests.search.archive import add, ask

TEXTS = [
    ("جسر قديم", "عبر الناس الجسر، ثم عاد بعضهم إلى الجسر."),
    ("والجسر الآخر", "بُني الجسر وأصلحت الجسور كلها، وللجسر حارس."),
    ("جسور المدينة", "قال المهندس إن جسرهم متين."),
    ("خبر بلا صلة", "زار الوزير المدينة."),
    ("إسرائيل ترد", "قالت اسرائيل إن القرار الإسرائيلي نهائي، لإسرائيل أسبابها."),
]


@pytest.fixture
def archive(db):
    numbers = [add(headline, text).pk for headline, text in TEXTS]
    apply_changes()
    # One that was found and is no more must not be counted.
    add("الجسر الغائب", "جسر جسور الجسر")
    apply_changes()
    Article.objects.get(headline="الجسر الغائب").delete()
    apply_changes()
    return numbers


def counted(query: str, found: set[int], numbers: list[int], level: Level) -> dict[str, int]:
    """By brute force: the words of the texts found that have a term of a word of the query."""
    terms = {term for word in words(query) for term in terms_for(level, word)}
    forms: dict[str, int] = {}
    for number, text in zip(numbers, TEXTS, strict=True):
        if number in found:
            for word in {word for part in text for word in words(part)}:
                if terms & set(terms_for(level, word)[:1]):
                    forms[word] = forms.get(word, 0) + 1
    return forms


@pytest.mark.parametrize("query", ["جسر", "الجسور", "إسرائيل", "جسر إسرائيل", "جسر OR إسرائيل", "المدينة جسر"])
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("few", [0, 2, 400])
def test_each_form_is_counted_exactly_in_however_many_places_it_stands(archive, query, level, few, monkeypatch):
    monkeypatch.setattr("articles.search.matched_forms.FEW_PLACES", few)
    page = ask(query, options=Options(level=level))
    found = {hit.article_id for hit in page.hits}
    expected = counted(query.replace("OR", ""), found, archive, level)
    assert {form.form: form.count for form in page.forms} == expected


def test_a_rare_form_is_counted_in_every_part_of_the_index_and_stays_when_it_is_left_out(db, monkeypatch):
    """The index is in parts, each with other forms in front."""
    monkeypatch.setattr("articles.search.matched_forms.MOST_FORMS", 1)
    add("جسور", "الجسر جسرهم جسرهم جسرهم")
    apply_changes()
    add("الجسر", "على الجسر")
    apply_changes()
    add("الجسر", "من الجسر")
    apply_changes()
    assert [(form.form, form.count) for form in ask("جسر").forms] == [("الجسر", 3)]
    forms = ask("جسر", options=Options(without=frozenset({"جسور"}))).forms
    assert {(form.form, form.count, form.is_out) for form in forms} == {("الجسر", 3, False), ("جسور", 1, True)}


def test_of_a_long_query_fewer_forms_of_each_word_are_told(archive, monkeypatch):
    monkeypatch.setattr("articles.search.matched_forms.FEWEST_FORMS", 1)
    monkeypatch.setattr("articles.search.matched_forms.MOST_IN_ALL", 3)
    assert len(ask("جسر").forms) == 3
    assert len(ask("جسر إسرائيل", options=Options(matching=Matching.MOST)).forms) == 2


def test_the_form_of_most_articles_stands_first(archive):
    counts = [form.count for form in ask("جسر").forms]
    assert counts == sorted(counts, reverse=True)


def test_a_form_left_out_stays_in_the_list_and_marks_no_article_of_its_own(archive):
    page = ask("جسر", options=Options(without=frozenset({"جسرهم", "جسور"})))
    assert page.total == 2
    left_out = {form.form: form.count for form in page.forms if form.is_out}
    assert left_out == {"جسرهم": 0, "جسور": 0}


def test_what_stands_for_a_part_of_a_word_is_listed(archive):
    page = ask("جسو*")
    assert {(form.form, form.count) for form in page.forms} == {("جسور", 1)}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("query", ["جسر المدينة", "إسرائيل", "-جسر وزير", "جس*"])
def test_the_words_of_the_index_mark_what_their_terms_mark(archive, query, level):
    answered = answer(SearchRequest(query, options=Options(level, without=frozenset({"جسور"}))))
    known = with_words(answered.index, answered.wanted)
    assert known.words is not None
    for text in (part for parts in TEXTS for part in parts):
        assert find_marks(text, known) == find_marks(text, answered.wanted)
