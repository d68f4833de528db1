"""When two tellings tell one happening, or one state of affairs: rules, each giving its reason.

A happening is one when type, place, time and sides agree where both tellings know them, and enough is known. Nothing
here knows a report; what a rule needs stands in the two tellings.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from situate.derive.claims.telling import DAY, SEASON, STATES, WEEK, Profile, Telling, Toll
from situate.derive.events.apart import as_wide, both_settled, far_apart, of_another_town, of_one_name, two_towns
from situate.derive.events.sorts import ATTACK, FIGHT, of_one_sort, one_large_toll, one_toll
from situate.derive.interest import rules
from situate.derive.places import related

ONCE = frozenset(
    {"taking", "withdraw", "siege_end", "cut_route", "open_route", "surrender", "ceasefire", "agreement"}
)  # what a place sees once in a season: a month is date enough
AGREED = "agreement"
NAMELESS = frozenset({AGREED, "open_route"})  # of these, what is told without who did it
RARE = frozenset({"chemical_attack"})  # what a country sees once a day at most
_ROOM = 2.0  # how many times as many "at least so many" can be
ABOUT = 4  # days of what is told by weeks
PLAN_DAYS = 31  # a plan without a date is for the weeks after it was told
NEWS_DAYS = 7  # what has no date at all was of the days when it was told

# What agreement is worth: one toll in two tellings says more than one place.
_SAME_TOLL, _RETOLD, _SAME_PLACE, _SAME_TIME, _PART, _SAME_NAME, _SAME_SIDE, _VAGUE = 14, 13, 6, 4, 1, 2, 1, 0
_SAME_HOUR, _SAME_THING = 3, 3  # of two strikes on one town and day, those on the mosque in the evening are one
_OTHER_SORT = 5  # words that leave the sort of a blow open go with those of their own sort first


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two tellings agree (more is better), and why they are one, in words."""

    score: int
    reason: str


def same_happening(kind: str, a: Telling, b: Telling) -> Agreement | None:
    """Whether two tellings of one type tell one happening; ``None`` when they do not, or too little is known."""
    if contradict(kind, a, b):
        return None
    one, other, where = a.profile, b.profile, _place(kind, a, b)
    if kind in STATES and (where is None or _of_another_name(one, other)):
        return None  # a siege here is none there, though a report compares the two
    if _retells(a, b) and not (_hits(kind) and far_apart(one, other)):
        return Agreement(_RETOLD, "the report tells it again")
    if kind in STATES and _only_spoken_of(one, other):
        return None
    if where is None or (where == _VAGUE and not _one_day(kind, a, b)):
        return None
    if _only_the_day(kind, a, b):
        return None
    score = -_OTHER_SORT * (one.sort != other.sort and not one_toll(one, other) and not one.actors & other.actors)
    score += (_time(kind, a, b) or 0) + (_sides(kind, one, other) or 0) + where
    score += _SAME_TOLL * one_toll(one, other) + _SAME_NAME * _one_name(one, other)
    score += _SAME_HOUR * bool(one.part_of_day and other.part_of_day) + _SAME_THING * bool(one.hit & other.hit)
    return Agreement(score, reason(kind, one, other))


def contradict(kind: str, a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be one for another reason than their places."""
    one, other = a.profile, b.profile
    if one.polarity != other.polarity or not _modalities_agree(kind, one, other):
        return True
    fought = {one.sort, other.sort} == {FIGHT, ATTACK} and _retells(a, b)  # "attacked …; the exchange of fire …"
    if not (fought or of_one_sort(kind, one, other)):
        return True
    if kind not in STATES and (_time(kind, a, b) is None or _told_apart(a, b) or _of_other_people(a, b)):
        return True
    retold = kind not in STATES and _retells(a, b)  # two sides do not hold one thing, whatever the wording shares
    return _sides(kind, one, other) is None and not (retold or _blamed(kind, one, other))


def undecided(kind: str, a: Telling, b: Telling) -> bool:
    """Whether two tellings would be one if both told the day: of one town, one of them says only about when it was."""
    one, other = a.profile, b.profile
    if kind in STATES or not (one.dated and other.dated) or not both_settled(one, other):
        return False
    meet = one.first <= other.last and other.first <= one.last
    if not meet or not DAY < max(one.width, other.width) <= ABOUT:
        return False
    exact = min(one, other, key=lambda profile: profile.width)
    one, other = (
        dataclasses.replace(told, first=exact.first, last=exact.last, times=exact.times) for told in (one, other)
    )
    on_that_day = dataclasses.replace(a, profile=one), dataclasses.replace(b, profile=other)
    return same_happening(kind, *on_that_day) is not None


def elsewhere(a: Telling, b: Telling) -> bool:
    """Whether two places cannot be one though one is known to its country alone: they are in two countries, or are two
    towns by their names.
    """
    report = not a.reports.isdisjoint(b.reports)
    if of_another_town(a.profile, b.profile, one_report=report) and not _retells(a, b):
        return True
    one, other = a.profile.place, b.profile.place
    if one is None or other is None or one.country is None or other.country is None:
        return False
    return one.country != other.country and not related(one, other) and not _retells(a, b)


def denies(kind: str, denial: Telling, told: Telling) -> bool:
    """Whether a denial that could be of a happening says enough to be one of it.

    That of another report does. In one report it takes the happening up, or both tell the same doer or the same it is
    done to, one thing with a name, one toll, or one spot on a day that both give: "they were not killed" contradicts
    no killing that the report tells elsewhere. The siege of one spot, as of the report, is one thing.
    """
    one, other = denial.profile, told.profile
    if denial.reports.isdisjoint(told.reports) or _retells(denial, told):
        return True
    if _one_name(one, other) or one_toll(one, other) or one.actors & other.actors or one.targets & other.targets:
        return True
    if _of_one_siege(kind, one, other):
        return True
    return both_settled(one, other) and one.dated and other.dated and not one.assumed and not other.assumed


def contradicts(kind: str, denial: Telling, told: Telling) -> bool:
    """Whether a denial of a happening cannot be right beside a telling of it.

    A truce that ended was there; "would never have left" and "have not left yet" deny no plan. In one report of which
    neither has a time, who did it is no proof that they speak of one thing. Of another report it must be of a place
    that both know, of no other doer than the one it names, and one of the two has a time; what a town sees once in a
    season is denied of it though nobody is told to have done it ("the town was liberated").
    """
    one, other = denial.profile, told.profile
    if kind in rules()["not_denied"] or {one.modality, other.modality} != {"actual"}:
        return False
    if _retells(denial, told):
        return True
    if not denial.reports.isdisjoint(told.reports):
        timed = any(p.dated and not p.assumed for p in (one, other)) or _of_one_siege(kind, one, other)
        return (timed or _one_name(one, other) or one_toll(one, other)) and denies(kind, denial, told)
    nameless = kind in ONCE and not other.actors and both_settled(one, other)
    if one.actors and not one.actors & other.actors and not nameless:
        return False
    if kind not in STATES and not (one.dated or other.dated):
        return False  # what nobody dates was of any day
    known = one.place is not None and other.place is not None
    return _one_name(one, other) or (known and (one.place == other.place or both_settled(one, other)))


def _of_one_siege(kind: str, a: Profile, b: Profile) -> bool:
    """Whether two are of a siege of one spot: "the town is ringed", "the town is not ringed"."""
    return kind == "besiege" and both_settled(a, b) and a.place == b.place


def reason(kind: str, a: Profile, b: Profile) -> str:
    """Why two profiles are one happening, in words."""
    place = a.place or b.place
    name = place.name if place is not None else "one report" if a.apart else "one province"
    return f"one state: {name}" if kind in STATES else f"same type, {name}, and time ({a.times[0]} / {b.times[0]})"


def _retells(a: Telling, b: Telling) -> bool:
    """Whether one says that it tells the other again, or both that they tell one thing again."""
    apart = a.retells.isdisjoint(b.claims) and b.retells.isdisjoint(a.claims)
    return not (apart and a.retells.isdisjoint(b.retells))


def takes_back(kind: str, a: Telling, b: Telling) -> bool:
    """Whether one of two reports takes the other back and tells what that had told ("our report that … was wrong").

    When that was need not be said, and the place can be known by its name alone.
    """
    told = any((report in a.reports) != (report in b.reports) for report in a.profile.corrects & b.profile.corrects)
    if not told or kind in STATES or a.profile.polarity != b.profile.polarity:
        return False
    there = _place(kind, a, b) is not None or of_one_name(a.profile, b.profile)
    return there and _sides(kind, a.profile, b.profile) is not None


def _modalities_agree(kind: str, a: Profile, b: Profile) -> bool:
    """Plans and rumours belong to what happened; an attempt at what a place sees once is not its happening."""
    return a.modality == b.modality or kind not in ONCE or "attempted" not in (a.modality, b.modality)


def _sides(kind: str, a: Profile, b: Profile) -> int | None:
    """How well the sides agree; ``None`` when both name who did it, or who holds, and they are others.

    To whom it was done is named in too many ways to speak against.
    """
    if a.camps and b.camps and not a.camps & b.camps:
        return None
    if a.actors and b.actors and not a.actors & b.actors and not _both_sides(a, b):
        return None
    alike = bool(a.actors & b.actors) + (kind not in STATES and bool(a.targets & b.targets))
    return _SAME_SIDE * alike


def _both_sides(a: Profile, b: Profile) -> bool:
    """Whether two tellings of what two sides do to each other name one of them each ("the army clashed")."""
    return a.sort == b.sort == FIGHT and len(a.actors) == len(b.actors) == 1


def _blamed(kind: str, a: Profile, b: Profile) -> bool:
    """A deed done to one thing with a name, for which two sides are blamed."""
    apart = a.targets and b.targets and not a.targets & b.targets
    return kind not in STATES and not apart and _one_name(a, b) and (a.first, a.last) == (b.first, b.last) and a.dated


def _place(kind: str, a: Telling, b: Telling) -> int | None:
    """How well the places agree: one spot; part and whole or within the radius; not known, but near.

    What holds somewhere in a country, by one report, is not what another report tells to hold in a place of it.
    """
    one, other = a.profile.place, b.profile.place
    report = not a.reports.isdisjoint(b.reports)
    if of_another_town(a.profile, b.profile, one_report=report):
        return None
    if one is not None and other is not None:
        if one.id == other.id:
            return _SAME_PLACE
        wide = (one.precision == "country") != (other.precision == "country")
        if related(one, other) and (report or not wide or kind not in STATES):
            return _VAGUE if one.precision == other.precision == "country" else _PART  # a village somewhere in it
    if kind in STATES and not report:
        return None
    named_alike = _one_name(a.profile, b.profile) and not two_towns(a.profile, b.profile)
    if named_alike and (report or a.profile.context.near(b.profile.context)):
        return _VAGUE  # whatever the gazetteer made of it
    if not report and not _near(kind, a.profile, b.profile):
        return None
    if one is None or other is None:
        return _VAGUE
    return _VAGUE if "country" in (one.precision, other.precision) and one.country == other.country else None


def _only_spoken_of(a: Profile, b: Profile) -> bool:
    """Whether of two tellings of a state one has no place and one tells nothing that holds.

    "Ordered an end to sieges" is of no one siege; nor is a ring that was only tried what is besieged somewhere else.
    """
    nowhere = any(one.place is None and not one.named for one in (a, b))
    return nowhere and not {"planned", "possible", "attempted"}.isdisjoint({a.modality, b.modality})


def _of_another_name(a: Profile, b: Profile) -> bool:
    """Whether one has a place and the other names one that nobody knows: the siege of Melos is none of Aleppo."""
    known, strange = (a, b) if b.place is None else (b, a)
    return (
        strange.place is None
        and known.place is not None
        and bool(strange.named)
        and known.named.isdisjoint(strange.named)
    )


def _one_name(a: Profile, b: Profile) -> bool:
    return not a.named.isdisjoint(b.named)


def _near(kind: str, a: Profile, b: Profile) -> bool:
    """Whether two places of which one is not known can be one: in one province; in one country for what is rare."""
    if kind in RARE:
        return not a.around.countries.isdisjoint(b.around.countries)
    return a.around.near(b.around)


def _one_day(kind: str, a: Telling, b: Telling) -> bool:
    """Enough to make up for a place that is not known: one report, equal times, or one day."""
    one, other = a.profile, b.profile
    if not a.reports.isdisjoint(b.reports):
        return True
    if one.published is not None and other.published is not None:  # which only what has no date knows
        return abs(one.published - other.published) <= DAY
    if kind in RARE and (in_the_news(kind, one, other) or in_the_news(kind, other, one)):
        return True
    dated = one.dated and other.dated
    if dated and kind in ONCE and one.first == other.first > 0 and min(one.width, other.width) <= DAY:
        return True  # "cut on Friday", "has been cut since Friday"
    return dated and ((one.first, one.last) == (other.first, other.last) or max(one.width, other.width) <= DAY)


def _only_the_day(kind: str, a: Telling, b: Telling) -> bool:
    """Whether nothing but a day that nobody tells makes two tellings one, of no one spot.

    "There was gunfire", told without a place, is none of a town that another report tells of, though both are news of
    one day: who did it or whom it hit, a name, a toll must be common to them. So must it be to what one report tells
    at no time of other things than harm ("helped pay the ransoms", "would help to bring them home").
    """
    one, other = a.profile, b.profile
    if kind in STATES | RARE or not (a.vague or b.vague):
        return False
    if a.reports.isdisjoint(b.reports):
        alone = one.assumed or other.assumed
    else:
        alone = not (one.dated or other.dated or kind in ONCE or _harms(kind))
    if not alone or one_toll(one, other) or _one_name(one, other):
        return False
    return not (one.actors & other.actors or one.targets & other.targets or one.hit & other.hit or one.who & other.who)


def _hits(kind: str) -> bool:
    """Whether a type is one of harm that is done where people are; who flees or is taken is told of two places."""
    return kind not in STATES and kind not in rules()["not_dead"] and _harms(kind)


def _harms(kind: str) -> bool:
    """Whether a type, or any of a family of types, is one of harm."""
    types = rules()["families"].get(kind, (kind,))
    return any(rules()["interest"].get(one, {}).get("harm") for one in types)


def _time(kind: str, a: Telling, b: Telling) -> int | None:
    """How well the times agree: equal, within a day, one within the other; ``None`` when they do not or say nothing."""
    one, other = a.profile, b.profile
    if (one.first, one.last) == (other.first, other.last) and one.dated:
        return _SAME_TIME
    if not a.reports.isdisjoint(b.reports):
        return _in_report(kind, one, other, retold=_retells(a, b))
    if not (one.dated and other.dated):
        return _undated(kind, one, other)
    if max(one.width, other.width) > SEASON:
        lasts = min(one.width, other.width) > SEASON or kind in ONCE  # "closed since Friday", "closed on Friday"
        same = one.first == other.first > 0 and lasts
        return 0 if same else None
    return _dates(kind, one, other)


def _in_report(kind: str, a: Profile, b: Profile, *, retold: bool) -> int | None:
    """In one report: no time is given a second time, or the day is only assumed; one toll is of one day."""
    if a.dated and b.dated:
        close = a.first - WEEK <= b.last and b.first - WEEK <= a.last and max(a.width, b.width) <= WEEK
        meet = a.first <= b.last and b.first <= a.last
        once = kind in ONCE and meet
        return 0 if once or (close and (a.assumed or b.assumed)) or (_by_then(a, b) and one_toll(a, b)) else None
    if not retold and kind not in RARE and _only_thought_of(a, b):
        return None
    return _SAME_TIME if not (a.dated or b.dated) else 0 if retold or one_large_toll(a, b) else None


def _only_thought_of(a: Profile, b: Profile) -> bool:
    """Whether one of two tellings without a time happened and the other is planned, or a fight that is only possible.

    "They have fought for decades", "it risks a confrontation": a report speaks of many fights that have no day. Those
    of one spot can be one.
    """
    happened = {a.modality, b.modality} & {"actual"}
    if a.dated or b.dated or not happened or a.modality == b.modality:
        return False
    thought = a.modality if b.modality == "actual" else b.modality
    fight = FIGHT in (a.sort, b.sort) and not (both_settled(a, b) or _one_name(a, b))
    return thought == "planned" or (thought == "possible" and fight)


def _by_then(a: Profile, b: Profile) -> bool:
    """Whether one of them had happened by the time of the other, whenever it was."""
    return (a.first == 0 and b.last <= a.last) or (b.first == 0 and a.last <= b.last)


def _dates(kind: str, a: Profile, b: Profile) -> int | None:
    if kind == AGREED and a.assumed and b.assumed and abs(a.first - b.first) <= NEWS_DAYS:
        return 0  # "have agreed to let a convoy in": news for some days
    if a.first - 1 > b.last or b.first - 1 > a.last:
        return None
    if max(a.width, b.width) <= DAY:
        meet = a.first <= b.last and b.first <= a.last
        return 0 if meet or _a_day_off(kind, a, b) else None
    weeks = min(a.width, b.width) > DAY and max(a.width, b.width) <= WEEK
    told = max(a.width, b.width) <= WEEK and (kind in RARE or one_toll(a, b))
    return 0 if kind in ONCE or weeks or told or _about_then(a, b) else None


def _about_then(a: Profile, b: Profile) -> bool:
    """Whether one says about when ("two weeks earlier"), and the other on what day one side did so in one town.

    Or as many died there of such a blow: two dead are no mark of a happening, but of one town and week they are.
    """
    meet = a.first <= b.last and b.first <= a.last and max(a.width, b.width) <= ABOUT and both_settled(a, b)
    return meet and (not a.actors.isdisjoint(b.actors) or _as_many_dead(a, b))


def _as_many_dead(a: Profile, b: Profile) -> bool:
    dead = [{toll for toll in one.tolls if toll[0] == "killed" and toll[1] > 0} for one in (a, b)]
    return bool(dead[0]) and dead[0] == dead[1]


def _a_day_off(kind: str, a: Profile, b: Profile) -> bool:
    """Whether days that differ by one can be the same: the place sees it once, a date is assumed, figures are equal.

    So can those of what a country seldom sees, where one is told of the country alone.
    """
    wide = any(one.place is None or one.place.precision == "country" for one in (a, b))
    return kind in ONCE or a.assumed or b.assumed or one_toll(a, b) or (kind in RARE and wide)


def _undated(kind: str, a: Profile, b: Profile) -> int | None:
    """Tellings of different reports of which one has no date."""
    if not (a.dated or b.dated):
        if a.published is None or b.published is None:
            return None
        return _SAME_TIME if abs(a.published - b.published) <= NEWS_DAYS else None
    told, happened = (a, b) if b.dated else (b, a)
    if in_the_news(kind, told, happened) or _in_the_same_news(kind, told, happened) or _as_many(told, happened):
        return 0
    if told.modality not in {"planned", "possible"} or happened.width > SEASON or told.published is None:
        return None
    if not as_wide(told, happened):
        return None
    return 0 if told.published - DAY <= happened.last and happened.first <= told.published + PLAN_DAYS else None


def _as_many(told: Profile, happened: Profile) -> bool:
    """Whether a telling without a date counts as many people as one of a day some days before it, at one spot.

    ("About 1,300 people have fled the town"; "some 1,300 fled it on Friday".)
    """
    if told.published is None or happened.width > DAY or not both_settled(told, happened):
        return False
    lately = 0 <= told.published - happened.first <= NEWS_DAYS
    return lately and one_large_toll(told, happened) and {told.modality, happened.modality} == {"actual"}


def _in_the_same_news(kind: str, told: Profile, happened: Profile) -> bool:
    """Whether what is agreed on is told without a date here, and as the news of its day there, within some days.

    The day of the report is no date of an agreement: two reports that know none of it tell it in what order they will.
    """
    if kind != AGREED or told.published is None or not happened.assumed:
        return False
    return abs(told.published - happened.first) <= NEWS_DAYS


def in_the_news(kind: str, told: Profile, happened: Profile) -> bool:
    """Whether a telling without a date is of the days after what is seldom seen had happened.

    So is "the rebels have taken the town", of what a town sees once in a season; who did it must be named in both, but
    for what is agreed on and for roads.
    """
    if told.published is None or told.dated or not happened.dated or happened.modality != "actual":
        return False
    known = kind in RARE or kind in NAMELESS or (kind in ONCE and bool(told.actors & happened.actors))
    return known and happened.width <= DAY and 0 <= told.published - happened.first <= NEWS_DAYS


def _told_apart(a: Telling, b: Telling) -> bool:
    """Different parts of the day; and in one report, "another" one, or figures that cannot be of one happening."""
    one, other = a.profile, b.profile
    if one.part_of_day and other.part_of_day and one.part_of_day != other.part_of_day:
        return True
    if a.reports.isdisjoint(b.reports):
        return False
    report = min(a.reports & b.reports)
    later, earlier = (one, other) if a.starts[report] > b.starts[report] else (other, one)
    return later.anew > earlier.anew or _other_tolls(_by_field(one.tolls), _by_field(other.tolls))


def _of_other_people(a: Telling, b: Telling) -> bool:
    """Whether what one tells of a whole country has other dead than what the other tells of a place in it.

    "Strikes killed 120 fighters in the country; strikes on Lisk killed at least 13 civilians": nothing but the day is
    common to them. So are fighters who died in one village others than the civilians of the next. Where both name one
    spot, two sides tell of one blow's dead what they will.
    """
    one, other = a.profile, b.profile
    if one.place is None or other.place is None or _retells(a, b) or one_toll(one, other):
        return False
    spot = one.place.id == other.place.id
    if not spot and one.dead and other.dead and one.dead.isdisjoint(other.dead):
        return True
    if a.vague == b.vague:
        return False
    return _other_tolls(_capped(one.tolls), _capped(other.tolls))


def _capped(tolls: Iterable[Toll]) -> Mapping[str, list[tuple[float, float]]]:
    """Figures by field; "at least 13" leaves room for some more, not for many times as many."""
    return _by_field((name, low, _ROOM * low if low and math.isinf(high) else high) for name, low, high in tolls)


def _by_field(tolls: Iterable[Toll]) -> Mapping[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for name, low, high in tolls:
        found.setdefault(name, []).append((low, high))
    return found


def _other_tolls(a: Mapping[str, list[tuple[float, float]]], b: Mapping[str, list[tuple[float, float]]]) -> bool:
    """Whether no figure of the one can be one of the other, in any field that both give."""
    fields = a.keys() & b.keys()
    return bool(fields) and not any(
        low <= top and bottom <= high for name in fields for low, high in a[name] for bottom, top in b[name]
    )
