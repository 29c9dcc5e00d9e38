"""What of an article is searched, filtered, counted and sorted by. The text itself is not kept in the index."""

from haystack import indexes

from articles.models import Article, Block
from articles.search.documents import Kind, Part

KINDS = {Block.Kind.SUBHEADING: Kind.SUBHEADING, Block.Kind.CAPTION: Kind.CAPTION}
# A whole article stands before an excerpt that says the same.
EXCERPT_BOOST = 0.85
UNDATED = "undated"
# An uncertain date may span ages; no more years than this are counted for one article.
_MOST_YEARS = 100


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    source = indexes.MultiValueField()
    section = indexes.MultiValueField()
    author = indexes.MultiValueField()
    place = indexes.MultiValueField()
    tag = indexes.MultiValueField()
    year = indexes.MultiValueField()
    completeness = indexes.CharField(model_attr="completeness")
    language = indexes.CharField(model_attr="language")
    published = indexes.DateField(model_attr="published_to", null=True)
    added = indexes.DateTimeField(model_attr="added_at")

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.published().for_index()

    def get_updated_field(self):
        return "changed_at"

    def prepare(self, article):
        prepared = super().prepare(article)
        prepared["boost"] = EXCERPT_BOOST if article.is_excerpt else 1.0
        return prepared

    def prepare_text(self, article) -> list[Part]:
        parts = [Part(article.headline, Kind.HEADLINE), Part(article.deck, Kind.DECK)]
        for block in article.blocks.all():
            parts.append(Part(block.text, KINDS.get(block.kind, Kind.TEXT)))
        for tag in article.tags.all():
            names = {tag.label_ar, tag.label_en, *(name.text for name in tag.names.all())}
            parts.extend(Part(name, Kind.TAG) for name in sorted(names))
        return [part for part in parts if part.text]

    def prepare_source(self, article) -> list[str]:
        return _keys([article.source_id])

    def prepare_section(self, article) -> list[str]:
        return _keys([article.section_id])

    def prepare_author(self, article) -> list[str]:
        return _keys(author.pk for author in article.authors.all())

    def prepare_place(self, article) -> list[str]:
        return _keys(place.pk for place in article.places.all())

    def prepare_tag(self, article) -> list[str]:
        return _keys(tag.pk for tag in article.tags.all())

    def prepare_year(self, article) -> list[str]:
        """Each year in which the article may have been published."""
        if article.published_to is None:
            return [UNDATED]
        last = article.published_to.year
        first = article.published_from.year if article.published_from else last
        return [str(year) for year in range(max(first, last - _MOST_YEARS + 1), last + 1)]


def _keys(keys) -> list[str]:
    return sorted(str(key) for key in keys if key is not None)
