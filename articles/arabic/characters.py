"""The characters that Arabic text is made of, as plain tables. What needs more than one character is not here."""

import re


def _characters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


# Vowel signs, shadda, sukun, dagger alef, and the signs of recitation. Two of the last (U+06E5, U+06E6) are letters
# to Unicode, but they are written above a word as the others are.
TASHKEEL = _characters(
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0898, 0x089F),
    (0x08CA, 0x08E1),
    (0x08E3, 0x08FF),
)

# Tashkeel which stands alone as a character of old code pages (ﹶ ﱠ). NFKC would make a space of it and split the word.
SPACING_TASHKEEL = "ﹰﹲﹴﹶﹸﹺﹼﹾ" + _characters((0xFC5E, 0xFC63))

TATWEEL = "\u0640"

BIDI_CONTROLS = "\u061c\u200e\u200f" + _characters((0x202A, 0x202E), (0x2066, 0x2069))

# Joiners, soft hyphen, byte order mark: what word processors and web pages leave inside words.
ZERO_WIDTHS = "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\ufeff"

INVISIBLE = TATWEEL + BIDI_CONTROLS + ZERO_WIDTHS + SPACING_TASHKEEL

# Eulogies in one character. Each is a whole sentence to NFKC and no word that anybody looks for.
EULOGIES = "\ufdfa\ufdfb\ufdfd"

ALEFS = "أإآٱٲٳٵ"
YAS = "ىیېےێۍ"

# Hamza on a seat takes the seat's letter, which is what a hurried hand writes (موتمر, رييس). A hamza without a seat is
# kept: without it ماء would be ما and شيء شي. Letters of Persian, Kurdish, Urdu and the Maghreb take the Arabic letter
# of the same skeleton, which is what an Arabic keyboard has in their place.
_LETTERS = {
    **dict.fromkeys(ALEFS, "ا"),
    **dict.fromkeys(YAS, "ي"),
    "ئ": "ي",
    "ٸ": "ي",
    "ؤ": "و",
    "ٶ": "و",
    "ۆ": "و",
    "ۇ": "و",
    "ۈ": "و",
    "ۋ": "و",
    "ة": "ه",
    "ۃ": "ه",
    "ۀ": "ه",
    "ۂ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ڭ": "ك",
    "ݣ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ڨ": "ق",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ڕ": "ر",
    "ڵ": "ل",
    "ں": "ن",
}
_DIGITS = {chr(zero + value): str(value) for zero in (0x0660, 0x06F0) for value in range(10)}

# For str.translate: every letter and digit to the one that stands for its kind.
FOLDED = str.maketrans({**_LETTERS, **_DIGITS})
FOLDED_DIGITS = str.maketrans(_DIGITS)
ARABIC_INDIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

# Characters which are their own NFKC form, never combine with what stands before them, and are always kept. All but
# a few characters of a newspaper are such.
PLAIN = _characters((0x00, 0x7F), (0x0621, 0x063A), (0x0641, 0x064A), (0x0660, 0x066C)) + "،؛؟«»‘’“”–—•"


def one_of(characters: str, *, negated: bool = False) -> str:
    """A regular expression which matches one of these characters (or one that is none of them)."""
    return f"[{'^' if negated else ''}{re.escape(characters)}]"
