"""What may be meant while a query is typed: tags, sources, places, and phrases that headlines often have."""

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.arabic.folding import key
from articles.arabic.levels import Level, term_at
from articles.models import Article, Place, Source, Tag
from articles.templatetags.archive import number
from articles.views.archive_state import archive_state, cached_by, remember
from articles.views.names import names_of
from articles.views.search_address import SearchAddress

MOST, LONGEST = 8, 80
# Of more that begin alike the first so many are looked at.
MOST_COMPARED = 2_000
KINDS = ((Tag, "tag"), (Source, "source"), (Place, "place"))
# Phrases are of the newest headlines, and are counted anew after so many seconds at the earliest.
HEADLINES, PHRASES_KEPT = 20_000, 900
PHRASE_WORDS, LEAST_COUNT, MOST_PHRASES = (2, 3), 4, 5_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`kind` is tag, source, place or phrase; `query` is the query string that searches for it."""

    text: str
    kind: str
    count: int
    query: str


@dataclass(frozen=True)
class Table:
    """Suggestions by every beginning of a word in them: `keys` in order, and for each the number of its suggestion."""

    suggestions: tuple[Suggestion, ...]
    keys: tuple[str, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, suggestions: Iterable[tuple[Suggestion, Sequence[str]]]) -> "Table":
        """Each suggestion comes with the texts by which it is found."""
        listed, pairs = [], []
        for place, (suggestion, texts) in enumerate(suggestions):
            listed.append(suggestion)
            pairs += {(start, place) for text in texts for start in beginnings(key(text))}
        pairs.sort()
        return cls(tuple(listed), tuple(text for text, _place in pairs), tuple(place for _text, place in pairs))

    def starting_with(self, typed: str) -> list[Suggestion]:
        """The most frequent of those in which a word begins so."""
        first = bisect_left(self.keys, typed)
        found: dict[int, None] = {}
        for at in range(first, min(first + MOST_COMPARED, len(self.keys))):
            if not self.keys[at].startswith(typed):
                break
            found[self.places[at]] = None
        return sorted((self.suggestions[place] for place in found), key=lambda one: -one.count)[:MOST]


def suggestion_state(request) -> str:
    return f"{archive_state(request)} {int(time.time()) // PHRASES_KEPT}"


@cached_by(suggestion_state)
def suggest(request):
    """{"suggestions": [{"text", "kind", "label", "count", "href"}]}, at most eight, the likeliest first."""
    typed = key(request.GET.get("q", "")[:LONGEST].replace("\0", " "))
    found = find_suggestions(request, typed) if typed else []
    search = reverse("search")
    labels = {"tag": _("Tag"), "source": _("Source"), "place": _("Place"), "phrase": _("Phrase of headlines")}
    shown = [
        {
            "text": one.text,
            "kind": one.kind,
            "label": labels[one.kind],
            "count": ngettext("one article", "%(number)s articles", one.count) % {"number": number(one.count)},
            "href": search + one.query,
        }
        for one in found
    ]
    return JsonResponse({"suggestions": shown}, json_dumps_params={"ensure_ascii": False})


def find_suggestions(request, typed: str) -> list[Suggestion]:
    """Names before phrases; a phrase that is a name is not said twice."""
    names = remember(request, f"suggested names {get_language()}", lambda: Table.of(suggested_names(request)))
    found = names.starting_with(typed)
    known = {key(one.text) for one in found}
    phrases = [one for one in headline_phrases().starting_with(typed) if key(one.text) not in known]
    few = min(len(phrases), max(MOST - len(found), MOST // 3))
    return [*found[: MOST - few], *phrases[:few]]


def suggested_names(request) -> Iterator[tuple[Suggestion, Sequence[str]]]:
    for model, kind in KINDS:
        for name in names_of(request, model):
            query = f"?{kind}={name.pk}"
            yield Suggestion(name.label, kind, name.count, query), (name.label, *name.others)


def beginnings(text: str) -> Iterator[str]:
    """A text from each of its words on; from its first also without the article."""
    words = text.split()
    for place, word in enumerate(words):
        rest = " ".join(words[place:])
        yield rest
        if word.startswith("ال") and len(word) > 4:
            yield rest[2:]


_phrases: tuple[float, Table] = (0.0, Table((), (), ()))


def headline_phrases() -> Table:
    """Counted once in a quarter of an hour for all visitors of this process."""
    global _phrases  # noqa: PLW0603
    until, table = _phrases
    if time.monotonic() > until:
        headlines = Article.objects.published().order_by("-pk").values_list("headline", flat=True)[:HEADLINES]
        table = Table.of(count_phrases(headlines))
        _phrases = time.monotonic() + PHRASES_KEPT, table
    return table


def forget_phrases() -> None:
    global _phrases  # noqa: PLW0603
    _phrases = (0.0, Table((), (), ()))


def count_phrases(headlines: Iterable[str]) -> Iterator[tuple[Suggestion, Sequence[str]]]:
    """Two or three words side by side, no sign between them, that begin and end with no stop word; each counted once
    for a headline."""
    counts: Counter[tuple[str, ...]] = Counter()
    for headline in headlines:
        words = headline.split()
        rows = {tuple(words[at : at + size]) for size in PHRASE_WORDS for at in range(len(words) - size + 1)}
        counts.update(rows)
    kept = 0
    for row, count in counts.most_common():
        if count < LEAST_COUNT or kept == MOST_PHRASES:
            return
        if all(map(str.isalpha, row)) and says_something(row[0]) and says_something(row[-1]):
            kept += 1
            text = " ".join(row)
            yield Suggestion(text, "phrase", count, SearchAddress(f'"{text}"').querystring()), [text]


def says_something(word: str) -> bool:
    return len(word) > 1 and term_at(Level.LIGHT, word) is not None
