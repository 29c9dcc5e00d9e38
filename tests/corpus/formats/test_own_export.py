import json

import pytest

from articles.corpus.formats.own_export import ExportedAppearance, ExportedArticle, ExportedLink
from articles.corpus.records import BlockRecord
from tests.corpus.formats.reading import BODY, articles, read, rejections

WHOLE = {
    "id": 7,
    "headline": "افتتاح  حديقة",
    "deck": None,
    "blocks": [
        {"kind": "paragraph", "text": f"{BODY}\nسطر\u200f", "credit": None},
        {"kind": "caption", "text": "الحديقة", "credit": "رويترز"},
    ],
    "source": "صحيفة الساحل",
    "section": None,
    "authors": ["كريم ناصر"],
    "places": [],
    "published": "2026-01~",
    "url": "https://example.org/7",
    "language": "ar",
    "completeness": "whole",
    "tags": ["حدائق"],
    "related": [{"id": 9, "kind": "related", "origin": "page", "headline": "خبر آخر"}],
    "provenance": [{"dump": "أول.txt", "role": "main", "first_line": 1, "last_line": 30}],
}


def read_one(**changed):
    return read(json.dumps(WHOLE | changed) + "\n", "a.jsonl")


def test_an_article_comes_back_as_it_was():
    assert read_one() == [
        ExportedArticle(
            line=1,
            id=7,
            headline="افتتاح  حديقة",
            deck=None,
            blocks=(
                BlockRecord("paragraph", f"{BODY}\nسطر\u200f"),
                BlockRecord("caption", "الحديقة", "رويترز"),
            ),
            source="صحيفة الساحل",
            section=None,
            authors=("كريم ناصر",),
            places=(),
            published="2026-01~",
            url="https://example.org/7",
            language="ar",
            completeness="whole",
            tags=("حدائق",),
            related=(ExportedLink(9, "related", "page", "خبر آخر"),),
            provenance=(ExportedAppearance("أول.txt", "main", 1, 30),),
        )
    ]


def test_lists_of_articles_too():
    assert [article.line for article in read(json.dumps([WHOLE, WHOLE], indent=1), "a.json")] == [1, 2]


def test_articles_of_others_among_ours():
    data = json.dumps(WHOLE) + "\n" + json.dumps({"title": "خبر", "text": BODY}) + "\n"
    assert [type(item).__name__ for item in read(data, "a.jsonl")] == ["ExportedArticle", "ArticleRecord"]


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"id": 0}, "id"),
        ({"id": True}, "id"),
        ({"id": 2**63}, "id"),
        ({"headline": None}, "headline"),
        ({"headline": "س" * 1001}, "headline"),
        ({"headline": "a\0b"}, "headline"),
        ({"headline": "a\ud800b"}, "headline"),
        ({"blocks": {}}, "blocks"),
        ({"blocks": ["x"]}, "blocks[0]"),
        ({"blocks": [{"kind": "table", "text": "x"}]}, "blocks[0].kind"),
        ({"blocks": [{"kind": "paragraph", "text": ""}]}, "blocks[0].text"),
        ({"source": 5}, "source"),
        ({"authors": "كريم"}, "authors"),
        ({"tags": ["س" * 201]}, "tags[0]"),
        ({"tags": ["س"] * 10_001}, "tags"),
        ({"published": "أمس"}, "published"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "http://["}, "url"),
        ({"completeness": "half"}, "completeness"),
        ({"related": [{"id": 1, "kind": "x"}]}, "related[0].kind"),
        ({"provenance": [{"dump": "a", "role": "main", "first_line": 5, "last_line": 4}]}, "provenance[0].last_line"),
        ({"provenance": [{"dump": "a", "role": "main", "first_line": "1"}]}, "provenance[0].first_line"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_place(changed, where):
    found = read_one(**changed)
    assert articles(found) == []
    [(line, reason)] = rejections(found)
    assert line == 1
    assert reason.startswith(f"not as the archive exports it: {where}: ")


def test_keys_of_another_version_are_told():
    found = read_one(colour="أزرق")
    assert len(articles(found)) == 1
    assert "left out: 'colour'" in rejections(found)[0][1]
