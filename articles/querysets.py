"""Questions to the archive that read as prose."""

from django.db import models
from django.db.models import F


class ArticleQuerySet(models.QuerySet):
    """Articles, narrowed and ordered."""

    def published(self):
        """What visitors may see, and so what is indexed: everything but withdrawn articles."""
        return self.filter(status="published")

    def not_withdrawn(self):
        """The same articles, for a question to which few or the last are the answer: a database that knows no
        statistics would take `published` as the way in, and go through the index of them all."""
        return self.exclude(status="withdrawn")

    def whole(self):
        return self.filter(completeness="whole")

    def undated(self):
        return self.filter(published_to=None)

    def newest(self):
        """By date of publication, the undated last; among those the last added first."""
        return self.order_by(F("published_to").desc(nulls_last=True), "-added_at", "-pk")

    def last_added(self):
        """The last added first."""
        return self.order_by("-pk")

    def in_order_of(self, numbers) -> list:
        """The rows of these numbers, in their order."""
        numbers = list(numbers)
        rows = self.in_bulk(numbers)
        return [rows[pk] for pk in numbers if pk in rows]

    def on_day(self, day):
        """Articles whose date of publication is exactly this day."""
        return self.filter(published_from=day, published_to=day)

    def for_lists(self):
        """With what a line of a list shows, in a constant number of queries."""
        return self.select_related("source", "section").prefetch_related("places")

    def for_feeds(self):
        """With what an entry of a feed says, in a constant number of queries."""
        return self.for_lists().prefetch_related("authors", "tags", "blocks")
