"""Figures of an event: what the reports tell, and which of them is the last word of whom.

An outlet that tells a toll again corrects itself: its last word counts, the earlier ones are the history of the figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from situate.derive.claims.telling import is_of_some
from situate.derive.interest import interest
from situate.derive.known import Known
from situate.derive.standing import origin_of
from situate.model.claim import Claim
from situate.model.quantity import Quantity
from situate.model.tolls import RISEN, outdated, toll

_Order = tuple[str, bool, float, str]  # day, whether it is a number, size, claim


def in_all(name: str, claims: Iterable[Claim]) -> list[Claim]:
    """Claims of one happening without those that count but the children or women of a toll that their report has."""
    told = list(claims)
    most: dict[str, float] = {}
    for claim in told:
        quantity = toll(claim, name)
        if quantity is not None and not counts_some(claim, name):
            most[claim.report] = max(quantity.most, most.get(claim.report, 0.0))
    return [claim for claim in told if not (counts_some(claim, name) and _less(toll(claim, name), most, claim.report))]


def counts_some(claim: Claim, name: str) -> bool:
    """Whether a claim counts none but people of whom reports say how many of the dead they were ("four children")."""
    told = [role for role in claim.fillers(name) if role.quantity is not None]
    return bool(told) and all(is_of_some(role) for role in told)


def _less(quantity: Quantity | None, most: Mapping[str, float], report: str) -> bool:
    return quantity is not None and quantity.most < most.get(report, 0.0)


def last_words(
    name: str, claims: Iterable[Claim], known: Known, *, families: bool = False
) -> list[tuple[Claim, Quantity]]:
    """For each outlet the figure that it told last, the largest of that report; claims without a figure have none.

    "Dozens" is no count beside a number.
    What a report has from somebody it names is that voice's word, whoever prints it; a figure that is only told again
    is the word of the report that had it first, and a figure that its report has put right is nobody's. A count that an
    outlet has replaced since is nobody's last word who gave it before that; nor is one that has risen since ("the toll
    rose to 15").
    """
    told: dict[str, list[tuple[_Order, Claim, Quantity]]] = defaultdict(list)
    counting = [claim for claim in in_all(name, claims) if toll(claim, name, families=families) is not None]
    put_right = {report for claim in counting for report in known.publications[claim.report].retracts}
    for claim in [c for c in counting if c.report not in put_right] or counting:
        quantity = toll(claim, name, families=families)
        if quantity is not None:
            key, _ = origin_of(claim, known.publications)
            order = (known.published(claim.report) or "", not quantity.vague, quantity.most, claim.id)
            told[key].append((order, claim, quantity))
    words = [_last(told[key]) for key in sorted(told)]
    old = outdated(_counts(((c, q) for some in told.values() for _, c, q in some), known))
    words = [(c, q) for c, q in words if (known.published(c.report) or "9999") >= old.get(q.best or 0.0, "")] or words
    return _without_what_rose(name, words, known)


def _without_what_rose(name: str, words: list[tuple[Claim, Quantity]], known: Known) -> list[tuple[Claim, Quantity]]:
    """Figures without the smaller ones that were told by the day on which somebody told that the toll had risen."""
    rises = [
        (known.published(claim.report) or "", quantity.most)
        for claim, quantity in words
        if any(role.reason == RISEN for role in claim.fillers(name))
    ]
    if not rises:
        return words
    return [
        (claim, quantity)
        for claim, quantity in words
        if not any((known.published(claim.report) or "9999") <= day and quantity.most < most for day, most in rises)
    ]


def _counts(told: Iterable[tuple[Claim, Quantity]], known: Known) -> Iterator[tuple[str, str, float]]:
    """Outlets, days and figures, of voices that stand on no side: those who do each keep to their own."""
    for claim, quantity in told:
        outlet, day = known.publications[claim.report].outlet, known.published(claim.report)
        if outlet and day and quantity.best is not None and origin_of(claim, known.publications)[1] is None:
            yield outlet, day, quantity.best


def _last(told: Iterable[tuple[_Order, Claim, Quantity]]) -> tuple[Claim, Quantity]:
    """The last figure of one voice, from the first report that has it."""
    (_, claim, quantity), *earlier = sorted(told, key=lambda one: one[0], reverse=True)
    for _, before, same in earlier:
        if before.report != claim.report:
            if same.best is None or (same.best, _floor(same)) != (quantity.best, _floor(quantity)):
                break
            claim, quantity = before, same
    return claim, quantity


def _floor(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is None


def best_figure(name: str, claims: Iterable[Claim], known: Known, *, families: bool = False) -> float | None:
    """The figure on which the last words agree, of those without a stake where there are any; else ``None``.

    "At least eight" agrees with nine, and gives way to it: it is a floor, and the figure only where nobody counted on.
    Who gains by a toll, or stands on a side, is not asked where somebody else has counted. Where they do not agree, the
    figure that more of them give than any other is the best.
    """
    words = last_words(name, claims, known, families=families)
    free = [(c, q) for c, q in words if _free(c, origin_of(c, known.publications)[1])]
    told = [quantity for _, quantity in free or words]
    numbers = [q for q in told if q.best is not None]
    counted = [q for q in numbers if q.low is None or q.high is not None]
    bests = Counter(q.best for q in counted or numbers if q.best is not None)
    if not bests:
        return None
    (best, backed), *others = bests.most_common(2)
    if others and others[0][1] == backed:
        return None
    agreed = all((q.low is None or q.low <= best) and (q.high is None or best <= q.high) for q in told)
    return best if agreed or (others and backed > 1) else None


def _free(claim: Claim, side: str | None) -> bool:
    """Whether a voice has no stake in a toll: it stands on no side, or tells of its own harm to others."""
    stake = interest(claim, side)
    return stake == "admission" or (stake == "none" and side is None)
