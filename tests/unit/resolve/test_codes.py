from __future__ import annotations

from dataclasses import replace

import pytest

from situate.model.actor import Actor
from situate.model.claim import Claim, Evidence, Role
from situate.model.place import Place
from situate.model.span import Span
from situate.ontology import load
from situate.resolve.codes.codebooks import at_place, codes
from situate.resolve.codes.parties import parties
from situate.resolve.who.registry import Registry

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


@pytest.mark.parametrize(
    ("made", "acled"),
    [
        (claim("assault", "attacked", target="a checkpoint"), "Armed clash"),
        (claim("assault", "attacked", target="three soldiers from the village"), "Armed clash"),
        (claim("assault", "attacked", target="worshippers"), "Attack"),
        (claim("assault", "stormed", place="the Boru camp", killed="nine villagers"), "Attack"),
        (claim("assault", "attacked", target="a camp for displaced families"), "Attack"),
        (claim("assault", "attacked", target="a displacement camp", killed="45"), "Attack"),
        (claim("assault", "attacked", target="a camp", killed="two soldiers and a cook"), "Armed clash"),
        (claim("assault", "attacked", target="an army camp", killed="nine villagers"), "Armed clash"),
        (claim("assault", "attacked", target="a camp near Pinjul"), "Armed clash"),
        (claim("assault", "stormed", place="a hotel"), "Attack"),
        (claim("assault", "opened fire", target="protesters"), "Excessive force against protesters"),
        (claim("assault", "charged", target="demonstrators", instrument="batons"), "Protest with intervention"),
        (claim("assault", "stormed", actor="protesters", target="the council"), "Violent demonstration"),
        (claim("assault", "attacked", instrument="explosives", target="an embassy"), "Remote explosive/landmine/IED"),
        (claim("clash", "clashed", actor="demonstrators", target="police"), "Violent demonstration"),
        (claim("clash", "clashed", actor="students", target="riot police"), "Violent demonstration"),
        (claim("clash", "clashed", actor="policemen", target="striking miners"), "Violent demonstration"),
        (claim("clash", "clashed", actor="farmers", target="rebels"), "Armed clash"),
        (claim("clash", "clashed", actor="herders", target="farmers"), "Armed clash"),
        (claim("clash", "clashed", actor="armed farmers", target="police"), "Armed clash"),
        (claim("clash", "clashed", actor="a militia leader", target="police"), "Armed clash"),
        (claim("clash", "fought", actor="supporters", instrument="sticks and stones"), "Mob violence"),
        (claim("kill", "killed", killed="40 fighters"), "Armed clash"),
        (claim("kill", "executed", killed="40 fighters"), "Attack"),
        (claim("kill", "killed", killed="40 villagers"), "Attack"),
        (claim("kill", "lost", killed="five men", target="the army"), "Armed clash"),
        (claim("kill", "lost", killed="two sons", target="the family"), "Attack"),
        (claim("kill", "shot", wounded="a soldier"), "Armed clash"),
        (claim("kill", "shot", wounded="a farmer"), "Attack"),
        (claim("kill", "killed", killed="two men", actor="armed men"), "Attack"),
        (claim("kill", "lynched", killed="a thief"), "Mob violence"),
        (claim("kill", "mass grave", killed="30 bodies"), "Other"),
        (claim("detain", "arrested", target="the editor", actor="police"), "Arrests"),
        (claim("detain", "seized", target="the editor", actor="masked men"), "Abduction/forced disappearance"),
        (claim("detain", "arrested", affected="30 protesters"), "Protest with intervention"),
        (claim("destroy", "burned", target="40 houses", actor="militiamen"), "Looting/property destruction"),
        (claim("destroy", "shot down", target="six drones"), "Disrupted weapons use"),
        (claim("destroy", "destroyed", actor="soldiers", target="two roadside bombs"), "Disrupted weapons use"),
        (claim("destroy", "destroyed", actor="soldiers", target="a bomb shelter"), "Looting/property destruction"),
        (claim("kill", "killed", actor="police", killed="three gang members"), "Armed clash"),
        (claim("kill", "killed", actor="police", killed="three family members"), "Attack"),
        (claim("destroy", "shot down", target="a helicopter"), "Armed clash"),
        (claim("capture", "seizure", goods="rifles and ammunition"), "Disrupted weapons use"),
        (claim("capture", "toppled", target="the government"), "Other"),
        (claim("capture", "captured", target="two journalists", actor="gunmen"), "Abduction/forced disappearance"),
        (claim("shelling", "attack", killed="ten civilians"), "Attack"),
        (claim("shelling", "bomb attack"), "Remote explosive/landmine/IED"),
        (claim("shelling", "bombardment"), "Shelling/artillery/missile attack"),
        (claim("airstrike", "bombed", actor="guerrillas"), "Remote explosive/landmine/IED"),
        (claim("airstrike", "bombed", actor="the armed forces"), "Air/drone strike"),
        (claim("airstrike", "bombing"), "Air/drone strike"),
        (claim("chemical_attack", "used", instrument="water cannon"), "Protest with intervention"),
        (claim("chemical_attack", "attack", instrument="dynamite"), "Remote explosive/landmine/IED"),
        (claim("chemical_attack", "attack", instrument="a gas bomb"), "Chemical weapon"),
        (claim("explosion", "detonated", instrument="an explosive belt"), "Suicide bomb"),
        (claim("deploy", "positioned", actor="the groups", place="Douma"), None),
        (claim("deploy", "presence", actor="US"), None),
        (claim("deploy", "stationed", actor="Russia", target="four jets"), "Change to group/activity"),
        (claim("deploy", "deployed", actor="troops", destination="Douma"), "Change to group/activity"),
        (claim("agreement", "merged", actor="two factions"), "Change to group/activity"),
        (claim("cut_route", "blocked", actor="farmers"), "Peaceful protest"),
        (claim("cut_route", "blocked", actor="soldiers"), "Other"),
        (claim("crowd_control", "tear gas"), "Protest with intervention"),
        (claim("protest", "hunger strike"), None),
        (claim("withdraw", "withdrew", actor="the army"), "Change to group/activity"),
    ],
)
def test_who_does_what_to_whom_with_what(made: Claim, acled: str | None) -> None:
    assert codes(made, ONTOLOGY).acled == acled


def test_what_happens_at_a_protest_is_told_beside_it() -> None:
    march = claim("protest", "march")
    arrests, shots = claim("detain", "arrested"), claim("assault", "fired", target="the crowd")
    riot = claim("destroy", "smashed", actor="rioters", target="windows")
    found = [codes(march, ONTOLOGY, [other]).acled for other in (arrests, shots, riot)]
    assert found == ["Protest with intervention", "Excessive force against protesters", "Violent demonstration"]
    assert codes(arrests, ONTOLOGY, [march]).acled == "Protest with intervention"
    assert codes(march, ONTOLOGY, [claim("detain", "arrest")]).acled == "Peaceful protest"  # against an arrest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("four soldiers who had come from the village", "armed"),
        ("masked men", "armed"),
        ("35 Daesh (outlawed in Russia) militants", "armed"),
        ("two people (one of them a soldier)", "unarmed"),
        ("women and children", "unarmed"),
        ("the mob", "crowd"),
        ("scores of demonstrators near a checkpoint", "protesters"),
        ("the two", None),
    ],
)
def test_parties_by_their_words(words: str, expected: str | None) -> None:
    assert parties(claim("kill", "killed", target=words).roles) == ({expected} if expected else set())


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
        (claim("withdraw", "withdrew", target="500 peacekeepers"), {}, "SANCTION"),
        (claim("withdraw", "withdrew", target="500 soldiers"), {}, "RETREAT-withdraw"),
        (claim("deny_aid", "suspended", goods="aid"), {}, "SANCTION"),
        (claim("deny_aid", "blocked", goods="aid"), {}, "COERCE-withhold"),
        (claim("open_route", "opened", target="Syrian refugees"), {}, "AID"),
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


@pytest.mark.parametrize(
    ("kind", "trigger", "roles", "expected"),
    [
        ("airstrike", "struck", {"instrument": "chlorine gas"}, "Chemical weapon"),
        ("airstrike", "struck", {"instrument": "tear gas"}, "Air/drone strike"),
        ("airstrike", "attacks", {"actor": "militants", "killed": "20 soldiers"}, "Armed clash"),
        ("airstrike", "attacks", {"actor": "the army", "killed": "20 soldiers"}, "Air/drone strike"),
        ("explosion", "detonated", {"instrument": "drones packed with explosives"}, "Air/drone strike"),
        ("explosion", "exploded", {"instrument": "a heavy shell"}, "Shelling/artillery/missile attack"),
        ("explosion", "exploded", {"instrument": "a bomb"}, "Remote explosive/landmine/IED"),
        ("detain", "held hostage", {"target": "a missionary"}, "Abduction/forced disappearance"),
        ("destroy", "crashed", {"target": "pedestrians"}, "Attack"),
        ("destroy", "burned", {"target": "the homes of villagers"}, "Looting/property destruction"),
    ],
)
def test_means_and_sufferers_decide_the_string(kind: str, trigger: str, roles: dict[str, str], expected: str) -> None:
    assert codes(claim(kind, trigger, **roles), ONTOLOGY).acled == expected


@pytest.mark.parametrize(
    ("beside", "roles", "expected"),
    [
        ("detain", {}, "Arrests"),
        ("disrupt_weapons", {}, "Disrupted weapons use"),
        ("detain", {"killed": "three soldiers"}, "Armed clash"),
        ("talks", {"target": "a house"}, "Attack"),
    ],
)
def test_a_raid_in_which_nobody_is_hurt_is_what_it_brings_in(beside: str, roles: dict[str, str], expected: str) -> None:
    raid = claim("assault", "raided", **roles)
    assert codes(raid, ONTOLOGY, [claim(beside, "held")]).acled == expected


@pytest.mark.parametrize(
    ("made", "acled"),
    [
        (claim("kill", "kill", killed="at least 50 jihadists"), "Armed clash"),
        (claim("kill", "gassed", killed="3000 villagers"), "Chemical weapon"),
        (claim("kill", "killed", actor="A roadside bomb", killed="four travellers"), "Remote explosive/landmine/IED"),
        (claim("kill", "killed", actor="a bomb squad", killed="four travellers"), "Attack"),
        (claim("kill", "killed", killed="two men", time="during a protest"), "Excessive force against protesters"),
        (claim("kill", "killed", killed="two men", time="at a march"), "Excessive force against protesters"),
        (claim("kill", "killed", killed="two men", time="on the March for Water"), "Excessive force against protesters"),
        (claim("kill", "killed", killed="two men", time="in March"), "Attack"),
        (claim("kill", "killed", killed="two men", time="in late march"), "Attack"),
        (claim("detain", "arrested", affected="nine people", time="Between January and March"), "Arrests"),
        (claim("assault", "attacked", target="the mosque", instrument="petrol bombs"), "Mob violence"),
        (claim("assault", "attacks", target="religious minorities"), "Attack"),
        (claim("assault", "raided", actor=actor("syrian-government", "SY"), target="the offices of a union"), "Other"),
        (claim("assault", "raided", actor=actor("syrian-government", "SY"), target="a rebel hideout"), "Armed clash"),
        (claim("detain", "arrested", affected="149 people", time="during today's riots"), "Violent demonstration"),
        (claim("detain", "arrested", affected="30 people", time="after the march"), "Protest with intervention"),
        (claim("explosion", "petrol bomb attack", target="a mosque"), "Looting/property destruction"),
        (claim("explosion", "petrol bombs", target="three policemen"), "Mob violence"),
        (claim("explosion", "explosion", instrument="a gas tank"), None),
        (claim("explosion", "grenades", instrument="tear gas and stun grenades"), "Protest with intervention"),
        (claim("shelling", "fired", instrument="missiles", actor="a warplane"), "Air/drone strike"),
        (claim("destroy", "destroyed", actor="aircraft", target="a depot of weapons"), "Air/drone strike"),
        (claim("destroy", "destroyed", actor="an army unit", target="a car packed with explosives"), "Disrupted weapons use"),
        (claim("destroy", "dynamited", target="a pipeline"), "Remote explosive/landmine/IED"),
        (claim("destroy", "crashed", target="the plane"), None),
        (claim("capture", "seized", "SY", actor="the police", goods="three passports"), None),
        (claim("disrupt_weapons", "seized", goods="rifles"), "Disrupted weapons use"),
        (claim("disrupt_weapons", "seizing", goods="documents, computers and other devices"), None),
        (claim("disrupt_weapons", "seized", target="two journalists", actor="police"), "Arrests"),
        (claim("withdraw", "escaped", affected="some students"), None),
        (claim("withdraw", "withdrew", actor="the army", origin="its border with Corland"), "Change to group/activity"),
    ],
)  # fmt: skip
def test_strings_by_words_that_say_more(made: Claim, acled: str | None) -> None:
    assert codes(made, ONTOLOGY).acled == acled


def test_a_bomber_who_strikes_in_a_blast_flies_no_plane() -> None:
    struck = claim("airstrike", "struck", actor="the bomber")
    assert codes(struck, ONTOLOGY, [claim("explosion", "blast")]).acled == "Suicide bomb"
    assert codes(struck, ONTOLOGY).acled == "Air/drone strike"


def test_those_who_march_beside_it_are_protesters_and_riots_kill() -> None:
    shot = claim("assault", "shot", target="Workers", killed="ten")
    assert codes(shot, ONTOLOGY, [claim("protest", "marching", actor="Workers")]).acled == (
        "Excessive force against protesters"
    )
    killed = claim("kill", "killed", killed="seven people")
    assert codes(killed, ONTOLOGY, [claim("protest", "violent protests")]).acled == "Violent demonstration"
    assert codes(killed, ONTOLOGY, [claim("protest", "protests")]).acled == "Attack"


@pytest.mark.parametrize(
    ("tense", "acled"),
    [("past", "Chemical weapon"), ("pluperfect", "Chemical weapon"), ("present", None), (None, None)],
)
def test_what_is_said_to_have_happened_has_a_string_and_what_may_yet_happen_none(tense, acled) -> None:
    alleged = replace(claim("chemical_attack", "gas attack"), modality="possible", tense=tense)
    assert codes(alleged, ONTOLOGY).acled == acled


def test_plover_by_what_else_a_claim_tells() -> None:
    assert codes(claim("clash", "clashed", actor="demonstrators", target="police"), ONTOLOGY).plover == "PROTEST-riot"
    assert codes(claim("deliver_aid", "suspended", goods="aid"), ONTOLOGY).plover == "SANCTION"
    assert codes(claim("besiege", "blockaded", place="Lisk"), ONTOLOGY).plover == "ASSAULT"
    assert codes(claim("besiege", "besieged", place="Lisk"), ONTOLOGY).plover == "COERCE-restrict"
    shields = claim("abuse", "as human shields")
    assert codes(claim("detain", "held", affected="200 people"), ONTOLOGY, [shields]).plover == "ASSAULT"
    protesting, strike = claim("accuse", "protesting", actor="A woman"), claim("protest", "strike", actor="A woman")
    assert codes(protesting, ONTOLOGY, [strike]).plover == "PROTEST"
    assert codes(protesting, ONTOLOGY).plover == "ACCUSE"
    helping = replace(claim("assist", "assist", actor="The council"), modality="planned")
    given = claim("deliver_aid", "donated", actor="The council", goods="tents")
    assert codes(helping, ONTOLOGY, [given]).plover == "AID"
    assert codes(helping, ONTOLOGY).plover == "AGREE"
    assert codes(replace(helping, tense="future"), ONTOLOGY, [given]).plover == "AGREE"


def test_so_many_of_them_are_what_they_stand_for() -> None:
    role = Role(role="killed", evidence=said("40 of them"))
    assert parties((role,)) == set()
    assert parties((replace(role, ref="Rebel fighters"),)) == {"armed"}
    theirs = replace(role, evidence=said("their vehicles"))
    assert parties((replace(theirs, ref="Rebel fighters"),)) == parties((theirs,))


@pytest.mark.parametrize(
    ("made", "acled"),
    [
        (claim("abuse", "repression", "SY", actor="the government"), None),
        (claim("abuse", "human rights abuses", "SY"), None),
        (claim("abuse", "persecution", "SY", time="last week"), None),
        (claim("abuse", "torture", "SY", target="prisoners"), "Attack"),
        (claim("abuse", "repression", "SY", target="protesters"), "Protest with intervention"),
        (claim("abuse", "persecution", "SY", killed="ten people"), "Attack"),
        (claim("assault", "crackdown", "CN", target="pro-democracy opposition"), None),
        (claim("assault", "crackdown", "SY", target="rebels"), "Armed clash"),
        (claim("clash", "civil war", "SY"), None),
        (claim("clash", "conflict", "SY", time="on Monday"), "Armed clash"),
        (claim("clash", "fighting", "SY"), "Armed clash"),
    ],
)
def test_what_goes_on_for_years_is_no_event(made: Claim, acled: str | None) -> None:
    assert codes(made, ONTOLOGY).acled == acled


@pytest.mark.parametrize(("goods", "acled"), [("laptops", "Other"), ("rifles", "Disrupted weapons use")])
def test_what_a_raid_of_offices_brings_in(goods: str, acled: str) -> None:
    raid = claim("assault", "raided", actor=actor("syrian-arab-army", "SY"), target="the newspaper's offices")
    assert codes(raid, ONTOLOGY, [claim("disrupt_weapons", "confiscated", goods=goods)]).acled == acled


def test_the_dead_of_a_sentence_died_of_the_one_blow_that_it_tells() -> None:
    raids = claim("airstrike", "air raids")
    deaths = claim("kill", "killed", killed="16 civilians")
    assert codes(deaths, ONTOLOGY, [raids]).acled == "Air/drone strike"
    assert codes(deaths, ONTOLOGY, [raids, claim("shelling", "shelling", instrument="mortars")]).acled == "Attack"
    assert codes(claim("kill", "executed", killed="16 civilians"), ONTOLOGY, [raids]).acled == "Attack"
    others = claim("kill", "killed", killed="16 civilians", actor=actor("islamic-state", "SY"))
    assert codes(others, ONTOLOGY, [raids]).acled == "Attack"


@pytest.mark.parametrize("trigger", ["sentenced", "convicted"])
def test_what_a_court_decides_is_no_arrest(trigger: str) -> None:
    assert codes(claim("detain", trigger, target="a journalist"), ONTOLOGY).acled is None


@pytest.mark.parametrize(("dead", "expected"), [("three soldiers", "Armed clash"), ("three farmers", "Attack")])
def test_a_bare_number_counts_those_of_the_claim_before_it(dead: str, expected: str) -> None:
    first = claim("kill", "killed", killed=dead)
    second = claim("kill", "two", killed="two others")
    second = replace(second, id="c:2", trigger=Evidence(span=Span(30, 33), quote="two"))
    assert codes(second, ONTOLOGY, [first]).acled == expected
