"""The values of marks: what got in and how, how many are in need."""

from __future__ import annotations

from situate.derive.interest import rules
from situate.model.claim import Claim, Role
from situate.model.quantity import Quantity
from situate.model.tolls import FAMILIES


def value_of(claim: Claim, value: str) -> str:
    """The value of a mark: that of its effect in ``rules.yaml``; of "supplied" and "figure", what the claim tells."""
    if value == "supplied":
        quotes = [r.evidence.quote for r in claim.fillers("instrument", "actor")]
        words = {word for quote in quotes for word in quote.casefold().replace("-", "").split()}
        words |= set(claim.trigger.quote.casefold().split())
        return "supplied_by_air" if words & set(rules()["by_air"]) else "supplied"
    if value == "figure":
        told = (r.quantity for r in claim.roles if r.quantity is not None and _is_of_people(r))
        quantity = next(told, None)
        families = f" {FAMILIES}" if quantity is not None and quantity.unit == FAMILIES else ""
        return f"{figure_words(quantity)}{families} in need" if quantity else "in need"
    return value


def _is_of_people(role: Role) -> bool:
    """Whether a role counts who is in need, and not the hospitals that are shut."""
    return role.role == "affected" or (role.role == "target" and role.reason != "not_an_actor")


def figure_words(quantity: Quantity) -> str:
    """A figure as a value: "2,000 to 10,000", "at least 40", "12".

    Unlike those of ``pipeline.words`` these words are without "about" and unit: equal figures must have equal values.
    """
    low, best, high = (None if v is None else f"{v:,.0f}" for v in (quantity.low, quantity.best, quantity.high))
    if low and high and low != high:
        return f"{low} to {high}"
    if low and not high:
        return f"at least {low}"
    if high and not low:
        return f"at most {high}"
    return best or low or "an unknown number"
