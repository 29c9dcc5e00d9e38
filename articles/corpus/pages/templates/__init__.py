"""The shapes of page that are known, one module each with its `TEMPLATE`; every module of this folder is loaded."""

from importlib import import_module
from pkgutil import iter_modules

from articles.corpus.pages.template import Template


def known_templates() -> tuple[Template, ...]:
    """All of them, in the order in which they are tried. A module that has none is an error."""
    found = [import_module(f"{__name__}.{module.name}").TEMPLATE for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda template: (template.place, template.name)))
