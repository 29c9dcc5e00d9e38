"""The tags that a page sets below its text, a line each."""

from articles.corpus.pages import phrases
from articles.corpus.pages.head_lines import TAG, TAGS_HEADING, is_tags_heading
from articles.corpus.pages.page import Page
from articles.corpus.records import Furniture

LONGEST_TAG = 4  # words


def begins_tags(page: Page, at: int) -> bool:
    """Whether tags are announced here, and one follows."""
    return (
        is_tags_heading(page.text(at)) and at + 1 < len(page) and (bool(page.reasons[at + 1]) or is_tag(page, at + 1))
    )


def is_tag(page: Page, at: int) -> bool:
    return page.reasons[at] is None and page.lines[at].words <= LONGEST_TAG and not phrases.ending(page.text(at))


def read_tags(page: Page, start: int) -> tuple[tuple[str, ...], int, list[Furniture]]:
    """The tags below the text, where the lists begin after them, and their lines as furniture."""
    if start >= len(page) or not is_tags_heading(page.text(start)):
        return (), start, []
    dropped = [page.dropped(start, TAGS_HEADING)]
    at = start + 1
    tags = []
    while at < len(page) and not page.is_heading(at):
        if is_tag(page, at):
            tags.append(page.text(at).lstrip("#").replace("_", " ").strip())
            dropped.append(page.dropped(at, TAG))
        elif page.reasons[at]:
            dropped.append(page.dropped(at))
        else:
            break
        at += 1
    return tuple(filter(None, dict.fromkeys(tags))), at, dropped
