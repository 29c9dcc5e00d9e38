"""An index that other code has built answers until it is built anew, beside."""

import re
import shutil
from datetime import date

import pytest
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from whoosh.fields import Schema

from articles.arabic.levels import Level
from articles.search import fingerprint, outbox, writing
from articles.search.bulk import Analysts
from articles.search.engine.drafting import Analysis
from articles.search.fingerprint import FILE, MODULES, digest
from articles.search.health import index_state
from articles.search.options import Options
from articles.search.outbox import apply_changes
from articles.search.schema import ANALYSIS, STEMS, SURFACE
from articles.search.searching import SORTS
from tests.paths import REPO
from tests.search.archive import add, add_and_index, ask, found


@pytest.fixture
def other_code(db, monkeypatch):
    """One article in the index, and then another analysis."""
    article = add_and_index("جسر قديم", "نص")
    monkeypatch.setattr(fingerprint, "FINGERPRINT", "of another analysis")
    return article


def test_an_index_of_this_code_is_not_built_again(db, caplog):
    add_and_index("جسر", "نص")
    assert index_state().message == ""
    caplog.clear()
    assert apply_changes() == 0
    assert "anew" not in caplog.text


def test_it_is_built_anew_and_answers_meanwhile(other_code, monkeypatch, caplog):
    drafts_of, answers = Analysts.drafts_of, []

    def drafts_while_searching(self, numbers):
        state = index_state()
        answers.append((state.ok, state.indexed, state.message, found("جسر")))
        return drafts_of(self, numbers)

    monkeypatch.setattr(Analysts, "drafts_of", drafts_while_searching)
    assert apply_changes() == 1
    assert answers == [(True, 1, "The index is being rebuilt: the analysis changed.", [other_code.pk])]
    assert "The analysis changed" in caplog.text
    assert index_state().message == ""
    assert found("جسر") == [other_code.pk]


@pytest.mark.parametrize("content", [None, b"", b"\xff\x00"])
def test_one_that_does_not_say_what_built_it_is_built_anew(db, index_folder, content):
    add_and_index("جسر", "نص")
    [file] = index_folder.rglob(FILE)
    file.unlink() if content is None else file.write_bytes(content)
    assert index_state().ok
    assert apply_changes() == 1
    assert index_state().message == ""


@pytest.mark.parametrize("name", MODULES)
def test_a_change_of_any_module_counts(tmp_path, name):
    for module in MODULES:
        (tmp_path / module).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPO / "articles" / module, tmp_path / module)
    assert digest(tmp_path) == digest()
    with (tmp_path / name).open("a") as file:
        file.write("\n")
    assert digest(tmp_path) != digest()


def test_what_these_modules_import_of_analysis_and_search_is_among_them():
    for name in MODULES:
        text = (REPO / "articles" / name).read_text("utf-8")
        for module in re.findall(r"^from articles\.((?:arabic|search)[.\w]+) import", text, re.MULTILINE):
            assert module.replace(".", "/") + ".py" in MODULES, name


@pytest.mark.parametrize("changed", [False, True], ids=["whole", "with deletions"])
def test_one_that_lacks_views_and_columns_of_this_code_answers_without_error(db, index_folder, monkeypatch, changed):
    """As an archive does that was brought up to date, until its index is built anew."""
    first, second = add("جسر قديم", "بناه الرومان", day=date(2024, 5, 1)), add("نفق", "جسر آخر")
    schema = connections[DEFAULT_ALIAS].get_backend().build_schema()[1]
    older = Schema(**{name: field for name, field in schema.items() if name not in ("earliest", "mentioned", "added")})
    views = {view: term for view, term in ANALYSIS.views.items() if view in (SURFACE, STEMS)}
    index_folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(writing, "ANALYSIS", Analysis(ANALYSIS.words, views))
        writing.create(index_folder, older, outbox._documents([first.pk, second.pk]))
        if changed:
            writing.change(index_folder, (), [f"articles.article.{second.pk}"])
    monkeypatch.setattr(fingerprint, "FINGERPRINT", "of this code")
    assert index_state().ok
    assert "analysis changed" in index_state().message
    assert first.pk in found("جسر")
    queries = ("", "جسر", '"جسر قديم"', '"قديم جسر"~3', "date:2024..2025", "mentioned:2020", "-جسر", "جس*")
    for query in queries:
        for level in Level:
            for sort in SORTS:
                ask(query, sort=sort, options=Options(level=level))
    ask("جسر", ("date", "2024..2025"), ("year", "2024"), ("mentioned", "2020"))
