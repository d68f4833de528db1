"""The map: what holds now and where events were, drawn no more exactly than it is known.

A settlement is a dot with a ring of its size; a part of a place or "near" it is a ring without a middle; a district
or region is a hatched area; nothing is moved to make room. Places that share one position share one symbol, and their
names stand beside it. Regions far apart are drawn as maps of their own.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from situate.export.html.context import Context
from situate.export.html.labels import LINE, Box, Labels
from situate.export.html.markup import Safe, join, source, tag
from situate.export.html.printing import WIDE
from situate.export.html.projection import KM_PER_DEGREE, WIDTH, Degrees, Projection, neighbourhoods
from situate.export.html.situation import rank, spell_words
from situate.export.html.symbols import marker, uncertain_area
from situate.export.masking import COARSENED
from situate.model.place import Place
from situate.model.situation import Spell

_APART_KM = 400.0
_WIDEST_KM = 60.0
_PANELS = 5
_LIGHTEST = 3
_LINES, _FEW_LINES, _ROOMY = 7, 3, 12
_LONGEST = 56
_NUMBERED = 30  # more numbers than that on one map cover one another, and nobody looks them up
_AREAS = frozenset({"region", "district"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that is known to be at one position: its places (the plainest first), what holds, and how many events."""

    at: Degrees
    places: tuple[Place, ...]
    spells: tuple[Spell, ...]
    events: int

    @property
    def main(self) -> Place:
        """The place that gives the site its name."""
        return self.places[0]


def map_section(context: Context) -> Safe:
    """One map for each region of the record, and a line on what no map can show."""
    sites = _sites(context)
    title = tag("h2", "Map", id="map")
    groups = neighbourhoods((site.at for site in sites if site.main.precision not in _AREAS), within_km=_APART_KM)
    groups = groups or neighbourhoods((site.at for site in sites), within_km=_APART_KM)
    weights = {group[0]: sum(2 * len(s.spells) + s.events for s in sites if s.at in group) for group in groups}
    groups.sort(key=lambda group: (-weights[group[0]], group))
    drawn = groups[:1] + [group for group in groups[1:_PANELS] if weights[group[0]] >= _LIGHTEST]
    maps = [_figure(context, number, group, sites) for number, group in enumerate(drawn, start=1)]
    more = sum(len(group) for group in groups) - sum(len(group) for group in drawn)
    words = "1 more position elsewhere is" if more == 1 else f"{more} more positions elsewhere are"
    rest = tag("p", f"{words} only in the lists.", class_="note") if more else None
    wide = tag("p", WIDE, class_="note sideways") if maps else None
    note = tag("p", "North is up. Only the graticule and known places are drawn: no borders or rivers.", class_="note")
    return tag("section", title, wide, *maps, note if maps else None, rest, _not_drawn(context))


def _sites(context: Context) -> list[Site]:
    """What happened and what holds, by position; a region keeps its own even at the position of a town."""
    places: dict[tuple[bool, Degrees], dict[str, Place]] = defaultdict(dict)
    spells: dict[tuple[bool, Degrees], list[Spell]] = defaultdict(list)
    events: dict[tuple[bool, Degrees], int] = defaultdict(int)
    for spell in context.holding():
        if (key := _position(spell.place)) is not None:
            places[key][spell.place.words] = spell.place
            spells[key].append(spell)
    for event in context.view.events:
        for place in event.places if event.happened else ():
            if (key := _position(place)) is not None:
                places[key][place.words] = place
                events[key] += 1
    return [
        Site(
            at=key[1], places=tuple(sorted(places[key].values(), key=lambda place: _plainest_first(context, place))),
            spells=tuple(sorted(spells[key], key=lambda spell: _freshest_first(context, spell))),
            events=events[key],
        )
        for key in sorted(places)
    ]  # fmt: skip


def _freshest_first(context: Context, spell: Spell) -> tuple[bool, int, str, int, str]:
    """The order of a label's lines: recent news first, the place before its parts."""
    return spell.stale, len(context.lineage(spell.place)), spell.place.name, rank(spell), spell.id


def _position(place: Place) -> tuple[bool, Degrees] | None:
    if place.latitude is None or place.longitude is None or place.precision in {"country", "none"}:
        return None
    return place.precision in _AREAS, (round(place.longitude, 3), round(place.latitude, 3))


def _plainest_first(context: Context, place: Place) -> tuple[int, bool, str, str]:
    """A place before its parts, a place itself before "west of" it."""
    return len(context.lineage(place)), place.relation is not None, place.name, place.id


def _figure(context: Context, number: int, group: Sequence[Degrees], sites: Sequence[Site]) -> Safe:
    projection = Projection.fitting(_reach(group, sites))
    shown = [site for site in sites if projection.holds(site.at)]
    labels = Labels(WIDTH, projection.height, lines=_LINES if len(shown) <= _ROOMY else _FEW_LINES)
    labels.take(WIDTH - projection.bar()[0] / 2 - 20, projection.height - 20, projection.bar()[0] / 2 + 10)
    for site in shown:
        if site.main.precision not in _AREAS:
            labels.take(*projection.xy(site.at), 9)
    key: list[str] = []
    names = [_label(context, site, projection, labels, key) for site in sorted(shown, key=_weight)]
    drawn = [
        tag("g", *_graticule(projection), class_="graticule"),
        tag("g", *_landmarks(context, projection, labels), class_="landmarks"),
        *(uncertain_area(place, projection) for site in shown for place in site.places),
        *(marker(context, site.spells, site.main, projection) for site in shown),
        *_ring_names(shown, projection, labels),
        *names,
        _scale(projection),
    ]
    heading = f"map{number}-title"
    title = tag("title", _summary(shown), id=heading)
    svg = tag(
        "svg", title, *drawn, viewBox=f"0 0 {WIDTH:.0f} {projection.height:.0f}", role="group",
        aria_labelledby=heading,
    )  # fmt: skip
    listed = tag("ol", *(tag("li", source(words)) for words in key), class_="map-key") if key else None
    scroll = tag("div", svg, class_="scroll", tabindex=0, role="region", aria_label=f"Map {number}")
    plain = names.count(None)
    words = f"{plain} more {'position has' if plain == 1 else 'positions have'} no name here: see the lists."
    return tag("figure", scroll, listed, tag("p", words, class_="note") if plain else None)


def _reach(group: Sequence[Degrees], sites: Sequence[Site]) -> list[Degrees]:
    """The positions of a group and the edges of what is drawn around them, as far as it fits a local map."""
    points = list(group)
    for site in sites:
        if site.at in group and site.main.precision not in _AREAS:
            km = max(min(place.radius_km or 0.0, _WIDEST_KM) for place in site.places)
            north, east = km / KM_PER_DEGREE, km / KM_PER_DEGREE / max(math.cos(math.radians(site.at[1])), 0.1)
            points += [
                (site.at[0] + x, min(max(site.at[1] + y, -90.0), 90.0)) for x, y in ((east, north), (-east, -north))
            ]
    return points


def _weight(site: Site) -> tuple[int, int, Degrees]:
    return -len(site.spells), -site.events, site.at


def _summary(sites: Sequence[Site]) -> str:
    names = ", ".join(site.main.words for site in sorted(sites, key=_weight)[:8])
    return f"Map of {len(sites)} positions: {names}. The same is in the tables of this page."


def _ring_names(sites: Sequence[Site], projection: Projection, labels: Labels) -> list[Safe]:
    """What a ring without a middle stands for, written over its top."""
    rings: dict[tuple[Degrees, float], list[str]] = defaultdict(list)
    for site in sites:
        for place in site.places:
            if place.radius_km and (place.precision in {"part", "relative"} | _AREAS or place.basis == COARSENED):
                rings[site.at, place.radius_km].append(place.words)
    drawn: list[Safe] = []
    for (at, km), names in sorted(rings.items()):
        words = f"{', '.join(names)}: within {km:g} km"
        x, y = projection.xy(at)
        y -= km * projection.scale
        box = Box(x - len(words) * 3.1, y - LINE, x + len(words) * 3.1, y)
        if box.inside(WIDTH, projection.height) and not any(box.meets(other) for other in labels.taken):
            labels.taken.append(box)
            drawn.append(tag("text", words, x=x, y=y - 4, class_="ring-words"))
    return drawn


def _heading(context: Context, site: Site) -> str:
    """The place at a position; where only parts of it or places near it are known there: what they are around."""
    if site.main.precision in {"point", "settlement"} | _AREAS and site.main.relation is None:
        return site.main.title
    if len(site.places) == 1:
        return site.main.words
    wholes = {_whole(context, place).name for place in site.places}
    return f"around {min(wholes, key=lambda name: (len(name), name))}"


def _whole(context: Context, place: Place) -> Place:
    """The settlement that a place is a part of; itself when it is part of none."""
    parent = context.places.get(place.part_of or "")
    return parent if parent is not None and parent.precision in {"point", "settlement"} else place


def _lines(context: Context, site: Site, most: int) -> list[tuple[str, int | None]]:
    """The label's lines: the name and number of events, then what holds there and in which part, with its colour."""
    count = f" ({site.events} event{'s' if site.events != 1 else ''})" if site.events else ""
    heading = _heading(context, site)
    lines: list[tuple[str, int | None]] = [(heading + count, None)]
    for spell in site.spells:
        alone = spell.place.id == site.main.id and heading in {spell.place.title, spell.place.words}
        where = "" if alone else f"{spell.place.words}: "
        words = f"{where}{spell_words(spell)}{' (stale)' if spell.stale else ''}"
        lines.append((words, context.colour(spell.actors)))
    if len(lines) > most:
        lines = [*lines[: most - 1], (f"and {len(lines) - most + 1} more in the table", None)]
    return [(line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…", colour) for line, colour in lines]


def _label(context: Context, site: Site, projection: Projection, labels: Labels, key: list[str]) -> Safe | None:
    """A label where there is room, else a number that ``key`` explains; nothing when there are enough numbers."""
    x, y = projection.xy(site.at)
    full = _lines(context, site, labels.lines)
    for lines in (full, full[:1]):
        box = labels.place(x, y, [f"{line}  " for line, _ in lines], off=14)
        if box is not None:
            return _written(context, site, lines, box, (x, y))
    if len(key) == _NUMBERED:
        return None
    key.append("; ".join(line for line, _ in full))
    box = labels.place(x, y, [str(len(key))], off=6, near=True)
    return tag(
        "text", str(len(key)), x=box.left + 4 if box else x, y=(box.top + LINE if box else y), class_="name number"
    )


def _written(
    context: Context, site: Site, lines: Sequence[tuple[str, int | None]], box: Box, at: tuple[float, float]
) -> Safe:
    rows: list[Safe] = []
    for number, (line, colour) in enumerate(lines, start=1):
        y, indent = box.top + number * LINE, 4 if colour is None else 17
        if colour is not None:
            rows.append(tag("rect", x=box.left + 4, y=y - 9, width=9, height=9, class_=f"swatch a{colour}"))
        rows.append(tag("text", line, x=box.left + indent, y=y, class_="state" if number > 1 else "name"))
    back = tag("rect", x=box.left, y=box.top, width=box.right - box.left, height=box.bottom - box.top, class_="label")
    near_x, near_y = min(max(at[0], box.left), box.right), min(max(at[1], box.top), box.bottom)
    exact = site.main.precision not in _AREAS and site.main.basis != COARSENED
    leader = tag("line", x1=at[0], y1=at[1], x2=near_x, y2=near_y, class_="leader") if exact else None
    anchor = context.anchors[site.spells[0].id] if site.spells else "events"
    return tag("g", leader, tag("a", back, *rows, href=f"#{anchor}", tabindex=-1))


def _graticule(projection: Projection) -> list[Safe]:
    lines: list[Safe] = []
    for x, degrees in projection.meridians():
        lines.append(tag("line", x1=x, y1=0, x2=x, y2=projection.height))
        if x < WIDTH - 40:
            lines.append(tag("text", _degrees(degrees, "E", "W"), x=x + 3, y=projection.height - 5))
    for y, degrees in projection.parallels():
        lines.append(tag("line", x1=0, y1=y, x2=WIDTH, y2=y))
        lines.append(tag("text", _degrees(degrees, "N", "S"), x=4, y=y - 4))
    return lines


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):g}°{positive if value > 0 else negative if value < 0 else ''}"


def _landmarks(context: Context, projection: Projection, labels: Labels) -> list[Safe]:
    """Neighbouring towns, only as names that help to find one's way; they say nothing about the situation."""
    drawn: list[Safe] = []
    for place in context.view.landmarks:
        if place.latitude is None or place.longitude is None or not projection.holds((place.longitude, place.latitude)):
            continue
        x, y = projection.xy((place.longitude, place.latitude))
        box = labels.place(x, y, [place.title], off=5)
        if box is not None:
            drawn.append(tag("circle", cx=x, cy=y, r=1.8))
            drawn.append(tag("text", place.title, x=box.left + 4, y=box.top + LINE))
    return drawn


def _scale(projection: Projection) -> Safe:
    length, km = projection.bar()
    x, y = WIDTH - length - 20, projection.height - 16
    bar = tag("path", d=f"M{x:.1f} {y - 5:.1f}v5h{length:.1f}v-5", class_="scale-bar")
    return tag("g", bar, tag("text", f"{km} km", x=x + 4, y=y - 6, class_="scale-words"))


def _not_drawn(context: Context) -> Safe | None:
    """How many events no map can show, and why: nothing is put at a made-up point."""
    counts: dict[str, int] = defaultdict(int)
    for event in context.view.events:
        if event.happened and not any(map(_position, event.places)):
            why = "no place" if event.place is None else f"no more exact than {event.place.title}"
            counts[why] += 1
    if not counts:
        return None
    words = "; ".join(
        f"{number} with {why}" if why == "no place" else f"{number} {why}" for why, number in sorted(counts.items())
    )
    return tag("p", join(["Not drawn: ", source(words), "."]), class_="note")
