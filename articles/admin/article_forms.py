"""An article's form, its text as a list of blocks, and its links; what an editor may get wrong is said in the form."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import F
from django.forms.models import BaseInlineFormSet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.text_fields import FIELD_OVERRIDES, OneLine, box
from articles.arabic import calendars
from articles.models import Block, Link

# Each block sends up to seven fields, and Django refuses a form of too many.
MOST_BLOCKS_IN_A_FORM = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS // 10


class ArticleForm(forms.ModelForm):
    headline = OneLine(label=capfirst(gettext_lazy("headline")), max_length=1000, widget=box(2))

    def clean_published(self) -> str:
        """An EDTF date, its first and last day kept beside it."""
        published = self.cleaned_data["published"].strip()
        first = last = None
        if published:
            try:
                first, last = calendars.bounds(published)
            except ValueError:
                raise forms.ValidationError(_("This is no EDTF date. Examples: 2026-01-20, 2026-01, 2026~.")) from None
        self.instance.published_from, self.instance.published_to = first, last
        return published


class BlockForm(forms.ModelForm):
    """One block. `order` is counted from 1; a block that was given another's number comes before it."""

    order = forms.IntegerField(label=gettext_lazy("order"), required=False, min_value=0, max_value=100_000)

    class Meta:
        model = Block
        fields = ("order", "kind", "text", "credit")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = Block.Kind.PARAGRAPH
        if self.instance.pk:
            self.initial["order"] = self.instance.position + 1

    def clean(self):
        data = super().clean()
        if data.get("credit") and data.get("kind") != Block.Kind.CAPTION:
            self.add_error("credit", _("Only a caption has a credit."))
        return data

    def place(self) -> tuple:
        """Sorts blocks as the editor numbered them; without a number a block is the last."""
        order = self.cleaned_data.get("order")
        return (order is None, order or 0, "order" not in self.changed_data)


class BlockFormSet(BaseInlineFormSet):
    """The blocks of an article, numbered anew when they are saved."""

    def save(self, commit=True):
        changed = super().save(commit=False)
        if not self.has_changed():
            return changed
        for block in self.deleted_objects:
            block.delete()
        kept = [form for form in self.forms if form not in self.deleted_forms and is_filled(form)]
        blocks = [form.instance for form in sorted(kept, key=BlockForm.place)]
        # No two blocks may have one position even for a moment, so all of them first move out of the way.
        highest = max((block.position or 0 for block in blocks), default=0)
        self.instance.blocks.update(position=F("position") + highest + len(blocks) + 1)
        for position, block in enumerate(blocks):
            block.position = position
            block.save()
        return changed


def is_filled(form) -> bool:
    return bool(form.instance.pk) or form.has_changed()


class BlockInline(admin.TabularInline):
    model = Block
    form = BlockForm
    formset = BlockFormSet
    formfield_overrides = FIELD_OVERRIDES
    extra = 0
    verbose_name_plural = gettext_lazy("text")

    def has_change_permission(self, request, obj=None):
        fits = obj is None or obj.blocks.count() <= MOST_BLOCKS_IN_A_FORM
        return fits and super().has_change_permission(request, obj)

    has_add_permission = has_delete_permission = has_change_permission


class LinkFormSet(BaseInlineFormSet):
    """Editors' links of one article: to others only, and none that it has already from an editor or its page."""

    def clean(self):
        super().clean()
        present = {(link.to_article_id, link.kind): link.pk for link in self.instance.links.all()}
        for form in self.forms:
            if form in self.deleted_forms or not form.cleaned_data.get("to_article"):
                continue
            link = (form.cleaned_data["to_article"].pk, form.cleaned_data.get("kind"))
            if link[0] == self.instance.pk:
                form.add_error("to_article", _("An article cannot be linked to itself."))
            elif present.setdefault(link, form.instance.pk or form) != (form.instance.pk or form):
                form.add_error("to_article", _("The article has this link already."))


class LinkInline(admin.TabularInline):
    """The links that editors made; those of pages are shown beside them and follow the pages alone."""

    model = Link
    formset = LinkFormSet
    fk_name = "from_article"
    fields = ("to_article", "kind")
    autocomplete_fields = ("to_article",)
    extra = 0
    verbose_name_plural = gettext_lazy("links made by editors")

    def get_queryset(self, request):
        return super().get_queryset(request).filter(origin=Link.Origin.EDITOR).select_related("to_article")
