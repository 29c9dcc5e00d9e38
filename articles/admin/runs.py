"""Imports and what came of them, to be read only."""

from django.contrib import admin
from django.db.models import Count
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.tables import MOST_ROWS, admin_link, file_name, table
from articles.templatetags.archive import instant
from articles.templatetags.page_reports import template_label

COUNTS = {
    "dumps": gettext_lazy("files with news"),
    "imported": gettext_lazy("files imported"),
    "known": gettext_lazy("files known already"),
    "updated": gettext_lazy("files of which more is known now"),
    "refused": gettext_lazy("files refused"),
    "rejections": gettext_lazy("things refused"),
    "passed_over": gettext_lazy("files passed over"),
    "articles": gettext_lazy("whole articles"),
    "cards": gettext_lazy("cards"),
    "dropped": gettext_lazy("dropped lines"),
    "articles_added": gettext_lazy("articles added"),
    "articles_changed": gettext_lazy("articles changed"),
    "articles_merged": gettext_lazy("articles joined with others"),
    "skipped": gettext_lazy("records passed over"),
}
IN_THE_LIST = ("articles_added", "articles_changed", "rejections")


class RunAdmin(admin.ModelAdmin):
    list_display = ("pk", "shown_start", "shown_end", "status", "shown_counts")
    list_filter = ("status",)
    fields = (
        "shown_start",
        "shown_end",
        "status",
        "version",
        "message",
        "arguments_table",
        "counts_table",
        "dumps_table",
        "refusals_table",
    )
    readonly_fields = ("shown_start", "shown_end", "arguments_table", "counts_table", "dumps_table", "refusals_table")

    class Media:
        css = {"all": ("css/admin.css",)}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("started at"), ordering="started_at")
    def shown_start(self, run):
        return instant(run.started_at)

    @admin.display(description=gettext_lazy("finished at"), ordering="finished_at", empty_value="–")
    def shown_end(self, run):
        return run.finished_at and instant(run.finished_at)

    @admin.display(description=gettext_lazy("counts"))
    def shown_counts(self, run):
        known = ((COUNTS[name], run.counts[name]) for name in IN_THE_LIST if run.counts.get(name))
        return format_html_join(" · ", "{}: {}", known) or "–"

    @admin.display(description=gettext_lazy("arguments"))
    def arguments_table(self, run):
        rows = [(file_name(name), file_name(as_typed(value))) for name, value in run.arguments.items()]
        return table((_("option"), _("value")), rows, len(rows))

    @admin.display(description=gettext_lazy("counts"))
    def counts_table(self, run):
        rows = [(COUNTS.get(name, name), value) for name, value in run.counts.items() if isinstance(value, int)]
        return table((_("what"), _("count")), rows, len(rows))

    @admin.display(description=gettext_lazy("dumps"))
    def dumps_table(self, run):
        rows = run.dumps.annotate(article_count=Count("appearances__article", distinct=True)).order_by("name", "pk")
        shown = ((admin_link(dump), template_label(dump.template), dump.article_count) for dump in rows[:MOST_ROWS])
        return table((_("dump"), _("page template"), _("articles")), shown, run.dumps.count())

    @admin.display(description=gettext_lazy("refused"))
    def refusals_table(self, run):
        rows = run.refusals.all()
        shown = ((file_name(found.path), place(found), found.reason) for found in rows[:MOST_ROWS])
        return table((_("file"), _("place"), _("reason")), shown, rows.count())


def as_typed(value) -> str:
    """An argument as one line: several values stand side by side."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def place(found) -> str:
    """Where in its file a refused thing stands."""
    if found.line is not None:
        return _("line %(number)s") % {"number": found.line}
    return "–" if found.byte is None else _("byte %(number)s") % {"number": found.byte}
