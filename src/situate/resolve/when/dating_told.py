"""The claims of a report as the choice of their times sees them, and what is looked up in them once a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from situate.model.interval import Interval
from situate.resolve.when.dating_options import Bounds, bounds, one_day, to_day
from situate.resolve.when.dating_signs import after_speech
from situate.resolve.when.report_times import ReportTimes
from situate.resolve.when.told_apart import is_told_apart
from situate.resolve.when.turned_to import next_turn, turns
from situate.resolve.when.undated import Claims

_BACK = 40  # claims that one looks back


@dataclass(frozen=True)
class Told:
    """The claims of a report in their order, what each retells (a number), and what the rules say of each."""

    claims: Claims
    retells: Sequence[int | None]
    ruled: Sequence[Interval]
    report: ReportTimes

    @cached_property
    def order(self) -> list[int]:
        """The numbers of the claims as their triggers stand in the text."""
        return sorted(range(len(self.claims)), key=lambda n: self.claims[n].trigger.start)

    @cached_property
    def after(self) -> dict[int, int]:
        """The number of the next claim."""
        return dict(pairwise(self.order))

    @cached_property
    def rank(self) -> dict[int, int]:
        """The place of each claim in that order."""
        return {n: place for place, n in enumerate(self.order)}

    def back_from(self, number: int) -> list[int]:
        """The claims told before one, the nearest first, as far as one looks back, and as far as the news is one."""
        at = self.rank[number]
        before = self.order[max(0, at - _BACK) : at][::-1]
        here, sentence = self.claims[number].trigger.start, self.claims[number].sentence
        anew = self.report.told_anew(here)
        near = (n for n in before if self.claims[n].trigger.start >= anew)
        return [
            n
            for n in near
            if self.claims[n].sentence != sentence or not self.report.told_aside(self.claims[n].trigger.start, here)
        ]

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [s.start for s in self.report.sentences]

    @cached_property
    def positions(self) -> list[int]:
        """Where the expressions of time begin."""
        return [i.timex.start for i in self.report.found]

    @cached_property
    def said(self) -> frozenset[int]:
        """Where the expressions begin that follow a word of speech."""
        return after_speech(self.report)

    @cached_property
    def turns(self) -> list[int]:
        """Where sentences begin that turn to what was before."""
        return turns(self.report)

    def reach(self, number: int) -> int:
        """Where what is told behind a claim may no longer date it: the next turn to what was before, or the end."""
        turn = next_turn(self.turns, self.claims[number].sentence.end)
        return len(self.report.text) + 1 if turn is None else turn

    @cached_property
    def days(self) -> tuple[Interval, Interval] | None:
        """The day that the report names first, and the one that it names most; ``None`` where it names none."""
        days = [to_day(replace(i.interval, basis="relative")) for i in self.report.found if one_day(i, self.report)]
        counts = Counter(map(bounds, days))
        return (days[0], max(days, key=lambda d: counts[bounds(d)])) if days else None

    @cached_property
    def apart(self) -> frozenset[int]:
        """The claims that are told by how long after them something was, where the rules date them so."""
        counted = (n for n, ruled in enumerate(self.ruled) if ruled.basis == "relative" or not ruled.known)
        return frozenset(n for n in counted if is_told_apart(self.claims[n], self.report))

    @cached_property
    def often(self) -> Counter[Bounds]:
        """How many happenings the rules give each interval."""
        return Counter(bounds(r) for c, r in zip(self.claims, self.ruled, strict=True) if c.kind != "state")

    @cached_property
    def main(self) -> tuple[Interval, tuple[int, ...]] | None:
        """The day that the rules give most happenings by words of the text, and those happenings in order."""
        days: dict[Bounds, list[int]] = {}
        for n in self.order:
            ruled = self.ruled[n]
            if self.claims[n].kind != "state" and ruled.told and ruled.one_day:
                days.setdefault(bounds(ruled), []).append(n)
        found = max(days.values(), key=len, default=None)
        return (self.ruled[found[0]], tuple(found)) if found else None
