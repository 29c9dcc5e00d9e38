"""The rows of sources, sections, authors and places, and `Authorities`, which finds or makes the row of any name."""

from collections.abc import Callable, Iterable

from django.db import models

from articles.arabic import folding
from articles.authorities.bylines import names_a_desk
from articles.authorities.names import name_key, tidy
from articles.authorities.tags import find_tag, make_tag
from articles.corpus.pages import SECTION_NAMES
from articles.models import Author, Place, Section, Source, Tag, TagName

SECTIONS_IN_ENGLISH = {folding.key(name): english for name, english in SECTION_NAMES.items()}


class NamedRows:
    """The rows of one small table by name and by folded name: read once, when the first name is asked for."""

    def __init__(self, model: type[models.Model], defaults: Callable[[str], dict] = lambda name: {}):
        """`defaults` says of a name what a new row of it has beside."""
        self.model = model
        self.defaults = defaults
        self.by_name = None
        self.by_key = {}

    def load(self):
        """Of rows with one key the first in the order of letters speaks for it."""
        self.by_name, self.by_key = {}, {}
        for row in self.model.objects.order_by("name"):
            self.remember(row)

    def remember(self, row):
        self.by_name[row.name] = row
        self.by_key.setdefault(name_key(row.name), row)

    def find(self, name: str):
        """The row of exactly this name, or of this name in another spelling, or None."""
        if self.by_name is None:
            self.load()
        return self.by_name.get(name) or self.by_key.get(name_key(name))

    def prepare(self, names: Iterable[str]) -> None:
        """Make the rows of many names in a fixed number of queries."""
        width = self.model._meta.get_field("name").max_length
        new = {}
        for given in sorted(set(names)):
            name = tidy(given, width)
            if self.find(name) is None:
                new.setdefault(name_key(name), self.model(name=name, **self.defaults(given)))
        if new:
            self.model.objects.bulk_create(new.values(), ignore_conflicts=True)
            # Not all of the table again, which grows.
            for row in self.model.objects.filter(name__in=[row.name for row in new.values()]).order_by("name"):
                self.remember(row)

    def get(self, given: str):
        """The row of a name, made where there is none."""
        name = tidy(given, self.model._meta.get_field("name").max_length)
        row = self.find(name)
        if row is None:
            row, _ = self.model.objects.get_or_create(name=name, defaults=self.defaults(given))
            self.remember(row)
        return row


class Authorities:
    """The rows that names on pages mean, made where they are absent.

    Made for one run of an import, and not used again once a transaction in it was rolled back: rows are remembered, so
    a name that comes again costs no query. Tags, which editors may merge meanwhile, are remembered for one batch only.
    An empty name is a `ValueError`.
    """

    def __init__(self):
        self._sources = NamedRows(Source)
        self._sections = NamedRows(Section, lambda name: {"name_en": SECTIONS_IN_ENGLISH.get(folding.key(name), "")})
        # What kind of author a new byline names is told by its words.
        self._authors = NamedRows(Author, lambda byline: {"kind": self._kind(byline)})
        self._places = NamedRows(Place)
        self._tags = {}

    def prepare(self, *, authors: Iterable[str] = (), places: Iterable[str] = (), tags: Iterable[str] = ()) -> None:
        """Find or make the rows of all the names of a batch, so that asking for each of them is no query."""
        self._authors.prepare(authors)
        self._places.prepare(places)
        keys = {name_key(name) for name in tags}
        self._tags = {}
        for found in TagName.objects.filter(key__in=keys).select_related("tag") if keys else ():
            self._tags[found.key] = found.tag

    def source(self, name: str) -> Source:
        return self._sources.get(name)

    def section(self, name: str) -> Section:
        return self._sections.get(name)

    def author(self, byline: str) -> Author:
        return self._authors.get(byline)

    def _kind(self, byline: str) -> str:
        is_desk = names_a_desk(byline) or self._sources.find(tidy(byline)) is not None
        return Author.Kind.DESK if is_desk else Author.Kind.PERSON

    def place(self, name: str) -> Place:
        return self._places.get(name)

    def tag(self, name: str) -> Tag:
        """The tag that is written so in any of its names; a new one has the name as its label."""
        name = tidy(name)
        key = name_key(name)
        if key not in self._tags:
            self._tags[key] = find_tag(key) or make_tag(name)
        return self._tags[key]
