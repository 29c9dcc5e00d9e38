"""Texts for property tests: Arabic with all that is written on and around it, and whatever else a string can hold."""

from hypothesis import strategies as st

ARABIC = "ابتجدرسعفقكلمنهويةىءأإآؤئٱﻟﻻﷲﷺکی"
DRESS = "ًٌٍَُِّْٰٕٓٔـ\u200f\u200e\u202b\u2067\u2069\u200c\u200d\ufeffﱠﹶ"
AROUND = " \n«»\"'’().,،؛٫٬-0123٠١٢۳½aBéİßｶﾞ\u3099\u0301\x00\ud800"

texts = st.one_of(st.text(st.sampled_from(ARABIC + DRESS + AROUND), max_size=60), st.text(st.characters(), max_size=60))
