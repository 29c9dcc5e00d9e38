"""Fractions as the language of the page writes them, and numbers as pictures do."""

from django import template

from articles.templatetags.archive import digits, language

register = template.Library()

ARABIC_SIGNS = str.maketrans({",": "\u066c", ".": "\u066b"})


@register.filter
def decimal(value: float, places: int = 1) -> str:
    """12.5 and ١٢٫٥, thousands apart."""
    shown = f"{value:,.{places}f}"
    return digits(shown.translate(ARABIC_SIGNS)) if language() == "ar" else shown


@register.filter
def coordinate(value: float) -> str:
    """A place in a picture as SVG writes it, whatever the language: 12 and 12.5."""
    return f"{value:g}"
