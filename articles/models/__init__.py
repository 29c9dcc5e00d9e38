"""What the archive holds, as relations. Nothing here parses, imports or indexes."""

from articles.models.article import Article, ArticleKey, ArticleRedirect, Block, Link
from articles.models.authorities import Author, Place, Section, Source, Tag, TagName
from articles.models.outbox import IndexChange
from articles.models.provenance import Appearance, Dump, RestoredArticle
from articles.models.runs import ImportRun, Refusal

__all__ = [
    "Appearance",
    "Article",
    "ArticleKey",
    "ArticleRedirect",
    "Author",
    "Block",
    "Dump",
    "ImportRun",
    "IndexChange",
    "Link",
    "Place",
    "Refusal",
    "RestoredArticle",
    "Section",
    "Source",
    "Tag",
    "TagName",
]
