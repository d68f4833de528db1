"""Words of speech and names that tell no deed, and the same words where they do."""

import pytest
from packaged import reader, told

from situate.model.report import Report


def kinds(text: str) -> set[str]:
    return {c.type for c in reader().read(Report(id="r", text=text)).claims}


@pytest.mark.parametrize(
    ("text", "kind", "deed"),
    [
        ("Nine wounded policemen were admitted to Quetta hospital.", "concede", False),
        ("The general admitted that his men had burned the village.", "concede", True),
        ("Demand for kerosene is high in Kabul.", "request", False),
        ("The mayor repeated his demand for a truce.", "request", True),
        ("Nobody died in Orm, they insist.", "request", False),
        ("The mayor insisted that the rebels leave the town.", "request", True),
        ("Asked about the fire, the mayor blamed the army.", "request", False),
        ("The mayor asked the army for help.", "request", True),
        ("Soldiers came under fire and the fire was returned.", "concede", False),
        ("An officer who requested anonymity said that rebels had taken Bela.", "request", False),
        ("In a communique signed by its general, the group warned the town.", "support", False),
        ("The army has intercepted radio messages of the rebels.", "disrupt_weapons", False),
        ("Three inmates walked out of the prison on Monday.", "reject", False),
        ("The rebels walked out of the talks in Doha.", "reject", True),
        ("The opposition gathered in the square.", "reject", False),
        ("The party declared its opposition to the law.", "reject", True),
        ("Activists hit out at the junta over its silence.", "assault", False),
        ("The ministry declined to comment on the arrest.", "detain", False),
        ("The ministry declined to comment on the arrest of nine students in Cali.", "detain", True),
        ('The words "war", "siege" and "massacre" do not stand in the text.', "kill", False),
        ('He called the "massacre" of 40 farmers in Bela a crime.', "kill", True),
        ('The campaign "Stop the bombing" opened an office.', "airstrike", False),
        ("Police fired tear gas shells at the marchers.", "shelling", False),
        ("Soldiers fired mortar shells at the port.", "shelling", True),
        ("The army shelled a water tower near Orm.", "shelling", True),
        ("The council condemned the crimes committed by the junta against the villagers.", "promise", False),
        ("The junta is committed to the truce.", "promise", True),
        ('"It was dark when they came for my brother," the baker recalled on Monday.', "sanction", False),
        ("Ostria recalled its ambassador from Lusar on Monday.", "sanction", True),
    ],
)
def test_what_is_only_said_or_named(text: str, kind: str, deed: bool) -> None:
    assert (kind in kinds(text)) == deed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Deir Hafer is ours again, the fighter wrote.", "control"),
        ("Flour is finished in Madaya.", "deprivation"),
        ("Four constables attained martyrdom at Bannu.", "kill"),
        ("Two soldiers made the supreme sacrifice at Lahat.", "kill"),
        ("Soldiers carried off her son in Rangoon.", "abduct"),
        ("Policemen dragged away two students in Cali.", "abduct"),
        ("The sugar is gone, the baker wrote.", "deprivation"),
        ("Hundreds of soldiers fell at Vukovar.", "kill"),
        ("Rebels tried to enter Bela, but the gendarmes held.", "control"),
    ],
)
def test_deeds_in_the_words_of_locals_and_ministries(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The decision is ours.", "control"),
        ("The match is finished.", "deprivation"),
        ("The president made a sacrifice for peace.", "kill"),
        ("Nurses carried off the wounded.", "abduct"),
        ("Ten gendarmes were held in a barn at Bela.", "control"),
    ],
)
def test_the_same_words_of_something_else(text: str, kind: str) -> None:
    assert kind not in kinds(text)


def test_what_is_done_to_nothing_is_not_done() -> None:
    assert told("The government sanctioned nobody in Orm.", "sanction")[0].polarity == "negative"
    assert told("The government sanctioned nine officers in Orm.", "sanction")[0].polarity == "positive"


def test_nobody_is_no_speaker() -> None:
    (taken,) = told("No official said that rebels had taken Orm.", "capture")
    assert (taken.speakers, taken.modality) == ((), "possible")
    (taken,) = told("An official said that rebels had taken Orm.", "capture")
    assert (taken.speakers[0].evidence.quote, taken.modality) == ("An official", "actual")


def test_a_paragraph_goes_on_in_reported_speech() -> None:
    said = "The governor told parliament that Aweil was quiet."
    more = " The rebels had been driven from the town. Two civilians had been wounded."
    (taken,) = told(said + more, "capture")
    assert [s.evidence.quote for s in taken.speakers] == ["The governor"]
    (shelled,) = told(said + " The rebels had shelled it in May.", "shelling")
    assert not shelled.speakers


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The mayor insisted on a ceasefire in Gao.", "ceasefire", ("positive", "planned")),
        ("The siege of Homs could be lifted soon.", "besiege", ("positive", "actual")),
        ("Asked about the burning of Melut, the mayor blamed outlaws.", "destroy", ("positive", "actual")),
        ("Parliament authorised the deployment of 200 soldiers to Mali.", "deploy", ("positive", "planned")),
    ],
)
def test_how_certain(text: str, kind: str, expected: tuple[str, str]) -> None:
    (claim,) = told(text, kind)
    assert (claim.polarity, claim.modality) == expected
