"""Dumps and their reports, to be read only: a dump enters by import, and what it says stays."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.tables import MOST_ROWS, admin_link, table


class DumpAdmin(admin.ModelAdmin):
    list_display = ("name", "source", "template", "shown_articles", "shown_dropped", "shown_refused", "imported_at")
    list_filter = ("template", "source")
    list_select_related = ("source",)
    search_fields = ("name", "sha256")
    search_help_text = gettext_lazy("File name or SHA-256")
    date_hierarchy = "imported_at"
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "name",
                    "source",
                    "template",
                    "template_version",
                    "encoding",
                    "size",
                    "sha256",
                    "imported_at",
                )
            },
        ),
        (gettext_lazy("Report"), {"fields": ("counts_table", "rejections_table", "dropped_table")}),
        (gettext_lazy("Articles"), {"fields": ("appearances_table",)}),
    )
    readonly_fields = ("counts_table", "rejections_table", "dropped_table", "appearances_table")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=Count("appearances__article", distinct=True))

    @admin.display(description=gettext_lazy("articles"), ordering="article_count")
    def shown_articles(self, dump):
        return dump.article_count

    @admin.display(description=gettext_lazy("dropped lines"))
    def shown_dropped(self, dump):
        return len(dump.dropped)

    @admin.display(description=gettext_lazy("refused"))
    def shown_refused(self, dump):
        return len(dump.rejections)

    @admin.display(description=gettext_lazy("counts"))
    def counts_table(self, dump):
        dropped = dump.counts.get("dropped", {})
        rows = [
            (_("whole articles"), dump.counts.get("articles", 0)),
            (_("cards"), dump.counts.get("cards", 0)),
            *((_("dropped: %(reason)s") % {"reason": reason}, count) for reason, count in dropped.items()),
        ]
        return table((_("what"), _("count")), rows, len(rows))

    @admin.display(description=gettext_lazy("refused"))
    def rejections_table(self, dump):
        rows = (("–" if line is None else line, reason) for line, reason in dump.rejections)
        return table((_("line"), _("reason")), rows, len(dump.rejections))

    @admin.display(description=gettext_lazy("dropped as furniture"))
    def dropped_table(self, dump):
        return table((_("line"), _("reason"), _("text")), dump.dropped, len(dump.dropped))

    @admin.display(description=gettext_lazy("appearances"))
    def appearances_table(self, dump):
        rows = dump.appearances.select_related("article").order_by("first_line")
        shown = (
            (f"{row.first_line}–{row.last_line}", row.get_role_display(), admin_link(row.article))
            for row in rows[:MOST_ROWS]
        )
        return table((_("lines"), _("role"), _("article")), shown, rows.count())
