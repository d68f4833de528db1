"""Settling a contradiction: a reviewer says which of its values holds, and can take that back."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from situate.errors import BadArgument
from situate.model.decision import Decision
from situate.model.event import Contradiction
from situate.model.settling import revoking, settles, settling, standing
from situate.pipeline.deriving import derive, refreshed
from situate.pipeline.wiring import Parts
from situate.ports import Store

_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A contradiction that was settled, or that was opened again; and how many decisions that took."""

    contradiction: Contradiction
    decisions: int


def settle(
    store: Store, given: str, value: str, *, by: str, reason: str = "", now: str, parts: Parts | None = None
) -> Settled:
    """Decide for one of the values of a contradiction, and derive again. ``now`` is UTC, ISO.

    The beginnings of an id and of a value are enough. What the other values' claims say of the field in dispute no
    longer counts: a toll, a doer, a beginning alone; of who holds a place, and of whether a thing happened, the claim.

    :raises BadArgument: there is no such contradiction or value, it is settled already, or a name is too long.
    """
    while True:  # until nobody else decides between the look at the contradiction and the decision
        earlier = len(store.decisions(as_made=True))
        one = _meant(refreshed(store, parts), given)
        if one.status != "open":
            raise BadArgument(f"{one.id} is settled: {one.why}.", remedy=f"Take that back first: --undo {one.id}")
        chosen = _value(one, value)
        claims = store.claims_by_id([claim for _, several in one.values for claim in several])
        reports = {claim.id: claim.report for claim in claims}
        made = settling(one, chosen, reports, _made(by, reason, now), earlier=earlier)
        if store.decide(*made, after=earlier):
            derive(store, parts)
            return Settled(contradiction=one, decisions=len(made))


def unsettle(
    store: Store, given: str, *, by: str, reason: str = "", now: str, parts: Parts | None = None
) -> Settled:  # fmt: skip
    """Take back what was decided on a contradiction, and derive again.

    :raises BadArgument: there is no such contradiction, or nothing was decided on it.
    """
    one = _meant(store, given)
    made = [decision for decision in standing(store.decisions(as_made=True)) if settles(decision) == one.id]
    if not made:
        raise BadArgument(
            f"Nothing was decided on {one.id}.", remedy="`situate contradictions` shows what is resolved."
        )
    store.decide(*revoking(made, _made(by, reason, now)))
    derive(store, parts)
    return Settled(contradiction=one, decisions=len(made))


def _made(by: str, reason: str, now: str) -> Decision:
    who, why = " ".join(by.split()), " ".join(reason.split())
    if not who or len(who) > _LONGEST or len(why) > _LONGEST:
        raise BadArgument(f"Who decides needs a name, and a reason has at most {_LONGEST} signs.", remedy="Shorten it.")
    return Decision(id="", claim="", report="", action="", at=now, by=who, reason=why)


def _meant(store: Store, given: str) -> Contradiction:
    found = [one for one in store.contradictions() if given and one.id.startswith(given)]
    exact = [one for one in found if one.id == given]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        some = ", ".join(one.id for one in found[:5])
        raise BadArgument(
            f"More than one contradiction has an id that begins with {given!r}: {some}.", remedy="Write more."
        )
    raise BadArgument(f"No contradiction has the id {given!r}.", remedy="`situate contradictions` lists ids.")


def _value(one: Contradiction, given: str) -> str:
    values = [value for value, _ in one.values]
    folded = given.casefold().strip()
    exact = [value for value in values if value.casefold() == folded]
    found = exact or [value for value in values if folded and value.casefold().startswith(folded)]
    if len(found) == 1:
        return found[0]
    near = difflib.get_close_matches(given, values, n=1, cutoff=0.6)
    quoted = ", ".join(repr(value) for value in values)
    hint = f"Perhaps {near[0]!r}; there are {quoted}." if near else f"There are {quoted}."
    raise BadArgument(f"{given!r} is not one value of {one.id}.", remedy=hint)
