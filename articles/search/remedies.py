"""What to search instead where nothing was found: each way out with the number of articles that it truly finds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice, product

from articles.arabic.folding import fold
from articles.arabic.keyboards import other_layouts
from articles.arabic.levels import Level
from articles.arabic.likeness import corrections
from articles.arabic.tokens import Token, tokenize
from articles.search.engine.queries import Forms
from articles.search.lexicon import Lexicon
from articles.search.options import Matching
from articles.search.schema import EXACT
from articles.search.searching import Answer, Filter, SearchRequest, answer

# Of longer queries the first words; of each word the best corrections, and of their combinations the first.
MOST_WORDS, MOST_FORMS, MOST_SPELLINGS = 8, 3, 4
MOST_FILTERS = 8
# To ask a query of more words again in other words takes seconds, and helps nobody: in fewer words lies the way out.
LONGEST_ASKED_AGAIN = 32
_LOOSER = {Level.EXACT: (Level.FOLDED, Level.LIGHT), Level.FOLDED: (Level.LIGHT,), Level.LIGHT: (Level.ROOT,)}


class Kind(StrEnum):
    KEYBOARD = "keyboard"  # the query as another keyboard layout writes it
    SPELLING = "spelling"  # the query with words spelt as the archive has them
    MOST = "most"  # most of the words instead of all
    LEVEL = "level"  # a looser level of form
    NAMES = "names"  # names in their other spellings too
    FORMS = "forms"  # forms that were left out are taken back
    FILTER = "filter"  # without one filter
    FILTERS = "filters"  # without any


@dataclass(frozen=True)
class Remedy:
    """`request` finds `total` articles, more than none; `dropped` is the filter that it lacks."""

    kind: Kind
    request: SearchRequest
    total: int
    dropped: Filter | None = None


def find_remedies(failed: Answer) -> list[Remedy]:
    """The ways out of a search that found nothing, those that keep most of what was asked first.

    Of the levels of form the strictest alone; of spellings that find the same articles the best alone.
    """
    found: list[Remedy] = []
    seen: set[object] = set()
    for remedy in _ways_out(failed):
        answered = answer(replace(remedy.request, limit=0, facets=()))
        if not answered.total:
            continue
        match remedy.kind:
            case Kind.LEVEL:
                what: object = Kind.LEVEL
            case Kind.SPELLING:
                what = frozenset(answered.article_ids())
            case _:
                what = remedy
        if what not in seen:
            seen.add(what)
            found.append(replace(remedy, total=answered.total))
    return found


def _ways_out(failed: Answer) -> Iterator[Remedy]:
    request, options = failed.request, failed.request.options
    is_long = len(tokenize(request.query)) > LONGEST_ASKED_AGAIN
    if not is_long:
        yield from _in_other_letters(failed)
    if failed.asked.compiled.mode is Matching.ALL:
        yield Remedy(Kind.MOST, replace(request, options=replace(options, matching=Matching.MOST)), 0)
    if options.without:
        yield Remedy(Kind.FORMS, replace(request, options=replace(options, without=frozenset())), 0)
    if not options.joins_names:
        yield Remedy(Kind.NAMES, replace(request, options=replace(options, joins_names=True)), 0)
    for level in _LOOSER.get(options.level, ()) if request.query and not is_long else ():
        yield Remedy(Kind.LEVEL, replace(request, options=replace(options, level=level)), 0)
    yield from _without_filters(request)


def _in_other_letters(failed: Answer) -> Iterator[Remedy]:
    request, lexicon = failed.request, Lexicon(failed.index)
    for text in _other_keyboards(request.query, lexicon):
        yield Remedy(Kind.KEYBOARD, replace(request, query=text), 0)
    for text in islice(_other_spellings(request.query, lexicon, failed), MOST_SPELLINGS):
        yield Remedy(Kind.SPELLING, replace(request, query=text), 0)


def _without_filters(request: SearchRequest) -> Iterator[Remedy]:
    if len(request.filters) > 1:
        for dropped in request.filters[:MOST_FILTERS]:
            kept = tuple(other for other in request.filters if other != dropped)
            yield Remedy(Kind.FILTER, replace(request, filters=kept), 0, dropped)
    if request.filters:
        only = request.filters[0] if len(request.filters) == 1 else None
        yield Remedy(Kind.FILTERS, replace(request, filters=()), 0, only)


def _other_keyboards(query: str, lexicon: Lexicon) -> Iterator[str]:
    """Readings all of whose words the archive has."""
    for text in other_layouts(query):
        words = [fold(token.normal) for token in tokenize(text)]
        if words and all(map(lexicon.count, words)):
            yield text


def _other_spellings(query: str, lexicon: Lexicon, failed: Answer) -> Iterator[str]:
    """The query with its doubtful words replaced where they stand; whatever is between them stays."""
    doubtful: list[tuple[Token, list[str]]] = []
    for token in tokenize(query)[:MOST_WORDS]:
        if query[token.end : token.end + 1] == ":":  # the name of a field
            continue
        if forms := [one.form for one in corrections(fold(token.normal), lexicon)[:MOST_FORMS]]:
            doubtful.append((token, [_as_written(form, failed) for form in forms]))
    unknown = [(token, forms) for token, forms in doubtful if not lexicon.count(fold(token.normal))]
    chosen = unknown or doubtful
    for forms in product(*(forms for _token, forms in chosen)):
        text, end = "", 0
        for (token, _forms), form in zip(chosen, forms, strict=True):
            text += query[end : token.start] + form
            end = token.end
        if chosen:
            yield text + query[end:]


def _as_written(form: str, failed: Answer) -> str:
    """A folded form as the archive writes it most often: the hamza of إسرائيل is told."""
    lexicon, frequency = Lexicon(failed.index), failed.index.evaluation.frequency
    words = []
    for word in form.split():
        written = lexicon.terms_of(word, EXACT) or [word]
        words.append(max(written, key=lambda term: (frequency(Forms(EXACT, (term,))), term)))
    return " ".join(words)
