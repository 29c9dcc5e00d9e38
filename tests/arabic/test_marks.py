from hypothesis import given

from articles.arabic.analysis import analyze, proclitic_forms
from articles.arabic.levels import Level, term_at
from articles.arabic.marks import Wanted, find_marks

from .texts import texts


def at_light(*some: str) -> frozenset:
    """What a query of these words looks for at the light level."""
    return frozenset((Level.LIGHT, term) for word in some if (term := term_at(Level.LIGHT, word)))


QAYSAR = (frozenset(proclitic_forms("قانون")), frozenset({"قيصر"}))


def marked(text: str, wanted: Wanted) -> list[str]:
    return [text[mark.start : mark.end] for mark in find_marks(text, wanted)]


def test_the_whole_word_is_marked_with_prefix_and_tashkeel():
    assert marked("رحّبوا بِالقانونِ الجديد", Wanted(at_light("قانون"))) == ["بِالقانونِ"]


def test_a_prefix_torn_off_by_a_quotation_mark_is_not_marked():
    assert marked("ضربة لـ«داعش»، وأخرى ﻟ«داعش»", Wanted(at_light("داعش"))) == ["داعش", "داعش"]


def test_a_prefix_before_digits_is_marked():
    assert marked("عيدها الـ81", Wanted(at_light("81"))) == ["الـ81"]


def test_a_phrase_is_one_mark_and_only_when_complete():
    text = "قال إن قانون قيصر باقٍ، وإن العمل بقانون «قيصر» مستمر، وإن القانون قيصري، وقيصر قانون"
    assert marked(text, Wanted(phrases=(QAYSAR,))) == ["قانون قيصر", "بقانون «قيصر"]


def test_words_of_a_phrase_are_not_marked_again():
    assert marked("قانون قيصر والقانون", Wanted(at_light("قانون"), (QAYSAR,))) == ["قانون قيصر", "والقانون"]


def test_of_two_phrases_the_longer_is_marked():
    longer = (*QAYSAR, frozenset({"الجديد"}))
    assert marked("قانون قيصر الجديد", Wanted(phrases=(QAYSAR, longer))) == ["قانون قيصر الجديد"]


def test_a_phrase_with_the_name_does_not_meet_the_preposition():
    phrase = (frozenset({"السيد"}), frozenset({"علي"}))
    assert marked("السيد علي، ردّ السيد على السؤال", Wanted(phrases=(phrase,))) == ["السيد علي"]


def test_an_empty_phrase_marks_nothing():
    assert marked("نص", Wanted(phrases=((),))) == []


@given(texts, texts)
def test_marks_are_in_order_and_apart(text, query):
    terms = analyze(query)
    phrase = tuple(frozenset({term.surface}) for term in terms[:2])
    end = 0
    for mark in find_marks(text, Wanted(at_light(*(term.normal for term in terms)), (phrase,))):
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end
