"""Withdrawing articles, with a reason, and publishing them again: from the list, and from an article's own page."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin import bulk
from articles.admin.confirming import confirmation, is_confirmed
from articles.admin.text_fields import TypedText, box
from articles.models import Article


class WithdrawalForm(forms.Form):
    reason = TypedText(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Visitors will read it in place of the article."),
        max_length=2000,
        widget=box(3),
    )


def log_changes(request, ids: list[int], message: str):
    """Write the history of articles that were changed in bulk."""
    for chunk in bulk.chunks(ids):
        LogEntry.objects.log_actions(request.user.pk, Article.objects.filter(pk__in=chunk), CHANGE, message)


class Withdrawing:
    """The actions and pages of an article's withdrawal, for its admin."""

    @admin.action(description=gettext_lazy("Withdraw selected articles"), permissions=["change"])
    def withdraw_selected(self, request, queryset):
        return self.ask_or_withdraw(request, queryset, action="withdraw_selected")

    @admin.action(description=gettext_lazy("Publish selected articles again"), permissions=["change"])
    def republish_selected(self, request, queryset):
        self.republish(request, queryset)

    def get_urls(self):
        site = self.admin_site
        return [
            path("<int:pk>/withdraw/", site.admin_view(self.withdraw_page), name="articles_article_withdraw"),
            path("<int:pk>/republish/", site.admin_view(self.republish_page), name="articles_article_republish"),
            *super().get_urls(),
        ]

    def withdraw_page(self, request, pk: int):
        rows = self.one_article(request, pk)
        return self.ask_or_withdraw(request, rows) or self.back_to(pk)

    def republish_page(self, request, pk: int):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        self.republish(request, self.one_article(request, pk))
        return self.back_to(pk)

    def one_article(self, request, pk: int):
        article = get_object_or_404(Article, pk=pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return Article.objects.filter(pk=pk)

    def back_to(self, pk: int):
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))

    def ask_or_withdraw(self, request, rows, action: str = ""):
        """The page that asks for the reason; once it was given, withdraws and answers None."""
        form = WithdrawalForm(request.POST if is_confirmed(request) else None)
        if not form.is_valid():
            title, button = _("Withdraw articles"), _("Withdraw")
            return confirmation(self, request, rows, form, title=title, button=button, action=action)
        reason = form.cleaned_data["reason"]
        done = bulk.withdraw(article_ids(rows), reason)
        log_changes(request, done, f"withdrawn: {reason}")
        text = ngettext("%(count)s article was withdrawn.", "%(count)s articles were withdrawn.", len(done))
        self.message_user(request, text % {"count": len(done)}, messages.SUCCESS)
        return None

    def republish(self, request, rows):
        done = bulk.republish(article_ids(rows))
        log_changes(request, done, "published again")
        text = ngettext("%(count)s article is published again.", "%(count)s articles are published again.", len(done))
        self.message_user(request, text % {"count": len(done)}, messages.SUCCESS)


def article_ids(rows) -> list[int]:
    return list(rows.order_by("pk").values_list("pk", flat=True))
