"""What a sentence knows of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.model.sentence import Labelled, Sentence, Token

# "The Rebels left." from the tenth letter of a report on
SENTENCE = Sentence(
    10,
    26,
    (
        Token(0, 10, 13, "The", "the", "DET", 1, "det"),
        Token(1, 14, 20, "Rebels", "Rebels", "PROPN", 2, "nsubj"),
        Token(2, 21, 25, "left", "leave", "VERB", -1, "root"),
        Token(3, 25, 26, ".", ".", "PUNCT", 2, "punct"),
    ),
)


def texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_words_are_found_by_where_they_stand() -> None:
    assert texts(SENTENCE.within(10, 20)) == ["The", "Rebels"]
    assert texts(SENTENCE.within(11, 25)) == ["Rebels", "left"]
    assert texts(SENTENCE.touched(11, 15)) == ["The", "Rebels"]
    assert texts(SENTENCE.touched(13, 14)) == texts(SENTENCE.within(15, 19)) == []
    assert texts(SENTENCE.within(0, 9)) == texts(SENTENCE.touched(30, 40)) == []


def test_lemmas_are_in_lower_case() -> None:
    assert SENTENCE.lemmas == {"the", "rebels", "leave", "."}


def test_words_are_found_by_what_rules_them() -> None:
    assert texts(SENTENCE.below[2]) == ["Rebels", "."]
    assert texts(SENTENCE.below[-1]) == ["left"]
    assert 0 not in SENTENCE.below


def test_what_it_was_asked_changes_nothing() -> None:
    again = replace(SENTENCE, triggers=(Labelled(21, 25, "withdraw", 0.9),))
    assert again != SENTENCE
    assert replace(again, triggers=()) == SENTENCE
    assert repr(replace(again, triggers=())) == repr(SENTENCE)


def test_verbs_are_those_of_the_parser() -> None:
    assert texts(SENTENCE.verbs) == ["left"]


def test_other_marks_leave_what_is_known_of_the_words() -> None:
    below = SENTENCE.below
    marked = SENTENCE.marked_as(triggers=(Labelled(21, 25, "withdraw", 0.9),))
    assert marked.below is below
    assert marked == replace(SENTENCE, triggers=marked.triggers)
    assert SENTENCE.triggers == ()
