"""What a page template is."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.corpus.pages.page import Page, Reading


@dataclass(frozen=True)
class Template:
    """A shape of page. `version` rises when the same page would be read differently than before.

    Shapes are tried in the order of `place`, then of names: those of one site, which give none, before all others.
    """

    name: str
    version: int
    matches: Callable[[Page], bool]
    read: Callable[[Page], Reading]
    place: int = 0
