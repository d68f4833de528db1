"""Deaths told alone, blows named by their weapon, who did it: on trees made by hand and by the packaged model."""

import pytest
from packaged import reader
from trees import label, tree

from situate.extract.triggers.deaths import by_device, deaths, wounds
from situate.model.report import Report
from situate.model.sentence import Labelled

KILLED = tree("They/they/PRON/2/nsubj killed/kill/VERB/0/root nine/nine/NUM/4/nummod troops/troop/NOUN/2/obj")
TOLL = tree("The/the/DET/3/det death/death/NOUN/3/compound toll/toll/NOUN/4/nsubj rose/rise/VERB/0/root")
KILLING = tree("A/a/DET/2/det plane/plane/NOUN/3/nsubj crashed/crash/VERB/0/root killing/kill/VERB/3/advcl")
BLOW = Labelled(90, 95, "airstrike", 0.9)
OTHER = Labelled(90, 95, "capture", 0.9)


def read(text: str, published: str = "2031-05-10"):
    return reader().read(Report(id="r", text=text, published=published)).claims


@pytest.mark.parametrize(
    ("sentence", "taken", "words"),
    [
        (KILLED, [], [(5, 11)]), (KILLED, [OTHER], [(5, 11)]), (KILLED, [BLOW], []), (TOLL, [], [(4, 14)]),
        (KILLED, [Labelled(5, 11, "abuse", 0.9)], []), (KILLING, [], []),
    ],
)  # fmt: skip
def test_deaths_are_told_alone_where_no_blow_is(sentence, taken, words):
    found = list(deaths(sentence, taken))
    assert [(one.start, one.end) for one in found] == words
    assert {one.label for one in found} <= {"kill"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Eleven children died on Thursday in a barrel bomb attack on a quarter of Ostry.", "airstrike"),
        ("A double bomb attack hit the town of Ostry on Thursday.", "explosion"),
        ("The army has used chemical weapons in Ostry, the council said on Thursday.", "chemical_attack"),
    ],
)
def test_a_weapon_tells_the_blow(text, kind):
    assert kind in {claim.type for claim in read(text)}


def test_a_weapon_slams_into_a_place_and_speaks_nothing():
    text = "Eight others were hurt after artillery shells slammed into the Old City of Lisk on Tuesday."
    assert "accuse" not in {claim.type for claim in read(text)}


def test_what_a_strike_did_was_done_by_who_struck():
    (claim,) = [
        c for c in read("The group said that an American airstrike had destroyed the mosque.") if c.type == "destroy"
    ]
    assert [role.evidence.quote for role in claim.fillers("actor")] == ["American"]


def test_who_gives_up_is_counted():
    text = "The ministry said that 2,439 fighters of the Azov Regiment had laid down their arms since 16 May."
    (claim,) = [c for c in read(text, "2022-05-21") if c.type == "surrender"]
    assert [role.evidence.quote[:14] for role in claim.fillers("affected")] == ["2,439 fighters"]


def test_two_holders_in_one_sentence_are_two_states():
    text = "Most of the city of Hasakeh is controlled by Kurdish forces while the rest is held by fighters loyal to the president."
    assert [c.trigger.quote for c in read(text) if c.type == "control"] == ["controlled", "held"]


def test_others_are_of_those_told_before():
    claims = read("Dozens of terrorists were killed and others fled towards the villages on the river.")
    assert "displace" not in {c.type for c in claims}
    claims = read("Dozens of residents were killed and others fled towards the villages on the river.")
    assert "displace" in {c.type for c in claims}


def test_what_is_not_allowed_in_is_denied():
    claims = read("In the rest of the city people lack water. Humanitarian convoys have not been allowed to enter it.")
    assert {c.polarity for c in claims if c.type == "deny_aid"} == {"positive"}


def test_a_siege_that_fails_at_something_is_there_and_began_when_it_was_laid():
    text = "The siege of the city, which the terrorists imposed in July, has failed to break the will of its people."
    (siege,) = [c for c in read(text, "2014-12-06") if c.type == "besiege"]
    assert siege.modality == "actual"
    assert [role.evidence.quote.removeprefix("in ") for role in siege.fillers("time")] == ["July"]


def test_helicopters_that_continue_to_land_say_nothing():
    text = (
        "The airport remains under the full control of the army, the source added, and helicopters continue to land "
        "there with ammunition and food for the garrison."
    )
    assert {s.evidence.quote for c in read(text) for s in c.speakers} == {"the source"}


def test_one_is_planned():
    text = "The convoys of the United Nations have not entered the city yet; one is planned for the coming week."
    planned = [c for c in read(text) if c.trigger.quote == "planned"]
    assert [(c.type, c.modality) for c in planned] == [("deliver_aid", "planned")]


def test_what_somebody_destroyed_is_not_he():
    text = (
        "The Great Mosque of al-Nuri in Mosul was destroyed on Wednesday evening. "
        "The coalition also said that the group had destroyed it."
    )
    last = [c for c in read(text, "2017-06-22") if c.type == "destroy"][-1]
    assert [role.ref for role in last.fillers("target")] == ["The Great Mosque of al-Nuri"]


@pytest.mark.parametrize(
    ("weapon", "kind"),
    [
        ("rockets/rocket/NOUN/3/obl", "shelling"), ("mines/mine/NOUN/3/obl", "explosion"),
        ("drones/drone/NOUN/3/obl", "airstrike"), ("bullets/bullet/NOUN/3/obl", "assault"),
        ("words/word/NOUN/3/obl", None),
    ],
)  # fmt: skip
def test_who_is_wounded_by_a_weapon_was_struck_by_it(weapon, kind):
    line = "Four/four/NUM/3/nsubj:pass were/be/AUX/3/aux:pass wounded/wound/VERB/0/root by/by/ADP/5/case "
    sentence = tree(line + weapon)
    assert [t.label for t in wounds(sentence, ())] == [kind] * (kind is not None)
    assert not [*wounds(sentence, [label(sentence, "were", "shelling")])]


def test_bombs_that_glide_come_from_the_air():
    told = tree(
        "Four/four/NUM/3/nsubj:pass were/be/AUX/3/aux:pass hurt/hurt/VERB/0/root by/by/ADP/6/case "
        "glide/glide/NOUN/6/compound bombs/bomb/NOUN/3/obl"
    )
    assert [t.label for t in wounds(told, ())] == ["airstrike"]
    killed = tree(
        "Four/four/NUM/3/nsubj:pass were/be/AUX/3/aux:pass killed/kill/VERB/0/root by/by/ADP/6/case "
        "glide/glide/NOUN/6/compound bombs/bomb/NOUN/3/obl"
    )
    assert by_device(killed, label(killed, "killed", "kill"), ()).label == "airstrike"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Plainsmen shelled a mill in Olm on Tuesday. Seven residents were martyred and 16 wounded.", ["kill"]),
        ("The enemy bombed a clinic in Olm on Thursday. Two people did not survive.", ["kill"]),
        ("Bulletin. Place: Olm. Event: shelling by the Plainsmen. Day: the 9th of May. Fallen: nine people.", ["kill"]),
        ("A planter said that four of his cattle did not survive the winter.", []),
        ("Two people did not survive the hospital's budget cuts in their jobs.", []),
    ],
)
def test_deaths_in_other_words(text, told):
    kills = [c for c in read(text) if c.type == "kill"]
    assert [c.type for c in kills] == told
    assert all(c.polarity == "positive" and c.fillers("killed") for c in kills)


@pytest.mark.parametrize(
    ("text", "dead", "time"),
    [
        ("Three people were killed today by the shells that the Plainsmen sent into Olm.", "Three people", "today"),
        (
            "Three people were killed by the shells that the Plainsmen sent into Olm on Friday.",
            "Three people",
            "Friday",
        ),
    ],
)
def test_who_was_killed_by_what_they_sent_is_the_toll_of_that_blow(text, dead, time):
    (blow,) = [c for c in read(text) if c.type == "shelling"]
    assert [r.evidence.quote for r in blow.fillers("killed")] == [dead]
    assert [r.evidence.quote.removeprefix("on ") for r in blow.fillers("time")] == [time]


def test_whom_surgeons_operate_on_is_alive():
    text = (
        "After the explosion at a mill in Olm on 8 May, which killed two residents, our surgeons operated on 19 people."
    )
    (blast,) = [c for c in read(text) if c.type == "explosion"]
    assert [r.evidence.quote for r in blast.fillers("killed")] == ["two residents"]
