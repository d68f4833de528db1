"""Who did not do it, what did not happen, what is over: backers, losers, suppositions, truces."""

import pytest
from packaged import quotes, told


def test_who_backs_the_doers_did_not_do_it() -> None:
    text = "The strikes came as US-backed Lisk Democratic Forces (mainly Orvel and Kethi forces) said they had encircled Varn."
    (siege,) = told(text, "besiege")
    assert "US" not in quotes(siege, "actor")


@pytest.mark.parametrize(
    "text",
    ["The base near Varn has fallen from army control.", "Most of Varn province has fallen out of army control."],
)
def test_who_loses_control_by_a_fall_does_not_take_the_place(text: str) -> None:
    (taking,) = told(text, "capture")
    assert not quotes(taking, "actor")


def test_to_whom_a_place_falls_takes_it() -> None:
    (taking,) = told("The town of Varn fell to the rebels on Friday.", "capture")
    assert quotes(taking, "actor") == ["the rebels"]
    (loss,) = told("The west of Varn has completely fallen out of government control.", "capture")
    assert not quotes(loss, "actor")


@pytest.mark.parametrize(
    "text",
    [
        "Capturing Manbij would be the most significant victory yet for the rebels.",
        "The capture of Varn would be a blow to the army.",
    ],
)
def test_what_would_be_a_victory_has_not_happened(text: str) -> None:
    (taking,) = told(text, "capture")
    assert taking.modality == "possible"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ceasefire in Varn collapsed on Monday.", "negative"),
        ("The truce in Varn expired on 12 March.", "negative"),
        ("A truce in Varn took effect on Monday.", "positive"),
        ("A ceasefire in Varn agreed in April 2016 broke down within weeks.", "positive"),
    ],
)
def test_a_truce_that_collapsed_is_over(text: str, polarity: str) -> None:
    assert {c.polarity for c in told(text, "ceasefire")} == {polarity}


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("The battle to reclaim the rest of Varn is likely to be a grinding effort.", "capture", "planned"),
        ("The fall of the town of Varn is imminent, the rebels said.", "capture", "planned"),
        ("The breaking of the siege of Varn is inevitable, a rebel said.", "siege_end", "planned"),
        ("Fighters of the front must pull back from Varn.", "withdraw", "planned"),
        ("The children must have fled Varn before the attack.", "displace", "possible"),
        ("A deal could end the siege of Varn.", "besiege", "actual"),
        ("The rebels were willing to talk and attacked Varn.", "assault", "actual"),
    ],
)
def test_what_lies_ahead_has_not_happened_and_what_may_be_ended_is_there(text: str, kind: str, modality: str) -> None:
    assert {c.modality for c in told(text, kind)} == {modality}


def test_a_siege_that_raises_fears_is_not_raised() -> None:
    text = "The encirclement of Varn has raised fears of starvation."
    assert not told(text, "siege_end")
    assert told(text, "besiege")


def test_who_lifts_a_state_of_siege_ends_no_siege() -> None:
    assert not told("The colonel said that nothing warrants lifting the state of siege.", "siege_end")


def test_what_mud_shuts_is_no_news_of_a_war() -> None:
    assert not told("Mud and water closed the road to Varn.", "cut_route")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels battled to break the siege of Varn.",
        "An assault was launched in a bid to ease the siege of Varn.",
        "The envoy called for an end to the siege of Varn.",
        "The rebels vowed to break the long siege of Varn within days.",
    ],
)
def test_a_siege_that_is_to_be_broken_is_there(text: str) -> None:
    assert {(c.polarity, c.modality) for c in told(text, "besiege")} == {("positive", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        "The army plans a siege of Varn.",
        "Talks averted a siege of Varn.",
        "Troops likely lifted the siege of Varn on Monday.",
    ],
)
def test_a_siege_that_is_planned_or_averted_is_not(text: str) -> None:
    assert ("positive", "actual") not in {(c.polarity, c.modality) for c in told(text, "besiege")}


def test_a_brief_seizure_passes() -> None:
    (taking,) = told("The brief seizure of Varn by the army was part of an offensive.", "capture")
    assert quotes(taking, "duration") == ["brief"]


def test_sieges_of_which_nobody_says_whose_are_nowhere() -> None:
    text = "Varn was surrounded by the army in 2015. {} have been used as a weapon of war."
    (general,) = [c for c in told(text.format("Sieges"), "besiege") if c.trigger.quote == "Sieges"]
    assert not general.fillers("place")
    (those,) = [c for c in told(text.format("These sieges"), "besiege") if c.trigger.quote == "sieges"]
    assert quotes(those, "place") == ["Varn"]


def test_who_vets_the_doers_did_not_do_it() -> None:
    (hold,) = told("The US-vetted rebels hold a patch of territory near Varn.", "control")
    assert "US" not in quotes(hold, "actor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were no immediate reports of casualties in Varn.", "kill"),
        ("The ministry made no mention of any strikes in Varn.", "airstrike"),
    ],
)
def test_what_nobody_reports_is_no_claim(text: str, kind: str) -> None:
    assert not told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("With Varn two weeks away from completely falling to the rebels, many left.", "capture", "planned"),
        ("The rebels are close to taking Varn.", "capture", "planned"),
        ("Residents will return once the siege of Varn is lifted.", "siege_end", "planned"),
        ("12 killed after convoy is attacked in Varn.", "assault", "actual"),
        ("The army said it would rebuild Varn after the town was taken.", "capture", "actual"),
    ],
)
def test_what_is_not_far_or_comes_before_what_is_to_come_lies_ahead_too(text: str, kind: str, modality: str) -> None:
    assert {c.modality for c in told(text, kind)} == {modality}


def test_talks_that_bear_the_name_of_a_town_are_no_truce_in_it() -> None:
    (truce,) = told("The militia was excluded from a February ceasefire and from the Varn peace talks.", "ceasefire")
    assert not quotes(truce, "place")


def test_whom_the_holders_of_a_pocket_oppose_does_not_hold_it() -> None:
    (pocket,) = told("Varn is one of the last remaining pockets of opposition to the regime.", "control")
    assert not quotes(pocket, "actor")


@pytest.mark.parametrize(
    ("text", "kind", "losers", "actors"),
    [
        ("Ostrian forces lost 60 soldiers near Lisk.", "kill", ["Ostrian forces"], []),
        ("Troops took the hill but the army lost 30 soldiers.", "kill", ["the army"], []),
        ("Ostrian troops, who lost three men, took Varn.", "kill", ["Ostrian troops"], []),
        ("Government forces lost Lisk to Ostrian rebels.", "capture", ["Government forces"], ["Ostrian rebels"]),
        ("The army was pushed back and lost Lisk to the rebels.", "capture", ["The army"], ["the rebels"]),
        ("The rebels killed 30 men near Lisk.", "kill", [], ["The rebels"]),
    ],
)
def test_who_loses_men_or_a_town_has_not_done_it(text, kind, losers, actors):
    (loss,) = told(text, kind)
    assert (quotes(loss, "target"), quotes(loss, "actor")) == (losers, actors)
