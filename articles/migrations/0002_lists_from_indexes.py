from django.db import migrations, models


class Migration(migrations.Migration):
    """Indexes alone: the table stays as it is, and nothing has to be indexed for search anew."""

    dependencies = [
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="article", name="article_newest"),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["status", "-published_to", "-added_at", "-id", "published_from"], name="article_newest"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["status", "source", "-published_to", "-added_at", "-id"], name="article_newest_of_source"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["status", "section", "-published_to", "-added_at", "-id"], name="article_newest_of_section"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["status", "source", "completeness", "published_from", "published_to"], name="article_volumes"
            ),
        ),
    ]
