"""Articles: finding them, correcting what the pages say, tagging, linking and withdrawing."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.article_forms import ArticleForm, BlockInline, LinkInline
from articles.admin.bulk_tagging import BulkTagging
from articles.admin.full_text import FullTextSearch
from articles.admin.provenance import appearances_table, page_links_table
from articles.admin.text_fields import FIELD_OVERRIDES
from articles.admin.withdrawing import Withdrawing
from articles.importing.archive import keep_text_as_seen
from articles.models import Article, Block

# What pages say and an editor may correct; a later import leaves alone what was corrected.
PAGE_FIELDS = ("headline", "deck", "source", "section", "authors", "places", "published", "url", "language", "review")


class DatedFilter(admin.SimpleListFilter):
    title = _("date of publication")
    parameter_name = "dated"

    def lookups(self, request, model_admin):
        return [("yes", _("dated")), ("no", _("undated"))]

    def queryset(self, request, queryset):
        return queryset.filter(published_to__isnull=self.value() == "no") if self.value() in ("yes", "no") else queryset


class ArticleAdmin(FullTextSearch, BulkTagging, Withdrawing, admin.ModelAdmin):
    form = ArticleForm
    formfield_overrides = FIELD_OVERRIDES
    list_display = ("shown_headline", "shown_origin", "published", "shown_state")
    list_filter = ("status", "completeness", "review", DatedFilter, "source", "section")
    list_select_related = ("source", "section")
    list_per_page = 50
    actions = ("tag_selected", "untag_selected", "withdraw_selected", "republish_selected")
    autocomplete_fields = ("source", "section", "authors", "places", "tags")
    inlines = (BlockInline, LinkInline)
    readonly_fields = (
        "completeness",
        "status",
        "withdrawn_reason",
        "withdrawn_at",
        "edited",
        "outside_id",
        "added_at",
        "changed_at",
        "page_links",
        "appearances",
    )
    fieldsets = (
        (None, {"fields": ("headline", "deck", "tags")}),
        (_("From the page"), {"fields": PAGE_FIELDS[2:]}),
        (_("State"), {"fields": readonly_fields[:5]}),
        (_("Provenance"), {"fields": readonly_fields[5:]}),
    )

    class Media:
        css = {"all": ("css/admin.css",)}

    def has_add_permission(self, request):
        """Articles come from pages."""
        return False

    def has_delete_permission(self, request, obj=None):
        """An article is withdrawn, never deleted: its address stays, and a later import would bring it back."""
        return False

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("headline"), ordering="headline")
    def shown_headline(self, article):
        return format_html("<bdi>{}</bdi>", article.headline)

    @admin.display(description=_("source and section"), ordering="source__name")
    def shown_origin(self, article):
        return format_html_join(" · ", "<bdi>{}</bdi>", ((name,) for name in (article.source, article.section) if name))

    @admin.display(description=_("state"), ordering="status")
    def shown_state(self, article):
        states = (article.get_status_display(), article.get_completeness_display(), article.get_review_display())
        return " · ".join(state for state in states if state)

    @admin.display(description=_("changed by editors"))
    def edited(self, article):
        names = (
            Block._meta.verbose_name_plural if name == "blocks" else Article._meta.get_field(name).verbose_name
            for name in article.edited_fields
        )
        return " · ".join(map(str, names)) or "–"

    @admin.display(description=_("links of the page"))
    def page_links(self, article):
        return page_links_table(article)

    @admin.display(description=_("appearances"))
    def appearances(self, article):
        return appearances_table(article)

    def save_model(self, request, obj, form, change):
        record_edits(obj, set(form.changed_data).intersection(PAGE_FIELDS))
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        if any(formset.model is Block and formset.has_changed() for formset in formsets):
            keep_text_as_seen(form.instance)
            record_edits(form.instance, {"blocks"})
            form.instance.save(update_fields=["edited_fields", "changed_at"])
        super().save_related(request, form, formsets, change)


def record_edits(article: Article, names: set[str]):
    """Remember that an editor changed these fields."""
    article.edited_fields = sorted(names.union(article.edited_fields))
