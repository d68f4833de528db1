"""Nobody does a thing to himself by a pronoun that is not reflexive."""

from __future__ import annotations

import situate


def harmed(text: str) -> list[str | None]:
    """The ids of those whom the claims of killing of a text are done to."""
    claims = situate.extract(text, published="2010-08-26")
    roles = [role for c in claims if c.type == "kill" for role in c.fillers("killed", "target")]
    return [role.actor.id if role.actor is not None else None for role in roles if role.evidence.quote == "them"]


def test_they_are_not_those_who_killed_them() -> None:
    assert harmed("A survivor told prosecutors that Los Zetas had murdered them.") == [None]


def test_a_state_by_the_name_that_its_foes_give_it() -> None:
    claims = situate.extract("The Zionist regime bombed Khorramabad in Iran on Monday.", published="2025-06-17")
    assert [r.actor.country for c in claims for r in c.fillers("actor") if r.actor is not None] == ["IL"]
