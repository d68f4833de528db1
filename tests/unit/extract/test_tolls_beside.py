"""Dead who are told in a form's entry, in a clause about a blow, or as who died: on hand-made trees and by the model."""

import pytest
from packaged import quotes, reader, told
from trees import tree

from situate.extract.sentence.found import Found
from situate.extract.sentence.tolls import with_counts
from situate.extract.triggers.by_hand import fallen
from situate.extract.triggers.deaths import deaths
from situate.extract.triggers.evoked import Marked
from situate.model.report import Report
from situate.model.sentence import Labelled
from situate.ontology import load

DEAD = tree("Dead/dead/ADJ/0/root :/:/PUNCT/4/punct two/two/NUM/4/nummod civilians/civilian/NOUN/1/parataxis")
NOBODY = tree("Dead/dead/ADJ/0/root :/:/PUNCT/4/punct the/the/DET/4/det commander/commander/NOUN/1/parataxis")
ANIMALS = tree("The/the/DET/2/det dead/dead/NOUN/0/root :/:/PUNCT/5/punct two/two/NUM/5/nummod cows/cow/NOUN/2/appos")


@pytest.mark.parametrize(("sentence", "number"), [(DEAD, 1), (NOBODY, 0), (ANIMALS, 0)])
def test_an_entry_of_a_form_tells_deaths(sentence, number):
    assert len(list(deaths(sentence, []))) == number


def test_the_dead_of_an_entry_are_counted():
    text = "On Tuesday, rockets of the rebels fell on a market in Ostry. Dead: two civilians. Injured: 15."
    assert [quotes(one, "killed") for one in told(text, "kill")] == [["two civilians"]]


@pytest.mark.parametrize(
    ("clause", "dead"),
    [
        ("in which three residents died", ["three residents"]),
        ("in which three residents took part", []),
        ("which lies on the coast, where three residents died a year ago", []),
    ],
)
def test_who_died_in_a_blow_by_its_clause(clause, dead):
    text = f"The council denounces the bombing of the town hall in Ostry by the army on Saturday, {clause}."
    assert quotes(told(text, "airstrike")[0], "killed") == dead


def test_who_fell_is_who_died():
    text = "The army shelled the population of Ostry on Tuesday; two residents fell, the council declares."
    (kill,) = told(text, "kill")
    assert "two residents" in quotes(kill, "killed")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("two/two/NUM/4/nummod residents/resident/NOUN/1/parataxis", "kill"),
        ("two/two/NUM/4/nummod towns/town/NOUN/1/parataxis", "capture"),
    ],
)
def test_the_fallen_of_an_entry_are_dead_if_they_are_people(words, kind):
    sentence = tree(f"Fallen/fall/VERB/0/root :/:/PUNCT/4/punct {words}", triggers=[("Fallen", "capture")])
    assert fallen(sentence, sentence.triggers[0]).label == kind


def test_a_town_that_falls_to_somebody_is_no_dead():
    text = "As an agency reports, Wendry fell to the National Guard on Friday."
    claims = reader().read(Report(id="r", text=text)).claims
    assert "capture" in {c.type for c in claims}
    assert "kill" not in {c.type for c in claims}


def test_a_town_between_commas_heads_what_follows_if_the_report_knows_it_for_one():
    text = (
        "Case file 4: on 17 February, Drovnik. Shelling by the Congress. Killed: two people.\n\n"
        "The army had seized Drovnik on 26 April 2037."
    )
    (shelling,) = told(text, "shelling")
    assert quotes(shelling, "place") == ["Drovnik"]
    assert [r.evidence.quote for r in shelling.fillers("time")] == ["17 February"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Millet and cooking oil were handed over to the population of Ostry on Thursday.", "deliver_aid"),
        ("The town of Ostry was handed over to the army on Thursday.", "handover"),
    ],
)
def test_what_is_handed_over_to_those_who_live_there_is_aid(text, kind):
    assert told(text, kind)


def test_artillery_that_pounds_a_town_shells_it():
    text = "Artillery of the rebels pounded Ostry on Thursday, killing 15 civilians."
    assert told(text, "shelling")
    assert not told(text, "assault")


RISEN = tree(
    "The/the/DET/2/det number/number/NOUN/9/nsubj of/of/ADP/4/case people/people/NOUN/2/nmod killed/kill/VERB/4/acl "
    "in/in/ADP/7/case raid/raid/NOUN/5/obl has/have/AUX/9/aux risen/rise/VERB/0/root to/to/ADP/11/case 60/60/NUM/9/obl"
)


def test_what_a_toll_has_risen_to_are_the_dead_of_its_blow():
    head = RISEN.tokens[6]
    trigger = Labelled(head.start, head.end, "assault", 0.9)
    blow = Found(Marked(0, RISEN, trigger, head, load().types["assault"]), (), "positive", "actual")
    (one,) = with_counts([blow])
    assert [(f.role, f.start) for f in one.fillers] == [("killed", RISEN.tokens[10].start)]


@pytest.mark.parametrize(
    ("text", "held"), [("The Northern League garrison Ostry.", ["Ostry"]), ("The garrison, Ostry.", [])]
)
def test_who_garrisons_a_town_holds_it(text, held):
    assert [q for claim in told(text, "control") for q in quotes(claim, "place")] == held


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2031-05-30 | Ostry | Siege imposed by the army.", ["2031-05-30"]),
        ("The road to Ostry | Siege imposed by the army.", []),
    ],
)
def test_the_day_of_a_row_is_that_of_what_it_tells(text, days):
    sieges = told(text, "besiege")
    assert [q for claim in sieges for q in quotes(claim, "time")] == days
