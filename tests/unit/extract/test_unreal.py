"""What only seems so, was to have been, would have been, is rumoured, or is left open by who writes."""

import pytest
from packaged import told


def stands(text: str, kind: str) -> tuple[str, str]:
    claim = told(text, kind)[-1]
    return claim.polarity, claim.modality


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Aerial photographs seem to show burnt houses in Buni Yadi.", "destroy", "possible"),
        ("A clip said to show the execution of two nurses in Cali was posted online.", "kill", "possible"),
        ("The video shows soldiers executing two men in Palma.", "kill", "actual"),
        ("He appeared on television and said that rebels had shelled Taiz.", "shelling", "actual"),
        ("It was rumoured that mercenaries had entered Kidal.", "advance", "possible"),
        ("It is alleged that police shot dead two students in Cali.", "kill", "possible"),
        ("It was alleged by the bishop that police shot dead two students in Cali.", "kill", "actual"),
        ("The death of the warlord has not been confirmed.", "kill", "possible"),
        ("His capture has yet to be confirmed.", "detain", "possible"),
        ("The fall of Kidal was confirmed by the army.", "capture", "actual"),
    ],
)
def test_what_seems_or_is_rumoured_is_possible(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind) == ("positive", expected)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A barge of wheat was to have reached Malakal on Sunday, but it turned back.", "deliver_aid", "negative"),
        ("Talks were to have opened in Juba on Monday.", "talks", "positive"),
        ("Gunmen had planned to bomb the court in Kabul, but they were arrested in time.", "airstrike", "negative"),
        ("The rebels had planned to attack Kidal on Monday, but did not.", "assault", "negative"),
        ("The rebels had planned to attack Kidal on Monday.", "assault", "positive"),
        ("The rebels plan to attack Kidal, but the army is there.", "assault", "positive"),
    ],
)
def test_what_was_to_have_been_was_planned(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind) == (expected, "planned")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("If the army had sent help, the garrison at Baga would not have been overrun.", "capture", "actual"),
        (
            "If the rebels had not burned the depot at Ambon, the town would have had rice until May.",
            "destroy",
            "actual",
        ),
        ("If the rebels had taken the dam, the valley would have been flooded.", "capture", "possible"),
    ],
)
def test_a_condition_that_was_not_met_tells_what_was(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind) == ("positive", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flour is not scarce in Mosul.", "negative"),
        ("There is no shortage of flour in Mosul, the mayor said.", "negative"),
        ("Nobody is starving in Madaya, the minister said.", "negative"),
        ("There is no flour in Mosul, the mayor said.", "positive"),
        ("There is a shortage of flour in Mosul.", "positive"),
    ],
)
def test_no_want_is_none(text: str, expected: str) -> None:
    assert stands(text, "deprivation")[0] == expected


def test_propaganda_that_is_denied_is_not_so() -> None:
    text = "The ministry denies the propaganda of foreign stations that the army shelled the hospital at Mullaitivu."
    assert stands(text, "shelling") == ("negative", "actual")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Witnesses said that troops had killed nine boys near Kaduna. We were unable to verify this.", "possible"),
        ("Gunmen killed two drivers near Bouar; we could not confirm this.", "possible"),
        ("Gunmen killed two drivers near Bouar. This could not be independently confirmed.", "possible"),
        ("Gunmen killed two drivers near Bouar, a nun said. Her account could not be verified.", "actual"),
        ("Gunmen killed two drivers near Bouar. We could not confirm that the church was open.", "actual"),
        ("Gunmen killed two drivers near Bouar.\n\nIt rained. We could not confirm this.", "actual"),
    ],
)
def test_what_who_writes_could_not_confirm_is_possible(text: str, expected: str) -> None:
    assert stands(text, "kill")[1] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The rebels are said to have left Izium.", "withdraw", ("positive", "possible")),
        ("The rebels are said by drivers to have left Izium.", "withdraw", ("positive", "actual")),
        ("Amnesty for all who lay down their arms, the radio promises.", "surrender", ("positive", "possible")),
        ("Reports of a massacre in Bela untrue, it was thunder.", "kill", ("negative", "actual")),
        ("Reports of a massacre in Bela shock the town.", "kill", ("positive", "actual")),
        ("Do not believe the channel that says Aden has been taken.", "capture", ("negative", "actual")),
        ("We heard that the garrison in Kutum surrendered - not confirmed.", "surrender", ("positive", "possible")),
        ("Shelling at Orm (unconfirmed). The road is open.", "shelling", ("positive", "possible")),
        ("Shelling at Orm. The road is open.", "shelling", ("positive", "actual")),
        ("He blamed what he called bandits for the killing of two elders in Osh.", "kill", ("positive", "actual")),
    ],
)
def test_hearsay_and_doubt_in_short_lines(text: str, kind: str, expected: tuple[str, str]) -> None:
    assert stands(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Had the blue helmets not intervened, an officer said, gangs would have burned Bunia.", "destroy", "possible"),
        ("He is accused by a court of having ordered the massacre of monks at Bela.", "kill", "actual"),
        ("A general is alleged by a committee to have ordered the shooting of 11 farmers at Bela.", "kill", "actual"),
        ("The colonel will order the bombing of Gulu.", "airstrike", "planned"),
        (
            "The agency would neither confirm nor deny that nine prisoners had been freed in Sidon.",
            "release",
            "possible",
        ),
        ("The agency confirmed that nine prisoners had been freed in Sidon.", "release", "actual"),
    ],
)
def test_orders_conditions_and_silence(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind) == ("positive", expected)


def test_all_that_rumours_are_about_is_denied() -> None:
    text = "State radio denied rumours of a coup in Bela and of shots at the palace."
    assert {c.polarity for c in told(text, "assault")} == {"negative"}
    assert stands("State radio confirmed rumours of shots at the palace.", "assault")[0] == "positive"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Four officers were to be tried for the massacre at Bela.", "kill", ("positive", "actual")),
        ("Four officers were to be sent to the front after a massacre.", "kill", ("positive", "actual")),
        ("The militia admitted to killing 12 prisoners at Bela.", "kill", ("positive", "actual")),
        ("The militia sent a squad to kill 12 prisoners at Bela.", "kill", ("positive", "planned")),
        ("A drone strike on Bela was averted, the radio says.", "airstrike", ("positive", "attempted")),
        ("Nobody reports any clashes at Bela this week.", "clash", ("positive", "possible")),
        ("Neither side has broken the truce in Bela.", "truce_breach", ("negative", "actual")),
        ("One side has broken the truce in Bela.", "truce_breach", ("positive", "actual")),
    ],
)
def test_what_came_of_it(text: str, kind: str, expected: tuple[str, str]) -> None:
    assert stands(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The army did not hesitate to shell the market of Taiz.", "shelling", "actual"),
        ("The army will not hesitate to shell the market of Taiz.", "shelling", "planned"),
        ("The general hesitated to attack Taiz.", "assault", "planned"),
        ("The rebels had no choice but to withdraw from Taiz.", "withdraw", "actual"),
        ("The rebels will have no choice but to withdraw from Taiz.", "withdraw", "planned"),
        ("The rebels went on to capture Taiz.", "capture", "actual"),
        ("The army has not stopped shelling Taiz.", "shelling", "actual"),
        ("Hardly a day passes without shelling in Taiz.", "shelling", "actual"),
        ("Without the siege, the town would have had bread.", "besiege", "actual"),
        ("Had the army not shelled Taiz, 30 people would be alive.", "shelling", "actual"),
        ("Shelling could be heard in Taiz on Sunday.", "shelling", "actual"),
    ],
)
def test_what_somebody_did_not_hesitate_to_do_was_done(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind) == ("positive", expected)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Far from withdrawing, the army sent 300 more soldiers to Taiz.", "withdraw"),
        ("Instead of withdrawing, the rebels dug in at Taiz.", "withdraw"),
        ("Rather than surrender, the fighters blew up the bridge.", "surrender"),
        ("The army pretended to withdraw from Taiz.", "withdraw"),
        ("The army stopped shelling Taiz.", "shelling"),
    ],
)
def test_what_somebody_did_something_else_for_was_not_done(text: str, kind: str) -> None:
    assert stands(text, kind)[0] == "negative"


def test_no_case_of_it_is_none() -> None:
    assert stands("There were no cases of looting in Taiz.", "destroy")[0] == "negative"
    assert stands("Monitors recorded nine cases of looting in Taiz.", "destroy")[0] == "positive"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The Quarat rejected the accusation that Ostria shelled the mill in Lisk.", "shelling", "negative"),
        ("The militia denied accusations of shelling Lisk.", "shelling", "negative"),
        ("The ministry dismissed the charge that soldiers raped women in Ostry.", "abuse", "negative"),
        ("The ministry described reports that rebels had seized Ostry as false.", "capture", "negative"),
        ("Ostria called the claim that it bombed Lisk baseless.", "airstrike", "negative"),
        ("The spokesman called the claim that the army had shelled Lisk an outright lie.", "shelling", "negative"),
        ('The governor called reports of the fall of Ostry "fake news".', "capture", "negative"),
        ("Fake news that Ostry has fallen.", "capture", "negative"),
        (
            '"They are lying," the governor said of reports that rebels had seized Ostry.',
            "capture",
            "negative",
        ),
        ("The army repeated its accusation that rebels shelled Lisk.", "shelling", "positive"),
        ("The mayor described as credible reports that rebels had seized Ostry.", "capture", "positive"),
        ("The general described the rebels who had seized Ostry as false friends.", "capture", "positive"),
    ],
)
def test_accusations_that_are_denied_and_reports_that_are_called_false(text: str, kind: str, expected: str) -> None:
    assert stands(text, kind)[0] == expected
