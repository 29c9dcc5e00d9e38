"""Each hit can say what its score is made of."""

import pytest

from articles.models import Article
from articles.search.accounts import explain
from articles.search.outbox import apply_changes
from articles.search.searching import SearchRequest, answer
from tests.search.archive import add


@pytest.fixture
def archive(db):
    whole = add("سد النهر الكبير", "بنى المهندسون سد النهر في عامين")
    excerpt = add("أخبار", "قرب السدود ينمو القصب", completeness=Article.Completeness.EXCERPT)
    add("قمح", "لا شيء هنا عن الماء")
    apply_changes()
    return whole, excerpt


@pytest.mark.parametrize(
    "query", ["سد", "سد النهر", '"سد النهر" مهندسون', "(سد OR قصب) -قمح", "متى بني سد النهر الكبير؟"]
)
def test_the_parts_are_the_score(archive, query):
    answered = answer(SearchRequest(query))
    assert answered.total
    for hit in answered.hits(0, 10):
        parts = explain(answered, hit.article_id)
        assert sum(part.score for part in parts) == pytest.approx(hit.score, rel=1e-4)


def test_what_each_part_is(archive):
    whole, excerpt = archive
    answered = answer(SearchRequest("سد النهر"))
    found = {(part.what, part.word): part for part in explain(answered, whole.pk)}
    assert found["form", "سد"].articles == 2
    assert found["as written", "سد"].articles == 1
    assert found["second look", ""].score > 0
    assert explain(answered, excerpt.pk) == ()
    [*_, taken] = explain(answer(SearchRequest("القصب")), excerpt.pk)
    assert taken.what == "excerpt"
    assert taken.score < 0


def test_what_is_not_scored_or_not_found_has_no_parts(archive):
    whole, _ = archive
    assert explain(answer(SearchRequest("سد", sort="newest")), whole.pk) == ()
    assert explain(answer(SearchRequest("قمح")), whole.pk) == ()
    assert explain(answer(SearchRequest("غائب")), whole.pk) == ()
