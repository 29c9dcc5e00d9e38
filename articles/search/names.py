"""Names that a query has, in their other spellings and scripts, and the authorities that a query names."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from whoosh.query import NullQuery, Or, Query, Term

from articles.arabic.folding import key
from articles.arabic.transliteration import names_like
from articles.models import Author, Place, Section, Source, Tag, TagName
from articles.search.language import tree
from articles.search.lexicon import Lexicon

LONGEST_NAME = 4
_AUTHORITIES = {"author": Author, "source": Source, "section": Section, "place": Place, "tag": Tag}
# How long the names of authorities are kept before they are read again, in seconds.
_KEPT = 30.0
_MOST_FOUND = 500


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

    def in_words(self, words: Sequence[str]) -> dict[int, JoinedName]:
        """The names in a row of words, by the place of their first; where two overlap, the longer or the first."""
        spans = {
            key(" ".join(words[start:end])): (start, end)
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        found: dict[int, JoinedName] = {}
        taken: set[int] = set()
        tags = _tags_named(list(spans)) if self._has_database else {}
        for span in sorted(tags, key=lambda span: (spans[span][0] - spans[span][1], spans[span][0])):
            start, end = spans[span]
            if not taken.isdisjoint(range(start, end)):
                continue
            if name := _tag_name(tuple(words[start:end]), span, tags[span]):
                found[start] = name
                taken.update(range(start, end))
        for place, word in enumerate(words):
            if place not in taken and word.isascii() and word.isalpha() and (name := self._in_arabic(word)):
                found[place] = name
        return found

    def _in_arabic(self, word: str) -> JoinedName | None:
        candidates = names_like(word, self._lexicon)
        forms = tuple(form for candidate in candidates if self._lexicon.stands(form := tuple(candidate.form.split())))
        return JoinedName((word,), forms, "script") if forms else None

    def with_authority(self, field: str, node: tree.Node) -> Query:
        """Articles of the authorities whose names meet a node; of a tag any of its names may."""
        rows = _names_of(field) if self._has_database else []
        numbers = sorted({pk for pk, name in rows if _meets(name, node)})
        terms = [Term(field, str(pk)) for pk in numbers[:_MOST_FOUND]]
        return Or(terms) if terms else NullQuery


def _tags_named(keys: Sequence[str]) -> dict[str, int]:
    """The tags that are named so, by key."""
    return dict(TagName.objects.filter(key__in=keys).values_list("key", "tag_id")) if keys else {}


def _tag_name(typed: tuple[str, ...], typed_key: str, tag: int) -> JoinedName | None:
    names = TagName.objects.filter(tag=tag).order_by("pk").values_list("key", flat=True)
    forms = tuple(tuple(name.split()) for name in names if name != typed_key and name)
    label = str(Tag.objects.get(pk=tag))
    return JoinedName(typed, forms, "tag", label) if forms else None


_kept: dict[str, tuple[float, list[tuple[int, str]]]] = {}


def _names_of(field: str) -> list[tuple[int, str]]:
    """(number, folded name) of each authority of a kind, several of a tag."""
    until, rows = _kept.get(field, (0.0, []))
    if time.monotonic() > until:
        if field == "tag":
            rows = list(TagName.objects.values_list("tag_id", "key"))
        else:
            found = _AUTHORITIES[field].objects.values_list("pk", "name", "name_en")
            rows = [(pk, key(text)) for pk, *texts in found for text in texts if text]
        _kept[field] = (time.monotonic() + _KEPT, rows)
    return rows


def _meets(name: str, node: tree.Node) -> bool:
    """Whether a folded name has what a node asks for: each word somewhere, a phrase as it stands."""
    match node:
        case tree.Word():
            return f" {key(node.text)} " in f" {name} "
        case tree.Phrase():
            return f" {key(' '.join(word.text for word in node.words))} " in f" {name} "
        case tree.Wildcard():
            beginning = key(node.pattern.split("*")[0].split("?")[0])
            return f" {beginning}" in f" {name}"
        case tree.Fuzzy():
            return f" {key(node.word.text)[:3]}" in f" {name}"
        case tree.Words() | tree.And():
            return all(_meets(name, item) for item in node.items)
        case tree.Or():
            return any(_meets(name, item) for item in node.items)
        case tree.Not():
            return not _meets(name, node.item)
    return False
