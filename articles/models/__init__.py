"""What the archive holds, as relations. Nothing here parses, imports or indexes."""

from articles.models.article import Article, ArticleRedirect, Block, Link
from articles.models.authorities import Author, Place, Section, Source, Tag, TagName
from articles.models.outbox import IndexChange
from articles.models.provenance import Appearance, Dump

__all__ = [
    "Appearance",
    "Article",
    "ArticleRedirect",
    "Author",
    "Block",
    "Dump",
    "IndexChange",
    "Link",
    "Place",
    "Section",
    "Source",
    "Tag",
    "TagName",
]
