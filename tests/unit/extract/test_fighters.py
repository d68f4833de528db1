"""Who kills is no weapon: "assailants on motorbikes killed a policeman"."""

import pytest
from packaged import quotes, told


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Assailants on motorbikes killed a policeman in Korhogo on Friday.", "kill", ["Assailants"]),
        ("Suspected rebels on foot killed an estimated 20 people in Djibo.", "kill", ["Suspected rebels"]),
        ("Attackers on camels killed four farmers in Abyei on Monday.", "kill", ["Attackers"]),
        ("Drones killed three people in Nikopol.", "airstrike", []),
        ("Mortars killed two girls in Aleppo on Monday.", "kill", []),
        ("Twelve militants were killed in a fight in Bama on Friday.", "kill", []),
    ],
)
def test_fighters_who_kill_are_the_doers(text: str, kind: str, doers: list[str]) -> None:
    found = told(text, kind)
    assert [quote for one in found for quote in quotes(one, "actor")] == doers
