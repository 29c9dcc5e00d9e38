"""An index that other code has built answers until it is built anew, beside."""

import re
import shutil

import pytest

from articles.search import fingerprint, outbox
from articles.search.fingerprint import FILE, MODULES, digest
from articles.search.health import index_state
from articles.search.outbox import apply_changes
from tests.paths import REPO
from tests.search.archive import add_and_index, found


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
    drafts_of, answers = outbox.drafts_of, []

    def drafts_while_searching(numbers):
        state = index_state()
        answers.append((state.ok, state.indexed, state.message, found("جسر")))
        return drafts_of(numbers)

    monkeypatch.setattr(outbox, "drafts_of", drafts_while_searching)
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
