"""Deeds by verbs that news seldom uses and that mean little else."""

from __future__ import annotations

import pytest

import situate


def types(text: str) -> dict[str, str]:
    """The types of the claims of a text by their triggers."""
    return {claim.trigger.quote: claim.type for claim in situate.extract(text, published="2023-05-16")}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("In Ramla, fighters strafed a truck on Monday.", "strafed", "assault"),
        ("The ministry denied that mercenaries had strafed fishing boats off Varn.", "strafed", "assault"),
        ("Warplanes strafed a fishing boat off Varn on Monday.", "strafed", "airstrike"),
        ("Two helicopters strafed the village of Ramla on Monday.", "strafed", "airstrike"),
        ("Soldiers bayoneted 22 peasants at Ramla on Monday, a deputy said.", "bayoneted", "kill"),
        ("Rebels derailed a passenger train near Ramla on Monday.", "derailed", "destroy"),
        ("A freight train was derailed by explosives near Ramla on Monday.", "derailed", "destroy"),
        ("Rebel gunners bombarded the town of Ramla on Monday.", "bombarded", "shelling"),
        ("Rebel gunners pounded the town of Ramla on Monday.", "pounded", "shelling"),
        ("Three delegates were murdered near Ramla on Monday.", "murdered", "kill"),
        ("The rebels capitulated in Ramla on Monday.", "capitulated", "surrender"),
        ("The two sides traded fire near Ramla on Monday.", "traded", "clash"),
    ],
)
def test_a_seldom_verb_tells_its_deed(text: str, word: str, kind: str) -> None:
    assert types(text).get(word) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The row derailed the peace talks on Monday.", "derailed"),
        ("A train derailed near Ramla on Monday.", "derailed"),
        ("The bill was killed in the senate on Monday.", "killed"),
        ("The candidate won 40 delegates in Ramla on Monday.", "won"),
    ],
)
def test_other_things_are_no_deeds(text: str, word: str) -> None:
    assert word not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Men of the militia hacked fifteen gold diggers to death at a mine near Ramla on Monday, the union reported.",
        "ADF rebels hacked a nurse and her patient to death at Ramla in the night of Tuesday to Wednesday.",
    ],
)
def test_who_is_hacked_to_death_is_killed(text: str) -> None:
    assert types(text).get("hacked") == "kill"
