"""When one claim was or holds, by its own words, by what it retells, by its sentence: the rules of one claim.

The conventions are those of the annotation guidelines ("interval", "Conventions"): what the text says first, then what
the claim retells, then what its sentence says; without any of them a present state is open with an unknown start, a
plan or a possibility has no date, and news of the day takes the day of publication with that basis, never as stated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from situate.model.interval import DAY, MONTH, OPEN, UNKNOWN_INTERVAL, YEAR, Interval, first_day, last_day
from situate.model.span import Span
from situate.resolve.when.dating_options import whole_of
from situate.resolve.when.relations import in_roles, is_of_what_was_held, reaches, relation_of
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.terms import is_set
from situate.resolve.when.undated import LASTING, ClaimTime, undated
from situate.text.times import expressions as times
from situate.text.times.meaning import Calendar, Length, Vague, Window
from situate.text.times.pairs import days_listed

_AS_OF = re.compile(r"\bas (?:of|at) $", re.IGNORECASE)
_FROM = re.compile(r"\b(?:(between)|from)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s?)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:(and)|to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:in\s+)?", re.IGNORECASE)
# "Took Lisk in late January and Tarn on 16 February": one deed is told of two places and two times.
_PLACE = r"\s+(?:(?:in|at|near|around)\s+)?(?:the\s)?(?:[A-Z][\w’'-]*\s+){1,3}(?:(?:on|in|at|during|by)\s+)?(?:the\s)?"
_AND_THERE = re.compile(rf",?\s+(?:and|then|and then){_PLACE}")
_THERE = re.compile(rf"(?:,|,?\s+(?:and|then|and then)){_PLACE}")  # "Lisk on Friday, Tarn on Sunday and …"
# Between the times of a list: "on Friday and again on Monday", "in January, February and March".
_LISTED = re.compile(
    r"(?:\s*,(?:\s+and)?|\s+and)(?:\s+(?:again|then|also|once\smore|late|early))*(?:\s+(?:on|in|at|during))?(?:\s+the)?\s+"
)
_AGAIN = re.compile(r"^(?:\s*,)?\s+and\s+again\b")
_NEAR = 31  # days: two that lie further apart are no stretch
_RECENT = re.compile(r"\brecent(?:ly)?\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:now|still|so far|current(?:ly)?|ongoing|today|continu\w+|latest|first time|soon)\b", re.IGNORECASE
)
# Happenings that add up ("280,000 killed since 2011"): told of a stretch, they happened up to the report.
_ADD_UP = frozenset(
    {"kill", "capture", "displace", "evacuate", "destroy", "return", "explosion", "suicide_bombing", "abduct", "abuse"}
)
_GO_ON = frozenset({"cut_route", "deny_aid", "clash"})
_TURNS = frozenset({"open_route", "cut_route"})  # what happens once, and is told by what holds since
_PERFECT = re.compile(r"\b(?:has|have)\s+(?:(?:also|now|all|both)\s+)?(?:been\s+)?(?:\w+ly\s+)?$")
_HAS_BEEN = re.compile(r"\b(?:has|have)\s(?:\w+\s)?been\s(?:\w+ly\s)?$")
_LASTED = re.compile(r"(?<!has )(?<!have )\blasted\b", re.IGNORECASE)  # "the siege had lasted three months": it is over
_HAD = re.compile(r"\b(?:had|having)\b")
_SAID = frozenset({"accuse", "reject", "request", "promise", "threaten", "concede"})
_SAID_OF = re.compile(r"\b(?:that|who|which|whose|where|when|over|of\s(?:[\w’'-]+\s){0,6}?[\w’'-]+ing)\b")
_OPENING = 12  # letters of a sentence before a "since" that opens it
_SINCE_REACH = 40  # letters from "since 2012" to a happening that went on since then
_PARTS = re.compile(r"[:;]\s")
_INTO = re.compile(r"\s+into\s", re.IGNORECASE)  # "two years into the war" says how old the war is
_RIGHT_AT = 15  # letters between a length and the trigger that it belongs to: "a three-year siege"


def claim_interval(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of a claim by the conventions of the guidelines; never wider in precision than the words."""
    if claim.times:
        first, last = min(span.start for span in claim.times), max(span.end for span in claim.times)
        attached = [i for i in report.near(first, last + 1) if any(reaches(span, i, report) for span in claim.times)]
        if attached and all(_INTO.match(report.text, i.timex.end) for i in attached):
            return undated(claim, report)
        attached = _of_its_part(claim, attached, report.text)
        told = _from_items(claim, report, attached) if attached else _of_words(claim, report)
        again = claim.antecedent if claim.antecedent is not None and claim.antecedent.known else None
        return told if told.known or again is None or any(map(_lasted, attached)) else again
    if claim.antecedent is not None and claim.antecedent.known:
        return claim.antecedent
    near = _in_clause(claim, report)
    if near is not None and _since_of_another(near, claim):
        return UNKNOWN_INTERVAL
    if near is not None and not _had_happened(claim, report, near):
        found = _from_items(claim, report, [near])
        if found.known:
            return found
    return undated(claim, report)


def in_turn(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """From the first to the last of several times, each of which has its place: "took Lisk in May and Tarn in July"."""
    spans = sorted(claim.times, key=lambda span: span.start)
    held = [[i for i in report.near(s.start, s.end) if reaches(s, i, report)] for s in spans]
    if claim.kind == "state" or not all(len(items) == 1 for items in held):
        return None
    items = [items[0] for items in held if isinstance(items[0].timex.meaning, Calendar)]
    items = [i for i in items if not _is_year_of(i, items)] if len(items) == len(spans) else []
    joints = [report.text[a.timex.end : b.timex.start] for a, b in pairwise(items)]
    if not joints or not _AND_THERE.fullmatch(joints[-1]) or not all(map(_THERE.fullmatch, joints)):
        return None
    begun, ended = items[0].interval.earliest, items[-1].interval.latest
    if begun is None or ended is None or begun >= ended[: len(begun)]:
        return None
    return replace(items[0].interval, earliest=begun, latest=ended)


def _is_year_of(item: TimeInText, items: Sequence[TimeInText]) -> bool:
    """Whether an expression is the year of the others ("In 2015, they took Lisk in May and Tarn in July")."""
    year = item.interval.earliest or ""
    others = [i.interval.earliest or "" for i in items if i is not item]
    return len(year) == YEAR and all(day.startswith(year) and len(day) > YEAR for day in others)


def _of_its_part(claim: ClaimTime, items: list[TimeInText], text: str) -> list[TimeInText]:
    """The expressions of the part of its sentence that a claim stands in, if there are any.

    Not those of a list of what it sums up ("in May they took two towns: Varn on 6 May"), nor those that a semicolon
    parts from it ("in 2008 they bombed it; last year they burned it").
    """
    begin, end = text.rfind("; ", claim.sentence.start, claim.trigger.start), claim.sentence.end
    stop = _PARTS.search(text, claim.trigger.end, end)
    here = [i for i in items if begin < i.timex.start and i.timex.end <= (stop.start() if stop else end)]
    return here if any(i.interval.known for i in here) else items


def _lasted(item: TimeInText) -> bool:
    """ "A months-long push" was on no single day, whatever it tells again."""
    return isinstance(item.timex.meaning, Length) and item.timex.relation != "after"


def _from_items(claim: ClaimTime, report: ReportTimes, items: Sequence[TimeInText]) -> Interval:
    """The interval that attached expressions give: the most exact date first, a length only without one.

    The date of the report's own dateline dates nothing that has another.
    """
    items = [i for i in items if i.span != report.dateline] or items
    items = _counted_from(items, report)
    if any(i.interval.known and not _is_hour(i) and not isinstance(i.timex.meaning, Length) for i in items):
        items = [i for i in items if not _is_hour(i)]
    lengths = [i for i in items if isinstance(i.timex.meaning, Length) and not _is_placed(i)]
    dates = [i for i in items if i.interval.known and i not in lengths]
    if dates:
        stretch = listed(claim, report) or _stretch(dates) or _run(dates, report)
        if stretch is not None:
            return stretch
        best = max(dates, key=_exactness)
        return _of_date(claim, report, best)
    if lengths and lengths[0].timex.relation == "after":
        return undated(
            claim, report
        )  # "after less than two weeks": counted from what was told before, not back from today
    if lengths:
        return _of_length(claim, report, lengths[0])
    return _of_vague(claim, report, items[0])


def _exactness(item: TimeInText) -> tuple[int, bool, int]:
    """How exact a date is, with the one that stands first before others like it: a day before its week."""
    told = item.interval
    return len(told.earliest or told.latest or ""), told.within_a_day, -item.timex.start


def _counted_from(items: Sequence[TimeInText], report: ReportTimes) -> Sequence[TimeInText]:
    """The expressions without the day of a count that also says since when it counts ("As of 9 May, … since March")."""
    begun = [i for i in items if i.timex.relation == "since" and i.interval.known]
    counted = [i for i in items if _AS_OF.search(report.text[max(0, i.timex.start - 8) : i.timex.start])]
    return [i for i in items if i not in counted] if begun and counted else items


def _is_hour(item: TimeInText) -> bool:
    """Whether an expression is an hour of a day that another one names ("at 7 pm (1600 GMT) on Monday evening")."""
    meaning = item.timex.meaning
    return isinstance(meaning, Calendar) and meaning.hour is not None and not (meaning.weekday or meaning.day)


def _is_placed(item: TimeInText) -> bool:
    """Whether a length has an end, as "the first three months of 2015" has: it is a date."""
    return item.interval.known and item.interval.latest != OPEN


def _stretch(dates: Sequence[TimeInText]) -> Interval | None:
    """From the first to the last of several days ("on Friday and Saturday"); ``None`` when they are one."""
    days = [
        i.interval for i in dates if isinstance(i.timex.meaning, Calendar) and i.interval.earliest == i.interval.latest
    ]
    bounds = sorted({d.earliest for d in days if d.earliest is not None and d.one_day})
    if len(bounds) < 2 or len(days) < len(dates):
        return None
    return replace(days[0], earliest=bounds[0], latest=bounds[-1], precision="day")


def _run(dates: Sequence[TimeInText], report: ReportTimes) -> Interval | None:
    """From the first to the last of two months or years ("between March and July", "in 2013 and 2014")."""
    if len(dates) != 2 or not all(isinstance(i.timex.meaning, Calendar) for i in dates):
        return None
    first, last = dates
    between = report.text[first.timex.end : last.timex.start]
    begun, ended = first.resolved.earliest, last.resolved.latest
    if _AND.fullmatch(between) and begun and ended and _follows(begun, ended):
        return replace(first.interval, earliest=begun, latest=ended)
    if not from_to(first, last, report) or begun is None or ended is None:
        return None
    return replace(first.interval, earliest=begun, latest=ended) if begun < ended else None


def listed(claim: ClaimTime, report: ReportTimes) -> Interval | None:
    """From the first to the last of the times that a happening's own words list; ``None`` where they list none.

    "On Friday and again on Monday", "on 9, 10 and 12 May", "in January, February and March": it was at all of them.
    """
    spans = sorted(claim.times, key=lambda span: span.start)
    items = [i for i in _again(claim, report) if i.interval.known and i.names_date]
    joints = [report.text[a.timex.end : b.timex.start] for a, b in pairwise(items)]
    if claim.kind == "state" or not items or not all(_LISTED.fullmatch(joint) for joint in joints):
        return None
    if any(i.timex.relation not in {"in", "over", None} or from_to(i, i, report) for i in items):
        return None
    told = [bounds for i in items for bounds in _days_beside(i, spans, report)]
    several = len(items) > 1 or len(told) > 2
    if not several or not _is_one_run(told, again=any(_AGAIN.search(joint) for joint in joints)):
        return None
    return replace(items[0].interval, earliest=min(told), latest=max(told))


def _again(claim: ClaimTime, report: ReportTimes) -> list[TimeInText]:
    """The expressions of a claim's time roles in order, with one that "again" joins to the last of them."""
    items = sorted({i.timex.start: i for i in in_roles(claim, report)}.values(), key=lambda i: i.timex.start)
    behind = (i for i in report.inside(claim.sentence) if items and i.timex.start > items[-1].timex.end)
    further = next(behind, None)
    joint = report.text[items[-1].timex.end : further.timex.start] if further is not None else ""
    return [*items, further] if further is not None and _AGAIN.search(joint) else items


def _days_beside(item: TimeInText, spans: Sequence[Span], report: ReportTimes) -> list[str]:
    """The bounds of an expression, with those of the days of its month that a role lists beside it."""
    first, last = item.resolved.earliest, item.resolved.latest
    if first is None or last is None:
        return []
    held = next((span for span in spans if span.covers(item.span)), None)
    return [first[:DAY], last[:DAY], *(days_listed(report.text, item.timex, first, held) if held is not None else ())]


def _is_one_run(told: Sequence[str], *, again: bool) -> bool:
    """Whether several days, months or years can be told as one stretch: months where each follows another, days where
    no month lies between them, unless it was ``again`` then."""
    each = sorted(set(told))
    if len(each) < 2 or len({len(one) for one in each}) > 1:
        return False
    if len(each[0]) == MONTH:
        return all(_follows(a, b) for a, b in pairwise(each))
    return again or len(each[0]) == YEAR or all((first_day(b) - first_day(a)).days <= _NEAR for a, b in pairwise(each))


def from_to(first: TimeInText, last: TimeInText, report: ReportTimes) -> bool:
    """Whether two expressions bound a stretch: "from March to July", "between 3 and 9 May"; not "on 3 and 9 May"."""
    led = _FROM.search(report.text[max(0, first.timex.start - 20) : first.timex.start])
    joint = _TO.fullmatch(report.text, first.timex.end, last.timex.start)
    return led is not None and joint is not None and bool(led[1]) == bool(joint[1])


def _follows(begun: str, ended: str) -> bool:
    """Whether the second of two years comes after the first, or the second of two months right after it."""
    if len(begun) != len(ended) or len(begun) > MONTH:
        return False
    return begun < ended if len(begun) == YEAR else (last_day(begun) + timedelta(days=1)).isoformat()[:MONTH] == ended


def _of_words(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of time roles without an expression: "still", "recent", another happening ("after the raid")."""
    words = " ".join(span.of(report.text) for span in claim.times)
    if _RECENT.search(words) and report.reference and claim.kind != "state":
        return Interval(latest=report.reference[:10], basis="relative")
    if claim.kind == "state" or _NOW.search(words):
        return undated(claim, report)
    # It happened beside something whose date is not told here.
    return UNKNOWN_INTERVAL


def _lasts(claim: ClaimTime) -> bool:
    """Whether the claim still held when it was reported: a state, or a happening whose result is one."""
    return claim.kind == "state" or claim.type in LASTING


def _of_date(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    relation = relation_of(claim, report, item)
    whole = whole_of(item, report.reference and report.reference[:10]) if claim.kind != "state" else None
    if whole is not None and relation is None:
        return replace(item.interval, earliest=whole, latest=whole, precision="year" if len(whole) == YEAR else "month")
    found = times.bounded(replace(item.timex, relation=relation), item.resolved)
    if relation == "after" and report.reference is not None:
        return _up_to(found, report.reference[:10])
    if isinstance(item.timex.meaning, Window) and relation == "for" and claim.kind == "state":
        return replace(found, latest=OPEN)
    if found.latest != OPEN or report.reference is None or claim.kind == "state":
        return found
    long_ago = len(found.earliest or "") < DAY
    if claim.type == "deny_aid" and _HAS_BEEN.search(report.text, claim.sentence.start, claim.trigger.start):
        return found
    if claim.type in _TURNS and not long_ago:
        shut = claim.type == "cut_route" and _PERFECT.search(report.text, claim.sentence.start, claim.trigger.start)
        # "Open again since 4 May": that day it was opened; "has been cut since" tells more of what is than of what was.
        return found if shut else replace(found, latest=found.earliest)
    going_on = claim.type not in _ADD_UP and (long_ago or _lasts(claim))
    # What happened since then had happened when it was reported; fighting since some month or year goes on.
    return found if going_on else _up_to(found, report.reference[:10])


def _up_to(interval: Interval, reference: str) -> Interval:
    """An interval that ends with the report; one that begins after it keeps its end."""
    begun = interval.earliest is not None and first_day(interval.earliest) <= last_day(reference)
    return replace(interval, latest=reference) if begun else interval


def _of_length(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    found, meaning = item.interval, item.timex.meaning
    if is_set(report.text, item.span):
        return undated(claim, report)
    if report.reference is None or not found.known:
        hours = isinstance(meaning, Length) and meaning.unit in {"hour", "minute", "second"}
        if claim.type in _GO_ON and claim.tense == "perfect" and not hours:
            return Interval(latest=OPEN)  # "has been cut off for weeks"
        return undated(claim, report) if _lasts(claim) or hours else UNKNOWN_INTERVAL
    if found.latest == OPEN and _LASTED.search(report.text[claim.trigger.end : item.timex.start]):
        return _up_to(found, report.reference[:10])
    years = isinstance(meaning, Length) and meaning.unit in {"year", "decade"} and claim.type not in _ADD_UP
    return found if _lasts(claim) or years else _up_to(found, report.reference[:10])


def _of_vague(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    meaning = item.timex.meaning
    past = isinstance(meaning, Vague) and meaning.reference == "PAST_REF"
    if past and report.reference is not None:
        return Interval(latest=report.reference[:10], basis="relative")
    return undated(claim, report)


def _in_clause(claim: ClaimTime, report: ReportTimes) -> TimeInText | None:
    """The dated expression of the claim's sentence that most likely dates it; ``None`` when none is near enough.

    Without a role that attaches it, only a calendar date is taken over, and a length that stands right at the trigger.
    """
    if claim.modality in {"planned", "possible"}:
        return None
    here = [i for i in report.inside(claim.sentence) if i.interval.known and i.span != report.dateline]
    here = [i for i in here if not report.told_aside(i.timex.start, claim.trigger.start)]
    if claim.kind == "state" or claim.type in LASTING:
        here = [i for i in here if _bounds(claim, report, i) or isinstance(i.timex.meaning, Length)]
    here = [i for i in here if not is_of_what_was_held(claim, i, report)]
    fit = [i for i in here if _fits(i, claim) and not _of_what_is_said(claim, report, i)]
    return min(fit, key=lambda i: _distance(i.span, claim.trigger), default=None)


def _of_what_is_said(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a date stands in what a speech act is about: "accused of a raid in 1991", "vowed to free the men who"."""
    between = report.text[claim.trigger.end : item.timex.start]
    return claim.type in _SAID and claim.trigger.end <= item.timex.start and _SAID_OF.search(between) is not None


def _since_of_another(item: TimeInText, claim: ClaimTime) -> bool:
    """Whether "since" stands with another verb long before a happening ("in power since 1963, met it with force")."""
    if item.timex.relation != "since" or claim.kind == "state" or claim.tense == "perfect":
        return False
    within = item.timex.start - claim.sentence.start > _OPENING
    return within and claim.trigger.start - item.timex.end > _SINCE_REACH


def _had_happened(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a claim was over by a date that dates something else ("said on Sunday that it had left the town")."""
    between = report.text[item.timex.end : claim.trigger.start]
    return item.timex.end <= claim.trigger.start and bool(_HAD.search(between))


def _bounds(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> bool:
    """Whether a date says since when or until when something holds, also by its clause ("since it fell in 2014")."""
    return item.timex.relation in {"since", "until"} or relation_of(claim, report, item) == "since"


def _fits(item: TimeInText, claim: ClaimTime) -> bool:
    if isinstance(item.timex.meaning, Length | Window):
        return _distance(item.span, claim.trigger) <= _RIGHT_AT
    return True


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
