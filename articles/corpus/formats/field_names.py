"""By which names files call what an article has, and the operator's own word on it (`--map`)."""

from collections.abc import Mapping
from functools import lru_cache

# Ours, with the names that files have for it, the best first. Case, and what is neither letter nor digit, do not count:
# published_at, publishedAt and Published-At are one.
KNOWN_NAMES: dict[str, tuple[str, ...]] = {
    "headline": (
        *("headline", "title", "headlinetext", "newstitle", "newsheadline", "articletitle", "posttitle"),
        *("webtitle", "heading"),
        *("العنوان", "عنوان", "عنوان الخبر", "عنوان المقال", "العنوان الرئيسي"),
    ),
    "text": (
        *("text", "body", "content", "contenthtml", "contenttext", "article", "articlebody", "articletext"),
        *("articlecontent", "maintext", "fulltext", "bodytext", "bodyhtml", "newstext", "newsbody", "newscontent"),
        *("postcontent", "contentencoded", "plaintext", "textcontent", "rawtext", "cleantext", "paragraphs"),
        *("bodyxhtml", "story", "storytext", "newsdetails", "details"),
        *("النص", "نص", "المحتوى", "محتوى", "نص الخبر", "نص المقال", "المتن", "متن", "تفاصيل الخبر", "التفاصيل"),
    ),
    "published": (
        *("date", "published", "pubdate", "datepublished", "publishedat", "publishedon"),
        *("publicationdate", "publisheddate", "publishdate", "datepublish", "publishtime", "postdate", "newsdate"),
        *("publishedtime", "articlepublishedtime", "publicationtime", "webpublicationdate", "articledate", "datetime"),
        *("التاريخ", "تاريخ", "تاريخ النشر", "تاريخ الخبر"),
    ),
    "source": (
        *("source", "site", "publisher", "outlet", "sitename", "sourcename", "newspaper", "sourcehostname"),
        *("publishername", "website", "المصدر", "مصدر", "الصحيفة"),
        *("الجريدة", "الموقع", "اسم الصحيفة", "الناشر", "الوكالة"),
    ),
    "section": (
        *("section", "category", "articlesection", "sectionname", "categoryname"),
        *("القسم", "قسم", "التصنيف", "تصنيف", "الفئة", "الباب"),
    ),
    "authors": (
        *("author", "authors", "byline", "authorname", "creator", "writer", "dccreator", "reporter"),
        *("الكاتب", "كاتب", "الكتاب", "المؤلف", "المحرر", "بقلم"),
    ),
    "url": (
        *("url", "link", "permalink", "articleurl", "canonicalurl"),
        *("weburl", "pageurl", "respondedurl", "requestedurl"),
        *("mainentityofpage", "sourceurl", "الرابط", "رابط"),
    ),
    "tags": (
        *("tags", "keywords", "newskeywords", "metakeywords", "hashtags"),
        *("الوسوم", "وسوم", "الكلمات المفتاحية", "كلمات مفتاحية"),
    ),
    "deck": (
        *("abstract", "summary", "description", "deck", "subtitle", "excerpt", "lead", "standfirst", "trailtext"),
        *("metadescription", "الملخص", "ملخص", "العنوان الفرعي", "عنوان فرعي"),
    ),
    "outside_id": (
        *("id", "guid", "articleid", "newsid", "postid", "docid", "documentid", "storyid", "uuid"),
        *("المعرف", "الرقم"),
    ),
    "language": ("language", "lang", "inlanguage", "metalang", "اللغة"),
    "place": ("place", "dateline", "location", "المكان"),
}


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """published_at -> publishedat."""
    return "".join(filter(str.isalnum, name.casefold()))


OURS: dict[str, str] = {plain_name(name): ours for ours, names in KNOWN_NAMES.items() for name in (ours, *names)}
TEXTUAL = ("headline", "text")

# What programs, databases and tables write in the place of nothing, perhaps with blanks around it.
NOTHING = {
    *("", "null", "none", "nil", "nan", "na", "n/a", "#n/a", "<na>", "nat", "undefined", "\\n", "-", "--", "[]", "{}"),
}
LONGEST_NOTHING = 100  # characters


def is_known(name: str, *among: str) -> bool:
    """Whether a file's field is known by its name, as one of `among` if any are given."""
    ours = OURS.get(plain_name(name))
    return ours in among if among else ours is not None


def parse_mapping(text: str) -> dict[str, str]:
    """`title=headline,text=body` -> {"headline": "headline", "text": "body"}: our names lead to those of the file.

    On the left stands what we know, on the right the file's field, `a.b` for b inside a. Raises ValueError with a
    sentence for the operator.
    """
    mapping: dict[str, str] = {}
    for pair in filter(None, map(str.strip, text.split(","))):
        left, equals, field = (part.strip() for part in pair.partition("="))
        if not (left and equals and field):
            raise ValueError(f"“{pair}” is not of the form title=headline: our name, an equals sign, the file's field.")
        ours = OURS.get(plain_name(left))
        if ours is None:
            known = ", ".join(names[0] for names in KNOWN_NAMES.values())
            raise ValueError(f"“{left}” is no field of an article; these are: {known}.")
        if ours in mapping:
            raise ValueError(f"“{left}” is given twice; an article has one field of that kind.")
        mapping[ours] = field
    if not mapping:
        raise ValueError("A mapping names at least one field, as in title=headline,text=body.")
    return mapping


class FieldFinder:
    """Finds the values of our fields in a record: by the operator's mapping, else by known names."""

    def __init__(self, mapping: Mapping[str, str]):
        self.mapping = dict(mapping)
        # What the operator gave a meaning has no other beside it.
        self.taken = {plain_name(field) for field in self.mapping.values()}

    def values(self, record: Mapping[str, object]) -> dict[str, list[tuple[str, object]]]:
        """Of each of our fields, the file's fields that are not empty, the best first."""
        by_name: dict[str, list[tuple[int, str, object]]] = {}
        for field, value in record.items():
            name = plain_name(field)
            ours = OURS.get(name)
            if ours and ours not in self.mapping and name not in self.taken and not is_empty(value):
                by_name.setdefault(ours, []).append((RANKS[name], field, value))
        found = {ours: [(name, value) for _, name, value in sorted(of, key=first)] for ours, of in by_name.items()}
        for ours, field in self.mapping.items():
            value = looked_up(record, field)
            found[ours] = [] if is_empty(value) else [(field, value)]
        return found

    def has_field(self, record: Mapping[str, object], ours: str) -> bool:
        """Whether a record has a field for this of ours, be it empty."""
        if ours in self.mapping:
            return looked_up(record, self.mapping[ours]) is not None
        return any(OURS.get(plain_name(field)) == ours for field in record)


RANKS = {plain_name(name): rank for names in KNOWN_NAMES.values() for rank, name in enumerate(names)}
RANKS = dict.fromkeys(OURS, len(OURS)) | RANKS


def first(item: tuple) -> object:
    return item[0]


def is_empty(value: object) -> bool:
    """Whether a value is nothing, or what databases and tables write for it."""
    if isinstance(value, str):
        return value.isspace() or (len(value) <= LONGEST_NOTHING and value.strip().casefold() in NOTHING)
    return value is None or value in ([], {})


def looked_up(record: object, path: str) -> object:
    """The value at a path, or None. The case of letters counts only where two fields differ by it."""
    if not isinstance(record, Mapping):
        return None
    if path in record:
        return record[path]
    for field, value in record.items():
        if field.casefold() == path.casefold():
            return value
    outer, dot, inner = path.partition(".")
    return looked_up(looked_up(record, outer), inner) if dot else None
