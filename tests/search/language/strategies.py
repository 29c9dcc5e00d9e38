"""Queries of every kind for hypothesis: hostile text, pieces of the language thrown together, and trees."""

from datetime import date

from hypothesis import strategies as st

from articles.search.language.joining import all_of, any_of, beside, in_field, without
from articles.search.language.tree import Dated, Fuzzy, Mentioned, Phrase, Wildcard, Word

_WORDS = [
    "قانون",
    "قيصر",
    "ليس",
    "أو",
    "او",
    "مصدر",
    "على",
    "علي",
    "أ",
    "ب",
    "و",
    "2025",
    "٣٫٥",
    "الـ81",
    "بـCNN",
    "U.S",
    "مُحَمَّد",
    "Qur'an",
]
PIECES = st.sampled_from(
    [
        *_WORDS, "م", "هـ", "مايو", "#وسم_طويل", "@حساب", "https://a.example/b?c=d", "title", "عنوان",
        " ", " ", " ", "\n", "\u200f", "\u202e", "\u00a0", "\u0640", "\u064e", "\x00", "\ud800", "ﷺ", "½", "ﻻ",
        '"', "«", "»", "“", "”", "‹", "„", "'", "(", ")", "[", "}", "()", '""', "(((",
        "-", " -", "--", "–", "−", "NOT", " NOT ", " OR ", "OR", " AND ", "|", "||", " أو ", "+", "&",
        "*", "?", "؟", "**", "~", "~5", "~>3", "~٩٩٩٩٩", "~1", ":", "..", "…", ".", "،", "؛", "!", "/", "_",
        "title:", "عنوان:", "نص:", "tag:", "وسم:", "TITLE:", "ſource:", "date:", "تاريخ:", "mentioned:", "مذكور:",
        "date:2025", "تاريخ:2025-01..2026-02", "date:2026..2025", "date:..", "مذكور:12 ", "XXXX-05-12", "2025-13-45",
    ]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))

WORDS = st.sampled_from([word for word in _WORDS if word != "أو"]).map(Word) | st.just(Word("أو"))
_DAYS = st.dates(date(1500, 1, 1), date(2199, 12, 31)) | st.builds(
    lambda year, month: date(year, month, 1), st.integers(1000, 2100), st.sampled_from([1, 5])
)


@st.composite
def _phrases(draw):
    words = tuple(draw(st.lists(WORDS, min_size=1, max_size=4)))
    slop = draw(st.sampled_from([0, 0, 1, 100])) if len(words) > 1 else 0
    return Phrase(words, slop, not slop or draw(st.booleans()))


@st.composite
def _ranges(draw):
    kind = draw(st.sampled_from([Dated, Mentioned]))
    days = sorted(draw(st.lists(_DAYS, min_size=1, max_size=2)))
    first, last = draw(st.sampled_from([(days[0], days[-1]), (days[0], None), (None, days[0])]))
    return kind(first, last)


_YEARLESS = st.builds(
    lambda month, day, calendar: Mentioned(None, None, f"XXXX-{month:02}{day}", calendar),
    st.integers(1, 12),
    st.sampled_from(["", "-01", "-29"]),
    st.sampled_from(["gregorian", "hijri"]),
)
_PLAIN = st.one_of(
    WORDS,
    _phrases(),
    st.sampled_from(["كت*", "ك?ب", "ك*ب", "مُ*", "c?t*"]).map(Wildcard),
    st.sampled_from(["قيصر", "Trump"]).map(lambda text: Fuzzy(Word(text))),
)
_FIELDS = st.sampled_from(["title", "text", "author", "source", "section", "place", "tag"])


def _larger(trees):
    several = st.lists(trees, min_size=2, max_size=4)
    return st.one_of(
        several.map(beside),
        several.map(all_of),
        several.map(any_of),
        trees.map(lambda tree: without(tree, 0, 0)),
        st.builds(lambda name, tree: in_field(name, tree, 0, 0), _FIELDS, trees),
    )


TREES = st.recursive(st.one_of(_PLAIN, _PLAIN, _ranges(), _YEARLESS), _larger, max_leaves=10)
