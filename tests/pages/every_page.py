"""The address of every kind of page, for what must hold of all of them."""

from django.urls import reverse

from articles.models import Article, Tag
from tests.pages.rows import make_dump

ADDRESSES = {
    "home": "/",
    "results": "/search/?q=قرى",
    "filtered results": "/search/?q=حلب&year=2026&completeness=whole",
    "all articles": "/search/",
    "nothing found": "/search/?q=ططططط&year=2026",
    "article": "{article}",
    "article from a search": "{article}?q=قرى",
    "version": "{version}",
    "excerpt": "{excerpt}",
    "withdrawn": "{withdrawn}",
    "dates": "/dates/",
    "year": "/dates/2026/",
    "month": "/dates/2026/01/",
    "day": "/dates/2026/01/20/",
    "undated": "/dates/undated/",
    "sources": "/sources/",
    "source": "{source}",
    "sections": "/sections/",
    "authors": "/authors/",
    "places": "/places/",
    "tags": "/tags/",
    "tag": "{tag}",
    "missing": "/nothing/",
}


def addresses_in(archive: Article) -> dict[str, str]:
    """The addresses by their names. An article of the archive of `rows.fill_archive` is withdrawn for them."""
    withdrawn = Article.objects.get(headline__startswith="Erdogan")
    Article.objects.filter(pk=withdrawn.pk).update(status="withdrawn", withdrawn_reason="بطلب من الناشر")
    seen = {"headline": "عودة المهجّرين", "blocks": [["paragraph", "بحثت لجنة مشتركة في بيروت عودة العائلات.", None]]}
    version = archive.appearances.create(
        dump=make_dump("page-2.txt"), role="main", first_line=1, last_line=9, seen=seen, text_digest="other"
    )
    places = {
        "version": reverse("version", args=[archive.pk, version.pk]),
        "article": archive.get_absolute_url(),
        "excerpt": Article.objects.get(completeness="excerpt").get_absolute_url(),
        "withdrawn": withdrawn.get_absolute_url(),
        "source": archive.source.get_absolute_url(),
        "tag": Tag.objects.get(label_en="Syria").get_absolute_url(),
    }
    return {name: address.format(**places) for name, address in ADDRESSES.items()}
