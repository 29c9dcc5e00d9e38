"""Text folded for dates the quick way is the text normalized and folded, place for place."""

from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.date_folding import fold_for_dates, fold_with_places
from articles.arabic.folding import normalize

# Letters that fold, marks that go and marks that join what is below them, ligatures, other scripts.
SIGNS = "اأإآبتةىيوؤئ ـًٌُّْٕٓٔٱ٠٣۳3aAÉé\u0301\u200b\u200f\ufeff\u00ad“()\n½ﻻﷲہک"


@given(st.text(st.sampled_from(SIGNS) | st.characters(), max_size=20))
def test_letters_and_places_are_those_of_the_two_steps(text):
    normal = normalize(text)
    folded, places = fold_with_places(text)
    assert folded == fold_for_dates(normal.text)
    assert [places[index] for index in range(len(folded) + 1)] == list(normal.offsets)


def test_marks_go_and_madda_stays():
    assert fold_with_places("الأوّل من آذارَ ٢٠٢٦")[0] == "الاول من آذار 2026"
