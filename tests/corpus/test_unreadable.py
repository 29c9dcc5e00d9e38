"""Files that are no page: each has its reason, in a sentence."""

import codecs

import pytest

from articles.corpus.pages import LARGEST_PAGE, UnreadablePage, read_page
from articles.corpus.pages.lines import MAX_LINE_LENGTH, MAX_LINES
from tests.corpus.texts import HARVEST

REFUSED = {
    "empty": (b"", "empty", None),
    "only a byte order mark": (codecs.BOM_UTF8, "white space", None),
    "white space": (" \n\t\u00a0\n".encode(), "white space", None),
    "invisible marks": ("\u200f\n\u200b".encode(), "nothing that can be seen", None),
    "an image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", None),
    "a NUL amid text": (f"{HARVEST}\x00".encode(), "binary", None),
    "control characters": (b"\x01\x02\x03text", "binary", None),
    "half a character of UTF-16": (codecs.BOM_UTF16_LE + b"\x27\x06\x41", "broken UTF-16", None),
    "a NUL in UTF-16": (codecs.BOM_UTF16_LE + "ا\x00".encode("utf-16-le"), "binary", None),
    "utf-32": (HARVEST.encode("utf-32"), "UTF-32", None),
    "too large": (b"a" * (LARGEST_PAGE + 1), "larger than", None),
    "a very long line": (f"{HARVEST}\n{'a' * (MAX_LINE_LENGTH + 1)}".encode(), "a line of more than", 2),
    "very many lines": (b"a\n" * (MAX_LINES + 1), "more than 100,000 lines", MAX_LINES + 1),
}


@pytest.mark.parametrize(("data", "reason", "line"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_reason(data, reason, line):
    with pytest.raises(UnreadablePage, match=reason) as refused:
        read_page("folder/page.txt", data)
    assert refused.value.line == line
    assert str(refused.value).startswith("folder/page.txt")
