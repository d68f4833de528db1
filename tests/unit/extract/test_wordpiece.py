"""Words to vocabulary ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from situate.extract.encoding.wordpiece import MOST_PIECES, Wordpieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "be", "##sie", "##ge", "##d", "al", "-", "asad", ".", "u", "s", "##a"]


def pieces(word: str) -> list[str]:
    return [VOCABULARY[i] for i in Wordpieces(VOCABULARY).pieces(word)]


def test_longest_first_and_without_capitals_or_accents() -> None:
    assert pieces("Besieged") == ["be", "##sie", "##ge", "##d"]
    assert pieces("Asád") == ["asad"]


def test_marks_stand_alone() -> None:
    assert pieces("U.S.") == ["u", ".", "s", "."]


def test_unknown_parts() -> None:
    assert pieces("zzz") == ["[UNK]"]
    assert pieces("\u200b") == ["[UNK]"]


def test_long_words_are_cut() -> None:
    assert len(pieces("s." * 40)) == MOST_PIECES


@given(st.text(min_size=1, max_size=120))
def test_one_piece_at_least_and_the_same_each_time(word: str) -> None:
    cutter = Wordpieces(VOCABULARY)
    first = cutter.pieces(word)
    assert 1 <= len(first) <= MOST_PIECES
    assert cutter.pieces(word) == first == Wordpieces(VOCABULARY).pieces(word)
