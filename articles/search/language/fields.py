"""The names of fields, in both languages, as they are typed before a colon."""

from articles.search.language.tree import TextField

Language = str

TEXT_FIELDS: dict[TextField, dict[Language, str]] = {
    "title": {"ar": "عنوان", "en": "title"},
    "text": {"ar": "نص", "en": "text"},
    "author": {"ar": "كاتب", "en": "author"},
    "source": {"ar": "مصدر", "en": "source"},
    "section": {"ar": "قسم", "en": "section"},
    "place": {"ar": "مكان", "en": "place"},
    "tag": {"ar": "وسم", "en": "tag"},
}
DATE_FIELDS = {
    "date": {"ar": "تاريخ", "en": "date"},
    "mentioned": {"ar": "مذكور", "en": "mentioned"},
}
_ALL = {**TEXT_FIELDS, **DATE_FIELDS}
NAMES: dict[str, str] = {typed: field for field, names in _ALL.items() for typed in names.values()}


def typed_name(field: str, language: Language) -> str:
    """title, "ar" -> عنوان"""
    return _ALL[field][language]
