"""Editors, a small archive, and a search that answers what a test says."""

import pytest
from django.contrib.auth.models import Permission, User

from articles.admin import full_text
from articles.importing.sightings import headline_key
from articles.models import Article, Dump, Section, Source
from articles.search.errors import IndexUnavailable


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("head", password="a long password")


@pytest.fixture
def editor(db):
    """A plain editor: may see and change articles, and all that they are found by."""
    user = User.objects.create_user("editor", password="a long password", is_staff=True)
    models = ("article", "block", "link", "tag", "source", "section", "author", "place", "dump", "importrun")
    for model in models:
        wanted = (
            [f"view_{model}"]
            if model in ("dump", "importrun")
            else [f"{act}_{model}" for act in ("view", "add", "change", "delete")]
        )
        user.user_permissions.add(*Permission.objects.filter(content_type__app_label="articles", codename__in=wanted))
    return user


@pytest.fixture
def editing(client, editor):
    """A client that is logged in as an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def make_article(db):
    """Makes articles with a source and a section."""

    def make(headline="افتتاح مكتبة عامة في حي السلام", **values):
        source, _ = Source.objects.get_or_create(name="صحيفة المرفأ")
        section, _ = Section.objects.get_or_create(name="محليات")
        article = Article.objects.create(headline=headline, **{"source": source, "section": section} | values)
        article.keys.create(key=headline_key(headline))
        return article

    return make


@pytest.fixture(autouse=True)
def index(monkeypatch):
    """What the index answers: `hits` in their order, or nothing at all while `down`."""

    class Index:
        hits, left, down, asked = (), 0, False, ()

        def search(self, request):
            if self.down:
                raise IndexUnavailable("no index")
            self.asked = (*self.asked, request)
            return Answer(len(self.hits) + self.left, [AnswerHit(article.pk) for article in self.hits])

    stand_in = Index()
    monkeypatch.setattr(full_text, "search", stand_in.search)
    return stand_in


class Answer:
    def __init__(self, total, hits):
        self.total, self.hits = total, hits


class AnswerHit:
    def __init__(self, article_id):
        self.article_id, self.score = article_id, 1.0


@pytest.fixture
def dump(db):
    return Dump.objects.create(name="page.txt", sha256="1" * 64, size=9, template="card-list", template_version=1)
