"""What prepositions tell of roles, over hand-made trees."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.roles.directions import directed
from situate.extract.roles.frames import Filler


def role_of(before: str, kind: str, role: str, relation: str = "obl") -> str:
    sentence = trees.tree(
        "Families/family/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass taken/take/VERB/0/root "
        f"{before}/{before}/ADP/5/case villagers/villager/NOUN/3/{relation}"
    )
    start = trees.text_of(sentence).index("villagers")
    (filler,) = directed(sentence, sentence.tokens[2], kind, [Filler(role, start, start + 9)])
    return filler.role


@pytest.mark.parametrize(
    ("before", "kind", "role", "expected"),
    [
        ("from", "evacuate", "destination", "origin"),
        ("to", "evacuate", "origin", "destination"),
        ("into", "deploy", "place", "destination"),
        ("through", "displace", "origin", "route"),
        ("through", "advance", "destination", "destination"),
        ("from", "deploy", "place", "place"),  # where somebody is deployed from may be where it happens
        ("from", "capture", "target", "target"),  # who loses a place, no movement
        ("to", "deliver_aid", "target", "target"),  # whom it is brought
        ("against", "assault", "actor", "target"),
        ("to", "deny_aid", "place", "destination"),  # where refused aid was bound for
        ("for", "deny_aid", "place", "destination"),
        ("at", "deny_aid", "place", "place"),  # where it was refused
        ("at", "cut_route", "route", "place"),  # a road is cut at a bridge
        ("in", "open_route", "route", "place"),
        ("to", "cut_route", "route", "route"),
        ("at", "advance", "route", "route"),
    ],
)
def test_a_preposition_tells_the_role(before, kind, role, expected):
    assert role_of(before, kind, role) == expected


def test_who_acts_in_the_passive_is_told_by_by():
    assert role_of("by", "detain", "target", "obl:agent") == "actor"
    assert role_of("by", "detain", "target", "obl") == "target"


def test_what_lies_in_another_sentence_keeps_its_role():
    sentence = trees.tree("Families/family/NOUN/2/nsubj fled/flee/VERB/0/root")
    far = Filler("origin", 500, 510)
    assert [*directed(sentence, sentence.tokens[1], "displace", [far])] == [far]


@pytest.mark.parametrize(("verb", "expected"), [("reaching/reach", "destination"), ("robbing/rob", "place")])
def test_what_refused_aid_may_not_reach_is_where_it_was_bound_for(verb, expected):
    sentence = trees.tree(
        "They/they/PRON/2/nsubj stopped/stop/VERB/0/root food/food/NOUN/2/obj from/from/SCONJ/5/mark "
        f"{verb}/VERB/2/advcl Tollen/Tollen/PROPN/5/obj"
    )
    start = trees.text_of(sentence).index("Tollen")
    (filler,) = directed(sentence, sentence.tokens[1], "deny_aid", [Filler("place", start, start + 6)])
    assert filler.role == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "They/they/PRON/2/nsubj left/leave/VERB/0/root troops/troop/NOUN/2/obj surrounded/surround/VERB/2/xcomp",
            "target",
        ),
        ("troops/troop/NOUN/2/nsubj:pass left/leave/VERB/0/root surrounded/surround/VERB/2/xcomp", "target"),
        ("troops/troop/NOUN/2/nsubj:pass surrounded/surround/VERB/0/root", "target"),
        (
            "They/they/PRON/2/nsubj left/leave/VERB/0/root troops/troop/NOUN/2/obj surrounding/surround/VERB/2/xcomp",
            "actor",
        ),
        ("troops/troop/NOUN/2/nsubj surrounded/surround/VERB/0/root", "actor"),
    ],
)
def test_who_is_left_surrounded_does_not_surround(words, expected):
    sentence = trees.tree(words)
    start = trees.text_of(sentence).index("troops")
    (filler,) = directed(sentence, sentence.tokens[-1], "besiege", [Filler("actor", start, start + 6)])
    assert filler.role == expected


AIMED = (
    "The/the/DET/2/det army/army/NOUN/5/nsubj was/be/AUX/5/cop the/the/DET/5/det {0}/{0}/NOUN/0/root of/of/ADP/8/case "
    "an/a/DET/8/det attack/attack/NOUN/5/nmod"
)


@pytest.mark.parametrize(("what", "expected"), [("target", "target"), ("victim", "target"), ("author", "actor")])
def test_who_is_the_target_of_an_attack_does_not_lead_it(what: str, expected: str) -> None:
    sentence = trees.tree(AIMED.format(what))
    (filler,) = directed(sentence, sentence.tokens[7], "assault", [Filler("actor", 4, 8)])
    assert filler.role == expected


def test_what_a_headline_says_was_struck_strikes_nobody() -> None:
    sentence = trees.tree(
        "Ostry/Ostry/PROPN/2/nsubj shelled/shell/VERB/0/root by/by/ADP/5/case the/the/DET/5/det army/army/NOUN/2/obl:agent"
    )
    there, doer = directed(sentence, sentence.tokens[1], "shelling", [Filler("actor", 0, 5), Filler("actor", 17, 25)])
    assert (there.role, doer.role) == ("target", "actor")


@pytest.mark.parametrize(
    ("kind", "head", "expected"),
    [
        ("deny_aid", "army", ("target", "actor")),  # "convoy turned back by the army"
        ("deny_aid", "river", ("actor", "target")),  # beside a river
        ("support", "army", ("actor", "target")),  # "rebels stood by the army"
    ],
)
def test_who_turns_aid_back_is_behind_by_where_the_tree_sees_a_place(kind: str, head: str, expected: object) -> None:
    sentence = trees.tree(
        "Convoy/convoy/NOUN/2/nsubj turned/turn/VERB/0/root back/back/ADV/2/advmod by/by/ADP/6/case the/the/DET/6/det "
        f"{head}/{head}/NOUN/2/obl"
    )
    text = trees.text_of(sentence)
    fillers = [Filler("actor", 0, 6), Filler("target", text.index("the"), len(text))]
    assert tuple(f.role for f in directed(sentence, sentence.tokens[1], kind, fillers)) == expected


@pytest.mark.parametrize(
    ("before", "kind", "role", "expected"),
    [
        ("in", "withdraw", "origin", "destination"),
        ("from", "shelling", "place", "origin"),
        ("from", "capture", "place", "place"),
        ("in", "shelling", "place", "place"),
    ],
)
def test_in_or_from_the_direction_of_a_place(before: str, kind: str, role: str, expected: str) -> None:
    sentence = trees.tree(
        "They/they/PRON/2/nsubj left/leave/VERB/0/root "
        f"{before}/{before}/ADP/5/case the/the/DET/5/det direction/direction/NOUN/2/obl of/of/ADP/7/case "
        "Lisk/Lisk/PROPN/5/nmod"
    )
    text = trees.text_of(sentence)
    (filler,) = directed(sentence, sentence.tokens[1], kind, [Filler(role, text.index("the "), len(text))])
    assert filler.role == expected


def test_vehicles_are_no_road() -> None:
    sentence = trees.tree(
        "They/they/PRON/2/nsubj left/leave/VERB/0/root in/in/ADP/5/case private/private/ADJ/5/amod cars/car/NOUN/2/obl"
    )
    text = trees.text_of(sentence)
    (filler,) = directed(sentence, sentence.tokens[1], "displace", [Filler("route", text.index("private"), len(text))])
    assert filler.role == "instrument"


@pytest.mark.parametrize(
    ("before", "expected"), [("to", "destination"), ("towards", "destination"), ("from", "origin")]
)
def test_what_lies_in_where_they_went_is_no_origin(before, expected):
    sentence = trees.tree(
        f"Families/family/NOUN/2/nsubj fled/flee/VERB/0/root {before}/{before}/ADP/5/case the/the/DET/5/det "
        "safety/safety/NOUN/2/obl of/of/ADP/7/case Lisk/Lisk/PROPN/5/nmod"
    )
    start = trees.text_of(sentence).index("Lisk")
    (filler,) = directed(sentence, sentence.tokens[1], "displace", [Filler("origin", start, start + 4)])
    assert filler.role == expected


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("An aid convoy left Port Sudan for El Fasher on Sunday.", ["Port Sudan"], ["El Fasher"]),
        ("Trucks carrying flour left El Obeid for Dilling on Sunday.", ["El Obeid"], ["Dilling"]),
        ("An aid convoy left for El Fasher on Sunday.", [], ["El Fasher"]),
        ("An aid convoy reached El Fasher on Sunday.", [], ["El Fasher"]),
    ],
)
def test_aid_sets_out_from_what_it_leaves(text: str, origin: list[str], destination: list[str]) -> None:
    (claim,) = told(text, "deliver_aid")
    assert (quotes(claim, "origin"), quotes(claim, "destination")) == (origin, destination)
