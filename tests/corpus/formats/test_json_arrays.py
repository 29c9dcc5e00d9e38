import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.formats import json_scanning
from articles.corpus.formats.interface import Options, Unreadable
from articles.corpus.formats.json_array import JSON
from articles.corpus.formats.json_scanning import records
from tests.corpus.formats.reading import BODY, articles, read, rejections, stream_of

FIRST = {"title": "أول", "text": BODY, "tags": ["حدائق", '{["]}']}
SECOND = {"title": "ثان", "text": 'قال: "نعم" \\ ثم مضى.'}


def headlines(found):
    return [article.headline for article in articles(found)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("is_ascii", [True, False])
@pytest.mark.parametrize(
    "whole", [[FIRST, SECOND], {"articles": [FIRST, SECOND]}, {"status": "ok", "n": 2, "data": [FIRST, SECOND]}]
)
def test_lists_and_objects_that_hold_one(whole, indent, is_ascii):
    found = read(json.dumps(whole, indent=indent, ensure_ascii=is_ascii), "a.json")
    assert headlines(found) == ["أول", "ثان"]
    assert [article.first_line for article in found] == [1, 2]


WRAPPED = {
    "a search engine": {"took": 3, "hits": {"total": {"value": 2}, "hits": [{"_id": "7", "_source": FIRST}, SECOND]}},
    "another": {"responseHeader": {"status": 0}, "response": {"numFound": 2, "docs": [FIRST, SECOND]}},
    "two names": {"meta": {"page": 1}, "data": {"articles": [FIRST, SECOND]}},
    "a list with a title": {"title": "أخبار الساحل", "items": [FIRST, SECOND]},
    "a name in capitals": {"Articles": [FIRST, SECOND]},
    "a name of nobody's": {"made": "2025", "Artikel": [FIRST, SECOND]},
    "numbers": {"1": FIRST, "2": SECOND},
}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("how", WRAPPED)
def test_articles_inside_other_objects(how, indent):
    found = articles(read(json.dumps(WRAPPED[how], indent=indent), "a.json"))
    assert [article.headline for article in found] == ["أول", "ثان"]
    assert [article.first_line for article in found] == [1, 2]


def test_lines_of_a_search_engine_s_dump():
    line = json.dumps({"_index": "news", "_id": "7", "_source": FIRST}) + "\n"
    assert headlines(read(line + "{broken\n" + line, "a.jsonl")) == ["أول", "أول"]


def test_lines_with_commas_between():
    text = json.dumps(FIRST) + ",\n" + json.dumps(SECOND) + ",\n"
    assert headlines(read(text, "a.json")) == ["أول", "ثان"]


def test_what_stands_around_one_article_is_said_of_it():
    page = {"url": "https://a.b/7", "webTitle": "أول", "date": "2026-01", "meta": {"fields": FIRST, "lang": "ar"}}
    [article] = read(json.dumps(page), "a.json")
    assert (article.known.url, article.known.published, article.known.language) == ("https://a.b/7", "2026-01", "ar")
    [article] = read(json.dumps(page | {"webTitle": "موقع آخر"}), "a.json")
    assert (article.known.url, article.known.language) == ("", "ar")


def test_what_stands_around_several_articles_is_said_of_none():
    both = {"url": "https://a.b/", "date": "2026-01", "by": {"7": FIRST, "8": SECOND}}
    assert [article.known.published for article in read(json.dumps(both), "a.json")] == ["", ""]


@pytest.mark.parametrize("as_column", [list, lambda cells: {str(place): cell for place, cell in enumerate(cells)}])
def test_a_table_by_columns(as_column):
    table = {"title": ["أول", "ثان"], "text": [BODY, BODY], "date": ["2026-01", None], "n": [1, 2, 3]}
    found = read(json.dumps({name: as_column(cells) for name, cells in table.items()}), "a.json")
    assert headlines(found) == ["أول", "ثان"]
    assert [article.known.published for article in found] == ["2026-01", ""]


def test_wrapped_articles_by_mapping():
    found = read(
        json.dumps({"data": {"rows": [{"n": {"kopf": "أول"}, "rumpf": BODY}]}}), "a.json", "title=n.kopf,text=rumpf"
    )
    assert headlines(found) == ["أول"]


def test_a_long_list_in_one_line_is_read_one_by_one():
    found = read(json.dumps({"data": {"docs": [FIRST | {"text": BODY * 2000}, SECOND]}}), "a.json")
    assert [article.first_line for article in articles(found)] == [1, 2]


def test_what_an_article_lists_is_no_article():
    others = [{"title": "صورة", "text": "وصف"}]
    assert headlines(read(json.dumps({"text": BODY, "items": others, "title": "أول"}, indent=1), "a.json")) == ["أول"]
    links = [{"title": "خبر آخر", "url": "https://news.example/2"}]
    assert headlines(read(json.dumps({"title": "أول", "items": links, "text": BODY}, indent=1), "a.json")) == ["أول"]


def test_fields_as_sites_and_databases_wrap_them():
    post = {
        "title": {"rendered": "أول"},
        "content": {"rendered": f"<p>{BODY}</p>"},
        "date": {"$date": "2025-03-04T05:06:07Z"},
    }
    [article] = read(json.dumps([post]), "a.json")
    assert (article.headline, article.blocks[0].text, article.known.published) == ("أول", BODY, "2025-03-04")


def test_an_address_is_no_name_of_a_source():
    [article] = read(json.dumps([FIRST | {"source": "https://news.example/1", "publisher": "الساحل"}]), "a.json")
    assert article.known.source == "الساحل"


def test_one_article_alone():
    article = FIRST | {"items": [{"title": "صورة"}]}
    assert headlines(read(json.dumps(article, indent=1), "a.json")) == ["أول"]


def test_articles_one_after_another_over_several_lines():
    assert headlines(read(json.dumps(FIRST, indent=1) + json.dumps(SECOND, indent=1), "a.json")) == ["أول", "ثان"]


def test_bad_elements_are_refused_by_their_number():
    found = read('[1, {"title": "أول", "text": "نص"}, {"title": nonsense}, {"title": "ثان", "text": "نص"}]', "json")
    assert headlines(found) == ["أول", "ثان"]
    assert [number for number, _ in rejections(found)] == [1, 3]


@pytest.mark.parametrize(
    ("cut", "reason"),
    [
        ('[{"title": "أول", "text": "نص"}, {"title": "ثا', "cut short"),
        ('[{"title": "أول", "text": "نص"},', "cut short"),
        ('[{"title": "أول", "text": "نص"}}', "not JSON"),
        ('[{"title": "أول", "text": "نص"}] x', "not JSON"),
    ],
)
def test_records_before_the_damage_are_kept(cut, reason):
    found = JSON.read(stream_of(cut.encode()), "a.json", Options())
    assert next(found).headline == "أول"
    with pytest.raises(Unreadable, match=f"{reason}.*after 1 record"):
        list(found)


def test_depth_costs_no_stack():
    found = read(
        '[{"title": "أول", "text": "نص"},' + "[" * 10**6 + "]" * 10**6 + ', {"title": "ثان", "text": "نص"}]', "json"
    )
    assert headlines(found) == ["أول", "ثان"]
    assert len(rejections(found)) == 1


def test_an_element_that_is_too_long_is_passed_over():
    data = b'[{"title": "' + b"x" * 5000 + b'"}, {"a": 1}]'
    assert list(records(stream_of(data), 1000)) == [None, b'{"a": 1}']


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(['"', "\\", '\\"', "\\\\", "]}", "[{"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=15,
)


@given(st.lists(values, max_size=6), st.integers(1, 9), st.booleans(), st.sampled_from([None, 1]))
def test_values_are_cut_where_they_end_wherever_the_chunks_do(written, chunk, is_ascii, indent):
    data = json.dumps(written, ensure_ascii=is_ascii, indent=indent).encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_scanning, "CHUNK", chunk)
        found = [json.loads(value.decode("utf-8", "surrogatepass")) for value in records(stream_of(data), 10**6)]
    assert found == written
