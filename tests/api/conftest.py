"""A small archive with its index, and a client that takes answers as JSON."""

from datetime import date

import pytest
from django.core.cache import cache

from articles.models import Appearance, Author, Block, Link, Place, Section
from articles.search.outbox import apply_changes
from tests.pages.rows import make_dump
from tests.search.archive import add, add_tag
from tests.search.conftest import index_folder  # noqa: F401


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


def fill() -> "dict[str, object]":
    """Seven articles; the first has everything."""
    sea = add_tag("صيد الأسماك", "صيد السمك")
    first = add(
        "عودة الصيادين إلى الميناء",
        "عاد الصيادون إلى الميناء بعد العاصفة التي ضربت الساحل عام 2011.",
        day=date(2025, 3, 4),
        source="صحيفة المرفأ",
        tags=[sea],
        deck="ثلاثة قوارب لم ترجع",
        section=Section.objects.create(name="محليات", name_en="Local"),
        url="https://example.org/news/1",
        language="ar",
        mentions=[[0, 55, 59, "2011", "gregorian"]],
    )
    first.authors.add(Author.objects.create(name="ليلى الخطيب"))
    first.places.add(Place.objects.create(name="طرطوس", name_en="Tartus"))
    Block.objects.create(article=first, position=9, kind=Block.Kind.CAPTION, text="قارب", credit="تصوير المرفأ")
    others = [
        add(f"خبر عن الطرق {number}", "رُصفت الطريق الجبلية.", day=date(2024, 1, 1 + number), source="وكالة السهل")
        for number in range(5)
    ]
    others.append(add("الصيادون يضربون", "أضرب الصيادون عن العمل."))
    Link.objects.create(from_article=first, to_article=others[0], origin=Link.Origin.EDITOR)
    Appearance.objects.create(dump=make_dump("page-1.txt"), article=first, role="main", first_line=1, last_line=30)
    apply_changes()
    return {"first": first, "others": others, "tag": sea}


@pytest.fixture
def filled(db):
    return fill()


@pytest.fixture
def get(client):
    """`get(path, **parameters)`: the answer to a question to the API."""

    def ask(path: str, headers: dict | None = None, **parameters):
        return client.get(f"/api/v1/{path}", parameters, headers=headers)

    return ask
