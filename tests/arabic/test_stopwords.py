import pytest

from articles.arabic.stopwords import is_stop_word


@pytest.mark.parametrize(
    "word",
    [
        "على",
        "إلى",
        "الى",
        "حتى",
        "من",
        "أن",
        "إن",
        "ان",
        "هذا",
        "الذي",
        "وعلى",
        "فإن",
        "ولا",
        "وقد",
        "فلا",
        "بأن",
        "لأنه",
        "لهذا",
        "وبهذه",
        "لكنني",
        "بكل",
        "كان",
        "و",
        "فى",
        "وفى",
        "التى",
        "وهى",
    ],
)
def test_function_words(word):
    assert is_stop_word(word)


@pytest.mark.parametrize(
    "word",
    ["علي", "واحد", "ولي", "فهم", "رئيس", "أردوغان", "حلب", "كانون", "عليا", "منى", "ومنى", "عنى", "15", "Trump"],
)
def test_words_that_mean_something(word):
    assert not is_stop_word(word)
