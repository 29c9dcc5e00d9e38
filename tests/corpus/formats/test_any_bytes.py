"""Whatever stands in a file: each format gives records or raises Unreadable, and nothing else."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.corpus.formats.detection import detect
from articles.corpus.formats.interface import Unreadable
from tests.corpus.formats.reading import BODY, read
from tests.effort import examples

OURS = ("export", "jsonl", "json", "csv", "tsv", "page")
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "text", "x"]), inner),
    max_leaves=10,
)
fields = st.sampled_from(
    [
        "headline",
        "title",
        "text",
        "body",
        "date",
        "source",
        "section",
        "author",
        "url",
        "tags",
        "deck",
        "id",
        "language",
        "place",
    ]
)


@pytest.mark.parametrize("form", OURS)
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"[", b'{"title": ', b"title,text\n", b"\xff\xfe", b"\xef\xbb\xbf"])
)
def test_any_bytes(form, data, start):
    detect(start + data, "a.txt")
    with contextlib.suppress(Unreadable):
        read(start + data, form)


@given(st.dictionaries(fields, json_values))
@settings(max_examples=examples(80))
def test_any_values_in_known_fields(record):
    whole = {"headline": "خبر", "text": BODY} | record
    assert read(json.dumps(whole) + "\n", "jsonl")


@given(
    st.dictionaries(st.sampled_from(["id", "headline", "blocks", "related", "tags", "published", "url"]), json_values)
)
def test_any_values_in_an_export(record):
    assert len(read(json.dumps({"blocks": [], "provenance": []} | record) + "\n", "export")) >= 1
