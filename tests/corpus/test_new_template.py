"""A site is added with one file and its test, as the documentation says."""

import re
import types

import pytest

from articles.corpus import pages
from articles.corpus.pages import TEMPLATES, templates
from tests.paths import REPO

SECTION = (REPO / "docs" / "importing.md").read_text(encoding="utf-8").partition("## A new page template")[2]
TEMPLATE, TEST = (
    re.sub("^    ", "", block, flags=re.MULTILINE) for block in re.findall(r"(?:(?:    .*)?\n)*    .*\n", SECTION)[:2]
)


def test_all_modules_of_the_folder_are_known_and_the_last_reads_any_page():
    assert [template.name for template in TEMPLATES] == [
        *("latest list", "article with cards", "plain article", "dated article", "unknown")
    ]


def test_a_file_in_the_folder_is_enough(tmp_path, monkeypatch):
    (tmp_path / "wire.py").write_text(TEMPLATE, encoding="utf-8")
    monkeypatch.setattr(templates, "__path__", [*templates.__path__, str(tmp_path)])
    found = templates.known_templates()
    assert [template.name for template in found][:2] == ["wire", "latest list"]
    monkeypatch.setattr(pages, "TEMPLATES", found)
    test = types.ModuleType("test_wire")
    exec(TEST, vars(test))
    test.test_number_headline_paragraph()


def test_a_module_without_a_template_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "forgetful.py").write_text('"""Nothing."""\n', encoding="utf-8")
    monkeypatch.setattr(templates, "__path__", [*templates.__path__, str(tmp_path)])
    with pytest.raises(AttributeError):
        templates.known_templates()
