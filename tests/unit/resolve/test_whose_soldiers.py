"""Whose soldiers and troops are, beside a group that is named with fighters and a state that is named with an army."""

from __future__ import annotations

import pytest

import situate

NEWS = {
    "military-of-angola": ("1999-01-13", "UNITA rebels attacked Kuito on Monday, the Angolan army said. "),
    "military-of-peru": ("1990-05-11", "Shining Path guerrillas attacked a village in Ayacucho, Peru's army said. "),
    "military-of-mozambique": ("2013-10-24", "Renamo gunmen attacked a convoy near Muxungue, Mozambique's army said. "),
}


def doer(army: str, then: str) -> str | None:
    """The id of the doer of the sentence behind the news."""
    published, text = NEWS[army]
    claims = situate.extract(text + then, published=published)
    roles = (r for c in claims for r in c.fillers("actor") if r.evidence.span.start >= len(text))
    return next((r.actor.id for r in roles if r.actor is not None), None)


@pytest.mark.parametrize("army", sorted(NEWS))
@pytest.mark.parametrize(
    "then",
    [
        "Troops killed three fighters on Tuesday.",
        "The troops killed three fighters on Tuesday.",
        "The soldiers killed three fighters on Tuesday.",
        "Troops retook the town on Tuesday.",
        "The soldiers retook the town on Tuesday.",
    ],
)
def test_soldiers_are_the_armys_that_is_named(army: str, then: str) -> None:
    assert doer(army, then) == army


@pytest.mark.parametrize("army", sorted(NEWS))
def test_fighters_are_the_groups(army: str) -> None:
    assert doer(army, "The fighters burned a school on Tuesday.") not in {None, army}


def test_a_group_with_soldiers_can_be_meant() -> None:
    text = "UNITA soldiers attacked Kuito on Monday, the government of Angola said. The soldiers burned a school."
    claims = situate.extract(text, published="1999-01-13")
    burned = next(c for c in claims if c.trigger.quote == "burned")
    assert [r.actor.id for r in burned.fillers("actor") if r.actor is not None] == ["unita"]
