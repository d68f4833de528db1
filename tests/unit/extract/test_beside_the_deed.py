"""Who and what stands near a deed and has no part in it, in flowing sentences; by the packaged model."""

import pytest
from packaged import quotes, reader, told

from situate.model.report import Report


def filled(text: str, kind: str, role: str) -> list[list[str]]:
    return [quotes(one, role) for one in told(text, kind)]


def types(text: str, trigger: str) -> set[str]:
    claims = reader().read(Report(id="r", text=text)).claims
    return {c.type for c in claims if c.trigger.quote == trigger}


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("Jets bombed the camp, which was home to some 12,000 refugees, on Friday.", "airstrike", [[]]),
        ("Planes bombed the village, which was crammed with 900 people, on Friday.", "airstrike", [[]]),
        ("An air strike on a hall packed with mourners killed 140 people.", "airstrike", [["140 people"]]),
        ("Two commanders were shot dead; a third, Captain Orlo, lost a foot.", "kill", [["Two commanders"]]),
        ("The army logged one breach near Lisk, in which a farmer came under fire.", "assault", [[]]),
    ],
)
def test_who_fills_a_place_or_gets_away_is_no_dead(text, kind, killed):
    assert filled(text, kind, "killed") == killed


def test_whom_a_blast_was_aimed_at_may_live_and_die_later():
    text = (
        "About 90 people died in twin bomb blasts in Karachi aimed at former Prime Minister Ada Lorn, "
        "who was assassinated in Lahore in May."
    )
    assert filled(text, "explosion", "killed") == [["About 90 people"]]
    assert filled(text, "kill", "killed") == [["former Prime Minister Ada Lorn"]]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Soldiers posted there did not come when gunmen drove in and shot dead two boys.", "kill", [["gunmen"]]),
        ("The police stayed in their barracks while rebels killed four farmers.", "kill", [["rebels"]]),
        ("Soldiers shot dead two boys when the crowd threw stones.", "kill", [["Soldiers"]]),
        ("A power line was damaged in an area under Ostrian control on Monday.", "destroy", [[]]),
        ("The monitors registered 40 ceasefire violations in Donetsk region.", "truce_breach", [[]]),
        ("The rebels committed 40 ceasefire violations in Donetsk region.", "truce_breach", [["The rebels"]]),
        ("Surgeons of the Lisk Clinic treated 12 people on Sunday after shelling of Varn camp.", "shelling", [[]]),
        ("Red Crescent volunteers buried 20 people in Varn following the bombing of the port.", "airstrike", [[]]),
        ("The Blues treated 20 people after shelling of the camp by the Reds.", "shelling", [["the Reds"]]),
        ("Rebels rescued 20 prisoners after shelling the town of Varn.", "shelling", [["Rebels"]]),
    ],
)
def test_who_stands_in_another_clause_or_only_counts_it_did_not_do_it(text, kind, actors):
    assert filled(text, kind, "actor") == actors


def test_who_comes_under_attack_suffers_it_though_the_verb_shares_its_subject():
    (attack,) = told("Border guards drove off in a convoy and came under attack on the way.", "assault")
    assert (quotes(attack, "actor"), quotes(attack, "target")) == ([], ["Border guards"])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Troops took the whole of Ramadi apart from the university.", ["the whole of Ramadi"]),
        ("The group has overrun all of Kunduz except the airport.", ["all of Kunduz"]),
        ("The group has overrun Kunduz and the airport.", ["Kunduz", "the airport"]),
    ],
)
def test_what_is_left_out_is_not_taken(text, places):
    assert filled(text, "capture", "place") == [places]


def test_a_town_which_was_captured_is_taken_and_nobody_is_held():
    (taken,) = told("Hadrut, which was captured by Azerbaijan in October 2020, lies in the south.", "capture")
    assert quotes(taken, "place") == ["Hadrut"]
    assert told("Major Orlo, who was captured by Azerbaijan in 2020, lies in hospital.", "capture") == []


def test_who_is_taken_from_a_home_is_led_away():
    assert types("Fighters took Álvaro Peña, a teacher of 47, from his farm near Tame.", "took") == {"abduct"}
    assert types("Fighters took Bakhmut from the army.", "took") == {"capture"}


def test_displacement_by_fighters_is_no_withdrawal_of_theirs():
    text = "Armed groups are responsible for killings, kidnappings and mass displacement in Chocó."
    assert types(text, "displacement") == {"displace"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Amman, refugees recalled how soldiers had shelled their town.", []),
        ("In Amman, refugees recalled how soldiers had shelled Daraa.", ["Daraa"]),
        ("In Nazran, women speak of a convoy that was shelled on the road.", ["the road"]),
        ("In Homs, residents said soldiers had shelled the market.", ["Homs"]),
    ],
)
def test_where_people_recount_it_it_was_not(text, places):
    (shelling,) = told(text, "shelling")
    assert quotes(shelling, "place") == places


def test_who_recalls_how_it_was_punishes_nobody():
    assert told("In Amman, refugees recalled how soldiers had shelled their town.", "sanction") == []


def test_an_office_is_no_place():
    text = "Commander Orlo, the mayor of Grozny, and two aides were killed near Shatoi."
    assert filled(text, "kill", "place") == [["near Shatoi"]]


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        (
            "The Ostrian ministry said that its posts in Kalbajar had been shelled, while the Armenian ministry denied "
            "this and said that two men had been wounded by rockets near Norabak.",
            "reject",
            [[]],
        ),
        ("Kyiv said that 30 men died, whereas Wagner claimed that it had killed 300.", "kill", [["Kyiv"], ["Wagner"]]),
    ],
)
def test_what_another_says_against_it_is_not_the_word_of_the_first(text, kind, speakers):
    assert [[s.evidence.quote for s in one.speakers] for one in told(text, kind)] == speakers


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("The bombing in Varn, which killed 24 people, was blamed on the Ostrian Front.", "airstrike", ["the Ostrian Front"]),
        ("Officials blamed the blast in Lisk on al-Ostri.", "explosion", ["al-Ostri"]),
        ("Responsibility for the attack on Lisk was attributed to the Blues.", "assault", ["the Blues"]),
        ("The explosion in Lisk was attributed to a gas leak.", "explosion", []),
        ("The army blamed the blast in Lisk on the weather.", "explosion", []),
    ],
)  # fmt: skip
def test_who_is_blamed_for_a_deed_has_done_it_as_the_blamers_say(text, kind, actors):
    assert filled(text, kind, "actor") == [actors]
    assert not set(actors) & set(*filled(text, kind, "place"))


@pytest.mark.parametrize(
    ("text", "accusers"),
    [
        ("The killings have been blamed on the Ostrian militia.", []),
        ("The shelling of the market was blamed by Varnia on Ostrian forces.", ["Varnia"]),
        ("The attack was attributed by the army to the Ostrian Front.", ["the army"]),
        ("The Ostrian Front was blamed by the army for the attack.", ["the army"]),
    ],
)
def test_on_whom_a_deed_is_blamed_does_not_blame_it(text, accusers):
    (blame,) = told(text, "accuse")
    assert quotes(blame, "actor") == accusers
    assert any("Ostrian" in quote for quote in quotes(blame, "target"))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Rebel rockets killed six people in Varn.", ["Rebel"]),
        ("Rebels came under fire from government artillery near Lisk.", ["government"]),
        ("Grad rockets killed six people in Varn.", []),
    ],
)
def test_whose_weapon_it_is_fires_it(text, actors):
    assert filled(text, "shelling", "actor") == [actors]
