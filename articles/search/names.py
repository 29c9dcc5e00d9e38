"""Names that a query has, in their other spellings and scripts, and the authorities that a query names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from whoosh.query import NullQuery, Or, Query, Term

from articles.arabic.folding import key
from articles.arabic.tokens import words as words_of
from articles.arabic.transliteration import names_like, with_articles_joined
from articles.models import Author, Place, Section, Source, Tag, TagName
from articles.plain_rows import rows_among
from articles.search.language import tree
from articles.search.lexicon import Lexicon
from articles.search.patterns import folded_pattern, like_pattern, within_an_edit

# In words: تنظيم الدولة الإسلامية في العراق والشام has six.
LONGEST_NAME = 8
_AUTHORITIES = {"author": Author, "source": Source, "section": Section, "place": Place, "tag": Tag}
_MOST_FOUND = 500
_ARABIC = re.compile("[ء-غف-ي]+")


@dataclass(frozen=True)
class JoinedName:
    """Words of the query, and the `forms` that are looked for beside them, each the words of one.

    `kind`: the other names of a tag, or the ways in which Arabic writes a Latin name. `label` says which tag.
    """

    typed: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    kind: Literal["tag", "script"]
    label: str = ""


class Names:
    """Looked up in the database and the index for one query; without a database in the index alone."""

    def __init__(self, lexicon: Lexicon, *, has_database: bool = True):
        self._lexicon = lexicon
        self._has_database = has_database
        self._read: dict[str, list[tuple[int, str]]] = {}
        self._found: dict[tuple[str, ...], dict[int, JoinedName]] = {}

    def in_words(self, words: Sequence[str]) -> dict[int, JoinedName]:
        """The names in a row of words, by the place of their first; where two overlap, the longer or the first."""
        row = tuple(words)
        if row not in self._found:
            self._found[row] = self._looked_up(row)
        return self._found[row]

    def _looked_up(self, words: tuple[str, ...]) -> dict[int, JoinedName]:
        keys = [_key(word) for word in words]
        spans = {
            " ".join(filter(None, keys[start:end])): (start, end)
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        found: dict[int, JoinedName] = {}
        taken: set[int] = set()
        tags = _tags_named(list(spans)) if self._has_database and spans else {}
        for span in sorted(tags, key=lambda span: (spans[span][0] - spans[span][1], spans[span][0])):
            start, end = spans[span]
            if not taken.isdisjoint(range(start, end)):
                continue
            if name := _tag_name(words[start:end], span, tags[span]):
                found[start] = name
                taken.update(range(start, end))
        place = 0
        for joined in with_articles_joined(words):
            typed = words[place : place + joined.count("-") + 1]
            if taken.isdisjoint(range(place, place + len(typed))) and (forms := self._in_arabic(joined)):
                found[place] = JoinedName(typed, forms, "script")
            place += len(typed)
        return found

    def _in_arabic(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The likeliest first; two words only where they stand side by side somewhere."""
        if _ARABIC.fullmatch(word):
            return ()
        forms = [tuple(candidate.form.split()) for candidate in names_like(word, self._lexicon)]
        return tuple(form for form in forms if self._lexicon.stands(form))

    def with_authority(self, field: str, node: tree.Node) -> Query:
        """Articles of the authorities whose names meet a node; of a tag any of its names may."""
        numbers = sorted({pk for pk, name in self._names_of(field) if _meets(name, node)})
        terms = [Term(field, str(pk)) for pk in numbers[:_MOST_FOUND]]
        return Or(terms) if terms else NullQuery

    def _names_of(self, field: str) -> list[tuple[int, str]]:
        """(number, folded name) of each authority of a kind, several of a tag."""
        if not self._has_database:
            return []
        if field not in self._read:
            if field == "tag":
                self._read[field] = list(TagName.objects.values_list("tag_id", "key"))
            else:
                rows = _AUTHORITIES[field].objects.values_list("pk", "name", "name_en")
                self._read[field] = [(pk, _key(name)) for pk, *names in rows for name in names if name]
        return self._read[field]


def _tags_named(keys: Sequence[str]) -> dict[str, list[TagName]]:
    """All names of each tag that is named so, by the key that names it."""
    tags = dict(rows_among(TagName, ("key", "tag"), "key", keys))
    names: dict[int, list[TagName]] = {tag: [] for tag in tags.values()}
    for name in TagName.objects.filter(tag__in=names).select_related("tag").order_by("pk") if names else ():
        names[name.tag_id].append(name)
    return {key: names[tag] for key, tag in tags.items()}


def _tag_name(typed: tuple[str, ...], typed_key: str, names: Sequence[TagName]) -> JoinedName | None:
    forms = {key(name.text): tuple(words_of(name.text)) for name in names}
    others = tuple(form for name, form in forms.items() if form and name != typed_key)
    return JoinedName(typed, others, "tag", str(names[0].tag)) if others else None


# Names of authorities repeat from query to query.
_key = lru_cache(maxsize=100_000)(key)


def _meets(name: str, node: tree.Node) -> bool:
    """Whether a folded name has what a node asks for: each word somewhere, a phrase as it stands."""
    match node:
        case tree.Word():
            return f" {' '.join(map(_bare, _key(node.text).split()))} " in f" {' '.join(map(_bare, name.split()))} "
        case tree.Phrase():
            return f" {_key(' '.join(word.text for word in node.words))} " in f" {name} "
        case tree.Wildcard():
            return _has(name, like_pattern(folded_pattern(node.pattern)))
        case tree.Fuzzy():
            return _has(name, within_an_edit(_key(node.word.text)))
        case tree.Words() | tree.And():
            return all(_meets(name, item) for item in node.items)
        case tree.Or():
            return any(_meets(name, item) for item in node.items)
        case tree.Not():
            return not _meets(name, node.item)
    return False


def _has(name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a word of a name matches, with its article or without."""
    return any(pattern.fullmatch(word) or pattern.fullmatch(_bare(word)) for word in name.split())


def _bare(word: str) -> str:
    """Without the article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
