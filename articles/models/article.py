"""An article, its text as ordered blocks, and its links to other articles."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.authorities import Author, Place, Section, Source, Tag
from articles.querysets import ArticleQuerySet


class Article(models.Model):
    """One article of one outlet, whole or as the excerpt that a card of another page shows.

    What the pages say of it (headline, deck, blocks, section, authors, places, completeness, review) is settled by
    `articles.importing` from its appearances, but for the fields that an editor changed: `edited_fields` names those.
    """

    class Completeness(models.TextChoices):
        WHOLE = "whole", _("whole")
        EXCERPT = "excerpt", _("excerpt")

    class Status(models.TextChoices):
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Review(models.TextChoices):
        UNKNOWN_TEMPLATE = "unknown_template", _("page of no known template")
        TEXT_LAYER = "text_layer", _("letters in doubt, as from a PDF")
        AMBIGUOUS_IDENTITY = "ambiguous_identity", _("shares its headline with another article")
        UNKNOWN_SOURCE = "unknown_source", _("same text as an article of a named source")

    headline = models.CharField(_("headline"), max_length=1000)
    deck = models.TextField(_("deck"), blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("source")
    )
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("section")
    )
    authors = models.ManyToManyField(Author, blank=True, related_name="articles", verbose_name=_("authors"))
    places = models.ManyToManyField(Place, blank=True, related_name="articles", verbose_name=_("places"))
    tags = models.ManyToManyField(Tag, blank=True, related_name="articles", verbose_name=_("tags"))
    published = models.CharField(
        _("date of publication"),
        max_length=100,
        blank=True,
        help_text=_("An EDTF date: 2026-01-20, 2026-01, 2026~. Leave empty where it is not known."),
    )
    published_from = models.DateField(null=True, blank=True, editable=False)
    published_to = models.DateField(null=True, blank=True, editable=False)
    url = models.URLField(_("original address"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)

    completeness = models.CharField(_("completeness"), max_length=10, choices=Completeness, default=Completeness.WHOLE)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PUBLISHED)
    withdrawn_reason = models.TextField(_("reason for the withdrawal"), blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    review = models.CharField(_("needs review"), max_length=20, choices=Review, blank=True)
    edited_fields = models.JSONField(default=list, blank=True, editable=False)

    outside_id = models.CharField(
        _("outside identifier"),
        max_length=200,
        blank=True,
        help_text=_("The number or name that another system gave the article."),
    )
    mentions = models.JSONField(_("dates mentioned"), default=list, blank=True, editable=False)
    latest_date_mentioned = models.DateField(_("latest date mentioned"), null=True, blank=True, editable=False)
    text_digest = models.CharField(max_length=64, blank=True, editable=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # The lists of the newest, whole or of one source or section, in their order to the last column; and what
        # `articles.views.volumes` counts, group by group. A page of a list is read from its index alone.
        indexes = [
            models.Index(
                fields=["status", "-published_to", "-added_at", "-id", "published_from"], name="article_newest"
            ),
            models.Index(
                fields=["status", "source", "-published_to", "-added_at", "-id"], name="article_newest_of_source"
            ),
            models.Index(
                fields=["status", "section", "-published_to", "-added_at", "-id"], name="article_newest_of_section"
            ),
            models.Index(
                fields=["status", "source", "completeness", "published_from", "published_to"], name="article_volumes"
            ),
        ]

    def __str__(self):
        return self.headline

    def get_absolute_url(self):
        return reverse("article_detail", args=[self.pk])

    @property
    def is_withdrawn(self) -> bool:
        return self.status == self.Status.WITHDRAWN

    @property
    def is_excerpt(self) -> bool:
        return self.completeness == self.Completeness.EXCERPT


class ArticleKey(models.Model):
    """What an article can be recognised by: a folded headline, or an address, of one of its appearances."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=220, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="article_key_once")]

    def __str__(self):
        return self.key


class ArticleRedirect(models.Model):
    """The address of an article that turned out to be another one: the old number leads there for ever.

    `appearances` and `tags` are the numbers of what it had, for the day on which the import that joined them is undone.
    """

    old_id = models.BigIntegerField(primary_key=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="redirects")
    appearances = models.JSONField(default=list)
    tags = models.JSONField(default=list)

    def __str__(self):
        return f"{self.old_id} -> {self.article_id}"


class Block(models.Model):
    """One piece of an article's text, in the order of the page."""

    class Kind(models.TextChoices):
        PARAGRAPH = "paragraph", _("paragraph")
        SUBHEADING = "subheading", _("subheading")
        CAPTION = "caption", _("caption")

    article = models.ForeignKey(Article, models.CASCADE, related_name="blocks", verbose_name=_("article"))
    position = models.PositiveIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.TextField(_("text"))
    credit = models.CharField(_("credit"), max_length=500, blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        constraints = [models.UniqueConstraint(fields=["article", "position"], name="block_position")]

    def __str__(self):
        return self.text[:80]


class Link(models.Model):
    """That one article leads to another: a card or a further article of its page, or an editor's choice.

    `position` is the line of the page at which the link first stood (links of editors have none and come last).
    """

    class Kind(models.TextChoices):
        RELATED = "related", _("related")
        LATEST = "latest", _("latest news on its page")
        APPENDED = "appended", _("further article of its page")

    class Origin(models.TextChoices):
        PAGE = "page", _("the page")
        EDITOR = "editor", _("an editor")
        COMPUTED = "computed", _("computed")

    from_article = models.ForeignKey(Article, models.CASCADE, related_name="links", verbose_name=_("from"))
    to_article = models.ForeignKey(Article, models.CASCADE, related_name="backlinks", verbose_name=_("to"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.RELATED)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.EDITOR)
    position = models.PositiveIntegerField(_("position"), null=True, blank=True)

    class Meta:
        ordering = [models.F("position").asc(nulls_last=True), "kind", "to_article__headline", "pk"]
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint(fields=["from_article", "to_article", "kind"], name="link_once"),
            models.CheckConstraint(
                condition=~models.Q(from_article=models.F("to_article")),
                name="link_to_another",
                violation_error_message=_("An article cannot be linked to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.from_article_id} -> {self.to_article_id}"
