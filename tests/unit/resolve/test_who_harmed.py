"""Whose people those are who are killed or hurt."""

from __future__ import annotations

import pytest

import situate
from situate.model.claim import Claim, Evidence, Role
from situate.model.ids import claim_id
from situate.model.span import Span
from situate.resolve.who.harmed import harmed
from situate.resolve.who.phrase import Linker
from situate.resolve.who.registry import Registry
from situate.resolve.who.told import ReportContext

LINKER = Linker(Registry.load())


def side(quote: str, role: str = "killed") -> str | None:
    text = f"The strike killed {quote} in Syria."
    span = Span(text.index(quote), text.index(quote) + len(quote))
    trigger = Evidence(span=Span(11, 17), quote="killed")
    claim = Claim(
        id=claim_id("r", "kill", trigger.span), report="r", type="kill", trigger=trigger,
        roles=(Role(role=role, evidence=Evidence(span=span, quote=quote)),),
    )  # fmt: skip
    context = ReportContext(text=text, country="SY", date="2016-08-01")
    found = harmed([claim], context, LINKER).get(span)
    return found.id if found else None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("at least 29 Syrian rebels", "syrian-rebels"),
        ("120 IS group fighters", "islamic-state"),
        ("eleven children", "civilians-sy"),
        ("two people", "civilians-sy"),
        ("a Hezbollah commander", "hezbollah"),
        ("31", None),
        ("dozens", None),
        ("the attacker", None),
        ("Amjad Dannaf", None),
    ],
)
def test_whose_people_are_counted(quote: str, expected: str | None) -> None:
    found = side(quote)
    assert (found is None) == (expected is None)
    assert expected is None or found == expected


def test_of_other_roles_nobody_is_asked() -> None:
    assert side("eleven children", "affected") is None


@pytest.mark.parametrize(
    ("craft", "quote", "expected"),
    [
        ("A Russian military helicopter", "all five people on board", "russian-armed-forces"),
        ("A Russian helicopter", "its crew", "russian-armed-forces"),
        ("A Russian passenger plane", "all five people on board", "civilians"),
        ("A Russian military helicopter", "two children", "civilians"),
    ],
)
def test_who_is_on_board_of_an_armys_craft_is_of_that_army(craft: str, quote: str, expected: str) -> None:
    text = f"{craft} was shot down in Syria, killing {quote}."
    trigger = Evidence(span=Span(text.index("shot"), text.index("shot") + 9), quote="shot down")
    spans = {role: Span(text.index(q), text.index(q) + len(q)) for role, q in (("target", craft), ("killed", quote))}
    claim = Claim(
        id=claim_id("r", "destroy", trigger.span), report="r", type="destroy", trigger=trigger,
        roles=tuple(Role(role=r, evidence=Evidence(span=s, quote=s.of(text))) for r, s in spans.items()),
    )  # fmt: skip
    found = harmed([claim], ReportContext(text=text, country="SY", date="2016-08-01"), LINKER)[spans["killed"]]
    assert found.id.startswith(expected)


def test_families_beside_fighters_make_no_civilians_of_them() -> None:
    assert side("40 rebels and members of their families") == "syrian-rebels"
    assert (side("40 gunmen and members of their families") or "").startswith("civilians") is False


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("at least 70 regime and rebel fighters", None),
        ("12 rebels and three civilians", None),
        ("twenty women and children", "civilians-sy"),
        ("86 members of government forces and their allies", "syrian-arab-army"),
        ("nine civilians including two rebels and a child", "civilians-sy"),
    ],
)
def test_the_dead_of_two_sides_are_of_neither(quote: str, expected: str | None) -> None:
    assert side(quote) == expected


@pytest.mark.parametrize(
    ("text", "published", "who"),
    [
        ("Six soldiers died when a mine laid by Kurdish rebels went off under their truck near Lice on Sunday.",
         "1996-08-06", "Military of Turkey"),
        ("FARC guerrillas killed three soldiers in Arauca on Monday.", "2012-04-17", "Military Forces of Colombia"),
        ("Taliban fighters killed three soldiers in Ghazni, the Polish army said.", "2012-04-17", None),
        ("The army killed three soldiers in Bangui who had mutinied.", "2012-04-17", None),
        ("A blast killed three soldiers in Marib.", "2012-04-17", None),
        ("Gunmen dragged eight farmers from a bus near Arauca and shot them dead.", "2001-04-17",
         "Civilians (Colombia)"),
        ("Separatist fighters hold Kumbo in Cameroon. The army raided a hideout and said it had killed five of them.",
         "2021-09-16", "Ambazonian separatists"),
    ],
)  # fmt: skip
def test_soldiers_who_are_only_counted_and_those_whom_a_pronoun_takes_up(
    text: str, published: str, who: str | None
) -> None:
    roles = [r for c in situate.extract(text, published=published) for r in c.roles if r.role == "killed"]
    assert {r.actor.name if r.actor else None for r in roles} == {who}
