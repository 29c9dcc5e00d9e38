"""When a page says that its article was published."""

from collections.abc import Iterable

from lxml import etree

from articles.arabic import dates
from articles.corpus.formats.web_text import clean_text

LONGEST_DATE = 100  # characters

# What a page shows of its date, where it declares none: marked by microdata, by <time>, by the name of a class.
_SHOWN = etree.XPath(
    "(//*[@itemprop='datePublished'] | //article//time | //main//time | //time[@pubdate]"
    " | //*[contains(@class, 'publish') or contains(@class, 'date') or contains(@class, 'time')])"
    "[not(ancestor-or-self::*[contains(@class, 'updat') or contains(@class, 'modif') or @itemprop='dateModified'])]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
_MOST_SHOWN = 20
_VALUES = ("datetime", "content")


def first_date(candidates: Iterable[str]) -> str:
    """The first of these texts that is a date, as EDTF; empty where none is."""
    for text in map(clean_text, candidates):
        if text and len(text) <= LONGEST_DATE and (found := dates.publication_date(text)):
            return found
    return ""


def shown_dates(root: etree._Element) -> list[str]:
    """Texts of a page that may be its date, nearest to the beginning first."""
    found = []
    for element in _SHOWN(root)[:_MOST_SHOWN]:
        found.extend(element.get(name, "") for name in _VALUES)
        text = "".join(element.itertext())
        found.append(text if len(text) <= LONGEST_DATE else "")
    return found
