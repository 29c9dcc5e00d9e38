"""The addresses of the API. Version 1 stays as it is; what would break its readers becomes another version."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from articles.api.definition import api, not_found
from articles.api.gateway import through_gateway


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    return not_found(request, Http404())


def root(request: HttpRequest) -> HttpResponse:
    """Whoever comes here by hand is shown the page for people."""
    return redirect("api_page")


def endpoints() -> list[URLPattern]:
    patterns, _app_name, _namespace = api.urls
    kept = [pattern for pattern in patterns if pattern.name != "api-root"]
    for pattern in kept:
        pattern.callback = through_gateway(pattern.callback)
    return kept


app_name = "api"
urlpatterns = [
    path("", through_gateway(root), name="api-root"),
    *endpoints(),
    path("<path:rest>", through_gateway(nothing_here)),
]
