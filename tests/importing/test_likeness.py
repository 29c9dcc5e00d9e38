"""Which texts are alike, found without comparing each with each: what the comparison would say, and fast."""

import random
from itertools import combinations
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.records import BlockRecord
from articles.importing.identity import clusters
from articles.importing.likeness import alike_pairs, word_sequences
from articles.importing.sightings import Sighting, text_digest
from tests.importing.pages import BULLETIN
from tests.importing.test_streams import DEEDS, PEOPLE, SUBJECTS, TOWNS

WORDS = DEEDS + PEOPLE + SUBJECTS + TOWNS
OPENING = "هنا إذاعة النهر، نقدم لكم نشرة السادسة مساء مع أبرز ما جرى اليوم في مدن البلاد وقراها."
SENTENCES = st.sampled_from([" ".join(WORDS[start : start + 6]) for start in range(0, 30, 3)])
MANY = 2000


def everyone(one, other):
    return True


def share(one, other):
    """The rule itself: half of the shorter's sequences stand in the longer."""
    one, other = word_sequences(one), word_sequences(other)
    shorter = min(len(one), len(other))
    return len(one & other) >= shorter / 2 if shorter else one == other


@given(st.lists(st.lists(SENTENCES, max_size=5).map(". ".join), max_size=8))
def test_what_a_comparison_of_each_with_each_would_say(texts):
    expected = {pair for pair in combinations(range(len(texts)), 2) if share(*(texts[number] for number in pair))}
    assert {tuple(sorted(pair)) for pair in alike_pairs(texts, everyone)} == expected


def bulletin(number, text, **parts):
    blocks = (BlockRecord("paragraph", text),)
    return Sighting("main", BULLETIN, number, number, 1, "a", blocks=blocks, digest=text_digest(blocks), **parts)


def different(number):
    chance = random.Random(number)
    return OPENING + " " + " ".join(chance.choices(WORDS, k=120)) + f" وكان ذلك في الليلة {number}."


def nearly_equal(number):
    return OPENING + " " + different(0) + f" وكان ذلك في الليلة {number}."


@pytest.mark.parametrize(("text", "expected"), [(different, MANY), (nearly_equal, 1)])
def test_thousands_of_texts_under_one_headline_take_seconds(text, expected):
    sightings = [bulletin(number, text(number)) for number in range(1, MANY + 1)]
    started = process_time()
    assert len(clusters(sightings)) == expected
    assert process_time() - started < 20


def test_thousands_with_and_without_an_address_find_each_other():
    sightings = [bulletin(2 * number, different(number), url=f"https://nahr.example/{number}") for number in range(900)]
    sightings += [bulletin(2 * number + 1, different(number) + " زيادة.") for number in range(900)]
    started = process_time()
    found = clusters(sightings)
    assert sorted(len(cluster.sightings) for cluster in found) == [2] * 900
    assert process_time() - started < 20


def test_thousands_of_cards_under_one_headline_find_those_they_begin():
    teasers = [" ".join(random.Random(number).choices(WORDS, k=9)) + f" ليلة {number}" for number in range(MANY)]
    cut = [" ".join(teaser.split()[:8]) + "…" for teaser in teasers[:500]]
    cards = [
        Sighting("related", BULLETIN, line, line, 1, "a", teaser=teaser) for line, teaser in enumerate(teasers + cut, 1)
    ]
    started = process_time()
    assert len(clusters(cards)) == MANY
    assert process_time() - started < 20
