"""What may go wrong, as RFC 9457 has it: `application/problem+json`."""

import json
from http import HTTPStatus

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

CONTENT_TYPE = "application/problem+json"
RETRY_AFTER = 30  # seconds: by then the server's indexer has usually mended the index


class Problem(Schema):
    """What went wrong, for a program (`status`) and for a person (`detail`)."""

    type: str = Field("about:blank", description="Always about:blank: the status says what kind of problem it is.")
    title: str = Field(description="The status in words.")
    status: int
    detail: str = Field(description="What is wrong with this request, and what to do.")
    errors: list[str] = Field([], description="Of 422: each parameter that was not understood, and why.")


class Refused(Exception):
    """Raised by an endpoint whose answer is a problem."""

    def __init__(self, status: int, detail: str, errors: tuple[str, ...] = ()):
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors


def problem_response(status: int, detail: str, errors: tuple[str, ...] = ()) -> HttpResponse:
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    body = json.dumps(problem | {"errors": list(errors)}, ensure_ascii=False)
    response = HttpResponse(body.encode("utf-8", "replace"), content_type=CONTENT_TYPE, status=status)
    response.headers["Cache-Control"] = "no-store"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
