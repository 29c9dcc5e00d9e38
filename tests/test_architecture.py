"""The walls between the parts, read off their imports."""

import ast

import pytest

from tests.paths import REPO

ENGINES = ("haystack", "whoosh")
FRAMEWORKS = ("django", *ENGINES)
OURS = ("articles", "newsarchive")


def imports(*paths):
    """The dotted names that the modules under these paths import, each with the module that does."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))]
    assert files, f"nothing at {paths}"
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((file, f"{node.module}.{alias.name}") for alias in node.names)


def offenders(paths, forbidden, allowed=()):
    return [
        f"{file.relative_to(REPO)} imports {name}"
        for file, name in imports(*paths)
        if f"{name}.".startswith(tuple(f"{part}." for part in forbidden))
        and not name.startswith(tuple(allowed) or ("\0",))
    ]


ARTICLES = REPO / "articles"


@pytest.mark.parametrize("part", ["arabic", "corpus"])
def test_arabic_and_corpus_know_no_framework(part):
    assert offenders([ARTICLES / part], FRAMEWORKS) == []


def test_arabic_knows_nothing_else_of_ours():
    assert offenders([ARTICLES / "arabic"], OURS, allowed=["articles.arabic"]) == []


def test_corpus_knows_nothing_else_of_ours_but_arabic():
    assert offenders([ARTICLES / "corpus"], OURS, allowed=["articles.arabic", "articles.corpus"]) == []


def test_models_know_nothing_else_of_ours():
    paths = [ARTICLES / "models", ARTICLES / "querysets.py"]
    assert offenders(paths, OURS, allowed=["articles.models", "articles.querysets"]) == []


def test_only_search_knows_the_engine():
    # rebuild_index takes the place of Haystack's command of that name, and keeps its options by inheriting them.
    by_name = [ARTICLES / "management" / "commands" / "rebuild_index.py"]
    paths = [
        path
        for path in ARTICLES.iterdir()
        if path.name not in ("search", "search_indexes.py", "__pycache__", "locale")
        and (path.is_dir() or path.suffix == ".py")
    ]
    found = offenders(paths, ENGINES)
    assert [line for line in found if not line.startswith(tuple(str(p.relative_to(REPO)) for p in by_name))] == []


def test_importing_knows_no_search_and_no_pages():
    forbidden = ["articles.search", "articles.views", "articles.admin"]
    assert offenders([ARTICLES / "importing"], forbidden) == []


def test_writers_of_files_know_no_framework():
    assert offenders([ARTICLES / "taking_away"], FRAMEWORKS) == []
    assert offenders([ARTICLES / "taking_away"], OURS, allowed=["articles.taking_away", "articles.citing"]) == []
