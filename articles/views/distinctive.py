"""The words that mark the articles found by a search, as a table and as a file."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from articles.context_processors import own_address
from articles.search.distinctive import LEAST_ARTICLES, LEAST_COUNT, DistinctiveWord, distinctive_words
from articles.search.errors import IndexUnavailable
from articles.search.language import tree
from articles.search.language.reading import read
from articles.search.language.writing import write
from articles.taking_away.csv_file import MARK, csv_line
from articles.templatetags.figures import decimal
from articles.views.archive_state import cached_by
from articles.views.bare_search import bare
from articles.views.facets import Labels, drop_unknown, make_chips
from articles.views.file_names import attachment
from articles.views.search_address import LONGEST_QUERY, SearchAddress
from articles.views.searched import search_state
from articles.views.setting_chips import setting_chips

SHOWN = 100
COLUMNS = ("word", "count", "articles", "archive_count", "times_as_common", "log_ratio", "log_likelihood")
MOST_TIMES = 1000
"""From here on "more than" is all that a page says: the rest of the archive has next to none."""


@dataclass(frozen=True)
class ShownWord:
    """`times` is how many times as common the word is as in the rest, in digits; `href` narrows the search to it."""

    word: DistinctiveWord
    times: str
    is_more: bool
    href: str


@require_safe
@cached_by(search_state)
def distinctive_page(request: HttpRequest) -> HttpResponse:
    labels = Labels(request)
    address, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    context = {
        "address": address,
        "notices": [*address.notices, *notices],
        "chips": [*make_chips(bare(address), labels), *setting_chips(bare(address), SearchAddress.querystring)],
        "here": bare(address).querystring(),
        **own_address(request, bare(address).querystring()),
    }
    try:
        found = distinctive_words(address.request())
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context, status=503)
    context |= {
        "found": found,
        "words": [show_word(word, bare(address)) for word in found.words[:SHOWN]],
        "least_count": LEAST_COUNT,
        "least_articles": LEAST_ARTICLES,
    }
    return render(request, "concordance/words.html", context)


@require_safe
def distinctive_file(request: HttpRequest) -> HttpResponse:
    """CSV of all words that the table may have, with the numbers that it is made of."""
    address, _notices = drop_unknown(SearchAddress.read(request.GET), Labels(request))
    try:
        found = distinctive_words(address.request())
    except IndexUnavailable:
        return render(request, "search/unavailable.html", {"address": address}, status=503)
    lines = [csv_line(COLUMNS), *(csv_line(cells_of(word)) for word in found.words)]
    response = HttpResponse((MARK + "".join(lines)).encode(), content_type="text/csv; charset=utf-8")
    name = pgettext("of a file", "words")
    response.headers["Content-Disposition"] = attachment(name, address.query, "csv")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def cells_of(word: DistinctiveWord) -> tuple:
    """In the order of `COLUMNS`; fractions with a point, whatever the language."""
    fractions = (f"{2**word.log_ratio:.2f}", f"{word.log_ratio:.3f}", f"{word.g2:.2f}")
    return (word.form, word.count, word.articles, word.archive_count, *fractions)


def show_word(word: DistinctiveWord, address: SearchAddress) -> ShownWord:
    times = 2**word.log_ratio
    is_more = word.count == word.archive_count or times > MOST_TIMES
    shown = decimal(times, 1 if times < 10 else 0)
    return ShownWord(word, shown, is_more, narrowed(address, word.form).querystring())


def narrowed(address: SearchAddress, form: str) -> SearchAddress:
    """The same search for articles that have a word besides; for the word alone where nothing else was searched."""
    node = read(address.query).tree
    word = tree.Word(form)
    if isinstance(node, tree.Everything | tree.Nothing):
        return address.with_(query=form)
    items = node.items if isinstance(node, tree.And) else (node,)
    query = write(tree.And((*items, word)))
    return address.with_(query=query if len(query) <= LONGEST_QUERY else form)
