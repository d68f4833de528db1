"""When two tellings tell one happening, or one state of affairs: rules, each giving its reason.

A happening is one when type, place, time and sides agree where both tellings know them, and enough is known. Nothing
here knows a report; what a rule needs stands in the two tellings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from situate.derive.places import RANK, related
from situate.derive.telling import DAY, SEASON, WEEK, Telling

STATES = frozenset({"control", "besiege", "deprivation"})
ONCE = frozenset(
    {"capture", "handover", "withdraw", "siege_end", "cut_route", "open_route", "surrender", "ceasefire", "agreement"}
)  # what a place sees once in a season: a month is date enough
PLAN_DAYS = 31  # a plan without a date is for the weeks after it was told
NEWS_DAYS = 7  # what has no date at all was of the days when it was told


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two tellings agree (more is better), and why they are one, in words."""

    score: int
    reason: str
    exact_place: bool = True


def same_happening(kind: str, a: Telling, b: Telling) -> Agreement | None:
    """Whether two tellings of one type tell one happening; ``None`` when they do not, or too little is known."""
    if a.polarity != b.polarity or not _modalities_agree(a, b):
        return None
    sides = _sides(a, b, kind in STATES)
    where = _place(a, b, kind in STATES) if sides is not None else None
    if sides is None or where is None:
        return None
    if kind in STATES:
        return Agreement(sides + where, f"one state: {_name(a, b)}", where >= SAME)
    when = _time(kind, a, b)
    if when is None or _told_apart(a, b) or (where == UNPLACED and not _one_day(a, b)):
        return None
    reason = f"same type, {_name(a, b)}, and time ({a.times[0]} / {b.times[0]})"
    return Agreement(sides + where + when, reason, where >= SAME)


def _name(a: Telling, b: Telling) -> str:
    place = a.place or b.place
    return place.name if place is not None else "one province"


def _modalities_agree(a: Telling, b: Telling) -> bool:
    """Plans and rumours belong to what happened; an attempt that came to nothing does not."""
    return a.modality == b.modality or "attempted" not in (a.modality, b.modality)


def _sides(a: Telling, b: Telling, state: bool) -> int | None:
    """How well the sides agree; ``None`` when both name them and they are others."""
    score = 0
    for left, right in ((a.actors, b.actors), (a.targets, b.targets)):
        if left and right:
            if not left & right and not (state and left is a.targets):
                return None
            score += 2 * bool(left & right)
    return score


SAME, PART, REGION, UNPLACED = 8, 6, 2, 1


def _place(a: Telling, b: Telling, state: bool) -> int | None:
    """How well the places agree: one spot, part and whole or within the radius, a place in its region, unknown."""
    if a.place is None or b.place is None:
        return UNPLACED if not state and a.provinces & b.provinces else None
    if a.place.id == b.place.id:
        return SAME
    if not related(a.place, b.place):
        return None
    wide = max(RANK[a.place.precision], RANK[b.place.precision]) >= RANK["district"]
    if state and wide:
        return None
    return REGION if wide else PART


SAME_DAY = 4


def _time(kind: str, a: Telling, b: Telling) -> int | None:
    """How well the times agree: equal, within a day, one within the other; ``None`` when they do not or say nothing."""
    if not (a.dated and b.dated):
        return _undated(a, b)
    if (a.first, a.last) == (b.first, b.last):
        return SAME_DAY
    if max(a.width, b.width) > SEASON:
        return 2 if a.first == b.first and a.first > 0 and min(a.width, b.width) > SEASON else None
    slack = 0 if a.report == b.report else 1
    if a.first - slack > b.last or b.first - slack > a.last:
        return None
    if max(a.width, b.width) <= DAY:
        meet = a.first <= b.last and b.first <= a.last
        return 3 if meet or _a_day_off(kind, a, b) else None
    weeks = min(a.width, b.width) > DAY and max(a.width, b.width) <= WEEK
    return 1 if kind in ONCE or weeks else None


def _a_day_off(kind: str, a: Telling, b: Telling) -> bool:
    """Whether days that differ by one can be the same: the place sees it once, a date is assumed, figures are equal."""
    return kind in ONCE or a.assumed or b.assumed or bool(a.tolls & b.tolls)


def _undated(a: Telling, b: Telling) -> int | None:
    if a.published is None or b.published is None:
        return SAME_DAY if a.report == b.report and not (a.dated or b.dated) else None
    if not (a.dated or b.dated):
        return SAME_DAY if abs(a.published - b.published) <= NEWS_DAYS else None
    told, happened = (a, b) if b.dated else (b, a)
    if told.modality not in {"planned", "possible"} or happened.width > SEASON or told.published is None:
        return None
    return 1 if told.published - DAY <= happened.last and happened.first <= told.published + PLAN_DAYS else None


def _one_day(a: Telling, b: Telling) -> bool:
    """Enough to make up for a place that is not known: one day, or nothing but one report."""
    if a.dated and b.dated:
        return (a.first, a.last) == (b.first, b.last) and a.width <= DAY
    return a.report == b.report


def _told_apart(a: Telling, b: Telling) -> bool:
    """Different parts of the day; and in one report other figures, or other names of what was hit."""
    if a.part_of_day and b.part_of_day and a.part_of_day != b.part_of_day:
        return True
    return a.report == b.report and apart_in_report(a, (b,))


def apart_in_report(a: Telling, others: Iterable[Telling]) -> bool:
    """Whether one report gives other figures for any of ``others`` than for ``a``, or other names of what was hit."""
    return any(_others(a.named, b.named) or _other_tolls(a, b) for b in others)


def _others(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _other_tolls(a: Telling, b: Telling) -> bool:
    fields = {name for name, _ in a.tolls} & {name for name, _ in b.tolls}
    return any({t for t in a.tolls if t[0] == f}.isdisjoint(t for t in b.tolls if t[0] == f) for f in fields)
