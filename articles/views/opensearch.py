"""What other programs are told of the archive: how it is searched (OpenSearch), and what robots may read."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.vary import vary_on_headers

DAY = 24 * 60 * 60

# Without an end are searches and what carries one along, filtered and sorted lists, and chance.
ENDLESS = ("search/", "random/")
PARAMETERS = ("q", "filter", "sort")
EDITORS = ("admin/",)


@cache_control(max_age=DAY)
@vary_on_headers("Accept-Language")
def description(request):
    """An OpenSearch 1.1 description, so that browsers offer the archive as a search engine."""
    context = {
        "short_name": _("Arabic News"),  # of at most sixteen letters
        "search": request.build_absolute_uri(reverse("search")),
        "address": request.build_absolute_uri(request.path),
        "home": request.build_absolute_uri(reverse("home")),
    }
    content_type = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "opensearch.xml", context, content_type=content_type)


@cache_control(max_age=DAY)
def robots(request):
    lines = ["User-agent: *"]
    lines += [f"Disallow: {root}{path}" for root in roots() for path in (*ENDLESS, *EDITORS)]
    lines += [f"Disallow: /*?*{name}=" for name in PARAMETERS]
    lines += ["Allow: /", "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap_index'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def roots() -> list[str]:
    """Where the pages of each language begin."""
    found = []
    for code in dict(settings.LANGUAGES):
        with override(code):
            found.append(reverse("home"))
    return found
