"""Pages for the importer's tests, made as records: no parser takes part."""

import hashlib
import json

from articles.corpus.records import ArticleRecord, BlockRecord, CardRecord
from articles.exporting import article_objects
from articles.importing.archive import add_portions
from articles.importing.dumps import DumpFacts, LoadedDump, Portion
from articles.models import Appearance, Article

FLOOD = "سيول مفاجئة تغلق طريق الجبل"
FLOOD_LEAD = "أغلقت السيول التي أعقبت ليلة من الأمطار الغزيرة طريق الجبل أمام السيارات، وعزلت ثلاث قرى عن مركز الناحية."
FLOOD_TEXT = (FLOOD_LEAD, "وقال رئيس البلدية إن الجرافات تحتاج إلى يومين على الأقل لفتح الطريق وإزالة الصخور.")
FLOOD_TEASER = "أغلقت السيول طريق الجبل وعزلت ثلاث قرى عن مركز الناحية."
BULLETIN = "نشرة السادسة"
MONDAY = ("افتتح وزير الزراعة موسم حصاد القمح في السهل الشرقي وسط توقعات بمحصول أوفر من العام الماضي.",)
TUESDAY = ("أعلنت هيئة الموانئ وصول أول سفينة تجارية إلى الرصيف الجديد بعد أعمال توسعة دامت سنتين.",)


def whole(headline, paragraphs, *, role="main", deck=None, place=None, caption=None, line=1):
    """A whole article."""
    blocks = [BlockRecord("caption", *caption)] if caption else []
    blocks += [BlockRecord("paragraph", text) for text in paragraphs]
    return ArticleRecord(role, headline, deck, tuple(blocks), place, line, line + 9)


def card(headline, teaser=None, *, kind="related", line=50, **parts):
    """A card; the parts not given are absent."""
    absent = dict.fromkeys(("section", "caption", "credit", "byline", "place", "media"))
    return CardRecord(
        kind=kind, headline=headline, teaser=teaser, first_line=line, last_line=line + 4, **absent | parts
    )


def dump(name, *records, template="article_page", **facts):
    """A page dump with these records; its checksum is that of its name."""
    articles = tuple(record for record in records if isinstance(record, ArticleRecord))
    cards = tuple(record for record in records if isinstance(record, CardRecord))
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    loaded = LoadedDump(name, name, sha256, 1000, "utf-8", template, 1, DumpFacts(**facts))
    return Portion(loaded, articles, cards)


def add(*dumps):
    """Import dumps one after the other, each in a batch of its own."""
    for one in dumps:
        add_portions([one])


def snapshot():
    """All that the archive holds, in an order and with names that do not depend on the numbers of the articles."""
    objects = list(article_objects(Article.objects.all()))
    reviews = dict(Article.objects.values_list("pk", "review"))
    for item in objects:
        item["review"] = reviews[item["id"]]
        item["seen"] = [row.seen for row in Appearance.objects.filter(article=item["id"])]
    name_of = {item["id"]: json.dumps([item["headline"], item["blocks"], item["provenance"]]) for item in objects}
    for item in objects:
        item["id"] = name_of[item["id"]]
        for link in item["related"]:
            link["id"] = name_of[link["id"]]
    return sorted(objects, key=lambda item: item["id"])
