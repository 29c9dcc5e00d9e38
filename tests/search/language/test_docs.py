"""What docs/search.md and its Arabic say of the language is what the language does."""

import re

import pytest

from articles.search.language.reading import read
from tests.paths import REPO
from tests.search.language.showing import shown

_ROW = re.compile(r"^\| `(.+?)` \|", re.MULTILINE)


def examples(name):
    """(queries of the tables, those of the table of mistakes)"""
    *right, wrong = (REPO / "docs" / name).read_text(encoding="utf-8").split("\n## ")
    return [query.replace("\\|", "|") for part in right for query in _ROW.findall(part)], _ROW.findall(wrong)


@pytest.mark.parametrize("name", ["search.md", "search.ar.md"])
def test_every_example_is_read_as_it_says(name):
    right, wrong = examples(name)
    assert len(right) > 35
    assert [query for query in right if read(query).mistakes] == []
    assert len(wrong) == 8
    assert [query for query in wrong if not read(query).mistakes] == []


def test_both_languages_show_the_same_examples():
    assert examples("search.md") == examples("search.ar.md")


def test_what_is_said_to_be_the_same_is():
    same = [
        ("سوريا | لبنان", "سوريا OR لبنان"),
        ("سوريا NOT داعش", "سوريا -داعش"),
        ("مكت?ة", "مكت؟ة"),
        ("تاريخ:مايو 2025", "تاريخ:أيار 2025"),
        ("تاريخ:مايو 2025", "date:2025-05"),
        ("date:2025-05-12", "date:12/5/2025"),
    ]
    for one, other in same:
        assert shown(read(one).tree) == shown(read(other).tree)
