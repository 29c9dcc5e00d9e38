"""Read-only tables inside a form, for what may be long: rows in a form would each be sent back when it is saved."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

MOST_ROWS = 200


def table(headings: Sequence[str], rows: Iterable[Sequence], total: int) -> SafeString:
    """An HTML table of at most `MOST_ROWS` rows, with a line that says so where there are more; a dash for none."""
    shown = [row for row, _place in zip(rows, range(MOST_ROWS), strict=False)]
    if not shown:
        return mark_safe("–")
    head = format_html_join("", '<th scope="col">{}</th>', ((heading,) for heading in headings))
    body = format_html_join("", "<tr>{}</tr>", ((cells(row),) for row in shown))
    left = total - len(shown)
    rest = format_html("<p>{}</p>", _("%(count)s more are not shown.") % {"count": left}) if left > 0 else ""
    return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}", head, body, rest)


def cells(row: Sequence) -> SafeString:
    """Table cells, each in its own direction."""
    return format_html_join("", '<td dir="auto">{}</td>', ((value,) for value in row))


def file_name(name: str) -> SafeString:
    """A file's name or path, which runs from left to right whatever its letters."""
    return format_html('<bdi dir="ltr">{}</bdi>', name)


def admin_link(row, text: str = "") -> SafeString:
    """A link to the admin's page of a row."""
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, text or str(row))
