"""What readers of other wars met: rows of deeds, lists of towns, pronouns of places, negations that end, who goes on."""

import pytest
from packaged import quotes, reader, told

from situate.model.report import Report


def places(text: str, kind: str) -> list[list[str]]:
    return [quotes(claim, "place") for claim in told(text, kind)]


def test_two_towns_read_as_one_place_are_two():
    text = "Lisk and Varn, Upper Selm, remain under siege by the Reds."
    assert places(text, "besiege")[0][0] == "Lisk"
    assert places(text, "besiege")[0][1].startswith("Varn")


def test_two_towns_taken_by_verbs_in_a_row_are_two_deeds():
    text = "The Reds captured Lisk and seized Varn on Monday."
    assert places(text, "capture") == [["Lisk"], ["Varn"]]


def test_the_day_that_ends_a_row_of_deeds_is_of_the_first_too():
    first, second = told("The Reds captured Lisk and seized Varn on Sunday.", "capture")
    assert quotes(first, "time") == quotes(second, "time") != []


def test_a_later_deed_of_a_row_is_where_the_first_was_and_not_at_the_dateline():
    text = (
        "TOLLEN, 2 April 2025. Gunmen attacked Lisk at dawn on Monday, freed more than 500 inmates from the town's prison "
        "and set fire to the police station, officials said."
    )
    (fire,) = told(text, "destroy")
    assert quotes(fire, "place") == ["Lisk"]
    assert not any("2025" in quote for quote in quotes(fire, "time"))


def test_what_falls_is_what_its_stands_for():
    (fall,) = told("The army holds Lisk. Its fall would leave only Varn open.", "capture")
    assert quotes(fall, "place") == ["Its"]


def test_its_fighters_are_those_of_whom_the_sentence_before_told_first():
    text = (
        "The Reds have laid siege to Lisk, the army's last stronghold, since May. "
        "In recent weeks its fighters have closed the last track to Varn."
    )
    (cut,) = told(text, "cut_route")
    (actor,) = cut.fillers("actor")
    assert actor.ref == "The Reds"


def test_they_are_all_who_say_so_together():
    text = "The Lisk Independence Army and the allied Varn Defence Forces said they had captured the town of Tollen."
    (taken,) = told(text, "capture")
    (ref,) = [actor.ref for actor in taken.fillers("actor") if actor.ref]
    assert "Varn Defence Forces" in ref
    assert "Lisk Independence Army" in ref


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("The army did not retreat and shelled the town of Lisk.", "shelling", "positive"),
        ("The army did not bomb or shell the town of Lisk.", "shelling", "negative"),
        ("The army could not take the town of Lisk and withdrew.", "withdraw", "positive"),
    ],
)
def test_a_verb_in_another_form_does_not_stand_under_the_negation(text, kind, polarity):
    (claim,) = told(text, kind)
    assert claim.polarity == polarity
    assert claim.modality == "actual"


@pytest.mark.parametrize(("verb", "modality"), [("was", "actual"), ("would be", "planned")])
def test_the_first_town_to_fall_has_fallen(verb, modality):
    (claim,) = told(f"Lisk {verb} the first town to be captured by the rebels.", "capture")
    assert claim.modality == modality


def test_a_siege_has_the_day_and_not_the_stronghold_told_with_it():
    text = "The Reds have laid siege to Lisk, the army's last stronghold in the region of Selm, since May 10, 2024."
    (siege,) = told(text, "besiege")
    (hold,) = told(text, "control")
    assert quotes(siege, "time")
    assert not quotes(hold, "time")


def test_troops_who_are_blocked_in_a_town_are_besieged():
    (siege,) = told("The commander said that two brigades had been blocked in Lisk.", "besiege")
    assert not quotes(siege, "actor")
    assert quotes(siege, "place") == ["Lisk"]


@pytest.mark.parametrize("bomb", ["guided bomb", "glide bomb"])
def test_bombs_that_are_dropped_strike_from_the_air(bomb):
    assert told(f"In Lisk a {bomb} killed a volunteer.", "airstrike")


def test_a_drone_that_kills_strikes_from_the_air():
    assert told("On the Varn road, police drones killed at least three gang members on Saturday.", "airstrike")


def test_who_takes_people_out_is_not_taken_out():
    text = "In Lisk a bomb killed a volunteer who was taking people out to Varn."
    (claim,) = told(text, "evacuate")
    assert quotes(claim, "actor") == ["a volunteer"]


def test_a_convoy_that_is_allowed_nowhere_is_denied():
    assert told("No convoy had been allowed from the south to Lisk, besieged since 6 October.", "deny_aid")


def test_a_convoy_that_entered_is_no_advance():
    text = "A convoy of 109 UN trucks was looted by armed men after it entered Lisk through the crossing."
    assert told(text, "deliver_aid")
    assert not told(text, "advance")


def test_who_is_mortally_wounded_is_dead():
    (claim,) = told("The governor was mortally wounded at Lisk on 23 January.", "kill")
    assert quotes(claim, "killed") == ["The governor"]


def test_who_is_deprived_of_supplies_lacks_them():
    assert told(
        "The rebels have closed the lake to navigation, depriving two million people of supplies.", "deprivation"
    )


def test_what_others_answer_behind_a_semicolon_is_theirs():
    text = (
        "The mayor's office said on Tuesday that the gangs held the whole town; the national police denied it and said "
        "operations to regain control were under way."
    )
    (planned,) = told(text, "capture")
    assert [s.evidence.quote for s in planned.speakers] == ["the national police"]


def test_he_who_says_that_troops_are_blocked_offers_them_a_truce():
    text = "Ostry said that 5,000 enemy troops were blocked in Lisk and offered a ceasefire."
    claims = reader().read(Report(id="r", text=text)).claims
    (offer,) = [c for c in claims if c.type == "promise"]
    assert quotes(offer, "actor") == ["Ostry"]


@pytest.mark.parametrize("answer", ["It was not.", "That is not true."])
def test_what_the_next_sentence_takes_back_did_not_happen(answer):
    (taken,) = told(f"Correction: yesterday I wrote that Lisk was retaken by the army. {answer}", "capture")
    assert taken.polarity == "negative"


def test_what_somebody_else_says_stays_his_though_the_next_sentence_denies_it():
    (taken,) = told("The ministry said that the town of Lisk had fallen. It has not.", "capture")
    assert taken.polarity == "positive"
    assert taken.speakers


@pytest.mark.parametrize(
    ("judged", "polarity"),
    [("were fabricated", "negative"), ("were not false", "positive"), ("caused panic", "positive")],
)
def test_claims_about_a_fall_that_are_called_fabricated(judged, polarity):
    (fall,) = told(f"Claims about the fall of Lisk {judged}, the army said.", "capture")
    assert fall.polarity == polarity


def test_not_even_the_lorries_were_let_through():
    text = "Since June not even the trucks of the Red Cross had been allowed to bring in food."
    assert told(text, "deny_aid")
    assert all(claim.polarity == "negative" for claim in told(text, "deliver_aid"))


def test_a_corridor_that_is_blockaded_is_cut():
    (cut,) = told("Varn has blockaded the Lisk corridor, the only road to Tollen, since May 12, 2022.", "cut_route")
    assert quotes(cut, "route") == ["the Lisk corridor"]


def test_who_takes_a_town_with_others_takes_it_with_them():
    (taken,) = told("The army seized the town of Lisk with Varnish troops.", "capture")
    assert quotes(taken, "actor") == ["The army", "Varnish troops"]
    assert not quotes(taken, "target")


def test_whom_soldiers_shot_after_an_ambush_did_not_die_in_it():
    text = "Two residents told this newspaper that soldiers shot dead at least eleven men after a Reds ambush on Wednesday."
    (dead,) = told(text, "kill")
    assert quotes(dead, "actor") == ["soldiers"]
    assert not any(quotes(ambush, "killed") for ambush in told(text, "assault"))


def test_who_sends_help_laid_no_ambush_behind_the_semicolon():
    text = (
        "Varnish troops, who were packing up in Lisk, sent help; according to local sources at least ten soldiers were "
        "killed in an ambush of their convoy."
    )
    (ambush,) = told(text, "assault")
    assert not quotes(ambush, "actor")


def test_for_what_somebody_is_attacked_he_did():
    text = "The Reds said that they attack the 33rd Front for killing the undertaker and his wife on 15 January."
    (killing,) = told(text, "kill")
    assert quotes(killing, "actor") == ["the 33rd Front"]


def test_the_day_of_a_clause_in_passing_is_not_that_of_the_deed():
    (shelled,) = told("The army, which took Lisk in May, shelled Varn.", "shelling")
    assert not quotes(shelled, "time")


def test_of_two_clauses_each_has_its_own_day():
    text = "On September 12 one truck with aid entered via Lisk, and on September 18 the Red Cross delivered flour."
    _, second = told(text, "deliver_aid")
    assert quotes(second, "time") == ["on September 18"]
