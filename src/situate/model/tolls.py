"""How many dead, wounded or otherwise affected one claim counts in all.

The reason beside a figure of people says what it is beside the others (``situate.resolve.counted``, ``recounts``):

- ``part``: of people whom another figure counts ("37 civilians, including nine children");
- ``added``: people beside those of the figure before ("24 civilians, as well as 25 rebels");
- ``risen``: what an earlier count of one toll has risen to ("the toll rose to 15");
- ``earlier``: what the next figure replaces ("rose from 12 to 15");
- ``sum``: what other claims of the report tell one by one, by place or day ("22 near the capital: 16 in one town, …");
- ``shared``: told in the same words of another claim, which counts it ("killed in strikes and shelling");
- ``recount``: another count of a toll that the report told before, by somebody else;
- ``casualties``: dead and wounded in one ("175 killed or injured"): nobody knows how many died;
- ``hearsay``: a death told as what is said ("four were reportedly killed");
- ``lent``: the dead of a blow that was told right before them, which counts them too; in derivation only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from situate.model.claim import Claim
from situate.model.quantity import Quantity, added

FAMILIES = "families"  # a unit
PART, ADDED, EARLIER, SUM, SHARED = "part", "added", "earlier", "sum", "shared"
RECOUNT, CASUALTIES, HEARSAY, LENT, RISEN = "recount", "casualties", "hearsay", "lent", "risen"
# What `explain` says of a figure with a reason.
WORDS: Mapping[str | None, str] = {
    PART: "a part of another figure", ADDED: "beside the figure before", EARLIER: "an earlier count",
    SUM: "a sum of what other claims of the report tell", SHARED: "counted of another claim in the same words",
    RECOUNT: "another count of a toll told before", CASUALTIES: "dead and wounded in one",
    HEARSAY: "hearsay, counted as told", RISEN: "what an earlier count has risen to",
}  # fmt: skip
_DAY = len("2017-09-05")
COUNTED_ELSEWHERE = frozenset({PART, EARLIER, SUM, SHARED, CASUALTIES})


def toll(claim: Claim, name: str, *, families: bool = False) -> Quantity | None:
    """The figure of a role (``killed``, ``wounded``, ``affected``) in a claim; ``None`` where it gives none of its own.

    Sorts of people add up; of figures that nothing ties the largest is the toll. "5,000 families" are no number of
    people: only ``families`` asks for such, and for nothing else.
    """
    figures = [(role.reason, role.quantity) for role in claim.fillers(name) if role.quantity is not None]
    told = [(reason, quantity) for reason, quantity in figures if (quantity.unit == FAMILIES) is families]
    if not told:
        return None
    sums: list[list[Quantity]] = []
    for reason, quantity in (one for one in told if one[0] not in COUNTED_ELSEWHERE):
        if reason == ADDED and sums:
            sums[-1].append(quantity)
        else:
            sums.append([quantity])
    found = [some[0] if len(some) == 1 else added(some) for some in sums]
    return max(found, key=lambda quantity: quantity.most, default=None)


def outdated(told: Iterable[tuple[str, str, float]]) -> Mapping[float, str]:
    """For figures of one happening that who told them has replaced since: the day from which they are outdated.

    ``told`` are outlets, days (ISO) and figures. What an outlet gave on Monday and gives otherwise on Tuesday was the
    count of Monday, whoever else gave it then.
    """
    counts: dict[str, dict[str, float]] = defaultdict(dict)
    for outlet, day, figure in told:
        counts[outlet][day[:_DAY]] = max(figure, counts[outlet].get(day[:_DAY], figure))
    found: dict[float, str] = {}
    for by_day in counts.values():
        last = by_day[max(by_day)]
        for figure in {*by_day.values()} - {last}:
            since = min(day for day in by_day if day > max(d for d, one in by_day.items() if one == figure))
            found[figure] = min(since, found.get(figure, since))
    return found
