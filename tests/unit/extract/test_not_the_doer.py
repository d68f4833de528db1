"""Who only stands beside a deed of siege and access, and how far a speaker's words go; by the packaged model."""

import pytest
import trees
from packaged import quotes, told

from situate.extract.certainty.given import as_given
from situate.extract.judgement import certainty_cues
from situate.extract.roles.frames import Filler
from situate.extract.roles.not_the_doer import on_a_mine, without_bystanders, without_the_deal
from situate.extract.triggers.access import retyped
from situate.extract.triggers.shut_off import shut_off
from situate.model.claim import Claim
from situate.ontology import load


def filler(sentence, words: str, role: str) -> Filler:
    start = trees.text_of(sentence).index(words)
    return Filler(role, start, start + len(words))


def only(text: str, kind: str) -> Claim:
    (claim,) = told(text, kind)
    return claim


@pytest.mark.parametrize(
    ("words", "kind", "head", "given", "roles"),
    [
        (
            "Convoys/convoy/NOUN/5/nsubj escorted/escort/VERB/1/acl by/by/ADP/4/case troops/troop/NOUN/2/obl:agent "
            "arrived/arrive/VERB/0/root",
            "deliver_aid",
            "arrived",
            [("Convoys", "instrument"), ("troops", "actor")],
            ["instrument"],
        ),
        (
            "Rebels/rebel/NOUN/2/nsubj took/take/VERB/0/root Lisk/Lisk/PROPN/2/obj from/from/ADP/5/case "
            "troops/troop/NOUN/2/obl",
            "capture",
            "took",
            [("Lisk", "place"), ("troops", "place")],
            ["place", "target"],
        ),
        (
            "Police/police/NOUN/2/nsubj foiled/foil/VERB/0/root raids/raid/NOUN/2/obj",
            "assault",
            "raids",
            [("Police", "actor")],
            [],
        ),
        (
            "Police/police/NOUN/2/nsubj foiled/foil/VERB/0/root their/their/PRON/4/nmod:poss raids/raid/NOUN/2/obj",
            "assault",
            "raids",
            [("their", "actor")],
            ["actor"],
        ),
        (
            "Police/police/NOUN/2/nsubj planned/plan/VERB/0/root raids/raid/NOUN/2/obj",
            "assault",
            "raids",
            [("Police", "actor")],
            ["actor"],
        ),
        (
            "Buses/bus/NOUN/2/nsubj struck/strike/VERB/0/root mines/mine/NOUN/2/obj",
            "explosion",
            "struck",
            [("Buses", "actor"), ("mines", "target")],
            ["target", "instrument"],
        ),
        (
            "Crews/crew/NOUN/2/nsubj flew/fly/VERB/0/root officers/officer/NOUN/2/obj",
            "evacuate",
            "flew",
            [("Crews", "affected"), ("officers", "affected")],
            ["actor", "affected"],
        ),
        (
            "Rebels/rebel/NOUN/2/nsubj say/say/VERB/0/root roads/road/NOUN/5/nsubj are/be/AUX/5/cop "
            "open/open/ADJ/2/ccomp",
            "open_route",
            "open",
            [("Rebels", "actor"), ("roads", "route")],
            ["route"],
        ),
    ],
)
def test_who_stands_beside_a_deed(words: str, kind: str, head: str, given: list[tuple[str, str]], roles) -> None:
    sentence = trees.tree(words)
    verb = next(t for t in sentence.tokens if t.text == head)
    fillers = [filler(sentence, *one) for one in given]
    assert [f.role for f in without_bystanders(sentence, verb, kind, fillers)] == roles


def test_who_does_it_together_with_somebody_does_it_too() -> None:
    sentence = trees.tree(
        "Men/man/NOUN/2/nsubj ring/ring/VERB/0/root Lisk/Lisk/PROPN/2/obj together/together/ADV/2/advmod "
        "with/with/ADP/6/case troops/troop/NOUN/2/obl"
    )
    (army,) = without_bystanders(sentence, sentence.tokens[1], "besiege", [filler(sentence, "troops", "target")])
    assert army.role == "actor"


def test_who_leaves_a_place_takes_nobody_out() -> None:
    sentence = trees.tree("Fighters/fighter/NOUN/2/nsubj left/leave/VERB/0/root valleys/valley/NOUN/2/obj")
    (out,) = without_bystanders(sentence, sentence.tokens[1], "evacuate", [filler(sentence, "Fighters", "affected")])
    assert out.role == "affected"


def test_where_a_deal_was_made_nothing_was_done() -> None:
    sentence = trees.tree(
        "Evacuations/evacuation/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass agreed/agree/VERB/0/root in/in/ADP/5/case "
        "Lisk/Lisk/PROPN/3/obl"
    )
    assert without_the_deal(sentence, sentence.tokens[0], [filler(sentence, "Lisk", "place")]) == []


@pytest.mark.parametrize(
    ("words", "mine"),
    [
        ("Buses/bus/NOUN/2/nsubj hit/hit/VERB/0/root mines/mine/NOUN/2/obj", True),
        ("Buses/bus/NOUN/2/nsubj drove/drive/VERB/0/root over/over/ADP/4/case mines/mine/NOUN/2/obl", True),
        ("Jets/jet/NOUN/2/nsubj hit/hit/VERB/0/root mills/mill/NOUN/2/obj", False),
    ],
)
def test_what_drives_on_a_mine(words: str, mine: bool) -> None:
    sentence = trees.tree(words)
    assert on_a_mine(sentence, sentence.tokens[1]) == mine


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("Towns/town/NOUN/3/nsubj:pass half/half/ADV/3/advmod encircled/encircle/VERB/0/root", "attempted"),
        (
            "Towns/town/NOUN/2/nsubj:pass surrounded/surround/VERB/0/root on/on/ADP/5/case three/three/NUM/5/nummod "
            "sides/side/NOUN/2/obl",
            "actual",
        ),
    ],
)
def test_a_ring_that_is_not_closed_is_none_yet(words: str, modality: str) -> None:
    sentence = trees.tree(words)
    head = next(t for t in sentence.tokens if t.upos == "VERB")
    assert as_given(sentence, head, "besiege", ("positive", "actual"), certainty_cues(load()))[1] == modality


def test_people_who_are_driven_out_are_displaced_and_flights_that_are_suspended_bring_nothing() -> None:
    driven = trees.tree(
        "They/they/PRON/2/nsubj drove/drive/VERB/0/root families/family/NOUN/2/obj out/out/ADP/2/compound:prt",
        triggers=[("drove", "evacuate")],
    )
    assert retyped(driven, driven.triggers[0]).label == "displace"
    flights = trees.tree(
        "Aid/aid/NOUN/2/compound flights/flight/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass suspended/suspend/VERB/0/root"
    )
    assert [t.label for t in shut_off(flights)] == ["deny_aid"]


def test_a_siege_that_will_be_eased_is_there() -> None:
    assert only("The blockade will be eased for the sick.", "besiege").modality == "actual"


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("“The siege is over,” the mayor - he had flown in - told a crowd.", "siege_end", ["the mayor"]),
        ("No aid has reached the camp since May. A nurse said so by phone.", "deliver_aid", ["A nurse"]),
        (
            "According to the mayor, the fighters will leave; an officer denied there was a deal.",
            "agreement",
            ["an officer"],
        ),
    ],
)
def test_how_far_the_words_of_a_speaker_go(text: str, kind: str, speakers: list[str]) -> None:
    assert [s.evidence.quote for s in only(text, kind).speakers] == speakers


def test_oxygen_is_aid() -> None:
    claim = only("Oxygen cylinders were confiscated at the gate.", "deny_aid")
    assert quotes(claim, "goods") == ["Oxygen cylinders"]


def test_who_speaks_is_not_where_it_was() -> None:
    claim = only("The emergency room said that the town was besieged.", "besiege")
    assert (quotes(claim, "place"), [s.evidence.quote for s in claim.speakers]) == (
        ["the town"],
        ["The emergency room"],
    )


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Ostria shelled the port in response to a chemical attack on Orm.", "chemical_attack", []),
        ("The Union opened an inquiry into the chemical attack on Orm.", "chemical_attack", []),
        ("The army carried out the chemical attack on Orm.", "chemical_attack", ["The army"]),
    ],
)
def test_who_answers_an_attack_or_looks_into_it_has_not_made_it(text, kind, doers) -> None:
    (claim, *_) = told(text, kind)
    assert quotes(claim, "actor") == doers


@pytest.mark.parametrize(
    ("text", "kind", "helped"),
    [
        ("Ostria supported the army against the rebels.", "support", ["the army"]),
        ("Ostria supported the army and the militia.", "support", ["the army", "the militia"]),
    ],
)
def test_against_whom_somebody_is_helped_gets_no_help(text, kind, helped) -> None:
    (claim, *_) = told(text, kind)
    assert quotes(claim, "target") == helped


@pytest.mark.parametrize(
    ("text", "doers", "struck"),
    [
        (
            "Militants detonated an IED near a military vehicle in Turbat on Monday.",
            ["Militants"],
            ["a military vehicle"],
        ),
        ("Al-Shabaab detonated a mine under an army truck near Afgoye.", ["Al-Shabaab"], ["an army truck"]),
        ("Gunmen triggered a landmine as a bus passed near Gao.", ["Gunmen"], []),
        ("An army truck detonated a landmine near Diffa.", [], ["An army truck"]),
        ("Soldiers on patrol detonated an IED near Kidal.", [], ["Soldiers on patrol"]),
        ("A child triggered a landmine in Taiz.", [], ["A child"]),
    ],
)
def test_who_sets_off_a_mine_has_laid_it_or_drives_on_it(text: str, doers: list[str], struck: list[str]) -> None:
    claim = only(text, "explosion")
    assert (quotes(claim, "actor"), quotes(claim, "target")) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Clashes between the army and the Sarn Front displaced 20,000 people in Afar.", []),
        ("Fighting between M23 and FARDC troops has displaced 80,000 people in Rutshuru.", []),
        ("The army displaced 20,000 people in Afar.", ["The army"]),
        ("Shelling by the army displaced 400 families in Loikaw.", ["the army"]),
    ],
)
def test_one_of_two_who_fight_displaces_nobody_alone(text: str, doers: list[str]) -> None:
    assert quotes(only(text, "displace"), "actor") == doers
