"""Which claim of another reading of a report is the same claim: one of its type whose trigger overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from situate.model.claim import Claim
from situate.model.decision import Decision


def shared(one: Claim, other: Claim) -> int:
    """How many code points of the triggers of two claims are the same, if they are of one report and type; else 0."""
    if (one.report, one.type) != (other.report, other.type):
        return 0
    first, second = one.trigger.span, other.trigger.span
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def closest(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """The one of these that is the same claim, ``None`` when there is none; with several, what overlaps most."""
    found = [other for other in others if shared(claim, other)]
    return min(found, key=lambda other: (-shared(claim, other), other.trigger.span, other.id), default=None)


def attached(
    decisions: Iterable[Decision], former: Mapping[str, Claim], claims: Iterable[Claim]
) -> tuple[Decision, ...]:
    """Decisions, each on the same claim in a reading: ``claims``; one that finds none there stays as it was made.

    ``former`` has the claims, by id, that decisions were made on and that may not be in the reading.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    there = {claim.id for several in by_report.values() for claim in several}

    def moved(decision: Decision) -> Decision:
        claim = None if decision.claim in there else former.get(decision.claim)
        other = claim and closest(claim, by_report.get(claim.report, ()))
        return replace(decision, claim=other.id) if other else decision

    return tuple(map(moved, decisions))


def matched(before: Sequence[Claim], after: Sequence[Claim]) -> dict[int, int]:
    """The same claims in two readings of one report, by their places in both, each in one pair at most."""
    scores = {(i, j): shared(one, other) for i, one in enumerate(before) for j, other in enumerate(after)}
    return one_to_one({pair: score for pair, score in scores.items() if score})


def one_to_one(scores: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Pairs of which no two share a member: the highest score first, among equals the first in order."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return dict(sorted(taken.items()))
