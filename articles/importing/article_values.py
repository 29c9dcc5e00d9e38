"""What the pages say of an article, as the values of its columns."""

from dataclasses import dataclass

from articles.arabic import calendars
from articles.authorities import Authorities
from articles.importing import mentions
from articles.importing.assigning import Assignment
from articles.importing.settling import Facts
from articles.models import Article

SETTLED_FIELDS = (
    "headline",
    "deck",
    "section",
    "completeness",
    "review",
    "published",
    "url",
    "language",
    "outside_id",
)
_PLAIN = tuple(name for name in SETTLED_FIELDS if name != "section")
# Some databases insist on the width of a column.
_WIDTHS = {name: Article._meta.get_field(name).max_length for name in _PLAIN}
# The field of which a column is a part: an editor takes over whole fields.
_FIELDS = {
    "section_id": "section",
    "source_id": "source",
    "published_from": "published",
    "published_to": "published",
}


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that was added, as far as those need it who write what belongs to it."""

    pk: int
    text_digest: str
    edited_fields: tuple[str, ...] = ()


def settled_values(assignment: Assignment, facts: Facts, authorities: Authorities) -> dict[str, object]:
    """The columns that pages decide, but for those of the text."""
    values = {name: getattr(facts, name)[: _WIDTHS[name]] for name in _PLAIN}
    values["section_id"] = authorities.section(facts.section).pk if facts.section else None
    values["source_id"] = assignment.cluster.sightings[0].source_id
    bounds = calendars.bounds(facts.published) if facts.published else (None, None)
    values["published_from"], values["published_to"] = bounds
    return values


def text_values(facts: Facts) -> dict[str, object]:
    """The columns that follow from the text."""
    found, latest = mentions.of_blocks(facts.blocks)
    return {"text_digest": facts.text_digest, "mentions": found, "latest_date_mentioned": latest}


def set_unedited(article: Article, values: dict[str, object]) -> None:
    """Set the columns that no editor has taken over."""
    for name, value in values.items():
        if _FIELDS.get(name, name) not in article.edited_fields:
            setattr(article, name, value)
