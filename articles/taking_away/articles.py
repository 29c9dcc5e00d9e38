"""What the writers are given for each hit."""

from dataclasses import dataclass

from articles.citing.facts import CitedArticle


@dataclass(frozen=True)
class Gone:
    """A hit whose article was deleted or withdrawn after the search; nothing of it may be told but its number."""

    number: int


@dataclass(frozen=True)
class ArticleText:
    """An article and what is read of it: `parts` are its headline, its deck and its blocks, `foot` its citation."""

    facts: CitedArticle
    parts: tuple[str, ...]
    foot: str
