"""Lines in the order of the eye: ةنيدملا قوس for سوق المدينة, as a page is set from left to right.

No Arabic word begins with teh marbuta or alef maqsura, and one in nine ends with one.
"""

import re
import unicodedata

_LETTER = "\u0621-\u063a\u0640-\u0652"  # and what stands on or between letters
_BEGINS = re.compile(f"(?<![{_LETTER}])[ةى](?=[{_LETTER}])")
_ENDS = re.compile(f"(?<=[{_LETTER}])[ةى](?![{_LETTER}])")
_FORM = re.compile("[\ufb50-\ufefc]")
_MAYBE = (" ة", "\nة", " ى", "\nى")
# What runs from left to right in any line: numbers, and words of Latin letters with the spaces between them.
_LEFT_TO_RIGHT = re.compile(
    "[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9 .,:/%@_+&'-]*[A-Za-z\u00c0-\u024f0-9]"
    "|[0-9\u0660-\u0669]+(?:[.,:/\u066b\u066c-][0-9\u0660-\u0669]+)*"
)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")

LEAST = 5  # words that begin so, below which nothing is concluded
FOR_ONE_RIGHT = 10


def counted(text: str, *, may_have_forms: bool) -> tuple[int, int]:
    """How many words begin as no word does, and how many end so, whatever forms their letters have."""
    plain = unicodedata.normalize("NFKC", text) if may_have_forms and _FORM.search(text) else text
    if not any(beginning in plain for beginning in _MAYBE):
        return 0, 0
    begins = len(_BEGINS.findall(plain))
    return begins, len(_ENDS.findall(plain)) if begins >= LEAST else 0


def reordered(line: str) -> str:
    """A line in the order of reading; numbers and Latin words keep theirs, brackets look the other way."""
    turned = line[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda run: run.group()[::-1], turned)
