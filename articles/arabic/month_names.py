"""Names of months as Arabic papers write them, folded, each with its calendar and number.

Gregorian names are those of Unicode's CLDR: Egypt and the Gulf (يناير), the Levant and Iraq (كانون الثاني), Algeria and
Tunisia (جانفي), Morocco (غشت), Mauritania (شتمبر), and English. Hijri names are those of
hijridate, and other common ones.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from babel import Locale
from hijridate import Hijri

from articles.arabic.date_folding import folded_spellings

Calendar = Literal["gregorian", "hijri"]


class Month(NamedTuple):
    """A month of the year, from 1; `is_english` names are met in Latin letters."""

    calendar: Calendar
    number: int
    is_english: bool = False


_LOCALES = ("ar_EG", "ar_LB", "ar_TN", "ar_MA", "ar_MR")
# Egypt's own spellings, and the name of May in Iraq.
_OTHER_GREGORIAN = {"يونيه": 6, "يوليه": 7, "مايس": 5}
_OTHER_HIJRI = {
    "المحرم": 1,
    "محرم الحرام": 1,
    "صفر الخير": 2,
    "ربيع الآخر": 4,
    "جمادى الأول": 5,
    "جماد الأول": 5,
    "جماد الأولى": 5,
    "جمادى الثانية": 6,
    "جمادى الثاني": 6,
    "جمادى الآخر": 6,
    "جماد الثاني": 6,
    "جماد الآخر": 6,
    "جماد الثانية": 6,
    "جماد الآخرة": 6,
    "ذي القعدة": 11,
    "ذا القعدة": 11,
    "ذي الحجة": 12,
    "ذا الحجة": 12,
}


def _gregorian() -> Iterator[tuple[str, int]]:
    for locale in _LOCALES:
        yield from ((name, month) for month, name in _widths(locale, "wide"))
    yield from _OTHER_GREGORIAN.items()


def _hijri() -> Iterator[tuple[str, int]]:
    yield from ((Hijri(1446, month, 1).month_name("ar"), month) for month in range(1, 13))
    yield from _OTHER_HIJRI.items()


def _english() -> Iterator[tuple[str, int]]:
    for width in ("wide", "abbreviated"):
        yield from ((name, month) for month, name in _widths("en", width))
    yield "Sept", 9


def _widths(locale: str, width: str) -> Iterator[tuple[int, str]]:
    yield from Locale.parse(locale).months["format"][width].items()


def _spellings(name: str) -> Iterator[str]:
    """Of two words, also without the second's article: تشرين الثاني, تشرين ثاني; ذو القعدة, ذوالقعدة."""
    for folded in folded_spellings(name):
        yield folded
        if folded.startswith(("ذو ", "ذي ", "ذا ")):
            yield folded.replace(" ", "")
        elif " ال" in folded:
            yield folded.replace(" ال", " ")


# Folded name, one space between its words -> the month.
MONTHS: dict[str, Month] = {
    **{spelling: Month("hijri", month) for name, month in _hijri() for spelling in _spellings(name)},
    **{spelling: Month("gregorian", month) for name, month in _gregorian() for spelling in _spellings(name)},
    **{name.lower(): Month("gregorian", month, is_english=True) for name, month in _english()},
}

# Folded names that are ordinary words or people's names too: مارس practised, آب returned, جوان Joan, أوت out, ماي May,
# رمضان Ramadan; and those which nearly always are: أب father, صفر zero, محرم forbidden, رجب Recep, شعبان.
AMBIGUOUS = frozenset({"مارس", "آب", "ماي", "جوان", "اوت", "رمضان"})
MOSTLY_OTHER = frozenset({"اب", "صفر", "محرم", "المحرم", "رجب", "شعبان"})
