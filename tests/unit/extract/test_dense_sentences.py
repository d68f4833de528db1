"""Sentences that tell several deeds: what depends on what, who only stands beside, where others went; as read."""

import pytest
from packaged import quotes, told


def stands(text: str, kind: str) -> tuple[str, str]:
    claim = told(text, kind)[-1]
    return claim.polarity, claim.modality


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("If the rebels take the hill, the road to Lisk is cut.", "cut_route", ("positive", "possible")),
        ("If the bridge falls, Djibo is besieged again, a trader said.", "besiege", ("positive", "possible")),
        ("Even if convoys get through now and then, Kayes is blockaded.", "besiege", ("positive", "actual")),
        ("If the army holds Kaduna, it lost Kuriga in May.", "capture", ("positive", "actual")),
        ("The delegations parted in Geneva without an agreement on a truce.", "ceasefire", ("negative", "actual")),
        ("The delegations signed an agreement on a truce in Varn.", "ceasefire", ("positive", "actual")),
        ("The talks collapsed after the council sanctioned four generals.", "sanction", ("positive", "actual")),
        ("Nobody was permitted to bury the dead of Lisk.", "concede", ("negative", "actual")),
        ("Troops from Tollen have linked up with the besieged garrison?", "siege_end", ("positive", "possible")),
        ("Why did the army shell Nyala?", "shelling", ("positive", "actual")),
    ],
)
def test_what_depends_on_an_if_or_a_deal_is_not_there(text: str, kind: str, expected: tuple[str, str]) -> None:
    assert stands(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The guns fell silent on 21 September.", "shelling"),
        ("It is my pleasure to welcome you to this briefing.", "support"),
        ("The general acknowledged that his troops had left Lisk.", "support"),
        ("The internationally recognised government said it had retaken Gharyan.", "support"),
        ("Halima asked that her family name be withheld.", "request"),
        ("The governor refuses in turn to let relief flights land.", "request"),
        ("M23 fighters entered Uvira, meeting only sporadic resistance.", "talks"),
        ("The video was shot in Kutum on Thursday.", "kill"),
        ("Most houses in Lisk had been burned, their doors and roofs taken.", "capture"),
    ],
)
def test_what_tells_no_deed(text: str, kind: str) -> None:
    assert told(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The guns on the hill fired on the port all night.", "shelling"),
        ("The minister said that he supports the peace plan.", "support"),
        ("The mayor asked the army to withdraw.", "request"),
        ("Turkey recognised the new government on Monday.", "support"),
        ("Gunmen shot a teacher dead in Kutum on Thursday.", "kill"),
        ("The majority of houses in Lisk had been destroyed.", "destroy"),
        ("Two soldiers paid the supreme price in Damboa.", "kill"),
        ("The army shelled Yei, forcing hundreds to take flight.", "displace"),
    ],
)
def test_what_tells_one(text: str, kind: str) -> None:
    assert told(text, kind)


def test_who_gives_his_life_is_the_dead_and_who_takes_a_flight_travels() -> None:
    (kill,) = told("Two soldiers paid the supreme price in Damboa.", "kill")
    assert (quotes(kill, "killed"), quotes(kill, "actor")) == (["Two soldiers"], [])
    assert told("He took a flight to Juba.", "displace") == []


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("Rebels who fought alongside government forces took Nyala.", "clash", ["Rebels"], []),
        ("Eritrean soldiers fought on the side of federal forces in Tigray.", "clash", ["Eritrean soldiers"], []),
        ("Rwandan troops attacked Uvira alongside Tutsi rebels.", "assault", ["Rwandan troops", "Tutsi rebels"], None),
        ("The rebels fought with the army near Bria.", "clash", ["The rebels"], ["the army"]),
    ],
)
def test_who_fights_alongside_somebody_is_not_against_him(
    text: str, kind: str, actors: list[str], targets: list[str] | None
) -> None:
    (claim,) = told(text, kind)
    assert quotes(claim, "actor") == actors
    assert targets is None or quotes(claim, "target") == targets


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Troops foiled an attempt to abduct pupils at Kuriga.", "abduct", []),
        (
            "Troops, on receipt of word that bandits had blocked the road and abducted 23 travellers, set out.",
            "abduct",
            ["bandits"],
        ),
        ("The garrison evacuated Sange after a drone strike on its command post.", "airstrike", []),
        ("The rebels took Uvira after an assault on the port.", "assault", ["The rebels"]),
        ("The Wazalendo fled when they were driven out by Amber troops from Kitshanga.", "withdraw", None),
        ("The general, who has ruled Sudan since May, fled.", "control", ["The general"]),
        (
            "The general said that his troops had left Lisk, citing the killing of civilians.",
            "kill",
            [],
        ),
        ("The UN urged the militia to lift the blockade of Timbuktu.", "besiege", ["the militia"]),
        ("The UN urged the army to end the siege of Timbuktu.", "besiege", []),
    ],
)
def test_who_only_hears_of_a_deed_or_suffers_it_has_not_done_it(text: str, kind: str, actors: list[str] | None) -> None:
    claim = told(text, kind)[-1]
    if actors is None:
        assert "Amber troops" not in quotes(claim, "actor")
        assert quotes(claim, "origin") == []
    else:
        assert quotes(claim, "actor") == actors


@pytest.mark.parametrize(
    ("text", "kind", "role", "expected"),
    [
        ("As in Nyala, the garrison fled Ed Daein.", "withdraw", "origin", ["Ed Daein"]),
        ("The garrison fled from Nyala to Ed Daein.", "withdraw", "destination", ["Ed Daein"]),
        (
            "Gunmen fired on a convoy of lorries carrying civilians from Yei to Juba at Ganji, killing 21 people.",
            "assault",
            "place",
            ["Ganji"],
        ),
        ("UNITA has promised to let a road convoy through from Luanda.", "deliver_aid", "destination", []),
        ("UNITA has promised to let a road convoy through to Luanda.", "deliver_aid", "destination", ["Luanda"]),
        ("The besieged soldiers broke out towards Benguela.", "siege_end", "place", []),
        ("The army shelled Ombasi, forcing hundreds to take flight.", "displace", "destination", []),
    ],
)
def test_where_somebody_went_or_what_it_is_like_is_not_where_it_was(
    text: str, kind: str, role: str, expected: list[str]
) -> None:
    claims = told(text, kind)
    assert [q for claim in claims for q in quotes(claim, role)] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Troops fled the last village in Hiiraan that the government holds.", "the last village"),
        ("The government holds the whole of Hiiraan.", "Hiiraan"),
    ],
)
def test_a_town_of_a_region_is_held_and_not_the_region(text: str, place: str) -> None:
    (control,) = told(text, "control")
    assert [q for q in quotes(control, "place") if place in q]
    assert not (place == "the last village" and any("Hiiraan" in q for q in quotes(control, "place")))


def test_families_that_are_hit_are_no_dead_unless_some_died() -> None:
    (hit,) = told("Shelling of Omdurman overnight, three families hit in block 18, no toll yet.", "shelling")
    assert quotes(hit, "killed") == []
    (blow,) = told("Nine people hit by a drone died in Kutum.", "airstrike")
    assert quotes(blow, "killed") == ["Nine people"]


def test_it_is_nothing_that_was_told_far_before() -> None:
    far = "The army has said no word of it so far. " * 12
    text = f"The seizure of Uvira by M23 came on Monday. {far}M23 sells ore from the mine; it captured it in April."
    captures = told(text, "capture")
    assert all(role.ref != "Uvira" for claim in captures[1:] for role in claim.roles)


@pytest.mark.parametrize(
    ("text", "kind", "role", "expected"),
    [
        ("302 people were arrested, while 134 hostages were freed.", "detain", "affected", ["302 people"]),
        ("Police arrested 302 people and 14 teachers.", "detain", "affected", ["302 people and 14 teachers"]),
        ("Two men who had supplied the mines were arrested on 19 August.", "arm", "time", []),
        ("Two men who supplied the mines on 19 August were arrested.", "arm", "time", ["on 19 August"]),
        ("A first attempt to storm it was repelled in June.", "assault", "time", ["in June"]),
        ("The first plane of the agency to land in Kuito since May touched down with 17 tons of flour.", "deliver_aid", "destination", ["Kuito"]),
        ("An aircraft that was built in Kuito brought 17 tons of flour.", "deliver_aid", "destination", []),
    ],
)  # fmt: skip
def test_whose_fate_and_whose_day_it_is(text: str, kind: str, role: str, expected: list[str]) -> None:
    (claim,) = told(text, kind)
    assert quotes(claim, role) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group overran the headquarters of the division and ended a siege that had lasted 500 days.", []),
        ("Troops lifted the siege of the base at Labbezanga.", ["the base at Labbezanga"]),
    ],
)
def test_a_post_that_was_taken_is_not_what_was_besieged(text: str, expected: list[str]) -> None:
    assert [q for claim in told(text, "siege_end") for q in quotes(claim, "place")] == expected


def test_a_meeting_after_which_he_spoke_was_his_own() -> None:
    (met,) = told("Following a meeting with his national security team, Donald Trump issued a statement.", "talks")
    assert [r.evidence.quote for r in met.fillers("actor")] == ["Donald Trump"]
