"""How many dead, wounded or otherwise affected one claim counts in all.

Sorts of people told beside each other add up ("24 civilians, as well as 25 rebels"), parts add nothing ("37 civilians,
including nine children"), a figure that the claim itself replaces is none ("rose from 12 to 15"). Of figures that
nothing ties the largest is the toll. What each of them is was read off the words (``resolve.counted``).
"""

from __future__ import annotations

from situate.model.claim import Claim
from situate.model.quantity import Quantity
from situate.text.quantity_lists import total

_NO_TOLL = frozenset({"part", "earlier"})


def toll(claim: Claim, name: str) -> Quantity | None:
    """The figure of a role (``killed``, ``wounded``, ``affected``) in a claim; ``None`` where it gives none."""
    told = [(role.reason, role.quantity) for role in claim.fillers(name) if role.quantity is not None]
    whole = [one for one in told if one[0] not in _NO_TOLL] or told
    sums: list[list[Quantity]] = []
    for reason, quantity in whole:
        if reason == "added" and sums:
            sums[-1].append(quantity)
        else:
            sums.append([quantity])
    found = [some[0] if len(some) == 1 else total(some) for some in sums]
    return max(found, key=most, default=None)


def most(quantity: Quantity) -> float:
    """The most that a figure names."""
    return max((v for v in (quantity.low, quantity.best, quantity.high) if v is not None), default=0.0)
