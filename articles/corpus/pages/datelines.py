"""The dateline: the place of writing at the start of an article's first paragraph, which keeps it."""

import re

from articles.corpus.pages import phrases
from articles.corpus.pages.vocabulary import OPENERS_AFTER_AND, words

# A place, perhaps an agency in brackets, a dash with a space on both sides or, where it is a hyphen, after it alone.
_WORD = "(?:[^\\W\\d_]|[\u064b-\u0652])+"
_DATELINE = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}})(?: \([^()]{{1,40}}\))?(?: [-–—ـ]|[-–—]) (.{{0,80}})")
_DASH = re.compile(r" [-–—ـ] |- ")
_NO_PLACE = words("هي ملاحظة تنويه المصدر تحديث عاجل خاص كتب كتبت بقلم") | OPENERS_AFTER_AND
_RELATIVES = words("الذي التي الذين وهو وهي وهم كما حسب بحسب وفق")
_NISBA = re.compile("ال.*(?:ي|يه|يين|يتين)")


def dateline_place(paragraph: str) -> str | None:
    """إسطنبول - أعلنت ... -> إسطنبول. Two adjectives with a dash between, or a phrase set off by dashes, are none."""
    found = _DATELINE.match(paragraph)
    if found is None or paragraph.count(" ") < 5:
        return None
    place, following = found.groups()
    first = phrases.first_word(place)
    if (
        phrases.opens_sentence(place)
        or phrases.is_past_verb(first)
        or first in _NO_PLACE
        or _is_agency(place, following)
    ):
        return None
    return None if _is_compound(place, following) or _is_aside(place, following) else place


def _is_agency(place: str, following: str) -> bool:
    """Whether an agency or a reporter stands before the dash, and the place after it: واس - الرياض: استقبل ..."""
    before_colon, colon, _ = following.partition(":")
    is_signed = bool(colon) and before_colon.count(" ") < 3 and not phrases.opens_sentence(before_colon)
    return is_signed or phrases.is_known_credit(place)


def _is_compound(place: str, following: str) -> bool:
    """Whether the dash joins two words, as in: التوتر الروسي - الأوكراني. Places of three words are rare."""
    if _joins_adjectives(place, following):
        return True
    is_verb = phrases.opens_sentence(following) or phrases.is_past_verb(phrases.first_word(following))
    return place.count(" ") == 2 and not is_verb


def _joins_adjectives(before: str, after: str) -> bool:
    words = (before.split(" ")[-1], after)
    return all(_NISBA.fullmatch(phrases.first_word(word)) for word in words)


def _is_aside(place: str, following: str) -> bool:
    """Whether the dash opens an aside to some words, as in: محمد سعيد - وهو طبيب - قال."""
    first_word = phrases.first_word(following)
    if first_word in _RELATIVES:
        return True
    dash = _DASH.search(following)
    if dash is None or _joins_adjectives(following[: dash.start()], following[dash.end() :]):
        return False
    aside = following[: dash.start()]
    return aside.count(" ") < 5 and not phrases.opens_sentence(aside) and not phrases.is_past_verb(first_word)
