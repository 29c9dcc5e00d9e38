"""What the index has still to learn."""

from django.db import models


class IndexChange(models.Model):
    """That an article changed, was added, withdrawn or deleted. Written with the change, removed once it is indexed."""

    article_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.article_id)
