"""Lines and marks that belong to a page and to no article: the wordings are in `furniture.tsv`."""

import re

from articles.arabic.folding import fold
from articles.corpus.pages.tables import read_table

TT, SHARE, PRINT, PAGE = "TT mark", "share line", "print line", "page line"
RELATED_HEADING, LATEST_HEADING = "related heading", "latest heading"
HEADINGS = (RELATED_HEADING, LATEST_HEADING)

# Reasons that templates give.
LIST_HEADING, MEDIA_MARK, MENU = "list heading", "media mark", "menu line"
REPEATED_HEADLINE, REPEATED_CAPTION, REPEATED_DECK = "repeated headline", "repeated caption", "repeated deck"
HEADLESS_CARD = "card without a headline"

# Names of the icons by which a page shows that there is a film, a gallery or a recording.
MEDIA_MARKS = frozenset(
    ("play-circle", "play-button", "video-camera", "camera", "gallery", "images", "headphones", "microphone", "podcast")
)

_LONGEST = 50
# The owner's line at the foot of a page, which names the owner and the year behind it.
_RIGHTS = re.compile(r"(?:©|(?:جميع |كل )?(?:ال)?حقوق (?:النشر )?(?:محفوظ|©)).{0,80}")
# The way from the home page: الرئيسية > محليات > headline.
_BREADCRUMB = re.compile(r"الرئيسية *[>»›/←|] *\S.{0,300}")
_REASONS = {fold(wording): reason for wording, reason in read_table("furniture.tsv")}


def furniture_reason(text: str) -> str | None:
    """Why a whole line is furniture, or None where it is text: شارك المقال: -> share line."""
    if _RIGHTS.fullmatch(text) or _BREADCRUMB.fullmatch(text):
        return PAGE
    if len(text) > _LONGEST:
        return None
    return _REASONS.get(fold(text).strip(" :.|"))


def split_media_mark(text: str) -> tuple[str, str | None]:
    """Take the mark of a film or gallery off the end or the beginning of a line."""
    before, _, last = text.rpartition(" ")
    if last in MEDIA_MARKS:
        return before, last
    first, _, after = text.partition(" ")
    if first in MEDIA_MARKS:
        return after, first
    return text, None
