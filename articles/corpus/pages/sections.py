"""Names of sections, which stand before a card's caption, from `sections.tsv`."""

from articles.arabic.folding import fold
from articles.corpus.pages.tables import read_table

SECTION_NAMES: dict[str, str] = dict(read_table("sections.tsv"))

_FOLDED = {fold(name) for name in SECTION_NAMES}
_MOST_WORDS = max(name.count(" ") + 1 for name in _FOLDED)


def split_section(text: str) -> tuple[str, str] | None:
    """Split a section's name, as the page writes it, off what follows; the longest name that fits.

    رياضة سعودية لاعبو الهلال -> رياضة سعودية, لاعبو الهلال
    """
    words = text.split(" ", _MOST_WORDS)
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count])
        if len(name) < 40 and fold(name) in _FOLDED:
            return name, " ".join(words[count:])
    return None
