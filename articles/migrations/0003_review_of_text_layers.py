from django.db import migrations, models


class Migration(migrations.Migration):
    """One more reason for review; the table stays as it is."""

    dependencies = [
        ("articles", "0002_lists_from_indexes"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="review",
            field=models.CharField(
                blank=True,
                choices=[
                    ("unknown_template", "page of no known template"),
                    ("text_layer", "letters in doubt, as from a PDF"),
                    ("ambiguous_identity", "shares its headline with another article"),
                    ("unknown_source", "same text as an article of a named source"),
                ],
                max_length=20,
                verbose_name="needs review",
            ),
        ),
    ]
