"""Groups of tellings, one a happening: those that agree best come together first, as long as few speak against it.

A pair of tellings with places that does not agree, and one without that cannot be one, speaks against every union that
would put it together; more than three in ten such pairs forbid it. So no telling ties two happenings together that
others tell apart, nothing chains from day to day or from village to village, and one slip of the reader does not split
an event. Two that only a loose date keeps from being one ("two weeks earlier") speak neither for nor against. Tellings
are compared only where they meet (``meeting``).
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence

from situate.derive.claims.telling import STATES, WEEK, Telling
from situate.derive.events.alike import (
    NEWS_DAYS,
    ONCE,
    contradict,
    denies,
    elsewhere,
    reason,
    same_happening,
    takes_back,
    undecided,
)
from situate.derive.events.loosely import WHY, loose_pairs, loosely
from situate.derive.events.meeting import Meeting, sought, stands_under
from situate.derive.places import neighbours

_AGAINST = 0.3  # the share of pairs between two groups that may speak against their being one
_FAR = 1 << 30  # further apart than any two words of one report
Link = tuple[str, str, str]


@dataclasses.dataclass(slots=True)
class Group:
    """Tellings of one happening; links explain them; ``denials`` are tellings that say it did not happen.

    ``beside`` are groups that it was weighed against and kept apart from, by their numbers.
    """

    tellings: list[Telling]
    links: list[Link]
    denials: list[Telling] = dataclasses.field(default_factory=list)
    beside: set[int] = dataclasses.field(default_factory=set)

    @property
    def denied_by(self) -> list[str]:
        """The ids of the claims that deny it."""
        return [claim for telling in self.denials for claim in telling.claims]

    @property
    def claims(self) -> list[str]:
        """The ids of all claims that tell it."""
        return [claim for telling in self.tellings for claim in telling.claims]


def grouped(kind: str, ordered: Sequence[Telling]) -> list[Group]:
    """The groups of tellings of one type that come in their :attr:`Telling.order`.

    What one telling says did not happen may be what others tell: such groups know by which claims they are denied.
    """
    index = Meeting(kind, ordered)
    union = _Union(ordered)
    links: list[tuple[int, Link]] = []
    agreed = sorted(_pairs(kind, index, union))
    for _, _, low, high, why in agreed:
        if union.join(low, high):
            links.append((low, _link(ordered[low], ordered[high], why)))
    groups = {leader: Group([ordered[i] for i in members], []) for leader, members in union.members.items()}
    for low, link in links:
        groups[union.leader[low]].links.append(link)
    for group in groups.values():
        group.links += [link for telling in group.tellings for link in _alike(kind, telling)]
    weighed = [(low, high) for _, _, low, high, _ in agreed]
    weighed += _fold_loose(kind, groups, union, index)
    weighed += _fold_corrections(kind, groups, union, index)
    if kind == "besiege":
        _note_denials(kind, groups, union, index)
    elif kind not in STATES:  # a state that is denied has ended
        weighed += _fold_denials(kind, groups, union, index)
    return _side_by_side(groups, union, weighed)


def _side_by_side(groups: Mapping[int, Group], union: _Union, weighed: Iterable[tuple[int, int]]) -> list[Group]:
    """All groups, those that are beside each other told so."""
    numbers = {leader: number for number, leader in enumerate(groups)}
    for low, high in weighed:
        a, b = numbers[union.leader[low]], numbers[union.leader[high]]
        if a != b:
            groups[union.leader[low]].beside.add(b)
            groups[union.leader[high]].beside.add(a)
    return list(groups.values())


def _pairs(kind: str, index: Meeting, union: _Union) -> Iterator[tuple[int, int, int, int, str]]:
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
            elif (other.vague or telling.vague) and (contradict(kind, other, telling) or elsewhere(other, telling)):
                union.disagree(low, high)
            elif undecided(kind, other, telling):
                union.leave_open(low, high)
        index.add(high, telling)


def _distance(a: Telling, b: Telling) -> int:
    if len(a.reports) != 1 or a.reports != b.reports:
        return _FAR
    (report,) = a.reports
    return abs(a.starts[report] - b.starts[report])


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
    """Weights of the pairs between two groups: that agree; without a vague place, of these and of those that are left
    open; that speak against.

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

    def leave_open(self, low: int, high: int) -> None:
        """Two tellings can be one or two (before any are joined)."""
        self._count(low, high, _Between(sharp=self.sharp[low] * self.sharp[high]))

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


def _fold_loose(kind: str, groups: dict[int, Group], union: _Union, index: Meeting) -> list[tuple[int, int]]:
    """Put what is told of no day into the group of the one happening of a day that fits it, where one alone does.

    Pairs of tellings of which one could be the other, told more exactly.
    """
    weighed: list[tuple[int, int]] = []
    for leader in list(groups) if kind not in STATES else ():
        fits = list(loose_pairs(kind, union.members[leader], index))
        weighed += fits
        into = {union.leader[other] for _, other in fits}
        if len(into) != 1 or leader in into or any(map(_of_a_day, groups[leader].tellings)):
            continue
        loose, found = min(fits, key=lambda pair: (pair[1], pair[0]))
        _put_into(into.pop(), leader, groups, union, _link(index.ordered[found], index.ordered[loose], WHY))
    return weighed


def _of_a_day(telling: Telling) -> bool:
    return telling.profile.dated and telling.profile.width <= WEEK


def _put_into(into: int, leader: int, groups: dict[int, Group], union: _Union, link: Link) -> None:
    """Let one group take another up, for the reason of the link."""
    told, added = groups[into], groups.pop(leader)
    told.tellings += added.tellings
    told.links += [*added.links, link]
    own = union.members.pop(leader)
    union.members[into] += own
    for member in own:
        union.leader[member] = into


def _fold_corrections(kind: str, groups: dict[int, Group], union: _Union, index: Meeting) -> list[tuple[int, int]]:
    """Put what a report tells only to take it back into the group of what it takes back, whenever it says that was.

    Pairs of tellings of which one takes the other back.
    """
    weighed = []
    for leader in [one for one, group in groups.items() if _is_correction(group)]:
        own = set(union.members[leader])
        meant = [
            (telling, other)
            for telling in filter(_only_corrects, groups[leader].tellings)
            for other in index.near(telling)
            if other not in own and takes_back(kind, telling, index.ordered[other])
        ]
        weighed += [(leader, other) for _, other in meant]
        if meant:
            correcting, found = min(meant, key=lambda pair: pair[1])
            link = _link(index.ordered[found], correcting, "a report takes the other back")
            _put_into(union.leader[found], leader, groups, union, link)
    return weighed


def _is_correction(group: Group) -> bool:
    """Whether all that a group tells as done is told only to take it back; "if the town fell" tells no deed."""
    done = [telling for telling in group.tellings if telling.profile.modality == "actual"]
    return bool(done) and all(map(_only_corrects, done))


def _only_corrects(telling: Telling) -> bool:
    return bool(telling.profile.corrects) and telling.profile.corrects.isdisjoint(telling.reports)


def _fold_denials(kind: str, groups: dict[int, Group], union: _Union, index: Meeting) -> list[tuple[int, int]]:
    """Put what is said not to have happened into the group that says it did, where there is one.

    Pairs of tellings of which one could deny the other.
    """
    weighed = []
    for leader in [leader for leader, group in groups.items() if group.tellings[0].profile.polarity == "negative"]:
        denied = list(_denied(kind, groups[leader], index))
        weighed += [(leader, telling) for _, telling in denied]
        if denied:
            _, found = max(denied, key=lambda one: one[0])
            into, denial = union.leader[found], groups.pop(leader)
            told = groups[into]
            told.denials += denial.tellings
            told.links += [*denial.links, (*sorted((told.tellings[0].claims[0], denial.claims[0])), "it denies it")]  # type: ignore[list-item]
            for member in union.members[leader]:
                union.leader[member] = into
    return weighed


def _note_denials(kind: str, groups: dict[int, Group], union: _Union, index: Meeting) -> None:
    """Tell a siege what speaks against it in its own report; a denial by another report says that it has ended."""
    negative = [leader for leader, group in groups.items() if group.tellings[0].profile.polarity == "negative"]
    for leader in negative:
        denial = groups[leader]
        against = {union.leader[other] for _, other in _denied(kind, denial, index)}
        for told in sorted(against - {leader}):
            reports = {report for telling in groups[told].tellings for report in telling.reports}
            groups[told].denials += [one for one in denial.tellings if not one.reports.isdisjoint(reports)]


def _denied(kind: str, group: Group, index: Meeting) -> Iterator[tuple[int, int]]:
    """The tellings that a denial would agree with if it did not deny, with how well.

    Of what a place sees once in a season, a denial that has but the day of its report can be of the days before it.
    """
    for telling in group.tellings:
        profile = dataclasses.replace(telling.profile, polarity="positive", modality="actual", tolls=frozenset())
        if profile.assumed and kind in ONCE:
            profile = dataclasses.replace(profile, first=profile.first - NEWS_DAYS)
        would = dataclasses.replace(telling, profile=profile)
        for other in index.near(would):
            told = index.ordered[other]
            if told.profile.polarity == "positive":
                agreement = same_happening(kind, told, would)
                if agreement is not None and denies(kind, telling, told):
                    yield agreement.score, other


def partners(kind: str, told: Sequence[Telling], claims: Container[str]) -> Iterator[Telling]:
    """The tellings of some claims, and those of other reports that agree with them."""
    touched = [telling for telling in told if any(claim in claims for claim in telling.claims)]
    standing: dict[Hashable, list[Telling]] = defaultdict(list)
    for telling in told if touched else ():
        for key in stands_under(kind, telling):
            standing[key].append(telling)
    places = [{t.profile.place for t in some if t.profile.place is not None} for some in (touched, told)]
    related = neighbours(*places)
    for telling in touched:
        place = telling.profile.place
        keys = sought(kind, telling, related[place] if place is not None else ())
        near = {other.claims[0]: other for key in keys for other in standing.get(key, ())}
        for other in near.values():
            low, high = sorted((telling, other), key=lambda one: one.order)
            loose = loosely(kind, telling, other) or loosely(kind, other, telling)
            if loose or same_happening(kind, low, high) is not None:
                yield other
        yield telling
