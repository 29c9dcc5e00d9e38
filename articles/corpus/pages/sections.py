"""Names of sections, which stand before a card's caption, from `sections.tsv`."""

from articles.arabic.folding import fold
from articles.corpus.pages.tables import read_table
from articles.corpus.pages.vocabulary import names

LONGEST_NAME = 40  # characters

SECTION_NAMES: dict[str, str] = dict(read_table("sections.tsv"))

_FOLDED = {fold(name) for name in SECTION_NAMES}
_MOST_WORDS = max(name.count(" ") + 1 for name in _FOLDED)


# What is a section's name on the pages of most sites; there it stands in a line of its own.
_USUAL = names(
    "الأخبار، أخبار، سياسة، السياسة، اقتصاد، رياضة، الرياضة، ثقافة، الثقافة، فنون، فن، منوعات، محليات، المحلية، عربي، "
    "عربي ودولي، دولي، دوليات، عربيات، العرب والعالم، الوطن العربي، الشرق الأوسط، مال وأعمال، اقتصاد وأعمال، رأي، "
    "الرأي، مقالات، آراء، تقارير، تحقيقات، حوارات، ملفات، حوادث، مجتمع، صحة، تعليم، علوم وتكنولوجيا، تقنية، سيارات، "
    "أسواق، لايف ستايل، المرأة، دين"
)
_LONGEST_USUAL = 3  # words


def is_section(text: str) -> bool:
    """Whether a line is the name of a section and nothing else: أخبار عربية."""
    folded = fold(text[: LONGEST_NAME + 1]).strip(" >»›/|:")
    if len(folded) > LONGEST_NAME:
        return False
    begins_so = folded.startswith((fold("أخبار "), fold("الأخبار "))) and folded.count(" ") < _LONGEST_USUAL
    return folded in _FOLDED or folded in _USUAL or begins_so


def split_section(text: str) -> tuple[str, str] | None:
    """Split a section's name, as the page writes it, off what follows; the longest name that fits.

    رياضة سعودية لاعبو الهلال -> رياضة سعودية, لاعبو الهلال
    """
    words = text.split(" ", _MOST_WORDS)
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count])
        if len(name) < LONGEST_NAME and fold(name) in _FOLDED:
            return name, " ".join(words[count:])
    return None
