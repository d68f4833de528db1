"""Where deaths and blows were that name no place of their own, over hand-made trees."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.roles.frames import Filler
from situate.extract.roles.whereabouts import in_its_war, perhaps_at
from situate.model.span import Span

SINCE = (
    "Thousands/thousand/NOUN/2/nsubj died/die/VERB/0/root since/since/SCONJ/7/mark the/the/DET/5/det "
    "{0}/{0}/NOUN/{1}/{2} in/in/ADP/6/case Ostry/Ostry/PROPN/5/nmod began/begin/VERB/2/advcl"
)


def places(noun: str, kind: str, *own: str) -> list[str]:
    words = SINCE.format(noun, 8, "nsubj").replace("since/since/SCONJ/7", "since/since/SCONJ/8")
    words = words.replace("in/in/ADP/6", "in/in/ADP/7")
    sentence = trees.tree(words, mentions=[("Ostry", "Location")])
    text = trees.text_of(sentence)
    start = text.index("since")
    given = [Filler("time", start, len(text)), *(Filler(role, 0, 9) for role in own)]
    return [text[f.start : f.end] for f in in_its_war(sentence, kind, given) if f.role == "place"]


def test_who_died_since_the_war_in_a_land_began_died_there():
    assert places("war", "kill") == ["Ostry"]


def test_a_vote_dates_deaths_and_says_not_where():
    assert places("vote", "kill") == []


def test_what_has_a_place_keeps_it_and_states_take_none():
    assert places("war", "kill", "place") == ["Thousands"]
    assert places("war", "control") == []


QUEUED = (
    "Nine/nine/NUM/2/nsubj died/die/VERB/0/root as/as/SCONJ/5/mark they/they/PRON/5/nsubj queued/queue/VERB/2/advcl "
    "{0}/{0}/ADP/7/case Lisk/Lisk/PROPN/5/obl"
)


def faintly(before: str, kind: str, label: str, *own: Filler) -> list[str]:
    sentence = trees.tree(QUEUED.format(before), mentions=[("Lisk", label)])
    text = trees.text_of(sentence)
    seen = Span(text.index("Lisk"), len(text))
    return [
        text[f.start : f.end] for f in perhaps_at(sentence, sentence.tokens[1], kind, own, seen) if f.role == "place"
    ]


def test_a_faint_place_is_taken_where_its_words_say_a_place():
    assert faintly("in", "kill", "Location") == ["Lisk"]
    assert faintly("for", "kill", "Location") == []
    assert faintly("in", "kill", "Organisation") == []
    assert faintly("in", "talks", "Location") == []
    assert faintly("in", "kill", "Location", Filler("place", 0, 4)) == ["Nine"]


@pytest.mark.parametrize(
    ("text", "place", "target"),
    [
        ("Fighting for Lisk goes on.", ["Lisk"], []),
        ("Heavy fighting for Mala Varn went on.", ["Mala Varn"], []),
        ("The foreigners are fighting for the Islamic State.", [], ["the Islamic State"]),
    ],
)
def test_what_is_fought_for_is_where_and_who_fights_for_a_side_is_of_it(text, place, target):
    (clash,) = told(text, "clash")
    assert (quotes(clash, "place"), quotes(clash, "target")) == (place, target)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen killed nine people in Kano on Sunday while the president was visiting Beijing.", "Beijing"),
        ("A bomb killed nine people in Kano on Sunday, hours before the pope was due to visit Abuja.", "Abuja"),
        ("The president visited Moscow on Sunday.", "Moscow"),
    ],
)
def test_a_visit_is_where_it_goes(text: str, place: str) -> None:
    (claim,) = told(text, "talks")
    assert quotes(claim, "place") == [place]


def test_talks_stay_where_they_are_held() -> None:
    (claim,) = told("The army and the rebels met in Jeddah on Sunday while fighting went on in Khartoum.", "talks")
    assert quotes(claim, "place") == ["Jeddah"]
