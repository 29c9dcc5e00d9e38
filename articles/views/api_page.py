"""The API for people: its endpoints and their parameters, read off its OpenAPI document."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.api.definition import api
from articles.views.archive_state import cached_by, version_of_templates
from articles.views.cited import site_of


@dataclass(frozen=True)
class Endpoint:
    """One address: what it gives, and its parameters as (name, description)."""

    path: str
    name: str
    summary: str
    description: str
    parameters: tuple[tuple[str, str], ...]


@require_safe
@cached_by(lambda request: version_of_templates())
def api_page(request: HttpRequest) -> HttpResponse:
    schema = api.get_openapi_schema()
    context = {
        "endpoints": [make_endpoint(path, methods["get"]) for path, methods in schema["paths"].items()],
        "example": f"{site_of(request)}{reverse('api:search')}?q=…&limit=5",
        "introduction": schema["info"]["description"].split("\n\n"),
    }
    return render(request, "api/page.html", context)


def make_endpoint(path: str, operation: dict) -> Endpoint:
    return Endpoint(
        path,
        operation["operationId"],
        operation["summary"],
        operation["description"],
        tuple((one["name"], description_of(one)) for one in operation.get("parameters", ())),
    )


def description_of(parameter: dict) -> str:
    """Its words, and the values that it may have where they are few."""
    schema = parameter["schema"]
    choices = [value for value in schema.get("enum", ()) if value]
    said = parameter.get("description", schema.get("description", ""))
    return " ".join(filter(None, [said, f"({', '.join(choices)})" if choices else ""]))
