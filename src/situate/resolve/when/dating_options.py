"""The intervals that a claim can have: what the rules say, what the words near it name, what is told before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from situate.model.interval import DAY, MONTH, OPEN, YEAR, Interval
from situate.model.span import Span
from situate.resolve.when.report_times import ReportTimes, TimeInText
from situate.resolve.when.undated import ClaimTime
from situate.text.times.meaning import Length, Shifted, Window
from situate.text.times.reading import in_passing

Bounds = tuple[str | None, str | None]

BEFORE, AFTER = 6, 2  # expressions before and after a trigger that can date it


@dataclass(slots=True)
class Option:
    """An interval that a claim can have, and the signs that speak for or against it."""

    interval: Interval
    signs: list[str] = field(default_factory=list)


def bounds(interval: Interval) -> Bounds:
    """What makes two intervals the same."""
    return interval.earliest, interval.latest


def to_day(interval: Interval) -> Interval:
    """An interval whose bounds are days or longer: the hour is that of an expression, not of what a claim tells."""
    first, last = interval.earliest, interval.latest
    if interval.precision != "minute" or max(len(first or ""), len(last or "")) <= DAY:
        return interval
    return replace(interval, earliest=first and first[:DAY], latest=last and last[:DAY], precision="day")


def form(interval: Interval, report: ReportTimes) -> str:
    """What an interval is: unknown, standing (open, no start), lasting (open), published (the report's day), dated."""
    first, last = interval.earliest, interval.latest
    if last == OPEN:
        return "lasting" if first else "standing"
    if first != last:
        return "dated"
    if first is None:
        return "unknown"
    return "published" if first == report.day else "dated"


def near(claim: ClaimTime, report: ReportTimes, positions: Sequence[int]) -> list[TimeInText]:
    """The expressions that can date a claim: some before its trigger, some after, and those of its roles.

    ``positions``: where each expression of the report starts.
    """
    at = bisect_left(positions, claim.trigger.start)
    around = [i for i in report.found[max(0, at - BEFORE) : at + AFTER] if not _of_another(i, claim, report)]
    held = [i for span in claim.times for i in overlapping(span, report, positions)]
    return sorted({i.timex.start: i for i in (*around, *held)}.values(), key=lambda i: i.timex.start)


def _of_another(item: TimeInText, claim: ClaimTime, report: ReportTimes) -> bool:
    """Whether an expression only says of somebody in an earlier sentence when he came ("who arrived two days ago"), or
    is counted in a later sentence from what the claim tells ("They had seized him two days earlier")."""
    meaning = item.timex.meaning
    if item.timex.start >= claim.sentence.end and isinstance(meaning, Shifted) and meaning.from_text:
        return bool(meaning.amount)
    return item.timex.end <= claim.sentence.start and in_passing(item.timex, report.text)


def overlapping(span: Span, report: ReportTimes, positions: Sequence[int]) -> list[TimeInText]:
    """The expressions that share letters with a span."""
    first, last = bisect_left(positions, span.start), bisect_left(positions, span.end)
    return [i for i in report.found[max(0, first - 1) : last] if span.start < i.timex.end]


def readings(item: TimeInText, reference: str | None, *, wide: bool) -> Iterator[tuple[str, Interval]]:
    """The intervals that an expression can give, each with the name of its reading.

    "at": its own bounds; "since": open from its first; "up to": from its first to the report; "until": to its last.
    Only ``wide`` gives others than the first. A length dates what began so long before the report.
    """
    first, last = item.resolved.earliest, item.resolved.latest
    day = reference[:10] if reference is not None else None
    if isinstance(item.timex.meaning, Length) and (not item.interval.known or item.interval.latest == OPEN):
        if item.interval.known and item.timex.relation != "after":  # "after two weeks" is not counted back from today
            yield "since", item.interval
            if day is not None:
                yield "up to", replace(item.interval, latest=day)
        return
    if first is None and last is None:
        return
    same = bounds(item.interval) == (first, last)
    own = to_day(item.interval if same else replace(item.interval, earliest=first, latest=last))
    yield "at", own
    whole = whole_of(item, day)
    if whole is not None:
        yield "whole", replace(own, earliest=whole, latest=whole, precision="month" if len(whole) > YEAR else "year")
    if wide and first is not None and (day is None or first[:10] <= day):
        yield "since", replace(own, latest=OPEN)
        if day is not None and last != day and not isinstance(item.timex.meaning, Window):
            yield "up to", replace(own, latest=day)
    if wide and item.timex.relation in {"until", "by", "before"}:
        yield "until", replace(own, earliest=None)


def readings_of(item: TimeInText, report: ReportTimes, *, wide: bool) -> tuple[tuple[str, Interval, Interval], ...]:
    """Each of the readings of an expression with its interval, as its own words state it and as others take it over."""
    key = item.timex.start, wide
    known = report.read_before.get(key)
    if known is None:
        given = readings(item, report.reference, wide=wide)
        known = tuple((name, own, relative(own)) for name, own in given)
        report.read_before[key] = known
    return known


def relative(interval: Interval) -> Interval:
    """An interval that rests on words which state another's time."""
    return interval if interval.basis == "relative" else replace(interval, basis="relative")


def whole_of(item: TimeInText, day: str | None) -> str | None:
    """The month or year that "this month", "earlier this year" name as a whole."""
    meaning, first = item.timex.meaning, item.resolved.earliest
    if not isinstance(meaning, Shifted) or meaning.amount != 0 or first is None or item.resolved.latest != day:
        return None
    return first[: {"month": MONTH, "year": YEAR}.get(meaning.unit, 0)] or None


def reaches_report(interval: Interval, report: ReportTimes) -> bool:
    """Whether what began with an interval can have gone on up to the report, and the interval does not say so."""
    first, day = interval.earliest, report.reference
    return (
        first is not None
        and day is not None
        and len(day) >= 10
        and first[:10] < day[: len(first)]
        and (interval.latest != day[:10])
    )


def one_day(item: TimeInText, report: ReportTimes) -> bool:
    """Whether an expression names a day, and is not the report's own dateline."""
    return item.interval.within_a_day and item.span != report.dateline


def across(items: Sequence[TimeInText]) -> Bounds | None:
    """The first and the last bound of several expressions that date one claim; ``None`` where there is but one."""
    dates = [i for i in items if not isinstance(i.timex.meaning, Length)]
    ends = sorted({b[:10] for i in dates for b in bounds(i.interval) if b is not None and b != OPEN})
    return (ends[0], ends[-1]) if len(items) > 1 and len(ends) > 1 else None
