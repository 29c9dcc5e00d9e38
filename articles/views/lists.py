"""Lists of articles in pages."""

from django.core.paginator import Page, Paginator

from articles.querysets import ArticleQuerySet

PER_PAGE = 20


class ArticlePaginator(Paginator):
    """Pages of articles, each read in two steps: its numbers, which an index has, then its rows.

    The numbers of the second half are counted off from the end: so a page costs little more than the first wherever it
    is. `count` is given where it is known already; `rows` are articles with what is shown of each.
    """

    def __init__(self, articles: ArticleQuerySet, per_page: int = PER_PAGE, count: int | None = None, rows=None):
        super().__init__(articles, per_page)
        self.rows = articles.model.objects.for_lists() if rows is None else rows
        if count is not None:
            self.count = count

    def page(self, number) -> Page:
        page = super().page(number)
        start, end = max(page.start_index() - 1, 0), page.end_index()
        in_order = self.object_list.values_list("pk", flat=True)
        if start <= self.count // 2:
            numbers = [*in_order[start:end]]
        else:
            numbers = [*in_order.reverse()[self.count - end : self.count - start]][::-1]
        page.object_list = self.rows.in_order_of(numbers)
        return page


def page_of(request, articles: ArticleQuerySet, count: int | None = None) -> Page:
    """The page that the address asks for, newest first; the last where it asks for more than there are."""
    return ArticlePaginator(articles.newest(), count=count).get_page(request.GET.get("page"))
