"""Names that Latin letters write as one word and Arabic as two: Nasrallah, Salahuddin, Abdulaziz, Benali."""

import re
from collections.abc import Iterator

from articles.arabic.transliteration_letters import LAST_OF_GOD

_SLAVE = re.compile(r"abd(?:[uea]l|[uea]([drnst]|sh)(?=\1))(?P<rest>.{3,})")
_OF_FAITH = re.compile(r"(?P<first>.{3,}?)[uaei]l?d?d(?:ine|in|een)")
_OF_KIN = re.compile(r"(?P<kin>abu|abou|ibn|bin|ben)(?P<rest>.{4,})")
_KIN = {"abu": "ابو", "abou": "ابو", "ibn": "ابن", "bin": "بن", "ben": "بن"}
# Cities and families of Persian and Turkish names, which Arabic parts: اسلام اباد, اوغلو, احمدي نجاد.
_LAST_WORDS = {**LAST_OF_GOD, "abad": "اباد", "oglu": "اوغلو", "oghlu": "اوغلو", "nejad": "نجاد", "nezhad": "نجاد"}
_FEWEST_BEFORE = 3


def compounds(letters: str) -> Iterator[tuple[str, str]]:
    """Both words, each folded Arabic or still Latin, al- before what has the article: abdulaziz -> عبد, al-aziz."""
    for end, last_word in _LAST_WORDS.items():
        if letters.endswith(end) and len(letters) >= _FEWEST_BEFORE + len(end):
            yield letters.removesuffix(end), last_word
    if found := _OF_FAITH.fullmatch(letters):
        yield found["first"], "الدين"
    if found := _SLAVE.fullmatch(letters):
        yield "عبد", "al-" + found["rest"]
    if found := _OF_KIN.fullmatch(letters):
        yield _KIN[found["kin"]], found["rest"]
