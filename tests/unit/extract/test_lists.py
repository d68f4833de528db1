"""What stands in one list fills one role, over hand-made trees."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.roles.frames import Filler
from situate.extract.roles.lists import whole_lists

THREE = (
    "Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root tanks/tank/NOUN/2/obj ,/,/PUNCT/5/punct lorries/lorry/NOUN/3/conj "
    "and/and/CCONJ/7/cc huts/hut/NOUN/3/conj"
)
TWO = "Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root tanks/tank/NOUN/2/obj and/and/CCONJ/5/cc huts/hut/NOUN/3/conj"
COUNTED = (
    "Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root 9/9/NUM/4/nummod tanks/tank/NOUN/2/obj ,/,/PUNCT/7/punct "
    "5/5/NUM/7/nummod lorries/lorry/NOUN/4/appos ,/,/PUNCT/10/punct 2/2/NUM/10/nummod huts/hut/NOUN/7/conj"
)


def filled(words: str, first: str, role: str = "target", verb: str = "hit") -> list[str]:
    sentence = trees.tree(words)
    text = trees.text_of(sentence)
    head = next(t for t in sentence.tokens if t.text == verb)
    found = whole_lists(sentence, head, [Filler(role, text.index(first), text.index(first) + len(first))])
    return [text[f.start : f.end] for f in found if f.role == role]


def test_all_of_a_list_are_what_was_hit():
    assert filled(THREE, "tanks") == filled(THREE, "huts")[:3] == ["tanks", "lorries", "huts"]


def test_an_apposition_of_numbers_is_a_list():
    assert filled(COUNTED, "9 tanks") == ["9 tanks", "5 lorries", "2 huts"]


def test_of_two_the_one_that_was_read_stays_alone():
    assert filled(TWO, "tanks") == ["tanks"]


def test_a_list_that_the_claim_itself_stands_in_is_none_of_its_fillers():
    assert filled(THREE, "tanks", verb="huts") == ["tanks"]


def test_places_are_left_as_they_were_read():
    assert filled(THREE, "tanks", role="place") == ["tanks"]


def test_of_a_list_of_means_only_what_was_read_is_one():
    assert filled(THREE, "tanks", role="instrument") == ["tanks"]


@pytest.mark.parametrize(
    ("where", "places"),
    [
        ("in Borno and Yobe states", ["Borno", "Yobe states"]),
        ("in the Mopti and Segou regions", ["Mopti", "Segou regions"]),
        ("in the Donetsk, Luhansk and Kharkiv regions", ["Donetsk", "Luhansk", "Kharkiv regions"]),
        ("in North Kivu and Ituri provinces", ["North Kivu", "Ituri provinces"]),
        ("in North and South Darfur", ["North", "South Darfur"]),
        ("in the villages of Bambo, Tongo and Kishishe", ["Bambo", "Tongo", "Kishishe"]),
    ],
)
def test_lands_that_share_a_noun_or_a_name_are_told_apart(where, places):
    (claim,) = told(f"Fighting was reported {where} on Sunday.", "clash")
    assert quotes(claim, "place") == places


@pytest.mark.parametrize("where", ["in North and East Syria", "on the border of Yobe and Borno states"])
def test_one_land_of_two_words_and_one_border_stay_whole(where):
    (claim,) = told(f"Fighting was reported {where} on Sunday.", "clash")
    assert quotes(claim, "place") == [where.removeprefix("in ").removeprefix("on ")]
