"""A dump on its way into the archive, and what became of it."""

from collections import Counter
from dataclasses import dataclass, field

from articles.corpus.records import PageRecord, Rejection
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
    """A file that was read; `path` is as the operator named it, `name` the file's own name."""

    path: str
    name: str
    sha256: str
    size: int
    page: PageRecord
    facts: DumpFacts = DumpFacts()

    def sightings(self, source_id: int | None) -> list[Sighting]:
        """All that stands on the page, as sightings of articles of one source."""
        where = {
            "source_id": source_id,
            "dump_key": self.sha256,
            "known_template": not self.page.needs_review,
        }
        given = {"published": self.facts.published, "url": self.facts.url}
        found = [
            sightings.of_article(article, **where, **(given if article.role == "main" else {}))
            for article in self.page.articles
        ]
        return found + [sightings.of_card(card, **where) for card in self.page.cards]

    def counts(self) -> dict:
        """How much was found and dropped."""
        return {
            "articles": len(self.page.articles),
            "cards": len(self.page.cards),
            "dropped": dict(sorted(Counter(line.reason for line in self.page.furniture).items())),
        }


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
            "rejections": [{"line": rejection.line, "reason": rejection.reason} for rejection in self.rejections],
        }
