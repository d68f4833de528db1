"""What reports of an insurgency taught: set phrases for attacks, roads and power, and words that tell no deed."""

import pytest
from packaged import quotes, reader, told

import situate
from situate.model.report import Report


def kinds(text):
    return {c.type for c in reader().read(Report(id="r", text=text)).claims if c.modality == "actual"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen of the Red Column descended on Varn on Monday and burned huts.", "assault"),
        ("Soldiers marched into Varn on Thursday.", "advance"),
        ("Varn is ours! The rebels drove out the enemy on Monday.", "capture"),
        ("The militia fell back without a fight.", "withdraw"),
        ("Traffic between Varn and Ostry resumed on Saturday.", "open_route"),
        ("An aid convoy of nine trucks has been cleared to travel to Varn on 8 August.", "agreement"),
        ("Militiamen seized 12 passengers from a minibus near Varn on Tuesday.", "abduct"),
        ("The soldiers threw bombs from the sky on homes in Marlow yesterday, killing two.", "airstrike"),
        ("The army committed another massacre in Varn on Saturday.", "kill"),
        ("The army is in charge of Varn.", "control"),
    ],
)
def test_a_set_phrase_tells_its_deed(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The militia drove the Vestan Defence Force out of Varn on 1 July.", "restrict"),
        ("The young have to carry water for the soldiers.", "deliver_aid"),
        ("Gold from the mines is smuggled across the border.", "deliver_aid"),
        ("Solar panels were seized by the army on Monday from trucks carrying aid to Varn.", "deliver_aid"),
        ("The bridge at Varn is very weak and big lorries should not pass.", "deny_aid"),
        ("The bridge at Varn is very weak and big lorries should not pass.", "cut_route"),
        ("Flour was to be brought to Varn, provided that the road remains passable.", "open_route"),
        ("Free them now!", "release"),
        ("The militia have kept Marlow encircled since August.", "control"),
        ("In a night operation, the army took Varn on Saturday.", "assault"),
        ("The army committed another massacre in Varn on Saturday.", "promise"),
        ("Three boys drowned when a ferry capsized below Varn.", "shelling"),
    ],
)
def test_what_tells_no_such_deed(text, kind):
    assert kind not in kinds(text)


def test_what_nobody_came_to_do_was_not_done():
    assert {c.polarity for c in told("They attacked Varn on Sunday and nobody came to help.", "assist")} <= {"negative"}


def test_what_came_after_another_was_not_where_that_was():
    first, second = told("The raid comes nine days after an attack by the militia on Varn.", "assault")
    assert (quotes(first, "place"), quotes(second, "place")) == ([], ["Varn"])


def test_those_in_charge_are_who_they_are_said_to_be():
    (claim,) = told("Those who are in charge in Varn are government forces.", "control")
    assert quotes(claim, "actor") == ["government forces"]


def test_who_besieged_did_not_break_the_siege():
    (claim,) = told("The siege of Varn by the militia was broken on Sunday.", "siege_end")
    assert quotes(claim, "actor") == []


def test_who_died_when_it_was_done_are_its_dead():
    (claim,) = told("Nine residents died when gunmen descended on Varn on Friday.", "assault")
    assert quotes(claim, "killed") == ["Nine residents"]


def test_an_exchange_of_fire_is_the_attack_of_its_sentence():
    text = (
        "The militia attacked a position of the army near Varn on Friday, he said, adding that the exchange of fire "
        "lasted until nightfall."
    )
    (attack,), (fight,) = told(text, "assault"), told(text, "clash")
    assert fight.same_as == attack.id


def test_a_siege_that_worries_somebody_is_there():
    (claim,) = told("The Mission voiced concern over the siege that armed men laid to Varn today.", "besiege")
    assert claim.modality == "actual"


def test_who_fights_his_way_in_ends_the_siege():
    text = "A column of soldiers fought its way into Marlow on Sunday, ending the siege that the militia had laid."
    assert [quotes(c, "place") for c in told(text, "siege_end")] == [["Marlow"]]


def test_a_raid_by_night_was_on_its_day():
    (raid,) = told("The rebels killed two civilians in an overnight attack on Varn on Sunday.", "assault")
    assert quotes(raid, "time") == ["on Sunday"]


def test_a_road_leads_where_nobody_gets_any_more():
    (cut,) = told("No vehicle has reached Marlow since 14 August, when militiamen cut the road.", "cut_route")
    assert quotes(cut, "destination") == ["Marlow"]


def test_who_died_beside_who_was_evacuated_is_told():
    text = "On Monday, rebels shelled Varn. 21 residents died and 40 were evacuated to a clinic."
    assert [quotes(c, "killed") for c in told(text, "kill")] == [["21 residents"]]


def test_a_massacre_that_was_committed_by_a_blow_is_that_blow():
    text = "The army committed another massacre on Saturday, dropping bombs on a school in Marlow."
    assert (len(told(text, "airstrike")), told(text, "kill")) == (1, [])


def test_a_grave_tells_of_the_dead_in_it():
    (claim,) = told("Villagers found a mass grave with nine bodies near Varn on Friday.", "kill")
    assert claim.trigger.quote == "mass grave"
    assert quotes(claim, "killed")[-1].endswith("nine bodies")


def test_what_goes_on_since_a_clause_is_dated_by_it():
    text = "Residents have been trapped inside a rebel ring around Varn since the militia overran the hills in 2027."
    (claim,) = (c for c in situate.extract(text, published="2031-05-06") if c.type == "deprivation")
    assert (claim.interval.earliest, claim.interval.latest) == ("2027", "open")


def test_the_dead_of_a_war_are_of_no_days_told_beside_it():
    text = (
        "LISK, September 15 - Clashes between the army and the Sable Legion left five dead in Lisk on Monday. The fighting "
        "came six days after shelling by the Sable Legion killed two people in Varn. The war between the government and "
        "the Sable Legion is in its fifth year and has killed more than 48,000 people."
    )
    claims = situate.extract(text, published="2044-09-15")
    (toll,) = (c for c in claims if any(q.evidence.quote.endswith("48,000 people") for q in c.fillers("killed")))
    assert toll.interval.earliest is None
