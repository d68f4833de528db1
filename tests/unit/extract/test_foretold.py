"""What is planned, possible, tried or done, by words that foretell: will, would, to, fears, aims."""

import pytest
from packaged import told


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("The mayor said that the fighters were tired and would withdraw on Monday.", "withdraw", "planned"),
        ("If the pass is lost, the army will withdraw from Varn.", "withdraw", "possible"),
        ("Residents fear that gunmen will attack the village of Varn.", "assault", "possible"),
        ("Rebels offered to release 40 prisoners.", "release", "possible"),
        ("They fear a repeat of the massacre in Varn.", "kill", "possible"),
        ("In the event of an offensive on Varn, families will flee.", "assault", "possible"),
        ("The aim of the raid was to capture the bridge of Varn.", "capture", "planned"),
    ],
)
def test_what_is_foretold_has_not_happened(text: str, kind: str, modality: str) -> None:
    assert [c.modality for c in told(text, kind)] == [modality]


def test_who_tells_of_a_thing_orders_none() -> None:
    assert [c.modality for c in told("Residents of Varn told of heavy shelling.", "shelling")] == ["actual"]
    assert [c.modality for c in told("The army told the rebels to leave Varn.", "withdraw")] == ["planned"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between the army and the rebels in Lisk collapsed on Friday.", "talks"),
        ("Haddo is the fourth reporter to be killed in Varn since March.", "kill"),
        ("Envoys failed to impose an end to the fighting in Varn.", "clash"),
        ("Troops were sent to Varn to support ongoing air strikes on the rebels.", "airstrike"),
        ("Nobody tried to save the villagers of Varn when the militia attacked on Friday.", "assault"),
        ("He was targeted and killed in a raid on Varn on Friday.", "assault"),
    ],
)
def test_what_is_taken_as_there_has_happened(text: str, kind: str) -> None:
    assert [c.modality for c in told(text, kind)] == ["actual"]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("The truce held despite what monitors called isolated mortar fire near Kolb.", "shelling", "actual"),
        ("The fighters had entered the town before dawn and set off a car bomb at the gate.", "explosion", "actual"),
        ("The opposition called protests in Orm for Friday.", "protest", "planned"),
        ("The general called for an assault on Orm.", "assault", "planned"),
        ("The army is set to storm the village of Orm.", "assault", "planned"),
    ],
)
def test_setting_off_and_naming_plan_nothing(text: str, kind: str, modality: str) -> None:
    assert [c.modality for c in told(text, kind)] == [modality]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Did the army shell the market of Tarn?", "shelling", "possible"),
        ('The reporter asked: "Were prisoners killed in Orm?"', "kill", "possible"),
        ("Is Orm still besieged?", "besiege", "possible"),
        ("Who shelled the market of Tarn?", "shelling", "actual"),
        ("Why did the army shell the market of Tarn?", "shelling", "actual"),
    ],
)
def test_who_asks_whether_it_is_so_does_not_tell_it(text: str, kind: str, modality: str) -> None:
    assert [c.modality for c in told(text, kind)] == [modality]
