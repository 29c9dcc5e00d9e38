"""What of an article is searched, filtered, counted and sorted by. The text itself is not kept in the index."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from haystack import indexes
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SkipDocument
from haystack.utils import get_model_ct

from articles.models import Article, Block, Tag, TagName
from articles.search.documents import Kind, Part

KINDS = {Block.Kind.SUBHEADING: Kind.SUBHEADING, Block.Kind.CAPTION: Kind.CAPTION}
# A whole article stands before an excerpt that says the same.
EXCERPT_BOOST = 0.85
UNDATED = "undated"
# An uncertain date may span ages; no more years or months than this are counted for one article.
_MOST_YEARS, _MOST_MONTHS = 100, 24
_AT_ONCE = 500


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    """Rows are read as they are and no model is made of them: that took more time than all the rest."""

    text = indexes.CharField(document=True)
    source = indexes.MultiValueField()
    section = indexes.MultiValueField()
    author = indexes.MultiValueField()
    place = indexes.MultiValueField()
    tag = indexes.MultiValueField()
    year = indexes.MultiValueField()
    month = indexes.MultiValueField()
    mentioned = indexes.MultiValueField()
    completeness = indexes.CharField()
    language = indexes.CharField()
    earliest = indexes.DateField()
    published = indexes.DateField()
    added = indexes.DateTimeField()

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.published()

    def get_updated_field(self):
        return "changed_at"

    def full_prepare(self, article):
        for prepared in self.prepare_many([article.pk]):
            return prepared
        raise SkipDocument

    def prepare_many(self, numbers: Iterable[int]) -> Iterator[dict]:
        """What the index takes in of those of these articles that visitors may see, in a few queries for each 500."""
        numbers = sorted(numbers)
        for start in range(0, len(numbers), _AT_ONCE):
            yield from self._prepare_some(numbers[start : start + _AT_ONCE])

    def _prepare_some(self, numbers: list[int]) -> Iterator[dict]:
        related = _Related(numbers)
        rows = Article.objects.not_withdrawn().filter(pk__in=numbers).order_by("pk").values_list(
            "pk", "headline", "deck", "source_id", "section_id", "completeness", "language",
            "published_from", "published_to", "added_at", "mentions",
        )  # fmt: skip
        model = get_model_ct(Article)
        for pk, headline, deck, source, section, completeness, language, first, last, added, mentions in rows:
            parts = [Part(headline, Kind.HEADLINE), Part(deck, Kind.DECK), *related.blocks[pk]]
            parts += [Part(name, Kind.TAG) for tag in related.tags[pk] for name in related.names[tag]]
            yield {
                ID: f"{model}.{pk}",
                DJANGO_CT: model,
                DJANGO_ID: str(pk),
                "text": [part for part in parts if part.text],
                "source": _keys([source]),
                "section": _keys([section]),
                "author": _keys(related.authors[pk]),
                "place": _keys(related.places[pk]),
                "tag": _keys(related.tags[pk]),
                "year": years(first, last),
                "month": months(first, last),
                "mentioned": sorted({edtf for _, _, _, edtf, _ in mentions}),
                "completeness": completeness,
                "language": language,
                "earliest": first or last,
                "published": last,
                "added": added,
                "boost": EXCERPT_BOOST if completeness == Article.Completeness.EXCERPT else 1.0,
            }


class _Related:
    """What belongs to some articles, by their numbers."""

    def __init__(self, numbers: list[int]):
        self.blocks: dict[int, list[Part]] = defaultdict(list)
        blocks = Block.objects.filter(article__in=numbers).order_by("article_id", "position")
        for pk, kind, text in blocks.values_list("article_id", "kind", "text"):
            self.blocks[pk].append(Part(text, KINDS.get(kind, Kind.TEXT)))
        self.authors = _joined(Article.authors.through, "author_id", numbers)
        self.places = _joined(Article.places.through, "place_id", numbers)
        self.tags = _joined(Article.tags.through, "tag_id", numbers)
        self.names = _tag_names({tag for tags in self.tags.values() for tag in tags})


def _joined(through, column: str, numbers: list[int]) -> dict[int, list[int]]:
    joined = defaultdict(list)
    for pk, other in through.objects.filter(article__in=numbers).values_list("article_id", column):
        joined[pk].append(other)
    return joined


def _tag_names(tags: set[int]) -> dict[int, list[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    for pk, *labels in Tag.objects.filter(pk__in=tags).values_list("pk", "label_ar", "label_en"):
        names[pk].update(labels)
    for pk, name in TagName.objects.filter(tag__in=tags).values_list("tag_id", "text"):
        names[pk].add(name)
    return defaultdict(list, {pk: sorted(some) for pk, some in names.items()})


def years(first: date | None, last: date | None) -> list[str]:
    """Each year in which the article may have been published."""
    if last is None:
        return [UNDATED]
    start = first.year if first else last.year
    return [str(year) for year in range(max(start, last.year - _MOST_YEARS + 1), last.year + 1)]


def months(first: date | None, last: date | None) -> list[str]:
    """Each month in which it may have been, 2025-06; none where that is more than two years."""
    if last is None:
        return []
    start, end = _month_number(first or last), _month_number(last)
    if end - start >= _MOST_MONTHS:
        return []
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1)]


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _keys(keys) -> list[str]:
    return sorted(str(key) for key in keys if key is not None)
