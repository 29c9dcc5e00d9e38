"""Lines that belong to a page alone, and names of sections: data beside the code."""

import pytest

from articles.corpus.pages import SECTION_NAMES
from articles.corpus.pages.furniture import furniture_reason, split_media_mark
from articles.corpus.pages.sections import split_section
from tests.corpus.builder import article_lines, parts, read
from tests.corpus.texts import MAIN_ARTICLE


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("TT", "TT mark"),
        ("شارك على مواقع التواصل", "share line"),
        ("انسخ الرابط:", "share line"),
        ("طباعة", "print line"),
        ("مقالات ذات صِلة", "related heading"),
        ("اخر الأخبار", "latest heading"),
        ("إقرأ أيضاً:", "related heading"),
        ("الموضوعات المتعلقة", "related heading"),
        ("قد يهمك أيضًا", "related heading"),
        ("الأكثر قراءةً", "latest heading"),
        ("شارِك هذا المقال", "share line"),
        ("طباعة الخبر", "print line"),
        ("إعلان", "page line"),
        ("جميع الحقوق محفوظة لصحيفة الحقول © 2026", "page line"),
        ("جميع الحقوق السياسية مكفولة", None),
        ("الأكثر قراءة بين كتب هذا العام", None),
        ("شارك الوزير في افتتاح المعرض", None),
        ("TTIP", None),
        ("", None),
    ],
)
def test_reasons(line, reason):
    assert furniture_reason(line) == reason


@pytest.mark.parametrize("mark", ["TT", "شارك الخبر", "طباعة", "play-circle", "نسخ الرابط"])
def test_furniture_may_stand_anywhere(mark):
    lines = article_lines(MAIN_ARTICLE)
    for place in range(1, len(lines)):
        page = read([*lines[:place], mark, *lines[place:]])
        assert parts(page)[0] == [MAIN_ARTICLE], place
        assert mark in [dropped.text for dropped in page.furniture]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("صورة play-circle", ("صورة", "play-circle")),
        ("play-circle صورة", ("صورة", "play-circle")),
        ("play-circle", ("", "play-circle")),
        ("صورة play-circles", ("صورة play-circles", None)),
    ],
)
def test_media_marks(line, parts):
    assert split_media_mark(line) == parts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("رياضة سعودية لاعبو الهلال", ("رياضة سعودية", "لاعبو الهلال")),
        ("رياضة لاعبو الهلال", ("رياضة", "لاعبو الهلال")),
        ("العالم العربي قمة بغداد", ("العالم العربي", "قمة بغداد")),
        ("العالم قمة بغداد", ("العالم", "قمة بغداد")),
        ("شمال إفريقيا ميناء طنجة", ("شمال إفريقيا", "ميناء طنجة")),
        ("خاص", ("خاص", "")),
        ("الخليجيون في الملعب", None),
        ("لاعبو الهلال", None),
    ],
)
def test_sections(line, parts):
    assert split_section(line) == parts


def test_sections_have_english_names():
    assert SECTION_NAMES["المشرق العربي"] == "Levant"
    assert all(name.strip() == name and english.isascii() for name, english in SECTION_NAMES.items())
