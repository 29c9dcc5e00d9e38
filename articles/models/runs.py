"""Imports as records: what was asked, what came of it, and everything that was refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One run of an import, from its first file to its last; `arguments` are the paths and options as given."""

    class Status(models.TextChoices):
        RUNNING = "running", _("running, or was ended from outside")
        FINISHED = "finished", _("finished")
        FAILED = "failed", _("ended with an error")
        UNDONE = "undone", _("undone")

    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.RUNNING)
    version = models.CharField(_("version of the archive"), max_length=50)
    arguments = models.JSONField(_("arguments"), default=dict)
    counts = models.JSONField(_("counts"), default=dict)
    message = models.TextField(_("message"), blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self):
        return f"{self.pk} ({self.started_at:%Y-%m-%d %H:%M})"


class Refusal(models.Model):
    """Something that a run could not take in, with its place and the reason. `byte` is an offset from 0."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="refusals", verbose_name=_("import"))
    path = models.TextField(_("file"))
    line = models.PositiveBigIntegerField(_("line"), null=True, blank=True)
    byte = models.PositiveBigIntegerField(_("byte"), null=True, blank=True)
    reason = models.TextField(_("reason"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")

    def __str__(self):
        return f"{self.path}: {self.reason}"
