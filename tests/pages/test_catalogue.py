"""The Arabic of the interface: complete, and with all its plural forms."""

import io

from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.paths import REPO

CATALOGUE = REPO / "articles/locale/ar/LC_MESSAGES/django.po"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}


def read_catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ar")


def sources():
    """(name, Python that calls gettext) of each module and template."""
    for folder in ("articles", "newsarchive"):
        for path in sorted((REPO / folder).rglob("*.py")):
            yield path.relative_to(REPO), path.read_text(encoding="utf-8")
    for path in sorted((REPO / "templates").rglob("*.html")):
        source = templatize(path.read_text(encoding="utf-8"))
        yield path.relative_to(REPO), f"({source})"  # in brackets the indentation of a template means nothing


def test_every_text_of_the_interface_is_in_the_catalogue():
    known = {message.id[0] if isinstance(message.id, tuple) else message.id for message in read_catalogue()}
    unknown = []
    for name, source in sources():
        for _, found, _, _ in extract("python", io.BytesIO(source.encode()), KEYWORDS):
            text = found[0] if isinstance(found, tuple) else found
            if text not in known:
                unknown.append(f"{name}: {text}")
    assert unknown == []


def test_every_text_of_the_catalogue_is_translated_and_none_is_a_guess():
    catalogue = read_catalogue()
    assert catalogue.num_plurals == 6
    for message in catalogue:
        if message.id:
            assert not message.fuzzy, message.id
            assert all(message.string if isinstance(message.string, tuple) else [message.string]), message.id
            assert len(message.string) == 6 or not message.pluralizable, message.id
            assert list(message.check(catalogue)) == [], message.id
