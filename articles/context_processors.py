"""What every page shows around its own matter."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import get_script_prefix, translate_url
from django.utils.translation import get_language, get_language_info

from articles.views.archive_state import archive_size

BROWSING = ("filter", "sort", "page")
"""The parameters of pages for browsing, which have no address of a search."""


def archive(request):
    """The size of the archive, asked for where it is shown, and the same page in the other language.

    `own_query` is what the page's links to itself keep of its address: what it understood of it (`own_address`).
    """
    return {
        "archive_size": lambda: archive_size(request),
        "own_query": browsed(request.GET),
        "other_language": get_language_info(other_language()),
        "other_language_url": lambda: other_address(request.get_full_path()),
    }


def own_address(request: HttpRequest, here: str) -> dict:
    """For the context of a page of a search: what leads to it again is made of what was understood, `here`."""
    return {"own_query": QueryDict(here[1:]), "other_language_url": other_address(request.path + here)}


def browsed(params: QueryDict) -> QueryDict:
    known = QueryDict(mutable=True)
    known.update({name: params[name].replace("\0", " ") for name in BROWSING if name in params})
    return known


def other_language() -> str:
    return next(code for code, _ in settings.LANGUAGES if code != get_language())


def other_address(address: str) -> str:
    """The address in the other language; that language's first page where the address leads nowhere."""
    path, mark, query = address.partition("?")
    language = other_language()
    translated = translated_path(path, language, get_script_prefix())
    return f"{translated}{mark}{query}" if translated != path else translate_url("/", language)


@lru_cache(maxsize=256)
def translated_path(path: str, language: str, script_prefix: str) -> str:
    """Few paths have most of the readers, and to resolve and write one anew takes a fiftieth of a page's time."""
    return translate_url(path, language)
