"""BibTeX, as bibtexparser reads it."""

import re
from dataclasses import replace
from datetime import date

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import DuplicateBlockKeyBlock
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.bibtex import bibtex
from articles.citing.fields import one_line
from tests.citing.articles import BARE, FULL, hostile_articles


def read(*articles, **options):
    library = bibtexparser.parse_string("".join(bibtex(articles, **options)))
    assert [block for block in library.failed_blocks if not isinstance(block, DuplicateBlockKeyBlock)] == []
    return library.entries


def test_a_newspaper_article_has_its_paper_date_and_both_addresses():
    [entry] = read(FULL, accessed=date(2026, 11, 22))
    assert (entry.entry_type, entry.key) == ("article", "newsarchive12")
    assert entry["entrysubtype"] == "newspaper"
    assert entry["author"] == "{ليلى الخطيب} and {صحيفة المرفأ}"
    assert entry["title"] == FULL.headline
    assert entry["journal"] == "صحيفة المرفأ"
    assert (entry["date"], entry["year"], entry["urldate"]) == ("2026-01-20", "2026", "2026-11-22")
    assert entry["langid"] == "arabic"
    assert entry["url"] == FULL.address
    assert "Dateline: دمشق" in entry["note"]
    assert FULL.original in entry["note"]


def test_what_is_not_known_is_left_out():
    [entry] = read(BARE)
    assert not {"author", "journal", "date", "year", "note", "urldate"} & set(entry.fields_dict)


SIGNS = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}


def undo_latex(text: str) -> str:
    """The text that LaTeX would set."""
    return re.sub(
        r"\\(?:text(\w+)\{\}|([#$%&_]))", lambda found: SIGNS[found[1]] if found[1] else found[2], text, flags=re.ASCII
    )


@given(st.lists(hostile_articles(), max_size=3))
def test_hostile_text_stays_in_its_field_and_comes_back_as_it_was(articles):
    entries = read(*articles)
    assert len(entries) <= len(articles)  # the reader keeps one of each key
    for entry, article in zip(entries, articles[:1], strict=False):
        assert undo_latex(entry["title"] if "title" in entry.fields_dict else "") == one_line(article.headline)
        assert {"entrysubtype", "url", "library"} <= set(entry.fields_dict)


def test_a_program_that_knows_latex_reads_the_signs():
    text = "".join(bibtex([replace(BARE, headline="نمو 5% & ربح_صاف #1 بـ$3")]))
    [entry] = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()]).entries
    assert entry["title"] == "نمو 5% & ربح_صاف #1 بـ$3"
