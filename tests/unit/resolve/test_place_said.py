"""Words before a place that say that nothing happened there: who comes from it, who went off to it, what it led to."""

from __future__ import annotations

import dataclasses

import pytest

from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.place import Place
from situate.model.span import Span
from situate.resolve.where.beside import where_told_beside
from situate.resolve.where.said import comes_from, governs, left_for, said_there


def at(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Ada Lorn, formerly of Ostry, was jailed.", True),
        ("Ada Lorn (pictured) from Ostry, who was seized in May, is free.", True),
        ("Ada Lorn, from Ostry, whose son was shot, spoke.", True),
        ("Those who were seized are all from Ostry.", True),
        ("The army fired from Ostry, which it holds.", False),
        ("The mayor of Ostry was shot.", False),
    ],
)
def test_where_somebody_is_from(text: str, so: bool) -> None:
    assert comes_from(text, at(text, "Ostry")) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("They fled after the attack toward Ostry.", True),
        ("Gunmen sped off towards the Ostry road.", True),
        ("They fired rockets toward Ostry.", False),
        ("They fled. An attack on Ostry followed.", False),
    ],
)
def test_where_somebody_went_off_to(text: str, so: bool) -> None:
    assert left_for(text, at(text, "Ostry")) is so


def told_beside(text: str) -> list[bool]:
    """Whether each of two claims, of which the shelling is at Ostry, has a place."""
    sentence, ostry = Span(0, len(text)), Place(id="x", name="Ostry", country="SY", latitude=1.0, longitude=1.0)
    claims = []
    for kind, word in (("shelling", "shelling"), ("airstrike", "strikes")):
        span = at(text, word)
        claim = Claim(
            id=claim_id("r", kind, span), report="r", type=kind, trigger=Evidence(span=span, quote=word),
            roles=(), sentence=sentence, modality="actual", polarity="positive",
        )  # fmt: skip
        claims.append(claim)
    where = Role(role="place", evidence=Evidence(span=at(text, "Ostry"), quote="Ostry"), place=ostry)
    claims[0] = dataclasses.replace(claims[0], roles=(where,))
    return [any(role.place for role in claim.roles) for claim in where_told_beside(claims, text)]


def test_what_came_of_a_blow_is_not_where_the_blow_was() -> None:
    assert told_beside("Planes flew strikes in retaliation for the shelling of Ostry.") == [True, False]
    assert told_beside("In the wake of the long shelling of Ostry planes flew strikes.") == [True, False]
    assert told_beside("The shelling of Ostry went on, and strikes killed nine.") == [True, True]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("A police spokesman in Ostry confirmed the raid.", True),
        ("The government in Ostry, which sent troops, blamed rebels.", True),
        ("The ministry in Ostry later said that six were dead.", True),
        ("Residents in Ostry said that shells fell.", False),
        ("The army shelled the government in Ostry.", False),
    ],
)
def test_where_a_body_sits_that_speaks(text: str, so: bool) -> None:
    assert said_there(text, at(text, "Ostry")) is so


@pytest.mark.parametrize(
    ("text", "words", "governs_there"),
    [
        ("died in Ostry’s offensive", "Ostry", True),
        ("they called on Ostry to act", "Ostry", True),
        ("the government in Ostry backs the war", "Ostry", True),
        ("it helped Ostry regain land", "Ostry", True),
        ("the Ostry offensive began", "Ostry", False),
        ("an attack in Ostry", "Ostry", False),
        ("they asked for the old part of Ostry", "the old part of Ostry", False),
    ],
)
def test_a_capital_that_governs_is_no_place(text: str, words: str, governs_there: bool) -> None:
    start = text.index(words)
    assert governs(text, Span(start, start + len(words))) is governs_there
