"""The names of authorities by their numbers: what is read of them serves all pages while the archive stays as it is."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import get_language

from articles.models import Author, Place, Section, Source, Tag
from articles.plain_rows import rows_among
from articles.views.archive_state import remember

AUTHORITIES = {"source": Source, "section": Section, "place": Place, "tag": Tag, "author": Author}
# Of one kind: those that are asked for first are kept, which are the names that many articles have.
MOST_KEPT = 20_000


class KnownName(NamedTuple):
    """A name as pages gave it, and in English; where there is but one, it is both."""

    original: str
    english: str

    @property
    def label(self) -> str:
        """In the language of the page, as `label` of the row has it."""
        return self.label_in(get_language())

    def label_in(self, tongue: str | None) -> str:
        """For who writes many names, and asks for the language of the page once."""
        return self.english if tongue == "en" else self.original


def find_names(request: HttpRequest, field: str, numbers: Iterable[int]) -> dict[int, KnownName]:
    """Those that the archive has; one query for all that nobody has asked for before."""
    known: dict[int, KnownName] = remember(request, f"names of each {field}", dict)
    numbers = set(numbers)
    found = {number: known[number] for number in numbers & known.keys()}
    if len(found) < len(numbers):
        columns = ("label_ar", "label_en") if field == "tag" else ("name", "name_en")
        rows = rows_among(AUTHORITIES[field], ("id", *columns), "id", numbers - found.keys())
        read = {number: KnownName(name or english, english or name) for number, name, english in rows}
        if len(known) < MOST_KEPT:
            known.update(read)
        found |= read
    return found
