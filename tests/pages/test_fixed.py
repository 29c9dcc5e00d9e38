"""`{% fixed %}`: what is rendered once for all pages of a language is the language's, and nobody's else."""

from django.template import Context, Template
from django.utils.translation import override

INSIDE = "{% translate 'Tags' %}{{ reader }}{% if LANGUAGE_BIDI %} rtl{% endif %}"
FIXED = f"{{% load fixed i18n %}}{{% fixed %}}{INSIDE}{{% endfixed %}}"


def test_it_is_rendered_once_for_each_language():
    template = Template(FIXED)
    for _ in range(2):
        with override("ar"):
            assert template.render(Context()) == "الوسوم rtl"
        with override("en"):
            assert template.render(Context()) == "Tags"


def test_nothing_of_one_page_comes_to_be_on_another():
    template = Template(FIXED)
    with override("en"):
        assert template.render(Context({"reader": "سلمى"})) == "Tags"
        assert template.render(Context({"reader": "هدى", "LANGUAGE_BIDI": True})) == "Tags"


def test_what_the_tag_names_is_given_and_tells_renderings_apart():
    template = Template("{% load fixed %}{% fixed box=box %}q-{{ box }}{{ reader }}{% endfixed %}")
    with override("ar"):
        for box in ("head", "home", "head"):
            assert template.render(Context({"box": box, "reader": "سلمى"})) == f"q-{box}"
