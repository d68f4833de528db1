from __future__ import annotations

from dataclasses import replace

import pytest

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.ontology import load
from situate.resolve.codes import at_place, codes
from situate.resolve.registry import Registry

REGISTRY, ONTOLOGY = Registry.load(), load()


def said(quote: str) -> Evidence:
    return Evidence(span=Span(0, len(quote)), quote=quote)


def claim(kind: str, trigger: str, country: str | None = None, **roles: str | Actor) -> Claim:
    made = [
        Role(
            role=name,
            evidence=said(value if isinstance(value, str) else value.name),
            actor=None if isinstance(value, str) else value,
        )
        for name, value in roles.items()
    ]
    if country:
        made.append(Role(role="place", evidence=said("X"), place=Place(id="local:x", name="X", country=country)))
    return Claim(id="c:1", report="r", type=kind, trigger=said(trigger), roles=tuple(made))


def actor(identifier: str, country: str) -> Actor:
    return REGISTRY.actor(identifier, "2017-09-05" if country != "UA" else "2022-04-01", country)


@pytest.mark.parametrize(
    ("taker", "country", "expected"),
    [
        ("syrian-arab-army", "SY", "Government regains territory"),
        ("national-defence-forces", "SY", "Government regains territory"),
        ("islamic-state", "SY", "Non-state actor overtakes territory"),
        ("syrian-democratic-forces", "SY", "Non-state actor overtakes territory"),
        ("military-of-turkey", "SY", "Non-state actor overtakes territory"),
        ("russian-armed-forces", "UA", "Non-state actor overtakes territory"),
        ("armed-forces-of-ukraine", "UA", "Government regains territory"),
        ("hezbollah", "SY", "Non-state actor overtakes territory"),
    ],
)
def test_territory_follows_who_takes_it(taker: str, country: str, expected: str) -> None:
    assert codes(claim("capture", "captured", country, actor=actor(taker, country)), ONTOLOGY).acled == expected


def test_a_capture_by_nobody_known_or_of_weapons_is_fighting() -> None:
    assert codes(claim("capture", "captured", "SY"), ONTOLOGY).acled == "Armed clash"
    tanks = claim("capture", "captured", actor=actor("islamic-state", "SY"), goods="ten tanks")
    assert codes(tanks, ONTOLOGY).acled == "Armed clash"
    lost = claim("capture", "fell", "SY", target=actor("syrian-arab-army", "SY"))
    assert codes(lost, ONTOLOGY).acled == "Non-state actor overtakes territory"


@pytest.mark.parametrize(
    ("made", "acled", "plover"),
    [
        (claim("airstrike", "strike", instrument="a drone"), "Air/drone strike", "ASSAULT-drone"),
        (claim("airstrike", "bombed", instrument="barrel bombs"), "Air/drone strike", "ASSAULT-aerial"),
        (claim("explosion", "exploded", instrument="a hand grenade"), "Grenade", "ASSAULT-explosives"),
        (
            claim("explosion", "exploded", instrument="a car bomb"),
            "Remote explosive/landmine/IED",
            "ASSAULT-explosives",
        ),
        (claim("abuse", "raped"), "Sexual violence", "ASSAULT-sexual"),
        (claim("abuse", "beaten"), "Attack", "ASSAULT-beat"),
        (claim("abuse", "tortured"), "Attack", "ASSAULT-torture"),
        (claim("deploy", "sent", target="two battalions"), "Change to group/activity", "MOBILIZE"),
        (claim("deploy", "established", goods="a military base"), "Headquarters or base established", "MOBILIZE"),
        (claim("protest", "marched"), "Peaceful protest", "PROTEST"),
        (claim("protest", "riots"), "Violent demonstration", "PROTEST"),
        (claim("protest", "marched", killed="two marchers"), "Excessive force against protesters", "PROTEST"),
        (claim("protest", "rally", target="police who used tear gas"), "Protest with intervention", "PROTEST"),
        (claim("control", "holds"), None, None),
    ],
)
def test_strings_that_follow_from_roles(made: Claim, acled: str | None, plover: str | None) -> None:
    found = codes(made, ONTOLOGY)
    assert (found.acled, found.plover) == (acled, plover)


def test_what_did_not_take_place_has_no_acled_string() -> None:
    base = claim("airstrike", "strike")
    planned = Claim(id="c:1", report="r", type="airstrike", trigger=base.trigger, modality="planned")
    denied = Claim(id="c:1", report="r", type="airstrike", trigger=base.trigger, polarity="negative")
    assert codes(planned, ONTOLOGY).acled is None
    assert codes(planned, ONTOLOGY).plover == "THREATEN"
    assert codes(denied, ONTOLOGY).acled is None


@pytest.mark.parametrize(
    ("made", "certain", "plover"),
    [
        (claim("deliver_aid", "sent"), {"modality": "planned"}, "AGREE"),
        (claim("release", "free"), {"modality": "planned"}, "AGREE"),
        (claim("release", "free"), {"polarity": "negative"}, "REJECT"),
        (claim("talks", "meet"), {"polarity": "negative", "modality": "planned"}, "REJECT"),
        (claim("agreement", "agreement"), {"modality": "attempted"}, "REJECT"),
        (claim("agreement", "agreement"), {}, "SUPPORT"),
        (claim("agreement", "agreed"), {}, "AGREE"),
        (claim("sanction", "suspend"), {"modality": "planned"}, "THREATEN"),
        (claim("restrict", "ban"), {"modality": "possible", "tense": "present"}, "THREATEN"),
        (claim("shelling", "shelled"), {"modality": "possible", "tense": "past"}, "ASSAULT-heavy-weapons"),
        (claim("accuse", "condemn"), {"modality": "planned"}, "ACCUSE"),
        (claim("deploy", "sent", target="500 peacekeepers"), {}, "AID"),
        (claim("return", "returned", goods="a stolen statue"), {}, "RETREAT-return"),
        (claim("return", "returned", target="refugees"), {}, None),
    ],
)
def test_plover_puts_what_is_to_come_or_did_not_come_about(
    made: Claim, certain: dict[str, str], plover: str | None
) -> None:
    assert codes(replace(made, **certain), ONTOLOGY).plover == plover


def test_every_type_has_codes_of_the_codebooks() -> None:
    for name in ONTOLOGY.types:
        found = codes(claim(name, "x", "SY"), ONTOLOGY)
        assert found.acled != name
        assert found.plover is None or found.plover.split("-")[0].isupper()


@pytest.mark.parametrize(
    ("who", "country", "inter"),
    [
        ("military-of-turkey", "SY", 8),
        ("military-of-turkey", "TR", 1),
        ("military-of-turkey", None, 1),
        ("russian-armed-forces", "UA", 8),
        ("government-of-russia", "SY", 8),
        ("syrian-arab-army", "SY", 1),
        ("hezbollah", "SY", 2),  # groups that are no state's keep their code abroad
        ("us-led-coalition", "SY", 8),
        ("iraqi-army", "SY", 8),
    ],
)
def test_a_states_forces_abroad_are_external_forces(who: str, country: str | None, inter: int) -> None:
    found = at_place(claim("clash", "clashed", country, actor=actor(who, country or "TR")))
    assert found.roles[0].actor is not None
    assert found.roles[0].actor.inter == inter


def test_codes_of_actors_change_nothing_else() -> None:
    made = claim("clash", "clashed", "SY", actor=actor("military-of-turkey", "SY"), target="somebody")
    found = at_place(made)
    assert [r.role for r in found.roles] == [r.role for r in made.roles]
    assert found.roles[0].actor != made.roles[0].actor
    assert at_place(found) == found
