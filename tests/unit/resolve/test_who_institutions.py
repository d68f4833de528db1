"""Whose the army, the ministry and the general command are; what "its" owners own; who is nobody."""

from __future__ import annotations

import pytest

from situate.model.actor import Actor
from situate.model.span import Span
from situate.resolve.who.phrase import Linked, Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.report import link_all
from situate.resolve.who.told import Naming, ReportContext

LINKER = Linker(Registry.load())


def linked(
    text: str, quote: str, *, country: str | None = "SY", side: str | None = None, ref: str | None = None
) -> Linked:
    """What a quoted speaker of a text is linked to, among the names that stand before it."""
    start = text.index(quote)
    asked = Naming(span=Span(start, start + len(quote)), quote=quote, speaker=ref is None, ref=ref)
    context = ReportContext(text=text, country=country, date="2017-09-05", side=side)
    return link_all([asked], context, LINKER)[0]


def identity(actor: Actor | None) -> str | None:
    return actor.id if actor else None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("the general command", "syrian-arab-army"),
        ("the joint operations command", "syrian-arab-army"),
        ("The air force", "syrian-air-force"),
        ("the command", "syrian-arab-army"),
        ("the SAA’s Brigade 9 garrison", "syrian-arab-army"),
        ("the Iraqi command", "iraqi-army"),
        ("the Ministry of Defence", "syrian-government"),
    ],
)
def test_institutions_are_never_the_group_that_was_named_before(quote: str, expected: str) -> None:
    actor, _ = linked(f"Islamic State had besieged the town for years, {quote} said.", quote)
    assert identity(actor) == expected


def test_a_command_with_an_owner_of_its_own_is_the_owner_s() -> None:
    actor, _ = linked("Islamic State fighters fled, the group’s general command said.", "the group’s general command")
    assert identity(actor) == "islamic-state"


def test_an_outlet_on_a_side_means_its_own_ministry() -> None:
    text = "Russian aircraft struck no targets in Mariupol, the Ministry of Defence said."
    actor, _ = linked(text, "the Ministry of Defence", country="UA", side="russia")
    assert identity(actor) == "russian-defence-ministry"


def test_behind_a_hostile_army_alone_the_ministry_is_left_open() -> None:
    text = "Russian aircraft struck no targets in Mariupol, the Ministry of Defence said."
    assert linked(text, "the Ministry of Defence", country="UA") == (None, "description")


@pytest.mark.parametrize(
    ("quote", "ref", "expected"),
    [
        ("its allies", "The Syrian army", None),
        ("its units", "The Syrian army", "syrian-arab-army"),
        ("their targets", "The Syrian army", None),
        ("its fighters", "Islamic State", "islamic-state"),
        ("his regime", "Bashar al-Assad", "syrian-government"),
    ],
)
def test_what_an_owner_owns(quote: str, ref: str, expected: str | None) -> None:
    actor, reason = linked(f"{ref} moved, and {quote} followed.", quote, ref=ref)
    assert identity(actor) == expected
    assert (reason is None) == (expected is not None)


@pytest.mark.parametrize("word", ["Nobody", "Hero", "Commanders", "Meanwhile", "Others", "Everyone", "Sides"])
def test_a_capital_alone_makes_nobody_a_person(word: str) -> None:
    actor, reason = linked(f"The town fell. {word} said so, a man who knew them told us.", word)
    assert actor is None
    assert reason


def test_a_woman_with_one_name_stays_a_private_person() -> None:
    actor, _ = linked("“We are tired,” Khoula, a woman in the town, told us. Khoula said no more.", "Khoula")
    assert actor is not None
    assert actor.private


def test_a_mosque_is_no_person() -> None:
    actor, _ = LINKER.link("The Great Mosque of al-Nuri", country_hint="IQ")
    assert actor is None


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("Our forces took the town on Monday.", "russia", "russian-armed-forces"),
        ("Our brave soldiers took the town on Monday.", "russia", "russian-armed-forces"),
        ("Our forces took the town on Monday.", None, None),
        ("“Our forces took the town,” a rebel commander said.", "russia", None),
        ("Our friends took the town on Monday.", "russia", None),
    ],
)
def test_an_outlet_on_a_states_side_calls_its_forces_ours(text: str, side: str | None, expected: str | None) -> None:
    quote = text.strip("“").partition(" took")[0]
    start = text.index(quote)
    asked = Naming(span=Span(start, start + len(quote)), quote=quote, speaker=False)
    told = f"{text} Russia has sent more men to Ukraine."
    context = ReportContext(text=told, country="RU", date="2022-09-05", side=side)
    assert identity(link_all([asked], context, LINKER)[0][0]) == expected


@pytest.mark.parametrize(("side", "state"), [("russia", True), (None, False)])
def test_our_forces_are_the_states_whoever_of_its_commanders_says_so(side: str | None, state: bool) -> None:
    text = (
        "The town was taken by our forces, the commander of the Amber Group said. Russia has sent more men to Ukraine."
    )
    namings = []
    for quote, speaker in (("our forces", False), ("the commander of the Amber Group", True)):
        start = text.index(quote)
        namings.append(Naming(span=Span(start, start + len(quote)), quote=quote, speaker=speaker))
    found = link_all(namings, ReportContext(text=text, country="RU", date="2022-09-05", side=side), LINKER)
    assert (identity(found[0][0]) == "russian-armed-forces") is state


@pytest.mark.parametrize(("country", "expected"), [("NE", "military-of-niger"), ("MM", "tatmadaw")])
def test_the_junta_is_that_of_the_land_that_is_told_of(country: str, expected: str) -> None:
    text = "The army of the junta shelled the town on Friday. The hills are held by junta forces."
    spans = [Span(text.index(q), text.index(q) + len(q)) for q in ("The army of the junta", "junta forces")]
    asked = [Naming(span=span, quote=span.of(text), speaker=False) for span in spans]
    context = ReportContext(text=text, country=country, date="2024-05-05")
    assert {identity(actor) for actor, _ in link_all(asked, context, LINKER)} == {expected}


@pytest.mark.parametrize(("side", "expected"), [("eln", "eln"), (None, None)])
def test_our_fighters_are_the_one_armed_group_of_an_outlets_side(side: str | None, expected: str | None) -> None:
    text = "Our fighters took the town on Monday."
    asked = Naming(span=Span(0, 12), quote="Our fighters", speaker=False)
    context = ReportContext(text=text, country="CO", date="2020-05-05", side=side)
    assert identity(link_all([asked], context, LINKER)[0][0]) == expected
