"""Dumps and their reports, to be read only: a dump enters by import, and what it says stays."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.tables import MOST_ROWS, admin_link, file_name, table
from articles.models import Dump
from articles.templatetags.archive import instant
from articles.templatetags.page_reports import reason_label, template_label


class TemplateFilter(admin.SimpleListFilter):
    """The page templates and formats of which there are dumps."""

    title = Dump._meta.get_field("template").verbose_name
    parameter_name = "template"

    def lookups(self, request, model_admin):
        names = Dump.objects.order_by("template").values_list("template", flat=True).distinct()
        return [(name, template_label(name)) for name in names]

    def queryset(self, request, queryset):
        return queryset.filter(template=self.value()) if self.value() else queryset


class DumpAdmin(admin.ModelAdmin):
    list_display = (
        "shown_name",
        "source",
        "shown_template",
        "shown_articles",
        "shown_dropped",
        "shown_refused",
        "shown_moment",
    )
    list_filter = (TemplateFilter, "source")
    list_select_related = ("source",)
    search_fields = ("name", "sha256")
    search_help_text = gettext_lazy("File name or SHA-256")
    date_hierarchy = "imported_at"
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "shown_name",
                    "source",
                    "shown_template",
                    "template_version",
                    "encoding",
                    "size",
                    "sha256",
                    "shown_moment",
                    "run",
                    "is_complete",
                )
            },
        ),
        (gettext_lazy("Report"), {"fields": ("counts_table", "rejections_table", "dropped_table")}),
        (gettext_lazy("Articles"), {"fields": ("appearances_table",)}),
    )
    readonly_fields = (
        "shown_name",
        "shown_template",
        "shown_moment",
        "counts_table",
        "rejections_table",
        "dropped_table",
        "appearances_table",
    )

    class Media:
        css = {"all": ("css/admin.css",)}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=Count("appearances__article", distinct=True))

    @admin.display(description=gettext_lazy("file name"), ordering="name")
    def shown_name(self, dump):
        return file_name(dump.name)

    @admin.display(description=gettext_lazy("page template"), ordering="template")
    def shown_template(self, dump):
        return template_label(dump.template)

    @admin.display(description=gettext_lazy("imported at"), ordering="imported_at")
    def shown_moment(self, dump):
        return instant(dump.imported_at)

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
        dropped, skipped = dump.counts.get("dropped", {}), dump.counts.get("skipped", {})
        rows = [
            (_("whole articles"), dump.counts.get("articles", 0)),
            (_("cards"), dump.counts.get("cards", 0)),
            *((_("dropped: %(reason)s") % {"reason": reason_label(key)}, count) for key, count in dropped.items()),
            *((_("passed over: %(reason)s") % {"reason": reason_label(key)}, count) for key, count in skipped.items()),
        ]
        return table((_("what"), _("count")), rows, len(rows))

    @admin.display(description=gettext_lazy("refused"))
    def rejections_table(self, dump):
        rows = (("–" if line is None else line, reason) for line, reason in dump.rejections)
        return table((_("line"), _("reason")), rows, len(dump.rejections))

    @admin.display(description=gettext_lazy("dropped as furniture"))
    def dropped_table(self, dump):
        rows = ((line, reason_label(reason), text) for line, reason, text in dump.dropped)
        return table((_("line"), _("reason"), _("text")), rows, len(dump.dropped))

    @admin.display(description=gettext_lazy("appearances"))
    def appearances_table(self, dump):
        rows = dump.appearances.select_related("article").order_by("first_line")
        shown = (
            (f"{row.first_line}–{row.last_line}", row.get_role_display(), admin_link(row.article))
            for row in rows[:MOST_ROWS]
        )
        return table((_("lines"), _("role"), _("article")), shown, rows.count())
