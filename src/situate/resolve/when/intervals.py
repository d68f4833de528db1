"""When a claim is true: the interval of each claim of a report.

Plain values in, intervals out; nothing here knows how claims are found. The conventions are those of the annotation
guidelines ("interval", "Conventions"): what the text says first, then what the claim retells, then what its sentence
says; without any of them a present state is open with an unknown start, a plan or a possibility has no date, and news
of the day takes the day of publication with that basis, never as stated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from situate.model.interval import DAY, MONTH, OPEN, UNKNOWN_INTERVAL, YEAR, Interval, first_day, last_day
from situate.model.span import Span
from situate.resolve.when.compared import compared
from situate.resolve.when.counted_back import counted_back, takes_up
from situate.resolve.when.counted_up_to import counted_up_to
from situate.resolve.when.dateline import dateline
from situate.resolve.when.dating import chosen
from situate.resolve.when.dating_options import publication, to_day, whole_of
from situate.resolve.when.dating_told import Told
from situate.resolve.when.deed_days import deed_days, only_days
from situate.resolve.when.held_now import held_now
from situate.resolve.when.in_clause import opened_by_a_date, over_by_then
from situate.resolve.when.in_force import in_force
from situate.resolve.when.lasted import as_long_as_told, counted_in
from situate.resolve.when.looking_back import looked_back_on
from situate.resolve.when.nth_day import counted_on
from situate.resolve.when.of_late import of_late
from situate.resolve.when.one_fight import of_one_fight
from situate.resolve.when.pointing_back import pointed_back
from situate.resolve.when.relations import reaches, relation_of
from situate.resolve.when.report_times import ReportTimes, TimeInText, expressions, read_times
from situate.resolve.when.since_a_deed import since_a_deed
from situate.resolve.when.since_then import since_then
from situate.resolve.when.spoken_of import said_the_day_before, spoken_of
from situate.resolve.when.told_apart import told_apart
from situate.resolve.when.told_beside import (
    as_of_then,
    carried_on,
    of_its_blow,
    of_the_buried,
    since_the_change,
    until_its_end,
    yesterday,
)
from situate.resolve.when.told_later import told_later
from situate.resolve.when.told_past import told_as_past
from situate.resolve.when.undated import ClaimTense, ClaimTime, by_a_war, chain, of_a_war, undated
from situate.text.sentences import flashed
from situate.text.times import expressions as times
from situate.text.times.meaning import Calendar, Length, Vague, Window

__all__ = [
    "ClaimTense", "ClaimTime", "ReportTimes", "TimeInText", "claim_interval", "claim_intervals", "dateline",
    "expressions", "read_times", "ruled_intervals",
]  # fmt: skip


def claim_interval(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of a claim by the conventions of the guidelines; never wider in precision than the words."""
    if claim.times:
        first, last = min(span.start for span in claim.times), max(span.end for span in claim.times)
        attached = [i for i in report.near(first, last + 1) if any(reaches(span, i, report) for span in claim.times)]
        told = _from_items(claim, report, attached) if attached else _of_words(claim, report)
        again = claim.antecedent if claim.antecedent is not None and claim.antecedent.known else None
        return told if told.known or again is None or any(map(_lasted, attached)) else again
    if claim.antecedent is not None and claim.antecedent.known:
        return claim.antecedent
    near = _in_clause(claim, report)
    if near is not None and not _had_happened(claim, report, near):
        found = _from_items(claim, report, [near])
        if found.known:
            return found
    return undated(claim, report)


def claim_intervals(
    claims: Sequence[ClaimTime], retells: Sequence[int | None], report: ReportTimes
) -> tuple[Interval, ...]:
    """The intervals of a report's claims, in order; ``retells[i]`` is the index of the claim that claim i retells.

    States keep what the rules say; of a happening it is one of the options that are weighed (``dating.py``).
    """
    chose = chosen(Told(claims, retells, ruled_intervals(claims, retells, report), report))
    found = dict(enumerate(chose))
    found |= _flashed(claims, found, report)
    found |= compared(claims, retells, found, report)
    found |= spoken_of(claims, found, report)
    found |= said_the_day_before(claims, found, report)
    found |= held_now(claims, found, report)
    found |= in_force(claims, retells, found, report)
    found |= deed_days(claims, retells, found, report)
    found |= only_days(claims, found, report)
    found |= told_as_past(claims, found, report)
    found |= looked_back_on(claims, found, report)
    found |= of_the_buried(claims, found, report)
    found |= of_late(claims, found, report)
    found |= counted_back(claims, found, report)
    found |= counted_up_to(claims, found, report)
    found |= of_its_blow(claims, found, report)
    found |= opened_by_a_date(claims, report)
    found |= (ended := over_by_then(claims, found, report))
    found |= of_one_fight(claims, found, ended, report)
    found |= since_then(claims, found, report)
    found |= since_a_deed(claims, found, report)
    found |= pointed_back(claims, found, report)
    found |= told_later(claims, found, report)
    found |= until_its_end(claims, found, report)
    found |= counted_in(claims, found, report)
    found |= as_long_as_told(claims, found, report)
    found |= counted_on(claims, found, report)
    taken_up = told_apart(claims, found, report)  # once more, from the days that the news has come to have
    found |= {n: one for n, one in taken_up.items() if takes_up(claims[n].sentence, report) is not None}
    return tuple(
        UNKNOWN_INTERVAL if _of_no_day(claim, interval, report) else interval
        for claim, interval in zip(claims, found.values(), strict=True)
    )


def _flashed(claims: Sequence[ClaimTime], found: Mapping[int, Interval], report: ReportTimes) -> dict[int, Interval]:
    """The day of the report, for happenings without a time that a flash tells: "BREAKING: army takes Ostry"."""
    day = publication(report)
    if day is None:
        return {}
    return {
        number: day
        for number, claim in enumerate(claims)
        if claim.happened and not claim.times and not found[number].known
        if claim.tense in {"present", "perfect", None} and flashed(report.text, claim.sentence.start)
    }


def _lasted(item: TimeInText) -> bool:
    """ "A months-long push" was on no single day, whatever it tells again."""
    return isinstance(item.timex.meaning, Length) and item.timex.relation != "after"


def _of_no_day(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether the harm of a whole war has the day of the report, or that of what stands beside it."""
    if interval.basis == "publication" and of_a_war(claim):
        return True
    short = interval.known and interval.latest != OPEN and None not in {interval.earliest, interval.latest}
    if not short or not (of_a_war(claim) or by_a_war(claim, report)):
        return False
    days = (last_day(interval.latest or "") - first_day(interval.earliest or "")).days
    return days <= _NO_WAR and not any(_dates(span, report) for span in claim.times)


_NO_WAR = 31  # days in which no war is over


def _dates(span: Span, report: ReportTimes) -> bool:
    """Whether words of a claim name a date, and no length."""
    return any(
        reaches(span, i, report) and not isinstance(i.timex.meaning, Length) for i in report.near(span.start, span.end)
    )


def ruled_intervals(
    claims: Sequence[ClaimTime], retells: Sequence[int | None], report: ReportTimes
) -> tuple[Interval, ...]:
    """What the rules say of a report's claims, in order; ``retells[i]`` is the index of the claim that claim i retells.

    A retelling takes the time of what it retells (``antecedent`` is filled in here); what was dated to the publication
    only for want of a date takes the time that another telling of the same happening gives.
    """
    found: dict[int, Interval] = {}
    for number in range(len(claims)):
        for step in reversed(chain(number, retells)):
            before = retells[step]
            if step not in found:
                antecedent = found.get(before) if before is not None else claims[step].antecedent
                claim = claims[step]
                given = claim if antecedent is claim.antecedent else replace(claim, antecedent=antecedent)
                found[step] = claim_interval(given, report)
    known = {n for n in range(len(claims)) if not _has_its_own(chain(n, retells)[-1], claims, found)}
    found |= {number: one for number, one in carried_on(claims, found, report).items() if number in known}
    found |= until_its_end(claims, found, report)
    found |= since_the_change(claims, found, report)
    found |= as_of_then(claims, found, report)
    found |= told_apart(claims, found, report)
    dated: dict[int, Interval] = {}
    for number in range(len(claims)):
        if found[number].told:
            dated.setdefault(chain(number, retells)[-1], found[number])
    known_days = (
        dated.get(chain(number, retells)[-1]) or yesterday(claim, report) or found[number]
        if _only_published(claim, found[number])
        else found[number]
        for number, claim in enumerate(claims)
    )
    return tuple(map(to_day, known_days))


def _has_its_own(number: int, claims: Sequence[ClaimTime], found: Mapping[int, Interval]) -> bool:
    """Whether what happened has a time of its own that cannot be told ("on Tuesday" in a report without a date)."""
    return bool(claims[number].times) and not found[number].known


def _only_published(claim: ClaimTime, interval: Interval) -> bool:
    return interval.basis == "publication" and claim.modality == "actual"


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
        stretch = _stretch(dates) or _run(dates, report)
        if stretch is not None:
            return stretch
        best = max(dates, key=lambda i: (len(i.interval.earliest or i.interval.latest or ""), -i.timex.start))
        return _of_date(claim, report, best)
    if lengths and lengths[0].timex.relation == "after":
        return undated(
            claim, report
        )  # "after less than two weeks": counted from what was told before, not back from today
    if lengths:
        return _of_length(claim, report, lengths[0])
    return _of_vague(claim, report, items[0])


def _counted_from(items: Sequence[TimeInText], report: ReportTimes) -> Sequence[TimeInText]:
    """The expressions without the day of a count that also says since when it counts ("As of 9 May, … since March")."""
    begun = [i for i in items if i.timex.relation == "since" and i.interval.known]
    counted = [i for i in items if _AS_OF.search(report.text[max(0, i.timex.start - 8) : i.timex.start])]
    return [i for i in items if i not in counted] if begun and counted else items


_AS_OF = re.compile(r"\bas (?:of|at) $", re.IGNORECASE)


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


_FROM = re.compile(r"\b(?:(between)|from)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s?)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:(and)|to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:in\s+)?", re.IGNORECASE)


def _run(dates: Sequence[TimeInText], report: ReportTimes) -> Interval | None:
    """From the first to the last of two months or years ("between March and July", "in 2013 and 2014")."""
    if len(dates) != 2 or not all(isinstance(i.timex.meaning, Calendar) for i in dates):
        return None
    first, last = dates
    led = _FROM.search(report.text[max(0, first.timex.start - 20) : first.timex.start])
    between = report.text[first.timex.end : last.timex.start]
    joint = _TO.fullmatch(between)
    begun, ended = first.resolved.earliest, last.resolved.latest
    if _AND.fullmatch(between) and begun and ended and _follows(begun, ended):
        return replace(first.interval, earliest=begun, latest=ended)
    if led is None or joint is None or bool(led[1]) != bool(joint[1]) or begun is None or ended is None:
        return None
    return replace(first.interval, earliest=begun, latest=ended) if begun < ended else None


def _follows(begun: str, ended: str) -> bool:
    """Whether the second of two years comes after the first, or the second of two months right after it."""
    if len(begun) != len(ended) or len(begun) > MONTH:
        return False
    return begun < ended if len(begun) == YEAR else (last_day(begun) + timedelta(days=1)).isoformat()[:MONTH] == ended


_RECENT = re.compile(r"\brecent(?:ly)?\b", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:now|still|so far|current(?:ly)?|ongoing|today|continu\w+|latest|first time|soon)\b", re.IGNORECASE
)


def _of_words(claim: ClaimTime, report: ReportTimes) -> Interval:
    """The interval of time roles without an expression: "still", "recent", another happening ("after the raid")."""
    words = " ".join(span.of(report.text) for span in claim.times)
    if _RECENT.search(words) and report.reference and claim.kind != "state":
        return Interval(latest=report.reference[:10], basis="relative")
    if claim.kind == "state" or _NOW.search(words):
        return undated(claim, report)
    # It happened beside something whose date is not told here.
    return UNKNOWN_INTERVAL


# Happenings that add up ("280,000 killed since 2011"): told of a stretch, they happened up to the report.
_ADD_UP = frozenset(
    {"kill", "capture", "displace", "evacuate", "destroy", "return", "explosion", "suicide_bombing", "abduct", "abuse"}
)
_TURNS = frozenset({"open_route", "cut_route"})  # what happens once, and is told by what holds since
_LONG_RUN = frozenset({"detain", "deploy"})  # happenings whose result lasts: captives held, troops stationed


def _lasts(claim: ClaimTime) -> bool:
    """Whether the claim still held when it was reported: a state, or a happening whose result is one."""
    return claim.kind == "state" or claim.type in _LONG_RUN


def _of_date(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    relation = relation_of(claim, report, item)
    whole = whole_of(item, report.reference and report.reference[:10]) if claim.kind != "state" else None
    if whole is not None and relation is None:
        return replace(item.interval, earliest=whole, latest=whole, precision="year" if len(whole) == YEAR else "month")
    found = times.bounded(replace(item.timex, relation=relation), item.resolved, report.reference)
    if isinstance(item.timex.meaning, Window) and relation == "for" and claim.kind == "state":
        return replace(found, latest=OPEN)
    if found.latest != OPEN or report.reference is None or claim.kind == "state":
        return found
    long_ago = len(found.earliest or "") < DAY
    if claim.type in _TURNS and not long_ago:
        shut = claim.type == "cut_route" and _PERFECT.search(report.text, claim.sentence.start, claim.trigger.start)
        # "Open again since 4 May": that day it was opened; "has been cut since" tells more of what is than of what was.
        return found if shut else replace(found, latest=found.earliest)
    going_on = claim.type not in _ADD_UP and (long_ago or _lasts(claim))
    # What happened since then had happened when it was reported; fighting since some month or year goes on.
    return found if going_on else _up_to(found, report.reference[:10])


_PERFECT = re.compile(r"\b(?:has|have)\s+(?:(?:also|now|all|both)\s+)?(?:been\s+)?(?:\w+ly\s+)?$")


def _up_to(interval: Interval, reference: str) -> Interval:
    """An interval that ends with the report; one that begins after it keeps its end."""
    begun = interval.earliest is not None and first_day(interval.earliest) <= last_day(reference)
    return replace(interval, latest=reference) if begun else interval


def _of_length(claim: ClaimTime, report: ReportTimes, item: TimeInText) -> Interval:
    found, meaning = item.interval, item.timex.meaning
    if report.reference is None or not found.known:
        hours = isinstance(meaning, Length) and meaning.unit in {"hour", "minute", "second"}
        return undated(claim, report) if _lasts(claim) or hours else UNKNOWN_INTERVAL
    if found.latest == OPEN and _LASTED.search(report.text[claim.trigger.end : item.timex.start]):
        return _up_to(found, report.reference[:10])
    years = isinstance(meaning, Length) and meaning.unit in {"year", "decade"} and claim.type not in _ADD_UP
    return found if _lasts(claim) or years else _up_to(found, report.reference[:10])


_LASTED = re.compile(r"(?<!has )(?<!have )\blasted\b", re.IGNORECASE)  # "the siege had lasted three months": it is over


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
    if claim.kind == "state" or claim.type in _LONG_RUN:
        here = [i for i in here if _bounds(claim, report, i) or isinstance(i.timex.meaning, Length)]
    fit = [i for i in here if _fits(i, claim)]
    return min(fit, key=lambda i: _distance(i.span, claim.trigger), default=None)


_HAD = re.compile(r"\b(?:had|having)\b")


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


_RIGHT_AT = 15  # letters between a length and the trigger that it belongs to: "a three-year siege"


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
