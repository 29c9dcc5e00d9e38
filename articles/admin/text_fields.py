"""Text as editors type it: saving a form unchanged is no change."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models


class TypedText(forms.CharField):
    """A text whose line ends are those of the database; browsers send others, which would look like an edit."""

    def to_python(self, value):
        return super().to_python(str(value).replace("\r\n", "\n").replace("\r", "\n") if value else value)

    def has_changed(self, initial, data):
        return super().has_changed(self.to_python(initial), data)


class OneLine(TypedText):
    """A text of one line, shown in a box of several because it may be long."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


def box(rows: int) -> AdminTextareaWidget:
    """A text box in the direction of what is typed."""
    return AdminTextareaWidget(attrs={"rows": rows, "dir": "auto"})


FIELD_OVERRIDES = {
    models.TextField: {"form_class": TypedText, "widget": box(3)},
    models.URLField: {"assume_scheme": "https"},
}
