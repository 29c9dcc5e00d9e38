"""Citing, and drawing headlines, know neither Django nor the archive's rows."""

from tests.test_architecture import ARTICLES, FRAMEWORKS, OURS, offenders

PURE = [ARTICLES / "citing", ARTICLES / "headline_picture.py"]


def test_they_know_no_framework():
    assert offenders(PURE, FRAMEWORKS) == []


def test_they_know_nothing_else_of_ours_but_arabic():
    assert offenders(PURE, OURS, allowed=["articles.arabic", "articles.citing"]) == []
