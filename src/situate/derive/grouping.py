"""Groups of tellings, one a happening: those that agree best come together first, as long as few speak against it.

A pair of tellings with places that does not agree, and one without that cannot be one, speaks against every union that
would put it together; more than three in ten such pairs forbid it. So no telling ties two happenings together that
others tell apart, nothing chains from day to day or from village to village, and one slip of the reader does not split
an event. Tellings are compared only where they meet, by place and time; which places can be one is worked out once for
each place, not for each telling.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from situate.derive.alike import NEWS_DAYS, ONCE, PLAN_DAYS, RARE, contradict, reason, same_happening
from situate.derive.places import neighbours
from situate.derive.telling import DAY, SEASON, STATES, WEEK, Telling, keys_of_report

_MONTH = 32  # days of a stretch of the index
_AGAINST = 0.3  # the share of pairs between two groups that may speak against their being one
_FAR = 1 << 30  # further apart than any two words of one report
Link = tuple[str, str, str]


@dataclasses.dataclass(slots=True)
class Group:
    """Tellings of one happening; links explain them; ``denied_by`` are claims that say it did not happen."""

    tellings: list[Telling]
    links: list[Link]
    denied_by: list[str] = dataclasses.field(default_factory=list)

    @property
    def claims(self) -> list[str]:
        """The ids of all claims that tell it."""
        return [claim for telling in self.tellings for claim in telling.claims]


def grouped(kind: str, ordered: Sequence[Telling]) -> list[Group]:
    """The groups of tellings of one type that come in their :attr:`Telling.order`.

    What one telling says did not happen may be what others tell: such groups know by which claims they are denied.
    """
    index = _Index(kind, ordered)
    union = _Union(ordered)
    links: list[tuple[int, Link]] = []
    for _, _, low, high, why in sorted(_pairs(kind, index, union)):
        if union.join(low, high):
            links.append((low, _link(ordered[low], ordered[high], why)))
    groups = {leader: Group([ordered[i] for i in members], []) for leader, members in union.members.items()}
    for low, link in links:
        groups[union.leader[low]].links.append(link)
    for group in groups.values():
        group.links += [link for telling in group.tellings for link in _alike(kind, telling)]
    if kind not in STATES:  # a state that is denied has ended
        _fold_denials(kind, groups, union, index)
    return list(groups.values())


def _pairs(kind: str, index: _Index, union: _Union) -> Iterator[tuple[int, int, int, int, str]]:
    """Tellings that agree, with what orders them: the better, and in one report the nearer, come first.

    The union hears of every pair that was compared.
    """
    for high, telling in enumerate(index.ordered):
        for low in index.near(telling):
            other = index.ordered[low]
            agreement = same_happening(kind, other, telling)
            if agreement is not None:
                union.agree(low, high)
                yield -agreement.score, _distance(other, telling), low, high, agreement.reason
            elif (other.vague or telling.vague) and contradict(kind, other, telling):
                union.disagree(low, high)
        index.add(high, telling)


def _distance(a: Telling, b: Telling) -> int:
    return abs(a.start - b.start) if len(a.reports) == 1 and a.reports == b.reports else _FAR


def _link(a: Telling, b: Telling, why: str) -> Link:
    low, high = sorted((a.claims[0], b.claims[0]))
    return low, high, why


def _alike(kind: str, telling: Telling) -> list[Link]:
    """The links of claims that say just the same."""
    why = reason(kind, telling.profile, telling.profile)
    first, *others = telling.claims
    return [(*sorted((first, other)), why) for other in others]  # type: ignore[misc]


@dataclasses.dataclass(slots=True)
class _Between:
    """Weights of the pairs between two groups: that agree; of these, without a vague place; that speak against.

    Pairs without a vague place that do not agree need no count: they are all the rest.
    """

    agree: int = 0
    sharp: int = 0
    against: int = 0

    def add(self, other: _Between) -> None:
        self.agree, self.sharp, self.against = (
            self.agree + other.agree, self.sharp + other.sharp, self.against + other.against,
        )  # fmt: skip


class _Union:
    """Groups that grow: members by their leader, weights (in claims), and what the pairs between groups say."""

    def __init__(self, ordered: Sequence[Telling]) -> None:
        self.leader = list(range(len(ordered)))
        self.members = {i: [i] for i in self.leader}
        self.weight = [len(telling.claims) for telling in ordered]
        self.sharp = [0 if telling.vague else len(telling.claims) for telling in ordered]
        self.between: dict[int, dict[int, _Between]] = {i: {} for i in self.leader}

    def agree(self, low: int, high: int) -> None:
        """Two tellings agree (before any are joined)."""
        self._count(low, high, _Between(self.weight[low] * self.weight[high], self.sharp[low] * self.sharp[high]))

    def disagree(self, low: int, high: int) -> None:
        """Two tellings of which one has no place cannot be one (before any are joined)."""
        self._count(low, high, _Between(against=self.weight[low] * self.weight[high]))

    def _count(self, low: int, high: int, said: _Between) -> None:
        self.between[low][high] = self.between[high][low] = said

    def join(self, low: int, high: int) -> bool:
        """Put the groups of two tellings together, unless they are in one or too many pairs speak against it."""
        a, b = self.leader[low], self.leader[high]
        if a == b:
            return False
        said = self.between[a].get(b, _Between())
        against = self.sharp[a] * self.sharp[b] - said.sharp + said.against
        if against > _AGAINST * (said.agree + against):
            return False
        self._merge(*((a, b) if len(self.members[a]) >= len(self.members[b]) else (b, a)))
        return True

    def _merge(self, a: int, b: int) -> None:
        for member in self.members[b]:
            self.leader[member] = a
        self.members[a] += self.members.pop(b)
        self.weight[a] += self.weight[b]
        self.sharp[a] += self.sharp[b]
        for other, said in self.between.pop(b).items():
            del self.between[other][b]
            if other != a and other in self.between[a]:
                self.between[a][other].add(said)
            elif other != a:
                self.between[a][other] = self.between[other][a] = said


def _fold_denials(kind: str, groups: dict[int, Group], union: _Union, index: _Index) -> None:
    """Put what is said not to have happened into the group that says it did, where there is one."""
    for leader in [leader for leader, group in groups.items() if group.tellings[0].profile.polarity == "negative"]:
        found = _denied(kind, groups[leader], index)
        if found is not None:
            told, denial = groups[union.leader[found]], groups.pop(leader)
            told.denied_by += denial.claims
            told.links += [*denial.links, (*sorted((told.tellings[0].claims[0], denial.claims[0])), "it denies it")]  # type: ignore[list-item]


def _denied(kind: str, group: Group, index: _Index) -> int | None:
    """The telling that a denial would agree with best if it did not deny."""
    best: tuple[int, int] | None = None
    for telling in group.tellings:
        profile = dataclasses.replace(telling.profile, polarity="positive", modality="actual", tolls=frozenset())
        would = dataclasses.replace(telling, profile=profile)
        for other in index.near(would):
            told = index.ordered[other]
            if told.profile.polarity == "positive":
                agreement = same_happening(kind, told, would)
                if agreement is not None and (best is None or agreement.score > best[0]):
                    best = agreement.score, other
    return best[1] if best is not None else None


class _Index:
    """Tellings by place and time; ``near`` gives every one that another could agree with, each once, in order."""

    def __init__(self, kind: str, ordered: Sequence[Telling]) -> None:
        self.kind, self.ordered = kind, ordered
        self.related = neighbours({t.profile.place for t in ordered if t.profile.place is not None})
        self.found: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, number: int, telling: Telling) -> None:
        for key in (*keys_of_report(telling), *self._under(telling)):
            self.found[key].append(number)

    def near(self, telling: Telling) -> list[int]:
        keys = (*keys_of_report(telling), *self._wanted(telling))
        return sorted({number for key in keys for number in self.found.get(key, ())})

    def _under(self, telling: Telling) -> Iterator[Hashable]:
        """The keys under which a telling stands: its place, and for happenings its province, each with its times."""
        told = telling.profile
        if told.place is not None:
            yield from ((told.place, when) for when in _times(self.kind, telling))
        for when in _days(self.kind, telling, 0):
            yield from ((sort, where, when) for sort in (telling.vague, *told.named) for where in _areas(telling))

    def _wanted(self, telling: Telling) -> Iterator[Hashable]:
        """The keys under which tellings stand that it could agree with."""
        told = telling.profile
        if told.place is not None:
            whens = _wanted_times(self.kind, telling)
            yield from ((other, when) for other in self.related[told.place] for when in whens)
        for when in _days(self.kind, telling, 1):
            for sort in (True, *((False,) if telling.vague else ()), *told.named):
                yield from ((sort, where, when) for where in _areas(telling))


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
        return [*exact, ("since", told.first)] if told.first else exact
    if told.width <= DAY and kind not in ONCE:
        return [*exact, *range(told.first - 1, told.last + 2)]
    return [*exact, *_months(told.first - 1, told.last + 1)]


def _months(first: int, last: int) -> list[Hashable]:
    return [("month", month) for month in range(first // _MONTH, last // _MONTH + 1)]


def _undated(telling: Telling, step: int) -> Hashable:
    published = telling.profile.published
    return None if published is None else ("told", published // WEEK + step)


def _lately(kind: str, telling: Telling) -> list[Hashable]:
    """The days before a telling without a date on which what is seldom seen can have been."""
    published = telling.profile.published
    return [*range(published - NEWS_DAYS, published + 1)] if published is not None and kind in RARE else []


def _planned(telling: Telling) -> list[Hashable]:
    told = telling.profile
    if told.modality not in {"planned", "possible"} or told.published is None:
        return []
    return _months(told.published - 1, told.published + PLAN_DAYS)
