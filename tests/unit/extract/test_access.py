"""Types of siege and access in sentences written for this project, read by the packaged model."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from packaged import reader

from situate.model.claim import Claim
from situate.model.report import Report
from situate.ontology import load

DATA = Path(__file__).parents[2] / "data" / "access.yaml"
COUNTED = {t for t, kind in load().types.items() if kind.group == "siege and access"} | {"withdraw"}
FLOORS = {"developed": 0.68, "after": 0.85, "fresh": 0.76}  # before the rules: 0.61, 0.74, 0.66


def claims(text: str) -> tuple[Claim, ...]:
    return reader().read(Report(id="alone", text=text)).claims


def told(claim: Claim) -> str:
    return claim.polarity if claim.polarity == "negative" else claim.modality


def only(text: str, word: str) -> tuple[str, str]:
    """The type and certainty of the one claim whose trigger shares a letter with a word of the text."""
    start = text.index(word)
    (claim,) = [c for c in claims(text) if c.trigger.span.start < start + len(word) and start < c.trigger.span.end]
    return claim.type, told(claim)


@pytest.mark.parametrize("part", FLOORS)
def test_types_of_siege_and_access(part: str) -> None:
    count: Counter[str] = Counter()
    for row in yaml.safe_load(DATA.read_text("utf-8"))[part]:
        text, _, labels = row.partition(" | ")
        gold = [label.split(":") for label in labels.split(", ") if label]
        spans = [(text.index(words), text.index(words) + len(words)) for _, words, *_ in gold]
        found = list(claims(text))
        for (types, *_), (start, end) in zip(gold, spans, strict=True):
            met = [
                c
                for c in found
                if c.type in types.split("|") and c.trigger.span.start < end and start < c.trigger.span.end
            ]
            count["gold"] += 1
            if met:
                count["right"] += 1
                count["found"] += 1
                found.remove(met[0])
        count["found"] += sum(c.type in COUNTED or _over(c, spans) for c in found)
    assert 2 * count["right"] / (count["gold"] + count["found"]) >= FLOORS[part]


def _over(claim: Claim, spans: list[tuple[int, int]]) -> bool:
    return any(claim.trigger.span.start < end and start < claim.trigger.span.end for start, end in spans)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The road to Tollen is passable again.", "passable", ("open_route", "actual")),
        ("The shelling has made the mountain road impassable.", "impassable", ("cut_route", "actual")),
        ("Buses are running again between Lisk and Ostry.", "running", ("open_route", "actual")),
        ("Two helicopters picked up the wounded from a football field in Ostry.", "picked", ("evacuate", "actual")),
        ("Ninety sick people crossed the line at Lisk under a white flag.", "crossed", ("evacuate", "actual")),
        ("Civilians left Ostry on Thursday under the agreement.", "left", ("evacuate", "actual")),
        ("A relief column reached the besieged base.", "reached", ("siege_end", "actual")),
        ("The cadets fought their way out of the pocket.", "fought", ("siege_end", "actual")),
        ("Two battalions were trapped in a pocket west of the lake.", "trapped", ("besiege", "actual")),
        ("The marines went home last week after a year on the island.", "went", ("withdraw", "actual")),
        ("Food reached the mountain villages by mule.", "reached", ("deliver_aid", "actual")),
        ("The authorities will not let the convoy in.", "let", ("deny_aid", "planned")),
        ("No permission has been granted for the fuel.", "granted", ("deny_aid", "actual")),
        ("The bridge at Lisk is to be reopened.", "reopened", ("open_route", "planned")),
        ("The shipment of fuel was never impounded at the port.", "impounded", ("deny_aid", "negative")),
    ],
)
def test_things_tell_the_type(text: str, word: str, expected: tuple[str, str]) -> None:
    assert only(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The inquest into the bus crash was reopened.", "reopened"),
        ("Nearly all factories in the district have closed.", "closed"),
        ("The Ebola outbreak has killed nearly 4,000 people.", "killed"),
        ("Fighting broke out near the brigade's base.", "broke"),
    ],
)
def test_what_is_no_claim_of_these(text: str, word: str) -> None:
    start = text.index(word)
    types = {c.type for c in claims(text) if c.trigger.span.start <= start < c.trigger.span.end}
    assert not types & {"open_route", "cut_route", "kill", "siege_end"}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Corland protested to the United Nations on Monday.", "protested", "accuse"),
        ("Thousands of people in Marrack protested the killing.", "protested", "protest"),
        ("Four people were hurt in violent protests in Marrack.", "violent", "protest"),
        ("Corland is providing consular assistance to the families.", "providing", "assist"),
    ],
)
def test_who_protests_and_who_helps(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    assert expected in {c.type for c in claims(text) if c.trigger.span.start <= start < c.trigger.span.end}


def test_what_can_have_an_effect_is_there() -> None:
    text = "The council warned that the attacks on the Fulani villages can lead to war."
    assert only(text, "attacks")[1] == "actual"
