"""The names that articles are found by: sources, sections, authors, places, and the tags of their subjects."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Authority(models.Model):
    """A name as the page gave it, and its English form where an editor added one."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def label(self) -> str:
        """The name in the language of the page, the original name where it has none."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    def get_absolute_url(self):
        return reverse(f"{self._meta.model_name}_detail", args=[self.pk])


class Source(Authority):
    """The outlet that published an article."""

    homepage = models.URLField(_("address"), blank=True)

    class Meta(Authority.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")


class Section(Authority):
    """A section of an outlet, such as Regional affairs."""

    class Meta(Authority.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class Author(Authority):
    """Who signed: a person, or a desk such as «الشرق الأوسط»."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        DESK = "desk", _("desk")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PERSON)

    class Meta(Authority.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")


class Place(Authority):
    """The place that a dateline names."""

    class Meta(Authority.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")


class Tag(models.Model):
    """A subject, as an authority record: one heading for all the ways in which a name is written."""

    class Kind(models.TextChoices):
        TOPIC = "topic", _("topic")
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")
        EVENT = "event", _("event")

    label_ar = models.CharField(_("label in Arabic"), max_length=200, blank=True)
    label_en = models.CharField(_("label in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.TOPIC)
    note = models.TextField(_("scope note"), blank=True)

    class Meta:
        ordering = ["label_ar", "label_en"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(label_ar="", label_en=""),
                name="tag_has_a_label",
                violation_error_message=_("A tag needs a label in Arabic or in English."),
            ),
        ]

    def __str__(self):
        return self.label_ar or self.label_en

    @property
    def label(self) -> str:
        """The label in the language of the page, or the one there is."""
        first, second = (self.label_en, self.label_ar) if get_language() == "en" else (self.label_ar, self.label_en)
        return first or second

    def get_absolute_url(self):
        return reverse("tag_detail", args=[self.pk])


class TagName(models.Model):
    """One way in which a tag is written, its labels among them. No two tags share a name; `key` is the folded name."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="names", verbose_name=_("tag"))
    text = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)

    class Meta:
        ordering = ["text"]
        verbose_name = _("name of a tag")
        verbose_name_plural = _("names of tags")

    def __str__(self):
        return self.text
