"""A dump on its way into the archive, and what became of it."""

from collections import Counter
from dataclasses import dataclass, field, replace

from articles.corpus.formats.exported_article import ExportedArticle
from articles.corpus.records import ArticleRecord, CardRecord, Furniture, Known, PageRecord, Rejection
from articles.importing import sightings
from articles.importing.sightings import Sighting

NEW, KNOWN, UPDATED, REFUSED = "imported", "known", "updated", "refused"


@dataclass(frozen=True)
class DumpFacts:
    """What the operator knows of a dump: the source of all in it; date (EDTF), address and tags of its main article."""

    source: str = ""
    published: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class LoadedDump:
    """A file that was read, or is being read; `path` is as the operator named it, `name` the file's own name."""

    path: str
    name: str
    sha256: str
    size: int
    encoding: str
    template: str
    template_version: int = 1
    facts: DumpFacts = DumpFacts()


@dataclass(frozen=True)
class Portion:
    """What was read of a dump at once: all of a page, some hundred records of a long file."""

    dump: LoadedDump
    articles: tuple[ArticleRecord, ...] = ()
    cards: tuple[CardRecord, ...] = ()
    exported: tuple[ExportedArticle, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    skipped: tuple[str, ...] = ()
    is_last: bool = True

    @classmethod
    def of_page(cls, dump: LoadedDump, page: PageRecord) -> "Portion":
        return cls(dump, page.articles, page.cards, furniture=page.furniture, rejections=page.rejections)

    def sightings(self, authorities) -> list[Sighting]:
        """All that stands in it, as sightings of articles of its source, or of a record's own."""
        facts = self.dump.facts
        review = sightings.REVIEWS_OF_TEMPLATES.get(self.dump.template, "")
        where = {"dump_key": self.dump.sha256, "template_review": review}
        found = []
        for record in self.articles:
            known = told_by_operator(record.known, facts) if record.role == "main" else record.known
            source = known.source or facts.source
            source_id = authorities.source(source).pk if source else None
            found.append(sightings.of_article(record, known, source_id=source_id, **where))
        for card in self.cards:
            source = card.known.source or facts.source
            source_id = authorities.source(source).pk if source else None
            found.append(sightings.of_card(card, source_id=source_id, **where))
        return found

    def counts(self) -> dict:
        """How much was found, dropped and passed over."""
        counts = {
            "articles": len(self.articles) + len(self.exported),
            "cards": len(self.cards),
            "dropped": dict(sorted(Counter(line.reason for line in self.furniture).items())),
        }
        return counts | ({"skipped": dict(sorted(Counter(self.skipped).items()))} if self.skipped else {})


def told_by_operator(known: Known, facts: DumpFacts) -> Known:
    """What is known of a main article: what its record says goes before what the operator says of the file."""
    if not (facts.published or facts.url or facts.tags):
        return known
    return replace(
        known,
        published=known.published or facts.published,
        url=known.url or facts.url,
        tags=tuple(dict.fromkeys(known.tags + facts.tags)),
    )


def add_counts(one: dict, other: dict) -> dict:
    """Counts added up, those of reasons too."""
    total = dict(one)
    for name, value in other.items():
        if isinstance(value, dict):
            total[name] = add_counts(total.get(name, {}), value)
        else:
            total[name] = total.get(name, 0) + value
    return total


@dataclass
class DumpOutcome:
    """What became of one file: its status, what was found in it, what was refused."""

    path: str
    status: str
    counts: dict = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)

    def as_json(self) -> dict:
        return {
            "path": self.path,
            "status": self.status,
            "counts": self.counts,
            "rejections": [rejection_as_json(rejection) for rejection in self.rejections],
        }


def rejection_as_json(rejection: Rejection) -> dict:
    """A rejection with its place: a line counted from 1, or an offset in bytes."""
    place = {"line": rejection.line} | ({"byte": rejection.byte} if rejection.byte is not None else {})
    return place | {"reason": rejection.reason} | ({"note": True} if rejection.is_note else {})
