"""Words that stand in and around dates, folded: days in words, days of the week, and what comes before a month."""

from babel import Locale

from articles.arabic.date_folding import fold_for_dates, folded_words

_UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
_UNITS_IN_COMPOUNDS = ["الحادي", *_UNITS[1:]]


def _ordinals() -> dict[str, int]:
    """الأول -> 1 to الحادي والثلاثين -> 31, in both cases of the tens, words parted by one space."""
    days = {unit: value for value, unit in enumerate([*_UNITS, "العاشر"], 1)}
    days |= {f"{unit} عشر": 10 + value for value, unit in enumerate(_UNITS_IN_COMPOUNDS, 1)}
    for ending in ("ين", "ون"):
        days |= {f"العشر{ending}": 20, f"الثلاث{ending}": 30, f"الحادي والثلاث{ending}": 31}
        days |= {f"{unit} والعشر{ending}": 20 + value for value, unit in enumerate(_UNITS_IN_COMPOUNDS, 1)}
    return {fold_for_dates(words): value for words, value in days.items()}


# Folded words, one space between them -> day of the month.
ORDINALS = _ordinals()

_DAYS = [Locale.parse(locale).days["format"][width] for locale in ("ar", "en") for width in ("wide", "abbreviated")]
WEEKDAYS = folded_words(" ".join(name for names in _DAYS for name in names.values()) + " الإثنين")

# After these a word is no verb, so that even مارس is the month: prepositions, and nouns which a month completes.
STRONG_CUES = folded_words(
    "في خلال شهر بشهر لشهر مطلع أوائل أواسط أواخر منتصف بداية نهاية بحلول طوال طيلة غضون شهري"
    " وفي وخلال وشهر ومطلع وأوائل وأواخر ومنتصف وبداية ونهاية"
)
# After these a verb may stand too.
WEAK_CUES = folded_words("من منذ حتى إلى قبل بعد لغاية ومنذ وحتى وإلى وقبل وبعد بين عن")
MONTH_WORDS = folded_words("شهر بشهر لشهر وشهر شهري لشهري بشهري وشهري شهور أشهر")
# After a month: يوليو الماضي, يوليو الجاري.
QUALIFIERS = folded_words("الماضي الفائت المنصرم الجاري الجارى الحالي المقبل القادم نفسه ذاته")

# Around the date in the field of an export or beside a headline.
FURNITURE = WEEKDAYS | folded_words(
    "وقت يوم اليوم الموافق الموافقة الساعة في بتاريخ تاريخ النشر نشر نشرت نشرفي صدر"
    " م ه ص صباحا مساء ظهرا بتوقيت توقيت غرينتش جرينتش مكة المكرمة القاهرة بيروت"
    " date published on at posted am pm gmt utc ut z est edt cst cdt mst mdt pst pdt eet eest cet cest wet west bst msk"
)
