"""Sieges and what gets in as long sentences tell them: whose clause a place is of, what ends, what nobody does."""

import pytest
from packaged import quotes, reader, told

from situate.model.claim import Claim
from situate.model.report import Report


def one(text: str, kind: str, words: str) -> Claim:
    (claim,) = [c for c in told(text, kind) if c.trigger.quote == words]
    return claim


def kinds(text: str) -> set[str]:
    return {c.type for c in reader().read(Report(id="r", text=text)).claims}


def test_a_passive_has_its_own_subject_for_its_place() -> None:
    text = (
        "Grozny, where most of the population are displaced persons from Argun, has been encircled by the army since "
        "May, while Shali and Vedeno, both of them run by village elders, have been besieged by armed groups, among "
        "them the Wolf Brigade and the Night Front, since 12 April."
    )
    laid = one(text, "besiege", "besieged")
    assert quotes(laid, "place") == ["Shali", "Vedeno"]
    assert {"the Wolf Brigade", "the Night Front"} <= set(quotes(laid, "actor"))
    assert quotes(one(text, "besiege", "encircled"), "place") == ["Grozny"]


def test_what_a_second_clause_with_which_tells_is_of_the_name_before_it() -> None:
    text = (
        "Palma, a port, which had been held by the insurgents since March and which was retaken on Monday, was shelled."
    )
    assert quotes(one(text, "capture", "retaken"), "place") == ["Palma"]
    longer = (
        "Suleiman Bek, ten kilometers away, which had been held by the militants since June and which was retaken on "
        "Monday, was shelled again on Wednesday by gunmen dug in on the Hamrin ridge."
    )
    assert quotes(one(longer, "capture", "retaken"), "place") == ["Suleiman Bek"]


def test_who_is_among_them_is_as_they_are() -> None:
    text = "Rebels attacked twelve soldiers, among them a captain of the Lisk Regiment, near Ramla."
    assert "actor" not in {r.role for c in told(text, "assault") for r in c.roles if "captain" in r.evidence.quote}


def test_what_shuts_others_in_is_not_shut_in() -> None:
    text = "The village is under the army, whose checkpoints have sealed them off since July."
    assert not any("checkpoints" in q for c in told(text, "besiege") for q in quotes(c, "place"))
    assert quotes(one("Nablus has been sealed off since July.", "besiege", "sealed off"), "place") == ["Nablus"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("One of the longest sieges of the war came to an end in Goma last week.", True),
        ("One of the longest truces of the war came to an end in Goma last week.", False),
        ("One of the longest sieges of the war went on in Goma last week.", False),
    ],
)
def test_one_of_several_sieges_ends(text: str, *, ends: bool) -> None:
    assert ("siege_end" in kinds(text)) is ends


@pytest.mark.parametrize(
    ("text", "besieged"),
    [
        ("In July the Guard laid its ring around Bunia and cut the water.", True),
        ("The brigades drew a tight ring around Manbij in June 2016.", True),
        ("Children formed a ring around the teacher in Bunia.", False),
    ],
)
def test_who_lays_a_ring_besieges(text: str, *, besieged: bool) -> None:
    assert ("besiege" in kinds(text)) is besieged


def test_a_deal_that_covers_places_besieges_none_and_takes_none_when_it_falls() -> None:
    text = (
        "A two-day ceasefire between the Front and the envoys, covering both the valley and the villages of Ain and Dar, "
        "was extended once before it collapsed last Saturday."
    )
    assert not kinds(text) & {"besiege", "capture"}


def test_that_is_how_a_siege_of_the_paragraph_before_ended() -> None:
    text = "The fighters left Goma on 14 April.\n\nThat was how one of the longest sieges of the war came to an end."
    (end,) = told(text, "siege_end")
    assert quotes(end, "place") == ["Goma"]
    again = "The fighters left Goma on 14 April.\n\nOne of the longest sieges of the war came to an end."
    assert [quotes(c, "place") for c in told(again, "siege_end")] == [[]]


def test_it_is_the_siege_told_just_before() -> None:
    text = "What followed in Goma was a siege of 81 days.\n\nIt was broken on Sunday."
    (end,) = told(text, "siege_end")
    assert quotes(end, "place") == ["Goma"]


@pytest.mark.parametrize(
    ("text", "kind", "stands"),
    [
        ("The army has made no attempt to storm Bunia this summer.", "assault", "negative"),
        ("The army made an attempt to storm Bunia on Friday.", "assault", "positive"),
        ("No further convoy has been approved.", "agreement", "negative"),
        ("No one, residents say, is allowed to leave.", "concede", "negative"),
        ("The ceasefire in Goma came to an end on Friday.", "ceasefire", "negative"),
        ("A truce ended months of fighting in Goma on Friday.", "ceasefire", "positive"),
    ],
)
def test_what_is_not_tried_not_approved_or_over(text: str, kind: str, stands: str) -> None:
    assert {c.polarity for c in told(text, kind)} == {stands}


@pytest.mark.parametrize(
    ("text", "kind", "told_so"),
    [
        ("Bakeries in the camp, which had been reopened in June, have been shut for two months.", "open_route", False),
        ("The road to Goma, which had been closed for a year, was reopened in March.", "open_route", True),
        ("They lie above the spring that supplies the capital with drinking water.", "deliver_aid", False),
        ("They demanded that the elders surrender. They refused.", "deny_aid", False),
        ("Guards refused passage to five trucks at Goma.", "deny_aid", True),
        ("The deal was made by the Front, which dominates the rebel ranks inside Goma.", "control", False),
    ],
)
def test_words_that_tell_no_road_no_aid_and_no_hold(text: str, kind: str, *, told_so: bool) -> None:
    assert (kind in kinds(text)) is told_so


def test_things_that_are_taken_take_no_town() -> None:
    text = "A bomber in an armoured Humvee that had been seized from the army in Mosul breached the wall."
    seized = one(text, "capture", "seized")
    assert quotes(seized, "goods")
    assert not quotes(seized, "actor")
    base = one("The army captured a base in Taiz from the rebels on Sunday.", "capture", "captured")
    assert not quotes(base, "goods")


def test_where_the_verb_beside_takes_others() -> None:
    text = "The convoy brought flour to Goma and took the wounded to Bunia."
    assert quotes(one(text, "deliver_aid", "brought"), "destination") == ["Goma"]
    whole = "Buses took 300 people out of Douma and brought them to Jarabulus."
    assert any(
        "Douma" in quotes(c, "origin") for c in told(whole, "evacuate") if "Jarabulus" in quotes(c, "destination")
    )


def test_who_shelters_where_shells_fall_is_not_wounded_by_that() -> None:
    text = (
        "Twenty people were killed when shells hit a school in Bunia, where 1,500 displaced people had been sheltering."
    )
    assert not any(quotes(c, "wounded") for c in told(text, "shelling"))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It was the first convoy to reach Goma since November.", "actual"),
        ("It will be the first convoy to reach Goma since November.", "planned"),
    ],
)
def test_the_first_to_reach_a_place_has_reached_it(text: str, modality: str) -> None:
    assert {c.modality for c in told(text, "deliver_aid")} == {modality}


def test_who_leaves_for_a_place_goes_there() -> None:
    (left,) = told("The ship left Aden for Djibouti.", "withdraw")
    assert (quotes(left, "origin"), quotes(left, "destination")) == (["Aden"], ["Djibouti"])
    (good,) = told("The troops left Kunduz for the second time.", "withdraw")
    assert not quotes(good, "destination")
