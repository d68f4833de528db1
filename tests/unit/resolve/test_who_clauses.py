"""What part of a clause a name has, in sentences made for these tests."""

from __future__ import annotations

import pytest

from situate.model.span import Span
from situate.resolve.who.clauses import (
    acts_on,
    begins_at,
    beside_the_clause,
    clause_led_to,
    content_of_saying,
    in_gloss,
    only_says,
    unnamed_subject,
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Lorn described her as brave.", True),
        ("Lorn met her mother.", False),
        ("Lorn had asked her to leave.", True),
        ("Lorn left when her mother came.", False),
    ],
)
def test_who_acts_on_her_is_another(text: str, acts: bool) -> None:
    assert acts_on(text, at(text, "Lorn").end, at(text, "her")) is acts


def test_who_does_something_himself_is_no_object() -> None:
    text = "Lorn sold his house."
    assert not acts_on(text, at(text, "Lorn").end, at(text, "his"))


@pytest.mark.parametrize(
    "text", ["The work of Lorn", "a film by the young director Lorn", "the town was held by General Lorn"]
)
def test_a_name_after_a_preposition_is_no_subject(text: str) -> None:
    assert beside_the_clause(text, 0, text.index("Lorn"))


def test_a_name_that_begins_a_sentence_can_be_its_subject() -> None:
    assert not beside_the_clause("They came with food. Lorn left.", 21, 21)


def test_what_is_said_begins_after_the_last_saying() -> None:
    text = "Lorn said that Tal believed Mara was ill and that he left"
    said = content_of_saying(text, 0, len(text))
    assert begins_at("Lorn said President Tal left", 10, 20)
    assert not begins_at("Lorn said having Tal there", 10, 17)
    assert said == text.index("Tal")
    assert content_of_saying("Lorn left", 0, 9) == 0


def test_who_is_put_in_as_saying_it() -> None:
    text = "The contrast with Tal, said Lorn and others, is clear"
    assert only_says(text, text.index("Lorn"))
    assert not only_says(text, text.index("Tal"))


def test_the_clause_that_words_lead_to() -> None:
    text = "In his speech, Lorn spoke of peace."
    assert clause_led_to(text, 0, at(text, "his").end) == text.index("Lorn")
    assert clause_led_to("Lorn, in his speech, spoke", 0, 12) is None
    assert clause_led_to("In May, after his speech, Lorn left", 0, 17) is None


def test_somebody_without_a_name() -> None:
    assert unnamed_subject("A young woman left her home", 0, 20)
    assert not unnamed_subject("Ada Lorn left her home", 0, 20)


def test_what_stands_in_brackets_is_a_gloss() -> None:
    text = "the Reds (a branch of the Blues) and groups"
    assert in_gloss(text, *(lambda s: (s.start, s.end))(at(text, "the Blues")))
    assert not in_gloss(text, *(lambda s: (s.start, s.end))(at(text, "groups")))
