"""Sources, sections, authors and places: their names, their English names, and how many articles have them."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.text_fields import FIELD_OVERRIDES
from articles.arabic import folding
from articles.search import outbox

MOST_FOUND = 1000


class ArticlesBehind(admin.ModelAdmin):
    """Rows that articles are found by: counted in the list, and what changes in them is news for the index."""

    formfield_overrides = FIELD_OVERRIDES
    article_lookup = ""  # the field of an article that leads here

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(article_count=Count("articles", distinct=True))

    @admin.display(description=_("articles"), ordering="article_count")
    def shown_count(self, row):
        address = reverse("admin:articles_article_changelist", query={f"{self.article_lookup}__id__exact": row.pk})
        return format_html('<a href="{}">{}</a>', address, row.article_count)

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            outbox.record_changes(article_ids([obj]))

    def delete_model(self, request, obj):
        behind = article_ids([obj])
        super().delete_model(request, obj)
        outbox.record_changes(behind)

    def delete_queryset(self, request, queryset):
        behind = article_ids(queryset)
        super().delete_queryset(request, queryset)
        outbox.record_changes(behind)


def article_ids(rows) -> list[int]:
    """The numbers of all articles of these rows."""
    return sorted({pk for row in rows for pk in row.articles.order_by().values_list("pk", flat=True)})


class AuthorityAdmin(ArticlesBehind):
    list_display = ("name", "name_en", "shown_count")
    search_fields = ("name", "name_en")
    ordering = ("name",)

    def get_search_results(self, request, queryset, search_term):
        """Names that hold all words in any spelling; these tables are small enough to be read whole."""
        words = folding.key(search_term).split()
        if not words:
            return queryset, False
        names = self.model.objects.order_by("name").values_list("pk", "name", "name_en")
        keys = ((pk, folding.key(f"{name} {english}")) for pk, name, english in names)
        found = [pk for pk, key in keys if all(word in key for word in words)]
        return queryset.filter(pk__in=found[:MOST_FOUND]), False


class SourceAdmin(AuthorityAdmin):
    article_lookup = "source"
    list_display = ("name", "name_en", "homepage", "shown_count")


class SectionAdmin(AuthorityAdmin):
    article_lookup = "section"


class AuthorAdmin(AuthorityAdmin):
    article_lookup = "authors"
    list_display = ("name", "name_en", "kind", "shown_count")
    list_filter = ("kind",)


class PlaceAdmin(AuthorityAdmin):
    article_lookup = "places"
