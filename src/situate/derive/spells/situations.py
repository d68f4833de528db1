"""Situations: marks of a place folded into spells, maximal periods with one value.

Control follows who was seen to hold a place (``control``), access what got in (``access``); the other dimensions begin,
go on and end (``lasting``, ``siege_ends``). Spells of one place and dimension never overlap, but for the days on which
a change can have been. Which rule and which claims made a spell stands in the spell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from situate.derive.known import Known
from situate.derive.marks.of_claims import Mark
from situate.derive.spells.access import access_runs
from situate.derive.spells.control import control_runs
from situate.derive.spells.lasting import lasting
from situate.derive.spells.segments import Segment, bound_of
from situate.derive.spells.siege_ends import siege_ends
from situate.derive.spells.spell_days import is_stale
from situate.derive.standing import standing_of
from situate.derive.timeline import Window, narrowest
from situate.model.claim import Claim
from situate.model.event import Part, Standing
from situate.model.ids import spell_id
from situate.model.interval import first_day, last_day
from situate.model.situation import Bound, Spell

_RULE_OF = {"contested": "two-holders", "mixed": "several-hold-parts"}  # by the value that several sides make
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
        beside = {other: groups.get((place, other), ()) for other in ("control", "siege")}
        segments = _segments(dimension, groups[place, dimension], beside)
        made += [_spell(segment, claims, known, now, stale_days) for segment in segments]
    return tuple(
        sorted(made, key=lambda s: (s.place.id, s.dimension, s.starts.earliest or s.starts.latest or "", s.id))
    )


def _segments(dimension: str, marks: Sequence[Mark], beside: Mapping[str, Sequence[Mark]]) -> list[Segment]:
    """The segments of one dimension of a place; ``beside``: the marks of its other dimensions that bear on it."""
    if dimension == "control":
        return control_runs(marks)
    if dimension == "access":
        return access_runs(marks, beside["siege"])
    return lasting(marks, siege_ends(marks, beside["control"]) if dimension == "siege" else ())


def _spell(segment: Segment, claims: Mapping[str, Claim], known: Known, now: str | None, stale_days: int) -> Spell:
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
        starts=bound_of(start),
        ends=ends,
        standing=standing,
        assessed=standing == "corroborated",
        stale=is_stale(news, ends, now, stale_days),
        claims=tuple(backing),
        ended_by=tuple(ending),
        rule=segment.ended_by[0].rule if segment.ended_by else _RULE_OF.get(segment.value or "", first.rule),
        last_news=news,
    )


def _start(segment: Segment) -> Window:
    """When a spell began: not before the one before it ended, and not after it ended itself."""
    windows = [m.time.start for m in segment.marks if not _seen_before(m, segment.marks)]
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


def _seen_before(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a mark only says that a side held the place on some day, and others saw it hold it before that.

    "Control passed from the army to the rebels on Monday": the army held it on Monday, and did not begin to that day.
    """
    begun = mark.time.start
    if mark.dimension != "control" or mark.on != "hold" or not begun.earliest or mark.last_seen > begun.last:
        return False
    return any(m.time.seen and m.time.end is None and m.last_seen < begun.first for m in marks)


def _seen_by_then(start: Window, segment: Segment) -> Window:
    """When a siege, or that sides share a place, began, as far as those who saw it let it be.

    Not after the day on which one of them did, nor before the segment before ended.
    """
    shared = segment.value in _RULE_OF and segment.after is not None
    if not (shared or segment.marks[0].dimension == "siege") or not start.earliest:
        return start
    seen = min((m.time.seen for m in segment.marks if m.time.seen and m.time.end is None), key=last_day, default=None)
    if seen is None or start.first <= last_day(seen):
        return start
    return Window(earliest=segment.after.earliest if shared and segment.after is not None else None, latest=seen)


def _standing(backing: Sequence[Claim], ending: Sequence[Claim], known: Known) -> Standing:
    """The weaker of what opened the spell and what ended it."""
    words = [standing_of(part, known).word for part in (backing, ending) if part]
    return min(words, key=_WEAKEST.index)


def _actors(marks: Sequence[Mark]) -> tuple[Part, ...]:
    """Who takes part, once each in each part."""
    found = {(part.role, part.actor.id): part for mark in marks for part in mark.actors}
    return tuple(found[key] for key in sorted(found))
