"""Groups of tellings, one a happening: each telling joins the group that it agrees with best, or opens its own.

The most exact tellings come first and open groups; later ones are compared with what opened a group and all that it
has learned of the sides, not with every member. So a telling cannot tie two happenings together that others tell apart,
nothing chains from day to day or from village to village, and the cost grows with the number of tellings. Groups are
found by place and time; which places can be one is worked out once for each place, not for each telling.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from situate.derive.alike import ONCE, PLAN_DAYS, STATES, Agreement, apart_in_report, same_happening
from situate.derive.places import neighbours
from situate.derive.telling import DAY, SEASON, WEEK, Telling

_MONTH = 32  # days of a stretch of the index
Link = tuple[str, str, str]


@dataclasses.dataclass(slots=True)
class Group:
    """Tellings of one happening: ``core`` is the first with the sides that all of them name; links explain them."""

    core: Telling
    claims: list[str]
    links: list[Link]
    by_report: dict[str, list[Telling]]
    denied_by: list[str] = dataclasses.field(default_factory=list)


def grouped(kind: str, ordered: Sequence[Telling]) -> list[Group]:
    """The groups of tellings of one type that come in their :attr:`Telling.order`.

    What one telling says did not happen may be what others tell: such groups know by which claims they are denied.
    """
    index = _Index(kind, ordered)
    groups: list[Group] = []
    for telling in ordered:
        found = _best(kind, telling, index.near(telling))
        if found is None:
            group = Group(telling, list(telling.claims), _retold(telling), {telling.report: [telling]})
            groups.append(group)
            index.add(group)
        else:
            _join(*found, telling)
    if kind not in STATES:  # a state that is denied has ended
        for group in groups:
            _deny(kind, group, index)
    return groups


def _deny(kind: str, group: Group, index: _Index) -> None:
    """Tell the group that this one denies, if it is a denial, by which claims."""
    if group.core.polarity == "positive":
        return
    told = dataclasses.replace(group.core, polarity="positive", modality="actual", tolls=frozenset())
    found = _best(kind, told, (g for g in index.near(told) if g.core.report != told.report))
    if found is not None and found[0].core.modality == "actual":
        found[0].denied_by += group.claims


def _retold(telling: Telling) -> list[Link]:
    first, *others = telling.claims
    return [(*sorted((first, other)), "the report tells it again") for other in others]  # type: ignore[misc]


def _best(kind: str, telling: Telling, near: Iterator[Group]) -> tuple[Group, str] | None:
    """The group that a telling belongs to, with the reason; none when it could as well be another one."""
    best: tuple[Agreement, Group] | None = None
    rival = False
    for group in near:
        agreement = same_happening(kind, group.core, telling)
        if agreement is None or apart_in_report(telling, group.by_report.get(telling.report, ())):
            continue
        if best is None or agreement.score > best[0].score:
            best, rival = (agreement, group), False
        elif agreement.score == best[0].score:
            rival = True
    if best is None or (rival and not best[0].exact_place and kind not in STATES):
        return None
    return best[1], best[0].reason


def _join(group: Group, reason: str, telling: Telling) -> None:
    group.links += [(*sorted((group.core.claims[0], telling.claims[0])), reason), *_retold(telling)]  # type: ignore[list-item]
    group.claims += telling.claims
    group.by_report.setdefault(telling.report, []).append(telling)
    if not (telling.actors <= group.core.actors and telling.targets <= group.core.targets):
        group.core = dataclasses.replace(
            group.core,
            actors=group.core.actors | telling.actors,
            targets=group.core.targets | telling.targets,
        )


class _Index:
    """Groups by place and time; ``near`` gives every group that a telling could join, each once, oldest first."""

    def __init__(self, kind: str, ordered: Sequence[Telling]) -> None:
        self.kind = kind
        self.related = neighbours({t.place for t in ordered if t.place is not None})
        self.groups: dict[tuple[Hashable, Hashable], list[tuple[int, Group]]] = defaultdict(list)
        self.size = 0

    def add(self, group: Group) -> None:
        for where in self._at(group.core):
            for when in _times(self.kind, group.core):
                self.groups[where, when].append((self.size, group))
        self.size += 1

    def near(self, telling: Telling) -> Iterator[Group]:
        found: dict[int, Group] = {}
        whens = _wanted(self.kind, telling)
        for where in self._around(telling):
            for when in whens:
                found.update(self.groups.get((where, when), ()))
        return (found[number] for number in sorted(found))

    def _at(self, telling: Telling) -> Iterator[Hashable]:
        if telling.place is not None:
            yield telling.place
        for province in telling.provinces:
            yield telling.place is None, province

    def _around(self, telling: Telling) -> Iterator[Hashable]:
        if telling.place is not None:
            yield from self.related[telling.place]
        for province in telling.provinces:
            yield True, province
            if telling.place is None:
                yield False, province


def _times(kind: str, telling: Telling) -> list[Hashable]:
    """The keys of time under which what opens a group stands."""
    if kind in STATES:
        return [""]
    if not telling.dated:
        return [_undated(telling, 0)]
    exact: list[Hashable] = [(telling.first, telling.last)]
    if telling.width > SEASON:
        return [*exact, ("since", telling.first)]
    days = range(telling.first, telling.last + 1) if telling.width <= WEEK else ()
    return [*exact, *days, *_months(telling.first, telling.last)]


def _wanted(kind: str, telling: Telling) -> list[Hashable]:
    """The keys of time under which groups stand that a telling could join."""
    if kind in STATES:
        return [""]
    if not telling.dated:
        return [_undated(telling, step) for step in (-1, 0, 1)] + _planned(telling)
    exact: list[Hashable] = [(telling.first, telling.last)]
    if telling.width > SEASON:
        return [*exact, ("since", telling.first)] if telling.first else exact
    if telling.width <= DAY and kind not in ONCE:
        return [*exact, *range(telling.first - 1, telling.last + 2)]
    return [*exact, *_months(telling.first - 1, telling.last + 1)]


def _months(first: int, last: int) -> list[Hashable]:
    return [("month", month) for month in range(first // _MONTH, last // _MONTH + 1)]


def _undated(telling: Telling, step: int) -> Hashable:
    if telling.published is None:
        return "undated", telling.report
    return "told", telling.published // WEEK + step


def _planned(telling: Telling) -> list[Hashable]:
    if telling.modality not in {"planned", "possible"} or telling.published is None:
        return []
    return _months(telling.published - 1, telling.published + PLAN_DAYS)
