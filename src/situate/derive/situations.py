"""Situations: marks of a place folded into spells, maximal periods with one value.

Control follows who was seen to hold a place; the other dimensions begin, go on and end. Spells of one place and
dimension never overlap, but for the days on which a change can have been. Which rule and which claims made a spell
stands in the spell.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from situate.derive.interest import rules
from situate.derive.known import Known
from situate.derive.marks import COVERS_PARTS, Mark
from situate.derive.places import in_parts
from situate.derive.standing import standing_of
from situate.derive.timeline import Window, narrowest
from situate.model.claim import Claim
from situate.model.event import Part, Standing
from situate.model.ids import spell_id
from situate.model.interval import first_day, last_day
from situate.model.situation import Bound, Spell

_REPELS = "holder-repels"
_TOGETHER = dt.timedelta(days=92)  # a season: news of who holds which parts of a town is seldom older
_TWO = {"contested": "two-holders", "mixed": "several-hold-parts"}  # the rule by value
_WEAKEST: tuple[Standing, ...] = ("retracted", "disputed", "claimed", "reported", "corroborated")


def spells(
    found: Sequence[Mark],
    claims: Mapping[str, Claim],
    known: Known,
    *,
    now: str | None,
    stale_days: int,
    of: Collection[tuple[str, str]] | None = None,
) -> tuple[Spell, ...]:
    """All spells of these marks; ``now`` (ISO day) decides what is stale; ``of``: only these places and dimensions."""
    groups: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in found:
        groups[mark.place.id, mark.dimension].append(mark)
    made: list[Spell] = []
    for place, dimension in sorted(groups if of is None else groups.keys() & of):
        here = groups[place, dimension]
        segments = (
            _control(here)
            if dimension == "control"
            else _access(here)
            if dimension == "access"
            else _lasting(here, _ending(here, groups.get((place, "control"), ())) if dimension == "siege" else ())
        )
        made += [_spell(segment, claims, known, now, stale_days) for segment in segments]
    return tuple(
        sorted(made, key=lambda s: (s.place.id, s.dimension, s.starts.earliest or s.starts.latest or "", s.id))
    )


class Segment:
    """The marks of one spell to be, and what ended it."""

    def __init__(
        self, marks: list[Mark], ended_by: Sequence[Mark] = (), ends: Bound | None = None, value: str | None = None
    ) -> None:
        self.marks, self.ended_by, self.ends, self.value = marks, list(ended_by), ends, value
        self.after: Bound | None = None  # how the holder before ended: this spell began no earlier


def _seen(mark: Mark) -> dt.date:
    return last_day(mark.time.seen) if mark.time.seen else dt.date.min


def _lasting(marks: Sequence[Mark], captures: Sequence[Mark]) -> list[Segment]:
    """Siege, access, truce, population: begin and hold marks between ends."""
    ends = sorted(
        [m for m in marks if m.on == "end"] + list(captures), key=lambda m: (_end(m).last, _end(m).first, m.claim)
    )
    running = [m for m in marks if m.on != "end"]
    cuts = _merged_ends(ends)
    buckets: list[list[Mark]] = [[] for _ in range(len(cuts) + 1)]
    told = _Cuts(cuts)
    for mark in running:
        buckets[told.before(mark)].append(mark)
    segments = []
    for number, bucket in enumerate(buckets):
        if not bucket or (number and all(_only_of_the_whole(mark) for mark in bucket)):
            continue
        for part in _by_value(bucket):
            own_end = next((m for m in part if m.time.end is not None), None)
            cut = cuts[number] if number < len(cuts) else None
            if cut:
                segments.append(Segment(part, cut, _bound(narrowest([_end(m) for m in cut]))))
            elif (
                own_end is not None
                and own_end.time.end is not None
                and all(m.time.end or not m.time.seen or _seen(m) <= own_end.time.end.last for m in part)
            ):
                segments.append(Segment(part, [own_end], _bound(own_end.time.end)))
            else:
                segments.append(Segment(part))
    return segments


def _only_of_the_whole(mark: Mark) -> bool:
    """A part that was relieved is not besieged again because the whole is still said to be, without a date."""
    return mark.rule == COVERS_PARTS and not mark.time.start.earliest


def _by_value(bucket: list[Mark]) -> list[list[Mark]]:
    """One spell a value, in order of time; a value that another one follows ends when the next is seen."""
    values: dict[str, list[Mark]] = defaultdict(list)
    for mark in bucket:
        values[mark.value].append(mark)
    return [values[v] for v in sorted(values)][:1] if len(values) == 1 else _alternating(bucket)


def _alternating(bucket: list[Mark]) -> list[list[Mark]]:
    """Different values at one time: the best backed one is the spell's (the others are contradictions)."""
    counts: dict[str, int] = defaultdict(int)
    for mark in bucket:
        counts[mark.value] += 1
    best = max(sorted(counts), key=lambda v: counts[v])
    return [[m for m in bucket if m.value == best]]


def _end(mark: Mark) -> Window:
    return mark.time.end if mark.time.end is not None else mark.time.start


def _ending(siege: Sequence[Mark], control: Sequence[Mark]) -> list[Mark]:
    """What ends a siege: the place is taken, or the besieger is said to hold it since a day after all others saw it.

    Of the parts of a town that nobody tells apart one can be taken and another besieged. A taking that nobody dates
    ends no siege that others saw later, and one by another side than the besieger's only one that was there before:
    "under siege since the rebels took it" begins with it.
    """
    if any(in_parts(mark.place) for mark in siege):
        return []
    besiegers = {mark.side for mark in siege if mark.on == "begin"}
    control = [m for m in control if m.rule != _REPELS]  # who beats off an attack on a town need not hold all of it
    held = [m for m in control if m.on == "hold" and m.side in besiegers and m.time.start.earliest]
    exact = [m for m in held if m.time.start.latest and m.time.start.width <= 31]
    last = {m.report: _seen(m) for m in sorted(siege, key=_seen)}
    late = [m for m in exact if all(seen <= m.time.start.first for r, seen in last.items() if r != m.report)]
    taken = [m for m in control if m.on == "begin" and m.side and _takes(m, siege, besiegers)]
    return [m for m in taken if not _outlived(m, siege, taken)] + late + _fallen(siege, control, besiegers, last)


def _outlived(capture: Mark, siege: Sequence[Mark], taken: Sequence[Mark]) -> bool:
    """Whether the siege is seen to go on after a capture, by no fewer reports than tell of that capture.

    A victory that was claimed too early ends no siege: "besieged since March", told in June, knows of none in May.
    """
    day = _end(capture).last
    tellers = {m.report for m in taken if m.side == capture.side and _end(m).meets(_end(capture), slack=1)}
    after = {
        m.report
        for m in siege
        if m.on == "begin"
        and m.time.start.earliest
        and m.time.start.last < day
        and m.time.end is None
        and _seen(m) > day
    }
    return len(after - tellers) >= len(tellers)


def _takes(taking: Mark, siege: Sequence[Mark], besiegers: Collection[str]) -> bool:
    """Whether a taking can end the siege that marks tell of."""
    if not (taking.time.start.earliest or taking.time.start.latest):
        return all(_seen(mark) <= _seen(taking) for mark in siege)
    if not any(besiegers) or taking.side in besiegers:
        return True
    began = [m.time.start.first if m.time.start.earliest else _seen(m) for m in siege if m.on == "begin"]
    return any(day < taking.time.start.last for day in began) and not _since(taking, siege)


def _since(taking: Mark, siege: Sequence[Mark]) -> bool:
    """Whether the report of a taking dates a siege that lasts from the same time."""
    mine = (m for m in siege if m.on == "begin" and m.report == taking.report and m.time.end is None)
    return any(m.time.start.earliest and m.time.start == taking.time.start for m in mine)


def _fallen(
    siege: Sequence[Mark], control: Sequence[Mark], besiegers: Collection[str], last: Mapping[str, dt.date]
) -> list[Mark]:
    """The first word, without a date, that the besieger holds what another side held in the siege: it fell before.

    Every other report saw the siege before that day, this one does not tell it as lasting, and nobody sees another
    side there from then on. It ended between the day on which it was last seen and that word.
    """
    held = sorted((m for m in control if m.on == "hold" and m.side and m.time.seen), key=lambda m: (_seen(m), m.claim))
    others = [_seen(m) for m in held if m.side not in besiegers]
    for mark in held:
        day = _seen(mark)
        if mark.side not in besiegers or mark.time.start.earliest or not others or max(others) >= day:
            continue
        before = max((seen for report, seen in last.items() if report != mark.report), default=dt.date.max)
        lasting = any(m.report == mark.report and m.on == "begin" and m.time.end is None for m in siege)
        if before < day and not lasting:
            window = Window(earliest=before.isoformat(), latest=mark.time.seen)
            return [replace(mark, time=replace(mark.time, start=window))]
    return []


def _merged_ends(ends: Sequence[Mark]) -> list[list[Mark]]:
    """Ends, in order of their last days, that can be the same moment are one."""
    merged: list[list[Mark]] = []
    for mark in ends:
        if merged and merged[-1] and _end(merged[-1][-1]).meets(_end(mark), slack=1):
            merged[-1].append(mark)
        else:
            merged.append([mark])
    return merged


class _Cuts:
    """The ends between which marks lie, asked for the number of those that a mark comes after.

    A known start decides; else the day it was seen. A report that tells the end tells the siege before it.
    """

    def __init__(self, cuts: Sequence[Sequence[Mark]]) -> None:
        lasts = [narrowest([_end(m) for m in cut]).last for cut in cuts]
        self.lasts = sorted(lasts)
        self.told: dict[str, list[dt.date]] = defaultdict(list)
        for cut, last in zip(cuts, lasts, strict=True):
            for report in {m.report for m in cut}:
                self.told[report].append(last)

    def before(self, mark: Mark) -> int:
        """How many of the ends lie before a mark."""
        if mark.time.start.earliest:
            return bisect_right(self.lasts, mark.time.start.first)
        seen = _seen(mark)
        return bisect_left(self.lasts, seen) - sum(last < seen for last in self.told.get(mark.report, ()))


def _control(marks: Sequence[Mark]) -> list[Segment]:
    """Who holds: runs of one side in order of time; a change of holder, or that it left, ends the run before."""
    told = _told_before([m for m in marks if m.on != "end" and (m.side or m.on == "begin")])
    leaving = _leavings(marks)
    told = [m for m in told if m.side]
    runs: list[Segment] = []
    for mark in _day_by_day(told):
        last = runs[-1] if runs else None
        if last is not None:
            _leave(last, leaving, before=_order(mark))
        if last is not None and _same_run(last, mark):
            last.marks.append(mark)
            continue
        if last is not None and last.ends is None:
            _close(last, mark)
        runs.append(Segment([mark]))
    if runs:
        _leave(runs[-1], leaving, before=dt.date.max)
    held = _contested(runs)
    for before, after in pairwise(held):
        after.after = before.ends
    return held


def _day_by_day(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks in order of time; of one day, first who held the place before, last of the others who is backed best.

    A place changes hands once a day: words of one day that name its old and its new holder are no battle to and fro.
    """
    days: dict[dt.date, list[Mark]] = defaultdict(list)
    for mark in marks:
        days[_order(mark)].append(mark)
    holder = ""
    for day in sorted(days):
        backed = Counter(mark.side for mark in days[day])
        ordered = sorted(days[day], key=lambda m: (m.side != holder, backed[m.side], m.side, m.claim))
        holder = ordered[-1].side
        yield from ordered


def _access(marks: Sequence[Mark]) -> list[Segment]:
    """What gets in: runs of one value in order of time, each ended by the next; some values outlast others."""
    runs: list[Segment] = []
    outlasts = rules()["outlasts"]
    for mark in sorted(marks, key=lambda m: (_order(m), m.claim)):
        last = runs[-1] if runs and runs[-1].ends is None else None
        if last is None and mark.on != "end":
            runs.append(Segment([mark]))
        elif last is None or mark.value in outlasts.get(last.marks[0].value, ()):
            continue
        elif mark.value == last.marks[0].value and mark.on == "end":
            last.ends, last.ended_by = _bound(_end(mark)), [mark]
        elif mark.value == last.marks[0].value:
            last.marks.append(mark)
        elif mark.on != "end":
            _close(last, mark)
            runs.append(Segment([mark]))
    for before, after in pairwise(runs):
        after.after = before.ends
    return runs


def _told_before(marks: Sequence[Mark]) -> list[Mark]:
    """A report that tells how a place changed hands tells of the side that held it as of before."""
    taken: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.on == "begin" and mark.time.start.earliest:
            taken[mark.report].append(mark)
    return [_before(mark, taken.get(mark.report, ())) for mark in marks]


def _before(mark: Mark, taken: Sequence[Mark]) -> Mark:
    days = [t.time.start.first for t in taken if t.side != mark.side and t.time.start.first <= _seen(mark)]
    if mark.on != "hold" or not days:
        return mark
    seen = (min(days) - dt.timedelta(days=1)).isoformat()
    return replace(mark, time=replace(mark.time, seen=seen))


def _start(segment: Segment) -> Window:
    """When a spell began: not before the one before it ended, and not after it ended itself."""
    windows = [m.time.start for m in segment.marks]
    bound = segment.after
    if bound is not None and (bound.earliest or bound.latest):
        least = first_day(bound.earliest or bound.latest or "")
        windows = [w for w in windows if w.earliest and w.first >= least]
        if not windows:
            return Window(earliest=bound.earliest, latest=bound.latest)
    start = _seen_by_then(narrowest(windows), segment)
    end = segment.ends.latest if segment.ends else None
    if end is None:
        return start
    earliest = None if start.earliest and start.first > last_day(end) else start.earliest
    latest = end if start.latest and start.last > last_day(end) else start.latest
    return Window(earliest=earliest, latest=latest)


def _seen_by_then(start: Window, segment: Segment) -> Window:
    """When a siege began, as far as those who saw it let it be: not after the day on which one of them did."""
    if segment.marks[0].dimension != "siege" or not start.earliest:
        return start
    seen = min((m.time.seen for m in segment.marks if m.time.seen and m.time.end is None), key=last_day, default=None)
    return start if seen is None or start.first <= last_day(seen) else Window(latest=seen)


def _order(mark: Mark) -> dt.date:
    if mark.on == "begin" and mark.time.start.earliest:
        return mark.time.start.first
    return _seen(mark)


def _same_run(run: Segment, mark: Mark) -> bool:
    return run.marks[-1].side == mark.side and run.ends is None


def _close(run: Segment, mark: Mark) -> None:
    """End a run where another side begins."""
    last_seen = max((m.time.seen for m in run.marks if m.time.seen), default=None)
    if mark.on == "begin" and (mark.time.start.earliest or mark.time.start.latest):
        run.ends = _bound(mark.time.start)
    else:
        latest = mark.time.start.latest or mark.time.seen
        if last_seen and latest and last_day(latest) < first_day(last_seen):
            latest = mark.time.seen  # it is said to have held before, beside the other: known is when it was seen
        run.ends = Bound(earliest=last_seen, latest=latest)
    run.ended_by = [mark]


def _leavings(marks: Sequence[Mark]) -> Mapping[str, Sequence[tuple[dt.date, Mark]]]:
    """For each side, on which last days it left, or lost the place to somebody whom the report does not name.

    ("The operation has captured the group's stronghold": whoever took it, the group has it no longer.)
    """
    found: dict[str, list[tuple[dt.date, Mark]]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for mark in marks:
        if mark.on == "hold" and mark.side:
            holders[mark.report].add(mark.side)
    for mark in marks:
        if mark.on == "end":
            found[mark.side].append((_end(mark).last, mark))
        elif mark.on == "begin" and not mark.side and mark.time.start.latest:
            for side in sorted(holders[mark.report]):
                found[side].append((mark.time.start.last, mark))
    return found


def _leave(run: Segment, leaving: Mapping[str, Sequence[tuple[dt.date, Mark]]], *, before: dt.date) -> None:
    """End a run that lasts with the first withdrawal of its side before a day that does not lie before the run."""
    days = leaving.get(run.marks[0].side, ()) if run.ends is None else ()
    if any(last < before for last, _ in days):
        started = min(_order(m) for m in run.marks)
        left = (m for last, m in days if started <= last < before)
        first = next(left, None)
        if first is not None:
            run.ends, run.ended_by = _bound(_end(first)), [first]


def _contested(runs: list[Segment]) -> list[Segment]:
    """Two sides that are both said to hold a place on one day hold it contested.

    Of the parts of a place that nobody tells apart, each side that is told to hold some holds some: mixed, as long as
    words of both are at most ``_TOGETHER`` apart.
    """
    result: list[Segment] = []
    seen: set[str | None] = set()  # the days on which the last segment of the result was said to be held
    for run in runs:
        before, days = result[-1] if result else None, _held_days(run)
        parts = in_parts(run.marks[0].place)
        together = _close_by(seen, days) if parts else not seen.isdisjoint(days)
        again = parts and before is not None and before.value is not None  # mixed: whoever is told next is in it
        one_side = before is not None and before.marks[0].side == run.marks[0].side and not again
        if before is None or one_side or not together or any(m.on == "begin" for m in run.marks):
            result.append(run)
            seen = days
        else:
            before.marks += run.marks
            before.value, before.ends, before.ended_by = "mixed" if parts else "contested", run.ends, run.ended_by
            seen |= days
    return result


def _held_days(run: Segment) -> set[str | None]:
    return {m.time.seen for m in run.marks if m.on == "hold" and m.time.seen}


def _close_by(before: Collection[str | None], after: Collection[str | None]) -> bool:
    """Whether the last of some days and the first of later ones lie close together."""
    last = max((last_day(day) for day in before if day), default=None)
    first = min((first_day(day) for day in after if day), default=None)
    return last is not None and first is not None and first - last <= _TOGETHER


def _bound(window: Window) -> Bound:
    return Bound(earliest=window.earliest, latest=window.latest)


def _spell(
    segment: Segment,
    claims: Mapping[str, Claim],
    known: Known,
    now: str | None,
    stale_days: int,
) -> Spell:
    first = min(segment.marks, key=lambda m: (m.published or "9999", m.claim))
    start = _start(segment)
    backing = sorted({m.claim for m in segment.marks})
    ending = sorted({m.claim for m in segment.ended_by})
    news = max((m.published[:10] for m in [*segment.marks, *segment.ended_by] if m.published), default=None)
    standing = _standing([claims[c] for c in backing], [claims[c] for c in ending], known)
    value = segment.value or first.value
    ends = segment.ends or Bound(open=True)
    return Spell(
        id=spell_id(first.place.id, first.dimension, value, backing[0]),
        place=first.place,
        dimension=first.dimension,
        value=value,
        actors=_actors(segment.marks),
        starts=_bound(start),
        ends=ends,
        standing=standing,
        assessed=standing == "corroborated",
        stale=is_stale(news, ends, now, stale_days),
        claims=tuple(backing),
        ended_by=tuple(ending),
        rule=segment.ended_by[0].rule if segment.ended_by else _TWO.get(segment.value or "", first.rule),
        last_news=news,
    )


def _standing(backing: Sequence[Claim], ending: Sequence[Claim], known: Known) -> Standing:
    """The weaker of what opened the spell and what ended it."""
    words = [standing_of(part, known).word for part in (backing, ending) if part]
    return min(words, key=_WEAKEST.index)


def _actors(marks: Sequence[Mark]) -> tuple[Part, ...]:
    found = {(part.role, part.actor.id): part for mark in marks for part in mark.actors}
    return tuple(found[key] for key in sorted(found))


def is_stale(last_news: str | None, ends: Bound, now: str | None, stale_days: int) -> bool:
    """Whether a spell that still lasts has had no news for longer than ``stale_days`` before ``now``."""
    if not ends.open or last_news is None or now is None:
        return False
    return (first_day(now) - first_day(last_news)).days > stale_days


def turning(before: str | None, after: str | None, stale_days: int) -> tuple[str, str] | None:
    """The days between which something was last heard of when it becomes stale, or fresh again, as days go by."""
    if before == after:
        return None
    days = sorted(day for day in (before, after) if day is not None)
    first = first_day(days[0]) - dt.timedelta(days=stale_days + 1) if len(days) > 1 else dt.date.min
    return first.isoformat(), (first_day(days[-1]) - dt.timedelta(days=stale_days)).isoformat()


def holding(all_spells: Iterable[Spell], at: str) -> list[Spell]:
    """The spells that hold on a day: begun by then (as far as is known) and not ended before it."""
    day = first_day(at)
    return [s for s in all_spells if _begun(s, day) and not _over(s, day)]


def _begun(spell: Spell, day: dt.date) -> bool:
    start = spell.starts
    if start.earliest:
        return first_day(start.earliest) <= day
    return start.latest is None or last_day(start.latest) <= day


def _over(spell: Spell, day: dt.date) -> bool:
    if spell.ends.open:
        return False
    return spell.ends.latest is None or last_day(spell.ends.latest) <= day
