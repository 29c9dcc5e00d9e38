"""Conditions on fields as text, the form in which Haystack hands queries on, and as queries of the engine.

    source__exact:"5" AND NOT (tag__in:["7", "8"]) AND content__question:"قانون قيصر"

A value is a JSON string, a JSON list or a bare word; a field without a lookup takes `content`, a word without a field
is searched in the text; `*:*` is every document. Nothing that a visitor types is part of this language: it travels
inside a JSON string.
"""

import json
import re
from collections.abc import Callable

from haystack.exceptions import SearchBackendError
from whoosh.query import And, Every, Not, NullQuery, Or, Prefix, Query, Term, Wildcard

from articles.search.asking import all_words, any_form, ask, one_phrase, sought
from articles.search.documents import clean
from articles.search.engine.queries import Between
from articles.search.lexicon import Lexicon
from articles.search.readers import Snapshot
from articles.search.schema import NO_NUMBER, is_number
from articles.search.values import to_number

CONTENT = "content"
EVERYTHING = "*:*"
_TOKEN = re.compile(
    r"""\s*(?:(?P<everything>\*:\*|\*)|(?P<bracket>[()])|(?P<operator>AND|OR|NOT)(?![\w:])
    |(?:(?P<field>\w+?)(?:__(?P<lookup>[a-z]+))?:)?(?:(?P<json>(?=["\[]))|(?P<word>[^\s()"\[]+)))""",
    re.VERBOSE,
)
_JSON = json.JSONDecoder(strict=False)
_TEXTS: dict[str, Callable[[Snapshot, str], Query]] = {
    "content": lambda index, text: sought(index, all_words(text)),
    "exact": lambda index, text: sought(index, one_phrase(text)),
    "phrase": lambda index, text: sought(index, one_phrase(text)),
    "question": lambda index, text: ask(index, text).query,
    "startswith": lambda index, text: any_form(Lexicon(index).beginning_with(text)),
    "endswith": lambda index, text: any_form(Lexicon(index).ending_with(text)),
    "contains": lambda index, text: any_form(Lexicon(index).with_inside(text)),
    "fuzzy": lambda index, text: any_form(Lexicon(index).within_an_edit(text)),
}


def condition(field: str, lookup: str, value: object) -> str:
    """One condition as text."""
    is_list = isinstance(value, (list, tuple, set, frozenset))
    value = [_text(item) for item in value] if is_list else _text(value)
    return f"{field}__{lookup}:{json.dumps(value, ensure_ascii=False)}"


def parse(text: str, index: Snapshot, text_field: str) -> Query:
    """The query that a text of conditions says, or SearchBackendError where it says none."""
    return _Parser(text, index, text_field).whole()


class _Parser:
    def __init__(self, text: str, index: Snapshot, text_field: str):
        self._text = text
        self._index = index
        self._schema = index.schema
        self._text_fields = ("", CONTENT, text_field)
        self._at = 0

    def whole(self) -> Query:
        query = self._any()
        if self._text[self._at :].strip():
            raise SearchBackendError(f"Not understood: {self._text[self._at : self._at + 40]!r}")
        return query

    def _any(self) -> Query:
        queries = [self._all()]
        while self._take("OR"):
            queries.append(self._all())
        return queries[0] if len(queries) == 1 else Or(queries)

    def _all(self) -> Query:
        queries = [self._one()]
        while self._take("AND") or self._next_begins_one():
            queries.append(self._one())
        if len(queries) == 1:
            return queries[0]
        return NullQuery if NullQuery in queries else And(queries)

    def _one(self) -> Query:
        if self._take("NOT"):
            excluded = self._one()
            return Every() if excluded is NullQuery else And([Every(), Not(excluded)])
        if self._take("("):
            query = self._any()
            if not self._take(")"):
                raise SearchBackendError("A bracket is not closed.")
            return query
        token = self._token()
        if token is None or token["operator"] or token["bracket"]:
            raise SearchBackendError(f"A condition is missing at {self._text[self._at : self._at + 40]!r}")
        self._at = token.end()
        if token["everything"]:
            return Every()
        value = token["word"] if token["json"] is None else self._json()
        return self._condition(token["field"] or "", token["lookup"] or "content", value)

    def _json(self) -> object:
        try:
            value, self._at = _JSON.raw_decode(self._text, self._at)
        except ValueError as error:
            raise SearchBackendError(f"Not JSON: {error}") from error
        return value

    def _condition(self, field: str, lookup: str, value: object) -> Query:
        values = [_text(item) for item in value] if isinstance(value, list) else [_text(value)]
        if lookup == "in":
            queries = [self._condition(field, "exact", item) for item in values]
            return Or(queries) if queries else NullQuery
        if field in self._text_fields:
            return _lookup(_TEXTS, lookup)(self._index, " ".join(values))
        if field not in self._schema:
            raise SearchBackendError(f"There is no field {field!r} in the index.")
        if is_number(self._schema, field):
            return _lookup(_NUMBERS, lookup)(field, [to_number(item) for item in values])
        return _lookup(_VALUES, lookup)(field, clean(values[0]))

    def _token(self) -> re.Match[str] | None:
        return _TOKEN.match(self._text, self._at)

    def _take(self, expected: str) -> bool:
        token = self._token()
        if token is None or expected not in (token["operator"], token["bracket"]):
            return False
        self._at = token.end()
        return True

    def _next_begins_one(self) -> bool:
        token = self._token()
        return token is not None and token["operator"] not in ("AND", "OR") and token["bracket"] != ")"


_VALUES: dict[str, Callable[[str, str], Query]] = {
    "content": Term,
    "exact": Term,
    "startswith": Prefix,
    "endswith": lambda field, text: Wildcard(field, "*" + _plain(text)),
    "contains": lambda field, text: Wildcard(field, f"*{_plain(text)}*"),
}
_NUMBERS: dict[str, Callable[[str, list[int]], Query]] = {
    "content": lambda field, numbers: _between(field, numbers[0], numbers[0]),
    "exact": lambda field, numbers: _between(field, numbers[0], numbers[0]),
    "gt": lambda field, numbers: _between(field, numbers[0] + 1, None),
    "gte": lambda field, numbers: _between(field, numbers[0], None),
    "lt": lambda field, numbers: _between(field, None, numbers[0] - 1),
    "lte": lambda field, numbers: _between(field, None, numbers[0]),
    "range": lambda field, numbers: _between(field, numbers[0], numbers[-1]),
}


def _between(field: str, first: int | None, last: int | None) -> Between:
    return Between(field, first, last, NO_NUMBER)


def _lookup(lookups: dict[str, Callable], name: str) -> Callable:
    if name not in lookups:
        raise SearchBackendError(f"The lookup {name!r} does not exist for this kind of field.")
    return lookups[name]


def _text(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _plain(text: str) -> str:
    """Without the signs that a wildcard query gives a meaning."""
    return re.sub(r"[*?\[\]\\]", "", text)
