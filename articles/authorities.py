"""From a name on a page to its row: sources, sections, authors, places and tags.

A name is kept as the page has it. The same name in another folding (`articles.arabic.folding.key`: other hamza seats,
marks, quotation marks, case) finds the row that is there, so that أنقرة and انقرة are one place.

What depends on the order of arrival: of several spellings of one name, the first to come is the one that the row shows,
and an unquoted byline that is an outlet's name is taken for a desk only where that outlet is known already. Two imports
at the same moment may make a row each for two spellings of one name; one spelling never has two rows.
"""

import unicodedata
from collections.abc import Iterable

from django.db import IntegrityError, models, transaction

from articles.arabic import folding
from articles.corpus.pages import SECTION_NAMES
from articles.models import Author, Place, Section, Source, Tag, TagName

OPENING_QUOTES, CLOSING_QUOTES = '«‹“”"', '»›“”"'
# First words of bylines that name an office, last words of English ones, and whole bylines that name nobody.
DESK_FIRST_WORDS = ("قسم", "مكتب", "هيئة", "وكالة", "وكالات", "فريق", "وحدة", "غرفة", "مراسلو", "المحرر", "التحرير")
DESK_LAST_WORDS = ("desk", "staff", "agencies", "newsroom", "board")
DESK_BYLINES = ("متابعات", "خاص")


class NameTaken(Exception):
    """That another tag is already written so."""

    def __init__(self, name: str, other_tag: Tag):
        super().__init__(f"{name}: {other_tag}")
        self.name = name
        self.other_tag = other_tag


class NamedRows:
    """The rows of one small table by name and by folded name: read once, when the first name is asked for."""

    def __init__(self, model: type[models.Model]):
        self.model = model
        self.by_name = None
        self.by_key = {}

    def load(self):
        """Of rows with one key the first in the order of letters speaks for it."""
        self.by_name = {}
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

    def get(self, name: str, **defaults):
        """The row of a name, made with `defaults` where there is none."""
        name = tidy(name, self.model._meta.get_field("name").max_length)
        row = self.find(name)
        if row is None:
            row, _ = self.model.objects.get_or_create(name=name, defaults=defaults)
            self.remember(row)
        return row


class Authorities:
    """The rows that names on pages mean, made where they are absent.

    Made for one import batch and used within its transaction: rows are remembered, so a name that comes again costs no
    query. An empty name is a `ValueError`.
    """

    def __init__(self):
        self._sources = NamedRows(Source)
        self._sections = NamedRows(Section)
        self._authors = NamedRows(Author)
        self._places = NamedRows(Place)
        self._tags = {}

    def source(self, name: str) -> Source:
        return self._sources.get(name)

    def section(self, name: str) -> Section:
        return self._sections.get(name, name_en=SECTIONS_IN_ENGLISH.get(folding.key(name), ""))

    def author(self, byline: str) -> Author:
        """Who signed; what kind of author a new byline names is told by its words."""
        is_desk = names_a_desk(byline) or self._sources.find(tidy(byline)) is not None
        return self._authors.get(byline, kind=Author.Kind.DESK if is_desk else Author.Kind.PERSON)

    def place(self, name: str) -> Place:
        return self._places.get(name)

    def tag(self, name: str) -> Tag:
        """The tag that is written so in any of its names; a new one has the name as its label."""
        name = tidy(name)
        key = name_key(name)
        if key not in self._tags:
            self._tags[key] = find_tag(key) or make_tag(name)
        return self._tags[key]


def find_tag(key: str) -> Tag | None:
    """The tag that has a name with this key."""
    found = TagName.objects.filter(key=key).select_related("tag").first()
    return found and found.tag


def make_tag(name: str) -> Tag:
    """A tag with this name as its only label; where another process was faster, the tag that it made."""
    label = "label_en" if is_latin(name) else "label_ar"
    try:
        with transaction.atomic():
            tag = Tag.objects.create(**{label: name})
            TagName.objects.create(tag=tag, text=name, key=name_key(name))
    except IntegrityError:
        tag = find_tag(name_key(name))
        if tag is None:
            raise
    return tag


def set_names(tag: Tag, variants: Iterable[str]) -> bool:
    """Make the names of a tag its labels and these variants, one row a key, and say whether anything changed.

    Raises `NameTaken` where another tag is written so; then nothing is changed.
    """
    labels = (label for label in (tag.label_ar, tag.label_en) if label)
    wanted = {}
    for name in [*labels, *variants]:
        if name.strip():
            wanted.setdefault(name_key(tidy(name)), tidy(name))
    refuse_taken(tag, wanted)
    present = {row.key: row for row in tag.names.all()}
    changed = [row for key, row in present.items() if key in wanted and row.text != wanted[key]]
    added = [TagName(tag=tag, text=wanted[key], key=key) for key in wanted if key not in present]
    dropped = [row for key, row in present.items() if key not in wanted]
    try:
        with transaction.atomic():
            TagName.objects.filter(pk__in=[row.pk for row in dropped]).delete()
            for row in changed:
                row.text = wanted[row.key]
            for row in [*changed, *added]:
                row.save()
    except IntegrityError:
        refuse_taken(tag, wanted)  # another process was faster
        raise
    return bool(changed or added or dropped)


def refuse_taken(tag: Tag, wanted: dict[str, str]):
    """Raise `NameTaken` for the first of the wanted names, by key, that is another tag's."""
    taken = TagName.objects.filter(key__in=wanted).exclude(tag_id=tag.pk).select_related("tag").order_by("key").first()
    if taken:
        raise NameTaken(wanted[taken.key], taken.tag)


def merge_tags(kept: Tag, others: Iterable[Tag]) -> list[int]:
    """Give one tag all names and articles of others, and what it has not itself of their labels and notes; delete these.

    Answers the numbers of all articles of the tag, as each may now be found by other names.
    """
    others = [tag for tag in others if tag.pk != kept.pk]
    tagging = Tag.articles.through
    with transaction.atomic():
        names = [row.text for tag in [kept, *others] for row in tag.names.all()]
        names += [label for tag in others for label in (tag.label_ar, tag.label_en)]
        for field in ("label_ar", "label_en", "note"):
            values = (getattr(tag, field) for tag in [kept, *others])
            setattr(kept, field, next((value for value in values if value), ""))
        articles = set(tagging.objects.filter(tag__in=[kept, *others]).values_list("article_id", flat=True))
        Tag.objects.filter(pk__in=[tag.pk for tag in others]).delete()
        kept.save()
        tagging.objects.bulk_create(
            [tagging(article_id=article, tag_id=kept.pk) for article in sorted(articles)], ignore_conflicts=True
        )
        set_names(kept, names)
    return sorted(articles)


def tidy(name: str, longest: int = 200) -> str:
    """A name with single spaces between its words and without control characters, cut at the column's length."""
    words = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in name).split()
    tidied = " ".join(words)[:longest].strip()
    if not tidied:
        raise ValueError("A name cannot be empty.")
    return tidied


def name_key(name: str, longest: int = 200) -> str:
    """The folded name, cut at the column's length; of a name without letters and digits, the name."""
    return (folding.key(name) or name)[:longest]


def names_a_desk(byline: str) -> bool:
    """«الشرق الأوسط», وكالات and مكتب بيروت are desks; سعاد جروس is a person."""
    byline = tidy(byline)
    words = folding.key(byline).split() or [""]
    return (
        (byline[0] in OPENING_QUOTES and byline[-1] in CLOSING_QUOTES)
        or words[0] in DESK_FIRST_KEYS
        or words[-1] in DESK_LAST_WORDS
        or " ".join(words) in DESK_BYLINE_KEYS
    )


def is_latin(name: str) -> bool:
    """Whether a name has Latin letters and none of the Arabic script: Trump, G20; not ترامب, 2024 or الـF16."""
    letters = [unicodedata.name(c, "") for c in unicodedata.normalize("NFKC", name) if c.isalpha()]
    has_arabic = any(letter.startswith("ARABIC") for letter in letters)
    return not has_arabic and any(letter.startswith("LATIN") for letter in letters)


DESK_FIRST_KEYS = frozenset(map(folding.key, DESK_FIRST_WORDS))
DESK_BYLINE_KEYS = frozenset(map(folding.key, DESK_BYLINES))
SECTIONS_IN_ENGLISH = {folding.key(name): english for name, english in SECTION_NAMES.items()}
