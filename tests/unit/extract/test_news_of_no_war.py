"""Courts, animals, storms, illness, checkpoints and warning shots, in sentences read by the packaged model."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        # courts name crimes
        ("The charges against the officer were upgraded to second-degree murder on Wednesday.", "kill", 0),
        ("He was not convicted of murder until 2034.", "kill", 0),
        ("He was charged with the murder of three teachers.", "kill", 1),
        ("He faces charges for the rape and murder of a teacher in Tarsin.", "kill", 1),
        # animals and illness
        ("Butchers told reporters that they killed 50 dogs a day at the market.", "kill", 0),
        ("Soldiers killed ten villagers and their dogs.", "kill", 1),
        ("She died after a long battle against a number of medical problems.", "clash", 0),
        ("The doctor has just recovered from fighting the virus.", "clash", 0),
        ("Corruption has also affected the fight against Covid-19 in Lorn.", "clash", 0),
        ("Officials were implicated in the looting of Covid-19 funds.", "destroy", 0),
        # what a storm or a quake does, told in another clause
        ("When Cyclone Mora battered the coast, killing as many as 1,200 people, the army blocked aid.", "kill", 0),
        ("Some of the shelter was destroyed by Cyclone Kora, which hit the country.", "destroy", 0),
        ("Some of the shelter was destroyed by Cyclone Kora, which hit the country.", "airstrike", 0),
        ("Her school collapsed during the earthquake that destroyed Tarsin in 2022.", "destroy", 0),
        ("Police killed two people in Tarsin during the pandemic.", "kill", 1),
        ("Rebels attacked the town during the flood.", "assault", 1),
        # turns of phrase
        ("The government was dead set against the movement.", "kill", 0),
        ("Workers at the tyre factory downed tools on May 2.", "destroy", 0),
        ("A group of soldiers appeared in the neighbourhood in black combat fatigues.", "clash", 0),
        ("A journalist who was capturing the events at the college escaped.", "detain", 0),
        ("The police said that they found a pistol and a hand grenade in his possession.", "explosion", 0),
        ("Five hand fragmentation grenades", "explosion", 0),
        ("A hand grenade exploded in the market, killing two people.", "explosion", 1),
        ("On Monday he was stopped at a checkpoint in Tarsin by an armed group.", "repel", 0),
        ("Special forces fired their weapons into the air to end a march in Tarsin by teachers.", "shelling", 0),
        ("Special forces fired their weapons into the air to end a march in Tarsin by teachers.", "crowd_control", 1),
        ("Officers fired tear gas at a rally in Tarsin on Monday.", "assault", 0),
        ("Officers fired tear gas at a rally in Tarsin on Monday.", "crowd_control", 1),
        ("A worker said that a group of workers fired in January sought help.", "assault", 0),
        ("Soldiers fired at a group of workers in January.", "assault", 1),
        ("The strikers are still in jail. Many took part in the 2020 strikes.", "airstrike", 0),
        ("Two children were killed in the strikes on Tarsin by warplanes. Strikers walked out.", "airstrike", 1),
        ("Marek Lorn left for Poland two months ago and survives by doing odd jobs.", "withdraw", 0),
        ("The brigade left for the border two months ago.", "withdraw", 1),
        ("Officials denied him access to his attorney and his family.", "deny_aid", 0),
        ("The government has restricted access to social media and the internet.", "deny_aid", 0),
        ("The government has restricted access to aid in Tarsin.", "deny_aid", 1),
        # what is closed and is no way
        ("Police shut down a testing clinic in Silmar in April.", "cut_route", 0),
        ("The radio station Vox was recently shut down by the government.", "cut_route", 0),
        ("The army closed the road to Tarsin.", "cut_route", 1),
    ],
)
def test_what_is_told_as_violence(text, kind, count):
    assert len(told(text, kind)) == count


def test_what_is_fired_at_a_crowd_is_a_means():
    (claim,) = told("Officers fired tear gas at a rally in Tarsin on Monday.", "crowd_control")
    assert quotes(claim, "instrument") == ["tear gas"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Seven nurses have been killed, another 600 doctors have arrest warrants issued against them.",
            ["Seven nurses"],
        ),
        ("She is the 13th lawyer from the group who was assassinated in Velasco's term.", []),
    ],
)
def test_who_is_no_dead(text, dead):
    (claim,) = told(text, "kill")
    assert quotes(claim, "killed") == dead


@pytest.mark.parametrize(
    ("text", "kind", "dead", "hurt"),
    [
        ("Years after 276 girls were taken from Tarsin in a raid that shocked the world, many are missing.", "assault",
         [], []),
        ("He said 650 students had been in the school when it was attacked on Wednesday.", "assault", [], []),
        ("Fifteen people were in the bus and were killed when it was hit.", "kill", ["Fifteen people"], []),
        ("An air raid on Tarsin took two people from us.", "airstrike", ["two people"], []),
        ("In the attack twelve teachers were abducted and killed.", "kill", ["twelve teachers"], []),
        ("Three people were killed and hundreds of others, including 15 policemen, injured in a clash between workers "
         "and police in Tarsin on Sunday.", "clash", ["Three people"], ["hundreds of others", "15 policemen"]),
    ],
)  # fmt: skip
def test_who_is_alive_in_what_is_told_of_a_blow(text, kind, dead, hurt):
    (claim,) = told(text, kind)
    assert quotes(claim, "killed") == dead
    assert quotes(claim, "wounded") == hurt


def test_the_short_name_of_a_deed_does_not_do_it():
    claims = told("Victims may be subjected to torture or extrajudicial killings (EJK).", "kill")
    assert claims
    assert not any(quotes(claim, "actor") for claim in claims)
