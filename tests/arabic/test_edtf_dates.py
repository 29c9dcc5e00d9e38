from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.arabic.edtf_dates import read

plain = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@settings(max_examples=50)
@given(plain)
def test_plain_dates_have_the_limits_that_the_grammar_of_all_dates_gives_them(text):
    parsed, dated = parse_edtf(text), read(text)
    assert dated.first == date(*parsed.lower_strict()[:3])
    assert dated.last == date(*parsed.upper_strict()[:3])


@pytest.mark.parametrize("text", ["2026-02-30", "2026-01-00", "2026-01-32", "0000", "0000-02", "0000-01-01"])
def test_what_no_calendar_has_is_no_date(text):
    with pytest.raises(ValueError, match="no calendar has"):
        read(text)
