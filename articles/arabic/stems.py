"""Light stems: a word without its clitics and endings, by which its other forms find it.

A stem is a key and need be no word. Endings are taken until none is left, so that a form made from another (لبنانيون
from لبناني) ends where that one does. No rule leaves fewer than three letters, but for the article's. What the rules
would misread is written down in `known_words`.
"""

from functools import lru_cache

from articles.arabic.characters import FOLDED
from articles.arabic.folding import fold
from articles.arabic.known_words import (
    BASES,
    BEGIN_AS_ARTICLE,
    BEGIN_AS_CLITIC,
    END_AS_ENDINGS,
    HAMZA_BEHIND_THE_FIRST,
    OURS,
    SHORT_WITH_TA_MARBUTA,
)

# ة, and a hamza on its seat, say what a letter is: the rules see them. All other letters are folded before.
_LETTERS = {code: letter for code, letter in FOLDED.items() if chr(code) not in "ةئؤ"}
_HAMZA_ON_ALEF = frozenset("أإآ")

# Each ending with the fewest letters that may stand before it. Sound masculine plurals and most duals are of words of
# four letters or more (لاعب, فرنسي), which is what tells them from قانون, مليون, تعيين and البحرين.
_ENDINGS = (
    *(("هما", 3), ("كما", 3), ("ها", 3), ("هم", 3), ("هن", 3), ("نا", 3), ("كم", 4)),
    *(("ات", 3), ("ون", 4), ("ين", 4), ("ان", 4), ("وا", 3), ("و", 4)),
    *(("ة", 3), ("ه", 3), ("ي", 3), ("ا", 3)),
)
# A plural before what it belongs to ends in و (لاعبو), but فيديو and يوليو do not.
_NO_ENDINGS = ("اي", "يو", "وو", "او")
_PRONOUNS = frozenset({"هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه"})
_DUALS = frozenset({"ين", "ان"})
_LAST_ENDINGS = _PRONOUNS | _DUALS | {"ون", "وا"}
# The same by their last letter, each with the fewest letters of the whole word, and whether ة may be behind it.
_ENDINGS_BY_LETTER = {
    letter: tuple(
        (ending, len(ending) + least, ending in _PRONOUNS | _DUALS)
        for ending, least in _ENDINGS
        if ending.endswith(letter)
    )
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
_ARTICLES = ("بال", "كال", "لل", "ال")
_CLITIC_AND_ARTICLE = ("وال", "فال", "بال", "كال")


def stem(normal_word: str) -> str:
    """The index term of a normalised, unfolded word: والأجنبيين -> اجنب, بقانون -> قانون, Trump -> trump."""
    return without_endings(bare(normal_word)) if is_arabic(normal_word) else fold(normal_word)


def is_arabic(normal_word: str) -> bool:
    return "ء" <= normal_word[:1] <= "ۿ"


def bare(normal_word: str) -> str:
    """An Arabic word without what is written before it, as it is written: وللأجانب -> أجانب, ولجان -> لجان."""
    written = normal_word.replace("ئو", "ؤو")
    return written[len(written) - len(_without_proclitics(written.translate(_LETTERS), written)) :]


def without_endings(word: str) -> str:
    """The stem of a bare word: أجنبيين -> اجنب."""
    return fold(_base(word.translate(_LETTERS)))


def endings_of(word: str) -> list[str]:
    """What `without_endings` takes from a bare word, the outermost last: إدارتها -> ة, ها."""
    letters, taken = word.translate(_LETTERS), []
    if _is_of_ta_marbuta(letters):
        letters, taken = letters[:-2] + "ة", ["ي"]
    while (shorter := _without_ending(letters)) != letters:
        is_of_short_word = len(letters) == 4 and letters.endswith("ات")  # لغات
        taken.append("ات" if is_of_short_word else letters[len(shorter) :])
        letters = shorter
    if taken[-2:] == ["ة", "ا"] and len(taken) > 2:
        taken[-2:] = ["ات"]  # قراراته, where ت before the pronoun was read as ة
    return taken[::-1]


def _without_proclitics(letters: str, written: str) -> str:
    """`letters` are `written` with alef folded. ف is taken for "so" only before an article or what shows it."""
    if _shows_clitic(letters, written):
        return letters[1:]
    if _is_known(letters) and not (letters.startswith("وال") and written[3:4] in _HAMZA_ON_ALEF):
        return letters
    if letters[0] in "وف" and (_article(letters[1:]) or (letters[0] == "و" and _has_room(letters, written))):
        letters, written = letters[1:], written[1:]
        if _is_known(letters) and not _shows_clitic(letters, written):
            return letters
    if (article := _article(letters)) and written[0] not in _HAMZA_ON_ALEF:
        return _behind_article(letters, article, begins_with_hamza=written[len(article)] in _HAMZA_ON_ALEF)
    if letters[0] in "بل" and _has_room(letters, written):
        return letters[1:]
    return letters


def _shows_clitic(letters: str, written: str) -> bool:
    """Only a word's first alef has a hamza written above or below it at this place: بإيران, كأزمة, فأعلن, وأدى.

    Not in كأس, and three letters are too few to tell: فأر.
    """
    return (
        letters[0] in "وفبلك"
        and written[1:2] in _HAMZA_ON_ALEF
        and len(letters) > 3
        and _base(letters) not in _HAMZA_BEHIND_THE_FIRST
    )


def _article(letters: str) -> str | None:
    if not letters.startswith(_ARTICLES):
        return None
    return next((a for a in _ARTICLES if letters.startswith(a) and len(letters) >= len(a) + 2), None)


def _behind_article(letters: str, article: str, *, begins_with_hamza: bool) -> str:
    """What stands behind it; of three ل only two are written, so that للجنة is ل + اللجنة as للوزير is ل + الوزير.

    للأزمة is of أزمة, though لازمة is a word too.
    """
    if article != "ال" and _is_known(letters[1:]) and not (article == "لل" and begins_with_hamza):
        return letters[1:]
    return letters[len(article) :]


def _has_room(letters: str, written: str) -> bool:
    """Whether three letters are left when one clitic and all endings go: بحلمه has, بلده and وجهها have not.

    ة is a letter of a listed word: بقوتها and لمدة have room. So is what is written with a hamza: وبدأ, وفجأة.
    """
    base = _base(letters[1:])
    return len(_base(letters)) > 3 or not _HAMZA_ON_ALEF.isdisjoint(written[3:]) or base in _BEHIND_CLITIC


def _is_known(letters: str) -> bool:
    """By its base; but واليونان is of no والي, for nothing follows an ending that must be the last."""
    if _base(letters) not in _KNOWN:
        return False
    return not letters.startswith(_CLITIC_AND_ARTICLE) or _LAST_ENDINGS.isdisjoint(endings_of(letters)[:-1])


@lru_cache(maxsize=32768)
def _base(letters: str) -> str:
    """Without endings. A hamza that ends it is bare, since its seat goes with the case: وزرائها, وزراؤها, وزراء."""
    if _is_of_ta_marbuta(letters):
        letters = letters[:-2] + "ة"
    while (shorter := _without_ending(letters)) != letters:
        letters = shorter
    return letters[:-1] + "ء" if letters[-1:] in ("ئ", "ؤ") else letters


def _without_ending(letters: str) -> str:
    endings = _ENDINGS_BY_LETTER.get(letters[-1:])
    if endings is None or letters in _BASES:
        return letters
    if len(letters) == 4 and letters.endswith("ات"):
        return letters[:2] + "ة"  # لغات, لغة
    for ending, least, may_hide_ta_marbuta in endings:
        if len(letters) >= least and letters.endswith(ending):
            if ending == "نا" and not _is_ours(letters):
                continue
            if letters.endswith(_NO_ENDINGS):
                return letters
            bare = letters[: -len(ending)]
            return _with_ta_marbuta(bare) if may_hide_ta_marbuta else bare
    return letters


def _is_of_ta_marbuta(letters: str) -> bool:
    """Whether ي follows a ة: مدينتي حلب وحماة, زوجتي. ت is of the word in بيروتي, كويتي and لوجستي."""
    has_consonant = len(letters) > 4 and letters.endswith("تي") and letters[-3] not in "اويس"
    return has_consonant and not letters.startswith(_ARTICLES)


def _is_ours(letters: str) -> bool:
    """Whether نا is a pronoun: in شعبنا, وطننا and قضيتنا; ن is of the word in قانونا, بيانا, ساكنا, معلنا, وثمنا."""
    if letters in _OURS:
        return True
    if letters[-3] in "اوي":
        return False
    return len(letters) > 5 or (letters[0] not in "اتموبل" and letters[1] != "ا")


def _with_ta_marbuta(letters: str) -> str:
    """ة is written ت before a pronoun or the dual's ending: إدارته and إدارتين are of إدارة, صوته of صوت.

    قواتهم is of قوات, since there is قوة; حياته is of حياة. صلات would be of صلة, but صلاته is oftener of صلاة.
    """
    if len(letters) == 4 and letters.endswith("ات") and letters[:2] + "ة" in _SHORT and letters != "صلات":
        return letters
    if letters.endswith("ت") and (len(letters) > 3 or letters[:-1] + "ة" in _SHORT):
        return letters[:-1] + "ة"
    return letters


def _letters(words: str) -> list[str]:
    return words.translate(_LETTERS).split()


_OURS = frozenset(_letters(OURS))
_BASES = frozenset(_letters(BASES))
_SHORT = frozenset(_letters(SHORT_WITH_TA_MARBUTA))
_KNOWN = frozenset(_base(letters) for letters in _letters(BEGIN_AS_CLITIC + BEGIN_AS_ARTICLE))
_BEHIND_CLITIC = _KNOWN | _SHORT | frozenset(_base(letters) for letters in _letters(END_AS_ENDINGS))
_HAMZA_BEHIND_THE_FIRST = frozenset(_letters(HAMZA_BEHIND_THE_FIRST))
