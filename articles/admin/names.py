"""Sources, sections, authors and places: their names, their English names, and how many articles have them."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.text_fields import FIELD_OVERRIDES
from articles.arabic import folding

MOST_FOUND = 1000


class ArticlesBehind(admin.ModelAdmin):
    """Rows that articles are found by, with the number of these in the list."""

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
