"""Articles to cite, and text that would break a format that took it as it is."""

from dataclasses import replace

from hypothesis import strategies as st

from articles.citing.facts import CitedArticle, Name

FULL = CitedArticle(
    number=12,
    address="https://archive.example/articles/12/",
    headline="لجنة مشتركة تبحث عودة المهجّرين من «داعش» إلى قرى الشمال",
    deck="المدارس وشبكات المياه أولاً",
    authors=(Name("ليلى الخطيب", "Layla al-Khatib", is_person=True), Name("صحيفة المرفأ")),
    paper=Name("صحيفة المرفأ", "Al-Marfa"),
    section=Name("شؤون إقليمية", "Regional affairs"),
    places=(Name("دمشق", "Damascus"),),
    tags=(Name("سوريا", "Syria"), Name("دونالد ترمب")),
    published="2026-01-20",
    language="ar",
    original="https://example.org/news/1",
)
BARE = CitedArticle(number=13, address="https://archive.example/articles/13/", headline="خبر بلا شيء")

# Line ends of every kind, brackets, tags of the formats themselves, and letters of several scripts.
SIGNS = '{}\\%#&_$~^"@,=\n\r\x0b\x0c\x1c\x85\u2028\u2029\t \x00<>/-'
TRICKS = [
    "ER  - ",
    "x\nER  - \nTY  - BOOK",
    "}\n@book{x,",
    "\\",
    "{",
    "}}",
    "a and b",
    "</script><script>x",
    "<!--<script",
]
HOSTILE = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=60) | st.sampled_from(TRICKS)
DATES = ["", "2026", "2026-01~", "2026-21", "202X", "2026-01-20/2026-02", "../2026"]


def hostile_articles():
    """Articles whose every text is hostile."""
    names = st.builds(Name, HOSTILE, HOSTILE, st.booleans())
    some = st.lists(names, max_size=3).map(tuple)
    return st.builds(
        replace,
        st.just(FULL),
        headline=HOSTILE,
        deck=HOSTILE,
        authors=some,
        paper=st.none() | names,
        section=st.none() | names,
        places=some,
        tags=some,
        published=st.sampled_from(["", "2026", "2026-01~", "2026-21", "202X", "2026-01-20/2026-02", "../2026"])
        | HOSTILE,
        language=HOSTILE,
        original=HOSTILE | st.just("https://example.org/a{b}c d"),
        is_excerpt=st.booleans(),
    )
