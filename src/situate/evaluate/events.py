"""How claims of several reports are merged into events, against groups of reports whose events were annotated.

A gold mention takes the event of the found claim whose trigger overlaps it longest; one that no claim covers is an
event of its own. ``b_cubed`` counts over gold mentions: of those in the same found event, how many are in the same gold
event (precision), and the other way round (recall). ``links`` counts pairs of mentions in different reports.
``covered`` is the share of gold mentions that a claim covers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from situate.evaluate.rates import DIGITS, Figures, Rates, harmonic, share
from situate.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention of a gold event in a report: the words that tell it, and what the annotation says of the event."""

    report: str
    span: Span
    event: str
    type: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A found claim: where its trigger stands and which event it is in."""

    report: str
    span: Span
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports of one day and province (as JSON: id, text, published, outlet) with their gold mentions."""

    name: str
    reports: tuple[Mapping[str, Any], ...]
    told: tuple[Told, ...]


def group_of(row: Mapping[str, Any]) -> Group:
    """A group from its JSON; raises ``KeyError`` or ``TypeError`` for another shape."""
    told = tuple(
        Told(
            report=mention["report"],
            span=Span(mention["start"], mention["end"]),
            event=event["id"],
            type=event["type"],
            earliest=event["earliest"],
            latest=event["latest"],
        )
        for event in row["events"]
        for mention in event["mentions"]
    )
    return Group(name=row["group"], reports=tuple(row["reports"]), told=told)


def score(pairs: Iterable[tuple[Group, Sequence[Merged]]]) -> Figures:
    """All figures for groups, each with the claims found in its reports."""
    n: Counter[str] = Counter()
    precision = recall = 0.0
    for group, found in pairs:
        n["groups"] += 1
        events = _taken(group, found)
        n["mentions"] += len(events)
        n["covered"] += sum(event is not None for event in events)
        keys = [f"alone {number}" if event is None else f"event {event}" for number, event in enumerate(events)]
        pure, whole = _b_cubed([told.event for told in group.told], keys)
        precision, recall = precision + pure, recall + whole
        n.update(_links(group.told, keys))
    p, r = precision / max(1, n["mentions"]), recall / max(1, n["mentions"])
    return {
        "groups": n["groups"],
        "mentions": n["mentions"],
        "covered": share(n["covered"], n["mentions"]),
        "b_cubed": {"p": round(p, DIGITS), "r": round(r, DIGITS), "f1": harmonic(p, r)},
        "links": Rates(right=n["right"], found=n["found"], gold=n["gold"]).told(),
    }


def _taken(group: Group, found: Sequence[Merged]) -> list[str | None]:
    """For each gold mention the event of the claim that covers most of it; the first of equals."""
    by_report: dict[str, list[Merged]] = defaultdict(list)
    for claim in found:
        by_report[claim.report].append(claim)
    taken: list[str | None] = []
    for told in group.told:
        shared = [(_shared(claim.span, told.span), claim.event) for claim in by_report[told.report]]
        width, event = max(shared, key=lambda pair: pair[0], default=(0, ""))
        taken.append(event if width > 0 else None)
    return taken


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _b_cubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """The sums over mentions of precision and of recall."""
    both, golds, founds = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    pairs = list(zip(gold, found, strict=True))
    return sum(both[g, f] / founds[f] for g, f in pairs), sum(both[g, f] / golds[g] for g, f in pairs)


def _links(told: Sequence[Told], found: Sequence[str]) -> Counter[str]:
    n: Counter[str] = Counter()
    for (a, x), (b, y) in combinations(zip(told, found, strict=True), 2):
        if a.report != b.report:
            n["gold"] += a.event == b.event
            n["found"] += x == y
            n["right"] += a.event == b.event and x == y
    return n
