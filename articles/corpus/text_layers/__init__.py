"""The text layers of newspaper PDFs: what their makers did to the letters, found by counting and mended where certain.

Nothing is concluded from one word: each fault shows in many words of a text or is none. A text without them comes back
as it was.
"""

from dataclasses import dataclass

from articles.corpus.text_layers import lam_alef, letters, line_order

MOST_SHOWN = 5  # words in a message


@dataclass(frozen=True)
class Mended:
    """A text, what was mended in it, and what an editor should look at, in phrases for the operator."""

    text: str
    mended: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What to say of it in the report of an import."""
        mended = (f"like the text layer of a PDF: {', '.join(self.mended)}; mended",) if self.mended else ()
        return mended + tuple(f"like the text layer of a PDF: {doubt}" for doubt in self.doubts)


def mend(text: str) -> Mended:
    """Bring a text back to the letters that were printed, line by line in the order of reading."""
    if text.isascii():
        return Mended(text)
    mended: list[str] = []
    doubts: list[str] = []
    may_have_forms = letters.may_have_forms(text)
    text = _in_order(text, may_have_forms, mended, doubts)
    if may_have_forms and letters.has_forms(text):
        text = letters.without_forms(text)
        mended.append("presentation forms in place of letters")
    if letters.has_kashida(text):
        text = letters.without_kashida(text)
        mended.append("kashida between letters")
    if letters.is_spaced(text):
        doubts.append("letters with spaces between them, so that nobody can say where a word ends; left as it is")
    elif letters.has_alef_apart(text):
        text = letters.with_alef_joined(text)
        mended.append("alef apart from the lam of the article")
    return Mended(_with_lam_alef(text, mended, doubts), tuple(mended), tuple(doubts))


def _in_order(text: str, may_have_forms: bool, mended: list[str], doubts: list[str]) -> str:
    turned, right = line_order.counted(text, may_have_forms=may_have_forms)
    if turned < line_order.LEAST:
        return text
    if turned < line_order.FOR_ONE_RIGHT * right:
        doubts.append(f"{turned} words with their letters in reverse among {right} that are right; left as it is")
        return text
    mended.append("lines from left to right")
    lines = text.splitlines(keepends=True)
    return "".join(line_order.reordered(line.rstrip("\r\n")) + line[len(line.rstrip("\r\n")) :] for line in lines)


def _with_lam_alef(text: str, mended: list[str], doubts: list[str]) -> str:
    turned, right = lam_alef.counted(text)
    if turned < lam_alef.LEAST:
        return text
    if turned < lam_alef.FOR_ONE_RIGHT * right:
        if turned < max(lam_alef.LEAST_IN_DOUBT, right / lam_alef.FOR_ONE_RIGHT):
            return text
        doubts.append(f"lam-alef turned round in {turned} words and right in {right}; left as it is")
        return text
    mending = lam_alef.Mending(text)
    text = mending.text(text)
    mended.append(f"lam-alef turned round in {mending.mended} words")
    if shown := list(mending.doubtful)[:MOST_SHOWN]:
        doubts.append(f"words that may or may not have a lam-alef turned round, left as they are: {'، '.join(shown)}")
    return text
