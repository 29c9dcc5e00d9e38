"""Where every word came from: the dumps that were read, and each place in them at which an article stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.authorities import Source
from articles.models.runs import ImportRun


class Dump(models.Model):
    """A saved page or file of records that was imported, known by its checksum.

    `is_complete` is false of a file whose import was cut off; running it again goes on with the rest.
    """

    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    encoding = models.CharField(_("encoding"), max_length=20)
    template = models.CharField(_("page template"), max_length=50)
    template_version = models.PositiveIntegerField(_("version of the template"))
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="dumps", verbose_name=_("source")
    )
    run = models.ForeignKey(
        ImportRun, models.SET_NULL, null=True, blank=True, related_name="dumps", verbose_name=_("import")
    )
    is_complete = models.BooleanField(_("read to its end"), default=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    counts = models.JSONField(_("counts"), default=dict)
    dropped = models.JSONField(_("dropped as furniture"), default=list)
    rejections = models.JSONField(_("refused"), default=list)

    class Meta:
        ordering = ["-imported_at", "name"]
        verbose_name = _("dump")
        verbose_name_plural = _("dumps")

    def __str__(self):
        return self.name


class Appearance(models.Model):
    """One place in a dump at which an article stands, and what was seen there.

    `seen` holds the record as the parser gave it (`articles.corpus.records`): of a card all its parts; of a whole
    article its headline, deck and place, and its blocks where they differ from those of the article.
    """

    class Role(models.TextChoices):
        MAIN = "main", _("main article")
        APPENDED = "appended", _("further article")
        RELATED = "related", _("card of a related article")
        LATEST = "latest", _("card of the latest news")

    dump = models.ForeignKey(Dump, models.CASCADE, related_name="appearances", verbose_name=_("dump"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances", verbose_name=_("article"))
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    role = models.CharField(_("role"), max_length=10, choices=Role)
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))
    seen = models.JSONField(_("as seen there"), default=dict)
    text_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["dump__name", "first_line", "pk"]
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        constraints = [models.UniqueConstraint(fields=["dump", "first_line"], name="appearance_place")]
        indexes = [models.Index(fields=["dump", "role"], name="appearance_role")]

    def __str__(self):
        return f"{self.dump}:{self.first_line}–{self.last_line}"


class RestoredArticle(models.Model):
    """Which article one of an export of ours became here; `related` are its links until all of the export is there."""

    export = models.ForeignKey(Dump, models.CASCADE, related_name="restored")
    old_id = models.BigIntegerField()
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    related = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["export", "old_id"], name="restored_once")]

    def __str__(self):
        return f"{self.old_id} -> {self.article_id}"
