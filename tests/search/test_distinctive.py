"""The words that mark a result: by the published formulas, with true counts."""

from math import log

import numpy as np
import pytest

from articles.search import outbox
from articles.search.distinctive import distinctive_words, log_likelihood, log_ratio
from articles.search.searching import SearchRequest
from tests.search.archive import add, add_and_index, add_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def news():
    tag = add_tag("زراعة القمح")
    for number in range(8):
        add(f"نهر رقم {number}", "فاض النهر على السدود، وقال مهندس السدود إن السد متين.", tags=[tag])
    for number in range(40):
        add(f"مباراة رقم {number}", "فاز الفريق في المباراة وقال المدرب إن الدفاع كان كالسد المنيع.")
    outbox.rebuild()


def test_the_words_of_the_result_come_first_with_both_counts(news):
    found = distinctive_words(SearchRequest("نهر"))
    words = {word.form: word for word in found.words}
    assert found.articles == 8
    assert words["السدود"].count == 24
    assert words["السدود"].archive_count == 64
    assert words["السدود"].articles == 8
    assert [words[form].is_sought for form in ("نهر", "السدود")] == [True, False]
    assert "الفريق" not in words


def test_stop_words_numbers_and_names_of_tags_are_left_out(news):
    forms = {word.form for word in distinctive_words(SearchRequest("نهر")).words}
    assert forms.isdisjoint({"في", "إن", "على", "رقم", "القمح", "زراعة"})
    assert not any(form.isdigit() for form in forms)


def test_a_word_of_few_articles_marks_nothing(news):
    add_and_index("نهر أخير", "شلال شلال شلال شلال شلال شلال شلال شلال")
    assert "شلال" not in {word.form for word in distinctive_words(SearchRequest("نهر")).words}


def test_without_a_rest_there_is_nothing_to_compare(news):
    found = distinctive_words(SearchRequest())
    assert found.is_everything
    assert found.words == ()
    assert distinctive_words(SearchRequest("ططط")).words == ()


def test_several_segments_are_counted_as_one(news):
    for number in range(5):
        add_and_index(f"نهر آخر {number}", "غمرت مياه النهر الحقول، والسدود قائمة.")
    apart = distinctive_words(SearchRequest("نهر"))
    outbox.rebuild()
    assert distinctive_words(SearchRequest("نهر")) == apart


def test_log_likelihood_is_that_of_dunning():
    """The contingency table written out: 2 Σ O ln(O/E) over the word's two cells."""
    expected = [1000 * 30 / 6000, 5000 * 30 / 6000]
    by_hand = 2 * (20 * log(20 / expected[0]) + 10 * log(10 / expected[1]))
    assert log_likelihood(np.array([20]), np.array([10]), 1000, 5000) == pytest.approx([by_hand])
    assert log_likelihood(np.array([3]), np.array([0]), 10, 20) == pytest.approx([2 * 3 * log(3)])


def test_log_ratio_doubles():
    assert log_ratio(np.array([8]), np.array([4]), 100, 100) == pytest.approx([1])
    assert log_ratio(np.array([8]), np.array([0]), 100, 100) == pytest.approx([4])
