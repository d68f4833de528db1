"""What happened in a made-up war, day by day: happenings, and the spells that follow from them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Day = dt.date
_WEIGHTS = {
    "airstrike": 4.0, "shelling": 3.0, "clash": 2.5, "deliver_aid": 2.5, "explosion": 1.5, "capture": 2.4,
    "deny_aid": 1.0, "displace": 1.0, "detain": 1.0, "besiege": 1.8, "cut_route": 1.8, "removed": 0.6, "withdraw": 0.3,
}  # fmt: skip
_HARMFUL = frozenset({"airstrike", "shelling", "explosion", "assault"})  # by which somebody always dies
_RATE = 0.28  # happenings a day, beside those that follow from others
_QUIET_DAYS = 30  # a town does not change hands twice in as many days
_TWINS = 0.12  # of air strikes: a second one on the same town and day


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened. ``actor`` and ``target`` are sides; ``planned`` is when a convoy was approved.

    ``hour`` tells two strikes on one town and day apart. ``false``: it was told, and never was.
    """

    id: str
    kind: str
    day: Day
    place: str
    actor: str = ""
    target: str = ""
    killed: int = 0
    wounded: int = 0
    figure: int = 0
    thing: str = ""
    planned: Day | None = None
    hour: str = ""
    twin: str = ""
    false: bool = False


@dataclass(slots=True)
class State:
    """One value of one dimension of one place, while it held; ``start`` is ``None`` where it was so before the war."""

    place: str
    dimension: str
    value: str
    side: str
    start: Day | None
    begun_by: str = ""
    end: Day | None = None
    ended_by: str = ""

    def holds(self, day: Day) -> bool:
        """Whether it held on a day; on that of a change the new state holds."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(slots=True)
class History:
    """All of it."""

    first: Day
    last: Day
    happenings: list[Happening] = field(default_factory=list)
    states: list[State] = field(default_factory=list)

    def state(self, place: str, dimension: str, day: Day) -> State | None:
        """What held at a place on a day."""
        return next((s for s in self.states if (s.place, s.dimension) == (place, dimension) and s.holds(day)), None)


class Course:
    """Lets a war happen; the same words and seed give the same war."""

    def __init__(self, words: Mapping[str, Any], months: int, seed: int) -> None:
        self.words, self.chance = words, random.Random(seed)
        first = Day.fromisoformat(words["starts"])
        self.it = History(first=first, last=first + dt.timedelta(days=int(30.4 * months)))
        self.towns: Sequence[str] = [place["name"] for place in words["places"]]
        self.changed: dict[str, Day] = {}
        for number, town in enumerate(self.towns):
            side = "GGRGRGMGRG"[number % 10]
            self.it.states.append(State(town, "control", "held", side, None))

    def run(self) -> History:
        """The whole war."""
        day = self.it.first
        while day < self.it.last:
            for kind in self._today():
                self._try(kind, day)
            for siege in [s for s in self._running("siege", day) if s.start and (day - s.start).days > 25]:
                if self.chance.random() < 0.02:
                    self._end(siege, "siege_end", day, self._holder(siege.place, day), siege.side)
            for cut in [s for s in self._running("access", day) if s.start and (day - s.start).days > 10]:
                if self.chance.random() < 0.03:
                    self._end(cut, "open_route", day, self._holder(cut.place, day), "")
            day += dt.timedelta(days=1)
        self.it.happenings.sort(key=lambda h: (h.day, h.id))
        return self.it

    def _today(self) -> Iterator[str]:
        if self.chance.random() < _RATE:
            weights = {**_WEIGHTS, **self.words.get("weights", {})}
            yield self.chance.choices(list(weights), list(weights.values()))[0]

    def _running(self, dimension: str, day: Day) -> list[State]:
        return [s for s in self.it.states if s.dimension == dimension and s.holds(day)]

    def _holder(self, place: str, day: Day) -> str:
        state = self.it.state(place, "control", day)
        return state.side if state else ""

    def _enemy(self, side: str) -> str:
        return self.chance.choice([other for other in "GRM" if other != side])

    def _happened(self, kind: str, day: Day, place: str, **more: Any) -> Happening:
        one = Happening(id=f"h{len(self.it.happenings):03}", kind=kind, day=day, place=place, **more)
        self.it.happenings.append(one)
        return one

    def _try(self, kind: str, day: Day) -> None:
        place = self.chance.choice(self.towns)
        holder = self._holder(place, day)
        if not holder:
            return
        makers = {
            "capture": self._capture,
            "withdraw": self._withdraw,
            "besiege": self._besiege,
            "cut_route": self._cut,
        }
        if kind in makers:
            makers[kind](day, place, holder)
        elif kind in {"deliver_aid", "deny_aid", "removed"}:
            self._aid(kind, day, place, holder)
        else:
            self._blow(kind, day, place, holder)

    def _capture(self, day: Day, place: str, holder: str) -> None:
        if (day - self.changed.get(place, self.it.first)).days < _QUIET_DAYS:
            return
        siege = self.it.state(place, "siege", day)
        taker = siege.side if siege else self._enemy(holder)
        one = self._happened("capture", day, place, actor=taker, target=holder)
        self._change(place, taker, one)

    def _change(self, place: str, taker: str, one: Happening) -> None:
        for dimension in ("control", "siege"):
            state = self.it.state(place, dimension, one.day)
            if state:
                state.end, state.ended_by = one.day, one.id
        self.it.states.append(State(place, "control", "held", taker, one.day, one.id))
        self.changed[place] = one.day

    def _withdraw(self, day: Day, place: str, holder: str) -> None:
        if self.it.state(place, "siege", day) or (day - self.changed.get(place, self.it.first)).days < _QUIET_DAYS:
            return
        one = self._happened("withdraw", day, place, actor=holder)
        state = self.it.state(place, "control", day)
        assert state is not None
        state.end, state.ended_by = day, one.id
        taker = self._enemy(holder)
        later = day + dt.timedelta(days=self.chance.randrange(1, 4))
        self._change(place, taker, self._happened("capture", later, place, actor=taker, target=""))

    def _besiege(self, day: Day, place: str, holder: str) -> None:
        before = [s.end for s in self.it.states if (s.place, s.dimension) == (place, "siege") and s.end]
        if self.it.state(place, "siege", day) or any((day - end).days < _QUIET_DAYS for end in before):
            return
        enemy = self._enemy(holder)
        one = self._happened("besiege", day, place, actor=enemy, target=holder)
        self.it.states.append(State(place, "siege", "besieged", enemy, day, one.id))

    def _cut(self, day: Day, place: str, holder: str) -> None:
        if not self.it.state(place, "access", day):
            enemy = self._enemy(holder)
            one = self._happened("cut_route", day, place, actor=enemy)
            self.it.states.append(State(place, "access", "cut_off", enemy, day, one.id))

    def _end(self, state: State, kind: str, day: Day, actor: str, target: str) -> None:
        how = self.chance.choice(["broken", "lifted"]) if kind == "siege_end" else ""
        one = self._happened(kind, day, state.place, actor=actor, target=target, thing=how)
        state.end, state.ended_by = day, one.id

    def _aid(self, kind: str, day: Day, place: str, holder: str) -> None:
        planned = day - dt.timedelta(days=self.chance.randrange(3, 9)) if self.chance.random() < 0.5 else None
        siege = self.it.state(place, "siege", day)
        blocker = siege.side if siege else holder
        goods = self.chance.choice(self.words["removed" if kind == "removed" else "goods"])
        actor = "" if kind == "deliver_aid" else blocker
        self._happened(kind, day, place, actor=actor, thing=goods, figure=self.chance.randrange(4, 40), planned=planned)

    def _blow(self, kind: str, day: Day, place: str, holder: str) -> None:
        if kind == "airstrike" and holder == "G":
            kind = "shelling"
        actor = "G" if kind == "airstrike" else holder if kind == "detain" else self._enemy(holder)
        if kind == "explosion" and actor == "G":
            actor = "R" if holder != "R" else "M"
        harm = kind in _HARMFUL or (kind == "clash" and self.chance.random() < 0.5)
        killed = min(60, 1 + int(self.chance.paretovariate(0.9))) if harm else 0
        things = self.chance.sample(self.words["objects"], 2)
        target = holder if kind in {"clash", "assault"} else ""
        twin = kind == "airstrike" and self.chance.random() < _TWINS
        one = self._happened(
            kind, day, place, actor=actor, target=target, killed=killed, wounded=killed + self.chance.randrange(1, 20),
            figure=self.chance.randrange(2, 40) * 50 if kind == "displace" else self.chance.randrange(3, 30),
            thing=things[0], hour="morning" if twin else "",
        )  # fmt: skip
        if twin:
            self._happened(
                kind,
                day,
                place,
                actor=actor,
                killed=killed + 3,
                wounded=1,
                thing=things[1],
                hour="evening",
                twin=one.id,
            )
