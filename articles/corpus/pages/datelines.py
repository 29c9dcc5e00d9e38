"""The dateline: the place of writing at the start of an article's first paragraph, which keeps it."""

import re

from articles.corpus.pages import phrases
from articles.corpus.pages.vocabulary import words

# A place, perhaps an agency in brackets, a dash with a space on both sides or, where it is a hyphen, after it alone.
_WORD = "(?:[^\\W\\d_]|[\u064b-\u0652])+"
_DATELINE = re.compile(rf"({_WORD}(?: {_WORD}){{0,2}})(?: \([^()]{{1,40}}\))?(?: [-–—ـ]|[-–—]) (.{{0,80}})")
_DASH = re.compile(r" [-–—ـ] |- ")
_NO_PLACE = words("في من على إلى عن مع هذا هذه هو هي ما لا ملاحظة تنويه المصدر تحديث عاجل خاص كتب بقلم")
_RELATIVES = words("الذي التي الذين وهو وهي وهم كما حسب بحسب وفق")


def dateline_place(paragraph: str) -> str | None:
    """إسطنبول - أعلنت ... -> إسطنبول. A phrase set off by two dashes is no dateline."""
    found = _DATELINE.match(paragraph)
    if found is None or paragraph.count(" ") < 5:
        return None
    place, following = found.groups()
    if phrases.opens_sentence(place) or phrases.first_word(place) in _NO_PLACE:
        return None
    return None if _is_aside(place, following) else place


def _is_aside(place: str, following: str) -> bool:
    """Whether the dash opens an aside to some words, as in: محمد سعيد - وهو طبيب - قال."""
    if phrases.first_word(following) in _RELATIVES:
        return True
    dash = _DASH.search(following)
    if dash is None or " " not in place:
        return False
    aside = following[: dash.start()]
    return aside.count(" ") < 5 and not phrases.opens_sentence(aside)
