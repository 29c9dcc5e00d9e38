"""Tagging and untagging the articles selected in the list."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin import bulk
from articles.admin.confirming import confirmation, is_confirmed
from articles.admin.withdrawing import article_ids, log_changes
from articles.authorities import Authorities
from articles.models import Article, Tag


class TagForm(forms.Form):
    """One tag: of those there are, or by a new name."""

    tag = forms.ModelChoiceField(
        Tag.objects.all(),
        label=gettext_lazy("Tag"),
        required=False,
        widget=AutocompleteSelect(Article._meta.get_field("tags"), admin.site),
    )
    new_name = forms.CharField(
        label=gettext_lazy("Or a new tag"),
        help_text=gettext_lazy("A tag that is written so already is found, not made again."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, may_create: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_create:
            del self.fields["new_name"]

    def clean(self):
        data = super().clean()
        if not self.errors and bool(data["tag"]) == bool(data.get("new_name")):
            raise forms.ValidationError(_("Choose one tag."))
        return data

    def chosen(self) -> Tag:
        """The tag of a valid form, made where it is new."""
        return self.cleaned_data["tag"] or Authorities().tag(self.cleaned_data["new_name"])


class BulkTagging:
    """The two actions, for the admin of articles."""

    @admin.action(description=gettext_lazy("Tag selected articles"), permissions=["change"])
    def tag_selected(self, request, queryset):
        form = TagForm(
            request.POST if is_confirmed(request) else None, may_create=request.user.has_perm("articles.add_tag")
        )
        if not form.is_valid():
            title, button = _("Tag articles"), _("Add the tag")
            return confirmation(self, request, queryset, form, title=title, button=button, action="tag_selected")
        tag = form.chosen()
        done = bulk.add_tag(article_ids(queryset), tag)
        log_changes(request, done, f"tagged: {tag}")
        text = ngettext(
            "%(tag)s was added to %(count)s article.", "%(tag)s was added to %(count)s articles.", len(done)
        )
        self.message_user(request, text % {"tag": tag, "count": len(done)}, messages.SUCCESS)
        return None

    @admin.action(description=gettext_lazy("Remove a tag from selected articles"), permissions=["change"])
    def untag_selected(self, request, queryset):
        form = TagForm(request.POST if is_confirmed(request) else None, may_create=False)
        if not form.is_valid():
            title, button = _("Remove a tag"), _("Remove the tag")
            return confirmation(self, request, queryset, form, title=title, button=button, action="untag_selected")
        tag = form.chosen()
        done = bulk.remove_tag(article_ids(queryset), tag)
        log_changes(request, done, f"tag removed: {tag}")
        text = ngettext(
            "%(tag)s was removed from %(count)s article.", "%(tag)s was removed from %(count)s articles.", len(done)
        )
        self.message_user(request, text % {"tag": tag, "count": len(done)}, messages.SUCCESS)
        return None
