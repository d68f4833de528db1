"""A body and its head, an office and its holder, and what is only mentioned: one origin."""

import dataclasses

import pytest
from world import BLUES, MONITOR, REDS, TOWN, claim, interval, published, said_by

from situate.derive import derive
from situate.model.actor import Actor
from situate.model.claim import Evidence, Speaker
from situate.model.span import Span

DAY = interval("2031-05-05", "2031-05-05")
HEAD = Actor(id="person:ana-veld", name="Ana Veld", kind="person", country="XX")
CHIEF = Actor(id="local:ana-veld", name="Ana Veld", kind="person")
WATCH = Actor(id="watch", name="Lisk Observatory for Human Rights", kind="other")
HUNTER = Actor(id="person:joe-hunter", name="Joe Hunter", kind="person", country="YY", side="state-of-yy")
OFFICE = Actor(id="government-of-xx", name="Government of Xx", kind="government", country="XX", side="red")
PEOPLE = Actor(id="civilians-xx", name="Civilians (Xx)", kind="civilians", country="XX")


def said(words, actor):
    return (Speaker(evidence=Evidence(span=Span(0, 5), quote=words), cue="said", actor=actor),)


def strike(*speakers, **more):
    return claim("airstrike", "a", place=TOWN, when=DAY, speakers=speakers[0] if speakers else (), **more)


def standing(claims, **fields):
    made = published(**{c.report: "2031-05-06" for c in claims})
    known = {name: dataclasses.replace(one, **fields) for name, one in made.items()}
    (found,) = derive(claims, known).events
    return found.independent_origins, found.standing


@pytest.mark.parametrize(
    ("body", "head", "origins"),
    [
        ("the Lisk Observatory for Human Rights", "Ana Veld, the head of the observatory", 1),
        ("The monitor", "Ana Veld, who leads the monitor", 2),
        ("The monitor", "Ana Veld, the head of the monitor", 1),
        ("a monitor group", "Lisk Observatory for Human Rights chief Ana Veld", 1),
        ("a monitor group", "Ana Veld, a spokeswoman for the clinic", 2),
        ("a monitor group", "Ana Veld", 2),
    ],
)
def test_a_body_and_who_speaks_for_it_are_one_origin(body, head, origins):
    claims = [strike(said(body, WATCH)), strike(said(head, CHIEF))]
    assert standing(claims) == (origins, "corroborated" if origins == 2 else "reported")


def test_whom_the_registry_knows_to_lead_a_body_is_its_voice_in_whatever_report():
    claims = [
        strike(said("the group", WATCH)),
        claim("airstrike", "b", place=TOWN, when=DAY, speakers=said("Veld", HEAD)),
    ]
    assert standing(claims) == (2, "corroborated")
    assert standing(claims, speaks_for=((HEAD.id, WATCH.id),)) == (1, "reported")


@pytest.mark.parametrize(
    ("words", "named", "again", "origins"),
    [
        ("The foreign secretary", "Joe Hunter", True, 1),
        ("The foreign secretary", "Joe Hunter", False, 2),
        ("The foreign secretary", "Foreign Secretary Joe Hunter", False, 1),
        ("the Xx ambassador to the League", "Ambassador Joe Hunter", False, 2),
        ("a foreign secretary", "Foreign Secretary Joe Hunter", False, 2),
    ],
)
def test_an_office_and_its_holder_are_one_origin(words, named, again, origins):
    first = strike(said(named, HUNTER))
    second = strike(said(words, OFFICE), same_as=first.id if again else None)
    assert standing([first, second])[0] == origins


def test_residents_who_only_mention_it_are_no_origin():
    army = strike(said_by(BLUES), actor=BLUES)
    heard = claim("airstrike", "a", when=DAY, speakers=said("some residents", PEOPLE), same_as=army.id)
    saw = strike(said("some residents", PEOPLE), same_as=army.id)
    assert standing([army, heard]) == (1, "claimed")
    assert standing([army, saw]) == (2, "corroborated")


@pytest.mark.parametrize(("modality", "found"), [("actual", "corroborated"), ("attempted", "claimed")])
def test_what_an_enemy_only_tried_is_no_admission(modality, found):
    tried = claim("siege_end", "a", place=TOWN, when=DAY, target=BLUES, speakers=said_by(BLUES), modality=modality)
    assert standing([tried])[1] == found


def test_who_only_may_have_done_it_is_no_doer():
    told = strike(said_by(MONITOR))
    may = strike(actor=BLUES, modality="possible", same_as=told.id)
    planned = strike(actor=REDS, modality="planned", same_as=told.id)

    def doers(*claims):
        (found,) = derive(claims, published(a="2031-05-06")).events
        return [part.actor.id for part in found.actors]

    assert doers(told, may) == []
    assert doers(may) == ["blues"]
    assert doers(told, planned) == ["reds"]
    brigade = strike(actor=dataclasses.replace(BLUES, id="brigade"), modality="planned")
    assert doers(strike(actor=BLUES), brigade) == ["blues"]


def test_what_is_only_possible_backs_no_plan():
    plan = strike(said_by(MONITOR), modality="planned")
    thought = strike(said("an envoy", CHIEF), modality="possible", same_as=plan.id)
    assert standing([plan, thought]) == (1, "reported")
    assert standing([plan, dataclasses.replace(thought, modality="planned")]) == (2, "corroborated")
