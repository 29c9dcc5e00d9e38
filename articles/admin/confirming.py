"""The page between an action and its effect: what will happen to how many, and what has still to be said."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.response import TemplateResponse

MOST_SHOWN = 20


def is_confirmed(request) -> bool:
    return request.method == "POST" and "confirmed" in request.POST


def confirmation(model_admin, request, rows, form, *, title: str, button: str, action: str = "") -> TemplateResponse:
    """Ask. An action is sent again with the same selection; a page of its own gives none."""
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "button": button,
        "action": action,
        "opts": model_admin.opts,
        "form": form,
        "media": model_admin.media + form.media,
        "total": rows.count(),
        "rows": rows[:MOST_SHOWN],
        "checkbox_name": ACTION_CHECKBOX_NAME,
        "selected": request.POST.getlist(ACTION_CHECKBOX_NAME),
        "select_across": request.POST.get("select_across", "0"),
    }
    return TemplateResponse(request, "admin/articles/confirm.html", context)
