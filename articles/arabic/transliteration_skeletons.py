"""The consonants of an Arabic word, under which a vocabulary keeps it for those who know how it sounds."""

# ت and ط, د and ض, ز and ذ and ظ, س and ص, ك and ق are one each: hardly any romanization tells them apart. Vowels,
# hamza and ع are left out, and so is a last ه.
_CLASSES = {
    "ب": "b",
    **dict.fromkeys("تط", "t"),
    "ث": "c",
    "ج": "j",
    "ح": "h",
    "ه": "h",
    "خ": "x",
    **dict.fromkeys("دض", "d"),
    **dict.fromkeys("زذظ", "z"),
    "ر": "r",
    **dict.fromkeys("سص", "s"),
    "ش": "w",
    "غ": "g",
    "ف": "f",
    **dict.fromkeys("كق", "k"),
    "ل": "l",
    "م": "m",
    "ن": "n",
}


class _Classes(dict[int, str | None]):
    def __missing__(self, code: int) -> None:
        return None


# The vowels stand in it too, since to find a letter missing takes five times as long.
_TO_CLASSES = _Classes(
    {**dict.fromkeys(map(ord, "اويىءع")), **{ord(letter): name for letter, name in _CLASSES.items()}}
)


def skeleton(folded_form: str) -> str:
    """The consonants of a folded Arabic form without its article, alike ones as one: القذافي -> kzf, نصرالله -> nsrll.

    Empty for what has none, and for words of other scripts. ASCII, no longer than the form.
    """
    if folded_form[:2] == "ال" and len(folded_form) > 4:
        folded_form = folded_form[2:]
    return consonants(folded_form).removesuffix("h")


def consonants(letters: str) -> str:
    return letters.translate(_TO_CLASSES)
