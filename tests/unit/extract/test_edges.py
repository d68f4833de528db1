"""Where phrases end, over hand-made trees."""

import trees
from hypothesis import given
from hypothesis import strategies as st

from situate.extract.tree.edges import closed
from situate.model.span import Span

FIRED = trees.tree(
    "The/the/DET/2/det militia/militia/NOUN/3/nsubj fired/fire/VERB/0/root on/on/ADP/9/case at/at/ADP/6/advmod "
    "least/least/ADJ/7/fixed seven/seven/NUM/9/nummod northern/northern/ADJ/9/amod villages/village/NOUN/3/obl "
    "in/in/ADP/11/case January/January/PROPN/3/obl",
    triggers=[("fired", "shelling")],
)
STRUCK = trees.tree(
    "Russian/Russian/ADJ/3/amod air/air/NOUN/3/compound strikes/strike/NOUN/4/nsubj hit/hit/VERB/0/root "
    "Mount/Mount/PROPN/4/obj Agusong/Agusong/PROPN/5/flat",
    triggers=[("air strikes", "airstrike")],
)


def shut(sentence, words: str, beside=(), *, dated: bool = False) -> str:
    text = trees.text_of(sentence)
    start = text.index(words)
    spans = [Span(text.index(b), text.index(b) + len(b)) for b in beside]
    return closed(sentence, Span(start, start + len(words)), spans, dated=dated).of(text)


def test_a_phrase_goes_on_to_the_noun_that_it_breaks_off_before():
    assert shut(FIRED, "least seven") == "least seven northern villages"
    assert shut(FIRED, "The") == "The militia"


def test_only_a_time_begins_with_its_preposition():
    assert shut(FIRED, "in", dated=True) == "in January"
    assert shut(FIRED, "villages in") == "villages in"


def test_it_does_not_reach_into_another_role():
    assert shut(FIRED, "least seven", beside=["villages"]) == "least seven"


def test_what_the_claim_itself_says_is_no_part_of_who_does_it():
    assert shut(STRUCK, "Russian") == "Russian"


def test_a_name_is_whole():
    assert shut(STRUCK, "Mount") == "Mount Agusong"


@given(st.sampled_from([FIRED, STRUCK]), st.data())
def test_a_phrase_begins_where_it_began_and_loses_no_word(sentence, data):
    first = data.draw(st.integers(0, len(sentence.tokens) - 1))
    last = data.draw(st.integers(first, len(sentence.tokens) - 1))
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    found = closed(sentence, span)
    assert found.start == span.start
    assert span.end <= found.end <= sentence.end


def test_a_name_before_a_noun_goes_on_to_its_last_word():
    words = (
        "a/a/DET/4/det Ember/Ember/PROPN/4/compound Front/Front/ADJ/4/amod siege/siege/NOUN/0/root "
        "of/of/ADP/6/case Ostry/Ostry/PROPN/4/nmod"
    )
    one = trees.tree(words, triggers=[("siege", "besiege")])
    whole = closed(one, Span(2, 7))
    assert trees.text_of(one)[whole.start : whole.end] == "Ember Front"
