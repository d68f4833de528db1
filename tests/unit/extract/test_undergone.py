"""Who only suffers or gets what a claim tells, is brought to it, or does another deed on the way, is no doer of it."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("text", "kind", "doers", "targets"),
    [
        ("The marines attacked the mill with two barges and were beaten back.", "repel", [], ["The marines"]),
        ("The marines beat back an attack and were decorated in Lisk.", "repel", ["The marines"], None),
        ("Rebels ambushed a convoy near Tarn on Monday and were driven off after an hour.", "repel", [], ["Rebels"]),
        ("The general said that the enemy had received new drones.", "arm", [], ["the enemy"]),
        ("Rice sent by the diocese in April was seized at the roundabout.", "deny_aid", [], None),
        ("Rice was seized by the militia at the roundabout.", "deny_aid", ["the militia"], None),
        ("A negotiator persuaded the inmates to give up their weapons.", "surrender", ["the inmates"], None),
        ("The rebels gave the army until Friday to leave Tarn.", "withdraw", ["the army"], None),
        ("The commander forced his men to shell the village.", "shelling", ["The commander", "his men"], None),
        ("Nine soldiers died when their lorry hit a mine near Orm.", "explosion", [], None),
        ("The bishop appealed to both sides to let food into Tarn.", "deliver_aid", ["both sides"], None),
        ("The arrest of a clerk over the murder of a priest shocked Lisk.", "detain", [], ["a clerk"]),
    ],
)
def test_who_does_it(text: str, kind: str, doers: list[str], targets: list[str] | None) -> None:
    claim = told(text, kind)[0]
    assert sorted(quotes(claim, "actor")) == sorted(doers)
    if targets is not None:
        assert quotes(claim, "target") == targets


@pytest.mark.parametrize(
    ("text", "kind", "killed", "wounded"),
    [
        ("The army's shelling of Tarn has driven 3,000 people to Orm.", "shelling", [], []),
        ("The bombing of Tarn sent 200 families to Orm.", "airstrike", [], []),
        ("The attack on Tarn left 300 people homeless.", "assault", [], []),
        ("The blast in Tarn sent 12 people to hospital.", "explosion", [], ["12 people"]),
        ("The attack in Tarn sent 40 soldiers to their deaths.", "assault", ["40 soldiers"], []),
        ("The attack on Tarn left 30 people dead.", "assault", ["30 people"], []),
    ],
)
def test_who_is_moved_or_left_without_a_home_is_not_dead(
    text: str, kind: str, killed: list[str], wounded: list[str]
) -> None:
    claim = told(text, kind)[0]
    assert (quotes(claim, "killed"), quotes(claim, "wounded")) == (killed, wounded)


def test_nothing_is_denied_without_a_word_that_says_no() -> None:
    (received,) = told("The general said that the enemy had received new drones.", "arm")
    assert received.polarity == "positive"
    (received,) = told("The general said that the enemy had received no new drones.", "arm")
    assert received.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "kind", "role", "expected"),
    [
        ("The rebels shelled Tarn from the hills of Orm.", "shelling", "origin", ["the hills of Orm"]),
        ("The rebels shelled Tarn from the hills of Orm.", "shelling", "place", ["Tarn"]),
        ("The convoy for Tarn was stopped at Orm by soldiers.", "deny_aid", "place", ["Orm"]),
        ("The head of the guard, wounded in an ambush on Saturday, died in hospital in Orm.", "assault", "place", []),
        ("The mayor was hurt in an ambush in Orm on Saturday.", "assault", "place", ["Orm"]),
    ],
)
def test_where_it_is(text: str, kind: str, role: str, expected: list[str]) -> None:
    assert quotes(told(text, kind)[0], role) == expected


def test_people_whom_a_clause_without_whom_tells_to_be_seized_are_held() -> None:
    assert told("Rebels freed two nurses they had seized near Tarn.", "detain")
    assert told("Rebels left the town they had seized in March.", "capture")


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The rebels handed over the bodies of nine soldiers to the army at Lisk on Sunday.", False),
        ("The rebels handed over a list of prisoners to the army in Lisk.", False),
        ("The rebels handed over three districts of Lisk to the army.", True),
    ],
)
def test_no_place_passes_with_what_is_given_back(text: str, passes: bool) -> None:
    assert bool(quotes(told(text, "handover")[0], "place")) == passes
    assert not told(text, "kill")


def test_bodies_that_are_found_are_dead() -> None:
    assert quotes(told("Nine bodies were found in Orm on Sunday.", "kill")[0], "killed") == ["Nine bodies"]


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("Villagers of Orm attacked a police post with stones after a boy was shot.", "assault", []),
        ("Gunmen attacked the town of Orm, killing two, after a raid killed a boy.", "assault", ["two"]),
        ("Gunmen attacked the town of Orm, and two boys were killed after they fled.", "assault", ["two boys"]),
        ("A court sentenced two rebels to death for the murder of the mayor of Orm.", "kill", ["the mayor of Orm"]),
    ],
)
def test_who_was_dead_before_or_is_punished_did_not_die_in_it(text: str, kind: str, killed: list[str]) -> None:
    assert quotes(told(text, kind)[0], "killed") == killed


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Doctors in Orm are fighting a new outbreak of cholera.", "clash", False),
        ("The army simulated an attack on Orm on Sunday.", "assault", False),
        ("The football team of Orm was beaten by Lisk on Sunday.", "repel", False),
        ("Rebels bombarded the ministry with letters.", "shelling", False),
        ("Rebels bombarded the ministry with rockets.", "shelling", True),
        ("A team of doctors was attacked in Orm.", "assault", True),
    ],
)
def test_games_mail_and_diseases_are_no_fight(text: str, kind: str, found: bool) -> None:
    assert bool(told(text, kind)) == found


@pytest.mark.parametrize(
    ("text", "kind", "doers", "targets"),
    [
        ("The Lisk army lost eight soldiers in an ambush near Tarn.", "assault", [], ["The Lisk army"]),
        ("Army losses stood at 15 in the attack on Tarn.", "assault", [], ["Army"]),
        ("The army said that it suffered seven dead in the ambush near Tarn.", "assault", [], ["it"]),
        ("Rebels spoke of 30 dead; the army put its losses at four.", "kill", [], ["the army"]),
        ("The rebels attacked Tarn on Monday and lost 20 men.", "assault", ["The rebels"], []),
        ("The rebels attacked Tarn on Monday and lost 20 men.", "kill", [], ["The rebels"]),
        ("A mother lost two daughters in the attack on Tarn.", "assault", [], []),
        ("The army killed 12 rebels in an ambush near Tarn.", "assault", ["The army"], []),
    ],
)
def test_who_loses_people_strikes_no_blow(text: str, kind: str, doers: list[str], targets: list[str]) -> None:
    claim = told(text, kind)[-1]
    assert (quotes(claim, "actor"), quotes(claim, "target")) == (doers, targets)
