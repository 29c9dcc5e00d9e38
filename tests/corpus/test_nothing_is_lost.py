"""Whatever a file holds, it is refused with a reason or every line of it is accounted for."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.corpus.pages import UnreadablePage, read_page
from articles.corpus.pages.lines import read_lines
from articles.corpus.records import PageRecord
from tests.corpus.builder import page_lines
from tests.corpus.texts import BRIDGE_ARTICLE, CARDS, LIBRARY_ARTICLE, MAIN_ARTICLE
from tests.effort import examples

PIECES = [
    *page_lines([MAIN_ARTICLE, BRIDGE_ARTICLE, LIBRARY_ARTICLE], CARDS),
    *("اخر الاخبار", "ذات صلة", "شارك", "play-circle", "TT", "", "سلمى حداد", "(عمّان)", "خاص", "الخليج صورة (رويترز)"),
    *(
        "حيفا - قال وزير الأشغال إن الطريق مفتوح.",
        "عاد القطار إلى محطته القديمة...",
        "نص.",
        "نص",
        "صورة (رويترز) play-circle",
    ),
]
pages = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).filter(any)


def texts(record):
    """All texts of an article or a card."""
    names = ("headline", "deck", "section", "caption", "credit", "teaser", "byline", "place", "media")
    found = [getattr(record, name, None) or "" for name in names]
    for block in getattr(record, "blocks", ()):
        found += [block.text, block.credit or ""]
    return " ".join(found)


def words(text):
    return set(re.findall(r"[\w-]+", text))


def check_accounts(page, lines):
    records = [*page.articles, *page.cards]
    dropped = {furniture.line for furniture in page.furniture}
    for line in lines:
        if line.number in dropped:
            continue
        owners = [record for record in records if record.first_line <= line.number <= record.last_line]
        assert owners, line
        assert any(words(line.text) <= words(texts(record)) for record in owners), line


def check_order(page):
    records = sorted([*page.articles, *page.cards], key=lambda record: record.first_line)
    for above, below in pairwise(records):
        assert above.first_line <= above.last_line < below.first_line


@settings(max_examples=examples(50))
@given(pages)
def test_shuffled_pages(lines):
    text = "\n".join(lines)
    page = read_page("page.txt", text.encode())
    check_accounts(page, read_lines(text))
    check_order(page)


@settings(max_examples=examples(50))
@given(st.data())
def test_pages_with_lines_missing_and_doubled(data):
    lines = page_lines([MAIN_ARTICLE, BRIDGE_ARTICLE], CARDS)
    counts = data.draw(st.lists(st.sampled_from([0, 1, 1, 1, 1, 2]), min_size=len(lines), max_size=len(lines)))
    text = "\n".join(line for line, count in zip(lines, counts, strict=True) for _ in range(count))
    assume(text.strip())
    page = read_page("page.txt", text.encode())
    check_accounts(page, read_lines(text))
    check_order(page)


@settings(max_examples=examples(50))
@given(st.binary(max_size=400))
def test_any_bytes(data):
    try:
        page = read_page("page.txt", data)
    except UnreadablePage:
        return
    assert isinstance(page, PageRecord)


@settings(max_examples=examples(50))
@given(st.text(max_size=300))
def test_any_text(text):
    try:
        page = read_page("page.txt", text.encode("utf-8", "surrogatepass"))
    except UnreadablePage:
        return
    check_order(page)


HOSTILE = {
    "lines": "سطر قصير هنا\n" * 20_000,
    "pairs": "اخر الاخبار\n" + "سطر قصير هنا\nنص كامل.\n" * 10_000,
    "captions": "عنوان\nTT\n" + "صورة (رويترز)\n" * 10_000,
    "cards": "عنوان\nTT\nمقالات ذات صلة\n" + "الخليج صورة ما (رويترز)\nعنوان آخر\n" * 4_000,
    "brackets": "عنوان\n" + "(" * 200_000 + ")" * 200_000,
    "dashes": "عنوان\n" + "ا - " * 100_000,
    "white space": ("ا" + " " * 400_000 + "ب\n") * 10,
    "blank lines": "عنوان" + "\n" * 1_000_000 + "نص",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_page_and_no_faster(text):
    """A page four times as long takes about four times the time; sixteen would be too many."""
    quarter = seconds(text[: len(text) // 4])
    assert seconds(text) < 8 * quarter + 0.3


def seconds(text):
    start = time.process_time()
    read_page("page.txt", text.encode())
    return time.process_time() - start
