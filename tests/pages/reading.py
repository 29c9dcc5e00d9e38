"""A page as a reader has it: its words without markup."""

import html
import re


def words(response) -> str:
    """The text of a page, with single spaces."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(text).split())


def marks(response) -> list[str]:
    """What stands in `<mark>`, in the order of the page."""
    return [html.unescape(found) for found in re.findall(r"<mark[^>]*>(.*?)</mark>", response.content.decode())]


def headlines(response) -> list[str]:
    """The headlines of a list, in its order, marks taken out."""
    found = re.findall(r'class="entry-headline"><a [^>]*>(.*?)</a>', response.content.decode(), flags=re.DOTALL)
    return [html.unescape(re.sub("<[^>]*>", "", headline)) for headline in found]
