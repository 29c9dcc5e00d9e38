"""Tags: their labels and all the ways in which they are written; several made one."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.merging import Merging
from articles.admin.names import ArticlesBehind
from articles.admin.text_fields import TypedText, box
from articles.arabic import folding
from articles.authorities import NameTaken, check_names, name_key, set_names
from articles.models import Tag, TagName

MOST_VARIANTS = 200
LONGEST_NAME = 200


class TagForm(forms.ModelForm):
    variants = TypedText(
        label=gettext_lazy("other names"),
        help_text=gettext_lazy("One name a line, in any script: ترمب, دونالد ترامب, Donald Trump."),
        required=False,
        widget=box(6),
    )

    class Meta:
        model = Tag
        fields = ("label_ar", "label_en", "kind", "variants", "note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["variants"] = "\n".join(other_names(self.instance))

    def clean_variants(self) -> list[str]:
        names = [line.strip() for line in self.cleaned_data["variants"].splitlines() if line.strip()]
        if len(names) > MOST_VARIANTS:
            raise forms.ValidationError(_("These are too many names."))
        if too_long := [name for name in names if len(name) > LONGEST_NAME]:
            raise forms.ValidationError(_("This name is too long: %(name)s"), params={"name": too_long[0]})
        return names

    def clean(self):
        data = super().clean()
        labels = {name: data.get(name) or "" for name in ("label_ar", "label_en")}
        try:
            check_names(Tag(pk=self.instance.pk, **labels), data.get("variants") or [])
        except NameTaken as taken:
            culprit = next((field for field, label in labels.items() if label == taken.name), "variants")
            self.add_error(culprit, say_taken(taken))
        return data


def say_taken(taken: NameTaken) -> str:
    return _("“%(name)s” is a name of another tag: %(tag)s.") % {"name": taken.name, "tag": taken.other_tag}


def other_names(tag: Tag) -> list[str]:
    """The names of a tag beside its labels."""
    labels = {name_key(label) for label in (tag.label_ar, tag.label_en) if label}
    return [name.text for name in tag.names.all() if name.key not in labels]


class TagAdmin(Merging, ArticlesBehind):
    form = TagForm
    article_lookup = "tags"
    list_display = ("shown_label", "label_en", "kind", "shown_variants", "shown_count")
    list_filter = ("kind",)
    search_fields = ("label_ar", "label_en")  # makes Django show the box; all names are searched
    ordering = ("label_ar", "label_en")
    actions = ("merge_selected",)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("names")

    def get_search_results(self, request, queryset, search_term):
        """Tags of which one name holds all words, in any spelling."""
        names = TagName.objects.all()
        for word in folding.key(search_term).split():
            names = names.filter(key__contains=word)
        return (queryset.filter(pk__in=names.values("tag")) if search_term.strip() else queryset), False

    @admin.display(description=Tag._meta.verbose_name, ordering="label_ar")
    def shown_label(self, tag):
        return str(tag)

    @admin.display(description=gettext_lazy("other names"))
    def shown_variants(self, tag):
        return " · ".join(other_names(tag)) or "–"

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        set_names(obj, form.cleaned_data["variants"])

    def changeform_view(self, request, *args, **kwargs):
        """A name may be taken by someone else between the check of the form and its saving."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NameTaken as taken:
            self.message_user(request, say_taken(taken), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
