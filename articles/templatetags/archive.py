"""How numbers, dates, names and marked texts are written in the language of the page."""

import datetime
import re
from functools import lru_cache
from html import escape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.arabic import calendars

register = template.Library()

ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
BIDI_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FIRST_STRONG, POP = "\u2068", "\u2069"
STOP = ' tabindex="0"'
RIGHT_TO_LEFT = {"ar", "fa", "he", "ku", "ps", "ug", "ur"}


def language() -> str:
    """The language of the page as the calendars know it: `ar` or `en`."""
    return "ar" if (get_language() or "").startswith("ar") else "en"


@register.filter
def digits(value, tongue: str = "") -> str:
    """Any text with its digits as the language has them: 12 is ١٢ in Arabic.

    Here and below: who writes many names the language of the page, `tongue`, and it is not asked for each.
    """
    return calendars.digits(str(value), tongue or language())


@register.filter
def number(value: int, tongue: str = "") -> str:
    """A count with its thousands apart: 29,625 and ٢٩٬٦٢٥."""
    return _grouped(value, tongue or language())


@lru_cache(maxsize=4096)
def _grouped(value: int, tongue: str) -> str:
    grouped = f"{value:,}"
    return calendars.digits(grouped.replace(",", "\u066c"), tongue) if tongue == "ar" else grouped


@register.filter
def edtf(value: str, tongue: str = "") -> str:
    """A date of publication in words, `undated` where there is none."""
    return _date_in_words(value, tongue or language()) if value else _("undated")


@lru_cache(maxsize=4096)
def _date_in_words(value: str, tongue: str) -> str:
    try:
        return calendars.describe(value, tongue)
    except ValueError:
        return value  # not in the calendars' power: better as it was given than not at all


@register.filter
def hijri(article) -> str:
    """The Hijri day of an article whose Gregorian day is known, else nothing."""
    if article.published_from is None or article.published_from != article.published_to:
        return ""
    return calendars.describe_hijri(article.published_from, language()) or ""


@register.filter
def instant(moment: datetime.datetime) -> str:
    """A moment of the archive's own work: the day in words and the time, UTC."""
    return f"{calendars.describe(moment.date().isoformat(), language())} {digits(moment.strftime('%H:%M'))} UTC"


@register.filter
def variants(tag) -> list[str]:
    """The ways in which a tag is written beside its labels."""
    return [name.text for name in tag.names.all() if name.text not in (tag.label_ar, tag.label_en)]


@register.filter
def leads_out(address: str) -> bool:
    """Whether an address of another site may be a link: one that is not of the web, such as javascript:, may not."""
    return address.lower().startswith(("http://", "https://"))


@register.filter
def bdi(name, tongue: str = "") -> str:
    """A name kept in its own direction, and in its own language where that of the page, `tongue`, is another."""
    escaped = name if hasattr(name, "__html__") else escape(str(name))
    is_foreign = (tongue or language()) != "ar" and ARABIC_LETTER.search(str(name))
    return SafeString(f'<bdi lang="ar">{escaped}</bdi>' if is_foreign else f"<bdi>{escaped}</bdi>")


@register.filter
def isolated(text) -> str:
    """A text in its own direction where no markup can say so, as in a title; its own controls are taken out."""
    return FIRST_STRONG + BIDI_CONTROL.sub("", str(text)) + POP


@register.filter
def speaks(article) -> str:
    """The attributes that give an article's own texts their language and direction."""
    return _attributes_of(article.language)


@lru_cache(maxsize=256)
def _attributes_of(tongue: str) -> str:
    if not tongue:
        return mark_safe('dir="auto"')
    direction = "rtl" if tongue.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
    return format_html('lang="{}" dir="{}"', tongue, direction)


@register.filter
def marked(piece) -> str:
    """A `MarkedText` or a passage: escaped, the marked words in `<mark>`, numbered where asked for.

    A mark that has a reason says it: to the pointer as a title, to the keyboard, whose stop it is, by the style sheet.
    """
    text, first, end = piece.text, getattr(piece, "first", None), 0
    reasons = getattr(piece, "reasons", ()) or ("",) * len(piece.marks)
    parts = []
    for count, (mark, reason) in enumerate(zip(piece.marks, reasons, strict=True)):
        number_ = "" if first is None else f' id="mark-{first + count}"'
        said = f' title="{escape(reason)}"{"" if piece.is_in_link else STOP}' if reason else ""
        parts.append(
            f"{escape(text[end : mark.start])}<mark{number_}{said}>{escape(text[mark.start : mark.end])}</mark>"
        )
        end = mark.end
    return SafeString("".join(parts) + escape(text[end:]))
