"""Which bylines name a desk and which a person."""

from articles.arabic import folding
from articles.authorities.names import tidy

OPENING_QUOTES, CLOSING_QUOTES = '«‹“”"', '»›“”"'
# First words of bylines that name an office, last words of English ones, and whole bylines that name nobody.
DESK_FIRST_WORDS = ("قسم", "مكتب", "هيئة", "وكالة", "وكالات", "فريق", "وحدة", "غرفة", "مراسلو", "المحرر", "التحرير")
DESK_LAST_WORDS = ("desk", "staff", "agencies", "newsroom", "board")
DESK_BYLINES = ("متابعات", "خاص")
DESK_FIRST_KEYS = frozenset(map(folding.key, DESK_FIRST_WORDS))
DESK_BYLINE_KEYS = frozenset(map(folding.key, DESK_BYLINES))


def names_a_desk(byline: str) -> bool:
    """«الشرق الأوسط», وكالات and مكتب بيروت are desks; سعاد جروس is a person."""
    byline = tidy(byline)
    words = folding.key(byline).split() or [""]
    return (
        (byline[0] in OPENING_QUOTES and byline[-1] in CLOSING_QUOTES)
        or words[0] in DESK_FIRST_KEYS
        or words[-1] in DESK_LAST_WORDS
        or " ".join(words) in DESK_BYLINE_KEYS
    )
