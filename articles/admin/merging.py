"""Making one tag of several."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.confirming import confirmation, is_confirmed
from articles.authorities import merge_tags
from articles.models import Tag
from articles.search import outbox

MOST_MERGED = 50


class MergeForm(forms.Form):
    """Which tag stays."""

    kept = forms.ModelChoiceField(
        Tag.objects.none(),
        label=gettext_lazy("The tag that stays"),
        help_text=gettext_lazy("It gets the names and the articles of the others, which are deleted."),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, tags, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kept"].queryset = tags
        self.fields["kept"].initial = tags.first()


class Merging:
    """The action, for the admin of tags."""

    def has_merge_permission(self, request):
        return self.has_change_permission(request) and self.has_delete_permission(request)

    @admin.action(description=gettext_lazy("Make selected tags one"), permissions=["merge"])
    def merge_selected(self, request, queryset):
        tags = queryset.order_by("-article_count", "pk")
        if not 2 <= tags.count() <= MOST_MERGED:
            text = _("Select at least two tags, and no more than %(most)s.") % {"most": MOST_MERGED}
            return self.message_user(request, text, messages.ERROR)
        form = MergeForm(request.POST if is_confirmed(request) else None, tags=tags)
        if not form.is_valid():
            title, button = _("Make tags one"), _("Make them one")
            return confirmation(self, request, tags, form, title=title, button=button, action="merge_selected")
        kept = form.cleaned_data["kept"]
        gone = [tag for tag in tags if tag.pk != kept.pk]
        names = "، ".join(map(str, gone))
        outbox.record_changes(merge_tags(kept, gone))
        LogEntry.objects.log_actions(request.user.pk, [kept], CHANGE, f"merged: {names}")
        text = _("%(kept)s has now the names and articles of: %(names)s.") % {"kept": kept, "names": names}
        return self.message_user(request, text, messages.SUCCESS)
