"""Who says so by the order of the words: aside in a sentence, in front of a colon, behind a semicolon, from hearsay."""

import pytest
from packaged import reader, told

from situate.model.report import Report


def said(text: str, kind: str) -> list[list[str]]:
    return [[s.evidence.quote for s in claim.speakers] for claim in told(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("Militiamen, said a customs officer, looted the warehouses of Bukavu.", "destroy", ["a customs officer"]),
        ("Uganda, said its defence minister, will deploy a brigade to Beni.", "deploy", ["its defence minister"]),
        ("They entered Bria, said the prefect, and burned the market.", "destroy", ["the prefect"]),
        ("The brigade, its spokesman said, will leave Kismayo in June.", "withdraw", ["its spokesman"]),
        ("He fled the town, wrote a letter to his wife, and surrendered on Monday.", "surrender", []),
    ],
)
def test_who_is_named_in_the_middle_of_what_he_says(text: str, kind: str, speakers: list[str]) -> None:
    assert said(text, kind) == [speakers]


def test_whom_somebody_heard_it_from_is_nearest() -> None:
    text = "A nun told the radio that her cousin had heard from a policeman that the barracks at Palma had fallen."
    assert said(text, "capture") == [["a policeman", "her cousin", "A nun"]]
    text = "Fighters seized a village near Kunduz, Tolo News reported, citing the district governor."
    assert said(text, "capture") == [["the district governor", "Tolo News"]]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Police: 14 dead in Quetta blast", "explosion", "Police"),
        ("UNHCR: 3,000 people fled Kadugli on Sunday", "displace", "UNHCR"),
        ("LRA communique: our fighters captured the camp of Obo on Sunday.", "capture", "LRA communique"),
        ("08:15 My uncle in Nyala: soldiers burned the market this morning.", "destroy", "My uncle"),
        ("Radio Okapi: gunmen killed four people in Fizi.", "kill", "Radio Okapi"),
    ],
)
def test_who_tells_stands_in_front_of_a_colon(text: str, kind: str, speaker: str) -> None:
    assert said(text, kind) == [[speaker]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quetta: 14 dead in blast", "explosion"),
        ("Update: rebels shell Taiz", "shelling"),
        ("The 4th Brigade: it was formed in 1992 and shelled Velin in May.", "shelling"),
    ],
)
def test_what_else_stands_in_front_of_a_colon_tells_nothing(text: str, kind: str) -> None:
    assert said(text, kind) == [[]]


def test_who_tells_beside_another_verb() -> None:
    text = "A driver came in. He met nobody on the way but says two trucks were burned near Douekire."
    assert said(text, "destroy") == [["He"]]


def test_a_semicolon_ends_what_somebody_says_at_its_end() -> None:
    text = "Rebels burned two lorries, drivers said; soldiers shelled the village of Orm, residents said."
    assert said(text, "destroy") == [["drivers"]]
    assert said(text, "shelling") == [["residents"]]


def test_what_is_said_ends_at_a_semicolon_behind_which_somebody_else_is() -> None:
    text = "The mayor said rebels burned nine houses; 12 people have been killed in the valley since May."
    assert said(text, "kill") == [[]]
    text = "Jets hit two posts; damaged a bridge; and destroyed three tanks, the general said."
    assert said(text, "airstrike") == [["the general"]]


def test_what_has_no_verb_is_told_with_what_stands_behind_its_semicolon() -> None:
    text = "Attack by militiamen on Orm on 11 August; two farmers were killed, the police report."
    assert said(text, "assault") == [["the police"]]


@pytest.mark.parametrize(
    ("text", "kind", "speakers"),
    [
        ("Rebels fired a missile at Orm on Monday; it was shot down, the news agency said.", "shelling",
         ["the news agency"]),
        ("Gunmen stormed a post in Bela, killing four officers; five attackers also died, the ministry said.",
         "assault", ["the ministry"]),
        ("Rebels took the village of Orm; the mayor of Bela fled, police said.", "capture", []),
        ("The army said it shelled Orm; it was on fire, residents said.", "shelling", ["The army"]),
        ("Jets bombed Orm; the mayor said that it was on fire.", "airstrike", []),
    ],
)  # fmt: skip
def test_a_last_part_that_speaks_of_the_one_before_it_has_its_speaker_too(
    text: str, kind: str, speakers: list[str]
) -> None:
    assert said(text, kind) == [speakers]


def test_what_stands_before_a_colon_behind_a_dateline() -> None:
    text = "BELA, June 24 (Orm News Service) - Operations room: our forces liberated Bela on Friday."
    assert said(text, "capture") == [["Operations room"]]


def test_the_town_of_a_dateline_says_nothing() -> None:
    text = (
        "Rebels take station\n\nGROZNY, Jan 12 (Agencies) - Fighters took the station, the news agency said on Monday."
    )
    claims = reader().read(Report(id="r", text=text)).claims
    assert not any("GROZNY" in s.evidence.quote for c in claims for s in c.speakers)
