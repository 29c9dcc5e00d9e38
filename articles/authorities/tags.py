"""Tags as authority records: one row for all the ways in which a subject is written."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from articles.authorities.names import is_latin, name_key, tidy
from articles.models import Tag, TagName


class NameTaken(Exception):
    """That another tag is already written so."""

    def __init__(self, name: str, other_tag: Tag):
        super().__init__(f"{name}: {other_tag}")
        self.name = name
        self.other_tag = other_tag


def find_tag(key: str) -> Tag | None:
    """The tag that has a name with this key."""
    found = TagName.objects.filter(key=key).select_related("tag").first()
    return found and found.tag


def make_tag(name: str) -> Tag:
    """A tag with this name as its only label; where another process was faster, the tag that it made."""
    label = "label_en" if is_latin(name) else "label_ar"
    try:
        with transaction.atomic():
            tag = Tag.objects.create(**{label: name})
            TagName.objects.create(tag=tag, text=name, key=name_key(name))
    except IntegrityError:
        tag = find_tag(name_key(name))
        if tag is None:
            raise
    return tag


def wanted_names(tag: Tag, variants: Iterable[str]) -> dict[str, str]:
    """The labels of a tag and these variants by key; where names are one, the first as it is written."""
    wanted = {}
    for name in [tag.label_ar, tag.label_en, *variants]:
        if name.strip():
            wanted.setdefault(name_key(tidy(name)), tidy(name))
    return wanted


def check_names(tag: Tag, variants: Iterable[str]):
    """Raise `NameTaken` where another tag is written as this tag's labels or variants."""
    refuse_taken(tag, wanted_names(tag, variants))


def set_names(tag: Tag, variants: Iterable[str]) -> bool:
    """Make the names of a tag its labels and these variants, one row a key, and say whether anything changed.

    Raises `NameTaken` where another tag is written so; then nothing is changed.
    """
    wanted = wanted_names(tag, variants)
    refuse_taken(tag, wanted)
    present = {row.key: row for row in tag.names.all()}
    changed = [row for key, row in present.items() if key in wanted and row.text != wanted[key]]
    added = [TagName(tag=tag, text=wanted[key], key=key) for key in wanted if key not in present]
    dropped = [row for key, row in present.items() if key not in wanted]
    try:
        with transaction.atomic():
            TagName.objects.filter(pk__in=[row.pk for row in dropped]).delete()
            for row in changed:
                row.text = wanted[row.key]
            for row in [*changed, *added]:
                row.save()
    except IntegrityError:
        refuse_taken(tag, wanted)  # another process was faster
        raise
    return bool(changed or added or dropped)


def refuse_taken(tag: Tag, wanted: dict[str, str]):
    """Raise `NameTaken` for the first of the wanted names, by key, that is another tag's."""
    taken = TagName.objects.filter(key__in=wanted).exclude(tag_id=tag.pk).select_related("tag").order_by("key").first()
    if taken:
        raise NameTaken(wanted[taken.key], taken.tag)


def merge_tags(kept: Tag, others: Iterable[Tag]) -> list[int]:
    """Give one tag the names and articles of others, and of their labels and notes what it has not; delete these.

    Answers the numbers of all articles of the tag, as each may now be found by other names.
    """
    others = [tag for tag in others if tag.pk != kept.pk]
    tagging = Tag.articles.through
    with transaction.atomic():
        names = [row.text for tag in [kept, *others] for row in tag.names.all()]
        names += [label for tag in others for label in (tag.label_ar, tag.label_en)]
        for field in ("label_ar", "label_en", "note"):
            values = (getattr(tag, field) for tag in [kept, *others])
            setattr(kept, field, next((value for value in values if value), ""))
        articles = set(tagging.objects.filter(tag__in=[kept, *others]).values_list("article_id", flat=True))
        Tag.objects.filter(pk__in=[tag.pk for tag in others]).delete()
        kept.save()
        tagging.objects.bulk_create(
            [tagging(article_id=article, tag_id=kept.pk) for article in sorted(articles)], ignore_conflicts=True
        )
        set_names(kept, names)
    return sorted(articles)
