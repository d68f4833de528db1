"""Text out of a parser is cleaned once, and cleaning it again changes nothing."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from situate.text.normalise import normalise

ODD = st.text(st.sampled_from("ab e\u0301\u00e9\n\r\t \u00a0\u2003\u200b\u00ad\u202e\x00\x07\x85\u2028\ufeff\ud800😀ﬁ"))


def test_what_it_does():
    raw = "\ufeff  Re\u00adgime\u00a0forces\r\ntook \t cafe\u0301 .\x07\x0c\u2028\n\n\nEnd\u202e \ud800"
    assert normalise(raw) == "Regime forces\ntook café .\n\nEnd \ufffd"


@given(st.one_of(st.text(), ODD))
def test_twice_is_once(text):
    once = normalise(text)
    assert normalise(once) == once


def visible(text):
    """Letters, digits, marks of punctuation and symbols, in canonical pieces."""
    pieces = unicodedata.normalize("NFD", text)
    return [one for one in pieces if unicodedata.category(one)[0] in "LNPS" and one != "\ufffd"]


@given(st.one_of(st.text(), ODD))
def test_nothing_visible_is_lost(text):
    assert visible(normalise(text)) == visible(text)


@given(st.one_of(st.text(), ODD))
def test_only_one_kind_of_blank(text):
    assert not {one for one in normalise(text) if unicodedata.category(one) in ("Zs", "Zl", "Zp", "Cc")} - {" ", "\n"}
