"""What news of a valley under siege taught: roads told by "it", what an attack takes up, words that tell no happening."""

import pytest
from packaged import quotes, reader, told

from situate.model.report import Report


def read(text):
    return list(reader().read(Report(id="r", text=text, published="2031-06-10")).claims)


def refs(text, kind):
    return [role.ref for claim in told(text, kind) for role in claim.fillers("route")]


@pytest.mark.parametrize(
    ("text", "road"),
    [
        (
            "The road from Lisk to Varn is open again. The Red Column reopened it on Monday.",
            "The road from Lisk to Varn",
        ),
        ("Tyres came down the road from Varn when the army reopened it on Friday.", "the road from Varn"),
        ("The army closed the highway to Lisk on Monday. They reopened it a day later.", "the highway to Lisk"),
    ],
)
def test_a_road_that_is_reopened_is_the_one_told_before_and_not_who_does_it(text, road):
    assert refs(text, "open_route")[-1] == road


def test_the_verb_of_the_army_takes_up_nothing_as_the_bombing_does():
    text = (
        "A car bomb killed nine people in Lisk on Monday. The militia was behind the bombing. "
        "The army bombed a market in Varn on Wednesday. Four people were killed in the attack."
    )
    first, again, other, attack = [c for c in read(text) if c.type in {"explosion", "airstrike"}]
    assert again.same_as == first.id
    assert other.same_as is None
    assert attack.same_as == other.id


def test_the_bombing_behind_which_somebody_denies_to_be_is_the_blast_told_before():
    text = (
        "A lorry packed with explosives detonated near a mill in Varn on Sunday, killing three people, medics said. "
        "A spokesman for the Red Column denied that they were behind the bombing."
    )
    blast, bombing = (c for c in read(text) if c.type in {"explosion", "airstrike"})
    assert (bombing.type, bombing.same_as, bombing.polarity) == ("explosion", blast.id, "positive")


def test_what_the_headline_tells_the_first_words_of_its_kind_tell_again():
    text = (
        "Ring around Varn broken\n\nBells greeted the first cars. The army broke the siege on Friday, the mayor said."
    )
    headline, end = [c for c in read(text) if c.type == "siege_end"]
    assert end.same_as == headline.id
    assert quotes(headline, "place") == ["Varn"]


def test_where_shelling_killed_before_is_not_where_the_fighting_was():
    text = (
        "The Red Column and the army clashed in Lisk on 9 May. "
        "The fighting came two weeks after shelling by the Red Column killed 16 residents in Varn."
    )
    assert [quotes(c, "place") for c in told(text, "clash")] == [["Lisk"], []]
    assert [quotes(c, "place") for c in told(text, "shelling")] == [["Varn"]]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("On Friday, the army completed the encirclement of Varn, officials said.", "besiege", "completed"),
        ("The rebels are in control of Varn, which was freed on Saturday.", "capture", "freed"),
    ],
)
def test_whole_phrases_tell_another_deed(text, kind, words):
    assert words in [c.trigger.quote for c in told(text, kind)]


def test_prisoners_who_are_freed_are_released():
    assert told("The prisoners were freed on Saturday in Varn.", "release")


def test_who_holds_a_place_that_was_taken_took_it():
    text = "Fighters of the Red Column are in control of Varn, which was captured on Saturday."
    assert [quotes(c, "actor") for c in told(text, "capture")] == [["Fighters of the Red Column"]]


def test_who_punches_through_lines_and_ends_a_siege_does_one_thing():
    text = "The army punched through the lines of the Red Column on Friday and ended the siege of Varn, officials said."
    assert {c.type for c in read(text)} == {"siege_end", "besiege"}


def test_the_siege_is_over_where_the_news_is_from():
    text = "A market burned in Lisk. Good news from Varn: the siege is over."
    assert [quotes(c, "place") for c in told(text, "siege_end")] == [["Varn"]]


def test_trucks_that_drove_back_to_a_town_were_not_bound_for_it():
    text = "Soldiers refused to let the 10 trucks pass on Friday, and they drove back to Varn."
    assert [quotes(c, "destination") for c in told(text, "deny_aid")] == [[]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The governor said that 35 trucks with flour would try to reach Varn on June 12.", "planned"),
        ("35 trucks with flour tried to reach Varn on Monday.", "attempted"),
    ],
)
def test_what_will_be_tried_is_to_come(text, modality):
    assert {c.modality for c in told(text, "deliver_aid")} == {modality}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The claim that the Red Column seized Varn on Tuesday is without foundation, the army said.", "negative"),
        ("Reports that the Red Column seized Varn on Tuesday are baseless, the army said.", "negative"),
        ("The claim that the Red Column seized Varn on Tuesday is with the court, the army said.", "positive"),
    ],
)
def test_a_claim_without_foundation_is_denied(text, polarity):
    assert {c.polarity for c in told(text, "capture")} == {polarity}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army blocked a convoy carrying flour to Varn on 8 June.", "deliver_aid"),
        ("The convoy, which was carrying vaccines, spent a night on the roadside.", "deliver_aid"),
        ("In Varn, water comes every third day.", "deliver_aid"),
        ("Commercial supplies enter only through smuggling.", "deliver_aid"),
        ("They are sheltering in collective centres in Varn.", "assist"),
        ("The laws of war forbid the starving of civilians.", "restrict"),
        ("The truce also provides for the exchange of prisoners.", "assist"),
        ("It will be harder to supply Varn.", "assist"),
        ("The war in the valley is in its third year.", "clash"),
        ("The rebels swept into Varn on Friday and met little resistance.", "clash"),
        ("In Varn, researchers spoke to fourteen former prisoners.", "detain"),
        ("Lorries were backed up for kilometres.", "deny_aid"),
        ("The last bus turned round at the bridge.", "deny_aid"),
        ("The garrison of Varn is holding out.", "deploy"),
        ("Varn had a population of about 26,000 before the war.", "displace"),
        ("Please bring your ration cards to the school in Varn.", "deliver_aid"),
        ("We have not been able to reach the other side for its version.", "deny_aid"),
        ("Some 900 people were forced to leave Varn on Friday.", "restrict"),
    ],
)
def test_what_is_always_so_is_no_happening(text, kind):
    assert told(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A convoy carrying flour reached Varn on Friday.", "deliver_aid"),
        ("The rebels met fierce resistance in Varn on Friday.", "clash"),
        ("Soldiers turned back a convoy of aid at the bridge on Friday.", "deny_aid"),
    ],
)
def test_what_was_done_is_one(text, kind):
    assert told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two people were killed on Thursday by shells that the militia fired at a customs post in Varn.", "shelling"),
        ("An aid convoy reached Lisk on Friday. Varn fell to the Red Column on Sunday.", "capture"),
    ],
)
def test_what_is_fired_and_to_whom_it_falls_say_what_was_done(text, kind):
    assert told(text, kind)


def test_an_attack_that_was_repelled_is_the_one_told_before():
    text = "The militia attacked positions of the army in Varn on Friday. The attack was repelled, a commander said."
    attack, again, end = [c for c in read(text) if c.type in {"assault", "repel"}]
    assert (again.same_as, end.type, end.same_as) == (attack.id, "repel", attack.id)


def test_the_second_raid_is_of_the_sort_of_the_one_told_right_before():
    text = "Warplanes bombed Varn again in the evening. Eight people were killed in the second raid."
    assert [c.type for c in read(text) if c.trigger.quote in {"bombed", "raid"}] == ["airstrike", "airstrike"]
