"""What a page template is."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.corpus.pages.page import Page, Reading


@dataclass(frozen=True)
class Template:
    """A shape of page. `version` rises when the same page would be read differently than before."""

    name: str
    version: int
    matches: Callable[[Page], bool]
    read: Callable[[Page], Reading]
