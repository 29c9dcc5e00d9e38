"""Rows for the tests of pages: a few articles with everything that a page can show, in sentences of our own."""

import datetime
import hashlib

from articles.models import (
    Appearance,
    Article,
    Author,
    Block,
    Dump,
    Link,
    Place,
    Section,
    Source,
    Tag,
    TagName,
)


def make_article(headline: str, *texts: str, day: str = "", **fields) -> Article:
    """A published article of one paragraph a text; `day` is its date of publication, ISO."""
    if day:
        date = datetime.date.fromisoformat(day)
        fields |= {"published": day, "published_from": date, "published_to": date}
    article = Article.objects.create(headline=headline, **{"language": "ar"} | fields)
    for position, text in enumerate(texts):
        Block.objects.create(article=article, position=position, kind=Block.Kind.PARAGRAPH, text=text)
    return article


def make_dump(name: str, source: Source | None = None) -> Dump:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return Dump.objects.create(
        name=name, sha256=digest, size=4096, encoding="utf-8", template="cards", template_version=1, source=source
    )


def make_tag(label_ar: str, label_en: str = "", *variants: str, kind: str = Tag.Kind.TOPIC) -> Tag:
    tag = Tag.objects.create(label_ar=label_ar, label_en=label_en, kind=kind)
    for text in filter(None, (label_ar, label_en, *variants)):
        TagName.objects.create(tag=tag, text=text, key=text)
    return tag


def fill_archive() -> Article:
    """A small archive; the article answered has every part and every kind of link."""
    source = Source.objects.create(name="صحيفة المرفأ", name_en="Al-Marfa", homepage="https://example.org/")
    other = Source.objects.create(name="وكالة السهل")
    section = Section.objects.create(name="شؤون إقليمية", name_en="Regional affairs")
    culture = Section.objects.create(name="ثقافة")
    place = Place.objects.create(name="دمشق", name_en="Damascus")
    desk = Author.objects.create(name="صحيفة المرفأ", kind=Author.Kind.DESK)
    person = Author.objects.create(name="ليلى الخطيب")
    syria = make_tag("سوريا", "Syria", "سورية", kind=Tag.Kind.PLACE)
    trump = make_tag("دونالد ترمب", "Donald Trump", "ترامب", "Trump", kind=Tag.Kind.PERSON)
    make_tag("داعش", "ISIS", "تنظيم الدولة", kind=Tag.Kind.ORGANISATION)

    main = make_article(
        "لجنة مشتركة تبحث عودة المهجّرين إلى قرى الشمال",
        "بحثت لجنة مشتركة في دمشق، أمس، عودة العائلات المهجّرة إلى قراها في ريف حلب الشمالي، بعد أن أُعيد فتح الطريق "
        "الذي قطعه مسلحو «داعش» قبل أعوام، وقال عضو في اللجنة إن ١٥٣ عائلة سجّلت أسماءها في اليوم الأول.",
        "وأوضحت مصادر محلية، لـ«المرفأ»، أن المدارس في ست قرى تحتاج إلى ترميم، وأن شبكة المياه لم تُصلح بعد، في حين "
        "وعدت منظمات دولية، بينها UNICEF، بتقديم 2.5 مليون دولار للمرحلة الأولى.",
        "وكان مسؤول في وزارة الإدارة المحلية قد حذّر من عودة غير منظمة قبل أن تنتهي فرق الهندسة من إزالة الألغام التي "
        "خلّفها التنظيم في الحقول المحيطة بالقرى.",
        day="2026-01-20",
        deck="مصادر محلية: المدارس وشبكات المياه أولاً، والألغام ما زالت تقتل",
        source=source,
        section=section,
        url="https://example.org/news/1",
    )
    main.blocks.filter(position=2).update(position=4)
    Block.objects.create(article=main, position=2, kind=Block.Kind.SUBHEADING, text="ألغام في الحقول")
    Block.objects.create(
        article=main, position=3, kind=Block.Kind.CAPTION, text="عائلة تعود إلى بيتها في ريف حلب", credit="رويترز"
    )
    main.authors.add(desk, person)
    main.places.add(place)
    main.tags.add(syria, trump)

    excerpt = make_article(
        "معرض للكتاب يفتح أبوابه بعد انقطاع عشر سنوات",
        "عاد معرض الكتاب إلى المدينة القديمة بمشاركة سبعين داراً عربية.",
        completeness=Article.Completeness.EXCERPT,
        source=source,
        section=culture,
    )
    further = make_article(
        "الفرات يرتفع بعد شتاء ماطر", "ارتفع منسوب الفرات متراً ونصف متر خلال أسبوع.", day="2026-01-20", source=source
    )
    latest = make_article(
        "البرلمان يقرّ قانون المياه", "أقرّ البرلمان قانون المياه بأكثرية ضئيلة.", day="2025-11-03", source=other
    )
    make_article("تقرير بلا تاريخ عن أسواق حلب", "فُتحت ثلاثمئة دكان في السوق المسقوفة.", source=other).tags.add(syria)
    make_article("Erdogan visits Ankara book fair", "The president opened the fair.", day="2024-05-12", source=other)
    for position, (target, kind) in enumerate(
        [(excerpt, Link.Kind.RELATED), (latest, Link.Kind.LATEST), (further, Link.Kind.APPENDED)]
    ):
        Link.objects.create(
            from_article=main, to_article=target, kind=kind, origin=Link.Origin.PAGE, position=40 + position
        )
    dump = make_dump("page-1.txt", source)
    Appearance.objects.create(dump=dump, article=main, role=Appearance.Role.MAIN, first_line=1, last_line=32)
    Appearance.objects.create(dump=dump, article=excerpt, role=Appearance.Role.RELATED, first_line=40, last_line=44)
    return main
