"""Events: claims that tell the same happening, or the same state of affairs, counted once.

Two claims are linked when they have one type and nothing speaks against their being one: place, time and actors agree
where both know them, and enough of them is known. Links are symmetric and do not depend on the order of the claims;
events are the connected groups. Each link keeps its reasons.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from situate.derive.interest import sides
from situate.derive.places import best_place, claim_place, related
from situate.derive.standing import confidence_of, standing_of
from situate.derive.timeline import moment, narrowest
from situate.model.claim import Claim
from situate.model.event import Event, Part
from situate.model.ids import event_id
from situate.model.interval import OPEN, Interval
from situate.model.publication import Publication
from situate.model.quantity import Quantity

STATES = frozenset({"control", "besiege", "deprivation"})
_SLACK_DAYS = 1  # reports of one happening may differ by a day (time zones, night attacks)
_BLOCK = 400  # claims of one block that are compared pairwise with all others; see `_pairs`


def events(claims: Sequence[Claim], publications: Mapping[str, Publication]) -> tuple[Event, ...]:
    """All events of these claims, in order of their ids."""
    by_id = {claim.id: claim for claim in claims}
    why = sorted(_links(claims, by_id))
    groups = _groups(sorted(by_id), why)
    made = [_event([by_id[c] for c in group], publications, why) for group in groups]
    return tuple(sorted(made, key=lambda event: event.id))


def _groups(ids: Sequence[str], links: Iterable[tuple[str, str, str]]) -> list[list[str]]:
    """Connected groups by union-find; the smallest id leads, so the result does not depend on order."""
    leader = {i: i for i in ids}

    def find(i: str) -> str:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for a, b, _ in links:
        low, high = sorted((find(a), find(b)))
        leader[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for i in ids:
        groups[find(i)].append(i)
    return [groups[key] for key in sorted(groups)]


def _links(claims: Sequence[Claim], by_id: Mapping[str, Claim]) -> Iterator[tuple[str, str, str]]:
    for claim in claims:
        other = by_id.get(claim.same_as or "")
        if other is not None and other.type == claim.type:
            yield (*sorted((claim.id, other.id)), "the report tells it again")  # type: ignore[misc]
    for a, b in _pairs(claims):
        reason = same_happening(a, b)
        if reason:
            yield (*sorted((a.id, b.id)), reason)  # type: ignore[misc]


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs worth comparing: one type, one country or one unknown, and for happenings neighbouring months."""
    blocks: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        place = claim_place(claim)
        if place is None and claim.type in STATES:
            continue
        for month in _months(claim):
            blocks[claim.type, month].append(claim)
    for key in sorted(blocks):
        yield from itertools.combinations(blocks[key], 2)


def _months(claim: Claim) -> list[str]:
    """Blocking keys: the months that a happening touches (with a day's slack); one key for states."""
    if claim.type in STATES:
        place = claim_place(claim)
        return [place.country or "" if place else ""]
    window = moment(claim.interval)
    if not claim.interval.known or window.width > 62:
        return [f"undated {claim.report}"]
    keys = {f"{day:%Y-%m}" for day in (window.first, window.last) if day.year > 1}
    return sorted(keys)


def same_happening(a: Claim, b: Claim) -> str:
    """Why two claims of one type tell one happening, or the empty string."""
    if a.type != b.type or a.polarity != b.polarity:
        return ""
    place_a, place_b = claim_place(a), claim_place(b)
    if place_a is None or place_b is None or not related(place_a, place_b):
        return ""
    if _apart(a, b, "actor") or (a.type not in STATES and _apart(a, b, "target")):
        return ""
    if a.type in STATES:
        return (
            f"one state: {place_a.name}"
            if sides(a, "actor") & sides(b, "actor") or not (sides(a, "actor") and sides(b, "actor"))
            else ""
        )
    if _told_apart(a, b) or a.modality != b.modality:
        return ""
    window_a, window_b = moment(a.interval), moment(b.interval)
    if not (a.interval.known and b.interval.known and window_a.meets(window_b, slack=_SLACK_DAYS)):
        return ""
    if max(window_a.width, window_b.width) > 62:
        return ""
    return f"same type, {place_a.name}, and time ({a.interval.earliest} / {b.interval.earliest})"


def _apart(a: Claim, b: Claim, role: str) -> bool:
    left, right = sides(a, role), sides(b, role)
    return bool(left and right and not left & right)


def _told_apart(a: Claim, b: Claim) -> bool:
    """Two claims that one report tells in different words, at different times of day or places, stay two."""
    if a.report != b.report:
        return bool(_part_of_day(a) and _part_of_day(b) and _part_of_day(a) != _part_of_day(b))
    return a.same_as is None and b.same_as is None


def _part_of_day(claim: Claim) -> str:
    words = " ".join(role.evidence.quote.casefold() for role in claim.fillers("time"))
    return next((w for w in ("morning", "noon", "afternoon", "evening", "night", "dawn") if w in words), "")


def _event(claims: list[Claim], publications: Mapping[str, Publication], why: Sequence[tuple[str, str, str]]) -> Event:
    ordered = sorted(claims, key=lambda c: (publications[c.report].published or "9999", c.report, c.trigger.span.start))
    ids = tuple(sorted(c.id for c in claims))
    inside = set(ids)
    place = best_place(ordered)
    actual = [c for c in ordered if c.modality == "actual"] or ordered
    standing = standing_of(ordered, publications)
    return Event(
        id=event_id(ids),
        kind="state" if ordered[0].type in STATES else "happening",
        type=ordered[0].type,
        claims=ids,
        modality=actual[0].modality,
        place=place,
        place_reason=None if place else _reason(ordered),
        interval=_interval(actual),
        actors=_parts(ordered),
        figures=_figures(ordered),
        reports=len({c.report for c in claims}),
        independent_origins=standing.origins,
        standing=standing.word,
        confidence=confidence_of(ordered, standing),
        why=tuple(link for link in why if link[0] in inside and link[1] in inside),
        words=ordered[0].trigger.quote,
    )


def _reason(claims: Sequence[Claim]) -> str:
    reasons = [r.reason for c in claims for r in c.fillers("place", "origin", "destination", "route") if r.reason]
    return reasons[0] if reasons else "not_said"


def _interval(claims: Sequence[Claim]) -> Interval:
    known = [c.interval for c in claims if c.interval.known]
    if not known:
        return claims[0].interval
    window = narrowest([moment(i) for i in known])
    first = next((i for i in known if i.earliest == window.earliest), known[0])
    still = any(i.latest == OPEN for i in known)
    latest = OPEN if still else window.latest or window.earliest
    return Interval(earliest=window.earliest, latest=latest, precision=first.precision, basis=first.basis)


def _parts(claims: Sequence[Claim]) -> tuple[Part, ...]:
    seen: dict[tuple[str, str], Part] = {}
    for claim in claims:
        for role in claim.fillers("actor", "target"):
            if role.actor is not None:
                seen.setdefault((role.role, role.actor.id), Part(role=role.role, actor=role.actor))
    return tuple(seen[key] for key in sorted(seen))


def _figures(claims: Sequence[Claim]) -> tuple[tuple[str, Quantity], ...]:
    """Bounds over all claims: the lowest low, the highest high; ``best`` only where the reports agree on one."""
    result = []
    for name in ("killed", "wounded", "affected", "area"):
        found = [r.quantity for c in claims for r in c.fillers(name) if r.quantity is not None]
        if found:
            result.append((name, _over(found)))
    return tuple(result)


def _over(found: Sequence[Quantity]) -> Quantity:
    """One quantity that covers all of them; an open end ("at least 500") stays open."""
    floors = [v for q in found for v in (q.low, q.best) if v is not None]
    tops = [v for q in found for v in (q.high, q.best, q.low) if v is not None]
    open_above = any(q.high is None for q in found)
    low = min(floors) if floors and all(q.low is not None or q.best is not None for q in found) else None
    bests = {q.best for q in found if q.best is not None}
    return Quantity(
        low=low,
        best=bests.pop() if len(bests) == 1 else None,
        high=None if open_above or not tops else max(tops),
        unit=next((q.unit for q in found if q.unit), None),
        approximate=any(q.approximate for q in found),
    )
