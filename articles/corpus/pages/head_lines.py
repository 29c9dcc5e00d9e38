"""Lines that news sites set around a headline and below a text: when, by whom, from where, under which words."""

import re

from articles.arabic.dates import publication_date
from articles.arabic.folding import fold
from articles.corpus.pages import phrases
from articles.corpus.pages.vocabulary import names

DATE_LINE, BYLINE, SOURCE_LINE, TAGS_HEADING, TAG = "date line", "byline", "source line", "tags heading", "tag"
COMMENT = "comment of a reader"

LONGEST_DATE_LINE = 90  # characters
MOST_NAME_WORDS = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_LABEL = re.compile(r"^[^\d:|]{2,30}[:|]\s*(?=\S)")
_LABELS = names(
    "تاريخ النشر، نشر في، نشر، نشرت، تاريخ، التاريخ، نشر بتاريخ، تم النشر، تم النشر في، تحديث، آخر تحديث، تم التحديث، "
    "وقت النشر، Updated، Last updated، Modified"
)
_UPDATED = names("تحديث، آخر تحديث، تم التحديث، Updated، Last updated، Modified")
_CLOCK = re.compile(
    r"\(?(?:الساعة\s*)?\d{1,2}:\d\d(?::\d\d)?\s*(?:صباح[اً]*|مساء[ً]?|[صم]\b|[AaPp][Mm]|GMT|UTC|KSA)?\)?"
    r"|\((?:توقيت|بتوقيت)[^()]{1,20}\)|(?:ب?توقيت) \S{2,12}"
)
# Only the first needs no colon: كتب قديمة and تقرير أممي begin headlines.
_SIGNED = re.compile(r"(?:بقلم\s*[:/|-]?\s+|(?:كتبت?|بقلم|إعداد|الكاتبة?|المحررة?)\s*[:/|]\s*)(\S.*)")
_WROTE = re.compile(r"كتبت?\s+([^:]{3,60}?)\s*:")
_SOURCE = re.compile(r"(?:المصدر|المصادر)\s*[:/|]\s*\S")
_TAGS = names(
    "كلمات مفتاحية، الكلمات المفتاحية، كلمات دلالية، الكلمات الدلالية، الوسوم، وسوم، العلامات، هاشتاغ، تاغات، تاقات، "
    "كلمات دالة، الكلمات الدالة، تاج، تاجات، وسوم الخبر، Tags"
)
_COMMENTS = re.compile(
    r"(?:ال)?تعليقات(?: القراء| الزوار)? ?(?:\(\d{1,5}\)|: ?\d{1,5}|\d{1,5})|تعليقات (?:القراء|الزوار)"
)


def date_of(text: str) -> str | None:
    """The day of a line that says when a page was published, in EDTF; "" for one of its last change, None for others.

    تاريخ النشر: 20.02.2026 | 10:30 GMT -> 2026-02-20
    """
    if len(text) > LONGEST_DATE_LINE or not any(sign.isdigit() for sign in text):
        return None
    label = _DATE_LABEL.match(text)
    said = fold(label.group().rstrip(" :|")) if label else ""
    rest = text[label.end() :] if label and said in _LABELS else text
    found = publication_date(" ".join(_CLOCK.sub(" ", rest).split()).strip(" |-–،,"))
    if not found or not _DAY.match(found):
        return None
    return "" if said in _UPDATED else found


def is_clock(text: str) -> bool:
    """Whether a line is a time of day and nothing else: 14:05 (توقيت مكة المكرمة)."""
    has_digits = any(sign.isdigit() for sign in text[:LONGEST_DATE_LINE])
    return has_digits and len(text) <= LONGEST_DATE_LINE and not _CLOCK.sub("", text).strip(" |-–،,")


def signed_by(text: str) -> str | None:
    """The name in a byline that a word announces: كتب: سامر حداد, or كتب سامر حداد: -> سامر حداد."""
    found = _WROTE.fullmatch(text)
    if not found and not phrases.ending(text):
        found = _SIGNED.fullmatch(text)
    if not found or found[1].count(" ") >= MOST_NAME_WORDS:
        return None
    return None if any(sign.isdigit() for sign in found[1]) else found[1].strip()


def is_source(text: str) -> bool:
    return len(text) < LONGEST_DATE_LINE and _SOURCE.match(text) is not None


def is_tags_heading(text: str) -> bool:
    return fold(text).strip(" :.|#") in _TAGS


def is_comments_heading(text: str) -> bool:
    """Whether readers' comments follow: التعليقات (2). The bare word stands in menus too."""
    return _COMMENTS.fullmatch(text) is not None
