"""What ends a siege beside a mark that says so: the place is taken, or it is known to have fallen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from situate.derive.marks.of_claims import Mark
from situate.derive.places import in_parts
from situate.derive.timeline import Window

_REPELS = "holder-repels"
_EXACT = 31  # days within which the start of a hold must be known, to end a siege


def siege_ends(siege: Sequence[Mark], control: Sequence[Mark]) -> list[Mark]:
    """The marks of control that end a siege of the same place.

    It is taken, or the besieger is said to hold it since a day after all others saw the siege, or it fell unseen.
    A taking that nobody dates ends no siege that others saw later, and one by another side than the besieger's only one
    that was there before: "under siege since the rebels took it" begins with it. Of the parts of a town that nobody
    tells apart one can be taken and another besieged: nothing ends for them so.
    """
    if any(in_parts(mark.place) for mark in siege):
        return []
    besiegers = {mark.side for mark in siege if mark.on == "begin"}
    control = [m for m in control if m.rule != _REPELS]  # who beats off an attack on a town need not hold all of it
    held = [m for m in control if m.on == "hold" and m.side in besiegers and m.time.start.earliest]
    exact = [m for m in held if m.time.start.latest and m.time.start.width <= _EXACT]
    going_on = [m for m in siege if m.time.end is None]  # who tells that it ended then saw it no later
    last = {m.report: m.last_seen for m in sorted(going_on, key=lambda m: m.last_seen)}
    late = [m for m in exact if all(seen <= m.time.start.first for r, seen in last.items() if r != m.report)]
    taken = [m for m in control if m.on == "begin" and m.side and _can_end(m, siege, besiegers)]
    taken = [_since_seen(m, last) for m in taken]
    return [m for m in taken if not _outlived(m, siege, taken)] + late + _fallen_unseen(siege, control, besiegers, last)


def _since_seen(taking: Mark, last: Mapping[str, dt.date]) -> Mark:
    """A taking that nobody dates ended the siege after the others saw it last, and by the day when it was told."""
    seen = max((day for report, day in last.items() if report != taking.report and day > dt.date.min), default=None)
    if taking.time.start.earliest or taking.time.start.latest or seen is None or taking.time.seen is None:
        return taking
    window = Window(earliest=seen.isoformat(), latest=taking.time.seen)
    return replace(taking, time=replace(taking.time, start=window))


def _outlived(capture: Mark, siege: Sequence[Mark], taken: Sequence[Mark]) -> bool:
    """Whether no fewer reports see the siege go on after a capture than tell of that capture.

    A victory that was claimed too early ends no siege: "besieged since March", told in June, knows of none in May.
    """
    tellers = {m.report for m in taken if m.side == capture.side and m.ending.meets(capture.ending, slack=1)}
    after = {m.report for m in siege if _lasts_over(m, capture.ending.last)}
    return len(after - tellers) >= len(tellers)


def _lasts_over(mark: Mark, day: dt.date) -> bool:
    """Whether a mark tells of a siege that was laid before a day and was seen after it."""
    began = mark.on == "begin" and mark.time.start.earliest and mark.time.start.last < day
    return bool(began) and mark.time.end is None and mark.last_seen > day


def _can_end(taking: Mark, siege: Sequence[Mark], besiegers: Collection[str]) -> bool:
    """Whether a taking of the place can end the siege that marks tell of (see :func:`siege_ends`)."""
    if not (taking.time.start.earliest or taking.time.start.latest):
        return all(mark.last_seen <= taking.last_seen for mark in siege)
    if not any(besiegers) or taking.side in besiegers:
        return True
    began = [m.time.start.first if m.time.start.earliest else m.last_seen for m in siege if m.on == "begin"]
    return any(day < taking.time.start.last for day in began) and not _dates_a_siege(taking, siege)


def _dates_a_siege(taking: Mark, siege: Sequence[Mark]) -> bool:
    """Whether the report of a taking tells of a siege, still lasting, from that same time on."""
    mine = (m for m in siege if m.on == "begin" and m.report == taking.report and m.time.end is None)
    return any(m.time.start.earliest and m.time.start == taking.time.start for m in mine)


def _fallen_unseen(
    siege: Sequence[Mark], control: Sequence[Mark], besiegers: Collection[str], last: Mapping[str, dt.date]
) -> list[Mark]:
    """A fall that nobody tells, none or one: the first word, without a date, that the besieger holds what others held.

    Every other report saw the siege before that day, this one does not tell it as lasting, and nobody sees another
    side there from then on. The siege ended between the day on which others last saw it and that word: the mark, if
    there is one, is given with that time. ``last``: the last day on which each report saw the siege.
    """
    told = (m for m in control if m.on == "hold" and m.side and m.time.seen)
    held = sorted(told, key=lambda m: (m.last_seen, m.claim))
    others = [m.last_seen for m in held if m.side not in besiegers]
    for mark in held:
        day = mark.last_seen
        if mark.side not in besiegers or mark.time.start.earliest or not others or max(others) >= day:
            continue
        before = max((seen for report, seen in last.items() if report != mark.report), default=dt.date.max)
        lasting = any(m.report == mark.report and m.on == "begin" and m.time.end is None for m in siege)
        if before < day and not lasting:
            window = Window(earliest=before.isoformat(), latest=mark.time.seen)
            return [replace(mark, time=replace(mark.time, start=window))]
    return []
