"""Every kind of page as the Nu Html Checker reads it: no error, and no warning.

`make test` brings the checker where there are npm and Java; `VNU_JAR` names one that lies elsewhere.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from articles.models import Author, Block, Place, Section, Source
from articles.search import outbox
from articles.search.readers import forget
from tests.pages.every_page import addresses_in
from tests.pages.rows import fill_archive, make_article, make_tag
from tests.paths import REPO

JAR = Path(os.environ.get("VNU_JAR") or Path(sys.prefix, "vnu/node_modules/vnu-jar/build/dist/vnu.jar"))
JAVA = shutil.which("java")
BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")  # half the time of a run that is soon over
needs_checker = pytest.mark.skipif(
    not (JAVA and JAR.exists()), reason="The Nu Html Checker needs Java and its jar; see the Makefile."
)

# Markup, ends of comments and scripts, references, entities cut short, signs of templates and of other directions.
HOSTILE = (
    "</script><!--\"'><b>`&lt;&nbsp &#x0; ]]> --!> {{ 7*7 }} {% now %} \\ \u202e؟\u2066مقلوب\u200f \U0001f4f0\ufffd"
)
LONG = "كلمة" * 200

MORE = {
    "compact results": "/search/?q=قرى&view=compact",
    "second page": "/search/?page=2",
    "timeline": "/search/?q=حلب&relative=1",
    "not understood": "/search/?q=(حلب AND OR %22قرى سنة:",
    "not to be understood": "/search/?q=قرى&year=zz&from=abc&source=999&page=x&completeness=",
    "hostile query": "/search/?q={hostile}",
    "hostile source": "{hostile_source}",
    "hostile author": "{hostile_author}",
    "hostile article": "{hostile_article}",
    "hostile article from a search": "{hostile_article}?q=نص+{hostile}",
    "long": "{long_article}",
    "concordance": "/search/concordance/?q=قرى&by=form",
    "hostile concordance": "/search/concordance/?q=مقلوب&by=after1",
    "words": "/search/words/?q=حلب",
    "comparison": "/compare/?q=حلب&q=قرى&q={hostile}",
    "comparison of nothing": "/compare/",
    "guide": "/search/help",
    "facet": "/search/facets/source?q=",
    "facet narrowed": "/search/facets/tag?q=حلب&find={hostile}",
    "API": "/api/",
    "on this day": "/on-this-day/01/20/",
    "on this Hijri day": "/on-this-day/hijri/08/01/",
    "statistics": "/statistics/",
    "letter": "/authors/?letter={hostile}",
    "place": "{place}",
    "section": "{section}",
    "way in": "/admin/login/",
}


def make_hostile():
    """An article of which everything that a dump can write is hostile, and one whose texts are long."""
    source = Source.objects.create(
        name=f"صحيفة {HOSTILE}", name_en=f"Paper {HOSTILE}", homepage=f"https://example.org/?{HOSTILE[:22]}"
    )
    section = Section.objects.create(name=f"قسم {HOSTILE}")
    hostile = make_article(
        f"عنوان {HOSTILE}",
        f"نص مقلوب {HOSTILE}",
        deck=f"مقدمة {HOSTILE}",
        source=source,
        section=section,
        published="2026-01-20/2026-02-03",
        url='javascript:alert("x")',
        language="en",
    )
    Block.objects.create(article=hostile, position=1, kind="caption", text=f"صورة {HOSTILE}", credit=HOSTILE)
    Block.objects.create(article=hostile, position=2, kind="subheading", text=HOSTILE)
    author = Author.objects.create(name=f"كاتب {HOSTILE}")
    hostile.authors.add(author)
    hostile.places.add(Place.objects.create(name=f"مكان {HOSTILE}"))
    hostile.tags.add(make_tag(f"وسم {HOSTILE}", f"Tag {HOSTILE}", f"صيغة {HOSTILE}"))
    long_one = make_article(LONG, LONG, day="2026-01-20", deck=LONG, url=f"https://example.org/{LONG}?a=1&b=<>|\\ ^")
    return {
        "hostile": quote(HOSTILE),
        "hostile_article": hostile.get_absolute_url(),
        "hostile_source": source.get_absolute_url(),
        "hostile_author": author.get_absolute_url(),
        "long_article": long_one.get_absolute_url(),
        "section": section.get_absolute_url(),
    }


@pytest.fixture
def addresses(db, settings, tmp_path, monkeypatch):
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    archive = fill_archive()
    places = make_hostile() | {"place": archive.places.get().get_absolute_url()}
    more = {name: address.format(**places) for name, address in MORE.items()}
    every = addresses_in(archive) | more
    outbox.rebuild()
    yield every
    forget(folder)


@needs_checker
def test_no_page_style_sheet_or_picture_has_an_error(client, addresses, tmp_path):
    folder = tmp_path / "given"
    shutil.copytree(REPO / "static", folder)
    (folder / "broken.html").write_text("<!doctype html><html lang=ar><title>خبر</title><p></div>", encoding="utf-8")
    (folder / "compare.svg").write_bytes(client.get(f"/compare.svg?q=حلب&q={quote(HOSTILE)}").content)
    for language, prefix in (("ar", ""), ("en", "/en")):
        for name, address in addresses.items():
            (folder / f"{language} {name}.html").write_bytes(client.get(prefix + address).content)
    assert sum(page.stat().st_size > 4_000 for page in folder.glob("*.html")) == 2 * len(addresses)
    wrong = errors_in(folder)
    assert [said for said in wrong if not said.startswith("broken.html")] == []
    assert wrong != []


def errors_in(folder: Path) -> list[str]:
    """What the checker says of the files of a folder: each message with its file and the text about it."""
    # The language of a page is that of its interface, whatever its article is written in: it is not to be guessed.
    options = ["--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg", "--no-langdetect"]
    done = subprocess.run(
        [JAVA, "-Xss4m", "-jar", JAR, *options, folder], capture_output=True, check=False, timeout=300
    )
    return [
        f"{unquote(said['url']).rsplit('/', 1)[-1]}: {said['message']} {said.get('extract', '')}"
        for said in json.loads(done.stderr)["messages"]
    ]
