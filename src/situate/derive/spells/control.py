"""Who holds a place: runs of one side, each until another side holds it or until it left."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from situate.derive.marks.of_claims import Mark
from situate.derive.marks.words import LAST_TAKEN
from situate.derive.places import in_parts
from situate.derive.spells.divided import TOGETHER, divided
from situate.derive.spells.segments import Segment, bound_of, close, in_a_row
from situate.derive.spells.whole import TAKES_PARTS
from situate.model.interval import first_day, last_day


def control_runs(marks: Sequence[Mark]) -> list[Segment]:
    """Who holds: runs of one side in order of time; a change of holder, or that it left, ends the run before."""
    parts = any(in_parts(mark.place) for mark in marks)
    told = _told_before([m for m in marks if m.on != "end" and (m.side or m.on == "begin")])
    told = [_of_some_part(mark) for mark in _where_not_disputed(told)] if parts else _without_denials(told)
    leaving = _leavings(marks)
    runs: list[Segment] = []
    for mark in _day_by_day([m for m in told if m.side]):
        last = runs[-1] if runs else None
        if last is not None:
            _leave(last, leaving, before=mark.day)
            if _only_repels(mark, last):
                continue
        if last is None or last.ends is not None:
            runs.append(Segment([mark]))
        elif last.marks[-1].side == mark.side and not _taken_again(last, mark):
            last.marks.append(mark)
        else:
            close(last, mark)
            runs.append(Segment([mark]))
    if runs:
        _leave(runs[-1], leaving, before=dt.date.max)
    return in_a_row(divided(_held_together(runs)))


def _only_repels(mark: Mark, run: Segment) -> bool:
    """Whether a side is only told to have beaten off the one that holds a place, which it does not take by that."""
    return mark.rule == _REPELS and run.ends is None and run.marks[-1].side != mark.side


_REPELS = "holder-repels"
_AT_ONCE = dt.timedelta(days=3)  # after a taking: later words may be of what has happened since
_SEVERAL = 2  # reports that tell a taking
_APART = dt.timedelta(days=14)  # tellings of one taking give days that lie nearer


def _taken_again(run: Segment, mark: Mark) -> bool:
    """Whether a side takes what it was only seen to hold long before: nobody tells it, but it had lost the place."""
    begun = mark.on == "begin" and bool(mark.time.start.earliest) and all(m.on == "hold" for m in run.marks)
    return begun and all(m.time.seen and m.last_seen + _APART < mark.time.start.first for m in run.marks)


def _of_some_part(mark: Mark) -> Mark:
    """Of parts that nobody tells apart one can be taken while others hold the rest: who took some holds some."""
    some = mark.on == "begin" and bool(mark.side) and mark.rule not in {TAKES_PARTS, LAST_TAKEN}
    return replace(mark, on="hold") if some else mark


def _where_not_disputed(marks: Sequence[Mark]) -> list[Mark]:
    """Marks of some part of a place without a taking of the whole, where its report has a side say that it holds some.

    ("The army took the town; the rebels said that they held parts of it still": who has which is not told.)
    """
    holds = [mark for mark in marks if mark.on == "hold"]
    return [m for m in marks if m.rule != TAKES_PARTS or not any(_held_still(hold, m) for hold in holds)]


def _without_denials(marks: Sequence[Mark]) -> list[Mark]:
    """Marks without those of who only says himself that he holds still what others have told him to have lost.

    ("The rebels took the village, residents and a monitor said; the army said that it held it still.") Two reports must
    tell the taking, at least one of them by whom, and not by a word of the side that took it. Words of somebody else
    that he holds it, or of his own some days later, count as ever; the contradiction is kept as one.
    """
    takings = [m for m in marks if m.on == "begin" and m.time.start.earliest and (not m.side or m.voice != m.side)]
    backed = [hold for hold in marks if hold.on == "hold" and hold.voice != hold.side]
    return [m for m in marks if not _is_denial(m, takings, backed)]


def _is_denial(mark: Mark, takings: Sequence[Mark], backed: Sequence[Mark]) -> bool:
    if mark.on != "hold" or not mark.side or mark.voice != mark.side:
        return False
    lost = [
        taking
        for taking in takings
        if taking.side != mark.side and dt.timedelta(0) <= mark.last_seen - taking.time.start.first <= _AT_ONCE
    ]
    if len({taking.report for taking in lost}) < _SEVERAL or not any(taking.side for taking in lost):
        return False
    since = min(taking.time.start.first for taking in lost)
    return not any(one.side == mark.side and one.last_seen > since for one in backed)


def _held_still(hold: Mark, taking: Mark) -> bool:
    return hold.report == taking.report and hold.side != taking.side and hold.contradicts(taking)


def _day_by_day(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks in order of time; of one day, first who held the place before, last of the others who is backed best.

    A place changes hands once a day: words of one day that name its old and its new holder are no battle to and fro.
    """
    days: dict[dt.date, list[Mark]] = defaultdict(list)
    for mark in marks:
        days[mark.day].append(mark)
    holder = ""
    for day in sorted(days):
        backed = Counter(mark.side for mark in days[day])
        ordered = sorted(days[day], key=lambda m: (m.side != holder, backed[m.side], m.side, m.claim))
        holder = ordered[-1].side
        yield from ordered


def _told_before(marks: Sequence[Mark]) -> list[Mark]:
    """Marks, seen before the change where their report tells one: "the rebels held it; the army took it on Monday"."""
    taken: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.on == "begin" and mark.time.start.earliest:
            taken[mark.report].append(mark)
    return [_before(mark, taken.get(mark.report, ())) for mark in marks]


def _before(mark: Mark, taken: Sequence[Mark]) -> Mark:
    """A mark of a hold, seen the day before the first of those of its report by which another side took the place.

    Not where one voice tells of the taking and another of the hold: the second says that it is held still. Nor where
    it is held since a day after that ("the army holds it since June; the rebels had taken it in May").
    """
    since = mark.time.start.first if mark.time.start.earliest else dt.date.min
    mine = [t for t in taken if t.side != mark.side and not mark.contradicts(t) and t.time.start.last >= since]
    days = [t.time.start.first for t in mine if t.time.start.first <= mark.last_seen]
    if mark.on != "hold" or not days:
        return mark
    seen = (min(days) - dt.timedelta(days=1)).isoformat()
    return replace(mark, time=replace(mark.time, seen=seen))


def _leavings(marks: Sequence[Mark]) -> Mapping[str, Sequence[tuple[dt.date, Mark]]]:
    """For each side, the marks by which it left, or lost the place to nobody who is named, and their last days.

    ("The operation has captured the group's stronghold": whoever took it, the group has it no longer.)
    """
    found: dict[str, list[tuple[dt.date, Mark]]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for mark in marks:
        if mark.on == "hold" and mark.side:
            holders[mark.report].add(mark.side)
    for mark in marks:
        if mark.on == "end" or (mark.on == "hold" and mark.side and _was_over(mark, marks)):
            found[mark.side].append((mark.ending.last, mark))
        elif mark.on == "begin" and not mark.side and mark.time.start.latest:
            for side in sorted(holders[mark.report]):
                found[side].append((mark.time.start.last, mark))
    return found


def _was_over(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a hold is told with its own end ("until 2015"), and nobody sees or tells that side there after it.

    What is told of a stretch up to the report ("in the past two years") has not ended with the report.
    """
    if mark.time.end is None or mark.time.end.earliest is None:
        return False
    day = last_day(mark.time.end.earliest)
    if mark.published is not None and day >= first_day(mark.published[:10]):
        return False
    return not any(m.side == mark.side and m.on != "end" and max(m.day, m.last_seen) > day for m in marks)


def _leave(run: Segment, leaving: Mapping[str, Sequence[tuple[dt.date, Mark]]], *, before: dt.date) -> None:
    """End a run that lasts by the first withdrawal of its side that lies in it, and before a day."""
    days = leaving.get(run.marks[0].side, ()) if run.ends is None else ()
    if any(last < before for last, _ in days):
        started = min(m.day for m in run.marks)
        left = (m for last, m in days if started <= last < before)
        first = next(left, None)
        if first is not None:
            run.ends, run.ended_by = bound_of(first.ending), [first]


def _held_together(runs: list[Segment]) -> list[Segment]:
    """Two sides that are both said to hold a place on one day hold it contested.

    Of the parts of a place that nobody tells apart, each side that is told to hold some holds some: mixed, as long as
    words of both are at most ``TOGETHER`` apart.
    """
    result: list[Segment] = []
    seen: set[str] = set()  # the days on which the last segment of the result was said to be held
    for run in runs:
        before, days = result[-1] if result else None, _held_days(run)
        parts = in_parts(run.marks[0].place)
        again = parts and before is not None and before.value is not None  # mixed: whoever is told next is in it
        together = _in_one_season(seen, days) if parts else not seen.isdisjoint(days)
        one_side = before is not None and before.marks[0].side == run.marks[0].side and not again
        if before is None or one_side or not together or any(m.on == "begin" for m in run.marks):
            result.append(run)
            seen = days
        else:
            before.marks += run.marks
            before.value, before.ends, before.ended_by = "mixed" if parts else "contested", run.ends, run.ended_by
            seen |= days
    return result


def _held_days(run: Segment) -> set[str]:
    """The days (partial dates) on which a side was said to hold the place, not to take it."""
    return {m.time.seen for m in run.marks if m.on == "hold" and m.time.seen}


def _in_one_season(before: Collection[str], after: Collection[str]) -> bool:
    """Whether the last of some days and the first of later ones are at most ``TOGETHER`` apart."""
    last = max((last_day(day) for day in before), default=None)
    first = min((first_day(day) for day in after), default=None)
    return last is not None and first is not None and first - last <= TOGETHER
