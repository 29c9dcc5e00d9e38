"""Mistakes in words, in the reader's language: what was found, and what was made of it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.search.language.mistakes import (
    DEEPEST,
    MOST_CHARACTERS,
    MOST_WILDCARDS,
    MOST_WORDS,
    WIDEST_SLOP,
    Kind,
    Mistake,
)

_WORDS = {
    Kind.UNCLOSED_QUOTE: gettext_noop("A quotation is opened and not closed; it was closed behind the last word."),
    Kind.STRAY_QUOTE: gettext_noop("A quotation is closed that was not opened; the mark was passed over."),
    Kind.EMPTY_QUOTES: gettext_noop("There is no word between the quotation marks; they were passed over."),
    Kind.UNCLOSED_BRACKET: gettext_noop("A bracket is opened and not closed; it was closed at the end."),
    Kind.STRAY_BRACKET: gettext_noop("A bracket is closed that was not opened; it was passed over."),
    Kind.EMPTY_BRACKETS: gettext_noop("There is nothing to search between the brackets; they were passed over."),
    Kind.TOO_DEEP: gettext_noop("Brackets stand in more than %(depth)s others; those beyond were passed over."),
    Kind.STRAY_OPERATOR: gettext_noop("The operator “%(typed)s” lacks a word beside it; it was passed over."),
    Kind.LONE_WILDCARD: gettext_noop("“%(typed)s” stands for letters only at the end of a word or in it."),
    Kind.TOO_MANY_WILDCARDS: gettext_noop(
        "No more than %(wildcards)s words may have *, ? or ~; “%(typed)s” was searched without."
    ),
    Kind.WRONG_DISTANCE: gettext_noop(
        'Behind a quotation of several words, ~ wants a number from 1 to %(slop)s, as in "…"~5.'
    ),
    Kind.EMPTY_FIELD: gettext_noop("Nothing to search stands behind “%(typed)s”; it was passed over."),
    Kind.FIELD_IN_FIELD: gettext_noop("“%(typed)s” stands before another field, which alone was searched."),
    Kind.UNKNOWN_DATE: gettext_noop("“%(typed)s” was not understood as a date and was passed over."),
    Kind.REVERSED_DATES: gettext_noop("“%(typed)s” ends before it begins; it was turned round."),
    Kind.TOO_MANY_WORDS: gettext_noop(
        "No more than %(words)s words are searched; from “%(typed)s” on, all was left out."
    ),
    Kind.TOO_LONG: gettext_noop("No more than %(characters)s characters are read; the rest was left out."),
    Kind.NOTHING_TO_SEARCH: gettext_noop("There is no word in this that could be searched."),
}


def describe(mistake: Mistake) -> str:
    """A sentence or two, as plain text: what was typed is in it as it is, to be escaped by who shows it."""
    return _(_WORDS[mistake.kind]) % {
        "typed": mistake.typed.strip(),
        "depth": DEEPEST,
        "wildcards": MOST_WILDCARDS,
        "slop": WIDEST_SLOP,
        "words": MOST_WORDS,
        "characters": MOST_CHARACTERS,
    }
