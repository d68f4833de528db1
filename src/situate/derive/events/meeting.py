"""Where tellings meet that could be one: by place and time, so that each is compared with few others.

A telling stands under the keys of its place and times, and looks under those of all that it could agree with; which
places can be one is worked out once for each place. Nothing that could agree is missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from situate.derive.claims.telling import DAY, SEASON, STATES, WEEK, Telling, keys_of_report
from situate.derive.events.alike import AGREED, NEWS_DAYS, ONCE, PLAN_DAYS, RARE
from situate.derive.events.sorts import counts_many
from situate.derive.places import neighbours
from situate.model.place import Place

_MONTH = 32  # days of a stretch of the index


class Meeting:
    """Tellings by place and time; ``near`` gives every one that another could agree with, each once, in order."""

    def __init__(self, kind: str, ordered: Sequence[Telling]) -> None:
        self.kind, self.ordered = kind, ordered
        self.related = neighbours({t.profile.place for t in ordered if t.profile.place is not None})
        self.found: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, number: int, telling: Telling) -> None:
        """Let a telling be found under its number in the order."""
        for key in (*keys_of_report(telling), *stands_under(self.kind, telling)):
            self.found[key].append(number)

    def near(self, telling: Telling) -> list[int]:
        """The numbers of those added that it could agree with."""
        place = telling.profile.place
        keys = (*keys_of_report(telling), *_wanted(self.kind, telling, self.related[place] if place else ()))
        return sorted({number for key in keys for number in self.found.get(key, ())})


def stands_under(kind: str, telling: Telling) -> Iterator[Hashable]:
    """The keys under which a telling stands: its place, and for happenings its province, each with its times."""
    told = telling.profile
    if told.place is not None:
        yield from ((told.place, when) for when in _times(kind, telling))
    for when in _days(kind, telling, 0):
        yield from ((sort, where, when) for sort in (telling.vague, *told.named) for where in _areas(telling))
    yield from _corrections(telling)


def _corrections(telling: Telling) -> Iterator[Hashable]:
    """Under what the tellings of a report that is taken back meet those of the report that takes it back."""
    return (("correction", report) for report in sorted(telling.profile.corrects))


def _wanted(kind: str, telling: Telling, related: Sequence[Place]) -> Iterator[Hashable]:
    """The keys under which tellings stand that it could agree with; ``related``: the places that its place can be."""
    whens = _wanted_times(kind, telling) if related else ()
    yield from ((other, when) for other in related for when in whens)
    yield from _nearby(telling, _days(kind, telling, 1))
    yield from _corrections(telling)


def _nearby(telling: Telling, whens: Iterable[Hashable]) -> Iterator[Hashable]:
    """The keys at some times of tellings in its provinces and countries, where one of the two knows no place."""
    for when in whens:
        for sort in (True, *((False,) if telling.vague else ()), *telling.profile.named):
            yield from ((sort, where, when) for where in _areas(telling))


def sought(kind: str, telling: Telling, related: Sequence[Place]) -> set[Hashable]:
    """The keys under which all tellings stand that could agree with this one, whichever of the two comes first."""
    told = telling.profile
    keys = set(_wanted(kind, telling, related))
    if told.dated and told.width <= SEASON and kind not in STATES:  # what was planned for it, without a date
        later = NEWS_DAYS if kind in RARE | ONCE or counts_many(told) else DAY
        weeks = range((told.first - PLAN_DAYS) // WEEK, (told.last + later) // WEEK + 1)
        keys |= {(other, ("told", week)) for other in related for week in weeks}
        if kind in ONCE:  # and what denies it some days later, by the day of its report
            whens = _months(told.first - NEWS_DAYS, told.last + NEWS_DAYS)
            keys |= {(other, when) for other in related for when in whens}
        if kind in RARE:  # and what is told of it later, without a date
            keys |= set(_nearby(telling, [("told", day) for day in range(told.first, told.last + NEWS_DAYS + 1)]))
            keys |= {(other, month) for other in related for month in _months(told.first, told.last)}  # of that month
    return keys


def _areas(telling: Telling) -> Iterator[Hashable]:
    """Where tellings meet of which one knows no place: its provinces, and its countries."""
    yield from telling.profile.around.provinces
    yield from telling.profile.around.countries


def _days(kind: str, telling: Telling, beside: int) -> list[Hashable]:
    """The times at which a place that is not known can be made up for, and with ``beside`` the days next to them."""
    told = telling.profile
    if kind in STATES:
        return []
    if not told.dated:
        if told.published is None:
            return []
        lately = _lately(kind, telling) if beside else []
        return [*(("told", told.published + step) for step in range(-beside, beside + 1)), *lately]
    days = range(told.first - beside, told.last + 1 + beside) if told.width <= DAY else ()
    return [(told.first, told.last), *days]


def _times(kind: str, telling: Telling) -> list[Hashable]:
    """The keys of time under which a telling stands."""
    told = telling.profile
    if kind in STATES:
        return [""]
    if not told.dated:
        return [_undated(telling, 0)]
    exact: list[Hashable] = [(told.first, told.last)]
    if told.width > SEASON:
        return [*exact, ("since", told.first)]
    days = range(told.first, told.last + 1) if told.width <= WEEK else ()
    return [*exact, *days, *_months(told.first, told.last)]


def _wanted_times(kind: str, telling: Telling) -> list[Hashable]:
    """The keys of time under which tellings stand that it could agree with."""
    told = telling.profile
    if kind in STATES:
        return [""]
    if not told.dated:
        return [_undated(telling, step) for step in (-1, 0, 1)] + _planned(telling) + _lately(kind, telling)
    exact: list[Hashable] = [(told.first, told.last)]
    if told.width > SEASON:
        begun: list[Hashable] = [told.first] if kind in ONCE else []  # "closed since Friday", "closed on Friday"
        return [*exact, ("since", told.first), *begun] if told.first else exact
    if told.width <= DAY and kind not in ONCE:
        return [*exact, *range(told.first - 1, told.last + 2)]
    beside = NEWS_DAYS if kind == AGREED and told.assumed else 1
    return [*exact, *_months(told.first - beside, told.last + beside), ("since", told.first)]


def _months(first: int, last: int) -> list[Hashable]:
    return [("month", month) for month in range(first // _MONTH, last // _MONTH + 1)]


def _undated(telling: Telling, step: int) -> Hashable:
    published = telling.profile.published
    return None if published is None else ("told", published // WEEK + step)


def _lately(kind: str, telling: Telling) -> list[Hashable]:
    """The days before a telling without a date on which what is seldom seen, or counts many, can have been; agreements
    after it too.
    """
    published = telling.profile.published
    later = NEWS_DAYS if kind == AGREED else 0
    lately = kind in RARE | ONCE or counts_many(telling.profile)
    return [*range(published - NEWS_DAYS, published + later + 1)] if published is not None and lately else []


def _planned(telling: Telling) -> list[Hashable]:
    told = telling.profile
    if told.modality not in {"planned", "possible"} or told.published is None:
        return []
    return _months(told.published - 1, told.published + PLAN_DAYS)
