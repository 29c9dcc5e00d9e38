"""Sentences made up for the tests, and how the makers of text layers would spoil them."""

import re
import unicodedata

ARTICLE = (
    "انعقاد الاجتماع الأول للجنة الإعلامية في العاصمة",
    "أعلنت الأمانة العامة للأمم المتحدة خلال الاجتماع الأخير أن الإصلاحات الاقتصادية ستبدأ الآن في البلاد كلها.",
    "وقال رئيس اللجنة إن الاتحاد لا يرى إلا حلاً واحداً لأن الأسعار ارتفعت في الأسواق، وإن الأعضاء قبلوا الاقتراح.",
    "وأضاف أن الولايات التي شملتها الأزمة الأولى ستحصل على خمسة ملايين دولار لإعادة بناء الأحياء القديمة.",
)
TEXT = "\n".join(ARTICLE)
# Words that normal text has: an alef that asks before an alef, slips of the keyboard, articles before Latin letters.
ODD_BUT_RIGHT = (
    "أألقى الوزير كلمته؟ نعم، في االاجتماع الأول. والمسألة في «األ بي سي» غير ذلك، كما قالت المالية والعالم كله."
)


def turned(text):
    """Each lam-alef with its letters the other way round."""
    return re.sub("ل([اأإآ])", r"\1ل", text)


def stretched(text):
    """Kashida before the last letter of every word, where the letter before it joins to the left."""
    return re.sub("([بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-غف-ي](?![ء-غف-ي]))", "\\1\u0640\u0640", text)


def spaced(text):
    return "\n".join(" ".join(letter for letter in line if letter != " ") for line in text.split("\n"))


_JOINS_LEFT = set("بتثجحخسشصضطظعغفقكلمنهيئـ")
_NAMES = {
    letter: unicodedata.name(letter)
    for letter in map(chr, range(0x621, 0x64B))
    if unicodedata.name(letter, "").startswith("ARABIC LETTER")
}


def typeset(text):
    """Every letter as the form that it has beside its neighbours, lam-alef as one sign."""
    out = []
    for word in re.split("([^ء-غف-ي]+)", text):
        joined = False
        units = re.findall("ل[اأإآ]|.", word, re.DOTALL)
        for place, unit in enumerate(units):
            follows = place + 1 < len(units) and units[place + 1][0] != "ء"
            goes_on = follows and len(unit) == 1 and unit in _JOINS_LEFT
            names = " WITH ".join("")
            names = _ligature(unit) if len(unit) == 2 else _NAMES.get(unit)
            form = {(0, 0): "ISOLATED", (0, 1): "INITIAL", (1, 0): "FINAL", (1, 1): "MEDIAL"}[(joined, goes_on)]
            out.append(unicodedata.lookup(f"{names} {form} FORM") if names else unit)
            joined = goes_on
    return "".join(out)


def _ligature(unit):
    return "ARABIC LIGATURE LAM WITH " + _NAMES[unit[1]].removeprefix("ARABIC LETTER ")


def from_left_to_right(text):
    """Lines as the eye meets them from the left; numbers stay as they are."""
    mirrored = str.maketrans("()«»", ")(»«")
    return "\n".join(
        re.sub(r"\d+", lambda number: number.group()[::-1], line[::-1].translate(mirrored)) for line in text.split("\n")
    )
