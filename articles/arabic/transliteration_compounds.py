"""Names that Latin letters write as one word and Arabic as two: Nasrallah, Salahuddin, Abdulaziz, Benali."""

import re
from collections.abc import Iterator

from articles.arabic.transliteration_letters import LAST_OF_GOD

_SLAVE = re.compile(r"abd(?:[uea]l|[uea]([drnst]|sh)(?=\1))(?P<rest>.{3,})")
_OF_FAITH = re.compile(r"(?P<first>.{3,}?)[uaei]l?d?d(?:ine|in|een)")
_OF_KIN = re.compile(r"(?P<kin>abu|abou|ibn|bin|ben)(?P<rest>.{4,})")
_KIN = {"abu": "ابو", "abou": "ابو", "ibn": "ابن", "bin": "بن", "ben": "بن"}
_FEWEST_BEFORE_GOD = 3


def compounds(letters: str) -> Iterator[tuple[str, str]]:
    """Both words, each folded Arabic or still Latin, al- before what has the article: abdulaziz -> عبد, al-aziz."""
    for end, god in LAST_OF_GOD.items():
        if letters.endswith(end) and len(letters) >= _FEWEST_BEFORE_GOD + len(end):
            yield letters.removesuffix(end), god
    if found := _OF_FAITH.fullmatch(letters):
        yield found["first"], "الدين"
    if found := _SLAVE.fullmatch(letters):
        yield "عبد", "al-" + found["rest"]
    if found := _OF_KIN.fullmatch(letters):
        yield _KIN[found["kin"]], found["rest"]
