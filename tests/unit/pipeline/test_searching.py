import pytest

from situate.errors import BadArgument
from situate.model.span import Span
from situate.pipeline.searching import _densest, terms


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("siege town", ("siege", "town")),
        ('"broke the siege" town', ("broke the siege", "town")),
        ('"never closed', ("never closed",)),
        ("besieg* -- !!", ("besieg*",)),
        ('a"b', ('a"b',)),
        ("ez-Zor", ("ez-Zor",)),
        ("aid AND convoy", ("aid", "convoy")),
        ('aid "or" convoy', ("aid", "or", "convoy")),
    ],
)
def test_terms(words, expected):
    assert terms(words) == expected


@pytest.mark.parametrize("words", ["", "   ", '""', "!!! --", "\u202e", "*"])
def test_nothing_to_look_for_is_said(words):
    with pytest.raises(BadArgument, match="no word"):
        terms(words)


@pytest.mark.parametrize("words", ["aid OR convoy", "aid NOT convoy"])
def test_operators_are_refused(words):
    with pytest.raises(BadArgument, match="no operator"):
        terms(words)


def test_too_many_words_are_refused():
    with pytest.raises(BadArgument, match="too many"):
        terms("word " * 33)


def test_the_stretch_with_most_words_is_shown():
    spans = [Span(0, 5), Span(200, 205), Span(210, 215), Span(220, 225), Span(900, 905)]
    assert _densest(spans) == Span(200, 225)
    assert _densest([]) is None
    assert _densest([Span(3, 300)]) == Span(3, 300)
