"""Who tells what of a made-up war: outlets with sides, habits and delays; copies, early claims, retractions."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from war.history import Day, Happening, History, State
from war.wording import (
    Mention,
    Passage,
    ago,
    chosen,
    dated,
    in_words,
    joined,
    ordinal,
    people,
    sentence,
    spelled,
    the_clock,
    the_day,
    the_month,
)

_TOLLS = frozenset({"airstrike", "shelling", "explosion", "clash", "assault"})
_SIDE = {"agency": "G", "paper": "G", "rebel": "R"}
_NOUN = {"airstrike": "air strike", "shelling": "shelling", "explosion": "bombing", "assault": "attack"}
_DEAD = ("{n}", "{nn}", "{dead}")  # what in a template tells how many died
# How many days an outlet gathers what it tells into one report, and how likely it tells a kind of happening.
_GATHERS = {"un": 14, "ngo": 30, "collective": 4}
_TELLS = {
    "agency": {"": 0.3}, "rebel": {"": 0.35}, "wire": {"": 0.55, "detain": 0.2}, "tribune": {"": 0.12},
    "un": {"": 0.15, "deliver_aid": 0.8, "deny_aid": 0.7, "removed": 0.7, "displace": 0.8,
           "besiege": 0.6, "siege_end": 0.6},
    "ngo": {"": 0.0, "airstrike": 0.5, "shelling": 0.5, "explosion": 0.4, "detain": 0.5},
    "collective": {"": 0.2}, "paper": {"": 0.05},
}  # fmt: skip
_COUNT = frozenset({"un", "ngo"})  # who adds up the dead of weeks
_MANY = 5  # dead, of whom it is told who some of them were
_SHORTLY = 16  # days within which a blow is told as having followed what came before it
_DELAY = {"agency": 1, "paper": 2, "rebel": 2, "wire": 3, "tribune": 3, "un": 1, "collective": 2, "ngo": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A report with what it tells: mentions, tolls by event, states seen (a place's dimension), copies and denials.

    ``family`` is the id of the report whose text or word it passes on (its own, where it is nobody's).
    """

    id: str
    outlet: str
    published: Day
    title: str
    passage: Passage
    family: str
    tolls: Mapping[str, tuple[int, bool]] = field(default_factory=dict)
    seen: tuple[tuple[State, bool], ...] = ()
    planned: frozenset[str] = frozenset()
    denies: frozenset[str] = frozenset()
    retracts: str = ""


@dataclass(slots=True)
class _Item:
    """What an outlet has to tell."""

    happening: Happening
    form: str
    toll: tuple[int, bool] | None = None


class Press:
    """Writes the reports of a war."""

    def __init__(self, words: Mapping[str, Any], history: History, seed: int) -> None:
        self.words, self.history, self.chance = words, history, random.Random(seed + 1)
        self.reports: list[Written] = []
        self.false: list[Happening] = []
        self.used: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.home = words["places"][1]["name"]

    def written(self, number: int) -> list[Written]:
        """So many reports, in order of their days; a fifth of them are copies, denials and retractions."""
        queue: dict[tuple[str, Day], list[_Item]] = defaultdict(list)
        for one in [*self.history.happenings, *self._false()]:
            for outlet in self.words["outlets"]:
                for day, item in self._told(outlet, one):
                    queue[outlet, self._gathered(outlet, day)].append(item)
        for (outlet, day), items in sorted(queue.items(), key=lambda pair: (pair[0][1], pair[0][0])):
            for some in self._split(outlet, items):
                self.reports.append(self._report(outlet, day, some))
        own = sorted(self.chance.sample(self.reports, min(len(self.reports), number * 4 // 5)), key=_order)
        self.reports = own + list(self._echoes(own, number - len(own)))
        return sorted(self.reports, key=_order)

    def _false(self) -> Iterator[Happening]:
        """Victories claimed early, and a mistake now and then: told, and not true."""
        for one in self.history.happenings:
            if one.kind == "capture" and one.actor in "GR" and self.chance.random() < 0.5:
                day = one.day - dt.timedelta(days=self.chance.randrange(6, 12))
                made = replace(one, id=f"{one.id}-early", day=day, false=True)
                self.false.append(made)
                yield made

    def _gathered(self, outlet: str, day: Day) -> Day:
        step = self.words.get("gathers", {}).get(outlet, _GATHERS.get(outlet, 1))
        since = (day - self.history.first).days
        return self.history.first + dt.timedelta(days=-(-since // step) * step)

    def _split(self, outlet: str, items: list[_Item]) -> Iterator[list[_Item]]:
        """So many items a report; two strikes on one town are told together."""
        most, some = 5 if outlet in {"un", "ngo"} else 2, list[_Item]()
        for item in items:
            if len(some) >= most and item.form != "second":
                yield some
                some = []
            some.append(item)
        yield some

    def _told(self, outlet: str, one: Happening) -> Iterator[tuple[Day, _Item]]:
        side = _SIDE.get(outlet, "")
        if one.false:
            teller = {"G": "agency", "R": "rebel"}[one.actor] if int(one.id[1:4]) % 3 else "wire"
            if outlet == teller:
                yield one.day + dt.timedelta(days=1), _Item(one, one.kind)
            return
        habits = {**_TELLS[outlet], **self.words.get("tells", {}).get(outlet, {})}
        likely = habits.get(one.kind, habits[""])
        if side:
            likely *= self._bias(side, one)
        if outlet == "collective" and one.place == self.home:
            likely = 0.8
        if self.chance.random() >= (likely / 4 if one.twin else likely):
            return
        if one.planned and self.chance.random() < 0.6:
            told = one.planned + dt.timedelta(days=1)
            if self._gathered(outlet, told) < one.day:  # else it is no plan any more
                yield told, _Item(one, "approved")
        day = one.day + dt.timedelta(days=self.chance.randrange(0, _DELAY[outlet] + 1))
        early = one.kind in _NOUN and not one.hour and one.killed > 6 and side == "" and self.chance.random() < 0.3
        first = max(1, one.killed * 2 // 3) if early else one.killed
        yield day, _Item(one, one.kind, self._toll(side, one, first, early) if one.kind in _TOLLS else None)
        second = next((h for h in self.history.happenings if h.twin == one.id), None)
        if second:
            yield day, _Item(second, "second", self._toll(side, second, second.killed, early=False))
        if early:
            yield one.day + dt.timedelta(days=_DELAY[outlet] + 1), _Item(one, "toll", (one.killed, False))

    def _bias(self, side: str, one: Happening) -> float:
        """How much likelier, or less, a side tells something that it gains or loses by."""
        gains = one.actor == side and one.kind in {"capture", "siege_end", "cut_route", "open_route", "clash"}
        suffers = one.kind in _NOUN and one.actor != side
        if gains or suffers:
            return 2.0
        return 0.25 if one.actor == side or one.target == side else 1.0

    def _toll(self, side: str, one: Happening, figure: int, early: bool) -> tuple[int, bool]:
        """The dead as an outlet counts them, and whether it says "at least"."""
        if side and one.actor != side and one.killed > 3 and self.chance.random() < 0.5:
            return int(one.killed * 1.6) + 1, False
        return figure, early

    # Text ---------------------------------------------------------------------------------------------------------

    def _report(self, outlet: str, day: Day, items: Sequence[_Item]) -> Written:
        parts, tolls, seen, planned = [], {}, [], set()
        for item in items:
            passage, dead = self._sentence(outlet, day, item)
            parts.append(passage)
            one = item.happening
            if item.toll and dead:
                tolls[one.id] = item.toll
            if item.form == "approved":
                planned.add(one.id)
            if item.toll and dead and item.toll[0] > _MANY:
                parts += self._part(outlet, day, item)
            for before, passage, counted in self._earlier(outlet, day, one):
                parts.append(passage)
                tolls |= {before.id: (before.killed, False)} if counted and before.id not in tolls else {}
            for state, passage, since in self._states(outlet, day, one, item.form):
                seen.append((state, since))
                parts.append(passage)
            if self.chance.random() < 0.3 and (back := self._back(outlet, day, one)):
                parts.append(back)
            parts += [self._filler(outlet, day, one) for _ in range(self.chance.randrange(0, 3))]
        parts += self._total(outlet, day, items)
        between = self.words.get("gaps", {}).get(outlet, [" ", "\n\n"])
        gaps = [chosen(self.chance, between) for _ in parts[1:]]
        opening = Passage(text=self._opening(outlet, day) + self._dateline(outlet, day, items[0].happening.place))
        lead = joined([opening, *parts], ["", *gaps])
        title = f"{items[0].happening.place}: {items[0].form.replace('_', ' ')}"
        return Written(
            id=f"{outlet}-{len(self.reports):04}", outlet=outlet, published=day, title=title, passage=lead,
            family=f"{outlet}-{len(self.reports):04}", tolls=tolls, seen=tuple(seen), planned=frozenset(planned),
        )  # fmt: skip

    def _opening(self, outlet: str, day: Day) -> str:
        """What an outlet puts before a report, where this war has such a thing: a number, "As of 14 May"."""
        opens: str = self.words.get("opens", {}).get(outlet, "")
        return opens.format(number=len(self.reports) + 1, today=dated(day, day, american=False))

    def _dateline(self, outlet: str, day: Day, place: str) -> str:
        if outlet in {"wire", "agency"}:
            return f"{place.upper()}, {day:%B} {day.day} ({self.words['outlets'][outlet]['name']}) - "
        return ""

    def _call(self, outlet: str, side: str) -> str:
        return chosen(self.chance, self.words["outlets"][outlet]["calls"][side]) if side else "gunmen"

    def _values(self, outlet: str, day: Day, one: Happening) -> dict[str, str]:
        about = self.words["outlets"][outlet]
        noun = chosen(self.chance, ["people", "civilians", "residents"])
        day_words = {"american": outlet in {"wire", "tribune", "agency"}, "weekdays": outlet not in {"un", "ngo"}}
        others = [place["name"] for place in self.words["places"] if place["name"] != one.place]
        return {
            "A": self._call(outlet, one.actor), "B": self._call(outlet, one.target or _other(one.actor)),
            "p": one.place,
            "d": the_day(one.day, day, hour=one.hour, **day_words), "n": people(one.killed, noun),
            "w": in_words(one.wounded), "src": chosen(self.chance, about["speakers"]), "x": one.thing,
            "q": chosen(self.chance, others), "t": str(one.figure), "goods": one.thing, "few": in_words(one.figure),
            "many": f"{one.figure:,}", "noun": _NOUN.get(one.kind, ""),
            "hour": f"in the {one.hour}" if one.hour else "",
            "d0": dated(one.day, day, american=day_words["american"]),
            "nn": people(one.killed, noun), "c": the_clock(one.day, day, one.id, hour=one.hour),
            "dead": in_words(one.killed),
            "ago": f"on {dated(one.day, day, american=day_words['american'])}", "outlet": about["name"],
            "inhabitants": f"{self._inhabitants(one.place):,}",
            "plan": the_day(one.day, day, american=day_words["american"], weekdays=False),
            "near": ago(one.day, day, hour=one.hour), "ordinal": ordinal(one.day, day),
            "iso": one.day.isoformat(), "dots": f"{one.day:%d.%m.%Y}",
        }  # fmt: skip

    def _inhabitants(self, town: str) -> int:
        return next(int(place["population"]) for place in self.words["places"] if place["name"] == town)

    def _sentence(self, outlet: str, day: Day, item: _Item) -> tuple[Passage, bool]:
        """The words for an item, and whether they tell how many died; not all wordings do."""
        one = item.happening
        values = self._values(outlet, day, one)
        if item.toll:
            noun = chosen(self.chance, ["people", "civilians", "residents"])
            least = "at least " if item.toll[1] else ""
            values["n"] = least + people(item.toll[0], noun)
            values["dead"] = least + in_words(item.toll[0])
            values["nn"] = least + f"{spelled(item.toll[0])} {people(item.toll[0], noun).split()[-1]}"
        forms = self._forms(outlet)
        key = one.thing if one.kind == "siege_end" else item.form
        template = self._unused(one, key, forms.get(f"{key}_{one.actor}", forms[key]))
        template = template.replace("|{type}", f"|{one.kind}")
        template = template.replace("{noun}", values["noun"])
        siege = self.history.state(one.place, "siege", one.day - dt.timedelta(days=one.kind == "siege_end"))
        beside = ("closing", "talks", "pulled", "approved", "fighting")
        events = {"": one.id, "removed": one.id, "siege": _name(siege) if siege else one.id}
        events |= {tag: f"{one.id}/{tag}" for tag in beside}
        if one.kind in _TOLLS and not one.killed and any(dead in template for dead in _DEAD):
            template = forms["clash"][0]
        return sentence(template, values, events), any(dead in template for dead in _DEAD)

    def _forms(self, outlet: str) -> Mapping[str, Sequence[str]]:
        """The templates of an outlet: those of its own register, where this war has one, and all others."""
        return {**self.words["templates"], **self.words.get("registers", {}).get(outlet, {})}

    def _unused(self, one: Happening, form: str, templates: Sequence[str]) -> str:
        """A wording that no other report has of this happening, as long as there is one."""
        used = self.used[one.id, form]
        fresh = [t for t in templates if t not in used] or list(templates)
        template = chosen(self.chance, fresh)
        used.add(template)
        return template

    def _filler(self, outlet: str, day: Day, one: Happening) -> Passage:
        fillers = self.words.get("registers", {}).get(outlet, {}).get("fillers", self.words["fillers"])
        return sentence(chosen(self.chance, fillers), self._values(outlet, day, one), {})

    def _part(self, outlet: str, day: Day, item: _Item) -> list[Passage]:
        """Now and then, how many of the dead were what, where the words of this war tell such things."""
        if "part" not in self.words["templates"] or self.chance.random() > 0.4:
            return []
        assert item.toll is not None
        some = in_words(self.chance.randrange(2, item.toll[0] - 1))
        values = self._values(outlet, day, item.happening) | {"k": some}
        return [sentence(chosen(self.chance, self.words["templates"]["part"]), values, {})]

    def _total(self, outlet: str, day: Day, items: Sequence[_Item]) -> list[Passage]:
        """Now and then, all the dead of some weeks, as those who count tell them: none of it is an event of its own."""
        if "total" not in self.words["templates"] or outlet not in _COUNT or self.chance.random() > 0.5:
            return []
        first = day - dt.timedelta(days=self.chance.randrange(14, 90))
        dead = sum(one.killed for one in self.history.happenings if first <= one.day <= day)
        values = self._values(outlet, day, items[0].happening) | {
            "from": dated(first, day, american=False), "to": dated(day, day, american=False), "sum": str(dead + 10),
        }  # fmt: skip
        return [sentence(chosen(self.chance, self.words["templates"]["total"]), values, {})]

    def _states(self, outlet: str, day: Day, one: Happening, form: str) -> Iterator[tuple[State, Passage, bool]]:
        """Now and then, what holds at the place."""
        for dimension, key, tag in (("siege", "besieged", "siege"), ("control", "held", "held")):
            state = self.history.state(one.place, dimension, day)
            if state is None or form in {"capture", "besiege", "siege_end", "withdraw"} or self.chance.random() > 0.3:
                continue
            templates = [t for t in self._forms(outlet)[key] if state.start or "{since}" not in t]
            template = chosen(self.chance, templates)
            values = self._values(outlet, day, one) | {"A": self._call(outlet, state.side)}
            if state.start:
                exact = self.chance.random() < 0.5
                american = outlet in {"wire", "tribune", "agency"}
                start = dated(state.start, day, american=american) if exact else the_month(state.start, day)
                values["since"] = f"since {start}"
            yield state, sentence(template, values, {tag: _name(state)}), "{since}" in template

    def _back(self, outlet: str, day: Day, one: Happening) -> Passage | None:
        """A look back at when the town last changed hands."""
        past = [h for h in self.history.happenings if h.kind == "capture" and h.place == one.place and h.target]
        before = [h for h in past if (day - h.day).days > 20]
        if not before:
            return None
        told = before[-1]
        months = (day - told.day).days // 30
        anniversary = months >= 3 and (day - told.day).days % 30 < 4
        template = chosen(self.chance, self.words["templates"]["anniversary" if anniversary else "back"])
        values = self._values(outlet, day, told) | {"months": in_words(months)}
        return sentence(template.replace("|{type}", "|capture"), values, {"": told.id})

    def _earlier(self, outlet: str, day: Day, one: Happening) -> Iterator[tuple[Happening, Passage, bool]]:
        """Now and then, beside a blow, what had happened shortly before, and whether its dead are told."""
        forms = self._forms(outlet)
        before = [
            h
            for h in self.history.happenings
            if not h.twin and f"earlier_{h.kind}" in forms
            if 0 < (one.day - h.day).days <= _SHORTLY
        ]
        if one.kind not in _TOLLS or not before or self.chance.random() > 0.8:
            return
        told = next((h for h in reversed(before) if h.place == one.place), before[-1])
        far = _gap((one.day - told.day).days)
        template = chosen(self.chance, forms[f"earlier_{told.kind}"]).replace("|{type}", f"|{one.kind}")
        template = template.replace("{what}", "fighting" if one.kind == "clash" else "attack")
        values = self._values(outlet, day, told)
        values |= {"gap": f"{far} after", "gap_earlier": f"{far} earlier", "gap_before": f"{far} before".capitalize()}
        values["there"] = "the town" if told.place == one.place else told.place
        siege = self.history.state(told.place, "siege", told.day)
        events = {"": told.id, "now": one.id, "siege": _name(siege) if siege else told.id}
        counted = told.killed > 0 and any(dead in template for dead in _DEAD)
        yield told, sentence(template, values, events), counted

    # Copies and answers -------------------------------------------------------------------------------------------

    def _echoes(self, own: Sequence[Written], number: int) -> Iterator[Written]:
        """Denials and retractions of what was not so; the rest are copies of one of four sorts."""
        made = 0
        for one in self.false:
            for report in [r for r in own if any(m.event == one.id for m in r.passage.mentions)]:
                if made < number:
                    yield self._answer(report, one, made)
                    made += 1
        copied = [r for r in own if r.outlet in {"agency", "wire"} and len(r.passage.text) > 150]
        for report in self.chance.sample(copied, min(len(copied), number - made)):
            yield self._copy(report, made)
            made += 1
        for report in own[: number - made]:
            yield self._copy(report, made)
            made += 1

    def _answer(self, report: Written, one: Happening, number: int) -> Written:
        """The wire takes back what it told wrong; what a side claims early, the other denies."""
        day = report.published + dt.timedelta(days=2)
        retracts = report.outlet == "wire"
        outlet = "wire" if retracts else {"G": "rebel", "R": "agency"}[one.actor]
        values = self._values(outlet, day, one)
        values["published"] = dated(report.published, day, american=True)
        values["src"] = chosen(self.chance, self.words["outlets"][outlet]["speakers"])
        key = "retracted" if retracts else "denied"
        template = chosen(self.chance, self.words["templates"][key]).replace("|{type}", "|capture")
        identity = f"{outlet}-answer-{number:03}"
        return Written(
            id=identity, outlet=outlet, published=day, title=f"On {one.place}", family=identity,
            passage=sentence(template, values, {"": one.id}), denies=frozenset((one.id,)),
            retracts=report.id if retracts else "",
        )  # fmt: skip

    def _copy(self, report: Written, number: int) -> Written:
        """A reprint under another headline, a shortened one, one with a line more, or one's own words for it."""
        outlet = {"agency": "paper", "wire": "tribune"}.get(report.outlet, "tribune")
        day = report.published + dt.timedelta(days=self.chance.randrange(0, 2))
        more = Passage(text=chosen(self.chance, self.words["fillers"][:6]))
        sort = self.chance.choice(["reprint", "longer", "undated"])
        captures = [h for h in self.history.happenings if h.id in {m.event for m in report.passage.mentions}]
        captures = [h for h in captures if h.kind == "capture" and 0 <= (report.published - h.day).days < 7]
        passage = report.passage
        if captures and self.chance.random() < 0.5:
            values = self._values(outlet, day, captures[0]) | {"source": self.words["outlets"][report.outlet]["name"]}
            template = chosen(self.chance, self.words["templates"]["chain"]).replace("|{type}", "|capture")
            passage, sort = joined([sentence(template, values, {"": captures[0].id}), more], [" "]), "chain"
        elif sort == "longer":
            passage = joined([passage, more], ["\n\n"])
        elif sort == "undated":
            cut = passage.text.index(" - ") + 3 if " - " in passage.text[:60] else 0
            moved = tuple(
                Mention(start=m.start - cut, end=m.end - cut, type=m.type, event=m.event) for m in passage.mentions
            )
            passage = Passage(text=passage.text[cut:], mentions=moved)
        told = {m.event for m in passage.mentions}
        return replace(
            report, id=f"{outlet}-{sort}-{number:03}", outlet=outlet, published=day, title=f"News from {number}",
            passage=passage, tolls={e: t for e, t in report.tolls.items() if e in told},
            seen=() if sort == "chain" else report.seen,
        )  # fmt: skip


def _gap(days: int) -> str:
    """ "a day", "two days", "a week"."""
    return {1: "a day", 7: "a week", 14: "two weeks"}.get(days, f"{spelled(days)} days")


def _order(report: Written) -> tuple[Day, str]:
    return report.published, report.id


def _other(side: str) -> str:
    return {"G": "R", "R": "G", "M": "G"}.get(side, "")


def _name(state: State) -> str:
    """The event that a state of affairs is."""
    return f"{state.dimension}:{state.place}:{state.side}:{state.start or 'before'}"
