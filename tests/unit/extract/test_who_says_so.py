"""Who says a claim, by the words around it."""

import pytest
from packaged import reader, told

from situate.model.report import Report


def said(text: str, kind: str) -> list[str]:
    (claim,) = told(text, kind)
    return [s.evidence.quote for s in claim.speakers]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebel leader was said to have survived an attack on his base in Varn.", "assault"),
        ("The army has identified the soldier who was killed in Varn on Friday.", "kill"),
        ("In freeing the two captured men, the ministry said it had kept its word.", "detain"),
    ],
)
def test_who_does_not_say_so(text: str, kind: str) -> None:
    assert said(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The attack on Varn killed 300 people by the estimate of local monitors.", "assault", "local monitors"),
        (
            "The Varn Observatory, a monitor, said the army shelled the market of Kesh.",
            "shelling",
            "The Varn Observatory",
        ),
        (
            "The minister, Alda Brenn, said:\n\nWe mourn with those whom they claim to defend. "
            "Gunmen killed 40 villagers in Varn on Friday.",
            "kill",
            "The minister, Alda Brenn",
        ),
        ("Villagers spoke of shelling in Varn on Friday.", "shelling", "Villagers"),
    ],
)
def test_who_says_so(text: str, kind: str, speaker: str) -> None:
    assert speaker in said(text, kind)[0]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The army blamed the RSF, which denied attacking the market of Kutum.", "assault", "the RSF"),
        (
            "The UN rights office said it had credible reports that soldiers shot 82 civilians in Varn.",
            "kill",
            "The UN",
        ),
        (
            'TDF spokesman Getachew Reda: "We withdrew from Korem on Friday." The government says little.',
            "withdraw",
            "TDF",
        ),
    ],
)
def test_the_nearest_who_speaks(text: str, kind: str, speaker: str) -> None:
    assert said(text, kind)[0].startswith(speaker)


def test_who_stands_between_dashes_still_speaks() -> None:
    assert said("The Ostrian army — as ever — said rebels shelled the market of Kesh.", "shelling")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kyiv oblast: Ukrainian troops retook Bucha after Russian units left.", "capture"),
        ("VARN, Ostria, Jan 29 — The army shelled the market of Kesh on Monday.", "shelling"),
    ],
)
def test_neither_headings_nor_datelines_speak(text: str, kind: str) -> None:
    assert said(text, kind) == []


@pytest.mark.parametrize(
    ("says", "cue"), [("did not deny", "not deny"), ("denied", "denied"), ("never denied", "never denied")]
)
def test_the_cue_of_who_did_not_deny_a_deed_says_so(says, cue):
    text = f"The defence ministry {says} that its jets had bombed the town of Ostry on Monday."
    strike = next(c for c in reader().read(Report(id="r", text=text)).claims if c.type == "airstrike")
    assert [one.cue for one in strike.speakers] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers were killed in Unity, Jonglei and Upper Nile states on Sunday.",
        "Villagers were killed in North Darfur, South Darfur and West Kordofan states on Friday.",
    ],
)
def test_a_list_of_states_says_nothing(text: str) -> None:
    (claim,) = told(text, "kill")
    assert claim.speakers == ()


def test_who_states_something_says_it() -> None:
    (claim,) = told("Amnesty states that soldiers killed 12 people in Nyala on Sunday.", "kill")
    assert [s.evidence.quote for s in claim.speakers] == ["Amnesty"]
