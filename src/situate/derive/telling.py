"""Tellings: what of a claim decides whether it tells the same happening as another.

Claims of one report that the reader already took for one happening (``same_as``) are one telling.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from situate.derive.interest import rules, sides
from situate.derive.places import RANK, claim_place
from situate.derive.timeline import moment
from situate.model.claim import Claim, Role
from situate.model.interval import OPEN, first_day
from situate.model.place import Place
from situate.model.publication import Publication

DAY, WEEK, SEASON = 1, 7, 62  # widths in days, give or take one
UNBOUNDED = 1 << 22  # days: more than the calendar has
_PARTS_OF_DAY = ("morning", "noon", "afternoon", "evening", "night", "dawn")
_NAME = re.compile(r"[^\W\d_][\w’'-]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """``first`` and ``last`` are ordinals of days, 0 and ``UNBOUNDED`` where unknown; actors and targets are sides.

    ``assumed``: the report gives no time, its news is taken to be of the day.
    """

    claims: tuple[str, ...]
    report: str
    start: int
    published: int | None
    polarity: str
    modality: str
    place: Place | None
    provinces: frozenset[str]
    first: int
    last: int
    times: tuple[str | None, str | None]
    assumed: bool
    part_of_day: str
    actors: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    tolls: frozenset[tuple[str, float]]

    @property
    def width(self) -> int:
        """Days between the first and the last that it can mean."""
        return self.last - self.first

    @property
    def dated(self) -> bool:
        """Whether at least one bound is known."""
        return self.first > 0 or self.last < UNBOUNDED

    @property
    def order(self) -> tuple[object, ...]:
        """What is told most exactly comes first, so that vaguer tellings find it; the same for every order of input."""
        return (
            self.modality != "actual",
            self.width > DAY,
            self.width > WEEK,
            self.width > SEASON,
            self.assumed,
            RANK[self.place.precision] if self.place else len(RANK),
            -bool(self.actors) - bool(self.targets),
            self.published or UNBOUNDED,
            self.report,
            self.start,
            self.claims,
        )


def tellings(
    claims: Sequence[Claim], publications: Mapping[str, Publication], provinces: Mapping[str, frozenset[str]]
) -> list[Telling]:
    """The tellings of claims of one type, the most exact first."""
    made = [_telling(group, publications[group[0].report], provinces) for group in _retold(claims)]
    return sorted(made, key=lambda telling: telling.order)


def provinces_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """For each report, the province that most of its claims are in (all of them when several lead)."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        place = claim_place(claim)
        if place is not None and place.admin1:
            counted[claim.report][place.admin1] += 1
    return {
        report: frozenset(p for p, n in found.items() if n == max(found.values())) for report, found in counted.items()
    }


def _retold(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims with those that tell them again, the first of a report leading."""
    by_id = {claim.id: claim for claim in claims}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.report, c.trigger.span.start, c.id)):
        groups[_leader(claim, by_id)].append(claim)
    return list(groups.values())


def _leader(claim: Claim, by_id: Mapping[str, Claim]) -> str:
    seen: set[str] = set()
    while claim.id not in seen:
        seen.add(claim.id)
        other = by_id.get(claim.same_as or "")
        if other is None or other.polarity != claim.polarity:
            return claim.id
        claim = other
    return min(seen)


def _telling(claims: Sequence[Claim], publication: Publication, provinces: Mapping[str, frozenset[str]]) -> Telling:
    lead = claims[0]
    places = [place for claim in claims if (place := claim_place(claim)) is not None]
    place = min(places, key=lambda p: (RANK[p.precision], p.id), default=None)
    dated = min(claims, key=lambda c: (not c.interval.known, moment(c.interval).width, c.interval.basis, c.id))
    first, last = _days(dated)
    roles = [role for claim in claims for role in claim.roles]
    return Telling(
        claims=tuple(claim.id for claim in claims),
        report=lead.report,
        start=lead.trigger.span.start,
        published=first_day(publication.published).toordinal() if publication.published else None,
        polarity=lead.polarity,
        modality=min((claim.modality for claim in claims), key=("actual", "attempted", "planned", "possible").index),
        place=place,
        provinces=frozenset((place.admin1,)) if place and place.admin1 else provinces.get(lead.report, frozenset()),
        first=first,
        last=last,
        times=(dated.interval.earliest, dated.interval.latest),
        assumed=dated.interval.basis == "publication",
        part_of_day=next((part for claim in claims if (part := part_of_day(claim))), ""),
        actors=frozenset().union(*(sides(claim, "actor") for claim in claims)),
        targets=frozenset().union(*(sides(claim, "target") for claim in claims)),
        named=_named(roles),
        tolls=_tolls(roles),
    )


def _days(claim: Claim) -> tuple[int, int]:
    window = moment(claim.interval)
    known = claim.interval.latest not in (None, OPEN)
    return (
        window.first.toordinal() if claim.interval.earliest else 0,
        window.last.toordinal() if known else UNBOUNDED,
    )


def part_of_day(claim: Claim) -> str:
    """The part of the day that a claim's times name, "" for none."""
    words = " ".join(role.evidence.quote.casefold() for role in claim.fillers("time"))
    return next((w for w in _PARTS_OF_DAY if w in words), "")


def _named(roles: Iterable[Role]) -> frozenset[str]:
    """The words that tell a place or a target from others of its kind."""
    quotes = [role.evidence.quote for role in roles if role.role in {"place", "target"} and role.actor is None]
    found = {word.casefold() for quote in quotes for word in _NAME.findall(quote)}
    return frozenset(found.difference(rules()["plain"]))


def _tolls(roles: Iterable[Role]) -> frozenset[tuple[str, float]]:
    return frozenset(
        (role.role, value)
        for role in roles
        if role.role in {"killed", "wounded", "affected"} and role.quantity is not None
        if (value := role.quantity.best or role.quantity.low) is not None
    )
