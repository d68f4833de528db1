"""The timeline: a lane for each spell of a place, with ends that fade where they are uncertain, and events as marks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from situate.export.html.axis import Axis
from situate.export.html.context import Context
from situate.export.html.markup import Safe, source, tag
from situate.export.html.printing import WIDE
from situate.export.html.situation import rank, spell_words
from situate.export.wording import date_words, end_words, event_words, start_words
from situate.model.event import Event
from situate.model.interval import first_day, last_day
from situate.model.place import Place
from situate.model.situation import Spell

_LANES = 60
_RECENT = dt.timedelta(days=60)
_LONG = dt.timedelta(days=400)
_ROW, _HEAD, _SIGN = 24.0, 22.0, 13.0
_STACK = 4
_LETTER = 7.3  # of a bold name, on average
_FEW = 20  # a mark in so many may lie far from all others and is left off the line
_SIGNS = {
    "▲": "clash assault advance repel", "●": "airstrike shelling explosion suicide_bombing chemical_attack",
    "✚": "kill abduct detain abuse", "■": "capture withdraw handover control",
    "◆": "besiege siege_end cut_route open_route deliver_aid deny_aid deprivation",
    "▼": "evacuate displace return", "○": "ceasefire agreement talks surrender release",
}  # fmt: skip
_SIGN_OF = {kind: sign for sign, kinds in _SIGNS.items() for kind in kinds.split()}
SIGN_WORDS = {
    "▲": "fighting", "●": "remote violence", "✚": "harm to people", "■": "territory", "◆": "siege and access",
    "▼": "people moving", "○": "deals", "□": "other",
}  # fmt: skip
"""The signs of events and what each group is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The spells and the dated happenings of one place."""

    place: Place
    level: int
    spells: tuple[Spell, ...]
    events: tuple[Event, ...]


def timeline_section(context: Context) -> Safe | None:
    """The last 60 days if the record is long, then all of it; nothing when no date is known."""
    lanes = _lanes(context)
    days = [day for lane in lanes for day in _days(lane)]
    title = tag("h2", "Timeline", id="timeline")
    if not days:
        return None
    now = first_day(context.now) if context.now else max(days)
    first, last = reach(days, now)
    name = "The whole record" if first <= min(days) and last >= max(days) else "The record"
    years = f"{first:%Y}" if first.year == last.year else f"{first:%Y} to {last:%Y}"
    whole = _figure(context, lanes, Axis.between(first, last), f"{name}, {years}", now)
    wide, notes = tag("p", WIDE, class_="note sideways"), (_undated(context), _far(context, first, last))
    if last - first <= _LONG:
        return tag("section", title, wide, whole, *notes)
    recent = _figure(context, lanes, Axis.between(now - _RECENT, max(now, now + _RECENT / 10)), "The last 60 days", now)
    return tag("section", title, wide, recent, whole, *notes)


def _lanes(context: Context) -> list[Lane]:
    spells: dict[str, list[Spell]] = defaultdict(list)
    events: dict[str, list[Event]] = defaultdict(list)
    for spell in context.view.spells:
        spells[spell.place.id].append(spell)
    for event in context.view.events:
        for place in event.places if event.happened and _span(event) else ():
            events[place.id].append(event)
    places = [context.places[key] for key in {**spells, **events}]
    places.sort(key=lambda place: (context.lineage(place), place.id))
    return [
        Lane(
            place=place, level=len(context.lineage(place)) - 1,
            spells=_in_order(spells[place.id]),
            events=tuple(sorted(events[place.id], key=lambda e: (e.interval.earliest or "", e.id))),
        )
        for place in places
    ]  # fmt: skip


def _in_order(spells: Sequence[Spell]) -> tuple[Spell, ...]:
    return tuple(sorted(spells, key=lambda spell: (rank(spell), not_before(spell, spells) or "", spell.id)))


def not_before(spell: Spell, beside: Sequence[Spell]) -> str | None:
    """The first day (a partial date) that a spell can have begun: where none is told, when the last like it ended."""
    if spell.starts.earliest or not spell.starts.latest:
        return spell.starts.earliest
    by = last_day(spell.starts.latest)
    over = [s.ends.earliest or s.ends.latest for s in beside if s.dimension == spell.dimension and not s.ends.open]
    return max((day for day in over if day and last_day(day) <= by), key=last_day, default=None)


def _span(event: Event) -> tuple[dt.date, dt.date] | None:
    first, last = event.interval.first, event.interval.last
    if event.interval.undated or (first is None and last is None):
        return None
    return first or last or dt.date.min, last or first or dt.date.max


def _days(lane: Lane) -> list[dt.date]:
    bounds = [
        value
        for spell in lane.spells
        for value in (spell.starts.earliest, spell.starts.latest, spell.ends.latest)
        if value
    ]
    spans = [span for event in lane.events if (span := _span(event))]
    return [first_day(value) for value in bounds] + [day for span in spans for day in span]


def _figure(context: Context, lanes: Sequence[Lane], axis: Axis, words: str, now: dt.date) -> Safe:
    rows: list[Safe] = []
    y = _HEAD
    seen = [lane for lane in lanes if _visible(lane, axis)]
    for lane in _fullest(seen):
        drawn, height = _lane(context, lane, axis, y, now)
        rows.append(drawn)
        y += height
    height = y + 8
    heading = f"timeline-{axis.first:%Y%m%d}-{axis.last:%Y%m%d}"
    title = tag("title", f"{words}: {len(seen)} places. The same is in the tables of this page.", id=heading)
    svg = tag(
        "svg", title, axis.drawn(height, now), *rows, viewBox=f"0 0 {axis.width:.0f} {height:.0f}",
        role="group", aria_labelledby=heading,
    )  # fmt: skip
    more = tag("p", f"{len(seen) - _LANES} more places are only in the lists.") if len(seen) > _LANES else None
    scroll = tag("div", svg, class_="scroll", tabindex=0, role="region", aria_label=words)
    return tag("figure", tag("h3", words), scroll, more, class_="timeline")


def _fullest(lanes: Sequence[Lane]) -> list[Lane]:
    """The places with most to show, in their order."""
    ranked = sorted(range(len(lanes)), key=lambda n: (-2 * len(lanes[n].spells) - len(lanes[n].events), n))
    return [lanes[n] for n in sorted(ranked[:_LANES])]


def reach(days: Sequence[dt.date], now: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the line: of all, unless a few far from the rest would squeeze it to half or less.

    One report that recalls 1936, or looks ahead to 2050, would leave no room for the war that the others tell of.
    """
    ordered = sorted(days)
    few = len(ordered) // _FEW
    first, last = ordered[0], max(now, ordered[-1])
    near, far = ordered[few], max(now, ordered[-1 - few])
    return (near, far) if (last - first) > 2 * (far - near) else (first, last)


def _far(context: Context, first: dt.date, last: dt.date) -> Safe | None:
    """How many happenings lie off both ends of the line."""
    spans = [span for event in context.view.events if event.happened and event.place and (span := _span(event))]
    before, after = sum(span[1] < first for span in spans), sum(span[0] > last for span in spans)
    ends = ((before, f"before {first:%Y}"), (after, f"after {last:%Y}"))
    told = [f"{count} {'event' if count == 1 else 'events'} {where}" for count, where in ends if count]
    return tag("p", f"Only in the list of events: {' and '.join(told)}.", class_="note") if told else None


def _visible(lane: Lane, axis: Axis) -> bool:
    touches = any(span[0] <= axis.last and span[1] >= axis.first for e in lane.events if (span := _span(e)))
    return touches or any(_on(spell, axis) for spell in lane.spells)


def _on(spell: Spell, axis: Axis) -> bool:
    start = first_day(spell.starts.earliest) if spell.starts.earliest else dt.date.min
    if spell.stale and spell.last_news and last_day(spell.last_news) < axis.first:
        return False
    if spell.ends.open:
        return start <= axis.last
    end = spell.ends.latest or spell.ends.earliest or spell.last_news
    return start <= axis.last and (end is None or last_day(end) >= axis.first)


def _lane(context: Context, lane: Lane, axis: Axis, top: float, now: dt.date) -> tuple[Safe, float]:
    """A place's name, its events on the same line, and a bar a spell below."""
    indent = 6 + 12 * min(lane.level, 3)
    room = int((axis.left - indent) / _LETTER)
    name = lane.place.title if len(lane.place.title) <= room else lane.place.title[: room - 1] + "…"
    drawn = [
        tag("line", x1=0, y1=top, x2=axis.width, y2=top, class_="lane-edge"),
        tag("text", tag("title", source(lane.place.title)), name, x=indent, y=top + 17, class_="lane-name"),
    ]
    signs, height = _signs(context, lane.events, axis, top)
    drawn += signs
    # The name stands in the gutter: without events beside it, the first bar can share its line.
    y = top + (height if signs else 0.0)
    for spell in lane.spells:
        if _on(spell, axis):
            drawn.append(_bar(context, spell, axis, y, now, not_before(spell, lane.spells)))
            y += _ROW
    return tag("g", *drawn), max(y - top, _ROW)


def _signs(context: Context, events: Sequence[Event], axis: Axis, top: float) -> tuple[list[Safe], float]:
    """The signs of a place's events; those that would cover one another are stacked, up to four high."""
    taken: list[float] = []
    drawn: list[Safe] = []
    shown = [(e, s) for e in events if (s := _span(e)) and s[1] >= axis.first and s[0] <= axis.last]
    for event, span in sorted(shown, key=lambda one: (one[1], one[0].id)):
        left, right = axis.x(span[0]), axis.x(span[1] + dt.timedelta(days=1))
        middle = (left + right) / 2
        level = next((number for number, last in enumerate(taken) if middle - last >= _SIGN), len(taken))
        level = min(level, _STACK - 1)
        taken[level : level + 1] = [middle]
        drawn.append(_sign(context, event, (left, right), top + 17 + level * _SIGN))
    return drawn, _ROW + _SIGN * max(len(taken) - 1, 0)


def _sign(context: Context, event: Event, reach: tuple[float, float], y: float) -> Safe:
    left, right = reach
    middle = (left + right) / 2
    where = ", ".join(place.words for place in event.places) or "place unknown"
    title = tag("title", f"{event_words(event)}, {where}, {date_words(event.interval)}, {event.standing}")
    sign = tag("text", _SIGN_OF.get(event.type, "□"), x=middle, y=y, class_=f"sign a{context.colour(event.actors)}")
    bounds = tag("line", x1=left, y1=y + 3, x2=right, y2=y + 3, class_="reach") if right - left > 14 else None
    return tag("a", title, bounds, sign, href=f"#{context.anchors[event.id]}", tabindex=-1)


def _bar(context: Context, spell: Spell, axis: Axis, y: float, now: dt.date, earliest: str | None) -> Safe:
    """A spell: solid where it surely held, fading where its ends are uncertain, an arrow while it lasts."""
    begin, sure, unsure, end = _bounds(spell, axis, now, earliest)
    colour = f"a{context.colour(spell.actors)}"
    classes = f"bar {colour} {spell.dimension}{' stale' if spell.stale else ''}"
    pieces = [_piece(begin, sure, y, f"{classes} rising"), _piece(sure, unsure, y, classes)]
    pieces += [_piece(unsure, end, y, f"{classes} falling")]
    if spell.ends.open and end < axis.width:
        pieces.append(tag("path", d=f"M{end:.1f} {y + 3:.1f}l8 8l-8 8z", class_=f"arrow {colour}"))
    words = f"{spell_words(spell)}{' ?' if spell.stale else ''}"
    title = tag(
        "title", f"{spell.place.title}: {words}; {start_words(spell.starts)}; {end_words(spell.ends)}; {spell.standing}"
    )
    at, anchor = axis.beside(begin, end, len(words))
    label = tag("text", words, x=at, y=y + 15, class_="bar-words", text_anchor=anchor)
    return tag("a", title, *pieces, label, href=f"#{context.anchors[spell.id]}", tabindex=-1)


def _bounds(spell: Spell, axis: Axis, now: dt.date, earliest: str | None) -> tuple[float, float, float, float]:
    """x of: may have begun, had surely begun, may have ended, had surely ended."""
    starts, ends = spell.starts, spell.ends
    last_seen = last_day(spell.last_news) if spell.last_news else now
    begin = first_day(earliest) if earliest else None
    sure = last_day(starts.latest) if starts.latest else begin
    if ends.open:
        end = max(now, axis.first)
        unsure = min(end, last_seen) if spell.stale else end + dt.timedelta(days=1)
    else:
        end = last_day(ends.latest or ends.earliest or last_seen.isoformat())
        unsure = first_day(ends.earliest) if ends.earliest else min(last_seen, end)
    left = axis.x(begin) if begin else axis.left
    firm = max(left, axis.x(sure) if sure else left)
    right = max(firm, axis.x(end + dt.timedelta(days=1)))
    return left, min(firm, right), min(max(firm, axis.x(unsure)), right), right


def _piece(left: float, right: float, y: float, classes: str) -> Safe | None:
    if right - left < 0.5:
        return None
    return tag("rect", x=left, y=y + 2, width=right - left, height=18, class_=classes)


def _undated(context: Context) -> Safe | None:
    """How many happenings have no date: they are not put anywhere on a line of time."""
    count = sum(event.happened and _span(event) is None for event in context.view.events)
    words = "1 event without a date is" if count == 1 else f"{count} events without a date are"
    return tag("p", f"{words} only in the list of events.", class_="note") if count else None
