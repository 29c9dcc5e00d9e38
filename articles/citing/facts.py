"""What a reference to an article can say of it."""

from dataclasses import dataclass

WEB = ("http://", "https://")


@dataclass(frozen=True)
class Name:
    """A name as the page gave it, and its English form where there is one."""

    text: str
    english: str = ""
    is_person: bool = False

    def read_in(self, language: str) -> str:
        return self.english if language == "en" and self.english else self.text


@dataclass(frozen=True)
class CitedArticle:
    """One article. `published` is an EDTF date or nothing; `address` is its page here, `original` where it stood."""

    number: int
    address: str
    headline: str
    deck: str = ""
    authors: tuple[Name, ...] = ()
    paper: Name | None = None
    section: Name | None = None
    places: tuple[Name, ...] = ()
    tags: tuple[Name, ...] = ()
    published: str = ""
    language: str = ""
    original: str = ""
    is_excerpt: bool = False

    @property
    def key(self) -> str:
        """The name that reference lists know it by; one letter of ASCII after the other, for the sake of BibTeX."""
        return f"newsarchive{self.number}"

    @property
    def original_link(self) -> str:
        """The original address where it is one of the web, and may be followed."""
        return self.original if self.original.lower().startswith(WEB) else ""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the formats have no field for, in words: a dateline is not the place at which a paper appears."""
        dateline = ", ".join(place.text for place in self.places)
        return tuple(
            remark
            for remark, is_said in (
                (f"Dateline: {dateline}", bool(dateline)),
                ("The archive holds an excerpt only", self.is_excerpt),
                (f"Original address: {self.original}", bool(self.original)),
            )
            if is_said
        )
