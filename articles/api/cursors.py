"""Where the next page begins, as a text that programs hand back unread.

A cursor belongs to one question and one state of what it goes through. Signed, so that none can be made up.
"""

import hashlib
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

from articles.api.problems import Refused

SALT = "articles.api.cursors"
LONGEST = 400
NOT_OF_THE_QUESTION = ("cursor", "limit")


@dataclass(frozen=True)
class Cursor:
    """`place` is that of the first item of the page."""

    question: str
    state: str
    place: int

    def write(self) -> str:
        return signing.dumps([self.question, self.state, self.place], salt=SALT)


def place_of(request: HttpRequest, cursor: str | None, state: str) -> int:
    """Where a page begins, 0 without a cursor. Refuses one that is of another question (400) or state (410)."""
    if cursor is None:
        return 0
    try:
        read = Cursor(*signing.loads(cursor, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        raise Refused(400, "This cursor was not given by this API. Leave it out to begin anew.") from None
    if read.question != question_of(request):
        raise Refused(400, "This cursor belongs to another question: its parameters must stay as they were.")
    if read.state != state:
        raise Refused(410, "The archive has changed since this cursor was given. Leave it out to begin anew.")
    return read.place


def next_page(request: HttpRequest, state: str, place: int) -> tuple[str, str]:
    """The cursor of the page that begins at `place`, and the address of that page."""
    cursor = Cursor(question_of(request), state, place).write()
    params = request.GET.copy()
    params["cursor"] = cursor
    return cursor, request.build_absolute_uri(f"{request.path}?{params.urlencode()}")


def question_of(request: HttpRequest) -> str:
    """A short name for the endpoint and its parameters, in whatever order they stand."""
    params = sorted(
        (name, value) for name, values in request.GET.lists() for value in values if name not in NOT_OF_THE_QUESTION
    )
    return hashlib.sha256(repr((request.path, params)).encode("utf-8", "replace")).hexdigest()[:16]
