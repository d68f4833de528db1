"""When the claims of a report are true: the rules in the order in which they are asked.

Plain values in, intervals out; nothing here knows how claims are found. What the rules of one claim say
(``by_words``) is put right by what is told beside it, weighed against other readings (``dating``), and put right once
more, each rule seeing what those before it made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from situate.model.interval import OPEN, UNKNOWN_INTERVAL, Interval, first_day, last_day
from situate.model.span import Span
from situate.resolve.when.after_a_deed import after_a_deed
from situate.resolve.when.borrowed import borrowed
from situate.resolve.when.by_words import claim_interval, in_turn
from situate.resolve.when.compared import compared
from situate.resolve.when.counted_back import counted_back, takes_up
from situate.resolve.when.counted_before import counted_before
from situate.resolve.when.counted_up_to import counted_up_to
from situate.resolve.when.dateline import dateline
from situate.resolve.when.dating import chosen
from situate.resolve.when.dating_options import to_day
from situate.resolve.when.dating_told import Told
from situate.resolve.when.day_before_it import day_before_it
from situate.resolve.when.deadlines import by_a_deadline
from situate.resolve.when.deed_days import deed_days, only_days
from situate.resolve.when.ended_then import ended_then
from situate.resolve.when.found_dead import found_dead
from situate.resolve.when.going_on import going_on
from situate.resolve.when.held_for import held_for
from situate.resolve.when.held_now import held_now
from situate.resolve.when.in_a_form import in_a_form
from situate.resolve.when.in_clause import opened_by_a_date, over_by_then
from situate.resolve.when.in_force import in_force
from situate.resolve.when.laid_on import laid_on
from situate.resolve.when.lasted import (
    as_long_as_told,
    at_its_end,
    counted_in,
    for_hours,
    from_until,
    lasted_on,
    until_told,
)
from situate.resolve.when.long_over import long_over
from situate.resolve.when.looking_back import looked_back_on
from situate.resolve.when.nth_day import counted_on, on_days_before
from situate.resolve.when.of_late import of_late
from situate.resolve.when.one_fight import of_one_fight
from situate.resolve.when.other_clause import not_when_founded, without_others
from situate.resolve.when.pointing_back import pointed_back
from situate.resolve.when.relations import reaches
from situate.resolve.when.report_times import ReportTimes, TimeInText, expressions, read_times
from situate.resolve.when.since_a_deed import since_a_deed
from situate.resolve.when.since_then import since_then
from situate.resolve.when.spoken_of import said_the_day_before, spoken_of
from situate.resolve.when.told_apart import news_counted_from, some_time_before, told_apart
from situate.resolve.when.told_beside import (
    as_of_then,
    carried_on,
    of_its_blow,
    of_the_buried,
    of_the_deed_told_next,
    since_the_change,
    until_its_end,
    yesterday,
)
from situate.resolve.when.told_later import some_time_later, told_later
from situate.resolve.when.told_past import told_as_past
from situate.resolve.when.told_since import told_since
from situate.resolve.when.truces_begun import truces_begun
from situate.resolve.when.turned_to import apart
from situate.resolve.when.undated import Claims, ClaimTense, ClaimTime, Found, by_a_war, chain, of_a_war
from situate.text.sentences import flashed
from situate.text.times.meaning import Length

__all__ = [
    "ClaimTense", "ClaimTime", "ReportTimes", "TimeInText", "claim_interval", "claim_intervals", "dateline",
    "expressions", "read_times", "ruled_intervals",
]  # fmt: skip
_NO_WAR = 31  # days in which no war is over


# What other times and lengths of the report tell of a claim's, each rule on what those before it found.
_BY_WHAT_IS_TOLD = (
    since_then, since_a_deed, pointed_back, told_later, some_time_later, some_time_before, laid_on, until_its_end,
    counted_in, as_long_as_told, lasted_on, until_told, for_hours, held_for, at_its_end, counted_on, on_days_before,
    counted_before, going_on, truces_begun, ended_then, long_over, from_until,
)  # fmt: skip


def claim_intervals(claims: Claims, retells: Sequence[int | None], report: ReportTimes) -> tuple[Interval, ...]:
    """The intervals of a report's claims, in order; ``retells[i]`` is the index of the claim that claim i retells.

    States keep what the rules say; of a happening it is one of the options that are weighed (``dating``).
    """
    claims, retells = without_others(claims, report), apart(claims, retells, report)
    ruled = ruled_intervals(claims, retells, report)
    found = dict(enumerate(chosen(Told(claims, retells, ruled, report))))
    found |= {n: one for n, claim in enumerate(claims) if (one := in_turn(claim, report)) is not None}
    found |= news_counted_from(claims, found, report)
    found |= _undated_plans(claims, found, ruled, report)
    found |= told_since(claims, found, ruled, report)
    found |= _flashed(claims, found, report)
    found |= _elsewhere(claims, found, ruled, report)
    found |= compared(claims, retells, found, report)
    found |= spoken_of(claims, found, report)
    found |= day_before_it(claims, found, report)
    found |= said_the_day_before(claims, found, report)
    found |= held_now(claims, found, report)
    found |= in_force(claims, retells, found, report)
    found |= deed_days(claims, retells, found, report)
    found |= only_days(claims, found, report)
    found |= not_when_founded(claims, found, report)
    found |= told_as_past(claims, found, report)
    found |= looked_back_on(claims, found, report)
    found |= of_the_buried(claims, found, report) | found_dead(claims, found, report)
    found |= of_the_deed_told_next(claims, found, report)
    found |= of_late(claims, found, report)
    found |= counted_back(claims, found, report)
    found |= counted_up_to(claims, found, report)
    found |= of_its_blow(claims, found, report)
    found |= in_a_form(claims, report)
    found |= opened_by_a_date(claims, report)
    found |= (ended := over_by_then(claims, found, report))
    found |= of_one_fight(claims, found, ended, report)
    for rule in _BY_WHAT_IS_TOLD:
        found |= rule(claims, found, report)
    found |= borrowed(claims, retells, found, ruled, report)
    taken_up = told_apart(claims, found, report)  # once more, from the days that the news has come to have
    found |= {n: one for n, one in taken_up.items() if takes_up(claims[n].sentence, report) is not None}
    found |= after_a_deed(claims, found, report)
    found |= by_a_deadline(claims, found, report)
    return tuple(
        UNKNOWN_INTERVAL if _of_no_day(claim, interval, report) else interval
        for claim, interval in zip(claims, found.values(), strict=True)
    )


def _undated_plans(claims: Claims, found: Found, ruled: Sequence[Interval], report: ReportTimes) -> dict[int, Interval]:
    """Plans that no rule dates were not on a day before the report that is told beside them."""
    return {
        number: UNKNOWN_INTERVAL
        for number, claim in enumerate(claims)
        if claim.modality == "planned" and claim.kind != "state" and not ruled[number].known
        if report.day is not None and (found[number].latest or OPEN) < report.day
    }


def _flashed(claims: Claims, found: Found, report: ReportTimes) -> dict[int, Interval]:
    """The day of the report, for happenings without a time that a flash tells: "BREAKING: army takes Ostry"."""
    day = report.published
    if day is None:
        return {}
    return {
        number: day
        for number, claim in enumerate(claims)
        if claim.happened and not claim.times and not found[number].known
        if claim.tense in {"present", "perfect", None} and flashed(report.text, claim.sentence.start)
    }


def _elsewhere(claims: Claims, found: Found, ruled: Sequence[Interval], report: ReportTimes) -> dict[int, Interval]:
    """The day of the report, by the rules, for news that "Elsewhere, …" opens, without the day of what came before.

    Of 16 such happenings in annotated reports, near which no time is named from there on, none had that day.
    """
    return {
        number: ruled[number]
        for number, claim in enumerate(claims)
        if ruled[number].basis == "publication" and found[number].told and claim.happened and not claim.times
        if _is_told_elsewhere(claim, report)
    }


def _is_told_elsewhere(claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether a claim stands in a paragraph behind "Elsewhere", and no time is named between that and its end."""
    begins, until = report.told_anew(claim.trigger.start), claim.sentence.end
    if not report.small.endswith("elsewhere", 0, begins) or "\n" in report.text[begins : claim.trigger.start]:
        return False
    return not any(i.interval.known and i.timex.start >= begins for i in report.near(begins, until))


def _of_no_day(claim: ClaimTime, interval: Interval, report: ReportTimes) -> bool:
    """Whether the harm of a whole war has the day of the report, or that of what stands beside it."""
    if interval.basis == "publication" and of_a_war(claim):
        return True
    short = interval.known and interval.latest != OPEN and None not in {interval.earliest, interval.latest}
    if not short or not (of_a_war(claim) or by_a_war(claim, report)):
        return False
    days = (last_day(interval.latest or "") - first_day(interval.earliest or "")).days
    return days <= _NO_WAR and not any(_dates(span, report) for span in claim.times)


def _dates(span: Span, report: ReportTimes) -> bool:
    """Whether words of a claim name a date, and no length."""
    return any(
        reaches(span, i, report) and not isinstance(i.timex.meaning, Length) for i in report.near(span.start, span.end)
    )


def ruled_intervals(claims: Claims, retells: Sequence[int | None], report: ReportTimes) -> tuple[Interval, ...]:
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
    first = [chain(number, retells)[-1] for number in range(len(claims))]
    carried = carried_on(claims, found, report)
    found |= {number: one for number, one in carried.items() if not _has_its_own(first[number], claims, found)}
    found |= until_its_end(claims, found, report)
    found |= since_the_change(claims, found, report)
    found |= as_of_then(claims, found, report)
    found |= told_apart(claims, found, report)
    dated: dict[int, Interval] = {}
    for number, told in enumerate(first):
        if found[number].told:
            dated.setdefault(told, found[number])
    for number, claim in enumerate(claims):
        if found[number].basis == "publication" and claim.modality == "actual":
            found[number] = dated.get(first[number]) or yesterday(claim, report) or found[number]
    return tuple(to_day(found[number]) for number in range(len(claims)))


def _has_its_own(number: int, claims: Claims, found: Found) -> bool:
    """Whether what happened has a time of its own that cannot be told ("on Tuesday" in a report without a date)."""
    return bool(claims[number].times) and not found[number].known
