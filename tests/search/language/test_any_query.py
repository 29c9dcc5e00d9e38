"""Whatever is typed is read, and what is read can be written and read again."""

import time
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings

from articles.search.language.grammar import parse_with_operators
from articles.search.language.mistakes import DEEPEST, MOST_CHARACTERS, MOST_WORDS, Kind
from articles.search.language.reading import MOST_MISTAKES, read
from articles.search.language.tree import And, Everything, Field, Not, Nothing, Or, Phrase, Words
from articles.search.language.writing import write
from tests.effort import examples
from tests.search.language.strategies import TREES, TYPED

HOSTILE = {
    "letters": "خ" * 100_000,
    "words": "خبر " * 25_000,
    "opened": "(" * 100_000,
    "opened and closed": "(" * 1000 + "خبر" + ")" * 1000,
    "empty brackets": "()" * 50_000,
    "closed": ")" * 100_000,
    "quotes": '"' * 99_999,
    "guillemets": "«" * 100_000,
    "guillemets and lines": "«\n" * 50_000,
    "guillemets and brackets": "«(" * 50_000,
    "mixed quotes": '"«“‹' * 25_000,
    "minus": "-" * 100_000,
    "excluded": " -خ" * 33_000,
    "not": "NOT " * 25_000,
    "or": "OR " * 33_000,
    "pipes": "| " * 50_000,
    "fields": "title:" * 16_000,
    "excluded fields": "-title:" * 14_000,
    "dates": "date:2025 " * 10_000,
    "no dates": "date:من " * 12_000,
    "a date of many words": "date:" + "مايو " * 20_000,
    "an unclosed date": 'date:"' * 16_000,
    "either": '"أ" أو ' * 14_000,
    "stars": "*" * 100_000,
    "wildcards": "خ?" * 50_000,
    "wildcards apart": "خ* " * 33_000,
    "question marks": "خ" + "?" * 99_999,
    "fuzzy": "خ~" * 50_000,
    "distance": '"أ ب"~' + "9" * 99_000,
    "dots": "." * 100_000,
    "initials": "أ." * 50_000,
    "initials apart": "أ " * 50_000,
    "tashkeel": "َُِّ" * 25_000,
    "tatweel": "ـ" * 100_000,
    "nul": "\x00" * 100_000,
    "surrogates": "\ud800" * 100_000,
    "direction": "\u202e\u200f" * 50_000,
    "direction in words": "خ\u200f" * 50_000,
    "eulogies": "ﷺ" * 100_000,
    "addresses": "http://" * 14_000,
    "spaces": " " * 100_000,
    "colons": "خ:" * 50_000,
    "digits": "9" * 100_000,
}


def depth(node):
    match node:
        case And() | Or() | Words():
            return 1 + max(map(depth, node.items))
        case Not() | Field():
            return 1 + depth(node.item)
        case _:
            return 1


def leaves(node):
    match node:
        case And() | Or() | Words():
            return [leaf for item in node.items for leaf in leaves(item)]
        case Not() | Field():
            return leaves(node.item)
        case Phrase():
            return list(node.words)
        case Everything() | Nothing():
            return []
        case _:
            return [node]


def check_bounds(reading, text):
    assert len(leaves(reading.tree)) <= MOST_WORDS
    assert depth(reading.tree) <= 4 * (DEEPEST + 1)
    assert len(reading.mistakes) <= MOST_MISTAKES
    places = [*reading.mistakes, *leaves(reading.tree)]
    assert all(0 <= placed.start <= placed.end <= len(text) for placed in places)
    assert all(text[mistake.start : mistake.end].startswith(mistake.typed) for mistake in reading.mistakes)
    if isinstance(reading.tree, Nothing):
        assert reading.mistakes


def check_correction(reading):
    if reading.mistakes and not isinstance(reading.tree, Nothing):
        again = read(reading.corrected)
        assert again.tree == reading.tree
        assert again.mistakes == ()
    else:
        assert reading.corrected is None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_query_is_read_at_once(text):
    start = time.process_time()
    reading = read(text)
    # It takes some tens of milliseconds; more is allowed to a busy machine.
    assert time.process_time() - start < 0.5
    check_bounds(reading, text)
    assert isinstance(reading.tree, Everything) or reading.is_cut or len(text) <= MOST_CHARACTERS


@settings(max_examples=examples(250))
@given(TYPED)
@example('-"" خبر')
@example("title:" * 40 + "x")
@example('NOT "" x')
@example("أ، ب، ج")
@example("أ* " * 8 + "OR*")
@example('"أ" ، أو "ب"')
def test_any_query_is_read_within_bounds_and_its_correction_says_the_same(text):
    reading = read(text)
    check_bounds(reading, text)
    check_correction(reading)


@settings(max_examples=examples(250))
@given(TYPED)
@example("بيان الوزارة عن السد")
@example("date:2025 خبر كت* قيصر~")
def test_words_alone_are_read_as_the_parser_reads_them(text):
    quickly = read(text)
    with patch("articles.search.language.reading.parse", parse_with_operators):
        # Their places too, which make no difference between trees.
        assert repr(read(text)) == repr(quickly)


@settings(max_examples=examples(150))
@given(TYPED)
def test_what_was_read_is_written_without_mistakes(text):
    tree = read(text).tree
    if not isinstance(tree, Nothing):
        for language in ("ar", "en"):
            again = read(write(tree, language))
            assert again.tree == tree
            assert again.mistakes == ()


@settings(max_examples=examples(250))
@given(TREES)
def test_a_tree_is_written_and_read_again(tree):
    for language in ("ar", "en"):
        again = read(write(tree, language))
        assert again.tree == tree
        assert again.mistakes == ()


def test_leaves_stand_where_they_were_typed():
    text = "\u200fقال «وزير\u200f الدفاع» -\u200fداعش كت*"
    typed = [text[leaf.start : leaf.end] for leaf in leaves(read(text).tree)]
    assert typed == ["قال", "وزير", "الدفاع", "كت*", "داعش"]


def test_brackets_beyond_the_deepest_are_left_out_and_the_query_says_so():
    reading = read("(" * 1000 + "سوريا OR لبنان" + ")" * 1000)
    assert reading.tree == read("سوريا OR لبنان").tree
    assert [(mistake.kind, mistake.start) for mistake in reading.mistakes] == [(Kind.TOO_DEEP, DEEPEST)]


def test_a_long_query_is_cut_between_words():
    reading = read("كلمة" * 10 + " " + "سوريا " * 3000)
    assert reading.is_cut
    assert {mistake.kind for mistake in reading.mistakes} == {Kind.TOO_LONG, Kind.TOO_MANY_WORDS}
    assert len(leaves(reading.tree)) == MOST_WORDS
    text = "ـ" * (MOST_CHARACTERS - 3) + " سوريا"
    [mistake] = read(text).mistakes
    assert (mistake.kind, mistake.start, mistake.end) == (Kind.TOO_LONG, MOST_CHARACTERS - 2, len(text))


def test_a_cut_says_nothing_of_operators_that_lost_their_words():
    reading = read("خبر " * MOST_WORDS + "OR (-بحر OR نهر")
    assert [mistake.kind for mistake in reading.mistakes] == [Kind.UNCLOSED_BRACKET, Kind.TOO_MANY_WORDS]
    assert len(leaves(reading.tree)) == MOST_WORDS
