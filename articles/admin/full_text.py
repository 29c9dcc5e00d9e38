"""The search box of the list of articles, answered by the full-text index."""

from django.contrib import messages
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.arabic import folding
from articles.models import Article, ArticleKey
from articles.search.errors import IndexUnavailable
from articles.search.searching import SearchRequest, search

MOST_HITS = 500
LONGEST_QUERY = 500  # characters
MOST_WORDS = 20


class FullTextSearch:
    """Finds articles by their texts, the best first; withdrawn ones, which no index holds, by their headlines.

    Where an editor picks an article by the first letters of its headline, headlines are asked too: the index knows
    whole words only.
    """

    search_fields = ("headline",)  # makes Django show the box; the answer comes from below
    search_help_text = gettext_lazy("The whole text is searched; of withdrawn articles, the headlines.")

    def get_search_results(self, request, queryset, search_term):
        query = search_term.replace("\x00", "").strip()[:LONGEST_QUERY]
        if not query:
            return queryset, False
        is_list = not request.path.endswith("/autocomplete/")
        in_headline = headline_holds(query)
        try:
            page = search(SearchRequest(query=query, limit=MOST_HITS))
        except IndexUnavailable:
            if is_list:
                text = _("The index cannot be read now: only headlines were searched.")
                self.message_user(request, text, messages.WARNING)
            return queryset.filter(in_headline), False
        hits = [hit.article_id for hit in page.hits]
        if is_list:
            self.tell_of_the_rest(request, page.total - len(hits))
            in_headline &= Q(status=Article.Status.WITHDRAWN)
        found = queryset.filter(Q(pk__in=hits) | in_headline)
        return (found if "o" in request.GET else in_order(found, hits)), False

    def tell_of_the_rest(self, request, left: int):
        if left > 0:
            text = ngettext(
                "The best hits are shown; %(count)s more is not.",
                "The best hits are shown; %(count)s more are not.",
                left,
            )
            self.message_user(request, text % {"count": left}, messages.INFO)


def headline_holds(query: str) -> Q:
    """That a headline holds the query as it stands, or all of its words in any spelling, parts of words included."""
    words = folding.key(query).split()[:MOST_WORDS]
    if not words:
        return Q(headline__icontains=query)
    keys = ArticleKey.objects.exclude(key__startswith="url:").filter(*(Q(key__contains=word) for word in words))
    return Q(headline__icontains=query) | Q(pk__in=keys.values("article"))


def in_order(rows, ids: list[int]):
    """Rows in the order of these numbers, others after them."""
    if not ids:
        return rows
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(ids)]
    return rows.order_by(Case(*places, default=Value(len(ids))), "-pk")
